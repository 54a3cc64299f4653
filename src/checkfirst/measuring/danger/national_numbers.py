"""National numbers of persons: what they are called, how they are written, and their checksum."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.danger import checksums


class NationalNumber(NamedTuple):
    """One kind of number."""

    title: str
    signs: tuple[str, ...]
    """Pieces, in small letters, of which a text that names it has one; they are sought first."""
    named: re.Pattern[str]
    """What the line calls it."""
    written: re.Pattern[str]
    is_valid: Callable[[str], bool]
    """Of the number in capitals, without blanks and marks."""


def _number(title: str, signs: str, named: str, written: str, is_valid: Callable[[str], bool]) -> NationalNumber:
    return NationalNumber(
        title,
        tuple(signs.split("|")),
        lazy_re.compile(named),
        lazy_re.compile(rf"(?<![\w.-])(?:{written})(?![\w-]|\.\d)", re.IGNORECASE),
        is_valid,
    )


NUMBERS: Final = (
    _number(
        "German tax number",
        "steuer|identifikationsnummer|idnr",
        r"(?i:Steuer-?ID|Identifikationsnummer|IdNr|steuerliche ID)",
        r"\d{2} ?\d{3} ?\d{3} ?\d{3}",
        checksums.is_german_tax_number,
    ),
    _number(
        "French social security number",
        "sécurité sociale|securite sociale|nir|insee|sécu",
        r"(?i:sécurité sociale|securite sociale|\bNIR\b|INSEE|n° ?sécu)",
        r"[12] ?\d{2} ?[01]\d ?\d{2} ?\d{3} ?\d{3} ?\d{2}",
        checksums.is_french_number,
    ),
    _number(
        "Spanish identity number",
        "dni|nie|nif|d.n.i.",
        r"\b(?:DNI|NIE|NIF|D\.N\.I\.)(?![A-Za-z])",
        r"(?:\d{8}|[XYZ]-?\d{7})-?[A-Z]",
        checksums.is_spanish_number,
    ),
    _number(
        "Italian tax code",
        "fiscale|cod. fisc|c.f.|cf",
        r"(?i:codice fiscale|cod\. fisc|\bC\.F\.|\bCF\b)",
        r"[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]",
        checksums.is_italian_code,
    ),
    _number(
        "Dutch citizen number",
        "bsn|burgerservice",
        r"(?i:\bBSN\b|burgerservicenummer)",
        r"\d{9}|\d{4}\.\d{2}\.\d{3}",
        checksums.is_dutch_number,
    ),
    _number("Polish PESEL number", "pesel", r"(?i:\bPESEL\b)", r"\d{11}", checksums.is_polish_number),
    _number(
        "Belgian national number",
        "rijksregister|registre national|national register|insz|niss",
        r"(?i:rijksregister|registre national|national register|\bINSZ\b|\bNISS\b)",
        r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}|\d{11}",
        checksums.is_belgian_number,
    ),
    _number(
        "Brazilian CPF number", "cpf", r"\bCPF\b", r"\d{3}\.\d{3}\.\d{3}-\d{2}|\d{11}", checksums.is_brazilian_number
    ),
    _number(
        "Chinese resident number",
        "身份证|身分證|resident id|id card",
        r"(?i:身份证|身分證|resident id|\bID card\b)",
        r"[1-8]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[\dX]",
        checksums.is_chinese_number,
    ),
    _number("NHS number", "nhs", r"(?i:\bNHS\b)", r"\d{3}([ -]?)\d{3}\1\d{4}", checksums.is_british_number),
    _number(
        "Canadian social insurance number",
        "sin|social insurance|assurance sociale|nas",
        r"\bSIN\b|(?i:social insurance|assurance sociale|\bNAS\b)",
        r"[1-7]\d{2}([ -])\d{3}\1\d{3}",
        checksums.luhn,
    ),
    _number(
        "Swedish personal number",
        "personnummer|personal identity number",
        r"(?i:personnummer|personal identity number)",
        r"(?:19|20)?\d{2}[01]\d[0-3]\d-?\d{4}",
        lambda digits: checksums.luhn(digits[-10:]),
    ),
    _number(
        "Finnish identity code",
        "henkilötunnus|hetu|personbeteckning|personal identity code",
        r"(?i:henkilötunnus|\bhetu\b|personbeteckning|personal identity code)",
        r"[0-3]\d[01]\d{3}[-+A]\d{3}[0-9A-Y]",
        checksums.is_finnish_number,
    ),
)
