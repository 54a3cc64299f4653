"""Writes the hooks of each host from the code: ``python integrations/write.py``; with ``--check``, compares only."""

import json
import sys
from importlib import import_module
from pathlib import Path

from checkfirst.hooks.hosts import HOSTS

HERE = Path(__file__).parent
FILES = {
    "claude": HERE / "claude-code" / "hooks" / "hooks.json",
    "cursor": HERE / "cursor" / "hooks.json",
    "copilot": HERE / "copilot" / "checkfirst.json",
    "codex": HERE / "codex" / "hooks.json",
}


def text_of(host: str) -> str:
    """The hooks of a host, which ask about the documents of the whole project."""
    return json.dumps(import_module(HOSTS[host]).settings(f"checkfirst hook {host} --reading=ask"), indent=2) + "\n"


def main() -> int:
    """Write the files, or say which differ from what the code gives."""
    stale = [host for host, path in FILES.items() if not path.exists() or path.read_text("utf-8") != text_of(host)]
    for host in stale:
        if "--check" in sys.argv:
            print(f"{FILES[host]}: out of date; run python integrations/write.py", file=sys.stderr)
        else:
            FILES[host].write_text(text_of(host), "utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    raise SystemExit(main())
