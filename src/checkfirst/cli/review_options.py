"""The options of ``checkfirst review``."""

import argparse
from pathlib import Path
from typing import Final

from checkfirst.cli.check_options import add_settings

#: The highest number of a port (RFC 9293).
_HIGHEST_PORT: Final = 65_535


def add_review(review: argparse.ArgumentParser) -> None:
    """Add the options of ``review``."""
    review.add_argument(
        "sets",
        nargs="*",
        type=Path,
        metavar="SET",
        help="folders or files that make up the set (default: this folder)",
    )
    review.add_argument("--by", metavar="NAME", help="who reviews (default: the user's name)")
    review.add_argument(
        "--port", type=_port, default=0, metavar="N", help="the port on this machine (default: a free one)"
    )
    add_settings(review)


def _port(given: str) -> int:
    if not given.isdecimal() or int(given) > _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(
            f"{given!r} is no port; give a number up to {_HIGHEST_PORT}, or 0 for a free one"
        )
    return int(given)
