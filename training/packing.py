"""Packing: both trained parts and the lemmatizer's tables, without what only training needs."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from thinc.api import Config

from training.clusters import cluster_vectors
from training.layout import SPACE_TAG
from training.lemmas import make_tables
from training.treebank import Sentence

LICENCE = Path(__file__).with_name("LICENCE-model.txt")
NEEDED_SECTIONS = ("nlp", "components")
META = {
    "name": "factcheck_english",
    "version": "1.0.0",
    "description": "Sentences, tags, lemmas and Universal Dependencies of English, for factcheck",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD_English-EWT", "license": "CC BY-SA 4.0"},
        {"name": "UD_English-GUM (genres without NonCommercial)", "license": "CC BY, CC BY-SA"},
        {"name": "spacy-lookups-data", "license": "MIT"},
    ],
}


def pack(grammar: Language, senter: Language, sentences: Sequence[Sentence], output: Path) -> None:
    """Write the pipeline that ships; an older one there is replaced only when all is written."""
    fresh = output.with_name(f".{output.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp = assemble(grammar, senter, sentences)
    nlp.to_disk(fresh)
    _trim(nlp, fresh)
    shutil.copy(LICENCE, fresh / "LICENCE.txt")
    old = output.with_name(f".{output.name}-old")
    if output.exists():
        output.rename(old)
    fresh.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def assemble(grammar: Language, senter: Language, sentences: Iterable[Sentence]) -> Language:
    """The whole pipeline in the order in which it runs."""
    for nlp in (grammar, senter):  # without the stand-ins of hidden words
        nlp.vocab.vectors = cluster_vectors(nlp.vocab.strings)
    grammar.add_pipe("senter", source=senter, first=True)
    lemmatizer = grammar.add_pipe("lemmatizer", config={"mode": "rule"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize(lookups=make_tables(sentences))
    grammar.meta.update(META)
    return grammar


def _trim(nlp: Language, folder: Path) -> None:
    """Leave out the settings of training and the words of the treebanks.

    Words are hashed, so the networks know them without their spelling; only labels are spelled.
    By which attribute words are found in the vectors, spaCy reads but does not write.
    """
    config = Config().from_disk(folder / "config.cfg", interpolate=False)
    Config({name: config[name] for name in NEEDED_SECTIONS}).to_disk(folder / "config.cfg")
    labels = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    spelled = sorted(labels | {SPACE_TAG, "ROOT", "dep"})
    text = json.dumps(spelled, ensure_ascii=False, indent=0)
    (folder / "vocab" / "strings.json").write_text(text + "\n", encoding="utf-8")
    by = folder / "vocab" / "vectors.cfg"
    found_by = {**json.loads(by.read_text(encoding="utf-8")), "attr": nlp.vocab.vectors.attr}
    by.write_text(json.dumps(found_by) + "\n", encoding="utf-8")
