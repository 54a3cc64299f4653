"""Brackets inside running sentences, tables of contents and settings are no blanks of a form."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

#: A proposal whose links were taken out, so that their texts stand in brackets in lines of their own.
WRAPPED = """Pumps by contract

Motivation
The contracts of the harbour that are described in
[HB-198] and
[HB-1108]
made the pumps dearer by the hour.
The rise of the price that comes with
[HB-1108]
is the reason for which we keep a list as noted
[here].
The office reads the list and sends it to
[the yard],
which answers within a day according to
[HB-12].
"""
_PARTS = (
    "Motivation",
    "Design",
    "Merging",
    "Open questions",
    "Future work",
    "Prior art",
    "Costs",
    "Names of the pumps",
)
CONTENTS = "Entities\n\n" + "".join(f"- [{part}]\n" for part in _PARTS) + "\n" + "\n\n".join(_PARTS)
SETTINGS = "Pumps and their settings\n\nThe office keeps these for each pump of the harbour.\n\n" + "".join(
    f'[pump.{name}]\nsource = [\n  {{ index = "{name}-cpu" }},\n  {{ index = "{name}-gpu" }},\n]\n'
    for name in ("north", "south", "east", "west")
)
FORM = """Plan

Owner
[your name]

Goal
[what the pump is for]

Limits
[hours per day]

Risks
[what may break]

Costs
[sum in euros]
"""


def codes(text: str) -> list[str]:
    return [f.code for f in check_documents([("plan.txt", text)], config=Config(select=("KND006",))).findings]


@pytest.mark.parametrize("text", [WRAPPED, CONTENTS, SETTINGS], ids=["sentences", "contents", "settings"])
def test_brackets_that_belong_to_a_text_are_no_blanks(text: str) -> None:
    assert codes(text) == []


def test_a_label_above_a_blank_begins_no_sentence() -> None:
    assert codes(FORM) == ["KND006"]
