"""Places in an AsciiDoc document: the ids that it gives, and its references to places of its own.

References are read only where all ids are certain: not where an id or an included path has attributes that are set
elsewhere, where a macro of an extension may make ids, or in a part, which has no title and is included elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Link
from checkfirst.model.location import text_span

#: Ids: ``[[id]]`` and ``[[[id]]]``, ``anchor:id[]``, ``[#id]`` and ``[quote#id.role]``, ``[#id]#words#`` and ``[#id]*words*``,
#: ``[#id]`` at the start of a cell, and ``id=…``, also in HTML that is passed through.
_IDS: Final = lazy_re.compile(
    r"\[\[([\w.:-]{1,100})(?:,[^\]]{0,200})?\]\]|\banchor:([\w.:-]{1,100})\[|^\[[^\[\]#\"']{0,60}#([\w:-]{1,100})"
    r"|(?<![\w\])}.:/])\[[^\[\]#\"']{0,60}#([\w:-]{1,100})[^\[\]#]{0,60}\](?=[#*_`+^~]|\s*$)|\b(?:id|name)\s?=\s?[\"']?([\w.:-]{1,100})"
)
#: References: ``<<id>>``, ``<<id,words>>``, ``xref:id[…]`` and ``xref:#id[…]``.
_REFERENCE = lazy_re.compile(
    r"(?<![\w\\<`+])(?:<<#?([^\W\d][\w:-]{0,100})(?:,([^<>]{0,300}))?>>|xref:#?([^\W\d][\w-]{0,100})\[([^\]]{0,300})\])"
)
_HTML_ID: Final = lazy_re.compile(r"\b(?:id|name)\s?=\s?[\"']([^\"'\s<>]{1,100})[\"']")
#: What makes ids unknowable: attributes in an id, in a heading or in the path of an included file, and macros of extensions.
_UNKNOWN: Final = lazy_re.compile(
    r"^\[\[[^\]\n{]*+\{|^\[[^\]\n#]*+#[^\]\n{]*+\{|\b(?:id=[\"']?|anchor:)[^\"'\n\[\],{]{0,200}+\{|^include::[^\[\n{]*+\{"
    r"|^={2,6}[ \t][^\n{]*+\{|^(?!(?:image|video|audio|toc|include|ifdef|ifndef|ifeval|endif)::)[a-z]\w*+::[^\s\[]*+\[",
    re.MULTILINE,
)
_TITLE = lazy_re.compile(r"^[=#] \S|\A[^\n]{1,200}\n={4,}\s*$", re.MULTILINE)
_NOT_OF_ID = lazy_re.compile(r"[^\w\s.-]")


def ids_in(line: str, number: int) -> list[Anchor]:
    """The ids that a line (from 0) gives."""
    if "[" not in line and "=" not in line:
        return []
    found = _IDS.findall(line)
    return [Anchor(text=next(filter(None, names)), span=text_span(number), explicit=True) for names in found]


def html_ids_in(line: str, number: int) -> list[Anchor]:
    """The ids of HTML on a line (from 0) that may be passed through as it is."""
    found = _HTML_ID.findall(line) if "=" in line else []
    return [Anchor(text=name, span=text_span(number), explicit=True) for name in found]


def own_heading_ids(headings: Iterable[Anchor], attributes: Mapping[str, str]) -> list[Anchor]:
    """The ids of headings where the document sets how they are made (Asciidoctor, "Customize automatic IDs")."""
    if not {"idprefix", "idseparator"} & set(attributes):
        return []
    prefix, between = attributes.get("idprefix", "_"), attributes.get("idseparator", "_")
    taken: Counter[str] = Counter()
    found = []
    for heading in headings:
        words = re.sub(r"[\s._-]+", between, _NOT_OF_ID.sub("", heading.text.lower())).strip(between or None)
        name = prefix + words
        taken[name] += 1
        name = f"{name}{between}{taken[name]}" if taken[name] > 1 else name
        found.append(Anchor(text=name, span=heading.span, explicit=True))
    return found


def has_certain_ids(text: str) -> bool:
    """Whether all ids that a document gives are those in its text."""
    return _UNKNOWN.search(text) is None


def own_references(text: str, lines: list[str], literal: set[int]) -> list[Link]:
    """The references to places of the document itself, outside ``literal`` lines (from 0); none if ids are not certain."""
    if ("<<" not in text and "xref:" not in text) or not _TITLE.search(text) or not has_certain_ids(text):
        return []
    found = []
    for number, line in enumerate(lines):
        if number in literal or line.startswith("//") or ("<<" not in line and "xref:" not in line):
            continue
        for short, words, name, more in _REFERENCE.findall(line):
            found.append(Link(target=f"#{short or name}", text=words or more, span=text_span(number)))
    return found
