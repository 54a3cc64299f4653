"""``checkfirst clean FILE``: the main text alone, or the comment thread alone."""

import argparse
import sys

from checkfirst.api import read_one
from checkfirst.cli.output import CHECK_FIRST, READY, write
from checkfirst.reporting.clean import cleaned
from checkfirst.reporting.show import render_thread


def run(options: argparse.Namespace) -> int:
    """Print the text as Markdown, or the thread as JSON; say on standard error what was left out. Returns the exit code."""
    read = read_one(options.file)
    if options.comments:
        write([render_thread(*read)], None)
        return READY
    result = cleaned(*read)
    write([result.text], None)
    if result.note:
        print(f"checkfirst: {options.file}: {result.note}", file=sys.stderr)
    return CHECK_FIRST if result.whole else READY
