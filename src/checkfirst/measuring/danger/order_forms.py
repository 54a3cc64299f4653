"""The parts that forms of orders to a model are made of, and what a form is.

A gap between two words is bounded and ends with the sentence.
"""

import re
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.danger.orders import Order

GAP: Final = r"[^.!?。\n]{0,50}?"
#: Where a sentence or its clause begins, past marks of lists, headings and emphasis.
START: Final = r"(?:^|[.!?:;,>*#)\]|—–]\s{0,3}|(?:^|\s)-\s{1,3}|\b(?:please|and|then|now|must|should|bitte|ora|ahora|maintenant)\s)"
NO_RULES: Final = r"(?:no|without|free of|not bound by|keine|ohne|sans|aucune|sin|senza|nessuna)\s(?:\w{2,14}\s){0,2}?(?:restrictions?|rules|limits|limitations|filters?|guidelines|content polic(?:y|ies)|Regeln|Einschränkungen|Beschränkungen|règles|limites|reglas|restricciones|filtros?|filtre|restrizioni|regole)\b"
SET_ASIDE: Final = (
    r"ignore|disregard|forget|override|overrule|bypass|discard|drop|abandon|erase|neglect|set aside|stop (?:following|obeying)"
    r"|(?:do not|don['’]t|no longer) (?:follow|obey|apply|respect)|pay no (?:attention|heed) to"
)
#: What a program puts into the response of an interface.
OF_PROTOCOL: Final = r"[^.\n]{0,60}?\b(?:fields?|headers?|parameters?|status(?: code)?s?|propert(?:y|ies)|attributes?|cookies?|nonces?|JSON|XML|payload)\b"
OF_MODEL: Final = r"(?:reply|response|answer|summary|output|responses|replies|answers|summaries)"


class Form(NamedTuple):
    """Orders of one form."""

    order: Order
    signs: tuple[str, ...]
    """Pieces of words of which the line of every such order has one, in small letters."""
    also: tuple[str, ...]
    """Others of which the line, or the next one, has one as well; empty for none."""
    pattern: re.Pattern[str]

    def may_stand_in(self, low: str) -> bool:
        """Whether a line in small letters has what else each such order has."""
        return not self.also or any(sign in low for sign in self.also)


def form(order: Order, signs: str, also: str, *parts: str) -> Form:
    """A form by what it orders, its signs with a bar between them, and the alternatives of its pattern."""
    # A broken bar stands for a bar.
    wanted, needed = (tuple(sign.replace("¦", "|") for sign in told.split("|") if sign) for told in (signs, also))
    return Form(order, wanted, needed, lazy_re.compile("|".join(parts), re.IGNORECASE))
