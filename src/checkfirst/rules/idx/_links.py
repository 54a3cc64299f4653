"""Shared by the rules on links."""

from collections.abc import Callable, Iterator

from checkfirst.model.rule import Hit, facts
from checkfirst.model.set_measures import BrokenLink, LinkFault
from checkfirst.model.views import SetView
from checkfirst.safe_text import printable

#: Up to this many faulty targets of one document are reported one by one, more of them as one finding; not measured.
_MOST_SEPARATE = 5
#: Lines that a finding quotes, where it is about one target and about many; targets that the latter's message names.
_MOST_QUOTES, _MOST_QUOTES_OF_MANY, _MOST_NAMED = 3, 5, 3


def link_hits(
    view: SetView, fault: LinkFault, describe: Callable[[BrokenLink], str], description_of_many: str
) -> Iterator[Hit]:
    """The hits on links with this fault: one for each target, or one for all of a document that has many.

    ``describe`` gives the message for one target, ``description_of_many`` follows the number of them.
    """
    # IDX002 reports entries of an index whose files are missing.
    entries = {(entry.index, entry.quote.span.start_line) for entry in view.measures.entries if not entry.exists}
    by_source: dict[str, list[BrokenLink]] = {}
    for broken in view.measures.broken_links:
        if broken.fault is fault and (broken.path, broken.links[0].quote.span.start_line) not in entries:
            by_source.setdefault(broken.path, []).append(broken)
    for source, found in by_source.items():
        if len(found) <= _MOST_SEPARATE:
            yield from (_one(broken, describe(broken)) for broken in found)
        else:
            yield _all_of(source, found, description_of_many)


def _one(broken: BrokenLink, message: str) -> Hit:
    """A hit at the first line that has the link; the other lines are further evidence."""
    count = len(broken.links)
    times = f", {count} times" if count > 1 else ""
    near = f"; did you mean {broken.nearest}?" if broken.nearest else ""
    if reference := broken.links[0].as_reference:
        near = f"; write {printable(reference)}"
    return Hit(
        message=f"{message}{times}{near}",
        evidence=tuple(link.quote for link in broken.links[:_MOST_QUOTES]),
        confidence=0.95,
        path=broken.path,
        related=_paths([broken]),
        data=facts(target=broken.target, target_path=broken.target_path, nearest=broken.nearest, count=count),
    )


def _all_of(source: str, found: list[BrokenLink], description: str) -> Hit:
    """One hit on all these targets."""
    named = ", ".join(printable(broken.target) for broken in found[:_MOST_NAMED])
    return Hit(
        message=f"{len(found)} {description}: {named} …",
        evidence=tuple(broken.links[0].quote for broken in found[:_MOST_QUOTES_OF_MANY]),
        confidence=0.95,
        path=source,
        related=_paths(found),
        data=facts(targets=tuple(broken.target for broken in found), count=len(found)),
    )


def _paths(found: list[BrokenLink]) -> tuple[str, ...]:
    """The paths of the other files that the links lead to, whether these exist or not."""
    return tuple(dict.fromkeys(b.target_path for b in found if b.target_path and b.target_path != b.path))
