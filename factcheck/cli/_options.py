"""Options that stand in `factcheck.toml`, or under `[tool.factcheck]` in `pyproject.toml`.

The nearest of these files counts, from the working folder upwards. Its keys are the long
options of `check` and of the commands that share them; what is typed goes before.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.records import Unusable

#: the options that a file may hold, and those of them that name files relative to it
_SHARED = frozenset({"topic", "reference", "known_on"})
_FILES = frozenset({"waivers", "baseline"})
_OF_CHECK = _SHARED | _FILES | {"speaker", "date", "only", "ignore", "format", "explain", "stance"}
_HOUSE = frozenset({"publisher", "page", "scale", "rating_refuted", "rating_supported"})
_OF_BATCH = _SHARED | {"speaker", "date", "jobs"}
_COMMANDS = {
    "check": _OF_CHECK,
    "batch": _OF_BATCH,
    "replay": _SHARED,
    "recheck": _SHARED,
    "score": _SHARED,
    "serve": _SHARED,
    "report": _HOUSE | {"waivers"},
}
_KNOWN = _OF_CHECK | _OF_BATCH | _HOUSE
_PATHS = frozenset({"topic", "reference"})


def default_map(command: str, folder: Path | None = None) -> dict[str, Any]:
    """The defaults that the nearest file gives `command`, as click wants them."""
    wanted = _COMMANDS.get(command)
    if wanted is None:
        return {}
    file, settings = _nearest(folder or Path.cwd())
    for key in settings:
        if key.replace("-", "_") not in _KNOWN:
            known = ", ".join(sorted(_KNOWN)).replace("_", "-")
            raise Unusable(f"{file}: unknown option {key!r}: known are {known}")
    options = {key.replace("-", "_"): value for key, value in settings.items()}
    return {
        command: {
            key: _value(key, value, file.parent) for key, value in options.items() if key in wanted
        }
    }


def _nearest(folder: Path) -> tuple[Path, dict[str, Any]]:
    for parent in (folder, *folder.parents):
        file = parent / "factcheck.toml"
        if file.is_file():
            return file, _toml(file)
        file = parent / "pyproject.toml"
        if file.is_file() and b"[tool.factcheck]" in file.read_bytes():
            settings: dict[str, Any] = _toml(file)["tool"]["factcheck"]
            return file, settings
    return folder, {}


def _toml(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        with file.open("rb") as stream:
            return tomllib.load(stream)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"{file}: no TOML: {error}") from None


def _value(key: str, value: object, folder: Path) -> object:
    if key in _FILES:
        return str(folder / str(value))
    return _resolved(value, folder) if key in _PATHS else _text(value)


def _resolved(value: object, folder: Path) -> object:
    """Paths relative to the file; a bare name ("offices") is a shipped topic."""
    if isinstance(value, list):
        return [_resolved(item, folder) for item in value]
    text = str(value)
    return str(folder / text) if "/" in text or text.endswith(".db") else text


def _text(value: object) -> object:
    """Dates that TOML has read become text again, as if typed."""
    if isinstance(value, list):
        return [_text(item) for item in value]
    return value if isinstance(value, bool) else str(value)
