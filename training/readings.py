"""Learn from statements what the words around a value tell of its property and subject.

Writes the `learned.csv` of each shipped topic from the statements of `claims/` and the texts of
`training/told/`; run it in the root of the repository with scikit-learn 1.9 beside factcheck:

    python -m training.readings
    python -m training.readings --without fresh-35 --without fresh-36   (to score these)

An example is a value of a read sentence: the cues around it (`language/surroundings.py`), and the
property and the subject of the facts that its row cites; of a row without ids, those by which the
program judged it rightly. A value without a row is an example of nothing, and so is each of the
near misses of the tests, which have the words of a property and speak of something else. The value
itself is no cue, so that false statements teach as well as true ones.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from factcheck.api import Checker
from factcheck.documents.turns import document
from factcheck.language.claims import open_context, read_sentence
from factcheck.language.making import Findings
from factcheck.language.passages import read_sentences
from factcheck.language.surroundings import surroundings
from factcheck.records import Document
from factcheck.reference.learned import COLUMNS, FILE
from factcheck.reference.topics import shipped_topics
from factcheck.scoring import read_statements, score_statement
from factcheck.scoring.meeting import Outcome, RowOutcome, spans
from training.told import FOLDER, Told, read_told

#: what is learned from, beside the texts of `told/`
CLAIMS = Path("claims")
NEAR = Path("tests/language/cases/near_misses.txt")
#: a cue, a property and a subject must turn up so often
LEAST_CUE, LEAST_PROPERTY, LEAST_SUBJECT = 3, 3, 6
#: the inverse of the regularisation, by the batches held out
C = 3.0
#: weights nearer to zero are left out (hundredths)
LEAST_WEIGHT = 20
#: what stands before a near miss, as in its test, and the day of saying
BEFORE = (
    "",
    "South Korea and the United States have been allies for decades. ",
    "The 11th Special Measures Agreement was a long story. ",
)
DAY = date(2025, 3, 1)
_WORDS = re.compile(r"[a-z0-9][\w.-]*\w")


@dataclass(frozen=True)
class Example:
    """A value's cues, and what it is of: "" for nothing known, `None` where that is open."""

    cues: Mapping[str, float]
    property: str | None
    subject: str | None


def examples(files: Iterable[Path], checker: Checker) -> Iterator[Example]:
    """The examples of all statements. What was learned before has no part in them."""
    checker.lookup.likely_properties = lambda cues: ()
    facts = {known.fact: (known.subject, known.property) for known in checker.lookup.known_facts()}
    for file in files:
        for statement in read_statements(file):
            read = document(statement.text, speaker=statement.speaker, date=statement.date)
            outcome = score_statement(statement, checker.check(read))
            for start, end, cues in _values(read, checker):
                row = _row_at(start, end, outcome)
                told = _told(row, start, end, facts) if row else ("", "")
                yield Example(cues, *told)


def told(texts: Iterable[Told], checker: Checker) -> Iterator[Example]:
    """The values of texts that were written to tell facts."""
    facts = {known.fact: (known.subject, known.property) for known in checker.lookup.known_facts()}
    for each in texts:
        for start, end, cues in _values(each.document, checker):
            known = [name for a, b, name in each.facts if a < end and start < b]
            subject, property = facts[known[0]] if known else ("", "")
            yield Example(cues, property, subject)


def near_misses(file: Path, checker: Checker) -> Iterator[Example]:
    """The values of sentences that say nothing known, each alone and after what names something."""
    for line in file.read_text(encoding="utf-8").splitlines():
        for before in BEFORE if not line.startswith("#") else ():
            read = document(before + line, date=DAY)
            for start, _, cues in _values(read, checker):
                if start >= len(before):
                    yield Example(cues, "", "")


def _values(read: Document, checker: Checker) -> Iterator[tuple[int, int, dict[str, float]]]:
    """Where the values of the sentences that are read stand, each with its cues."""
    context, found = open_context(read, checker.lookup), Findings()
    for sentence in read_sentences(read, context, found):
        for value in sentence.values:
            if value.value is not None:
                yield value.start, value.end, surroundings(value, sentence, context)
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


def learn(
    known: Sequence[Example], labels: Sequence[str | None], least: int
) -> Iterator[tuple[str, Mapping[str, int]]]:
    """For each label that turns up often enough, what each cue weighs, in hundredths; "" is where
    the sum begins."""
    kept = [i for i, label in enumerate(labels) if label is not None]
    often = Counter(cue for i in kept for cue in known[i].cues)
    rows = [{cue: w for cue, w in known[i].cues.items() if often[cue] >= LEAST_CUE} for i in kept]
    vectors = DictVectorizer(sort=True)
    matrix = vectors.fit_transform(rows).tocsr()
    matrix.indices, matrix.indptr = matrix.indices.astype("i4"), matrix.indptr.astype("i4")
    cues = vectors.get_feature_names_out()
    told = np.array([labels[i] for i in kept])
    for label, times in sorted(Counter(told.tolist()).items()):
        if label and times >= least:
            model = LogisticRegression(C=C, solver="liblinear").fit(matrix, told == label)
            weights = np.rint(model.coef_[0] * 100).astype(int)
            found = {cues[i]: int(weights[i]) for i in np.flatnonzero(abs(weights) >= LEAST_WEIGHT)}
            yield label, {"": round(float(model.intercept_[0]) * 100), **found}


def write(
    folder: Path, learned: Sequence[Mapping[str, Mapping[str, int]]], names: Sequence[Iterable[str]]
) -> int:
    """Write a topic's file: of what was learned of properties and of subjects, what it names."""
    by_cue: dict[str, list[list[str]]] = defaultdict(lambda: [[], []])
    for place, (weights, own) in enumerate(zip(learned, names, strict=True)):
        for name in sorted(set(own) & set(weights)):
            for cue, weight in weights[name].items():
                by_cue[cue][place].append(f"{name}:{weight}")
    if not by_cue:
        return 0
    with (folder / FILE).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        for cue, told in sorted(by_cue.items()):
            rows.writerow([cue, *("; ".join(part) for part in told)])
    return len(by_cue)


def learn_all(without: Collection[str], texts: Iterable[Told]) -> None:
    """Learn from all statements of `claims/` but those of the files `without`, from the near misses
    and from `texts`, and write a file for each topic."""
    files = [file for file in sorted(CLAIMS.glob("*.toml")) if file.stem not in without]
    with Checker() as checker:
        known = [*examples(files, checker), *told(texts, checker), *near_misses(NEAR, checker)]
        topics = {topic.name: topic.path for topic in shipped_topics()}
        own = {name: _named(checker, name) for name in topics}
    click.echo(f"{len(known)} values of {len(files)} files and of texts")
    properties = dict(learn(known, [each.property for each in known], LEAST_PROPERTY))
    subjects = dict(learn(known, [each.subject for each in known], LEAST_SUBJECT))
    for name, folder in topics.items():
        click.echo(f"{name}: {write(folder, (properties, subjects), own[name])} cues")


@click.command()
@click.option("--without", multiple=True, help="a file of claims/ to hold out, by its name")
def main(without: Sequence[str]) -> None:
    """Learn from all statements and texts."""
    learn_all(
        without, [each for file in sorted(FOLDER.glob("*.jsonl")) for each in read_told(file)]
    )


def _named(checker: Checker, topic: str) -> tuple[frozenset[str], frozenset[str]]:
    """The properties of a topic, and the subjects of its facts."""
    own = [fact for fact in checker.lookup.known_facts() if fact.topic == topic]
    return frozenset(f.property for f in own), frozenset(f.subject for f in own)


if __name__ == "__main__":
    main()
