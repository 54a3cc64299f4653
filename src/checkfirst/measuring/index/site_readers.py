"""Which file configures which generator, and who reads it. Nothing is executed.

Each reader takes what a configuration says in the plain way; what a program in it computes stays unknown.
"""

import re
from collections.abc import Callable
from typing import Final

from checkfirst import lazy_re
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
    (lazy_re.compile(r"mkdocs\.ya?ml"), mkdocs),
    (lazy_re.compile(r"docusaurus\.config\.\w+"), docusaurus),
    (lazy_re.compile(r"\.vitepress"), vitepress),
    (lazy_re.compile(r"\.vuepress"), vuepress),
    (lazy_re.compile(r"_quarto\.ya?ml"), quarto),
    (lazy_re.compile(r"_bookdown\.ya?ml"), bookdown),
    (lazy_re.compile(r"book\.toml"), mdbook),
    (lazy_re.compile(r"_config\.ya?ml"), jekyll),
    (lazy_re.compile(r"hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml)|module\.(?:toml|ya?ml|json)"), hugo),
    (lazy_re.compile(r"zola\.toml"), zola),
    (lazy_re.compile(r"antora\.yml"), antora),
    (lazy_re.compile(r"conf\.py"), sphinx),
    (lazy_re.compile(r"docs\.json|mint\.json"), mintlify),
    (lazy_re.compile(r"docfx\.json"), docfx),
    (lazy_re.compile(r"mix\.exs"), exdoc),
    (lazy_re.compile(r"myst\.ya?ml"), myst),
    (lazy_re.compile(r"\.eleventy\.c?js|eleventy\.config\.\w+"), eleventy),
    (lazy_re.compile(r"astro\.config\.\w+"), _plain(Generator.ASTRO, Dialect.GITHUB)),
    (lazy_re.compile(r"index\.html"), docsify),
    (lazy_re.compile(r"config\.rb"), middleman),
    # The publisher of guides for FHIR makes a page of each of its resources, and packages of all.
    (lazy_re.compile(r"ig\.ini|sushi-config\.ya?ml"), lambda _: Site(generator=Generator.FHIR, rewrites=True)),
    (lazy_re.compile(r"nanoc\.ya?ml"), nanoc),
    (
        lazy_re.compile(r"\.gitbook(?:\.ya?ml)?"),
        _plain(Generator.GITBOOK, Dialect.GITBOOK, Dialect.GITBOOK_HYPHENS, *EVERY_DIALECT),
    ),
    (lazy_re.compile(r"\.obsidian"), _plain(Generator.OBSIDIAN, Dialect.OBSIDIAN, Dialect.GITHUB)),
)
