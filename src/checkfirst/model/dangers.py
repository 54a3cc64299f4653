"""What must not be handed over: text that no reader sees, orders to a model, secrets."""

from msgspec import Struct

from checkfirst.model.quick_enum import QuickEnum
from checkfirst.model.quotes import Quote


class DangerKind(QuickEnum):
    """What is dangerous in a document. A rule reports each kind."""

    INVISIBLE = "invisible"
    """Characters that show nothing, or a direction that shows other words."""
    LOOK_ALIKE = "look-alike"
    """A word with letters of another script that look like its own."""
    HIDDEN_TEXT = "hidden-text"
    """Words where no reader sees them."""
    CARRYING_LINK = "carrying-link"
    """A link or a picture that carries data away, or runs a script."""
    ACTIVE = "active"
    """A program inside the document."""
    SECRET = "secret"
    """A password, a key or a token; its text is masked."""
    PERSONAL = "personal"
    """A number of a person, with a checksum that is right; its text is masked."""
    ORDER = "order"
    """Words in the text that order its reader's model."""


class Danger(Struct, frozen=True, kw_only=True):
    """One dangerous place of a document."""

    kind: DangerKind
    how: str
    """The channel, or what it is, as a message calls it."""
    text: str
    """What is hidden, printable and shortened; empty where nothing more can be said."""
    quote: Quote
    orders: str = ""
    """What the words order a model; empty where they order nothing."""
    grave: bool = True
    """Whether it is more than a note."""
