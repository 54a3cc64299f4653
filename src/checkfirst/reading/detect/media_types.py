"""Views of the table of types for callers that need no reader: by ending, by family, and by what people call a type."""

from typing import Final

from checkfirst.model.formats import Format, Trait
from checkfirst.reading.format_table import OLE as OLE
from checkfirst.reading.formats import FORMATS

#: What each ending promises: its family, and its type.
NAMED: Final[dict[str, tuple[Format, str]]] = {
    suffix: (spec.format, spec.media_type)
    for spec in FORMATS.values()
    for suffix in (*spec.suffixes, *spec.shared_suffixes)
}
#: The family of each type that a name can promise.
FORMAT_OF: Final[dict[str, Format]] = {media_type: spec.format for media_type, spec in FORMATS.items() if spec.suffixes}
#: How a file of the type should be called.
ENDING_OF: Final[dict[str, str]] = {
    media_type: spec.suffixes[0] for media_type, spec in FORMATS.items() if spec.suffixes
}
#: Rich types that are text on the outside.
RICH_TEXT: Final = frozenset(
    media_type for media_type, spec in FORMATS.items() if {Trait.EXTRACTED, Trait.TEXTUAL} <= spec.traits
)


def title_of(media_type: str) -> str:
    """What people call a type; the type itself where they have no word for it."""
    spec = FORMATS.get(media_type)
    return spec.title if spec else media_type
