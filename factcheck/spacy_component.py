"""The spaCy component: `nlp.add_pipe("factcheck")` sets `doc._.claims`.

    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck", config={"speaker": "Ann Alder", "date": "2025-04-08"})
    for verdict in nlp("…")._.claims:
        print(verdict.verdict, verdict.claim.quote, verdict.explanation)

It works in any pipeline: the text is read by our own pipeline, whatever stands before. Where
texts differ in speaker or date, put them into `doc.user_data["factcheck"]` before it runs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory(
    "factcheck",
    default_config={"topics": [], "reference": None, "speaker": None, "date": None},
    assigns=["doc._.claims"],
)
def make_component(
    nlp: Language,
    name: str,
    topics: list[str],
    reference: str | None,
    speaker: str | None,
    date: str | None,
) -> Callable[[Doc], Doc]:
    """A component that checks each document; the reference is opened now, once.

    `topics`: names of shipped topics or folders (default: all shipped); `reference`: a built
    database instead; `speaker` and `date` hold for texts that bring none. Raises `Unusable`.
    """
    from factcheck.api import Checker, read_date
    from factcheck.documents.turns import document

    checker = Checker(topics, reference=Path(reference) if reference else None)
    day = read_date(date)
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())

    def set_claims(doc: Doc) -> Doc:
        own: dict[str, Any] = doc.user_data.get("factcheck", {})
        said_on = read_date(own.get("date")) or day
        statement = document(doc.text, speaker=own.get("speaker", speaker), date=said_on)
        doc._.claims = checker.check(statement).verdicts
        return doc

    return set_claims
