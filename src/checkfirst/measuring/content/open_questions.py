"""Questions that a document leaves open: items below a heading for them, and sentences that say that something is undecided."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.samples_in_text import without_samples
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.model.traces import Trace, TraceKind

_HEADING: Final = lazy_re.compile(
    r"^[\W\d_]{0,12}(?:(?:open|unresolved|outstanding|remaining|unanswered) (?:questions?|issues?|points?|items?|decisions?)(?: and (?:risks|issues|questions|todos?))?|(?:questions?|decisions?) (?:still )?(?:open|to be (?:answered|decided|resolved))"
    r"|offene (?:fragen|punkte)|ungeklärte (?:fragen|punkte)|questions? (?:ouvertes?|en suspens)|points? (?:ouverts?|en suspens|à trancher)|(?:preguntas|cuestiones) (?:abiertas|pendientes)|domande aperte|questioni aperte|questões (?:em aberto|abertas)|open vragen|otwarte pytania|открытые вопросы|未解決の(?:問題|課題)|未決事項|待解决问题|开放问题|未决问题)[\W_]{0,6}$",
    re.IGNORECASE,
)
_UNDECIDED: Final = lazy_re.compile(
    r"\b(?:(?:it is|it's|is|are|has|have) (?:still |as yet )?(?:not yet|yet to be|not been) (?:decided|determined|agreed)\b|(?:still|yet|remains?) to be (?:decided|determined|clarified|agreed|settled|resolved)|open question:|remains? an open question|question (?:still )?remains open|questions (?:still )?remain open|we (?:still )?(?:have to|need to) decide (?:whether|which|how|if)"
    r"|(?:ist|sind|wurde) noch (?:nicht (?:entschieden|geklärt|festgelegt)|offen|zu klären|festzulegen)|noch zu (?:klären|entscheiden)|offene frage:|(?:reste|restent) à (?:définir|décider|trancher|préciser)|n['’]est pas encore (?:décidé|défini|tranché)|question ouverte ?:|(?:queda|quedan|está|están) (?:aún )?por (?:definir|decidir|determinar)|todavía no (?:se ha|está) (?:decidido|definido)|resta da (?:definire|decidere)|ainda (?:não foi|está por) (?:decidid|definid)\w|moet nog (?:worden )?(?:besloten|bepaald))",
    re.IGNORECASE,
)
#: Words of which every such line has one, in small letters.
_SIGNS: Final = (
    "open", "unresolved", "outstanding", "remaining", "unanswered", "decid", "determined", "clarif", "resolved", "settled", "agreed", "not yet",
    "offen", "klär", "noch nicht", "ouvert", "suspens", "à trancher", "à définir", "pas encore", "abiert", "pendiente", "por definir", "todavía", "apert", "aberto", "abertas", "ainda", "da definire",
    "besloten", "bepaald", "pytania", "вопрос", "未", "待解决", "开放",
)  # fmt: skip
#: What answers a question, or says that there is none.
_ANSWERED: Final = lazy_re.compile(
    r"~~|\[[xX]\]|\{\{|^\W*A\W{0,3}:|✅|☑|✔|\b(?:resolved|answered|answer|decided|decision|closed|done|settled|gelöst|entschieden|geklärt|beantwortet|antwort|out of scope|postponed?|leaning|résolue?s?|réponse|tranchée?|resuelt[oa]s?|respuesta|risolt[oa])\b",
    re.IGNORECASE,
)
_STRUCK: Final = lazy_re.compile(r"~~|\[[xX]\]|✅|☑|✔|\{\{")
_NONE: Final = lazy_re.compile(
    r"^\W*(?:none|nothing|n/?a|no(?:ne)? (?:open|known|outstanding|unresolved|remaining|further)\b.{0,40}|there are (?:no|none)\b.{0,60}|keine?\w{0,2}\b.{0,40}|aucune?\b.{0,40}|ningun[oa]\b.{0,40}|nessun[oa]?\b.{0,40}|geen\b.{0,30}|なし|无|無)\W*$",
    re.IGNORECASE,
)
_MOST: Final = 20


def open_questions(document: Document) -> Iterator[Trace]:
    """The first lines of what is left open, outside samples and quotations."""
    lower = document.text.lower()
    if Trait.PROSE not in document.traits or not any(sign in lower for sign in _SIGNS):
        return
    texts = document.text.split("\n")
    bare = without_samples(document, texts)
    headings = [s.span.start_line - 1 for s in document.segments if s.role is Role.HEADING]
    unread = {
        n
        for s in document.segments
        if s.role in (Role.HEADING, Role.QUOTATION, Role.METADATA, Role.CODE)
        for n in s.span.indices
    }
    found = set()
    for start, end in pairwise((*headings, len(bare))):
        if _HEADING.match(bare[start]):
            found.update(_questions(bare, start + 1, end))
    found |= {
        n for n, line in enumerate(bare) if n not in unread and _UNDECIDED.search(line) and not _STRUCK.search(line)
    }
    yield from (Trace(kind=TraceKind.OPEN_QUESTION, quote=quote(texts, n)) for n in sorted(found)[:_MOST])


def _questions(lines: list[str], start: int, end: int) -> list[int]:
    """The lines of a section for open questions that ask one; none if the section answers them."""
    filled = [n for n in range(start, end) if re.search(r"\w{3}", lines[n])]
    if any(_ANSWERED.search(lines[n]) for n in filled) or (filled and _NONE.match(lines[filled[0]])):
        return []
    return [
        n for n in filled if re.search(r"[?？]\W*$", lines[n]) or re.match(r"\s{0,3}(?:[-*+•]|\d+[.)])\s", lines[n])
    ]
