"""An unexpected error, printed in one line."""

from typing import Final

from checkfirst.cli.output import say

#: Exit code for an error of checkfirst itself (EX_SOFTWARE of sysexits.h).
UNEXPECTED: Final = 70
#: Characters of the error's text that are printed.
_LONGEST: Final = 200


def report(error: Exception) -> int:
    """Print the error, and how to report it. Returns the exit code."""
    first = str(error).partition("\n")[0][:_LONGEST]
    say(
        f"unexpected {type(error).__name__}: {first}; this is a mistake in checkfirst: "
        "run again with --debug and report what it prints"
    )
    return UNEXPECTED
