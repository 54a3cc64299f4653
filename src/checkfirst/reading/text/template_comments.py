"""Comments of templates in a text, which no page shows: Liquid, Django, Jinja, Twig, Nunjucks, Go and Handlebars.

What stands in code, or between the tags ``raw`` or ``verbatim``, is shown as it is and is no comment.
"""

import re
from functools import lru_cache
from typing import Final

from checkfirst import lazy_re
from checkfirst.reading.text.marks import WORDS, Mark, has

#: What begins a comment, each with what ends it.
_COMMENTS: Final = (
    (r"\{%-?\s*comment\b[^%\n]{0,200}%\}", lazy_re.compile(r"\{%-?\s*endcomment\b[^%\n]{0,200}%\}")),
    (r"\{#(?=[\s-])", lazy_re.compile(r"#\}")),
    (r"\{%-?\s*#", lazy_re.compile(r"%\}")),
    (r"\{\{-?\s?/\*", lazy_re.compile(r"\*/\s?-?\}\}")),
    (r"\{\{~?!--", lazy_re.compile(r"--~?\}\}")),
)
_OPENINGS: Final = "|".join(f"(?P<open{n}>{opening})" for n, (opening, _) in enumerate(_COMMENTS))
#: Code, in Markdown and HTML, and tags around text that is shown as it is.
_TOKEN = lazy_re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})|(?P<span>`+)|<(?P<tag>pre|code|textarea|script)\b"
    rf"|\{{%-?\s*(?P<raw>raw|verbatim)\b|{_OPENINGS}",
    re.MULTILINE | re.IGNORECASE,
)
#: Signs without one of which a text has no such comment.
_MARKS: Final = WORDS[Mark.TEMPLATE_COMMENT]
_BLANKS = lazy_re.compile(r"[ \t]*")
#: Characters in which the end of a code span is looked for. Not measured.
_MOST_SPAN: Final = 2_000


@lru_cache(maxsize=1)
def without_template_comments(text: str) -> str:
    """The text without its comments of templates; its lines keep their numbers. That of the last text is kept."""
    if not has(text, Mark.TEMPLATE_COMMENT) or not any(mark in text for mark in _MARKS):
        return text
    kept: list[str] = []
    position, copied = 0, 0
    # Kinds of comment, and of code, that are not closed any more.
    open_to_end: set[str] = set()
    while token := _TOKEN.search(text, position):
        name = str(token.lastgroup)
        position = token.end()
        if not name.startswith("open"):
            position = _end_of_code(text, token, open_to_end)
        elif name not in open_to_end:
            end = _COMMENTS[int(name.removeprefix("open"))][1].search(text, position)
            if end is None:
                open_to_end.add(name)
                continue
            kept += [text[copied : token.start()], "\n" * text.count("\n", token.start(), end.end())]
            # Blanks behind a comment at the start of a line would make the rest look like code.
            line = max(copied, text.rfind("\n", copied, token.start()) + 1)
            starts_line = not text[line : token.start()].strip()
            blanks = _BLANKS.match(text, end.end()) if starts_line else None
            position = copied = blanks.end() if blanks else end.end()
    return "".join((*kept, text[copied:]))


def comment_lines(text: str) -> frozenset[int]:
    """The lines, from 0, that hold nothing but comments of templates."""
    without = without_template_comments(text)
    if without is text:
        return frozenset()
    pairs = enumerate(zip(text.split("\n"), without.split("\n"), strict=True))
    return frozenset(number for number, (line, rest) in pairs if line.strip() and not rest.strip())


def _end_of_code(text: str, token: re.Match[str], unclosed: set[str]) -> int:
    """Where code or raw text ends; the end of its opening mark if it is not closed, of the text for a fence.

    What has no end below is noted in ``unclosed``, and is not looked for again.
    """
    start, found = token.end(), None
    if fence := token["fence"]:
        closing = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE).search(text, start)
        return closing.end() if closing else len(text)
    if span := token["span"]:
        line_end = text.find("\n", start, start + _MOST_SPAN)
        end = line_end if line_end >= 0 else min(len(text), start + _MOST_SPAN)
        found = re.compile(rf"(?<!`){span}(?!`)").search(text, start, end)
    elif (name := (token["tag"] or token["raw"]).lower()) not in unclosed:
        closes = rf"</{name}\s*>" if token["tag"] else rf"\{{%-?\s*end{name}\b"
        found = re.compile(closes, re.IGNORECASE).search(text, start)
        unclosed |= set() if found else {name}
    return found.end() if found else start
