"""Names are looked up in time in proportion to their number, where a page has thousands and thousands are looked up."""

import time

import pytest

from checkfirst import check_documents
from checkfirst.measuring.content.open_sentences import open_sentences
from checkfirst.measuring.index import fragments
from checkfirst.measuring.index.asciidoc_headings import Headings
from checkfirst.measuring.index.demonstrations import is_demonstrated
from checkfirst.measuring.index.transliterations import Transliterations
from checkfirst.model.document import Anchor
from checkfirst.model.location import text_span

_MANY = 20_000


@pytest.mark.parametrize("heading", ["Мост {n}", "Γέφυρα {n}", "Ъъъ мост {n}"])
def test_transliterations(heading: str) -> None:
    known, headings = Transliterations(), [heading.format(n=n) for n in range(_MANY)]
    start = time.process_time()
    for n in range(_MANY):
        known.of(f"most-x{n}", "a.md", headings)
    assert time.process_time() - start < 15


def test_a_name_that_can_not_be_compared_any_more_may_be_there() -> None:
    known, headings = Transliterations(), ["Мост " * 20] * _MANY
    assert not known.of("mara", "a.md", headings)
    assert known.of("most", "a.md", headings)
    assert Transliterations().of("vvedenie-1", "a.md", ["Мост", "Введение"])
    assert not Transliterations().of("pristan", "a.md", ["Мост", "Введение"])


@pytest.mark.parametrize("heading", ["Place {n}", "Place {n} ^a^"])
def test_headings_of_asciidoc(heading: str) -> None:
    headings = Headings(Anchor(text=heading.format(n=n), span=text_span(n + 1)) for n in range(_MANY))
    start = time.process_time()
    assert not any(headings.may_have(f"none-{n}") for n in range(_MANY // 10))
    assert time.process_time() - start < 10
    assert headings.may_have("place-7")


def test_anchors_of_a_page() -> None:
    text = "".join(f"<h2 id=a{n}>Place</h2><a href='#b{n}'>x</a>\n" for n in range(_MANY))
    start = time.process_time()
    check_documents([("a.html", text)])
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "[x]({deep}b.md)\n"),
        ("a.md", "[x](/{deep}b.png)\n"),
        ("a.md", "[x]({percent}b.md)\n"),
        ("INDEX.md", "# Parts\n\n- [x]({deep}b.md): y\n"),
        ("index.rst", "Parts\n=====\n\n.. toctree::\n\n   {deep}b\n"),
        ("a.html", "<a href='{deep}b.html'>x</a>\n"),
    ],
)
def test_a_target_below_folders_without_end(path: str, text: str) -> None:
    start = time.process_time()
    report = check_documents([(path, text.format(deep="a/" * 200_000, percent="a%2F" * 100_000))])
    assert not report.failures
    assert time.process_time() - start < 15


@pytest.mark.parametrize("target", ["docs/part.md", "a/" * 60 + "part.md", "x" * 3_000 + ".md"])
def test_a_target_that_a_set_could_have_is_looked_for(target: str) -> None:
    report = check_documents([("a.md", f"# Parts\n\nSee [the part]({target}) of it.\n")])
    assert "IDX006" in {finding.code for finding in report.findings}


@pytest.mark.parametrize(
    "page",
    [
        "# Part\n\n<!-- include: {next}.md -->\n\n## Place {n}\n\n[x]({next}.md#none)\n",
        '# Part\n\n--8<-- "{next}.md"\n\n## Place {n}\n\n[x]({next}.md#none)\n',
        "# Part\n\n{{{{#include {next}.md}}}}\n\n## Place {n}\n\n[x]({next}.md#none)\n",
    ],
)
def test_pages_that_all_include_one_another(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{first}{second}ock" for first in "bcdfl" for second in "lrnh"]
    records = [(f"{name}.md", page.format(n=name, next=names[n - 1])) for n, name in enumerate(names)]
    whole = check_documents(records)
    assert not whole.failures
    assert sum(finding.code == "IDX007" for finding in whole.findings) == len(records)
    monkeypatch.setattr(fragments, "_MOST_INCLUDED", 100)
    part = check_documents(records)
    assert [failure.reason for failure in part.failures] == [fragments._TOO_MANY_INCLUDED]
    # What is not looked through may be there.
    assert sum(finding.code == "IDX007" for finding in part.findings) < len(records)


@pytest.mark.parametrize("line", ["[the name {n}]", "[^{n}]", "<the keeper {n}>"])
def test_lines_that_are_slots(line: str) -> None:
    texts = [line.format(n=n) for n in range(2 * _MANY)]
    start = time.process_time()
    open_sentences(texts, range(len(texts)), list(range(0, len(texts), 2)), {})
    assert time.process_time() - start < 5


@pytest.mark.parametrize("link", ["[[part {n}]] ", "[x](part-{n}.md) ", "<a href='part-{n}.md'>x</a> "])
def test_links_on_one_line(link: str) -> None:
    line = "".join(link.format(n=n) for n in range(_MANY))
    start = time.process_time()
    assert not any(is_demonstrated(f"none-{n}", [line], 0) for n in range(_MANY))
    assert time.process_time() - start < 5
