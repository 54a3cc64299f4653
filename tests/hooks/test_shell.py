"""Which files a shell command reads."""

import os
from pathlib import Path

import pytest

from checkfirst.hooks.shell import files_read, uses_of


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("cat page.txt", ["page.txt"]),
        ("head -n 3 'my page.txt'", ["my page.txt"]),
        ("cd docs && tail page.md | sort", ["docs/page.md"]),
        ("LANG=C sudo cat page.txt", ["page.txt"]),
        ("python tool.py < page.txt", ["page.txt"]),
        ("echo x; /usr/bin/less page.txt &", ["page.txt"]),
        ("rg webhook page.txt", ["page.txt"]),
        ('bash -lc "cat page.txt"', ["page.txt"]),
        ("sh -c 'cd docs && cat page.md'", ["docs/page.md"]),
        ("timeout 5 cat page.txt", ["page.txt"]),
        ("timeout -k 2s 1.5m cat page.txt", ["page.txt"]),
        ("{ cat page.txt; }", ["page.txt"]),
        ("if true; then cat page.txt; fi", ["page.txt"]),
        ("git show HEAD:page.txt", ["page.txt"]),
        ("dd if=page.txt of=copy", ["page.txt"]),
        ("od -c page.txt", ["page.txt"]),
        ("base64 page.txt | cut -c 1-9", ["page.txt"]),
        ("diff page.txt other", ["page.txt"]),
    ],
)
def test_read(command: str, expected: list[str]) -> None:
    read = files_read(command, "/p")
    assert [path for path in read if os.path.basename(path) in {"page.txt", "page.md", "my page.txt"}] == [
        f"/p/{path}" for path in expected
    ]


@pytest.mark.parametrize(
    "command",
    [
        "rm page.txt",
        "bash -c 'rm page.txt'",
        "bash page.txt",
        "timeout 5 rm page.txt",
        "if test -f page.txt; then rm page.txt; fi",
        "git show --stat HEAD",
        "git add page.txt",
        "dd if=other of=page.txt",
        "git mv page.txt old/",
        "checkfirst show page.txt",
        "sed -i s/a/b/ page.txt",
        "echo a > page.txt",
        "",
        "'",
    ],
)
def test_not_read(command: str) -> None:
    assert not [path for path in files_read(command, "/p") if path.endswith("page.txt")]


@pytest.mark.parametrize("command", ['cat "$PWD/page.txt"', "head ${PWD}/page.txt", "bash -c 'cat $PWD/page.txt'"])
def test_the_current_folder_has_a_name(command: str) -> None:
    assert "/p/page.txt" in map(os.path.normpath, files_read(command, "/p"))
    assert "/p/page.txt" not in map(os.path.normpath, files_read(command.replace("PWD", "OTHER"), "/p"))


@pytest.mark.parametrize(
    "command",
    ["cat seeds/*", "cat seeds/*.md | head", "cd seeds && head -n 3 pu??.md", "grep -i valve seeds/[op]ump.md"],
)
def test_patterns_are_the_files_that_they_fit(command: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name in ("pump.md", "sluice.md"):
        (tmp_path / "seeds" / name).write_text("The valve opens at noon.\n", "utf-8")
    assert str(tmp_path / "seeds" / "pump.md") in files_read(command, str(tmp_path))
    assert files_read("cat 'seeds/*'", str(tmp_path)) == [str(tmp_path / "seeds" / "*")]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("grep -r valve notes", ["notes"]),
        ("grep -Rin valve notes page.txt", ["notes"]),
        ("rg valve", ["."]),
        ("cd notes && rg -t md valve", ["notes"]),
        ("rg valve page.txt", []),
        ("grep valve notes", []),
        ("cat page.txt | rg valve", []),
        ("rg valve < page.txt", []),
    ],
)
def test_searched(command: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "page.txt").write_text("The valve opens at noon.\n", "utf-8")
    searched = [os.path.normpath(path) for path in uses_of(command, str(tmp_path)).searched]
    assert searched == [os.path.normpath(tmp_path / path) for path in expected]


@pytest.mark.parametrize("command", ["'" * 30_000, ">" * 30_000, "a;" * 20_000, "cat " + "x " * 20_000, "rg [" * 5_000])
def test_long_commands_are_read_in_part(command: str, tmp_path: Path) -> None:
    uses_of(command, str(tmp_path))
