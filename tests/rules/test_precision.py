"""Severities are earned on documents that nobody tuned for."""

import pytest

from checkfirst.rules.precision import ONE_IN, Precision, documents_checked, precisions
from checkfirst.rules.registry import RULES


@pytest.mark.parametrize("reading", precisions(), ids=lambda each: f"{each.code} {each.severity.value}")
def test_the_severity_is_earned(reading: Precision) -> None:
    assert reading.code in RULES
    assert reading.is_earned, (
        f"{reading.wrong} false findings on {reading.documents:,} sound documents;"
        f" one in {ONE_IN[reading.severity]:,} is accepted"
    )


def test_enough_documents_were_read() -> None:
    documents, sets, _ = documents_checked()
    assert documents >= 1_000
    assert sets >= 20
