"""An error that nobody foresaw, in one line."""

import sys
from typing import Final

#: Exit code for an error of checkfirst itself (EX_SOFTWARE of sysexits.h).
UNEXPECTED: Final = 70


def said(error: Exception) -> int:
    """Print what happened and what to do. Returns the exit code."""
    first = str(error).partition("\n")[0][:200]
    print(
        f"checkfirst: unexpected {type(error).__name__}: {first}; this is a mistake in checkfirst: "
        "run again with --debug and report what it prints",
        file=sys.stderr,
    )
    return UNEXPECTED
