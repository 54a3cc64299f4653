"""What is measured of a document: complete roles, honest answers, evidence that is in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkfirst.measuring.document import measure, measure_needed
from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.text.lines import measure_lines
from checkfirst.measuring.text.tokens import number_words, split_words
from checkfirst.model.document import Role
from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.needs import Needs
from checkfirst.reading.read import read
from checkfirst.rules.registry import selected
from checkfirst.safe_text import LONGEST, printable, shortened
from tests.texts import LOGIN_PAGE, OPINION, SAVED_PAGE, SPECIFICATION


def measured(text: str, name: str = "page.txt") -> DocumentMeasures:
    return measure(read(name, text.encode("utf-8")), load_weights())


def roles_of(text: str, name: str = "page.txt") -> dict[str, Role]:
    lines = text.split("\n")
    return {
        lines[n - 1]: s.role
        for s in measured(text, name).segments
        for n in range(s.span.start_line, min(s.span.end_line, len(lines)) + 1)
    }


def test_specification() -> None:
    measures = measured(SPECIFICATION, "ledger.md")
    assert measures.kind.kind is Kind.SPECIFICATION
    assert measures.describes_system.answer is Answer.YES
    assert measures.scraped.answer is Answer.NO
    assert measures.language == "en"


def test_opinion() -> None:
    measures = measured(OPINION)
    assert measures.kind.group is Group.ARTICLE
    assert measures.describes_system.answer is Answer.NO


def test_login_page() -> None:
    assert measured(LOGIN_PAGE).kind.probability(Kind.ERROR_PAGE) > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQgZGF0YQ==\n" * 40,
        "/\\_/\\\n( o.o )\n > ^ <\n" * 30,
        "xq zvb wkk pfft grblx nnop qrt\n" * 40,
        "Матрос вышел на палубу и долго смотрел на воду, пока не стемнело совсем.\n" * 20,
    ],
    ids=["base64", "drawing", "gibberish", "russian"],
)
def test_what_is_like_nothing_seen_is_unknown(text: str) -> None:
    measures = measured(text)
    assert measures.kind.kind is Kind.UNKNOWN
    assert measures.describes_system.answer is not Answer.YES


def test_roles_of_a_saved_page() -> None:
    roles = roles_of(SAVED_PAGE)
    assert roles["Why nobody in this town wants to count anything any more"] is Role.TITLE
    assert roles["By Marguerite Oduya"] is Role.BYLINE
    assert roles["Tags: Budget, Council, Grandmothers"] is Role.TAGS
    assert roles["(Republished from The Lantern by permission of the author)"] is Role.REPUBLICATION_NOTE
    assert roles["1. Harold Finch says:"] is Role.COMMENT_HEADER
    assert roles["I would vote for your grandmother."] is Role.COMMENT
    assert roles["Privacy Policy"] in {Role.NAVIGATION, Role.PAGE_CHROME}
    prose = next(line for line in roles if line.startswith("My grandmother kept"))
    assert roles[prose] is Role.PROSE


def test_evidence_is_in_the_text() -> None:
    for text in (SPECIFICATION, OPINION, SAVED_PAGE):
        measures = measured(text)
        lines = text.split("\n")
        for q in (*measures.kind.evidence, *measures.describes_system.evidence, *measures.scraped.evidence):
            start = q.text.rstrip("…")[:60]
            assert " ".join(lines[q.span.start_line - 1].split()).startswith(start)


LINES = st.lists(
    st.sampled_from(
        ["Home", "", "A sentence about the importer that goes on.", "© 2020 X", "3 Comments", "> q", "- item"]
    ),
    max_size=50,
)


@settings(max_examples=80, deadline=None)
@given(LINES)
def test_every_line_has_one_role(lines: list[str]) -> None:
    text = "\n".join(lines)
    segments = measured(text).segments
    covered = [n for s in segments for n in range(s.span.start_line, s.span.end_line + 1)]
    assert covered == list(range(1, text.count("\n") + 2))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_lines_and_words_agree_on_the_lines(text: str) -> None:
    weights = load_weights()
    words = number_words(text, weights.vocabulary.table, len(weights.vocabulary))
    lines = measure_lines(text, words, weights.vocabulary.triggers)
    assert len(lines.texts) == text.count("\n") + 1
    assert len(words.lines) == 0 or int(words.lines[-1]) < len(lines.texts)
    assert lines.features.shape[1] == len(lines.filled) == int((~lines.blank).sum())
    assert int(lines.word_counts.sum()) == len(words.ids)


@given(st.text("abC1 \n.é'-", max_size=100))
def test_words_fold_case_and_digits(text: str) -> None:
    assert split_words(text.upper().replace("É", "é")) == split_words(text.lower())


@given(st.text(max_size=800))
def test_quotes_are_short_and_printable(text: str) -> None:
    assert printable(text).isprintable()
    assert len(shortened(text)) <= LONGEST


def test_a_specification_written_in_xml_is_not_taken_for_data() -> None:
    paragraphs = "".join(f"<p>{line}</p>\n" for line in SPECIFICATION.split("\n") if line.strip())
    measures = measured(f"<?xml version='1.0'?>\n<spec>\n{paragraphs}</spec>\n", "ledger.xml")
    assert measures.kind.kind is not Kind.STRUCTURED_DATA


@pytest.mark.parametrize("code", ["FIL001", "FIL004", "FIL006", "FIL007", "FIL009", "FIL012"])
def test_a_rule_about_the_file_alone_needs_its_words_and_no_model(code: str) -> None:
    needs = selected((code,), ()).needs
    assert needs == {Needs.WORDS}
    document, weights = read("ledger.md", SPECIFICATION.encode()), load_weights()
    found, whole = measure_needed(document, weights, needs), measure(document, weights)
    assert (found.fingerprint, found.statistics.words) == (whole.fingerprint, whole.statistics.words)
    assert (found.kind.kind, found.describes_system.answer) == (Kind.UNKNOWN, Answer.UNKNOWN)


@pytest.mark.parametrize(
    "comment", ["{% comment %}\nShare this\nLog in | Sign up\n{% endcomment %}", "{# 12 Kommentare | Teilen #}"]
)
def test_comments_of_templates_are_no_page_chrome(comment: str) -> None:
    measures = measured(f"{comment}\n{SAVED_PAGE}\n{comment}\n", "page.md")
    quoted = {evidence.text for evidence in measures.scraped.evidence}
    assert measures.scraped.answer is Answer.YES
    assert quoted.isdisjoint(comment.split("\n"))
    roles = roles_of(f"{comment}\n{SAVED_PAGE}", "page.md")
    assert {roles[line] for line in comment.split("\n")} == {Role.METADATA}
