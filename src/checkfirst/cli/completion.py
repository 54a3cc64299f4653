"""``checkfirst completion SHELL``: a script with which a shell completes commands and options."""

import argparse

from checkfirst.cli.output import READY, write
from checkfirst.cli.parser import build_parser
from checkfirst.errors import UsageError


def run(options: argparse.Namespace) -> int:
    """Print the completion script. Returns the exit code."""
    try:
        import shtab
    except ImportError:
        raise UsageError("completion needs shtab: pip install 'checkfirst[completion]'") from None
    write([shtab.complete(build_parser(), shell=options.shell)], None)
    return READY
