"""Sections that tell their author what to write instead of saying it, as long templates do."""

import itertools
import re
from bisect import bisect_left, bisect_right
from typing import Final

from checkfirst import lazy_re

#: How a section of guidance begins: with what belongs there, in the third person or as an order.
_GUIDES = lazy_re.compile(
    r"^\W*(?:this (?:section|chapter|part|document|field) (?:describes?|lists?|contains?|should|explains?|provides?|outlines?|summari[sz]es?|is (?:for|where|used)|covers?|must|captures?|records?|states?)"
    r"|(?:briefly |please )?(?:describes?|summari[sz]es?|outlines?) (?:the|any|all|your|how|what|why|which|who|here)\b"
    r"|(?:an? )?(?:short|brief|explicit|one-paragraph|high-level) (?:textual )?(?:description|summary|overview|explanation) of\b|(?:a )?(?:table|list|diagram) with\b"
    r"|dieser abschnitt (?:beschreibt|enthält|soll)|beschreib(?:en sie|t|e)\b|cette section (?:décrit|contient|doit)|décri(?:vez|re)\b|esta sección (?:describe|contiene|debe)|descri(?:ba|be)\b"
    r"|questa sezione (?:descrive|contiene|deve)|esta seção (?:descreve|contém|deve)|deze sectie (?:beschrijft|bevat|moet))",
    re.IGNORECASE,
)
#: Fewest words of the line that opens a section, and most lines with content that one of guidance has. Not measured.
_OPENING_WORDS: Final = 4
_MOST_LINES: Final = 30


def guided_sections(texts: list[str], headings: list[int], content: list[int], words: list[int]) -> tuple[int, ...]:
    """The line that opens each section of guidance.

    ``headings`` are the positions of the last lines of the headings, ``content`` those of the lines with content, both in
    order; ``words`` has the number of words of each line.
    """
    found = []
    for heading, following in itertools.pairwise([*headings, len(texts)]):
        body = content[bisect_right(content, heading) : bisect_left(content, following)]
        opening = next((n for n in body if words[n] >= _OPENING_WORDS), None)
        if opening is not None and len(body) <= _MOST_LINES and _GUIDES.match(texts[opening]):
            found.append(opening)
    return tuple(found)
