"""A checker without a reference: what it answers depends only on the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace, TracebackType

from click.testing import Result

from factcheck.measures.values import Value
from factcheck.records import Claim, Document, Question, Report, Unusable, Verdict

Run = Callable[..., Result]


class EchoingChecker:
    """Flags each "wrong" as a count, supports each "right" as a percentage, breaks at "break"."""

    def __init__(
        self,
        topics: Sequence[str] = (),
        *,
        reference: Path | None = None,
        known_on: date | None = None,
        table: Path | None = None,
        caption: str | None = None,
        key: str | None = None,
    ) -> None:
        if "unknown" in topics:
            raise Unusable("topic unknown: there is none of that name; known are bridges")
        self.topics = tuple(topics) or ("bridges",)
        self.lookup = SimpleNamespace(topics=self.topics, hash="0" * 32)

    def check(self, document: Document) -> Report:
        text = document.text
        if "break" in text:
            raise KeyboardInterrupt
        if "defect" in text:
            raise ZeroDivisionError("a defect")
        found = (
            *self._verdicts(text, "wrong", "refuted", "count"),
            *self._verdicts(text, "right", "supported", "percentage"),
        )
        return Report(document, found, (), self.topics, "0" * 32, "0.0.0")

    def _verdicts(self, text: str, word: str, verdict: str, kind: str) -> list[Verdict]:
        start = text.find(word)
        if start < 0:
            return []
        read = Value(start, start + 5, word, "number", Decimal(1))
        claim = Claim(
            start, start + 5, word, text, 0, Question("bridge", "users"), kind, read,
            trace=("read so",),
        )  # fmt: skip
        return [Verdict(claim, verdict, "Because.", trace=("judged so",))]

    def __enter__(self) -> EchoingChecker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing to close."""
