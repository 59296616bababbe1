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
    database: str,
    datasette: Datasette,
) -> Markup | None:
    """A cell as a link, where it names a fact or a source."""
    told = _LINKS.get((database, column))
    if told is None or not row[column] or FACTS not in datasette.databases:
        return None
    cells = dict(zip(row.keys(), row, strict=False))
    path = told(cells) if "topic" in cells else None
    if path is None:
        return None
    return Markup('<a href="{}">{}</a>').format(datasette.urls.path(path), row[column])


def _used_fact(cells: dict[str, Any]) -> str:
    """A row of `facts_used`, or of a query with the same columns."""
    record = json.loads(cells.get("record") or "{}").get("Fact", {})
    made_from = record.get("made_from") or json.loads(cells.get("made_from") or "[]")
    return facts_path(cells["topic"], cells["fact"], made_from)


def _source(cells: dict[str, Any]) -> str:
    return f"/{FACTS}/sources?" + urlencode({"topic": cells["topic"], "id": cells["source"]})


_LINKS: dict[tuple[str, str], Callable[[dict[str, Any]], str]] = {
    (RESULTS, "fact"): _used_fact,
    (FACTS, "source"): _source,
}
