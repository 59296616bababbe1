"""What people decided, put beside verdicts: waivers from a file, and a baseline.

A waiver file is TOML, kept in git beside the texts:

    [[waiver]]
    claim = "0123456789ab"        # the claim's id, as every report prints it
    document = "speech.txt"       # optional: only in this document
    why = "The figure is from the ministry; corrected in print."
    by = "A. Editor"              # optional
    until = 2027-01-31            # optional: the last day on which it holds
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.records import Decision, Report, Unusable, Verdict
from factcheck.reports.answer import claim_id

#: what an editor may decide
DECISIONS = ("accepted", "false-alarm", "waived")
_ID = re.compile(r"[0-9a-f]{12}")
_KEYS = {"claim", "document", "why", "by", "until", "decision"}


@dataclass(frozen=True, slots=True)
class Waiver:
    """A decision on a claim: in one document (its id; "" for pasted text), or in all (None)."""

    claim: str
    decision: Decision
    document: str | None = None

    def is_over(self, today: date) -> bool:
        """Whether its last day lies before `today`."""
        return self.decision.until is not None and self.decision.until < today


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises `Unusable` naming the waiver that is wrong."""
    import tomllib

    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror or error}: name a file of waivers") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"{path}: no TOML: {error}") from None
    rows = read.get("waiver")
    if set(read) - {"waiver"} or not isinstance(rows, list):
        raise Unusable(f"{path}: write each waiver as [[waiver]] with claim and why")
    return tuple(_waiver(row, f"{path}: waiver {n}") for n, row in enumerate(rows, 1))


def by_claim(waivers: Iterable[Waiver]) -> dict[str, list[Waiver]]:
    """The waivers of each claim's id, in their order."""
    found: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        found.setdefault(waiver.claim, []).append(waiver)
    return found


def decided(report: Report, waivers: Mapping[str, Sequence[Waiver]]) -> Report:
    """The report with each waiver beside the claims that it meets; the first one counts."""
    if not waivers:
        return report
    return replace(report, verdicts=tuple(_with(report, v, waivers) for v in report.verdicts))


def known_before(reports: Iterable[Report], name: str) -> tuple[Waiver, ...]:
    """A baseline: every claim flagged in these reports was known, in the same document."""
    decision = Decision("baseline", f"in {name}")
    return tuple(
        Waiver(claim_id(verdict.claim), decision, report.document.id or "")
        for report in reports
        for verdict in report.verdicts
        if verdict.is_flagged
    )


def is_failing(report: Report) -> bool:
    """Whether a claim is flagged that nobody has excused."""
    return any(verdict.is_flagged and not verdict.is_excused for verdict in report.verdicts)


def _with(report: Report, verdict: Verdict, waivers: Mapping[str, Sequence[Waiver]]) -> Verdict:
    if not verdict.is_flagged or verdict.decision:
        return verdict
    for waiver in waivers.get(claim_id(verdict.claim), ()):
        if waiver.document in (None, report.document.id or ""):
            return replace(verdict, decision=waiver.decision)
    return verdict


def _waiver(row: Mapping[str, Any], where: str) -> Waiver:
    unknown = set(row) - _KEYS
    if unknown:
        raise Unusable(f"{where}: unknown key {sorted(unknown)[0]!r}: known are {sorted(_KEYS)}")
    claim, why, until = row.get("claim"), row.get("why"), row.get("until")
    if not isinstance(claim, str) or not _ID.fullmatch(claim):
        raise Unusable(f"{where}: claim must be a claim's id (12 digits 0-9 a-f), not {claim!r}")
    if not isinstance(why, str) or not why.strip():
        raise Unusable(f"{where}: say why")
    if until is not None and type(until) is not date:
        raise Unusable(f"{where}: until must be a day like 2027-01-31, not {until!r}")
    decision = row.get("decision", "waived")
    if decision not in DECISIONS:
        raise Unusable(f"{where}: decision {decision!r} is none of {', '.join(DECISIONS)}")
    for name in ("by", "document"):
        if not isinstance(row.get(name), str | None):
            raise Unusable(f"{where}: {name} must be text")
    return Waiver(claim, Decision(decision, why, row.get("by"), until), row.get("document"))
