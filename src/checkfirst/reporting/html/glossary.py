"""The rules that found something, explained at the end of the page: folded, and led to from each finding."""

from collections.abc import Iterable, Iterator

from checkfirst.model.finding import Finding
from checkfirst.reporting.html.escape import safe, with_code


def code_link(code: str) -> str:
    """The code of a rule, which leads to its explanation."""
    return f'<a class="code" href="#rule-{safe(code)}">{safe(code)}</a>'


def glossary(findings: Iterable[Finding]) -> Iterator[str]:
    """The explanation of each rule that found something, in the order of their codes."""
    from checkfirst.rules.registry import RULES

    codes = sorted({finding.code for finding in findings} & RULES.keys())
    if not codes:
        return
    yield '<section class="part" aria-labelledby="rules-head">\n<h2 id="rules-head">Rules</h2>\n'
    for code in codes:
        rule = RULES[code]
        # The name is within the fold, so that a link to it unfolds it without the script.
        name = safe(rule.name.replace("-", " "))
        yield f'<details class="doc sound"><summary>{code} {name}</summary>\n'
        yield f'<div id="rule-{code}">\n'
        for paragraph in rule.explanation.split("\n\n"):
            yield f"<p>{with_code(' '.join(paragraph.split()))}</p>\n"
        yield "</div></details>\n"
    yield "</section>\n"
