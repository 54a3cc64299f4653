"""Two runs print the same bytes, whatever order sets of words happen to have in a process."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
#: What differs from run to run.
_TIMES = re.compile(r'"(?:seconds|date)": [^,\n]+')


def printed(path: Path, seed: str, *options: str) -> str:
    command = [sys.executable, "-m", "checkfirst", str(path), "--no-cache", "--preview", *options]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in {0, 1}, done.stderr
    return _TIMES.sub("", done.stdout)


@pytest.mark.parametrize("options", [("--format", "json"), ("--format", "html"), ("--format", "agent")])
def test_hash_order_changes_nothing(options: tuple[str, ...]) -> None:
    assert printed(EXAMPLES, "1", *options) == printed(EXAMPLES, "4", *options)
