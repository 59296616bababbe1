"""Words that `topic.toml` gives are kept, also those on which several properties end."""

from __future__ import annotations

from factcheck.reference.wording import make_property


def test_shared_nouns_of_names_are_left_out() -> None:
    made = make_property("gold_medals", "games", "number", None, {}, {"medal"})
    assert "gold medal" in made.nouns
    assert "medal" not in made.nouns


def test_words_of_the_topic_are_kept() -> None:
    refined = {"nouns": ["medal", "gold"], "counts": ["medal"], "family": []}
    made = make_property("gold_medals", "games", "number", None, refined, {"medal"})
    assert made.nouns == ("medal", "gold")
    assert made.counts == ("medal",)
