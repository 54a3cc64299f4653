"""Word documents (DOCX): paragraphs, headings, lists and tables, and apart from them the text that no page shows."""

import posixpath
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst.model.document import Link, Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, LossKind
from checkfirst.reading.binary.active_parts import add_active_parts
from checkfirst.reading.binary.colours import from_hex
from checkfirst.reading.binary.docx_elements import BODY_LEVEL, deleted_text, outline_levels, property_of, text_of
from checkfirst.reading.binary.docx_unseen import PLAIN, Look, Styles, look_of
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.binary.xml_stream import Streamed, attribute, local
from checkfirst.reading.binary.zip_package import Package
from checkfirst.reading.parsed import Structure

#: The beginnings of the names of members with texts beside the main text.
_PARTS: Final = ("word/footnotes", "word/endnotes", "word/comments", "word/header", "word/footer")
_SKIPPED: Final = {"del", "moveFrom", "instrText", "delText", "sectPr", "pPr", "rPr"}
#: Characters from which a field code may hold a text. Not measured.
_FIELD_CODE: Final = 20
#: Levels of nested elements that are read: tables in tables, text boxes. Not measured.
_DEEPEST: Final = 40


def read_docx(data: bytes) -> Structure:
    """The main text in order, then its notes; headers, footers, comments, hidden runs and deletions are hidden text.

    Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``.
    """
    package = Package(data)
    usual = next((n for n in package.names("word/", "document.xml") if n.count("/") == 1), "word/document.xml")
    main = package.main_part(usual)
    reader = _Reader(package, main)
    with reader.out.up_to_limit():
        for body in package.stream(main):
            reader.block(body, 0)
        for name in (*package.names("word/footnotes", ".xml"), *package.names("word/endnotes", ".xml")):
            reader.apart(name, Role.REFERENCE_LIST)
    with reader.out.up_to_limit():
        for name in (*package.names("word/header", ".xml"), *package.names("word/footer", ".xml")):
            # Repeated on every page, they are no part of the running text.
            reader.out.add_hidden(Concealment.PAGE_MARGIN, text_of(package.xml(name)))
        for name in package.names("word/comments", ".xml"):
            for comment in package.stream(name):
                reader.out.add_hidden(Concealment.COMMENT, text_of(comment.whole()))
    for target in reader.relations.values():
        if target.startswith(_PARTS) and target not in package:
            reader.out.add_loss(LossKind.MISSING_PART, name=posixpath.basename(target))
    return built(reader.out, package)


def built(out: TextBuilder, package: Package) -> Structure:
    """The structure of an Office package, with its properties, its programs and the members of which the end was not read."""
    properties = core_properties(package)
    out.add_cut(package.cut)
    add_active_parts(out, package.names())
    return out.build(properties)


def core_properties(package: Package) -> tuple[tuple[str, str], ...]:
    """Title, author, dates and other properties of an Office package."""
    if "docProps/core.xml" not in package:
        return ()
    found = ((local(e).lower(), (e.text or "").strip()) for e in package.xml("docProps/core.xml"))
    return tuple((key, value) for key, value in found if value)


class _Reader:
    """One walk over the parts of a document."""

    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        self.out = TextBuilder()
        self.relations = package.relations(main)
        self.outline = outline_levels(package)
        self.styles = Styles(package)
        self.page = PLAIN

    def apart(self, name: str, role: Role) -> None:
        """Add each footnote or endnote as a paragraph."""
        # Links of notes are named in a list of their own part.
        of_text, self.relations = self.relations, self.package.relations(name)
        for note in self.package.stream(name):
            if text := self.cell(note.whole()).strip():
                self.out.blank_line()
                self.out.add(text, role)
        self.relations = of_text

    def block(self, element: Streamed, depth: int) -> None:
        name = element.name
        if name == "p":
            self.paragraph(element.whole())
        elif name == "tbl":
            self.table(element)
        elif name == "background":
            colour = from_hex(element.attribute("color"))
            self.page = Look(ground=colour, unknown_ground=colour is None)
        elif name in _SKIPPED:
            return
        elif depth < _DEEPEST:
            for child in element:
                self.block(child, depth + 1)
        else:
            self.drop(element.whole())

    def drop(self, element: Element) -> None:
        """Record the loss of an element that is nested too deep, if it has text that would be shown."""
        if local(element) not in _SKIPPED and text_of(element).strip():
            self.out.add_loss(LossKind.NESTED_TOO_DEEP)

    def paragraph(self, element: Element) -> None:
        runs = _Runs(self)
        runs.look = runs.of_paragraph(element)
        runs.walk(element, 0)
        text = "".join(runs.parts)
        level = self.level(element)
        if not text.strip():
            self.out.blank_line()
        elif level:
            self.out.blank_line()
            self.out.add(" ".join(text.split()), Role.HEADING, level)
            self.out.blank_line()
        elif property_of(element, "numPr") is not None:
            self.out.add(f"- {text.strip()}", Role.LIST)
        else:
            self.out.blank_line()
            self.out.add(text.strip("\n"), Role.PROSE)
        line = max(1, len(self.out.lines))
        self.add_apart(runs, line)

    def add_apart(self, runs: "_Runs", line: int) -> None:
        """Add the links and the hidden text of runs that begin on a line."""
        for target, shown in runs.links:
            self.out.add_link(Link(target=target, text=shown, span=text_span(line - 1)))
        for how, hidden in runs.hidden:
            self.out.add_hidden(how, hidden)

    def level(self, paragraph: Element) -> int:
        """The level of a heading, from 1; 0 for any other paragraph."""
        outline = property_of(paragraph, "outlineLvl")
        style = property_of(paragraph, "pStyle")
        if outline is not None and attribute(outline, "val").isdigit() and int(attribute(outline, "val")) < BODY_LEVEL:
            return int(attribute(outline, "val")) + 1
        return self.outline.get(attribute(style, "val"), 0) if style is not None else 0

    def table(self, element: Streamed) -> None:
        self.out.blank_line()
        look = self.page
        for row in element:
            if row.name == "tblPr":
                look = self.of_table(row.whole())
            elif row.name == "tr":
                self.out.add_row([" ".join(self.cell(e, look).split()) for e in row.whole() if local(e) == "tc"])
        self.out.blank_line()

    def of_table(self, properties: Element) -> Look:
        """The look of a table, whose style may give it a ground; its description is hidden text."""
        for sign in properties:
            if local(sign) in {"tblCaption", "tblDescription"}:
                self.out.add_hidden(Concealment.ALTERNATIVE_TEXT, attribute(sign, "val"))
        styled = any(local(sign) in {"tblStyle", "shd"} for sign in properties)
        return Look(unknown_ground=True) if styled else self.page

    def cell(self, element: Element, look: Look | None = None) -> str:
        """The visible text of a cell; its hidden text and its links are added."""
        runs = _Runs(self)
        own = next((look_of(part) for part in element if local(part) == "tcPr"), PLAIN)
        runs.around = runs.look = own.over(look or self.page)
        runs.walk(element, 0)
        line = len(self.out.lines) + 1
        self.add_apart(runs, line)
        return "".join(runs.parts)


class _Runs:
    """The runs of one paragraph: visible text, hidden text and links."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.parts: list[str] = []
        self.hidden: list[tuple[Concealment, str]] = []
        self.links: list[tuple[str, str]] = []
        self.around = self.look = reader.page

    def of_paragraph(self, paragraph: Element) -> Look:
        """The look of a paragraph by its properties, its style, and what it stands in."""
        properties = next((part for part in paragraph if local(part) == "pPr"), None)
        return look_of(properties).over(self.reader.styles.look(properties)).over(self.around)

    def walk(self, element: Element, depth: int) -> None:
        for child in element:
            name = local(child)
            if name == "del" or name == "moveFrom":
                self.reader.out.add_loss(LossKind.TRACKED_DELETION)
                self.hidden.append((Concealment.DELETED, deleted_text(child)))
            elif name == "r":
                self.run(child)
            elif name == "hyperlink":
                before = len(self.parts)
                self.walk(child, depth + 1)
                if attribute(child, "tooltip"):
                    self.hidden.append((Concealment.ATTRIBUTE, attribute(child, "tooltip")))
                target = self.reader.relations.get(attribute(child, "id"), "") or f"#{attribute(child, 'anchor')}"
                self.links.append((target, "".join(self.parts[before:])))
            elif name == "ins":
                self.reader.out.add_loss(LossKind.TRACKED_INSERTION)
                self.walk(child, depth + 1)
            elif name == "p" and depth < _DEEPEST:
                self.parts.append(" " if self.parts else "")
                self.look = self.of_paragraph(child)
                self.walk(child, depth + 1)
            elif name not in _SKIPPED and depth < _DEEPEST:
                self.walk(child, depth + 1)
            else:
                self.reader.drop(child)

    def run(self, element: Element) -> None:
        text = text_of(element)
        properties = next((part for part in element if local(part) == "rPr"), None)
        look = look_of(properties).over(self.reader.styles.look(properties)).over(self.look)
        how = look.concealment
        for drawn in element.iter():
            if local(drawn) == "docPr" and attribute(drawn, "descr").strip():
                self.hidden.append((Concealment.ALTERNATIVE_TEXT, attribute(drawn, "descr").strip()))
            elif local(drawn) == "instrText" and len(drawn.text or "") >= _FIELD_CODE:
                self.hidden.append((Concealment.ATTRIBUTE, drawn.text or ""))
        if how and text.strip():
            self.hidden.append((how, text))
        # What is in the colour of a ground that is not known for sure may be seen after all.
        if how is None or how is Concealment.GROUND_COLOUR:
            self.parts.append(text)
