"""How a claim is put forward, and by whom: the record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stance:
    """`reason` is set where nothing is claimed; `by` is who claims, where the text says so;
    `tentative`: too open to contradict ("would pay", said by somebody or of a deal)."""

    stance: str = "asserted"
    by: str | None = None
    negated: bool = False
    reason: str | None = None
    why: str = ""
    tentative: bool = False
