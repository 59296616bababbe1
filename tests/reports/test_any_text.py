"""Whatever a text holds, every format is written, and reads back as one report of one claim."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from fixed_reports import BEGINNING, FULL
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_back import read_back

from factcheck.records import Decision, Document, NotJudged, Report, Source
from factcheck.reports import format_names, load_format

#: any code points, with those that mean something somewhere made likely
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=()), st.sampled_from("=+-@|\t\r\n<>&\"'[](){}%:,\\`#")
    ),
    min_size=1,
    max_size=40,
)


def one_claim(text: str) -> Report:
    sources = (Source("s", text, text, text, text, text),)
    fact = replace(BEGINNING.facts[0], subject=text, value=text, text=text, sources=sources)
    claim = replace(
        BEGINNING.claim, start=0, end=len(text), quote=text, sentence=text, sentence_start=0,
        asserted_by=text,
    )  # fmt: skip
    verdict = replace(
        BEGINNING, claim=claim, explanation=text, correction=text, corrected_sentence=text,
        arithmetic=text, facts=(fact,), trace=(text,), decision=Decision("accepted", text, text),
    )  # fmt: skip
    return replace(
        FULL,
        document=Document(text, text, text),
        verdicts=(verdict,),
        not_judged=(NotJudged(0, 1, text, "ambiguous"),),
        topics=(text,),
        reference_hash=text,
    )


def csv_rows(output: str) -> int:
    table = list(csv.reader(io.StringIO(output, newline="")))
    assert len({len(row) for row in table}) == 1
    return len(table) - 1


COUNTS: dict[str, Callable[[str], int]] = {
    "claimreview": lambda output: len(json.loads(output)["@graph"]),
    "csv": csv_rows,
    "github": lambda output: len(re.findall(r"^::", output, re.MULTILINE)),
    "html": lambda output: output.count('<article class="claim '),
    "json": lambda output: len(json.loads(output)),
    "jsonl": lambda output: len(output.split("\n")) - 1,
    "junit": lambda output: len(list(ElementTree.fromstring(output).iter("testcase"))),
    "md": lambda output: len(re.findall(r"^## Refuted", output, re.MULTILINE)),
    "sarif": lambda output: len(json.loads(output)["runs"][0]["results"]),
    "text": lambda output: len(re.findall(r"^✗ refuted", output, re.MULTILINE)),
    "docx": lambda output: len(re.findall(r"^\[Heading 2\] Refuted", output, re.MULTILINE)),
    "pdf": lambda output: len(re.findall(r"^Refuted: start date", output, re.MULTILINE)),
    "xlsx": lambda output: len(re.findall(r"\| refuted \| start_date \|", output)),
}


@pytest.mark.parametrize("name", format_names())
@settings(max_examples=10, deadline=None, derandomize=True)
@given(text=TEXTS)
def test_any_text_makes_one_claim(name: str, text: str) -> None:
    stream = io.BytesIO()
    load_format(name).write([one_claim(text)], stream)
    output = read_back(name, stream.getvalue())
    assert COUNTS[name](output) == 1
    shown = output.encode().decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
