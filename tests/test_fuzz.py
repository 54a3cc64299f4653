"""Every reader of ours on texts and bytes made of its own signs: nothing but what it may raise, and places that hold.

``pytest tests/test_fuzz.py --hypothesis-profile=long -n 2`` looks longer.
"""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst.reading.binary.archive import unpack
from checkfirst.reading.detect.identify import identify
from checkfirst.reading.format_table import OPEN, PRESENTATION, SPREADSHEET, WORDPROCESSING
from checkfirst.reading.formats import FORMATS, file_reader, named, text_reader
from checkfirst.reading.parsed import ReadingError, Structure
from checkfirst.reading.text.decode import decode
from tests.reading.binary import rich_files
from tests.reading.binary.test_archive import tarred
from tests.reading.text.test_other_texts import MHTML

#: The signs that each reader listens to, with words, blanks and line ends between them.
SIGNS = {
    "text/markdown": "# ## --- === ``` ~~~ > - * 1. | |-|-| [a](b) [a]: b ![x](y) <div> <!-- --> & \\ ---\ntitle:x\n---",
    "text/html": "<html> <p> </p> <div hidden> <h1> </h1> <a href='x'> <table> <tr> <td> <!-- --> <script> &amp; < > ' <p style='display:none'>",
    "text/x-rst": "==== ---- .. .. note:: :: .. _a: `a <b>`_ +---+ | | * #. :a:b .. |x| ===\u00a0=== ..\n .. [1]",
    "text/asciidoc": "= == ---- .... |=== //// // [[a]] [source] * . :a:b include::x[] xref:y[] <<z>> a:: ++++ ====",
    "text/x-tex": "\\documentclass{a} \\begin{document} \\begin{verbatim} \\end{verbatim} \\end{x} \\section{ } { $ $$ % \\% \\[ \\] \\item & \\'e \\title{ \\href{a}{b} \\ \\\\",
    "text/troff": '.TH .SH .B .nf .fi .\\" \\fB \\- \\(em " .IP .Bd .Ed \\ . \' .so',
    "application/json": '{ } [ ] " : , "title" 1 true null \\ "info"',
    "application/yaml": "a: - # info: title: x | > --- ' \" { }",
    "text/xml": "<a> </a> <!-- --> <title> </title> <?xml ?> ]]> <![CDATA[ & <",
    "text/csv": ', ; " \t | "a,b" ""',
    "text/x-python": '# """ \'\'\' def x(): r""" @ #!',
    "text/x-c": "/* */ // int x; /* // */",
    "application/x-subrip": "1 00:00:01,000 --> 00:00:02,000 WEBVTT",
    "text/plain": "a b . - *",
}
WORDS = ["\n", "\n\n", " ", "  ", "\t", "word", "Ledger storage", "é", "\u200b", "\u2028", "\x00", "\ufeff", "𝔘"]


def texts(signs: str) -> st.SearchStrategy[str]:
    """Texts of a format's signs."""
    return st.lists(st.sampled_from([*signs.split(" "), *WORDS]), max_size=40).map("".join)


def holds(structure: Structure, source: str = "") -> None:
    """Places within the text, in order, one role a line."""
    lines = structure.text.count("\n") + 1
    last = 0
    for segment in structure.segments:
        assert last < segment.span.start_line <= segment.span.end_line <= lines
        last = segment.span.end_line
    for found in (structure.links, structure.anchors, structure.hidden):
        assert all(1 <= place.span.start_line <= lines for place in found)
    for numbers in (structure.line_map.source_lines, structure.line_map.pages):
        assert numbers is None or len(numbers) == lines or not structure.text


@pytest.mark.parametrize("media_type", SIGNS)
def test_text_readers(media_type: str) -> None:
    @given(texts(SIGNS[media_type]))
    def run(text: str) -> None:
        structure = text_reader(FORMATS[media_type])(text)
        holds(structure, text)
        assert structure == text_reader(FORMATS[media_type])(text)

    run()


RICH: dict[str, bytes] = {
    "message/rfc822": rich_files.LEDGER_EML,
    "multipart/related": MHTML,
    "application/rtf": rich_files.LEDGER_RTF,
    "application/x-ipynb+json": rich_files.LEDGER_IPYNB,
    "application/x-tar": tarred({"a.md": b"words\n", "b/c.md": b"more\n"}),
}


def changes(data: bytes) -> st.SearchStrategy[bytes]:
    """The bytes with some of them replaced, and pieces of them moved or left out."""
    piece = st.tuples(st.integers(0, len(data)), st.integers(0, len(data))).map(lambda p: data[min(p) : max(p)])
    return st.lists(st.one_of(piece, st.binary(max_size=8)), min_size=1, max_size=6).map(b"".join)


@pytest.mark.parametrize("media_type", RICH)
def test_readers_of_bytes(media_type: str) -> None:
    @given(changes(RICH[media_type]))
    def run(data: bytes) -> None:
        with suppress(ReadingError):
            holds(file_reader(FORMATS[media_type])(data))

    run()


PACKAGES = {
    WORDPROCESSING: rich_files.LEDGER_DOCX,
    PRESENTATION: rich_files.LEDGER_PPTX,
    SPREADSHEET: rich_files.LEDGER_XLSX,
    f"{OPEN}text": rich_files.LEDGER_ODT,
    "application/epub+zip": rich_files.LEDGER_EPUB,
}


@pytest.mark.parametrize("media_type", PACKAGES)
def test_readers_of_packages(media_type: str) -> None:
    """Whole packages whose parts were changed, which a broken archive would hide."""
    with zipfile.ZipFile(io.BytesIO(PACKAGES[media_type])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    @given(st.sampled_from(sorted(parts)), st.data())
    def run(name: str, more: st.DataObject) -> None:
        data = rich_files.zipped({**parts, name: more.draw(changes(parts[name]))})
        with suppress(ReadingError):
            holds(file_reader(FORMATS[media_type])(data))

    run()


@given(changes(rich_files.zipped({"a/b.md": "# Words\n", "c.zip": rich_files.zipped({"d.txt": "x"})})))
def test_zip_walker(data: bytes) -> None:
    try:
        members = unpack(data, "a.zip")
    except ReadingError:
        return
    assert all(not name.startswith("/") and ".." not in name.split("/") for name in members.files)


@given(
    st.one_of(st.binary(max_size=300), texts(" ".join(SIGNS.values())).map(str.encode)),
    st.sampled_from(sorted(suffix for spec in FORMATS.values() for suffix in spec.suffixes)),
)
def test_types(data: bytes, ending: str) -> None:
    found = identify(f"file{ending}", data)
    assert found == identify(f"file{ending}", data)
    assert found.named is named(f"file{ending}")


@given(st.one_of(st.binary(max_size=300), st.text().map(lambda t: t.encode("utf-16", "surrogatepass"))))
def test_decoding(data: bytes) -> None:
    decoded = decode(data)
    assert "\r" not in decoded.text
    decoded.text.encode("utf-8")
