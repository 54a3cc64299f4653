"""Files of any size that are costly for their size, by name. They are made anew: a large one is quickly made."""

import io
import zipfile
from collections.abc import Callable

from tests.reading.binary.rich_files import book, docx, paragraph, pdf_of, run, workbook, zipped

WORDS = "The warden weighs each parcel twice and keeps the slip. "
#: How much larger a package gets when it is unpacked.
TIMES = 12
ODF = "application/vnd.oasis.opendocument"


def _repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    data = piece.encode()

    def make(size: int) -> bytes:
        return before.encode() + data * max(1, size // len(data)) + after.encode()

    return make


def _numbered(piece: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        count = max(1, size // (len(piece) + 4))
        return (before + "".join(piece.replace("%", str(n)) for n in range(count)) + after).encode()

    return make


def _nested(opening: str, closing: str, inside: str = "x") -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        count = size // len(opening + closing)
        return (opening * count + inside + closing * count).encode()

    return make


def _packed(build: Callable[[str], bytes], piece: str) -> Callable[[int], bytes]:
    """A package whose content is some twenty times as large as it, so that it still passes for an honest one."""

    def make(size: int) -> bytes:
        count = min(TIMES * size, 95_000_000) // (len(piece) + 3)
        # Numbers that never recur keep the packed size up.
        return build("".join(piece.replace("%", str(n * 7919 % 99_991)) for n in range(count)))

    return make


def _odt(body: str) -> bytes:
    names = "".join(
        f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{w}:1.0"' for n, w in (("o", "office"), ("t", "text"))
    )
    content = f"<o:document-content{names}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    return zipped({"mimetype": f"{ODF}.text", "content.xml": content})


def _pdf(pages: str) -> bytes:
    return pdf_of([pages])


def _bzip2(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("mimetype", bytes(90 * size))
    return out.getvalue()


def _members(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(9):
            archive.writestr(f"{n}.txt", "".join(f"{WORDS}{k}\n" for k in range(size // 20)))
    return out.getvalue()


#: What each makes of a number of bytes, by the file's name.
INPUTS: dict[str, Callable[[int], bytes]] = {
    "patterns/index.rst": _repeated("*a", "Title\n=====\n\n.. toctree::\n   :glob:\n\n   ", "\n"),
    "short-lines.txt": _repeated("a\n"),
    "short-lines.md": _repeated("a\n"),
    "blank-lines.txt": _repeated("\n"),
    "one-line.txt": _repeated("a "),
    "one-line.md": _repeated("**a** "),
    "one-word.txt": _repeated("a"),
    "other-letters.txt": _repeated("ü "),
    "prose.md": _repeated(WORDS + "\n\n"),
    "distinct-words.txt": _numbered("w%x "),
    "headings.md": _numbered("# a%\n"),
    "headings.adoc": _numbered("== a%\n\n"),
    "headings.rst": _numbered("a%\n======\n\n"),
    "links.md": _numbered("[a](b%)\n"),
    "links-on-a-line.md": _numbered("[a](b%) "),
    "INDEX.md": _numbered("- [Part %](part%.md)\n", "# Index\n\n"),
    "SUMMARY.md": _numbered("* [P%](p%.md)\n", "# Summary\n\n"),
    "pictures.md": _numbered("![a](b%)"),
    "quotes.md": _nested("> ", ""),
    "lists.md": _repeated("- a\n  - b\n"),
    "brackets.md": _nested("[", "]"),
    "table.md": _repeated("| a | b | c |\n", "| a | b | c |\n|---|---|---|\n"),
    "comments.md": _repeated("<!-- a -->\n"),
    "links-on-a-line.html": _numbered("<a href=b%>a</a>", "<html><body>"),
    "lines-and-links.html": _numbered("a<br><a href=b%>c</a>", "<html><body>"),
    "nested.html": _nested("<div>", "</div>"),
    "spans.html": _repeated("<b>a</b>", "<html><body>"),
    "cells.html": _repeated("<tr><td>a<td>b", "<html><body><table>"),
    "headings.html": _numbered("<h2 id=x%>a</h2>", "<html><body>"),
    "comments.html": _repeated("<!--a-->", "<html><body>"),
    "hidden.html": _repeated("<p hidden>a</p>", "<html><body>"),
    "rows.csv": _numbered("%,a,b\n", "n,x,y\n"),
    "cells.csv": _repeated("a,"),
    "objects.json": _repeated('{"a":1},', "[", "{}]"),
    "nested.json": _nested("[", "]", ""),
    "items.yaml": _repeated("- a: b\n"),
    "elements.xml": _repeated("<a>b</a>", "<r>", "</r>"),
    "keys.toml": _numbered("a% = 1\n"),
    "code.py": _numbered("def f%(): return 1\n"),
    "comments.c": _repeated("// a\n"),
    "comments.sql": _repeated("-- a\n"),
    "page.man.1": _repeated(".B a\n", ".TH A 1\n.SH NAME\n"),
    "long.tex": _repeated("\\section{a}\n", "\\documentclass{article}\\begin{document}\n"),
    "cues.srt": _numbered("%\n00:00:01,000 --> 00:00:02,000\na\n\n"),
    "paragraphs.rtf": _repeated("a\\par ", "{\\rtf1 ", "}"),
    "hidden.rtf": _repeated("{\\v a}b", "{\\rtf1 ", "}"),
    "plain.rtf": _repeated(WORDS, "{\\rtf1 ", "}"),
    "text.docx": _packed(lambda text: docx(paragraph(run(text))), f"{WORDS}% "),
    "paragraphs.docx": _packed(docx, "<w:p><w:r><w:t>a%</w:t></w:r></w:p>"),
    "text.odt": _packed(lambda text: _odt(f"<t:p>{text}</t:p>"), f"{WORDS}% "),
    "paragraphs.odt": _packed(_odt, "<t:p>a%</t:p>"),
    "rows.xlsx": lambda size: workbook([[(1, f"{WORDS}{n}") for n in range(max(1, TIMES * size // 150))]]),
    "chapter.epub": _packed(lambda text: book([f"<html><body><p>{text}</p></body></html>"]), f"{WORDS}% "),
    "paragraphs.epub": _packed(lambda text: book([f"<html><body>{text}</body></html>"]), "<p>a%</p>"),
    "cells.ipynb": _repeated(
        '{"cell_type":"markdown","metadata":{},"source":["a"]},',
        '{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[',
        '{"cell_type":"markdown","metadata":{},"source":["a"]}]}',
    ),
    "words.pdf": lambda size: _pdf("60 760 Td " + "(The warden weighs it.) Tj 0 -1 Td " * (size // 35)),
    "mails.mbox": _repeated("From a@example.com 10:00\nSubject: Limits\n\nTen.\n\n"),
    "senders.eml": _repeated("(", "Subject: Limits\nFrom: ", "\n\nTen.\n"),
    "words.eml": _repeated("=?utf-8?q?a?= ", "Subject: ", "\nFrom: a@b.org\n\nTen.\n"),
    "lines.eml": _repeated("a\n", "Subject: Limits\nFrom: a@b.org\n\n"),
    "members.zip": _members,
    "bzip2.zip": _bzip2,
}  # fmt: skip
