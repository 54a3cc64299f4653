"""IDX: links and pictures that lead nowhere, to a place that is not there, or out of the set."""

from collections.abc import Callable, Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import BrokenLink, LinkFault
from checkfirst.model.views import SetView
from checkfirst.safe_text import printable

_LINKED = "# Ledger\n\nSee [the protocol](protocol.md#messages) and [limits](limits.md).\n"
_PROTOCOL = "# Protocol\n\n## Messages\n\nThe client sends one message for each entry.\n"
_LIMITS = "# Limits\n\nThe importer reads at most 10,000 rows.\n"


#: Links of one document with no file behind them that are told one by one.
_MOST_APART = 5


def _link_hits(view: SetView, fault: LinkFault, say: Callable[[BrokenLink], str], many: str) -> Iterator[Hit]:
    """A hit for each target; one for all where a document has many: it is one thing to mend."""
    listed = {(entry.index, entry.quote.span.start_line) for entry in view.measures.entries if not entry.exists}
    by_source: dict[str, list[BrokenLink]] = {}
    for broken in view.measures.broken_links:
        if broken.fault is fault and (broken.path, broken.links[0].quote.span.start_line) not in listed:
            by_source.setdefault(broken.path, []).append(broken)
    for source, found in by_source.items():
        if len(found) <= _MOST_APART:
            yield from (_link_hit(broken, say(broken)) for broken in found)
            continue
        named = ", ".join(printable(broken.target) for broken in found[:3])
        quotes = tuple(broken.links[0].quote for broken in found[:5])
        yield Hit(message=f"{len(found)} {many}: {named} …", evidence=quotes, confidence=0.95, path=source)


def _link_hit(fault: BrokenLink, message: str) -> Hit:
    """A hit at the first line that bears the link, with the others as evidence."""
    times = f", {len(fault.links)} times" if len(fault.links) > 1 else ""
    near = f"; did you mean {fault.nearest}?" if fault.nearest else ""
    quotes = tuple(link.quote for link in fault.links[:3])
    return Hit(message=f"{message}{times}{near}", evidence=quotes, confidence=0.95, path=fault.path)


@rule(
    code="IDX006",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    links_alone=True,
    fires=({"ledger.md": _LINKED, "protocol.md": _PROTOCOL},),
    silent=({"ledger.md": _LINKED, "protocol.md": _PROTOCOL, "limits.md": _LIMITS},),
)
def broken_link(view: SetView) -> Iterator[Hit]:
    """A link or picture leads to a file that is not there.

    Readers, and agents that follow references, miss what the text relies on.

    Correct the link, add the file, or take the link out.
    """

    def say(fault: BrokenLink) -> str:
        return f"{'shows' if fault.links[0].image else 'links to'} {printable(fault.target)}, which is not there"

    yield from _link_hits(view, LinkFault.FILE, say, "links lead to files that are not there")


@rule(
    code="IDX007",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    links_alone=True,
    fires=({"ledger.md": _LINKED, "protocol.md": _LIMITS, "limits.md": _LIMITS},),
    silent=({"ledger.md": _LINKED, "protocol.md": _PROTOCOL, "limits.md": _LIMITS},),
)
def missing_anchor(view: SetView) -> Iterator[Hit]:
    """A link names a place in a document (`#heading`) that the document does not have.

    The reader lands at the top of the page and looks for what was meant; often the section was renamed or is gone.

    Correct the name; headings give theirs as the site generator makes them (GitHub, MkDocs, mdBook or Sphinx).
    """

    def say(fault: BrokenLink) -> str:
        name = printable(fault.target.partition("#")[2])
        return (
            f"links to #{name}, but {'it' if fault.target_path == fault.path else fault.target_path} has no such place"
        )

    yield from _link_hits(view, LinkFault.ANCHOR, say, "links name places that are not there")


@rule(
    code="IDX008",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    links_alone=True,
    fires=({"ledger.md": "# Ledger\n\nSee [the clock](../clock/design.md).\n"},),
    silent=({"parts/ledger.md": "# Ledger\n\nSee [the clock](../clock.md).\n", "clock.md": _LIMITS},),
)
def outside_the_set(view: SetView) -> Iterator[Hit]:
    """A link leads out of the folder that is checked.

    Whoever gets only this set can't follow it, and nothing here says whether the file is there.

    Check the folder above, put the document into the set, or give its address.
    """

    def say(fault: BrokenLink) -> str:
        return f"links to {printable(fault.target)}, outside the set"

    yield from _link_hits(view, LinkFault.OUTSIDE, say, "links lead out of the set")


RULES = (broken_link, missing_anchor, outside_the_set)
