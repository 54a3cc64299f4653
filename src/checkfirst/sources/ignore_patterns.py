"""Patterns in the syntax of ``.gitignore``. The library for them takes time to import, and many sets have no pattern."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: Characters of the longest pattern that is used: no path of a file system is as long.
_LONGEST: Final = 4_096


def spec_of(lines: Iterable[str]) -> "GitIgnoreSpec":
    """The patterns of the lines. Raises ``ValueError`` or ``re.error`` for a wrong one."""
    from pathspec import GitIgnoreSpec

    from checkfirst.sources.near_patterns import NearPattern

    return GitIgnoreSpec.from_lines((line for line in lines if len(line) <= _LONGEST), NearPattern)


def rules_of(lines: Iterable[str]) -> "GitIgnoreSpec":
    """The patterns of the lines without wrong ones, which match nothing in git either."""
    return spec_of(line for line in lines if _is_right(line))


def _is_right(line: str) -> bool:
    # Most patterns are words and stars, of which none is wrong.
    if not {"\\", "[", "!"}.intersection(line):
        return True
    try:
        spec_of((line,))
    except (ValueError, re.error):
        return False
    return True
