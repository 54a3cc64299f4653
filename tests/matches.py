"""Texts that a pattern matches, for property tests."""

import re

from hypothesis import strategies as st


def matches(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Texts that a pattern matches. Possessive repetition is not needed to make one, and not known everywhere."""
    plain = re.sub(r"(?<=[*+?}])\+", "", pattern.pattern)
    return st.from_regex(re.compile(plain, pattern.flags)).filter(lambda text: pattern.search(text) is not None)
