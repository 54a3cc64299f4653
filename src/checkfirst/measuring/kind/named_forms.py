"""Sorts of pages that the learned kinds don't part, told by signs of their own: job ads, shops, pages of papers, lyrics."""

import re
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.text.sought import groups_in
from checkfirst.model.kind_measures import PageForm

#: Characters of a text that are searched; of a page with menus those that are read, and searched without their blanks. Not
#: measured.
_SEARCHED, _READ, _PAGE = 8_000, 40_000, 16_000


class _Sign(NamedTuple):
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """What every match has one of, in small letters; empty if nothing is certain."""


def _signs(*listed: tuple[str, str]) -> tuple[_Sign, ...]:
    return tuple(
        _Sign(lazy_re.compile(sign, re.IGNORECASE | re.MULTILINE), tuple(words.split("|") if words else ()))
        for sign, words in listed
    )


_JOB = _signs(
    (
        r"\bresponsibilit(?:y|ies)\b|\bwhat you(?:['’]ll| will) (?:do|be doing)\b|\baufgaben\b|\bvos missions\b|\bresponsabilidades\b|\btaken\b",
        "aufgaben|responsabilidades|responsibilit|taken|vos missions|what you",
    ),
    (
        r"\bqualifications?\b|\bwhat you(?:['’]ll)? bring\b|\b(?:dein|ihr) profil\b|\bprofil recherché\b|\brequisitos\b|\brequisiti\b",
        " profil|profil recherché|qualification|requisiti|requisitos|what you",
    ),
    (
        r"\b(?:\d\+?|several|\w+) years?(?:['’])? (?:of )?(?:\w+ ){0,3}experience\b|\bberufserfahrung\b|\bans d['’]expérience\b|\baños de experiencia\b",
        "años de experiencia|berufserfahrung|experience|expérience",
    ),
    (
        r"\babout (?:the|this) (?:role|job|position|opportunity)\b|\bjob description\b|\bstellenbeschreibung\b|\bdescription du poste\b|\bdescripción del puesto\b",
        "about th|descripción del puesto|description du poste|job description|stellenbeschreibung",
    ),
    (
        r"\bapply (?:now|for this|today|here)\b|\bsubmit (?:your|a) (?:resume|cv|application)\b|\bbewirb dich\b|\bbewerbung\b|\bpostule[rz]\b|\bcandidature\b|\bsolicitar\b",
        "apply |bewerbung|bewirb dich|candidature|postule|solicitar|submit ",
    ),
    (
        r"\b(?:base )?salary\b|\bcompensation\b|\bgehalt\b|\bsalaire\b|\bsalario\b",
        "compensation|gehalt|salaire|salario|salary",
    ),
    (
        r"\b(?:health|dental|401\(?k\)?|paid time off|parental leave|benefits)\b|\bwir bieten\b|\bavantages\b|\bofrecemos\b",
        "401|avantages|benefits|dental|health|ofrecemos|paid time off|parental leave|wir bieten",
    ),
    (
        r"\bequal (?:employment )?opportunity\b|\bregardless of (?:race|age)\b|\bm/w/d\b|\bh/f\b",
        "h/f|m/w/d|opportunity|regardless of ",
    ),
    (
        r"\bfull[- ]time\b|\bpart[- ]time\b|\bvollzeit\b|\btemps plein\b|\bCDI\b|\bjornada completa\b",
        "cdi|full|jornada completa|part|temps plein|vollzeit",
    ),
    (
        r"\bwe(?:['’]re| are) (?:looking for|hiring|seeking)\b|\bjoin our team\b|\bwir suchen\b|\bnous recherchons\b|\bbuscamos\b",
        "buscamos|hiring|join our team|looking for|nous recherchons|seeking|wir suchen",
    ),
)
_VIDEO = _signs(
    (r"\b[\d.,]{1,12}[KM]? (?:views|aufrufe|vues|visualizaciones)\b", "aufrufe|views|visualizaciones|vues"),
    (
        r"\b[\d.,]{1,12}[KM]? subscribers\b|\bsubscribe\b|\babonnieren\b|\bs['’]abonner\b|\bsuscribirse\b",
        "abonner|abonnieren|subscribe|suscribirse",
    ),
    (r"\bup next\b|\bautoplay\b|\bwatch later\b|\bnow playing\b", "autoplay|now playing|up next|watch later"),
    (r"^[^\w\n]*+\d{1,2}:\d\d(?::\d\d)?[^\w\n]*+$", ""),
    (r"\byoutube\b|\bvimeo\b", "vimeo|youtube"),
)
_LYRICS = _signs(
    (
        r"^[^\w\n]*+(?:verse|chorus|bridge|pre-chorus|refrain|hook|outro|strophe|couplet)\b[ \d:]*+[^\w\n]*+$",
        "bridge|chorus|couplet|hook|outro|refrain|strophe|verse",
    ),
    (r"\blyrics\b|\bsongtext\b|\bparoles\b|\bletra de\b", "letra de|lyrics|paroles|songtext"),
    (r"\b(?:sung|written|performed|produced) by\b|\balbum\b|\bsong\b", "album|performed|produced|song|sung|written"),
)
_PARKED = _signs(
    (
        r"\bparked\b|\bdomain (?:name )?(?:is|has been|may be) (?:for sale|available)\b|\bbuy this domain\b|\bdiese domain\b",
        "available|buy this domain|diese domain|for sale|parked",
    ),
    (
        r"\b(?:register|search)(?: available)? domains?\b|\bhosting\b|\bwhois\b|\brelated searches\b",
        " domain|hosting|related searches|whois",
    ),
)
_SHOP = _signs(
    (r"(?:[£€$¥₽]|\b(?:EUR|USD|GBP|CHF))\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€₽]|(?:EUR|zł|kr)\b)", ""),
    (
        r"\b(?:add to (?:basket|cart|bag)|buy (?:it )?now|in den warenkorb|jetzt kaufen|ajouter au panier|añadir al carrito|comprar ahora|aggiungi al carrello|in winkelwagen|dodaj do koszyka)\b",
        "add to |aggiungi al carrello|ajouter au panier|añadir al carrito|buy |comprar ahora|dodaj do koszyka|in den warenkorb|in winkelwagen|jetzt kaufen",
    ),
    (
        r"\b(?:in stock|out of stock|delivered|free delivery|shipping|auf lager|lieferzeit|versand|en stock|livraison|envío|spedizione|op voorraad|verzending)\b",
        "auf lager|delivered|en stock|envío|free delivery|in stock|lieferzeit|livraison|op voorraad|out of stock|shipping|spedizione|versand|verzending",
    ),
    (
        r"\b(?:customer reviews?|average rating|write a review|kundenbewertung(?:en)?|avis clients?|opiniones de clientes|recensioni)\b",
        "average rating|avis client|customer review|kundenbewertung|opiniones de clientes|recensioni|write a review",
    ),
    (
        r"\b(?:rrp|you save|uvp|prix conseillé|précio original)\b|\bwas:? ?[£€$]|\bstatt:? ?\d",
        "prix conseillé|précio original|rrp|statt|uvp|was|you save",
    ),
    (
        r"\b(?:wish ?list|wunschliste|merkzettel|liste d['’]envies|lista de deseos|sku|item (?:no|number)|product code|art(?:ikel)?\.?-?nr|ean)\b",
        "art|ean|item n|lista de deseos|liste d|merkzettel|product code|sku|wish|wunschliste",
    ),
    (
        r"\b(?:secure (?:shopping|checkout|payment)|sicher bezahlen|paiement sécurisé|pago seguro|proceed to checkout|zur kasse)\b",
        "pago seguro|paiement sécurisé|proceed to checkout|secure |sicher bezahlen|zur kasse",
    ),
    (
        r"\b(?:related (?:items|products)|customers (?:also|who) bought|top sellers?|ähnliche (?:artikel|produkte)|produits similaires|productos relacionados)\b",
        "customers |productos relacionados|produits similaires|related |top seller|ähnliche ",
    ),
)
#: A row of a shop: its basket, or the button that puts something there.
_BASKET = lazy_re.compile(
    r"^[^\w\n]*(?:(?:my |your |shopping |view |mein |mon |mi ){0,2}(?:basket|cart|bag)\b|(?:add to|in den|ajouter au|añadir al|aggiungi al|in) (?:basket|cart|bag|warenkorb|panier|carrito|carrello|winkelwagen)|warenkorb|panier|carrito|cesta|carrello|koszyk).{0,24}$",
    re.IGNORECASE | re.MULTILINE,
)
_PAPER = _signs(
    (r"\bdoi:\s?\S|\bdoi\.org/10\.", "doi"),
    (
        r"^[^\w\n]*+(?:abstract|zusammenfassung|résumé|resumen|riassunto|resumo)[^\w\n]*$",
        "abstract|resumen|resumo|riassunto|résumé|zusammenfassung",
    ),
    (
        r"^[^\w\n]*+(?:(?:download|preview|view|open|full[- ]text) )?pdf(?: herunterladen)?[^\w\n]*$|^[^\w\n]*+(?:télécharger|descargar) (?:le |el )?pdf[^\w\n]*$",
        "descargar|pdf|télécharger",
    ),
    (
        r"^[^\w\n]*+(?:(?:article )?metrics|info/history|citation tools|cite(?: this(?: article| paper)?)?|cited by.{0,8}|export citation|zitieren|citer|citar)[^\w\n]*$",
        "citar|citation tools|cite|export citation|info/history|metrics|zitieren",
    ),
    (
        r"^[^\w\n]*+(?:supplementa(?:ry|l) (?:material|data|information)|request permissions|rights and permissions|full text|figures|volltext)[^\w\n]*$",
        "figures|full text|request permissions|rights and permissions|supplementa|volltext",
    ),
    (
        r"\borcid\b|\b(?:find this author on|for correspondence|corresponding author|author information)\b",
        "author information|corresponding author|find this author on|for correspondence|orcid",
    ),
)
_RECORD = _signs(
    (
        r"\b(?:identifier|registration (?:number|no\.?|id)|registry (?:number|id)|registernummer|numéro d['’]enregistrement|número de registro)\s?:?",
        "enregistrement|identifier|número de registro|registernummer|registration |registry ",
    ),
    (r"^[^\w\n]*+(?:[\w ]{2,20} )?status\s?:|^[^\w\n]*+(?:stand|état|estado)\s?:", "estado|stand|status|état"),
    (
        r"^[^\w\n]*+(?:(?:first|last) [\w ]{0,12}(?:posted|submitted|updated?|registered|verified)|date of (?:first )?registration|eingetragen am|date d['’]enregistrement)\b",
        "eingetragen am|enregistrement|posted|registered|registration|submitted|update|verified",
    ),
)
_MAIL = _signs(
    (
        r"^[^\w\n]*+(?:on|am|le|el) .{8,80}\S{1,60}@\S{1,60}>?\s?(?:wrote|schrieb|a écrit|escribió)\b",
        "a écrit|escribió|schrieb|wrote",
    ),
    (r"^[^\w\n]*+(?:to|an|à|para)\s+(?:me|mich|moi|mí)\b[^\n]{0,20}$", "an|para|to|à"),
    (r" - (?:gmail|outlook|proton mail|web ?mail|roundcube)[^\w\n]*$", "mail|outlook|roundcube"),
    (r"^[^\w\n]*+(?:from|von|de|da)\s?:[^\n]{0,60}\S@\S", "da|de|from|von"),
    (r"^[^\w\n]*+(?:subject|betreff|objet|asunto|oggetto)\s?:", "asunto|betreff|objet|oggetto|subject"),
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
#: What a row of a shop has one of.
_BASKET_WORDS: Final = (
    "basket",
    "cart",
    "bag",
    "warenkorb",
    "panier",
    "carrito",
    "cesta",
    "carrello",
    "winkelwagen",
    "koszyk",
)
#: All signs of pages of sites, and of the others, in order, with their words.
_OF_SITES, _OF_OTHERS = (
    tuple(sign for form, signs, _ in _FORMS if (form in _SITES) is sites for sign in signs) for sites in (True, False)
)
_SITE_WORDS: Final = (_BASKET_WORDS, *(sign.words for sign in _OF_SITES))
_OTHER_WORDS: Final = tuple(sign.words for sign in _OF_OTHERS)
_BLANKS, _LINES = lazy_re.compile(r"[ \t]+"), lazy_re.compile(r"\n\s*\n")
#: A name of a field, and fewest of them. Not measured.
_LABEL, _LABELS = lazy_re.compile(r"^\W{0,4}\w[^\n:]{2,48}:(?=\s|$)", re.MULTILINE), 12


def named_form(text: str) -> PageForm | None:
    """The sort of page that a text has the signs of; ``None`` without one. Asked only of documents that are no specification."""
    head = _LINES.sub("\n", text[:_SEARCHED])
    page = _LINES.sub("\n", _BLANKS.sub(" ", text[:_READ]))[:_PAGE]
    basket, *in_page = groups_in(page, _SITE_WORDS)
    may_be = dict(zip(_OF_SITES, in_page, strict=True)) | dict(
        zip(_OF_OTHERS, groups_in(head, _OTHER_WORDS), strict=True)
    )
    for form, signs, fewest in _FORMS:
        searched = page if form in _SITES else head
        possible = [sign for sign in signs if may_be[sign] or not sign.words]
        if len(possible) < fewest or (form is PageForm.SHOP_PAGE and not basket):
            continue
        if _has_first(form, signs[0], searched) and _has(possible, fewest, searched):
            return form
    return None


def _has(signs: list[_Sign], fewest: int, text: str) -> bool:
    """Whether a text has so many of the signs; those that could change nothing any more are not sought."""
    found = 0
    for left, sign in zip(range(len(signs), 0, -1), signs, strict=True):
        if not fewest - left <= found < fewest:
            break
        found += sign.pattern.search(text) is not None
    return found >= fewest


def _has_first(form: PageForm, first: _Sign, text: str) -> bool:
    """Whether a text has what every page of its sort has: other texts about songs, shops and registers have the rest."""
    if form is PageForm.SHOP_PAGE and not _BASKET.search(text):
        return False
    if form is PageForm.RECORD_PAGE and (text.count(":") < _LABELS or len(_LABEL.findall(text)) < _LABELS):
        return False
    return form not in _FIRST or first.pattern.search(text) is not None
