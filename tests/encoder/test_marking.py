"""What the network sees of a text: no figure, each value and name in its place, not too much."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.encoder.describing import property_tokens, subject_tokens
from factcheck.encoder.marking import LONGEST, marked
from factcheck.encoder.pieces import pieces
from factcheck.measures.reading import read_values
from factcheck.records import Entity, Mention, Property


def _of(text: str) -> list[Mention]:
    start = text.index("Wend Tower")
    return [Mention(start, start + 10, "Wend Tower", ("Wend Tower",))]


def test_a_figure_is_hidden_and_its_kind_is_shown() -> None:
    text = "Wend Tower cost 8.25 million euros in 1931."
    seen = marked(text, 0, read_values(text), _of(text))
    other = "Wend Tower cost 1.1 million euros in 1987."
    assert marked(other, 0, read_values(other), _of(other)).tokens == seen.tokens
    dollars = text.replace("euros", "dollars")
    assert marked(dollars, 0, read_values(dollars), _of(dollars)).tokens != seen.tokens


@given(st.integers(1_000, 9_999), st.integers(1_000, 9_999))
def test_a_changed_digit_changes_nothing(one: int, other: int) -> None:
    first, second = (f"Wend Tower has {n:,} steps." for n in (one, other))
    seen = [marked(text, 0, read_values(text), _of(text)) for text in (first, second)]
    assert seen[0] == seen[1]


def test_a_count_shows_how_many_digits_it_has() -> None:
    seen = {
        marked(text, 0, read_values(text), _of(text)).tokens
        for text in ("Wend Tower has 21 bells.", "Wend Tower has 2,100 bells.")
    }
    assert len(seen) == 2


def test_each_value_and_name_has_its_place() -> None:
    text = "It is old. Wend Tower has 21 bells and 7 clocks."
    values = read_values(text)
    seen = marked(text, 11, values, _of(text))
    assert set(seen.places) == {(11, 21), *((v.start, v.end) for v in values)}
    assert len({seen.tokens[seen.places[v.start, v.end]] for v in values}) == 1


def test_of_a_name_and_an_ordinal_in_it_the_longer_is_marked() -> None:
    text = "The 12th Agreement was signed."
    name = Mention(4, 18, "12th Agreement", ("12th Agreement",))
    seen = marked(text, 0, read_values(text), [name])
    assert set(seen.places) == {(4, 18)}
    assert pieces("12th")[0] in seen.tokens


def test_an_ordinal_shows_itself() -> None:
    seen = {marked(t, 0, read_values(t), ()).tokens for t in ("the 12th deal", "the 11th deal")}
    assert len(seen) == 2


@settings(deadline=None)
@given(st.text(max_size=600), st.integers(0, 600))
def test_never_more_than_the_network_reads(text: str, at: int) -> None:
    values = [v for v in read_values(text) if v.value is not None]
    seen = marked(text, min(at, len(text)), values, ())
    assert len(seen.tokens) <= LONGEST
    assert all(0 < place < len(seen.tokens) - 1 for place in seen.places.values())


def test_what_stands_before_is_cut_off_first() -> None:
    before, text = "so it was " * 60, "Wend Tower has 21 bells."
    whole = before + text
    values = read_values(whole)
    seen = marked(whole, len(before), values, _of(whole))
    assert len(seen.tokens) == LONGEST
    assert len(seen.places) == 2


def test_descriptions_tell_names_and_kinds() -> None:
    each = Property("upkeep_cost", "towers", "amount", "amount", "upkeep", unit="EUR", per="year")
    said = tuple(pieces("upkeep cost : amount euros per year"))
    assert property_tokens(each)[1:-1] == said
    assert property_tokens(replace(each, nouns=("upkeep", "toll")))[1:-1][: len(said)] == said
    entity = Entity("Wend Tower", "tower")
    assert subject_tokens("Wend Tower", entity)[1:-1] == tuple(pieces("Wend Tower : tower"))
    assert len(subject_tokens("tower " * 500, None)) <= 26
