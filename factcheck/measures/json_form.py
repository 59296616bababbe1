"""A value in the JSON form of the answers and of `factcheck values`."""

from __future__ import annotations

from decimal import Decimal

from factcheck.measures.values import Value


def to_json(value: Value) -> dict[str, object]:
    """`value` as JSON has it: start, end, text, kind, value, unit, of, hedge, low, high; and
    `per` and `note` where there are any. Decimals become numbers."""
    answer: dict[str, object] = {
        "start": value.start,
        "end": value.end,
        "text": value.text,
        "kind": value.kind,
        "value": _number(value.value),
        "unit": value.unit,
        "of": value.of,
        "hedge": value.hedge,
        "low": _number(value.low),
        "high": _number(value.high),
    }
    if value.per:
        answer["per"] = value.per
    if value.note:
        answer["note"] = value.note
    return answer


def _number(value: Decimal | str | None) -> int | float | str | None:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
