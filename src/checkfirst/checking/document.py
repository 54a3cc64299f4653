"""One document through all stages. Its text is let go at the end; whatever goes wrong is its own failure."""

from dataclasses import dataclass, replace

from checkfirst.config import Config
from checkfirst.measuring.content.ignore_comments import ignores
from checkfirst.measuring.content.references import references
from checkfirst.measuring.content.versions import version_of
from checkfirst.measuring.document import measure, unmeasured
from checkfirst.measuring.index.entries import raw_entries
from checkfirst.measuring.index.links import known_anchors, outgoing_links
from checkfirst.measuring.models.weights import Weights
from checkfirst.model.document import Document, Format, Segment, Span
from checkfirst.model.finding import Failure, Finding
from checkfirst.model.report import DocumentReport, ShownLine, Skipped
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import DocumentView
from checkfirst.reading.detect.identify import disguised_as, identify, is_document
from checkfirst.reading.read import read
from checkfirst.rules.engine import findings_of
from checkfirst.rules.registry import Selection
from checkfirst.sources.interface import Found, Unreadable

_WRITTEN = {Format.TEXT, Format.MARKDOWN, Format.HTML, Format.RESTRUCTUREDTEXT, Format.RICH}


@dataclass(frozen=True, slots=True)
class Checked:
    """What is left of one document once its text is gone."""

    report: DocumentReport
    readable: bool
    """Whether its text is known; not so for a type that is not read, or a file that is broken."""
    findings: tuple[Finding, ...]
    summary: DocumentSummary


#: Lines of a document, and letters of a line, that a report keeps.
_SHOWN_LINES, _SHOWN_WIDTH = 5_000, 240

Result = Checked | Skipped | Failure


def check_one(item: Found, rules: Selection, config: Config, weights: Weights) -> Result:
    """One document through all stages. Whatever goes wrong is a failure of this document alone."""
    stage = "reading"
    try:
        data = item.load()
        identity = identify(item.uri, data)
        if (
            identity.format is Format.BINARY
            and not is_document(identity.media_type)
            and not _promises_text(identity.named_format)
            and not disguised_as(item.uri)
        ):
            return Skipped(path=item.uri, reason=f"not a document: {identity.media_type}")
        document = read(item.uri, data, identity)
        stage = "measuring"
        in_full = config.readings or not rules.links_alone
        measures = measure(document, weights) if in_full else unmeasured(document)
        entries, links = raw_entries(document, config.index), outgoing_links(document)
        stage = "rules"
        view = DocumentView(document=document, measures=measures, purpose=config.purpose)
        findings = findings_of(rules.document, view, document.id, document.place)
    except Unreadable as error:
        return Failure(document_id=item.uri, stage=stage, reason=str(error))
    except Exception as error:  # one document must never take the others with it
        return Failure(document_id=item.uri, stage=stage, reason=f"{type(error).__name__}: {error}"[:200])
    summary = DocumentSummary(
        id=document.id,
        lines=measures.statistics.lines,
        words=measures.statistics.words,
        kind=measures.kind,
        describes_system=measures.describes_system,
        first_line=measures.first_line,
        written=document.format in _WRITTEN,
        entries=entries,
        links=links,
        anchors=known_anchors(document),
        references=references(document) if in_full else (),
        title=document.title,
        opening=measures.opening,
        language=measures.language,
        fingerprint=measures.fingerprint,
        place=measures.place,
        version=version_of(document),
    )
    readable = document.format is not Format.BINARY
    return Checked(
        report=_report(document, view, texts=config.texts), readable=readable, findings=findings, summary=summary
    )


def text_of(item: Found) -> str:
    """The text of a document that was read before; empty where it can't be read any more."""
    try:
        return read(item.uri, item.load()).text
    except Unreadable:
        return ""


def _promises_text(named: Format | None) -> bool:
    return named not in {None, Format.BINARY}


def _report(document: Document, view: DocumentView, *, texts: bool) -> DocumentReport:
    """The measures with segments and parts in the source file's lines."""
    measures = view.measures
    if document.line_numbers is not None:
        parts = tuple(replace(p, span=_moved(p.span, document)) for p in measures.kind.parts)
        segments = tuple(replace(s, span=_moved(s.span, document)) for s in measures.segments)
        measures = replace(measures, segments=segments, kind=replace(measures.kind, parts=parts))
    return DocumentReport(
        path=document.id,
        source=document.source,
        encoding=document.encoding,
        measures=measures,
        shown=_shown(document, view.measures.segments) if texts else (),
        ignores=ignores(document),
        losses=tuple(f"{loss.count} {loss.what}" for loss in document.losses),
    )


def _shown(document: Document, segments: tuple[Segment, ...]) -> tuple[ShownLine, ...]:
    """The first lines that hold anything, each with its role."""
    lines = document.text.split("\n")
    shown = []
    for segment in segments:
        for number in range(segment.span.start_line, segment.span.end_line + 1):
            text = lines[number - 1][:_SHOWN_WIDTH]
            if text.strip():
                place, page, _ = document.place(number)
                shown.append(ShownLine(number=place, page=page, role=segment.role, text=text))
            if len(shown) >= _SHOWN_LINES:
                return tuple(shown)
    return tuple(shown)


def _moved(span: Span, document: Document) -> Span:
    first, last = document.source_line(span.start_line), document.source_line(span.end_line)
    return replace(span, start_line=first, end_line=max(first, last))
