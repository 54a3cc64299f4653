"""Orders to a model in the text that a reader sees."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.danger.marked_orders import FORMS
from checkfirst.measuring.danger.order_forms import Form
from checkfirst.measuring.danger.order_words import ADDRESS, CONCEAL, OVERRIDE, PEOPLE, RUN, RUN_SIGNS, SECRET, SEND
from checkfirst.measuring.danger.orders import Order, has_sign, spoken_to_model
from checkfirst.measuring.text.lowered import lowered
from checkfirst.measuring.text.sought import exact_groups_of_lines, groups_of_lines
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
_IMPERATIVE_SIGNS: Final = ("ignore", "disregard", "forget", "override")
#: That it is what the model was told before, in other languages: people set rules aside, too.
_EARLIER: Final = lazy_re.compile(
    r"vorherig|bisherig|vorigen|obigen|früher|précédent|antérieur|ci-dessus|anterior|previ[ao]|precedent|eerdere|vorige|poprzedni|tidigare|tidligere|предыдущ|попередн|önceki|以前の|これまでの|上記の|前の指示|之前|以上的|上述|先前|此前|前面的|이전|위의|<\||\[/?INST",
    re.IGNORECASE,
)
_EARLIER_SIGNS: Final = (
    "vorherig", "bisherig", "vorigen", "obigen", "früher", "précédent", "antérieur", "ci-dessus", "anterior", "previ", "precedent", "eerdere", "vorige", "poprzedni", "tidigare", "tidligere",
    "предыдущ", "попередн", "önceki", "以前の", "これまでの", "上記の", "前の指示", "之前", "以上的", "上述", "先前", "此前", "前面的", "이전", "위의", "<|", "[inst", "[/inst",
)  # fmt: skip
_ENGLISH: Final = lazy_re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|overrule|discard|you are|from now)\b", re.IGNORECASE
)
#: A text about such orders quotes them.
_ABOUT: Final = lazy_re.compile(
    r"prompt[ -]?injection|jailbreak|injection attack|adversarial prompt|red[ -]team|prompt[ -]?leak|indirect injection|untrusted (?:input|content|text)|提示注入|プロンプトインジェクション",
    re.IGNORECASE,
)
_QUOTED: Final = lazy_re.compile(r"[\"“„«‘`'「『][^\"”»’`'」』\n]{4,400}[\"”»’`'」』]")
#: How to answer people who behave in a certain way is a rule for people.
_ON_PEOPLE: Final = lazy_re.compile(
    r"\b(?:if|when) (?:someone|somebody|anyone|anybody|people|others|another (?:person|member|contributor))\b|\bwenn (?:jemand|andere|leute)\b|\bsi (?:quelqu['’]un|alguien)\b|\bse qualcuno\b",
    re.IGNORECASE,
)
#: Orders of one document that are told, and characters of a line that are searched. Not measured.
_MOST: Final = 10
_SEARCHED: Final = 2_000
#: Characters before and behind the end of a line that may be one sentence, and marks with which another part begins.
_AROUND, _MARKS = 160, frozenset("-*+#|>=~`0123456789")
#: Characters of one output of a notebook that are searched.
_OUTPUT: Final = 20_000

#: A line of a prompt with a place that a program fills in, such as ``Question: {question}``; fewest of them in a prompt,
#: and characters that are searched. Not measured.
_SLOT: Final = lazy_re.compile(r"^[^\n{}/$`]{0,60}\{\{?\s?[a-z_]\w{1,30}\s?\}", re.MULTILINE | re.IGNORECASE)
_SLOTS, _PROMPT = 2, 20_000


def find_orders(document: Document, texts: list[str], told: Set[int]) -> Iterator[Danger]:
    """The first lines that order a model, outside code and quotations; none of a text about such orders.

    ``told`` are lines (from 0) in which something hidden is told.
    """
    if Trait.PROSE not in document.traits:
        return
    for_agents = is_for_agents(document.path)
    sought = _sought(document.text, for_agents=for_agents)
    outputs = any(hidden.how is Concealment.OUTPUT for hidden in document.hidden)
    if not (sought or outputs):
        return
    grave = not (is_sample(document.path) or is_test_data(document.path))
    found = (*_in_lines(document, texts, told, sought), *_in_outputs(document))
    if not found or _ABOUT.search(lowered(document.text)):
        return
    if len(_SLOT.findall(document.text[:_PROMPT])) >= _SLOTS:
        # A prompt that a program fills in: it is written for a model.
        found = tuple(told for told in found if told.order in {Order.OVERRIDE, Order.CONCEAL})
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


Sought = dict[int, list[Form | None]]
"""What is sought in a line: the forms of which it has a sign, and ``None`` for orders that name a model or its rules."""


#: Signs of orders that name a model or its rules, of an address, and of each form; and what else a form has, where that
#: is more than a single sign.
_SIGNS: Final = ((*_ASIDE, *_MODELS), ("://",), *(form.signs for form in FORMS))
_ALSO: Final = tuple(form.also if all(sign[1:] for sign in form.also) else () for form in FORMS)
_NAMED, _ADDRESS = 1, 2
#: The forms that need nothing else, and those that set rules aside, as bits.
_NEEDS_NO_MORE: Final = sum(1 << n for n, also in enumerate(_ALSO) if not also)
_SETS_ASIDE: Final = sum(1 << n for n, form in enumerate(FORMS) if form.order is Order.OVERRIDE)


def _sought(text: str, *, for_agents: bool) -> Sought:
    """What is sought in which lines (from 0), in their order; where orders are the subject, only those that set rules
    aside."""
    signed = groups_of_lines(text, _SIGNS)
    if not signed:
        return {}
    named, wanted = (_NAMED | _ADDRESS, _SETS_ASIDE) if for_agents else (_NAMED, ~0)
    low = lowered(text).split("\n")
    also = _with_also(low, [n for n, bits in signed.items() if bits >> 2 & wanted])
    found: Sought = {}
    for line, bits in signed.items():
        forms: list[Form | None] = [None] if bits & named else []
        if possible := bits >> 2 & wanted & also.get(line, 0):
            around = "\n".join(low[max(0, line - 1) : line + 2])
            forms += (form for form in _forms_of(possible) if form.may_stand_in(around))
        if forms:
            found[line] = forms
    return found


def _with_also(low: list[str], lines: list[int]) -> dict[int, int]:
    """Of each of some lines, the forms whose other signs it has or one beside it, as bits."""
    around = sorted({near for n in lines for near in (n - 1, n, n + 1) if 0 <= near < len(low)})
    bits = exact_groups_of_lines("\n".join([low[n] for n in around]), _ALSO) if around else {}
    of_line = {around[at]: found for at, found in bits.items()}
    return {n: of_line.get(n - 1, 0) | of_line.get(n, 0) | of_line.get(n + 1, 0) | _NEEDS_NO_MORE for n in lines}


@lru_cache(maxsize=10_000)
def _forms_of(bits: int) -> tuple[Form, ...]:
    return tuple(form for n, form in enumerate(FORMS) if bits >> n & 1)


def _in_lines(document: Document, texts: list[str], told: Set[int], sought: Sought) -> Iterator[_Told]:
    """The lines outside code and quotations that order a model."""
    for_agents = is_for_agents(document.path)
    unread = {
        n for s in document.segments if s.role in (Role.CODE, Role.QUOTATION, Role.METADATA) for n in s.span.indices
    }
    skipped = unread | told
    count = 0
    for n, forms in sought.items():
        if n in skipped:
            continue
        order, said = _of_line(texts[n][:_SEARCHED], forms, for_agents=for_agents), [n]
        if order is None and len(forms) > (None in forms):
            order, said = _over_an_end(texts, n, forms, skipped)
        if order and not any(_is_hidden(texts[line], document) for line in said):
            yield _Told(order, "the text itself", text_span(said[0]), texts[said[0]])
            count += 1
            if count >= _MOST:
                return


def _of_line(line: str, forms: list[Form | None], *, for_agents: bool) -> Order | None:
    if None in forms and (order := order_in_line(line, for_agents=for_agents)):
        return order
    return _by_forms(line, forms)


def _by_forms(said: str, forms: list[Form | None]) -> Order | None:
    low, bare = said.lower(), ""
    for form in forms:
        if form and form.may_stand_in(low):
            bare = bare or _QUOTED.sub(" ", said)
            if form.pattern.search(bare) and not (form.order is Order.FAVOUR and _ON_PEOPLE.search(bare)):
                return form.order
    return None


def _over_an_end(
    texts: list[str], n: int, forms: list[Form | None], skipped: Set[int]
) -> tuple[Order | None, list[int]]:
    """What a sentence orders that goes on in the next line, or began in the one before; and those lines."""
    for first in (n, n - 1):
        if first < 0 or first + 1 >= len(texts) or not skipped.isdisjoint((first, first + 1)):
            continue
        line, following = texts[first].rstrip(), texts[first + 1].strip()
        goes_on = line and not line.endswith((".", "!", "?", ":", "|")) and following and following[0] not in _MARKS
        if goes_on:
            end = line[-_AROUND:].rpartition(". ")[2]
            if order := _by_forms(f"{end} {following[:_AROUND]}", forms):
                return order, [first, first + 1]
    return None, []


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


#: That a secret is not to be asked for, shown or kept: whoever says so protects it.
_PROTECTS: Final = lazy_re.compile(
    r"\b(?:never|do not|don['’]t|must not|without)\s(?:\w{1,12}\s){0,2}?(?:ask|asking|print|return|paste|echo|log|reveal|show|commit|share|expose|store|send|output)\w{0,3}\b[^.!?\n]{0,60}?\b(?:keys?|tokens?|secrets?|passwords?|credentials?)\b[^.!?\n]{0,120}",
    re.IGNORECASE,
)
#: Characters of a hidden text that is more than a label.
_HIDDEN: Final = 12


def order_in_line(line: str, *, for_agents: bool = False) -> Order | None:
    """What a line that a reader sees orders a model."""
    bare = _QUOTED.sub(" ", line)
    if has_sign(bare, _IMPERATIVE_SIGNS) and _IMPERATIVE.search(bare):
        return Order.OVERRIDE
    of_earlier = has_sign(bare, _EARLIER_SIGNS) and _EARLIER.search(bare) and not _ENGLISH.search(bare)
    if of_earlier and OVERRIDE.search(bare):
        return Order.OVERRIDE
    if for_agents:
        # Orders are the subject of such a file; that it keeps its work from people is not.
        line = _PROTECTS.sub(" ", line)
        hides = CONCEAL.search(line) and PEOPLE.search(line) and SEND.search(line)
        return Order.CONCEAL if hides and (ADDRESS.search(line) or RUN.search(line)) else None
    # One of these is in what is run, sent or concealed, and each is sooner sought than who is spoken to.
    if not (has_sign(line, RUN_SIGNS) or ADDRESS.search(line) or PEOPLE.search(line)):
        return None
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
