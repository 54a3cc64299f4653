"""Words of an entry that its file's title has in another spelling."""

import pytest

from checkfirst.measuring.index.entry_spellings import spelled_otherwise
from checkfirst.reading.text.markdown import read_markdown


@pytest.mark.parametrize(
    ("missing", "title", "known"),
    [
        (("lcd",), "A liquid crystal display for the gate", {"lcd"}),
        (("bo1l",), "Valve B01L of the boiler", {"bo1l"}),
        (("4co1", "4со1"), "Lamp 4c01", {"4co1", "4со1"}),
        (("3rd", "4th", "berths"), "Talks of May 3-4", {"3rd", "4th"}),
        (("crane", "loads"), "Tide tables", set()),
        (("ab",), "A boat", set()),
    ],
)
def test_words_that_a_title_spells_otherwise(missing: tuple[str, ...], title: str, known: set[str]) -> None:
    assert spelled_otherwise(missing, title) == known


@pytest.mark.parametrize("heading", ["Table of Contents", "Inhaltsverzeichnis", "**Sommaire**", "目次"])
def test_the_heading_of_a_list_of_headings_is_no_title(heading: str) -> None:
    listed = f"## {heading}\n\n* [Berths](#berths)\n\n## Berths\n\nShips moor at the wall.\n"
    assert read_markdown(listed).title != heading.strip("*")
    assert read_markdown(f"# Harbour\n\n{listed}").title == "Harbour"
    assert read_markdown("# Contents of the ship\n\nRopes and sails.\n").title == "Contents of the ship"
