"""The program under faults of what surrounds it: a report or one line, the right exit code, and never a traceback."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.texts import LEDGER_SERIES, OPINION

READY, CHECK_FIRST, MISTAKE = 0, 1, 2
#: Redirections by which the shell closes a descriptor, or leads it to a disk that is full.
_REDIRECTED = {"<&-": 1, "2>&-": 1, ">&-": 1, ">/dev/null 2>/dev/full": 1, ">/dev/full": 2}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set with a wrong document, and one with names of every sort."""
    made = tmp_path / "set"
    made.mkdir()
    for name, text in {**LEDGER_SERIES, "column.md": OPINION, "grün ☃.md": "# Grün\n\nEin Wort zu Gärten.\n"}.items():
        (made / name).write_text(text, "utf-8")
    (made / os.fsdecode(b"bad\xff.md")).write_text("# Bad\n\nIts name is no UTF-8.\n", "utf-8")
    return made


def run(*arguments: str, shell: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], **{k: v for k, v in os.environ.items() if k.startswith("PYTHON")}}
    call = [sys.executable, "-m", "checkfirst", *arguments]
    return subprocess.run(
        ["sh", "-c", f'"$@" {shell}', "sh", *call],
        capture_output=True,
        check=False,
        env=kept | environment,
        encoding="utf-8",
        errors="backslashreplace",
    )


def is_clean(done: subprocess.CompletedProcess[str]) -> bool:
    return "Traceback" not in done.stderr and "unexpected" not in done.stderr and done.stderr.count("\n") <= 1


@pytest.mark.parametrize("redirected", _REDIRECTED)
def test_closed_descriptors_and_a_full_disk(folder: Path, redirected: str) -> None:
    done = run(str(folder), "--no-cache", shell=redirected)
    assert done.returncode == _REDIRECTED[redirected]
    assert is_clean(done)


@pytest.mark.parametrize("reader", ["head -c 10", "true", "head -n 1"])
@pytest.mark.parametrize("form", ["terminal", "json", "html"])
def test_a_reader_that_ends_early_changes_no_exit_code(folder: Path, reader: str, form: str) -> None:
    done = run(str(folder), "--no-cache", "--format", form, shell=f"3>&1 | {{ {reader}; }} >/dev/null")
    assert is_clean(done)
    program = f'"{sys.executable}" -m checkfirst "{folder}" --no-cache --format {form}'
    codes = subprocess.run(
        ["bash", "-c", f"{program} | {reader} >/dev/null; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert codes.stdout.strip() == str(CHECK_FIRST)
    assert codes.stderr == ""


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"HOME": "/nonexistent"},
        {"HOME": "/dev/null"},
        {"HOME": ""},
        {"TMPDIR": "/nonexistent"},
        {"XDG_CACHE_HOME": "/proc"},
        {"XDG_CACHE_HOME": "/dev/null"},
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"TERM": "dumb", "COLUMNS": "1"},
        {"COLUMNS": "0", "FORCE_COLOR": "1"},
    ],
    ids=str,
)
@pytest.mark.parametrize("command", [[], ["show"], ["index"], ["clean"]], ids=str)
def test_any_environment(folder: Path, environment: dict[str, str], command: list[str]) -> None:
    target = folder / os.fsdecode(b"bad\xff.md") if command in (["show"], ["clean"]) else folder
    done = run(*command, str(target), **environment)
    assert done.returncode in {READY, CHECK_FIRST}
    assert "Traceback" not in done.stderr
    assert "unexpected" not in done.stderr


@pytest.mark.parametrize("path", ["a" * 5_000, "a/" * 3_000, "none", "none/../none", "\n", "::error::x"])
@pytest.mark.parametrize(
    "command", [["check"], ["show"], ["clean"], ["index"], ["diff"], ["accept", "--path"]], ids=str
)
def test_a_path_that_can_not_be_is_one_line(tmp_path: Path, path: str, command: list[str]) -> None:
    done = run(*command, path, **({} if command != ["check"] else {"HOME": str(tmp_path)}))
    assert done.returncode == MISTAKE
    assert is_clean(done)
    assert not done.stderr.startswith("::")


@pytest.mark.parametrize(
    "command",
    [
        *(
            ["check", ".", f"--{name}=--"]
            for name in ("ignore", "select", "index", "include", "format", "about", "jobs")
        ),
        *(["accept", ".", f"--{name}=--"] for name in ("lock", "document", "why", "by")),
        *(["diff", ".", ".", f"--{name}=--"] for name in ("folder", "lock", "output")),
        ["check", ".", "--index", ""],
        ["accept", ".", "--lock", "l", "--document", ""],
        ["index", ".", "--config=--"],
    ],
    ids=" ".join,
)
def test_a_value_that_is_none_is_one_line(folder: Path, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    done = run(*command)
    assert done.returncode == MISTAKE
    assert is_clean(done)


def test_little_memory_is_a_report_or_one_line(folder: Path) -> None:
    for kilobytes in (150_000, 250_000, 400_000, 800_000):
        done = subprocess.run(
            ["sh", "-c", f'ulimit -v {kilobytes}; "$@"', "sh", sys.executable, "-m", "checkfirst", str(folder), "--no-cache"],
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
        )  # fmt: skip
        assert done.returncode != READY
        assert "READY" not in done.stdout


def test_files_that_change_while_they_are_read(folder: Path) -> None:
    """Files vanish, come back, and become folders and links all the while."""
    stop = threading.Event()

    def swap() -> None:
        path = folder / "swapped.md"
        while not stop.is_set():
            path.write_text(OPINION, "utf-8")
            path.unlink()
            path.mkdir()
            path.rmdir()
            path.symlink_to("column.md")
            path.unlink()

    swapping = threading.Thread(target=swap)
    swapping.start()
    try:
        for _ in range(5):
            done = run(str(folder), "--no-cache")
            assert done.returncode == CHECK_FIRST
            assert is_clean(done)
    finally:
        stop.set()
        swapping.join()


@pytest.mark.parametrize("module", ["typing", "json", "signal", "numpy"])
def test_modules_in_the_set_are_not_imported(tmp_path: Path, module: str) -> None:
    (tmp_path / f"{module}.py").write_text("open('RAN', 'w')\n", "utf-8")
    (tmp_path / "notes.md").write_text("# Notes\n\nThe gate shuts at nine.\n", "utf-8")
    call = [sys.executable, "-m", "checkfirst", ".", "--no-cache"]
    run = subprocess.run(call, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert b"2 documents" in run.stdout
    assert not (tmp_path / "RAN").exists()
