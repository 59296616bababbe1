"""A sound topic of some 200 rows, made for the linter's tests, and errors to seed into it."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.reference.reading import FACT_COLUMNS

COLUMNS = tuple(FACT_COLUMNS)
TOML = """title = "Water works"
as_of = "2024-12-31"
complete = ["Water Pact"]
[properties.yearly_payment]
complete = true
"""


@dataclass
class Rows:
    """The three files, as rows that can be changed, and bytes to add to the facts at the end."""

    facts: list[dict[str, str]] = field(default_factory=list)
    entities: list[dict[str, str]] = field(default_factory=list)
    sources: list[dict[str, str]] = field(default_factory=list)
    toml: str = TOML
    tail: bytes = b""

    def add(self, subject: str, property: str, value: str, unit: str = "", **more: str) -> None:
        """Add a fact with an id of its own and a source."""
        row = dict.fromkeys(COLUMNS, "") | more
        row |= {"id": f"f{len(self.facts)}", "subject": subject, "property": property}
        row |= {"value": value, "unit": unit, "sources": f"s{len(self.facts) % 9}"}
        self.facts.append(row)

    def entity(self, name: str, type: str, aliases: str = "", part_of: str = "") -> None:
        """Add an entity."""
        self.entities.append({"name": name, "type": type, "aliases": aliases, "part_of": part_of})

    def of(self, property: str) -> list[dict[str, str]]:
        """The facts of a property."""
        return [row for row in self.facts if row["property"] == property]

    def write(self, folder: Path) -> None:
        """Write the topic."""
        folder.mkdir(exist_ok=True)
        for name in ("facts", "entities", "sources"):
            rows = getattr(self, name)
            text = io.StringIO(newline="")
            writer = csv.DictWriter(text, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
            content = text.getvalue().encode() + (self.tail if name == "facts" else b"")
            (folder / f"{name}.csv").write_bytes(content)
        (folder / "topic.toml").write_text(self.toml, encoding="utf-8")


def sound_rows() -> Rows:
    """The topic without an error."""
    rows = Rows()
    rows.entity("Water Pact", "agreement", "the Pact")
    people = ["Ada Holt", "Ben Curry", "Cleo Dunn", "Dora Esk", "Emil Frost", "Fay Gower"]
    for number, person in enumerate(people):
        name = f"{number + 1}{('st', 'nd', 'rd')[number] if number < 3 else 'th'} Water Pact"
        first = 1995 + 5 * number
        rows.entity(name, "agreement", f"Pact {number + 1}", "Water Pact")
        rows.add(name, "date_agreed", f"{first - 1}-09-1{number}", "date")
        rows.add(name, "date_signed", f"{first - 1}-10-2{number}", "date")
        rows.add(name, "date_in_force", f"{first}-01-01", "date")
        rows.add(name, "first_year_covered", str(first), "year", known_from=f"{first - 1}-10-30")
        last = {"known_from": f"{first - 1}-10-30"}
        rows.add(name, "last_year_covered", str(first + 4), "year", **last)
        rows.add(name, "signatory", person, "entity")
        rows.entity(person, "person", person.split()[1])
        start, end = f"{first - 2}-03-01", f"{first + 3}-03-01"
        term = {"valid_from": start, "valid_to": end}
        rows.add(person, "office_held", "Water Minister", "entity", **term)
        rows.add(person, "term_start", start, "date", **term)
        rows.add(person, "term_end", end, "date", **term)
    rows.entity("Water Minister", "office")
    rows.entity("Pact payment", "term", "the payment")
    amount = 40_000_000
    for year in range(1995, 2025):
        when = {"valid_from": str(year), "valid_to": str(year)}
        rows.add("Pact payment", "yearly_payment", str(amount), "EUR", **when)
        rise = (35, 42, 51)[year % 3]
        after = round(amount * (1000 + rise) / 1000, -3)
        if year < 2024:
            next_year = {"valid_from": str(year + 1), "valid_to": str(year + 1)}
            exact = f"{100 * (after - amount) / amount:.1f}"
            rows.add("Pact payment", "increase", exact, "percent", **next_year)
        amount = after
    for town, base in (("Larkham", 120), ("Melford", 340), ("Norbury", 95)):
        rows.entity(town, "town", f"{town} Works")
        for year in range(2010, 2020):
            when = {"valid_from": str(year), "valid_to": str(year)}
            rows.add(town, "workers", str(base + 3 * (year - 2010)), "persons", **when)
        rows.add(town, "public", "yes", "boolean")
        rows.add(town, "share_of_supply", "33.1", "percent", valid_from="2019", valid_to="2019")
    for number in range(9):
        url = f"https://records.example/{number}"
        rows.sources.append({"id": f"s{number}", "title": f"Record {number}", "url": url})
    return rows


Seed = Callable[[Rows, random.Random], None]


def _change(property: str, column: str, change: Callable[[str], str]) -> Seed:
    def seed(rows: Rows, chance: random.Random) -> None:
        row = chance.choice(rows.of(property)[1:-1] or rows.of(property))
        row[column] = change(row[column])

    return seed


def _again(property: str, value: str | None) -> Seed:
    def seed(rows: Rows, chance: random.Random) -> None:
        row = chance.choice(rows.of(property))
        rows.facts.append(row | {"id": "again", "value": value or row["value"]})

    return seed


def _drop(property: str) -> Seed:
    def seed(rows: Rows, chance: random.Random) -> None:
        rows.facts.remove(chance.choice(rows.of(property)[1:-1]))

    return seed


def _anywhere(column: str, change: Callable[[str], str]) -> Seed:
    def seed(rows: Rows, chance: random.Random) -> None:
        row = chance.choice(rows.facts)
        row[column] = change(row[column])

    return seed


def _source(column: str, change: Callable[[str], str]) -> Seed:
    def seed(rows: Rows, chance: random.Random) -> None:
        row = chance.choice(rows.sources)
        row[column] = change(row[column])

    return seed


def _digit(rows: Rows, chance: random.Random) -> None:
    """One of the first three digits of an amount."""
    row = chance.choice(rows.of("yearly_payment")[1:])
    at, value = chance.randrange(2), row["value"]
    digit = str((int(value[at]) + chance.randrange(1, 9)) % 10)
    row["value"] = value[:at] + digit + value[at + 1 :]


def _shared_alias(rows: Rows, chance: random.Random) -> None:
    one, other = chance.sample([row for row in rows.entities if row["aliases"]], 2)
    one["aliases"] += f";{other['aliases']}"


def _name_as_alias(rows: Rows, chance: random.Random) -> None:
    one, other = chance.sample(rows.entities, 2)
    while one["part_of"] == other["name"]:
        one, other = chance.sample(rows.entities, 2)
    one["aliases"] = f"{one['aliases']};{other['name']}".strip(";")


def _part_of(rows: Rows, chance: random.Random) -> None:
    row = chance.choice([row for row in rows.entities if row["part_of"]])
    row["part_of"] = "Watr Pact"


def _swap_letters(text: str) -> str:
    return text[:3] + text[4] + text[3] + text[5:]


def _tail(content: bytes) -> Seed:
    def seed(rows: Rows, chance: random.Random) -> None:
        rows.tail = content

    return seed


def _toml(text: str) -> Seed:
    def seed(rows: Rows, chance: random.Random) -> None:
        rows.toml += text

    return seed


def _later(years: int) -> Callable[[str], str]:
    return lambda text: f"{int(text[:4]) + years}{text[4:]}"


SEEDS: dict[str, Seed] = {
    "second value": _again("yearly_payment", "41234000"),
    "second count": _again("workers", "777"),
    "second date": _again("date_signed", "1999-09-30"),
    "row twice": _again("workers", None),
    "year missing": _drop("yearly_payment"),
    "gap in series": _change("first_year_covered", "value", _later(1)),
    "overlap in series": _change("last_year_covered", "value", _later(1)),
    "wrong per cent": _change("increase", "value", lambda text: str(round(float(text) + 1.3, 1))),
    "per cent of another sign": _change("increase", "value", lambda text: f"{float(text) * 2:.1f}"),
    "wrong digit": _digit,
    "signed after in force": _change("date_signed", "value", _later(1)),
    "agreed after signed": _change("date_agreed", "value", _later(1)),
    "in force before signed": _change("date_in_force", "value", _later(-1)),
    "ended before begun": _change("last_year_covered", "value", _later(-9)),
    "terms overlap": _change("office_held", "valid_to", _later(1)),
    "term begins otherwise": _change("term_start", "value", _later(-1)),
    "term ends otherwise": _change("term_end", "value", lambda text: text[:5] + "04" + text[7:]),
    "term without an end": _change("office_held", "valid_to", lambda text: ""),
    "no figure": _change("yearly_payment", "value", lambda text: "fourty milion"),
    "letter O": _change("yearly_payment", "value", lambda text: text.replace("0", "O", 1)),
    "no date": _change("date_signed", "value", lambda text: "in the autumn"),
    "times ten": _change("workers", "value", lambda text: f"{text}0"),
    "thousands": _change("yearly_payment", "value", lambda text: text[:-3]),
    "other unit": _change("workers", "unit", lambda text: "EUR"),
    "unit missing": _change("yearly_payment", "unit", lambda text: ""),
    "part of a person": _change("workers", "value", lambda text: f"{text}.5"),
    "share over 100": _change("share_of_supply", "value", lambda text: "133.1"),
    "no boolean": _change("public", "value", lambda text: "mostly"),
    "unknown source": _anywhere("sources", lambda text: "s99"),
    "no source": _anywhere("sources", lambda text: ""),
    "address": _source("url", lambda text: text.replace("https://", "htp:/")),
    "address with a space": _source("url", lambda text: text.replace(".", " .", 1)),
    "no title": _source("title", lambda text: ""),
    "source id": _source("id", lambda text: f"{text}x"),
    "subject misspelt": _anywhere("subject", _swap_letters),
    "property misspelt": _change("yearly_payment", "property", _swap_letters),
    "name misspelt": _change("signatory", "value", lambda text: text.split()[1]),
    "shared alias": _shared_alias,
    "name as alias": _name_as_alias,
    "series misspelt": _part_of,
    "id twice": _anywhere("id", lambda text: "f1" if text != "f1" else "f2"),
    "cell too many": _tail(b"x,Larkham,workers,5" + b"," * 12 + b"\r\n"),
    "cell missing": _tail(b"x,Larkham,workers,5" + b"," * 10 + b"\r\n"),
    "latin-1": _tail("x,Larkham,note,Größe,,,,,,,,s1,,,\r\n".encode("latin-1")),
    "control character": _tail(b"x,Larkham,note,a\x07b,,,,,,,,s1,,,\r\n"),
    "rank": _anywhere("rank", lambda text: "prefered"),
    "confidence": _anywhere("confidence", lambda text: "offical"),
    "no such month": _anywhere("valid_from", lambda text: "2019-13"),
    "day first": _anywhere("valid_from", lambda text: "01.03.2019"),
    "ends before it begins": _change("yearly_payment", "valid_to", _later(-3)),
    "known after as_of": _anywhere("known_from", lambda text: "2025-06-01"),
    "far year": _change("date_signed", "value", _later(1000)),
    "recorded wrongly": _anywhere("recorded", lambda text: "yesterday"),
    "empty value": _anywhere("value", lambda text: ""),
    "setting of nothing": _toml("[properties.yearly_paiment]\nlabel = 'x'\n"),
    "same question of nothing": _toml(
        "[[same_question]]\nask = { subject = 'Larkham', property = 'wrokers' }\nanswers = []\n"
    ),
}
