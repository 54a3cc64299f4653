"""A set can't configure its own check: configuration and lock inside a checked path count only when they are named."""

import os
import subprocess
from pathlib import Path

import pytest

from checkfirst import check
from checkfirst.checking.lock import NAME as LOCK
from checkfirst.cli.app import main
from checkfirst.config import NAME as CONFIG
from tests.texts import OPINION

#: A configuration under which the wrong file is ready, as each of the files that may hold it.
HIDING = {
    CONFIG: 'select = ["GAP"]\n',
    "pyproject.toml": '[project]\nname = "x"\n\n[tool.checkfirst]\nselect = ["GAP"]\n',
}


@pytest.fixture
def above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a set ``docs`` that holds the wrong file, a folder ``docs/deep`` and another set ``more``."""
    for folder in ("docs/deep", "more"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "docs" / "column.txt").write_text(OPINION, "utf-8")
    (tmp_path / "more" / "column.txt").write_text(OPINION.replace("town", "village"), "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "docs", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


#: Where the caller stands, and what is checked from there, always with ``docs`` in it.
CALLS = [
    ("docs", ["."]),
    ("docs", ["../docs"]),
    ("docs", ["../link"]),
    ("docs", ["deep", "../more", "../docs"]),
    ("docs", [".."]),
    ("docs/deep", [".."]),
    ("docs/deep", ["../../link"]),
    (".", ["docs"]),
    (".", ["link"]),
    (".", ["docs", "more"]),
    ("link", ["."]),
]
#: Those that leave the folder above out of the set.
BELOW = [call for call in CALLS if call != ("docs", [".."])]


@pytest.mark.parametrize("name", HIDING)
@pytest.mark.parametrize(("here", "checked"), CALLS)
def test_a_set_does_not_configure_its_own_check(
    above: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    here: str,
    checked: list[str],
) -> None:
    (above / "docs" / name).write_text(HIDING[name], "utf-8")
    monkeypatch.chdir(above / here)
    assert main(checked) == 1
    up = "./" if here in {"docs", "link"} else "../"
    said = f"checkfirst: {up}{name} stands inside the set and is not used; to use it: --config {up.removeprefix('./')}{name}\n"
    assert capsys.readouterr().err == ("" if here == "." else said)
    assert main([*checked, "--config", str(above / "docs" / name)]) == 0


@pytest.mark.parametrize("name", HIDING)
@pytest.mark.parametrize(("here", "checked"), BELOW)
def test_a_configuration_above_the_set_counts(
    above: Path, monkeypatch: pytest.MonkeyPatch, name: str, here: str, checked: list[str]
) -> None:
    (above / "docs" / CONFIG).write_text("strict = true\n", "utf-8")
    (above / name).write_text(HIDING[name], "utf-8")
    monkeypatch.chdir(above / here)
    assert main(checked) == 0


@pytest.mark.parametrize("checked", [["column.txt"], ["deep", "column.txt"]])
def test_a_file_is_a_set_of_one_and_what_stands_beside_it_counts(
    above: Path, monkeypatch: pytest.MonkeyPatch, checked: list[str]
) -> None:
    (above / "docs" / CONFIG).write_text(HIDING[CONFIG], "utf-8")
    monkeypatch.chdir(above / "docs")
    assert main(checked) == 0


def test_a_configuration_that_is_itself_checked_does_not_count(
    above: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(above / "docs")
    Path(CONFIG).write_text(HIDING[CONFIG], "utf-8")
    assert main(["column.txt", CONFIG]) == 1
    assert "stands inside the set" in capsys.readouterr().err


def test_a_link_into_the_set_is_a_file_of_the_set(above: Path) -> None:
    (above / "docs" / CONFIG).write_text(HIDING[CONFIG], "utf-8")
    (above / CONFIG).symlink_to(above / "docs" / CONFIG)
    assert main(["docs"]) == 1


def test_a_link_in_the_set_is_a_file_of_the_set(above: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (above / "hiding.toml").write_text(HIDING[CONFIG], "utf-8")
    (above / "docs" / CONFIG).symlink_to(above / "hiding.toml")
    monkeypatch.chdir(above / "docs")
    assert main(["."]) == 1


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool.checkfirst\n", "x = " + "[" * 50_000])
def test_a_broken_project_file_of_the_set_breaks_nothing(
    above: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (above / "docs" / "pyproject.toml").write_text(text, "utf-8")
    monkeypatch.chdir(above / "docs")
    assert main(["."]) == 1


def test_a_project_file_without_our_table_is_no_news(
    above: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (above / "docs" / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    monkeypatch.chdir(above / "docs")
    main(["."])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("here", "checked"), CALLS)
def test_a_set_does_not_accept_its_own_findings(
    above: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], here: str, checked: list[str]
) -> None:
    monkeypatch.chdir(above / here)
    inside = above / "docs" / LOCK
    assert main(["accept", *checked, "--lock", str(inside)]) == 0
    capsys.readouterr()
    assert main(checked) == 1
    err = capsys.readouterr().err
    assert ("" if here == "." else f"{LOCK} stands inside the set and is not used; to use it: --lock ") in err
    assert main([*checked, "--lock", str(inside)]) == 0


@pytest.mark.parametrize(("here", "checked"), [call for call in CALLS if call[0] != "."])
def test_accept_writes_no_lock_that_a_check_passes_over(
    above: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], here: str, checked: list[str]
) -> None:
    monkeypatch.chdir(above / here)
    assert main(["accept", *checked]) == 2
    err = capsys.readouterr().err
    assert f"name it here and in each check: --lock {LOCK}\n" in err
    assert err.count("\n") == 1
    assert not [*above.rglob(LOCK)]


@pytest.mark.parametrize(("here", "checked"), BELOW)
def test_accept_writes_the_lock_above_the_set(
    above: Path, monkeypatch: pytest.MonkeyPatch, here: str, checked: list[str]
) -> None:
    (above / LOCK).touch()
    monkeypatch.chdir(above / here)
    assert main(["accept", *checked]) == 0
    assert main(checked) == 0


def test_index_takes_no_word_of_the_folder(
    above: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (above / "docs" / CONFIG).write_text('exclude = ["column.txt"]\n', "utf-8")
    monkeypatch.chdir(above / "docs")
    main(["index", "."])
    out, err = capsys.readouterr()
    assert "column.txt" in out
    assert err.startswith(f"checkfirst: ./{CONFIG} stands inside the set and is not used")
    assert main(["index", ".", "--config", CONFIG]) == 2, "nothing is left to list"


@pytest.mark.parametrize("states", [["before/", "docs/"], ["HEAD"], ["HEAD", "."]])
def test_diff_takes_no_word_of_either_state(
    above: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], states: list[str]
) -> None:
    folder = above / "docs"
    for name, text in {CONFIG: HIDING[CONFIG], "ledger.md": "# Ledger\n\nThe ledger holds one row a day.\n"}.items():
        (folder / name).write_text(text, "utf-8")
    (above / "before").mkdir()
    (above / "before" / "ledger.md").write_text("# Ledger\n", "utf-8")
    column = (folder / "column.txt").read_text("utf-8")
    (folder / "column.txt").unlink()
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"]
    for call in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "one"]):
        subprocess.run(["git", "-C", str(folder), *call], check=True, capture_output=True)
    (folder / "column.txt").write_text(column, "utf-8")
    monkeypatch.chdir(folder)
    given = [f"../{state}" if state.endswith("/") else state for state in states]
    assert main(["diff", *given]) == 1
    assert f"./{CONFIG} stands inside the set" in capsys.readouterr().err
    assert main(["diff", *given, "--config", CONFIG]) == 0
    assert main(["accept", "../docs", "--lock", LOCK]) == 0
    assert main(["diff", *given]) == 1
    assert main(["diff", *given, "--lock", LOCK]) == 0


def test_the_python_interface_reads_no_configuration_by_itself(above: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in HIDING.items():
        (above / name).write_text(text, "utf-8")
        (above / "docs" / name).write_text(text, "utf-8")
    monkeypatch.chdir(above / "docs")
    assert "KND002" in {finding.code for finding in check(above / "docs").findings}


def test_a_configuration_of_another_user_above_is_not_used(above: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    (above / CONFIG).write_text(HIDING[CONFIG], "utf-8")
    assert main(["docs", "--no-cache"]) == 0
    os.chown(above / CONFIG, 65534, 65534)
    assert main(["docs", "--no-cache"]) == 1
    assert "belongs to another user and is not used" in capsys.readouterr().err
    assert main(["docs", "--no-cache", "--config", CONFIG]) == 0
