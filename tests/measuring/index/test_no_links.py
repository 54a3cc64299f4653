"""What looks like a link and is none: controls of scripts, generated lists, addresses written wrong; and bases."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

CONFIG = Config(select=("IDX002", "IDX006", "IDX007"))
TEXT = "<p>The weir has three gates, and each of them is opened by hand in a flood.</p>"


def found(documents: dict[str, str]) -> list[tuple[str, str, str]]:
    report = check_documents(list(documents.items()), config=CONFIG)
    return [(f.code, f.severity.value, f.message) for f in report.findings]


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Weir</title>{head}</head><body>{TEXT}{body}</body></html>"


@pytest.mark.parametrize("base", ["https://example.org/weir/", "//cdn.example.org/", "/app/", "{{ root }}/"])
def test_links_of_a_page_with_another_base_lead_elsewhere(base: str) -> None:
    links = '<a href="gates.html">a</a> <a href="#keys">b</a> <img src="map.png">'
    assert found({"a.html": page(links, f'<base href="{base}">')}) == []


def test_a_relative_base_is_where_links_begin() -> None:
    links = '<a href="gates.html">a</a> <a href="none.html">b</a>'
    pages = {"weir/a.html": page(links, '<base href="../">'), "gates.html": page("")}
    assert found(pages) == [("IDX006", "warning", "links to ../none.html, which is not there")]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#menu" onclick="toggle()">x</a>',
        '<a href="#menu" data-bs-toggle="collapse">x</a>',
        '<a href="#menu" role="tab">x</a>',
        '<a href="run" onclick="start(); return false">x</a>',
    ],
)
def test_controls_of_scripts_are_no_links(link: str) -> None:
    assert found({"a.html": page(link)}) == []


def test_a_link_that_a_script_only_counts_is_a_link() -> None:
    assert found({"a.html": page('<a href="none.html" onclick="count()">x</a>')})[0][0] == "IDX006"


MARKS = ["ALL-CONTRIBUTORS-LIST:{}", "readme: contributors -{}", "SPONSORS:{}"]


@pytest.mark.parametrize("mark", MARKS)
def test_generated_lists_of_people_are_no_entries(mark: str) -> None:
    rows = "| [📖](doc/a.md) [🖋](#content-ada) | [x](b.md) | [y](c.md) |\n|--|--|--|\n| ![z](z.png) | [v](d.md) | w |\n"
    block = f"<!-- {mark.format('START')} -->\n{rows}<!-- {mark.format('END')} -->\n"
    assert found({"README.md": f"# Weir\n\nText.\n\n{block}"}) == []
    assert len(found({"README.md": f"# Weir\n\nText.\n\n{rows}"})) > 2


@pytest.mark.parametrize(
    ("link", "advice"),
    [
        ("[x](www.example.org/a)", "[x](https://www.example.org/a)"),
        ("[x](htps://example.org)", ""),
        ("[le plan](http:/example.org/a)", ""),
        ("[x](https//example.org/a)", "[x](https://example.org/a)"),
        ("[x]([https://example.org](https://example.org))", ""),
        ('[x]("https://example.org/a")', ""),
    ],
)
def test_an_address_written_wrong_is_no_missing_file(link: str, advice: str) -> None:
    told = found({"a.md": f"# A\n\nSee {link}.\n"})
    assert [(severity, message.partition("; write ")[2]) for _, severity, message in told] == (
        [("note", advice)] if advice else []
    )


@pytest.mark.parametrize("link", ["id-1.-open-the-gate", "what-and-why", "2.-none"])
def test_gitbook_names_of_headings(link: str) -> None:
    pages = {
        "SUMMARY.md": f"# Weir\n\n* [a](gates.md#{link})\n",
        "gates.md": "# Gates\n\n## 1. Open the gate\n\n## What & why\n",
    }
    assert [code for code, *_ in found(pages)] == (["IDX007"] if "none" in link else [])


@pytest.mark.parametrize(
    "target",
    [
        "mara@weir.pl",
        "mara.k@weir.co.rs?subject=Keys",
        "git@host.org:weir/plans.git",
        "a@weir.de,b@weir.de",
        "m@weir.md/",
        "root@schleuse",
    ],
)
def test_a_user_at_a_host_is_no_file(target: str) -> None:
    assert found({"a.md": f"# A\n\nAsk [Mara]({target}).\n"}) == []


@pytest.mark.parametrize("target", ["gate@2x.png", "plan@home.docx", "parts/mara@weir.md"])
def test_the_name_of_a_file_may_have_the_sign_of_an_address(target: str) -> None:
    assert len(found({"a.md": f"# A\n\nSee [it]({target}).\n"})) == 1


@pytest.mark.parametrize(
    "targets",
    [
        ("broken-reference", "broken-reference/", "broken-reference#a"),
        ("/broken/pages/Zk3vQ81Lr0xPq", "/broken/pages/-MXa", "/broken/pages/b7#keys"),
        ("broken-reference", "/broken/pages/Zk3vQ81Lr0xPq"),
        ("/broken/spaces/aX1/pages/9s", "/broken/spaces/aX1/pages/7k"),
    ],
)
def test_marks_of_gitbook_for_lost_pages_are_told_once(targets: tuple[str, ...]) -> None:
    text = "\n\n".join(f"Read [teil {n}]({target}) first." for n, target in enumerate(targets))
    told = found({"a.md": f"# A\n\n{text}\n"})
    assert [(code, severity) for code, severity, _ in told] == [("IDX006", "warning")]
    assert f"{len(targets)} times" in told[0][2]


def test_marks_of_gitbook_are_told_in_each_of_many_documents() -> None:
    page = "# {0}\n\nRead [it](broken-reference) before part {0}.\n"
    assert len(found({f"a{n}.md": page.format(n) for n in range(9)})) == 9


def test_a_mark_of_gitbook_in_a_table_of_contents_is_a_broken_link() -> None:
    text = "# Table of contents\n\n* [A](a.md)\n* [Keys](broken-reference)\n* [Gates](/broken/pages/Xy34)\n"
    told = found({"SUMMARY.md": text, "a.md": "# A\n\nText.\n"})
    assert [(code, severity) for code, severity, _ in told] == [("IDX006", "warning")]


@pytest.mark.parametrize("target", ["broken/pages/a.md", "broken-reference.md"])
def test_other_names_are_no_marks(target: str) -> None:
    assert (
        found({"broken/pages/a.md": "# A\n", "broken-reference.md": "# B\n", "c.md": f"# C\n\n[x]({target})\n"}) == []
    )


@pytest.mark.parametrize(
    "path",
    [
        "_layouts/base.html",
        "docs/_includes/nav.md",
        "layouts/partials/menu.html",
        "theme/head.html",
        "app/templates/base.html",
        "src/_partials/a.mdx",
    ],
)
def test_links_of_templates_are_relative_to_other_pages(path: str) -> None:
    text = '<p><a href="index">Home</a> <a href="../keys.html">Keys</a> <a href="#lock">Lock</a></p>\n'
    assert found({path: text, "README.md": "# A\n"}) == []


@pytest.mark.parametrize("path", ["theme/colours.md", "docs/layouts/README.md", "pages/theme.html"])
def test_pages_beside_templates_have_links_of_their_own(path: str) -> None:
    text = '<p>Text.</p>\n\n<p><a href="none.html">Home</a></p>\n'
    assert len(found({path: text, "README.md": "# A\n"})) == 1
