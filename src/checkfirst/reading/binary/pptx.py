"""Slide shows (PPTX): the text of each slide in reading order, with its notes; hidden slides are hidden text."""

from typing import Final
from xml.etree.ElementTree import Element

from checkfirst.model.document import Role
from checkfirst.model.losses import Concealment, LossKind
from checkfirst.reading.binary.docx import built
from checkfirst.reading.binary.pptx_unseen import add_unseen
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.binary.xml_stream import attribute, local
from checkfirst.reading.binary.zip_package import Package
from checkfirst.reading.parsed import Structure

#: Types of placeholders that hold a slide's title.
_TITLES: Final = {"title", "ctrTitle"}

#: The usual name of the member that lists the slides.
MAIN: Final = "ppt/presentation.xml"


def read_pptx(data: bytes) -> Structure:
    """The text of a slide show; each slide is a page. Titles are headings, speaker notes quotations.

    Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``.
    """
    package = Package(data)
    out = TextBuilder()
    relations = package.relations(package.main_part(MAIN))
    with out.up_to_limit():
        for number, slide in enumerate(_slides(out, package, relations), start=1):
            if slide not in package:
                out.add_loss(LossKind.MISSING_SLIDE, name=f"slide {number}")
                continue
            out.page = number
            _slide(out, package, slide, number)
    return built(out, package)


def _slide(out: TextBuilder, package: Package, slide: str, number: int) -> None:
    root = package.xml(slide)
    if attribute(root, "show") in {"0", "false"}:
        out.add_loss(LossKind.HIDDEN_SLIDE)
        out.add_hidden(Concealment.HIDDEN_SLIDE, "\n".join(filter(None, _paragraphs(root))))
        return
    for shape in root.iter():
        if local(shape) in {"sp", "graphicFrame"}:
            _shape(out, shape)
    add_unseen(out, package, slide, root)
    for target in package.relations(slide).values():
        if "notesSlide" in target and target not in package:
            out.add_loss(LossKind.MISSING_PART, name=f"notes of slide {number}")
        elif "notesSlide" in target:
            notes = [text for text in _paragraphs(package.xml(target)) if text and not text.isdigit()]
            if notes:
                out.blank_line()
                out.add("\n".join(notes), Role.QUOTATION)
                out.add_hidden(Concealment.NOTES, "\n".join(notes))
    out.blank_line()


def _slides(out: TextBuilder, package: Package, relations: dict[str, str]) -> list[str]:
    """The slides' members in the order in which they are shown; empty for a slide whose member is not named.

    Without relations the order is not known: a loss, and the order of the members' numbers.
    """
    # Sections name the slides once more, deeper in the file and without their relations.
    lists = [child for child in package.xml(package.main_part(MAIN)) if local(child) == "sldIdLst"]
    listed = [e for child in lists for e in child if local(e) == "sldId"]
    # Its number and the id of its relation are attributes with the same local name.
    shown = [next((relations[value] for value in e.attrib.values() if value in relations), "") for e in listed]
    if any(shown):
        return shown
    if listed:
        out.add_loss(LossKind.MISSING_PART, name="order of the slides")
    return package.names("ppt/slides/slide", ".xml")


def _shape(out: TextBuilder, shape: Element) -> None:
    kind = next((attribute(e, "type") for e in shape.iter() if local(e) == "ph"), "")
    rows = [e for e in shape.iter() if local(e) == "tr"]
    if rows:
        out.blank_line()
        for row in rows:
            cells = [" ".join(" ".join(_paragraphs(cell)).split()) for cell in row if local(cell) == "tc"]
            out.add_row(cells)
        out.blank_line()
        return
    texts = [text for text in _paragraphs(shape) if text.strip()]
    if kind in _TITLES and texts:
        out.add(" ".join(texts), Role.HEADING, 1 if out.page == 1 else 2)
        out.blank_line()
    elif len(texts) > 1:
        for text in texts:
            out.add(f"- {text}", Role.LIST)
        out.blank_line()
    elif texts:
        out.add(texts[0], Role.PROSE)
        out.blank_line()


def _paragraphs(element: Element) -> list[str]:
    """The text of each paragraph below an element."""
    found = []
    for paragraph in element.iter():
        if local(paragraph) == "p":
            found.append(
                "".join(
                    (e.text or "") if local(e) == "t" else "\n" for e in paragraph.iter() if local(e) in {"t", "br"}
                )
            )
    return found
