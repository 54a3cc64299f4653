"""Rules that other packages bring: of the same type as our own, under a prefix of their own, and on trial."""

from collections.abc import Callable, Collection, Iterator
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re, plugins
from checkfirst.model.rule import Hit, Rule, View
from checkfirst.model.views import DocumentView, SetView
from checkfirst.plugins import Brought, Problem, brought, named

AnyRule = Rule[DocumentView] | Rule[SetView]
_CODE: Final = lazy_re.compile(r"[A-Z]{3}\d{3}")


class FailedRule(Exception):
    """A rule of a plug-in raised an error; the text names the rule, its package and the error."""


def others(own: Collection[str]) -> tuple[dict[str, AnyRule], tuple[Problem, ...]]:
    """The rules by code that installed packages bring, and why some are left out; ``own`` are codes of our own rules."""
    found, problems = brought(plugins.RULES)
    taken = {code[:3] for code in own}
    rules: dict[str, AnyRule] = {}
    refused: list[Problem] = []
    for each in found:
        if reason := _refusal(each, taken, rules):
            refused.append(Problem(each.source, each.name, reason))
        else:
            rules[each.value.code] = _on_trial(each.value, each.source)
    return rules, (*problems, *refused)


def _refusal(each: Brought, taken: Collection[str], rules: dict[str, AnyRule]) -> str:
    """Why something is no rule that can be used; empty if it is one."""
    rule = each.value
    if not isinstance(rule, Rule):
        return f"{type(rule).__name__}, not a rule"
    if not _CODE.fullmatch(rule.code):
        return f"the code {rule.code!r} is not three letters and three digits"
    if rule.code[:3] in taken:
        return f"the prefix {rule.code[:3]} is checkfirst's own; take another one"
    if rule.code in rules:
        return f"the code {rule.code} is also in {rules[rule.code].source}"
    if rule.sees not in {DocumentView, SetView} or not rule.explanation:
        return "it sees neither a document nor a set" if rule.explanation else "it has no docstring"
    return ""


def _on_trial(rule: Rule[View], source: str) -> Rule[View]:
    """The rule as one in preview; an error in it names it."""
    return replace(rule, preview=True, source=source, apply=_named(rule, source))


def _named(rule: Rule[View], source: str) -> Callable[[View], Iterator[Hit]]:
    def apply(view: View) -> Iterator[Hit]:
        with named(rule.code, source, FailedRule):
            yield from rule.apply(view)

    return apply
