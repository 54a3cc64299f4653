"""``server.json`` keeps what the registry documents, and names this version.

Source: modelcontextprotocol/registry, docs/reference/server-json/draft/server.schema.json at 13760d02395e, read on 2026-11-28.
"""

import json
import re
from pathlib import Path

from checkfirst.version import __version__

SERVER = json.loads((Path(__file__).parents[2] / "server.json").read_text("utf-8"))


def test_names_and_lengths() -> None:
    assert re.fullmatch(r"[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+", SERVER["name"])
    assert 1 <= len(SERVER["description"]) <= 100
    assert 1 <= len(SERVER["title"]) <= 100


def test_the_package_is_this_version_and_starts_the_server() -> None:
    (package,) = SERVER["packages"]
    assert SERVER["version"] == package["version"] == __version__
    assert {"registryType", "identifier", "transport"} <= package.keys()
    assert package["transport"] == {"type": "stdio"}
    first, folder = package["packageArguments"]
    assert first == {"type": "positional", "value": "mcp"}
    assert folder["valueHint"]


def test_the_page_of_the_package_names_the_server() -> None:
    # The registry takes a package of PyPI for the server's when its description says so (docs/reference/server-json).
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert re.findall(r"<!-- mcp-name: (\S+) -->", readme) == [SERVER["name"]]
