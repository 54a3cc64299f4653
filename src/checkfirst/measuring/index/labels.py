"""Labels that any page of a project may link to by name alone: those of MyST and of reStructuredText ("Cross-references")."""

import posixpath
import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.slugs import sphinx
from checkfirst.measuring.index.tree import Tree
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.reading.text.marks import Mark, has

#: ``(label)=``; the option of a directive or the key of a page; the label of a formula; a target of reStructuredText.
_LABELS: Final = lazy_re.compile(
    r"^[ \t>*-]*\(([^()\s]{1,200})\)=[ \t]*$|^[ \t>*-]*(?::(?:name|label):|label:)[ \t]+(\S[^\n]{0,200}?)[ \t]*$"
    r"|\$\$[ \t]*\(([^()\s]{1,200})\)|^[ \t]*\.\.[ \t]_`?([^:`\n]{1,200})`?:[ \t]*$",
    re.MULTILINE,
)
#: Generators whose pages link to labels.
_GENERATORS: Final = {Generator.SPHINX, Generator.MYST}
#: A name that docutils makes for what has none of its own, counted through the document.
_NUMBERED: Final = lazy_re.compile(r"id\d{1,4}")
#: What stands in the names of objects and terms, and in no name of a heading.
_OBJECT: Final = lazy_re.compile(r"\w[./: ]\w")
#: Characters of a document that are searched, and labels that are kept. Not measured.
_MOST, _MOST_LABELS = 2_000_000, 5_000


def labels_of(document: Document) -> tuple[str, ...]:
    """The labels of a document in lower case, as they are written and as the ids that docutils makes of them."""
    if Trait.SITE_SOURCE not in document.traits or not has(document.text, Mark.LABEL):
        return ()
    found = (next(filter(None, names)).strip("\"'") for names in _LABELS.findall(document.text[:_MOST]))
    written = list(dict.fromkeys(map(_folded, found)))[:_MOST_LABELS]
    return tuple(dict.fromkeys((*written, *map(sphinx, written))))


def _folded(label: str) -> str:
    return " ".join(label.lower().split())


def is_label(name: str, tree: Tree, site: Site) -> bool:
    """Whether a fragment or target is a label of the project.

    Without a known generator, whose configuration may lie above the set, the labels of MyST count alone.
    """
    folded = _folded(name)
    if site.generator in _GENERATORS:
        return folded in tree.labels or folded in tree.ids
    return site.generator is Generator.UNKNOWN and folded in tree.labels


def is_path_of_label(path: str, tree: Tree, site: Site) -> bool:
    """Whether the target of a link, taken for a path, ends with a label, as in ``[words](label)``."""
    parts = path.split("/")
    ends = ("/".join(parts[n:]) for n in range(len(parts)))
    return not posixpath.splitext(path)[1] and any(is_label(end, tree, site) for end in ends)


def is_made_elsewhere(name: str, path: str, site: Site) -> bool:
    """Whether a fragment may be made by a program: one that docutils counts, or the name of an object or term.

    MyST looks for objects and terms in the whole project and in the inventories of others ("Cross-project (inventory)
    links"); no heading of it has such a name.
    """
    if site.generator is Generator.SPHINX and path.endswith((".md", ".ipynb")) and _OBJECT.search(name):
        return True
    is_docutils = site.generator is Generator.SPHINX or path.lower().endswith((".rst", ".rest"))
    return is_docutils and _NUMBERED.fullmatch(name) is not None
