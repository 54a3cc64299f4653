"""The conformance suite of the protocol's authors (https://github.com/modelcontextprotocol/conformance).

It runs where Node.js 22 and the suite can be had: ``checkfirst[conformance]`` brings the former, npm the latter. This module is
also where it is said which of its scenarios are about this server, and why the others are not.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.mcp.bridge import served

READY = Path(__file__).parents[2] / "examples" / "ready"
OLDEST_NODE = 22
#: The scenarios about this server by version of the suite and of the protocol.
SCENARIOS = {
    ("0.1.16", "2025-11-25"): ("server-initialize", "ping", "tools-list"),
    ("0.2.0-alpha.12", "2025-06-18"): ("server-initialize", "ping", "tools-list"),
    ("0.2.0-alpha.12", "2025-11-25"): ("server-initialize", "ping", "tools-list"),
    ("0.2.0-alpha.12", "2026-07-28"): (
        "tools-list",
        "server-stateless",
        "caching",
        "input-required-result-unsupported-methods",
    ),
}
SUITES = sorted({suite for suite, _ in SCENARIOS})
#: Why others are not: the beginnings of their names, and the reason.
NOT_OURS = {
    "the server has tools alone, and says so": (
        *("resources-", "prompts-", "completion-", "logging-", "sep-2164-", "sep-2640-", "tasks-"),
        "input-required-result-non-tool-request",
    ),
    "they call tools that a server has for the suite alone": (
        *("tools-call-", "json-schema-", "elicitation-", "input-required-result-"),
    ),
    "they are about HTTP, and the server speaks on standard input and output": (
        *("server-sse-", "server-session-", "dns-", "http-"),
    ),
}
#: Checks in our scenarios that fail all the same, by their names or what is said of them, and why that is right.
RIGHTLY_FAILED = {
    r"-http-": "the bridge does not keep what is asked of HTTP",
    r"-(?:prompts|resources|resources-templates)-list-": "the server has tools alone, and says so",
    r"^Not testable: ": "a tool that a server has for the suite alone would be needed",
}


@pytest.fixture(scope="module")
def node() -> str:
    """Node.js, new enough for the suite."""
    found = shutil.which("node")
    if found is None or shutil.which("npm") is None:
        pytest.skip("the suite needs Node.js: pip install 'checkfirst[conformance]'")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    if int(told.strip().removeprefix("v").partition(".")[0]) < OLDEST_NODE:
        pytest.skip(f"the suite needs Node.js {OLDEST_NODE}: pip install 'checkfirst[conformance]'")
    return found


@pytest.fixture(scope="module", params=SUITES)
def suite(request: pytest.FixtureRequest, node: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[str]]:
    """A version of the suite, and how it is called."""
    folder = tmp_path_factory.mktemp("suite")
    wanted = f"@modelcontextprotocol/conformance@{request.param}"
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=30000"]
    command = ["npm", "install", "--prefix", str(folder), *options, wanted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm can't bring {wanted}: {done.stderr.strip().partition(chr(10))[0]}")
    program = folder / "node_modules" / "@modelcontextprotocol" / "conformance" / "dist" / "index.js"
    return request.param, [node, str(program)]


def checks_of(suite: list[str], scenario: str, version: str, folder: Path) -> list[dict[str, Any]]:
    """What a scenario checked."""
    with served(READY) as address:
        words = ["server", "--url", address, "--scenario", scenario, "--spec-version", version, "-o", str(folder)]
        done = subprocess.run([*suite, *words], capture_output=True, text=True, check=False)
    assert "Test Results" in done.stdout, done.stdout + done.stderr
    return [check for path in sorted(folder.rglob("checks.json")) for check in json.loads(path.read_text("utf-8"))]


def test_the_server_conforms(suite: tuple[str, list[str]], tmp_path: Path) -> None:
    name, command = suite
    for (of, version), scenarios in SCENARIOS.items():
        for scenario in scenarios if of == name else ():
            checks = checks_of(command, scenario, version, tmp_path / version / scenario)
            assert any(check["status"] == "SUCCESS" for check in checks), scenario
            failed = [check for check in checks if check["status"] not in {"SUCCESS", "SKIPPED", "INFO"}]
            told = [f"{check['id']}: {check.get('errorMessage')}" for check in failed if not rightly(check)]
            assert told == [], f"{scenario}, {version}"


def rightly(check: dict[str, Any]) -> bool:
    """Whether it is said above why a check fails."""
    said = (check["id"], check.get("errorMessage") or "")
    return any(re.search(pattern, text) for pattern in RIGHTLY_FAILED for text in said)


def test_every_scenario_is_run_or_is_not_ours(suite: tuple[str, list[str]]) -> None:
    name, command = suite
    listed = subprocess.run([*command, "list"], capture_output=True, text=True, check=True).stdout
    servers = listed.partition("Client scenarios")[0]
    scenarios = re.findall(r"^  - (\S+) \[", servers, re.MULTILINE)
    assert len(scenarios) > 10
    ours = {scenario for (of, _), names in SCENARIOS.items() if of == name for scenario in names}
    others = tuple(beginning for names in NOT_OURS.values() for beginning in names)
    assert [scenario for scenario in scenarios if scenario not in ours and not scenario.startswith(others)] == []
