"""Types of text by patterns: beginnings and parts that only one type has, and those that a type can't lack."""

import json
import re
from functools import cache
from itertools import islice
from typing import Final

from checkfirst import lazy_re
from checkfirst.core import LiteralTable, literal_table, text_literals

_MAIL_HEADER = lazy_re.compile(
    rb"^(?:From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|Delivered-To|MIME-Version|Content-Type|Reply-To|"
    rb"X-[\w-]+|In-Reply-To|References|Sender|DKIM-Signature|Content-Transfer-Encoding):[ \t]*\S",
    re.IGNORECASE | re.MULTILINE,
)
#: Header fields that nothing but mail has.
_MAIL_ONLY_HEADER = lazy_re.compile(
    rb"^(?:Message-ID|Received|Return-Path|MIME-Version|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
#: What these fields begin with, in small letters.
_MAIL_ONLY_NAMES: Final = (b"message-id:", b"received:", b"return-path:", b"mime-version:", b"delivered-to:")
_MAILBOX = lazy_re.compile(rb"From \S+ .*\d{2}:\d{2}.*\d{4}\s*$", re.MULTILINE)
_SHEBANG = lazy_re.compile(rb"#!\s*/(?:\S*/)?([a-z]+)[\d.]*(?:[ \t]+(?:-S[ \t]+)?([a-z]+))?")
_INTERPRETERS: Final = {
    **dict.fromkeys((b"sh", b"bash", b"dash", b"zsh", b"ksh"), "text/x-sh"),
    **dict.fromkeys((b"python", b"pypy"), "text/x-python"),
    **dict.fromkeys((b"node", b"nodejs", b"deno", b"bun"), "text/javascript"),
    **dict.fromkeys((b"tclsh", b"wish", b"expect"), "text/x-tcl"),
    b"perl": "text/x-perl",
    b"ruby": "text/x-ruby",
    b"php": "text/x-php",
    b"lua": "text/x-lua",
    b"rscript": "text/x-r",
}
_CUES = lazy_re.compile(rb"\s*\d{1,6}\s*\r?\n\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}")
_DIFF = lazy_re.compile(
    rb"\s*(?:diff --git |diff -\S* |Index: \S+\r?\n=====|--- \S.*\r?\n\+\+\+ \S.*\r?\n@@ -\d|"
    rb"From [0-9a-f]{40} [\s\S]{0,3000}?^diff --git )",
    re.MULTILINE,
)
_MANUAL = lazy_re.compile(rb"^\.(?:so[ \t]+man\d|TH[ \t]+\S|Dd[ \t]+\S|SH[ \t]+\"?NAME)", re.MULTILINE)
_LATEX = lazy_re.compile(rb"^[ \t]*\\(?:documentclass|documentstyle|begin\{document\})", re.MULTILINE)
_ASCIIDOC_TITLE = lazy_re.compile(rb"(?:(?://|:[\w-]++:)[^\n]*+\n|\[[^\n]*\]\r?\n|\r?\n)*+= \w[^\n]*+\n")
_ASCIIDOC = lazy_re.compile(
    rb"^(?:={2,5} [^\s=\"'](?:[^\n]*[^\s=])?|\[(?:source,[^\n]*|NOTE|TIP|cols=[^\n]*|options=[^\n]*)\]|image::\S*\[.*\])\s*$",
    re.MULTILINE,
)
_COMPONENT = lazy_re.compile(rb"\s*<(?:template|script|style)[\s>]")
_PROTO = lazy_re.compile(rb"^syntax\s*=\s*[\"']proto[23][\"']\s*;", re.MULTILINE)
_JSON_START = lazy_re.compile(rb"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"\d\-\]]|true|false|null))")
#: Bytes at the start in which patterns are searched, and those that are parsed as JSON. Not measured.
HEAD, _JSON = 4_096, 200_000
#: What the patterns for manuals, LaTeX, schemas and AsciiDoc must have, in small letters.
_MACROS, _COMMANDS, _SYNTAX, _CONSTRUCTS = 1, 2, 4, 8
_SIGNS: Final = {
    _MACROS: (b".so", b".th", b".dd", b".sh"),
    _COMMANDS: (b"\\document", b"\\begin"),
    _SYNTAX: (b"proto",),
    _CONSTRUCTS: (b"==", b"[source,", b"[note", b"[tip", b"[cols=", b"[options=", b"image::"),
}
#: Constructs of AsciiDoc from which a text is AsciiDoc. Not measured.
_ASCIIDOC_CONSTRUCTS = 3
#: Header fields from which a text is mail, and their share of the lines above the first blank line. Not measured.
_MAIL_HEADERS, _MAIL_SHARE = 3, 0.6
#: A text of more than so many characters whose JSON is valid up to so near its end is truncated JSON. Not measured.
_FEWEST_TRUNCATED, _TRUNCATED_WITHIN = 800, 400
#: Characters in which a notebook has its key ``cells``. Not measured.
_FIRST_KEYS = 200


def type_by_form(data: bytes) -> str | None:
    """The type of a text by patterns that only one type has; ``None`` if none matches."""
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf")
    if head.startswith(b"#!") and (shebang := _SHEBANG.match(head)):
        name = shebang[2] if shebang[1] == b"env" else shebang[1]
        if name in _INTERPRETERS:
            return _INTERPRETERS[name]
    if _DIFF.match(head):
        return "text/x-diff"
    if head.startswith(b"From ") and _MAILBOX.match(head):
        return "application/mbox"
    if _is_mail(head):
        related = re.search(rb"^Content-Type:\s*multipart/related", head, re.IGNORECASE | re.MULTILINE)
        return "multipart/related" if related else "message/rfc822"
    if head.startswith(b"WEBVTT"):
        return "text/vtt"
    if _CUES.match(head):
        return "application/x-subrip"
    if _JSON_START.match(head) and (found := _json_type(data)):
        return found
    return _by_pattern(head, data)


def _by_pattern(head: bytes, data: bytes) -> str | None:
    if head.lstrip().startswith((b"<?php", b"<?=")):
        return "text/x-php"
    # What a pattern must have is sought first, which is quicker.
    signs = text_literals(head, _signs())
    if signs & _MACROS and _MANUAL.search(head) and not head.lstrip().startswith((b"#", b"/*", b"//")):
        return "text/troff"
    if signs & _COMMANDS and _LATEX.search(head):
        return "text/x-tex"
    if signs & _SYNTAX and _PROTO.search(head):
        return "text/x-protobuf"
    if _ASCIIDOC_TITLE.match(head) or (signs & _CONSTRUCTS and len(_ASCIIDOC.findall(head)) >= _ASCIIDOC_CONSTRUCTS):
        return "text/asciidoc"
    if _COMPONENT.match(head) and b"<template" in head and b"<script" in data:
        return "text/x-vue"
    return None


@cache
def _signs() -> LiteralTable:
    return literal_table({word: bit for bit, words in _SIGNS.items() for word in words})


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with header fields, and has little else above the first blank line."""
    top = head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    lower = top.lower()
    if not any(name in lower for name in _MAIL_ONLY_NAMES):
        return False
    lines = top.split(b"\n")
    headers = len(_MAIL_HEADER.findall(top))
    folded = sum(line.startswith((b" ", b"\t")) for line in lines)
    if headers < _MAIL_HEADERS or headers + folded < _MAIL_SHARE * len(lines):
        return False
    return _MAIL_ONLY_HEADER.search(top) is not None


def _json_type(data: bytes) -> str | None:
    """JSON or a notebook; ``None`` for a text that only begins like JSON. Of a long text only the start is parsed."""
    text = data[:_JSON].decode("utf-8", "replace")
    try:
        value, end = json.JSONDecoder().raw_decode(text.lstrip())
    except RecursionError:
        return "application/json"
    except ValueError as error:
        # Valid up to its end, which was cut off here or when the file was saved.
        near_end = getattr(error, "pos", 0) >= len(text.strip()) - _TRUNCATED_WITHIN
        at_end = near_end and len(text) > _FEWEST_TRUNCATED
        return ("application/x-ipynb+json" if _is_notebook_text(text) else "application/json") if at_end else None
    rest = text.lstrip()[end:].lstrip()
    if rest and not rest.startswith(("{", "[")):
        return None
    notebook = isinstance(value, dict) and "nbformat" in value and ("cells" in value or "worksheets" in value)
    return "application/x-ipynb+json" if notebook else "application/json"


def _is_notebook_text(text: str) -> bool:
    return text.lstrip().startswith("{") and '"cells"' in text[:_FIRST_KEYS] and '"cell_type"' in text[:HEAD]


#: A pattern that every text of the type matches in its first ``HEAD`` bytes.
_NEEDED: Final = {
    **dict.fromkeys(("text/html", "application/xhtml+xml", "text/x-vue"), lazy_re.compile(rb"<[a-zA-Z!/?]")),
    "text/xml": lazy_re.compile(rb"\A[\s\xef\xbb\xbf]*<"),
    "application/json": lazy_re.compile(rb"\A[\s\xef\xbb\xbf]*(?:[{\[\"\d\-]|//|/\*|true|false|null)"),
    "text/csv": lazy_re.compile(rb"[,;\t|]"),
    # Whatever stands before its first tag is sent to the reader, so that files of programs begin with one.
    "text/x-php": lazy_re.compile(rb"\A[\s\xef\xbb\xbf]*(?:#![^\n]*\n\s*)?<"),
    "text/x-tex": lazy_re.compile(rb"\\[a-zA-Z]"),
    "text/troff": lazy_re.compile(rb"^[.'][a-zA-Z\\\"]", re.MULTILINE),
    **dict.fromkeys(("application/x-subrip", "text/vtt"), lazy_re.compile(rb"-->")),
    "text/x-diff": lazy_re.compile(rb"^(?:[+<>-]|@@)", re.MULTILINE),
    **dict.fromkeys(
        ("message/rfc822", "application/mbox", "multipart/related"), lazy_re.compile(rb"\A\s*(?:From |[\w-]+:)")
    ),
    "application/x-ipynb+json": lazy_re.compile(rb"\A\s*\{"),
    "application/yaml": lazy_re.compile(rb":(?:\s|\Z)|^[ \t]*+- |^---|\A\s*[\[{]", re.MULTILINE),
    "application/toml": lazy_re.compile(rb"=|^\s*\["),
    "text/x-ini": lazy_re.compile(rb"[=:\[]|^\w+ ", re.MULTILINE),
    "text/css": lazy_re.compile(rb"[{@:]"),
    "text/asciidoc": lazy_re.compile(
        rb"^(?:=+ |\[|:[\w-]+:|\.\w|\* |----|\|===|//|include::|if(?:n?def|eval)::)", re.MULTILINE
    ),
}

#: A pattern that texts of other types hardly match in their first ``HEAD`` bytes.
_TYPICAL: Final = {
    "text/markdown": lazy_re.compile(rb"\]\(\S|^```|^#{2,4} \w|\*\*\w", re.MULTILINE),
    "text/x-rst": lazy_re.compile(rb"^\.\. [\w|_-]+:|^(?:={4,}|-{4,}|~{4,})\s*$|``|:\w+:`", re.MULTILINE),
    "text/html": lazy_re.compile(rb"</?(?:p|div|a|h[1-4]|li|td|span)\b[^<>\n]*+>", re.IGNORECASE),
    "text/x-python": lazy_re.compile(
        rb"^(?:import \w|from \w+ import |def \w+\(|class \w+[:(]|    def )", re.MULTILINE
    ),
}
#: How texts of a type alone begin: fields for a site or a program, conditions for what follows.
_FIRST: Final = {
    "text/markdown": lazy_re.compile(rb"\A---[ \t]*\r?\n(?:[\w-]+:[^\n]*\n){1,20}---[ \t]*\r?\n"),
    "text/asciidoc": lazy_re.compile(rb"\A\s*(?:include|if(?:n?def|eval))::[^\n]*\["),
}
#: Matches of it from which a declared type is believed without the classifier. Not measured.
_FEWEST_TYPICAL: Final = 6


def has_form(media_type: str, data: bytes) -> bool:
    """Whether a text has so much that is typical of the type that it need not be classified."""
    if (first := _FIRST.get(media_type)) and first.match(data[:HEAD]):
        return True
    typical = _TYPICAL.get(media_type)
    # As many as are needed are sought, and no more.
    return (
        typical is not None
        and sum(1 for _ in islice(typical.finditer(data[:HEAD]), _FEWEST_TYPICAL)) == _FEWEST_TYPICAL
    )


def lacks_form(media_type: str, data: bytes) -> bool:
    """Whether a text lacks what every text of the type has."""
    needed = _NEEDED.get(media_type)
    return needed is not None and not needed.search(data[:HEAD])
