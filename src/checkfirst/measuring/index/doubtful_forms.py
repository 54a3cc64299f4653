"""Forms of links of which most fail: the site may resolve them in a way that is not known here, so they are in doubt.

Site generators are many, and each has forms of its own: "@/page.md", labels, names of pictures without their folder. A set
in which most links of one form lead nowhere is likelier to have a rule for it than to be broken throughout.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS, gitbook_mark, written_path
from checkfirst.model.links import BrokenLink, LinkFault, OutgoingLink
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.formats import named

#: A form: the fault that its links may have, how they begin, and how they end.
_Form = tuple[LinkFault, str, str]
#: Different broken targets of a form, documents that have them, and their share of all targets of the form, from which it is in
#: doubt; by fault. Not measured.
_FEWEST: Final = {LinkFault.FILE: 4, LinkFault.ANCHOR: 6}
_DOCUMENTS: Final = {LinkFault.FILE: 2, LinkFault.ANCHOR: 4}
_SHARE: Final = {LinkFault.FILE: 0.5, LinkFault.ANCHOR: 0.25}
#: How a path begins: with a sign for a folder that a program knows, at the root, beside or above, or by a name.
_RELATIVE: Final = ("", "./", "../")
_PAGES: Final = (".html", ".htm")
_START = re.compile(r"[@~$:]|/|\.{1,2}/")


def with_doubt(broken: Iterable[BrokenLink], documents: tuple[DocumentSummary, ...]) -> tuple[BrokenLink, ...]:
    """The broken links, those in doubt whose form mostly fails in this set."""
    broken = tuple(broken)
    failed: dict[_Form, set[tuple[str, str]]] = defaultdict(set)
    for link in broken:
        if form := _form(link.links[0], link.fault):
            failed[form].add((link.path, link.target))
    suspects = {
        form
        for form, places in failed.items()
        if len({target for _, target in places}) >= _FEWEST[form[0]]
        and len({path for path, _ in places}) >= _DOCUMENTS[form[0]]
    }
    if not suspects:
        return broken
    total = _counted(documents, {fault for fault, _, _ in suspects})
    doubtful = {form for form in suspects if len(failed[form]) >= _SHARE[form[0]] * total[form]}
    return tuple(
        replace(b, in_doubt=True, form=_name(form)) if (form := _form(b.links[0], b.fault)) in doubtful else b
        for b in broken
    )


def _name(form: _Form) -> str:
    return " ".join(filter(None, form[1:])) or "name"


def _counted(documents: tuple[DocumentSummary, ...], faults: set[LinkFault]) -> Counter[_Form]:
    """How many targets of each form the documents have, each target once in a document."""
    total: Counter[_Form] = Counter()
    for document in documents:
        links = {link.target: link for link in document.links}
        total.update(form for link in links.values() for fault in faults if (form := _form(link, fault)))
    return total


def _form(link: OutgoingLink, fault: LinkFault) -> _Form | None:
    """The form of a link as far as a fault goes; ``None`` for one that can't have it, or that no site resolves otherwise.

    A relative path to a page or to a picture in a folder says where the file is; an export may lack them all.
    """
    path = written_path(link.target)
    if gitbook_mark(link.target):
        return None
    if fault is LinkFault.ANCHOR:
        return (fault, "page" if path else "", "") if "#" in link.target else None
    if fault is not LinkFault.FILE or not path:
        return None
    if link.image:
        return None if "/" in path else (fault, "image", "")
    found = _START.match(path)
    start = found[0] if found else ""
    # What no format ends with is part of a name.
    suffix = PurePosixPath(path).suffix.lower() if named(path) else ""
    is_page = suffix in SOURCES_OF_LINKS or suffix in _PAGES
    if is_page and start in _RELATIVE:
        return None
    return (fault, start, "page" if is_page else suffix)
