"""A document's text on the page, with the role of each run of lines in the margin and findings below their lines."""

from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby

from checkfirst.model.document import Role
from checkfirst.model.finding import Finding
from checkfirst.model.location import SourceLine
from checkfirst.model.report import DocumentReport, ShownLine
from checkfirst.reporting.html.figures import CLASSES
from checkfirst.reporting.phrases import counted
from checkfirst.safe_text import escaped

#: Lines shown at the start, and on either side of a line that a finding quotes; not measured.
_OPENING, _AROUND = 14, 2
#: Characters that the markup of one line takes, about.
_MARKUP = 90
_TAB = 4
#: Words for roles, where they differ from the role's own name.
_NAMES = {
    Role.PAGE_CHROME: "page chrome",
    Role.COMMENT_HEADER: "comment",
    Role.REFERENCE_LIST: "references",
    Role.REPUBLICATION_NOTE: "republished",
}
#: Writes a finding as HTML; the second argument is whether the line that it quotes first is right above.
Render = Callable[[Finding, bool], Iterator[str]]


def shown_text(document: DocumentReport, findings: list[Finding], room: int, render: Render) -> Iterator[str]:
    """The first lines and those near quotes, with the lines between them folded. HTML, piece by piece.

    ``room`` is how many characters the text may take; folded lines past it are left out. A finding is below the first
    line that it quotes, or above the text where that line is not part of it.
    """
    beside = _beside(document.shown, findings)
    quoted = _quoted(document.shown, findings)
    for finding in findings:
        if all(finding is not other for others in beside.values() for other in others):
            yield from render(finding, False)
    if not document.shown:
        return
    unfolded = {n for index in (*beside, *quoted) for n in range(index - _AROUND, index + _AROUND + 1)}
    unfolded |= set(range(_OPENING))
    yield '<div class="doc">\n'
    numbered = list(enumerate(document.shown))
    for is_open, run in groupby(numbered, key=lambda pair: pair[0] in unfolded):
        lines = list(run)
        if is_open:
            for n, line in lines:
                last = document.shown[n - 1] if n and n - 1 in unfolded else None
                yield _line(line, last, marked=n in quoted)
                for finding in beside.get(n, ()):
                    yield from render(finding, True)
                room -= _MARKUP + len(line.text)
        else:
            room -= sum(_MARKUP + len(line.text) for _, line in lines)
            yield from _folded([line for _, line in lines], with_text=room > 0)
    yield "</div>\n"


def _folded(lines: list[ShownLine], *, with_text: bool) -> Iterator[str]:
    label = counted(len(lines), "more line")
    if not with_text:
        yield f'<p class="gap">{label}, not in this page</p>\n'
        return
    yield f'<details class="gap"><summary>{label}</summary>\n'
    last: ShownLine | None = None
    for line in lines:
        yield _line(line, last, marked=False)
        last = line
    yield "</details>\n"


def _line(line: ShownLine, last: ShownLine | None, *, marked: bool) -> str:
    kind = next((name for name, roles in CLASSES.items() if line.role in roles), "text")
    new = last is None or last.role is not line.role
    role = f'<span class="role">{_NAMES.get(line.role, line.role.value) if new else ""}</span>'
    page = (
        f'<span class="page">p. {line.place.page}</span>'
        if line.place.page and (last is None or last.place.page != line.place.page)
        else ""
    )
    text = escape(escaped(line.text.expandtabs(_TAB).rstrip()), quote=True)
    text = f"<mark>{text}</mark>" if marked else f"<span>{text}</span>"
    return f'<p class="l {kind}">{role}<span class="n">{line.place.start_line}</span>{page}{text}</p>\n'


def _places(shown: tuple[ShownLine, ...]) -> dict[tuple[SourceLine, int | None], int]:
    """The index of the first line at each line number and page of the file."""
    places: dict[tuple[SourceLine, int | None], int] = {}
    for n, line in enumerate(shown):
        places.setdefault((line.place.start_line, line.place.page), n)
    return places


def _beside(shown: tuple[ShownLine, ...], findings: list[Finding]) -> dict[int, list[Finding]]:
    """The findings below each line, by its index in ``shown``: those that quote it first."""
    places = _places(shown)
    beside: dict[int, list[Finding]] = {}
    for finding in findings:
        place = finding.evidence[0].place
        if (index := places.get((place.start_line, place.page))) is not None:
            beside.setdefault(index, []).append(finding)
    return beside


def _quoted(shown: tuple[ShownLine, ...], findings: list[Finding]) -> set[int]:
    """The indices in ``shown`` of all lines that findings quote."""
    places = _places(shown)
    quoted = [evidence.place for finding in findings for evidence in finding.evidence]
    return {n for place in quoted if (n := places.get((place.start_line, place.page))) is not None}
