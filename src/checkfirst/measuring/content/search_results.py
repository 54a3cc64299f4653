"""A saved page of search results, told by the line that counts them: only a program writes it so."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.sought import Sought, lines_with
from checkfirst.model.traces import Trace, TraceKind

#: Lines with text that are looked at, and words of one. Not measured.
_FIRST, _MOST_WORDS = 60, 16
#: Fewest lines with the address of a result, or with a title above its text, of such a page. Not measured.
_FEWEST: Final = 3
_NUMBER: Final = r"\d[\d.,’'\u00a0\u202f]{0,14}"
_NAMES: Final = (
    r"(?:search )?results?|hits|matches|(?:such)?ergebnissen?|treffern?|résultats?|resultados?|risultati|resultaten|"
    r"wynik(?:i|ów)|результат\w{0,4}|resultat|tulosta|resultater"
)
_SECONDS: Final = r"(?:seconds?|secs?|s|sekunden?|secondes?|segundos?|secondi|seconden|sekund\w{0,2}|сек\w{0,5})"
#: A count with the time that the search took; and a part of a count, "1–10 of 482 results".
_TIMED = lazy_re.compile(
    rf"\b{_NUMBER} (?:{_NAMES})\b[^\w\n]{{0,3}}\(?[^\w\n]{{0,2}}\d[\d.,]{{0,6}} ?{_SECONDS}\b", re.IGNORECASE
)
_PART = lazy_re.compile(
    rf"\b{_NUMBER} ?(?:[-–—]|to|bis|à|a|al|t/m|до) ?{_NUMBER} (?:of|von|sur|de|di|van|aus|z|из|av|af)(?: about| over| more than| etwa| environ)? {_NUMBER} "
    rf"(?:{_NAMES})\b",
    re.IGNORECASE,
)
#: What was sought: "Search results for “tide tables”".
_SOUGHT = lazy_re.compile(
    rf"^\W{{0,4}}(?:{_NUMBER} )?(?:search results|results|suchergebnisse|ergebnisse|treffer|résultats(?: de (?:la )?recherche)?|resultados(?: de (?:la )?búsqueda| da pesquisa)?|"
    rf"risultati(?: della ricerca)?|zoekresultaten|wyniki wyszukiwania|результаты поиска)\s?(?:for|zu|für|pour|para|de|per|voor|dla|по запросу)?\W{{0,3}}[\"“„«'‘][^\"”“»'’\n]{{2,80}}[\"”“»'’]\W{{0,3}}$",
    re.IGNORECASE,
)
#: The address of a result, alone on its line.
_ADDRESS = lazy_re.compile(
    r"^\W{0,4}(?:https?://)?(?:[\w-]{1,40}\.){1,4}[a-z]{2,10}(?:[/›»> ][^\n]{0,120})?$", re.IGNORECASE
)


def find_search_results(text: str, lines: Lines, links: int) -> list[Trace]:
    """The trace of the line that counts results; empty for a text of its own. ``links`` are those of the document."""
    first = lines.filled[:_FIRST].tolist()
    for n in sorted(set(first).intersection(lines_with(text, Sought.RESULTS))):
        line = lines.texts[n]
        if lines.word_counts[n] <= _MOST_WORDS and (_TIMED.search(line) or _PART.search(line) or _SOUGHT.match(line)):
            addresses = sum(bool(_ADDRESS.match(lines.texts[other])) for other in first)
            if max(addresses, links) >= _FEWEST:
                return [Trace(kind=TraceKind.SEARCH_RESULTS, quote=quote(lines.texts, n))]
    return []
