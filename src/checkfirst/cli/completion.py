"""``checkfirst completion SHELL``: a script with which a shell completes commands and options."""

import argparse

from checkfirst.cli.output import READY, write
from checkfirst.cli.parser import build_parser


def run(options: argparse.Namespace) -> int:
    """Print the completion script. Returns the exit code."""
    # Imported here, for no other command needs it.
    import shtab

    write([shtab.complete(build_parser(), shell=options.shell)], None)
    return READY
