"""Words that stand where no reader sees them, and what they order."""

from collections.abc import Iterator
from typing import Final

from checkfirst.measuring.danger.channels import Passage, is_prose, unseen_passages
from checkfirst.measuring.danger.invisible import BY_CHARACTERS
from checkfirst.measuring.danger.orders import Order, hands_secrets_over, order_of
from checkfirst.model.agent_names import is_for_agents
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document
from checkfirst.model.folder_names import is_sample, is_test_data
from checkfirst.model.formats import Trait
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Concealment
from checkfirst.model.quotes import Quote
from checkfirst.safe_text import shortened

#: Ways of hiding words in office files and PDFs that hardly any document needs.
_SELDOM: Final = frozenset({Concealment.HIDDEN_RUN, Concealment.WHITE_TEXT, Concealment.WHITE_ON_WHITE})
#: Fields that describe a document to programs.
_DESCRIBING: Final = frozenset({"description", "summary", "abstract", "title", "prompt", "when_to_use"})
#: Passages of one document that are told. Not measured.
_MOST: Final = 20


def find_hidden_text(document: Document, texts: list[str]) -> Iterator[Danger]:
    """The first passages that order a model, or that stand where nothing needs to stand."""
    for_agents = is_for_agents(document.path)
    is_test = is_sample(document.path) or is_test_data(document.path)
    count = 0
    told: set[str] = set()
    for passage, span in _passages(document, texts):
        order = order_of(passage.text, for_agents=for_agents) if len(passage.text) >= _SHORTEST else None
        words = shortened(passage.text)
        if (order is None and not passage.is_rare) or words in told:
            continue
        told.add(words)
        yield Danger(
            kind=DangerKind.HIDDEN_TEXT,
            how=passage.how,
            text=words,
            orders=order.value if order else "",
            quote=Quote(span=span, text=words),
            grave=(order is not None or not _is_doubtful(passage)) and not is_test,
        )
        count += 1
        if count >= _MOST:
            return


#: Characters below which words order nothing.
_SHORTEST: Final = 6


def _is_doubtful(passage: Passage) -> bool:
    """Whether a writer's program may have hidden the words."""
    return passage.how in _SELDOM


def _passages(document: Document, texts: list[str]) -> Iterator[tuple[Passage, TextSpan]]:
    """What readers of files know to be hidden, then what the text shows, then the values of the front matter."""
    is_page = Trait.PAGE in document.traits
    for hidden in document.hidden:
        # The output of a cell is seen, but for the lines of code around it: it is searched like the text.
        if hidden.how not in BY_CHARACTERS and hidden.how is not Concealment.OUTPUT:
            is_rare = hidden.how in _SELDOM and not is_page and is_prose(hidden.text)
            # Each row of a table says something of its own.
            parts = hidden.text.split("\n") if hidden.how is Concealment.HIDDEN_CELLS else (hidden.text,)
            for part in parts:
                yield Passage(hidden.how.value, part, 0, is_rare), hidden.span
    for passage in unseen_passages(document, texts):
        yield passage, text_span(passage.line)
    for name, value in document.metadata:
        # What describes a document to programs may speak of what they answer; a skill's, of the secrets that it is about.
        describes = name.lower() in _DESCRIBING
        speaks_of = describes and (
            order_of(value) is Order.FAVOUR
            or (order_of(value, for_agents=True) is Order.SEND and not hands_secrets_over(value))
        )
        if not speaks_of:
            yield Passage(f"the field {name[:40]}", value, 0), text_span(0)
