"""A set that is being put together is checked after each change, once it is at rest."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkfirst import Config, check
from checkfirst.cli.app import main
from checkfirst.cli.watch import looker, watch
from checkfirst.model.report import Verdict

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = (EXAMPLES / "wrong-file" / "scheduling-service.txt").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    shutil.copytree(EXAMPLES / "ready", folder)
    return folder


def told(folder: Path, *steps: Callable[[], object]) -> tuple[Verdict | None, list[str]]:
    """What is told while each pause does the next step; after the last one the user interrupts."""
    left: Iterator[Callable[[], object]] = iter(steps)
    said: list[str] = []

    def pause() -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    verdict = watch(lambda: check(folder), looker([folder], Config()), lambda _: None, said.append, pause)
    return verdict, said


def nothing() -> None:
    pass


def test_a_new_file_is_told_when_it_is_at_rest(folder: Path) -> None:
    page = folder / "page.txt"
    verdict, said = told(
        folder, nothing, lambda: page.write_text(PAGE[:900]), lambda: page.write_text(PAGE), nothing, nothing
    )
    assert verdict is Verdict.CHECK_FIRST
    assert len(said) == 1
    assert "CHECK FIRST" in said[0]
    assert "page.txt: added" in said[0]


def test_what_is_mended_is_told(folder: Path) -> None:
    page = folder / "page.txt"
    page.write_text(PAGE)
    verdict, said = told(folder, page.unlink, nothing, nothing)
    assert verdict is Verdict.READY
    assert "page.txt: removed" in said[0]


def test_without_a_change_nothing_more_is_told(folder: Path) -> None:
    beside = folder.parent / "beside.md"
    assert told(folder, nothing, lambda: beside.write_text("# Beside\n"), nothing) == (Verdict.READY, [])


@pytest.mark.parametrize("arguments", [["--since", "main"], ["--fix"], ["-f", "json"], ["-o", "r.html"], ["-"]])
def test_it_stands_alone(arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [] if arguments == ["-"] else [str(folder)]
    assert main(["check", "--watch", *arguments, *paths]) == 2
    assert "--watch" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "getpgid"), reason="the system has no such signals")
def test_an_interruption_ends_it_with_the_last_verdict(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "checkfirst", "--watch", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    # It says so when it has checked and waits.
    assert b"watching" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert process.returncode == 0
    assert out.startswith(b"READY")
    assert err == b""
