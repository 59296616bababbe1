"""What differs between two reports on the same text, in lines: claims with the facts they cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.records import Report, Verdict
from factcheck.reports.answer import answer

#: what of a claim's answer is compared, in the order of telling
_TOLD = ("id", "verdict", "diagnosis", "correction", "kind", "stance", "asserted_by", "arithmetic")
_REST = (
    "value",
    "subject",
    "property",
    "time",
    "explanation",
    "corrected_sentence",
    "facts",
    "said_before",
)
#: the longest value that is printed whole
_LONGEST = 80

_Phrase = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A claim of which the answer is not the same; `was` or `is_now` is `None` where it is not."""

    was: Verdict | None
    is_now: Verdict | None
    #: what is said of it: the claim, and what differs
    name: str
    told: tuple[str, ...]
    #: the ids of the cited facts that are told of
    facts: frozenset[str] = frozenset()

    @property
    def is_of_verdict(self) -> bool:
        """Whether the verdict itself is another one."""
        return self.was is None or self.is_now is None or self.was.verdict != self.is_now.verdict

    def __str__(self) -> str:
        """One line."""
        return f"{self.name}: {'; '.join(self.told)}"


def differences(old: Report, new: Report) -> Iterator[str]:
    """What differs, a line each; none if the answers say the same."""
    before, now = answer(old), answer(new)
    if before["text"] != now["text"]:
        yield "text: changed"
    if before["version"] != now["version"]:
        yield f"version: {before['version']}, now {now['version']}"
    if before["reference"] != now["reference"]:
        hashes = (before["reference"]["hash"], now["reference"]["hash"])
        yield f"facts: reference {hashes[0]}, now {hashes[1]}"
    yield from map(str, changed_claims(old, new))
    for key in ("speaker", "date", "error", "not_judged"):
        if before.get(key) != now.get(key):
            yield f"{key.replace('_', ' ')}: changed"


def changed_claims(old: Report, new: Report) -> Iterator[Change]:
    """The phrases whose answers differ, in the order of the text."""
    before, now = _by_phrase(old), _by_phrase(new)
    for phrase in sorted({**before, **now}):
        was, said = before.get(phrase, (None, {}))
        is_now, says = now.get(phrase, (None, {}))
        quote, id = (said or says)["quote"], (said or says)["id"]
        name = f"claim {id} {quote!r}"
        if was is None and is_now is not None:
            yield Change(was, is_now, name, (f"new, {is_now.verdict}",))
        elif is_now is None and was is not None:
            yield Change(was, is_now, name, (f"no longer found, was {was.verdict}",))
        elif told := tuple(_values(said, says)):
            facts = dict(_facts(said, says))
            yield Change(was, is_now, name, (*told, *facts.values()), frozenset(facts))


def _by_phrase(report: Report) -> dict[_Phrase, tuple[Verdict, Mapping[str, Any]]]:
    """The verdicts that the answer shows, with what it says of them; a phrase has one."""
    said = {(one["start"], one["end"], one["quote"]): one for one in answer(report)["claims"]}
    claims = ((verdict, verdict.claim) for verdict in report.verdicts)
    judged = {(claim.start, claim.end, claim.quote): verdict for verdict, claim in claims}
    return {at: (judged[at], said[at]) for at in said if at in judged}


def _values(was: Mapping[str, Any], is_now: Mapping[str, Any]) -> Iterator[str]:
    """What differs in the claim itself; if nothing that can be told in a word, where."""
    differing = [key for key in _TOLD if was[key] != is_now[key]]
    for key in differing:
        yield f"{key.replace('_', ' ')} {_short(was[key])}, now {_short(is_now[key])}"
    if not differing:
        for key in _REST:
            if was.get(key) != is_now.get(key):
                yield f"{key.replace('_', ' ')} changed"


def _short(value: object) -> str:
    text = str(value or "none")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _facts(was: Mapping[str, Any], is_now: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The facts cited that are new, are gone or have changed, by id."""
    before = {fact["id"]: fact for fact in was["facts"]}
    now = {fact["id"]: fact for fact in is_now["facts"]}
    for id in sorted({**before, **now}):
        if id not in now:
            yield id, f"fact {id} ({before[id]['value']}) no longer answers"
        elif id not in before:
            yield id, f"fact {id} ({now[id]['value']}) answers now"
        elif before[id] != now[id]:
            keys = [key for key in before[id] if before[id][key] != now[id][key]]
            # its text and sources only where nothing else differs
            told = [key for key in keys if key not in ("text", "sources")] or keys
            said = (
                key if key == "sources" else f"{key} {before[id][key]}, now {now[id][key]}"
                for key in told
            )
            yield id, f"fact {id}: {', '.join(said)}"
