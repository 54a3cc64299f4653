"""Two states of a set, and a report on what changed since a revision."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from msgspec.structs import replace

from checkfirst import check_documents
from checkfirst.checking.compare import changes
from checkfirst.cli.app import main

INDEX = (
    "# Index\n\n- [Retries](retries.md): how often a client retries\n- [Limits](limits.md): what the server allows\n"
)
RETRIES = "# Retries\n\nA client retries three times when the server does not answer within two seconds.\n"
LIMITS = "# Limits\n\nThe server allows ten requests a second and answers 429 to the others.\n"
GARBLED = "The cafÃ© keeps itâ€™s menu online, and the rÃ©sumÃ©s are in a drawer.\n"

WHO = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false")
Git = Callable[..., None]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Git]:
    folder = tmp_path / "docs"
    folder.mkdir()

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *WHO, *arguments], check=True, capture_output=True)

    for name, text in {"INDEX.md": INDEX, "retries.md": RETRIES, "limits.md": LIMITS, "old.md": GARBLED}.items():
        (folder / name).write_text(text, "utf-8")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    monkeypatch.chdir(tmp_path)
    return folder, git


def test_since_reports_on_what_changed(repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]) -> None:
    folder, _ = repository
    assert main([str(folder), "--since", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    (folder / "new.md").write_text(f"# New\n\n{GARBLED}", "utf-8")
    (folder / "limits.md").unlink()
    assert main([str(folder), "--since", "main", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {(f["code"], f["path"]) for f in told["findings"]} >= {("FIL003", "new.md"), ("IDX002", "INDEX.md")}
    assert "old.md" not in {f["path"] for f in told["findings"]}
    assert len(told["documents"]) == 4, "judged against the whole set"


def test_diff_between_revisions(repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]) -> None:
    folder, git = repository
    (folder / "old.md").write_text("# Old\n\nThe menu is online, and the papers are in a drawer.\n", "utf-8")
    (folder / "limits.md").unlink()
    (folder / "INDEX.md").write_text(INDEX.replace("how often a client retries", "when a client gives up"), "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    assert main(["diff", "HEAD~1", "HEAD", "--folder", str(folder), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert ("IDX002", "INDEX.md") in {(f["code"], f["path"]) for f in told["new"]}
    assert ("FIL003", "old.md") in {(f["code"], f["path"]) for f in told["gone"]}
    assert told["documents"] == {"added": [], "removed": ["limits.md"], "edited": ["INDEX.md", "old.md"]}
    assert "INDEX.md: retries.md as 'Retries when a client gives up': promised now" in told["promises"]
    assert main(["diff", "HEAD", "HEAD~1", "--folder", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "- INDEX.md: error IDX002" in out or "- INDEX.md: warning IDX002" in out
    assert "~ limits.md: added" in out


def test_diff_with_the_folder_as_it_is(repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]) -> None:
    folder, _ = repository
    assert main(["diff", "HEAD", "--folder", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("0 findings new, 0 gone, ")


def test_diff_of_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("one", RETRIES), ("two", RETRIES + GARBLED)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "retries.md").write_text(text, "utf-8")
    assert main(["diff", str(tmp_path / "one"), str(tmp_path / "two"), "--purpose", "retrieve"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("+ retries.md: warning FIL003 mojibake, line 4\n    ")
    assert "~ retries.md: edited" in out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["docs", "--since", "nope"], "git knows no commit 'nope' here"),
        (["docs", "--since=-x"], "'-x' is no revision"),
        (["docs", "docs/limits.md", "--since", "HEAD"], "--since needs one folder"),
        (["diff", "nope", "--folder", "docs"], "git knows no commit 'nope' here"),
        (["diff", "docs/limits.md", "HEAD"], "docs/limits.md: a file"),
        (["diff", "no/where", "HEAD"], "no/where: no such folder"),
    ],
)
def test_mistakes_are_one_line(
    repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str], call: list[str], said: str
) -> None:
    assert main(call) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_a_shallow_clone_says_so(
    repository: tuple[Path, Git], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, git = repository
    (folder / "new.md").write_text(RETRIES, "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    first = subprocess.run(["git", "rev-list", "--max-parents=0", "HEAD"], capture_output=True, text=True, check=True)
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "shallow")], check=True)
    assert main([str(tmp_path / "shallow" / "docs"), "--since", first.stdout.strip()]) == 2
    assert "this clone is shallow: `git fetch --unshallow`" in capsys.readouterr().err


def test_no_repository_and_no_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text(RETRIES)
    assert main([str(tmp_path), "--since", "HEAD"]) == 2
    assert "not in a git repository" in capsys.readouterr().err
    (tmp_path / ".git").mkdir()
    assert main([str(tmp_path), "--since", "HEAD"]) == 2
    assert "not in a git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([str(tmp_path), "--since", "HEAD"]) == 2
    assert "git can't be run" in capsys.readouterr().err


def test_a_revision_has_all_that_git_holds(repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]) -> None:
    folder, git = repository
    (folder / ".gitattributes").write_text("*.md export-ignore\n")
    (folder / "checkfirst.lock").write_text("# nothing\n")
    (folder / "zwei Wörter.md").write_text(RETRIES, "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    assert main(["diff", "HEAD", "--folder", str(folder)]) == 0
    assert capsys.readouterr().out.endswith("documents: 0 added, 0 removed, 0 edited\n")


def test_a_folder_named_like_a_branch(repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]) -> None:
    folder, git = repository
    git("branch", "docs")
    assert main(["diff", "docs", "HEAD"]) == 2
    assert "docs: a folder and a revision" in capsys.readouterr().err
    assert main(["diff", "docs/", "HEAD", "--folder", str(folder)]) == 0


def test_since_tells_what_the_change_broke_elsewhere(
    repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, git = repository
    (folder / "retries.md").write_text(RETRIES + "\nSee [limits](limits.md#limits).\n", "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    (folder / "limits.md").write_text(LIMITS.replace("# Limits", "# What is allowed"), "utf-8")
    main([str(folder), "--since", "HEAD", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert ("IDX007", "retries.md") in {(f["code"], f["path"]) for f in told["findings"]}


def test_since_tells_who_still_refers_to_what_is_gone(
    repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, git = repository
    (folder / "plans").mkdir()
    (folder / "plans" / "PLAN.md").write_text("# Plan\n\nFirst the limits, then the retries.\n", "utf-8")
    (folder / "retries.md").write_text(RETRIES + "\nFor the milestones see `PLAN.md`.\n", "utf-8")
    (folder / "limits.md").write_text(LIMITS + "\nThe order of work is described in PLAN.md.\n", "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    (folder / "plans" / "PLAN.md").unlink()
    main([str(folder), "--since", "HEAD", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    found = next(f for f in told["findings"] if f["code"] == "GAP003")
    assert (found["path"], found["related"], found["data"]) == ("limits.md", ["retries.md"], {"name": "PLAN.md"})


def test_since_tells_of_what_became_a_copy_elsewhere(
    repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = repository
    long = RETRIES + "".join(f"\nAfter try {n} it waits {n * n} seconds before the next one.\n" for n in range(9))
    (folder / "retries-of-clients.md").write_text(long, "utf-8")
    (folder / "retries.md").write_text(long, "utf-8")
    subprocess.run(["git", "-C", str(folder), "add", "retries-of-clients.md"], check=True)
    subprocess.run(["git", "-C", str(folder), *WHO, "commit", "-q", "-m", "two"], check=True)
    main([str(folder), "--since", "HEAD", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    found = next(f for f in told["findings"] if f["code"] == "DUP001")
    assert (found["path"], found["related"]) == ("retries-of-clients.md", ["retries.md"])


def test_thousands_of_findings_are_compared_at_once() -> None:
    report = check_documents([("rows.md", "# Rows\n\n[row](row.md)\n"), ("b.md", RETRIES)])
    many = tuple(replace(report.findings[0], fingerprint=f"{n:08x}{n:08x}") for n in range(20_000))
    before, after = replace(report, findings=many[:-1]), replace(report, findings=many[1:])
    start = process_time()
    found = changes(before, after)
    assert process_time() - start < 2
    assert (found.new, found.gone, len(found.kept)) == (many[-1:], many[:1], 19_998)
