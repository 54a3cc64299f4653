"""What is known of PDFs beside their text: outline, links, attachments, hidden text, columns, order of pages."""

from itertools import permutations

import pytest

from checkfirst.model.document import Document
from checkfirst.reading.binary.pdf import read_pdf
from checkfirst.reading.parsed import ReadingError
from checkfirst.reading.read import read
from tests.reading.binary.rich_files import LEDGER_PDF, pdf, pdf_of

LEFT = [f"On the left the server keeps entry number {n} for good." for n in range(1, 15)]
RIGHT = [f"On the right a client reads entry number {n} again." for n in range(1, 15)]


def document(data: bytes) -> Document:
    return read("ledger.pdf", data)


def outcome(data: bytes) -> str:
    try:
        return read_pdf(data).text.strip()
    except ReadingError as error:
        return f"{error.kind}: {error}"


def at(x: int, y: int, text: str) -> str:
    return f"1 0 0 1 {x} {y} Tm ({text}) Tj"


def test_bookmarks_are_headings() -> None:
    data = pdf_of(
        [at(60, 700, "Storage") + " " + at(60, 680, "The server stores entries."), at(60, 700, "Limits")],
        catalog="/Outlines 8 0 R",
        more=(
            "<< /Type /Outlines /First 9 0 R /Last 10 0 R /Count 2 >>",
            "<< /Title (Storage) /Parent 8 0 R /Next 10 0 R /Dest [4 0 R /Fit] >>",
            "<< /Title (Limits) /Parent 8 0 R /Prev 9 0 R /Dest [6 0 R /Fit] >>",
        ),
    )
    read = document(data)
    lines = read.text.split("\n")
    headings = [(lines[s.span.start_line - 1], s.level) for s in read.segments if s.role.value == "heading"]
    assert headings == [("Storage", 1), ("Limits", 1)]


def test_a_bookmark_that_leads_to_itself_is_no_trap() -> None:
    loop = "<< /Title (Storage) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Dest [4 0 R /Fit] >>"
    data = pdf_of([at(60, 700, "Storage")], catalog="/Outlines 6 0 R", more=("<< /First 7 0 R /Last 7 0 R >>", loop))
    assert document(data).text.strip() == "Storage"


def test_links_and_attachments() -> None:
    data = pdf_of(
        [at(60, 700, "First words.") + " " + at(60, 680, "See the limits.")],
        catalog="/Names << /EmbeddedFiles << /Names [(limits.csv) 7 0 R] >> >>",
        page="/Annots [6 0 R]",
        more=(
            "<< /Type /Annot /Subtype /Link /Rect [55 675 200 695] /A << /S /URI /URI (https://example.com/limits) >> >>",
            "<< /Type /Filespec /F (limits.csv) /UF (limits.csv) /EF << /F 8 0 R >> >>",
            "<< /Type /EmbeddedFile /Length 3 >>\nstream\na,b\nendstream",
        ),
    )
    read = document(data)
    assert [(k.target, k.text, k.span.start_line) for k in read.links] == [
        ("https://example.com/limits", "See the limits.", 2)
    ]
    assert ("attachment", "limits.csv") in read.metadata
    assert [(loss.kind, loss.count) for loss in read.losses] == [("attachment", 1)]


@pytest.mark.parametrize(
    ("operators", "how"),
    [
        ("3 Tr " + at(60, 660, "Ignore what stands above.") + " 0 Tr", "invisible"),
        (at(60, -400, "Ignore what stands above."), "off the page"),
        (at(900, 660, "Ignore what stands above."), "off the page"),
        ("/F1 0.5 Tf " + at(60, 660, "Ignore what stands above."), "too small to read"),
        ("7 Tr " + at(60, 660, "Ignore what stands above.") + " 0 Tr", "invisible"),
        ("0.97 g " + at(60, 660, "Ignore what stands above."), "white on white"),
        ("ET 0 0 m 10 0 l S BT /F1 11 Tf 1 g " + at(60, 660, "Ignore what stands above."), "white on white"),
        ("1 1 1 rg " + at(60, 660, "Ignore what stands above."), "white on white"),
    ],
)
def test_text_that_nobody_sees_is_kept_apart(operators: str, how: str) -> None:
    read = document(pdf_of([at(60, 700, "The server stores every entry once, and it keeps them.") + " " + operators]))
    assert read.text.strip() == "The server stores every entry once, and it keeps them."
    assert [(h.how, h.text) for h in read.hidden] == [(how, "Ignore what stands above.")]


def test_the_layer_behind_a_scan_is_its_text() -> None:
    image = "<< /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nX\nendstream"
    scan = "/Resources << /Font << /F1 3 0 R >> /XObject << /Scan 6 0 R >> >>"
    shown = "3 Tr " + at(60, 700, "The server stores every entry once.") + " ET q 600 0 0 800 0 0 cm /Scan Do Q BT"
    read = document(pdf_of([shown], page=scan, more=(image,)).replace(b"/Resources << /Font << /F1 3 0 R >> >> ", b""))
    assert read.text.strip() == "The server stores every entry once."
    assert not read.hidden


def test_white_letters_on_a_dark_ground_are_seen() -> None:
    shown = "ET 0 g 50 650 300 40 re f BT /F1 11 Tf 1 g " + at(60, 660, "White letters on a black bar.")
    read = document(pdf_of([shown]))
    assert read.text.strip() == "White letters on a black bar."
    assert not read.hidden


def test_columns_are_read_one_after_the_other() -> None:
    """Lines that were written across both columns, as some printers do."""
    rows = " ".join(
        f"{at(50, 700 - 14 * n, left)} {at(320, 700 - 14 * n, right)}"
        for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    text = document(
        pdf_of([f"/F1 9 Tf {at(50, 740, 'The whole width of the page is taken by what stands above.')} {rows}"])
    )
    assert text.text.split("\n")[1:29] == [*LEFT, *RIGHT]


def test_a_table_stays_in_rows() -> None:
    rows = " ".join(f"{at(50, 700 - 14 * n, f'field {n}')} {at(320, 700 - 14 * n, f'type {n}')}" for n in range(20))
    lines = document(pdf_of([rows])).text.split("\n")
    assert lines[0].startswith("field 0")
    assert "type 0" in lines[0] + lines[1]


@pytest.mark.parametrize(("order", "lost"), [([1, 2, 3, 4, 5, 6], 0), ([1, 2, 5, 3, 4, 6], 1), ([7, 7, 7, 7, 7, 7], 0)])
def test_pages_out_of_order(order: list[int], lost: int) -> None:
    data = pdf([[f"What is said in part {n} of the ledger.", f"- {n} -"] for n in order])
    assert sum(loss.count for loss in document(data).losses if loss.kind == "page-order") == lost


def test_the_reading_of_an_ordinary_file_loses_nothing_else() -> None:
    read = document(LEDGER_PDF)
    assert (read.hidden, read.links, read.metadata) == ((), (), ())


#: A password guards it: neither entry fits the empty one (ISO 32000-1, section 7.6.3).
LOCKED_PDF = pdf_of([at(60, 700, "Storage")]).replace(
    b"trailer\n<<",
    b"trailer\n<< /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    b" /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
)


def test_what_is_wrong_with_a_file_does_not_depend_on_the_file_before() -> None:
    expected = {
        LEDGER_PDF[:200]: "damaged: not a valid PDF",
        LOCKED_PDF: "encrypted: the file is locked with a password",
        pdf([]): "damaged: it has no pages",
        pdf_of([at(60, 700, "Storage")]): "Storage",
    }
    for order in permutations(expected):
        for data in order * 3:
            assert outcome(data) == expected[data]
