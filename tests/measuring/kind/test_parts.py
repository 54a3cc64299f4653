"""A document of two kinds is seen as two; one of one kind is not."""

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.kind_measures import Part
from checkfirst.model.kinds import Group
from checkfirst.model.location import TextSpan
from checkfirst.reading.read import read
from tests.texts import OPINION, SPECIFICATION

MORE = """
## Retention

The server deletes an entry when its account has been closed for seven years. It writes the number of entries it
deleted to the audit log, with the time and the identifier of the job. A job that fails is started again after one
minute, at most five times; after that the server raises the alarm `retention-stuck` and leaves the entries in place.

## Limits

| field | type | limit |
|---|---|---|
| `amount` | integer | 1 to 10^12 |
| `reference` | string | 64 bytes |
| `request_id` | UUID | required |

A request that breaks a limit is answered with status 422 and the name of the field. The server never truncates a
value. A client that receives 422 must not send the same request again.

## Clock

Every node reads the time from the cluster's clock service. A node whose clock is more than 200 ms away from the
others stops accepting writes and returns `clock-skew` until the difference is below 50 ms.
"""


def parts_of(text: str) -> tuple[Part[TextSpan], ...]:
    return measure(read("document.md", text.encode()), load_weights()).kind.parts


def test_an_essay_before_a_specification() -> None:
    essay = OPINION.rstrip("\n")
    parts = parts_of(f"{essay}\n\n{SPECIFICATION}{MORE}")
    assert {part.group for part in parts} == {Group.ARTICLE, Group.TECHNICAL}
    assert abs(parts[-1].span.start_line - essay.count("\n") - 2) <= 12


def test_one_kind_has_no_parts() -> None:
    assert parts_of(SPECIFICATION + MORE) == ()
    assert parts_of(OPINION) == ()
