"""The files that CI systems and pre-commit read, and the recipes for them, against their published schemas."""

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


PAGES = (ROOT / "README.md", ROOT / "docs" / "guide" / "in-ci.md")
RECIPES = [recipe for page in PAGES for recipe in re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)]


def recipes(key: str) -> list[str]:
    """The recipes that have a key at their top."""
    return [recipe for recipe in RECIPES if key in yaml.safe_load(recipe)]


def test_every_recipe_is_of_a_known_system() -> None:
    assert len(recipes("jobs")) + len(recipes("documents")) + len(recipes("repos")) == len(RECIPES)


@pytest.mark.parametrize("recipe", recipes("jobs"))
def test_recipes_for_github(recipe: str, tmp_path: Path) -> None:
    (tmp_path / "documents.yml").write_text(recipe)
    assert valid("github-workflows", tmp_path / "documents.yml") == ""


@pytest.mark.parametrize("recipe", recipes("documents"))
def test_recipes_for_gitlab(recipe: str, tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text(recipe)
    assert valid("gitlab-ci", tmp_path / ".gitlab-ci.yml") == ""


@pytest.mark.parametrize("recipe", recipes("repos"))
def test_recipes_for_pre_commit_name_the_hook(recipe: str) -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for repo in yaml.safe_load(recipe)["repos"] for hook in repo["hooks"]} <= hooks


def test_recipes_give_inputs_that_the_action_has() -> None:
    known = set(yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"])
    uses = [
        step
        for recipe in recipes("jobs")
        for job in yaml.safe_load(recipe)["jobs"].values()
        for step in job["steps"]
        if step.get("uses", "").startswith("OWNER/checkfirst")
    ]
    assert uses
    assert {name for step in uses for name in step["with"]} <= known


@pytest.mark.parametrize(
    "line", [line for recipe in RECIPES for line in re.findall(r"- (?:run: )?(checkfirst .*)$", recipe, re.MULTILINE)]
)
def test_commands_of_the_recipes_parse(line: str) -> None:
    from checkfirst.cli.parser import build_parser

    arguments = line.split()[1:]
    build_parser().parse_args(arguments if arguments[0] in {"check", "diff"} else ["check", *arguments])


def test_hook_for_pre_commit() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "id: checkfirst" in hook
    assert valid("github-actions", ROOT / ".pre-commit-hooks.yaml") != "", (
        "a schema that takes everything proves nothing"
    )
