"""FIL004: the file holds no text."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.document import Format
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_page_part, is_test_data
from checkfirst.model.form_names import is_in_form
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

#: Formats of documents that a person writes as text.
_WRITTEN = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.HTML}

#: Documents whose names have no suffix by custom.
_DOCUMENTS = re.compile(
    r"readme|licen[cs]e|copying|notice|authors|contribut|changelog|changes|history|news|install|todo|spec"
)
#: Bytes from which a file of an office program or of a book without text is one of pictures; an empty one has some
#: thousand. Not measured.
_PICTURES_FROM = 50_000
#: Suffixes of what programs fill while they run.
_WRITTEN_LATER = frozenset((".log", ".out", ".err", ".lock", ".pid"))
_LATEX = "text/x-tex"
#: Bytes of the largest file with nothing but ends of lines. Not measured.
_BLANK = 8
#: Suffixes of pictures, recordings, tables, data and archives that mean nothing without a byte. An empty file of settings
#: (YAML, TOML, INI) means that nothing is set.
_SUFFIXES = (
    ".png .jpg .jpeg .gif .svg .webp .avif .bmp .tif .tiff .ico .heic .eps .drawio .mp3 .ogg .wav .flac .m4a .mp4 .mov .mkv .webm"
    " .csv .tsv .json .jsonl .ndjson .geojson .xml .parquet .sqlite .db .npy .npz .xls .zip .gz .tgz .bz2 .xz .7z"
)
_NEVER_EMPTY = frozenset(_SUFFIXES.split())
#: Why a file without text is sound, and the message's words for it.
_REASONS = {
    LossKind.PAGE_TEMPLATE: "a part of a page that a site generator fills",
    LossKind.REDIRECT: "the page leads to another one",
    LossKind.DRAWN: "a drawing",
}


@rule(
    code="FIL004",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: "it is a picture, a recording, a table, data or an archive of no bytes",
        Severity.NOTE: "it is meant to hold no text: a drawing, a page template, a redirect, an index page that a script fills, "
        "a file that only keeps its folder, a file of commands, a part of pages, test data, or a form to be filled in",
    },
    since="0.1.0",
    whole=True,
)
def empty(view: DocumentView) -> Iterator[Hit]:
    """The file holds no text, or is a picture, a table or an archive of no bytes.

    It is listed like any document, and whoever relies on it finds nothing.

    Fetch the document again, write it, or take the file out.
    """
    document = view.document
    suffix = PurePosixPath(document.path).suffix.lower()
    if document.source.size == 0 and suffix in _NEVER_EMPTY and document.format is not Format.BINARY:
        if not _is_a_sign(document.path):
            meant = is_test_data(document.path) or is_in_form(document.path)
            yield Hit(
                message="the file has no bytes",
                evidence=(view.start,),
                confidence=0.99,
                severity=Severity.NOTE if meant else Severity.WARNING,
            )
        return
    # The suffix is that of a format with text, or there is none.
    promised = document.named_format in {*_WRITTEN, Format.RICH} or not suffix
    pictures = view.measures.lost(LossKind.NO_TEXT_LAYER)
    if not promised or document.format not in {*_WRITTEN, Format.RICH} or document.text.strip() or pictures:
        return
    page = document.format is Format.HTML and document.source.size > 0
    message, severity = "the page shows a reader no text" if page else f"no text in {document.source.size} bytes", None
    if document.spec.media_type == _LATEX and document.source.size > _BLANK:
        message, severity = "no text: commands alone", Severity.NOTE
    reason = next((loss.kind for loss in view.measures.lost(*_REASONS)), None)
    if reason:
        message, severity = f"no text: {_REASONS[reason]}", Severity.NOTE
    elif document.format is Format.RICH and document.source.size >= _PICTURES_FROM:
        message, severity = "no text: what it holds is pictures", Severity.NOTE
    elif document.source.size <= _BLANK and (_is_a_sign(document.path) or suffix in _WRITTEN_LATER):
        message, severity = "an empty file, which is there as a sign", Severity.NOTE
    elif is_page_part(document.path) or is_test_data(document.path):
        message, severity = "no text, in a folder of parts of pages or of test data", Severity.NOTE
    elif is_in_form(document.path):
        message, severity = "no text, in a folder of forms to be filled in", Severity.NOTE
    elif page and PurePosixPath(document.path).stem == "index":
        # The page that a site's script fills is there on purpose; a fetched one was not saved as the index.
        message, severity = "no text: the page of a site that a script fills", Severity.NOTE
    data = facts(loss=reason.value) if reason else ()
    yield Hit(message=message, evidence=(view.start,), confidence=0.99, severity=severity, data=data)


def _is_a_sign(path: str) -> bool:
    """Whether a file is there for its name alone: it keeps a folder, or programs look whether it is there."""
    name = PurePosixPath(path)
    stem = name.stem.lower()
    if not name.suffix:
        return not _DOCUMENTS.match(stem)
    return stem.startswith(("_", ".", "keep", "empty", "placeholder", "include")) or stem in {
        "gitkeep",
        "nojekyll",
        "__init__",
    }
