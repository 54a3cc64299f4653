"""``--fix``: shows and writes only what needs nobody's judgement, in files of the set alone."""

import zipfile
from pathlib import Path

import pytest

from checkfirst.cli.app import main

CRANES = "---\ntitle: Cranes: how they lift\nauthor: Ada\n---\n\n# Cranes\n\nA crane MUST lift. See [berths](berths.md#Rate_limits).\n"
BERTHS = '# Berths\r\n\r\n## Rate limits\r\n\r\nSee [limits](#rate_limits "now"), [more](<#rate_limits>).\r\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "set"
    (root / "guide").mkdir(parents=True)
    (root / "INDEX.md").write_text("# Harbour\n\n- [Berths](berths.md)\n- [Cranes](cranes.md)\n")
    (root / "berths.md").write_bytes(BERTHS.encode())
    (root / "guide" / "cranes.md").write_text(CRANES)
    monkeypatch.chdir(tmp_path)
    return root


def test_changes_are_shown_and_not_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "--fix"]) == 1
    out, err = capsys.readouterr()
    assert "+- [Cranes](guide/cranes.md)\n" in out
    assert '+title: "Cranes: how they lift"\n' in out
    assert err == "checkfirst: 3 files not changed; to write the changes, add --write\n"
    assert (folder / "berths.md").read_bytes() == BERTHS.encode()


def test_changes_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "--fix", "--write"]) == 0
    berths = (folder / "berths.md").read_bytes().decode()
    assert '[limits](#rate-limits "now"), [more](<#rate-limits>)' in berths
    assert berths.count("\r\n") == berths.count("\n") == BERTHS.count("\n")
    cranes = (folder / "guide" / "cranes.md").read_text()
    assert "](../berths.md#" in cranes
    main(["set", "--fix", "--write"])
    capsys.readouterr()
    assert main(["set", "--fix"]) == 0
    assert capsys.readouterr() == ("", "checkfirst: nothing that can be mended without your judgement\n")
    assert main(["set", "--strict"]) == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# A\n\n## Rate limits\n\nSee [limits](#rate-limit-of-a-day).\n"),
        ("a.md", "# A\n\nSee [berths](berth.md).\n"),
        ("a.md", "---\ntitle: [Cranes\nauthor: Ada\n---\n\n# A\n\nWords of it.\n"),
    ],
)
def test_what_needs_judgement_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    (tmp_path / "berths.md").write_text("# Berths\n\nWords of it.\n")
    main([str(tmp_path), "--fix", "--write"])
    assert (tmp_path / name).read_text() == text


def test_two_files_of_one_name_are_left(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "cranes.md").write_text("# Old cranes\n\nA crane lifted.\n")
    main(["set", "--fix", "--write"])
    assert "](cranes.md)" in (folder / "INDEX.md").read_text()


def test_links_out_of_the_set_and_archives_are_left(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "berths.md"
    (folder / "berths.md").replace(outside)
    (folder / "berths.md").symlink_to(outside)
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("limits.md", BERTHS)
    before = (folder / "more.zip").read_bytes()
    main(["set", "--fix", "--write"])
    assert outside.read_bytes() == BERTHS.encode()
    assert (folder / "more.zip").read_bytes() == before


LIMITS = "# Limits\n\nThe gateway takes a hundred calls a minute. A call must be answered within two seconds.\n"


@pytest.mark.parametrize(
    ("entry", "dropped"),
    [
        ("- [Limits again](copy.md)", True),
        ("- [Limits](copy.md): what is allowed", True),
        # Who is promised something else must look.
        ("- [Refunds](copy.md): what is paid back", False),
        ("| [Limits](copy.md) | what is allowed |", False),
        ("- [Limits](copy.md), [terms](terms.md)", False),
    ],
)
def test_the_second_entry_of_the_same_bytes_is_dropped(tmp_path: Path, entry: str, dropped: bool) -> None:
    (tmp_path / "limits.md").write_text(LIMITS)
    (tmp_path / "copy.md").write_text(LIMITS)
    (tmp_path / "terms.md").write_text("# Terms\n\nA call is one request of a client, whatever comes back to it.\n")
    index = f"# Documents\n\n- [Limits](limits.md): what is allowed\n- [Terms](terms.md): what words mean\n{entry}\n"
    (tmp_path / "INDEX.md").write_text(index)
    main([str(tmp_path), "--fix", "--write"])
    left = (tmp_path / "INDEX.md").read_text()
    assert left == (index.replace(f"{entry}\n", "") if dropped else index)


@pytest.mark.parametrize("call", [["set", "--write"], ["-", "--fix"]])
def test_calls_without_sense(folder: Path, call: list[str]) -> None:
    assert main(call) == 2
