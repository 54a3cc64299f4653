"""Sorts of texts that the build of their lines or the rows of a site tell, and others that have a few such lines."""

from time import process_time

import pytest

from checkfirst import check_documents
from checkfirst.measuring.kind.named_forms import named_form
from checkfirst.measuring.kind.text_forms import text_form
from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.text.lines import Lines, measure_lines
from checkfirst.measuring.text.tokens import number_words
from checkfirst.model.kind_measures import PageForm
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.threads import Comment, Thread

SHOP = """My basket
Brass hinge, 4 in
£12.50
In stock, delivered in two days
Add to basket
Customer reviews
RRP £15.00
"""
LADEN = """Startseite
Warenkorb
Scharnier aus Messing
12,50 €
Auf Lager, Lieferzeit zwei Tage
In den Warenkorb
Kundenbewertungen
Ähnliche Artikel
"""
TIENDA = """Carrito (0)
Bisagra de latón
$ 250
Envío en dos días
Añadir al carrito
Opiniones de clientes
Productos relacionados
"""
PAPER = """Tides and silt in a narrow harbour
Ann Weir, Ole Lund
doi: 10.9999/silt.2024.12
Abstract
Silt was measured at noon.
Download PDF
Cite this article
Request permissions
"""
AUFSATZ = """Gezeiten und Schlick
https://doi.org/10.9999/schlick.7
Zusammenfassung
Der Schlick wurde mittags gemessen.
PDF herunterladen
Zitieren
Volltext
"""
RECORD = "\n".join(
    [
        "Register of dredging works",
        "Registration number: D-2231",
        "Status: finished",
        "First posted: 3 May 2023",
        *(f"{name}: as given" for name in "Owner Harbour Depth Ship Crew Start End Volume Place Tide Contact".split()),  # noqa: SIM905
    ]
)
MAIL = """Silt at the pier - ann@harbour.example - Gmail
Ole Lund
to me
3 May 2024, 09:12
The dredger comes on Monday.
On Thu, 2 May 2024 at 16:01 Ann Weir <ann@harbour.example> wrote:
When does the dredger come?
"""
BRIEFE = """Schlick am Steg
Von: Ole Lund <ole@hafen.example>
Betreff: Schlick
Der Bagger kommt am Montag.
Am 2.5.2024 um 16:01 schrieb Ann Weir <ann@hafen.example>:
"""


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (SHOP, PageForm.SHOP_PAGE),
        (LADEN, PageForm.SHOP_PAGE),
        (TIENDA, PageForm.SHOP_PAGE),
        (PAPER, PageForm.PAPER_PAGE),
        (AUFSATZ, PageForm.PAPER_PAGE),
        (RECORD, PageForm.RECORD_PAGE),
        (MAIL, PageForm.MAIL_THREAD),
        (BRIEFE, PageForm.MAIL_THREAD),
    ],
)
def test_rows_of_a_site_name_its_page(text: str, form: PageForm) -> None:
    assert named_form(text) is form


@pytest.mark.parametrize(
    "text",
    [
        "# Prices\n\n| part | price |\n| --- | --- |\n| hinge | £12.50 |\n\nParts are in stock. Shipping takes two days, and reviews are read by the desk.\n",
        "# Style of references\n\nGive the DOI as `doi:10.9999/x`. An abstract comes first, and the corresponding author is named.\n",
        "# Register\n\nStatus: open\n\nEach ship has a registration number. It was last updated in May.\n",
        "# Mail\n\nSubject: is the first field. Write to me before noon.\n",
    ],
)
def test_texts_about_them_are_not_named(text: str) -> None:
    assert named_form(text) is None


@pytest.mark.parametrize("text", ["\n" * 40_000, "On Aaaaaaaaaa" + "b@" * 15_000, "a:\n" * 15_000, "[x" * 20_000])
def test_no_text_takes_long(text: str) -> None:
    begun = process_time()
    assert named_form(text) is None
    assert process_time() - begun < 2


def lines_of(text: str) -> Lines:
    vocabulary = load_weights().vocabulary
    return measure_lines(text, number_words(text, vocabulary.table, len(vocabulary)), vocabulary.triggers)


STORY = "The sluice was opened at noon, and the water fell by a foot before the tide came back to the gate. " * 15


def thread_at(line: int) -> Thread[TextSpan]:
    comment = Comment(number=1, author="Ann", reply_to=None, span=text_span(line), header=None)
    return Thread(span=text_span(line, line + 2), comments=(comment,), confidence=0.95)


@pytest.mark.parametrize("said", ["12 Comments", "### Kommentare (3)", "Laisser un commentaire", "Comentarios"])
def test_a_thread_below_an_article_is_of_comments(said: str) -> None:
    text = f"The sluice\n{STORY}\n{said}\nAnn\nIt was cold.\nYes."
    assert text_form(lines_of(text), thread_at(3), 300) is PageForm.ARTICLE_PAGE


@pytest.mark.parametrize(("said", "words"), [("3 replies", 300), ("12 Comments", 40)])
def test_a_thread_of_a_forum_is_not(said: str, words: int) -> None:
    text = f"The sluice\n{STORY}\n{said}\nAnn\nIt was cold.\nYes."
    assert text_form(lines_of(text), thread_at(3), words) is None


LOREM = (
    "Aquae portam noctibus undarum frangunt, et navis ad litora venit. Sed nautae non dormiunt, quod ventus cum nubibus est. "
    * 4
)
POINTS = "Locks\n\n• Two gates\n• One chamber\n• A sill\n\nGates\n\n• Wood\n• Iron\n• Brass\n\nCosts\n\n• Stone\n• Wages\n• Coal\n"
DIALOG = f"""Your privacy choices

We use cookies and similar techniques to remember your preferences and to measure our advertising.

You can accept or reject cookies for statistics here, and change your choice at any time.

The sluice

{STORY}
"""


@pytest.mark.parametrize(
    ("text", "form"), [(LOREM, PageForm.LATIN), (POINTS, PageForm.SLIDES), (DIALOG, PageForm.BEHIND_CONSENT)]
)
def test_the_build_of_lines_names_a_text(text: str, form: PageForm) -> None:
    assert text_form(lines_of(text), None, 0) is form


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "L'écluse est ouverte à midi, et la porte est fermée le soir, car les bateaux qui viennent ne sont pas attendus. "
        * 6,
        "Locks\n\n"
        + "• The gate is opened at noon by the keeper, who rings the bell and waits for the water to fall.\n" * 12,
        "# Cookie policy\n\n"
        + "We use cookies to remember your preferences, and you can accept or reject cookies at any time.\n\n" * 8,
    ],
)
def test_other_texts_have_no_such_form(text: str) -> None:
    assert text_form(lines_of(text), None, 0) is None


def test_a_form_is_named_in_the_finding() -> None:
    report = check_documents([("hinge.txt", SHOP * 4)])
    assert [f.message for f in report.findings if f.code == "KND002"] == [
        "a product page of a shop: not a document to build from, it describes no system"
    ]
