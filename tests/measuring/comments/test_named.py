"""Threads whose comments have names alone, comments that are said to somebody, and menus and bylines around a thread."""

import pytest

from checkfirst.measuring.comments.authors import addressed, first_names
from tests.measuring.comments.test_sequence import ARTICLE, NAMES, SAID, START, thread_of

MENU = [f"* {what}" for what in ("Recent", "Popular", "Random", "Rowing", "Rivers")]


@pytest.mark.parametrize(
    ("edge", "first", "second"),
    [
        ("Post navigation", "* {}", "    * {}"),
        ("Beitragsnavigation", "• {}", "  □ {}"),
        ("# Post navigation", "  * {}", "    + {}"),
    ],
)
def test_names_below_links_to_the_pages_around(edge: str, first: str, second: str) -> None:
    openers = [first.format("Kari Moen"), second.format("Anonymous"), first.format("rowboat")]
    lines = [line for pair in zip(openers, SAID, strict=False) for line in pair]
    thread = thread_of("\n".join([ARTICLE, edge, "← The old ferry", "Three bridges →", *lines, "Search", *MENU]))
    assert thread is not None
    assert not thread.is_sure
    assert thread.span.start_line == START + 3
    assert len(thread.comments) == 3


def test_titles_below_a_heading_of_other_pages_are_no_names() -> None:
    lines = [line for said in SAID for line in (f"* {said[:14]}", said)]
    thread = thread_of("\n".join([ARTICLE, "Related posts", *lines, "Search", *MENU]))
    assert thread is None


@pytest.mark.parametrize("bullet", ["*", "•", "+"])
def test_names_with_and_without_an_address_are_of_one_thread(bullet: str) -> None:
    openers = [f"{bullet} {'' if n % 3 else 'https://moen.example/ '}{name}" for n, name in enumerate(NAMES)]
    lines = [line for pair in zip(openers, SAID, strict=True) for line in pair]
    thread = thread_of("\n".join([ARTICLE, *lines, *MENU, "June 2011 (14)", *SAID[:2]]))
    assert thread is not None
    assert len(thread.comments) == len(NAMES)
    assert thread.span.start_line == START


@pytest.mark.parametrize(
    "called",
    ["Runa, that is what I have always said of it.", "Hi Runa - you have put it well.", "You have put it well, Runa!"],
)
def test_the_first_comment_above_its_name_is_said_to_somebody(called: str) -> None:
    signed = [
        f"{said}\nPosted by: {name} | May {n}, 2018 at 4:1{n} pm"
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), 1)
    ]
    more = "There are more things to be said of bridges, of course.\nOf tolls as well."
    thread = thread_of("\n".join([ARTICLE, called, more, *signed]))
    assert thread is not None
    assert thread.span.start_line == START


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Runa, I doubt it", True),
        ("Danke Runa! Das wusste ich nicht", True),
        ("I doubt it, Runa.", True),
        ("Runa has always lived by the bridge", False),
        ("We asked Runa Holm, who keeps the toll", False),
        ("tove, do you mean it?", False),
    ],
)
def test_addressed(line: str, *, expected: bool) -> None:
    assert addressed(line, first_names(["Runa Holm", "Tove", "eelcatcher", "B. Aske"])) is expected


@pytest.mark.parametrize(
    "byline", ["by Kari Moen on May 1, 2018", "Posted by: Kari Moen, 1 May 2018", "By Kari Moen | 2018-05-01"]
)
def test_the_byline_of_a_short_article_is_unlike_the_headers_of_its_comments(byline: str) -> None:
    openers = [f"{name} 05.0{n}.18 at 21:3{n}" for n, name in enumerate(NAMES[:3], 1)]
    lines = [line for pair in zip(openers, SAID, strict=False) for line in pair]
    thread = thread_of("\n".join(["# Bridges", byline, "A bridge is a promise, and who keeps it is paid.", *lines]))
    assert thread is not None
    assert thread.span.start_line == 4
