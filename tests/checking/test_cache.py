"""What is kept of earlier checks: used where nothing changed, never where something did, and never a danger."""

import os
import pickle
import re
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from checkfirst.api import check
from checkfirst.checking.cache import Cache, cache_file
from checkfirst.checking.lock import Accepted, Approved, Lock
from checkfirst.cli.app import main
from checkfirst.config import Config
from checkfirst.model.report import Report
from tests.texts import GARDEN, LEDGER_SERIES, OPINION

Steps = list[tuple[int, int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "set"
    made.mkdir()
    for name, text in {**LEDGER_SERIES, "roses.md": GARDEN, "column.md": OPINION}.items():
        (made / name).write_text(text, "utf-8")
    return made


def kept_in() -> Path:
    path = cache_file()
    assert path is not None
    return path


def checked(folder: Path, config: Config | None = None, lock: Lock | None = None) -> tuple[Report, Steps]:
    """The report, and the steps that a check told of: none where the whole report was known."""
    steps: Steps = []
    cache = Cache(kept_in())
    report = check(folder, config=config, lock=lock, cache=cache, progress=lambda *step: steps.append(step))
    cache.close()
    return replace(report, seconds=0.0), steps


def test_the_same_set_is_not_measured_again(folder: Path) -> None:
    first, steps = checked(folder)
    again, none = checked(folder)
    assert again == first == replace(check(folder), seconds=0.0)
    assert steps
    assert not none


@pytest.mark.parametrize("change", ["edited", "renamed", "added", "removed"])
def test_what_changed_is_measured_alone(folder: Path, change: str) -> None:
    checked(folder)
    roses = folder / "roses.md"
    match change:
        case "edited":
            roses.write_text(GARDEN + "\nAnd water them.\n", "utf-8")
        case "renamed":
            roses.rename(folder / "garden.md")
        case "added":
            (folder / "more.md").write_text(OPINION + "\nMore.\n", "utf-8")
        case _:
            roses.unlink()
    report, steps = checked(folder)
    known = len(report.documents) - (change != "removed")
    assert steps[0][:2] == (known, len(report.documents))
    assert report == replace(check(folder), seconds=0.0)


def test_another_question_is_another_answer(folder: Path) -> None:
    checked(folder)
    for config in (Config(select=("WEB",)), Config(strict=True), Config(readings=False)):
        report, steps = checked(folder, config)
        assert steps
        assert report == replace(check(folder, config=config), seconds=0.0)


def test_what_is_accepted_is_no_part_of_what_is_kept(folder: Path) -> None:
    first, _ = checked(folder)
    stamp = {"date": "2024-05-01", "who": "ada"}
    one = first.findings[0]
    lock = Lock(accepted=(Accepted(path=one.path, code=one.code, fingerprint=one.fingerprint, **stamp),))
    report, steps = checked(folder, lock=lock)
    assert not steps
    assert [f.accepted for f in report.findings].count(True) == 1
    approved = Lock(approved=(Approved(path="roses.md", sha256="0" * 64, **stamp),))
    assert "DUP004" in {f.code for f in checked(folder, lock=approved)[0].findings}
    assert "DUP004" not in {f.code for f in checked(folder)[0].findings}


@pytest.mark.parametrize("content", [b"", b"no database at all" * 1000, b"SQLite format 3\0" + bytes(5000)])
def test_a_broken_file_is_no_trouble(folder: Path, content: bytes) -> None:
    kept_in().parent.mkdir(parents=True)
    kept_in().write_bytes(content)
    for _ in range(3):
        assert checked(folder)[0] == replace(check(folder), seconds=0.0)


@pytest.mark.parametrize("word", [b"found", b"TABLE", b"CREATE", b"WITHOUT"])
def test_a_damaged_word_in_the_file_is_no_trouble(folder: Path, word: bytes) -> None:
    checked(folder)
    with sqlite3.connect(kept_in()) as file:
        file.execute("PRAGMA journal_mode=DELETE")
    content = kept_in().read_bytes()
    assert word in content
    # SQLite quotes it in its error, though it is no text.
    kept_in().write_bytes(content.replace(word, b"\xd7" * len(word)))
    assert checked(folder)[1]


def test_a_folder_that_can_t_be_written_is_no_trouble(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "file").write_text("x")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder.parent / "file"))
    assert checked(folder)[0] == replace(check(folder), seconds=0.0)


class _Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, (f"touch {kept_in()}.sprung",))


def dotted(module: str, name: str, argument: str) -> bytes:
    """A value that calls what stands in a module under a name with dots (protocol 4)."""
    said = b"".join(b"\x8c" + bytes([len(text)]) + text.encode() for text in (module, name))
    return b"\x80\x04" + said + b"\x93" + b"\x8c" + bytes([len(argument)]) + argument.encode() + b"\x85R."


@pytest.mark.parametrize("how", ["plain", "dotted", "function"])
def test_a_value_that_somebody_made_runs_nothing(folder: Path, how: str) -> None:
    checked(folder)
    command = f"touch {kept_in()}.sprung"
    trap = {
        "plain": pickle.dumps(_Trap()),
        "dotted": dotted("checkfirst.checking.cache", "os.system", command),
        "function": dotted("checkfirst.model.kinds", "plain_name", command),
    }[how]
    with sqlite3.connect(kept_in()) as file:
        file.execute("UPDATE found SET value = ?", (zlib.compress(trap),))
    report, steps = checked(folder)
    assert steps
    assert report == replace(check(folder), seconds=0.0)
    assert not Path(f"{kept_in()}.sprung").exists()


def test_several_at_once_and_one_killed(folder: Path) -> None:
    call = [sys.executable, "-m", "checkfirst", str(folder), "--format", "json"]
    running = [subprocess.Popen(call, stdout=subprocess.PIPE) for _ in range(4)]
    running[0].kill()
    said = [process.communicate()[0] for process in running][1:]
    alike = {re.sub(rb'"seconds": [\d.]+', b"", text) for text in said}
    assert len(alike) == 1
    assert b'"findings"' in alike.pop()
    assert not checked(folder)[1] or checked(folder)[0] == replace(check(folder), seconds=0.0)


def test_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--no-cache"])
    assert not kept_in().exists()
    main([str(folder), "--format", "html", "--output", str(folder.parent / "page.html")])
    assert not kept_in().exists(), "the page keeps the documents' lines, the cache does not"
    main([str(folder)])
    assert kept_in().exists()
    assert kept_in().stat().st_mode & 0o077 == 0
    assert main(["clean-cache"]) == 0
    assert "MB of earlier results deleted" in capsys.readouterr().err
    assert not kept_in().exists()
    assert main(["clean-cache"]) == 0


def test_a_user_without_a_home_has_no_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")

    # What `expanduser` gives where there is none.
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert main([str(folder)]) in {0, 1}
    assert main(["clean-cache"]) == 2


def test_what_may_be_no_fact_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 no more\n")
    for _ in range(2):
        _, steps = checked(tmp_path)
        assert steps[0][0] == 0


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_cache_of_another_user_is_not_believed(folder: Path, what: str) -> None:
    first, _ = checked(folder)
    path = kept_in() if what == "file" else kept_in().parent
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        # Only root can give a file away; others may write one that all can write.
        path.chmod(0o777)
    else:
        os.chown(path, 65534, 65534)
    assert checked(folder)[1], "measured again"
    assert checked(folder)[0] == first


@pytest.mark.parametrize("mode", [0o666, 0o620, 0o777])
def test_a_cache_that_others_can_write_is_not_believed(folder: Path, mode: int) -> None:
    checked(folder)
    kept_in().chmod(mode)
    assert checked(folder)[1]


def test_a_link_in_place_of_the_cache_is_neither_read_nor_written(folder: Path, tmp_path: Path) -> None:
    checked(folder)
    elsewhere = tmp_path / "elsewhere.sqlite3"
    kept_in().rename(elsewhere)
    before = elsewhere.read_bytes()
    kept_in().symlink_to(elsewhere)
    assert checked(folder)[1]
    assert elsewhere.read_bytes() == before
    kept_in().unlink()
    missing = tmp_path / "missing.sqlite3"
    kept_in().symlink_to(missing)
    assert checked(folder)[1]
    assert not missing.exists()


def test_a_value_under_another_key_is_not_believed(folder: Path) -> None:
    first, _ = checked(folder)
    with sqlite3.connect(kept_in()) as database:
        rows = database.execute("SELECT key, value FROM found").fetchall()
        for (key, _), (_, value) in zip(rows, [*rows[1:], rows[0]], strict=True):
            database.execute("UPDATE found SET value = ? WHERE key = ?", (value, key))
    assert checked(folder)[0] == first


def test_no_cache_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert kept_in() == tmp_path / "home" / ".cache" / "checkfirst" / "cache.sqlite3"
