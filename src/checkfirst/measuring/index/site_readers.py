"""What the configuration of each generator says of its site. Nothing is executed.

Each reader takes what a configuration says in the plain way; what a program in it computes stays unknown.
"""

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from checkfirst.measuring.index.redirect_maps import redirect_maps
from checkfirst.measuring.index.site import Generator, Site, from_root
from checkfirst.measuring.index.slugs import EVERY_DIALECT, Dialect
from checkfirst.sources.interface import SiteFile

#: A page or folder in the ``nav`` of MkDocs, and one end of a mount of Hugo in TOML, YAML or JSON.
_NAV_PAGE = re.compile(
    r"(?:^|[\s\[{,\"':-])([^\s\[\]{},\"':#-][^\[\]{},\"':#\n]{0,300}?(?:\.(?:md|markdown|mdx|ipynb|rst|html)|/|\*))[\"']?[ \t]*(?:[\]},#]|$)",
    re.MULTILINE,
)
_MOUNT = re.compile(r"[\"']?\b(source|target)[\"']?\s*[:=]\s*[\"']?([^\"'\n,{}#]{1,500})")
#: The folder in which Hugo looks for parts of its configuration, below that of the site.
_HUGO_FOLDER: Final = "config/_default"


def sites_of(files: Iterable[SiteFile], location: str = "") -> tuple[Site, ...]:
    """The sites whose configuration is among the files, those with the innermost pages first.

    ``location`` has the names of the root of the set and of folders above it, joined by ``/``.
    """
    files = tuple(files)
    names = {file.path for file in files}
    sites = []
    for file in files:
        folder, name = posixpath.split(file.path)
        read = next((reader for pattern, reader in _READERS if pattern.fullmatch(name)), None)
        site = read(file.text) if read else None
        if site is None:
            continue
        if (
            site.generator is Generator.JEKYLL
            and {posixpath.join(folder, n) for n in ("_toc.yml", "_toc.yaml")} & names
        ):
            # Jupyter Book is configured by a file of the same name.
            site = Site(generator=Generator.SPHINX, dialects=(Dialect.GITHUB, Dialect.SPHINX))
        if site.generator is Generator.HUGO and folder.endswith(_HUGO_FOLDER):
            folder = folder[: -len(_HUGO_FOLDER)].rstrip("/")
        content = from_root(posixpath.join(folder, site.content), location)
        copied = tuple(from_root(posixpath.join(folder, name), location) for name in site.copied)
        mounts = tuple(
            (from_root(posixpath.join(folder, source), location), from_root(posixpath.join(folder, target), location))
            for source, target in site.mounts
        )
        site = replace(site, folder=from_root(folder or ".", location), content=content, copied=copied, mounts=mounts)
        sites.append(site)
        sites += [replace(site, content=source) for source, _ in mounts if source != content]
    by_content: dict[str, Site] = {}
    for site in sites:
        known = by_content.get(site.content)
        by_content[site.content] = _merged(known, site) if known else site
    # The innermost pages first; ".." is outside the set.
    return tuple(
        sorted(by_content.values(), key=lambda s: (s.content[:2] == "..", -len(s.content.split("/")), s.content))
    )


def _merged(one: Site, other: Site) -> Site:
    """One site for two configurations of the same pages, as with a book that two programs can build."""
    return replace(
        one,
        dialects=tuple(dict.fromkeys((*one.dialects, *other.dialects))),
        is_complete=one.is_complete and other.is_complete,
        rewrites=one.rewrites or other.rewrites,
        added=one.added | other.added,
        redirected=one.redirected | other.redirected,
        copied=(*one.copied, *other.copied),
        chapters=(*one.chapters, *other.chapters),
        listed=(*one.listed, *other.listed),
        mounts=(*one.mounts, *other.mounts),
        unlisted=(*one.unlisted, *other.unlisted),
        has_navigation=one.has_navigation or other.has_navigation,
    )


def _value(text: str, key: str) -> str:
    """The value of a key at the top of a YAML file; empty without one."""
    found = re.search(rf"^{key}[ \t]*:[ \t]*([^\n#]*)", text, re.MULTILINE)
    return found[1].strip().strip("\"'") if found else ""


def _block(text: str, key: str) -> list[str]:
    """The indented lines below a key at the top of a YAML file."""
    found = re.search(rf"^{key}[ \t]*:[^\n]*\n((?:[ \t]+[^\n]*\n?|[ \t]*\n)*)", text, re.MULTILINE)
    return [line.strip() for line in found[1].split("\n") if line.strip()] if found else []


def _quoted(text: str, key: str) -> str:
    """The string that a key has in a JavaScript or TOML configuration; empty without one."""
    found = re.search(rf"(?:^|[{{,\s])[\"']?{key}[\"']?\s*[:=]\s*[\"'`]([^\"'`\n]*)[\"'`]", text, re.MULTILINE)
    return found[1] if found else ""


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


def _listed_in(text: str, name: str) -> list[str]:
    """The strings in the list or dictionary that a configuration in Python assigns to ``name``."""
    assigned = re.findall(rf"^{name}\s*=\s*[\[{{(]([^\]}})]*)", text, re.MULTILINE)
    return [s.rstrip("/") for inside in assigned for s in re.findall(r"[\"']([^\"'\n]+)[\"']", inside)]


def _nav(text: str) -> tuple[str, ...]:
    """Patterns of the pages in the ``nav`` of MkDocs; without one, MkDocs lists them all (MkDocs, "nav")."""
    found = re.search(r"^nav[ \t]*:([^\n]*\n?(?:[ \t-][^\n]*\n?|#[^\n]*\n?|\n)*)", text, re.MULTILINE)
    return tuple(f"/{page}" for page in _NAV_PAGE.findall(found[1])) if found else ("*",) * bool(text.strip())


def _mounts(text: str) -> tuple[tuple[str, str], ...]:
    """The source and the target of each mount of a Hugo module below ``content`` (Hugo, "Module mounts")."""
    pairs, known = [], dict[str, str]()
    for key, value in _MOUNT.findall(text) if "mounts" in text else ():
        known[key] = value.strip().strip("/")
        if len(known) == len(("source", "target")):
            pairs.append((known["source"], known["target"]))
            known = {}
    return tuple((source, target) for source, target in pairs if target.partition("/")[0] == "content")


def _mkdocs(text: str) -> Site:
    chosen = (Dialect.MKDOCS, Dialect.MKDOCS_UNICODE, Dialect.GITHUB) if "slugify" in text else (Dialect.MKDOCS,)
    unlisted = [line for key in ("not_in_nav", "exclude_docs", "draft_docs") for line in _block(text, key)]
    return Site(
        generator=Generator.MKDOCS,
        content=_value(text, "docs_dir") or "docs",
        dialects=chosen,
        listed=_nav(text),
        unlisted=tuple(unlisted),
        redirected=_redirect_map(text),
        has_navigation=re.search(r"^nav[ \t]*:", text, re.MULTILINE) is not None,
    )


def _docusaurus(text: str) -> Site:
    content = _quoted(text, "path")
    return Site(
        generator=Generator.DOCUSAURUS,
        content=content if content.startswith("..") else ".",
        dialects=(Dialect.GITHUB,),
        base=_quoted(text, "baseUrl").strip("/"),
        redirected=_redirects_from(text),
    )


def _vitepress(text: str) -> Site:
    # A file of pages made by a loader, or moved ones, can't be known from the configuration's text.
    return Site(
        generator=Generator.VITEPRESS,
        content=_quoted(text, "srcDir") or ".",
        dialects=(Dialect.VITEPRESS,),
        base=_quoted(text, "base").strip("/"),
        redirected=redirect_maps(text),
        rewrites="rewrites" in text,
        is_complete="rewrites" not in text and bool(text),
    )


def _vuepress(text: str) -> Site:
    return Site(
        generator=Generator.VUEPRESS,
        dialects=(Dialect.VITEPRESS,),
        base=_quoted(text, "base").strip("/"),
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
        r"[\"']?([\w./ -]+\.r?md)\b", "\n".join([_value(text, "rmd_files"), *_block(text, "rmd_files")]), re.IGNORECASE
    )
    return Site(
        generator=Generator.BOOKDOWN,
        dialects=(Dialect.PANDOC, Dialect.GITHUB),
        chapters=tuple(chapters) or ("*.Rmd",),
        has_navigation=True,
    )


def _mdbook(text: str) -> Site:
    return Site(generator=Generator.MDBOOK, content=_quoted(text, "src") or "src", dialects=(Dialect.MDBOOK,))


def _jekyll(text: str) -> Site:
    return Site(
        generator=Generator.JEKYLL,
        content=_value(text, "source") or ".",
        dialects=(Dialect.GITHUB, Dialect.KRAMDOWN),
        base=_value(text, "baseurl").strip("/"),
    )


def _hugo(text: str) -> Site | None:
    mounts = _mounts(text)
    if "baseurl" not in text.lower() and "title" not in text.lower() and not mounts:
        return None
    # The same file name configures Zola, whose anchors are much like those of Hugo.
    return Site(
        generator=Generator.HUGO,
        content=_quoted(text, "contentDir") or "content",
        mounts=mounts,
        dialects=(Dialect.GITHUB, Dialect.HUGO, Dialect.MDBOOK, Dialect.GITLAB, Dialect.MKDOCS),
    )


def _sphinx(text: str) -> Site:
    paths, pages = _listed_in(text, "html_extra_path"), _listed_in(text, "html_additional_pages")
    # A folder's contents are copied, a file as it is (Sphinx, "html_extra_path").
    files = [posixpath.basename(path) for path in paths if "." in posixpath.basename(path)]
    return Site(
        generator=Generator.SPHINX,
        dialects=(Dialect.SPHINX, Dialect.GITHUB),
        added=frozenset((*files, *pages, *(f"{page}.html" for page in pages))),
        copied=tuple(path for path in paths if not path.endswith((".html", ".htm", ".txt", ".xml"))),
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
    return Site(generator=Generator.ELEVENTY, content=_quoted(text, "input") or ".")


def _plain(generator: Generator, *dialects: Dialect) -> Callable[[str], Site]:
    """The reader of a configuration from which nothing is taken."""
    return lambda text: Site(generator=generator, dialects=dialects or EVERY_DIALECT)


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[str], Site | None]], ...]] = (
    (re.compile(r"mkdocs\.ya?ml"), _mkdocs),
    (re.compile(r"docusaurus\.config\.\w+"), _docusaurus),
    (re.compile(r"\.vitepress"), _vitepress),
    (re.compile(r"\.vuepress"), _vuepress),
    (re.compile(r"_quarto\.ya?ml"), _quarto),
    (re.compile(r"_bookdown\.ya?ml"), _bookdown),
    (re.compile(r"book\.toml"), _mdbook),
    (re.compile(r"_config\.ya?ml"), _jekyll),
    (re.compile(r"hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml)|module\.(?:toml|ya?ml|json)"), _hugo),
    (re.compile(r"antora\.yml"), _antora),
    (re.compile(r"conf\.py"), _sphinx),
    (re.compile(r"\.eleventy\.c?js|eleventy\.config\.\w+"), _eleventy),
    (re.compile(r"astro\.config\.\w+"), _plain(Generator.ASTRO, Dialect.GITHUB)),
    (re.compile(r"index\.html"), _docsify),
    (re.compile(r"\.obsidian"), _plain(Generator.OBSIDIAN, Dialect.OBSIDIAN, Dialect.GITHUB)),
)
