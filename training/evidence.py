"""Learn how sure a learned reading is: the weights of `factcheck/language/words/evidence.toml`.

Run it in the root of the repository with scikit-learn 1.9 beside factcheck, after a network has
been trained that does not know half of the texts, and before the one that ships is trained:

    python -m training.network MODEL_FOLDER --held-out 0
    python -m training.evidence
    python -m training.network MODEL_FOLDER

The texts that were held out (of `training/told/` and `training/told_topics/`) are read: once as
they stand, where a reading that the facts refute is wrong; and once for each value with another in
its place, where a reading is right if it is of the fact that was told.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import click
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from factcheck.api import Checker
from factcheck.checking.judging import judge
from factcheck.documents.turns import document
from factcheck.language.evidence import is_known
from factcheck.language.learned import learned_readings
from factcheck.language.learned_names import learned_names, may_be_another
from factcheck.language.making import Answered, make
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.records import Claim, Document, Match
from factcheck.scoring import read_statements
from factcheck.scoring.meeting import spans
from training.told import FOLDER, TOPICS, Told, half_of, read_told

CLAIMS, TESTED = Path("claims"), Path("tests/topics")
WEIGHTS = Path("factcheck/language/words/evidence.toml")
#: the inverse of the regularisation
C = 0.3
#: evidence that turns up more seldom is not weighed
LEAST = 20
#: how much it counts where a wrong value is flagged by a wrong reading
MISREAD = 0.3
#: names of nobody that a topic knows
NOBODY = ("Martin Hallqvist", "Elena Brandt", "Portugal", "Tobias Larkham", "Vienna")
Evidence = Mapping[str, float]
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"trillion": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6}


@dataclass(frozen=True)
class Example:
    """A reading of "values" or "names" that the facts refute: what is known of it, whether it is
    right, and how much the example counts."""

    of: str
    evidence: Evidence
    is_right: bool
    weight: float = 1.0


def wrong(quote: str, others: Sequence[str], chance: random.Random) -> str | None:
    """A quotation with another value: one time in two that of another fact, else with a digit
    changed, one of the last two of a year or one of the first two. `None` without digits."""
    number = _NUMBER.search(quote)
    if number is None:
        return None
    if others and chance.random() < 0.5:
        other = _written_like(number[0], chance.choice(others), quote)
        if other not in (None, number[0]):
            return quote[: number.start()] + str(other) + quote[number.end() :]
    year = _YEAR.search(quote)
    digits = [match.start() for match in re.finditer(r"\d", quote)]
    place = year.start() + chance.choice((2, 3, 3)) if year else chance.choice(digits[:2])
    figures = "123456789" if place == digits[0] else "0123456789"
    digit = chance.choice([other for other in figures if other != quote[place]])
    return quote[:place] + digit + quote[place + 1 :]


def _written_like(number: str, value: str, quote: str) -> str | None:
    """Another value as a number is written in a quotation; `None` where it can't be."""
    if _YEAR.fullmatch(number):
        year = _YEAR.match(value)
        return year[0] if year else None
    try:
        size = float(value)
    except ValueError:
        return None
    scale = next((by for word, by in _SCALES.items() if word in quote.lower()), 1.0)
    places = len(number.partition(".")[2])
    return f"{size / scale:{',' if ',' in number else ''}.{places}f}"


def refuted(read: Document, checker: Checker) -> Iterator[tuple[Claim, str, Evidence]]:
    """The learned readings of a document that the facts refute: of "values" and of "names"."""
    found: list[tuple[Claim, str, Evidence]] = []

    def collect(
        sentence: Sentence,
        subjects: Sequence[Subject],
        context: Context,
        answers: Sequence[Answered],
    ) -> Iterator[Answered]:
        of_values = learned_readings(sentence, subjects, context, answers)
        of_names = learned_names(sentence, subjects, context, answers)
        readings = [("values", reading, evidence) for reading, _, evidence in of_values]
        readings += [("names", reading, evidence) for reading, evidence in of_names]
        for of, reading, evidence in readings:
            if of == "values" and is_known(reading, context):
                continue
            if of == "names" and not may_be_another(reading, sentence, context):
                continue
            made = make(replace(reading, certain=True, agrees_only=False), sentence, context)
            if isinstance(made, Claim) and made.certain and not made.negated:
                found.append((made, of, evidence))
        return iter(())

    with (
        patch("factcheck.language.claims.find_learned", collect),
        patch("factcheck.language.claims.find_learned_names", lambda *_: iter(())),
    ):
        checker.check(read)
    for claim, of, evidence in found:
        if judge(Match(claim, checker.lookup.answer(claim.question))).verdict == "refuted":
            yield claim, of, evidence


def examples(texts: Sequence[Told], checker: Checker) -> Iterator[Example]:
    """The refuted readings of texts, and of the same with wrong values and names."""
    facts = list(checker.lookup.known_facts())
    known = {each.fact: (each.subject, each.property) for each in facts}
    values: dict[str, list[str]] = defaultdict(list)
    for each in facts:
        said = checker.lookup.facts(each.subject, each.property)
        values[each.property] += [str(fact.value) for fact in said[:3]]
    named = {each.name for each in checker.lookup.properties() if each.type == "entity"}
    for number, told in enumerate(texts):
        chance, text = random.Random(number), told.document.text
        for _, of, evidence in refuted(told.document, checker):
            yield Example(of, evidence, False)
        for start, end, fact in told.facts:
            others = values[known[fact][1]]
            if known[fact][1] in named:
                changed = another(text[start:end], others, chance)
            else:
                changed = wrong(text[start:end], others, chance)
            if changed is None:
                continue
            read = replace(told.document, text=text[:start] + changed + text[end:])
            for claim, of, evidence in refuted(read, checker):
                if claim.start < start + len(changed) and start < claim.end:
                    asked = (claim.question.subject, claim.question.property)
                    is_right = asked == known[fact]
                    yield Example(of, evidence, is_right, 1 if is_right else MISREAD)


def another(name: str, others: Sequence[str], chance: random.Random) -> str | None:
    """Another name: one time in two one that is the answer elsewhere, else of nobody known."""
    known = [other for other in others if name not in other and other not in name]
    if known and chance.random() < 0.5:
        return chance.choice(known)
    return chance.choice(NOBODY)


def weigh(found: Sequence[Example]) -> dict[str, float]:
    """What each piece of evidence weighs, and the bias."""
    counts = Counter(name for each in found for name in each.evidence)
    often = {name for name, times in counts.items() if times >= LEAST}
    vectors = DictVectorizer(sort=True, sparse=False)
    matrix = vectors.fit_transform(
        [{n: size for n, size in each.evidence.items() if n in often} for each in found]
    )
    scaler = StandardScaler().fit(matrix)
    right = np.array([each.is_right for each in found])
    model = LogisticRegression(C=C, max_iter=5000)
    model.fit(scaler.transform(matrix), right, [each.weight for each in found])
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    named = zip(vectors.get_feature_names_out(), map(float, weights), strict=True)
    return {"bias": bias, **dict(sorted(named, key=lambda each: (-abs(each[1]), each[0])))}


def write(weights: Mapping[str, Mapping[str, float]]) -> None:
    """Write the weights for each kind of reading, the heaviest first."""
    lines = [
        "# How sure a learned reading is (evidence.py): weights of logistic regressions, by",
        "# training/evidence.py. What speaks for a reading is above zero.",
    ]
    for of, own in weights.items():
        lines += ["", f"[{of}]", *(f'"{name}" = {weight:.3f}' for name, weight in own.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def held_out(half: int) -> Iterator[tuple[list[Told], Checker]]:
    """The texts of a half, with a checker that knows their topics."""
    with Checker() as checker:
        yield (
            [
                each
                for file in sorted(FOLDER.glob("*.jsonl"))
                for number, each in enumerate(read_told(file))
                if half_of(f"{file.stem}:{number}") == half
            ],
            checker,
        )
    for file in sorted(TOPICS.glob("*/told.jsonl")):
        if half_of(file.parent.name) == half:
            with Checker([str(file.parent)]) as checker:
                yield list(read_told(file)), checker


def of_statements(half: int) -> Iterator[Example]:
    """The refuted readings of labelled statements that the network does not know."""
    for file in sorted(CLAIMS.glob("*.toml")):
        yield from _labelled(file, lambda id, stem=file.stem: half_of(f"{stem}:{id}") == half)
    for file in sorted(TESTED.glob("*/claims.toml")):
        if half_of(file.parent.name) == half:
            yield from _labelled(file, lambda id: True, [str(file.parent)])


def _labelled(
    file: Path, is_unknown: Callable[[str], bool], topics: Sequence[str] = ()
) -> Iterator[Example]:
    with Checker(topics) as checker:
        for each in read_statements(file):
            if is_unknown(each.id):
                rows = [row.quote for row in each.expected if row.verdict == "refuted"]
                wrong_at = [span for quote in rows for span in spans(quote, each.text)]
                read = document(each.text, speaker=each.speaker, date=each.date)
                for claim, of, evidence in refuted(read, checker):
                    at = [start < claim.end and claim.start < end for start, end in wrong_at]
                    yield Example(of, evidence, any(at))


@click.command()
@click.option("--half", default=0, help="the half of the texts that the network does not know")
def main(half: int) -> None:
    """Learn the weights from the texts that the network in place does not know."""
    found: list[Example] = []
    for texts, checker in held_out(half):
        found += examples(texts, checker)
        click.echo(f"{len(found)} readings, {sum(each.is_right for each in found)} right")
    found += of_statements(half)
    write({of: weigh([e for e in found if e.of == of]) for of in ("values", "names")})


if __name__ == "__main__":
    main()
