"""From statements to claims on a table: the first shape that reads a sentence wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.language.making import Findings
from factcheck.language.sheets import (
    alike,
    changes,
    comparisons,
    counts,
    distinct,
    frequency,
    groups,
    lookups,
    matches,
    shares,
    sums,
    superlatives,
)
from factcheck.language.sheets.beyond import is_beyond
from factcheck.language.sheets.clauses import clauses
from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.statement import Drafted, Statement
from factcheck.records import Claim, Document, NotJudged

_SHAPES: tuple[tuple[str, Callable[[Statement], list[Drafted]]], ...] = (
    ("match", matches.read_match),
    ("change", changes.read_change),
    ("multiple", sums.read_multiple),
    ("each", groups.read_each),
    ("only", groups.read_only),
    ("share", shares.read_share),
    ("often", groups.read_often),
    ("none", groups.read_none),
    ("sum", sums.read_total),
    ("same", alike.read_same),
    ("difference", alike.read_difference),
    ("comparison", comparisons.read_comparison),
    ("two columns", comparisons.read_columns),
    ("more rows", frequency.read_more_rows),
    ("superlative", superlatives.read_superlative),
    ("most rows", frequency.read_most_rows),
    ("distinct", distinct.read_distinct),
    ("count", counts.read),
    ("look-up", lookups.read),
)
_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s+[A-Z\"“])|\n\s*\n|\Z)", re.DOTALL)
#: longer sentences are left alone
_LONGEST = 600


def find_table_claims(document: Document, index: TableIndex) -> Findings:
    """The claims of a document about a table, in order, and what could not become one."""
    found = Findings()
    for start, text in _sentences(document.text):
        reason, read = _read(Statement(text, index))
        if not read:
            found.not_judged.append(NotJudged(start, start + len(text), text, reason))
        for shape, statement, draft in read:
            found.claims.append(_claim(draft, statement, text, start, shape, document))
    found.claims.sort(key=lambda claim: (claim.start, claim.end))
    return found


def _read(statement: Statement) -> tuple[str, list[tuple[str, Statement, Drafted]]]:
    """The claims, each with the name of its shape and the clause that it is of; without any the
    reason. What no shape reads as a whole is read clause by clause, if each can be."""
    if not statement.parts or len(statement.text) > _LONGEST:
        return "no_subject", []
    found = _read_whole(statement)
    if found:
        return "", found
    for left, right in clauses(statement):
        first, second = _read_whole(left), _read_whole(right)
        if first and second:
            return "", [*first, *second]
    return "ambiguous", []


def _read_whole(statement: Statement) -> list[tuple[str, Statement, Drafted]]:
    for name, read in _SHAPES:
        drafts = read(statement)
        if drafts:
            return [(name, statement, draft) for draft in drafts]
        if read is matches.read_match and is_beyond(statement):
            break
    return []


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(text):
        said = match.group().rstrip()
        if said:
            yield match.start(), said


def _claim(
    draft: Drafted, statement: Statement, text: str, offset: int, shape: str, document: Document
) -> Claim:
    tokens = statement.tokens
    start, end = offset + tokens[draft.start].start, offset + tokens[draft.end - 1].end
    quote = document.text[start:end]
    value = replace(draft.value, start=start, end=end)
    return Claim(
        start,
        end,
        quote,
        text,
        offset,
        draft.question,
        draft.kind,
        value,
        asserted_by=document.speaker,
        negated=draft.negated,
        trace=(f"shape: {shape}", *draft.why),
    )
