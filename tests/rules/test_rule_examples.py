"""Each rule fires on its own examples and keeps silent on the others; and is documented."""

import re

import pytest

from checkfirst import check_documents
from checkfirst.checking.lock import NAME, parse_lock
from checkfirst.config import Config
from checkfirst.model.rule import Example
from checkfirst.rules.registry import RULES, AnyRule

FIRES = [(rule, example) for rule in RULES.values() for example in rule.fires]
SILENT = [(rule, example) for rule in RULES.values() for example in rule.silent]


def _codes(rule: AnyRule, example: Example) -> set[str]:
    files = {"example.txt": example} if isinstance(example, str) else dict(example)
    lock = parse_lock(files.pop(NAME, ""), NAME)
    report = check_documents(files.items(), config=Config(select=(rule.code,)), lock=lock)
    assert not report.failures
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize(("rule", "example"), FIRES, ids=[rule.code for rule, _ in FIRES])
def test_fires(rule: AnyRule, example: Example) -> None:
    assert _codes(rule, example) == {rule.code}


@pytest.mark.parametrize(("rule", "example"), SILENT, ids=[rule.code for rule, _ in SILENT])
def test_silent(rule: AnyRule, example: Example) -> None:
    assert _codes(rule, example) == set()


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_documented(rule: AnyRule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    paragraphs = rule.explanation.split("\n\n")
    assert len(paragraphs) >= 3, "what it is, why it hurts, what to do"
    assert rule.help.endswith(".")
    assert rule.silent
    assert rule.fires or rule.preview


def test_names_and_codes_are_unique() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
