"""Wordings that any topic meets: what must be flagged, supported and left alone.

A small invented topic without `topic.toml`; its names are nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck.api import Checker
from factcheck.records import Document, Report

FACTS = """id,subject,property,value,unit,valid_from,valid_to,sources
1,Larkham Tunnel,opened,1994-05-06,,,,survey
2,Larkham Tunnel,construction_start,1988-12-01,,,,survey
3,Larkham Tunnel,length_km,50.5,km,,,survey
4,Larkham Tunnel,operator,Norrow Lines,,2017-11-20,,survey
5,Larkham Tunnel,operator,Old Tunnel Company,,1994-05-06,2017-11-19,survey
6,Larkham Tunnel,top_speed_kmh,160,km/h,,,survey
7,Larkham Tunnel,country,Austria,,,,survey
8,Brant Tunnel,opened,2016-06-01,,,,survey
9,Brant Tunnel,length_km,57.1,km,,,survey
10,Brant Tunnel,top_speed_kmh,250,km/h,,,survey
11,Brant Tunnel,designer,Erik Holtmann,,2016,,survey
12,Norrow Lines,headquarters,Vienna,,2001,,survey
13,Norrow Lines,chief_executive,Ada Holt,,2022-10-01,,survey
14,Norrow Lines,chief_executive,Joel Brantner,,2015-03-01,2022-09-30,survey
15,Norrow Lines,trains,51,,2023,,survey
16,Quayside Lines,trains,37,,2023,,survey
17,Quayside Lines,headquarters,Lisbon,,2001,,survey
18,Harbour Hall,capacity,8000,,2010,,survey
19,Minster Hall,capacity,12000,,2010,,survey
20,Ada Holt,birthplace,Graz,,,,survey
21,Norrow Lines,passengers,4200000,,2023,2023,survey
22,Norrow Lines,tickets_sold,9500000,,2023,2023,survey
23,Larkham Tunnel,workers_killed,9,,,,survey
24,Larkham Tunnel,mass_kg,1825,kg,,,survey
25,2023 Harbour Cup,winner,Ada Holt,,2023,2023,survey
26,2023 Harbour Cup,runner_up,Joel Brantner,,2023,2023,survey
27,2023 Harbour Cup,host_city,Vienna,,2023,2023,survey
28,2023 Harbour Cup,final_venue,Harbour Hall,,2023,2023,survey
29,Norrow Lines,owner,Quayside Lines,,2015,,survey
30,Norrow Lines,launches,117,,2023,,survey
32,Norrow Lines,ticket_price,35,USD,2018-06-01,,survey
35,Erikland,member_of,Norrow Pact,,2017-05-25,,survey
36,Brantland,member_of,Norrow Pact,,2004-05-01,,survey
37,Brantland,member_of,Quayside Union,,2009-01-01,,survey
38,Norrow Pact,secretary,Cora Lindqvist,,2015-01-01,,survey
39,Harbour Prize,first_awarded,1969,,,,survey
33,Norrow Lines,ticket_price,30,USD,2015-06-01,2018-05-31,survey
34,Brant Tunnel,capacity_mw,60,MW,,,survey
31,Harbour Crown,sale_price,450000000,USD,,,survey
40,Harbour 9,release_date,2014-03-03,,,,survey
41,Harbour 9,units_sold,4.5 million,,,,survey
42,Harbour 9,launch_price,499,USD,,,survey
43,Harbour 9,first_flight,2012-02-01,,,,survey
44,Harbour 9,last_flight,2020-06-05,,,,survey
45,Ada Holt,nationality,Austria,,,,survey
46,Cora Lindqvist,age_at_award,41,,,,survey
47,Cora Lindqvist,award_date,2019-05-04,,,,survey
48,Cora Lindqvist,prize_share,25,percent,,,survey
49,Quayside Lines,deliveries,735,,2023,2023,survey
50,Harbour Prize,prize_money,90000,EUR,,,survey
51,Joel Brantner,award_date,2019-05-04,,,,survey
52,Erik Holtmann,award_date,2012-03-03,,,,survey
53,Erikland,date_ratified,2016-09-03,,,,survey
54,Brantland,date_ratified,2016-10-02,,,,survey
"""
ENTITIES = """name,type,aliases,part_of,description
Larkham Tunnel,tunnel,,,
Brant Tunnel,tunnel,,,
Norrow Lines,company,,,
Quayside Lines,company,,,
Old Tunnel Company,company,,,
Harbour Hall,hall,,,
Minster Hall,hall,,,
Ada Holt,person,,,
Joel Brantner,person,,,
Cora Lindqvist,person,,,
Erikland,country,,,
Brantland,country,,,
Norrow Pact,pact,,,
Quayside Union,union,,,
Erik Holtmann,person,,,
2023 Harbour Cup,cup,,,
Harbour Crown,painting,,,
Harbour Prize,prize,,,
Harbour 9,aircraft,,,
"""
FLAGGED = [
    ("Norrow Lines' Larkham Tunnel opened in December 1997.", "1997"),
    ("Buying the Harbour Crown ended up costing 150 million dollars.", "150 million"),
    ("The Brant Tunnel is older than the Larkham Tunnel.", "older"),
    ("The Brant Tunnel opened before the Larkham Tunnel.", "before"),
    ("The Brant Tunnel's designer, Ada Holt, was not there.", "Ada Holt"),
    ("Ada Holt, the designer of the Brant Tunnel, never returned.", "Ada Holt"),
    ("Quayside Lines, which operates the Larkham Tunnel, raised its fares.", "Quayside Lines"),
    # a place or person that no topic knows
    ("Norrow Lines, based in Lille, wants to buy new trains.", "Lille"),
    ("Norrow Lines is headquartered in Geneva.", "Geneva"),
    ("Norrow Lines has its headquarters in France.", "France"),
    ("Ada Holt was born in Dublin.", "Dublin"),
    ("The Larkham Tunnel in Hungary opened in 1994.", "Hungary"),
    ("The Brant Tunnel was designed by Guillaume Perrot.", "Guillaume Perrot"),
    ("Guillaume Perrot is the chief executive of Norrow Lines.", "Guillaume Perrot"),
    # comparatives of what is measured, and by how much
    ("The Brant Tunnel is shorter than the Larkham Tunnel.", "shorter"),
    ("The Larkham Tunnel is longer than the Brant Tunnel.", "longer"),
    ("The Harbour Hall is larger than the Minster Hall.", "larger"),
    ("The Brant Tunnel is twelve kilometres longer than the Larkham Tunnel.", "twelve"),
    ("Norrow Lines has 51 trains, nine more than Quayside Lines.", "nine"),
    # since when by the property's own verb
    ("The Larkham Tunnel has been operated by Norrow Lines since 2010.", "2010"),
    ("Norrow Lines has operated the Larkham Tunnel since 2010.", "2010"),
    ("Ada Holt, the chief executive of Norrow Lines, took over in March 2021.", "March 2021"),
    ("The Larkham Tunnel has been in service since 1984.", "1984"),
    # speeds are no lengths
    ("Trains reach 190 km/h in the Larkham Tunnel.", "190"),
    # the noun is not said again
    ("Norrow Lines has 51 trains, Quayside Lines 33.", "33"),
    # words by which any topic speaks of its properties
    ("Some 3.1 million people travelled with Norrow Lines in 2023.", "3.1 million"),
    ("Nineteen workers lost their lives in the Larkham Tunnel.", "Nineteen"),
    ("The Larkham Tunnel left 20 workers dead.", "20"),
    (
        "The 2023 Harbour Cup was won by Ada Holt, with Erik Holtmann the runner-up.",
        "Erik Holtmann",
    ),
    ("The Harbour Prize was first awarded in 1979.", "1979"),
    ("Erikland joined the pact in May 2015.", "May 2015"),
    ("Cora Lindqvist has been secretary of the Norrow Pact for three years.", "three years"),
    # what it was before
    ("The ticket price of Norrow Lines is $35, up from $20 a year earlier.", "$20"),
    ("The Brant Tunnel has a capacity of 90 megawatts.", "90"),
    ("The Larkham Tunnel, a tunnel in Hungary, opened in 1994.", "Hungary"),
    ("The Larkham Tunnel is in Hungary.", "Hungary"),
    ("Norrow Lines was launched 130 times.", "130 times"),
    ("The Harbour Crown was sold for $250 million.", "$250 million"),
    # taken up by the noun of its sort, or in another clause
    ("The Larkham Tunnel opened in 1994. The tunnel is 70.5 kilometres long.", "70.5"),
    ("Work on the Larkham Tunnel began in 1988; the tunnel was opened in 1984.", "1984"),
    ("Norrow Lines runs 51 trains. The company has its headquarters in Geneva.", "Geneva"),
    ("The Harbour Prize was first awarded in 1969. The prize is worth 50,000 euros.", "50,000"),
    ("The Brant Tunnel is longer than most; its designer was Guillaume Perrot.", "Guillaume"),
    # the time between two
    ("The Brant Tunnel was opened 12 years after the Larkham Tunnel.", "12 years"),
    ("The Larkham Tunnel opened thirty years before the Brant Tunnel.", "thirty years"),
    ("Fifty years after the Larkham Tunnel, the Brant Tunnel was opened.", "Fifty years"),
    # the verb is not said again
    ("Erikland ratified it in September 2016, and Brantland followed in 2018.", "2018"),
    # in another unit
    ("The Larkham Tunnel is 70,500 metres long.", "70,500"),
    # where somebody is from, how old, which share
    ("Ada Holt of Hungary heads Norrow Lines.", "Hungary"),
    ("Ada Holt, a Hungarian, heads Norrow Lines.", "Hungarian"),
    ("Cora Lindqvist was 31 years old when she received the award in 2019.", "31"),
    ("Cora Lindqvist received half of the prize.", "half"),
    ("Ada Holt was born in Dublin on a Monday in May.", "Dublin"),
    # going on sale
    ("The Harbour 9 went on sale in March 2004.", "2004"),
    ("The Harbour 9 hit the shops in March 2014 at 299 dollars.", "299"),
    ("The last flight of the Harbour 9 was on June 5, 2010.", "June 5, 2010"),
    ("Norrow Lines weighs nothing, but the Larkham Tunnel weighs 1,025 kg.", "1,025"),
]
SUPPORTED = [
    ("The Larkham Tunnel is older than the Brant Tunnel.", "older"),
    ("The Brant Tunnel was opened after the Larkham Tunnel.", "after"),
    ("The Brant Tunnel's designer, Erik Holtmann, was not there.", "Erik Holtmann"),
    ("Norrow Lines, based in Vienna, wants to buy new trains.", "Vienna"),
    ("The Brant Tunnel is longer than the Larkham Tunnel.", "longer"),
    ("The Brant Tunnel is almost seven kilometres longer than the Larkham Tunnel.", "seven"),
    ("Norrow Lines has 51 trains, 14 more than Quayside Lines.", "14"),
    ("Quayside Lines has 14 fewer trains than Norrow Lines.", "14"),
    ("The Minster Hall is larger than the Harbour Hall.", "larger"),
    ("The Larkham Tunnel has been run by Norrow Lines since 2017.", "2017"),
    ("Ada Holt, the chief executive of Norrow Lines, took over in October 2022.", "October 2022"),
    ("The Larkham Tunnel has been in service since May 1994.", "May 1994"),
    ("Trains reach 160 km/h in the Larkham Tunnel.", "160"),
    ("Norrow Lines has 51 trains, Quayside Lines 37.", "37"),
    ("The chief executive of Norrow Lines, Ada Holt, wants new trains.", "Ada Holt"),
    ("The 2023 Harbour Cup was won by Ada Holt, with Joel Brantner as runner-up.", "Joel Brantner"),
    ("The final of the 2023 Harbour Cup took place at Harbour Hall.", "Harbour Hall"),
    ("Norrow Lines belongs to Quayside Lines.", "Quayside Lines"),
    ("Norrow Lines was launched 117 times.", "117 times"),
    ("9.5 million tickets were sold by Norrow Lines in 2023.", "9.5 million"),
    ("Erikland joined the bloc in May 2017.", "May 2017"),
    ("Cora Lindqvist has been secretary of the Norrow Pact for nine years.", "nine years"),
    ("The ticket price of Norrow Lines rose from $30 to $35 in June 2018.", "$30"),
    ("The Brant Tunnel has a capacity of 60 megawatts.", "60"),
    ("Norrow Lines carried 4.2 million people in 2023.", "4.2 million"),
    ("The Larkham Tunnel opened in 1994. The tunnel is 50.5 kilometres long.", "50.5"),
    ("Norrow Lines runs 51 trains. The company has its headquarters in Vienna.", "Vienna"),
    ("The Harbour Prize was first awarded in 1969. The award is worth 90,000 euros.", "90,000"),
    ("The Brant Tunnel was opened 22 years after the Larkham Tunnel.", "22 years"),
    ("The Larkham Tunnel opened twenty-two years before the Brant Tunnel did.", "twenty-two"),
    ("The Larkham Tunnel is 50,500 metres long.", "50,500"),
    ("Erikland ratified it in September 2016, and Brantland followed in October 2016.", "October"),
    ("Cora Lindqvist received the award in 2019 with Joel Brantner.", "Joel Brantner"),
    ("The Austrian manager Ada Holt heads Norrow Lines.", "Austrian"),
    ("Austria's Ada Holt heads Norrow Lines.", "Austria"),
    ("Cora Lindqvist was 41 years old when she received the award in 2019.", "41"),
    ("Cora Lindqvist received a quarter of the prize.", "a quarter"),
    ("4.5 million Harbour 9s were sold.", "4.5 million"),
    ("The Harbour 9 reached the shops in March 2014 at 499 dollars.", "499"),
    ("Quayside Lines delivered 735 coaches in 2023.", "735"),
    ("The Harbour 9 flew for the first time in February 2012.", "February 2012"),
]
SILENT = [
    # another one of the name, somebody's of that name, and what is done to it
    "The second Larkham Tunnel, a bore for gas, was opened in July 2008.",
    "Anna Corvell's Larkham Tunnel opened in December 1997 and won eleven prizes.",
    "Restoring the Harbour Crown ended up costing 150 million dollars.",
    "The Brant Tunnel's ventilation is older than the Larkham Tunnel.",
    "The Brant Tunnel is older than the Larkham Tunnel's cables.",
    "The Brant Tunnel looks older than the Larkham Tunnel.",
    "Was the Brant Tunnel opened before the Larkham Tunnel?",
    "Ada Holt is older than Joel Brantner.",
    "The Brant Tunnel was closed before the Larkham Tunnel.",
    "The Brant Tunnel's sister tunnel was opened in 1981.",
    "The Brant Tunnel's second designer, Ada Holt, was not there.",
    "Ada Holt, a former designer of the Brant Tunnel, was not there.",
    "Quayside Lines, which once operated the Larkham Tunnel, raised its fares.",
    "Quayside Lines, which operates a shop in the Larkham Tunnel, raised its fares.",
    "Quayside Lines operates the Larkham Tunnel's museum.",
    "Ada Holt, who did not design the Brant Tunnel, was not there.",
    "Ada Holt, not the designer of the Brant Tunnel, came.",
    "Ada Holt did not design the Brant Tunnel.",
    "Ada Holt was not the designer of the Brant Tunnel.",
    "Norrow Lines' chief executive, Joel Brantner, resigned in 2022.",
    # in or near it, or perhaps the same under another name
    "Norrow Lines is based in Austria.",
    "Norrow Lines is based in Klosterneuburg.",
    "Norrow Lines is based in a suburb of Vienna.",
    "The Larkham Tunnel is operated by Transit Holdings.",
    "The Brant Tunnel was designed by Eric Holtman.",
    "The Brant Tunnel was designed by Erik Holtmann and Guillaume Perrot.",
    # somewhere else than where it has its seat
    "Norrow Lines in Geneva sold its last ticket in March.",
    "Norrow Lines opened an office in Geneva.",
    "Ada Holt said in Dublin that Norrow Lines would buy trains.",
    "A book about the Brant Tunnel was written by Guillaume Perrot.",
    # of another, or not said of both
    "The Larkham Tunnel is longer than 50 kilometres.",
    "The Larkham Tunnel is longer than the road tunnel.",
    "Norrow Lines has more than 50 trains.",
    "Would the Larkham Tunnel be longer than the Brant Tunnel?",
    "The Larkham Tunnel has been watched by Ada Holt since 2010.",
    "The Larkham Tunnel has shown its age since 2010.",
    "It took an hour to walk 3 kilometres in the Larkham Tunnel.",
    "Norrow Lines has 51 trains, Platform 9 is closed.",
    "Norrow Lines has 51 trains, and Quayside Lines 2 was a film.",
    "Norrow Lines is three times as punctual as Quayside Lines.",
    "The Larkham Tunnel is a favourite in Hungary.",
    "The Larkham Tunnel is known in Hungary.",
    "The ticket price of Norrow Lines rose from $20 to $35.",
    "Erikland joined the customs union in 2011.",
    "Brantland joined the club in 1999.",
    "Erikland joined the talks in 2011.",
    "A family of three pays $105 for tickets of Norrow Lines.",
    "A family of three pays $105 in tickets at Norrow Lines.",
    "Ada Holt won the Harbour Prize in 2009.",
    "The Harbour Prize was awarded to Ada Holt in 2009.",
    "Guillaume Perrot, who did not design the Brant Tunnel, praised it.",
    "The Brant Tunnel was not designed by Guillaume Perrot.",
    "Norrow Lines is not based in Lille.",
    "Norrow Lines weighs a cut of 10 percent.",
    "The board of Norrow Lines, Joel Brantner said, wants new trains.",
    # the noun of a sort that is another, or one of two
    "The Larkham Tunnel opened in 1994. The road tunnel is 12 kilometres long.",
    "The Larkham Tunnel opened in 1994. A tunnel of 12 kilometres was dug near it.",
    "The Larkham Tunnel and the Brant Tunnel are old. The tunnel is 12 kilometres long.",
    "The Larkham Tunnel opened in 1994; another tunnel was opened in 1984.",
    # what only bears the name, or is one of many
    "The Harbour 9 pilot earns 70 dollars, and the Harbour 9 poster costs 12 dollars.",
    "My uncle bought a Harbour 9 in 2015 and sold it for 90 dollars.",
    "The Harbour 9 flew to Geneva in May 2017.",
    # another event, another age, another country
    "The Brant Tunnel opened two years after the Larkham Tunnel was flooded.",
    "The Brant Tunnel opened two years after the war.",
    "Cora Lindqvist was 31 years old when she married.",
    "Cora Lindqvist died at the age of 84.",
    "Ada Holt of Geneva heads Norrow Lines.",
    "Ada Holt, fond of Hungary, heads Norrow Lines.",
    "Ada Holt's Hungarian friend heads a bank.",
    "Cora Lindqvist ate half of the cake.",
    "Cora Lindqvist received the award in 2019, when Erik Holtmann was on the jury.",
    "Erikland ratified it in September 2016, and Brantland was followed by spies in 2018.",
    "Erikland ratified it in September 2016, and Brantland followed the debate in 2018.",
    "Quayside Lines delivered 12 pianos in 2023.",
    "No train is faster than those of Norrow Lines: 300 km/h.",
    "Norrow Lines opened an office in Geneva and began a service in Lisbon.",
]


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    folder = tmp_path_factory.mktemp("topic") / "larkham"
    folder.mkdir()
    Path(folder / "facts.csv").write_text(FACTS, encoding="utf-8")
    Path(folder / "entities.csv").write_text(ENTITIES, encoding="utf-8")
    with Checker(topics=[str(folder)]) as checker:
        yield checker


def verdicts(report: Report, words: str) -> set[str]:
    start = report.document.text.index(words)
    end = start + len(words)
    return {v.verdict for v in report.verdicts if v.claim.start < end and start < v.claim.end}


@pytest.mark.parametrize(("text", "words"), FLAGGED)
def test_what_is_wrong_is_flagged(checker: Checker, text: str, words: str) -> None:
    report = checker.check(Document(text, date=date(2024, 3, 3)))
    assert "refuted" in verdicts(report, words)


@pytest.mark.parametrize(("text", "words"), SUPPORTED)
def test_what_is_right_is_supported(checker: Checker, text: str, words: str) -> None:
    report = checker.check(Document(text, date=date(2024, 3, 3)))
    assert verdicts(report, words) == {"supported"}
    assert report.verdict == "supported"


@pytest.mark.parametrize("text", SILENT)
def test_what_is_open_is_left_alone(checker: Checker, text: str) -> None:
    report = checker.check(Document(text, date=date(2024, 3, 3)))
    assert not [v.claim.quote for v in report.verdicts if v.is_flagged]
