"""Signals at any moment: a report of what was done or one line, exit code 130, and no process left behind."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from checkfirst.checking.lock import NAME as LOCK

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="looks for processes where Linux lists them"
)

PROTOCOL = Path(__file__).parents[2] / "examples" / "ready" / "protocol.md"
SAID = b"checkfirst: interrupted\n"
Running = subprocess.Popen[bytes]
Start = Callable[..., Running]


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def in_session(leader: int) -> list[int]:
    """The processes that a run has started, it itself and those of its workers among them, but for those that ended."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state, _, _, session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            if int(session) == leader and state != "Z":
                found.append(int(folder.name))
    return found


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, "it never came"
        os.sched_yield()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program in a session of its own, and makes sure at the end that nothing of it is left."""
    started: list[Running] = []
    # A shell starts its background jobs with Ctrl-C ignored, `nohup` ignores the end of a terminal, and programs leave that
    # as it is.
    inherited = [signal.signal(signal.SIGINT, signal.default_int_handler), signal.signal(signal.SIGHUP, signal.SIG_DFL)]

    def start(*arguments: str, stderr: int = subprocess.PIPE) -> Running:
        call = [sys.executable, "-m", "checkfirst", *arguments]
        started.append(
            subprocess.Popen(call, stdout=subprocess.PIPE, stderr=stderr, start_new_session=True, cwd=tmp_path)
        )
        return started[-1]

    yield start
    for number, handler in zip((signal.SIGINT, signal.SIGHUP), inherited, strict=True):
        signal.signal(number, handler)
    for running in started:
        with running:
            until(lambda: not in_session(running.pid))  # noqa: B023  # called before the next one's turn


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A set that takes some seconds."""
    folder = tmp_path / "set"
    folder.mkdir()
    text = PROTOCOL.read_text("utf-8") * 4
    for number in range(3000):
        (folder / f"{number:04}.md").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(("number", "jobs"), [(signal.SIGINT, 2), (signal.SIGTERM, 1), (signal.SIGHUP, 2)])
def test_interrupted_reports_what_it_has(large: Path, start: Start, number: int, jobs: int) -> None:
    ours, theirs = pty.openpty()
    running = start("check", str(large), "--format", "json", "--jobs", str(jobs), stderr=theirs)
    os.close(theirs)
    shown = b""
    while not re.search(rb"checking [1-9][\d,]* of 3,000", shown):
        shown += os.read(ours, 1000)
    running.send_signal(number)
    out, _ = running.communicate(timeout=60)
    with suppress(OSError):
        # At the end of a terminal that nobody writes to any more Linux reports an error.
        while said := os.read(ours, 1000):
            shown += said
    os.close(ours)
    assert running.returncode == 130
    assert b"Traceback" not in shown
    report = json.loads(out)
    assert report["partial"] is True
    assert 0 < len(report["documents"]) < 3000


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_while_workers_start(large: Path, start: Start, number: int) -> None:
    running = start("check", str(large), "--format", "json", "--jobs", "4")
    until(lambda: children(running.pid))
    os.killpg(running.pid, number)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert json.loads(out)["partial"] is True if out else err == SAID
    assert b"Traceback" not in err


def test_interrupted_again_and_again(large: Path, start: Start) -> None:
    running = start("check", str(large), "--format", "json", "--jobs", "2")
    until(lambda: children(running.pid))
    while running.poll() is None and in_session(running.pid):
        running.send_signal(signal.SIGINT)
        os.sched_yield()
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err == SAID or json.loads(out)["partial"] is True
    assert b"Traceback" not in err


def test_interrupted_while_the_report_is_printed(tmp_path: Path, start: Start) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.md").write_text(PROTOCOL.read_text("utf-8"), "utf-8")
    running = start("check", str(folder), "--format", "json")
    assert running.stdout is not None
    # What is left does not fit into the pipe: the program waits for its reader until the signal comes.
    running.stdout.read(1)
    running.send_signal(signal.SIGINT)
    running.wait(timeout=60)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, SAID)


@pytest.mark.parametrize("command", ["accept", "index", "diff"])
def test_an_interrupted_command_writes_nothing(large: Path, start: Start, command: str) -> None:
    (large / "0.pdf").write_bytes(b"%PDF-1.4 no more\n")
    before = {path.name for path in large.iterdir()}
    arguments = {"accept": ["set"], "index": ["set", "--write"], "diff": ["set/", "set/"]}[command]
    running = start(command, *arguments)
    # Another process reads the PDF, the first of the documents: the check is on its way.
    until(lambda: children(running.pid))
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", SAID)
    assert not (large.parent / LOCK).exists()
    assert {path.name for path in large.iterdir()} == before


def test_workers_end_with_a_program_that_is_killed(large: Path, start: Start) -> None:
    running = start("check", str(large), "--jobs", "2", "--quiet")
    until(lambda: len(children(running.pid)) == 2)
    running.kill()
    running.communicate(timeout=60)
    until(lambda: not in_session(running.pid))


def test_a_signal_that_the_caller_ignores_is_ignored(tmp_path: Path, start: Start) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 no more\n")
    call = 'trap "" HUP; exec "$0" -m checkfirst a.pdf --quiet'
    running = subprocess.Popen(
        ["sh", "-c", call, sys.executable], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    until(lambda: running.poll() is not None or children(running.pid))
    running.send_signal(signal.SIGHUP)
    out, _ = running.communicate(timeout=60)
    assert running.returncode == 1
    assert out.startswith(b"CHECK FIRST")
