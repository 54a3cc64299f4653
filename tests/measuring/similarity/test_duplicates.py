"""Copies in a set: found whatever their layout, not by template text, and no matter in which order they come."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.content.versions import version_in_name, without_version
from tests.texts import GOOD_NOTE, OPINION, SPECIFICATION

CODES = Config(select=("DUP001", "DUP002", "DUP003"))
EDITED = SPECIFICATION.replace("Ledger storage", "Ledger store").replace("server", "service", 2)
WRAPPED = SPECIFICATION.replace(". ", ".\n").replace("# ", "")


def pairs(documents: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    report = check_documents(documents, config=CODES, purpose="retrieve")
    return [(f.code, f.path, f.message) for f in report.findings if f.code in CODES.select]


def test_the_same_words_in_another_layout() -> None:
    assert pairs([("ledger.md", SPECIFICATION), ("old/ledger.txt", WRAPPED)]) == [
        ("DUP001", "old/ledger.txt", "the same text, word for word, as ledger.md"),
    ]


def test_identical_files_are_one_finding() -> None:
    documents = [("b.md", SPECIFICATION), ("a.md", SPECIFICATION), ("c/a.md", SPECIFICATION)]
    assert pairs(documents) == [("DUP001", "b.md", "the same file as a.md, and so is c/a.md")]


def test_versions_side_by_side_name_the_older_one() -> None:
    found = pairs([("ledger-v2.md", EDITED), ("ledger-v1.md", SPECIFICATION)])
    assert [(code, path) for code, path, _ in found] == [("DUP003", "ledger-v1.md")]
    assert "an older version of ledger-v2.md" in found[0][2]


def test_a_date_and_a_number_say_not_which_is_older() -> None:
    dated = EDITED.replace("Version 3. ", "")
    found = pairs([("a/ledger-2024-05-01.md", dated), ("b/ledger-v2.md", SPECIFICATION.replace("Version 3. ", ""))])
    assert [code for code, *_ in found] == ["DUP002"]


def test_a_template_that_many_are_written_on_makes_no_copies() -> None:
    form = "".join(
        f"## {n}. Section of the form\n\nSay here what the part does and how it is checked.\n\n" for n in range(9)
    )
    subjects = ("locks", "clocks", "ledgers", "pumps", "sluices", "boats", "tides", "tolls")
    words = {s: " ".join(f"{s}{n} turns the {s} wheel {n} times" for n in range(60)) for s in subjects}
    assert pairs([(f"{s}.md", f"# {s}\n\n{form}\n{words[s]}\n") for s in subjects]) == []


def test_short_notes_and_different_texts_are_left_alone() -> None:
    assert pairs([("a.md", GOOD_NOTE), ("b.md", SPECIFICATION), ("c.txt", OPINION)]) == []


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_makes_no_difference(rng: random.Random) -> None:
    documents = [("a.md", SPECIFICATION), ("b.md", EDITED), ("c.txt", WRAPPED), ("d.md", OPINION), ("e.md", GOOD_NOTE)]
    expected = pairs(documents)
    rng.shuffle(documents)
    assert pairs(documents) == expected


def test_versions_in_names() -> None:
    assert version_in_name("docs/protocol-v1.3.md") == (1, 3)
    assert version_in_name("protocol_2024-05-01.txt") == (2024, 5, 1)
    assert version_in_name("ipv6.md") is None
    assert without_version("protocol-v2.md") == without_version("protocol-v10.md")


def test_of_equal_texts_the_one_that_is_called_so_is_the_original() -> None:
    text = "# Berths\n\n" + "A berth is free before a ship moors, and the desk gives it a number. " * 4
    report = check_documents({"aa.md": text, "tides.md": text, "berths-of-the-harbour.md": text}.items())
    copies = [f for f in report.findings if f.code == "DUP001"]
    assert [dict(f.data)["other"] for f in copies] == ["berths-of-the-harbour.md"]
