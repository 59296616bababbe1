"""Learn how sure a learned reading is: the weights of `factcheck/language/words/evidence.toml`.

Run it in the root of the repository with scikit-learn 1.9 beside factcheck, before
`training.readings` (whose files it overwrites with such as know half of the texts):

    python -m training.evidence
    python -m training.readings

The texts of `training/told/` are cut in two halves. What is learned from the statements and one
half reads the other: once as it stands, where a reading that the facts refute is wrong; and once
for each value with another in its place, where a reading is right if it is of the fact that was
told.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
from factcheck.language.learned import learned_readings
from factcheck.language.making import Answered, make
from factcheck.language.memory import Context
from factcheck.language.sentences import Sentence
from factcheck.language.subjects import Subject
from factcheck.records import Claim, Document, Match
from training.readings import learn_all
from training.told import FOLDER, Told, read_told

WEIGHTS = Path("factcheck/language/words/evidence.toml")
#: the inverse of the regularisation
C = 0.3
#: evidence that turns up more seldom is not weighed
LEAST = 20
#: how much it counts where a wrong value is flagged by a wrong reading
MISREAD = 0.3
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"trillion": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6}


@dataclass(frozen=True)
class Example:
    """A reading that the facts refute: what is known of it, whether it is right, and how much the
    example counts."""

    evidence: Mapping[str, float]
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


def refuted(document: Document, checker: Checker) -> Iterator[tuple[Claim, Mapping[str, float]]]:
    """The learned readings of a document that the facts refute."""
    found: list[tuple[Claim, Mapping[str, float]]] = []

    def collect(
        sentence: Sentence,
        subjects: Sequence[Subject],
        context: Context,
        answers: Sequence[Answered],
    ) -> Iterator[Answered]:
        for reading, _, evidence in learned_readings(sentence, subjects, context, answers):
            made = make(replace(reading, certain=True, agrees_only=False), sentence, context)
            if isinstance(made, Claim) and made.certain and not made.negated:
                found.append((made, evidence))
        return iter(())

    with patch("factcheck.language.claims.find_learned", collect):
        checker.check(document)
    for claim, evidence in found:
        if judge(Match(claim, checker.lookup.answer(claim.question))).verdict == "refuted":
            yield claim, evidence


def examples(texts: Sequence[Told], checker: Checker) -> Iterator[Example]:
    """The refuted readings of texts, and of the same with wrong values."""
    facts = list(checker.lookup.known_facts())
    known = {each.fact: (each.subject, each.property) for each in facts}
    values: dict[str, list[str]] = defaultdict(list)
    for each in facts:
        said = checker.lookup.facts(each.subject, each.property)
        values[each.property] += [str(fact.value) for fact in said[:3]]
    for number, told in enumerate(texts):
        chance, text = random.Random(number), told.document.text
        for _, evidence in refuted(told.document, checker):
            yield Example(evidence, False)
        for start, end, fact in told.facts:
            changed = wrong(text[start:end], values[known[fact][1]], chance)
            if changed is None:
                continue
            document = replace(told.document, text=text[:start] + changed + text[end:])
            for claim, evidence in refuted(document, checker):
                if claim.start < start + len(changed) and start < claim.end:
                    asked = (claim.question.subject, claim.question.property)
                    is_right = asked == known[fact]
                    yield Example(evidence, is_right, 1 if is_right else MISREAD)


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


def write(weights: Mapping[str, float]) -> None:
    """Write the weights, the heaviest first."""
    lines = [
        "# How sure a learned reading is (evidence.py): weights of a logistic regression, by",
        "# training/evidence.py. What speaks for a reading is above zero.",
        "",
        "[weights]",
        *(f'"{name}" = {weight:.3f}' for name, weight in weights.items()),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


@click.command()
def main() -> None:
    """Learn the weights from both halves of the texts, each read by what the other taught."""
    found: list[Example] = []
    texts = [each for file in sorted(FOLDER.glob("*.jsonl")) for each in read_told(file)]
    for half in (0, 1):
        learn_all((), texts[1 - half :: 2])
        with Checker() as checker:
            found += examples(texts[half::2], checker)
        click.echo(f"{len(found)} readings, {sum(each.is_right for each in found)} right")
    write(weigh(found))


if __name__ == "__main__":
    main()
