"""A place that is still open is told; a mark that a text speaks of, quotes or has struck out is not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

TEXT = "# Gauge\n\nThe gauge of the quay measures the tide and reports it to the office of the harbour.\n\n{}\n"


def told(line: str) -> list[str]:
    report = check_documents([("gauge.md", TEXT.format(line))], config=Config(select=("GAP001",)))
    return [f.message for f in report.findings]


@pytest.mark.parametrize(
    "line",
    [
        "- The office answers within [NEEDS CLARIFICATION: how long?]",
        "The lamp is red. TODO: say at which level.",
        "> **TODO**: describe the lamp.",
        "FIXME describe how the lamp is mended.",
    ],
)
def test_an_open_place(line: str) -> None:
    assert told(line) == ["a place is still open"]


@pytest.mark.parametrize(
    "line",
    [
        "- Use at most three [NEEDS CLARIFICATION: question] markers.",
        "- If items fail (excluding [NEEDS CLARIFICATION]), write them anew.",
        "- Only mark with [NEEDS CLARIFICATION: question] what nobody can know.",
        'The scribe writes: "TODO: why was the lamp dark?"',
        "- Which lamp burns? ~~**TODO**: ask the warden~~ The red one.",
        "FIXME was a mark of the warden before us.",
    ],
)
def test_a_mark_that_is_spoken_of(line: str) -> None:
    assert told(line) == []
