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


def _dense(build: Callable[[str], bytes], piece: str, alike: int = 8) -> Callable[[int], bytes]:
    """A package that grows as much as is read of one: of several pieces in a row only the first has its number."""
    several = piece + piece.replace("%", "") * (alike - 1)

    def make(size: int) -> bytes:
        count = min(40 * size, 39_000_000) // (len(several) + 5)
        return build("".join(several.replace("%", str(n * 7919 % 99_991)) for n in range(count)))

    return make


def _in_cell(body: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"


def _commented(comments: str) -> bytes:
    return docx(paragraph(run(WORDS)), **{"word/comments.xml": f'<w:comments xmlns:w="urn:w">{comments}</w:comments>'})


def _sheet(rows: str, shared: str = "") -> bytes:
    return zipped(
        {
            "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<a><b Id="r1" Target="worksheets/sheet1.xml"/></a>',
            "xl/sharedStrings.xml": f"<sst>{shared}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def _slide(shapes: str) -> bytes:
    return zipped(
        {
            "ppt/presentation.xml": '<a xmlns:r="urn:r"><sldId r:id="r1"/></a>',
            "ppt/_rels/presentation.xml.rels": '<a><b Id="r1" Target="slides/slide1.xml"/></a>',
            "ppt/slides/slide1.xml": f"<sld>{shapes}</sld>",
        }
    )


def _page(body: str) -> bytes:
    return book([f"<html><body>{body}</body></html>"])


def _ods(rows: str) -> str:
    return f"</o:text><o:spreadsheet><t:table>{rows}</t:table></o:spreadsheet><o:text>"


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
    "deleted.odt": _packed(lambda text: _odt(f"<t:tracked-changes>{text}</t:tracked-changes>"), "<t:p>a%</t:p>"),
    "rows.xlsx": lambda size: workbook([[(1, f"{WORDS}{n}") for n in range(max(1, TIMES * size // 150))]]),
    "chapter.epub": _packed(lambda text: book([f"<html><body><p>{text}</p></body></html>"]), f"{WORDS}% "),
    "paragraphs.epub": _packed(lambda text: book([f"<html><body>{text}</body></html>"]), "<p>a%</p>"),
    "headings.docx": _dense(docx, '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>a%</w:t></w:r></w:p>'),
    "runs.docx": _dense(lambda runs: docx(f"<w:p>{runs}</w:p>"), "<w:r><w:t>a %</w:t></w:r>"),
    "table.docx": _dense(
        lambda rows: docx(f"<w:tbl>{rows}</w:tbl>"),
        "<w:tr><w:tc><w:p><w:r><w:t>a%</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b c</w:t></w:r></w:p></w:tc></w:tr>",
    ),
    "cell.docx": _dense(lambda text: docx(_in_cell(text)), '<w:p w:rsidR="%"><w:r><w:t>a%</w:t></w:r></w:p>'),
    "hidden.docx": _dense(docx, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a%</w:t></w:r></w:p>"),
    "links.docx": _dense(
        docx, '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>the clock %</w:t></w:r></w:hyperlink></w:p>'
    ),
    "comments.docx": _dense(_commented, "<w:comment><w:p><w:r><w:t>a%</w:t></w:r></w:p></w:comment>"),
    "attributes.docx": _dense(lambda text: docx(f"<w:p {text}/>"), ' a%="b"', 1),
    "names.docx": _dense(docx, "<w:p%/>", 1),
    "breaks.docx": _dense(lambda text: docx(paragraph(f"<w:r>{text}</w:r>")), "<w:br/><w:t>a%</w:t>"),
    "nested.docx": _dense(lambda text: docx(_in_cell(f"{text}b{'</w:p>' * text.count('<')}")), "<w:p>", 1),
    "long.docx": lambda size: docx(paragraph(run("".join(f"{n}\n" for n in range(size // 2))))),
    "table.odt": _dense(
        lambda rows: _odt(f"<t:table>{rows}</t:table>"),
        "<t:table-row><t:table-cell><t:p>a%</t:p></t:table-cell><t:table-cell><t:p>b c</t:p></t:table-cell></t:table-row>",
    ),
    "spans.odt": _dense(lambda text: _odt(f"<t:p>{text}</t:p>"), "<t:span>a %</t:span>"),
    "repeated.odt": _dense(
        lambda rows: _odt(_ods(rows)),
        '<t:table-row><t:table-cell t:number-columns-repeated="100"><t:p>abc%</t:p></t:table-cell></t:table-row>',
    ),
    "cells.xlsx": _dense(_sheet, '<row><c><v>%</v></c><c t="str"><v>abc def</v></c><c><v>1</v></c></row>'),
    "shared.xlsx": _dense(lambda texts: _sheet("<row/>", texts), "<si><t>a%</t></si>"),
    "one-text.xlsx": _dense(
        lambda rows: _sheet(f"<row>{rows}</row>", f"<si><t>{WORDS * 500}</t></si>"), '<c t="s"><v>0</v></c>'
    ),
    "wide.xlsx": _dense(_sheet, '<row><c r="GR1"><v>%</v></c></row>'),
    "shapes.pptx": _dense(_slide, "<sp><txBody><p><r><t>a%</t></r></p></txBody></sp>"),
    "words.pptx": _packed(_slide, f"<sp><txBody><p><r><t>{WORDS}%</t></r></p></txBody></sp>"),
    "spans.epub": _dense(_page, "<b>a%</b>"),
    "cells.epub": _dense(lambda rows: _page(f"<table>{rows}</table>"), "<tr><td>a%<td>b"),
    "headings.epub": _dense(_page, "<h2 id=x%>a</h2>", 2),
    "links.epub": _dense(_page, "<a href=//b%>a</a> "),
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
    "page.eml": _repeated("<b>a</b>", "Subject: Limits\nContent-Type: text/html\n\n<html><body>"),
    "parts.eml": _repeated("--x\n\n", 'Subject: Limits\nContent-Type: multipart/mixed; boundary="x"\n\n'),
    "members.zip": _members,
    "bzip2.zip": _bzip2,
}  # fmt: skip
