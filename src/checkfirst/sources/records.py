"""Documents in memory as a source."""

from collections.abc import Iterable
from functools import partial

from checkfirst.errors import UsageError
from checkfirst.sources.interface import Found, Listing
from checkfirst.sources.site_files import site_files_among


def list_records(records: Iterable[tuple[str, bytes | str]]) -> Listing:
    """A listing of ``(name, content)`` pairs; the name is the path of the document.

    Raises ``UsageError`` for a name given twice.
    """
    found: dict[str, Found] = {}
    for name, content in records:
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        if name in found:
            raise UsageError(f"two records are named {name!r}; give each a name of its own")
        found[name] = Found(path=name, load=partial(bytes, data))
    return Listing(
        root="", found=tuple(found[name] for name in sorted(found)), site_files=site_files_among(found.values())
    )
