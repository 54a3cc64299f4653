"""Actions of a PDF that run a script or a program, found in its dictionaries; what its pages paint is passed over."""

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from checkfirst import lazy_re
from checkfirst.model.losses import LossKind
from checkfirst.reading.binary.text_builder import TextBuilder

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: The type of an action (ISO 32000-1, table 198), and the script of one that stands beside it (table 217).
_ACTION: Final = lazy_re.compile(rb"/S[\x00\s]{0,20}/(JavaScript|Launch)(?![A-Za-z0-9])")
#: A script that does no more than call a function of Acrobat which formats or adds up the fields of a form.
_OF_FORM: Final = lazy_re.compile(
    rb"/JS[\x00\s]{0,20}\(AF(?:Number|Date|Time|Special|Percent|Simple|Range|Merge|Make|Parse)[A-Za-z_]{0,20}\\?\((?:[^()\\;]|\\[()]){0,400};?\s{0,5}\)"
)
#: A character of a name in hexadecimal digits (section 7.3.5).
_ESCAPED: Final = lazy_re.compile(rb"#([0-9A-Fa-f]{2})")
#: Bytes of all object streams that are unpacked, and bytes before a stream in which its dictionary stands. Not measured.
_UNPACKED, _DICTIONARY = 20_000_000, 400
_START, _END = b"stream", b"endstream"


def add_actions(out: TextBuilder, data: bytes, scripts: int) -> None:
    """Record actions that run a script or a program. ``scripts`` is the number of those of the document as a whole."""
    found = of_form = launches = 0
    for piece in _dictionaries(data):
        plain = _ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), piece) if b"#" in piece else piece
        kinds = [match[1] for match in _ACTION.finditer(plain)]
        found += kinds.count(b"JavaScript")
        launches += kinds.count(b"Launch")
        of_form += len(_OF_FORM.findall(plain)) if kinds else 0
    if scripts or found > of_form:
        out.add_loss(LossKind.SCRIPT_ACTION, max(scripts, found - of_form))
    elif found:
        out.add_loss(LossKind.FORM_SCRIPT, found)
    if launches:
        out.add_loss(LossKind.LAUNCH_ACTION, launches)


def scripts_of(document: "PdfDocument") -> int:
    """How many scripts a document names that are run when it is opened."""
    import pypdfium2.raw as raw

    return max(0, int(raw.FPDFDoc_GetJavaScriptActionCount(document.raw)))


def _dictionaries(data: bytes) -> Iterator[bytes]:
    """The file without its streams, and what its object streams hold (section 7.5.7), up to ``_UNPACKED`` bytes."""
    at, left = 0, _UNPACKED
    while (start := data.find(_START, at)) >= 0:
        head = data[at:start]
        yield head
        end = data.find(_END, start)
        if end < 0:
            break
        described = head[-_DICTIONARY:]
        if b"/ObjStm" in described and left > 0:
            packed = data[start + len(_START) : end].lstrip(b"\r\n")
            unpacked = _inflated(packed, left) if b"/FlateDecode" in described else packed[:left]
            left -= len(unpacked)
            yield unpacked
        at = end + len(_END)
    yield data[at:]


def _inflated(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""
