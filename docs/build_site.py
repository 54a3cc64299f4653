"""Builds the documentation site in ``build/site`` and checks every link of it: ``python docs/build_site.py``.

Needs ``pip install '.[docs]'``. Zensical stops at links to pages and places that don't exist; pictures, other files and
links in HTML are checked here, in the pages that it made.
"""

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import html

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "site"
#: Attributes with the address of something that the page fetches or leads to.
_ADDRESSES = ("href", "src", "srcset")
#: What a page may fetch from elsewhere: nothing. Links that a reader follows may lead anywhere.
_FETCHED = ("src", "srcset")


def build() -> int:
    """Build the site anew; the exit code of the program that does."""
    call = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    return subprocess.run(call, cwd=ROOT, check=False).returncode


@cache
def _places(page: Path) -> frozenset[str]:
    """The names of places in a page."""
    tree = html.parse(str(page)).getroot()
    return frozenset(tree.xpath("//@id | //a/@name"))


def _wrong(page: Path) -> Iterator[str]:
    """What is wrong with the links of a page."""
    tree = html.parse(str(page)).getroot()
    for element in tree.iter():
        for attribute in _ADDRESSES:
            address = element.get(attribute)
            if address is None or element.get("rel") == "canonical":
                continue
            if urlsplit(address).scheme or address.startswith("//"):
                if attribute in _FETCHED and not address.startswith("data:"):
                    yield f"fetches {address}"
            elif not _exists(page, address):
                yield f"leads to {address}, which does not exist"


def _exists(page: Path, address: str) -> bool:
    target, place = urldefrag(address)
    path = unquote(urlsplit(target).path)
    file = (SITE / path.lstrip("/") if path.startswith("/") else page.parent / path) if path else page
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return False
    return not place or file.suffix != ".html" or unquote(place) in _places(file)


def main() -> int:
    """Build, then check; 1 if either fails."""
    if code := build():
        return code
    pages = sorted(SITE.rglob("*.html"))
    wrong = [f"{page.relative_to(SITE)}: {what}" for page in pages for what in dict.fromkeys(_wrong(page))]
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(pages)} pages in {SITE.relative_to(ROOT)}, {len(wrong)} wrong links")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
