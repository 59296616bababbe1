"""Links within the pages to browse: from a verdict to its facts, from a fact to its sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from markupsafe import Markup

if TYPE_CHECKING:
    from datasette.app import Datasette

#: the names under which the reference and a results database are browsed
FACTS, RESULTS = "facts", "results"
#: columns of a fact that are shown where a link leads to it
_SHOWN = ("topic", "id", "property", "value", "unit", "valid_first", "valid_last", "known_from",
          "qualifier", "rank", "confidence", "note")  # fmt: skip


def facts_path(topic: str, fact: str, made_from: Sequence[str] = ()) -> str:
    """Where a fact is shown; of one that was derived, the facts that it is made from."""
    chosen = {"topic": topic, "id": fact}
    if made_from:
        chosen = {"id__in": json.dumps(list(made_from))}
    return f"/{FACTS}/facts?" + urlencode([*chosen.items(), *(("_col", one) for one in _SHOWN)])


def topic_path(topic: str) -> str:
    """Where the facts of a topic are listed."""
    return f"/{FACTS}/facts?" + urlencode({"topic": topic, "_facet": "property"})


def cell_link(
    row: Any,  # noqa: ANN401
    column: str,
    table: str | None,
    database: str,
    datasette: Datasette,
) -> Markup | None:
    """A cell as a link, where it names a fact, a source, or (in a query) a subject of facts."""
    told = _LINKS.get((database, column))
    if told is None or not row[column] or FACTS not in datasette.databases:
        return None
    path = told(dict(zip(row.keys(), row, strict=False)), table)
    if path is None:
        return None
    return Markup('<a href="{}">{}</a>').format(datasette.urls.path(path), row[column])


def _used_fact(cells: dict[str, Any], table: str | None) -> str | None:
    """A row of `facts_used`, or of a query with the same columns."""
    if "topic" not in cells:
        return None
    record = json.loads(cells.get("record") or "{}").get("Fact", {})
    made_from = record.get("made_from") or json.loads(cells.get("made_from") or "[]")
    return facts_path(cells["topic"], cells["fact"], made_from)


def _source(cells: dict[str, Any], table: str | None) -> str | None:
    if "topic" not in cells:
        return None
    return f"/{FACTS}/sources?" + urlencode({"topic": cells["topic"], "id": cells["source"]})


def _subject(cells: dict[str, Any], table: str | None) -> str | None:
    """In a table Datasette itself leads to the subject's row."""
    return f"/{FACTS}/facts?" + urlencode({"subject": cells["subject"]}) if not table else None


_LINKS: dict[tuple[str, str], Callable[[dict[str, Any], str | None], str | None]] = {
    (RESULTS, "fact"): _used_fact,
    (FACTS, "source"): _source,
    (FACTS, "subject"): _subject,
}
