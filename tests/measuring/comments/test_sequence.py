"""Threads whose openers differ, lack names, or are in other languages; and lists that look like threads."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.location import TextSpan
from checkfirst.model.threads import Thread
from checkfirst.reading.read import read
from tests.texts import OPINION

ARTICLE = OPINION.rstrip("\n")
START = ARTICLE.count("\n") + 2
SAID = (
    "My uncle worked on that bridge and he never said a good word about it.",
    "You are wrong about the toll, it was gone by the time we moved here.",
    "Could somebody please put the old photographs somewhere we can see them?",
    "I laughed all the way through this. Thank you, more of it!",
    "We walked there on Sunday and the gate was locked again, of course.",
    "That is not how I remember it, but then I was only nine years old.",
)
NAMES = ("Tove", "Runa Holm", "eelcatcher", "B. Aske", "Tove", "Nils")


def thread_of(text: str) -> Thread[TextSpan] | None:
    return measure(read("page.txt", text.encode()), load_weights()).thread


def below(heading: str, openers: list[str], button: str = "Reply") -> Thread[TextSpan] | None:
    lines = [line for opener, said in zip(openers, SAID, strict=False) for line in (opener, said, button)]
    return thread_of("\n".join([ARTICLE, heading, *lines]))


@pytest.mark.parametrize(
    ("heading", "opener", "button"),
    [
        ("6 Kommentare", "{n}. {name} sagt:\n{n}. März 2012 um 18:2{n}", "Antworten"),
        ("6 commentaires", "{name} a dit :\n{n} mars 2012 à 18h2{n}", "Répondre"),
        ("6 comentarios", "{name} dice:\n{n} marzo, 2012 a las 18:2{n}", "Responder"),
        ("6 comentários", "{name} disse:\n{n} de março de 2012 às 18:2{n}", "Responder"),
        ("6 reacties", "{name} schreef op {n} maart 2012 om 18:2{n}", "Beantwoorden"),
        ("6 条评论", "{name}\n2012年3月{n}日 18:2{n}", "回复"),
    ],
)
def test_languages(heading: str, opener: str, button: str) -> None:
    openers = [opener.format(n=n, name=name) for n, name in enumerate(NAMES, start=1)]
    thread = below(heading, openers, button)
    assert thread is not None
    assert thread.is_sure
    assert abs(thread.span.start_line - START - 1) <= 2
    assert len(thread.comments) == len(NAMES)
    assert thread.comments[1].author == "Runa Holm"


def test_numbers_hold_a_thread_together_where_names_are_lost() -> None:
    openers = [
        f"{n}. {name} says:\nMarch {n}, 2012 at 6:2{n} pm" if n % 2 else f"{n}.\nMarch {n}, 2012 at 6:2{n} pm"
        for n, name in enumerate(NAMES, start=1)
    ]
    thread = below("6 Comments", openers)
    assert thread is not None
    assert [c.number for c in thread.comments] == [1, 2, 3, 4, 5, 6]
    assert [c.author for c in thread.comments][::2] == ["Tove", "eelcatcher", "Tove"]


def test_a_list_of_months_above_the_article_is_not_the_start() -> None:
    months = "\n".join(f"{month} {year}  ({year % 7})" for year in range(2019, 2012, -1) for month in ("June", "May"))
    openers = [f"{name}\nsays:\nMay {n}, 2019 at 4:1{n} am" for n, name in enumerate(NAMES[:3], start=1)]
    lines = [line for opener, said in zip(openers, SAID, strict=False) for line in (opener, said)]
    text = "\n".join(["Archives", "Select Month", months, ARTICLE, "3 thoughts on “Bridges”", *lines, "Leave a Reply"])
    thread = thread_of(text)
    assert thread is not None
    assert len(thread.comments) == 3
    assert thread.span.start_line > months.count("\n") + START


def test_ratings_above_a_thread_are_not_its_start() -> None:
    openers = [f"{n}. {name}\n1{n}/04/2018 at 3:0{n} pm" for n, name in enumerate(NAMES[:4], start=1)]
    lines = [line for opener, said in zip(openers, SAID, strict=False) for line in (opener, said, "Reply")]
    text = "\n".join([ARTICLE, "4.7 from 31 votes", "Rate this", "Reader Interactions", "Comments", *lines])
    thread = thread_of(text)
    assert thread is not None
    assert len(thread.comments) == 4
    assert thread.comments[0].header is not None
    assert text.split("\n")[thread.comments[0].header.start_line - 1] == "1. Tove"


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Coming up",
            "8 June - 9 June 2022",
            "The Harbour Fair",
            "In person",
            "14 June 2022",
            "Boats and Rates",
            "Online",
        ],
        [
            "More stories",
            *(
                f"- {said[:24]}, by {name}, May {n} 2014"
                for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), start=1)
            ),
        ],
        ["Archive", *(f"{month} 2017" for month in ("March", "April", "May", "June", "July"))],
        ["4.8 from 21 votes", "5 stars 14", "4 stars 5", "3 stars 2", "Rate this Recipe", "Print"],
        ["Top Posts", *(line for n, said in enumerate(SAID, start=1) for line in (said[:30], f"October {n}, 2020"))],
        [
            "Sources",
            *(
                f"{name}, {said[:30]}, in: Proceedings, {1990 + n}, pp. {n}-{n + 9}."
                for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True))
            ),
        ],
        ["Interview", *(f"{name}: {said}" for name, said in zip(("Q", "A") * 3, SAID, strict=True))],
        ["Follow us", *(f"{name} @{name.split()[0].lower()}" for name in NAMES)],
    ],
    ids=["events", "stories", "months", "ratings", "posts", "sources", "interview", "accounts"],
)
def test_lists_below_an_article_are_no_sure_thread(lines: list[str]) -> None:
    thread = thread_of("\n".join([ARTICLE, *lines]))
    assert thread is None or not thread.is_sure


def test_the_history_of_a_document_is_no_sure_thread() -> None:
    history = [
        line
        for n, (what, who) in enumerate(
            (
                ("First version.", "Runa Holm"),
                ("The receiver is needed.", "Nils Aske"),
                ("Numbers are kept.", "Runa Holm"),
            )
        )
        for line in (who, f"March {n + 3}, 2021", what, "")
    ]
    text = "# Gateway\n\nThe gateway reads a message, cuts its body into frames and sends them.\n\n## History\n\n"
    thread = thread_of(text + "\n".join(history))
    assert thread is None or not thread.is_sure


@pytest.mark.parametrize(
    "opener",
    ["{name} says:\nMay {n}, 2018 at 4:1{n} pm", "{name} | May {n}, 2018 at 4:1{n} pm", "{name}\n{n} years ago"],
)
def test_numbered_points_of_the_article_are_no_comments(opener: str) -> None:
    points = [line for n, said in enumerate(SAID, 1) for line in (f"{n}. {said[:16]}", said)]
    lines = [
        line
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), 1)
        for line in (opener.format(name=name, n=n), said)
    ]
    thread = thread_of("\n".join([ARTICLE, *points, *lines]))
    assert thread is not None
    assert thread.span.start_line == START + 2 * len(points) // 2
    assert len(thread.comments) == 6


@pytest.mark.parametrize(
    "last",
    [
        "i'm nils. rower and reader of maps on May 7, 2018 at 4:17 pm",
        "Nils\nMay 7, 2018",
        "nils @ 4:17 pm, May 7, 2018",
    ],
)
def test_the_next_number_keeps_a_last_comment_of_another_form(last: str) -> None:
    openers = [f"{n}. {name} on May {n}, 2018 at 4:1{n} pm said:" for n, name in enumerate(NAMES[:2], 1)]
    thread = below("3 Comments", [*openers, f"3. {last}"])
    assert thread is not None
    assert len(thread.comments) == 3


@pytest.mark.parametrize(
    "opener",
    [
        "Tove says:\nMay 8, 2018 at 4:22 am",
        "Tove / May 8, 2018 at 04:22 am",
        "Tove schrieb am 8. Mai 2018 um 4:22:",
        "tove_l 12 pts",
    ],
)
def test_a_single_comment_at_the_end_of_a_text(opener: str) -> None:
    thread = thread_of("\n".join([ARTICLE, ARTICLE, opener, SAID[2]]))
    assert thread is not None
    assert thread.span.start_line == 2 * START - 1


def test_the_signature_of_an_article_is_no_single_comment() -> None:
    assert thread_of("\n".join([ARTICLE, ARTICLE, "Tove Lind, May 8, 2018", ""])) is None


@pytest.mark.parametrize("heading", ["3 Responses", "3 Kommentare", "The bridge that nobody wanted — 3 Comments"])
def test_a_thread_below_a_list_of_pages_with_names_and_days(heading: str) -> None:
    posts = [
        f"{said[:26]}\n{name}\nMarch {n}, 2016" for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True), 10)
    ]
    openers = [f"May {n}, 2017\n{name}\nReply" for n, name in enumerate(NAMES[:3], 5)]
    lines = [line for pair in zip(openers, SAID, strict=False) for line in pair]
    text = "\n".join([ARTICLE, *posts, heading, *lines, "Leave a Reply", "Your email address will not be published."])
    thread = thread_of(text)
    assert thread is not None
    assert thread.span.start_line == START + 3 * len(posts) + 1
    assert len(thread.comments) == 3


@pytest.mark.parametrize("last", ["so it is, yes.", "嘿嘿~", "ha ha :)"])
def test_a_name_just_below_the_heading_stands_above_its_comment(last: str) -> None:
    openers = [f"{name}\n2014/04/2{n} at 3:46 PM" for n, name in enumerate(NAMES[:2], 3)]
    text = "\n".join(
        [
            ARTICLE,
            "2 thoughts on “",
            "Monthly Report",
            "”",
            openers[0],
            "没有看懂。",
            "Reply",
            openers[1],
            last,
            "Leave a Reply",
        ]
    )
    thread = thread_of(text)
    assert thread is not None
    assert thread.span.start_line == START + 3
    assert len(thread.comments) == 2


def test_titles_of_a_list_that_end_with_numbers_of_comments_are_no_sure_thread() -> None:
    posts = [f"{said[:26]} - {n} comments\nMarch {n}, 2016" for n, said in enumerate(SAID, 10)]
    thread = thread_of("\n".join([ARTICLE, *posts]))
    assert thread is None or not thread.is_sure


@pytest.mark.parametrize("answers", ["(5 responses)", "(2 replies)", "[3 comments]"])
def test_a_dated_line_with_a_number_of_answers_is_no_heading(answers: str) -> None:
    posts = "\n\n".join(
        f"Sealing the lid\nPosted Mar {12 + n}, 2024 8:0{n} UTC by {name} (member) {answers if n % 2 else ''}\n\n"
        f"The gasket took {n + 3} turns of the screw and then it was tight enough for me, thanks."
        for n, name in enumerate(("tove", "arvid", "signe", "ivar", "runa"))
    )
    text = f"# Sealing the lid\n\nBy Tove Holm\n\n{'The lid of the tank leaks when it is warm. ' * 12}\n\n{posts}\n"
    found = thread_of(text)
    assert found is not None
    assert len(found.comments) == 5
