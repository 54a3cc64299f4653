"""The files that CI systems and pre-commit read, against their published schemas; and the recipe in the README."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def valid(schema: str, path: Path) -> str:
    """What ``check-jsonschema`` says, by the copy of the schema that comes with it."""
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_action() -> None:
    assert valid("github-actions", ROOT / "action.yml") == ""


def test_recipe_for_gitlab(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    recipe = re.search(r"```yaml\n(documents:\n.*?)```", readme, re.DOTALL)
    assert recipe
    (tmp_path / ".gitlab-ci.yml").write_text(recipe[1])
    assert valid("gitlab-ci", tmp_path / ".gitlab-ci.yml") == ""


@pytest.mark.parametrize(
    "line",
    re.findall(r"^\s*- run: (checkfirst .*?)(?:\s+#.*)?$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE),
)
def test_commands_of_the_readme_parse(line: str) -> None:
    from checkfirst.cli.parser import build_parser

    arguments = line.split()[1:]
    build_parser().parse_args(arguments if arguments[0] in {"check", "diff"} else ["check", *arguments])


def test_hook_for_pre_commit() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "id: checkfirst" in hook
    assert valid("github-actions", ROOT / ".pre-commit-hooks.yaml") != "", (
        "a schema that takes everything proves nothing"
    )
