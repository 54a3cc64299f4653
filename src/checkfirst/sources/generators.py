"""How generators of sites and of API pages are recognized: by files that only they write, and by their name in a page."""

import re
from collections.abc import Callable
from posixpath import join, normpath
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.sources.names import NameTree

Names = tuple[frozenset[str], ...]


def _sets(*choices: str) -> Names:
    return tuple(frozenset(choice.split()) for choice in choices)


#: Files that Sphinx writes into each site.
SPHINX_NAMES: Final = _sets("objects.inv", ".buildinfo", "genindex.html _static", "searchindex.js _static")
#: Files at the top of generated API pages, a line for each generator: Javadoc (two lines), Doxygen, rustdoc, TypeDoc, YARD,
#: JSDoc, Haddock, ExDoc, dartdoc, Dokka, phpDocumentor, Jazzy, DocC, ScalaDoc, docfx, RDoc, coverage.py.
API_NAMES: Final = _sets(
    "index-all.html help-doc.html", "allclasses-index.html", "allclasses-frame.html", "package-list overview-summary.html",
    "doxygen.css", "annotated.html classes.html", "doxygen.svg",
    "search.desc", "static.files crates.js", "src-files.js", "search-index.js help.html settings.html",
    "assets modules.html classes", "assets hierarchy.html", "assets modules.html interfaces",
    "class_list.html method_list.html", "_index.html class_list.html",
    "global.html scripts styles", "doc-index.html", "haddock-bundle.min.js",
    "api-reference.html dist", "__404error.html static-assets", "navigation.html scripts package-list",
    "graphs packages js", "undocumented.json", "documentation data metadata.json", "index.js lib scala",
    "xrefmap.yml", "table_of_contents.html created.rid", "coverage_html.js", "jacoco-resources",
)  # fmt: skip
#: Files that generators write into sites, and few people by hand.
SITE_NAMES: Final = _sets(
    "sitemap.xml", "sitemap.xml.gz", "sitemap-index.xml", "search_index.json", "search.json", "searchindex.json",
    "searchindex.js", "search-index.js", "search-index.json", "searchindex.en.js", "pagefind", "hashmap.json",
    "site_libs", "libs reference-keys.txt", "_next", "_nuxt", "_astro", "page-data", "_app", "vp-icons.css",
    "lunr-index.json", "index.xml", "feed.xml", "atom.xml", "manifest.webmanifest", "pkgdown.yml", "search", "toc.html print.html",
    "elasticlunr.min.js", "book.js", "assets 404.html", "_static", "_", ".nojekyll",
)  # fmt: skip

#: The page's own statement of what made it (HTML Standard, "generator"), in either order of attributes, and comments.
_META = lazy_re.compile(
    r"<meta\b(?=[^>]{0,400}\bname\s{0,3}=\s{0,3}[\"']?generator\b)"
    r"[^>]{0,400}\bcontent\s{0,3}=\s{0,3}(?:\"([^\"]{0,200})\"|'([^']{0,200})'|([^\s>]{1,200}))",
    re.IGNORECASE,
)
_COMMENT = lazy_re.compile(r"<!--[^>]{0,40}\b(?:generated|built|made|created|produced)\b[^>]{0,200}-->", re.IGNORECASE)
_API = lazy_re.compile(
    r"javadoc|doxygen|rustdoc|typedoc|yard|jsdoc|haddock|exdoc|dartdoc|dokka|phpdocumentor|jazzy|scaladoc|pdoc|rdoc|docfx"
    r"|apigen|sami|esdoc|natural docs|swift-docc|godoc|doctum|gtk-doc|groovydoc|ford|ldoc|naturaldocs|redoc|slate|apidoc|valadoc",
    re.IGNORECASE,
)
_SITE = lazy_re.compile(
    r"sphinx|docutils|mkdocs|docusaurus|vitepress|vuepress|hugo|jekyll|quarto|mdbook|antora|eleventy|astro|starlight|gatsby"
    r"|gitbook|honkit|bookdown|pkgdown|hexo|zola|nikola|pelican|middleman|asciidoctor|pandoc|next\.js|nuxt|sveltekit|zensical"
    r"|nanoc|lektor|docsy|just-the-docs|retype|myst|jupyter|org mode|org-mode|texinfo|makeinfo|latex2html|ikiwiki|wyam|statiq",
    re.IGNORECASE,
)


def _stated(text: str) -> str:
    """What a page says about the program that made it."""
    metas = ("".join(filter(None, match.groups())) for match in _META.finditer(text))
    return " ".join((*metas, *(match[0] for match in _COMMENT.finditer(text))))


def api_generator(text: str) -> bool:
    """Whether a page says that a generator of API pages made it."""
    return _API.search(_stated(text)) is not None


def site_generator(text: str) -> bool:
    """Whether a page says that a site generator made it."""
    return _SITE.search(_stated(text)) is not None


class _Configuration(Struct, frozen=True):
    """A site generator's configuration: its file names, the folders it writes to by default, the key that changes that."""

    names: str
    folders: str = ""
    key: str = ""
    beside: str = ""
    """A folder that tells this configuration from others of the same name; empty where the name is enough."""


#: The defaults are those that the generators' documentation gives.
_CONFIGURATIONS: Final = (
    _Configuration("mkdocs.yml mkdocs.yaml", "site", "site_dir"),
    _Configuration("zensical.toml", "site", "site_dir"),
    _Configuration("conf.py", "_build build ../build ../_build"),
    _Configuration("hugo.toml hugo.yaml hugo.yml hugo.json", "public", "publishDir"),
    _Configuration("config.toml config.yaml config.yml", "public", "publishDir", beside="content"),
    _Configuration("_config.yml _config.toml", "_site _build", "destination"),
    _Configuration("_config.yml", "public", "public_dir", beside="source"),
    _Configuration("_quarto.yml _quarto.yaml", "_site _book _manuscript", "output-dir"),
    _Configuration("_bookdown.yml", "_book", "output_dir"),
    _Configuration("_pkgdown.yml pkgdown.yml", "docs", "destination"),
    _Configuration("book.toml", "book", "build-dir"),
    _Configuration("myst.yml", "_build"),
    _Configuration("antora-playbook.yml antora-playbook.yaml playbook.yml site.yml", "build/site", "dir"),
    _Configuration("docusaurus.config.js docusaurus.config.ts docusaurus.config.mjs", "build", "outDir"),
    _Configuration(
        "eleventy.config.js eleventy.config.mjs eleventy.config.cjs eleventy.config.ts .eleventy.js", "_site", "output"
    ),
    _Configuration("astro.config.mjs astro.config.ts astro.config.js", "dist", "outDir"),
    _Configuration("next.config.js next.config.mjs next.config.ts", "out", "distDir"),
    _Configuration("nuxt.config.ts nuxt.config.js", "dist"),
    _Configuration("gatsby-config.js gatsby-config.ts", "public"),
    _Configuration("svelte.config.js", "build", "pages"),
    _Configuration("pelicanconf.py", "output", "OUTPUT_PATH"),
    _Configuration("book.json book.js", "_book"),
    _Configuration("zola.toml", "public", "output_dir"),
    _Configuration("nanoc.yaml", "output", "output_dir"),
    _Configuration("Doxyfile Doxyfile.in", "html latex", "OUTPUT_DIRECTORY"),
    _Configuration("typedoc.json typedoc.js", "docs", "out"),
    _Configuration("retype.yml retype.json", ".retype", "output"),
)  # fmt: skip
_BY_NAME: Final = {
    name: [item for item in _CONFIGURATIONS if name in item.names.split()]
    for configuration in _CONFIGURATIONS
    for name in configuration.names.split()
}


def outputs(tree: NameTree, peek: Callable[[str], str]) -> dict[str, str]:
    """The folders that site generators of a set write to, each with the path of the configuration that says so.

    ``peek`` returns the text of a file. Folders that are not there are among them.
    """
    found: dict[str, str] = {}
    for path in tree.files:
        base, _, name = path.rpartition("/")
        for configuration in _BY_NAME.get(name, ()):
            if configuration.beside and configuration.beside not in tree.names(base):
                continue
            set_by_key = _value(configuration.key, peek(path)) if configuration.key else None
            for folder in [set_by_key] if set_by_key else configuration.folders.split():
                found.setdefault(normpath(join(base, folder)), path)
    return found


def _value(key: str, text: str) -> str | None:
    """The value of a key in a configuration in YAML, TOML, JSON, JavaScript or Python, if it is a path."""
    match = re.search(
        rf"^[^#\n]*?(?<![\w-])[\"']?{re.escape(key)}[\"']?\s*[:=]\s*[\"']?([\w./\\ -]+)", text, re.MULTILINE
    )
    value = match[1].strip().replace("\\", "/").rstrip("/") if match else ""
    return value.removeprefix("./") or None
