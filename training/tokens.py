"""Small additions to spaCy's English tokenizer, for the spelling of posts and mails.

Contractions in capitals are cut as in lower case (DIDN'T: DID, N'T), and a run of one mark
("!!!", "?!", "=====") is one token, as in the treebanks.
"""

from spacy.language import BaseDefaults, Language
from spacy.symbols import NORM, ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_prefix_regex, compile_suffix_regex

RUNS_OF_MARKS = [r"[!?]{2,}", r"\*{2,}", r"={2,}", r"_{2,}", r"-{3,}", r"<{2,}", r">{2,}", r"~{2,}"]


def adapt_tokenizer(nlp: Language) -> None:
    """Make both additions; they are saved with the pipeline."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    _keep_runs_of_marks(tokenizer, nlp.Defaults)
    _add_capital_contractions(tokenizer)


def _keep_runs_of_marks(tokenizer: Tokenizer, defaults: type[BaseDefaults]) -> None:
    prefixes = [*RUNS_OF_MARKS, *(defaults.prefixes or [])]
    suffixes = [*RUNS_OF_MARKS, *(defaults.suffixes or [])]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search


def _add_capital_contractions(tokenizer: Tokenizer) -> None:
    rules = dict(tokenizer.rules)
    for text, pieces in rules.items():
        if not ("'" in text or "’" in text) or text.upper() in rules or not text[0].isalpha():
            continue
        raised = [_raised(piece) for piece in pieces]
        if "".join(str(piece[ORTH]) for piece in raised) == text.upper():
            tokenizer.add_special_case(text.upper(), raised)


def _raised(piece: dict[int, str]) -> dict[int, str]:
    form = piece[ORTH]
    return {ORTH: form.upper(), NORM: piece.get(NORM, form.lower())}
