"""Sorts of pages that are told by signs of their own, and texts that have a few of them."""

import pytest

from checkfirst.measuring.kind.named_forms import named_form
from checkfirst.model.kind_measures import PageForm

JOB = """Keeper of the north gate (m/w/d)

About the role

We are looking for a keeper who opens the gate at noon.

Responsibilities

- ring the bell

Qualifications

- 3+ years of experience at a gate

Salary and benefits: health insurance. Full-time. Apply now.
"""
STELLE = "Wir suchen eine Torwache (m/w/d)\n\nDeine Aufgaben\n\nDein Profil\n\nBerufserfahrung am Tor\n\nWir bieten ein gutes Gehalt. Vollzeit.\n"
VIDEO = "How the gate opens\n\n1,204 views\n\nSubscribe\n\n12:04\n\nUp next: the bell\n"
SONG = "The Gate - lyrics\n\n[Verse 1]\nThe gate is shut at noon\n\n[Chorus]\nRing, bell, ring\n\nWritten by Ann\n"
PARKED = "gates.example\n\nThis domain has been registered and is parked.\n\nSearch available domains\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (JOB, PageForm.JOB_AD),
        (STELLE, PageForm.JOB_AD),
        (VIDEO, PageForm.VIDEO_PAGE),
        (SONG, PageForm.LYRICS),
        (PARKED, PageForm.PARKED_PAGE),
    ],
)
def test_a_page_is_named_by_its_signs(text: str, form: PageForm) -> None:
    assert named_form(text) is form


@pytest.mark.parametrize(
    "text",
    [
        "# Gate\n\n## Responsibilities\n\nThe keeper opens the gate. The benefits of a bell are known.\n",
        "# Song of the gate\n\nThe album was sung by the keepers, and the chorus is short.\n",
        "# Hosting\n\nA domain is registered at the desk before the site is served.\n",
        "# Tour\n\nSubscribe to the letter of the harbour. The tour begins at 12:04.\n",
    ],
)
def test_a_few_signs_name_nothing(text: str) -> None:
    assert named_form(text) is None
