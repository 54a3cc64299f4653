"""A listing without the folders that tools made or fetched."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from checkfirst.model.left_out import LeftOut, Made
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.sources.api_texts import api_texts
from checkfirst.sources.built_sites import Sites, outermost
from checkfirst.sources.fetched import fetched
from checkfirst.sources.interface import Found, Listing, Unreadable
from checkfirst.sources.names import NameTree

#: Characters of a page or a configuration that are searched for a generator's name. Not measured.
_PEEKED = 20_000
#: Bytes of the largest file that is kept until its check; a larger one is opened again. Not measured.
_KEPT = 1_000_000


def without_left_out(listing: Listing, is_included: Callable[[str], bool]) -> Listing:
    """The listing without files in left-out folders, which it names; those that are included stay.

    A set that has nothing else is left as it is: then what the folder holds is what is to be checked.
    """
    opened = _Opened(listing.found)
    names = [f.path for f in listing.found] + [s.path for s in listing.skipped] + [f.path for f in listing.failures]
    checked = [item.path for item in listing.found if not is_included(item.path)]
    left_out = _left_out(NameTree(names), NameTree(checked), opened.peek)
    listing = replace(listing, found=opened.found())
    if not left_out:
        return listing
    prefixes = tuple(f"{item.path}/" for item in left_out)

    def is_out(path: str) -> bool:
        return path.startswith(prefixes) and not is_included(path)

    kept = tuple(item for item in listing.found if not is_out(item.path))
    if not kept:
        return listing
    folders = tuple(Skipped(path=i.path, why=SkipReason.LEFT_OUT, detail=i.what) for i in left_out)
    return replace(
        listing,
        found=kept,
        skipped=tuple(sorted((*(s for s in listing.skipped if not is_out(s.path)), *folders), key=lambda s: s.path)),
        failures=tuple(failure for failure in listing.failures if not is_out(failure.path)),
        left_out=tuple(sorted((*listing.left_out, *left_out), key=lambda item: item.path)),
        unread=(*listing.unread, *(path for path in names if is_out(path))),
    )


def _left_out(tree: NameTree, checked: NameTree, peek: Callable[[str], str]) -> list[LeftOut]:
    """The folders to leave out of those that hold files to check, the outermost ones."""
    sites = Sites(tree, peek)
    found: list[LeftOut] = []
    for folder in tree.folders:
        if (found and folder.startswith(f"{found[-1].path}/")) or not checked.below(folder):
            continue
        if recognized := fetched(tree, folder) or sites.recognize(folder) or api_texts(tree, folder, peek):
            what, mark = recognized
            path = outermost(tree, folder) if what in {Made.SITE, Made.API_PAGES} else folder
            found.append(LeftOut(path=path, what=what, mark=mark, files=len(checked.below(path))))
    return found


class _Opened:
    """Opens files of a listing ahead of their check and keeps their bytes, so that they need not be opened again."""

    def __init__(self, found: tuple[Found, ...]) -> None:
        self._found = found
        self._by_path: dict[str, Found] | None = None
        self._starts: dict[str, str] = {}
        self._bytes: dict[str, bytes] = {}

    def peek(self, path: str) -> str:
        """The beginning of a file as text; empty if it can't be read."""
        if path not in self._starts:
            self._by_path = self._by_path or {item.path: item for item in self._found}
            item = self._by_path.get(path)
            try:
                content = item.load() if item else b""
            except Unreadable:
                content = None
            if content is not None and len(content) <= _KEPT:
                self._bytes[path] = content
            self._starts[path] = (content or b"")[:_PEEKED].decode("utf-8", "replace")
        return self._starts[path]

    def found(self) -> tuple[Found, ...]:
        """The files of the listing; those that were kept are not opened again."""
        if not self._bytes:
            return self._found
        return tuple(
            replace(item, load=partial(bytes, self._bytes[item.path])) if item.path in self._bytes else item
            for item in self._found
        )
