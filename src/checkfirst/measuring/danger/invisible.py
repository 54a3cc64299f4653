"""Invisible characters that hide words or change what a line shows."""

from collections.abc import Iterator
from typing import Final

from checkfirst.measuring.text.quoting import at_span
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document
from checkfirst.model.folder_names import is_sample, is_test_data
from checkfirst.model.formats import Trait
from checkfirst.model.losses import Concealment
from checkfirst.safe_text import shortened

#: Concealments by characters of the text itself.
BY_CHARACTERS: Final = frozenset(
    {
        Concealment.TAG_CHARACTERS,
        Concealment.ZERO_WIDTH,
        Concealment.VARIATION_SELECTORS,
        Concealment.FILLERS,
        Concealment.SOFT_HYPHENS,
        Concealment.DIRECTION_OVERRIDE,
        Concealment.ISOLATE,
        Concealment.TURNED,
    }
)
#: Those that layout and other programs leave behind now and then, too.
_DOUBTFUL: Final = frozenset({Concealment.FILLERS, Concealment.SOFT_HYPHENS, Concealment.ISOLATE})


def find_invisible(document: Document, texts: list[str]) -> Iterator[Danger]:
    """The lines with invisible characters, each with what they spell."""
    if Trait.CODE in document.traits and ".min." in document.path:
        # Programs have names of all characters in their tables, and this one was written by another.
        return
    is_test = is_sample(document.path) or is_test_data(document.path)
    for hidden in document.hidden:
        if hidden.how in BY_CHARACTERS:
            yield Danger(
                kind=DangerKind.INVISIBLE,
                how=hidden.how.value,
                text=shortened(hidden.text),
                quote=at_span(texts, hidden.span),
                grave=hidden.how not in _DOUBTFUL and not is_test,
            )
