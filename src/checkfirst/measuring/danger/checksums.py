"""Checksums of payment cards, bank accounts and national numbers: whether digits can be such a number at all."""

from typing import Final

from checkfirst import lazy_re

_IBAN_REST: Final = 97
#: Lengths of IBANs by country (SWIFT, "IBAN Registry").
IBAN_LENGTHS: Final = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
    "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
    "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24,
    "XK": 20,
}  # fmt: skip
#: First digits of cards and how many digits they have, as their networks give them (ISO/IEC 7812-1).
_CARDS: Final = lazy_re.compile(
    r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|62\d{14}"
)
#: First digits of debit cards and of older cards, which many other numbers have, too.
_OTHER_CARDS: Final = lazy_re.compile(r"(?:5[06-8]|6\d)\d{10,17}|(?:1800|2131)\d{11}|35\d{14}")
#: Letters of a Spanish identity number, by the rest of its division by 23.
_SPANISH: Final = "TRWAGMYFPDXBNJZSQVHLCKE"
#: Values of characters at odd places of an Italian tax code (decree of 23 December 1976, table).
_ITALIAN_ODD: Final = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
_CHINESE_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_POLISH_WEIGHTS: Final = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
_FINNISH: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def luhn(digits: str) -> bool:
    """The checksum of cards and of some national numbers (ISO/IEC 7812-1, annex B)."""
    doubled = (int(d) * 2 if n % 2 else int(d) for n, d in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_card(digits: str) -> bool:
    """Whether a network of cards gives such numbers, and the checksum is right."""
    return bool(_CARDS.fullmatch(digits)) and luhn(digits)


def may_be_card(digits: str) -> bool:
    """Whether digits that a line calls a card are one: debit cards and older ones, too."""
    return bool(_CARDS.fullmatch(digits) or _OTHER_CARDS.fullmatch(digits)) and luhn(digits)


def is_iban(account: str) -> bool:
    """Whether its country has accounts of such a length, and the checksum is right (ISO 13616, ISO 7064 MOD 97-10)."""
    if len(account) != IBAN_LENGTHS.get(account[:2]):
        return False
    return int("".join(str(int(c, 36)) for c in account[4:] + account[:4])) % _IBAN_REST == 1


def is_german_tax_number(digits: str) -> bool:
    """The identification number for taxes (section 139b AO): eleven digits by ISO 7064 MOD 11,10."""
    rest = 10
    for digit in digits[:-1]:
        rest = ((int(digit) + rest) % 10 or 10) * 2 % 11
    return digits[0] != "0" and (11 - rest) % 10 == int(digits[-1])


def is_french_number(digits: str) -> bool:
    """The number of the register of persons (NIR): thirteen digits and 97 less the rest of their division by it."""
    return 97 - int(digits[:13]) % 97 == int(digits[13:])


def is_spanish_number(number: str) -> bool:
    """An identity number (DNI, NIE): the letter follows from the digits."""
    digits = number[:-1].replace("X", "0").replace("Y", "1").replace("Z", "2")
    return _SPANISH[int(digits) % len(_SPANISH)] == number[-1]


def is_italian_code(code: str) -> bool:
    """A tax code of a person: the last letter follows from the others."""
    total = 0
    for place, character in enumerate(code[:15]):
        value = int(character) if character.isdigit() else ord(character) - ord("A")
        total += value if place % 2 else _ITALIAN_ODD[value]
    return chr(ord("A") + total % 26) == code[15]


def is_dutch_number(digits: str) -> bool:
    """The number of a citizen (BSN): the weighted sum is divisible by eleven."""
    weighted = sum(int(d) * (9 - n) for n, d in enumerate(digits[:8])) - int(digits[8])
    return weighted % 11 == 0 and int(digits) > 0


def is_polish_number(digits: str) -> bool:
    """The number of the register of persons (PESEL)."""
    return sum(int(d) * w for d, w in zip(digits, _POLISH_WEIGHTS, strict=True)) % 10 == 0


def is_belgian_number(digits: str) -> bool:
    """The number of the national register: 97 less the rest of the first nine digits, from 2000 with a 2 before them."""
    check = int(digits[9:])
    return check in {97 - int(digits[:9]) % 97, 97 - int("2" + digits[:9]) % 97}


def is_brazilian_number(digits: str) -> bool:
    """The number of a taxpayer (CPF): two digits follow from those before them."""
    for length in (9, 10):
        total = sum(int(d) * (length + 1 - n) for n, d in enumerate(digits[:length]))
        if total * 10 % 11 % 10 != int(digits[length]):
            return False
    return True


def is_chinese_number(number: str) -> bool:
    """The number of a resident (GB 11643-1999, ISO 7064 MOD 11-2)."""
    total = sum(int(d) * w for d, w in zip(number[:17], _CHINESE_WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17]


def is_british_number(digits: str) -> bool:
    """The number of a patient of the NHS: modulus 11."""
    rest = 11 - sum(int(d) * (10 - n) for n, d in enumerate(digits[:9])) % 11
    return rest != 10 and rest % 11 == int(digits[9])


def is_finnish_number(number: str) -> bool:
    """The identity code of a person: the last sign follows from the nine digits."""
    return _FINNISH[int(number[:6] + number[-4:-1]) % len(_FINNISH)] == number[-1]
