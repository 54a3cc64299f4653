"""The site that a configuration of MkDocs tells."""

import re

from checkfirst import lazy_re
from checkfirst.measuring.index.configuration_text import block, value
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.slugs import Dialect

#: A page or folder in the ``nav`` of MkDocs.
_NAV_PAGE = lazy_re.compile(
    r"(?:^|[\s\[{,\"':-])([^\s\[\]{},\"':#-][^\[\]{},\"':#\n]{0,300}?(?:\.(?:md|markdown|mdx|ipynb|rst|html)|/|\*))[\"']?[ \t]*(?:[\]},#]|$)",
    re.MULTILINE,
)
#: The plugins that join sites, and the entry of another site in a ``nav`` (mkdocs-monorepo-plugin, mkdocs-multirepo-plugin).
_JOINING = lazy_re.compile(
    r"^[ \t]*-[ \t]*[\"']?(?:techdocs-)?(?:mono|multi)repo\b|[\"']!(?:include|import) ", re.MULTILINE
)


def _redirect_map(text: str) -> frozenset[str]:
    """The former pages in the ``redirect_maps`` of the plugin mkdocs-redirects, without suffix."""
    found = re.search(r"^([ \t]*)redirect_maps[ \t]*:[ \t]*\n((?:\1[ \t]+[^\n]*\n?|[ \t]*\n)*)", text, re.MULTILINE)
    pages = re.findall(r"^[ \t]*[\"']?([^\s\"':#]+)\.md[\"']?[ \t]*:", found[2], re.MULTILINE) if found else []
    return frozenset(page.strip("/").removesuffix("/index") for page in pages)


def _nav(text: str) -> tuple[str, ...]:
    """Patterns of the pages in the ``nav`` of MkDocs; without one, MkDocs lists them all (MkDocs, "nav")."""
    found = re.search(r"^nav[ \t]*:([^\n]*\n?(?:[ \t-][^\n]*\n?|#[^\n]*\n?|\n)*)", text, re.MULTILINE)
    return tuple(f"/{page}" for page in _NAV_PAGE.findall(found[1])) if found else ("*",) * bool(text.strip())


def mkdocs(text: str) -> Site:
    """What ``mkdocs.yml`` says."""
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
        joins_others=_JOINING.search(text) is not None,
        has_navigation=re.search(r"^nav[ \t]*:", text, re.MULTILINE) is not None,
    )
