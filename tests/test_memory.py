"""Memory stays bounded: what a file needs follows from a megabyte of it, however it is made."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.large_inputs import INPUTS

#: Bytes of each input, and the kilobytes that a check of it may need beyond those of an empty run.
SIZE = 1_000_000
MOST = 200_000
#: The inputs that need most, one for each way to need much.
TRIED = (
    "short-lines.txt", "one-line.txt", "distinct-words.txt", "headings.md", "table.md", "comments.c", "spans.html",
    "cells.html", "rows.csv", "items.yaml", "paragraphs.rtf", "cells.ipynb", "rows.xlsx", "words.pdf", "bzip2.zip",
    "senders.eml", "words.eml", "patterns/index.rst",
    "paragraphs.docx", "runs.docx", "table.docx", "cell.docx", "breaks.docx", "paragraphs.odt", "spans.odt", "shared.xlsx",
    "wide.xlsx", "one-text.xlsx", "words.pptx", "chapter.epub", "cells.epub", "links.epub", "lines.eml", "parts.eml",
)  # fmt: skip
#: Prints the most kilobytes that any process of a command had; a process that starts it keeps its own out of it.
MEASURED = """
import json, resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, timeout=60, check=False)
print(json.dumps(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


def peak(path: Path) -> int:
    call = [sys.executable, "-c", MEASURED, sys.executable, "-m", "checkfirst", str(path), "--no-cache"]
    run = subprocess.run(call, capture_output=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    return int(json.loads(run.stdout))


@pytest.fixture(scope="module")
def baseline(tmp_path_factory: pytest.TempPathFactory) -> int:
    path = tmp_path_factory.mktemp("empty") / "a.md"
    path.write_text("# A\n")
    return peak(path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
@pytest.mark.parametrize("name", TRIED)
def test_a_megabyte_needs_no_more_than_its_share(tmp_path: Path, baseline: int, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(INPUTS[name](SIZE))
    assert peak(path) - baseline < MOST
