"""The report on a corpus as one web page: sources, what is claimed, and a drawn sample of each claim with its lines."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from checkfirst.corpus.copies_table import CopiesFound, Pair
from checkfirst.corpus.strangers import Member, Stranger
from checkfirst.corpus.summary import Example, SourceSummary, Summary, whole, worst_first
from checkfirst.corpus.told import COLUMNS, head, nearly_all, numbers, phrase, strangers_of
from checkfirst.model.finding import Severity
from checkfirst.reporting.html.assets import CORPUS_STYLE, corpus_policy
from checkfirst.reporting.html.escape import safe, safe_path
from checkfirst.reporting.phrases import counted
from checkfirst.rules.registry import RULES
from checkfirst.version import __version__

#: Sources that are told at once, and those behind them, documents shown in all, sources with strangers, and pairs of
#: near-duplicates.
_FIRST_SOURCES, _MOST_SOURCES, _MOST_SHOWN, _MOST_STRANGE = 20, 500, 200, 50
PAIRS: Final = 20
_SEVERITY: Final = {severity.rank: severity.value for severity in Severity}


def page_parts(
    summary: Summary,
    name: str,
    copies: CopiesFound | None = None,
    sample: int | None = None,
    topics: Mapping[str, Stranger] | None = None,
) -> Iterator[str]:
    """The page, piece by piece. Text of documents is escaped; the policy lets nothing be fetched and no script run."""
    all_ = whole(summary)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{corpus_policy()}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
    yield f"<title>Corpus {safe(name)}</title>\n<style>{CORPUS_STYLE}</style>\n</head>\n<body>\n"
    yield from _header(summary, all_, name, sample)
    yield '<main>\n<div class="content">\n'
    yield from _nearly_all(summary)
    yield from _claims(all_)
    yield from _sources(summary, all_)
    yield from _examples(summary)
    yield from _strangers(strangers_of(summary, topics or {}))
    yield from _copies(copies)
    yield "</div>\n</main>\n<footer><p>A document is clear if no error and no warning is claimed of it. Severity says how bad a"
    yield " claim is, “sure” how likely it is to be right.</p></footer>\n</body>\n</html>\n"


def _header(summary: Summary, all_: SourceSummary, name: str, sample: int | None) -> Iterator[str]:
    tone, sign = ("check-first", "✗ Check first") if all_.errors or all_.failures else ("ready", "✓ Ready")
    yield f'<header class="{tone}">\n<h1>{sign}</h1>\n<p class="reason">{safe(head(summary, all_))}</p>\n'
    yield f'<dl class="facts"><div><dt>Results</dt><dd>{safe_path(name)}</dd></div>\n'
    for term, counts in (("Kinds", all_.kinds), ("Languages", all_.languages)):
        yield f"<div><dt>{term}</dt><dd>{_listed(counts)}</dd></div>\n" if counts else ""
    if sample is not None:
        yield f"<div><dt>Sample</dt><dd>the first rows of each input, {sample:,} in all</dd></div>\n"
    yield f"<div><dt>By</dt><dd>checkfirst {__version__}</dd></div>\n</dl>\n</header>\n"


def _listed(counts: Mapping[str, int], most: int = 6) -> str:
    ordered = _ordered(counts)
    more = [f"{len(ordered) - most} more"] if len(ordered) > most else []
    return ", ".join([*(f"{count:,} {safe(what)}" for what, count in ordered[:most]), *more])


def _nearly_all(summary: Summary) -> Iterator[str]:
    told = [(source, found, one) for source, found in sorted(summary.items()) if (one := found.nearly_all)]
    if not told:
        return
    yield '<section class="part"><h2>Sources that one rule would drop nearly whole</h2>\n'
    for source, found, one in told:
        yield f'<div class="group warning"><h4>{safe(source)}</h4><p>{safe(nearly_all(found, *one))}</p></div>\n'
    yield "</section>\n"


def _claims(all_: SourceSummary) -> Iterator[str]:
    """What is claimed of how many documents: the rows are all of them."""
    severities = (Severity.ERROR, Severity.WARNING)
    rows = [(claim, s.value, count) for s in severities for claim, count in _ordered(all_.claimed(s))]
    rows += [("not checked", reason, count) for reason, count in _ordered(all_.reasons)]
    rows += [("clear", "", all_.clear)] if all_.clear else []
    yield '<section class="part"><h2>What is claimed of them</h2>\n'
    yield _table("counts", ("claim", "severity or reason", "documents"), {"documents"})
    for claim, why, count in rows:
        yield f'<tr><th scope="row">{safe(claim)}</th><td>{_pill(why)}</td><td class="sure">{count:,}</td></tr>\n'
    yield "</tbody></table></section>\n"


def _pill(word: str) -> str:
    return f'<span class="pill {word}">{word}</span>' if word in _SEVERITY.values() else safe(word)


def _table(sort: str, names: tuple[str, ...], figures: Collection[str]) -> str:
    """The beginning of a table; columns of figures are on the right."""
    sides = (' class="sure"' if name in figures else "" for name in names)
    heads = "".join(f'<th scope="col"{side}>{name}</th>' for side, name in zip(sides, names, strict=True))
    return f'<table class="{sort}"><thead><tr>{heads}</tr></thead><tbody>\n'


def _sources(summary: Summary, all_: SourceSummary) -> Iterator[str]:
    ordered = worst_first(summary)
    yield '<section class="part"><h2>Sources</h2>\n'
    yield _table("counts sources", ("source", *COLUMNS, "mostly"), COLUMNS)
    rest = ordered[_FIRST_SOURCES:]
    yield from map(_source_row, ordered[:_FIRST_SOURCES])
    if rest:
        yield _row(counted(len(rest), "more source"), whole(dict(rest)), "")
    foot = f"<tfoot>{_row('all', all_, '')}</tfoot>" if len(ordered) > 1 else ""
    yield f"</tbody>{foot}</table>\n"
    if rest:
        told = rest[:_MOST_SOURCES]
        which = "The other" if len(told) == len(rest) else "The next"
        yield f"<details><summary>{which} {counted(len(told), 'source')}</summary>\n"
        yield _table("counts sources", ("source", *COLUMNS, "mostly"), COLUMNS)
        yield from map(_source_row, told)
        yield "</tbody></table></details>\n"
    yield "</section>\n"


def _source_row(item: tuple[str, SourceSummary]) -> str:
    source, found = item
    kinds = _ordered(found.kinds)
    return _row(safe_path(source), found, kinds[0][0] if kinds else "")


def _row(name: str, found: SourceSummary, kind: str) -> str:
    cells = "".join(
        f'<td class="sure{"" if count else " none"}" data-name="{column}">{count:,}</td>'
        for column, count in zip(COLUMNS, numbers(found), strict=True)
    )
    return f'<tr><th scope="row">{name}</th>{cells}<td class="kind">{safe(kind)}</td></tr>\n'


def _examples(summary: Summary) -> Iterator[str]:
    by_rule: dict[tuple[int, str], list[tuple[str, Example]]] = {}
    for source, found in worst_first(summary):
        for example in found.examples:
            by_rule.setdefault((example.rank, example.code), []).append((source, example))
    each, left = max(1, _MOST_SHOWN // max(1, len(by_rule))), _MOST_SHOWN
    if by_rule:
        yield '<section class="part"><h2>A sample of each claim</h2>\n'
    for (rank, code), examples in sorted(by_rule.items()):
        some = examples[: min(each, left)]
        left -= len(some)
        if some:
            yield f'<div class="doc"><div class="head">{_pill(_SEVERITY[rank])} <h3>{safe(_rule(code))}</h3></div>\n<div class="columns">\n'
            yield from (_example(source, example) for source, example in some)
            yield "</div></div>\n"
    yield "</section>\n" if by_rule else ""


def _rule(code: str) -> str:
    name = RULES[code].name if code in RULES else ""
    return f"{code} {name}".strip()


def _example(source: str, example: Example) -> str:
    caption = f"{_document(example.id, source)} {safe(example.text)} · {1 - example.doubt:.0%} sure"
    return _figure(caption, [(f"{example.line:,}" if example.line else "", example.quote)])


def _strangers(strange: list[tuple[str, Stranger]]) -> Iterator[str]:
    if not strange:
        return
    yield '<section class="part"><h2>Strangers in their source</h2>\n'
    yield "<p>They differ from nearly all others of their source. Nothing is claimed of them, and none is dropped.</p>\n"
    for source, stranger in strange[:_MOST_STRANGE]:
        yield f'<div class="doc"><div class="head"><h3>{safe(source)}</h3></div><p class="claim">{safe(phrase(stranger))}</p>\n'
        yield from (_opening(member) for member in stranger.members)
        yield "</div>\n"
    yield "</section>\n"


def _opening(member: Member) -> str:
    return _figure(f"<b>{safe(member.id)}</b>", [("", member.opening)])


def _copies(copies: CopiesFound | None) -> Iterator[str]:
    if copies is None:
        return
    yield '<section class="part"><h2>Near-duplicates</h2>\n'
    sources = f": {_listed(copies.by_source)}" if copies.by_source else ""
    yield f"<p>{counted(copies.documents, 'document')} of an earlier one{sources}. {counted(copies.pairs, 'pair').capitalize()}"
    yield f" in <code>copies.parquet</code>; {len(copies.some)} of them, the least alike first, with their first lines:</p>\n"
    yield from map(_pair, copies.some)
    yield "</section>\n"


def _pair(pair: Pair) -> str:
    both = " and ".join(_document(name, source) for name, source, _ in (pair.first, pair.second))
    alike = f"{pair.similarity:.0%} alike, {pair.containment:.0%} of the shorter one in the other"
    lines = [(str(place), opening) for place, (_, _, opening) in enumerate((pair.first, pair.second), 1)]
    return f'<div class="doc">{_figure(f"{both} · {alike}", lines)}</div>\n'


def _document(name: str, source: str) -> str:
    return f"<b>{safe(name)}</b> ({safe_path(source)})"


def _figure(caption: str, lines: list[tuple[str, str]]) -> str:
    """Quoted lines with what they are from."""
    quoted = "".join(f"<p><i>{place}</i><span>{safe(line)}</span></p>" for place, line in lines if line)
    block = f'<div class="lines">{quoted}</div>' if quoted else ""
    return f'<figure class="quote"><figcaption>{caption}</figcaption>{block}</figure>\n'


def _ordered(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
