"""The whole story on one screen: text -> claims -> facts -> verdicts -> report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from factcheck import __version__
from factcheck.records import Claim, Document, Match, NotJudged, Report, Unusable, Verdict

if TYPE_CHECKING:
    from factcheck.language.making import Findings
    from factcheck.language.sheets.index import TableIndex
    from factcheck.reference.lookup import Lookup


class Checker:
    """Holds an opened reference, and the language pipeline once a text needed it.

    `topics`: names of shipped topics or folders (default: all shipped); `reference`: a built
    database to use instead; `known_on`: answers as the files stood on that day; `table`: a
    spreadsheet as the only reference, with its `caption` and, where it cannot be found, the
    header of the `key` column that names the subjects. Raises `Unusable` where these cannot be
    used. Close it, or use it in a `with` statement.
    """

    def __init__(
        self,
        topics: Sequence[str] = (),
        *,
        reference: Path | None = None,
        known_on: Date | None = None,
        table: Path | None = None,
        caption: str | None = None,
        key: str | None = None,
    ) -> None:
        self._index: TableIndex | None = None
        self.lookup: Lookup
        if table is None:
            from factcheck.reference.lookup import open_reference

            self.lookup = open_reference(topics, reference=reference, known_on=known_on)
            return
        if topics or reference or known_on:
            raise Unusable(f"{table}: a table is the only reference: leave topics and dates out")
        from factcheck.language.sheets.index import TableIndex
        from factcheck.reference.sheets.answering import open_table

        opened = open_table(table, caption, key)
        # of a table nothing is asked but what both have: answers, topics, hash
        self.lookup = cast("Lookup", opened)
        self._index = TableIndex(opened.table)

    def check(self, document: Document) -> Report:
        """Check one document."""
        found = self.find(document)
        return self.judge(document, found.claims, found.not_judged)

    def find(self, document: Document) -> Findings:
        """The claims of a document, and what could not become one."""
        if self._index is not None:
            from factcheck.language.sheets.claims import find_table_claims

            return find_table_claims(document, self._index)
        from factcheck.language.claims import find_claims

        return find_claims(document, names=self.lookup)

    def judge(
        self, document: Document, claims: Iterable[Claim], not_judged: Iterable[NotJudged]
    ) -> Report:
        """Judge claims that were found in a document; its text is not read again."""
        matches = [Match(claim, self.lookup.answer(claim.question)) for claim in claims]
        verdicts = _judged(matches) if matches else ()
        return Report(
            document,
            tuple(self._with_earlier(verdict, document.date) for verdict in verdicts),
            _left(not_judged, verdicts),
            tuple(self.lookup.topics),
            self.lookup.hash,
            __version__,
        )

    def _with_earlier(self, verdict: Verdict, day: Date | None) -> Verdict:
        """A refuted claim, with the checks of the same claim that were made by that day."""
        claim = verdict.claim
        if verdict.verdict != "refuted" or claim.negated:
            return verdict
        question = claim.question
        found = self.lookup.earlier(question.subject, question.property, claim.value, by=day)
        return replace(verdict, said_before=tuple(found))

    def close(self) -> None:
        """Close the reference."""
        self.lookup.close()

    def __enter__(self) -> Checker:
        """Nothing more to open."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the reference."""
        self.close()


def _judged(matches: Sequence[Match]) -> tuple[Verdict, ...]:
    from factcheck.checking.judging import judge
    from factcheck.checking.settling import settle

    certain = {(m.claim.start, m.claim.end) for m in matches if m.claim.certain}
    refuting = [(m.claim.start, m.claim.end) in certain or _is_change(m.claim) for m in matches]
    judged = [judge(each, refutes=one) for each, one in zip(matches, refuting, strict=True)]
    return tuple(settle(judged))


def _is_change(claim: Claim) -> bool:
    """A percentage may be told by its digits (`checking/company.py`), however it is bound."""
    return claim.kind == "percentage" and not claim.agrees_only


def _left(not_judged: Iterable[NotJudged], verdicts: Sequence[Verdict]) -> tuple[NotJudged, ...]:
    """What was not judged, without what a verdict covers."""
    from factcheck.measures.covering import Covered

    judged = Covered((verdict.claim.start, verdict.claim.end) for verdict in verdicts)
    return tuple(one for one in not_judged if not judged.touches(one.start, one.end))


def check(
    text: str,
    *,
    speaker: str | None = None,
    date: Date | str | None = None,
    topics: Sequence[str] = (),
    reference: Path | None = None,
    known_on: Date | None = None,
    table: Path | None = None,
    caption: str | None = None,
    key: str | None = None,
) -> Report:
    """Check a statement; `date` is the day of utterance (a date or ISO 8601 text). With a `table`
    (a CSV file) that is the only reference."""
    with Checker(
        topics, reference=reference, known_on=known_on, table=table, caption=caption, key=key
    ) as checker:
        return checker.check(Document(text, speaker=speaker, date=read_date(date)))


def read_date(text: Date | str | None) -> Date | None:
    """A day from ISO 8601 text; raises `Unusable` for what is none."""
    if text is None or isinstance(text, Date):
        return text
    try:
        return Date.fromisoformat(text)
    except ValueError:
        message = f"date {text!r} is no day of the calendar: write it like 2025-04-08"
        raise Unusable(message) from None
