"""The spaCy component: found by name, sets `doc._.claims`, knows speaker and date."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest
import spacy

import factcheck.spacy_component as component
from factcheck.records import Document, Report, Unusable

ROOT = Path(__file__).parents[1]


class RecordingChecker:
    """Keeps what it was asked."""

    asked: list[Document]

    def __init__(self, topics: list[str], *, reference: Path | None = None) -> None:
        RecordingChecker.asked = []
        if topics == ["unknown"]:
            raise Unusable("topic unknown: there is none of that name")

    def check(self, document: Document) -> Report:
        self.asked.append(document)
        return Report(document, ("verdict",), (), (), "", "")  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def no_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.api.Checker", RecordingChecker)


def test_each_doc_gets_its_verdicts() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck", config={"speaker": "Ann", "date": "2025-04-08"})
    doc = nlp("They pay.")
    assert doc._.claims == ("verdict",)
    [asked] = RecordingChecker.asked
    assert (asked.text, asked.speaker, str(asked.date)) == ("They pay.", "Ann", "2025-04-08")
    assert nlp.make_doc("Not run.")._.claims == ()


def test_a_doc_may_bring_its_own_speaker_and_date() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck", config={"speaker": "Ann"})
    doc = nlp.make_doc("They pay.")
    doc.user_data["factcheck"] = {"speaker": "Bo", "date": "2024-01-02"}
    nlp(doc)
    [asked] = RecordingChecker.asked
    assert (asked.speaker, str(asked.date)) == ("Bo", "2024-01-02")


def test_bad_settings_are_unusable() -> None:
    nlp = spacy.blank("en")
    with pytest.raises(Unusable, match="unknown"):
        nlp.add_pipe("factcheck", config={"topics": ["unknown"]})
    with pytest.raises(Unusable, match="no day"):
        nlp.add_pipe("factcheck", config={"date": "2025-02-30"})


def test_the_entry_point_names_the_factory() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        points = tomllib.load(file)["project"]["entry-points"]["spacy_factories"]
    module, _, name = points["factcheck"].partition(":")
    assert getattr(importlib.import_module(module), name) is component.make_component
