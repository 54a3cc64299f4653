"""The dialects of a set whose site is not known, by the fragments that its own links use."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import unquote

from checkfirst import lazy_re
from checkfirst.measuring.index.anchors import PageNames, anchor_names
from checkfirst.measuring.index.site import UNKNOWN_SITE, site_for
from checkfirst.measuring.index.slugs import AGREEING, EVERY_DIALECT, SLUGS, Dialect, plain_name
from checkfirst.measuring.index.target_forms import written_path
from checkfirst.measuring.index.targets import Targets
from checkfirst.measuring.text.content_words import letters_and_digits
from checkfirst.measuring.text.normal_form import normalized
from checkfirst.model.document import Anchor
from checkfirst.model.set_measures import DocumentSummary

#: The dialects that links tell apart. The names of GitBook differ for a few headings alone, and stay possible. Those of VuePress
#: have other numbers: in a set of few links they would excuse a number that is one too high.
_TOLD: Final = (*(dialect for dialect in EVERY_DIALECT if dialect is not Dialect.GITBOOK), Dialect.VUEPRESS)
#: What stands in headings that name an id, have attributes or icons.
_WITH_NAMES: Final = lazy_re.compile(r"[{\[:]")
_TOLD_AGREEING: Final = AGREEING.intersection(_TOLD)
#: Fewest links that tell the dialects apart, so that any dialect is ruled out. Not measured.
_FEWEST_TELLING: Final = 20
#: A dialect is possible if it fits this share of the links that fit the best one, or lacks only a few. Chosen by hand on
#: 650 documents of one repository, where the wrong dialects fit .91 and less, and the right ones .99 and more.
_SHARE: Final = 0.97
_FEW: Final = 3


def dialects_of_unknown(
    documents: Iterable[DocumentSummary], targets: Targets, pages: Mapping[str, PageNames]
) -> tuple[Dialect, ...]:
    """The dialects that fit most of the links that tell them apart; every dialect if there are few such links.

    ``pages`` has the names of the anchors of each document.
    """
    names = _Names(pages)
    fitting: Counter[Dialect] = Counter()
    telling = 0
    for path, fragment in _fragments(documents, targets):
        there = names.dialects_with(path, fragment)
        if 0 < len(there) < len(_TOLD):
            telling += 1
            fitting.update(there)
    if telling < _FEWEST_TELLING:
        return EVERY_DIALECT
    best = max(fitting.values())
    enough = min(best * _SHARE, best - _FEW)
    return (*(dialect for dialect in _TOLD if fitting[dialect] >= enough), Dialect.GITBOOK)


def _fragments(documents: Iterable[DocumentSummary], targets: Targets) -> Iterable[tuple[str, str]]:
    """The page and the fragment of each link that leads to a page of no known site."""
    for document in documents:
        for link in document.links:
            fragment = normalized("NFC", unquote(link.target.partition("#")[2]))
            if not fragment:
                continue
            path: str | None = document.path
            if written_path(link.target):
                path = targets.find(posixpath.dirname(document.path), link.target, document.path).file
            if path and site_for(path, targets.tree.sites) == UNKNOWN_SITE:
                yield path, fragment


class _Names:
    """The names of each document in each dialect, made only where a single heading can't answer."""

    def __init__(self, pages: Mapping[str, PageNames]) -> None:
        self._pages = pages
        self._alike: dict[str, dict[str, list[Anchor]]] = {}

    def dialects_with(self, path: str, fragment: str) -> frozenset[Dialect]:
        """The dialects in which a document has this name."""
        page = self._pages.get(path)
        if page is None:
            return frozenset()
        if path not in self._alike:
            self._alike[path] = {}
            for anchor in page.anchors:
                self._alike[path].setdefault(letters_and_digits(anchor.text), []).append(anchor)
        alike = self._alike[path].get(letters_and_digits(fragment), [])
        if len(alike) == 1:
            # No other heading is near enough to be numbered together with this one.
            return _dialects_of(alike[0], fragment)
        return frozenset(dialect for dialect in _TOLD if fragment in page.of(dialect))


def _dialects_of(anchor: Anchor, fragment: str) -> frozenset[Dialect]:
    """The dialects in which an anchor alone has this name."""
    is_plain = not (anchor.explicit or anchor.folded or anchor.variants)
    if is_plain and fragment and plain_name(anchor.text) == fragment:
        # Those that don't agree name it so only if it is one word.
        return _TOLD_AGREEING if "-" in fragment else frozenset(_TOLD)
    if is_plain and not _WITH_NAMES.search(anchor.text):
        # Its text is all that its name is made of.
        return frozenset(d for d in _TOLD if normalized("NFC", SLUGS[d](anchor.text)) == fragment)
    return frozenset(dialect for dialect in _TOLD if fragment in anchor_names((anchor,), dialect))
