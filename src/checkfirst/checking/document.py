"""The check of one document, from its bytes to findings. Any error in it is a failure of this document alone."""

import traceback

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.checking.budget import SECONDS, OutOfTime, within_budget
from checkfirst.checking.masking import masked_finding
from checkfirst.checking.pictures import about_dangers, dangerous_picture
from checkfirst.config import Config
from checkfirst.measuring.content.ignore_comments import ignores
from checkfirst.measuring.danger.private import has_private, without_private
from checkfirst.measuring.document import measure_needed
from checkfirst.measuring.document_set import summarize
from checkfirst.measuring.models.weights import Weights
from checkfirst.model.document import Document
from checkfirst.model.finding import Failure, Finding, Stage
from checkfirst.model.formats import Format, FormatSpec, Trait
from checkfirst.model.location import text_span
from checkfirst.model.measures import DocumentMeasures, Fingerprint
from checkfirst.model.needs import Needs
from checkfirst.model.placing import placed_ignores, placed_parts, placed_segments, placed_thread
from checkfirst.model.report import DocumentReport, ShownLine, Skipped, SkipReason
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import DocumentView
from checkfirst.reading.detect.identify import identify
from checkfirst.reading.formats import disguise
from checkfirst.reading.read import read
from checkfirst.rules.engine import findings_of
from checkfirst.rules.registry import Selection, selected
from checkfirst.sources.interface import Found, Unreadable


class Checked(Struct, frozen=True, tag=True):
    """The results for one document. Its text is not kept."""

    report: DocumentReport
    readable: bool
    """Whether the document could be read; false for an unsupported type or a broken file."""
    findings: tuple[Finding, ...]
    summary: DocumentSummary


#: Lines of a document, and characters of a line, that the HTML report shows. Not measured.
_SHOWN_LINES, _SHOWN_WIDTH, _LONG_WIDTH = 5_000, 240, 4_000
#: Characters of an unexpected error's text that are reported.
_LONGEST_ERROR = 200

_NO_FINGERPRINT = Fingerprint(sha256="", words=0, shingles=b"", vocabulary=b"", counts=b"")

Result = Checked | Skipped | Failure


def rules_of(config: Config) -> Selection:
    """The rules that a configuration selects, with their needs; a full report adds its own."""
    in_full = (Needs.TEXT, Needs.FITS) if config.readings else ()
    return selected(config.select, config.ignore, preview=config.preview, also=in_full)


def check_one(item: Found, rules: Selection, config: Config, weights: Weights) -> Result:
    """Read one document, measure it and apply the rules. Any error becomes a ``Failure``, and none is raised."""
    stage = Stage.READING
    try:
        with within_budget():
            data = item.load()
            identity = identify(item.path, data)
            if Trait.ASSET in identity.spec.traits and not _named_as_document(identity.named, item.path):
                picture = dangerous_picture(item.path, data, identity, rules.needs)
                if picture is None:
                    return Skipped(path=item.path, why=SkipReason.NO_DOCUMENT, detail=identity.media_type)
                (document, measures), rules = picture, about_dangers(rules)
            else:
                document = read(item.path, data, identity)
                stage = Stage.MEASURING
                measures = measure_needed(document, weights, rules.needs)
            summary = summarize(document, measures, named_indexes=config.index, needs=rules.needs)
            stage = Stage.RULES
            view = DocumentView(document=document, measures=measures, purpose=config.purpose)
            findings = findings_of(rules.document, view, document.path, {document.path: document.line_map})
            if has_private(measures):
                findings = tuple(map(masked_finding, findings))
    except OutOfTime:
        return Failure(path=item.path, stage=stage, reason=f"took more than {SECONDS:.0f} s of processor time")
    except Unreadable as error:
        return Failure(path=item.path, stage=stage, reason=str(error))
    except Exception as error:  # an error in one document must not end the check of the others
        if config.debug:
            traceback.print_exc()
        return Failure(path=item.path, stage=stage, reason=f"{type(error).__name__}: {error}"[:_LONGEST_ERROR])
    readable = document.format is not Format.BINARY
    width = (_LONG_WIDTH if config.long_lines else _SHOWN_WIDTH) if config.texts else 0
    report = _report(document, view, width)
    # What is dropped here need not be sent from a worker, nor kept in the cache.
    slim = report if config.readings or config.texts else _slim(report)
    return Checked(report=slim, readable=readable, findings=findings, summary=summary)


def text_of(item: Found) -> str:
    """The text of a document; empty if it can't be read."""
    try:
        return read(item.path, item.load()).text
    except Unreadable:
        return ""


def _named_as_document(named: FormatSpec | None, path: str) -> bool:
    """Whether a suffix of the name is that of a document, as in "invoice.pdf" and "invoice.pdf.exe"."""
    return (named is not None and named.format is not Format.BINARY) or disguise(path) is not None


def _report(document: Document, view: DocumentView, width: int) -> DocumentReport:
    """The report on a document, with its lines up to a width; without them for 0. Segments, parts, thread and ignore comments have places in the file."""
    measures, lines = view.measures, document.line_map
    return DocumentReport(
        path=document.path,
        source=document.source,
        encoding=document.encoding,
        measures=measures,
        segments=placed_segments(measures.segments, lines),
        parts=placed_parts(measures.kind.parts, lines),
        thread=placed_thread(measures.thread, lines),
        shown=_shown(document, measures, width) if width else (),
        ignores=placed_ignores(ignores(document), lines),
        losses=tuple((loss.kind, loss.count) for loss in document.losses),
    )


def _slim(report: DocumentReport) -> DocumentReport:
    """The report without what only a full one shows."""
    measures = replace(report.measures, segments=(), traces=(), losses=(), embedding=b"", fingerprint=_NO_FINGERPRINT)
    return replace(report, segments=(), measures=measures)


def _shown(document: Document, measures: DocumentMeasures, width: int) -> tuple[ShownLine, ...]:
    """The first lines that are not blank, each with its role and its place in the file; secrets and personal data are masked."""
    lines = (without_private(document.text) if has_private(measures) else document.text).split("\n")
    shown = []
    for segment in measures.segments:
        for index in segment.span.indices:
            text = lines[index][:width]
            if text.strip():
                place = document.line_map.place(text_span(index))
                shown.append(ShownLine(place=place, role=segment.role, text=text))
            if len(shown) >= _SHOWN_LINES:
                return tuple(shown)
    return tuple(shown)
