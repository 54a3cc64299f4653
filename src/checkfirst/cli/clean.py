"""``checkfirst clean FILE``: the main text alone, or the comment thread alone."""

import argparse
import sys

from checkfirst.api import read_one
from checkfirst.cli.output import CHECK_FIRST, READY, say, write
from checkfirst.reporting.clean import cleaned
from checkfirst.reporting.show import render_thread
from checkfirst.safe_text import inert_json, on_lines


def run(options: argparse.Namespace) -> int:
    """Print the text as Markdown, or the thread as JSON; say on standard error what was left out. Returns the exit code."""
    read = read_one(options.file)
    if options.comments:
        write([inert_json(render_thread(*read))], None)
        return READY
    result = cleaned(*read)
    write([_shown(result.text)], None)
    if result.note:
        say(f"{options.file}: {result.note}")
    return CHECK_FIRST if result.whole else READY


def _shown(text: str) -> str:
    """The text as it is; on a terminal without what would act on it."""
    return on_lines(text) if sys.stdout.isatty() else text
