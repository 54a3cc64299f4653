"""Which file configures which generator, and who reads it. Nothing is executed.

Each reader takes what a configuration says in the plain way; what a program in it computes stays unknown.
"""

import re
from collections.abc import Callable
from typing import Final

from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.site_books import antora, bookdown, docfx, exdoc, mdbook, myst, quarto, sphinx
from checkfirst.measuring.index.site_javascript import docsify, docusaurus, eleventy, mintlify, vitepress, vuepress
from checkfirst.measuring.index.site_mkdocs import mkdocs
from checkfirst.measuring.index.site_pages import hugo, jekyll, middleman, nanoc, zola
from checkfirst.measuring.index.slugs import EVERY_DIALECT, Dialect


def _plain(generator: Generator, *dialects: Dialect) -> Callable[[str], Site]:
    """The reader of a configuration from which nothing is taken."""
    return lambda text: Site(generator=generator, dialects=dialects or EVERY_DIALECT)


#: The readers by the names of the files that they read.
READERS: Final[tuple[tuple[re.Pattern[str], Callable[[str], Site | None]], ...]] = (
    (re.compile(r"mkdocs\.ya?ml"), mkdocs),
    (re.compile(r"docusaurus\.config\.\w+"), docusaurus),
    (re.compile(r"\.vitepress"), vitepress),
    (re.compile(r"\.vuepress"), vuepress),
    (re.compile(r"_quarto\.ya?ml"), quarto),
    (re.compile(r"_bookdown\.ya?ml"), bookdown),
    (re.compile(r"book\.toml"), mdbook),
    (re.compile(r"_config\.ya?ml"), jekyll),
    (re.compile(r"hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml)|module\.(?:toml|ya?ml|json)"), hugo),
    (re.compile(r"zola\.toml"), zola),
    (re.compile(r"antora\.yml"), antora),
    (re.compile(r"conf\.py"), sphinx),
    (re.compile(r"docs\.json|mint\.json"), mintlify),
    (re.compile(r"docfx\.json"), docfx),
    (re.compile(r"mix\.exs"), exdoc),
    (re.compile(r"myst\.ya?ml"), myst),
    (re.compile(r"\.eleventy\.c?js|eleventy\.config\.\w+"), eleventy),
    (re.compile(r"astro\.config\.\w+"), _plain(Generator.ASTRO, Dialect.GITHUB)),
    (re.compile(r"index\.html"), docsify),
    (re.compile(r"config\.rb"), middleman),
    (re.compile(r"nanoc\.ya?ml"), nanoc),
    (
        re.compile(r"\.gitbook(?:\.ya?ml)?"),
        _plain(Generator.GITBOOK, Dialect.GITBOOK, Dialect.GITBOOK_HYPHENS, *EVERY_DIALECT),
    ),
    (re.compile(r"\.obsidian"), _plain(Generator.OBSIDIAN, Dialect.OBSIDIAN, Dialect.GITHUB)),
)
