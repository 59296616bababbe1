"""What the rest of factcheck relies on in the pipeline that ships."""

from pathlib import Path

import pytest
import spacy
from spacy.attrs import LOWER  # type: ignore[import-not-found]
from spacy.language import Language

MODEL = Path(__file__).resolve().parents[2] / "factcheck" / "language" / "english"
TEXT = (
    "South Korea began these payments during my first term, but Biden terminated the deal. "
    "They agreed to pay $1.5 billion, 8.3% more than before."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def test_components_have_their_names(nlp: Language) -> None:
    assert nlp.pipe_names == [
        "senter",
        "tok2vec",
        "tagger",
        "morphologizer",
        "parser",
        "lemmatizer",
    ]


def test_it_is_small_and_credits_its_sources() -> None:
    size = sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file())
    assert size <= 15_000_000
    licence = (MODEL / "LICENCE.txt").read_text(encoding="utf-8")
    assert all(word in licence for word in ("EWT", "GUM", "CC BY-SA 4.0", "spacy-lookups-data"))


def test_a_word_has_its_cluster_in_any_case(nlp: Language) -> None:
    vectors = nlp.vocab.vectors
    assert vectors.attr == LOWER
    for text in ("London", "LONDON", "london"):
        (token,) = nlp.make_doc(text)
        assert vectors.find(key=token.lower) >= 0


def test_a_plain_sentence_is_read_rightly(nlp: Language) -> None:
    first, second = nlp(TEXT).sents
    began = first.root
    assert (began.text, began.tag_, began.pos_, began.lemma_) == ("began", "VBD", "VERB", "begin")
    assert {t.text: t.dep_ for t in began.children}["Korea"] == "nsubj"
    assert {t.text: t.dep_ for t in began.children}["payments"] == "obj"
    assert [t.text for t in second if t.pos_ == "NUM"] == ["1.5", "billion", "8.3"]


def test_sentences_alone_then_the_grammar_of_one(nlp: Language) -> None:
    with nlp.select_pipes(enable="senter"):
        doc = nlp(TEXT)
    assert len(list(doc.sents)) == 2
    assert not doc.has_annotation("DEP")
    with nlp.select_pipes(disable="senter"):
        chosen = nlp(next(iter(doc.sents)).as_doc())
    assert chosen.has_annotation("DEP")
    assert len(list(chosen.sents)) == 1


def test_the_parser_keeps_to_given_sentences(nlp: Language) -> None:
    doc = nlp.make_doc("They signed the deal It began in 1991")
    for token in doc:
        token.is_sent_start = token.text in ("They", "It")
    with nlp.select_pipes(disable="senter"):
        assert [s.text for s in nlp(doc).sents] == ["They signed the deal", "It began in 1991"]


def test_lemmas_do_not_mind_capitals(nlp: Language) -> None:
    lemmas = {token.text: token.lemma_ for token in nlp("THE PAYMENTS BEGAN IN 1991.")}
    assert (lemmas["PAYMENTS"].lower(), lemmas["BEGAN"]) == ("payment", "begin")
