"""Files that list a set by their names, and the pages that stand for a folder."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexName:
    """A name, in small letters, under which a file lists its set."""

    name: str
    rank: int
    """The lowest is the set's principal index."""
    firm: bool = True
    """Whether it is an index by its name alone; a README is one only if it lists documents."""
    navigation: bool = False
    """The configuration of a site generator, whose ``nav`` lists the documents."""
    bare: bool = False
    """Programs read its links and allow nothing beside them."""


_NAMES: Final = (
    IndexName(name="mkdocs.yml", rank=0, navigation=True),
    IndexName(name="mkdocs.yaml", rank=0, navigation=True),
    IndexName(name="summary.md", rank=1, bare=True),
    IndexName(name="llms.txt", rank=2),
    IndexName(name="_sidebar.md", rank=3, bare=True),
    *(IndexName(name=name, rank=4) for name in ("index.md", "index.rst", "index.txt", "toc.md", "contents.md")),
    *(IndexName(name=name, rank=9, firm=False) for name in ("readme.md", "readme.rst", "readme.txt", "readme")),
)
#: By name, in small letters.
INDEX_NAMES: Final = {index.name: index for index in _NAMES}
#: Rank of an index that is one because the configuration names it.
OTHER_RANK: Final = 9
#: The index that is written for a set that has none.
NEW_INDEX: Final = "INDEX.md"
#: Pages shown for the folder that they stand in, the likeliest first.
FOLDER_PAGES: Final = (
    "README.md",
    "index.md",
    "readme.md",
    "README.rst",
    "index.rst",
    "index.html",
    "_index.md",
)
