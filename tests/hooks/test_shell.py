"""Which files a shell command reads."""

import os

import pytest

from checkfirst.hooks.shell import files_read


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
