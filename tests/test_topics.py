"""Topics without topic.toml: what they reach must not be lost (see topics/README.md)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOPICS = ROOT / "tests" / "topics"
#: of topics written later, in harder wordings, more is missed: it may only become less
MISSED = {
    "airports": 16,
    "art-thefts": 32,
    "bank-failures": 36,
    "book-prize": 29,
    "brewers": 12,
    "bridges-tunnels": 14,
    "canals": 29,
    "car-makers": 9,
    "central-banks": 31,
    "chess-matches": 21,
    "clubs": 13,
    "data-protection": 44,
    "eight-thousanders": 52,
    "expeditions": 35,
    "film-festival": 37,
    "films": 18,
    "grand-slams": 22,
    "hurricanes": 31,
    "lighthouses": 31,
    "marathon-records": 20,
    "musicals": 42,
    "olympic-games": 65,
    "opera-houses": 18,
    "operas": 38,
    "orchestras": 49,
    "peace-deals": 16,
    "racing-circuits": 29,
    "physics-prize": 23,
    "power-plants": 32,
    "referendums": 16,
    "skyscrapers": 37,
    "stadiums": 22,
    "stock-listings": 22,
    "strikes": 22,
    "submarine-cables": 24,
    "supreme-court-justices": 38,
    "takeovers": 39,
    "tech-takeovers": 59,
    "theme-parks": 21,
    "vaccines": 33,
}
#: statements with a false alarm that nothing mends yet: "the Queen came to declare open in May what
#: ships had been using since January"; "in Victoria 54 per cent voted No"; "nineteen men sailed and
#: he did not lose a single one"; "the total purse", of all who are placed; the
#: second listing of a share in another town; "it", of a laser at a laboratory;
#: a name that ends on "!", and with it the sentence; to whom it was sold on, and since when it is a
#: part of another company;
#: who came on four days, what motorcycles race, and a race that was stopped
ALARMS = {
    "big-science": ("bsc049",),
    "canals": ("ca053",),
    "expeditions": ("xp025",),
    "grand-slams": ("gs017",),
    "marathon-records": ("mr042",),
    "musicals": ("mu035",),
    "racing-circuits": ("rac042", "rac045", "rac046"),
    "referendums": ("re016",),
    "stock-listings": ("ipo041",),
    "tech-takeovers": ("tt029", "tt046"),
}
#: written with fifty statements each, or some less
SHORT = (
    "airports",
    "art-thefts",
    "bank-failures",
    "big-science",
    "bridges",
    "car-makers",
    "chess-matches",
    "expeditions",
    "film-festival",
    "grand-slams",
    "lighthouses",
    "marathon-records",
    "metros",
    "musicals",
    "nat-parks",
    "ocean-liners",
    "oil-fields",
    "opera-houses",
    "peace-deals",
    "power-plants",
    "racing-circuits",
    "stadiums",
    "stock-listings",
    "strikes",
    "submarine-cables",
    "telescopes",
    "theme-parks",
    "vaccines",
    "volcano-eruptions",
)
NAMES = sorted(folder.name for folder in TOPICS.iterdir() if folder.is_dir())


def test_there_are_topics_of_sixty_statements() -> None:
    assert len(NAMES) >= 50
    for name in NAMES:
        text = (TOPICS / name / "claims.toml").read_text(encoding="utf-8")
        assert text.count("[[statement]]") >= (44 if name in SHORT else 60), name
        assert not (TOPICS / name / "topic.toml").exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_topic_is_checked_by_the_names_of_its_properties(name: str) -> None:
    code = "from factcheck.cli import main; main()"
    arguments = ["score", "--topic", str(TOPICS / name), "--format", "json", "--wrong"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, encoding="utf-8", timeout=300, check=True,
    )  # fmt: skip
    wrong = json.loads(done.stdout)["wrong"]
    said = "\n".join(map(str, wrong))
    alarms = [line for line in map(str, wrong) if "FALSE ALARM" in line]
    known = ALARMS.get(name, ())
    assert len(alarms) == len(known), said
    assert all(f"statement {one}" in said for one in known), said
    assert said.count("no answer") <= MISSED.get(name, 14), said
