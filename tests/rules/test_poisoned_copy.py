"""A copy that changes what a text says is told with each change; a revision is no poisoned copy."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config

CODES = ("DUP001", "DUP002", "DUP003", "DUP005", "SAF009")
ENGLISH = """# Rules of the cable car

The car leaves the valley every 15 minutes, and the last one leaves at dusk. The driver must close both doors before the
car moves. If the wind is stronger than 60 km an hour or the rope is iced, the car stops at the next tower and waits. A car
with more than 24 people does not leave. The brake is tested each morning, and the result is written into the log, which is
kept for 7 years. The control program exits with 2 when a door is open, and with 5 when the rope is slack.
"""
GERMAN = """# Regeln der Seilbahn

Die Kabine fährt alle 15 Minuten, und die letzte fährt bei Einbruch der Dunkelheit. Der Fahrer muss beide Türen schließen,
bevor die Kabine anfährt. Weht der Wind stärker als 60 km in der Stunde oder ist das Seil vereist, hält die Kabine am
nächsten Mast und wartet. Eine Kabine mit mehr als 24 Personen fährt nicht ab. Die Bremse wird jeden Morgen geprüft, und
das Ergebnis steht im Buch, das sieben Jahre bleibt. Der Fahrer darf die Kabine unterwegs verlassen, wenn sie steht.
"""
FRENCH = """# Règles du téléphérique

La cabine part toutes les 15 minutes, et la dernière part à la tombée de la nuit. Le conducteur doit fermer les deux portes
avant le départ. Si le vent dépasse 60 km par heure ou si le câble est givré, la cabine s'arrête au prochain pylône et
attend. Une cabine de plus de 24 personnes ne part pas. Le frein est essayé chaque matin, et le résultat est écrit dans le
registre, qui est gardé sept ans. Le conducteur peut quitter la cabine quand elle est arrêtée.
"""
CHANGES = [
    (ENGLISH, "every 15 minutes", "every 45 minutes", "15 → 45 minutes"),
    (ENGLISH, "hour or the rope", "hour and the rope", "or → and"),
    (ENGLISH, "driver must close", "driver must not close", "must → must not"),
    (ENGLISH, "does not leave", "leaves", "does not leave → leaves"),
    (ENGLISH, "7 years", "7 days", "7 years → 7 days"),
    (ENGLISH, "more than 24", "less than 24", "more → less"),
    (ENGLISH, "exits with 2 when", "exits with 0 when", "2 → 0 when"),
    (GERMAN, "muss beide", "darf beide", "muss → darf"),
    (GERMAN, "fährt nicht ab", "fährt ab", "fährt nicht → fährt"),
    (GERMAN, "oder ist das", "und ist das", "oder → und"),
    (FRENCH, "doit fermer", "peut fermer", "doit → peut"),
    (FRENCH, "heure ou si", "heure et si", "ou → et"),
    (FRENCH, "ne part pas", "part", "ne part pas → part"),
]
HEAD = "Home | Library | Sign in\n\nYou are reading a page of the library of the valley, which its readers keep."
TAIL = "Was this page of use to you? Yes. No. More of the library: the story of the old mill, songs of the valley."


def found(original: str, copy: str, name: str = "the-page.md") -> list[Finding]:
    files = [("car.md", original), (name, copy)]
    return list(check_documents(files, config=Config(select=CODES, readings=False), purpose="retrieve").findings)


def changes(finding: Finding) -> object:
    return dict(finding.data).get("changes", ())


@pytest.mark.parametrize(("text", "before", "after", "pair"), CHANGES)
def test_a_change_in_a_near_copy(text: str, before: str, after: str, pair: str) -> None:
    assert text.count(before) == 1
    (finding,) = found(text, text.replace(before, after))
    assert finding.code == "DUP002"
    assert changes(finding) == (pair,)


@pytest.mark.parametrize(("text", "before", "after", "pair"), CHANGES)
@pytest.mark.parametrize("name", ["the-page.md", "the-page.txt"])
def test_a_change_in_a_wrapped_copy(text: str, before: str, after: str, pair: str, name: str) -> None:
    page = f"{HEAD}\n\n{text.replace(before, after)}\n\n{TAIL}\n"
    poisoned = [f for f in found(text, page, name) if f.code == "SAF009"]
    assert [(f.path, f.severity.value, changes(f), f.related) for f in poisoned] == [
        (name, "note", (pair,), ("car.md",))
    ]


@pytest.mark.parametrize(
    ("text", "before", "after", "pair"),
    [
        (ENGLISH, "kept for 7 years.", "kept for 7 days.", "7 years → 7 days"),
        (GERMAN, "das sieben Jahre bleibt.", "das sieben Tage bleibt.", "sieben Jahre → sieben Tage"),
        (FRENCH, "gardé sept ans.", "gardé sept jours.", "sept ans → sept jours"),
    ],
)
def test_a_change_in_the_last_words_of_a_wrapped_text(text: str, before: str, after: str, pair: str) -> None:
    original = text[: text.index(before) + len(before)]
    page = f"{HEAD}\n\n{original.replace(before, after)}\n\n{TAIL}\n"
    (poisoned,) = (f for f in found(original, page) if f.code == "SAF009")
    assert pair in str(changes(poisoned))


@pytest.mark.parametrize(
    ("text", "before", "after", "pair"),
    [CHANGES[0], CHANGES[7], CHANGES[11]],
    ids=["English", "German", "French"],
)
@pytest.mark.parametrize(("sign", "blanks"), [("\n", "\n" + 80 * " "), (" ", 4 * " ")], ids=["margin", "wide blanks"])
def test_a_page_with_fewer_characters_than_the_text_that_it_wraps(
    text: str, before: str, after: str, pair: str, sign: str, blanks: str
) -> None:
    title, _, rest = text.strip().partition("\n\n")
    original = f"{title}\n\n{rest.replace(sign, blanks)}\n"
    page = f"{HEAD}\n\n{' '.join(text.replace(before, after).split())}\n\n{TAIL}\n"
    assert len(page) < len(original)
    (poisoned,) = (f for f in found(original, page) if f.code == "SAF009")
    assert (poisoned.path, changes(poisoned)) == ("the-page.md", (pair,))


@pytest.mark.parametrize("title", ["Rules of the cable car", "Other rules"])
def test_fields_before_the_text_are_words_of_the_page_that_wraps_it(title: str) -> None:
    fields = f"---\ntitle: {title}\nauthor: The valley\nstatus: accepted\ntags: [car, rope]\n---\n\n"
    page = f"{HEAD}\n\n{fields}{ENGLISH.replace('15 minutes', '45 minutes')}\n\n{TAIL}\n"
    (poisoned,) = (f for f in found(fields + ENGLISH, page) if f.code == "SAF009")
    assert changes(poisoned) == ("15 → 45 minutes",)


def test_several_changes_are_named() -> None:
    copy = ENGLISH.replace("15 minutes", "20 minutes").replace("must close", "may close").replace("7 years", "9 weeks")
    (finding,) = found(ENGLISH, copy)
    assert changes(finding) == ("15 → 20 minutes", "must → may", "7 years → 9 weeks")
    assert "but for 3 changes: 15 → 20 minutes, must → may and 7 years → 9 weeks" in finding.message


@pytest.mark.parametrize(
    "page",
    [
        f"{HEAD}\n\n{ENGLISH}\n\n{TAIL}\n",
        f"{HEAD}\n\n{ENGLISH.replace('at dusk', 'when the inn shuts')}\n\n{TAIL}\n",
        f"{ENGLISH.replace('15 minutes', '20 minutes')}\n\n## Later\n\n{TAIL} {HEAD}\n",
        f"{HEAD}\n\nUpdated: May 2026, version 3\n\n{ENGLISH.replace('car stops', 'car slows and stops')}\n\n{TAIL}\n",
    ],
    ids=["unchanged", "other words", "a revision with a new part", "edited"],
)
def test_no_poisoned_copy(page: str) -> None:
    assert [f.code for f in found(ENGLISH, page) if f.code == "SAF009"] == []


def test_a_revision_changes_its_date_too() -> None:
    old = ENGLISH.replace("# Rules of the cable car\n", "# Rules of the cable car\n\nVersion 4 of the rules.\n")
    new = old.replace("Version 4", "Version 5").replace("15 minutes", "20 minutes")
    assert [f.code for f in found(old, f"{HEAD}\n\n{new}\n\n{TAIL}\n") if f.code == "SAF009"] == []


def test_other_words_are_not_called_changes_of_a_few() -> None:
    (finding,) = found(ENGLISH, ENGLISH.replace("at dusk", "when the inn shuts").replace("15 minutes", "20 minutes"))
    assert finding.code == "DUP002"
    assert not changes(finding)
