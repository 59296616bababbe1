"""Laws of claims, over any text made of corpus sentences, speaker labels and junk."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.language.claims import find_claims
from factcheck.records import Document, Passage
from factcheck.reference.lookup import Lookup, open_reference
from factcheck.scoring.labels import read_statements

ROOT = Path(__file__).parents[2]
_JUNK = (
    "\n", "\n\n", "  ", "\t", "\u00a0", "…", " — ", "***", "[applause]", "(00:12:31)", "\ufeff",
    "e\u0301", "한국은 2014년에 9200억 원을 냈다. ", "🇰🇷🇺🇸", "\ue000", "\r\n", "<b>", "&amp; ",
    "¿", '"', "“", "’", "1,", "2014", "$", "%", "no.", "U.S. ", "\x0c", "\u2028",
)  # fmt: skip
_LABELS = ("TRUMP: ", "Q. ", "MODERATOR:\n", "\n\nPRESIDENT BIDEN: ", "SPEAKER 1 - ")
_SPEAKERS = (None, "Donald Trump", "Joe Biden", "A. Nobody")


@cache
def corpus() -> tuple[str, ...]:
    found = [
        s.text for path in sorted(ROOT.glob("claims/seen-*.toml")) for s in read_statements(path)
    ]
    return tuple(text for text in found if len(text) < 300)


@pytest.fixture(scope="module")
def names() -> Iterator[Lookup]:
    opened = open_reference([])
    yield opened
    opened.close()


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Pieces put together; some stretches are passages with a speaker, others are none."""
    sentences = st.sampled_from(corpus())
    piece = st.one_of(sentences, sentences, st.sampled_from(_JUNK), st.sampled_from(_LABELS))
    pieces = draw(st.lists(st.one_of(piece, st.text(max_size=8)), min_size=1, max_size=8))
    glue = draw(st.sampled_from([" ", "", "\n", "\n\n"]))
    text, passages = "", []
    for one in pieces:
        start = len(text)
        text += one + glue
        if draw(st.booleans()):
            passages.append(Passage(start, len(text), draw(st.sampled_from(_SPEAKERS))))
    said_on = draw(st.sampled_from([None, date(2019, 5, 1), date(2025, 4, 8)]))
    speaker = draw(st.sampled_from(_SPEAKERS))
    return Document(text, speaker=speaker, date=said_on, passages=tuple(passages))


@settings(
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(document=documents())
def test_offsets(document: Document, names: Lookup) -> None:
    """Quotes and sentences stand where the claim says, inside one passage."""
    found = find_claims(document, names=names)
    text = document.text
    passages = document.passages or (Passage(0, len(text)),)
    for claim in found.claims:
        assert claim.start < claim.end
        assert text[claim.start : claim.end] == claim.quote
        ending = claim.sentence_start + len(claim.sentence)
        assert text[claim.sentence_start : ending] == claim.sentence
        assert claim.sentence_start <= claim.start and claim.end <= ending
        assert any(p.start <= claim.sentence_start and ending <= p.end for p in passages)
    for one in found.not_judged:
        assert text[one.start : one.end] == one.quote
        assert any(p.start <= one.start and one.end <= p.end for p in passages)
    order = [(c.start, c.end, c.kind) for c in found.claims]
    assert order == sorted(order)
    assert find_claims(document, names=names) == found


_PROGRAM = """
import sys
from pathlib import Path
from factcheck.api import Checker
from factcheck.records import Document
from factcheck.scoring.labels import read_statements
with Checker() as checker:
    for path in sorted(Path("claims").glob("seen-*.toml")):
        for one in read_statements(path)[::15]:
            report = checker.check(Document(one.text, speaker=one.speaker, date=one.date))
            print(report.verdicts, report.not_judged)
"""


def _digest(seed: str) -> str:
    """What a fresh process prints about a sample of the corpus."""
    found = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert len(found.stdout) > 10_000
    return hashlib.sha256(found.stdout).hexdigest()


def test_same_bytes_whatever_the_hash_seed() -> None:
    assert len({_digest(seed) for seed in ("0", "4242")}) == 1


def test_a_sentence_may_end_at_a_cut(names: Lookup) -> None:
    """A text that is cut after a comma, with an answer before it."""
    text = "Japan hosts 50,000 American troops and South Korea 28,500, or so, "
    assert find_claims(Document(text), names=names).claims
