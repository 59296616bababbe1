"""What the HTML page can be filtered by, without scripts: classes of claims, rules of CSS.

A claim has a class a choice. A document, or a fold of claims, has the classes of its claims, and
one for each pair and triple of choices that one of its claims fits, so that its heading goes when
no claim below it fits all that was chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from factcheck.records import KINDS, Report
from factcheck.reports.answer import shown
from factcheck.reports.html_cards import VERDICTS, Card, speaker_of

#: speakers that can be filtered by
_SPEAKERS = 24


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a group: its id, the words for it, and how many claims fit."""

    id: str
    told: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Choices of which one holds: by verdict, kind or speaker."""

    id: str
    name: str
    choices: tuple[Choice, ...]


@dataclass(slots=True)
class Filters:
    """What is counted while the documents are written, for the filters above them."""

    verdicts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    numbers: dict[str, int] = field(default_factory=dict)
    #: pairs and triples of choices that a claim fits
    fitting: set[str] = field(default_factory=set)

    def count(self, report: Report) -> None:
        """Count the claims of a report; before its classes are asked for."""
        for verdict in shown(report):
            self.verdicts[verdict.verdict] += 1
            self.kinds[verdict.claim.kind] += 1
            if speaker := speaker_of(report, verdict):
                self.speakers[speaker] += 1
                self.numbers.setdefault(speaker, len(self.numbers) + 1)

    def classes(self, card: Card) -> str:
        """The classes of a claim."""
        return " ".join(self._choices(card))

    def classes_of_all(self, cards: Iterable[Card]) -> str:
        """The classes of a document or a fold that holds these claims."""
        fits = list(dict.fromkeys(tuple(self._choices(card)) for card in cards))
        several = {_several(some) for choices in fits for some in _subsets(choices)}
        self.fitting |= several
        return " ".join([*sorted({one for choices in fits for one in choices}), *sorted(several)])

    def groups(self) -> list[Group]:
        """What can be filtered by: the groups in which there is something to choose."""
        most = sorted(self.speakers.items(), key=lambda pair: (-pair[1], pair[0]))[:_SPEAKERS]
        verdicts = (Choice(f"v-{v}", VERDICTS[v].lower(), self.verdicts[v]) for v in VERDICTS)
        kinds = (Choice(f"k-{k}", k.replace("_", " "), self.kinds[k]) for k in KINDS)
        speakers = (Choice(f"s-{self.numbers[name]}", name, count) for name, count in most)
        groups = (
            Group(id, name, tuple(choice for choice in choices if choice.count))
            for id, name, choices in (
                ("v", "Verdict", verdicts),
                ("k", "Kind", kinds),
                ("s", "Speaker", speakers),
            )
        )
        return [group for group in groups if len(group.choices) > 1]

    def rules(self) -> Iterator[tuple[str, str, bool]]:
        """For each pair and triple of choices: the selector of both, the class of what holds a
        claim that fits them, and whether any claim does."""
        groups = [[choice.id for choice in group.choices] for group in self.groups()]
        for size in range(2, len(groups) + 1):
            for some in combinations(groups, size):
                for ids in product(*some):
                    selector = " ~ ".join(f"#{id}:checked" for id in ids)
                    yield selector, _several(ids), _several(ids) in self.fitting

    def _choices(self, card: Card) -> Iterator[str]:
        yield f"v-{card.verdict}"
        yield f"k-{card.kind}"
        if speaker := self.numbers.get(card.speaker):
            yield f"s-{speaker}"


def _subsets(choices: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(2, len(choices) + 1):
        yield from combinations(choices, size)


_SHORT = {
    **{f"v-{name}": f"v{number}" for number, name in enumerate(VERDICTS)},
    **{f"k-{name}": f"k{number}" for number, name in enumerate(KINDS)},
}


def _several(choices: tuple[str, ...]) -> str:
    """The class of a pair or triple of choices, short since there are many: "v0k3s1"."""
    return "".join(_SHORT.get(id) or id.replace("-", "") for id in choices)
