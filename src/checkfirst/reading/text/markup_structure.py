"""Which reader reads which text; readers are imported when they are needed."""

from checkfirst.model.document import Format
from checkfirst.reading.parsed import Structure


def read_structure(format_: Format, text: str, media_type: str = "text/plain") -> Structure:
    """The structure of ``text`` under one format's reader; readers are imported when needed."""
    match format_:
        case Format.MARKDOWN:
            from checkfirst.reading.text.markdown import read_markdown

            return read_markdown(text)
        case Format.HTML:
            from checkfirst.reading.text.html import read_html

            return read_html(text)
        case Format.RESTRUCTUREDTEXT:
            from checkfirst.reading.text.rst import read_restructured

            return read_restructured(text)
        case Format.DATA:
            from checkfirst.reading.text.data import read_data

            return read_data(text, media_type)
        case Format.CODE:
            from checkfirst.reading.text.source_code import read_code

            return read_code(text, media_type)
        case _:
            return _read_text(text, media_type)


def _read_text(text: str, media_type: str) -> Structure:
    match media_type:
        case "text/asciidoc":
            from checkfirst.reading.text.asciidoc import read_asciidoc

            return read_asciidoc(text)
        case "text/x-tex":
            from checkfirst.reading.text.latex import read_latex

            return read_latex(text)
        case "text/troff":
            from checkfirst.reading.text.man_page import read_manual

            return read_manual(text)
        case _:
            from checkfirst.reading.text.subtitles import is_subtitles, read_subtitles

            return read_subtitles(text) if is_subtitles(text) else Structure(text=text)
