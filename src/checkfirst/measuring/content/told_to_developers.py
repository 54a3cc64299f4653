"""Whether a text tells a developer what to do: how a page of sign-in or of a challenge is made, not such a page."""

import re

from checkfirst import lazy_re
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait

#: What a developer is told to do, and no visitor is, in a sentence that goes on for some words.
_STEP = lazy_re.compile(
    r"(?:^|[.:;!?]\s+)(?:[>*+-]\s+|\d+[.)]\s+)?[*_]{0,2}(?:add|append|assign|call|cache|configure|define|deploy|embed|expose|fetch|implement|import|install|initiali[sz]e|mount|pass|put|query|render"
    r"|redirect|register|restart|serve|set|show|store|send|use|wrap|write|füge|setze|rufe|sende|speichere|baue|ajoutez|définissez|appelez|envoyez|stockez|añade|define|llama|envía|guarda|voeg|stel|roep)"
    r" (?:(?!us\b|me\b|an? (?:different|other|new)|another\b)[^.\n]+?)(?=[.:;]\s|[.:;]?$)",
    re.IGNORECASE | re.MULTILINE,
)
#: Words of such a sentence, and sentences; with a name of code in them, one is enough. Not measured.
_STEP_WORDS, _FEWEST = 6, 2
_CODE_NAME = lazy_re.compile(r"`[^`\nA-Za-z]{0,40}[A-Za-z][^`\n]{0,200}`")
_OPENS = lazy_re.compile(r"^[\s>*+\d.):;!?-]+")


def is_told_to_developers(document: Document) -> bool:
    """Whether several sentences of a text of prose are steps for whoever builds something, or one names code."""
    if Trait.PAGE in document.traits:
        return False
    steps = [
        step
        for match in _STEP.finditer(document.text)
        if len((step := _OPENS.sub("", match[0])).split()) >= _STEP_WORDS
    ]
    return len(steps) >= _FEWEST or any(_CODE_NAME.search(step) for step in steps)
