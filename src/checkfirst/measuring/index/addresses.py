"""The addresses that the front matter of a page gives it on its site, beside or instead of that of its file."""

import posixpath
import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.antora import own_module
from checkfirst.model.document import Document

#: Keys whose value is an address: Jekyll, Eleventy and VuePress; Docusaurus; Hugo.
_ADDRESS_KEYS: Final = ("permalink", "slug", "url")
#: Keys whose value is a list of further addresses: Hugo; jekyll-redirect-from; Docusaurus.
_LIST_KEYS: Final = ("aliases", "redirect_from", "redirects", "alias")
#: Characters of a front matter that are read.
_MOST: Final = 20_000
_ITEM = lazy_re.compile(r"[\"']?([^\s\"',\[\]]+)[\"']?")
#: Former names of a page of Antora; a backslash at the end continues the line ("Page Aliases").
_PAGE_ALIASES = lazy_re.compile(r"^:page-aliases:[ \t]+((?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE)


def addresses_of(document: Document) -> tuple[str, ...]:
    """The addresses of a document without ``/`` at the ends: from the root of the site, or from the page's folder."""
    keys = dict(document.metadata)
    folder = posixpath.dirname(document.path)
    found = [keys[key] for key in _ADDRESS_KEYS if keys.get(key)]
    if "id" in keys and not found:
        # Docusaurus makes the address of a page from its id, where it has no slug ("Document id").
        found = [keys["id"]]
    found += [item for key in _LIST_KEYS if key in keys for item in _items(document.text[:_MOST], key, keys[key])]
    if "page-aliases" in keys:
        found += _page_aliases(document)
    # A slug without "/" is relative to the folder of the page.
    joined = [address if address.startswith("/") else posixpath.join(folder, address) for address in found]
    # A permalink is from the root on most sites, with a leading "/" or without.
    joined += [keys["permalink"]] if keys.get("permalink") else []
    return tuple(dict.fromkeys(posixpath.normpath(a).strip("/") for a in joined if "{" not in a and ":" not in a))


def other_names(document: Document) -> tuple[str, ...]:
    """The names that the front matter of a note gives it beside that of its file (Obsidian, "Aliases")."""
    keys = dict(document.metadata)
    key = next((key for key in ("aliases", "alias") if key in keys), "")
    if not key:
        return ()
    inline = keys[key].strip("[]").split(",") if keys[key] else []
    below = _items_below(key).search(document.text[:_MOST]) if not inline else None
    items = [*inline, *(line.strip(" \t-") for line in (below[1] if below else "").split("\n"))]
    return tuple(filter(None, (item.strip(" \t\"'") for item in items)))


def _page_aliases(document: Document) -> list[str]:
    """The addresses of the former names of a page of Antora, from the root, without those of other components."""
    module = own_module(document.path)
    pages = "" if module is None else posixpath.join(module, "pages")
    written = _PAGE_ALIASES.search(document.text[:_MOST])
    found = []
    for alias in (written[1].replace("\\\n", " ") if written else "").split(","):
        name, _, path = alias.strip().removesuffix(".adoc").rpartition(":")
        if not path or ":" in name or "@" in alias:
            continue
        other = posixpath.join(posixpath.dirname(module or ""), name, "pages") if name else pages
        # Without "./" the path is that from the folder of the pages.
        base = posixpath.dirname(document.path) if path.startswith(("./", "../")) else other
        found.append(f"/{posixpath.join(base, path)}")
    return found


def is_orphan(document: Document) -> bool:
    """Whether a page says that no table of contents lists it: Sphinx's field ``orphan``, or MyST's front matter."""
    fields = {key.lower(): value.lower() for key, value in document.metadata}
    return fields.get("orphan", "false") not in {"false", "no"} and "orphan" in fields


def _items_below(key: str) -> re.Pattern[str]:
    return lazy_re.compile(rf"^{key}\s*:[ \t]*\n((?:[ \t]*-[^\n]*\n)+)", re.MULTILINE)


def _items(text: str, key: str, value: str) -> list[str]:
    """The items of a list of the front matter, written in brackets or one a line."""
    below = _items_below(key).search(text)
    if value and not below:
        return _ITEM.findall(value)
    return [item for line in (below[1] if below else "").split("\n") for item in _ITEM.findall(line.strip(" \t-"))[:1]]
