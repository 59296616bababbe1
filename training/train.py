"""The one command that makes the shipped pipeline.

    python -m training.train --treebanks ../shared/treebanks --output factcheck/language/english

It trains the sentence splitter and the grammar one after the other (each has a network and a
seed of its own, so `--only` may run them side by side and the result is the same), then packs
both. A trained part is kept under `--work` and not trained again.
"""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from training.augmenting import augmenter, one_after_the_other
from training.hiding import hider
from training.packing import pack
from training.tokens import adapt_tokenizer
from training.training_loop import Settings, train_part
from training.treebank import Sentence, read_treebank, split_documents

NETWORK = Path(__file__).with_name("network.cfg")
TREEBANKS = ("ewt", "gum")
PARTS = {"senter": ("senter",), "grammar": ("tok2vec", "tagger", "morphologizer", "parser")}
REFINED = {"refined": "grammar"}  # trained on, with other settings, from what it is made of


def main() -> None:
    """Train what is missing, then pack."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    config = load_config(NETWORK, overrides=_overrides(options.set))
    sentences = [s for name in TREEBANKS for s in read_train(options.treebanks, name)]
    for part in (*PARTS, *REFINED):
        folder = options.work / part
        if options.only in (None, part) and not folder.exists():
            train(part, config["training"][part], sentences, folder)
    if options.only is None:
        pack(
            spacy.load(options.work / "refined"),
            spacy.load(options.work / "senter"),
            sentences,
            options.output,
        )


def read_train(treebanks: Path, name: str) -> list[Sentence]:
    """The training part of a treebank."""
    return read_treebank(treebanks / f"{name}-train.conllu.xz")


def train(part: str, options: dict[str, Any], sentences: Sequence[Sentence], folder: Path) -> None:
    """Train one part and write it to its folder."""
    settings = dict(options)
    augment = augmenter(**settings.pop("augmentation"))
    hidden_words = settings.pop("hidden_words")
    if hidden_words:
        augment = one_after_the_other(hider(sentences, hidden_words), augment)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = part in PARTS
    trained = train_part(
        new_pipeline(PARTS[part]) if fresh else spacy.load(folder.with_name(REFINED[part])),
        split_documents(sentences),
        Settings(**settings),
        augment=augment,
        show_sentences=part != "senter",
        fresh=fresh,
        checkpoints=folder.with_name(f"{part}-checkpoint"),
    )
    trained.to_disk(folder)


def new_pipeline(components: Sequence[str]) -> Language:
    """An untrained pipeline of some of the components of network.cfg."""
    config = load_config(NETWORK)
    config.pop("training")
    config["nlp"]["pipeline"] = list(components)
    config["components"] = {name: config["components"][name] for name in components}
    nlp = load_model_from_config(config, auto_fill=True)
    adapt_tokenizer(nlp)
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
    parser.add_argument("--only", choices=(*PARTS, *REFINED), help="train one part, do not pack")
    parser.add_argument("--set", nargs="*", default=[], metavar="training.grammar.steps=1500")
    return parser.parse_args()


if __name__ == "__main__":
    main()
