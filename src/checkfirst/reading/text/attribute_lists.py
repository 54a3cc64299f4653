"""Attribute lists in braces at the end of a heading, as Pandoc, kramdown and MkDocs' ``attr_list`` parse them."""

from checkfirst import lazy_re

#: ``{#id}``, ``{.class}``, ``{: …}`` or ``{key=value}``, or MDX's ``{/* #id */}``.
_LIST = lazy_re.compile(r"\{\s*(?::|/\*|[#.]|[^{}=]{1,100}=)[^{}]*\}")
_ID = lazy_re.compile(r"[\s{:*](?:#|id\s?=\s?[\"']?)[^\s{}#]")


def without_attributes(heading: str) -> str:
    """The text of a heading without the attribute list at its end."""
    return heading[: len(heading.rstrip()) - len(found)].rstrip() if (found := _at_end(heading)) else heading


def names_id(heading: str) -> bool:
    """Whether the attribute list at the end of a heading gives its id."""
    return _ID.search(_at_end(heading)) is not None


def _at_end(heading: str) -> str:
    """The attribute list at the end of a heading; empty if there is none."""
    braces = heading[heading.rfind("{") :].rstrip() if "{" in heading else ""
    return braces if _LIST.fullmatch(braces) else ""
