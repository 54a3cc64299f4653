"""Pages about rules in Markdown: for ``checkfirst rule``, ``checkfirst rules`` and the reference pages."""

import re
from textwrap import fill
from typing import Final

from checkfirst.measuring.danger.private import without_private
from checkfirst.model.kinds import with_article
from checkfirst.rules.precision import documents_checked, precisions
from checkfirst.rules.registry import RULES, AnyRule
from checkfirst.rules.samples import Sample, samples_of
from checkfirst.safe_text import on_lines

#: Columns of the lines above the explanation.
_WIDTH = 120
#: Rules that find something in any text that shows what they find.
_SHOWN: Final = {"SAF008"}


def render_rule(rule: AnyRule) -> str:
    """The rule's page: its explanation, and the samples on which it fires and keeps silent."""
    state = ", preview: on trial, applied only when selected by its code" if rule.preview else ""
    samples = samples_of(rule.code, rule.name)
    parts = [
        f"# {rule.code} {rule.name}",
        "",
        fill(f"Severity: {_severities(rule)}. Since {rule.since}{state}.", _WIDTH, break_on_hyphens=False),
        "",
        rule.explanation,
        "",
        *_precision(rule.code),
        *_examples("It fires on", samples.fires),
        *_examples("It keeps silent on", samples.silent),
        # The page shows what the rule is about.
        *([f"<!-- checkfirst: ignore {rule.code} it shows what is meant -->"] if rule.code in _SHOWN else []),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _precision(code: str) -> list[str]:
    """How often the rule's errors and warnings were right on sound documents."""
    readings = [each for each in precisions() if each.code == code]
    documents, sets, date = documents_checked()
    told = [
        f"{each.severity.value}s: {each.right} right, {each.wrong} wrong ({each.wrong_per_thousand:.1f} per 1,000 documents)"
        + (f", {each.debatable} debatable" if each.debatable else "")
        for each in readings
    ]
    found = "; ".join(told) or "no errors or warnings"
    return [f"On {documents:,} sound documents of {sets} sets, read by hand ({date}): {found}.", ""]


def _severities(rule: AnyRule) -> str:
    """The usual severity, then the others with their conditions: ``error; a note if the text is kept``."""
    others = (f"{with_article(severity.value)} if {condition}" for severity, condition in rule.severities if condition)
    return "; ".join((rule.severity.value, *others))


def _examples(title: str, samples: tuple[Sample, ...]) -> list[str]:
    lines = []
    for files in samples:
        lines += [f"## {title}", ""]
        for name, content in files.items():
            lines += [f"`{name}`", "", *_fenced(content), ""]
    return lines


def _fenced(content: bytes) -> list[str]:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return [f"({len(content):,} bytes)"]
    if not text.strip():
        return ["(an empty file)"]
    fence = "`" * max(3, max(map(len, re.findall("`{3,}", text)), default=0) + 1)
    # Nobody could see what a sample with invisible characters is about.
    shown = on_lines(without_private(text).replace("\u00a0", " ")).rstrip("\n")
    return [f"{fence}text", *shown.split("\n"), fence]


def render_rules() -> str:
    """All rules, one on each line."""
    width = max(len(rule.name) for rule in RULES.values())
    return "".join(
        f"{rule.code}  {rule.name:<{width}}  {rule.severity.value:<7}  {rule.summary}{' (preview)' if rule.preview else ''}\n"
        for rule in RULES.values()
    )
