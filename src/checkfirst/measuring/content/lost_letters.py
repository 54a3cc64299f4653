"""Letters that a font draws as one sign and that a text lost on its way out of a file: ``speci cation``, ``dened``.

Hardly any word is misspelt in just this way, and words with these letters are among the commonest of every language. So a
text has lost them when words become known once they are put back, and next to none has them still.
"""

from functools import cache
from typing import Final

from msgspec import Struct

from checkfirst.core import WordTable, listed_pairs, word_table

#: Letters that fonts draw as one sign, in families: a font lacks all of one.
_FAMILIES: Final = (("fi", "fl", "ff", "ffi", "ffl"), ("fi", "ffi"), ("ti", "tt", "ft", "tti"))
#: Share of the words of a text that have such letters, from which it has kept them. Not measured.
_KEPT_FROM: Final = 0.012
#: Fewest words, fewest of them that become known, and different ones; how many there are for each that kept its letters.
#: Not measured.
_FEWEST_WORDS, _FEWEST, _DIFFERENT, _TIMES = 60, 4, 3, 3
#: Letters of a word without its lost ones. Not measured.
_SHORTEST: Final = 3
#: Common words with such letters in languages of which the models know no words.
_OTHERS: Final = (
    "öffnen öffnet öffentlich öffentliche öffentlichen öffnung offen hoffen betrifft betreffen betroffen treffen getroffen schiff schiffe schaffen "
    "geschaffen begriff begriffe angriff zugriff eingriff griff stoff stoffe definiert definition finden findet stattfinden pflicht pflichten "
    "verpflichtet pflege einfluss häufig häufige spezifisch spezifikation fläche flächen flug pflanzen konfiguration grafik profil empfehlen "
    "empfiehlt zutreffend auffällig qualifiziert identifiziert fliegen fließen finanziell firma erfinden befindet befinden empfindlich "
    "différent différents différente différentes effet effets effectuer effectué difficile difficiles officiel officielle offre offrir coefficient "
    "affaires affiché afficher fichier fichiers modifier modification définir défini définition définitions fin finale finir afin enfin confiance "
    "suffit suffisant chiffre chiffres coffre souffle flux influence réflexion spécifique spécifiques identifiant identifié configuration vérifier "
    "vérification notification profil filtre fil fixe fixer "
    "definir definido definición definición fin finales finalmente oficial oficina específico específica especificación identificar identificador "
    "configuración beneficio eficiente suficiente significa significado modificar verificar dificultad filtro flujo conflicto confianza perfil fichero "
    "definire definito definizione fine finale infine ufficio ufficiale specifico specifica specificazione identificare efficace efficiente difficile "
    "effetto effetti affidabile diffuso offre traffico verificare modifica modificare flusso conflitto profilo filtro fino finora "
    "definição definido oficial específico específica especificação identificar configuração benefício suficiente significa modificar verificar fluxo "
    "conflito perfil filtro ficheiro ficar "
    "definiëren gedefinieerd definitie officieel offertes verschaffen treffen betreffende specifiek specificatie identificatie configuratie vinden "
    "conflict profiel filter afgifte effect effectief fiets"
)
_LISTED: Final = frozenset(_OTHERS.split())


class _WithoutLetters(Struct, frozen=True):
    """What known words become without letters of one family."""

    whole: frozenset[str]
    """Pieces that are no words of their own."""
    apart: frozenset[tuple[str, str]]
    """Pieces that a sign stands between, not both of them words."""
    begins: WordTable
    """All of ``whole``, and the first of each of ``apart``."""


def first_lost_letters(lower: str, words: int, known: frozenset[str]) -> str | None:
    """The first word of a text in small letters that lost some, as it stands; ``None`` for one that kept them. ``words`` is
    the number of its words; ``known`` has the words that the models know."""
    if words < _FEWEST_WORDS:
        return None
    pairs: list[tuple[str, str, str]] = []
    listed: tuple[str, ...] = ()
    for family in _FAMILIES:
        kept = 0
        for letters in family:
            if len(letters) == len(family[0]) and kept < _KEPT_FROM * words:
                kept += lower.count(letters)
        if kept < _KEPT_FROM * words:
            without = _without_letters(family, known)
            if not set(family) <= set(listed):
                listed, pairs = family, listed_pairs(lower, without.begins)
            found = _lost(pairs, without)
            if len(found) >= max(_FEWEST, _TIMES * kept) and len(set(found)) >= _DIFFERENT:
                return found[0]
    return None


def _lost(pairs: list[tuple[str, str, str]], without: _WithoutLetters) -> list[str]:
    """The words that become known once letters of the family are put back, in order. ``pairs`` may be those of a family
    that has all its letters."""
    found = []
    for word, gap, following in pairs:
        if (word, following) in without.apart:
            found.append(f"{word}{gap}{following}")
        elif word in without.whole:
            found.append(word)
    return found


@cache
def _without_letters(family: tuple[str, ...], known: frozenset[str]) -> _WithoutLetters:
    """The pieces of all known words from which letters of the family are taken, each at one place."""
    words = known | _LISTED
    apart = {
        (word[:at], word[at + len(letters) :])
        for letters in family
        for word in words
        if letters in word
        for at in range(len(word) - len(letters) + 1)
        if word.startswith(letters, at) and len(word) - len(letters) >= _SHORTEST
    }
    whole = frozenset(before + after for before, after in apart) - words
    apart = {
        (before, after)
        for before, after in apart
        if before and after and not (len(before) > 1 and len(after) > 1 and before in words and after in words)
    }
    begins = whole.union(before for before, _ in apart)
    return _WithoutLetters(whole, frozenset(apart), word_table(dict.fromkeys(map(str.encode, begins), 1)))
