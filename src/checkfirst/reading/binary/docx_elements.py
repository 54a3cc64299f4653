"""What the elements of a Word document hold: the text of a run, the properties of a paragraph, the levels of headings."""

import re
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst import lazy_re
from checkfirst.reading.binary.xml_stream import attribute, local
from checkfirst.reading.binary.zip_package import Package

_HEADING = lazy_re.compile(r"heading\s*(\d)", re.IGNORECASE)
#: The outline level of text that is not a heading (ECMA-376 part 1, section 17.3.1.20).
BODY_LEVEL: Final = 9


def property_of(paragraph: Element, name: str) -> Element | None:
    """A property of a paragraph by its name; ``None`` if it has none."""
    for properties in paragraph:
        if local(properties) == "pPr":
            return next((sign for sign in properties if local(sign) == name), None)
    return None


def text_of(element: Element) -> str:
    """All text below an element but deletions and field codes."""
    parts: list[str] = []
    stack = [element]
    while stack:
        current = stack.pop()
        name = local(current)
        if name in {"del", "moveFrom", "instrText", "delText"} and current is not element:
            continue
        if name == "t":
            parts.append(current.text or "")
        elif name == "tab":
            parts.append("\t")
        elif name in {"br", "cr"}:
            parts.append("\n")
        elif name == "noBreakHyphen":
            parts.append("-")
        elif name == "p" and parts:
            parts.append("\n")
        if name == "AlternateContent":
            # Alternatives of the same content for newer and older programs: only the first kind is read.
            stack += [child for child in current if local(child) == "Choice"] or list(current)
        else:
            stack += reversed(current)
    return "".join(parts)


def deleted_text(element: Element) -> str:
    """The words of a tracked deletion."""
    return "".join(e.text or "" for e in element.iter() if local(e) in {"delText", "t"})


def outline_levels(package: Package) -> dict[str, int]:
    """The levels of heading styles by their ids; ids and outline levels hold whatever language the names are in."""
    levels = {f"Heading{n}": n for n in range(1, 10)} | {"Title": 1, "Subtitle": 2}
    if "word/styles.xml" not in package:
        return levels
    for style in package.xml("word/styles.xml"):
        if local(style) != "style":
            continue
        name = next((attribute(e, "val") for e in style if local(e) == "name"), "")
        outline = next((e for e in style.iter() if local(e) == "outlineLvl"), None)
        if match := _HEADING.match(name):
            levels[attribute(style, "styleId")] = int(match[1])
        elif (
            outline is not None and attribute(outline, "val").isdigit() and int(attribute(outline, "val")) < BODY_LEVEL
        ):
            levels[attribute(style, "styleId")] = int(attribute(outline, "val")) + 1
    return levels
