"""The sites that configurations of generators in JavaScript tell: Docusaurus, VitePress, VuePress, docsify, Mintlify and
Eleventy."""

import re

from checkfirst.measuring.index.configuration_text import quoted
from checkfirst.measuring.index.redirect_maps import redirect_maps
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.slugs import EVERY_DIALECT, Dialect


def _redirects_from(text: str) -> frozenset[str]:
    """The addresses in the ``redirects`` of Docusaurus's plugin client-redirects: ``from`` has one or a list."""
    lists = re.findall(r"[\"']?\bfrom[\"']?\s*:\s*(\[[^\[\]]*+\]|[\"'`][^\"'`\n]*[\"'`])", text)
    addresses = (address for found in lists for address in re.findall(r"[\"'`]([^\"'`\n]+)[\"'`]", found))
    return frozenset(address.strip("/") for address in addresses)


def docusaurus(text: str) -> Site:
    """What ``docusaurus.config.js`` says."""
    content = quoted(text, "path")
    return Site(
        generator=Generator.DOCUSAURUS,
        content=content if content.startswith("..") else ".",
        dialects=(Dialect.GITHUB,),
        base=quoted(text, "baseUrl").strip("/"),
        redirected=_redirects_from(text),
    )


def vitepress(text: str) -> Site:
    """What the configuration below ``.vitepress`` says."""
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


def vuepress(text: str) -> Site:
    """What the configuration below ``.vuepress`` says."""
    return Site(
        generator=Generator.VUEPRESS,
        dialects=(Dialect.VITEPRESS, Dialect.VUEPRESS),
        base=quoted(text, "base").strip("/"),
        redirected=redirect_maps(text),
    )


def docsify(text: str) -> Site | None:
    """What the page that loads docsify says; none if it loads something else."""
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


def mintlify(text: str) -> Site | None:
    """What ``docs.json`` or ``mint.json`` of Mintlify says; none if the file is another program's."""
    if "navigation" not in text or not re.search(r"mintlify|\"(?:theme|colors|topbarLinks)\"", text):
        return None
    sources = re.findall(r"\"source\"\s*:\s*\"([^\"\n:*]+)\"", text)
    return Site(
        generator=Generator.MINTLIFY,
        dialects=(Dialect.GITHUB, Dialect.MINTLIFY, *EVERY_DIALECT),
        redirected=frozenset(source.strip("/") for source in sources),
        has_navigation=True,
    )


def eleventy(text: str) -> Site:
    """What the configuration of Eleventy says."""
    return Site(generator=Generator.ELEVENTY, content=quoted(text, "input") or ".")
