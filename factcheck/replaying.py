"""Checking again: an answer that was kept, and what differs now, with the reason.

`check_again` checks the text of a kept answer; `differences` says in lines what is no longer
the same: text, version, facts, and each claim with the facts that made the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.records import Document, Report, Unusable, Verdict
from factcheck.reports.answer import answer, claim_id
from factcheck.reports.redacting import is_redacted

if TYPE_CHECKING:
    from factcheck.api import Checker

_Claims = dict[tuple[int, int, str], Mapping[str, Any]]
#: what of a claim's answer is compared, in the order of telling
_TOLD = ("verdict", "diagnosis", "correction", "kind", "stance", "asserted_by", "arithmetic")
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


def check_again(old: Report, checker: Checker) -> Report:
    """The report on the same text as it is now.

    A file that the answer names and that is still there is read again; else the text of the
    answer is. Places that only the file could tell are then those of the old report. Raises
    `Unusable` for an answer without its text.
    """
    name = old.document.id or "answer"
    if old.error:
        raise Unusable(f"{name}: could not be checked then either: {old.error}")
    if is_redacted(old) or not old.document.text.strip():
        raise Unusable(f"{name}: its text was left out: replay an answer that was not redacted")
    document = _from_file(old.document) or _from_text(old.document)
    new = _chosen(checker.check(document), old.options)
    return replace(_placed(new, old), options=old.options)


def differences(old: Report, new: Report) -> Iterator[str]:
    """What differs, a line each; none if the answers are the same, byte for byte."""
    before, now = answer(old), answer(new)
    if before["text"] != now["text"]:
        yield "text: changed"
    if before["version"] != now["version"]:
        yield f"version: {before['version']}, now {now['version']}"
    if before["reference"] != now["reference"]:
        hashes = (before["reference"]["hash"], now["reference"]["hash"])
        yield f"facts: reference {hashes[0]}, now {hashes[1]}"
    yield from changed_claims(old, new)
    for key in ("speaker", "date", "error", "not_judged"):
        if before.get(key) != now.get(key):
            yield f"{key.replace('_', ' ')}: changed"


def changed_claims(old: Report, new: Report) -> Iterator[str]:
    """The claims whose verdicts differ, a line each, with the facts that made the difference."""
    before, now = _claims(old), _claims(new)
    for key in sorted({**before, **now}):
        was, is_ = before.get(key), now.get(key)
        name = f"claim {key[2]} {(was or is_ or {})['quote']!r}"
        if was is None and is_ is not None:
            yield f"{name}: new, {is_['verdict']}"
        elif is_ is None and was is not None:
            yield f"{name}: no longer found, was {was['verdict']}"
        elif was is not None and is_ is not None:
            told = [*_values(was, is_), *_facts(was, is_)]
            if told:
                yield f"{name}: {'; '.join(told)}"


def _values(was: Mapping[str, Any], is_: Mapping[str, Any]) -> Iterator[str]:
    for key in _TOLD:
        if was[key] != is_[key]:
            yield f"{key.replace('_', ' ')} {was[key] or 'none'}, now {is_[key] or 'none'}"
    if all(was[key] == is_[key] for key in _TOLD):
        for key in _REST:
            if was.get(key) != is_.get(key):
                yield f"{key.replace('_', ' ')} changed"


def _facts(was: Mapping[str, Any], is_: Mapping[str, Any]) -> Iterator[str]:
    """The facts cited that are new, are gone or have changed."""
    before = {fact["id"]: fact for fact in was["facts"]}
    now = {fact["id"]: fact for fact in is_["facts"]}
    for id in sorted({**before, **now}):
        if id not in now:
            yield f"fact {id} ({before[id]['value']}) no longer answers"
        elif id not in before:
            yield f"fact {id} ({now[id]['value']}) answers now"
        elif before[id] != now[id]:
            changed = [key for key in before[id] if before[id][key] != now[id][key]]
            told = [key for key in changed if key not in ("text", "sources")] or changed
            yield (
                "fact "
                + id
                + ": "
                + ", ".join(
                    f"{key} {before[id][key]}, now {now[id][key]}" if key in told[:3] else key
                    for key in told
                    if key != "sources"
                )
            )


def _claims(report: Report) -> _Claims:
    return {(one["start"], one["end"], one["id"]): one for one in answer(report)["claims"]}


def _from_file(old: Document) -> Document | None:
    """The document of the file that its id names, if it is still there."""
    from factcheck.documents import read, readers

    path = Path(old.id or "")
    try:
        if path.suffix.lower() not in readers() or not path.is_file():
            return None
    except (OSError, ValueError):
        return None
    found = read(path)
    if len(found) != 1 or found[0].id != old.id:
        return None
    return replace(found[0], speaker=old.speaker, date=old.date)


def _from_text(old: Document) -> Document:
    from factcheck.documents.turns import document

    return document(old.text, id=old.id, speaker=old.speaker, date=old.date)


def _chosen(report: Report, options: Mapping[str, str]) -> Report:
    """Only the kinds that were wanted, and traces only if they were asked for."""
    only, ignore = (options.get(name, "").split(",") for name in ("only", "ignore"))
    verdicts = tuple(
        verdict if options.get("explain") else _without_trace(verdict)
        for verdict in report.verdicts
        if (only == [""] or verdict.claim.kind in only) and verdict.claim.kind not in ignore
    )
    return replace(report, verdicts=verdicts)


def _without_trace(verdict: Verdict) -> Verdict:
    return replace(verdict, trace=(), claim=replace(verdict.claim, trace=()))


def _placed(new: Report, old: Report) -> Report:
    """Claims at the same phrase keep the place and the decision that the old report has."""
    known = {(v.claim.start, v.claim.end, claim_id(v.claim)): v for v in old.verdicts}
    verdicts = list[Verdict]()
    for verdict in new.verdicts:
        claim = verdict.claim
        same = known.get((claim.start, claim.end, claim_id(claim)))
        if same is not None:
            claim = replace(claim, place=same.claim.place)
            verdict = replace(verdict, claim=claim, decision=same.decision)
        verdicts.append(verdict)
    return replace(new, verdicts=tuple(verdicts))


def known_on(report: Report) -> date | None:
    """The day whose facts the report was judged by, if one was asked for."""
    text = report.options.get("known_on")
    return date.fromisoformat(text) if text else None
