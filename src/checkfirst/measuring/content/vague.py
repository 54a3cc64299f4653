"""Requirements that nobody can test: an obligation with a word that says how well, and no measure of it."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.samples_in_text import without_samples
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.model.traces import Trace, TraceKind

#: An obligation of the thing that is specified. "Should" is left out: advice may be vague.
_OBLIGATION: Final = lazy_re.compile(
    r"\b(?:must|shall|is required to|are required to|has to|have to|muss|müssen|hat zu|haben zu|doit|doivent|debe|deben|deberá|deve|devono|devem|moet|moeten|должен|должна|должны)\b",
    re.IGNORECASE,
)
#: Strict: each of these was vague in nearly all normative sentences that have it.
_VAGUE: Final = lazy_re.compile(
    r"\b(?:user[- ]friendly|easy to use|easily usable|intuitive(?:ly)?|as (?:fast|quick|soon|short|small|simple) as (?:possible|practical|practicable)|reasonabl[ey] (?:fast|quick\w{0,2}|time|period|speed|performance)|in a timely (?:manner|fashion)|good (?:performance|usability)|acceptable (?:performance|time|speed|latency|level)|adequate(?:ly)? (?:performan\w{1,3}|fast|secure\w{0,1}|protected|level)|high[- ]quality|seamless(?:ly)?|respond (?:fast|quickly|promptly)|load (?:fast|quickly)|be (?:very |sufficiently |highly )?(?:fast|quick|robust|scalable|flexible|performant|efficient|responsive|modern|simple|reliable|secure enough)(?=[.,;]|\s(?:and(?!\W{1,3}not)|or|to use)\b|$)"
    r"|benutzerfreundlich\w{0,2}|bedienerfreundlich\w{0,2}|intuitiv\w{0,2}|so (?:schnell|kurz|einfach|gering|klein) wie möglich|möglichst (?:schnell|kurz|einfach|gering|klein)\w{0,2}|angemessen\w{0,2} (?:zeit|frist|geschwindigkeit|leistung)|zeitnah\w{0,2}|performant\w{0,2}"
    r"|facile à utiliser|convivial\w{0,2}|le plus (?:vite|rapidement) possible|dans les meilleurs délais|(?:délai|temps) raisonnable|être (?:rapide|robuste|performante?|intuitive?|ergonomique)(?=[.,;]|\s(?:et|ou)\b|$)"
    r"|fácil de usar|lo (?:más|antes) (?:rápido |rápidamente )?posible|(?:plazo|tiempo) razonable|ser (?:rápid[oa]|robust[oa]|intuitiv[oa]|amigable)(?=[.,;]|\s(?:y|o)\b|$)|facile da usare|il (?:più presto|prima) possibile|tempo ragionevole|fácil de usar|o mais rápido possível|gebruiksvriendelijk\w{0,1}|zo snel mogelijk|удобн\w{1,3} (?:для|в) использован\w{1,3}|как можно (?:быстрее|скорее))(?!\w)",
    re.IGNORECASE,
)
#: Words of which every such sentence has one.
_SIGNS: Final = (
    "friendly", "easy", "easily", "intuitiv", "possible", "practica", "reasonabl", "timely", "good", "acceptable", "adequate", "quality", "seamless", "fast", "quick", "prompt", "robust", "scalable", "flexible", "performant", "efficient",
    "responsive", "modern", "simple", "reliable", "secure enough", "freundlich", "möglich", "angemessen", "zeitnah", "facile", "convivial", "délais", "raisonnable", "rapide", "ergonomique", "fácil", "posible", "razonable", "rápid",
    "amigable", "possibile", "ragionevole", "possível", "vriendelijk", "mogelijk", "удобн", "как можно",
)  # fmt: skip
#: A measure, a condition that can be tested, or a place that says more.
_MEASURED: Final = lazy_re.compile(
    r"\d|\]\(|\b(?:see|defined|as specified|according to|siehe|gemäß|selon|voir|según|e\.g|example)\b", re.IGNORECASE
)
_SENTENCE: Final = lazy_re.compile(r"(?<=[.!?;])\s+")
_MOST: Final = 20
_LONGEST: Final = 600


def vague_requirements(document: Document) -> Iterator[Trace]:
    """The lines of a document that require something that can't be tested."""
    if Trait.PROSE not in document.traits or not _OBLIGATION.search(document.text):
        return
    lower = document.text.lower()
    if not any(sign in lower for sign in _SIGNS):
        return
    texts = document.text.split("\n")
    unread = {
        n
        for s in document.segments
        if s.role in (Role.CODE, Role.QUOTATION, Role.METADATA, Role.HEADING, Role.REFERENCE_LIST)
        for n in s.span.indices
    }
    told = 0
    for n, line in enumerate(without_samples(document, texts)):
        if n in unread or told >= _MOST or not _VAGUE.search(line[:_LONGEST]):
            continue
        if any(map(_is_vague, _SENTENCE.split(line[:_LONGEST]))):
            told += 1
            yield Trace(kind=TraceKind.VAGUE_REQUIREMENT, quote=quote(texts, n))


def _is_vague(sentence: str) -> bool:
    return bool(_OBLIGATION.search(sentence) and _VAGUE.search(sentence) and not _MEASURED.search(sentence))
