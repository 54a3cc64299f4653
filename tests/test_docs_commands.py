"""What the README and the documentation tell a reader to type is run, offline, on the examples; what they show is printed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from checkfirst.cli.app import main
from checkfirst.config import from_table

ROOT = Path(__file__).parents[1]
#: Pages that people wrote. The others are made from the code, and their samples are tests of the rules.
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "guide").glob("*.md")))
#: A block with its language, below a comment that says what becomes of it.
_BLOCK = re.compile(r"(?:^<!-- (not run|part of): ([^\n]+) -->\n)?^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"checkfirst |cat \S+ \| checkfirst ")
_SECONDS = re.compile(r"\d+\.\d s$", re.MULTILINE)
_SIGNS = frozenset({"|", ">", "&&"})
#: Nothing that is shown is a mistake in the call, and nothing fails.
_READY_OR_NOT = (0, 1)


@dataclass(frozen=True)
class Block:
    """A block of code in a page."""

    page: Path
    mark: str
    """``not run`` or ``part of``, or nothing."""
    told: str
    """Why it is not run, or the command that prints it."""
    language: str
    text: str


def blocks(page: Path) -> list[Block]:
    """The blocks of a page."""
    return [Block(page, *(group or "" for group in match)) for match in _BLOCK.findall(page.read_text("utf-8"))]


ALL = tuple(block for page in PAGES for block in blocks(page))


def of(language: str) -> list[Block]:
    return [block for block in ALL if block.language == language]


def commands(block: Block) -> list[str]:
    return [line for line in block.text.splitlines() if line.strip() and not line.startswith("#")]


def named(value: object) -> str:
    """The page of a parameter, for the name of its test."""
    page = value.page if isinstance(value, Block) else value
    return page.relative_to(ROOT).as_posix() if isinstance(page, Path) else str(page)


@pytest.fixture
def folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the examples, in which a reader types."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)
    person = ("-c", "user.name=Reader", "-c", "user.email=reader@example.org")
    for arguments in (["init", "-q", "-b", "main"], ["add", "examples"], [*person, "commit", "-q", "-m", "Examples"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    return tmp_path


def typed(command: str, capfd: pytest.CaptureFixture[str]) -> str:
    """What a command prints. One without signs of the shell runs in this process, which is quicker."""
    words = shlex.split(command, comments=True)
    capfd.readouterr()
    if words[0] == "checkfirst" and not _SIGNS.intersection(words):
        try:
            code = main(words[1:])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    else:
        code = subprocess.run(["bash", "-o", "pipefail", "-c", command], check=False).returncode
    printed = capfd.readouterr()
    assert code in _READY_OR_NOT, f"{command}: exit code {code}\n{printed.err}"
    return printed.out


def test_pages_have_blocks() -> None:
    assert len(of("sh")) > 30
    assert {block.page for block in of("sh")} > {ROOT / "README.md", ROOT / "docs" / "index.md"}


@pytest.mark.parametrize("block", of("sh"), ids=named)
def test_a_command_is_run_or_the_page_says_why_not(block: Block) -> None:
    if block.mark:
        assert (block.mark, len(block.told) > len("network")) == ("not run", True)
    else:
        assert all(_COMMAND.match(command) for command in commands(block))


needs_a_shell = pytest.mark.skipif(
    shutil.which("bash") is None or shutil.which("git") is None, reason="the commands are for bash, in a repository"
)


@needs_a_shell
@pytest.mark.parametrize("page", sorted({block.page for block in (*of("sh"), *of("python"))}), ids=named)
def test_commands_run(page: Path, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for block in blocks(page):
        if block.language == "sh" and not block.mark:
            for command in commands(block):
                typed(command, capfd)
        elif block.language == "python":
            (folder / "program.py").write_text(block.text, "utf-8")
            typed("python program.py", capfd)


def printed_blocks() -> list[tuple[Block, str, str]]:
    """What pages say is printed: the block, the command, and its output or a part of it."""
    found = []
    for block in ALL:
        first, _, rest = block.text.partition("\n")
        if block.mark == "part of":
            found.append((block, block.told, block.text))
        # The README's is 80 columns wide, and has a test of its own.
        elif first.startswith("$ checkfirst") and block.page.name != "README.md":
            found.append((block, first.removeprefix("$ "), rest))
    return found


@needs_a_shell
@pytest.mark.parametrize(("block", "command", "shown"), printed_blocks(), ids=named)
@pytest.mark.usefixtures("folder")
def test_what_is_shown_is_printed(block: Block, command: str, shown: str, capfd: pytest.CaptureFixture[str]) -> None:
    printed = _SECONDS.sub("", typed(command, capfd))
    if block.mark:
        assert _SECONDS.sub("", shown) in printed
    else:
        assert _SECONDS.sub("", shown) == printed


@pytest.mark.parametrize("block", of("toml"), ids=named)
def test_configurations_are_taken(block: Block) -> None:
    assert from_table(tomllib.loads(block.text), "the page") is not None
