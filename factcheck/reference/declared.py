"""What `[[derived]]` of topic.toml declares: which figures are computed, how and of what."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from factcheck.measures.periods import Period
from factcheck.reference.tables import CONFIDENCES, Asked, Derivation
from factcheck.reference.toml_reader import TomlReader

_ASKED = {"subject": str, "property": str}
_DERIVED = {
    "subject": str,
    "property": str,
    "how": str,
    "of": list,
    "at_least": str,
    "within": str,
    "confidence": str,
}
#: no threshold is larger
_MOST = Decimal(10) ** 15
#: of each way to compute: the least and the largest number of what it is made of, and what it needs
_WAYS = {
    "count": (1, 1, "at_least"),
    "rest": (2, 99, None),
    "growth": (1, 1, "within"),
    "until_next": (1, 1, None),
}


def read_derivation(row: dict[str, Any], reader: TomlReader) -> Derivation:
    """One declaration. Raises `Unusable` for one that cannot be computed."""
    reader.check(row, _DERIVED, "derived", needs=("subject", "property", "how", "of"))
    if row["how"] not in _WAYS:
        reader.refuse(row["how"], f"derived: how must be one of {', '.join(_WAYS)}")
    least, most, needed = _WAYS[row["how"]]
    if not least <= len(row["of"]) <= most or (needed and needed not in row):
        what = f"{least} in of" + (f" and {needed}" if needed else "")
        reader.refuse(row["property"], f"derived: {row['how']} needs {what}; see docs/topics.md")
    for asked in row["of"]:
        check_asked(asked, "derived", reader)
    if row.get("confidence", CONFIDENCES[0]) not in CONFIDENCES:
        reader.refuse("confidence", f"derived: confidence is one of {', '.join(CONFIDENCES)}")
    try:
        at_least = Decimal(row["at_least"]) if "at_least" in row else None
        within = Period.parse(row["within"]) if "within" in row else None
        if (at_least and not abs(at_least) < _MOST) or (within and within.is_open):
            raise ValueError
    except (ArithmeticError, ValueError):
        raise reader.refusal(
            "derived", 'derived: write at_least as "2.5", within as "2022/2025"'
        ) from None
    of = tuple(Asked(**asked) for asked in row["of"])
    return Derivation(
        row["how"], row["subject"], row["property"], of, at_least, within, row.get("confidence")
    )


def check_asked(asked: object, where: str, reader: TomlReader) -> None:
    """Raise `Unusable` unless it names a subject and a property."""
    reader.check(asked, _ASKED, where, needs=("subject", "property"))
