"""What an index says of a file against what is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.text.content_words import content_words, forms, plain_title, with_digits
from tests.texts import OPINION, SPECIFICATION

CONFIG = Config(select=("IDX004", "IDX005", "GAP003", "IDX010"))
CLOCK = (
    "# Clock protocol\n\nEvery node reads the time from the clock service once a minute. The service answers with the time"
    " and its error. A node whose clock is more than 200 ms away from the answer stops accepting writes and tells the"
    " operators. It starts again when three answers in a row differ by less than 50 ms from its own time.\n"
)


def said(documents: dict[str, str]) -> list[tuple[str, str, str]]:
    report = check_documents(documents.items(), config=CONFIG)
    return [(f.code, f.path, f.message) for f in report.findings if f.code in CONFIG.select]


@pytest.mark.parametrize(
    "title",
    ["Ledger storage", "Storage of ledgers", "Ledger", "Where entries are stored", "Overview", "The ledger guide"],
)
def test_titles_need_not_match(title: str) -> None:
    assert said({"INDEX.md": f"# Set\n\n- [{title}](ledger.md)\n", "ledger.md": SPECIFICATION}) == []


def test_a_column_listed_as_a_schema() -> None:
    index = "# Set\n\n- [Turbine schema](turbine-schema.md): the tables\n"
    assert said({"INDEX.md": index, "turbine-schema.md": OPINION}) == [
        (
            "IDX004",
            "INDEX.md",
            "lists turbine-schema.md as 'Turbine schema', but it is a news article; nothing in it says: turbine, schema",
        )
    ]


def test_minutes_of_another_day() -> None:
    index = "# Minutes\n\n- [Council 2026-05-04](may.md)\n- [Council 2026-06-01](june.md)\n"
    may = CLOCK.replace("Clock protocol", "Council 2026-05-04")
    june = CLOCK.replace("Clock protocol", "Council 2026-04-06").replace("once a minute", "twice a minute")
    assert ("IDX004", "INDEX.md", "lists june.md as of 2026-06-01, but it says that it is of 2026-04-06") in said(
        {"INDEX.md": index, "may.md": may, "june.md": june}
    )
    assert not [m for _, _, m in said({"INDEX.md": index, "may.md": may, "june.md": june}) if "may.md as of" in m]


def test_two_files_mixed_up() -> None:
    index = "# Set\n\n- [Ledger storage](one.md)\n- [Clock protocol](two.md)\n"
    found = said({"INDEX.md": index, "one.md": CLOCK, "two.md": SPECIFICATION})
    assert [(code, message.rpartition("; ")[2]) for code, _, message in found] == [
        ("IDX005", "two.md looks like it"),
        ("IDX005", "one.md looks like it"),
    ]


@pytest.mark.parametrize(
    ("index", "listed", "target"),
    [
        (
            "index.rst",
            "Set\n===\n\n.. toctree::\n\n   Turbine schema <{}>\n   Minutes 2026-06-01 <minutes>\n",
            "column",
        ),
        (
            "INDEX.md",
            "# Set\n\n- [Turbine schema]({}): the tables\n- [Minutes 2026-06-01](minutes.html)\n",
            "column.html",
        ),
    ],
)
def test_an_entry_is_compared_with_the_source_of_the_page_that_it_names(index: str, listed: str, target: str) -> None:
    file = "column.md"
    minutes = CLOCK.replace("Clock protocol", "Minutes 2026-04-06")
    files = {index: listed.format(target), file: OPINION, "minutes.md": minutes}
    report = check_documents(files.items(), config=Config(select=("IDX004",)))
    assert {f.related[0] for f in report.findings} == {file, "minutes.md"}
    assert {dict(f.data)["target_path"] for f in report.findings} == {file, "minutes.md"}
    assert any(f.message.startswith(f"lists {file} as 'Turbine schema'") for f in report.findings)


def test_the_kind_that_an_entry_gives_is_that_of_the_source_of_its_page() -> None:
    index = "Set\n===\n\n.. toctree::\n\n   API specification <guide>\n"
    report = check_documents({"index.rst": index, "guide.md": OPINION}.items(), config=Config(select=("KND001",)))
    assert [(f.path, f.related) for f in report.findings] == [("guide.md", ("index.rst",))]


def test_a_document_that_others_refer_to_and_nobody_has() -> None:
    sends = {
        "a.md": f"{CLOCK}\nThe milestones are listed in PLAN.md.\n",
        "b.md": "# Limits\n\nSee `docs/PLAN.md` first.\n",
    }
    assert [(code, path) for code, path, _ in said(sends)] == [("GAP003", "a.md")]
    assert said({**sends, "PLAN.md": "# Plan\n\nFirst the clock.\n"}) == []


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Status: Superseded by ADR 9", False),
        ("Superseded-By: 0009", False),
        ("> This document has been replaced by the new protocol.", False),
        ("Status: accepted", True),
        ("Superseded by: none", True),
        ("Status: <draft | superseded>", True),
        ("A message is replaced by the next one that bears its number.", True),
    ],
)
def test_what_a_document_says_of_its_own_standing(line: str, *, holds: bool) -> None:
    assert [code for code, *_ in said({"clock.md": CLOCK.replace("\n\n", f"\n\n{line}\n\n", 1)})] == (
        [] if holds else ["IDX010"]
    )


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12))
def test_a_word_is_one_of_its_forms(word: str) -> None:
    assert word in forms(word)


def test_content_words() -> None:
    assert content_words("The Ledger guide, 2nd part: how entries are STORED (v2)") == [
        "ledger",
        "0nd",
        "entries",
        "stored",
    ]


def test_an_abbreviated_title_is_the_same_title() -> None:
    faq = "# Frequently asked questions\n\n" + CLOCK.partition("\n\n")[2] * 2
    index = "# Set\n\n- [FAQ](faq.md)\n- [Ledger storage](ledger.md)\n"
    assert said({"INDEX.md": index, "faq.md": faq, "ledger.md": SPECIFICATION}) == []


STORES = (
    "# Stores of the yard\n\nEvery crate in the store has a label with its weight and the date on which it came in. The keeper"
    " counts the crates on Friday and writes the sum into the book. A crate without a label is opened and weighed again.\n"
    "Crates that stand longer than a year are offered to the members, and what nobody takes is sold at the gate.\n"
)


@pytest.mark.parametrize(
    "entries",
    [
        "| ledger | [English](ledger.md), [Nederlands](nl/ledger.md) |\n| clock | [English](clock.md) |",
        "| 4 March | [minutes](ledger.md) |\n| 11 March | [minutes](clock.md) |\n| 18 March | [minutes](stores.md) |",
        "- [4](ledger.md) see also [7](clock.md), which is better explained",
        "- [PDF](ledger.md) [slides](clock.md) [recording](stores.md)",
        "- [here](ledger.md), [download](clock.md) and [source](stores.md)",
    ],
    ids=["languages", "records", "numbers", "formats", "verbs"],
)
def test_link_texts_that_name_no_subject_promise_nothing(entries: str) -> None:
    files = {"ledger.md": SPECIFICATION, "clock.md": CLOCK, "stores.md": STORES, "nl/ledger.md": STORES}
    assert said({"INDEX.md": f"# The yard\n\n{entries}\n", **files}) == []


def test_a_file_with_a_fitting_entry_of_its_own_is_not_the_one_that_was_meant() -> None:
    index = "# Set\n\n- [Clock protocol](clock.md)\n- [Clock service of the nodes](stores.md)\n"
    found = said({"INDEX.md": index, "clock.md": CLOCK, "stores.md": STORES})
    assert [(code, message.rpartition("; ")[2]) for code, _, message in found] == [
        ("IDX004", "nothing in it says: clock, service, nodes")
    ]


def test_a_file_without_an_entry_is_the_one_that_was_meant() -> None:
    index = "# Set\n\n- [Ledger storage](ledger.md)\n- [Clock protocol](stores.md)\n"
    found = said({"INDEX.md": index, "ledger.md": SPECIFICATION, "clock.md": CLOCK, "stores.md": STORES})
    assert [(code, message.rpartition("; ")[2]) for code, _, message in found] == [("IDX005", "clock.md looks like it")]


def test_one_word_may_stand_in_the_file_under_another_name() -> None:
    index = "# Set\n\n- [Warehouse](stores.md): how crates are counted\n- [Clock protocol](clock.md)\n"
    assert said({"INDEX.md": index, "clock.md": CLOCK, "stores.md": STORES}) == []


def test_an_index_whose_link_texts_are_mostly_something_else_is_not_judged() -> None:
    names = ["Anna Lindqvist", "Tomasz Nowak", "Yuki Tanaka", "Ines Duarte", "Karel Weber"]
    index = "# Talks\n\n" + "".join(f"- [{name}](talk-{n}.md)\n" for n, name in enumerate(names))
    talks = [CLOCK, STORES, SPECIFICATION, CLOCK.replace("clock", "bell"), STORES.replace("crate", "barrel")]
    assert said({"INDEX.md": index, **{f"talk-{n}.md": talk for n, talk in enumerate(talks)}}) == []


@pytest.mark.parametrize(
    "text",
    ["IPv6 over MQTT5", "Norm DIN4102 und EN13501 für Türen", "S3 buckets, x86 images and log4j", "H264 nach AV1"],
)
def test_words_of_messages_have_their_digits(text: str) -> None:
    shown = with_digits(content_words(text), text)
    assert shown
    assert set(shown) <= set(text.lower().replace(",", "").split())


def test_titles_are_compared_with_their_digits() -> None:
    assert plain_title("Phase 1: Survey") == plain_title("phase 1 survey")
    assert plain_title("Phase 1: Survey") != plain_title("Phase 2: Survey")


GUIDE = (
    "# Principles of the tide client\n\nWhoever writes a client library reads these principles first. A library must not start"
    " a thread of its own, and must answer within 40 ms. The guidelines for names are in the glossary. The library keeps"
    " readings of six hours, and drops the oldest first. Errors are told by the library's own type and never end the"
    " program. A library without a gauge answers with the last reading and its age in seconds.\n"
)
SUPPLEMENT = GUIDE.replace("# Principles of the tide client", "# Supplementary guidelines").replace("40 ms", "90 s")


@pytest.mark.parametrize(
    ("title", "path"),
    [("Library Guidelines", "library-guidelines.md"), ("library guidelines", "docs/library_guidelines.md")],
)
def test_a_file_named_as_its_entry_with_all_its_words_may_have_a_longer_title(title: str, path: str) -> None:
    documents = {
        "README.md": f"# Tide\n\n- [{title}]({path})\n- [Clock](clock.md)\n- [Extra](extra-guidelines.md)\n",
        path: GUIDE,
        "extra-guidelines.md": SUPPLEMENT,
        "clock.md": CLOCK,
    }
    assert [found for found in said(documents) if path in found[2]] == []


@pytest.mark.parametrize(
    ("title", "path"), [("ADR 12", "adr/0012-tide-client.md"), ("OTEP 146", "oteps/client/0146-tide-client.md")]
)
def test_an_entry_by_a_number_promises_the_file_with_that_number(title: str, path: str) -> None:
    index = f"# Set\n\n- Principles of the tide client ([{title}]({path}))\n- [Clock](clock.md)\n"
    assert said({"README.md": index, path: GUIDE, "clock.md": CLOCK}) == []
