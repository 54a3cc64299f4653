"""The page in a real browser: it fetches nothing, fits narrow screens, filters, and works by keyboard and for readers.

Needs Chromium (Debian: ``chromium``; or ``playwright install chromium``). Without one these tests say so, and fail where
``CHECKFIRST_NEEDS_BROWSER`` is set.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument

from checkfirst import Report, check_documents
from checkfirst.config import Config
from checkfirst.reporting.html.page import parts
from tests.reporting.test_formats import NASTY
from tests.texts import GARDEN, LEDGER_SERIES, LOGIN_PAGE, OPINION, SAVED_PAGE

SCREENS = [(375, "light"), (375, "dark"), (768, "light"), (1440, "light"), (1440, "dark")]


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


def many() -> Report:
    """Some 300 documents, a tenth of them wrong in several ways, with an index that names files that are not there."""
    documents: dict[str, str] = {}
    for n in range(60):
        for name, text in LEDGER_SERIES.items():
            if len(documents) < 270:
                documents[f"part-{n:02}/{name}"] = f"{text}\nNumber {n} of the parts, as {name} of it tells.\n"
    for n in range(10):
        documents[f"part-{n:02}/view.txt"] = f"{OPINION}\nPart {n}.\n"
        documents[f"part-{n:02}/sign-in.md"] = LOGIN_PAGE
        documents[f"part-{n:02}/saved.txt"] = f"{SAVED_PAGE}\nPart {n}.\n"
    entries = [f"- [Part of {path}]({path})" for path in documents]
    gone = [f"- [Gone {n}](gone-{n}.md)" for n in range(5)]
    documents["INDEX.md"] = "\n".join(["# Index", "", *entries, *gone, ""])
    return check_documents(documents.items(), config=Config(texts=True))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, report in (("honest", honest()), ("hostile", hostile()), ("many", many())):
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


@pytest.fixture
def wide(browser: Browser, files: dict[str, Path]) -> Iterator[Page]:
    """The page of many documents on a wide screen."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(5_000)
    opened = context.new_page()
    opened.goto(files["many"].as_uri())
    yield opened
    context.close()


def unfold(page: Page) -> None:
    """Open all that is folded, and draw what is off the screen too."""
    page.evaluate("document.querySelectorAll('.doc').forEach(part => part.style.contentVisibility = 'visible')")
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("name", ["honest", "hostile", "many"])
def test_it_does_nothing_but_show(page: Page, files: dict[str, Path], name: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(files[name].as_uri())
    page.keyboard.press("End")
    assert fits(page)
    unfold(page)
    assert fits(page)
    page.emulate_media(media="print")
    assert fits(page)
    assert asked == [files[name].as_uri()]
    assert said == []
    assert page.evaluate("window.pwned") is None
    assert page.locator("main").count() == 1


@pytest.mark.parametrize("name", ["honest", "hostile"])
def test_axe_finds_nothing_serious(page: Page, files: dict[str, Path], name: str) -> None:
    page.goto(files[name].as_uri())
    unfold(page)
    assert not grave(page)


def test_axe_finds_nothing_serious_in_many_documents(wide: Page) -> None:
    assert not grave(wide)


def grave(page: Page) -> list[tuple[str, str, str]]:
    """What axe says is serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        (v["id"], v["impact"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in {"serious", "critical"}
    ]


def test_one_screen_has_the_verdict_and_the_first_rows_and_one_click_the_evidence(
    page: Page, files: dict[str, Path]
) -> None:
    page.goto(files["many"].as_uri())
    rows = page.locator("tbody tr")
    box = rows.nth(1).bounding_box()
    assert box is not None
    assert box["y"] < 900
    rows.first.locator("a").click()
    section = page.locator("section.doc:target")
    assert section.locator("mark").first.is_visible()
    top = section.locator("mark").first.bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 900
    # A quoted line stands among those around it.
    assert section.locator(".quote").first.locator("p").count() >= 3


def test_no_short_name_is_broken(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    heights = page.locator("tbody th a").evaluate_all("links => links.map(link => link.getClientRects().length)")
    assert set(heights) == {1}
    sizes = page.locator("svg text").evaluate_all("texts => texts.map(t => parseFloat(getComputedStyle(t).fontSize))")
    assert min(sizes) >= 12


def test_everything_by_keyboard(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the documents"
    page.locator("#filters details").evaluate("part => part.open = true")
    box = page.locator("fieldset[data-group=severity] input").first
    row = page.locator("tr.error").first
    assert row.is_visible()
    box.focus()
    page.keyboard.press("Space")
    assert not row.is_visible()
    page.keyboard.press("Space")
    assert row.is_visible()
    text = page.locator("details.text").first
    text.locator("summary").focus()
    page.keyboard.press("Enter")
    assert text.evaluate("part => part.open")
    page.locator(".doc .up").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "documents"


def test_focus_is_visible_wherever_tab_leads(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(e => e === document.body || e.offsetWidth === 0 || parseFloat(getComputedStyle(e).outlineWidth) >= 2)"
            "(document.activeElement)"
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


@pytest.mark.parametrize("code", ["KND003", "WEB001", "IDX002"])
def test_one_click_leaves_the_findings_of_one_rule_alone(wide: Page, code: str) -> None:
    findings = wide.locator(f"article[data-rules^='{code}:']").count()
    with_rule = wide.locator(f"tr[data-rules*='{code}:']").count()
    assert 0 < with_rule < 40
    wide.locator(f"fieldset[data-group=rule] .chip:has(input[value={code}]) .only").click()
    assert wide.locator("tbody tr:visible").count() == with_rule
    assert wide.locator("[data-of]:visible").count() == with_rule
    assert wide.locator("article:visible").count() == findings
    assert {str(a.get_attribute("data-rules"))[:6] for a in wide.locator("article:visible").all()} == {code}
    assert all(code in text for text in wide.locator("tbody .rules:visible").all_inner_texts())
    assert wide.locator("#shown").inner_text() == f"{with_rule} of {wide.locator('tbody tr').count()} rows"
    wide.locator("#reset").click()
    assert wide.locator("tbody tr:visible").count() == wide.locator("tbody tr").count()


def test_a_chip_that_is_unticked_hides_its_findings_and_documents_alone(wide: Page) -> None:
    every = wide.locator("tbody tr").count()
    for group in ("status", "severity", "rule"):
        for value in wide.locator(f"fieldset[data-group={group}] input").evaluate_all("b => b.map(x => x.value)"):
            wide.locator(f"fieldset[data-group={group}] input[value='{value}']").uncheck()
            mark = {"status": f"tr[data-status='{value}']", "severity": f"tr.{value}, article.{value}"}
            hidden = wide.locator(mark.get(group, f"article[data-rules^='{value}:']"))
            assert hidden.count() > 0
            assert not any(part.is_visible() for part in hidden.all())
            wide.locator("#reset").click()
    assert wide.locator("tbody tr:visible").count() == every


def test_paths_are_searched(wide: Page) -> None:
    wide.locator("#search").fill("Part-07/")
    shown = wide.locator("tbody tr:visible th").all_text_contents()
    assert len(shown) > 3
    assert all(path.startswith("part-07/") for path in shown)
    wide.locator("#search").fill("")
    assert wide.locator("tbody tr:visible").count() == wide.locator("tbody tr").count()


def test_filters_without_a_match_say_so_and_lead_back(wide: Page) -> None:
    wide.locator("#search").fill("no document of this name")
    assert wide.locator("#nothing").is_visible()
    wide.locator("#nothing button").click()
    assert wide.locator("#nothing").is_hidden()
    assert wide.locator("tr[data-n]:visible").count() > 300


def test_a_link_leads_into_what_is_folded(wide: Page) -> None:
    wide.locator("tr.fine th a").last.click()
    assert wide.locator("details.sound:has(:target) p").first.is_visible()


def test_the_code_of_a_finding_leads_to_what_its_rule_means(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    link = page.locator(".group a.code").first
    code = link.text_content() or ""
    link.click()
    page.locator(f"#rule-{code} p").first.wait_for(state="visible")


def test_everything_is_there_without_the_script(browser: Browser, files: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(files["many"].as_uri())
    assert not opened.locator("#filters").is_visible()
    assert opened.locator("tbody tr:visible").count() == opened.locator("tbody tr").count() > 300
    opened.locator("tr.fine th a").last.click()
    assert opened.locator("details.sound[open]").count() == 1
    context.close()


def test_the_page_of_300_documents_is_small(files: dict[str, Path]) -> None:
    assert files["many"].stat().st_size < 2_000_000


def test_evidence_stands_marked_in_its_document(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["honest"].as_uri())
    assert page.locator(".quote mark").count() > 3
    assert page.locator(".run.comment b").first.text_content() == "comment"
    assert any("comments of readers" in keys for keys in page.locator(".keys").all_text_contents())
    assert page.locator("details.text mark").count() > 3


def test_printed_with_all_its_findings(browser: Browser, files: dict[str, Path]) -> None:
    """Evidence is on paper; of the texts those that are unfolded."""
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(files["honest"].as_uri())
    opened.locator("#filters details").evaluate("part => part.open = true")

    def printed() -> str:
        pages = PdfDocument(opened.pdf())
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)

    short = printed()
    assert short.count("sure") >= 5
    assert "Search in paths" not in short
    assert "There was always water" not in short
    unfold(opened)
    whole = printed()
    context.close()
    assert "There was always water" in whole
