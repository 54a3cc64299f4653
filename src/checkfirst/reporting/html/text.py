"""A document as its reader sees it: what each run of lines is stands in the margin, findings beside their lines."""

from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby

from checkfirst.model.document import Role
from checkfirst.model.finding import Finding
from checkfirst.model.report import DocumentReport, ShownLine
from checkfirst.reporting.html.figures import CLASSES
from checkfirst.safe_text import escaped

#: Lines shown at the start, and around a line that a finding quotes.
_OPENING, _AROUND = 14, 2
#: Letters that the markup of one line takes.
_MARKUP = 90
_NAMES = {
    Role.PAGE_CHROME: "page furniture",
    Role.COMMENT_HEADER: "comment",
    Role.REFERENCE_LIST: "references",
    Role.REPUBLICATION_NOTE: "republished",
}
#: What writes a finding; it is told whether the line that it quotes first stands right above.
Render = Callable[[Finding, bool], Iterator[str]]


def shown_text(document: DocumentReport, findings: list[Finding], room: int, render: Render) -> Iterator[str]:
    """The lines that matter, with what is between them folded. ``room`` is how many letters may be taken.

    A finding stands below the first line that it quotes; one that quotes no line of these stands above all.
    """
    beside = _beside(document.shown, findings)
    quoted = _quoted(document.shown, findings)
    for finding in findings:
        if all(finding is not other for others in beside.values() for other in others):
            yield from render(finding, False)
    if not document.shown:
        return
    open_ = {n for place in (*beside, *quoted) for n in range(place - _AROUND, place + _AROUND + 1)}
    open_ |= set(range(_OPENING))
    yield '<div class="doc">\n'
    numbered = list(enumerate(document.shown))
    for is_open, run in groupby(numbered, key=lambda pair: pair[0] in open_):
        lines = list(run)
        if is_open:
            for n, line in lines:
                last = document.shown[n - 1] if n and n - 1 in open_ else None
                yield _line(line, last, marked=n in quoted)
                for finding in beside.get(n, ()):
                    yield from render(finding, True)
                room -= _MARKUP + len(line.text)
        else:
            room -= sum(_MARKUP + len(line.text) for _, line in lines)
            yield from _folded([line for _, line in lines], with_text=room > 0)
    yield "</div>\n"


def _folded(lines: list[ShownLine], *, with_text: bool) -> Iterator[str]:
    said = f"{len(lines):,} more line{'' if len(lines) == 1 else 's'}"
    if not with_text:
        yield f'<p class="gap">{said}, not in this page</p>\n'
        return
    yield f'<details class="gap"><summary>{said}</summary>\n'
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
    text = escape(escaped(line.text.expandtabs(4).rstrip()), quote=True)
    text = f"<mark>{text}</mark>" if marked else f"<span>{text}</span>"
    return f'<p class="l {kind}">{role}<span class="n">{line.place.start_line}</span>{page}{text}</p>\n'


def _places(shown: tuple[ShownLine, ...]) -> dict[tuple[int, int | None], int]:
    places: dict[tuple[int, int | None], int] = {}
    for n, line in enumerate(shown):
        places.setdefault((line.place.start_line, line.place.page), n)
    return places


def _beside(shown: tuple[ShownLine, ...], findings: list[Finding]) -> dict[int, list[Finding]]:
    """Findings by the line below which they stand: that of their first quote."""
    places = _places(shown)
    beside: dict[int, list[Finding]] = {}
    for finding in findings:
        at = finding.evidence[0].place
        if (index := places.get((at.start_line, at.page))) is not None:
            beside.setdefault(index, []).append(finding)
    return beside


def _quoted(shown: tuple[ShownLine, ...], findings: list[Finding]) -> set[int]:
    places = _places(shown)
    quoted = [evidence.place for finding in findings for evidence in finding.evidence]
    return {index for at in quoted if (index := places.get((at.start_line, at.page))) is not None}
