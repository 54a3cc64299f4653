"""What a document's own status field says: that it holds, is a draft, or is dead. In a dozen languages."""

import re
from itertools import islice
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.samples_in_text import sample_lines
from checkfirst.measuring.content.status import ENDED, FIELD, as_field, listed_field
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.sought import Sought, lines_with
from checkfirst.model.document import Document, Role
from checkfirst.model.entries import Standing, Stated
from checkfirst.model.formats import Trait

_HOLDS: Final = (
    r"(?:accepted|active|adopted|approved|ratified|in (?:force|effect)|effective|current|valid|final(?! (?:comment|call))|implemented|stable"
    r"|angenommen|akzeptiert|aktiv|gültig|beschlossen|genehmigt|verabschiedet|in kraft"
    r"|acceptée?|adoptée?|approuvée?|en vigueur|actif|active|validée?"
    r"|aceptad[oa]|aprobad[oa]|vigente|activ[oa]|adoptad[oa]|accettat[oa]|approvat[oa]|attiv[oa]|in vigore"
    r"|aceit[oa]|aprovad[oa]|ativ[oa]|em vigor|geaccepteerd|aangenomen|goedgekeurd|actief|geldig|van kracht"
    r"|przyjęt[aey]|zaakceptowan[aey]|obowiązując[aey]|godkänd|godkänt|antagen|gällande|принят[оаы]?|действует|утвержд[её]н[оаы]?"
    r"|承認済み?|採用|有効|已采纳|已接受|已批准|生效|有效)(?![^\W_])"
)
_DRAFT: Final = (
    r"(?:draft|proposed|proposal|(?:final|last) (?:comment|call)(?: period)?(?: \(fcp\))?|last call|(?:in|under) (?:review|discussion)|pending|wip|work in progress"
    r"|entwurf|vorgeschlagen|vorschlag|in (?:prüfung|arbeit|diskussion)|brouillon|proposée?|ébauche|en (?:discussion|cours)"
    r"|borrador|propuest[oa]|en revisión|bozza|propost[oa]|in (?:revisione|discussione)|rascunho|em revisão"
    r"|concept|voorgesteld|voorstel|черновик|предложен[оаы]?|на рассмотрении|szkic|projekt|propozycja|utkast|förslag"
    r"|ドラフト|草案|提案|草稿)(?![^\W_])"
)
_DEAD: Final = rf"(?:superceded|deprecated|no longer in force|{ENDED}|廃止|非推奨|已废弃|已取代|已弃用|弃用|废止)"
_CLASSES: Final = ((Standing.DEAD, _DEAD), (Standing.DRAFT, _DRAFT), (Standing.HOLDS, _HOLDS))
#: What may follow a status that is said in full: what replaced it, or since when.
_MORE: Final = r"(?:[ :]+(?:by|in favou?r of|since|on|as of|with|durch|zugunsten|seit|am|ab|par|depuis|le|por|desde|el|da|dal|il|door|sinds|op|przez|av)\b.{0,60})?"
_STARTS = {standing: lazy_re.compile(pattern, re.IGNORECASE) for standing, pattern in _CLASSES}
_WHOLE = {
    standing: lazy_re.compile(rf"{pattern}{_MORE}[\s\d().,/:-]{{0,24}}", re.IGNORECASE)
    for standing, pattern in _CLASSES
}
#: A field for the status with its value, and a heading for it.
_FIELD = lazy_re.compile(rf"^\W{{0,6}}{FIELD}[ \t*_`\"']*(?:[:=：|]|\*\*|__)\W{{0,20}}(.+)$", re.IGNORECASE)
_HEADING = lazy_re.compile(rf"^\W{{0,8}}(?:\d[\d.]*\s+)?{FIELD}\W{{0,4}}$", re.IGNORECASE)
#: Choices of a form: "draft | accepted", "{proposed}".
_CHOICE = lazy_re.compile(r"[|{<\[]\s*\w[^\]]*(?:[|}>]|$)")
#: Lines of a text that are searched, and lines below a heading. Not measured.
_TOP: Final = 40
_BELOW: Final = 3
#: Characters of a value that are looked at. Not measured.
_LONGEST: Final = 200


def standing_of(phrase: str) -> Standing | None:
    """What a short text says as a whole: "superseded by 0007", "Accepted", "Entwurf"; ``None`` if it says more."""
    bare = phrase.strip(" \t*_`~\"'“”«».,;:!()[]|–—-")
    return next((standing for standing, pattern in _WHOLE.items() if pattern.fullmatch(bare)), None)


def stated_standing(document: Document) -> Stated | None:
    """The status that a document of prose gives itself in a field or below a heading, with the line that says so."""
    if Trait.PROSE not in document.traits:
        return None
    with_word = frozenset(lines_with(document.text, Sought.FIELD))
    texts = document.text.split("\n", 4 * _TOP)[: 4 * _TOP]
    if not with_word or min(with_word) >= len(texts):
        return None
    samples = (
        sample_lines(document, document.text.split("\n")) if "`" in document.text or "~~~" in document.text else ()
    )
    filled = list(islice((n for n, text in enumerate(texts) if n not in samples and text.strip()), _TOP))
    headings = {s.span.start_line - 1 for s in document.segments if s.role is Role.HEADING}
    for rank, n in enumerate(filled):
        if n not in with_word:
            continue
        value = texts[n + 1] if n + 1 < len(texts) else ""
        if found := _FIELD.match(as_field(texts[n])):
            standing = _said([found[1]])
        elif found := _FIELD.match(listed_field(texts[n], value)):
            standing, n = _said([found[1]]), n + 1
        elif n in headings and _HEADING.match(texts[n]):
            below = [m for m in filled[rank + 1 : rank + 1 + _BELOW] if not re.fullmatch(r"\W+", texts[m])]
            until = next((k for k, m in enumerate(below) if m in headings), len(below))
            standing, n = _said([texts[m] for m in below[:until]]), below[0] if below[:until] else n
        else:
            continue
        if standing:
            return Stated(standing=standing, quote=quote(texts, n))
    return None


def _said(values: list[str]) -> Standing | None:
    """What the values of a field say: one that is dead was often accepted before; a list of choices says nothing."""
    bare = [value[:_LONGEST].strip(" \t*_`~\"'“”>+-•") for value in values]
    if any(_CHOICE.search(value) for value in bare if not value.startswith(("[", "<"))):
        return None
    first = [standing for value in bare for standing, pattern in _STARTS.items() if pattern.match(value)]
    return Standing.DEAD if Standing.DEAD in first else next(iter(first), None)
