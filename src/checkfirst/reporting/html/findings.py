"""Findings as HTML: those of one rule together, with its name, its code and what to do once."""

from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Evidence, Finding, Severity
from checkfirst.reporting.html.escape import safe, with_code
from checkfirst.reporting.html.excerpts import excerpts
from checkfirst.reporting.html.glossary import code_link
from checkfirst.reporting.html.layout import Layout
from checkfirst.reporting.html.status import SIGNS
from checkfirst.reporting.html.units import unit
from checkfirst.reporting.phrases import lines_of

#: Findings of one rule that are unfolded, and lines above and below what the first one quotes. Not measured.
_UNFOLDED, _AROUND = 3, 2


def group_html(
    layout: Layout,
    path: str,
    findings: tuple[Finding, ...],
    severity: Severity,
    proven: frozenset[Evidence],
    *,
    leads: bool,
) -> Iterator[str]:
    """The findings of one rule on the document ``path``. ``proven`` are the quotes that stand above already.

    Lines around its quotes are shown for the first, where it leads.
    """
    first = findings[0]
    many = f' <span class="count">× {len(findings):,}</span>' if len(findings) > 1 else ""
    yield f'<article class="group {severity.value}" data-rules="{first.code}:{severity.value}">\n'
    yield f'<h4><span class="sign" aria-hidden="true">{SIGNS[severity]}</span> {safe(first.name.replace("-", " "))}{many} '
    yield f"{code_link(first.code)}</h4>\n<ul>\n"
    for number, finding in enumerate(findings[:_UNFOLDED]):
        yield from _finding(layout, path, finding, proven, around=leads and number == 0)
    yield "</ul>\n"
    if rest := findings[_UNFOLDED : layout.most]:
        yield f"<details><summary>{len(rest):,} more</summary>\n<ul>\n"
        for finding in rest:
            yield from _finding(layout, path, finding, proven, around=False)
        yield "</ul>\n</details>\n"
    if left := len(findings) - max(_UNFOLDED, layout.most):
        yield f'<p class="soft">{left:,} more are not in this page.</p>\n' if left > 0 else ""
    yield f'<p class="help">{with_code(first.help)}</p>\n</article>\n'


def _finding(
    layout: Layout, path: str, finding: Finding, proven: frozenset[Evidence], *, around: bool
) -> Iterator[str]:
    where = f"{safe(lines_of(finding.place))}: " if finding.place and finding.path != SET_PATH else ""
    if finding.path != path and finding.path != SET_PATH:
        where = f"{safe(finding.path)}, {where}"
    yield f'<li class="finding"{unit(layout, finding)}><p>{where}{safe(finding.message)} <small>{finding.confidence:.0%} sure</small></p>\n'
    quotes = [evidence for evidence in finding.evidence if evidence not in proven]
    yield from excerpts(layout, path, quotes, around=_AROUND if around else 0, captioned=False)
    yield "</li>\n"


def accepted_html(layout: Layout, findings: tuple[Finding, ...]) -> Iterator[str]:
    """The findings that the lock file, or a comment in a document, accepts: folded."""
    if not findings:
        return
    yield '<section class="part" aria-labelledby="accepted"><details><summary><h2 id="accepted">Accepted findings '
    yield f'<span class="count">{len(findings):,}</span></h2></summary>\n<ul>\n'
    for finding in findings[: layout.most]:
        where = f", {safe(lines_of(finding.place))}" if finding.place and finding.path != SET_PATH else ""
        # Only what the lock file accepts can be taken back; a comment stands in its document.
        marked = layout.served is not None and finding.fingerprint in layout.served.accepted
        yield f'<li class="finding"{unit(layout, finding) if marked else ""}><p><strong>{safe(finding.path)}</strong>{where}: {safe(finding.message)} '
        yield f'<span class="code">{finding.code}</span></p></li>\n'
    yield "</ul>\n"
    if len(findings) > layout.most:
        yield f'<p class="soft">{len(findings) - layout.most:,} more are not in this page.</p>\n'
    yield "</details></section>\n"
