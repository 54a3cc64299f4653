"""Empty texts for which something beside them stands, and empty logs."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

TASK = "# Task\n\nOpen the gate when the level on both sides is the same.\n"


def told(files: dict[str, str]) -> set[str]:
    return {f.severity.value for f in check_documents(files.items(), config=Config(select=("FIL004",))).findings}


@pytest.mark.parametrize(
    "files",
    [
        {"locks/answer.md": "\n", "locks/answer.view/index.html": "<p>Open</p>"},
        {"locks/answer.md": "", "locks/_py.view/answer.py": "print(1)\n"},
        {"schleusen.md": "", "schleusen/tore.md": TASK},
        {f"{n}/lösung.md": "" for n in range(5)} | {f"{n}/aufgabe.md": TASK for n in range(5)},
        {"data/fetch_log.txt": ""},
        {"data/run-3.log.txt": "\n"},
    ],
)
def test_what_stands_beside_an_empty_text_makes_it_a_note(files: dict[str, str]) -> None:
    assert told(files) == {"note"}


@pytest.mark.parametrize(
    "files",
    [
        {"locks/answer.md": "", "locks/task.md": TASK},
        {"locks/answer.md": "", "locks/pdf/answer.pdf.md": TASK},
        {"locks/answer.md": "", "locks/answer_files/a.md": TASK},
        {f"{n}.md": "" for n in range(6)},
        {"data/catalog.txt": ""},
    ],
)
def test_other_empty_texts_stay_errors(files: dict[str, str]) -> None:
    assert told(files) == {"error"}
