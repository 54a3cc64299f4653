"""Dialogs that ask for consent beside a document; documents about consent are none."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.traces import TraceKind
from checkfirst.reading.read import read

_GERMAN = """\
Wir verwenden Cookies, um Ihnen Inhalte und Werbung zu zeigen. Ihre Einwilligung können Sie jederzeit widerrufen.

Einstellungen

Nur notwendige

Alle akzeptieren

# Fahrplan der Fähre

Die Fähre legt zu jeder vollen Stunde ab. Bei Sturm fährt sie nicht, und das Büro hängt einen Zettel aus.
"""
_FRENCH = """\
Horaires du bac

Le bac part à chaque heure pleine. Par gros temps il reste à quai, et le bureau affiche un avis.

Les vélos passent gratuitement, les voitures paient à bord.

Votre vie privée
Nous et nos partenaires déposons des cookies sur votre appareil avec votre consentement.
Paramètres
Tout refuser
Tout accepter
"""
_LISTED = """\
Your privacy, your choice

We use cookies and similar technologies to measure our audience and show you advertising. You can change your choice later.

- [Accept all](#)
- [Reject all](#)
- [Cookie settings](#)

## Ferry timetable

The ferry leaves at each full hour. In a storm it stays, and the office puts up a notice.
"""


@pytest.mark.parametrize(
    ("name", "text", "first", "last"),
    [("fahrplan.md", _GERMAN, 1, 7), ("bac.txt", _FRENCH, 7, 11), ("ferry.md", _LISTED, 1, 7)],
)
def test_dialogs(name: str, text: str, first: int, last: int) -> None:
    (dialog,) = measure(read(name, text.encode()), load_weights()).traced(TraceKind.CONSENT)
    assert (dialog.quote.span.start_line, dialog.quote.span.end_line) == (first, last)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "cookies.txt",
            "Cookie policy\n\nWe use cookies to keep you signed in.\n\nNecessary cookies\nStatistics\n\n"
            "Necessary cookies hold the number of your session. Statistics cookies count visits, with your consent.\n"
            "You can delete all cookies in your browser at any time.\n",
        ),
        (
            "banner.md",
            "# The consent banner\n\nThe banner asks whether you allow cookies. It has two buttons.\n\n"
            "## Accept\n\nThe server stores the choice for a year and sends it with each answer.\n\n"
            "## Reject\n\nThe server stores nothing and asks again after a month.\n",
        ),
    ],
)
def test_documents_about_consent(name: str, text: str) -> None:
    assert not measure(read(name, text.encode()), load_weights()).traced(TraceKind.CONSENT)
