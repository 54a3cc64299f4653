"""Readers of the configuration of each generator: what it says of its site. Nothing is executed.

Each reader takes what a configuration says in the plain way; what a program in it computes stays unknown.
"""

import posixpath
import re
from collections.abc import Callable
from typing import Final

from checkfirst.measuring.index.configuration_text import block, listed_in, quoted, value
from checkfirst.measuring.index.redirect_maps import redirect_maps
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.slugs import EVERY_DIALECT, Dialect
from checkfirst.measuring.index.unpublished import all_but

#: A page or folder in the ``nav`` of MkDocs, and one end of a mount of Hugo in TOML, YAML or JSON.
_NAV_PAGE = re.compile(
    r"(?:^|[\s\[{,\"':-])([^\s\[\]{},\"':#-][^\[\]{},\"':#\n]{0,300}?(?:\.(?:md|markdown|mdx|ipynb|rst|html)|/|\*))[\"']?[ \t]*(?:[\]},#]|$)",
    re.MULTILINE,
)
#: Keys of the configuration of Hexo, which has the name of Jekyll's.
_OF_HEXO = re.compile(
    r"^(?:source_dir|new_post_name|skip_render|post_asset_folder|index_generator)[ \t]*:", re.MULTILINE
)
_MOUNT = re.compile(r"[\"']?\b(source|target)[\"']?\s*[:=]\s*[\"']?([^\"'\n,{}#]{1,500})")


def _redirect_map(text: str) -> frozenset[str]:
    """The former pages in the ``redirect_maps`` of the plugin mkdocs-redirects, without suffix."""
    found = re.search(r"^([ \t]*)redirect_maps[ \t]*:[ \t]*\n((?:\1[ \t]+[^\n]*\n?|[ \t]*\n)*)", text, re.MULTILINE)
    pages = re.findall(r"^[ \t]*[\"']?([^\s\"':#]+)\.md[\"']?[ \t]*:", found[2], re.MULTILINE) if found else []
    return frozenset(page.strip("/").removesuffix("/index") for page in pages)


def _redirects_from(text: str) -> frozenset[str]:
    """The addresses in the ``redirects`` of Docusaurus's plugin client-redirects: ``from`` has one or a list."""
    lists = re.findall(r"[\"']?\bfrom[\"']?\s*:\s*(\[[^\]]*\]|[\"'`][^\"'`\n]*[\"'`])", text)
    addresses = (address for found in lists for address in re.findall(r"[\"'`]([^\"'`\n]+)[\"'`]", found))
    return frozenset(address.strip("/") for address in addresses)


def _nav(text: str) -> tuple[str, ...]:
    """Patterns of the pages in the ``nav`` of MkDocs; without one, MkDocs lists them all (MkDocs, "nav")."""
    found = re.search(r"^nav[ \t]*:([^\n]*\n?(?:[ \t-][^\n]*\n?|#[^\n]*\n?|\n)*)", text, re.MULTILINE)
    return tuple(f"/{page}" for page in _NAV_PAGE.findall(found[1])) if found else ("*",) * bool(text.strip())


def _mounts(text: str) -> tuple[tuple[str, str], ...]:
    """The source and the target of each mount of a Hugo module below ``content`` (Hugo, "Module mounts")."""
    pairs, known = [], dict[str, str]()
    for key, end in _MOUNT.findall(text) if "mounts" in text else ():
        known[key] = end.strip().strip("/")
        if len(known) == len(("source", "target")):
            pairs.append((known["source"], known["target"]))
            known = {}
    return tuple((source, target) for source, target in pairs if target.partition("/")[0] == "content")


def _mkdocs(text: str) -> Site:
    chosen = (Dialect.MKDOCS, Dialect.MKDOCS_UNICODE, Dialect.GITHUB) if "slugify" in text else (Dialect.MKDOCS,)
    unlisted = [line for key in ("not_in_nav", "exclude_docs", "draft_docs") for line in block(text, key)]
    return Site(
        generator=Generator.MKDOCS,
        content=value(text, "docs_dir") or "docs",
        dialects=chosen,
        listed=_nav(text),
        unlisted=tuple(unlisted),
        excluded=(*block(text, "exclude_docs"), *block(text, "draft_docs")),
        redirected=_redirect_map(text),
        has_navigation=re.search(r"^nav[ \t]*:", text, re.MULTILINE) is not None,
    )


def _docusaurus(text: str) -> Site:
    content = quoted(text, "path")
    return Site(
        generator=Generator.DOCUSAURUS,
        content=content if content.startswith("..") else ".",
        dialects=(Dialect.GITHUB,),
        base=quoted(text, "baseUrl").strip("/"),
        redirected=_redirects_from(text),
    )


def _vitepress(text: str) -> Site:
    # A file of pages made by a loader, or moved ones, can't be known from the configuration's text.
    return Site(
        generator=Generator.VITEPRESS,
        content=quoted(text, "srcDir") or ".",
        dialects=(Dialect.VITEPRESS,),
        base=quoted(text, "base").strip("/"),
        redirected=redirect_maps(text),
        has_own_ids=re.search(r"\bslugify\b", text) is not None,
        rewrites="rewrites" in text,
        is_complete="rewrites" not in text and bool(text),
    )


def _vuepress(text: str) -> Site:
    return Site(
        generator=Generator.VUEPRESS,
        dialects=(Dialect.VITEPRESS,),
        base=quoted(text, "base").strip("/"),
        redirected=redirect_maps(text),
    )


def _quarto(text: str) -> Site:
    book = re.search(r"^\s*type\s*:\s*[\"']?book\b", text, re.MULTILINE) is not None
    chapters = re.findall(r"^\s+-\s+[\"']?([\w./ -]+\.(?:q?md|rmd|ipynb))\b", text, re.MULTILINE | re.IGNORECASE)
    return Site(
        generator=Generator.QUARTO,
        dialects=(Dialect.PANDOC, Dialect.GITHUB),
        chapters=tuple(chapters) if book else (),
        has_navigation=book or re.search(r"^\s+(?:sidebar|navbar)\s*:", text, re.MULTILINE) is not None,
    )


def _bookdown(text: str) -> Site:
    # Without the list, all R Markdown files of the folder are chapters (bookdown, "Usage").
    chapters = re.findall(
        r"[\"']?([\w./ -]+\.r?md)\b", "\n".join([value(text, "rmd_files"), *block(text, "rmd_files")]), re.IGNORECASE
    )
    return Site(
        generator=Generator.BOOKDOWN,
        dialects=(Dialect.PANDOC, Dialect.GITHUB),
        chapters=tuple(chapters) or ("*.Rmd",),
        has_navigation=True,
    )


def _mdbook(text: str) -> Site:
    return Site(generator=Generator.MDBOOK, content=quoted(text, "src") or "src", dialects=(Dialect.MDBOOK,))


def _jekyll(text: str) -> Site:
    if _OF_HEXO.search(text):
        content = value(text, "source_dir") or "source"
        return Site(generator=Generator.HEXO, content=content, dialects=(Dialect.HEXO, *EVERY_DIALECT))
    return Site(
        generator=Generator.JEKYLL,
        content=value(text, "source") or ".",
        dialects=(Dialect.GITHUB, Dialect.KRAMDOWN),
        base=value(text, "baseurl").strip("/"),
        excluded=tuple(f"/{path.strip('/')}" for path in _items(text, "exclude")),
    )


def _mintlify(text: str) -> Site | None:
    if "navigation" not in text or not re.search(r"mintlify|\"(?:theme|colors|topbarLinks)\"", text):
        return None
    sources = re.findall(r"\"source\"\s*:\s*\"([^\"\n:*]+)\"", text)
    return Site(
        generator=Generator.MINTLIFY,
        dialects=(Dialect.GITHUB, Dialect.MINTLIFY, *EVERY_DIALECT),
        redirected=frozenset(source.strip("/") for source in sources),
        has_navigation=True,
    )


def _docfx(text: str) -> Site:
    made = re.search(r"\"metadata\"\s*:\s*\[(.*?)\]\s*,\s*\"(?:build|rules|template|merge)\"", text, re.DOTALL)
    folders = re.findall(r"\"(?:dest|output)\"\s*:\s*\"([^\"\n]+)\"", made[1] if made else "")
    return Site(
        generator=Generator.DOCFX,
        added=frozenset(filter(None, (posixpath.basename(folder.strip("./")) for folder in folders))),
    )


def _exdoc(text: str) -> Site | None:
    return Site(generator=Generator.EXDOC) if re.search(r"\bextras:|:ex_doc\b", text) else None


def _items(text: str, key: str) -> list[str]:
    """The items of a list at the top of a YAML file, in brackets or one a line."""
    inline = value(text, key)
    written = inline.strip("[]").split(",") if inline else [line.lstrip("-") for line in block(text, key)]
    return [item for line in written if (item := line.partition(" #")[0].strip().strip("\"'"))]


def _myst(text: str) -> Site:
    # Where it has a table of contents, other pages are not built (MyST, "Table of Contents").
    table = re.search(r"^([ \t]+)toc[ \t]*:[^\n]*\n((?:\1[ \t-][^\n]*\n?|[ \t]*\n)*)", text, re.MULTILINE)
    return Site(
        generator=Generator.MYST,
        dialects=(Dialect.SPHINX, Dialect.GITHUB),
        excluded=all_but(table[2]) if table else (),
    )


def _hugo(text: str) -> Site | None:
    if re.search(r"^base_url[ \t]*=", text, re.MULTILINE):
        return _zola(text)
    mounts = _mounts(text)
    if "baseurl" not in text.lower() and "title" not in text.lower() and not mounts:
        return None
    return Site(
        generator=Generator.HUGO,
        content=quoted(text, "contentDir") or "content",
        mounts=mounts,
        dialects=(Dialect.GITHUB, Dialect.HUGO, Dialect.MDBOOK, Dialect.GITLAB, Dialect.MKDOCS),
    )


def _zola(text: str) -> Site:
    # Its own rule for anchors has no letters but a to z; a setting takes another.
    return Site(
        generator=Generator.ZOLA,
        content="content",
        dialects=(Dialect.ZOLA, Dialect.GITHUB, Dialect.HUGO, Dialect.MDBOOK, Dialect.GITLAB, Dialect.MKDOCS),
    )


def _sphinx(text: str) -> Site:
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


def _docsify(text: str) -> Site | None:
    if "docsify" not in text:
        return None
    # An alias leads to another file or host: '.*?/changelog' (docsify, "alias").
    aliases = re.search(r"\balias\s*:\s*\{([^{}]*)\}", text)
    keys = re.findall(r"[\"']([^\"'\n]+)[\"']\s*:", aliases[1]) if aliases else []
    names = [part for key in keys for part in key.split("/") if re.fullmatch(r"[\w-]+(?:\.\w+)?", part)]
    return Site(
        generator=Generator.DOCSIFY,
        dialects=(Dialect.DOCSIFY, Dialect.GITHUB),
        added=frozenset((*names, *(f"{name}.md" for name in names))),
        is_complete=True,
    )


def _antora(text: str) -> Site:
    return Site(generator=Generator.ANTORA, has_navigation=re.search(r"^nav\s*:", text, re.MULTILINE) is not None)


def _eleventy(text: str) -> Site:
    return Site(generator=Generator.ELEVENTY, content=quoted(text, "input") or ".")


def _middleman(text: str) -> Site | None:
    if not re.search(r"^\s*(?:activate :\w|set :\w|page [\"'/]|configure :\w)", text, re.MULTILINE):
        return None
    source = re.search(r"^\s*set :source,\s*[\"']([^\"'\n]+)", text, re.MULTILINE)
    return Site(
        generator=Generator.MIDDLEMAN,
        content=source[1] if source else "source",
        dialects=(*EVERY_DIALECT, Dialect.KRAMDOWN),
    )


def _nanoc(text: str) -> Site:
    return Site(generator=Generator.NANOC, content="content", dialects=(*EVERY_DIALECT, Dialect.KRAMDOWN))


def _plain(generator: Generator, *dialects: Dialect) -> Callable[[str], Site]:
    """The reader of a configuration from which nothing is taken."""
    return lambda text: Site(generator=generator, dialects=dialects or EVERY_DIALECT)


#: The readers by the names of the files that they read.
READERS: Final[tuple[tuple[re.Pattern[str], Callable[[str], Site | None]], ...]] = (
    (re.compile(r"mkdocs\.ya?ml"), _mkdocs),
    (re.compile(r"docusaurus\.config\.\w+"), _docusaurus),
    (re.compile(r"\.vitepress"), _vitepress),
    (re.compile(r"\.vuepress"), _vuepress),
    (re.compile(r"_quarto\.ya?ml"), _quarto),
    (re.compile(r"_bookdown\.ya?ml"), _bookdown),
    (re.compile(r"book\.toml"), _mdbook),
    (re.compile(r"_config\.ya?ml"), _jekyll),
    (re.compile(r"hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml)|module\.(?:toml|ya?ml|json)"), _hugo),
    (re.compile(r"zola\.toml"), _zola),
    (re.compile(r"antora\.yml"), _antora),
    (re.compile(r"conf\.py"), _sphinx),
    (re.compile(r"docs\.json|mint\.json"), _mintlify),
    (re.compile(r"docfx\.json"), _docfx),
    (re.compile(r"mix\.exs"), _exdoc),
    (re.compile(r"myst\.ya?ml"), _myst),
    (re.compile(r"\.eleventy\.c?js|eleventy\.config\.\w+"), _eleventy),
    (re.compile(r"astro\.config\.\w+"), _plain(Generator.ASTRO, Dialect.GITHUB)),
    (re.compile(r"index\.html"), _docsify),
    (re.compile(r"config\.rb"), _middleman),
    (re.compile(r"nanoc\.ya?ml"), _nanoc),
    (
        re.compile(r"\.gitbook(?:\.ya?ml)?"),
        _plain(Generator.GITBOOK, Dialect.GITBOOK, Dialect.GITBOOK_HYPHENS, *EVERY_DIALECT),
    ),
    (re.compile(r"\.obsidian"), _plain(Generator.OBSIDIAN, Dialect.OBSIDIAN, Dialect.GITHUB)),
)
