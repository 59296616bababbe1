"""How the pipeline cuts words: like the treebanks, but for what rules of factcheck look for."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from training.tokens import adapt_tokenizer

SHIPPED = Path(__file__).resolve().parents[2] / "factcheck" / "language" / "english" / "tokenizer"


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("en")
    adapt_tokenizer(blank)
    return blank


@pytest.fixture(scope="module")
def shipped() -> Tokenizer:
    return Tokenizer(spacy.blank("en").vocab).from_disk(SHIPPED)


CUT_LIKE_THE_TREEBANKS = (
    "WE DID|N'T PAY $|5|, 8.3|% or 28,500|!!! =====",
    "713-853-3989|, 646-8420 (|1-800-273-8255|)|.",
    "e-mailed non-NATO and|/|or anti-war",
    "I wan|na out|--|at 7:30|PM|.",
    "why|?|Because account|(|s|) (|x|)|: yes",
    "They wed in 1981",
)
LEFT_ALONE = (
    "500|-|1000 in 2021|-|25|, 1991–2026",
    "US$|5 or 1.52tn|, 16bn",
    "ex|-|president re|-|elected five|-|year",
    "pre|-|war co|-|founder pro|-|Europe",
    "mid|-|May No|. 5",
)


@pytest.mark.parametrize("cut", [*CUT_LIKE_THE_TREEBANKS, *LEFT_ALONE])
def test_words_are_cut(nlp: Language, cut: str) -> None:
    assert pieces(nlp.tokenizer, cut.replace("|", "")) == cut


@pytest.mark.parametrize("cut", [*CUT_LIKE_THE_TREEBANKS, *LEFT_ALONE])
def test_the_shipped_tokenizer_has_all_additions(shipped: Tokenizer, cut: str) -> None:
    assert pieces(shipped, cut.replace("|", "")) == cut


def test_the_shipped_tokenizer_is_the_one_of_training(nlp: Language, shipped: Tokenizer) -> None:
    assert shipped.rules == nlp.tokenizer.rules
    for name in ("prefix_search", "suffix_search", "infix_finditer", "token_match"):
        assert getattr(shipped, name).__self__ == getattr(nlp.tokenizer, name).__self__


def pieces(tokenizer: Tokenizer, text: str) -> str:
    """The text with a bar where two tokens touch."""
    doc = tokenizer(text)
    return "".join(
        token.text_with_ws if token.whitespace_ or token.i + 1 == len(doc) else token.text + "|"
        for token in doc
    )
