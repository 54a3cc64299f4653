"""The command line: arguments in, exit code out. Each command's module is imported when it is called."""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from checkfirst.cli import interruption
from checkfirst.cli.output import say, set_streams
from checkfirst.cli.parser import MISTAKE, build_parser
from checkfirst.errors import CheckfirstError
from checkfirst.safe_text import shortened

#: The module of each command; its function ``run`` takes the options and returns the exit code.
COMMANDS: Final = {
    "check": "checkfirst.cli.check",
    "show": "checkfirst.cli.show",
    "clean": "checkfirst.cli.clean",
    "index": "checkfirst.cli.index",
    "accept": "checkfirst.cli.accept",
    "review": "checkfirst.cli.review",
    "diff": "checkfirst.cli.diff",
    "corpus": "checkfirst.cli.corpus",
    "hook": "checkfirst.cli.hook",
    "mcp": "checkfirst.cli.mcp",
    "lsp": "checkfirst.cli.lsp",
    "clean-cache": "checkfirst.cli.clean_cache",
    "completion": "checkfirst.cli.completion",
    "rule": "checkfirst.cli.rule",
    "rules": "checkfirst.cli.rules",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    set_streams()
    given = _with_command(list(sys.argv[1:] if arguments is None else arguments))
    # The matrices are small: more threads make nothing faster and keep other cores busy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = build_parser()
    options = parser.parse(given)
    try:
        run: Callable[[argparse.Namespace], int] = import_module(COMMANDS[options.command]).run
        return run(options)
    except CheckfirstError as error:
        say(str(error))
        return MISTAKE
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            say(f"{shortened(os.fsdecode(error.filename or ''))}: no file can have so long a name")
            return MISTAKE
        if not isinstance(error, FileNotFoundError) or os.path.exists(error.filename or os.curdir):
            raise
        say("the folder where you are is not there any more; go to another one")
        return MISTAKE
    except KeyboardInterrupt:
        return interruption.report()


def _with_command(given: list[str]) -> list[str]:
    """``checkfirst PATH`` is ``checkfirst check PATH``."""
    if given and (given[0] in COMMANDS or given[0] in {"--help", "-h", "--version"}):
        return given
    return ["check", *given]
