"""Pages that a browser saved whole, with their pictures, styles and scripts in a folder beside them."""

import re
from pathlib import Path

from checkfirst import lazy_re
from checkfirst.model.report import SkipReason
from checkfirst.sources.folder_entries import children
from checkfirst.sources.listing_builder import Builder

#: The folder that a browser saves beside a page: the page's name and a suffix in the browser's language.
_PARTS_OF_PAGE = lazy_re.compile(
    r"(.+?)(?:[_-](?:files|file|fichiers|dateien|archivos|bestanden|ficheiros|pliki)|\.files)", re.IGNORECASE
)


def saved_page(folder: str, files: set[str]) -> str | None:
    """The page whose pictures, styles and scripts a browser saved in this folder, if it is one of ``files``."""
    match = _PARTS_OF_PAGE.fullmatch(folder)
    stem = match[1] if match else ""
    return next((name for name in (f"{stem}.html", f"{stem}.htm") if name in files), None)


def skip_parts(folder: Path, page: str, listing: Builder) -> None:
    """Record the files below a folder as skipped parts of a page."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        listing.folders.append(listing.name(here))
        for path, is_folder, _ in children(here, listing):
            if is_folder:
                waiting.append(path)
            else:
                listing.skip(path, SkipReason.PART_OF_PAGE, page)
