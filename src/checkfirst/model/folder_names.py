"""What the name of a folder says about the files in it."""

import re
from typing import Final

#: Folders in which site generators keep templates and parts of pages. Chosen by hand.
_PART_FOLDERS: Final = frozenset(
    (
        "_includes",
        "_layouts",
        "_partials",
        "_templates",
        "_themes",
        "_theme",
        "includes",
        "layouts",
        "partials",
        "snippets",
    )
)
#: Folders with what programs are tested on. Chosen by hand.
_TEST_FOLDERS: Final = frozenset(
    ("fixture", "fixtures", "testdata", "test-data", "test_data", "test-fixtures", "mocks", "fake-docs", "golden")
)

#: Words in the names of folders for documents that no longer hold. Chosen by hand.
_RECORD_WORDS: Final = frozenset(
    [
        "deprecated",
        "obsolete",
        "superseded",
        "withdrawn",
        "retired",
        "rejected",
        "archive",
        "archives",
        "archived",
        "attic",
        "old",
        "legacy",
        "historic",
        "historical",
        "history",
        "graveyard",
        "veraltet",
        "archiv",
        "ablage",
        "archivé",
        "obsoleto",
        "archivo",
    ]
)


#: Folders with pieces of documents, which a build joins. Chosen by hand.
_PIECE_FOLDERS: Final = frozenset(
    ("parts", "_parts", "partials", "_partials", "snippets", "_snippets", "fragments", "_fragments")
)
#: Folders with what a text shows, each variant in a file of its own. Chosen by hand.
_SAMPLE_FOLDERS: Final = frozenset(
    ("demo", "demos", "example", "examples", "sample", "samples", "playground", "exercises", "starter", "solution")
)
#: Names of folders for news.
_NEWS_FOLDERS: Final = {
    "blog",
    "blogs",
    "news",
    "posts",
    "_posts",
    "announcements",
    "press",
    "newsletter",
    "newsletters",
    "aktuelles",
    "actualites",
}


def is_piece(path: str) -> bool:
    """Whether a file is a piece of a document, which a build joins with others, by its folder."""
    return not _PIECE_FOLDERS.isdisjoint(path.lower().split("/")[:-1])


def is_sample(path: str) -> bool:
    """Whether a file is a sample of something, by its folder."""
    return not _SAMPLE_FOLDERS.isdisjoint(path.lower().split("/")[:-1])


def is_for_news(path: str) -> bool:
    """Whether a file is an article that its site published, by its folder."""
    return not _NEWS_FOLDERS.isdisjoint(path.lower().split("/")[:-1])


def is_page_part(path: str) -> bool:
    """Whether a file is a template or a part of pages, which a site generator fills, by its folder."""
    return not _PART_FOLDERS.isdisjoint(path.lower().split("/")[:-1])


def is_kept_for_record(path: str) -> bool:
    """Whether a document is kept apart as one that no longer holds, by a word in the name of its folder."""
    return any(not _RECORD_WORDS.isdisjoint(re.split(r"[^\w]+|_", folder)) for folder in path.lower().split("/")[:-1])


def is_test_data(path: str) -> bool:
    """Whether a file is there to test programs on, by its folder: it may be wrong on purpose."""
    return not _TEST_FOLDERS.isdisjoint(path.lower().split("/")[:-1])
