"""A document's text on the page, folded: the role of each run of lines in the margin, and quoted lines marked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from checkfirst.model.document import Role
from checkfirst.model.finding import Finding
from checkfirst.model.location import Unit
from checkfirst.model.report import DocumentReport, ShownLine
from checkfirst.reporting.html.figures import class_of, legend
from checkfirst.reporting.html.layout import LONGEST_LINE, Layout, Text
from checkfirst.reporting.html.lines import line_html
from checkfirst.reporting.phrases import counted

#: Lines of a document that nothing speaks against. Not measured.
_OPENING = 4
#: Lines of a document that come at most.
MOST_LINES = 5_000
#: Bytes that the markup of one line takes, about.
_MARKUP = 60
#: Words for roles, where they differ from the role's own name.
_NAMES = {
    Role.PAGE_CHROME: "page chrome",
    Role.COMMENT_HEADER: "comment",
    Role.REFERENCE_LIST: "references",
    Role.REPUBLICATION_NOTE: "republished",
    Role.AUTHOR_NOTE: "author note",
}


def size_of(line: ShownLine) -> int:
    """Bytes that the line takes on the page, about."""
    return _MARKUP + len(line.text.encode("utf-8", "replace"))


def full_text(document: DocumentReport, findings: Sequence[Finding], layout: Layout) -> Iterator[str]:
    """The text with a legend of its roles, folded, as far as there is room. HTML, piece by piece."""
    if not document.shown:
        return
    kept = _kept(document.shown, layout.rooms.get(document.path, 0))
    if not kept:
        yield '<p class="soft">The text is not in this page, which would be too large.</p>\n'
        return
    left = len(document.shown) - len(kept)
    what = f"Text: the first {len(kept):,} of {len(document.shown):,} lines" if left else "Full text"
    count = "" if left else f' <span class="soft">{counted(len(kept), "line")}</span>'
    yield f'<details class="text"><summary>{what}{count}</summary>\n{legend(document.segments)}'
    yield from runs(kept, marks_of(document, findings, layout.texts[document.path]))
    if left:
        yield f'<p class="soft">{counted(left, "more line")}, not in this page.</p>\n'
    elif len(kept) >= MOST_LINES:
        yield f'<p class="soft">What follows line {kept[-1].place.start_line:,} is not in this page.</p>\n'
    yield "</details>\n"


def opening(document: DocumentReport) -> Iterator[str]:
    """The first lines."""
    if document.shown:
        yield from runs(document.shown[:_OPENING], {})
        if left := len(document.shown) - _OPENING:
            yield f'<p class="soft">{counted(left, "more line")}, not in this page.</p>\n' if left > 0 else ""


def _kept(shown: Sequence[ShownLine], room: int) -> Sequence[ShownLine]:
    """As many of the first lines as there is room for."""
    for n, line in enumerate(shown):
        room -= size_of(line)
        if room < 0:
            return shown[:n]
    return shown


#: For each line, by its index, the quotes in it and the codes of the rules that quote it.
Marks = Mapping[int, tuple[list[str], list[str]]]


def marks_of(document: DocumentReport, findings: Sequence[Finding], text: Text) -> Marks:
    """What is quoted of the document's lines."""
    marks: defaultdict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for finding in findings:
        for evidence in finding.evidence:
            if evidence.path == document.path and (index := text.find(evidence)) is not None:
                quotes, codes = marks[index]
                quotes += [] if evidence.quote in quotes else [evidence.quote]
                codes += [] if finding.code in codes else [finding.code]
    return marks


def runs(shown: Sequence[ShownLine], marks: Marks, longest: int = LONGEST_LINE) -> Iterator[str]:
    """Runs of lines of one role, on one page. HTML, piece by piece."""
    yield '<div class="runs">\n'
    last_page = None
    for (role, page), run in groupby(enumerate(shown), key=lambda pair: (pair[1].role, pair[1].place.page)):
        if page and page != last_page:
            yield f'<p class="page">{next((line.place.unit for line in shown if line.place.unit), Unit.PAGE)} {page}</p>\n'
        last_page = page
        yield f'<div class="run {class_of(role)}"><b>{_NAMES.get(role, role.value)}</b><div class="lines">\n'
        for n, line in run:
            quotes, codes = marks.get(n, ([], []))
            yield line_html(line, quotes, codes, longest)
        yield "</div></div>\n"
    yield "</div>\n"
