"""Values and names of texts with what they are of: the examples that the network learns from.

Of statements (`claims/`, `tests/topics/`) a value or name is of the property and subject of the
facts that its row cites; of a row without ids, of those by which the program judged it rightly. Of
texts that were written to tell facts (`told/`, `told_topics/`) it is of the fact that is marked.
All others are of nothing known. A universe is what they may be of: the properties and subjects of
one or several topics.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from factcheck.api import Checker
from factcheck.documents.turns import document
from factcheck.encoder.describing import property_tokens, subject_tokens
from factcheck.encoder.marking import bounded, marked
from factcheck.encoder.pieces import pieces
from factcheck.language.claims import open_context, read_sentence
from factcheck.language.likely import window
from factcheck.language.making import Findings
from factcheck.language.passages import read_sentences
from factcheck.measures.reading import read_values
from factcheck.records import Document, Mention
from factcheck.scoring import read_statements, score_statement
from factcheck.scoring.meeting import Outcome, RowOutcome, spans
from training.told import FOLDER, TOPICS, Told, read_told

CLAIMS, TESTED = Path("claims"), Path("tests/topics")
NEAR = Path("tests/language/cases/near_misses.txt")
GENERAL = Path("training/general")
#: what stands before a near miss, as in its test, and the day of saying
BEFORE = (
    "",
    "South Korea and the United States have been allies for decades. ",
    "The 11th Special Measures Agreement was a long story. ",
)
DAY = date(2025, 3, 1)
_WORDS = re.compile(r"[a-z0-9][\w.-]*\w")
#: property and subject; "" for nothing known, `None` if open
Label = tuple[str | None, str | None]
#: of what is at a stretch of a text
Labels = Callable[[int, int], Label]


@dataclass(frozen=True)
class Mark:
    """A value, or a name and the entities that it may mean, at a token of its text."""

    place: int
    property: str | None
    subject: str | None
    is_name: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Text:
    """A sentence and what stands before it, in tokens. `source`: where it is from."""

    source: str
    tokens: tuple[int, ...]
    marks: tuple[Mark, ...]


@dataclass
class Universe:
    """What the values of some texts may be of: descriptions in tokens, by name."""

    properties: dict[str, tuple[int, ...]]
    subjects: dict[str, tuple[int, ...]]
    texts: list[Text] = field(default_factory=list)


def universes() -> Iterator[tuple[str, Universe]]:
    """All texts, by what their values may be of."""
    with Checker() as checker:
        yield "shipped", _universe(checker, _shipped(checker))
    for folder in sorted(TESTED.glob("*/claims.toml")):
        with Checker([str(folder.parent)]) as checker:
            texts = _of_statements(folder, folder.parent.name, checker)
            yield folder.parent.name, _universe(checker, texts)
    for file in sorted(TOPICS.glob("*/told.jsonl")):
        with Checker([str(file.parent)]) as checker:
            texts = _of_told(read_told(file), file.parent.name, checker)
            yield file.parent.name, _universe(checker, texts)
    yield "general", _general()


def _shipped(checker: Checker) -> Iterator[Text]:
    for file in sorted(CLAIMS.glob("*.toml")):
        yield from _of_statements(file, file.stem, checker)
    for file in sorted(FOLDER.glob("*.jsonl")):
        yield from _of_told(read_told(file), file.stem, checker)
    for number, line in enumerate(NEAR.read_text(encoding="utf-8").splitlines()):
        for before in BEFORE if not line.startswith("#") else ():
            read = document(before + line, date=DAY)
            yield from _texts(f"near:{number}", read, checker, lambda *_: ("", ""))


def _universe(checker: Checker, texts: Iterable[Text]) -> Universe:
    lookup, facts = checker.lookup, list(checker.lookup.known_facts())
    properties = {name: lookup.property(name) for name in sorted({f.property for f in facts})}
    subjects = sorted({fact.subject for fact in facts})
    return Universe(
        {name: property_tokens(each) for name, each in properties.items() if each},
        {name: subject_tokens(name, lookup.entity(name)) for name in subjects},
        list(texts),
    )


def _facts(checker: Checker) -> Mapping[str, tuple[str, str]]:
    """Subject and property of each fact."""
    return {known.fact: (known.subject, known.property) for known in checker.lookup.known_facts()}


def _of_statements(file: Path, name: str, checker: Checker) -> Iterator[Text]:
    facts = _facts(checker)
    for statement in read_statements(file):
        read = document(statement.text, speaker=statement.speaker, date=statement.date)
        outcome = score_statement(statement, checker.check(read))

        def label(start: int, end: int, outcome: Outcome = outcome) -> Label:
            row = _row_at(start, end, outcome)
            return _told(row, start, end, facts) if row else ("", "")

        yield from _texts(f"{name}:{statement.id}", read, checker, label)


def _of_told(texts: Iterable[Told], name: str, checker: Checker) -> Iterator[Text]:
    facts = _facts(checker)
    for number, each in enumerate(texts):

        def label(start: int, end: int, told: Told = each) -> tuple[str, str]:
            known = [fact for a, b, fact in told.facts if a < end and start < b]
            subject, property = facts[known[0]] if known else ("", "")
            return property, subject

        yield from _texts(f"{name}:{number}", each.document, checker, label)


def _texts(source: str, read: Document, checker: Checker, label: Labels) -> Iterator[Text]:
    """The sentences of a document that are read, each with its marks."""
    context, found = open_context(read, checker.lookup), Findings()
    named = {p.name for p in checker.lookup.properties() if p.type == "entity"}
    for sentence in read_sentences(read, context, found):
        near = window(sentence, checker.lookup)
        marks = []
        for value in sentence.values:
            at = near.place(value.start, value.end)
            property, subject = label(value.start, value.end)
            if at is not None:
                is_name = property in named
                marks.append(Mark(at, *((None, None) if is_name else (property, subject))))
        for mention in near.mentions:
            start, end = mention.start + near.offset, mention.end + near.offset
            at, (property, subject) = near.place(start, end), label(start, end)
            if at is not None:
                is_value = property in named and subject not in mention.entities
                told = (property, subject) if is_value else ("", "")
                marks.append(Mark(at, *told, True, mention.entities))
        yield Text(source, near.seen.tokens, tuple(marks))
        read_sentence(sentence, context, found)


def _row_at(start: int, end: int, outcome: Outcome) -> RowOutcome | None:
    """The row whose quotation a value lies in or touches; the nearest of several."""
    at = [
        (abs(first - start), place, row)
        for place, row in enumerate(outcome.rows)
        for first, last in spans(row.row.quote, outcome.statement.text)
        if first < end and start < last
    ]
    return min(at)[2] if at else None


def _told(
    row: RowOutcome, start: int, end: int, facts: Mapping[str, tuple[str, str]]
) -> tuple[str | None, str | None]:
    """The property and subject of a row: those of its facts, by preference as it was judged."""
    cited = [facts[word] for word in _WORDS.findall(row.row.why) if word in facts]
    asked = [
        (one.claim.question.subject, one.claim.question.property)
        for one in (row.answer,)
        if one is not None and one.verdict == row.row.verdict
        if one.claim.start < end and start < one.claim.end
    ]
    names = [name for _, name in cited] or [name for _, name in asked]
    if not names:
        return None, None
    judged = [name for _, name in asked if name in names]
    property = judged[0] if judged else max(names, key=names.count)
    subjects = [subject for subject, name in (*cited, *asked) if name == property]
    return property, subjects[0]


def _general() -> Universe:
    """The sentences of general properties (`general.py`); their subjects are made up."""
    universe = Universe({}, {})
    for file in sorted(GENERAL.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            name = row["property"]
            universe.properties.setdefault(name, bounded(pieces(name.replace("_", " "))))
            universe.texts.append(_general_text(f"{file.stem}:{number}", row))
    return universe


def _general_text(source: str, row: Mapping[str, str]) -> Text:
    text, begin = row["text"], row["text"].find(row["value"])
    end, of = begin + len(row["value"]), row["text"].find(row["subject"])
    name = Mention(of, of + len(row["subject"]), row["subject"], (row["subject"],))
    values = [v for v in read_values(text) if v.value is not None]
    values = [v for v in values if of < 0 or v.end <= name.start or name.end <= v.start]
    told = [v for v in values if v.start < end and begin < v.end]
    names = [name] if of >= 0 else []
    if not told and begin >= 0:
        names.append(Mention(begin, end, row["value"], (row["value"],)))
    seen = marked(text, 0, values, names)
    marks = []
    for each in (*values, *names):
        at = seen.places.get((each.start, each.end))
        is_told = each in told or each.start == begin
        if at is not None:
            own = each.entities if isinstance(each, Mention) else ()
            is_name = isinstance(each, Mention)
            marks.append(Mark(at, row["property"] if is_told else "", None, is_name, own))
    return Text(source, seen.tokens, tuple(marks))
