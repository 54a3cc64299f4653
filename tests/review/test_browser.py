"""A review in a real browser: marks by key stand in the lock file, the file stands beside, and other pages get nowhere."""

import re
import signal
import threading
import tomllib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from benchmarks.review import program, write_set
from checkfirst.checking.lock import NAME, read_lock
from tests.hostile_set import hostile_set
from tests.reporting.test_browser import SCREENS, fits, grave
from tests.review.test_server import Start, project, start
from tests.texts import LEDGER_SERIES, OPINION

__all__ = ["project", "start"]

Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    contexts: list[BrowserContext] = []

    def page(address: str = "", *, width: int = 1440, scheme: str = "light") -> Page:
        scheme_of = "dark" if scheme == "dark" else "light"
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme_of)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        made = context.new_page()
        if address:
            made.goto(address)
        return made

    yield page
    for context in contexts:
        context.close()


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def saved(page: Page) -> None:
    """Wait until the server said that all marks are kept."""
    expect(page.locator("#review[aria-busy=false]")).to_be_visible()
    expect(page.locator(".unsaved")).to_have_count(0)


def accepted(project: Path) -> dict[str, str]:
    """The reasons in the lock by code."""
    return {item.code: item.why for item in read_lock(project / NAME).accepted}


def test_keys_write_the_lock(start: Start, project: Path, opened: Open) -> None:
    reader = start()
    page = opened(reader.server.address)
    codes = []
    for keys in ("1", "2", "3"):
        press(page, f"n {keys}")
        codes.append(page.evaluate("document.querySelector('.current').dataset.line.split(' ')[1]"))
    press(page, "k r")
    page.keyboard.type("it fits")
    press(page, "Enter")
    expect(page.locator(".marked.wrong")).to_contain_text("it fits")
    saved(page)
    assert accepted(project) == {codes[0]: "", codes[1]: "wrong: it fits"}
    press(page, "u u u")
    expect(page.locator(".marked.wrong")).to_have_count(0)
    saved(page)
    assert list(accepted(project)) == [codes[0]]
    page.reload()
    expect(page.locator(".marked.stand")).to_have_count(1)


def test_a_finding_that_is_marked_again_at_once_has_the_last_mark(start: Start, project: Path, opened: Open) -> None:
    page = opened(start().server.address)
    press(page, "n")
    # One after another, before the first answer is there.
    page.evaluate(
        "'123123121'.split('').forEach(key => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key, bubbles: true})))"
    )
    saved(page)
    assert list(accepted(project).values()) == [""]


def test_many_marks_at_once_are_all_kept(start: Start, project: Path, opened: Open) -> None:
    reader = start()
    page = opened(reader.server.address)
    press(page, "n")
    count = len(reader.server.session.checked.findings)
    for _ in range(count):
        press(page, "1 n")
    saved(page)
    assert len(read_lock(project / NAME).accepted) == count


def test_the_file_stands_beside_with_its_lines_marked(start: Start, opened: Open) -> None:
    page = opened(start().server.address)
    page.evaluate("document.querySelector('[data-line*=\" KND002 \"]').click()")
    page.wait_for_selector("#file-text .now mark")
    assert page.locator("#file-name").inner_text() == "column.txt"
    # Long lines are whole.
    assert max(map(len, OPINION.split("\n"))) > 240
    assert page.locator("#file-text .cut").count() == 0
    assert page.locator("#file-text .lines p").count() > 5
    for line in page.locator("#file-text .now").all():
        assert OPINION.split("\n")[int(line.locator("i").inner_text()) - 1].strip() in line.inner_text()
    box, panel = page.locator("#file-text .now").first.bounding_box(), page.locator("#file-text").bounding_box()
    assert box is not None
    assert panel is not None
    assert panel["y"] <= box["y"] <= panel["y"] + panel["height"]
    press(page, "f")
    assert not page.locator("#file").is_visible()
    press(page, "f")
    assert page.locator("#file-text .now").first.is_visible()


def test_another_reviewers_mark_comes_and_is_not_overwritten_unseen(start: Start, project: Path, opened: Open) -> None:
    reader = start()
    one, other = opened(reader.server.address), opened(reader.server.address)
    press(one, "n 1")
    saved(one)
    press(other, "n 2")
    expect(other.locator(".marked.stand")).to_have_count(1)
    assert set(accepted(project).values()) == {""}
    press(other, "2")
    saved(other)
    assert set(accepted(project).values()) == {"wrong"}
    one.wait_for_selector(".marked.wrong")


def test_marks_wait_while_nobody_answers(start: Start, project: Path, opened: Open) -> None:
    reader = start()
    page = opened(reader.server.address)
    (project / NAME).write_text("nonsense\n", "utf-8")
    press(page, "n 1 n 2")
    expect(page.locator("#review-said")).to_contain_text("not saved yet")
    assert "line 1" in page.locator("#review-said").inner_text()
    assert page.locator(".unsaved").count() == 2
    (project / NAME).unlink()
    saved(page)
    assert len(read_lock(project / NAME).accepted) == 2


def test_a_reason_may_come_before_the_mark(start: Start, project: Path, opened: Open) -> None:
    page = opened(start().server.address)
    press(page, "n r")
    page.keyboard.type("wrong, since it must stand as 1 2 3")
    press(page, "Enter")
    expect(page.locator("#review-said")).to_contain_text("waits for the mark")
    assert accepted(project) == {}
    press(page, "s")
    saved(page)
    assert list(accepted(project).values()) == ["wrong, since it must stand as 1 2 3"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the locks of folders are those of POSIX")
def test_a_page_goes_on_once_the_program_runs_again(tmp_path: Path, opened: Open) -> None:
    write_set(tmp_path / "set", 6)
    with program(tmp_path) as (process, address):
        page = opened(address)
        process.kill()
        process.wait()
        press(page, "n 1 n 2")
        expect(page.locator("#review-said")).to_contain_text("Start it again")
        assert page.locator(".unsaved").count() == 2
    with program(tmp_path) as (_, again):
        assert again == address
        saved(page)
        assert len(accepted(tmp_path)) > 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the locks of folders are those of POSIX")
def test_a_page_at_an_old_address_says_what_to_do(tmp_path: Path, start: Start, project: Path, opened: Open) -> None:
    write_set(tmp_path / "set", 6)
    with program(tmp_path) as (process, address):
        page = opened(address)
        process.kill()
        process.wait()
    start(int(address.split(":")[2].partition("/")[0]))
    press(page, "n 1")
    expect(page.locator("#review-said")).to_contain_text("open the one that it printed")
    press(page, "e")
    assert "finding " in page.locator("#review-export textarea").first.input_value()
    assert accepted(project) == {}


def test_marks_that_were_not_saved_outlive_the_page(start: Start, project: Path, opened: Open) -> None:
    reader = start()
    page = opened(reader.server.address)
    (project / NAME).write_text("nonsense\n", "utf-8")
    press(page, "n 1")
    expect(page.locator("#review-said")).to_contain_text("not saved yet")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator(".unsaved")).to_have_count(1)
    (project / NAME).unlink()
    saved(page)
    assert len(accepted(project)) == 1


def test_checking_again_shows_what_is_found_now(start: Start, project: Path, opened: Open) -> None:
    page = opened(start().server.address)
    for code, key in (("KND003", "3"), ("KND002", "2")):
        page.evaluate(f"document.querySelector('[data-line*=\" {code} \"]').click()")
        press(page, key)
    saved(page)
    (project / "seeds" / "page.md").write_text(LEDGER_SERIES["accounts.md"].replace("account", "booking"), "utf-8")
    with page.expect_navigation():
        page.locator("#review [data-do=check]").click()
    assert page.locator("[data-line*=' KND003 ']").count() == 0
    expect(page.locator("[aria-labelledby=accepted] .marked.wrong")).to_have_count(1)
    assert page.locator(".marked").count() == 1
    # What was judged before counts on.
    press(page, "e")
    read = tomllib.loads(page.locator("#review-precision").input_value())["read"]
    assert sum(row["wrong"] for row in read) == 1


@pytest.mark.parametrize(("width", "scheme"), SCREENS, ids=str)
def test_axe_finds_nothing_and_it_fits(start: Start, opened: Open, width: int, scheme: str) -> None:
    page = opened(start().server.address, width=width, scheme=scheme)
    press(page, "n 1 n 2 n 3 k r")
    press(page, "Escape" if page.locator("#file").is_visible() else "Escape f")
    page.wait_for_selector("#file-text .now")
    saved(page)
    assert not grave(page)
    assert fits(page)
    chosen, panel = page.locator(".current").bounding_box(), page.locator("#file").bounding_box()
    assert chosen is not None
    assert panel is not None
    # Neither hides the other.
    assert chosen["y"] + chosen["height"] <= panel["y"] or chosen["x"] + chosen["width"] <= panel["x"]


def test_nothing_of_a_hostile_set_acts(start: Start, project: Path, opened: Open) -> None:
    hostile_set(project / "hostile")
    for path in (project / "hostile").iterdir():
        path.rename(project / "seeds" / path.name)
    script = "<script>top.pwned=1</script><img src=x onerror=top.pwned=1><style>*{display:none}</style>"
    (project / "seeds" / f"a {script.replace('/', '')}.md").write_text(
        f"404 Not Found\n\n{script}\n\n{script}\n", "utf-8"
    )
    page = opened()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    reader = start()
    names: set[str] = set()
    page.goto(reader.server.address)
    for _ in range(len(reader.server.session.checked.findings)):
        press(page, "n 1")
        saved(page)
        name = page.locator("#file-name").inner_text()
        assert name.isprintable()
        names.add(name)
    assert {n for n in names if "evil.example" in n or "script" in n}
    press(page, "e")
    assert page.evaluate("window.pwned") is None
    assert page.locator("#file-text script, #file-text img, #file-text style").count() == 0
    assert {url.removeprefix(reader.server.address).split("/")[0] for url in asked} <= {"", "marks", "file"}
    assert said == []


class _Elsewhere(BaseHTTPRequestHandler):
    """Another site."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title><p>Elsewhere.")

    def log_message(self, *_: object, **__: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def status_of(page: Page, address: str) -> int:
    answer: Response | None = page.goto(address)
    assert answer is not None
    return answer.status


def test_a_name_that_is_led_to_this_machine_gets_nothing(start: Start, project: Path, opened: Open) -> None:
    """DNS rebinding, in a browser for which the name leads here: even with the token, nothing is answered."""
    reader = start()
    port = reader.server.server_port
    page = opened()
    assert status_of(page, f"http://rebound.test:{port}{reader.path}") == 403
    assert "not this machine" in page.locator("body").inner_text()
    told = page.evaluate(TRY, f"http://rebound.test:{port}{reader.path}marks")
    assert told.startswith("403") or "Error" in told
    assert not (project / NAME).exists()
    assert status_of(page, f"http://localhost:{port}{reader.path}") == 200


#: Try to mark a finding from a page, as JSON; and what came of it.
TRY = """async (address) => {
  try {
    const answer = await fetch(address, {method: "POST", headers: {"Content-Type": "application/json"}, body: '{"marks": []}'});
    return `${answer.status} ${await answer.text()}`;
  } catch (error) { return `${error}`; }
}"""
#: The same by requests that need no permission: as a form's text, without an answer, and as a true form.
SIMPLE = """async ([address, body]) => {
  await fetch(address, {method: "POST", mode: "no-cors", headers: {"Content-Type": "text/plain"}, body}).catch(() => 0);
  await fetch(address, {method: "POST", mode: "no-cors", body: new Blob([body])}).catch(() => 0);
  navigator.sendBeacon(address, new Blob([body], {type: "text/plain"}));
  const form = document.createElement("form");
  form.method = "post"; form.enctype = "text/plain"; form.action = address;
  form.innerHTML = `<input name='${body.slice(0, -1)},"x":"' value='"}'>`;
  document.body.append(form);
  form.submit();
}"""


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "elsewhere.test"])
def test_another_page_that_knows_the_address_can_neither_mark_nor_read(
    start: Start, project: Path, opened: Open, elsewhere: int, name: str
) -> None:
    reader = start()
    fingerprint = next(iter(reader.server.session.checked.findings))
    body = f'{{"marks":[{{"fingerprint":"{fingerprint}","mark":"stand","why":"","was":null}}]}}'
    page = opened(f"http://{name}:{elsewhere}/")
    assert "TypeError" in page.evaluate(TRY, f"{reader.server.address}marks")
    read = "address => fetch(address).then(answer => answer.text()).catch(error => `${error}`)"
    assert "TypeError" in page.evaluate(read, reader.server.address)
    page.evaluate(SIMPLE, [f"{reader.server.address}marks", body])
    page.wait_for_url(re.compile("/marks$"))
    assert "another" in page.locator("body").inner_text()
    page.goto(f"http://{name}:{elsewhere}/")
    framed = "address => { const f = document.createElement('iframe'); f.src = address; document.body.append(f); return new Promise(done => f.onload = () => done(1)); }"
    page.evaluate(framed, reader.server.address)
    assert all("Check first" not in (frame.content() if frame.url != page.url else "") for frame in page.frames[1:])
    assert not (project / NAME).exists()
    assert reader.marks() == {}


def test_a_link_elsewhere_opens_the_page(start: Start, opened: Open, elsewhere: int) -> None:
    page = opened(f"http://elsewhere.test:{elsewhere}/")
    address = start().server.address
    page.evaluate("address => { location = address; }", address)
    page.wait_for_url(address)
    assert page.locator("#review").is_visible()
