"""Tables as people keep them: read, or refused with file, row and column."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.records import Unusable
from factcheck.reference.importing import Imported, import_table

openpyxl = pytest.importorskip("openpyxl")


def csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "table.csv"
    file.write_bytes(text.encode(encoding))
    return file


def workbook(
    folder: Path,
    rows: list[list[Any]],
    *,
    name: str = "table.xlsx",
    areas: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for area in areas:
        book.active.merge_cells(area)
    for cell, form in (formats or {}).items():
        book.active[cell].number_format = form
    book.save(folder / name)
    return folder / name


def told(found: Imported) -> list[tuple[str, str, str, str]]:
    return [(f.subject, f.property, f.value, f.unit) for f in found.facts]


# --- formats ------------------------------------------------------------------------------


def test_a_workbook_with_days_shares_and_whole_numbers(tmp_path: Path) -> None:
    file = workbook(
        tmp_path,
        [
            ["Bridge", "Opened", "Length (m)", "Toll share"],
            ["Ostby", date(1998, 5, 4), 812.0, 0.25],
        ],
        formats={"D2": "0%"},
    )
    assert told(import_table(file)) == [
        ("Ostby", "opened", "1998-05-04", ""),
        ("Ostby", "length", "812", "m"),
        ("Ostby", "toll_share", "25%", ""),
    ]


def test_a_sheet_can_be_named(tmp_path: Path) -> None:
    file = workbook(tmp_path, [["Bridge", "Length"], ["Ostby", 812]])
    book = openpyxl.load_workbook(file)
    book.create_sheet("Tunnels").append(["Tunnel", "Length"])
    book["Tunnels"].append(["Fenwick", 99])
    book.save(file)
    assert "sheet 'Tunnels'" in import_table(file).unused
    assert told(import_table(file, sheet="Tunnels")) == [("Fenwick", "length", "99", "")]
    with pytest.raises(Unusable, match="no sheet 'Ships'; there are Sheet, Tunnels"):
        import_table(file, sheet="Ships")


@pytest.mark.parametrize(
    "content",
    [
        [{"name": "Ostby", "length": 812}, {"name": "Fenwick", "length": None}],
        {"Ostby": {"length": 812}, "Fenwick": {}},
        {"bridges": [{"name": "Ostby", "length": 812.0}, {"name": "Fenwick"}]},
    ],
)
def test_json(tmp_path: Path, content: object) -> None:
    file = tmp_path / "table.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    found = import_table(file)
    assert found.subjects == ("Ostby", "Fenwick")
    assert told(found) == [("Ostby", "length", "812", "")]


def test_json_that_cannot_be_used(tmp_path: Path) -> None:
    file = tmp_path / "table.json"
    file.write_text('[{"name": "Ostby",\n "length": }]', encoding="utf-8")
    with pytest.raises(Unusable, match=r"table.json:2: no JSON"):
        import_table(file)
    file.write_text('[{"name": "Ostby", "ends": {"north": 1}, "length": 3}]', encoding="utf-8")
    assert "row 1, column 'ends': nested; give it as a plain value" in import_table(file).unused
    file.write_text("[[1, 2]]", encoding="utf-8")
    with pytest.raises(Unusable, match="entry 1 is no object"):
        import_table(file)


def test_a_table_of_facts_stays_what_it_is(tmp_path: Path) -> None:
    file = csv(tmp_path, "Subject,Property,Value,Valid from\nOstby,length,812,2001\nOstby,toll,,\n")
    found = import_table(file)
    assert [(f.id, f.value, f.valid_from) for f in found.facts] == [("row-2", "812", "2001")]
    assert found.unused == ("row 3: no value",)


# --- bad spreadsheets ---------------------------------------------------------------------


def test_semicolons_decimal_commas_latin_1_and_a_bom(tmp_path: Path) -> None:
    text = "Brücke;Höhe (m)\nÖstby;2,5\nFenwick;12,25\n"
    for encoding in ("latin-1", "utf-8-sig", "utf-16"):
        found = import_table(csv(tmp_path, text, encoding))
        assert told(found)[0] == ("Östby", "höhe", "2.5", "m")
    assert found.noted == {"Höhe (m)": ("decimal commas",)}


def test_decimal_commas_with_a_unit(tmp_path: Path) -> None:
    text = "Town;Share;Price\nOstby;12,5 %;2,5 €\nFenwick;7,25%;3,75 €\n"
    found = import_table(csv(tmp_path, text, "utf-8"))
    assert [value for *_, value, _ in told(found)] == ["12.5 %", "7.25%", "2.5 €", "3.75 €"]
    assert not found.unused


def test_titles_and_empty_rows_are_passed_over(tmp_path: Path) -> None:
    file = csv(tmp_path, "Bridges of Larkham,,\n,,\nBridge,Length,Toll\n,,\nOstby,812,3\n\n")
    found = import_table(file)
    assert found.unused == ("row 1: a title, 'Bridges of Larkham'",)
    assert [fact.id for fact in found.facts] == ["length-5", "toll-5"]


def test_a_header_merged_over_columns_is_joined_with_the_row_below(tmp_path: Path) -> None:
    file = workbook(
        tmp_path,
        [["Club", "2023", None, "2024", None], [None, "goals", "points", "goals", "points"],
         ["Ostby", 41, 60, 38, 55]],
        areas=["B1:C1", "D1:E1", "A1:A2"],
    )  # fmt: skip
    assert told(import_table(file))[:2] == [
        ("Ostby", "2023_goals", "41", ""),
        ("Ostby", "2023_points", "60", ""),
    ]


def test_a_merged_header_without_a_second_row_is_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path, [["Club", "Results", None], ["Ostby", 41, 60]], areas=["B1:C1"])
    with pytest.raises(Unusable, match=r"table.xlsx:1: header merged over B1:C1"):
        import_table(file)


def test_merged_cells_among_the_rows(tmp_path: Path) -> None:
    file = workbook(
        tmp_path,
        [
            ["Club", "Town", "Points"],
            ["Ostby", "Larkham", 3],
            ["Fenwick", None, 4],
            ["Note", None, 1],
        ],
        areas=["B2:B3", "A4:C4"],
    )
    found = import_table(file)
    assert ("Fenwick", "town", "Larkham", "") in told(found)
    assert "row 4, column A: merged over 3 columns; unmerge it" in found.unused
    assert found.subjects == ("Ostby", "Fenwick")


def test_a_name_in_two_rows_is_refused_unless_a_year_tells_them_apart(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"table.csv:3: 'Ostby' stands in row 2 too .column 'Club'"):
        import_table(csv(tmp_path, "Club,Points\nOstby,3\nOstby,4\n"))
    found = import_table(csv(tmp_path, "Club,Season,Points\nOstby,2019/20,3\nOstby,2020/21,4\n"))
    assert [(f.value, f.valid_from, f.valid_to) for f in found.facts] == [
        ("3", "2019", "2019"),
        ("4", "2020", "2020"),
    ]


def test_columns_of_years(tmp_path: Path) -> None:
    file = tmp_path / "visitors.csv"
    file.write_text("Museum,2022,2023\nOstby,100,120\n", encoding="utf-8")
    found = import_table(file)
    assert [(f.property, f.value, f.valid_from) for f in found.facts] == [
        ("visitors", "100", "2022"),
        ("visitors", "120", "2023"),
    ]


def test_words_among_figures_are_told_with_their_place(tmp_path: Path) -> None:
    rows = "".join(f"Club {n},{n}\n" for n in "ABC").replace(",A", ",1").replace(",B", ",2")
    found = import_table(csv(tmp_path, "Club,Points\n" + rows.replace(",C", ",disqualified")))
    assert found.unused == ("row 4, column 'Points': 'disqualified' among figures (number)",)
    assert [fact.value for fact in found.facts] == ["1", "2"]


def test_days_kept_as_numbers_and_days_in_other_orders(tmp_path: Path) -> None:
    found = import_table(csv(tmp_path, "Bridge,Date opened\nOstby,35919\nFenwick,36000\n"))
    assert [fact.value for fact in found.facts] == ["1998-05-04", "1998-07-24"]
    found = import_table(csv(tmp_path, "Bridge,Opened\nOstby,04/05/1998\nFenwick,24/07/1998\n"))
    assert [fact.value for fact in found.facts] == ["1998-05-04", "1998-07-24"]
    found = import_table(
        csv(tmp_path, "Bridge,Opened,Toll\nOstby,04/05/1998,1\nFenwick,5/6/1999,2\n")
    )
    said = "row 2, column 'Opened': day or month first in '04/05/1998'?"
    assert found.unused[0].startswith(said)
    assert {fact.property for fact in found.facts} == {"toll"}


def test_errors_of_a_spreadsheet_are_told(tmp_path: Path) -> None:
    file = workbook(tmp_path, [["Club", "Points"], ["Ostby", "#REF!"], ["Fenwick", 3]])
    found = import_table(file)
    assert found.unused == ("row 2, column B: the error #REF!",)


def test_macros_are_not_run_and_other_formats_are_refused(tmp_path: Path) -> None:
    found = import_table(workbook(tmp_path, [["Club", "Points"], ["Ostby", 3]], name="t.xlsm"))
    assert "macros: they are not run" in found.unused
    old = tmp_path / "table.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(Unusable, match=r"table.xls: .xls is not read; save the sheet as .xlsx"):
        import_table(old)
    for name, content in (("a.xlsx", b"PK\x03\x04broken"), ("b.csv", b"Club\n\x00\x01")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Unusable, match=name):
            import_table(tmp_path / name)


def test_a_gigabyte_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    with file.open("wb") as stream:
        stream.truncate(1_000_000_000)
    with pytest.raises(Unusable, match="1,000 MB; at most 100 MB are read"):
        import_table(file)


def test_tables_without_what_a_topic_needs(tmp_path: Path) -> None:
    for text, why in (
        ("", "empty"),
        ("Club,Points\n", "a header and no rows"),
        ("Club,Points,Points\nOstby,1,2\n", "table.csv:1: column 'Points' stands twice .B and C"),
        ("Year,Points\n2001,1\n2002,2\n", "no column has a name in each row"),
    ):
        with pytest.raises(Unusable, match=why):
            import_table(csv(tmp_path, text))
    with pytest.raises(Unusable, match="no column 'Team'; there are Club, Points"):
        import_table(csv(tmp_path, "Club,Points\nOstby,1\n"), key="Team")


def test_what_was_understood_is_shown(tmp_path: Path) -> None:
    found = import_table(csv(tmp_path, "Bridge,Height (m),Opened by\nOstby,12,Ada Holt\n"))
    lines = list(found.lines())
    assert lines[0].endswith("1 subjects by 'Bridge', 2 facts")
    assert "  height: number, in m" in lines
    assert any(line.startswith("    spoken of as: ") and "high" in line for line in lines)
    with pytest.raises(Unusable, match="is there already"):
        found.write(tmp_path)
