"""The page in a real Chromium, driven as a reader would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from web_asking import NEEDS, TEXT, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("datasette", reason=NEEDS)
pytest.importorskip("playwright", reason="needs playwright, of the extra dev")
pytestmark = needs_chromium

SAMPLES = Path(__file__).parents[1] / "documents" / "samples"


def check(page: Page, text: str = TEXT) -> None:
    page.fill("#text", text)
    page.fill("#date", "2025-04-08")
    page.locator("button.go").click()
    page.wait_for_selector("#answer")


def test_paste_mark_and_follow_a_mark_to_its_card(page: Page) -> None:
    check(page)
    phrase = page.locator(".said a.phrase.refuted").first
    assert phrase.inner_text().startswith("during his first term")
    phrase.click()
    assert page.locator(".claim:target").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def press_tab_until(page: Page, selector: str) -> None:
    """As somebody without a mouse gets there; fails where it takes many steps."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} is not reached")


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    press_tab_until(page, "#text")
    page.keyboard.type(TEXT)
    press_tab_until(page, "#date")
    page.keyboard.type("04082025")
    press_tab_until(page, "button.go")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    press_tab_until(page, ".choice")
    page.keyboard.press("ArrowRight")
    assert page.locator(".claim.supported:visible").count() == 0
    assert page.locator(".claim.refuted:visible").count() > 0
    press_tab_until(page, "a.phrase")
    page.keyboard.press("Enter")
    assert page.locator(".claim:target").count() == 1
    press_tab_until(page, ".correction .copy")
    page.keyboard.press("Enter")
    page.get_by_text("copied", exact=True).wait_for()


def test_control_and_enter_check(page: Page) -> None:
    page.locator("#text").focus()
    page.keyboard.type("The payments began in 2017.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#answer")


def test_speakers_are_suggested_from_the_names_that_are_known(page: Page) -> None:
    offered = page.locator("#speakers option").evaluate_all("all => all.map(one => one.value)")
    assert page.get_attribute("#speaker", "list") == "speakers"
    assert "Donald Trump" in offered and offered == sorted(offered)


def test_a_text_file_is_opened(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "speech.txt"
    file.write_bytes(b"First.\r\nIt began in 2017.")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files(file)
    page.get_by_text("“speech.txt” is in the field.").wait_for()
    assert page.input_value("#text") == "First.\nIt began in 2017."


DROP = """([name, told]) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([told], name));
    const text = document.getElementById("text");
    for (const type of ["dragover", "drop"])
        text.dispatchEvent(new DragEvent(type, {dataTransfer: dropped, cancelable: true}));
}"""


def test_a_file_is_dropped(page: Page) -> None:
    page.evaluate(DROP, ["speech.md", "It began in 2017."])
    page.get_by_text("“speech.md” is in the field.").wait_for()
    assert page.input_value("#text") == "It began in 2017."


def test_a_document_is_opened(page: Page) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files(SAMPLES / "speech.docx")
    page.get_by_text("“speech.docx” is in the field.").wait_for()
    assert len(page.input_value("#text")) > 100


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("paper.pdf", "paper.pdf: damaged"),
        ("clip.mp4", "clip.mp4: no reader for such a file"),
        ("clip.txt", "“clip.txt” is not plain text"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_taken(page: Page, name: str, told: str) -> None:
    page.fill("#text", "What stood there.")
    page.evaluate(DROP, [name, "PK\0\0"])
    page.get_by_text(f"Not read: {told}").wait_for()
    assert page.input_value("#text") == "What stood there."


def test_the_timeline_is_drawn(page: Page) -> None:
    check(page)
    bar = page.locator(".timeline .bar").first.bounding_box()
    assert bar and bar["width"] > 1 and bar["height"] > 5


def test_the_series_is_drawn(page: Page) -> None:
    check(page)
    bars = page.locator(".chart .cited, .chart .other")
    boxes = [box for place in range(bars.count()) if (box := bars.nth(place).bounding_box())]
    assert len(boxes) > 5 and all(box["width"] >= 1 and box["height"] >= 1 for box in boxes)
    assert page.locator(".chart .cited").count() >= 1


def test_only_one_verdict_is_shown_when_asked(page: Page) -> None:
    check(page)
    shown = page.locator(".claim:visible")
    everything = shown.count()
    page.locator('label[for="v-supported"]').click()
    assert 0 < shown.count() < everything
    assert page.locator(".claim.refuted:visible").count() == 0
    page.locator('label[for="v-all"]').click()
    assert shown.count() == everything


def test_a_correction_is_copied(page: Page) -> None:
    check(page)
    page.locator(".correction .copy").first.click()
    page.get_by_text("copied", exact=True).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "began these military payments in 1991" in copied


def test_a_link_restores_the_check_and_keeps_it_from_the_server(page: Page) -> None:
    check(page)
    page.get_by_role("button", name="Copy a link to this check").click()
    page.get_by_text("copied", exact=True).wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "payments" not in link and "#check=" in link
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_selector("#answer")
    assert page.input_value("#text") == TEXT and page.input_value("#date") == "2025-04-08"
    assert page.locator(".claim.refuted").count() >= 1 and "check=" not in page.url


def test_a_link_that_was_cut_off_leaves_an_empty_form(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}#check=WyJ")
    page.wait_for_selector(".examples")
    assert page.input_value("#text") == ""


def test_a_report_is_downloaded(page: Page) -> None:
    check(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    assert download.value.suggested_filename == "factcheck.md"


def test_a_verdict_leads_to_its_fact(page: Page) -> None:
    check(page)
    page.locator("a.row").first.click()
    page.wait_for_load_state()
    assert "/facts/facts" in page.url and page.locator("table.rows-and-columns tr").count() >= 1


def test_a_megabyte_is_pasted(page: Page) -> None:
    page.evaluate("navigator.clipboard.writeText('It began in 2017. '.repeat(60000))")
    page.locator("#text").focus()
    page.keyboard.press("Control+V")
    page.get_by_text("the first 100,000 were taken").wait_for()
    assert len(page.input_value("#text")) == 100_000


def test_a_hostile_text(page: Page) -> None:
    hostile = '<script>document.title="taken"</script></textarea><img src=x onerror=alert(1)>'
    check(page, f"{hostile} {TEXT}")
    assert "taken" not in page.title() and page.locator(".said img, .said script").count() == 0


def test_it_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".examples button").first.click()
    page.wait_for_selector("#answer")
    assert page.locator(".claim.refuted").count() >= 1
    check(page)
    page.locator('label[for="v-supported"]').click()
    assert page.locator(".claim.refuted:visible").count() == 0
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "factcheck.csv"
    context.close()
