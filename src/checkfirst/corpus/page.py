"""The report on a corpus as one web page: sources, what is claimed, and a drawn sample of each claim with its lines."""

from collections.abc import Iterator, Mapping
from typing import Final

from checkfirst.corpus.summary import Example, SourceSummary, Summary, whole
from checkfirst.model.finding import Severity
from checkfirst.reporting.html.assets import STYLE, policy
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.phrases import counted

#: Sources in the table, and documents shown in all.
_MOST_SOURCES, _MOST_SHOWN = 500, 200


def page_parts(summary: Summary, name: str) -> Iterator[str]:
    """The page, piece by piece. Text of documents is escaped; the policy lets nothing be fetched."""
    all_ = whole(summary)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
    yield f"<title>Corpus {safe(name)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
    yield f"<h1>{safe(name)}: {counted(all_.documents, 'document')} of {counted(len(summary), 'source')}</h1>\n"
    yield from _counts("What is claimed of them", all_.claims)
    yield from _counts("Not checked", all_.reasons)
    yield from _nearly_all(summary)
    yield from _sources(summary)
    yield from _examples(summary)
    yield "</main>\n</body>\n</html>\n"


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    if not counts:
        return
    yield f'<h2>{title}</h2>\n<table><thead><tr><th scope="col">what</th><th scope="col">documents</th></tr></thead><tbody>\n'
    for what, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f'<tr><th scope="row">{safe(what)}</th><td>{count:,}</td></tr>\n'
    yield "</tbody></table>\n"


def _nearly_all(summary: Summary) -> Iterator[str]:
    for source, found in sorted(summary.items()):
        if told := found.nearly_all:
            yield (
                f"<p><strong>{safe(source)}</strong>: {told[0]} finds {told[1]:,} of its {found.documents:,} documents wrong. "
                "Look at some: the source is not what it was taken for, or the rule does not fit it.</p>\n"
            )


def _sources(summary: Summary) -> Iterator[str]:
    ordered = _worst_first(summary)
    yield "<h2>Sources</h2>\n<table><thead><tr>"
    yield "".join(f'<th scope="col">{name}</th>' for name in ("source", "documents", "wrong", "not checked", "mostly"))
    yield "</tr></thead><tbody>\n"
    for source, found in ordered[:_MOST_SOURCES]:
        kind = max(found.kinds.items(), key=lambda item: (item[1], item[0]), default=("", 0))[0]
        cells = f"<td>{found.documents:,}</td><td>{found.wrong:,}</td><td>{found.failures:,}</td><td>{safe(kind)}</td>"
        yield f'<tr><th scope="row">{safe(source)}</th>{cells}</tr>\n'
    yield "</tbody></table>\n"
    if len(ordered) > _MOST_SOURCES:
        yield f"<p>{counted(len(ordered) - _MOST_SOURCES, 'source')} more, with no more wrong documents than these.</p>\n"


def _examples(summary: Summary) -> Iterator[str]:
    by_claim: dict[str, list[tuple[str, Example]]] = {}
    for source, found in _worst_first(summary):
        for example in found.examples:
            by_claim.setdefault(example.text, []).append((source, example))
    ordered = sorted(by_claim.items(), key=lambda item: (min(e.rank for _, e in item[1]), item[0]))
    each, shown = max(1, _MOST_SHOWN // max(1, len(ordered))), 0
    yield "<h2>A sample of each claim</h2>\n"
    for text, examples in ordered:
        some = examples[: min(each, _MOST_SHOWN - shown)]
        shown += len(some)
        if some:
            yield f"<section><h3>{_SEVERITY[some[0][1].rank]}: {safe(text)}</h3>\n"
            yield from (_example(source, example) for source, example in some)
            yield "</section>\n"


def _example(source: str, example: Example) -> str:
    quote = f"<blockquote><p>{safe(example.quote)}</p></blockquote>" if example.quote else ""
    where = f", line {example.line:,}" if example.line else ""
    sure = f"{1 - example.doubt:.0%}"
    return f"<p><strong>{safe(example.id)}</strong> ({safe(source)}){where}: {safe(example.code)}, {sure} sure</p>{quote}\n"


_SEVERITY: Final = {severity.rank: severity.value for severity in Severity}


def _worst_first(summary: Summary) -> list[tuple[str, SourceSummary]]:
    return sorted(summary.items(), key=lambda item: (-item[1].wrong, -item[1].failures, item[0]))
