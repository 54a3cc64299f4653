"""File name endings, the types that they promise, and how each type is read."""

from typing import Final

from checkfirst.model.document import Format

OFFICE: Final = "application/vnd.openxmlformats-officedocument."
OPEN: Final = "application/vnd.oasis.opendocument."
WORDPROCESSING: Final = f"{OFFICE}wordprocessingml.document"
PRESENTATION: Final = f"{OFFICE}presentationml.presentation"
SPREADSHEET: Final = f"{OFFICE}spreadsheetml.sheet"
OLE: Final = "application/x-ole-storage"

#: Endings by type; the first one is how a file of the type should be called.
_ENDINGS: Final[dict[Format, dict[str, str]]] = {
    Format.MARKDOWN: {"text/markdown": "md markdown mdx mkd qmd rmd"},
    Format.HTML: {"text/html": "html htm", "application/xhtml+xml": "xhtml"},
    Format.RESTRUCTUREDTEXT: {"text/x-rst": "rst rest"},
    Format.TEXT: {
        "text/plain": "txt text asc log pod me",
        "text/asciidoc": "adoc asciidoc",
        "text/x-tex": "tex ltx sty cls",
        "text/troff": "man 1 2 3 4 5 6 7 8 roff mdoc",
        "application/x-subrip": "srt",
        "text/vtt": "vtt",
    },
    Format.DATA: {
        "application/json": "json jsonl ndjson",
        "application/yaml": "yaml yml",
        "text/csv": "csv tsv",
        "text/xml": "xml xsd rss atom xsl",
        "application/toml": "toml",
        "text/x-ini": "ini cfg conf properties",
        "text/x-diff": "diff patch",
    },
    Format.CODE: {
        "text/x-python": "py pyi",
        "text/javascript": "js mjs cjs jsx",
        "text/x-typescript": "ts tsx mts cts",
        "text/x-java": "java",
        "text/x-kotlin": "kt kts",
        "text/x-go": "go",
        "text/x-rust": "rs",
        "text/x-c": "c h cc cpp cxx hh hpp hxx ipp inl m mm",
        "text/x-csharp": "cs",
        "text/x-swift": "swift",
        "text/x-ruby": "rb",
        "text/x-php": "php",
        "text/x-perl": "pl pm",
        "text/x-lua": "lua",
        "text/x-sh": "sh bash zsh",
        "text/x-powershell": "ps1 psm1",
        "text/x-batch": "bat cmd",
        "text/x-sql": "sql",
        "text/x-r": "r",
        "text/x-julia": "jl",
        "text/x-scala": "scala",
        "text/x-haskell": "hs",
        "text/x-elixir": "ex exs",
        "text/x-erlang": "erl hrl",
        "text/x-dart": "dart",
        "text/x-tcl": "tcl",
        "text/x-cmake": "cmake",
        "text/css": "css scss less",
        "text/x-vue": "vue svelte",
        "text/x-protobuf": "proto",
        "text/x-source": "tf sol",
    },
    Format.RICH: {
        "application/pdf": "pdf",
        WORDPROCESSING: "docx docm dotx",
        PRESENTATION: "pptx pptm potx",
        SPREADSHEET: "xlsx xlsm",
        f"{OPEN}text": "odt",
        f"{OPEN}presentation": "odp",
        f"{OPEN}spreadsheet": "ods",
        "application/epub+zip": "epub",
        "application/rtf": "rtf",
        "message/rfc822": "eml",
        "application/mbox": "mbox",
        "multipart/related": "mhtml mht",
        "application/x-ipynb+json": "ipynb",
    },
    Format.BINARY: {
        OLE: "doc ppt xls msg",
        "application/zip": "zip",
        "application/x-tar": "tar",
        "application/gzip": "gz tgz",
        "application/x-bzip2": "bz2 tbz2",
        "application/x-xz": "xz txz",
        "image/png": "png",
        "image/svg+xml": "svg",
        "image/jpeg": "jpg jpeg",
        "image/gif": "gif",
    },
}
#: What each ending promises: how it is read, and its type.
NAMED: Final[dict[str, tuple[Format, str]]] = {
    f".{ending}": (format_, media_type)
    for format_, types in _ENDINGS.items()
    for media_type, endings in types.items()
    for ending in endings.split()
}
#: How a type is read.
FORMAT_OF: Final[dict[str, Format]] = {
    media_type: format_ for format_, types in _ENDINGS.items() for media_type in types
}
#: How a file of the type should be called.
ENDING_OF: Final[dict[str, str]] = {
    media_type: f".{endings.split()[0]}" for types in _ENDINGS.values() for media_type, endings in types.items()
}
#: Rich types that are text on the outside.
RICH_TEXT: Final = frozenset({"message/rfc822", "application/mbox", "multipart/related", "application/x-ipynb+json"})
#: What people call a type.
TITLE_OF: Final = {
    "text/html": "an HTML page",
    "application/xhtml+xml": "an XHTML page",
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/x-rst": "reStructuredText",
    "text/asciidoc": "AsciiDoc",
    "text/x-tex": "LaTeX",
    "text/troff": "a manual page",
    "text/csv": "a table in CSV",
    "text/xml": "XML",
    "text/x-ini": "a configuration file",
    "text/x-diff": "a diff",
    "text/x-sh": "a shell script",
    "text/x-python": "Python code",
    "text/javascript": "JavaScript",
    "text/x-c": "C code",
    "application/json": "JSON",
    "application/yaml": "YAML",
    "application/toml": "TOML",
    "application/pdf": "a PDF",
    WORDPROCESSING: "a Word document",
    PRESENTATION: "a slide show",
    SPREADSHEET: "a spreadsheet",
    f"{OPEN}text": "an OpenDocument text",
    f"{OPEN}presentation": "an OpenDocument slide show",
    f"{OPEN}spreadsheet": "an OpenDocument spreadsheet",
    "application/epub+zip": "an EPUB book",
    "application/rtf": "an RTF document",
    "message/rfc822": "an e-mail",
    "application/mbox": "a mailbox",
    "multipart/related": "a web page saved as mail (MHTML)",
    "application/x-ipynb+json": "a Jupyter notebook",
    "application/zip": "a ZIP archive",
    "application/x-tar": "a TAR archive",
    "application/gzip": "a gzip archive",
    OLE: "an old Office file",
    "application/x-executable": "a program",
    "image/svg+xml": "an SVG picture",
    "image/png": "a PNG picture",
    "image/jpeg": "a JPEG picture",
    "image/gif": "a GIF picture",
}


def title_of(media_type: str) -> str:
    """What people call a type; the type itself where they have no word for it."""
    return TITLE_OF.get(media_type, media_type)
