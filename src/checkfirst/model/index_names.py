"""File names of indexes, and of the pages that sites show for a folder."""

from typing import Final

from msgspec import Struct


class IndexName(Struct, frozen=True, kw_only=True):
    """A file name that marks an index."""

    name: str
    """In lower case."""
    rank: int
    """The index of the lowest rank is the set's principal index."""
    firm: bool = True
    """True if the name alone makes it an index. A README is an index only if it lists documents."""
    navigation: bool = False
    """True for the configuration of a site generator, whose ``nav`` lists the documents."""
    bare: bool = False
    """True if the programs that read it allow links only, without descriptions."""


_NAMES: Final = (
    IndexName(name="mkdocs.yml", rank=0, navigation=True),
    IndexName(name="mkdocs.yaml", rank=0, navigation=True),
    IndexName(name="summary.md", rank=1, bare=True),
    IndexName(name="llms.txt", rank=2),
    IndexName(name="_sidebar.md", rank=3, bare=True),
    *(IndexName(name=name, rank=4) for name in ("index.md", "index.rst", "index.txt", "toc.md", "contents.md")),
    *(IndexName(name=name, rank=9, firm=False) for name in ("readme.md", "readme.rst", "readme.txt", "readme")),
)
#: Index names by ``name``.
INDEX_NAMES: Final = {index.name: index for index in _NAMES}
#: Lines of a list of files, or of a site's configuration, that are searched for entries: each may be one.
LINES_READ: Final = 50_000
#: Name of the index that lies at the root of its site.
SITE_INDEX: Final = "llms.txt"
#: Rank of an index that has none of these names.
OTHER_RANK: Final = 9
#: Name of the index that ``checkfirst index`` writes for a set without one.
NEW_INDEX: Final = "INDEX.md"
#: Names of the page that a site shows for a folder, the commonest first.
FOLDER_PAGES: Final = (
    "README.md",
    "index.md",
    "readme.md",
    "README.rst",
    "index.rst",
    "index.html",
    "_index.md",
)
