"""What neighbouring lines make of one another in a thread: quoted titles, answers elsewhere, times, lists around it."""

import pytest

from tests.measuring.comments.test_sequence import ARTICLE, NAMES, SAID, START, thread_of

DATED = [
    f"{name}\nMay {n}, 2018 at 4:1{n} pm\n{said}\nReply"
    for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), 1)
]


def starts_at(text: str) -> tuple[str, int]:
    thread = thread_of(text)
    assert thread is not None
    return text.split("\n")[thread.span.start_line - 1], len(thread.comments)


@pytest.mark.parametrize(
    "heading",
    [
        "6 thoughts on “\nThe bridge\n”",
        "6 Gedanken zu „\nDie Brücke am Fluss\n“",
        "6 réflexions au sujet de «\nLe pont\n»",
    ],
)
def test_a_title_in_quotes_below_the_heading_is_no_name(heading: str) -> None:
    assert starts_at("\n".join([ARTICLE, heading, *DATED])) == ("Tove", 6)


def test_a_name_below_a_heading_that_quotes_nothing_is_one() -> None:
    assert starts_at("\n".join([ARTICLE, "6 Comments", *DATED])) == ("Tove", 6)


@pytest.mark.parametrize("dash", ["—", "-", "|"])
def test_a_title_that_ends_with_the_number_of_comments_is_a_heading(dash: str) -> None:
    title = f"#### _The bridge that nobody wanted_ {dash} 7 Comments"
    linked = "1. Pingback: [Old bridges » crossings](https://crossings.example/?p=6)"
    openers = [f"{n}. {name} on May {n}, 2018 at 4:1{n} pm said:" for n, name in enumerate(NAMES, 2)]
    lines = [line for pair in zip(openers, SAID, strict=True) for line in pair]
    first, count = starts_at("\n".join([ARTICLE, title, linked, *lines]))
    # Links to answers are a part of the thread; the heading is none.
    assert first == linked
    assert count == 6


@pytest.mark.parametrize(
    "linked",
    [
        "May 8, 2018 - 3:29 am\nPingback: Old bridges » crossings",
        "May 8, 2018 - 3:29 am\nPingback:\nOld bridges » crossings",
        "8. Mai 2018 um 3:29\nTrackback: Alte Brücken",
    ],
)
def test_the_date_of_an_answer_elsewhere_opens_no_comment(linked: str) -> None:
    dated = [
        f"May {n}, 2018 - 4:1{n} pm\n{name}\n{said}\nReply"
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), 1)
    ]
    thread = thread_of("\n".join([ARTICLE, "8 Comments", *dated, linked, linked]))
    assert thread is not None
    assert len(thread.comments) == 6


@pytest.mark.parametrize(
    "title",
    [
        "#### [The bridge, the toll and the long way round: a reader's notes | Crossings.example](https://crossings.example/1)",
        "#### [Daily links for all who walk, row, or drive over bridges - part nine](https://links.example/9)",
        "#### [S02E11 – What is left, and who pays? | Bridge Radio](https://radio.example/s02e11)",
    ],
)
def test_the_title_of_an_answering_page_above_a_time_is_a_header(title: str) -> None:
    lines = [f"{title}\nMay {n}, 2018 at 4:1{n} pm\n[…] {said} […]" for n, said in enumerate(SAID[:4], 1)]
    first, count = starts_at("\n".join([ARTICLE, "##### 4 Comments", *lines, "Comments are closed."]))
    assert (first, count) == (title, 4)


def test_titles_above_days_without_a_time_are_no_sure_thread() -> None:
    lines = [f"#### {said}\nMay {n}, 2018\n{said} More of it on the next page." for n, said in enumerate(SAID, 1)]
    thread = thread_of("\n".join([ARTICLE, *lines]))
    assert thread is None or not thread.is_sure


@pytest.mark.parametrize("button", ["+ Reply", "Antworten", "Répondre"])
def test_the_number_of_a_comment_may_stand_between_its_name_and_its_date(button: str) -> None:
    lines = [
        f"{n}. {name}\nParty: Independent\nReply #{n}\nMay {n}, 2018 - 4:1{n} PM EST\n{said}\n{button}"
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), 1)
    ]
    # A menu below has names alone.
    menu = [f"* {said[:18]}\n{said}" for said in SAID]
    assert starts_at("\n".join([ARTICLE, "Readers' Comments (718)", *lines, "Multimedia", *menu])) == ("1. Tove", 6)


@pytest.mark.parametrize("heading", ["6 Responses", "6 Comments", "6 Kommentare"])
def test_a_list_of_other_pages_with_their_days_stands_above_the_thread(heading: str) -> None:
    posts = [f"{said[:22]}\nMarch {n}, 2019" for n, said in enumerate(SAID, 10)]
    dated = [f"May 7, 2018\n{name}\nReply\n{said}" for name, said in zip(NAMES, SAID, strict=True)]
    text = "\n".join([ARTICLE, *posts, heading, *dated, "Leave a Reply"])
    thread = thread_of(text)
    assert thread is not None
    assert thread.span.start_line == START + 2 * len(posts) + 1
    assert len(thread.comments) == 6


def test_a_word_for_comments_within_a_comment_does_not_divide_the_thread() -> None:
    divided = [*DATED[:2], "Comments", *DATED[2:]]
    thread = thread_of("\n".join([ARTICLE, "6 Comments", *divided]))
    assert thread is not None
    assert thread.span.start_line == START + 1


@pytest.mark.parametrize("who", ["the bridge keeper", "a clerk who walks to work", "nils the rower"])
def test_one_author_of_all_comments_keeps_the_name(who: str) -> None:
    lines = [f"{who}\non May {n}, 2018 at 2:3{n} pm\n{said[:20]}\n{said}\nReply" for n, said in enumerate(SAID[:3], 1)]
    first, count = starts_at("\n".join([ARTICLE, "3 Comments", *lines]))
    assert (first, count) == (who, 3)


@pytest.mark.parametrize("time", ["5:06 pm EDT", "at 17:06", "um 17:06 Uhr"])
def test_the_time_below_a_date_makes_it_one_of_a_comment(time: str) -> None:
    def confidence(below: str) -> float:
        openers = [f"{name}\nMay {n}, 2018\n{below}" for n, name in enumerate(NAMES, 1)]
        lines = [line for pair in zip(openers, SAID, strict=True) for line in pair]
        thread = thread_of("\n".join([ARTICLE, *lines]))
        assert thread is not None
        return thread.confidence

    assert confidence(time) > confidence("•")
