"""What every reader of one format gives back."""

from dataclasses import dataclass

from checkfirst.model.document import Anchor, Definition, Hidden, Link, Loss, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What the markup of a text says."""

    text: str
    title: str | None = None
    segments: tuple[Segment, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    definitions: tuple[Definition, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    losses: tuple[Loss, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    line_numbers: tuple[int, ...] | None = None
