"""Indexes of several sorts, resolved against what is there."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.measuring.index.entries import raw_entries
from checkfirst.model.report import Report
from checkfirst.reading.read import read

NOTE = "# Note {n}\n\nThe importer reads at most {n}0,000 rows. A longer file is refused with `too-many-rows`.\n"


def check(files: dict[str, str]) -> Report:
    return check_documents(files.items())


def missing(files: dict[str, str]) -> list[tuple[str, str, int]]:
    report = check(files)
    return [
        (f.path, f.message.removeprefix("lists ").partition(",")[0], f.place.start_line if f.place else 0)
        for f in report.findings
        if f.code == "IDX002"
    ]


def note(n: int) -> str:
    return NOTE.format(n=n)


def test_markdown_index() -> None:
    files = {
        "INDEX.md": "# I\n\n- [A](a.md)\n- [B](sub/b.md#top)\n- [C](c%20d.md)\n- [X](gone.md)\n- [web](https://x.org/y.md)\n",
        "a.md": note(1),
        "sub/b.md": note(2),
        "c d.md": note(3),
    }
    assert missing(files) == [("INDEX.md", "gone.md", 6)]


def test_mkdocs_nav() -> None:
    files = {
        "mkdocs.yml": "site_name: X\nnav:\n  - Home: index.md\n  - Guide:\n    - 'Set up': guide/setup.md\n    - gone.md\n"
        "  - Web: https://example.org/a.md\n  - Old: old/*.md\nplugins:\n  - search: no.md\n",
        "docs/index.md": note(1),
        "docs/guide/setup.md": note(2),
    }
    assert missing(files) == [("mkdocs.yml", "gone.md", 6)]


def test_toctree() -> None:
    files = {
        "index.rst": "Title\n=====\n\n.. toctree::\n   :maxdepth: 2\n\n   intro\n   Guide <guide/index>\n   gone\n   genindex\n",
        "intro.rst": "Intro\n=====\n\nThe importer reads rows.\n",
        "guide/index.rst": "Guide\n=====\n\nHow to import rows.\n",
    }
    assert missing(files) == [("index.rst", "gone", 9)]


@pytest.mark.parametrize("name", ["SUMMARY.md", "llms.txt", "_sidebar.md"])
def test_other_indexes_by_name(name: str) -> None:
    entries = "a.md: the first\ngone.md: the second\n" if name.endswith(".txt") else "- [A](a.md)\n- [G](gone.md)\n"
    assert [m[1] for m in missing({name: entries, "a.md": note(1)})] == ["gone.md"]


def test_a_readme_without_documents_is_no_index() -> None:
    report = check({"README.md": "# X\n\nSee [the licence](LICENSE) and [a](a.md).\n", "a.md": note(1)})
    assert "IDX001" in {f.code for f in report.findings}


def test_only_the_principal_index_makes_firm_promises() -> None:
    report = check(
        {
            "SUMMARY.md": "- [A](a.md)\n- [Sub](sub/index.md)\n- [G](gone.md)\n",
            "a.md": note(1),
            "sub/index.md": "- [x](x.md)\n- [y](y.md)\n",
        }
    )
    severities = {(f.path, f.severity.value) for f in report.findings if f.code == "IDX002"}
    assert severities == {("SUMMARY.md", "error"), ("sub/index.md", "warning")}


def test_targets_that_leave_the_set_or_repeat_it() -> None:
    entries = (
        "- [up](../other.md)\n- [self](INDEX.md)\n- [win](sub\\a.md)\n- [abs](/sub/a.md)\n- [dots](./sub/../sub/a.md)\n"
    )
    assert missing({"INDEX.md": entries, "sub/a.md": note(1)}) == []


def test_did_you_mean() -> None:
    report = check(
        {"INDEX.md": "- [A](wire-fromat.md)\n- [B](b.md)\n", "specs/wire-format.md": note(1), "b.md": note(2)}
    )
    finding = next(f for f in report.findings if f.code == "IDX002")
    assert finding.message.endswith("did you mean specs/wire-format.md?")


def test_unlisted() -> None:
    report = check({"INDEX.md": "- [A](a.md)\n", "a.md": note(1), "b.md": note(2), "data.json": "{}"})
    assert [f.path for f in report.findings if f.code == "IDX003"] == ["b.md"]


def test_toctrees_of_pages_that_are_no_index_list_documents() -> None:
    page = "{n}\n=====\n\nThe importer reads rows.\n"
    report = check(
        {
            "index.rst": "Title\n=====\n\n.. toctree::\n\n   deck\n",
            "deck.rst": "Deck\n====\n\n.. toctree::\n   :maxdepth: 1\n\n   Sails <parts/sails>\n   /parts/ropes\n   myst\n"
            "\n.. note::\n\n   .. toctree::\n      :glob:\n\n      old/*\n\nText about hulls.\n",
            "myst.md": "# Myst\n\n```{toctree}\n:hidden:\nkeel\n```\n\nThe hull is made of oak.\n",
            "keel.md": "# Keel\n\nThe importer reads rows.\n",
            "hulls.rst": page.format(n="Hulls"),
            "parts/sails.rst": page.format(n="Sails"),
            "parts/ropes.rst": page.format(n="Ropes"),
            "old/oars.rst": page.format(n="Oars."),
            "requirements.txt": "sphinx\nmyst-parser\n",
            "doc-requirements.txt": "sphinx\n",
            "demands.txt": "The hull must be painted.\n",
        }
    )
    assert [f.path for f in report.findings if f.code == "IDX003"] == ["demands.txt", "hulls.rst"]


def test_llms_txt_with_descriptions() -> None:
    text = "# Ledger\n\n> How it is kept.\n\n## Docs\n\n- [Storage](storage.md): what is stored\n- [Site](https://example.com)\n"
    found = raw_entries(read("llms.txt", text.encode()))
    assert found is not None
    assert [(e.quote.span.start_line, e.title, e.target, e.description) for e in found] == [
        (7, "Storage", "storage.md", "what is stored")
    ]


def test_descriptions_beside_links() -> None:
    text = (
        "# Docs\n\n- **[Storage](storage.md)** – what is *stored*, see [terms](terms.md)\n\n"
        "| file | about |\n|---|---|\n| [Clock](clock.md) | who tells the time |\n| of the clock | [Reader](reader.md) |\n"
    )
    found = raw_entries(read("INDEX.md", text.encode()))
    assert found is not None
    assert [(e.title, e.description) for e in found] == [
        ("Storage", "what is stored , see terms"),
        ("terms", ""),
        ("Clock", "who tells the time"),
        ("Reader", "of the clock"),
    ]


@pytest.mark.parametrize(
    ("line", "described"),
    [
        ("- [News](news.md), [the yard](yard.md), [lending a hand](hand.md)", ["", "", ""]),
        ("* [Schleuse](schleuse.md) und [Wehr](wehr.md): wer sie öffnet", ["", "wer sie öffnet"]),
        ("1. [Bodega](bodega.md) · [Viña](vina.md) · [Prensa](prensa.md)", ["", "", ""]),
        ("- [Yard](yard.md), for [crews](crews.md)", ["for crews", ""]),
        ("- [Yard](yard.md): [crews](crews.md) and their tools", ["crews and their tools", "and their tools"]),
    ],
)
def test_a_link_right_beside_another_is_no_description(line: str, described: list[str]) -> None:
    found = raw_entries(read("INDEX.md", f"# Papers\n\n{line}\n".encode()))
    assert found is not None
    assert [entry.description for entry in found] == described


def test_any_file_can_be_named_as_the_index() -> None:
    documents = {
        "start.md": "# Start\n\n- [Storage](storage.md)\n",
        "clock.md": "# Clock\n\nEvery node reads the time.\n",
    }
    unnamed = check_documents(documents.items(), config=Config(select=("IDX001", "IDX002")))
    assert [f.code for f in unnamed.findings] == ["IDX001"]
    named = check_documents(documents.items(), config=Config(select=("IDX001", "IDX002"), index=("start.md",)))
    assert [(f.code, f.path) for f in named.findings] == [("IDX002", "start.md")]
    with pytest.raises(UsageError, match="index other"):
        check_documents(documents.items(), config=Config(index=("other.md",)))


@pytest.mark.parametrize(
    "index",
    [
        "- [Self](INDEX.md)\n- [Up](../../../etc/passwd)\n- [Win](..\\\\clock.md)\n- [Space](a%20b.md)\n- [Percent](100%.md)\n",
        "".join(f"- [Entry {n}](e{n}.md)\n" for n in range(100_000)),
        "- [" * 5_000 + "\n",
    ],
    ids=["odd targets", "100,000 entries", "open brackets"],
)
def test_bad_indexes_are_findings_or_nothing(index: str) -> None:
    report = check_documents({"INDEX.md": index, "clock.md": "# Clock\n\nEvery node reads the time.\n"}.items())
    assert report.failures == ()
