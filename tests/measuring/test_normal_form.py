"""Normal forms are Unicode's own for all that a language writes, and cost no more for what none does."""

import time
import unicodedata

import pytest

from checkfirst import check_documents
from checkfirst.measuring.text.normal_form import Form, normalized

_FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC", "NFKD")


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize(
    "text",
    [
        "Größe",
        "e\u0301te\u0301 " * 200,
        "Việt Nam " * 60,
        "한국어 문서 " * 60,
        "ﬁn de ½ page " * 40,
        "q\u0307\u0323" * 300,
    ],
    ids=["short", "French", "Vietnamese", "Korean", "ligatures", "marks"],
)
def test_texts_of_languages(form: Form, text: str) -> None:
    assert normalized(form, text) == unicodedata.normalize(form, text)


@pytest.mark.parametrize("form", _FORMS)
def test_marks_without_end(form: Form) -> None:
    start = time.process_time()
    normalized(form, "a" + "\u0301\u0323" * 400_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", ["# o{}\n\n[x](#o{})\n", "# A\n\n[[o{}]] [[b]]\n", "= o{}\n\n<<o{}>>\n"])
def test_a_document_of_marks_is_checked(text: str) -> None:
    start = time.process_time()
    given = text.replace("{}", "\u0301\u0323" * 60_000)
    check_documents([("x.adoc" if text.startswith("=") else "x.md", given), ("b.md", "# Base\n")])
    assert time.process_time() - start < 20
