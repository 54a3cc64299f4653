"""Documents that texts of the set refer to by name or title, and that the set lacks."""

import posixpath
import re
from collections import defaultdict
from typing import Final

from checkfirst.measuring.content.references import title_words
from checkfirst.measuring.index.targets import Targets
from checkfirst.model.links import AbsentDocument, Reference
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.path_parts import stem_of

#: File names that nearly every project has, or that examples use; references to them are ignored. Chosen by hand.
_COMMON_NAMES: Final = (
    "readme.md changelog.md contributing.md license.txt license.md requirements.txt robots.txt code_of_conduct.md "
    "security.md maintainers.md governance.md support.md authors.md codeowners contributors.md notice notice.md authors.txt authors.adoc license copying agents.md claude.md releases.md history.md index.md file.md example.md foo.md bar.md test.md page.md cmakelists.txt llms.txt"
)
_COMMON: Final = frozenset(_COMMON_NAMES.split())
#: Fewest documents with a reference to a missing document, so that an example in one text is not reported. Not
#: measured.
_FEWEST_REFERRING: Final = 2


def _title_words(documents: tuple[DocumentSummary, ...], present: frozenset[str]) -> list[set[str]]:
    """The words of each title and of each file name."""
    titles = [document.title or "" for document in documents] + [stem_of(path) for path in present]
    return [set(re.findall(r"[a-z0-9]+", title.lower())) for title in titles]


def absent_documents(
    documents: tuple[DocumentSummary, ...], present: frozenset[str], targets: Targets
) -> tuple[AbsentDocument, ...]:
    """The documents that at least ``_FEWEST_REFERRING`` documents refer to and that the set lacks, by name."""
    referring: dict[str, dict[str, Reference]] = defaultdict(dict)
    titles = (
        _title_words(documents, present) if any(title_words(r.name) for d in documents for r in d.references) else []
    )
    written = {posixpath.basename(r.name) for d in documents for r in d.references if r.written}
    for document in documents:
        for reference in document.references:
            name = posixpath.basename(reference.name)
            if name in written:
                continue
            wanted = title_words(name)
            if wanted and any(wanted <= words for words in titles):
                continue
            beside = posixpath.join(posixpath.dirname(document.path), reference.name)
            is_there = targets.has_name(name) or any(map(targets.tree.on_disk, (beside, f"/{reference.name}")))
            if not is_there and name.lower() not in _COMMON:
                referring[name].setdefault(document.path, reference)
    return tuple(
        AbsentDocument(name=name, by_title=bool(title_words(name)), references=tuple(sorted(by_path.items())))
        for name, by_path in sorted(referring.items())
        if len(by_path) >= _FEWEST_REFERRING
    )
