"""Sites whose pages may get ids that their sources don't show."""

import posixpath
from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.site import Generator, Site, site_for

_PAGES: Final = (".html", ".htm", ".njk", ".liquid", ".hbs")
#: The name of a plug-in for Jekyll that makes ids.
_MAKES_IDS: Final = lazy_re.compile(
    r"(?:^|[-_])(?:anchors?|anchorify|toc|headings?|headers?|slug\w*|ids?|permalinks?)(?:[-_.]|$)"
)


class OwnIds:
    """Which pages of a set may get ids from a program of their site."""

    def __init__(self, present: Iterable[str], sites: Iterable[Site]) -> None:
        """``present`` has the paths of all files."""
        self._sites = tuple(sites)
        plugins = (posixpath.split(path) for path in present if path.endswith(".rb"))
        self._folders = {
            posixpath.dirname(folder) or "."
            for folder, name in plugins
            if posixpath.basename(folder) == "_plugins" and _MAKES_IDS.search(name.lower())
        }

    def may_have(self, path: str) -> bool:
        """Whether a page may have an id that a program makes: Eleventy's transforms of HTML, or a plug-in of Jekyll."""
        site = site_for(path, self._sites)
        if site.generator is Generator.ELEVENTY:
            return path.lower().endswith(_PAGES)
        return site.generator is Generator.JEKYLL and site.folder in self._folders
