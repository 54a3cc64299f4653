"""The files for coding agents keep what their hosts document.

Sources, read on 2026-11-28: Claude Code's plug-ins (https://code.claude.com/docs/en/plugins-reference, and plugin-dev in
anthropics/claude-code at 5cfc0a1905ce), skills (https://agentskills.io/specification), Cursor's rules
(https://cursor.com/docs/context/rules), the steps of Copilot's cloud agent
(https://docs.github.com/en/copilot/how-tos/use-copilot-agents/coding-agent/customize-the-agent-environment), Codex
(https://developers.openai.com/codex/config-reference); hooks as in ``tests/hooks/documented``.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from checkfirst.cli.parser import build_parser
from checkfirst.version import __version__
from tests.hooks.hosts import DOCUMENTED

HERE = Path(__file__).parents[1] / "integrations"
HOOKS = {
    "claude": HERE / "claude-code" / "hooks" / "hooks.json",
    "cursor": HERE / "cursor" / "hooks.json",
    "copilot": HERE / "copilot" / "checkfirst.json",
    "codex": HERE / "codex" / "hooks.json",
}


def front_matter(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    return found


def test_hooks_are_those_of_the_code() -> None:
    subprocess.run([sys.executable, str(HERE / "write.py"), "--check"], check=True)


@pytest.mark.parametrize("host", HOOKS)
def test_hooks_have_the_documented_form(host: str) -> None:
    written, documented = json.loads(HOOKS[host].read_text("utf-8")), DOCUMENTED[host]["settings"]
    assert written.get("version") == documented.get("version")
    assert set(written["hooks"]) <= set(documented["hooks"])
    assert all(set(entry) <= set(documented["entry"]) for entries in written["hooks"].values() for entry in entries)


def test_the_plug_in_of_claude_code() -> None:
    manifest = json.loads((HERE / "claude-code" / ".claude-plugin" / "plugin.json").read_text("utf-8"))
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", manifest["name"])
    assert manifest["version"] == __version__
    assert len(manifest["description"]) <= 200
    (server,) = json.loads((HERE / "claude-code" / ".mcp.json").read_text("utf-8"))["mcpServers"].values()
    assert (server["command"], server["args"]) == ("checkfirst", ["mcp"])


def test_the_skill() -> None:
    path = HERE / "claude-code" / "skills" / "check-documents" / "SKILL.md"
    head = front_matter(path)
    assert head["name"] == path.parent.name
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", head["name"])
    assert len(head["name"]) <= 64
    assert 1 <= len(head["description"]) <= 1_024


def test_the_rule_of_cursor() -> None:
    assert front_matter(HERE / "cursor" / "rules" / "checkfirst.mdc").keys() == {"description", "globs", "alwaysApply"}


def test_the_steps_of_copilot() -> None:
    jobs = yaml.safe_load((HERE / "copilot" / "copilot-setup-steps.yml").read_text("utf-8"))["jobs"]
    assert list(jobs) == ["copilot-setup-steps"]
    assert any("checkfirst" in step.get("run", "") for step in jobs["copilot-setup-steps"]["steps"])


def test_the_configuration_of_codex() -> None:
    config = tomllib.loads((HERE / "codex" / "config.toml").read_text("utf-8"))
    assert config["mcp_servers"]["checkfirst"] == {"command": "checkfirst", "args": ["mcp"]}


def test_every_command_is_one() -> None:
    commands = build_parser().commands
    words = {
        word
        for path in HERE.rglob("*")
        if path.is_file() and path.suffix in {".md", ".mdc", ".json"}
        for word in re.findall(r"[`\"]checkfirst ([a-z]+)\b", path.read_text("utf-8"))
    }
    assert {"hook", "show", "clean", "accept"} <= words
    assert words <= commands.keys()
