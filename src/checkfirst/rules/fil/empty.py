"""FIL004: the file holds no text."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst import lazy_re
from checkfirst.model.content import Textless
from checkfirst.model.document import Format
from checkfirst.model.error_page_names import is_own_error_page
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_page_part, is_test_data
from checkfirst.model.form_names import is_form, is_in_form
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView

#: Formats of documents with text: those that a person writes as text, and those of programs for writing.
_WITH_TEXT = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.HTML, Format.RICH}
#: Documents whose names have no suffix by custom.
_DOCUMENTS = lazy_re.compile(
    r"readme|licen[cs]e|copying|notice|authors|contribut|changelog|changes|history|news|install|todo|spec"
)
#: Bytes from which a file of an office program or of a book without text is one of pictures; an empty one has some
#: thousand. Not measured.
_PICTURES_FROM = 50_000
#: Suffixes of what programs fill while they run.
_WRITTEN_LATER = frozenset((".log", ".out", ".err", ".lock", ".pid"))
#: The name of a log that was never written to.
_LOG = lazy_re.compile(r"(?:^|[\W_])logs?$", re.IGNORECASE)
_LATEX = "text/x-tex"
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
    LossKind.VIEWER: "a script shows another file in it",
}


@rule(
    code="FIL004",
    sees=SetView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: "it is a picture, a recording, a table, data or an archive of no bytes",
        Severity.NOTE: "it is meant to hold no text: a drawing, a page template, a redirect, a page that shows the "
        "description of an interface, an index page that a script fills, "
        "a file that only keeps its folder, a file of commands, a part of pages, test data, a form to be filled in, a site's own error page, an empty log, or "
        "a text for which a folder or a program beside it stands",
    },
    since="0.1.0",
    whole=True,
)
def empty(view: SetView) -> Iterator[Hit]:
    """The file holds no text, or is a picture, a table or an archive of no bytes.

    It is listed like any document, and whoever relies on it finds nothing.

    Fetch the document again, write it, or take the file out.
    """
    paths = [PurePosixPath(document.path) for document in view.measures.documents]
    programs = {path.parent for path in paths if path.suffix.lower() in _SCRIPTS}
    for document in view.measures.documents:
        beside = document.path in view.measures.said_beside
        filled = PurePosixPath(document.path).parent in programs
        if document.textless and (
            hit := _hit(document.path, document.textless, is_said_beside=beside, is_filled=filled)
        ):
            yield hit


def _hit(path: str, found: Textless, *, is_said_beside: bool, is_filled: bool) -> Hit | None:
    suffix = PurePosixPath(path).suffix.lower()
    if found.size == 0 and suffix in _NEVER_EMPTY and found.format is not Format.BINARY:
        return None if _is_a_sign(path) else _without_bytes(path, found)
    # The suffix is that of a format with text, or there is none.
    promised = found.named_format in _WITH_TEXT or not suffix
    pictures = LossKind.NO_TEXT_LAYER in found.losses
    if not promised or found.format not in _WITH_TEXT or pictures:
        return None
    reason = next((loss for loss in found.losses if loss in _REASONS), None)
    why = f"no text: {_REASONS[reason]}" if reason else _why(path, suffix, found, is_said_beside=is_said_beside)
    page = found.format is Format.HTML and found.size > 0
    if page and is_filled:
        # A page that was fetched is not kept among the sources of a program.
        why = why or "no text: a page beside the scripts that fill it"
    plain = "the page shows a reader no text" if page else f"no text in {found.size} bytes"
    return Hit(
        message=why or plain,
        evidence=(found.start,),
        confidence=0.99,
        path=path,
        severity=Severity.NOTE if why else None,
        data=facts(loss=reason.value) if reason else (),
    )


#: Suffixes of scripts that fill pages.
_SCRIPTS = frozenset({".js", ".mjs", ".ts", ".tsx", ".jsx"})


def _without_bytes(path: str, found: Textless) -> Hit:
    meant = is_test_data(path) or is_in_form(path)
    return Hit(
        message="the file has no bytes",
        evidence=(found.start,),
        confidence=0.99,
        path=path,
        severity=Severity.NOTE if meant else Severity.WARNING,
    )


def _why(path: str, suffix: str, found: Textless, *, is_said_beside: bool) -> str | None:
    """The message about a file that is meant to hold no text; ``None`` if it should hold some."""
    excuses = (
        (
            found.format is Format.RICH and found.size >= _PICTURES_FROM,
            "no text: what it holds is pictures",
        ),
        (
            found.is_blank
            and (_is_a_sign(path) or suffix in _WRITTEN_LATER or bool(_LOG.search(PurePosixPath(path).stem))),
            "an empty file, which is there as a sign",
        ),
        (is_page_part(path) or is_test_data(path), "no text, in a folder of parts of pages or of test data"),
        (is_form(path), "no text, in a form to be filled in"),
        (is_own_error_page(path), "no text: the page that a site keeps for its errors, as its name says"),
        # The page that a site's script fills is there on purpose; a fetched one was not saved as the index.
        (
            found.format is Format.HTML and found.size > 0 and PurePosixPath(path).stem == "index",
            "no text: the page of a site that a script fills",
        ),
        (is_said_beside, "no text: what it stands for is beside it"),
        (found.media_type == _LATEX and not found.is_blank, "no text: commands alone"),
    )
    return next((message for holds, message in excuses if holds), None)


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
