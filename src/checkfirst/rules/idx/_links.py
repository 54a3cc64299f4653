"""What the rules on links say alike."""

from collections.abc import Callable, Iterator

from checkfirst.model.rule import Hit, facts
from checkfirst.model.set_measures import BrokenLink, LinkFault
from checkfirst.model.views import SetView
from checkfirst.safe_text import printable

#: Links of one document with no file behind them that are told one by one.
_MOST_APART = 5


def link_hits(view: SetView, fault: LinkFault, say: Callable[[BrokenLink], str], many: str) -> Iterator[Hit]:
    """A hit for each target; one for all where a document has many: it is one thing to mend."""
    listed = {(entry.index, entry.quote.span.start_line) for entry in view.measures.entries if not entry.exists}
    by_source: dict[str, list[BrokenLink]] = {}
    for broken in view.measures.broken_links:
        if broken.fault is fault and (broken.path, broken.links[0].quote.span.start_line) not in listed:
            by_source.setdefault(broken.path, []).append(broken)
    for source, found in by_source.items():
        if len(found) <= _MOST_APART:
            yield from (_one(broken, say(broken)) for broken in found)
        else:
            yield _all_of(source, found, many)


def _one(broken: BrokenLink, message: str) -> Hit:
    """A hit at the first line that bears the link, with the others as evidence."""
    count = len(broken.links)
    times = f", {count} times" if count > 1 else ""
    near = f"; did you mean {broken.nearest}?" if broken.nearest else ""
    return Hit(
        message=f"{message}{times}{near}",
        evidence=tuple(link.quote for link in broken.links[:3]),
        confidence=0.95,
        path=broken.path,
        related=_paths([broken]),
        data=facts(target=broken.target, target_path=broken.target_path, nearest=broken.nearest, count=count),
    )


def _all_of(source: str, found: list[BrokenLink], many: str) -> Hit:
    named = ", ".join(printable(broken.target) for broken in found[:3])
    return Hit(
        message=f"{len(found)} {many}: {named} …",
        evidence=tuple(broken.links[0].quote for broken in found[:5]),
        confidence=0.95,
        path=source,
        related=_paths(found),
        data=facts(targets=tuple(broken.target for broken in found), count=len(found)),
    )


def _paths(found: list[BrokenLink]) -> tuple[str, ...]:
    """The other files that the links lead to, there or not."""
    return tuple(dict.fromkeys(b.target_path for b in found if b.target_path and b.target_path != b.path))
