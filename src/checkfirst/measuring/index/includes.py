"""Parts of a page that its source does not show: files that it includes, and what macros and components print."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.code_spans import CODE_SPAN
from checkfirst.measuring.text.lowered import lowered
from checkfirst.measuring.text.sought import lines_of
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Format
from checkfirst.model.segments import lines_of as lines_of_role
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.path_parts import folders_of
from checkfirst.reading.text.marks import WORDS, Mark, has
from checkfirst.reading.text.template_comments import without_template_comments

#: Directives that put a file into a page, with its path: AsciiDoc; reStructuredText; MyST; mdBook; MkDocs snippets;
#: Quarto and Hugo; VitePress; Jekyll; MDX; docsify; DocFX; Obsidian and Foam. Each with signs that it must have.
_INCLUDES: Final = (
    ("include::", lazy_re.compile(r"^include::([^\[\n]{1,500})\[", re.MULTILINE)),
    ("include::", lazy_re.compile(r"^[ \t]*\.\.[ \t]+(?:literal)?include::[ \t]+(\S{1,500})", re.MULTILINE)),
    ("include}", lazy_re.compile(r"^(?:`{3,}|:{3,})\{(?:literal)?include\}[ \t]*(\S{1,500})", re.MULTILINE)),
    ("{{#", lazy_re.compile(r"\{\{#(?:rustdoc_)?include[ \t]+([^\s:}]{1,500})")),
    ("8<", lazy_re.compile(r"-{1,2}8<-{1,2}[ \t]+[\"']([^\"'\n:]{1,500})")),
    (
        "{{",
        lazy_re.compile(r"\{\{[<%]-?[ \t]*(?:include|readfile|embed)[ \t]+[\"']?(?:file=[\"']?)?([^\s\"'>%]{1,500})"),
    ),
    ("<!--", lazy_re.compile(r"<!--[ \t]*@?include:?[ \t]+([^\s>{]{1,500})")),
    ("{%", lazy_re.compile(r"\{%-?[ \t]*(?:include|include_relative|render)[ \t]+[\"']?([^\s\"'%]{1,500})")),
    (
        "import ",
        lazy_re.compile(r"^import[ \t]+[^\n]{1,200}?from[ \t]+[\"']([^\"'\n]{1,500}\.mdx?)[\"']", re.MULTILINE),
    ),
    ("](", lazy_re.compile(r"\]\(([^\s()]{1,500})[ \t]+[\"':]+include")),
    ("[!", lazy_re.compile(r"\[!INCLUDE[ \t]*\[[^\]\n]{0,300}\]\(([^)\s]{1,500})\)", re.IGNORECASE)),
)
#: Signs of those that have other words than "include".
_WITHOUT_WORD: Final = ("8<", "{{", "{%", "import ")
#: Signs of text outside code that a generator replaces by blocks, which may hold headings: tabs of Material for MkDocs,
#: mkdocstrings, calls of macros, shortcodes, expressions on lines of their own, components, and directives that document
#: code. Shortcodes and tags that only print a link or change how text looks are left out.
_MADE = lazy_re.compile(
    r"""^[ \t]*(?:==[=+!][ ]"|:::[ ][A-Za-z_]\w*(?:\.\w+)+[ \t]*$|:::[ ][\w.-]+[ \t]*\n[ ]{4}:\w|\[TOC\])
    |\{\{-?[ \t]*[\w.]+[ \t]*\(
    |^[ \t]*\{\{(?![<%#])[^{}\n]*\}\}[ \t]*$
    |\{\{[<%][ \t]*(?!/|(?:rel)?ref\b|figure\b|img\b|image\b|param\b|highlight\b|youtube\b|gist\b|button\b|tabs?\b|note\b
        |tip\b|warning\b|hint\b|alert\b|callout\b|details\b|glossary_tooltip\b|pagebreak\b|include\b|readfile\b|embed\b|video\b|meta\b|var\b|kbd\b)\w
    |\{%-?[ \t]*(?!(?:end\w+|if|elsif|elif|else|unless|case|when|raw|assign|capture|comment|link|post_url|highlight|hint
        |tabs?|code|note|tip|warning|info|set|break|continue|increment|decrement|cycle|seo|feed_meta|avatar|embed|include|include_relative|render)\b)\w
    |<%[-=]?
    |<!--[ \t]*md:\w
    |^[ \t]*<[A-Z]\w*(?:[ \t][^<>\n]*)?/>
    |^[ \t]*\.\.[ \t]+(?:auto\w+|click|argparse|program|option|glossary|\w+:\w+|c?function|class|method|module)::
    |^[ \t]*(?:`{3,}|:{3,})\{(?:auto\w+|glossary|\w+:\w+)\}""",
    re.MULTILINE | re.VERBOSE,
)
#: Signs of a source for ReSpec or Bikeshed, which give ids to terms and sections.
_OF_SPECIFICATION = lazy_re.compile(
    r"^Shortname:|<script\b[^>]{0,300}\brespec|respecConfig", re.MULTILINE | re.IGNORECASE
)
#: Types of Hugo pages that themes print as they are. Chosen by hand.
_PLAIN_TYPES: Final = {"doc", "docs", "page", "blog", "post", "posts", "book", "default"}
#: The list of included files in the front matter of a page of Slate, and an item of it.
_LISTED: Final = lazy_re.compile(
    r"\A---[ \t]*\n(?:(?!---[ \t]*\n)[^\n]*\n){0,100}?includes:[ \t]*\n((?:[ \t]*-[ \t]+[\w/.-]+[ \t]*\n|[ \t]*#[^\n]*\n)+)"
)
_ITEM: Final = lazy_re.compile(r"^[ \t]*-[ \t]+([\w/.-]{1,200})", re.MULTILINE)
#: Characters of a document that are searched. Not measured.
_MOST: Final = 2_000_000
#: Documents that include a file by others, up to which more are looked for. Not measured.
_MOST_INCLUDERS: Final = 50
#: Folders of partial files besides that of the page.
_PARTIALS: Final = ("", "_includes", "includes", "snippets", "partials", "docs", "docs/snippets")


def makes_anchors(document: Document) -> bool:
    """Whether a generator may add anchors to the page that neither its source nor an included file shows."""
    # A page with this key of its front matter shows a list of other pages (Quarto, "Document Listings").
    keys = dict(document.metadata)
    if "respec" in keys or (document.format is Format.MARKDOWN and _is_for_specifications(document.text)):
        return True
    # A template of its own prints what it likes (MkDocs, "template").
    if not {"listing", "template"}.isdisjoint(keys) or _has_own_layout(document.path, keys):
        return True
    return _MADE.search(_with_signs(document)) is not None


def _with_signs(document: Document) -> str:
    """The lines outside code that have one of the signs, each with the one below it; code spans are blanks."""
    if not has(document.text, Mark.MADE):
        return ""
    (found,) = lines_of(document.text, WORDS[Mark.MADE])
    if not found:
        return ""
    text = document.text[:_MOST]
    if without_template_comments(text) is not text:
        return without_code(document)
    code = lines_of_role(document.segments, Role.CODE)
    lines = text.split("\n")
    kept = [
        # A directive of MyST looks like a fence.
        "" if n in code and "{include}" not in lines[n] else lines[n]
        for n in sorted({*found, *(n + 1 for n in found)})
        if n < len(lines)
    ]
    joined = "\n".join(kept)
    return CODE_SPAN.sub(" ", joined) if document.format is Format.MARKDOWN else joined


def _is_for_specifications(text: str) -> bool:
    return has(text, Mark.RESPEC) and _OF_SPECIFICATION.search(text[:_MOST]) is not None


def _has_own_layout(path: str, keys: Mapping[str, str]) -> bool:
    """Whether the page of a folder names the template that prints it, which may print data and other pages (Hugo)."""
    return posixpath.basename(path) == "_index.md" and (
        "layout" in keys or keys.get("type", "docs").lower() not in _PLAIN_TYPES
    )


def included(document: Document) -> tuple[str, ...]:
    """The paths of the files that a document includes, as written, with the values of its own attributes."""
    # ReSpec puts these files into the page.
    by_script = tuple(
        path for name, path in document.metadata if name == "data-include" and document.format is Format.HTML
    )
    if by_script:
        return tuple(dict.fromkeys(by_script))
    if not has(document.text, Mark.INCLUDE):
        return ()
    text = document.text[:_MOST]
    has_word = "include" in lowered(document.text)
    if has_word and (listed := _LISTED.match(text)):
        # Slate puts these files below the page.
        return tuple(f"_{name}.md" for name in dict.fromkeys(_ITEM.findall(listed[1])))
    if not has_word and "8<" not in text and "import " not in text and "{{" not in text:
        return ()
    written = [
        path
        for sign, pattern in _INCLUDES
        if sign in text and (has_word or sign in _WITHOUT_WORD)
        for path in pattern.findall(text)
    ]
    attributes = dict(document.metadata)
    resolved = (re.sub(r"\{([\w-]+)\}", lambda m: attributes.get(m[1], m[0]), path.strip()) for path in written)
    return tuple(dict.fromkeys(path for path in resolved if "{" not in path))


def without_code(document: Document) -> str:
    """The text with the lines of code blocks and the code spans of Markdown blanked; its lines keep their numbers."""
    lines = without_template_comments(document.text[:_MOST]).split("\n")
    for segment in document.segments:
        if segment.role is Role.CODE:
            for number in range(segment.span.start_line - 1, min(segment.span.end_line, len(lines))):
                # A directive of MyST looks like a fence.
                lines[number] = lines[number] if "{include}" in lines[number] else ""
    text = "\n".join(lines)
    return CODE_SPAN.sub(" ", text) if document.format is Format.MARKDOWN else text


def resolved_includes(
    documents: Iterable[DocumentSummary], present: Collection[str], roots: Iterable[str]
) -> dict[str, tuple[str | None, ...]]:
    """The files that each document includes, by its path; ``None`` for one that is not found.

    A path is resolved from the document's folder, from one above it, or from one of ``roots``.
    """
    roots = tuple(roots)
    return {
        document.path: tuple(_resolved(document.path, written, present, roots) for written in document.includes)
        for document in documents
        if document.includes
    }


def _resolved(path: str, written: str, present: Collection[str], roots: tuple[str, ...]) -> str | None:
    name = written.removeprefix("@site/").lstrip("/")
    # Partial files of Docusaurus and Jekyll begin with "_", which some directives leave out.
    names = (name, posixpath.join(posixpath.dirname(name), f"_{posixpath.basename(name)}"), f"{name}.md")
    bases = (posixpath.dirname(path), *folders_of(path), *roots)
    tried = (posixpath.normpath(posixpath.join(b, partial, n)) for n in names for b in bases for partial in _PARTIALS)
    return next((file for file in tried if file in present and file != path), None)


def includers(includes: Mapping[str, tuple[str | None, ...]]) -> dict[str, tuple[str, ...]]:
    """The documents that include a file, themselves or by files that they include, by its path; the nearest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, files in includes.items():
        for file in filter(None, files):
            found[file].append(path)
    return {file: _with_theirs(file, found) for file in found}


def _with_theirs(file: str, direct: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Those that include a file, and those that include these, to a number that bounds the time."""
    all_of_them: dict[str, None] = dict.fromkeys(direct[file])
    waiting = list(all_of_them)
    while waiting and len(all_of_them) < _MOST_INCLUDERS:
        for path in direct.get(waiting.pop(0), ()):
            if path not in all_of_them and path != file:
                all_of_them[path] = None
                waiting.append(path)
    return tuple(all_of_them)
