"""What entries say of kind and version."""

import pytest

from checkfirst.measuring.content.versions import declared_version
from checkfirst.measuring.index.declared import declared_kind
from checkfirst.model.kinds import Kind


@pytest.mark.parametrize(
    ("title", "description", "kind"),
    [
        ("Ledger specification", "", Kind.SPECIFICATION),
        ("Refund API spec v3", "", Kind.SPECIFICATION),
        ("RFC 7807", "", Kind.SPECIFICATION),
        ("Ledger", "the specification of what is stored", Kind.SPECIFICATION),
        ("Specification editors", "who to ask", None),
        ("A command line app in 15 minutes", "", None),
        ("Board minutes", "", Kind.MEETING_NOTES),
        ("Minutes of 3 May", "", Kind.MEETING_NOTES),
        ("Why paper beats rock", "", None),
        ("Change log", "", Kind.CHANGELOG),
        ("Tips and tricks", "", None),
    ],
)
def test_kinds_are_said_at_the_end_of_a_title_or_the_start_of_a_description(
    title: str, description: str, kind: Kind | None
) -> None:
    assert declared_kind(title, description) is kind


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("Refund API v3", (3,)),
        ("Protocol, version 2.1", (2, 1)),
        ("From v1 to v2", None),
        ("IPv6 addresses", None),
        ("Ledger", None),
    ],
)
def test_versions(text: str, version: tuple[int, ...] | None) -> None:
    assert declared_version(text) == version
