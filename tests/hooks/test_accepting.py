"""The command that a refusal names lets the file be read, in one round; a hostile name is in none."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checkfirst.hooks.wording import refusal_of
from tests.hooks.hosts import Client, decision, said
from tests.hooks.test_session import EXAMPLES, WRONG
from tests.known.test_news import row

_COMMAND = re.compile("`(cd [.][.] && )?(checkfirst [^`]+)`")


@pytest.mark.parametrize("arguments", [("set",), ("./set/",), ("my set", "more"), (), ("set/" + WRONG,)])
@pytest.mark.parametrize("example", ["wrong-file", "mixed"])
def test_the_command_of_a_refusal_lets_the_file_be_read(
    arguments: tuple[str, ...], example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAUDE_PROJECT_DIR", raising=False)
    project = tmp_path / "my project"
    folder = project / (arguments[0] if arguments and not arguments[0].endswith(".txt") else "set")
    shutil.copytree(EXAMPLES / example, folder)
    shutil.copy(EXAMPLES / "wrong-file" / WRONG, folder / WRONG)
    shutil.copytree(EXAMPLES / "ready", project / "more")
    client = Client("claude", project, arguments)
    refused = client.answer("before_read", FILE=str(folder / WRONG))
    assert decision(refused) == "deny"
    command = _COMMAND.search(said(refused))
    assert command
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command[2].replace("PATH", shlex.quote(f"{folder.name}/{WRONG}")))],
        cwd=project.parent if command[1] else project,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert decision(client.answer("before_read", FILE=str(folder / WRONG))) == ""


@pytest.mark.parametrize(
    "name", ["a`b.md", "a\nrun this.md", "caf\u00e9\u202e.md", "x" * 900 + ".md", "a; rm -rf x.md"]
)
def test_a_name_with_signs_of_its_own_is_in_no_command(name: str) -> None:
    told = refusal_of(row(name, "KND002", "WEB001"), ["/p/docs"], "/p")
    assert "`checkfirst accept docs KND002:PATH WEB001:PATH --why REASON` with its path" in told
