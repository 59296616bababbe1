"""The one command that makes the shipped pipeline.

    python -m training.train --treebanks ../shared/treebanks --output factcheck/language/english

It trains the sentence splitter and the grammar one after the other (each has a network and a
seed of its own, so `--only` may run them side by side and the result is the same), then packs
both. The grammar is trained without clusters of words first, then refined, then goes on with them;
the last two stages are run from several seeds, whose weights are averaged. A trained part is
kept under `--work` and not trained again.
"""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import load_config, load_model_from_config
from thinc.api import NumpyOps, fix_random_seed, set_current_ops

from training.augmenting import augmenter, one_after_the_other
from training.averaging import mean_of
from training.clusters import cluster_vectors
from training.examples import make_doc
from training.growing import grow
from training.hiding import hider
from training.packing import pack
from training.tokens import adapt_tokenizer
from training.training_loop import Settings, train_part
from training.treebank import Sentence, read_treebank, split_documents

NETWORK = Path(__file__).with_name("network.cfg")
TREEBANKS = ("ewt", "gum")
PARTS = {"senter": ("senter",), "grammar": ("tok2vec", "tagger", "morphologizer", "parser")}
# Trained on from another, in this order.
LATER = {
    "refined": "grammar",
    "clustered": "refined",
    "settled": "clustered",
    "polished": "settled",
}
WITHOUT_CLUSTERS = ("grammar", "refined")


def main() -> None:
    """Train what is missing, then pack."""
    options = _options()
    set_current_ops(NumpyOps(use_blis=False))  # several times as fast on some processors
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    config = load_config(NETWORK, overrides=_overrides(options.set))
    sentences = [s for name in TREEBANKS for s in read_train(options.treebanks, name)]
    for part in (*PARTS, *LATER):
        folder = options.work / part
        if options.only in (None, part) and not folder.exists():
            train(part, config["training"][part], sentences, folder)
    if options.only is None:
        pack(
            spacy.load(options.work / "polished"),
            spacy.load(options.work / "senter"),
            sentences,
            options.output,
        )


def read_train(treebanks: Path, name: str) -> list[Sentence]:
    """The training part of a treebank."""
    return read_treebank(treebanks / f"{name}-train.conllu.xz")


def train(part: str, options: dict[str, Any], sentences: Sequence[Sentence], folder: Path) -> None:
    """Train one part, once a seed, and write the mean to its folder."""
    settings = dict(options)
    augmentation, hidden_words = settings.pop("augmentation"), settings.pop("hidden_words")
    folder.parent.mkdir(parents=True, exist_ok=True)
    trained = []
    for seed in settings.pop("seeds"):
        nlp = untrained(part) if part in PARTS else trained_before(part, folder.parent, sentences)
        augment = augmenter(**augmentation)
        if hidden_words:
            augment = one_after_the_other(
                hider(sentences, hidden_words, nlp.vocab.vectors), augment
            )
        trained.append(
            train_part(
                nlp,
                split_documents(sentences),
                Settings(seed=seed, **settings),
                augment=augment,
                show_sentences=part != "senter",
                fresh=part in PARTS,
                checkpoints=folder.with_name(f"{part}-checkpoint"),
            )
        )
    mean_of(trained).to_disk(folder)


def untrained(part: str) -> Language:
    """The components of a part as in network.cfg, with or without the table of clusters."""
    config = load_config(NETWORK)
    smaller = config.pop("training")["without_clusters"]
    components = PARTS.get(part, PARTS["grammar"])
    config["nlp"]["pipeline"] = list(components)
    config["components"] = {name: config["components"][name] for name in components}
    if part in WITHOUT_CLUSTERS:
        config["components"]["tok2vec"]["model"]["embed"].update(smaller)
    nlp = load_model_from_config(config, auto_fill=True)
    if part not in WITHOUT_CLUSTERS:
        nlp.vocab.vectors = cluster_vectors(nlp.vocab.strings)
    adapt_tokenizer(nlp)
    return nlp


def trained_before(part: str, work: Path, sentences: Sequence[Sentence]) -> Language:
    """What a later part starts from; the first with clusters has a network that has grown."""
    earlier = work / LATER[part]
    before = spacy.load(earlier)
    if part in WITHOUT_CLUSTERS:
        return before
    if LATER[part] not in WITHOUT_CLUSTERS:
        before.vocab.vectors = cluster_vectors(before.vocab.strings)
        return before
    fix_random_seed(0)
    nlp = untrained(part)
    nlp.from_disk(earlier, exclude=["tok2vec", "vectors"])
    grow(before, nlp, [make_doc(nlp.vocab, [sentence]) for sentence in sentences[:50]])
    return nlp


def _overrides(settings: Sequence[str]) -> dict[str, object]:
    return {
        name: float(value) if "." in value else int(value)
        for name, value in (setting.split("=") for setting in settings)
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the English pipeline of factcheck.")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of *.conllu.xz")
    parser.add_argument("--output", type=Path, default=Path("factcheck/language/english"))
    parser.add_argument("--work", type=Path, default=Path("/tmp/factcheck-training"))
    parser.add_argument("--only", choices=(*PARTS, *LATER), help="train one part, do not pack")
    parser.add_argument("--set", nargs="*", default=[], metavar="training.grammar.steps=1500")
    return parser.parse_args()


if __name__ == "__main__":
    main()
