"""JSON as a grid: a list of objects, objects by name, or one object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.records import Unusable
from factcheck.reference.importing.grids import Grid, make_grid

#: the column of the names by which objects are kept
_NAME = "name"


def read_objects(file: Path, text: str) -> Grid:
    """The objects of a JSON file as rows. Raises `Unusable` with the line."""
    rows, unused = _objects(file, text), []
    header = list(dict.fromkeys(key for _, row in rows for key in row))
    if not header:
        raise Unusable(f"{file}: no objects with fields in it; give a list of objects")
    lines: list[tuple[int, list[str]]] = [(0, header)]
    for number, row in rows:
        cells = []
        for key in header:
            value = row.get(key)
            if isinstance(value, dict) or (isinstance(value, list) and _is_nested(value)):
                unused.append(f"row {number}, column {key!r}: nested; give it as a plain value")
                value = None
            cells.append(_text(value))
        lines.append((number, cells))
    return make_grid(file, lines, unused)


def _objects(file: Path, text: str) -> list[tuple[int, dict[str, Any]]]:
    if file.suffix.lower() == ".jsonl":
        parsed = [
            (number, _parse(file, line, number))
            for number, line in enumerate(text.splitlines(), start=1)
            if line.strip()
        ]
        return [(number, _object(file, value, number)) for number, value in parsed]
    content = _parse(file, text, 1)
    if isinstance(content, dict):
        lists = [value for value in content.values() if isinstance(value, list)]
        if len(lists) == 1 and lists[0] and all(isinstance(one, dict) for one in lists[0]):
            content = lists[0]
        elif content and all(isinstance(value, dict) for value in content.values()):
            content = [{_NAME: name, **value} for name, value in content.items()]
    if not isinstance(content, list):
        raise Unusable(f"{file}:1: no list of objects; give one object for each subject")
    return [(number, _object(file, one, number)) for number, one in enumerate(content, start=1)]


def _parse(file: Path, text: str, line: int) -> Any:  # noqa: ANN401
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Unusable(f"{file}:{line + error.lineno - 1}: no JSON: {error.msg}") from None
    except RecursionError:
        raise Unusable(f"{file}:{line}: nested too deeply") from None


def _object(file: Path, value: Any, number: int) -> dict[str, Any]:  # noqa: ANN401
    if not isinstance(value, dict):
        raise Unusable(f"{file}: entry {number} is no object; give one object for each subject")
    return {str(key).strip(): one for key, one in value.items()}


def _is_nested(values: list[Any]) -> bool:
    return any(isinstance(one, dict | list) for one in values)


def _text(value: Any) -> str:  # noqa: ANN401
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
