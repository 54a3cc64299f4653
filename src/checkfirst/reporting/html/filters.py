"""Chips that choose what the page shows: by status, severity and rule, and a search over paths. The script shows them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from checkfirst.model.finding import Severity
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.items import Item
from checkfirst.reporting.html.status import SIGNS, slug


def filters(items: Sequence[Item]) -> Iterator[str]:
    """The form, as HTML: chips for the statuses, severities and rules that occur, each with the number of documents."""
    statuses = Counter((item.word, item.sign) for item in items)
    words = dict(reversed(statuses))
    of_word = Counter(item.word for item in items)
    severities = Counter(item.row.severity for item in items)
    rules = Counter(code for item in items for code in {c for c, _ in item.tokens})
    names = {code: name for item in items for (code, _), name in item.tokens.items()}
    yield '<form id="filters" aria-label="Filters" autocomplete="off" hidden>\n<details open><summary>Filters</summary>\n'
    yield '<p class="search"><label for="search">Search in paths</label><input type="search" id="search" spellcheck="false"></p>\n'
    yield '<button type="reset" id="reset" disabled>Show everything</button>\n'
    yield from _chips("Status", "status", [(slug(w), f"{words[w]} {w}", n) for w, n in of_word.items()])
    yield from _chips(
        "Severity", "severity", [(s.value, f"{SIGNS[s]} {s.value}", severities[s]) for s in Severity if severities[s]]
    )
    ranked = sorted(rules.items(), key=lambda pair: (-pair[1], pair[0]))
    yield from _chips("Rule", "rule", [(code, f"{names[code].replace('-', ' ')} {code}", n) for code, n in ranked])
    yield '<p class="soft">Numbers count documents.</p>\n</details>\n</form>\n'


def _chips(legend: str, group: str, chips: Sequence[tuple[str, str, int]]) -> Iterator[str]:
    if not chips:
        return
    yield f'<fieldset data-group="{group}"><legend>{legend}</legend>\n'
    for value, label, count in chips:
        yield f'<div class="chip"><label><input type="checkbox" value="{value}" checked> <span>{safe(label)}</span> '
        yield f'<span class="count">{count:,}</span></label>'
        yield f'<button type="button" class="only" aria-pressed="false" aria-label="only {safe(label)}">only</button></div>\n'
    yield "</fieldset>\n"
