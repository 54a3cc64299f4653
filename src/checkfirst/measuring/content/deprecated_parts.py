"""Lines that say "deprecated" or "replaced by" of a part of what a document describes: a value, a call, a field."""

import re
from typing import Final

from checkfirst import lazy_re

#: A value of a list or a table that is explained: ``- deprecated: no longer to be used``, ``| deprecated | … |``.
_VALUE = lazy_re.compile(
    r"^\s*(?:[-*+•]|\d+[.)]|\|)\s*[*_`\"']{0,3}([^\W\d_][\w-]{0,20})[*_`\"']{0,3}\s*(?:[:|—–-]|\(|$)"
)
#: A term of a definition list, by the line below it.
_DEFINITION = lazy_re.compile(r"^\s{0,3}:\s+\S")
_TERM = lazy_re.compile(r"^\W{0,3}[\w-]{1,24}\W{0,3}$")
#: What is said of the value of a field, not by it: "status: deprecated means that …".
_EXPLAINED = lazy_re.compile(
    r"^\W{0,6}[\w ]{1,24}[:=|]\W{0,6}\w+\W{0,3}\s+(?:means?|marks?|says?|tells?|indicates?|bedeutet|heißt|besagt|signifie|indique|significa|indica|betekent|oznacza)\b",
    re.IGNORECASE,
)
#: What replaced a thing is a name in code, not a document; or the sentence names the thing behind a comma.
_BY: Final = r"^\W{0,8}(?:superseded|replaced|obsoleted)[ _-]by\b\W{0,6}"
_BY_CODE = lazy_re.compile(
    rf"{_BY}`(?![^`]*(?:\.\w{{2,4}}`|\d{{2,}}))[^`]+`|{_BY}`(?:GET|PUT|POST|PATCH|DELETE) ", re.IGNORECASE
)
_BY_CLAUSE = lazy_re.compile(
    r"^\W{0,8}(?:superseded|replaced|obsoleted) by\b[^,\n]{1,80}, (?:the|this|these|those)\b"
    r"(?! (?:document|specification|spec|proposal|page|version|standard|rfc|adr|decision|guide|text)\b)"
    r"(?:(?!\b(?:that|which|who)\b)[^,.\n]){1,60}\b(?:is|are|was|were|will|remains?|stays?|has|have)\b",
    re.IGNORECASE,
)
#: An item of a list that explains terms in code: ``- `OPEN`, `SHUT`: replaced by the gate``.
_CODE_TERMS = lazy_re.compile(
    r"^\s*(?:[-*+•]|\d+[.)])\s+`[^`\n]{1,60}`(?:(?:,| and| or|/)\s*`[^`\n]{1,60}`)*\s*(?::|—|–|-\s)"
)
#: The subject "this package", and the same noun where a sentence before it names one.
_THIS: Final = lazy_re.compile(r"\bthis (package|project|repository)\b", re.IGNORECASE)
#: Words of a title up to which it may be no more than a name; and lines above that are read for what a sentence is about.
#: Not measured.
_NAME_WORDS: Final = 3
_LINES_ABOVE: Final = 4
#: Neighbours of a value that are values, too. Not measured.
_FEWEST: Final = 1


def is_of_a_part(texts: list[str], n: int, text: str, *, is_field: bool) -> bool:
    """Whether a line that calls something deprecated speaks of a part; ``text`` is the line as a field, if it is one."""
    if _BY_CODE.search(texts[n]) or _BY_CLAUSE.search(text) or _EXPLAINED.search(text):
        return True
    if _TERM.match(texts[n]) and any(_DEFINITION.match(line) for line in texts[n + 1 : n + 2]):
        return True
    if _CODE_TERMS.match(texts[n]) and not is_field:
        return True
    own = _VALUE.match(texts[n])
    if own is None or is_field:
        return False
    near = (*texts[max(0, n - 2) : n], *texts[n + 1 : n + 3])
    values = {match[1].lower() for line in near if (match := _VALUE.match(line))} - {own[1].lower()}
    return len(values) >= _FEWEST


def is_of_another(texts: list[str], n: int, title: str) -> bool:
    """Whether "this package" in a line is one that its paragraph has named before, so that it is not the document's own.

    A short title is the name of the thing that the document presents, as in a README.
    """
    this = _THIS.search(texts[n])
    if this is None or len(title.split()) <= _NAME_WORDS:
        return False
    above: list[str] = []
    for line in reversed(texts[max(0, n - _LINES_ABOVE) : n]):
        if not line.strip():
            break
        above.append(line)
    before = " ".join((*reversed(above), texts[n][: this.start()]))
    return re.search(rf"(?<!this )\b{this[1]}\b", before, re.IGNORECASE) is not None
