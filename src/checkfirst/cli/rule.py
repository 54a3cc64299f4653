"""``checkfirst rule CODE``: the explanation of one rule."""

import argparse

from checkfirst.cli.output import READY, write
from checkfirst.errors import UsageError
from checkfirst.reporting.rule_page import render_rule
from checkfirst.rules.registry import RULES, known


def run(options: argparse.Namespace) -> int:
    """Print the page of one rule, given by code or by name. Returns the exit code."""
    code = options.code.upper()
    named = next((rule for rule in RULES.values() if rule.name == options.code.lower()), None)
    if named is None and code not in RULES:
        known(code)
        raise UsageError(
            f"{code} begins several codes; name one of {', '.join(c for c in RULES if c.startswith(code))}"
        )
    write([render_rule(named or RULES[code])], None)
    return READY
