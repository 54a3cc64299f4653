"""Lists that look like comment threads: appointments with their periods, and threads that a text shows as code."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from tests.texts import OPINION

CONFIG = Config(select=("WEB002",))
THREAD = "\n\n".join(
    f"{name} says:\n\n{month} {day}, 2023 at {day}:15 pm\n\n{said}\n\nReply"
    for name, month, day, said in (
        ("Ottilie", "March", 3, "I could not agree more, and my neighbours say the same of it."),
        ("gatekeeper", "March", 4, "Nonsense. Have you ever stood there at night and waited for the bell?"),
        ("Rufus B.", "March", 6, "Thanks for writing this, I had been wondering about it for a while."),
        ("Ottilie", "March", 7, "You should come and see it for yourself, then, before you say so."),
    )
)


def comments(name: str, text: str) -> int:
    return len(check_documents({name: text}.items(), config=CONFIG).findings)


def test_a_thread_below_an_article_is_reported() -> None:
    assert comments("column.md", f"{OPINION}\n\n4 thoughts on this column\n\n{THREAD}\n") == 1


@pytest.mark.parametrize("fence", ["```text", "~~~"])
def test_a_thread_that_is_shown_in_a_code_block_is_none(fence: str) -> None:
    text = f"# Threads\n\nSuch a thread is cut off:\n\n{fence}\n4 thoughts on this column\n\n{THREAD}\n{fence[:3]}\n"
    assert comments("threads.md", text) == 0


@pytest.mark.parametrize(
    "dates",
    [
        "Sommerfest: 22.07. - 24.07.2023\n\n-   Zelt?\n-   Musik?\n\nMesse: 01.09.2023 – 05.09.2023\n\n-   Stand\n\nLager: 27.12.-30.12.2023",
        "Fair: 2023-07-22 to 2023-07-24\n\n- tent?\n\nCamp: 2023-09-01 to 2023-09-05\n\n- stove\n\nWinter: 2023-12-27 to 2023-12-30",
        "Fête : 22.07.2023 au 24.07.2023\n\n- tente ?\n\nSalon : 01.09.2023 au 05.09.2023\n\n- stand\n\nCamp : 27.12.2023 au 30.12.2023",
    ],
    ids=["German", "English", "French"],
)
def test_appointments_are_no_comments(dates: str) -> None:
    assert (
        comments("minutes.md", f"# Minutes\n\nPresent: six of us.\n\n## Dates\n\n{dates}\n\n## Next\n\nIn May.\n") == 0
    )


@pytest.mark.parametrize(
    "opener", ["{n}. {name} - {n} August, 2011", "{n}) {name} – {n}. August 2011", "#{n}. {name} - {n} Aug 2011"]
)
def test_the_number_of_a_comment_begins_no_period(opener: str) -> None:
    names = ("Ottilie", "Rufus", "Bea", "Ottilie", "Sven", "Rufus")
    said = [line.split(":15 pm\n\n")[1].split("\n")[0] for line in THREAD.split(" says:")[1:]]
    lines = [f"{opener.format(n=n, name=name)}\n\n{said[n % 4]}\n\nReply" for n, name in enumerate(names, 1)]
    assert comments("column.md", f"{OPINION}\n\n6 thoughts on this column\n\n" + "\n\n".join(lines)) == 1
