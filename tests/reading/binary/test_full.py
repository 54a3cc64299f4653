"""Readers stop when a text is as long as any that is kept, and say so once."""

import pytest

from checkfirst.model.losses import LossKind
from checkfirst.reading import bounds
from checkfirst.reading.binary import mail, page_inside
from checkfirst.reading.binary.epub import read_epub
from checkfirst.reading.binary.mail import read_mail, read_web_archive
from checkfirst.reading.binary.odf import read_opendocument
from checkfirst.reading.binary.rtf import read_rtf
from checkfirst.reading.binary.xlsx import read_xlsx
from checkfirst.reading.bounds import END, bounded, bounded_unpacked
from checkfirst.reading.formats import FORMATS, file_reader
from checkfirst.reading.parsed import Structure
from checkfirst.reading.read import read
from tests.large_inputs import _ods, _odt, _sheet
from tests.reading.binary.rich_files import book, docx, paragraph, pdf, run, slide_show, workbook

SENTENCE = "The ferryman counts the passengers before he leaves."
CELL = '<c t="s"><v>0</v></c>'
LONG = {
    "a.docx": docx("".join(paragraph(run(f"{SENTENCE} {n}")) for n in range(90))),
    "a.odt": _odt("".join(f"<t:p>{SENTENCE} {n}</t:p>" for n in range(90))),
    "a.xlsx": workbook([[(n, f"{SENTENCE} {n}") for n in range(1, 90)]]),
    "a.pptx": slide_show([(f"Trip {n}", [SENTENCE]) for n in range(90)]),
    "a.epub": book([f"<html><body><p>{SENTENCE}</p><p>{n}</p></body></html>" for n in range(90)]),
    "a.rtf": ("{\\rtf1 " + f"{SENTENCE}\\par " * 90 + "}").encode(),
    "a.eml": ("Subject: Trips\nFrom: a@example.com\n\n" + f"{SENTENCE}\n" * 90).encode(),
    "a.pdf": pdf([[f"{SENTENCE} {n}" for n in range(45)]] * 2),
}


def told(structure: Structure) -> list[tuple[str, ...]]:
    return [loss.names for loss in structure.losses if loss.kind is LossKind.BEYOND_LIMIT]


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_ends_with_one_loss(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    spec = read(name, LONG[name]).spec
    everything = file_reader(FORMATS[spec.media_type])(LONG[name])
    monkeypatch.setattr(bounds, "LINES", 20)
    structure = bounded(file_reader(FORMATS[spec.media_type])(LONG[name]))
    assert not told(everything)
    assert told(structure) == [(END,)]
    assert structure.text.count("\n") in range(18, 22)
    assert everything.text.startswith(structure.text[:300])


def test_links_and_hidden_texts_are_counted_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ITEMS", 5)
    link = paragraph(f'<w:hyperlink r:id="rId1">{run("the pier")}</w:hyperlink>')
    hidden = paragraph(run("The fog stays.", "<w:vanish/>") + run(SENTENCE))
    cases = {8: [("3 links", "3 hidden texts")], 60: [(END, "6 links", "5 hidden texts")], 5: []}
    for times, names in cases.items():
        found = bounded(file_reader(read("a.docx", docx("")).spec)(docx((link + hidden) * times)))
        assert told(found) == names
        assert len(found.links) == min(times, 5)


def test_a_long_target_is_kept_for_some_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LINKED", 400)
    link = f'<w:hyperlink r:id="rId1">{run("the pier " * 10)}</w:hyperlink>'
    found = bounded(file_reader(read("a.docx", docx("")).spec)(docx(paragraph(link) * 9)))
    assert told(found) == [("6 links",)]


@pytest.mark.parametrize(
    "data",
    [
        _sheet(f"<row>{CELL * 3_000}</row>", f"<si><t>{SENTENCE * 100}</t></si>"),
        _sheet(f"<row>{CELL * 300}</row>" * 9, f"<si><t>{SENTENCE * 100}</t></si>"),
    ],
)
def test_cells_that_show_one_text_many_times(data: bytes) -> None:
    found = read_xlsx(data)
    assert told(found) == [(END,)]
    assert len(found.text) < 2 * bounds.UNPACKED_CHARACTERS


def test_a_cell_that_is_repeated_many_times() -> None:
    cell = f'<t:table-cell t:number-columns-repeated="100"><t:p>{SENTENCE * 10}</t:p></t:table-cell>'
    found = read_opendocument(_odt(_ods(f"<t:table-row>{cell * 300}</t:table-row>")))
    assert told(found) == [(END,)]


def test_the_text_of_a_cell_is_not_missing_where_the_texts_were_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = "".join(f"<si><t>{SENTENCE} {n}</t></si>" for n in range(9_000))
    data = _sheet('<row><c t="s"><v>1</v></c><c t="s"><v>8999</v></c><c><v>7</v></c></row>', texts)
    assert f"| {SENTENCE} 1 | {SENTENCE} 8999 | 7 |" in read_xlsx(data).text
    monkeypatch.setattr("checkfirst.reading.binary.xml_source.LARGEST", 200_000)
    found = read_xlsx(data)
    assert f"| {SENTENCE} 1 |  | 7 |" in found.text
    assert [loss.kind for loss in found.losses] == [LossKind.BEYOND_LIMIT]


def test_a_paragraph_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkfirst.reading.binary.rtf.UNPACKED_CHARACTERS", 1_000)
    found = read_rtf(("{\\rtf1 " + f"{SENTENCE} {{}}" * 90 + "}").encode())
    assert told(found) == [(END,)]
    assert len(found.text) < 1_100


def test_hidden_text_is_placed_behind_the_line_above_it() -> None:
    found = read_rtf(b"{\\rtf1 One.\\par Two.\\par {\\v fog}Three.\\par}")
    lines = found.text.split("\n")
    assert [(hidden.text, lines[hidden.span.start_line - 1]) for hidden in found.hidden] == [("fog", "Two.")]


def test_mail_of_very_many_lines_or_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "_LINES", 50)
    monkeypatch.setattr(mail, "_PARTS", 10)
    head = "Subject: Trips\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n"
    message = f"Subject: Trips\n\n{SENTENCE}\n"
    parts = f"{head}\n" + f"--x\n\n{SENTENCE}\n" * 12
    assert told(read_mail((message + "a\n" * 60).encode())) == [(END,)]
    assert told(read_mail(parts.encode())) == [(END,)]
    assert not told(read_mail((message + "a\n" * 40).encode()))
    page = f"{head}\n--x\nContent-Type: text/html\n\n<p>{SENTENCE}</p>\n" + "<br>\n" * 60 + "--x--\n"
    found = read_web_archive(page.encode())
    assert told(found) == [(END,)]
    assert SENTENCE in found.text


def test_a_chapter_of_very_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_inside, "_TAGS", 100)
    chapter = f"<html><body><h1>Trips</h1>{f'<p>{SENTENCE}</p>' * 60}</body></html>"
    other = f"<html><body><h1>Fog</h1>{f'<p>{SENTENCE}</p>' * 40}</body></html>"
    found = read_epub(book([chapter, other]))
    assert told(found) == [(END,)]
    assert found.text.count(SENTENCE) == 48 + 40
    assert not told(read_epub(book([other])))


def test_a_small_file_keeps_less_text_than_a_large_one() -> None:
    text = "a\n" * 3_000_000
    sizes = [len(bounded_unpacked(Structure(text=text), size).text) for size in (1_000, 1_000_000, 50_000_000)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 2 * 100_050
    assert sizes[-1] == 2 * bounds.LINES
