"""Comments whose header was lost are counted by the numbers of the others."""

from pathlib import Path

from checkfirst import check_documents
from checkfirst.model.location import Place
from checkfirst.model.threads import Thread

EXAMPLE = Path(__file__).parents[3] / "examples" / "wrong-file" / "scheduling-service.txt"
ARTICLE = "\n".join(
    f"Der {word} des Hafens war an jenem Morgen so laut, dass ich kaum noch hörte, was mein Nachbar mir erzählte."
    for word in ("Kran", "Wind", "Lärm", "Regen", "Verkehr", "Markt", "Hund")
)


def thread_of(text: str) -> Thread[Place] | None:
    return check_documents([("page.txt", text)]).documents[0].thread


def test_the_comments_of_the_example_are_all_counted() -> None:
    thread = thread_of(EXAMPLE.read_text("utf-8"))
    assert thread
    assert [comment.number for comment in thread.comments] == list(range(1, 15))
    starts = {comment.number: comment.span.start_line for comment in thread.comments}
    assert (starts[3], starts[5], starts[8], starts[11]) == (27, 33, 40, 48)
    assert [c.number for c in thread.comments if c.author is None] == [3, 5, 8, 11]


def test_a_date_alone_is_the_comment_that_the_numbers_miss() -> None:
    page = (
        f"Ein Morgen am Hafen\n{ARTICLE}\n5 Kommentare\n"
        "1. Anke sagt:\n3. Mai 2021 um 09:12 Uhr\nGenau so war es bei uns auch.\n"
        "2. Jost sagt:\n3. Mai 2021 um 10:40 Uhr\nDer Hund gehört mir, er bellt nur freitags.\n"
        "3. Mai 2021 um 11:05 Uhr\nDas stimmt nicht, er bellt immer.\n"
        "4. Wiebke sagt:\n3. Mai 2021 um 12:31 Uhr\nRuhe jetzt, alle beide.\n"
        "5. Anke sagt:\n4. Mai 2021 um 08:00 Uhr\nIch ziehe um.\n"
    )
    thread = thread_of(page)
    assert thread
    assert len(thread.comments) == 5
    assert thread.comments[2].author is None


def test_a_date_inside_a_comment_is_no_comment_where_no_number_is_missing() -> None:
    page = (
        f"Ein Morgen am Hafen\n{ARTICLE}\n3 Kommentare\n"
        "1. Anke sagt:\n3. Mai 2021 um 09:12 Uhr\nGenau so war es bei uns auch.\n"
        "2. Jost sagt:\n3. Mai 2021 um 10:40 Uhr\nDas Protokoll sagt:\n3. Mai 2021 um 11:05 Uhr\nDa war er still.\n"
        "3. Wiebke sagt:\n3. Mai 2021 um 12:31 Uhr\nRuhe jetzt, alle beide.\n"
    )
    thread = thread_of(page)
    assert thread
    assert [comment.author for comment in thread.comments] == ["Anke", "Jost", "Wiebke"]
