"""Formats that others define: valid by their definition, and saying what the reports say."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from fixed_reports import FULL
from fixed_set import CALM, EVERY_KIND, REPORTS
from hostile import hostile_report

from factcheck.records import Report
from factcheck.reports import load_format
from factcheck.reports.redacting import redacted
from factcheck.reports.waivers import by_claim, decided, known_before

DEFINITIONS = Path(__file__).parent / "definitions"
STAMPED = tuple(replace(r, options={"stamp": "2026-11-23T22:00:00Z"}) for r in REPORTS)
SETS = {
    "fixed": REPORTS,
    "stamped": STAMPED,
    "hostile": (hostile_report(),),
    "redacted": tuple(map(redacted, REPORTS)),
    "empty": (),
}


def written(name: str, reports: tuple[Report, ...]) -> bytes:
    stream = io.BytesIO()
    load_format(name).write(reports, stream)
    return stream.getvalue()


@pytest.mark.parametrize("which", SETS)
def test_sarif_fits_its_schema_and_an_outside_model(which: str) -> None:
    sarif = pytest.importorskip("sarif_pydantic")
    log = json.loads(written("sarif", SETS[which]))
    schema = json.loads((DEFINITIONS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    sarif.Sarif.model_validate(log)


def test_sarif_regions_cut_the_phrase_and_corrections_are_fixes() -> None:
    [run] = json.loads(written("sarif", REPORTS))["runs"]
    texts = {report.document.id: report.document.text for report in REPORTS}
    fixed = 0
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region, uri = place["region"], place["artifactLocation"]["uri"]
        if "startColumn" not in region:
            assert uri == "debate.srt"  # the text of subtitles is not that of the file
            continue
        line = texts[uri].split("\n")[region["startLine"] - 1]
        assert (
            line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        )
        fixed += len(result["fixes"])
    assert fixed == 11
    assert [r["suppressions"][0]["kind"] for r in run["results"] if "suppressions" in r] == [
        "external"
    ] * 2
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_tells_what_is_new_since_the_baseline() -> None:
    index = by_claim(known_before([EVERY_KIND], "old.json"))
    with_baseline = replace(FULL, options={"baseline": "old.json"})
    old = decided(replace(EVERY_KIND, options={"baseline": "old.json"}), index)
    [run] = json.loads(written("sarif", (with_baseline, old)))["runs"]
    states = [result["baselineState"] for result in run["results"]]
    assert states[:2] == ["new", "new"] and states.count("unchanged") == 7


@pytest.mark.parametrize("which", SETS)
def test_junit_fits_its_schema(which: str) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    xmlschema.XMLSchema(str(DEFINITIONS / "junit-10.xsd")).validate(
        written("junit", SETS[which]).decode()
    )


def test_junit_counts_what_it_holds() -> None:
    for suite in ElementTree.fromstring(written("junit", REPORTS)):
        for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(count, "")) == len(list(suite.iter(tag)))
        assert int(suite.get("tests", "")) == len(list(suite.iter("testcase")))


def known_by_schema_org(thing: dict[str, Any], models: ModuleType) -> None:
    """Every property is one that schema.org has for this type."""
    fields = set(getattr(models, thing["@type"]).__struct_encode_fields__)
    assert set(thing) <= fields, set(thing) - fields
    for value in thing.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                known_by_schema_org(one, models)


@pytest.mark.parametrize("which", SETS)
def test_claimreview_fits_the_definition_of_schema_org(which: str) -> None:
    models = pytest.importorskip("msgspec_schemaorg.models")
    graph = json.loads(written("claimreview", SETS[which]))
    assert graph["@context"] == "https://schema.org"
    for review in graph["@graph"]:
        known_by_schema_org(review, models)


def test_claimreview_leaves_out_what_an_editor_set_aside() -> None:
    graph = json.loads(written("claimreview", REPORTS))["@graph"]
    judged = [v for r in REPORTS for v in r.verdicts if v.verdict != "not_enough_info"]
    assert len(graph) == len(judged) - 2
    ratings = {
        (r["reviewRating"]["ratingValue"], r["reviewRating"]["alternateName"]) for r in graph
    }
    assert ratings == {("1", "False"), ("5", "True")}


def test_claimreview_takes_the_scale_of_the_house() -> None:
    house = {
        "rating_supported": "4 Stimmt", "scale": "0 4", "publisher": "The House",
        "page": "https://example.org/review",
    }  # fmt: skip
    [review] = json.loads(written("claimreview", (replace(CALM, options=house),)))["@graph"]
    assert review["reviewRating"] == {
        "@type": "Rating", "ratingValue": "4", "worstRating": "0", "bestRating": "4",
        "alternateName": "Stimmt",
    }  # fmt: skip
    assert review["author"]["name"] == "The House"
    assert review["url"] == "https://example.org/review"
    [review] = json.loads(
        written("claimreview", (replace(CALM, options={"page": "javascript:alert(1)"}),))
    )["@graph"]
    assert "url" not in review


def test_github_escapes_what_ends_a_command() -> None:
    [line, _] = (
        written("github", (replace(CALM, error="50%\n::error::x, y"),)).decode().split("\n", 1)
    )
    assert line == ("::error file=calm.txt,title=factcheck%3A not checked::50%25 ::error::x, y")
