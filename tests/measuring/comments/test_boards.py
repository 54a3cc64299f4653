"""Threads of boards that lay out each post as a row of a table: author and post in two columns."""

import pytest

from checkfirst.measuring.comments.cells import posted_in
from tests.measuring.comments.test_sequence import NAMES, SAID, thread_of

POSTS = list(zip(range(1, 7), NAMES, SAID, strict=True))
WIDE = " " * 700


def in_lines(n: int, name: str, said: str) -> str:
    author = f"{name}\nVinyl Addict\nJoined: 0{n} Jan 2005\nPosts: 12{n}\nLocation: Oslo"
    return f"{author}\nPosted: Thu Mar 0{n}, 2006 3:1{n} pm\n   Post subject: First pressing\n{said}\nBack to top"


def in_labels(n: int, name: str, said: str) -> str:
    author = f"Rang\nRegistriert:\n 0{n}.01.2005, 15:05\nBeiträge:\n 12{n}\nWohnort:\n Oslo"
    return (
        f"{name}\nBetreff des Beitrags:\n Re: Pressung\nVerfasst:\n 0{n}.03.2006, 15:1{n}\n{author}\n{said}\nNach oben"
    )


def in_pipes(n: int, name: str, said: str) -> str:
    dated = f"**{name}** |  |  **Post subject:** Re: Presses![Post](post.gif)**Posted:** Thu Mar 0{n}, 2006 3:1{n} pm"
    return f"{dated}  \n---|---  \n**Joined:** Thu Jan 0{n}, 2005  \n**Posts:** 12{n}  \n{said}  \n---  \n**Top** |  "


def in_columns(n: int, name: str, said: str) -> str:
    return (
        f"{name}          Posted: Thu Mar 0{n}, 2006 3:1{n} pm Post subject: First pressing{WIDE}\n"
        f"Vinyl Addict{WIDE}\n             {said}\n\nJoined: 0{n} Jan 2005{WIDE}\nPosts: 12{n}{WIDE}\nBack to top{WIDE}"
    )


def under_subjects(n: int, name: str, said: str) -> str:
    return (
        f"                    Post subject: Re: Presses{WIDE}\n     {name}       [Post]Posted: Thu Mar 0{n}, 2006 3:1{n} pm\n"
        f"Joined: 0{n} Jan 2005    {said}\nPosts: 12{n}{WIDE}\nTop{WIDE}"
    )


@pytest.mark.parametrize("layout", [in_lines, in_labels, in_pipes, in_columns, under_subjects])
def test_posts(layout: type) -> None:
    head = [
        "Presses :: Records",
        "It is currently Sat Mar 11, 2006 6:11 am",
        "Page 1 of 1 [ 6 posts ]",
        "",
        "Author",
        "Message",
    ]
    text = "\n".join([*head, *(layout(*post) for post in POSTS), "Page 1 of 1", "Powered by a board"])
    thread = thread_of(text)
    assert thread is not None
    assert thread.is_sure
    assert 7 <= thread.span.start_line <= 8
    assert [comment.author for comment in thread.comments] == list(NAMES)


@pytest.mark.parametrize("word", ["Author | Message", "Autor   Nachricht", "Auteur| Message"])
def test_the_heads_of_the_columns_are_the_heading(word: str) -> None:
    text = "\n".join(["Presses", "Records from May 3, 2006", word, *(in_lines(*post) for post in POSTS)])
    thread = thread_of(text)
    assert thread is not None
    assert thread.span.start_line == 4


def test_a_table_of_changes_is_no_sure_thread() -> None:
    rows = [f"| {name} | {said} | 2006-03-0{n} |" for n, name, said in POSTS]
    thread = thread_of("\n".join(["# Changes", "", "| Author | Message | Date |", "|---|---|---|", *rows]))
    assert thread is None or not thread.is_sure


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Tove | Posted: May 3, 2006 3:12 pm", ("Tove", "May 3, 2006 3:12 pm")),
        ("Tove     Verfasst: 03.05.2006, 15:12     Titel: Pressung", ("Tove", "03.05.2006, 15:12")),
        ("Subject: PressesPosted: May 3, 2006 3:12 pm", ("", "May 3, 2006 3:12 pm")),
        ("[Post]Posted: May 3, 2006 3:12 pm", ("", "May 3, 2006 3:12 pm")),
        ("The notice was Posted: nobody read it", None),
        ("It was posted on the door by Tove", None),
    ],
)
def test_dates_in_cells(line: str, found: tuple[str, str] | None) -> None:
    assert posted_in(line) == found
