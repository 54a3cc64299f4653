"""Quotes on the page: found at their own lines, marked as they were quoted, and cut with a sign."""

import pytest

from checkfirst.model.document import Role
from checkfirst.model.finding import Evidence
from checkfirst.model.location import Place, SourceLine
from checkfirst.model.report import ShownLine
from checkfirst.reporting.html.excerpts import excerpts
from checkfirst.reporting.html.layout import Layout, Text
from checkfirst.reporting.html.lines import line_html


def place(line: int, last: int | None = None, page: int | None = None) -> Place:
    return Place(start_line=SourceLine(line), end_line=SourceLine(last or line), page=page)


def shown(*lines: tuple[int, str], page: int | None = None) -> Text:
    return Text(tuple(ShownLine(place=place(n, page=page), role=Role.PROSE, text=text) for n, text in lines))


def evidence(line: int, quote: str, path: str = "a.md", page: int | None = None) -> Evidence:
    return Evidence(path=path, place=place(line, page=page), quote=quote)


@pytest.mark.parametrize(
    ("line", "quote", "index"),
    [
        (1, "The ferry leaves at nine.", 1),
        (1, "Timetable", 0),
        (1, "ferry leaves at…", 1),
        (2, "Die Fähre fährt um neun.", 2),
        (2, "Another text altogether", None),
        (9, "Timetable", None),
    ],
)
def test_a_quote_is_found_by_its_place_and_its_words(line: int, quote: str, index: int | None) -> None:
    """Several lines of a text may begin on one line of the file."""
    text = shown((1, "Timetable"), (1, "The ferry  leaves\tat nine."), (2, "Die Fähre\u00a0fährt um neun."))
    assert text.find(evidence(line, quote)) == index


def test_a_quote_is_on_its_own_page() -> None:
    text = Text((*shown((1, "Harbour"), page=1).lines, *shown((1, "Harbour"), page=2).lines))
    assert text.find(evidence(1, "Harbour", page=2)) == 1
    assert text.find(evidence(1, "Harbour", page=3)) is None


def test_a_paragraph_over_several_lines_of_the_file_has_the_quotes_of_each() -> None:
    text = Text((ShownLine(place=place(4, 6), role=Role.PROSE, text="Tides turn twice a day."),))
    assert text.find(evidence(5, "twice a day")) == 0
    assert text.find(evidence(7, "twice a day")) is None


@pytest.mark.parametrize(
    ("text", "quote", "marked"),
    [
        ("| Run | [it](a.md) |", "[it](a.md)", "| Run | <mark>[it](a.md)</mark> |"),
        ("    return x < 1", "return x < 1", "    <mark>return x &lt; 1</mark>"),
        ("two  blanks here", "two blanks here", "<mark>two  blanks here</mark>"),
        ("a long line that goes on", "a long line…", "<mark>a long line that goes on</mark>"),
        ("no\u00a0break <b>", "no break <b>", "<mark>no break &lt;b&gt;</mark>"),
        ("hidden \u202e word", "hidden \\u202e word", "<mark>hidden \\u202e word</mark>"),
    ],
)
def test_what_is_quoted_is_marked(text: str, quote: str, marked: str) -> None:
    line = shown((3, text)).lines[0]
    assert line_html(line, [quote]) == f"<p><i>3</i><span>{marked}</span></p>\n"


@pytest.mark.parametrize("text", ["word " * 48, "x" * 240, "длинное слово " * 17 + "конец"])
def test_a_line_that_is_cut_says_so_and_ends_with_a_whole_word(text: str) -> None:
    html = line_html(shown((1, text[:240])).lines[0])
    assert 'title="the line goes on">…</b>' in html
    words = html.split("<span>")[1].split("<b")[0].split()
    assert words[-1] in text.split()[:-1] or " " not in text


def test_a_line_that_is_not_cut_has_no_sign() -> None:
    assert "…" not in line_html(shown((1, "word " * 47)).lines[0])


def test_a_quote_past_the_cut_is_shown_behind_it() -> None:
    text = shown((1, "word " * 48))
    quote = evidence(1, "far behind <i>")
    assert text.find(quote) == 0
    html = line_html(text.lines[0], [quote.quote])
    assert html.endswith('<mark>far behind &lt;i&gt;</mark><b class="cut" title="the line goes on">…</b></span></p>\n')


def layout(**texts: Text) -> Layout:
    return Layout(texts={f"{name}.md": text for name, text in texts.items()}, anchors={"b.md": 7}, rooms={}, most=3)


def test_a_quote_stands_among_two_lines_above_and_below() -> None:
    text = shown(*((n, f"line {n}") for n in range(1, 31)))
    html = "".join(excerpts(layout(a=text), "a.md", [evidence(10, "line 10"), evidence(25, "line 25")]))
    assert [n for n in range(1, 31) if f"<i>{n}</i>" in html] == [8, 9, 10, 11, 12, 23, 24, 25, 26, 27]
    assert html.count("<mark>") == 2
    assert html.count('class="gap"') == 1
    assert "<figcaption>lines 10, 25</figcaption>" in html


def test_a_quote_of_another_document_leads_to_it() -> None:
    html = "".join(
        excerpts(layout(b=shown((1, "# Index"), (2, "- [A](a.md)"))), "a.md", [evidence(2, "- [A](a.md)", "b.md")])
    )
    assert '<figcaption><a href="#d7">b.md</a>, line 2</figcaption>' in html
    assert "# Index" in html


def test_a_quote_without_its_text_stands_alone() -> None:
    html = "".join(excerpts(layout(), "a.md", [evidence(2, "<b>told</b>"), evidence(3, "----")]))
    assert "<p><i>2</i><span><mark>&lt;b&gt;told&lt;/b&gt;</mark></span></p>" in html
    assert "----" not in html
