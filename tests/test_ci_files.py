"""The files that CI systems and pre-commit read, against their published schemas; and the recipe in the README."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]


def valid(schema: str, path: Path) -> str:
    """What ``check-jsonschema`` says, by the copy of the schema that comes with it."""
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_action() -> None:
    assert valid("github-actions", ROOT / "action.yml") == ""


def steps() -> list[dict[str, Any]]:
    """The steps of the action."""
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    return found


def ran(step: dict[str, Any], folder: Path, **environment: str) -> str:
    """What a step prints that runs in a folder."""
    call = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(call, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_action_runs_no_python_of_the_set(tmp_path: Path) -> None:
    checked, temporary, made = tmp_path / "set", tmp_path / "temporary", tmp_path / "RAN"
    for folder in (checked, temporary):
        folder.mkdir()
    for name in ("venv", "pip", "subprocess", "sitecustomize", "logging"):
        (checked / f"{name}.py").write_text(f"open({str(made)!r}, 'w')\n", "utf-8")
    # A package that can't be installed: what runs before that is enough.
    ran(steps()[0], checked, RUNNER_TEMP=str(temporary), GITHUB_ACTION_PATH=str(tmp_path / "none"), PYTHONPATH=".")
    assert (temporary / "checkfirst" / "pyvenv.cfg").exists()
    assert not made.exists()


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_a_file_of_the_set_is_no_option_of_the_action(tmp_path: Path) -> None:
    program = tmp_path / "checkfirst" / "bin" / "checkfirst"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "[%s]" "$@"\n', "utf-8")
    program.chmod(0o755)
    checked = tmp_path / "set"
    checked.mkdir()
    (checked / "--lock=x").write_text("", "utf-8")
    given = {"CHECKED_PATH": "* docs", "PURPOSE": "build", "ARGUMENTS": "--lock l.lock"}
    shown = ran(steps()[1], checked, RUNNER_TEMP=str(tmp_path), **given)
    assert shown == "[check][*][docs][--purpose][build][--format][github][--lock][l.lock]"


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
