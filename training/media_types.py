"""The table of media types by suffix, for training and benchmarks."""

from typing import Final

from checkfirst.model.formats import Format
from checkfirst.reading.formats import FORMATS

#: The format and the media type that each suffix declares.
NAMED: Final[dict[str, tuple[Format, str]]] = {
    suffix: (spec.format, spec.media_type)
    for spec in FORMATS.values()
    for suffix in (*spec.suffixes, *spec.shared_suffixes)
}
#: The format of each media type that a suffix can declare.
FORMAT_OF: Final[dict[str, Format]] = {media_type: spec.format for media_type, spec in FORMATS.items() if spec.suffixes}
#: The usual suffix of each media type.
ENDING_OF: Final[dict[str, str]] = {
    media_type: spec.suffixes[0] for media_type, spec in FORMATS.items() if spec.suffixes
}
