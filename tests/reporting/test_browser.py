"""The page in a real browser: it fetches and runs nothing, fits narrow screens, and works by keyboard and for readers.

Needs Chromium (Debian: ``chromium``; or ``playwright install chromium``). Without one these tests say so, and fail where
``CHECKFIRST_NEEDS_BROWSER`` is set.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, sync_playwright
from pypdfium2 import PdfDocument

from checkfirst import Report, check_documents
from checkfirst.config import Config
from checkfirst.reporting.html.page import parts
from tests.reporting.test_formats import NASTY
from tests.texts import GARDEN, LEDGER_SERIES, OPINION

SCREENS = [(375, "light"), (375, "dark"), (1440, "light"), (1440, "dark")]


COLUMN = Path(__file__).parents[2] / "examples" / "wrong-file" / "scheduling-service.txt"


def honest() -> Report:
    index = "# Index\n\n- [Accounts](accounts.md): how accounts are kept\n- [Gone](gone.md)\n"
    return check_documents(
        {**LEDGER_SERIES, "roses.md": GARDEN, "column.txt": COLUMN.read_text("utf-8"), "INDEX.md": index}.items(),
        config=Config(texts=True),
    )


def hostile() -> Report:
    documents = {
        **LEDGER_SERIES,
        f"{NASTY}.md": OPINION.replace("\n", f"\n{NASTY}\n", 3),
        "INDEX.md": f"# {NASTY}\n\n- [{NASTY} specification](accounts.md)\n- [gone](<{NASTY}>)\n- [x](gone.md)\n",
        "long.txt": "word <b> " * 200_000,
        "page.html": f"<html><body><script>top.pwned=1</script><p onclick='top.pwned=1'>{NASTY}</p></body></html>",
    }
    return check_documents(documents.items(), config=Config(texts=True))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        own = shutil.which("chromium") or shutil.which("google-chrome")
        try:
            found = driver.chromium.launch(executable_path=own, args=["--no-sandbox"])
        except Error as error:
            if os.environ.get("CHECKFIRST_NEEDS_BROWSER"):
                raise
            pytest.skip(
                f"no browser: install Debian's chromium, or run `playwright install chromium` ({error.message[:60]})"
            )
        yield found
        found.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, report in (("honest", honest()), ("hostile", hostile())):
        made[name] = folder / f"{name}.html"
        made[name].write_text("".join(parts(report)), "utf-8")
    return made


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.set_default_timeout(5_000)
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.parametrize("name", ["honest", "hostile"])
def test_it_does_nothing_but_show(page: Page, files: dict[str, Path], name: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(files[name].as_uri())
    page.keyboard.press("End")
    assert asked == [files[name].as_uri()]
    assert said == []
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    assert page.locator("main").count() == 1


@pytest.mark.parametrize("name", ["honest", "hostile"])
def test_axe_finds_nothing_serious(page: Page, files: dict[str, Path], name: str) -> None:
    page.goto(files[name].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = Axe().run(page).response["violations"]
    bad = [(v["id"], v["impact"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in {"serious", "critical"}]
    assert bad == []


def test_everything_by_keyboard(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    errors = page.locator("article.error")
    box = page.locator("#show-error")
    assert errors.first.is_visible()
    box.focus()
    page.keyboard.press("Space")
    assert not errors.first.is_visible()
    page.keyboard.press("Space")
    assert errors.first.is_visible()
    first = page.locator("#findings details").first
    was = first.evaluate("e => e.open")
    first.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert first.evaluate("e => e.open") != was


def test_rules_and_kinds_can_be_left_out(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    boxes = [str(box.get_attribute("id")) for box in page.locator(".filters input").all()]
    assert {"show-IDX002", "show-error", "show-specification"} <= set(boxes)
    for box in boxes:
        # A rule's finding may stand in a document whose kind has a box of its own.
        shown = page.locator(f".is-{box.removeprefix('show-')}")
        assert shown.first.is_visible(), box
        page.locator(f"#{box}").uncheck()
        assert not any(element.is_visible() for element in shown.all()), box
        page.locator(f"#{box}").check()


def test_evidence_stands_marked_in_its_document(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    assert page.locator("mark").count() > 3
    assert page.locator(".doc .finding").count() > 0
    assert page.locator(".l.comment .role").first.text_content() == "comment"
    states = page.locator("tr.broken td:last-child").all_text_contents()
    assert states == ["✗ broken"]


def test_printed_with_all_its_documents(browser: Browser, files: dict[str, Path]) -> None:
    """What is folded on the screen is on paper."""
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(files["honest"].as_uri())
    opened.evaluate("document.querySelectorAll('details').forEach(part => part.open = false)")
    printed = PdfDocument(opened.pdf())
    context.close()
    said = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in printed)
    assert "There is a small square on my screen" in said
    assert said.count("confidence") >= 5
