"""Whether the fragment of a link names an anchor of the page that it leads to, by the rules of the page's site."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final
from urllib.parse import unquote

from checkfirst import lazy_re
from checkfirst.measuring.index.anchors import PageNames
from checkfirst.measuring.index.asciidoc_headings import Headings
from checkfirst.measuring.index.book_places import BookPlaces
from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.measuring.index.labels import is_label, is_made_elsewhere
from checkfirst.measuring.index.likely_names import Extensions
from checkfirst.measuring.index.names_elsewhere import NamesElsewhere
from checkfirst.measuring.index.numbered_parts import NumberedParts
from checkfirst.measuring.index.site import UNKNOWN_SITE, site_for
from checkfirst.measuring.index.slugs import EVERY_DIALECT, OF_ASCIIDOC, Dialect
from checkfirst.measuring.index.target_forms import ASCIIDOC_SUFFIXES, in_folder_of_parts, is_part, is_template
from checkfirst.measuring.index.targets import Targets
from checkfirst.measuring.index.transliterations import Transliterations
from checkfirst.measuring.text.normal_form import normalized
from checkfirst.model.links import LinkFault
from checkfirst.model.set_measures import DocumentSummary

#: Fragments that every page has; code hosts show the file that presents a folder below the name "readme".
_EVERYWHERE: Final = {"", "top", "_top", "readme"}
#: Fragments for lines of a source file, as code hosts have them.
_LINES = lazy_re.compile(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$")
#: Fragments for scripts and browsers, which name no anchor, for tabs (docfx), and for terms (ReSpec).
_SCRIPTED = lazy_re.compile(r"^(?:!|/|:~:|\?|tab/|dfn-)")
#: Names of footnotes and of the places that refer to them, which renderers number themselves.
_FOOTNOTE = lazy_re.compile(r"(?:user-content-)?(?:fn(?:ref)?(?:[:-]\S+|\d+)|footnote-(?:ref-)?\S+)$")
#: What is said where more headings in other alphabets would have to be compared than are.
_TOO_MANY_HEADINGS: Final = "links to headings in other alphabets were not all compared with them: too many of both"
#: Names of anchors that are gathered for all pages that include others: where all include all, their number grows with the
#: square of the pages. Not measured.
_MOST_INCLUDED: Final = 5_000_000
_TOO_MANY_INCLUDED: Final = (
    "links to anchors of included files were not all checked: too many files include one another"
)
#: The folder of the pages of a site that Maven makes.
_OF_MAVEN: Final = "/src/site/"
#: Ratio of ``difflib`` from which another anchor is suggested. Not measured.
_SIMILAR: Final = 0.75


class Fragments:
    """The anchor names of each document, made when the first link to the document is checked."""

    def __init__(
        self,
        documents: tuple[DocumentSummary, ...],
        targets: Targets,
        pages: Mapping[str, PageNames],
        unknown: tuple[Dialect, ...] = EVERY_DIALECT,
    ) -> None:
        """``pages`` has the names of the anchors of each document; ``unknown`` are the dialects of those without a site."""
        self.targets = targets
        self._of_pages = pages
        self._unknown = unknown
        self._documents = {document.path: document for document in documents}
        self._names: dict[str, dict[str, str] | None] = {}
        self._own: dict[str, dict[str, str]] = {}
        self._left_of_included = _MOST_INCLUDED
        self._headings: dict[str, Headings] = {}
        self._transliterations = Transliterations()
        self._books = BookPlaces(documents, targets.tree, self._names_of)
        self.parts = NumberedParts(documents, self._names_of)
        self._elsewhere = NamesElsewhere(documents)
        # The names of a page in the forms in which near ones are searched.
        self._searched: dict[str, tuple[Extensions, Names]] = {}

    def fault(self, path: str, fragment: str, *, alone: bool = False) -> tuple[LinkFault, str, str] | None:
        """The fault of a fragment, with the path and the nearest anchor; ``None`` if it exists or can't be checked.

        ``alone`` is true for a link without a path, which in a book may lead to another chapter.
        """
        if (
            fragment.lower() in _EVERYWHERE
            or _LINES.match(fragment)
            or _SCRIPTED.match(fragment)
            or _FOOTNOTE.match(fragment)
        ):
            return None
        wanted = normalized("NFC", unquote(fragment))
        # Code hosts ignore case; where it counts, the link still leads to the right document.
        forms = {wanted, wanted.lower(), f"user-content-{wanted}", f"id-{wanted}", wanted.removeprefix("user-content-")}
        # Nearly all links use the likeliest dialect: the names in the others are made for the rest alone.
        if _has_any(self._likely_names(path), forms):
            return None
        names = self._names_of(path)
        if names is None or _has_any(names, forms):
            return None
        site = site_for(path, self.targets.tree.sites)
        if site.has_own_ids or self._transliterations.of(wanted, path, names.values()):
            if self._transliterations.is_exhausted:
                self.targets.unsettled.add(_TOO_MANY_HEADINGS)
            return None
        if is_label(wanted, self.targets.tree, site) or is_made_elsewhere(wanted, path, site):
            return None
        if self._elsewhere.of_layouts(wanted) or (alone and self._elsewhere.of_sections(wanted)):
            return None
        if path.lower().endswith(ASCIIDOC_SUFFIXES) and self._may_be_heading(path, wanted, alone=alone):
            return None
        if alone and in_folder_of_parts(path):
            return None
        if alone and self._books.chapters(site).intersection((path, *self.targets.tree.includers.get(path, ()))):
            book = self._books.of_site(site)
            if book is None or wanted in book:
                return None
        if alone and any(names is None or wanted in names for names in self._books.joined(path)):
            return None
        if alone and self._may_be_of_includer(path, wanted):
            return None
        if alone and site == UNKNOWN_SITE and self.parts.are_joined(path) and self.parts.has(path, wanted):
            return None
        # The likeliest dialect alone, so that no name is suggested that only another program would make.
        return (LinkFault.ANCHOR, path, self._nearest(path, wanted))

    def _likely_names(self, path: str) -> dict[str, str]:
        """The names of a page's own anchors in its likeliest dialect; empty for a page without known anchors."""
        page = self._of_pages.get(path)
        return page.of(self._dialects(path)[0]) if page and page.anchors else {}

    def _dialects(self, path: str) -> tuple[Dialect, ...]:
        if path.lower().endswith(ASCIIDOC_SUFFIXES):
            return (*OF_ASCIIDOC, *EVERY_DIALECT)
        site = site_for(path, self.targets.tree.sites)
        of_site = self._unknown if site == UNKNOWN_SITE else site.dialects
        return (*of_site, Dialect.DOXIA) if _OF_MAVEN in f"/{path}" else of_site

    def _may_be_heading(self, path: str, wanted: str, *, alone: bool) -> bool:
        """Whether a name may be that of a heading in AsciiDoc, which settings elsewhere make, or lie in an included file."""
        if not alone and self.targets.tree.includes.get(path):
            return True
        if path not in self._headings:
            document = self._documents.get(path)
            self._headings[path] = Headings((document.anchors or ()) if document else ())
        return self._headings[path].may_have(wanted)

    def _may_be_of_includer(self, path: str, wanted: str) -> bool:
        """Whether a part of a page may link to a place in another part; who includes a file named "_…" may be unknown."""
        known = [self._names_of(includer) for includer in self.targets.tree.includers.get(path, ())]
        return (
            any(names is None or wanted in names for names in known)
            or is_template(path)
            or (not known and is_part(path))
        )

    def _names_of(self, path: str) -> dict[str, str] | None:
        """The names of the anchors of a page and of what it includes; ``None`` if they can't be known."""
        if path not in self._names and self._is_filled_from_data(path):
            self._names[path] = None
        if path not in self._names:
            self._names[path] = self._joined_names([self._documents.get(f or "") for f in self._with_included(path)])
        return self._names[path]

    def _joined_names(self, documents: list[DocumentSummary | None]) -> dict[str, str] | None:
        """The names of the anchors of a page and of the files in it, those of the page first; ``None`` if unknown."""
        names: dict[str, str] = {}
        for document in documents:
            if document is None or document.anchors is None:
                return None
            own = self._own_names(document)
            if len(documents) == 1:
                return own
            self._left_of_included -= len(own) + 1
            if self._left_of_included < 0:
                self.targets.unsettled.add(_TOO_MANY_INCLUDED)
                return None
            for name, anchor in own.items():
                names.setdefault(name, anchor)
        return names

    def _is_filled_from_data(self, path: str) -> bool:
        """Whether data of the same name lies beside a page of a known site, which a program prints into it."""
        has_data = f"{path.rpartition('.')[0]}.json" in self.targets.present
        return has_data and site_for(path, self.targets.tree.sites) != UNKNOWN_SITE

    def _with_included(self, path: str) -> list[str | None]:
        """A file and all that it includes, by any detour, each once; ``None`` for a file that is not found."""
        found: dict[str | None, None] = {path: None}
        waiting = [path]
        while waiting:
            for file in self.targets.tree.includes.get(waiting.pop(), ()):
                if file not in found:
                    found[file] = None
                    waiting += [file] if file else []
        return list(found)

    def _own_names(self, document: DocumentSummary) -> dict[str, str]:
        """The names of the anchors of a page alone, in each of its dialects."""
        if document.path not in self._own:
            self._own[document.path] = self._of_pages[document.path].in_any(self._dialects(document.path))
        return self._own[document.path]

    def _nearest(self, path: str, wanted: str) -> str:
        """The anchor with the words of, or most similar to, ``wanted``; empty if none is similar or too many were looked for."""
        if not self.targets.similar.may_guess():
            return ""
        if path not in self._searched:
            names = self._likely_names(path)
            self._searched[path] = (Extensions(names), Names(names))
        extensions, names_of_page = self._searched[path]
        return extensions.of(wanted) or names_of_page.nearest(wanted.lower(), cutoff=_SIMILAR) or ""


def _has_any(names: Collection[str], forms: Iterable[str]) -> bool:
    """Whether one of a few forms is among many names: each is looked up, for a set would go through all names."""
    return any(form in names for form in forms)
