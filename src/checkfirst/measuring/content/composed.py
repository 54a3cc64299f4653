"""Signs that a person wrote a text: sections, tables, links to other documents, requirements, a heading with a subject."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.answer_sentences import NUMBERED, STATUS, Said, Words
from checkfirst.measuring.content.answer_words import ADDRESSED, ASKED_FOR, CERTAIN, CONSENT, LOADING, SIGN_IN
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Format, Trait

#: Most headings of an answer. Not measured.
_MOST_HEADINGS: Final = 2
#: Words from which a text with two headings has sections. Not measured.
_SECTIONED_WORDS: Final = 70
#: A link to another document of a set.
_DOCUMENT_LINK = lazy_re.compile(
    r"(?!\w+:|/|#)[^?#]*\.(?:md|mdx|markdown|rst|adoc|txt|html?|json|ya?ml|pdf)(?:#|$)", re.IGNORECASE
)
#: A page kept at a former address: its most words, what it says, and a link to another page of the site. Not measured.
_REDIRECT_WORDS: Final = 30
_REDIRECTED = lazy_re.compile(
    r"\b(?:redirect|moved|移動|umgezogen|verschoben|déplacée?|trasferit|movid)", re.IGNORECASE
)
_LOCAL = lazy_re.compile(r"(?!\w+:|//|#)[^?#]*[\w/]")
#: A link to another document by its name: roles and directives of Sphinx, wiki links, references of AsciiDoc.
_DOCUMENT_NAME = lazy_re.compile(
    r":(?:ref|doc|any|numref):`|(?<!!)\[\[[^\]\n]{1,200}\]\]|\bxref:\S|^\.\. [\w-]+::", re.MULTILINE
)
#: The words by which a text states requirements (RFC 2119).
REQUIRES: Final = lazy_re.compile(r"\b(?:MUST|SHALL|SHOULD|MAY)\b")


def has_a_subject(document: Document, lines: Lines, said: list[Said], known: Words) -> bool:
    """Whether the headings of a text of prose name what it is about: those of an answer say what failed, or the site.

    A number that a server gave, or what the visitor asked for, belongs to an answer below any heading.
    """
    titles = [lines.texts[s.span.start_line - 1].lower() for s in document.segments if s.role is Role.HEADING]
    if Trait.PAGE in document.traits or not titles:
        return False
    own = (known.failed, known.site, CERTAIN, CONSENT)
    return not (
        any(pattern.search(title) for pattern in own for title in titles)
        or any(
            STATUS.match(t) or SIGN_IN.match(t) or LOADING.match(t) or (not t.isascii() and ADDRESSED.search(t))
            for t in titles
        )
        or any(NUMBERED.match(s.text) or STATUS.match(s.text) for s in said)
        or any(ASKED_FOR.search(s.text) and known.tells_of_failure(s) for s in said)
    )


def is_composed(document: Document, words: int) -> bool:
    """Whether a text has sections, tables, code or links to other documents, or states requirements: it was written."""
    headings = sum(s.role is Role.HEADING for s in document.segments)
    structured = any(s.role in {Role.TABLE, Role.CODE} for s in document.segments)
    sectioned = headings > _MOST_HEADINGS or (headings > 1 and words > _SECTIONED_WORDS)
    if (sectioned or structured) and document.format is not Format.HTML:
        return True
    leading = any(_DOCUMENT_LINK.match(link.target) for link in document.links) and document.format is not Format.HTML
    leading = leading or bool(_DOCUMENT_NAME.search(document.text))
    if document.format is Format.HTML and words <= _REDIRECT_WORDS and _REDIRECTED.search(document.text):
        # A page kept at a former address leads to the present one.
        leading = any(_LOCAL.match(link.target) for link in document.links)
    return sectioned or structured or leading or bool(REQUIRES.search(document.text))
