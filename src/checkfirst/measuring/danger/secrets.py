"""Secrets: by the forms of their providers, with checksums where the form has one, and without placeholders."""

import base64
import binascii
import json
import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.danger.secret_table import FORMS, MAY_HAVE_PASSWORD, PRIVATE_KEY, WITH_PASSWORD
from checkfirst.measuring.text.sought import exact_groups_of_lines
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document
from checkfirst.model.folder_names import is_of_tests, is_sample, is_test_data
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.safe_text import shortened

#: What the owner of an example writes in it, and runs that nobody draws by lot.
_PLACEHOLDER: Final = lazy_re.compile(
    r"example|sample|dummy|placeholder|your|xxxx|0000|1234567|abcdef|fake|redacted|changeme|replace|insert|secret_?key|\.\.\.|\*{3}|(.)\1{4}",
    re.IGNORECASE,
)
#: Words of the line that say that it is none.
_SHOWN: Final = lazy_re.compile(
    r"\b(?:example|fake|dummy|placeholder|sample|revoked|not a real|test (?:key|token))\b", re.IGNORECASE
)
#: A web token that a server signed (RFC 7519), which is a secret while it is valid.
_WEB_TOKEN: Final = lazy_re.compile(
    r"(?<![\w-])eyJ[A-Za-z0-9_-]{15,500}\.eyJ[A-Za-z0-9_-]{15,2000}\.[A-Za-z0-9_-]{20,600}(?![\w-])"
)
#: Characters that a secret in one word has at least.
_LONG: Final = 20
_LONG_WORD: Final = lazy_re.compile(rf"[^\s\"'`<>(),;|]{{{_LONG},4000}}")
_WEB: Final = "web token"
#: Letters of a secret that a report shows, and secrets of one document that are told.
_SHOWN_LETTERS: Final = 4
_MOST: Final = 20
#: What words above a secret say of one of an example; characters and lines above that are read. Not measured.
_EXAMPLE: Final = lazy_re.compile(
    r"\bdo not (?:re-?)?use\b|\bnever (?:re-?)?use (?:this|these|it)\b|\b(?:example|sample|dummy|fake|test(?:ing)?|demo(?:nstration)?)s? (?:private )?(?:keys?|tokens?|secrets?|credentials?|certificates?|vectors?)\b"
    r"|\b(?:keys?|key pairs?|tokens?|secrets?|credentials?) for (?:the )?(?:examples?|tests?|testing|demonstrations?|illustration)\b|\bnot (?:a )?(?:real|valid|secret|for production)\b"
    r"|\b(?:beispiel|test)(?:schlüssel|token|geheimnis)\w{0,3}\b|\bnicht (?:wieder)?verwenden\b|\b(?:clés?|jetons?) d['’](?:exemple|essai)\b|\bne pas (?:ré)?utiliser\b"
    r"|\b(?:claves?|tokens?) de (?:ejemplo|prueba)\b|\bno (?:re)?utilizar\b|(?:テスト|サンプル)用|示例",
    re.IGNORECASE,
)
_ABOVE, _LINES_ABOVE = 600, 5
#: The last line of a public key.
_PUBLIC_KEY: Final = "PUBLIC KEY-----"
#: Bits a character of a password in an address. Not measured.
_PASSWORD_ENTROPY: Final = 3.0
_BASE62: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#: Prefixes of tokens whose last six characters are a checksum of the others (GitHub, "Behind GitHub's new authentication
#: token formats").
_WITH_CHECKSUM: Final = ("ghp_", "gho_", "ghu_", "ghs_", "npm_")


_WEB_SIGN: Final = "eyJ"
#: What every secret or its line has: those that are one word, a private key, an address with a password.
_SIGNS: Final = ((*(form.sign for form in FORMS), _WEB_SIGN), ("PRIVATE KEY",), ("://",))
_IN_WORD, _KEY_SIGN, _ADDRESS = 1, 2, 4


def find_secrets(document: Document) -> Iterator[Danger]:
    """The first secrets of a document, masked."""
    is_test = is_sample(document.path) or is_test_data(document.path) or is_of_tests(document.path)
    for count, (provider, secret, at) in enumerate(_found(document.text)):
        if count >= _MOST:
            return
        line = document.text.count("\n", 0, at)
        start, end = document.text.rfind("\n", 0, at) + 1, document.text.find("\n", at)
        shown = document.text[start : end if end >= 0 else None]
        if _SHOWN.search(shown):
            continue
        yield Danger(
            kind=DangerKind.SECRET,
            how=provider,
            text=masked(secret),
            quote=Quote(span=text_span(line), text=shortened(_masked_line(shown, secret))),
            # A token that fails its own checksum was made up, or cut; web tokens expire, and documentation shows old ones.
            grave=not is_test and provider != _WEB and _is_valid(secret) and not _is_example(document.text, start),
        )


def _is_example(text: str, start: int) -> bool:
    """Whether the words right above the line of a secret say that it is one of an example."""
    above = text[max(0, start - _ABOVE) : start].rstrip()
    lines = above.split("\n")[-_LINES_ABOVE:]
    # Who shows the other half of a key pair right above it shows how keys are written.
    return lines[-1].strip().endswith(_PUBLIC_KEY) or _EXAMPLE.search("\n".join(lines)) is not None


def _masked_line(line: str, secret: str) -> str:
    """The line with the secret, or with the part of one that is longer, masked."""
    first = secret.partition("\n")[0]
    return without_secrets(line.replace(first, masked(secret)))


def without_secrets(text: str) -> str:
    """The text with each secret masked; it has as many lines as before."""
    for _, secret, _ in list(_found(text)):
        text = text.replace(secret, masked(secret) + "\n" * secret.count("\n"))
    return text


def masked(secret: str) -> str:
    """The first letters of a secret, and its length."""
    return f"{shortened(secret[:_SHOWN_LETTERS])}… ({len(secret)} characters)"


def _found(text: str) -> Iterator[tuple[str, str, int]]:
    signed = exact_groups_of_lines(text, _SIGNS)
    if not signed:
        return
    lines = text.split("\n")
    # Few words of a text are as long as a secret, and those are searched first.
    words = [word for n, signs in signed.items() if signs & _IN_WORD for word in lines[n].split() if len(word) >= _LONG]
    long_words = "\n".join(_LONG_WORD.findall("\n".join(words))) if words else ""
    for form in FORMS if long_words else ():
        if form.sign in long_words and form.pattern.search(long_words):
            for match in form.pattern.finditer(text):
                if entropy(match[1]) >= form.entropy and not _PLACEHOLDER.search(match[1]):
                    yield form.provider, match[1], match.start(1)
    if any(signs & _KEY_SIGN for signs in signed.values()):
        for match in PRIVATE_KEY.finditer(text):
            if len(match[1]) >= _KEY and not _PLACEHOLDER.search(match[1][:_KEY]) and not _CUT.search(match[1]):
                yield "private key", match[0], match.start()
    addresses = [lines[n] for n, signs in signed.items() if signs & _ADDRESS and "@" in lines[n]]
    if any(map(MAY_HAVE_PASSWORD.search, addresses)):
        for match in WITH_PASSWORD.finditer(text):
            if _is_password(match[1]):
                yield "password in an address", match[1], match.start(1)
    if _WEB_SIGN in long_words and _WEB_TOKEN.search(long_words):
        for match in _WEB_TOKEN.finditer(text):
            if _is_web_token(match[0]):
                yield _WEB, match[0], match.start()


#: A line in place of those that were left out of a key.
_CUT: Final = lazy_re.compile(r"^[ \t]*\.{2,}[ \t]*$", re.MULTILINE)
#: Characters of the body of a private key, which has more of them in earnest.
_KEY: Final = 150


def _is_password(word: str) -> bool:
    mixed = sum(any(map(kind, word)) for kind in (str.isdigit, str.islower, str.isupper))
    return (
        mixed > 1
        and entropy(word) >= _PASSWORD_ENTROPY
        and not re.search(r"pass|pwd|secret|user|\.\.\.|\*|%s", word, re.IGNORECASE)
        and not _PLACEHOLDER.search(word)
    )


def _is_valid(secret: str) -> bool:
    """Whether the checksum of a token is right, where its form has one."""
    if not secret.startswith(_WITH_CHECKSUM):
        return True
    body, told = secret.partition("_")[2][:-6], secret[-6:]
    number, digits = zlib.crc32(body.encode()), ""
    while number:
        number, rest = divmod(number, len(_BASE62))
        digits = _BASE62[rest] + digits
    return digits.rjust(6, "0") == told


def _is_web_token(token: str) -> bool:
    """Whether its first part is a header that names how it is signed, and it has no marks of an example."""
    head, body, _ = token.split(".")
    try:
        header, claims = (json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in (head, body))
    except (ValueError, binascii.Error, RecursionError):
        return False
    named = json.dumps(claims).lower()
    return (
        isinstance(header, dict)
        and "alg" in header
        and "exp" in named
        and not re.search(r"john|example|test|1234567890|alice|bob", named)
    )


def entropy(text: str) -> float:
    """Bits a character (Shannon 1948)."""
    counts = Counter(text).values()
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts) if text else 0.0
