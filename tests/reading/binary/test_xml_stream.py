"""XML is read element by element, and where it is too large up to a limit that a loss tells."""

import tracemalloc
from collections.abc import Callable

import pytest

from checkfirst.model.losses import LossKind
from checkfirst.reading.binary import xml_source
from checkfirst.reading.binary.docx import read_docx
from checkfirst.reading.binary.odf import read_opendocument
from checkfirst.reading.binary.pptx import read_pptx
from checkfirst.reading.binary.xlsx import read_xlsx
from checkfirst.reading.binary.xml_stream import local
from checkfirst.reading.binary.zip_package import Package
from checkfirst.reading.parsed import Damaged, Structure
from tests.large_inputs import _odt
from tests.reading.binary.rich_files import LEDGER_DOCX, docx, paragraph, run, slide_show, workbook, zipped


def package(xml: str | bytes) -> Package:
    return Package(zipped({"a/b.xml": xml}))


def told(structure: Structure) -> tuple[str, ...]:
    return next((loss.names for loss in structure.losses if loss.kind is LossKind.BEYOND_LIMIT), ())


def paragraphs(count: int) -> str:
    return "".join(paragraph(run(f"Parcel {n} is weighed.")) for n in range(count))


def test_elements_are_walked_over_in_order() -> None:
    root = package('<r xmlns:x="u"><x:a n="1">one<b/>two</x:a><c><a>three<d>four</d></a></c><a/></r>').stream("a/b.xml")
    found = [(e.name, e.attribute("n"), "".join(e.whole().itertext())) for e in root.below({"a"})]
    assert found == [("a", "1", "onetwo"), ("a", "", "threefour"), ("a", "", "")]


def test_what_is_not_asked_for_is_passed_over() -> None:
    root = package("<r><a><x>no</x></a><b><x>yes</x><y/></b><c/></r>").stream("a/b.xml")
    seen: list[str | None] = []
    for child in root:
        seen.append(child.name)
        if child.name == "b":
            seen += [inner.whole().text for inner in child if inner.name == "x"]
    assert seen == ["a", "b", "yes", "c"]


def test_a_whole_member_is_a_tree() -> None:
    root = package("<r>a<b>c</b>d</r>").xml("a/b.xml")
    assert [local(e) for e in root.iter()] == ["r", "b"]
    assert "".join(root.itertext()) == "acd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_declared_encodings_hold(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><r>Maß</r>'.encode(encoding)
    assert package(xml).xml("a/b.xml").text == "Maß"


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "  ",
        "<r>",
        "<r><a></r>",
        "<r/><s/>",
        "<r/>text",
        "<r>&no;</r>",
        "<!DOCTYPE r><r/>",
        '<?xml version="1.0"?><!-- a --><!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>',
        f"<!--{'a' * 200_000}--><!DOCTYPE r><r/>",
        f"<r>{'<a/>' * 50_000}</b>",
    ],
)
def test_what_is_no_xml_or_declares_a_type_is_damaged(xml: str) -> None:
    with pytest.raises(Damaged):
        package(xml).xml("a/b.xml")
    with pytest.raises(Damaged):
        list(package(xml).stream("a/b.xml"))


def test_a_long_document_needs_little_memory() -> None:
    data = docx(paragraphs(40_000))
    tracemalloc.start()
    try:
        found = sum(child.name == "p" for body in Package(data).stream("word/document.xml") for child in body)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == 40_000
    assert peak < 3_000_000


@pytest.mark.parametrize(
    ("limit", "most", "read", "data", "part"),
    [
        ("LARGEST", 200_000, read_docx, docx(paragraphs(5_000)), "the end of document.xml"),
        ("ELEMENTS", 3_000, read_docx, docx(f"<w:p>{run('Parcel 7.') * 5_000}</w:p>"), "a part of document.xml"),
        ("BYTES", 90_000, read_pptx, slide_show([("Parcels", ["Parcel 7."] * 5_000)]), "a part of slide1.xml"),
        ("BYTES", 90_000, read_opendocument, _odt(f"<t:p>{'<t:span>Parcel 7. </t:span>' * 9_000}</t:p>"), "a part of content.xml"),
        ("LARGEST", 200_000, read_xlsx, workbook([[(n, f"Parcel {n}.") for n in range(1, 9_000)]]), "the end of sheet1.xml"),
        ("LONGEST", 100_000, read_docx, docx(paragraph(run("Parcel 7. " * 50_000))), "the end of document.xml"),
    ],
)  # fmt: skip
def test_the_first_part_of_what_is_too_large_is_read(
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    most: int,
    read: Callable[[bytes], Structure],
    data: bytes,
    part: str,
) -> None:
    everything = read(data)
    monkeypatch.setattr(xml_source, limit, most)
    structure = read(data)
    assert not told(everything)
    assert told(structure) == (part,)
    assert len(structure.text) < 0.95 * len(everything.text)
    assert everything.text.startswith(structure.text.rstrip("\n")[:20_000])


def test_what_is_nested_without_end_is_left_out() -> None:
    depth = 30_000
    structure = read_docx(docx(paragraph(run("One.")) + "<w:p>" * depth + "</w:p>" * depth))
    assert structure.text.strip() == "One."
    assert told(structure) == ("the end of document.xml",)


def test_a_document_of_usual_size_is_read_to_its_end() -> None:
    assert not told(read_docx(LEDGER_DOCX))
    assert not told(read_docx(docx(paragraphs(3_000))))


def test_behind_a_part_that_is_too_large_reading_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_source, "ELEMENTS", 3_000)
    deleted = "".join(f"<t:p>Old {n}.<t:span>x</t:span></t:p>" for n in range(9_000))
    structure = read_opendocument(_odt(f"<t:tracked-changes>{deleted}</t:tracked-changes><t:p>New.</t:p>"))
    assert structure.text.strip() == "New."
    assert told(structure) == ("a part of content.xml",)
    [hidden] = structure.hidden
    assert hidden.text.startswith("Old 0.xOld 1.x")
    assert "Old 8999." not in hidden.text


def test_what_is_left_out_of_an_element_takes_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_source, "ELEMENTS", 3_000)
    long = f"<w:p>{''.join(run(f'Parcel {n * 7919 % 99_991}.') for n in range(20_000))}</w:p>"
    data = docx(f"<w:tbl><w:tr><w:tc>{long * 4}</w:tc></w:tr></w:tbl>{paragraph(run('Last.'))}")
    tracemalloc.start()
    try:
        structure = read_docx(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told(structure) == ("a part of document.xml",)
    assert structure.text.startswith("| Parcel 0.Parcel 7919.")
    assert structure.text.endswith("Last.\n")
    assert structure.text.count("Parcel") < 3_000
    assert peak < 8_000_000
