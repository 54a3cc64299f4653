"""Marks without which a search finds nothing: no text in which it finds something lacks them."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkfirst.measuring.index import includes, labels, links, toctrees, wiki_links
from checkfirst.reading.text import markdown_anchors
from checkfirst.reading.text.marks import WORDS, Mark, has
from checkfirst.reading.text.template_comments import without_template_comments
from tests.matches import matches

PATTERNS = [
    (markdown_anchors._SUMMARY, Mark.SUMMARY),
    (links._DEFINITION, Mark.DEFINITION),
    (labels._LABELS, Mark.LABEL),
    *((pattern, Mark.INCLUDE) for _, pattern in includes._INCLUDES),
    (includes._LISTED, Mark.INCLUDE),
    (wiki_links._WIKI, Mark.WIKI),
    *((pattern, Mark.TOCTREE) for pattern in (toctrees._RST, toctrees._MYST)),
    (includes._MADE, Mark.MADE),
    (includes._OF_SPECIFICATION, Mark.RESPEC),
    *((p, Mark.ID) for p in (markdown_anchors._DOCSIFY_ID, markdown_anchors._LABEL, markdown_anchors._RULE_ID)),
    (markdown_anchors._IN_DOLLARS, Mark.ID),
]


@pytest.mark.parametrize(("pattern", "mark"), PATTERNS)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(data=st.data())
def test_what_a_pattern_matches_has_a_mark(pattern: re.Pattern[str], mark: Mark, data: st.DataObject) -> None:
    assert has(data.draw(matches(pattern)), mark)


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_is_found_in_any_case_and_alone(mark: Mark) -> None:
    for word in WORDS[mark]:
        for written in (word, word.upper(), f"größe\n{word.title()}\n"):
            assert has(written, mark)
    assert not has("words of a text, and nothing else\n", mark)


def test_letters_that_count_as_those_of_ascii_may_be_in_any_word() -> None:
    assert all(has(text, mark) for text in ("\u017fhortname", "\u0130", "\u0131", "\u212a") for mark in Mark)


@pytest.mark.parametrize("end", WORDS[Mark.TEMPLATE_COMMENT])
def test_text_without_comments_of_templates_stays(end: str) -> None:
    text = f"a {end} b"
    assert without_template_comments(text) is text or "{" in text
