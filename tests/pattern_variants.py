"""Variants of the sentence patterns: true ones, and the same with one thing changed."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

from pattern_facts import ROWS as AGREEMENTS
from pattern_facts import Row
from pattern_facts_abroad import ROWS as ABROAD

#: the day on which everything is said
SAID_ON = date(2026, 9, 15)
#: true sentences of one pattern
_OF_A_PATTERN = 150
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence with the phrases (offsets) on which its claims turn; `change`: what was done
    to the true sentence: "" (it is true), "digit", "other" or "swap"."""

    pattern: str
    text: str
    spans: tuple[tuple[int, int], ...]
    change: str
    true_text: str

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases on which the claims turn."""
        return tuple(self.text[start:end] for start, end in self.spans)


def variants() -> list[Variant]:
    """All variants, always the same ones in the same order."""
    path = Path(__file__).with_name("patterns.toml")
    patterns = tomllib.loads(path.read_text("utf-8"))["pattern"]
    found: dict[str, Variant] = {}
    for pattern in patterns:
        chance = random.Random(pattern["name"])
        rows = list((AGREEMENTS | ABROAD)[pattern["facts"]]())
        every = [
            (text, row, fill)
            for text, row in product(pattern["texts"], rows)
            for fill in _fillings(text, row)
        ]
        chosen = chance.sample(every, min(len(every), _OF_A_PATTERN))
        for text, row, fill in chosen:
            for one in _of(pattern["name"], "swap" in pattern, text, row, fill, chance):
                found.setdefault(one.text, one)
    return list(found.values())


def _fillings(text: str, row: Row) -> Iterator[dict[str, str]]:
    used = [name for name in row.fill if f"{{{name}}}" in text]
    for spelled in product(*(row.fill[name] for name in used)):
        yield dict(zip(used, spelled, strict=True))


def _of(
    name: str, is_swap: bool, text: str, row: Row, fill: dict[str, str], chance: random.Random
) -> Iterator[Variant]:
    true = _place(text.format(**fill))
    yield Variant(name, *true, "", true[0])
    if is_swap:
        swapped = fill | {"a": fill["b"], "b": fill["a"]}
        yield Variant(name, *_place(text.format(**swapped)), "swap", true[0])
        return
    wrong = {key: value for key, value in row.wrong.items() if key in fill}
    if wrong:
        yield Variant(name, *_place(text.format(**(fill | wrong))), "other", true[0])
        return
    before, _, rest = text.format(**fill).partition("[")
    phrase, _, after = rest.partition("]")
    changed = change_digit(phrase, chance)
    yield Variant(name, *_place(f"{before}[{changed}]{after}"), "digit", true[0])


def _place(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its brackets, a capital in front, and where they stood."""
    spans, parts, length = [], [], 0
    for index, part in enumerate(re.split(r"[\[\]]", marked)):
        if index % 2:
            spans.append((length, length + len(part)))
        parts.append(part)
        length += len(part)
    plain = "".join(parts)
    is_sentence = plain.endswith(".")
    return (plain[0].upper() + plain[1:] if is_sentence else plain), tuple(spans)


def change_digit(phrase: str, chance: random.Random) -> str:
    """The phrase with one digit changed; of a date the last digit of its year."""
    year = _YEAR.search(phrase)
    if year and not re.search(r"won|dollar|percent|%", phrase):
        place = year.end() - 1
    else:
        digits = [m.start() for m in re.finditer(r"\d", phrase)]
        significant = [d for d in digits if re.search(r"[1-9]", phrase[d:])] or digits
        place = chance.choice(significant)
    is_first = not re.search(r"\d", phrase[:place])
    others = [d for d in "0123456789" if d != phrase[place] and not (is_first and d == "0")]
    return phrase[:place] + chance.choice(others) + phrase[place + 1 :]
