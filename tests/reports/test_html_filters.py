"""The filters of the HTML page: whatever is chosen, what is left has a claim below it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import product

from fixed_set import EVERY_KIND, REPORTS

from factcheck.records import Report
from factcheck.reports import html_report


@dataclass
class Part:
    """A claim, or a document or fold that holds claims."""

    classes: frozenset[str]
    claims: list[frozenset[str]] = field(default_factory=list)


class Parts(HTMLParser):
    """The documents, folds and claims of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.holders: list[Part] = []
        self.claims: list[frozenset[str]] = []
        self.open: list[Part | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = frozenset((dict(attrs).get("class") or "").split())
        if tag in ("section", "details"):
            self.open.append(Part(classes) if "holds" in classes else None)
            self.holders += [part for part in self.open[-1:] if part]
        if tag == "article":
            self.claims.append(classes)
            for part in self.open:
                if part:
                    part.claims.append(classes)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("section", "details"):
            self.open.pop()


def written(reports: tuple[Report, ...]) -> str:
    stream = io.BytesIO()
    html_report.write(reports, stream)
    return stream.getvalue().decode()


RULE = re.compile(
    r"^((?:#[\w-]+:checked ~ )+)"
    r"(?:main \.(filtered|holds):not\(\.([\w-]+)\) \{ display: none \}"
    r"|main (\{ display: none \}))$",
    re.MULTILINE,
)


def test_whatever_is_chosen_only_what_holds_a_claim_that_fits_is_left() -> None:
    text = written((*REPORTS, replace(EVERY_KIND, verdicts=EVERY_KIND.verdicts * 12)))
    parts = Parts(text)
    rules = [
        (set(re.findall(r"#([\w-]+):", ids)), what, name, bool(whole))
        for ids, what, name, whole in RULE.findall(text)
    ]
    groups: dict[str, list[str]] = {}
    for group, name in re.findall(r'class="choice" type="radio" name="(\w)" id="([\w-]+)"', text):
        groups.setdefault(group, []).append(name)
    assert list(groups) == ["v", "k", "s"]
    for chosen in product(*groups.values()):
        wanted = {name for name in chosen if not name.endswith("-all")}
        on = [rule for rule in rules if rule[0] <= wanted]
        fits = any(wanted <= claim for claim in parts.claims)
        assert any(whole for *_, whole in on) == (not fits), chosen
        for claim in parts.claims:
            hidden = any(what == "filtered" and name not in claim for _, what, name, _ in on)
            assert hidden == (not wanted <= claim), chosen
        for part in parts.holders if fits and wanted else []:
            hidden = any(what and name not in part.classes for _, what, name, _ in on)
            assert hidden == (not any(wanted <= claim for claim in part.claims)), chosen


def test_with_one_thing_to_choose_there_is_no_rule_for_several() -> None:
    text = written((REPORTS[3],))
    assert ":checked ~ #" not in text and 'class="none"' not in text
