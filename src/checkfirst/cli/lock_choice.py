"""Which lock file a command writes, and what its lines say of who wrote them, when and why."""

import argparse
import datetime
import getpass
from pathlib import Path

from checkfirst.checking.lock import NAME
from checkfirst.cli.nearest import nearest_lock, stands_inside
from checkfirst.errors import UsageError
from checkfirst.safe_text import printable


def lock_for(paths: list[Path]) -> Path:
    """The nearest lock file, or a new one here. Raises ``UsageError`` where a check would not use the new one."""
    new = Path.cwd() / NAME
    if nearest := nearest_lock(paths).path:
        return nearest
    if stands_inside(new, paths):
        raise UsageError(
            f"{NAME} would stand inside the set, where no check looks for it; run this from a folder above, "
            f"or name it here and in each check: --lock {NAME}"
        )
    return new


def stamp(options: argparse.Namespace) -> dict[str, str]:
    """The date, the name and the reason of lines that are written now."""
    return {"date": datetime.date.today().isoformat(), "who": options.by or user(), "why": printable(options.why)}


def user() -> str:
    """The user's name; ``unknown`` where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
