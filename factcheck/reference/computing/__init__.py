"""Facts that a topic declares to be computed (`[[derived]]` in topic.toml), made when asked for.

One file a way to compute. Each function takes the declaration, the subject asked for and the
facts, and gives facts made from others (`deriving/making.py`); none where a part is missing.
What a source states is not computed. To add a way: a function in a file here, a line in `WAYS`,
one in `_WAYS` of declared.py and one in schema.sql.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.records import Fact
from factcheck.reference.computing.counted import counted
from factcheck.reference.computing.growth import growth
from factcheck.reference.computing.rest import rest
from factcheck.reference.computing.until_next import until_next
from factcheck.reference.tables import Derivation, FactTable

WAYS: Mapping[str, Callable[[Derivation, str, FactTable], list[Fact]]] = {
    "count": counted,
    "rest": rest,
    "growth": growth,
    "until_next": until_next,
}
