"""Views of the table of types by ending and by type, for what learns and measures how types are told apart."""

from typing import Final

from checkfirst.model.formats import Format
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
