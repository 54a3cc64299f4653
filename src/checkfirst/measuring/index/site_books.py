"""The sites that configurations of generators of manuals and books tell: Sphinx, MyST, Quarto, bookdown, mdBook, docfx,
ExDoc and Antora."""

import posixpath
import re

from checkfirst.measuring.index.configuration_text import block, listed_in, quoted, value
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.slugs import Dialect
from checkfirst.measuring.index.unpublished import all_but


def sphinx(text: str) -> Site:
    """What ``conf.py`` of Sphinx says."""
    paths, pages = listed_in(text, "html_extra_path"), listed_in(text, "html_additional_pages")
    # The contents of other folders come into "_static" (Sphinx, "html_static_path").
    static = ("_static",) if {"_static"} != set(listed_in(text, "html_static_path")) != set() else ()
    # A folder's contents are copied, a file as it is (Sphinx, "html_extra_path").
    files = [posixpath.basename(path) for path in paths if "." in posixpath.basename(path)]
    return Site(
        generator=Generator.SPHINX,
        dialects=(Dialect.SPHINX, Dialect.GITHUB),
        added=frozenset((*static, *files, *pages, *(f"{page}.html" for page in pages))),
        copied=tuple(path for path in paths if not path.endswith((".html", ".htm", ".txt", ".xml"))),
        excluded=tuple(f"/{pattern}" for pattern in listed_in(text, "exclude_patterns")),
    )


def myst(text: str) -> Site:
    """What ``myst.yml`` says."""
    # Where it has a table of contents, other pages are not built (MyST, "Table of Contents").
    table = re.search(r"^([ \t]+)toc[ \t]*:[^\n]*\n((?:\1[ \t-][^\n]*\n?|[ \t]*\n)*)", text, re.MULTILINE)
    return Site(
        generator=Generator.MYST,
        dialects=(Dialect.SPHINX, Dialect.GITHUB),
        excluded=all_but(table[2]) if table else (),
    )


def quarto(text: str) -> Site:
    """What ``_quarto.yml`` says."""
    book = re.search(r"^[ \t]*+type[ \t]*+:[ \t]*+[\"']?book\b", text, re.MULTILINE) is not None
    chapters = re.findall(
        r"^[ \t]++-[ \t]++[\"']?([\w./ -]+\.(?:q?md|rmd|ipynb))\b", text, re.MULTILINE | re.IGNORECASE
    )
    return Site(
        generator=Generator.QUARTO,
        dialects=(Dialect.PANDOC, Dialect.GITHUB),
        chapters=tuple(chapters) if book else (),
        has_navigation=book or re.search(r"^[ \t]++(?:sidebar|navbar)[ \t]*+:", text, re.MULTILINE) is not None,
    )


def bookdown(text: str) -> Site:
    """What ``_bookdown.yml`` says."""
    # Without the list, all R Markdown files of the folder are chapters (bookdown, "Usage").
    chapters = re.findall(
        r"[\"']?([\w./ -]{1,300}\.r?md)\b",
        "\n".join([value(text, "rmd_files"), *block(text, "rmd_files")]),
        re.IGNORECASE,
    )
    return Site(
        generator=Generator.BOOKDOWN,
        dialects=(Dialect.PANDOC, Dialect.GITHUB),
        chapters=tuple(chapters) or ("*.Rmd",),
        has_navigation=True,
    )


def mdbook(text: str) -> Site:
    """What ``book.toml`` says."""
    return Site(generator=Generator.MDBOOK, content=quoted(text, "src") or "src", dialects=(Dialect.MDBOOK,))


def docfx(text: str) -> Site:
    """What ``docfx.json`` says."""
    start = re.search(r"\"metadata\"\s*+:\s*+\[", text)
    made = text[start.end() :] if start else ""
    end = re.search(r"\]\s*+,\s*+\"(?:build|rules|template|merge)\"", made)
    folders = re.findall(r"\"(?:dest|output)\"\s*+:\s*+\"([^\"\n]+)\"", made[: end.start()] if end else "")
    return Site(
        generator=Generator.DOCFX,
        added=frozenset(filter(None, (posixpath.basename(folder.strip("./")) for folder in folders))),
    )


def exdoc(text: str) -> Site | None:
    """What ``mix.exs`` says of ExDoc; none if it doesn't use it."""
    return Site(generator=Generator.EXDOC) if re.search(r"\bextras:|:ex_doc\b", text) else None


def antora(text: str) -> Site:
    """What ``antora.yml`` says."""
    return Site(generator=Generator.ANTORA, has_navigation=re.search(r"^nav\s*:", text, re.MULTILINE) is not None)
