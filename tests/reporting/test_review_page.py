"""Reading the findings of a page that is a file, in a real browser: marks by key, kept for the file, lines for two files."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from checkfirst import check_documents
from checkfirst.checking.lock import parse_lock
from checkfirst.checking.suppressions import with_suppressions
from checkfirst.config import Config
from checkfirst.model.report import Report
from checkfirst.reporting.html.page import parts
from tests.reporting.test_browser import SCREENS, fits, grave, hostile
from tests.texts import LEDGER_SERIES, LOGIN_PAGE, OPINION

ODD = "odd name %20 \u00fc & 'x' \" (1).md"


@pytest.fixture(scope="module")
def report() -> Report:
    links = "\n".join(f"Part {n} is told in [its text](part-{n}.md)." for n in range(12))
    index = "# Index\n\n- [Accounts](accounts.md)\n- [Gone](gone.md)\n- [Gone, too](gone-2.md)\n"
    documents = {
        **LEDGER_SERIES,
        "INDEX.md": index,
        "view.txt": OPINION,
        ODD: LOGIN_PAGE,
        "links.md": f"# Parts\n\n{links}\n",
    }
    return check_documents(documents.items(), config=Config(texts=True))


@pytest.fixture
def file(report: Report, tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text("".join(parts(report)), "utf-8")
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(5_000)
    opened = context.new_page()
    opened.goto(file.as_uri())
    yield opened
    context.close()


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def current(page: Page) -> str:
    return str(page.evaluate("document.querySelector('.current').dataset.line.split(' ')[0]"))


def marked(page: Page, name: str) -> int:
    return page.locator(f".finding .marked.{name}").count()


def unique(report: Report) -> int:
    return len({finding.fingerprint for finding in report.findings})


def test_keys_mark_move_and_take_back(page: Page, report: Report) -> None:
    press(page, "n")
    first = current(page)
    assert page.evaluate("document.activeElement.classList.contains('current')")
    press(page, "1 j w k 3")
    assert (marked(page, "stand"), marked(page, "wrong"), marked(page, "mended")) == (0, 1, 1)
    assert page.locator("#review-count").inner_text() == f"2 of {unique(report)} read"
    press(page, "u")
    assert (marked(page, "stand"), marked(page, "mended")) == (1, 0)
    press(page, "u u u")
    assert page.locator(".marked").count() == 0
    assert page.locator("#review-said").inner_text() == "Nothing to take back."
    assert current(page) == first
    press(page, "s j s 0 n")
    assert marked(page, "stand") == 1
    assert page.locator("#review-count").inner_text() == f"1 of {unique(report)} read"


def test_unread_ones_are_found_to_the_last_in_folds_too(page: Page, report: Report) -> None:
    for _ in range(unique(report)):
        press(page, "n 1")
    assert page.locator("#review-count").inner_text() == f"{unique(report)} of {unique(report)} read"
    press(page, "n")
    assert page.locator("#review-said").inner_text() == f"All {unique(report)} findings are read."
    assert page.locator(".finding:not(:has(.marked))").count() == 0


def test_a_capital_letter_marks_what_is_unread_of_the_document(page: Page) -> None:
    section = page.locator(".doc:has([data-line$=' links.md'])")
    press(page, "n")
    page.evaluate("document.querySelectorAll(\"[data-line$=' links.md']\")[0].click()")
    press(page, "w Shift+S")
    assert section.locator(".marked.wrong").count() == 1
    assert section.locator(".marked.stand").count() == section.locator(".finding").count() - 1 > 1
    assert page.locator(".marked").count() == section.locator(".marked").count()
    press(page, "u")
    assert section.locator(".marked").count() == 1


def test_arrows_scroll_until_a_finding_is_chosen(page: Page) -> None:
    press(page, "ArrowDown")
    assert page.locator(".current").count() == 0
    press(page, "n")
    first = current(page)
    press(page, "ArrowDown ArrowUp")
    assert current(page) == first


def test_what_filters_hide_is_passed_over(page: Page) -> None:
    page.locator("#search").fill("links.md")
    page.locator("#search").blur()
    press(page, "n n n 1")
    assert page.locator("[data-line$=' links.md'] .marked").count() == 1
    assert page.locator("#search").input_value() == "links.md"


def test_exported_lines_accept_what_was_marked(page: Page, report: Report) -> None:
    for _ in range(unique(report)):
        press(page, "n 1")
    press(page, "w r")
    page.keyboard.type("a  real \u202epage")
    press(page, "Enter k 3 e")
    page.locator("#review-who").fill("Ada L\u00f6velace")
    lock = parse_lock(page.locator("#review-lock").input_value(), "the page")
    assert {item.who for item in lock.accepted} == {"Ada L\u00f6velace"}
    assert [item.why for item in lock.accepted if item.why] == ["wrong: a real page"]
    after = with_suppressions(report, lock, Config())
    left = {finding.fingerprint for finding in after.findings if not finding.accepted}
    assert len(left) == 1
    assert len(lock.accepted) == unique(report) - 1
    assert ODD in {item.path for item in lock.accepted}
    assert not after.unused_acceptances


def test_exported_counts_are_those_of_the_marks(page: Page, report: Report) -> None:
    loud = page.locator(".finding:not([data-severity=note])")
    for number, key in enumerate(("1", "2", "3")):
        loud.nth(number).evaluate("element => element.click()") if number else press(page, "n")
        press(page, key)
    press(page, "e")
    table = tomllib.loads(page.locator("#review-precision").input_value())
    assert table["checked"]["documents"] == len(report.documents)
    wanted = {f.fingerprint: (f.code, f.severity.value) for f in report.findings if f.severity != "note"}
    assert {(row["code"], row["severity"]) for row in table["read"]} == set(wanted.values())
    assert sum(row["right"] + row["wrong"] + row["unread"] for row in table["read"]) == len(wanted)
    assert (sum(row["right"] for row in table["read"]), sum(row["wrong"] for row in table["read"])) == (2, 1)


def test_lines_are_copied_and_saved(page: Page) -> None:
    press(page, "n 1 e")
    with page.expect_download() as saved:
        page.locator("[data-save=review-lock]").click()
    assert saved.value.suggested_filename == "checkfirst.lock"
    assert saved.value.path().read_text("utf-8") == page.locator("#review-lock").input_value()


def test_marks_are_kept_for_the_file_and_mended_ones_until_the_next_check(page: Page, file: Path) -> None:
    press(page, "n 1 n 2 r")
    page.keyboard.type("as agreed")
    press(page, "Enter n 3")
    page.reload()
    assert (marked(page, "stand"), marked(page, "wrong"), marked(page, "mended")) == (1, 1, 1)
    assert page.locator(".marked.wrong").inner_text().endswith("wrong: as agreed")
    text = file.read_text("utf-8")
    file.write_text(text, "utf-8")
    # A later check writes the file later, by a second at least.
    status = file.stat()
    os.utime(file, (status.st_atime, status.st_mtime + 5))
    page.reload()
    assert (marked(page, "stand"), marked(page, "wrong"), marked(page, "mended")) == (1, 1, 0)


def test_keys_are_left_to_the_browser_where_they_mean_something_else(page: Page) -> None:
    press(page, "n Control+1 Alt+2 Meta+3")
    assert page.locator(".marked").count() == 0
    page.locator("#search").focus()
    press(page, "1 Backspace")
    assert page.locator(".marked").count() == 0
    page.locator("#filters input[type=checkbox]").first.focus()
    press(page, "1")
    assert page.locator(".marked").count() == 1
    press(page, "? 2 Escape")
    assert marked(page, "stand") == 1
    press(page, "?")
    page.locator("#review-keys").uncheck()
    press(page, "Escape 2")
    assert marked(page, "stand") == 1


def test_everything_by_buttons_too(page: Page) -> None:
    page.locator("#review-start").click()
    for does in ("stand", "next", "wrong", "previous", "next", "mended", "undo"):
        page.locator(f"#review [data-do={does}]").click()
    assert (marked(page, "stand"), marked(page, "wrong"), marked(page, "mended")) == (1, 1, 0)
    page.locator(".finding").last.click()
    page.locator("#review [data-do=wrong]").click()
    assert marked(page, "wrong") == 2


@pytest.mark.parametrize(("width", "scheme"), SCREENS, ids=str)
def test_axe_finds_nothing_and_it_fits(browser: Browser, file: Path, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(file.as_uri())
    press(page, "n 1 n 2 n 3 n r")
    assert not grave(page)
    press(page, "Escape")
    for key in ("?", "e"):
        press(page, key)
        assert page.locator("dialog[open]").count() == 1
        assert not grave(page)
        press(page, "Escape")
    assert fits(page)
    # What is chosen stands clear of the bar.
    chosen, bar = page.locator(".current").bounding_box(), page.locator("#review").bounding_box()
    assert chosen is not None
    assert bar is not None
    assert chosen["y"] + chosen["height"] <= bar["y"]
    context.close()


def test_nothing_of_a_hostile_set_acts_through_marks(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("".join(parts(hostile())), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((tmp_path / "report.html").as_uri())
    press(page, "n S n W j 1 r")
    page.keyboard.type("<img src=x onerror='top.pwned=1'>")
    press(page, "Enter e")
    assert parse_lock(page.locator("#review-lock").input_value(), "the page").accepted
    assert asked == [(tmp_path / "report.html").as_uri()]
    assert said == []
    assert page.evaluate("window.pwned") is None
    context.close()


def test_without_the_script_nothing_offers_marks(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert not page.locator("#review, #review-start").first.is_visible()
    assert page.locator("dialog:visible").count() == 0
    context.close()
