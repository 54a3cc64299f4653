"""EPUB books: the chapters in the order of the spine, each read as HTML."""

import posixpath
import re
from typing import Final
from urllib.parse import unquote

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.losses import LossKind
from checkfirst.reading.binary.page_inside import read_page_inside
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.binary.xml_stream import attribute, local
from checkfirst.reading.binary.zip_package import Package
from checkfirst.reading.parsed import Damaged, Encrypted, Structure
from checkfirst.reading.text.decode import decode

#: Media types of chapters.
_PAGES: Final = ("application/xhtml+xml", "text/html")
#: Bytes of a chapter that are read. Not measured.
_LARGEST: Final = 12_000_000
_ADDRESS: Final = lazy_re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def read_epub(book_file: bytes) -> Structure:
    """The text of a book; each chapter is a page. Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``."""
    package = Package(book_file)
    if _is_locked(package):
        raise Encrypted("the book's chapters are encrypted")
    container = package.xml("META-INF/container.xml")
    path = next((attribute(e, "full-path") for e in container.iter() if local(e) == "rootfile"), "")
    book = package.xml(path)
    folder = posixpath.dirname(path)
    parts = {
        attribute(e, "id"): unquote(attribute(e, "href"))
        for e in book.iter()
        if local(e) == "item" and attribute(e, "media-type") in _PAGES
    }
    # A spine item of another media type, such as a picture, is not a chapter; one without a manifest item is missing.
    others = {attribute(e, "id") for e in book.iter() if local(e) == "item"} - parts.keys()
    spine = [attribute(e, "idref") for e in book.iter() if local(e) == "itemref"]
    spine = [ref for ref in spine if ref not in others]
    out = TextBuilder()
    with out.up_to_limit():
        for number, ref in enumerate(spine, start=1):
            member = posixpath.normpath(posixpath.join(folder, parts.get(ref, "")))
            if ref not in parts or member not in package or not _add_chapter(out, package, member, number):
                out.add_loss(LossKind.MISSING_CHAPTER, name=f"chapter {number}")
    if not out.lines:
        raise Damaged("no chapter can be read")
    wanted = {"title", "creator", "date", "language", "publisher"}
    found = ((local(e), (e.text or "").strip()) for e in book.iter())
    out.add_cut(package.cut)
    return out.build(tuple((name, value) for name, value in found if name in wanted and value))


def _add_chapter(out: TextBuilder, package: Package, member: str, number: int) -> bool:
    """Add a chapter. Returns whether there is anything in it."""
    data = package.start(member, _LARGEST)
    if not data.strip():
        return False
    if len(data) > _LARGEST:
        out.end_left_out()
    out.page = number
    first, decoded = len(out.lines), decode(data)
    chapter = read_page_inside(out, decoded.text)
    # Other links lead from one chapter to another, and not beside the book.
    leading_out = tuple(link for link in chapter.links if _ADDRESS.match(link.target))
    out.add_structure(replace(chapter, links=leading_out))
    out.add_decoding_losses(decoded.losses, first)
    out.blank_line()
    return True


def _is_locked(package: Package) -> bool:
    """Whether chapters are encrypted; where only fonts are, the text can be read (EPUB 3.3, section 4.2.6.3.1.3)."""
    name = "META-INF/encryption.xml"
    if name not in package:
        return False
    named = [attribute(e, "URI") for e in package.xml(name).iter() if local(e) == "CipherReference"]
    return any(uri.lower().endswith((".xhtml", ".html", ".htm", ".xml")) for uri in named)
