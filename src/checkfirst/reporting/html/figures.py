"""The roles of a document's lines: a bar from its first line to its last, and a legend that says what the colours mean."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby

from checkfirst.model.document import Role, Segment
from checkfirst.model.location import Place

#: Width and height of the bar, in units of the drawing.
_WIDTH, _HEIGHT = 800, 14
#: Share of the lines from which the legend gives it as a number: less would be 0%.
_SHARE_FROM = 0.005
#: Classes of the page's style, with their words and roles; other roles are text.
_CLASSES = {
    "chrome": (
        "menus, buttons and other page chrome",
        {Role.NAVIGATION, Role.PAGE_CHROME, Role.ADVERTISEMENT, Role.TAGS, Role.REPUBLICATION_NOTE},
    ),
    "comment": ("comments of readers", {Role.COMMENT, Role.COMMENT_HEADER}),
    "heading": ("headings", {Role.HEADING, Role.TITLE}),
    "shaped": (
        "code, tables, lists",
        {Role.CODE, Role.TABLE, Role.LIST, Role.METADATA, Role.REFERENCE_LIST},
    ),
}
_TEXT, _TEXT_WORDS = "text", "running text"
_OF_ROLE = {role: name for name, (_, roles) in _CLASSES.items() for role in roles}


def class_of(role: Role) -> str:
    """The class of the page's style for lines of a role."""
    return _OF_ROLE.get(role, _TEXT)


def legend(segments: Sequence[Segment[Place]]) -> str:
    """The bar and its legend. HTML; nothing where the roles are not known."""
    runs = [
        (name, sum(segment.span.end_line - segment.span.start_line + 1 for segment in run))
        for name, run in groupby(segments, key=lambda segment: class_of(segment.role))
    ]
    total = sum(count for _, count in runs)
    if not total:
        return ""
    shares: Counter[str] = Counter()
    for name, count in runs:
        shares[name] += count
    words = {_TEXT: _TEXT_WORDS, **{name: said for name, (said, _) in _CLASSES.items()}}
    keys = "".join(
        f'<li><svg class="swatch" aria-hidden="true" width="12" height="12"><rect class="role-{name}" width="12" height="12"/></svg>'
        f" {words[name]} {shares[name] / total:.0%}</li>"
        for name in words
        if shares[name] / total >= _SHARE_FROM
    )
    return (
        '<div class="legend"><p>What the lines are for, from the first to the last:</p>'
        f'{_bar(runs, total)}<ul class="keys">{keys}</ul></div>\n'
    )


def _bar(runs: Sequence[tuple[str, int]], total: int) -> str:
    shapes: defaultdict[str, list[str]] = defaultdict(list)
    done = 0
    for name, count in runs:
        left, right = _WIDTH * done // total, _WIDTH * (done + count) // total
        # A run too short to be seen leaves its place to the next.
        if right > left:
            shapes[name].append(f"M{left} 0V{_HEIGHT}H{right}V0z")
        done += count
    bars = [f'<path class="role-{name}" d="{"".join(shape)}"/>' for name, shape in shapes.items()]
    return (
        f'<svg class="bar" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true" preserveAspectRatio="none">'
        f"{''.join(bars)}</svg>"
    )
