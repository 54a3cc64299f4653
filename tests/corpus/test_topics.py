"""Strangers by topic and form in the sources of a corpus."""

from pathlib import Path

import pytest

from checkfirst.corpus.page import page_parts
from checkfirst.corpus.store import Store
from checkfirst.corpus.summary import summary_of
from checkfirst.corpus.told import report_lines
from checkfirst.corpus.topics import topic_strangers
from tests.corpus.made import Records, check_inputs, json_lines, specification

LETTER = (
    "My dear Anna,\n\nI was so happy when your letter came on Sunday. We had been at the lake with the children, and little Tom "
    "laughed the whole way home because a duck had stolen his bread. Mother asks after you each morning. She says that she "
    "will not believe in your wedding until she has seen the dress. Please write to her soon, and tell me whether your cough "
    "is better. The roses at the door are in bloom, and I thought of you when I cut them.\n\nWith love,\nyour Clara\n"
)
INTERVIEW = (
    "INTERVIEWER: So you grew up on a farm. What was that like?\n\nMARTHA: Oh, it was lovely, you know. We had cows, and I got up "
    "at five with my father. I didn't mind, really. I mean, you get used to it, don't you?\n\nINTERVIEWER: And school?\n\nMARTHA: "
    "Well, I hated school. I really did. I sat there and thought about the animals all day, and Mrs Hill used to say, Martha, "
    "are you with us? And everybody laughed.\n\nINTERVIEWER: When did you start to sing?\n\nMARTHA: I think I was nine. My aunt "
    "had a piano, and she let me try it, and I just never stopped.\n"
)
OTHERS = {"letter": LETTER, "interview": INTERVIEW}


def specifications(count: int, site: str) -> Records:
    return [{"id": f"{site} {n}", "site": site, "text": specification(n)} for n in range(count)]


def told(tmp_path: Path, rows: Records) -> dict[str, list[str]]:
    check_inputs([json_lines(tmp_path / "a.jsonl", rows)], tmp_path / "out")
    store = Store(tmp_path / "out")
    found = topic_strangers(store, summary_of(store))
    return {source: [member.id for member in stranger.members] for source, stranger in found.items()}


@pytest.mark.parametrize("name", OTHERS)
def test_a_text_of_another_topic_is_a_stranger_in_its_source(tmp_path: Path, name: str) -> None:
    rows = specifications(40, "x.example")
    rows.insert(17, {"id": name, "site": "x.example", "text": OTHERS[name]})
    assert told(tmp_path, rows) == {"x.example": [name]}
    store = Store(tmp_path / "out")
    summary = summary_of(store)
    topics = topic_strangers(store, summary)
    first = OTHERS[name].splitlines()[0][:20]
    for text in ("".join(report_lines(summary, topics=topics)), "".join(page_parts(summary, "out", topics=topics))):
        assert "1 unlike nearly all others in topic and form" in text
        assert first in text


def test_sources_of_several_topics_and_small_ones_have_none(tmp_path: Path) -> None:
    mixed: Records = specifications(24, "mixed.example")
    mixed += [
        {"id": f"{name} {n}", "site": "mixed.example", "text": f"{text}\nPage {n}.\n"}
        for n in range(8)
        for name, text in OTHERS.items()
    ]
    small: Records = [*specifications(8, "small.example"), {"id": "r", "site": "small.example", "text": LETTER}]
    assert told(tmp_path, [*mixed, *small, *specifications(40, "alike.example")]) == {}


def test_it_does_not_matter_how_the_rows_are_ordered(tmp_path: Path) -> None:
    rows: Records = [*specifications(60, "x.example"), *specifications(30, "y.example")]
    rows += [{"id": name, "site": "x.example", "text": text} for name, text in OTHERS.items()]
    (tmp_path / "b").mkdir()
    found = told(tmp_path, rows)
    assert found.keys() == {"x.example"}
    assert told(tmp_path / "b", rows[::-1]) == found
