"""Letters that a font draws as one sign and that a text lost on its way out of a file: ``speci cation``, ``dened``.

Hardly any word is misspelt in just this way, and words with these letters are among the commonest of every language. So a
text has lost them when words become known once they are put back, and next to none has them still.
"""

import re
from collections.abc import Container
from typing import Final

#: Letters that fonts draw as one sign, in families: a font lacks all of one.
_FAMILIES: Final = (("fi", "fl", "ff", "ffi", "ffl"), ("fi", "ffi"), ("ti", "tt", "ft", "tti"))
#: Share of the words of a text that have such letters, from which it has kept them. Not measured.
_KEPT_FROM: Final = 0.012
#: Fewest words, fewest of them that become known, and different ones; how many there are for each that kept its letters.
#: Not measured.
_FEWEST_WORDS, _FEWEST, _DIFFERENT, _TIMES = 60, 4, 3, 3
#: Letters of a word without its lost ones. Not measured.
_SHORTEST: Final = 3
_PAIR = re.compile(r"[^\W\d_]+(?=([^\w\n,;:|/(=])([^\W\d_]+))?")
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


def first_lost_letters(text: str, known: Container[bytes]) -> str | None:
    """The first word whose letters are lost, as it stands; ``None`` for a text that kept them. ``known`` has the words
    that the models know, in UTF-8."""
    lower = text.lower()
    words = len(lower.split())
    if words < _FEWEST_WORDS:
        return None
    for family in _FAMILIES:
        kept = sum(map(lower.count, (letters for letters in family if len(letters) == len(family[0]))))
        if kept < _KEPT_FROM * words:
            found = _lost(lower, family, known)
            if len(found) >= max(_FEWEST, _TIMES * kept) and len(set(found)) >= _DIFFERENT:
                return found[0]
    return None


def _lost(lower: str, family: tuple[str, ...], known: Container[bytes]) -> list[str]:
    """The words that become known once letters of the family are put back, in order."""
    judged: dict[str, bool] = {}
    found = []
    for match in _PAIR.finditer(lower):
        word, (gap, following) = match[0], match.groups()
        pair = f"{word}{gap}{following}" if gap else word
        for piece, at in ((pair, len(word) if gap else 0), (word, None)):
            if piece not in judged:
                judged[piece] = _is_whole_with(piece, at, family, known)
            if judged[piece]:
                found.append(piece)
                break
    return found


def _is_whole_with(piece: str, gap: int | None, family: tuple[str, ...], known: Container[bytes]) -> bool:
    """Whether a piece, or two with a sign between them at ``gap``, become a word with letters of the family put back."""
    if gap:
        before, after = piece[:gap], piece[gap + 1 :]
        if all(len(part) > 1 and _is_known(part, known) for part in (before, after)):
            return False
        return len(before + after) >= _SHORTEST and any(_is_known(before + put + after, known) for put in family)
    if len(piece) < _SHORTEST or _is_known(piece, known):
        return False
    places = range(len(piece) + 1)
    return any(_is_known(piece[:n] + put + piece[n:], known) for put in family for n in places)


def _is_known(word: str, known: Container[bytes]) -> bool:
    return word in _LISTED or word.encode() in known
