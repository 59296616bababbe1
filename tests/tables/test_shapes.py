"""Statements as lay people make them about three small tables: what is right, wrong, left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.language.sheets.claims import find_table_claims
from factcheck.language.sheets.clauses import clauses
from factcheck.language.sheets.index import TableIndex
from factcheck.language.sheets.statement import Statement
from factcheck.language.sheets.tokens import tokens_of
from factcheck.records import Document
from factcheck.reference.sheets.table import read_table

MATCHES = """home team,home team score,away team,away team score,venue,crowd,date
Arden,12.4 (76),Brill,9.8 (62),Mill Lane,"8,100",3 May 1958
Corley,8.11 (59),Drax,11.13 (79),Gas Works,"4,250",3 May 1958
Brill,10.10 (70),Corley,10.6 (66),Hope Street,"6,400",10 May 1958
Drax,7.7 (49),Arden,15.6 (96),The Pound,"9,900",10 May 1958
"""
MEDALS = """rank,nation,gold,silver,bronze,total
1,Ostland,5,3,1,9
2,Westmark,3,2,2,7
3,Nordia,1,2,3,6
4,Sudovia,0,1,2,3
4,Midria,0,1,2,3
"""
RESULTS = """year,festival,category,film,result,height ft (m)
2001,Larkham Festival,best actress,The Ferry,won,120 (37)
2003,Larkham Festival,best actress,Low Water,nominated,95 (29)
2003,Holt Prize,best film,Low Water,nominated,80 (24)
2006,Holt Prize,best actress,Bright Fields,won,75 (23)
2011,Holt Prize,best film,Bright Fields,nominated,60 (18)
1999,Norrow Award,best debut,First Light,won,50 (15)
"""
TOWNS = """town,population 2001,population 2011,men,women,founded,best time
Larkham,12000,13500,6600,6900,1971,2:09.84
Norrow,8000,7600,3900,3700,1978,2:10.40
Holt,5000,5100,2500,2600,1982,2:14.02
"""
GOLF = """place,player,to par
1,Dana Roe,-5
2,Kim Hale,-2
3,Ann Dee,-1
"""
SHOWS = """title,original air date
Bright Fields,28 April 2011
First Light,5 May 2011
Low Water,12 May 2011
"""
TABLES = {
    "golf": (GOLF, "a day of golf"),
    "open": (GOLF.replace("-5", "- 5").replace("-2", "e").replace("-1", "e"), "a day of golf"),
    "shows": (SHOWS, "shows of a spring"),
    "towns": (TOWNS, "towns of the county"),
    "matches": (MATCHES, "1958 county season"),
    "medals": (MEDALS, "judo at the 1986 games"),
    "results": (RESULTS, "awards of Ann Lee"),
}

SAID = [
    # every word in its plain form, superlatives too
    ("medals", "ostland win the high number of gold medal", "supported"),
    ("medals", "westmark win the high number of gold medal", "refuted"),
    ("medals", "nordia win few silver medal than ostland", "supported"),
    ("medals", "ostland win few silver medal than nordia", "refuted"),
    ("medals", "the low total be 3", "supported"),
    # several figures of one row
    ("medals", "nordia won 1 gold and 3 bronze medals", "supported"),
    ("medals", "nordia won 2 gold and 1 bronze medals", "refuted"),
    # counts with a line, ties, a denial
    ("medals", "three nations won at least 1 gold medal", "supported"),
    ("medals", "4 nations won at least 1 gold medal", "refuted"),
    ("medals", "2 nations are tied with 3 medals each", "supported"),
    ("medals", "two nations won no gold medals", "supported"),
    ("medals", "three nations won no gold medals", "refuted"),
    ("results", "three of the entries were not at the holt prize", "supported"),
    ("results", "four of the entries were not at the holt prize", "refuted"),
    ("results", "two films were shown before 2002", "supported"),
    ("results", "3 of the films came in the 2000s", "refuted"),
    # different cells
    ("results", "the awards are from 3 different festivals", "supported"),
    ("results", "the awards are from 4 different festivals", "refuted"),
    ("results", "out of the 6 films 2 are from the larkham festival", "supported"),
    # shares with a line behind the noun, and in it
    ("medals", "every nation with more than 1 gold medal has 2 or more silver medals", "supported"),
    ("medals", "most of the nations won more than 2 silver medals", "refuted"),
    # alike, by how much
    ("medals", "sudovia and midria have the same number of bronze medals", "supported"),
    ("medals", "ostland and nordia have the same number of bronze medals", "refuted"),
    ("medals", "the difference in total between westmark and ostland was 2", "supported"),
    ("medals", "the difference in total between westmark and ostland was 3", "refuted"),
    ("medals", "ostland finished 2 medals ahead of westmark", "supported"),
    # how often a cell stands there
    (
        "results",
        "there were more awards from the holt prize than the larkham festival",
        "supported",
    ),
    ("results", "there were fewer awards from the holt prize than the norrow award", "refuted"),
    ("results", "she never won best film", "supported"),
    ("results", "she never won best actress", "refuted"),
    ("results", "the holt prize has the most awards with 3", "supported"),
    ("results", "the holt prize has the most awards with 4", "refuted"),
    # over and under par stand in a column of figures only; a level round is no figure
    ("golf", "dana roe finished 5 under par", "supported"),
    ("golf", "dana roe finished 4 under par", "refuted"),
    ("open", "dana roe finished 5 under par", "not_enough_info"),
    # "first" by a verb of a time draws no order
    ("shows", "first light first aired 5 may 2011", "supported"),
    ("shows", "first light first aired 12 may 2011", "refuted"),
    # two counts, one of the other's rows; a change; a time; two columns
    ("results", "there were 3 entries at the holt prize , 1 of which won", "supported"),
    ("results", "there were 3 entries at the holt prize , 2 of which won", "refuted"),
    ("towns", "larkham grew by more than 1000 people from 2001 to 2011", "supported"),
    ("towns", "larkham grew by more than 1000 people from 2011 to 2021", "not_enough_info"),
    ("towns", "norrow lost population between 2001 and 2011", "supported"),
    ("towns", "holt lost population between 2001 and 2011", "refuted"),
    ("towns", "two of the towns lost population between 2001 and 2011", "refuted"),
    ("towns", "one town had more men than women", "supported"),
    ("towns", "two towns had more men than women", "refuted"),
    ("towns", "two runners finished under 2:10.5", "supported"),
    ("towns", "two towns were founded in the 1970s", "supported"),
    ("towns", "three towns were founded in the 1970s", "refuted"),
    # a superlative among some rows, the second largest, two clauses
    ("matches", "the highest crowd on 3 may 1958 was 8,100", "supported"),
    ("matches", "the highest crowd on 3 may 1958 was 9,900", "refuted"),
    ("matches", "the second highest crowd was at mill lane", "supported"),
    ("matches", "the second highest crowd was at hope street", "refuted"),
    (
        "medals",
        "ostland has the most gold medals but nordia has the most bronze medals",
        "supported",
    ),
    ("medals", "ostland has the most gold medals but westmark has the most bronze", "refuted"),
    # who won, by the scores
    ("matches", "arden beat brill", "supported"),
    ("matches", "brill beat arden", "refuted"),
    ("matches", "drax lost to arden by 47 points", "supported"),
    ("matches", "drax lost to arden by 40 points", "refuted"),
    ("matches", "corley was defeated by brill at hope street", "supported"),
    # which side
    ("matches", "drax was the home team at the pound", "supported"),
    ("matches", "arden was the home team at the pound", "refuted"),
    # won and nominated are cells
    ("results", "bright fields won best actress in 2006", "supported"),
    ("results", "low water won best actress in 2003", "refuted"),
    # left alone: rows behind each other, all but some, figures of the other side, odd ordinals
    ("matches", "arden won two games in a row", "not_enough_info"),
    ("matches", "all but one of the games were in may", "not_enough_info"),
    ("matches", "corley scored 79 points", "not_enough_info"),
    ("matches", "the home team won three of the games", "not_enough_info"),
    ("medals", "ostland won more gold medals than all the others put together", "not_enough_info"),
    ("medals", "the two best nations won 16 medals combined", "not_enough_info"),
    ("medals", "ostland scored 5 in the third round", "not_enough_info"),
    ("results", "the ferry won without a rival", "not_enough_info"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("tables")
    for name, (text, _) in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.csv" for name in TABLES}


@pytest.mark.parametrize(("table", "said", "verdict"), SAID)
def test_a_lay_statement(table: str, said: str, verdict: str, tables: dict[str, Path]) -> None:
    assert check(said, table=tables[table], caption=TABLES[table][1]).verdict == verdict


@given(words=st.lists(st.sampled_from(
    ["ostland", "but", "and", ",", "gold", "medal", "the", "most", "high", "than", "3", "one", "be",
     "1986", "second", "nordia", "top", "all", "not", "first", "of", "while", "less", "1980s"]),
    max_size=14))  # fmt: skip
def test_no_words_break_it_and_clauses_keep_their_places(words: list[str]) -> None:
    text, index = " ".join(words), _index()
    statement = Statement(text, index)
    for claim in find_table_claims(Document(text), index).claims:
        assert text[claim.start : claim.end] == claim.quote
    for clause in (half for pair in clauses(statement) for half in pair):
        assert len(clause.text) <= len(text)
        for token in tokens_of(clause.text):
            assert text[token.start : token.end] == clause.text[token.start : token.end]


def _index() -> TableIndex:
    if not _INDEX:
        file = Path(__file__).parents[2] / "claims" / "tables" / "wiki-02.csv"
        _INDEX.append(TableIndex(read_table(file, "judo at the 1986 asian games")))
    return _INDEX[0]


_INDEX: list[TableIndex] = []
