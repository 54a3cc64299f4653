"""Forms whose sentences all have open slots, and texts that show such sentences or look like them."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

STORY = """# [Name of the story]

As [guest], I ask for [dish] in order to [occasion].

## Accepted when

- [guest] gets [dish] before [course].
- [waiter] writes the [order] down.

## Cook

[Cook]
"""
BRIEF = """Betreff: <Anliegen>

Sehr geehrte <Anrede>,

hiermit bestätigen wir den Empfang Ihres <Schreiben> durch <Stelle>.
Wir melden uns bei <Ansprechpartner>, sobald <Bedingung> eingetreten ist.

<Unterschrift>
"""
FICHE = """Fiche de {matelot}
==================

En tant que {matelot}, je veux {action} pour {but}.

Quand {signal}, alors {navire} fait {manœuvre}.

Le quart de {matelot} commence à {heure}.

{signature}
"""


def severities(name: str, text: str) -> list[str]:
    report = check_documents([(name, text)], config=Config(select=("KND006",)))
    return [f.severity.value for f in report.findings]


@pytest.mark.parametrize(("name", "text"), [("soup.md", STORY), ("brief.txt", BRIEF), ("fiche.rst", FICHE)])
def test_a_form_whose_sentences_are_all_open_is_a_template(name: str, text: str) -> None:
    assert severities(name, text) == ["warning"]


PATTERNS = """# How we write orders

[Order]

- Form: The [guest] asks the boy for [dish].
- Said: The captain asks for pea soup.
- Form: When [bell], [waiter] brings [dish].
- Said: When the second bell rings, the boy brings the pudding.
"""
SILENT = {
    "patterns with their sentences": ("orders.md", PATTERNS),
    "patterns alone": ("orders.md", "# Orders\n\nWhen [bell], [waiter] brings [dish].\nWhile [state], [waiter] waits.\n"),
    "log": ("boat.txt", "[start]\n" + "".join(f"0{n}:12 boat [main] left pier [north]\n" for n in range(9))),
    "speakers": ("talk.txt", "[pause]\n" + "[Ada] The boat leaves when the bell rings.\n[Ben] Then we had better run.\n" * 4),
    "sources": ("essay.md", "# Bells\n\n[Figure]\n\n" + "The bell was cast in the south and brought here by the river, as the clerk of the mill tells in his book about the flood and the years after it [Hollis], and nobody has doubted it since.\n\n" * 4),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), SILENT.values(), ids=list(SILENT))
def test_brackets_in_sentences_are_no_open_slots(name: str, text: str) -> None:
    assert severities(name, text) == []
