"""Links within a set: what is broken is said with its place, what can't be told is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.index.anchors import anchor_names
from checkfirst.measuring.index.slugs import Dialect
from checkfirst.model.document import Anchor
from checkfirst.model.location import text_span
from tests.reading.binary.rich_files import book

GUIDE = """# Ferry guide

## Getting started

### The `--dry-run` flag & its limits

## Getting started

<a id="quays"></a>
## Quays {#quay-list}

Text.
"""
HOME = """# Home

[start](guide.md#getting-started), [again](guide.md#getting-started-1), [flag](guide.md#the---dry-run-flag--its-limits),
[quays](guide.md#quays), [list](guide.md#quay-list), [folder](parts), [page](parts/#tides), [encoded](a%20b.md),
[top](#top), [here](#home), [mail](mailto:a@example.org), [site](/docs/x), ![map](map.png), [line](guide.md#L10-L20)
"""
SET: dict[str, str | bytes] = {
    "README.md": HOME,
    "guide.md": GUIDE,
    "parts/README.md": "# Parts\n\n## Tides\n\nThe tide table is read once a day.\n",
    "a b.md": "# A and B\n\nTwo things.\n",
    "map.png": b"\x89PNG\r\n\x1a\n",
}


def faults(documents: dict[str, str | bytes]) -> list[tuple[str, str, int, str]]:
    report = check_documents(documents.items(), config=Config(select=("IDX006", "IDX007", "IDX008"), preview=True))
    return [(f.code, f.path, f.place.start_line if f.place else 0, f.message) for f in report.findings]


def test_sound_links_are_left_alone() -> None:
    assert faults(SET) == []


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("[x](gide.md)", ("IDX006", "links to gide.md, which is not there; did you mean guide.md?")),
        ("[x](Guide.md)", ("IDX006", "links to Guide.md, which is not there; did you mean guide.md?")),
        ("![x](pictures/map.png)", ("IDX006", "shows pictures/map.png, which is not there; did you mean map.png?")),
        ("[x](parts/none/index.md)", ("IDX006", "links to parts/none/index.md, which is not there")),
        ("[x][r]\n\n[r]: nowhere.md", ("IDX006", "links to nowhere.md, which is not there")),
        (
            "[x](guide.md#geting-started)",
            ("IDX007", "links to #geting-started, but guide.md has no such place; did you mean getting-started?"),
        ),
        ("[x](#nowhere-at-all)", ("IDX007", "links to #nowhere-at-all, but it has no such place")),
        ("[x](../other/plan.md)", ("IDX008", "links to ../other/plan.md, outside the set")),
    ],
)
def test_broken_links_are_said_with_what_was_meant(link: str, fault: tuple[str, str]) -> None:
    code, message = fault
    found = faults({**SET, "page.md": f"# Page\n\nFor more see {link}\n"})
    assert [(c, p, m) for c, p, _, m in found] == [(code, "page.md", message)]


def test_the_label_of_a_definition_is_no_file() -> None:
    page = "# Page\n\n[the *tide* table](Tides) and [the quays](piers)\n\n[tides]: https://example.org/tides\n"
    assert [m for *_, m in faults({**SET, "page.md": page})] == [
        "links to Tides, which is not there; write [the tide table][Tides]",
        "links to piers, which is not there",
    ]


def test_leftover_definitions_and_code_are_no_links() -> None:
    page = "# Page\n\n```md\n[x](none.md)\n```\n\n`[y](none.md)`\n\n[unused]: none.md\n"
    assert faults({**SET, "page.md": page}) == []


def test_one_finding_for_a_target_that_is_linked_often() -> None:
    page = "# Page\n\n[a](none.md)\n\n[b](none.md)\n\n[c](none.md)\n"
    assert faults({**SET, "page.md": page}) == [
        ("IDX006", "page.md", 3, "links to none.md, which is not there, 3 times"),
    ]


def test_a_document_torn_from_its_tree_is_one_finding() -> None:
    page = "# Page\n\n" + "\n\n".join(f"[{n}](../tree/{n}.md)" for n in range(9)) + "\n"
    assert faults({**SET, "parts/page.md": page}) == [
        (
            "IDX006",
            "parts/page.md",
            3,
            "9 links lead to files that are not there: ../tree/0.md, ../tree/1.md, ../tree/2.md …",
        )
    ]


@pytest.mark.parametrize(
    ("dialect", "names"),
    [
        (Dialect.GITHUB, ["the-état-of-a_b--c", "usage", "usage-1"]),
        (Dialect.MKDOCS, ["the-etat-of-a_b-c", "usage", "usage_1"]),
        (Dialect.MDBOOK, ["the-état-of-a_b--c", "usage", "usage-1"]),
        (Dialect.SPHINX, ["the-etat-of-a-b-c", "usage", "usage-1"]),
    ],
)
def test_headings_get_the_names_of_their_dialect(dialect: Dialect, names: list[str]) -> None:
    headings = [Anchor(text=text, span=text_span(0)) for text in ("The État of a_b & c", "Usage", "Usage")]
    assert list(anchor_names(headings, dialect)) == names


@given(st.lists(st.text(max_size=12), max_size=20), st.sampled_from(list(Dialect)))
def test_every_heading_has_a_name_of_its_own(texts: list[str], dialect: Dialect) -> None:
    assert len(anchor_names([Anchor(text=text, span=text_span(0)) for text in texts], dialect)) == len(texts)


@given(st.lists(st.text(alphabet="ab./#%?:\\ -é\u202e\x00[]", max_size=24), max_size=6))
def test_no_target_is_too_odd(targets: list[str]) -> None:
    page = "# Page\n\n" + "\n\n".join(f"[x](<{target}>)" for target in targets)
    report = check_documents([("page.md", page), ("a/b.md", "# B\n\nText.\n")], config=Config(select=("IDX",)))
    assert not report.failures
    assert all(
        f.place and 1 <= f.place.start_line <= page.count("\n") + 1 for f in report.findings if f.path == "page.md"
    )


def test_many_links_and_many_ways_up_take_no_longer_than_they_must() -> None:
    up = "../" * 2_000
    page = "# Page\n\n" + "\n".join(f"[{n}]({up}x{n}.md) [b{n}](n{n}.md#h{n})" for n in range(3_000)) + "\n"
    found = faults({"page.md": page})
    assert {code for code, *_ in found} == {"IDX006", "IDX008"}
    assert len(found) == 2


@pytest.mark.parametrize("link", ["second.xhtml#tide", "../Text/second.xhtml", "toc.xhtml", "/Text/second.xhtml"])
def test_chapters_of_a_book_do_not_lead_beside_it(link: str) -> None:
    chapter = f"<html><body><h1>Locks</h1><p>The lock opens at high water. <a href='{link}'>More</a></p></body></html>"
    files: list[tuple[str, bytes | str]] = [("book.epub", book([chapter])), ("a.html", chapter)]
    config = Config(select=("IDX006", "IDX007", "IDX008"))
    assert "book.epub" not in {f.path for f in check_documents(files, config=config).findings}


def test_a_page_beside_a_book_is_judged() -> None:
    page = (
        "<html><body><h1>Locks</h1><p>The lock opens at high water. <a href='second.xhtml'>More</a></p></body></html>"
    )
    files: list[tuple[str, bytes | str]] = [("book.epub", book([page])), ("a.html", page)]
    assert [f.path for f in check_documents(files, config=Config(select=("IDX006",))).findings] == ["a.html"]


TABS = "<Tabs>\n{open}\n  ```sh\n  # turn the wheel\n  turn\n\n  turn --back\n  ```\n{close}\n</Tabs>\n"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('  <Fragment slot="npm">', "  </Fragment>"),
        ("<TabItem value='a' label='A'>", "</TabItem>"),
        ("<Steps.One>", "</Steps.One>"),
    ],
)
def test_fences_in_components_hide_no_heading(opening: str, closing: str) -> None:
    tabs = TABS.replace("{open}", opening).replace("{close}", closing)
    text = f"# Wheel\n\n{tabs}\n## Turn it\n\nSee [above](#turn-it) and [this](#turn-the-wheel).\n"
    config = Config(select=("IDX007",))
    told = [f.message for f in check_documents([("a.mdx", text)], config=config).findings]
    assert len(told) == 1
    assert told[0].startswith("links to #turn-the-wheel, but it has no such place")
