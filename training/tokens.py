"""spaCy's English contractions in capitals too: DIDN'T is cut into DID and N'T as didn't is."""

from spacy.language import Language
from spacy.symbols import NORM, ORTH


def add_capital_exceptions(nlp: Language) -> None:
    """Add to the tokenizer, for every contraction in lower case, the same in capitals."""
    tokenizer = nlp.tokenizer
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
