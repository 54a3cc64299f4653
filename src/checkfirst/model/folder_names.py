"""What the name of a folder says about the files in it."""

import re
from typing import Final

from checkfirst import lazy_re

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
#: Folders of the looks of a site, which have a folder "templates".
_THEMES: Final = frozenset(("theme", "themes"))
#: Folders with what programs are tested on. Chosen by hand.
_TEST_FOLDERS: Final = frozenset(
    (
        "fixture",
        "fixtures",
        "testdata",
        "test-data",
        "test_data",
        "test-fixtures",
        "testfixtures",
        "test_fixtures",
        "testfiles",
        "test-files",
        "test_files",
        "testpages",
        "test-pages",
        "test_pages",
        "mocks",
        "fake-docs",
        "golden",
        "goldens",
        "__snapshots__",
        "expected",
        "expected-output",
        "expected_output",
        "expected-outputs",
        "expected_outputs",
    )
)
#: Folders with what programs read and should print, below one of tests alone: elsewhere, they hold what was saved.
_DATA_FOLDERS: Final = frozenset(
    (
        *("snapshots", "snapshot", "output", "outputs", "baseline", "baselines", "input", "inputs", "data", "rsrc"),
        *("resources", "resource", "res", "cases", "corpus", "samples", "examples", "assets", "files", "pages"),
    )
)
_TEST_NAME: Final = lazy_re.compile(r"^test_|[_.-](?:test|tests|spec)\.[a-z]{1,4}$")
_OF_TESTS: Final = frozenset(("test", "tests", "__tests__", "testing", "e2e"))

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
    (
        "demo",
        "demos",
        "example",
        "examples",
        "sample",
        "samples",
        "playground",
        "exercises",
        "datasets",
        "starter",
        "solution",
        "solutions",
    )
)
#: Words for samples that other words specify: ``code-samples``, ``examples_v2``.
_SAMPLE_WORDS: Final = frozenset(
    ("demos", "examples", "samples", "beispiele", "exemples", "ejemplos", "esempi", "exemplos")
)
#: The number of a version at the end of a folder's name, with what says which state of it: ``docs-v2.0-snapshot``.
_VERSION: Final = lazy_re.compile(
    r"(?:^|[-_. ])v?\d{1,4}(?:[._]\d{1,4}){0,3}(?:[._]x)?(?:[-_. ]?(?:snapshot|draft|stable|lts|beta|alpha|rc)\d{0,2})?$"
)
_SEPARATORS: Final = lazy_re.compile(r"[\W_]+")
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


def _folders(path: str) -> list[str]:
    """The names of the folders that a file is in, in lower case."""
    return path.lower().split("/")[:-1]


def is_piece(path: str) -> bool:
    """Whether a file is a piece of a document, which a build joins with others, by its folder."""
    return not _PIECE_FOLDERS.isdisjoint(_folders(path))


def is_sample(path: str) -> bool:
    """Whether a file is a sample of something, by its folder."""
    return any(map(_is_of_samples, _folders(path)))


def _is_of_samples(folder: str) -> bool:
    words = [word for word in _SEPARATORS.split(folder) if word]
    return folder in _SAMPLE_FOLDERS or (bool(words) and not _SAMPLE_WORDS.isdisjoint((words[0], words[-1])))


def without_versions(path: str) -> str:
    """The path without the numbers of versions that its folders have: the same for a page in each version of its site."""
    *folders, name = path.split("/")
    bare = (_VERSION.sub("", folder.lower()) for folder in folders)
    return "/".join((*filter(None, bare), name))


def is_for_news(path: str) -> bool:
    """Whether a file is an article that its site published, by its folder."""
    return not _NEWS_FOLDERS.isdisjoint(_folders(path))


def is_page_part(path: str) -> bool:
    """Whether a file is a template or a part of pages, which a site generator fills, by its folder."""
    folders = _folders(path)
    theme = next((n for n, folder in enumerate(folders) if folder in _THEMES), len(folders))
    return not _PART_FOLDERS.isdisjoint(folders) or "templates" in folders[theme:]


def is_kept_for_record(path: str) -> bool:
    """Whether a document is kept apart as one that no longer holds, by a word in the name of its folder."""
    return any(not _RECORD_WORDS.isdisjoint(re.split(r"[^\w]+|_", folder)) for folder in _folders(path))


def is_test_data(path: str) -> bool:
    """Whether a file is there to test programs on, by its folder: it may be wrong on purpose."""
    folders = _folders(path)
    if not _TEST_FOLDERS.isdisjoint(folders):
        return True
    tests = next((n for n, folder in enumerate(folders) if folder in _OF_TESTS), len(folders))
    return not _DATA_FOLDERS.isdisjoint(folders[tests:])


def is_of_tests(path: str) -> bool:
    """Whether a file belongs to the tests of a program, by a folder or by its own name."""
    return not _OF_TESTS.isdisjoint(_folders(path)) or _TEST_NAME.search(path.lower().rpartition("/")[2]) is not None


def is_specimen(path: str) -> bool:
    """Whether a file is there to test programs on, or as a sample of something, by its folder."""
    return is_test_data(path) or is_sample(path)
