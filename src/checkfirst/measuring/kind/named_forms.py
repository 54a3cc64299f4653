"""Sorts of pages that the learned kinds don't part, told by signs of their own: job ads, shops, pages of papers, lyrics."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.kind_measures import PageForm

#: Characters of a text that are searched; of a page with menus those that are read, and searched without their blanks. Not
#: measured.
_SEARCHED, _READ, _PAGE = 8_000, 40_000, 16_000


def _signs(*listed: str) -> tuple[re.Pattern[str], ...]:
    return tuple(lazy_re.compile(sign, re.IGNORECASE | re.MULTILINE) for sign in listed)


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
    r"^[^\w\n]*+\d{1,2}:\d\d(?::\d\d)?[^\w\n]*+$",
    r"\byoutube\b|\bvimeo\b",
)
_LYRICS = _signs(
    r"^[^\w\n]*+(?:verse|chorus|bridge|pre-chorus|refrain|hook|outro|strophe|couplet)\b[ \d:]*+[^\w\n]*+$",
    r"\blyrics\b|\bsongtext\b|\bparoles\b|\bletra de\b",
    r"\b(?:sung|written|performed|produced) by\b|\balbum\b|\bsong\b",
)
_PARKED = _signs(
    r"\bparked\b|\bdomain (?:name )?(?:is|has been|may be) (?:for sale|available)\b|\bbuy this domain\b|\bdiese domain\b",
    r"\b(?:register|search)(?: available)? domains?\b|\bhosting\b|\bwhois\b|\brelated searches\b",
)
_SHOP = _signs(
    r"(?:[£€$¥₽]|\b(?:EUR|USD|GBP|CHF))\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€₽]|(?:EUR|zł|kr)\b)",
    r"\b(?:add to (?:basket|cart|bag)|buy (?:it )?now|in den warenkorb|jetzt kaufen|ajouter au panier|añadir al carrito|comprar ahora|aggiungi al carrello|in winkelwagen|dodaj do koszyka)\b",
    r"\b(?:in stock|out of stock|delivered|free delivery|shipping|auf lager|lieferzeit|versand|en stock|livraison|envío|spedizione|op voorraad|verzending)\b",
    r"\b(?:customer reviews?|average rating|write a review|kundenbewertung(?:en)?|avis clients?|opiniones de clientes|recensioni)\b",
    r"\b(?:rrp|you save|uvp|prix conseillé|précio original)\b|\bwas:? ?[£€$]|\bstatt:? ?\d",
    r"\b(?:wish ?list|wunschliste|merkzettel|liste d['’]envies|lista de deseos|sku|item (?:no|number)|product code|art(?:ikel)?\.?-?nr|ean)\b",
    r"\b(?:secure (?:shopping|checkout|payment)|sicher bezahlen|paiement sécurisé|pago seguro|proceed to checkout|zur kasse)\b",
    r"\b(?:related (?:items|products)|customers (?:also|who) bought|top sellers?|ähnliche (?:artikel|produkte)|produits similaires|productos relacionados)\b",
)
#: A row of a shop: its basket, or the button that puts something there.
_BASKET = lazy_re.compile(
    r"^[^\w\n]*(?:(?:my |your |shopping |view |mein |mon |mi ){0,2}(?:basket|cart|bag)\b|(?:add to|in den|ajouter au|añadir al|aggiungi al|in) (?:basket|cart|bag|warenkorb|panier|carrito|carrello|winkelwagen)|warenkorb|panier|carrito|cesta|carrello|koszyk).{0,24}$",
    re.IGNORECASE | re.MULTILINE,
)
_PAPER = _signs(
    r"\bdoi:\s?\S|\bdoi\.org/10\.",
    r"^[^\w\n]*+(?:abstract|zusammenfassung|résumé|resumen|riassunto|resumo)[^\w\n]*$",
    r"^[^\w\n]*+(?:(?:download|preview|view|open|full[- ]text) )?pdf(?: herunterladen)?[^\w\n]*$|^[^\w\n]*+(?:télécharger|descargar) (?:le |el )?pdf[^\w\n]*$",
    r"^[^\w\n]*+(?:(?:article )?metrics|info/history|citation tools|cite(?: this(?: article| paper)?)?|cited by.{0,8}|export citation|zitieren|citer|citar)[^\w\n]*$",
    r"^[^\w\n]*+(?:supplementa(?:ry|l) (?:material|data|information)|request permissions|rights and permissions|full text|figures|volltext)[^\w\n]*$",
    r"\borcid\b|\b(?:find this author on|for correspondence|corresponding author|author information)\b",
)
_RECORD = _signs(
    r"\b(?:identifier|registration (?:number|no\.?|id)|registry (?:number|id)|registernummer|numéro d['’]enregistrement|número de registro)\s?:?",
    r"^[^\w\n]*+(?:[\w ]{2,20} )?status\s?:|^[^\w\n]*+(?:stand|état|estado)\s?:",
    r"^[^\w\n]*+(?:(?:first|last) [\w ]{0,12}(?:posted|submitted|updated?|registered|verified)|date of (?:first )?registration|eingetragen am|date d['’]enregistrement)\b",
)
_MAIL = _signs(
    r"^[^\w\n]*+(?:on|am|le|el) .{8,80}\S{1,60}@\S{1,60}>?\s?(?:wrote|schrieb|a écrit|escribió)\b",
    r"^[^\w\n]*+(?:to|an|à|para)\s+(?:me|mich|moi|mí)\b[^\n]{0,20}$",
    r" - (?:gmail|outlook|proton mail|web ?mail|roundcube)[^\w\n]*$",
    r"^[^\w\n]*+(?:from|von|de|da)\s?:[^\n]{0,60}\S@\S",
    r"^[^\w\n]*+(?:subject|betreff|objet|asunto|oggetto)\s?:",
)
#: The signs of each sort, and how many of them a page has at least. Not measured.
_FORMS: Final = (
    (PageForm.JOB_AD, _JOB, 5),
    (PageForm.VIDEO_PAGE, _VIDEO, 3),
    (PageForm.LYRICS, _LYRICS, 2),
    (PageForm.PARKED_PAGE, _PARKED, 2),
    (PageForm.MAIL_THREAD, _MAIL, 2),
    (PageForm.PAPER_PAGE, _PAPER, 4),
    (PageForm.RECORD_PAGE, _RECORD, 3),
    (PageForm.SHOP_PAGE, _SHOP, 4),
)
#: Sorts whose first sign every page has, and sorts of pages with menus above them.
_FIRST: Final = (PageForm.LYRICS, PageForm.PAPER_PAGE, PageForm.SHOP_PAGE)
_SITES: Final = (PageForm.MAIL_THREAD, PageForm.PAPER_PAGE, PageForm.RECORD_PAGE, PageForm.SHOP_PAGE)
_BLANKS, _LINES = lazy_re.compile(r"[ \t]+"), lazy_re.compile(r"\n\s*\n")
#: A name of a field, and fewest of them. Not measured.
_LABEL, _LABELS = lazy_re.compile(r"^\W{0,4}\w[^\n:]{2,48}:(?=\s|$)", re.MULTILINE), 12


def named_form(text: str) -> PageForm | None:
    """The sort of page that a text has the signs of; ``None`` without one. Asked only of documents that are no specification."""
    head = _LINES.sub("\n", text[:_SEARCHED])
    page = _LINES.sub("\n", _BLANKS.sub(" ", text[:_READ]))[:_PAGE]
    for form, signs, fewest in _FORMS:
        searched = page if form in _SITES else head
        if _has_first(form, signs, searched) and _has(signs, fewest, searched):
            return form
    return None


def _has(signs: tuple[re.Pattern[str], ...], fewest: int, text: str) -> bool:
    """Whether a text has so many of the signs; those that could change nothing any more are not sought."""
    found = 0
    for left, sign in zip(range(len(signs), 0, -1), signs, strict=True):
        if not fewest - left <= found < fewest:
            break
        found += sign.search(text) is not None
    return found >= fewest


def _has_first(form: PageForm, signs: tuple[re.Pattern[str], ...], text: str) -> bool:
    """Whether a text has what every page of its sort has: other texts about songs, shops and registers have the rest."""
    if form is PageForm.SHOP_PAGE and not _BASKET.search(text):
        return False
    if form is PageForm.RECORD_PAGE and len(_LABEL.findall(text)) < _LABELS:
        return False
    return form not in _FIRST or signs[0].search(text) is not None
