"""Findings let stand: kept by rule, file and words; one process at a time; never half a file."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst.checking.lock import NAME, Accepted, Approved, Lock, parse_lock, read_lock
from checkfirst.cli.app import main
from checkfirst.errors import ConfigError
from tests.texts import OPINION, SPECIFICATION


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "column.txt").write_text(OPINION, encoding="utf-8")
    (folder / "ledger.md").write_text(SPECIFICATION, encoding="utf-8")
    return folder


def test_accepted_findings_do_not_count_and_come_back_for_nothing(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["seeds"]) == 1
    assert main(["accept", "seeds", "--why", "kept for the record", "--by", "ada lovelace"]) == 0
    assert main(["seeds"]) == 0
    lock = (seeds.parent / NAME).read_text("utf-8")
    assert " KND002 column.txt " in lock
    assert lock.count("ada%20lovelace kept for the record\n") == lock.count("\nfinding ")
    column = seeds / "column.txt"
    column.write_bytes(b"\r\n\r\n" + column.read_bytes().replace(b"\n", b"\r\n"))
    seeds.rename(seeds.parent / "documents")
    capsys.readouterr()
    assert main(["documents"]) == 0
    told = capsys.readouterr().out
    assert "accepted in the lock file; --verbose names them" in told
    assert "nothing else found" in told
    assert "KND002" not in told
    assert main(["documents", "--verbose"]) == 0
    assert "accepted  documents/column.txt:" in capsys.readouterr().out


def test_one_finding_by_rule_and_file(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "KND002:seeds/column.txt", "seeds"]) == 0
    assert [a.code for a in read_lock(seeds.parent / NAME).accepted] == ["KND002"]
    assert main(["accept", "KND002:nothing.txt", "seeds"]) == 2
    assert capsys.readouterr().err.endswith("KND002:nothing.txt: no such finding in seeds\n")


def test_what_is_no_longer_needed_is_told_and_dropped(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["accept", "seeds"])
    (seeds / "column.txt").unlink()
    capsys.readouterr()
    main(["seeds"])
    assert "no longer needed; `checkfirst accept --prune` drops them" in capsys.readouterr().out
    assert main(["accept", "--prune", "seeds"]) == 0
    assert {a.path for a in read_lock(seeds.parent / NAME).accepted} == {"."}
    main(["seeds"])
    assert "no longer needed" not in capsys.readouterr().out


def test_an_approved_document_that_changed_is_a_finding(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "seeds", "--document", "seeds/ledger.md", "--by", "ada"]) == 0
    main(["seeds", "--select", "DUP004"])
    assert "nothing found" in capsys.readouterr().out
    (seeds / "ledger.md").write_text(SPECIFICATION.replace("24 hours", "48 hours"), encoding="utf-8")
    main(["seeds", "--select", "DUP004"])
    assert "changed since it was approved on " in capsys.readouterr().out


def test_a_set_does_not_accept_its_own_findings(seeds: Path) -> None:
    main(["accept", "seeds"])
    (seeds.parent / NAME).rename(seeds / NAME)
    assert main(["seeds"]) == 1


@pytest.mark.parametrize("text", ["nonsense\n", "finding xyz\n", "document 12 a 2026-01-01 b\n", "\x00\n"])
def test_a_lock_edited_into_nonsense_is_one_line(seeds: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (seeds.parent / NAME).write_text(text, encoding="utf-8")
    assert main(["seeds"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "line 1" in err


_NAMES = st.text(min_size=1, max_size=30).filter(lambda t: not any(0xD800 <= ord(c) < 0xE000 for c in t))


@given(_NAMES, _NAMES, st.from_regex(r"[0-9a-f]{16}", fullmatch=True))
def test_locks_are_read_as_written(path: str, who: str, fingerprint: str) -> None:
    lock = Lock(
        accepted=(
            Accepted(path=path, code="KND002", fingerprint=fingerprint, date="2026-01-02", who=who, why="as is"),
        ),
        approved=(Approved(path=path, sha256=fingerprint * 4, date="2026-01-02", who=who),),
    )
    assert parse_lock(lock.text(), NAME) == lock


def test_nonsense_names_its_source() -> None:
    with pytest.raises(ConfigError, match=r"checkfirst\.lock, line 2: "):
        parse_lock("# fine\nnot fine\n", NAME)


def test_two_at_once_and_one_killed_lose_nothing(seeds: Path) -> None:
    for n in range(4):
        (seeds / f"column-{n}.txt").write_text(OPINION.replace("town", f"town {n}"), encoding="utf-8")

    def start(name: str) -> subprocess.Popen[bytes]:
        call = [sys.executable, "-m", "checkfirst", "accept", f"KND002:{name}", "seeds"]
        return subprocess.Popen(call, cwd=seeds.parent, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})

    killed = start("column.txt")
    others = [start(f"column-{n}.txt") for n in range(4)]
    deadline = time.monotonic() + 30
    while killed.poll() is None and not (seeds.parent / NAME).exists() and time.monotonic() < deadline:
        os.sched_yield()
    killed.send_signal(signal.SIGKILL)
    assert [p.wait() for p in others] == [0] * 4
    killed.wait()
    paths = {a.path for a in read_lock(seeds.parent / NAME).accepted}
    assert paths >= {f"column-{n}.txt" for n in range(4)}


def test_a_new_fault_on_an_accepted_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checkfirst.cli.app import main

    (tmp_path / "set").mkdir()
    line = "The server stores every entry once and answers each client in the order in which the requests came in, see [one](one.md)"
    (tmp_path / "set" / "store.md").write_text(f"# Store\n\n{line}.\n")
    monkeypatch.chdir(tmp_path)
    call = ["set", "--select", "IDX006", "--strict"]
    assert main(["accept", "IDX006:store.md", "set"]) == 0
    assert main(call) == 0
    (tmp_path / "set" / "store.md").write_text(f"# Store\n\n{line}, and the [protocol](protocol.md).\n")
    assert main(call) == 1


def test_another_text_under_an_accepted_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checkfirst.cli.app import main
    from tests.texts import OPINION

    (tmp_path / "set").mkdir()
    column = Path(__file__).parents[2] / "examples" / "wrong-file" / "scheduling-service.txt"
    (tmp_path / "set" / "a.txt").write_text(column.read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["accept", "set"]) == 0
    assert main(["set"]) == 0
    (tmp_path / "set" / "a.txt").write_text("A line above.\n\n" + column.read_text("utf-8"), "utf-8")
    assert main(["set"]) == 0
    (tmp_path / "set" / "a.txt").write_text(OPINION, "utf-8")
    assert main(["set"]) == 1


def test_a_line_of_the_lock_hides_what_it_says_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checkfirst.cli.app import main

    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "store.md").write_text("# Store\n\nSee [one](one.md).\n")
    monkeypatch.chdir(tmp_path)
    assert main(["accept", "IDX006:store.md", "set", "--why", "x \u202egnp \x1b[31mred"]) == 0
    lock = tmp_path / "checkfirst.lock"
    assert not set(lock.read_text("utf-8")) & set("\u202e\x1b")
    lock.write_text(lock.read_text("utf-8").replace("IDX006", "FIL003"))
    assert main(["set", "--select", "IDX006", "--strict"]) == 1


def test_only_this_set_s_acceptances_are_pruned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checkfirst.cli.app import main

    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.md").write_text("# Store\n\nSee [one](gone.md).\n")
    monkeypatch.chdir(tmp_path)
    main(["accept", "IDX006:one.md", "one"])
    main(["accept", "--prune", "two"])
    assert "one.md" in (tmp_path / "checkfirst.lock").read_text("utf-8")
    main(["accept", "--prune", "one", "--select", "FIL"])
    assert "one.md" in (tmp_path / "checkfirst.lock").read_text("utf-8")
    (tmp_path / "one" / "gone.md").write_text("# One\n\nHere it is.\n")
    main(["accept", "--prune", "one"])
    assert "one.md" not in (tmp_path / "checkfirst.lock").read_text("utf-8")


def test_a_file_that_is_named_is_accepted_without_its_set(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "seeds/column.txt", "--why", "kept", "--by", "ada"]) == 0
    assert {accepted.path for accepted in read_lock(seeds.parent / NAME).accepted} == {"column.txt"}
    assert "1 finding accepted in " in capsys.readouterr().err


@pytest.mark.parametrize("target", [NAME, "other.lock", "/nowhere/at/all.lock"])
def test_a_link_in_place_of_the_lock_is_one_line(seeds: Path, capsys: pytest.CaptureFixture[str], target: str) -> None:
    link = seeds.parent / NAME
    link.symlink_to(target)
    (seeds.parent / "other.lock").symlink_to(NAME)
    assert main(["accept", "seeds"]) == 2
    assert "not written" in capsys.readouterr().err
    assert link.is_symlink()
