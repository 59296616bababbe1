"""The checkers for judging kept answers again: by the facts that they name, unless told others."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click import get_current_context
from click.core import ParameterSource

from factcheck.records import Report

if TYPE_CHECKING:
    from factcheck.api import Checker


class Checkers(ExitStack):
    """A checker for each set of topics and day; closed together."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__()
        self.options = options
        self.opened: dict[object, Checker] = {}

    def of(self, report: Report) -> Checker:
        """The checker for a kept report. Raises `Unusable` where its topics are not there."""
        from factcheck.api import Checker
        from factcheck.replaying import known_on

        reference = self.options["reference"]
        topics = self._topics(report) or (() if reference else report.topics)
        day = self.options["known_on"] or known_on(report)
        key = (tuple(topics), day)
        if key not in self.opened:
            checker = Checker(topics, reference=reference, known_on=day)
            self.opened[key] = self.enter_context(checker)
        return self.opened[key]

    def _topics(self, report: Report) -> tuple[str, ...]:
        """The topics to judge by; those of an options file only say where the report's stand."""
        given: tuple[str, ...] = tuple(self.options["topic"])
        source = get_current_context().get_parameter_source("topic")
        if source is not ParameterSource.DEFAULT_MAP:
            return given
        folders = {Path(topic).name: topic for topic in given}
        return tuple(folders.get(topic, topic) for topic in report.topics)
