"""Orders to a model in the text that a reader sees."""

import re
from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.danger.marked_orders import Forms, forms_in, marked_order
from checkfirst.measuring.danger.order_words import ADDRESS, CONCEAL, OVERRIDE, PEOPLE, RUN, SECRET, SEND
from checkfirst.measuring.danger.orders import Order, spoken_to_model
from checkfirst.model.agent_names import is_for_agents
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document, Role
from checkfirst.model.folder_names import is_sample, is_test_data
from checkfirst.model.formats import Trait
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Concealment
from checkfirst.model.quotes import Quote
from checkfirst.safe_text import shortened

#: Pieces of words of which every order to set instructions aside has one, in small letters.
_ASIDE: Final = (
    "ignor", "disregard", "forget", "overrid", "vergiss", "vergesst", "missacht", "oubli", "olvid", "esque", "dimentic", "negeer", "zapomn", "игнор", "забуд",
    "忽略", "无视", "忘", "無視", "무시", "you are now", "<|im_", "[inst]", "your new task", "your real task", "your only task",
)  # fmt: skip
#: Names by which a model is spoken to, in small letters.
_MODELS: Final = (
    "assistant", "language model", "llm", "ai agent", "ai system", "ai model", "ai tool", "chatgpt", "claude", "copilot", "sprachmodell", "assistent",
    "ki-system", "ki-assist", "modèles de langage", "modelos de leng", "asistente", "modelli linguistic", "ассистент", "языков", "ai助手", "语言模型", "アシスタント", "어시스턴트",
)  # fmt: skip
#: The English form of such an order as a sentence of its own: texts about programs ignore and override much else.
_IMPERATIVE: Final = lazy_re.compile(
    r"(?:^|[.!?:;>*#)-]\s{0,3}|\b(?:please|must|now|then|should|instead|and)\s{1,2})(?:ignore|disregard|forget|override)\s(?:(?:all|any|every|each|of|the|your|my|these|those)\s){0,4}(?:previous|prior|above|earlier|preceding|existing|original|system|initial|foregoing|other|former)(?:ly)?\s(?:\w{2,12}\s){0,2}?(?:instructions?|prompts?|guidelines|directives|orders|commands|directions|rules)\b"
    r"|(?:^|[.!?:;>*#)-]\s{0,3}|\b(?:please|must|now|then|and)\s)(?:ignore|disregard|forget)\s(?:all\s|any\s|everything\s)?(?:(?:the|your|of)\s){0,2}(?:instructions?|prompts?|guidelines)\s(?:above|before|so far|you (?:were|have been|received|got))",
    re.IGNORECASE,
)
#: That it is what the model was told before, in other languages: people set rules aside, too.
_EARLIER: Final = lazy_re.compile(
    r"vorherig|bisherig|vorigen|obigen|früher|précédent|antérieur|ci-dessus|anterior|previ[ao]|precedent|eerdere|vorige|poprzedni|tidigare|tidligere|предыдущ|попередн|önceki|以前の|これまでの|上記の|前の指示|之前|以上的|上述|先前|此前|前面的|이전|위의|<\||\[/?INST",
    re.IGNORECASE,
)
_ENGLISH: Final = lazy_re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|overrule|discard|you are|from now)\b", re.IGNORECASE
)
#: A text about such orders quotes them.
_ABOUT: Final = lazy_re.compile(
    r"prompt[ -]?injection|jailbreak|injection attack|adversarial prompt|red[ -]team|prompt[ -]?leak|indirect injection|untrusted (?:input|content|text)|提示注入|プロンプトインジェクション",
    re.IGNORECASE,
)
_QUOTED: Final = lazy_re.compile(r"[\"“„«‘`'「『][^\"”»’`'」』\n]{4,400}[\"”»’`'」』]")
#: Orders of one document that are told, and characters of a line that are searched. Not measured.
_MOST: Final = 10
_SEARCHED: Final = 2_000
#: Characters before and behind the end of a line that may be one sentence, and marks with which another part begins.
_AROUND, _MARKS = 160, frozenset("-*+#|>=~`0123456789")
#: Characters of one output of a notebook that are searched.
_OUTPUT: Final = 20_000


def find_orders(document: Document, texts: list[str], told: Set[int]) -> Iterator[Danger]:
    """The first lines that order a model, outside code and quotations; none of a text about such orders.

    ``told`` are lines (from 0) in which something hidden is told.
    """
    if Trait.PROSE not in document.traits:
        return
    low = document.text.lower()
    aside, models = any(sign in low for sign in _ASIDE), any(sign in low for sign in _MODELS)
    for_agents = is_for_agents(document.path)
    forms = forms_in(low, for_agents=for_agents)
    if not (aside or models or for_agents or forms) or _ABOUT.search(low):
        return
    grave = not (is_sample(document.path) or is_test_data(document.path))
    found = (*_in_lines(document, texts, told, _Sought(aside, models, forms)), *_in_outputs(document))
    for order, how, span, line in found[:_MOST]:
        yield Danger(
            kind=DangerKind.ORDER,
            how=how,
            text=shortened(line),
            orders=order.value,
            quote=Quote(span=span, text=shortened(line)),
            grave=grave,
        )


class _Told(NamedTuple):
    order: Order
    how: str
    span: TextSpan
    line: str


class _Sought(NamedTuple):
    """What the signs of a text leave to be sought in its lines."""

    aside: bool
    models: bool
    forms: Forms


def _in_lines(document: Document, texts: list[str], told: Set[int], sought: _Sought) -> Iterator[_Told]:
    """The lines outside code and quotations that order a model."""
    for_agents = is_for_agents(document.path)
    unread = {
        n for s in document.segments if s.role in (Role.CODE, Role.QUOTATION, Role.METADATA) for n in s.span.indices
    }
    skipped = unread | told
    count = 0
    for n, line in enumerate(texts):
        if n in skipped or not line.strip():
            continue
        order, said = _of_line(line[:_SEARCHED], sought, for_agents=for_agents), [line]
        if order is None and sought.forms and n + 1 < len(texts) and n + 1 not in skipped:
            order, said = _over_the_end(line, texts[n + 1], sought.forms), [line, texts[n + 1]]
        if order and not any(_is_hidden(part, document) for part in said):
            yield _Told(order, "the text itself", text_span(n), line)
            count += 1
            if count >= _MOST:
                return


def _of_line(line: str, sought: _Sought, *, for_agents: bool) -> Order | None:
    low = line.lower()
    names = sought.models and any(sign in low for sign in _MODELS)
    names = names or (for_agents and "://" in line)
    order = None
    if names or (sought.aside and any(sign in low for sign in _ASIDE)):
        order = order_in_line(line, for_agents=for_agents)
    return order or (marked_order(_QUOTED.sub(" ", line), sought.forms) if sought.forms else None)


def _over_the_end(line: str, following: str, forms: Forms) -> Order | None:
    """What a sentence orders that goes on in the following line."""
    end = line.rstrip()[-_AROUND:].rpartition(". ")[2]
    if (
        not end.strip()
        or not following.strip()
        or end.endswith((".", "!", "?", ":", "|"))
        or following.lstrip()[:1] in _MARKS
    ):
        return None
    behind = _QUOTED.sub(" ", following.strip()[:_AROUND])
    order = marked_order(_QUOTED.sub(" ", f"{end} {behind}"), forms)
    # What the following line says alone is told there.
    return order if order and marked_order(behind, forms) is None else None


def _in_outputs(document: Document) -> Iterator[_Told]:
    """The lines of what programs of a notebook wrote that order a model."""
    for hidden in document.hidden:
        if hidden.how is Concealment.OUTPUT:
            for line in hidden.text[:_OUTPUT].split("\n"):
                order = order_in_line(line[:_SEARCHED])
                if order and not _is_hidden(line, document):
                    yield _Told(order, hidden.how.value, hidden.span, line)
                    break


def _is_hidden(line: str, document: Document) -> bool:
    """Whether a line is part of a text that a reader does not see."""
    words = line.strip()
    return any(
        words in hidden.text or hidden.text in words
        for hidden in document.hidden
        if len(hidden.text) >= _HIDDEN and hidden.how is not Concealment.OUTPUT
    )


#: Characters of a hidden text that is more than a label.
_HIDDEN: Final = 12


def order_in_line(line: str, *, for_agents: bool = False) -> Order | None:
    """What a line that a reader sees orders a model."""
    bare = _QUOTED.sub(" ", line)
    if _IMPERATIVE.search(bare) or (not _ENGLISH.search(bare) and _EARLIER.search(bare) and OVERRIDE.search(bare)):
        return Order.OVERRIDE
    if for_agents:
        # Orders are the subject of such a file; that it keeps its work from people is not.
        hides = CONCEAL.search(line) and PEOPLE.search(line) and SEND.search(line)
        return Order.CONCEAL if hides and (ADDRESS.search(line) or RUN.search(line)) else None
    spoken = spoken_to_model(line, called=True)
    if not spoken:
        return None
    if RUN.search(spoken):
        return Order.RUN
    if SEND.search(spoken) and ADDRESS.search(spoken) and SECRET.search(spoken):
        return Order.SEND
    if CONCEAL.search(spoken) and PEOPLE.search(spoken):
        return Order.CONCEAL
    return None
