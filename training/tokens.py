"""Small additions to spaCy's English tokenizer, for what the treebanks cut otherwise.

Learned from where its tokens differ from those of the training parts; left alone: all that has
to do with money, figures, dates and years, and prefixes that rules of factcheck look for.
"""

import re

from spacy.language import BaseDefaults, Language
from spacy.symbols import NORM, ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

RUNS_OF_MARKS = [r"[!?]{2,}", r"\*{2,}", r"={2,}", r"_{2,}", r"-{2,}", r"<{2,}", r">{2,}", r"~{2,}"]
HOURS = r"(?<=\d:\d\d)(?:[ap]m|[AP]M|[ap]\.m\.|[AP]\.M\.)"  # 7:30|PM
AFTER_A_WORD = [r"(?<=[a-z])[!?]+(?=[A-Za-z])", r"(?<=[a-z])\((?=[A-Za-z])"]  # why|?|Because
WHOLE = (
    r"(?:1-)?\d{3}[-/]\d{3}-\d{4}",  # telephone numbers
    r"\d{3}-(?!\d\d00)\d{4}",  # shorter ones, but not 500-1000
    r"[Ee]-[A-Za-z]{3,}",  # e-mail
    r"(?i:non|anti|cross|over|semi|counter|neo|socio|micro)-[A-Za-z]{2,}(?:-[A-Za-z]{2,})?",
)
CUT_OTHERWISE = {"and/or", "):", "wed", "Wed", "WED"}  # spaCy: whole, a face, "we'd"
PIECES = {
    "wanna": (("wan", "want"), ("na", "to")),
    "Wanna": (("Wan", "want"), ("na", "to")),
    "outta": (("out", "out"), ("ta", "of")),
    "Ft.": (("Ft.", "ft."),),
    "Lt.": (("Lt.", "lt."),),
}


def adapt_tokenizer(nlp: Language) -> None:
    """Make all additions; they are saved with the pipeline."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    _cut_at_marks(tokenizer, nlp.Defaults)
    tokenizer.token_match = re.compile(f"(?:{'|'.join(WHOLE)})$").match
    tokenizer.rules = {t: cut for t, cut in tokenizer.rules.items() if t not in CUT_OTHERWISE}
    for text, pieces in PIECES.items():
        tokenizer.add_special_case(text, [{ORTH: form, NORM: norm} for form, norm in pieces])
    _add_capital_contractions(tokenizer)


def _cut_at_marks(tokenizer: Tokenizer, defaults: type[BaseDefaults]) -> None:
    """A run of one mark ("!!!", "?!", "=====") is one token, as in the treebanks."""
    prefixes = [*RUNS_OF_MARKS, *(defaults.prefixes or [])]
    suffixes = [*RUNS_OF_MARKS, HOURS, *(defaults.suffixes or [])]
    infixes = [*AFTER_A_WORD, *(defaults.infixes or [])]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _add_capital_contractions(tokenizer: Tokenizer) -> None:
    """Contractions in capitals are cut as in lower case (DIDN'T: DID, N'T)."""
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
