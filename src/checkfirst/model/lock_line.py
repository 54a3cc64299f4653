"""Words of the lines in ``checkfirst.lock``, which the lock writes and the page of a report offers."""

from urllib.parse import quote


def as_word(text: str) -> str:
    """The text as one word of a line, blanks and unusual characters percent-encoded (RFC 3986); "-" for an empty one."""
    return quote(text, safe="/~!$&'()*+,;=:@._-", errors="surrogateescape") or "-"


def finding_words(fingerprint: str, code: str, path: str) -> str:
    """The words of a line that say which finding it is about."""
    return f"{fingerprint} {code} {as_word(path)}"
