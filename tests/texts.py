"""Texts of our own writing that many tests use: samples of the rules."""

from typing import Final

from checkfirst.rules.samples import Sample, samples_of


def _texts(sample: Sample) -> dict[str, str]:
    return {name: content.decode() for name, content in sample.items()}


_STRANGE: Final = _texts(samples_of("FIT001", "odd-one-out").fires[0])
#: A set whose documents belong together, a text that does not, and one in another language.
LEDGER_SERIES: Final = _texts(samples_of("FIT001", "odd-one-out").silent[0])
GARDEN: Final = _STRANGE["roses.md"]
FOREIGN: Final = _texts(samples_of("FIT003", "other-language").fires[0])["mitschrift.md"]
SPECIFICATION: Final = LEDGER_SERIES["storage.md"]
GOOD_NOTE: Final = _texts(samples_of("FIL004", "empty").silent[0])["note.md"]
OPINION: Final = _texts(samples_of("KND002", "wrong-kind-for-purpose").fires[0])["ledger.txt"]
LOGIN_PAGE: Final = _texts(samples_of("KND003", "error-or-login-page").fires[0])["rfc7807.md"]
#: ``OPINION`` as a web page that was saved as text.
SAVED_PAGE: Final = _texts(samples_of("WEB001", "scraped-page").fires[0])["ledger.txt"]
