"""Forms of links of which most fail: the site may resolve them in a way that is not known here, so they are in doubt.

Site generators are many, and each has forms of its own: "@/page.md", labels, names of pictures without their folder. A set
in which most links of one form lead nowhere is likelier to have a rule for it than to be broken throughout.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.index.doubtful_places import doubtful_places
from checkfirst.measuring.index.published_paths import in_published_form
from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS, gitbook_mark, written_path
from checkfirst.model.links import BrokenLink, LinkFault, OutgoingLink
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.formats import named

#: A form: how its links begin, and how they end.
_Form = tuple[str, str]
#: Different broken targets of a form, documents that have them, and their share of all targets of the form, from which it is in
#: doubt. Not measured.
_FEWEST, _DOCUMENTS, _SHARE = 4, 2, 0.5
#: How a path begins: with a sign for a folder that a program knows, at the root, beside or above, or by a name.
_RELATIVE: Final = ("", "./", "../")
_PAGES: Final = (".html", ".htm")
_START = lazy_re.compile(r"[@~$:]|/|\.{1,2}/")


def with_doubt(
    broken: Iterable[BrokenLink], documents: tuple[DocumentSummary, ...], present: Collection[str] = ()
) -> tuple[BrokenLink, ...]:
    """The broken links, those in doubt whose form mostly fails in this set, or is that in which it publishes its files."""
    broken = tuple(broken)
    names = doubtful_places(broken, documents) | in_published_form(broken, present)
    failed: dict[_Form, set[tuple[str, str]]] = defaultdict(set)
    for link in broken:
        if link.fault is LinkFault.FILE and (form := _form(link.links[0])):
            failed[form].add((link.path, link.target))
    suspects = {
        form
        for form, places in failed.items()
        if len({target for _, target in places}) >= _FEWEST and len({path for path, _ in places}) >= _DOCUMENTS
    }
    total = _counted(documents) if suspects else Counter()
    names |= {
        b: " ".join(filter(None, form)) or "name"
        for b in broken
        if b.fault is LinkFault.FILE
        and (form := _form(b.links[0])) in suspects
        and form
        and len(failed[form]) >= _SHARE * total[form]
    }
    return tuple(replace(b, in_doubt=True, form=names[b]) if b in names else b for b in broken)


def _counted(documents: tuple[DocumentSummary, ...]) -> Counter[_Form]:
    """How many targets of each form the documents have, each target once in a document."""
    total: Counter[_Form] = Counter()
    for document in documents:
        links = {link.target: link for link in document.links}
        total.update(form for link in links.values() if (form := _form(link)))
    return total


def _form(link: OutgoingLink) -> _Form | None:
    """The form of a link; ``None`` for one whose file can't be missing, or that no site resolves otherwise.

    A relative path to a page or to a picture in a folder says where the file is; an export may lack them all.
    """
    path = written_path(link.target)
    if not path or gitbook_mark(link.target):
        return None
    if link.image:
        return None if "/" in path else ("image", "")
    found = _START.match(path)
    start = found[0] if found else ""
    # What no format ends with is part of a name.
    suffix = PurePosixPath(path).suffix.lower() if named(path) else ""
    is_page = suffix in SOURCES_OF_LINKS or suffix in _PAGES
    if is_page and start in _RELATIVE:
        return None
    return (start, "page" if is_page else suffix)
