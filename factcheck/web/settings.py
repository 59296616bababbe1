"""What the page is told: which facts count, and who may ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import Any

from factcheck.api import read_date

#: where our addresses begin
PREFIX = "/-/factcheck"


@dataclass(frozen=True, slots=True)
class Settings:
    """What Datasette's configuration says of the plugin `factcheck`."""

    topics: tuple[str, ...] = ()
    #: a built store to use instead of topics
    reference: Path | None = None
    #: answers as the facts stood on that day
    known_on: Date | None = None
    #: names under which we may be addressed; none: any
    hosts: frozenset[str] = frozenset()

    @staticmethod
    def of(config: Mapping[str, Any] | None) -> Settings:
        """The settings of a plugin configuration. Raises `Unusable` for what is no day."""
        told = config or {}
        reference = told.get("reference")
        return Settings(
            tuple(told.get("topics", ())),
            Path(reference) if reference else None,
            read_date(told.get("known_on") or None),
            frozenset(told.get("hosts", ())),
        )

    def as_config(self) -> dict[str, Any]:
        """The configuration that `of` reads."""
        return {
            "topics": list(self.topics),
            "reference": str(self.reference) if self.reference else None,
            "known_on": self.known_on.isoformat() if self.known_on else None,
            "hosts": sorted(self.hosts),
        }
