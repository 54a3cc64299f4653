"""Documents that the texts of a set refer to by name or title, and that no file of the set is."""

import posixpath
import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import Final

from checkfirst.measuring.content.references import title_words
from checkfirst.measuring.index.targets import Targets
from checkfirst.model.set_measures import AbsentDocument, DocumentSummary, Reference

#: Names that every project has or makes, whatever the set.
_ANYWHERE_NAMES: Final = (
    "readme.md changelog.md contributing.md license.txt license.md requirements.txt robots.txt code_of_conduct.md "
    "security.md index.md file.md example.md foo.md bar.md test.md page.md cmakelists.txt llms.txt"
)
_ANYWHERE: Final = frozenset(_ANYWHERE_NAMES.split())
#: Documents that must send their reader there, so that one example in one text makes no finding.
_FEWEST_SENDERS: Final = 2


def _bear(documents: tuple[DocumentSummary, ...], present: frozenset[str]) -> list[set[str]]:
    """Words of every title and of every file's name."""
    titles = [document.title or "" for document in documents] + [PurePosixPath(path).stem for path in present]
    return [set(re.findall(r"[a-z0-9]+", title.lower())) for title in titles]


def absent_documents(
    documents: tuple[DocumentSummary, ...], present: frozenset[str], targets: Targets
) -> tuple[AbsentDocument, ...]:
    """Names that several documents send their reader to and that no file of the set bears."""
    senders: dict[str, dict[str, Reference]] = defaultdict(dict)
    titles = _bear(documents, present) if any(title_words(r.name) for d in documents for r in d.references) else []
    for document in documents:
        for reference in document.references:
            name = posixpath.basename(reference.name)
            wanted = title_words(name)
            if wanted and any(wanted <= words for words in titles):
                continue
            if not targets.has_name(name) and name.lower() not in _ANYWHERE:
                senders[name].setdefault(document.path, reference)
    return tuple(
        AbsentDocument(name=name, by_title=bool(title_words(name)), references=tuple(sorted(sent.items())))
        for name, sent in sorted(senders.items())
        if len(sent) >= _FEWEST_SENDERS
    )
