"""The table of the page: a row a document, missing files and the set among them."""

from collections.abc import Iterator, Sequence

from checkfirst.model.report import ListedEntry
from checkfirst.reporting.html.escape import safe, safe_path
from checkfirst.reporting.html.items import Item
from checkfirst.reporting.html.layout import Layout
from checkfirst.reporting.html.sections import named, pill
from checkfirst.reporting.html.status import SIGNS, slug
from checkfirst.reporting.rows import Row
from checkfirst.safe_text import printable

#: Documents that the table has. Not measured.
MOST_ROWS = 2_000
#: Rules that a row names beside the worst.
_MOST_RULES = 20
#: What stands between what a document is and what it was promised as.
_NOT = ", not “"


def table(layout: Layout, items: Sequence[Item]) -> Iterator[str]:
    """The table as HTML, piece by piece. The column of promises is left out where no index lists anything."""
    has_index = any(item.entries for item in items)
    promised = '<th scope="col">Promised as</th>' if has_index else ""
    yield '<section id="documents" aria-labelledby="documents-head" tabindex="-1">\n'
    yield '<div class="bar-head"><h2 id="documents-head">Documents</h2> <p id="shown" role="status"></p></div>\n'
    yield f'<table class="documents{"" if has_index else " unlisted"}">\n'
    yield '<thead><tr><th scope="col">Status</th><th scope="col">Document</th>'
    yield f'{promised}<th scope="col">What it is</th><th scope="col">Worst finding</th><th scope="col">Sure</th></tr></thead>\n<tbody>\n'
    for item in items[:MOST_ROWS]:
        yield _row(layout, item, has_index=has_index)
    yield "</tbody></table>\n"
    yield '<p id="nothing" class="soft" hidden>No row matches the filters. <button type="reset" form="filters">Show everything</button></p>\n'
    if len(items) > MOST_ROWS:
        yield f'<p class="soft">{len(items) - MOST_ROWS:,} more rows, nothing worse among them, are not in this page; <code>--format json</code> has them all.</p>\n'
    yield "</section>\n"


def _row(layout: Layout, item: Item, *, has_index: bool) -> str:
    row = item.row
    tokens = " ".join(f"{code}:{severity.value}" for code, severity in item.tokens)
    severity = f' data-severity="{row.severity.value}"' if row.severity else ""
    name = safe_path(named(row.path))
    link = f'<a href="#d{item.number}">{name}</a>' if row.path in layout.anchors else name
    cells = [
        f'<td class="status">{pill(item)}</td>',
        f'<th scope="row">{link}</th>',
        *([f'<td class="promise">{_promise(item.entries)}</td>'] if has_index else []),
        f'<td class="what">{_what(item)}</td>',
        f'<td class="rules">{_rules(item)}</td>',
        f'<td class="sure">{_sure(item)}</td>',
    ]
    return (
        f'<tr class="{item.tone}" data-n="{item.number}" data-status="{slug(item.word)}"{severity}'
        f' data-rules="{tokens}">{"".join(cells)}</tr>\n'
    )


def _promise(entries: Sequence[ListedEntry]) -> str:
    if not entries:
        return ""
    first = entries[0]
    more = f" and {len(entries) - 1:,} more" if len(entries) > 1 else ""
    where = f"{safe_path(first.index)}:{first.place.start_line}{more}"
    return f"{safe(first.title or first.target)} <small>{where}</small>"


def _what(item: Item) -> str:
    row = item.row
    if row.text:
        return safe(_without_promise(row))
    if row.document is None or item.is_sound:
        return safe(item.kind)
    said = safe(row.beside[0].first.message) if row.beside else ""
    return f"{safe(item.kind)} <small>{said}</small>" if item.kind else f"<small>{said}</small>"


def _without_promise(row: Row) -> str:
    """The text of the claim without the entry that it breaks, which has a column of its own."""
    if row.promise is None or not row.text.endswith(f"of {printable(row.promise.path)}:{row.promise.place.start_line}"):
        return row.text
    return row.text.partition(_NOT)[0]


def _rules(item: Item) -> str:
    """The rule that says most, and the others, which the filters show."""
    tags = [
        f'<span class="rule{" rest" if n else ""}" data-rules="{code}:{severity.value}">'
        f'<span aria-hidden="true">{SIGNS[severity]}</span> {safe(name.replace("-", " "))} <span class="code">{code}</span></span>'
        for n, ((code, severity), name) in enumerate(list(item.tokens.items())[:_MOST_RULES])
    ]
    more = f'<span class="more">+{len(item.tokens) - 1:,} more</span>' if len(item.tokens) > 1 else ""
    return " ".join(tags) + more


def _sure(item: Item) -> str:
    row = item.row
    if row.behind:
        return f"{row.confidence:.0%}"
    return f"{row.beside[0].first.confidence:.0%}" if row.beside else ""
