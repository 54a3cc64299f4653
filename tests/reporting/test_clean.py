"""What ``clean`` leaves out, what it keeps in doubt, and what it says of it."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.reading.read import read
from checkfirst.reporting.clean import Cleaned, cleaned
from tests.texts import SAVED_PAGE, SPECIFICATION

_NOTES = """\
.. _berths:

Berths
======

.. note::

   Boats longer than twelve metres call the desk first.

.. code-block:: sh

   berth list --free

A berth is booked at the desk, by the hour.
"""
_MINUTES = """\
# Meeting of the lock keepers

The keepers spoke about the new gates and about the hours of the winter. Nothing was decided.

# Attendees

1. Anna Brandt (Upper lock)
2. Per Lund (Lower lock)
3. Kari Moe
4. Jonas Eide (Desk)
5. Ida Falk
6. Tor Nes (Ferry)
"""
_FORUM = """\
Forum
Boats
Leaking gate
tiller wrote on March 3, 2023 at 8:10 am
Our lower gate has leaked since the frost. Has anybody packed one with hemp, and did it hold?
mossy wrote on March 3, 2023 at 9:45 am
We did, five years ago. It held for two winters, then we had to take the gate out all the same.
tiller wrote on March 4, 2023 at 7:20 am
Thank you, then I will order the timber now and do it properly in May.
obrandt wrote on March 4, 2023 at 8:02 am
Ask the canal office for the old drawings first, they lend them to everybody who asks.
"""


def clean(name: str, text: str) -> Cleaned:
    document = read(name, text.encode())
    return cleaned(document, measure(document, load_weights()))


@pytest.mark.parametrize(
    ("name", "text"), [("berths.rst", _NOTES), ("minutes.md", _MINUTES), ("ledger.md", SPECIFICATION)]
)
def test_documents_stay_whole(name: str, text: str) -> None:
    result = clean(name, text)
    assert result.text == text
    assert result.note == ""


def test_a_discussion_keeps_its_posts() -> None:
    result = clean("forum.txt", _FORUM)
    assert "take the gate out all the same" in result.text
    assert "the old drawings first" in result.text


def test_says_what_is_left_out() -> None:
    result = clean("ledger.txt", SAVED_PAGE)
    assert 0 < result.kept < result.words
    assert result.note.startswith(f"left out {1 - result.kept / result.words:.0%} of the words: ")
    assert "of comments" in result.note


def test_a_list_of_links_stays() -> None:
    menu = ["Home", "Shop", "Cart", "Sign in", "Help", "Contact", "Privacy", "Terms", "Imprint", "© 2024 Rope & Sail"]
    listed = [line for n in range(1, 9) for line in (f"Rope {n} mm", f"{n}.50 €", "Add to cart")]
    result = clean("shop.txt", "\n".join([*menu[:5], *listed, *menu[5:]]) + "\n")
    assert "Rope 8 mm" in result.text
