"""``checkfirst clean FILE``: the main text alone, or the comment thread alone."""

import argparse

from checkfirst.api import read_one
from checkfirst.cli.output import READY, write
from checkfirst.reporting.show import render_clean, render_thread


def run(options: argparse.Namespace) -> int:
    """Print the text as Markdown, or the thread as JSON. Returns the exit code."""
    read = read_one(options.file)
    write([render_thread(*read) if options.comments else render_clean(*read)], None)
    return READY
