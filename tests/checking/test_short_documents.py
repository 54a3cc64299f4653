"""An acceptance of a finding on a short document holds for that document, and not for another one of its name."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

NOT_FOUND = "404 Not Found\n\nThe page you requested could not be found.\n"
OTHERS = {
    "login": "Log in\n\nPlease log in to continue. Password. Forgot your password?\n",
    "German": "404 Nicht gefunden\n\nDie angeforderte Seite wurde nicht gefunden.\n",
    "refused": "403 Forbidden\n\nAccess denied. You don't have permission to access this page.\n",
}


def fingerprint(text: str) -> str:
    report = check_documents([("page.md", text)], config=Config(select=("KND003",)))
    return report.findings[0].fingerprint


@pytest.mark.parametrize("other", OTHERS.values(), ids=list(OTHERS))
def test_another_short_page_has_another_fingerprint(other: str) -> None:
    one, two = (int(fingerprint(text)[8:], 16) for text in (NOT_FOUND, other))
    assert (one ^ two).bit_count() > 4


def test_the_same_words_in_other_lines_have_the_same() -> None:
    assert fingerprint(NOT_FOUND) == fingerprint(NOT_FOUND.replace("\n\n", "\n\n\n"))
