"""Cells of a table that a page is laid out with: boards have the author in one column and the post in the other."""

import re
from typing import Final

from checkfirst import lazy_re

_CELLS = lazy_re.compile(r"\s*[|│]\s*|\s{2,}|\t+")
#: A date with its label that directly follows other words.
_GLUED: Final = lazy_re.compile(
    r"(?<=[^\s|])(?=(?:Posted|Verfasst|Publicado|Enviado|Posté|Publié|Inviato|Geplaatst)\s?:)"
)
#: What precedes the date of a post in its cell, or stands above it.
POSTED: Final = lazy_re.compile(
    r"^(?:post(?:ed)?|posted (?:on|at)|verfasst(?: am)?|geschrieben(?: am)?|publicado|enviado|posté|publié|inviato|postato"
    r"|geplaatst|skrevet|wysłany|добавлено)\s?:\s*",
    re.IGNORECASE,
)
#: The label of the subject of a post, alone or with the subject.
SUBJECT: Final = lazy_re.compile(
    r"^(?:post subject|subject|titel(?: des beitrags)?|betreff(?: des beitrags)?|asunto|título(?: del mensaje)?"
    r"|sujet(?: du message)?|oggetto(?: del messaggio)?|onderwerp|temat(?: postu)?)\s?:",
    re.IGNORECASE,
)
#: A subject, and the text of a picture.
_NO_CELL: Final = lazy_re.compile(rf"{SUBJECT.pattern}|\[[^\]]*\]$", re.IGNORECASE)
_SUBJECT_AFTER: Final = lazy_re.compile(
    r"\s(?:Post subject|Titel|Betreff|Asunto|Título|Sujet|Oggetto|Onderwerp|Temat)\b.*$"
)
#: Labels of what a board prints of an author.
LABEL: Final = lazy_re.compile(
    r"^(?:joined|join date|posts|location|registered|from|registriert|beiträge|wohnort|dabei seit|registrado|mensajes"
    r"|ubicación|inscription|messages|localisation|iscritto il|messaggi|località|geregistreerd|berichten|age|gender)\s?:\s*$",
    re.IGNORECASE,
)


def posted_in(line: str) -> tuple[str, str] | None:
    """The cell before the one with the date of a post, apart from the subject, and that date; ``None`` without one."""
    if ":" not in line or not any(character.isdigit() for character in line):
        return None
    cells = [cell for cell in _CELLS.split(_GLUED.sub("  ", line.strip())) if cell and not _NO_CELL.match(cell)]
    for n, cell in enumerate(cells):
        if POSTED.match(cell):
            return (cells[n - 1] if n else "", _SUBJECT_AFTER.sub("", POSTED.sub("", cell)))
    return None
