"""Each rule declares the severities of its findings, with the condition of each but the usual one."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from checkfirst.model.finding import SET_PATH, Severity
from checkfirst.model.kinds import Purpose
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import SetMeasures
from checkfirst.model.views import SetView
from checkfirst.reporting.rule_page import render_rule
from checkfirst.rules.engine import findings_of
from checkfirst.rules.registry import RULES, AnyRule, modules


def tree_of(module: str) -> ast.Module:
    path = import_module(module).__file__
    assert path
    return ast.parse(Path(path).read_text("utf-8"))


def code_outside_decorators(tree: ast.Module) -> Iterator[ast.AST]:
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef):
            statement.decorator_list = []
        yield from ast.walk(statement)


def severities_in(module: str) -> set[Severity]:
    """The severities that a rule's module names, its decorator aside, and those in the modules that it shares."""
    found = set()
    for node in code_outside_decorators(tree_of(module)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Severity":
            found.add(Severity[node.attr])
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.rpartition(".")[2].startswith("_"):
            found |= severities_in(node.module)
    return found


@pytest.mark.parametrize("module", list(modules()))
def test_a_rule_declares_the_severities_that_its_code_gives(module: str) -> None:
    name = module.rpartition(".")[2].replace("_", "-")
    declared = next(rule for rule in RULES.values() if rule.name == name)
    assert {severity for severity, _ in declared.severities} == {declared.severity, *severities_in(module)}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_severities_are_in_order_and_the_usual_one_alone_has_no_condition(rule: AnyRule) -> None:
    severities = [severity for severity, _ in rule.severities]
    assert severities == sorted(set(severities), key=lambda severity: severity.rank)
    assert [severity for severity, condition in rule.severities if not condition] == [rule.severity]
    for _, condition in rule.severities:
        assert not condition.endswith(".")
        assert not condition.startswith("if ")


def test_the_engine_refuses_a_severity_that_the_rule_does_not_declare() -> None:
    """So every check of a test is a test of what its rules declare."""

    @rule(code="SET999", sees=SetView, severity=Severity.WARNING, also={Severity.NOTE: "it is short"}, since="0.1.0")
    def loud(view: SetView) -> Iterator[Hit]:
        """It is loud."""
        for severity in (None, Severity.NOTE, *([Severity.ERROR] if view.purpose is Purpose.BUILD else [])):
            quote = Quote(span=text_span(0), text="A line")
            yield Hit(message="loud", evidence=(quote,), confidence=0.9, severity=severity)

    quiet = SetView(measures=SetMeasures(), purpose=Purpose.RETRIEVE)
    assert [f.severity for f in findings_of([loud], quiet, SET_PATH, {})] == [Severity.WARNING, Severity.NOTE]
    with pytest.raises(ValueError, match="SET999 gave a finding with a severity that it does not declare: error"):
        findings_of([loud], SetView(measures=SetMeasures(), purpose=Purpose.BUILD), SET_PATH, {})


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("FIL008", "Severity: error; a note if its name is not that of a document"),
        (
            "IDX005",
            "Severity: warning; an error if the entry has several words, and its file has none of them; a note if the entry has one word for its subject and no description, and nothing sets its file apart. Since",
        ),
        (
            "WEB002",
            "Severity: error; a warning if there are fewer than 2 comments, most of their authors are not known, or the text is probably technical.",
        ),
    ],
)
def test_the_page_of_a_rule_says_its_severities(code: str, line: str) -> None:
    assert render_rule(RULES[code]).split("\n\n")[1].replace("\n", " ").startswith(line)
