"""FIL009: pages that a person can see and no program can read."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.content import QuotedLoss
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_test_data
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

#: Words in the names of folders with figures for other documents. Chosen by hand.
_FIGURES = frozenset(
    [
        "fig",
        "figs",
        "figure",
        "figures",
        "graphics",
        "images",
        "image",
        "img",
        "imgs",
        "pictures",
        "pics",
        "plots",
        "plot",
        "media",
        "latex",
        "tex",
        "logo",
        "logos",
        "icons",
        "assets",
        "static",
        "diagrams",
        "drawings",
        "charts",
        "abbildungen",
        "bilder",
        "grafiken",
        "imagenes",
        "imágenes",
        "figuras",
        "immagini",
        "imagens",
    ]
)
#: Words in the names of files that were scanned, in some languages. Chosen by hand.
_SCANNED = frozenset(
    (
        "scan",
        "scans",
        "scanned",
        "numérisé",
        "numérisée",
        "numerise",
        "gescannt",
        "eingescannt",
        "escaneado",
        "scansione",
        "gescand",
    )
)


@rule(
    code="FIL009",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "most of its pages have text, if its name says that it is a scan, if it is one page in a folder of figures or a drawing, or if they only seem to be out of order"
    },
    since="0.1.0",
    whole=True,
)
def no_text_layer(view: DocumentView) -> Iterator[Hit]:
    """No program can search, quote or read some pages: they are pictures, or their text is garbled or out of order.

    Retrieval indexes and models get an empty document, the few words around the pictures, or nonsense.

    Recognise the text (OCR), or get the file from which the PDF was made.
    """
    for loss in view.measures.lost(LossKind.NO_TEXT_LAYER):
        figure = loss.count == 1 and _is_of_figures(view.document.path)
        drawn = view.document.path.lower().endswith(".ai")
        meant = is_test_data(view.document.path) or _is_named_scan(view.document.path)
        severity = Severity.NOTE if figure or drawn or meant else None
        yield _hit(loss, f"no text on {loss.count} of its pages: pictures alone", 0.97, severity)
    for loss in view.measures.lost(LossKind.UNMAPPED_LETTERS):
        garbled = f"the text of {loss.count} of its pages comes out garbled"
        yield _hit(loss, f"{garbled}: its fonts don't say which letters they hold", 0.95)
    for loss in view.measures.lost(LossKind.PICTURE_PAGE):
        yield _hit(loss, f"{loss.count} of its pages are pictures without text", 0.95, Severity.NOTE)
    for loss in view.measures.lost(LossKind.PAGE_ORDER):
        yield _hit(loss, "its pages seem to be out of order: their printed numbers go back", 0.9, Severity.NOTE)


def _is_of_figures(path: str) -> bool:
    return any(word in _FIGURES for folder in path.lower().split("/")[:-1] for word in re.split(r"[\W_]+", folder))


def _is_named_scan(path: str) -> bool:
    """Whether a file's own name says that it is a picture of pages, so that nobody expects its text in it."""
    return not _SCANNED.isdisjoint(re.split(r"[\W_\d]+", PurePosixPath(path).stem.lower()))


def _hit(loss: QuotedLoss, message: str, confidence: float, severity: Severity | None = None) -> Hit:
    data = facts(loss=loss.kind.value, count=loss.count)
    return Hit(message=message, evidence=(loss.quote,), confidence=confidence, severity=severity, data=data)
