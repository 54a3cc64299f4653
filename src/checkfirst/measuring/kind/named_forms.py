"""Sorts of pages that the learned kinds don't part, told by signs of their own: job ads, pages of videos and of parked domains, lyrics."""

import re
from typing import Final

from checkfirst.model.kind_measures import PageForm

#: Characters of a text that are searched. Not measured.
_SEARCHED: Final = 8_000


def _signs(*listed: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(sign, re.IGNORECASE | re.MULTILINE) for sign in listed)


_JOB = _signs(
    r"\bresponsibilit(?:y|ies)\b|\bwhat you(?:['’]ll| will) (?:do|be doing)\b|\baufgaben\b|\bvos missions\b|\bresponsabilidades\b|\btaken\b",
    r"\bqualifications?\b|\bwhat you(?:['’]ll)? bring\b|\b(?:dein|ihr) profil\b|\bprofil recherché\b|\brequisitos\b|\brequisiti\b",
    r"\b(?:\d\+?|several|\w+) years?(?:['’])? (?:of )?(?:\w+ ){0,3}experience\b|\bberufserfahrung\b|\bans d['’]expérience\b|\baños de experiencia\b",
    r"\babout (?:the|this) (?:role|job|position|opportunity)\b|\bjob description\b|\bstellenbeschreibung\b|\bdescription du poste\b|\bdescripción del puesto\b",
    r"\bapply (?:now|for this|today|here)\b|\bsubmit (?:your|a) (?:resume|cv|application)\b|\bbewirb dich\b|\bbewerbung\b|\bpostule[rz]\b|\bcandidature\b|\bsolicitar\b",
    r"\b(?:base )?salary\b|\bcompensation\b|\bgehalt\b|\bsalaire\b|\bsalario\b",
    r"\b(?:health|dental|401\(?k\)?|paid time off|parental leave|benefits)\b|\bwir bieten\b|\bavantages\b|\bofrecemos\b",
    r"\bequal (?:employment )?opportunity\b|\bregardless of (?:race|age)\b|\bm/w/d\b|\bh/f\b",
    r"\bfull[- ]time\b|\bpart[- ]time\b|\bvollzeit\b|\btemps plein\b|\bCDI\b|\bjornada completa\b",
    r"\bwe(?:['’]re| are) (?:looking for|hiring|seeking)\b|\bjoin our team\b|\bwir suchen\b|\bnous recherchons\b|\bbuscamos\b",
)
_VIDEO = _signs(
    r"\b[\d.,]{1,12}[KM]? (?:views|aufrufe|vues|visualizaciones)\b",
    r"\b[\d.,]{1,12}[KM]? subscribers\b|\bsubscribe\b|\babonnieren\b|\bs['’]abonner\b|\bsuscribirse\b",
    r"\bup next\b|\bautoplay\b|\bwatch later\b|\bnow playing\b",
    r"^\W*\d{1,2}:\d\d(?::\d\d)?\W*$",
    r"\byoutube\b|\bvimeo\b",
)
_LYRICS = _signs(
    r"^\W*\[?(?:verse|chorus|bridge|pre-chorus|refrain|hook|outro|strophe|couplet)\b[ \d:]*\]?\W*$",
    r"\blyrics\b|\bsongtext\b|\bparoles\b|\bletra de\b",
    r"\b(?:sung|written|performed|produced) by\b|\balbum\b|\bsong\b",
)
_PARKED = _signs(
    r"\bparked\b|\bdomain (?:name )?(?:is|has been|may be) (?:for sale|available)\b|\bbuy this domain\b|\bdiese domain\b",
    r"\b(?:register|search)(?: available)? domains?\b|\bhosting\b|\bwhois\b|\brelated searches\b",
)
#: The signs of each sort, and how many of them a page has at least. Not measured.
_FORMS: Final = (
    (PageForm.JOB_AD, _JOB, 5),
    (PageForm.VIDEO_PAGE, _VIDEO, 3),
    (PageForm.LYRICS, _LYRICS, 2),
    (PageForm.PARKED_PAGE, _PARKED, 2),
)


def named_form(text: str) -> PageForm | None:
    """The sort of page that a text has the signs of; ``None`` without one. Asked only of documents that are no specification."""
    head = text[:_SEARCHED]
    for form, signs, fewest in _FORMS:
        if form is PageForm.LYRICS and not signs[0].search(head):
            # Texts about songs have the other signs.
            continue
        if sum(sign.search(head) is not None for sign in signs) >= fewest:
            return form
    return None
