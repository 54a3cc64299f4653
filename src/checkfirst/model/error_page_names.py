"""Names of the pages that a site keeps for its own errors."""

import re
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re

_OWN_NAME: Final = lazy_re.compile(
    r"^(?:[45]\d\d(?:[-_][a-z]+){0,4}|[45]xx?|50x|error[-_]?\d*|not[-_ ]?found|page[-_ ]not[-_ ]found)$", re.IGNORECASE
)


def is_own_error_page(path: str) -> bool:
    """Whether a document has the name of a page that a site keeps for its own errors, such as ``404.html``."""
    return _OWN_NAME.search(page_stem(path)) is not None


def page_stem(path: str) -> str:
    """The name of a page without suffix; that of a folder's page is the folder's."""
    name = PurePosixPath(path)
    return name.parent.name if name.stem.lower() in {"index", "_index"} and name.parent.name else name.stem
