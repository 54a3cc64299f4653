"""What single lines may be in a thread."""

import pytest

from checkfirst.measuring.comments.marks import Part, mark_of


@pytest.mark.parametrize(
    ("line", "part", "name", "number"),
    [
        ("3. Tove Lind says:", Part.NAME_SAYS, "Tove Lind", 3),
        ("Tove Lind schrieb am 9. Juni 2011 um 16:05:", Part.NAME_SAYS_DATE, "Tove Lind", None),
        ("Tove Lind a dit :", Part.NAME_SAYS, "Tove Lind", None),
        ("  * [Tove](https://tove.example/) 09/06/2011", Part.NAME_DATE, "Tove", None),
        ("Posted by: Tove | June 09, 2011 at 04:05 PM", Part.NAME_DATE, "Tove", None),
        ("says:", Part.SAYS, None, None),
        ("June 9, 2011 at 4:05 pm | Reply", Part.DATE, None, None),
        ("https://tove.example/ Tove Lind", Part.LINKED_NAME, "Tove Lind", None),
        ("#17", Part.NUMBER, None, 17),
        ("Reply #17", Part.NUMBER, None, 17),
        ("Antwort #17", Part.NUMBER, None, 17),
        ("Nr. 17", Part.NUMBER, None, 17),
        ("Reply (17)", Part.ACTION, None, None),
        ("17.", Part.NUMBER, None, 17),
        ("@Tove", Part.MENTION, None, None),
        ("• Replies: @Tove, @Runa", Part.ACTION, None, None),
        ("by Tove Lind (20431)", Part.NAME_DATE, "Tove Lind", None),
        ("von tove_l (87712)", Part.NAME_DATE, "tove_l", None),
        ("by Tove <tove@example.org> on June 9, 2011 at 4:05 pm", Part.NAME_DATE, "Tove", None),
        ("by Tove Lind (Berget)", Part.BY_NAME, "Tove Lind (Berget)", None),
        ("Antworten", Part.ACTION, None, None),
        ("Score: 4/1", Part.POINTS, None, None),
        ("12 Kommentare", Part.HEADING, None, 12),
        ("4 thoughts on “Barges”", Part.HEADING, None, 4),
        ("3 respuestas a «Barcazas»", Part.HEADING, None, 3),
        ("Comments", Part.HEADING, None, None),
        ("Deja un comentario", Part.END, None, None),
        ("Recent posts", Part.EDGE, None, None),
        ("June 2011 (14)", Part.LISTING, None, None),
        ("## The locks - 12 Comments", Part.HEADING, None, 12),
        ("### _Schleusen_ — 3 Kommentare", Part.HEADING, None, 3),
        ("# Esclusas | 8 comentarios", Part.HEADING, None, 8),
        ("## Nobody reads the 12 comments", Part.TITLE, "Nobody reads the 12 comments", None),
        ("## Locks", Part.TITLE, "Locks", None),
        ("Nobody has asked what the lock would cost us, and nobody will.", Part.TEXT, None, None),
        ("The mayor wrote on 9 June 2011 that the lock would be closed for a year.", Part.TEXT, None, None),
    ],
)
def test_marks(line: str, part: Part, name: str | None, number: int | None) -> None:
    mark = mark_of(line)
    assert (mark.part, mark.name, mark.number) == (part, name, number)


def test_the_author_of_a_commit_is_no_name_beside_a_date() -> None:
    assert mark_of(" -- Tove Lind <tove@example.org>  Thu, 09 Jun 2011 16:05:00 +0200").part is Part.TEXT
    assert mark_of("Date:   Thu Jun 9 16:05:00 2011 +0200").part is Part.TEXT
