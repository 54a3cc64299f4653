"""``checkfirst rules``: all rules, a line each."""

import argparse

from checkfirst.cli.output import READY, write
from checkfirst.reporting.rule_page import render_rules


def run(_: argparse.Namespace) -> int:
    """Print the list of rules. Returns the exit code."""
    write([render_rules()], None)
    return READY
