"""The HTML page: filters without scripts, marks that lead to cards, folds, headings, time lines."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from fixed_reports import BEGINNING, FULL
from fixed_set import BAD, CALM, EVERY_KIND, REPORTS

from factcheck.records import KINDS, Report
from factcheck.reports import html_report
from factcheck.reports.html_cards import FOLD
from factcheck.reports.redacting import redacted
from factcheck.reports.timeline import timeline


def page(reports: Iterable[Report]) -> str:
    stream = io.BytesIO()
    html_report.write(reports, stream)
    return stream.getvalue().decode()


class Outline(HTMLParser):
    """Ids, references to them, labels, headings, and whether every element is closed."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if told.get("id"):
            self.ids.append(str(told["id"]))
        for name in ("for", "aria-labelledby"):
            self.references += [str(told[name])] if told.get(name) else []
        if str(told.get("href", "")).startswith("#"):
            self.references.append(str(told["href"])[1:])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    "reports", [REPORTS, (FULL,), (CALM,), (BAD,), (), tuple(map(redacted, REPORTS))]
)
def test_elements_close_ids_are_unique_and_references_lead_somewhere(
    reports: tuple[Report, ...],
) -> None:
    outline = Outline(page(reports))
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.references) <= set(outline.ids)


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = Outline(page(REPORTS)).headings
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_choice_has_a_label_and_each_claim_its_classes() -> None:
    text = page(REPORTS)
    choices = re.findall(r'<input class="choice"[^>]* id="([^"]+)"', text)
    assert {f"k-{kind}" for kind in KINDS} < set(choices)
    for choice in choices:
        assert text.count(f'<label for="{choice}">') == 1
    for classes in re.findall(r'<article class="([^"]+)"', text):
        assert {name[0] for name in classes.split() if name[1:2] == "-"} == {"v", "k", "s"}


def test_a_phrase_in_the_text_leads_to_its_card() -> None:
    text = page((FULL,))
    marks = re.findall(r'<a class="phrase [^"]*" href="#(\w+)">([^<]+)', text)
    assert [phrase for _, phrase in marks] == [v.claim.quote for v in FULL.verdicts]
    for anchor, _ in marks:
        assert '<article class="claim' in text and f'id="{anchor}"' in text


def test_phrases_that_overlap_are_marked_once() -> None:
    inner = replace(
        BEGINNING, claim=replace(BEGINNING.claim, start=BEGINNING.claim.start + 3, quote="my first")
    )
    text = page((replace(FULL, verdicts=(BEGINNING, inner)),))
    assert text.count('<a class="phrase') == 1 and text.count("<article") == 2


def test_long_reports_are_folded() -> None:
    many = replace(EVERY_KIND, verdicts=EVERY_KIND.verdicts * 12)
    text = page((many, many))
    assert text.count('<details class="fold ') == 2 * -(-len(many.verdicts) // FOLD)
    assert len(re.findall('<details class="fold [^"]*" open>', text)) == 1
    assert text.count('<details class="whole" open>') == 1


def test_without_claims_there_is_nothing_to_filter() -> None:
    text = page((BAD,))
    assert 'class="choice"' not in text and "a PDF that cannot be read" in text


def test_the_time_line_lies_on_one_scale() -> None:
    claim, fact, said = timeline(FULL, BEGINNING)
    assert (claim.what, fact.what, said.what) == ("claim", "fact", "said")
    assert fact.left < claim.left < said.left <= 100 - said.width
    assert fact.when == "1961-08-13"


def test_one_time_makes_no_time_line() -> None:
    assert timeline(FULL, FULL.verdicts[1]) == ()


@pytest.mark.skipif(
    "FACTCHECK_PROGRAMS" not in os.environ or shutil.which("chromium") is None,
    reason="needs chromium; asked for with FACTCHECK_PROGRAMS=1",
)
def test_a_browser_draws_it_and_a_choice_hides_the_others(tmp_path: Path) -> None:
    text = page(REPORTS)
    chosen = text.replace(' id="k-all" aria-label="Kind: all" checked', ' id="k-all"').replace(
        ' id="k-ordinal"', ' id="k-ordinal" checked'
    )
    assert chosen != text
    claims_shown = []
    for name, content in (("all", text), ("one", chosen)):
        file = tmp_path / f"{name}.html"
        file.write_text(content, encoding="utf-8")
        pdf = tmp_path / f"{name}.pdf"
        subprocess.run(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
             f"--user-data-dir={tmp_path}/profile", f"--print-to-pdf={pdf}", file.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        shown = "".join(part.extract_text() for part in pypdf.PdfReader(pdf).pages)
        claims_shown.append(len(re.findall(r"claim [0-9a-f]{12}", shown)))
    assert claims_shown == [17, 1]


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_theme_has_the_contrast_that_wcag_asks_for() -> None:
    themes = re.findall(r":root \{([^}]*--page[^}]*)\}", page((CALM,)))
    assert len(themes) == 3  # light, dark, print
    for theme in themes:
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", theme))
        for ink in ("ink", "soft", "link", "refuted", "supported", "open"):
            assert contrast(colours[ink], colours["card"]) >= 4.5, (ink, theme)
        for ink in ("ink", "soft", "link"):
            assert contrast(colours[ink], colours["page"]) >= 4.5, (ink, theme)
        for hue in ("refuted", "supported", "open"):
            assert contrast(colours[hue], colours[f"{hue}-tint"]) >= 4.5, (hue, theme)
            assert contrast(colours["ink"], colours[f"{hue}-tint"]) >= 4.5, (hue, theme)
