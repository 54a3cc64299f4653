"""Ids in Latin letters that sites make of headings in Cyrillic or Greek letters: ``kak-ustroeno`` of "Как устроено"."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from checkfirst.measuring.text.normal_form import normalized

#: The usual ways to write a letter: ISO 9, GOST, the scientific ones, those for passports and those of programs for slugs.
_CYRILLIC: Final = (
    "а:a б:b в:v,w г:g,h ґ:g д:d ђ:d,dj ѓ:g,gj е:e,je,ye ё:e,io,jo,yo є:e,ie,ye,je ж:zh,z,j,g з:z ѕ:z,dz и:i,y і:i ї:i,ji,yi й:i,j,y "
    "ј:j к:k ќ:k,kj л:l љ:lj,l м:m н:n њ:nj,n о:o п:p р:r с:s т:t ћ:c,cj у:u ў:u,w ф:f х:h,kh,x,ch ц:c,ts,tz,cz ч:ch,c,tch "
    "џ:dz,dzh,d ш:sh,s,sch щ:shch,sch,sh,shh,shcz,s,sht,st,sc ъ:,a,u,y,ie ы:y,i ь:,i,j,y э:e,eh,je ю:yu,ju,u,iu,ui я:ya,ja,a,ia,ea,q"
)
_GREEK: Final = (
    "α:a β:v,b γ:g,y,n δ:d ε:e ζ:z η:i,h,e θ:th,8 ι:i κ:k λ:l μ:m ν:n ξ:x,ks,3 ο:o π:p ρ:r,rh σ:s ς:s τ:t υ:y,u,v,f,i φ:f,ph "
    "χ:ch,h,x,kh ψ:ps ω:o,w"
)
_LETTERS: Final[dict[str, tuple[str, ...]]] = {
    letter: tuple(written.split(","))
    for letter, _, written in (pair.partition(":") for pair in f"{_CYRILLIC} {_GREEK}".split())
}
#: Letters of the longest heading that is compared, and of all that are compared for one set. Not measured.
_MOST: Final = 300
_MOST_COMPARED: Final = 2_000_000


def is_transliterated(name: str, headings: Iterable[str]) -> bool:
    """Whether a name in Latin letters is one of the headings in any usual transliteration, whatever stands between words."""
    return Transliterations().of(name, "", headings)


class Transliterations:
    """The headings of pages in other alphabets, by the letters that a transliteration of them begins with."""

    def __init__(self) -> None:
        self._pages: dict[str, dict[str, list[str]]] = {}
        self._left = _MOST_COMPARED
        self.is_exhausted = False
        """Whether any name was not compared because too many were before."""

    def of(self, name: str, page: str, headings: Iterable[str]) -> bool:
        """Whether a name is one of the ``headings`` of a page. It may be, where too many had to be compared before."""
        wanted = "".join(filter(str.isalnum, _plain(name)))
        if not wanted or not wanted.isascii() or len(wanted) > _MOST:
            return False
        if page not in self._pages:
            self._pages[page] = _by_first_letter(headings)
        for heading in self._pages[page].get(wanted[0], ()):
            self._left -= len(heading)
            self.is_exhausted = self._left < 0
            if self.is_exhausted or _writes(wanted, heading):
                return True
        return False


def _by_first_letter(headings: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for heading in headings:
        # Most headings have no letter of the two alphabets: they are not looked at any further.
        if heading.isascii() or _LETTERS.keys().isdisjoint(heading.lower()):
            continue
        plain = "".join(filter(str.isalnum, _plain(heading)))
        if len(plain) <= _MOST and not _LETTERS.keys().isdisjoint(plain):
            for letter in _first_letters(plain):
                found.setdefault(letter, []).append(plain)
    return found


def _first_letters(heading: str) -> set[str]:
    """The letters that a transliteration may begin with. Signs that may be left out have others behind them."""
    found: set[str] = set()
    for letter in heading:
        ways = _LETTERS.get(letter, (letter,))
        found.update(way[0] for way in ways if way)
        if "" not in ways:
            break
    return found


def _plain(text: str) -> str:
    """The text in small letters without accents, with those letters whole that have a sign of their own (й, ё, ї)."""
    whole = normalized("NFC", text).lower()
    return "".join(
        letter
        for c in whole
        for letter in (c if c in _LETTERS else normalized("NFKD", c))
        if not unicodedata.combining(letter)
    )


def _writes(wanted: str, heading: str) -> bool:
    """Whether the letters of a heading can be written so. A number may follow, as behind the second heading of a name."""
    ends = {0}
    for letter in heading:
        ways = _LETTERS.get(letter, (letter,))
        ends = {end + len(way) for end in ends for way in ways if wanted.startswith(way, end)}
        if not ends:
            return False
    return any(end == len(wanted) or wanted[end:].isdigit() for end in ends)
