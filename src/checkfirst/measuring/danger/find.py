"""All dangers of a document."""

from checkfirst.measuring.danger.active import find_active
from checkfirst.measuring.danger.carrying_links import find_carrying_links
from checkfirst.measuring.danger.hidden_text import find_hidden_text
from checkfirst.measuring.danger.invisible import find_invisible
from checkfirst.measuring.danger.look_alikes import find_look_alikes
from checkfirst.measuring.danger.personal import find_personal
from checkfirst.measuring.danger.secrets import find_secrets
from checkfirst.measuring.danger.visible_orders import find_orders
from checkfirst.model.dangers import Danger
from checkfirst.model.document import Document


def find_dangers(document: Document) -> tuple[Danger, ...]:
    """The dangers of a document, by kind."""
    texts = document.text.split("\n")
    unseen = (
        *find_invisible(document, texts),
        *find_look_alikes(document, texts),
        *find_hidden_text(document, texts),
    )
    told = {n for danger in unseen for n in danger.quote.span.indices}
    return (
        *unseen,
        *find_orders(document, texts, told),
        *find_carrying_links(document, texts),
        *find_active(document),
        *find_secrets(document),
        *find_personal(document, texts),
    )
