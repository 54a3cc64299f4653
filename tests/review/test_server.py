"""A review over HTTP: what is marked stands in the lock file, and what is not a reader's request does nothing."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from checkfirst import check
from checkfirst.checking.lock import NAME, read_lock
from checkfirst.cli.app import main
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.review.server import ReviewServer
from checkfirst.review.session import Session
from tests.texts import GARDEN, LEDGER_SERIES, LOGIN_PAGE, OPINION

Start = Callable[..., "Reader"]


class Reader:
    """A page, as far as the server sees it."""

    def __init__(self, server: ReviewServer) -> None:
        self.server = server
        self.origin = f"http://127.0.0.1:{server.server_port}"
        self.path = server.address.removeprefix(self.origin)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)
        own = {"Origin": self.origin, "Content-Type": "application/json"} if method == "POST" else {}
        connection.request(method, path, body or None, {**own, **headers})
        answer = connection.getresponse()
        told = answer.status, answer.read().decode()
        connection.close()
        return told

    def page(self) -> str:
        return self.ask("GET", self.path)[1]

    def marks(self) -> dict[str, str]:
        return {f: row["mark"] for f, row in json.loads(self.ask("GET", f"{self.path}marks")[1])["marks"].items()}

    def mark(self, code: str, mark: str | None, was: str | None = None, why: str = "") -> tuple[int, Any]:
        rows = [{"fingerprint": f, "mark": mark, "why": why, "was": was} for f in self.findings(code)]
        status, told = self.ask("POST", f"{self.path}marks", json.dumps({"marks": rows}).encode())
        return status, json.loads(told) if status == 200 else told

    def findings(self, code: str) -> list[str]:
        return [f for f, finding in self.server.session.checked.findings.items() if finding.code == code]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    for name, text in {**LEDGER_SERIES, "column.txt": OPINION, "page.md": LOGIN_PAGE, "roses.md": GARDEN}.items():
        (tmp_path / "seeds" / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    servers = []

    def started(port: int = 0, token: str = "") -> Reader:
        def again() -> None:
            lock = read_lock(project / NAME)
            session.take(check("seeds", config=Config(texts=True, long_lines=True), lock=lock), lock)

        session = Session(project / NAME, within=project, shown=NAME, who="ada", date=lambda: "2026-02-03", again=again)
        again()
        server = ReviewServer(session, port, pytest.fail, token)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return Reader(server)

    yield started
    for server in servers:
        server.shutdown()
        server.server_close()


def lines(project: Path) -> str:
    path = project / NAME
    return path.read_text("utf-8") if path.exists() else ""


def test_marks_stand_in_the_lock_and_the_check_takes_them(start: Start, project: Path) -> None:
    reader = start()
    assert reader.mark("KND002", "stand", why="kept for the record")[0] == 200
    assert reader.mark("KND003", "wrong")[0] == 200
    assert re.search(
        r"^finding \w+ KND002 column.txt 2026-02-03 ada kept for the record$", lines(project), re.MULTILINE
    )
    assert re.search(r"^finding \w+ KND003 page.md 2026-02-03 ada wrong$", lines(project), re.MULTILINE)
    report = check("seeds", lock=read_lock(project / NAME))
    assert {f.code for f in report.findings if f.accepted} == {"KND002", "KND003"}
    assert start().marks() == reader.marks() != {}


def test_a_mark_is_taken_away_and_mended_ones_end_with_the_next_check(start: Start, project: Path) -> None:
    reader = start()
    reader.mark("KND002", "stand")
    reader.mark("KND002", None, "stand")
    assert "KND002" not in lines(project)
    reader.mark("KND003", "stand")
    reader.mark("KND003", "mended", "stand")
    assert set(reader.marks().values()) == {"mended"}
    assert "KND003" not in lines(project)
    (project / "seeds" / "page.md").write_text(LEDGER_SERIES["accounts.md"], "utf-8")
    status, told = reader.ask("POST", f"{reader.path}check", b"{}")
    assert (status, reader.marks()) == (200, {})
    assert f'data-check="{json.loads(told)["check"]}"' in reader.page()
    assert " KND003 " not in reader.page()


def test_a_mark_that_its_reader_did_not_see_is_not_overwritten(start: Start, project: Path) -> None:
    one, other = start(), start()
    one.mark("KND002", "stand", why="agreed with the owner")
    status, told = other.mark("KND002", "wrong")
    assert status == 200
    assert list(told["refused"]) == one.findings("KND002")
    assert "marked by ada meanwhile" in next(iter(told["refused"].values()))
    assert told["marks"][one.findings("KND002")[0]]["why"] == "agreed with the owner"
    assert not other.mark("KND002", "wrong", "stand")[1]["refused"]
    assert one.marks() == other.marks()
    # The same mark, sent again because the first answer was lost, is no conflict.
    assert not other.mark("KND002", "wrong", "stand")[1]["refused"]
    assert one.mark("KND002", None, "stand")[1]["refused"]


def test_a_finding_that_is_not_there_any_more_is_told(start: Start, project: Path) -> None:
    reader = start()
    gone = reader.findings("KND002")[0]
    (project / "seeds" / "column.txt").unlink()
    reader.ask("POST", f"{reader.path}check", b"{}")
    row = {"fingerprint": gone, "mark": "stand", "why": "", "was": None}
    told = json.loads(reader.ask("POST", f"{reader.path}marks", json.dumps({"marks": [row]}).encode())[1])
    assert "reload" in told["refused"][gone]
    assert lines(project) == ""


def test_a_damaged_lock_is_told_and_left_as_it_is(start: Start, project: Path) -> None:
    reader = start()
    (project / NAME).write_text("nonsense\n", "utf-8")
    status, told = reader.mark("KND002", "stand")
    assert status == 409
    assert "checkfirst.lock, line 1" in told
    assert reader.ask("GET", f"{reader.path}marks")[0] == 409
    assert lines(project) == "nonsense\n"
    (project / NAME).unlink()
    assert reader.mark("KND002", "stand")[0] == 200


def test_a_link_in_place_of_the_lock_is_not_followed(
    start: Start, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    reader = start()
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "file"
    (project / NAME).symlink_to(elsewhere)
    assert reader.mark("KND002", "stand")[0] == 409
    assert not elsewhere.exists()


def test_what_the_lock_accepts_can_be_taken_back_and_a_comment_can_not(start: Start, project: Path) -> None:
    main(["accept", "KND002:column.txt", "seeds"])
    comment = f"<!-- checkfirst: ignore KND003 ours -->\n\n{LOGIN_PAGE}"
    (project / "seeds" / "page.md").write_text(comment, "utf-8")
    reader = start()
    units = re.findall(r'data-line="(\w+) (\w+) ', reader.page())
    assert "KND002" in {code for _, code in units}
    assert "KND003" not in {code for _, code in units}
    assert not reader.mark("KND002", None, "stand")[1]["refused"]
    assert "KND002" not in lines(project)


def test_a_file_is_shown_with_its_quotes_and_nothing_acts(start: Start, project: Path) -> None:
    hostile = "<script>top.pwned=1</script> <img src=x onerror=alert(1)> \x1b[31m \u202e"
    (project / "seeds" / "column.txt").write_text(OPINION.replace("\n", f"\n{hostile}\n", 2), "utf-8")
    reader = start()
    numbers = [n for n, d in enumerate(reader.server.session.checked.report.documents) if d.path == "column.txt"]
    status, told = reader.ask("GET", f"{reader.path}file/{numbers[0]}")
    assert status == 200
    assert "<mark>" in told
    assert "&lt;script&gt;top.pwned=1" in told
    assert not re.search(r"<(?!/?(?:p|i|b|div|span|mark|ul|li|svg|path|rect)\b)", told)
    assert not set(told) & set("\x1b\u202e")


@pytest.mark.parametrize(
    "path", ["file/", "file/-1", "file/999", "file/../marks", "file/%C2%B2", "x", "marks/x", "?a=b", "mark"]
)
def test_other_addresses_have_nothing(start: Start, path: str) -> None:
    reader = start()
    status, told = reader.ask("GET", f"{reader.path}{path}")
    assert status in {400, 404} or (path == "marks/x" and status == 200)
    assert "Traceback" not in told


def test_nothing_is_told_without_the_token(start: Start) -> None:
    reader = start()
    for path in (
        "/",
        "/marks",
        "//marks",
        f"{reader.path[:-2]}/",
        f"/x{reader.path}",
        "/%C3%A9/",
        "*",
        reader.path[1:],
    ):
        assert reader.ask("GET", path)[0] == 404
        assert reader.ask("POST", path, b'{"marks": []}')[0] == 404


def test_every_answer_forbids_what_it_does_not_need(start: Start) -> None:
    reader = start()
    for path in (reader.path, f"{reader.path}marks", f"{reader.path}file/0", "/"):
        connection = HTTPConnection("127.0.0.1", reader.server.server_port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        allowed = answer.getheader("Content-Security-Policy") or ""
        assert "default-src 'none'" in allowed
        assert "frame-ancestors 'none'" in allowed
        assert ("connect-src 'self'" in allowed) == (path == reader.path)
        assert answer.getheader("Access-Control-Allow-Origin") is None
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Referrer-Policy") == "no-referrer"
        assert answer.getheader("Cache-Control") == "no-store"
        connection.close()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, b"nonsense"),
        ({}, b'{"marks": [{}]}'),
        ({"Content-Length": "99999999999"}, b"{}"),
        ({"Content-Length": "-1"}, b"{}"),
        ({"Transfer-Encoding": "chunked"}, b"2\r\n{}\r\n0\r\n\r\n"),
    ],
)
def test_a_body_that_can_not_be_read_is_refused(
    start: Start, project: Path, headers: dict[str, str], body: bytes
) -> None:
    reader = start()
    assert reader.ask("POST", f"{reader.path}marks", body, **headers)[0] == 400
    assert lines(project) == ""


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "HEAD", "TRACE"])
def test_other_methods_are_refused(start: Start, method: str) -> None:
    reader = start()
    assert reader.ask(method, f"{reader.path}marks", b"{}")[0] == 501


def test_it_listens_on_this_machine_alone(start: Start) -> None:
    assert start().server.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_and_a_set_around_the_lock_are_one_line(
    start: Start, project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = start().server.server_port
    assert main(["review", "seeds", "--port", str(port)]) == 2
    assert "in use" in capsys.readouterr().err
    monkeypatch.chdir(project / "seeds")
    assert main(["review"]) == 2
    assert "would stand inside the set" in capsys.readouterr().err


def test_a_check_that_fails_is_told_and_the_former_page_stays(project: Path) -> None:
    def again() -> None:
        raise UsageError("seeds: no such file or folder")

    session = Session(project / NAME, within=project, shown=NAME, who="ada", date=lambda: "2026-02-03", again=again)
    lock = read_lock(project / NAME)
    session.take(check("seeds", config=Config(texts=True)), lock)
    server = ReviewServer(session, 0, print)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    reader = Reader(server)
    assert reader.ask("POST", f"{reader.path}check", b"{}") == (409, "seeds: no such file or folder")
    assert " KND003 " in reader.page()
    server.shutdown()
    server.server_close()
