"""Whether there is a file or folder for a link of a document that was named alone. Nothing is opened."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path


def beside(root: Path) -> Callable[[str], bool]:
    """Asks whether a path is there, relative to ``root`` or, with a leading ``/``, to the top of its work tree.

    What lies outside the work tree, or without one outside ``root``, is never there, nor what a symbolic link leads to
    outside.
    """
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return partial(_is_there, root, top)


def _is_there(root: Path, top: Path, path: str) -> bool:
    written = (top if path.startswith("/") else root) / path.lstrip("/")
    try:
        inside = Path(os.path.normpath(written)).is_relative_to(top)
        return inside and written.exists() and written.resolve().is_relative_to(top)
    except (OSError, ValueError, RuntimeError):
        # A name that no file can have, or links in a circle.
        return False
