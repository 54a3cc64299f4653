"""The pages that generators make from files whose names say so: ``x.html`` from ``x.html.md``, ``x.slim`` or ``x.11ty.js``."""

import re
from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.target_forms import made_from

#: Everything behind the suffix of the page names the programs that make it (Middleman, Pollen, Nanoc, Bridgetown).
_STACKED = lazy_re.compile(r"(?P<page>[^/]+?\.html?)(?:\.[a-z][a-z0-9_]{0,9}){1,3}", re.IGNORECASE)
#: The language before the suffix, which becomes a folder (Middleman, "Localization").
_LANGUAGE = lazy_re.compile(r"\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=\.html?$)")
#: Suffixes of sources of pages that are no documents, or not only; chosen by hand from the generators' documentation.
_SUFFIXES: Final = (
    r"11ty\.(?:md|html|js|cjs|mjs|ts|tsx|jsx)|(?:poly\.)?pm|pmd|ptree|haml|slim|pug|jade|erb|njk|liquid|twig|hbs|ejs|edge"
    r"|dmark|textile|org|astro|svx|svelte|vue|tsx|jsx|marko|gmi|t2t|page|xml\.haml"
)
_SOURCE = lazy_re.compile(rf"(?P<stem>[^/]+?)\.(?:{_SUFFIXES})", re.IGNORECASE)
#: A notebook, which has a page of its own where another page shows a part of it (Quarto, "Embedding from Other Documents").
_NOTEBOOK = lazy_re.compile(r"(?P<stem>[^/]+)\.(?:ipynb|qmd)", re.IGNORECASE)


def pages_made_from(path: str) -> tuple[str, ...]:
    """The paths of what a build makes from a file by its name; a page without suffix may have any."""
    folder, slash, name = path.rpartition("/")
    made = []
    if stacked := _STACKED.fullmatch(name):
        made += [stacked["page"], _LANGUAGE.sub("", stacked["page"])]
    elif notebook := _NOTEBOOK.fullmatch(name):
        made += [f"{notebook['stem']}{end}.html" for end in ("-preview", ".embed-preview", ".embed")]
    elif source := _SOURCE.fullmatch(name):
        made.append(source["stem"])
    found = dict.fromkeys([f"{folder}{slash}{page}" for page in made])
    return tuple(filter(None, dict.fromkeys((*found, made_from(path)))))


def made_pages(paths: Iterable[str], present: frozenset[str]) -> dict[str, str]:
    """The paths of what a build makes and the set lacks, each with its source."""
    found: dict[str, str] = {}
    for path in paths:
        for made in pages_made_from(path):
            if made not in present:
                found.setdefault(made, path)
    return found
