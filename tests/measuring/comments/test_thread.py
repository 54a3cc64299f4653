"""Threads read back from the flat text of several platforms, under an article; none where there is none."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.location import TextSpan
from checkfirst.model.threads import Thread
from checkfirst.reading.read import read
from tests.texts import OPINION, SPECIFICATION

SAID = [
    "I remember the green books! My aunt had three of them and would not let us touch any.",
    "Nonsense. The figures are on the town's page, all you have to do is features for them.",
    "Has anyone here actually opened that file? It crashed my machine twice yesterday.",
    "Thank you for writing this, it made my morning. More of these please!",
    "You should run for council yourself then, and see how easy it is.",
]
NAMES = ["Harold Finch", "tidewatcher", "Ines P.", "maria_k", "Old Bargee"]


def wordpress() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (f"{n}. {name} says:", f"March {n}, 2021 at 9:1{n} am", said, "Reply")
    ]


def disqus() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (f"{name} • {n + 1} years ago", said, "• Reply • Share ›")
    ]


def hacker_news() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (f"{name.split()[0].lower()} {n + 3} hours ago | parent | next [–]", said, "reply")
    ]


def reddit() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (f"[–]{name.split()[0]} {n * 7} points {n} days ago", said, "permalink embed save report reply")
    ]


def blogger() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (f"{name} said...", said, f"March {n}, 2021 10:0{n} AM")
    ]


def one_line() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (f"{name} March {n}, 2021 at 7:3{n} PM", said, "")
    ]


def board() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (f"by {name} » Sun Jul 1{n}, 2010 9:4{n} pm", said, "")
    ]


def newspaper() -> list[str]:
    return [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (name, f"March {n}, 2021 11:2{n} a.m.", said, f"Recommend {n}")
    ]


STYLES = (wordpress, disqus, hacker_news, reddit, blogger, one_line, board, newspaper)


def thread_of(text: str) -> Thread[TextSpan] | None:
    return measure(read("page.txt", text.encode()), load_weights()).thread


@pytest.mark.parametrize("style", STYLES, ids=[s.__name__ for s in STYLES])
def test_starts_where_the_comments_start(style: type) -> None:
    article = OPINION.rstrip("\n")
    thread = thread_of(article + "\n" + "\n".join(style()))
    assert thread is not None
    truth = article.count("\n") + 2
    assert abs(thread.span.start_line - truth) <= 2
    assert len(thread.comments) == len(SAID)


def test_numbers_authors_and_addressees() -> None:
    lines = [*wordpress(), "6. Ines P. says:", "March 7, 2021 at 9:17 am", "@tidewatcher it is upside down."]
    thread = thread_of(OPINION + "\n".join(lines))
    assert thread is not None
    assert [(c.number, c.author) for c in thread.comments] == [*enumerate(NAMES, start=1), (6, "Ines P.")]
    assert thread.comments[-1].reply_to == 2


def test_lost_author_lines_lose_no_text() -> None:
    lines = [line for line in wordpress() if not line.startswith(("2. ", "March 2"))]
    thread = thread_of(OPINION + "\n".join(lines))
    assert thread is not None
    assert abs(thread.span.start_line - OPINION.count("\n") - 1) <= 2
    assert thread.comments[-1].author == "Old Bargee"


@pytest.mark.parametrize("text", [OPINION, SPECIFICATION, OPINION + SPECIFICATION], ids=["opinion", "spec", "both"])
def test_no_thread_where_there_is_none(text: str) -> None:
    assert thread_of(text) is None


def test_a_single_comment_that_says_who_and_when() -> None:
    lines = ["LB says:", "November 5, 2012 at 10:52 am", "", "Agreed. But who pays for it in the end?"]
    article = OPINION.rstrip("\n")
    thread = thread_of(article + "\n" + "\n".join(lines))
    assert thread is not None
    assert abs(thread.span.start_line - article.count("\n") - 2) <= 2
    assert [c.author for c in thread.comments] == ["LB"]


def test_the_articles_own_byline_opens_no_thread() -> None:
    title, _, body = OPINION.partition("\n")
    signed = f"{title}\nby Rosalind Achterberg on November 5, 2012 at 9:30 am\n{body}"
    assert thread_of(signed) is None
    thread = thread_of(signed.rstrip("\n") + "\n" + "\n".join(one_line()))
    assert thread is not None
    assert thread.span.start_line > body.count("\n")


def test_the_signatures_of_a_changelog_open_no_thread() -> None:
    entries = [
        line
        for n in range(1, 9)
        for line in (
            f"importer (1.{n}-1) unstable; urgency=medium",
            "",
            f"  * Refuse files of more than {n},000 rows.",
            "  * Keep the first error of a run, not the last one.",
            "",
            f" -- Ines Pratt <ines@example.org>  Thu, 0{n} Mar 2021 10:0{n}:00 +0100",
            "",
        )
    ]
    assert thread_of("\n".join(entries)) is None


@pytest.mark.parametrize(
    "links",
    [
        [line for n in range(1, 6) for line in ("\t\tPingback:", f"Weekly links, number {n} | The Slow Boat Review")],
        [f"{n}. Pingback: Weekly links, number {n} | The Slow Boat Review" for n in range(1, 6)],
        [f"Trackback: Lesestoff für die Woche {n}" for n in range(1, 6)],
    ],
    ids=["title below", "numbered", "one line"],
)
def test_links_to_answers_elsewhere_belong_to_the_thread(links: list[str]) -> None:
    article = OPINION.rstrip("\n")
    thread = thread_of("\n".join([article, "10 thoughts on “The green books”", *links, *wordpress()]))
    assert thread is not None
    assert thread.span.start_line == article.count("\n") + 3
    assert [c.author for c in thread.comments] == NAMES


def test_months_of_an_archive_are_no_part_of_a_thread() -> None:
    article = OPINION.rstrip("\n")
    months = [f"{month} 2019 (4)" for month in ("May", "June", "July", "August", "September", "October", "November")]
    thread = thread_of("\n".join([article, *months, *wordpress()]))
    assert thread is not None
    assert abs(thread.span.start_line - article.count("\n") - 2 - len(months)) <= 1


@pytest.mark.parametrize("label", ["Post subject:", "Betreff:", "Re:"])
def test_subjects_between_author_and_date(label: str) -> None:
    posts = [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
        for line in (name, f"{label} the green books", f"Fri May 0{n}, 2003 7:4{n} pm", said, "Top")
    ]
    article = OPINION.rstrip("\n")
    thread = thread_of("\n".join([article, *posts]))
    assert thread is not None
    assert thread.span.start_line == article.count("\n") + 2
    assert [c.author for c in thread.comments] == NAMES
