"""The text of a page that consists of controls: what their attributes say, which a browser shows."""

from typing import Final

from lxml import html
from msgspec.structs import replace

from checkfirst.model.location import LineMap, as_source_lines
from checkfirst.reading.parsed import Structure
from checkfirst.reading.text.html_walk import SPACE

#: Types of inputs that show no value.
_SILENT: Final = frozenset(("hidden", "checkbox", "radio", "password", "file", "color", "range"))
#: Attributes whose text a browser shows in a control.
_SHOWN: Final = ("value", "placeholder", "label")
_CONTROLS: Final = ("input", "textarea", "option", "optgroup")


def with_values(structure: Structure, root: html.HtmlElement) -> Structure:
    """The structure; of a page without any other text with what its controls show, one line each."""
    if structure.text.strip():
        return structure
    shown = [(text, element.sourceline or 1) for element in root.iter(*_CONTROLS) if (text := _shown(element))]
    if not shown:
        return structure
    lines = as_source_lines(line for _, line in shown)
    return replace(structure, text="\n".join(text for text, _ in shown), line_map=LineMap(source_lines=lines))


def _shown(element: html.HtmlElement) -> str:
    """What a control shows a reader; empty if that is nothing."""
    if (element.get("type") or "").lower() in _SILENT or element.get("hidden") is not None:
        return ""
    values = (SPACE.sub(" ", element.get(name) or "").strip() for name in _SHOWN)
    return next((value for value in values if value), "")
