"""``checkfirst show FILE``: how one file is read."""

import argparse

from checkfirst.api import read_one
from checkfirst.cli.output import READY, write
from checkfirst.reporting.show import render_show
from checkfirst.safe_text import inert


def run(options: argparse.Namespace) -> int:
    """Print the kind, the reasons for it, the role of every line and the thread. Returns the exit code."""
    write([inert(render_show(*read_one(options.file)))], None)
    return READY
