"""Records as JSON and back, without loss: what `from_json(to_json(record))` gives equals `record`.

A record becomes an object with its class as the only key, and of its fields those that are not
at their default; a tuple becomes an array, a `Decimal` or a date an object of one key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck import records

#: all that `records.py` knows, with values and periods
_CLASSES: dict[str, type[Any]] = {
    name: made
    for name, made in vars(records).items()
    if isinstance(made, type) and is_dataclass(made)
}
#: the fields of each with their defaults; `MISSING`, which nothing equals, where there is none
_DEFAULTS = {
    name: tuple((one.name, one.default) for one in fields(made)) for name, made in _CLASSES.items()
}


def to_json(record: object) -> str:
    """A record, or a tuple of records and numbers, as JSON in one line."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:  # noqa: ANN401
    """What `to_json` was given. Raises `ValueError`, `KeyError` or `TypeError` for other text."""
    return _made(json.loads(text))


def _plain(value: object) -> Any:  # noqa: ANN401
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return {"Decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if is_dataclass(value) and type(value).__name__ in _DEFAULTS:
        told = {
            name: _plain(getattr(value, name))
            for name, usual in _DEFAULTS[type(value).__name__]
            if getattr(value, name) != usual
        }
        return {type(value).__name__: told}
    raise TypeError(f"{type(value).__name__} is no record that is kept")


def _made(plain: object) -> Any:  # noqa: ANN401
    if isinstance(plain, list):
        return tuple(_made(item) for item in plain)
    if not isinstance(plain, Mapping):
        return plain
    [(name, told)] = plain.items()
    if name == "Decimal":
        return Decimal(told)
    if name == "date":
        return date.fromisoformat(told)
    return _CLASSES[name](**{field: _made(value) for field, value in told.items()})
