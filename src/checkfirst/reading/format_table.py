"""The table of media types, a line each; programming languages are in ``language_table``.

To add one: a line here, and its reader in ``text`` or ``binary``.
"""

from typing import Final

from checkfirst.model.formats import CommentSigns, Format, FormatSpec, Trait
from checkfirst.model.location import Unit

OFFICE: Final = "application/vnd.openxmlformats-officedocument."
OPEN: Final = "application/vnd.oasis.opendocument."
WORDPROCESSING: Final = f"{OFFICE}wordprocessingml.document"
PRESENTATION: Final = f"{OFFICE}presentationml.presentation"
SPREADSHEET: Final = f"{OFFICE}spreadsheetml.sheet"
OLE: Final = "application/x-ole-storage"
PLAIN_TEXT: Final = "text/plain"

T = Trait
_MARKUP: Final = (T.PROSE, T.TEXTUAL, T.MARKUP, T.ANCHORS)
_LINES: Final = (T.PROSE, T.TEXTUAL, T.PLAIN, T.COMMENTS)
_SOURCE: Final = (*_LINES, T.TYPESET)
_DATA: Final = (T.DATA, T.TEXTUAL, T.COMMENTS)
_RICH: Final = (T.PROSE, T.EXTRACTED)
_SITE: Final = (T.SITE_SOURCE, T.LISTED)


def spec(
    format_: Format,
    media_type: str,
    suffixes: str = "",
    reader: str | None = None,
    *traits: Trait,
    title: str = "",
    shared: str = "",
    names: str = "",
    units: Unit | None = None,
    comments: CommentSigns | None = None,
) -> FormatSpec:
    """A line of the table. Suffixes are separated by blanks, without dots; ``title`` defaults to the media type.

    ``shared`` suffixes belong to other types, too; ``names`` are those of whole files. ``reader`` is a module and a function, ``None`` for a type that is
    not read.
    """
    return FormatSpec(
        media_type=media_type,
        title=title or media_type,
        format=format_,
        suffixes=tuple(f".{suffix}" for suffix in suffixes.split()),
        shared_suffixes=tuple(f".{suffix}" for suffix in shared.split()),
        names=tuple(names.split()),
        reader=reader,
        isolated=reader is not None and reader.startswith("binary."),
        traits=frozenset(traits),
        units=units,
        comments=comments,
    )


_TEXT, _PLAIN, _PAGE, _KEYED = Format.TEXT, "text.plain:read_plain", "text.html:read_html", "text.data:read_keyed"
#: Texts for people to read. The source file of a web page is looked for in this order.
TEXTS: Final = (
    spec(Format.MARKDOWN, "text/markdown", "md markdown mdx mdc mkd qmd rmd", "text.markdown:read_markdown", *_MARKUP, *_SITE, T.INDEX, title="Markdown"),
    # Its programs make the places of headings in ways of their own.
    spec(Format.MARKDOWN, "text/vnd.apiblueprint", "apib", "text.markdown:read_markdown", T.PROSE, T.TEXTUAL, T.MARKUP, T.LISTED, title="API Blueprint"),
    spec(Format.RESTRUCTUREDTEXT, "text/x-rst", "rst rest", "text.rst:read_restructured", *_MARKUP, *_SITE, T.TOCTREE, title="reStructuredText"),
    spec(_TEXT, PLAIN_TEXT, "txt text", _PLAIN, *_LINES, *_SITE, T.INDEX, title="plain text", shared="asc log pod me"),
    spec(Format.HTML, "text/html", "html htm", _PAGE, *_MARKUP, *_SITE, T.PAGE, title="an HTML page"),
    spec(Format.HTML, "application/xhtml+xml", "xhtml", _PAGE, *_MARKUP, T.PAGE, title="an XHTML page"),
    spec(_TEXT, "text/asciidoc", "adoc asciidoc", "text.asciidoc:read_asciidoc", *_SOURCE, *_SITE, T.ANCHORS, title="AsciiDoc"),
    spec(_TEXT, "text/x-tex", "tex ltx sty cls", "text.latex:read_latex", *_SOURCE, T.COMMANDS, title="LaTeX"),
    spec(_TEXT, "text/troff", "man 1 2 3 4 5 6 7 8 roff mdoc", "text.man_page:read_manual", *_SOURCE, T.MACROS, T.COMMANDS, title="a manual page"),
    spec(_TEXT, "application/x-subrip", "srt", _PLAIN, *_LINES),
    spec(_TEXT, "text/vtt", "vtt", _PLAIN, *_LINES),
)  # fmt: skip
#: Data in text form.
DATA: Final = (
    spec(Format.DATA, "application/json", "json jsonl ndjson", "text.data:read_json", *_DATA, title="JSON"),
    spec(Format.DATA, "application/yaml", "yaml yml", _KEYED, *_DATA, title="YAML"),
    spec(Format.DATA, "text/csv", "csv tsv", "text.data:read_csv", *_DATA, title="a table in CSV"),
    spec(Format.DATA, "text/xml", "xml xsd rss atom xsl", "text.data:read_xml", *_DATA, T.MARKUP, title="XML"),
    spec(Format.DATA, "application/toml", "toml", _KEYED, *_DATA, title="TOML"),
    spec(Format.DATA, "text/x-ini", "ini cfg conf properties", _KEYED, *_DATA, title="a configuration file"),
    spec(Format.DATA, "text/x-diff", "diff patch", _KEYED, *_DATA, title="a diff"),
)
_ODF, _MAIL = "binary.odf:read_opendocument", "binary.mail:read_mail"
_R = Format.RICH
#: Files from which a text is extracted.
RICH: Final = (
    spec(_R, "application/pdf", "pdf", "binary.pdf:read_pdf", *_RICH, T.LISTED, T.TYPESET, title="a PDF", units=Unit.PAGE),
    spec(_R, WORDPROCESSING, "docx docm dotx", "binary.docx:read_docx", *_RICH, T.LISTED, title="a Word document"),
    spec(_R, PRESENTATION, "pptx pptm potx", "binary.pptx:read_pptx", *_RICH, T.TYPESET, title="a slide show", units=Unit.SLIDE),
    spec(_R, SPREADSHEET, "xlsx xlsm", "binary.xlsx:read_xlsx", *_RICH, T.TYPESET, title="a spreadsheet", units=Unit.SHEET),
    spec(_R, f"{OPEN}text", "odt", _ODF, *_RICH, title="an OpenDocument text"),
    spec(_R, f"{OPEN}presentation", "odp", _ODF, *_RICH, T.TYPESET, title="an OpenDocument slide show", units=Unit.SLIDE),
    spec(_R, f"{OPEN}spreadsheet", "ods", _ODF, *_RICH, T.TYPESET, title="an OpenDocument spreadsheet", units=Unit.SHEET),
    spec(_R, "application/epub+zip", "epub", "binary.epub:read_epub", *_RICH, title="an EPUB book", units=Unit.CHAPTER),
    spec(_R, "application/rtf", "rtf", "binary.rtf:read_rtf", *_RICH, title="an RTF document"),
    spec(_R, "message/rfc822", "eml", _MAIL, *_RICH, T.TEXTUAL, title="an e-mail", units=Unit.MESSAGE),
    spec(_R, "application/mbox", "mbox", _MAIL, *_RICH, T.TEXTUAL, title="a mailbox", units=Unit.MESSAGE),
    spec(_R, "multipart/related", "mhtml mht", "binary.mail:read_web_archive", *_RICH, T.TEXTUAL, title="a web page saved as mail (MHTML)"),
    spec(_R, "application/x-ipynb+json", "ipynb", "binary.notebook:read_notebook", *_RICH, *_SITE, T.TEXTUAL, title="a Jupyter notebook", units=Unit.CELL),
)  # fmt: skip
_B, _ARCHIVE = Format.BINARY, "binary.archive:read_archive"
#: Archives, whose members are documents, and types that are not read.
BINARY: Final = (
    spec(_B, "application/zip", "zip", _ARCHIVE, T.ARCHIVE, title="a ZIP archive"),
    spec(_B, "application/x-tar", "tar", _ARCHIVE, T.ARCHIVE, title="a TAR archive"),
    spec(_B, "application/gzip", "gz tgz", _ARCHIVE, T.ARCHIVE, title="a gzip archive"),
    spec(_B, "application/x-bzip2", "bz2 tbz2", _ARCHIVE, T.ARCHIVE),
    spec(_B, "application/x-xz", "xz txz", _ARCHIVE, T.ARCHIVE),
    spec(_B, OLE, "doc ppt xls msg", title="an old Office file"),
    *(spec(_B, f"application/{name}") for name in ("zstd", "x-7z-compressed", "vnd.rar", "java-archive")),
    *(spec(_B, f"application/vnd.{name}") for name in ("sqlite3", "apache.parquet")),
    spec(_B, "image/png", "png", None, T.ASSET, title="a PNG picture"),
    spec(_B, "image/svg+xml", "svg", None, T.ASSET, title="an SVG picture"),
    spec(_B, "image/jpeg", "jpg jpeg", None, T.ASSET, title="a JPEG picture"),
    spec(_B, "image/gif", "gif", None, T.ASSET, title="a GIF picture"),
    spec(_B, "application/x-executable", "", None, T.ASSET, title="a program"),
    *(spec(_B, f"application/{name}", "", None, T.ASSET) for name in ("java-vm", "wasm", "octet-stream")),
    *(spec(_B, f"image/{name}", "", None, T.ASSET) for name in ("bmp", "x-icon", "webp")),
    *(spec(_B, f"audio/{name}", "", None, T.ASSET) for name in ("mpeg", "ogg", "flac", "x-riff")),
    *(spec(_B, f"video/{name}", "", None, T.ASSET) for name in ("mp4", "x-matroska")),
    *(spec(_B, f"font/{name}", "", None, T.ASSET) for name in ("woff", "woff2")),
)
