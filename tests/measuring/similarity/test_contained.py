"""Documents that stand almost whole in a longer one: one note for each that holds others."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config

BELLS = """# Ringing the bells

The ringer climbs to the first floor and frees the rope of the smallest bell. It is rung three times, with a pause of one
breath after each stroke, and only then may the tenor answer. On feast days all five bells are rung for the length of a
psalm. A rope that slips is caught with both hands and never with the foot. In frost the clappers are tied up, and a
hand bell is carried around the church instead.
"""
CLOCK = """# Winding the clock

The tower clock is wound on Mondays and Fridays, forty turns for the strike and thirty for the hands. The crank hangs
behind the door. Whoever winds it writes day and hour on the slate; if the slate shows no entry for four days, the clock
has stopped and the keeper is called. The pendulum is never touched, because its bob was filed to the gram in spring.
"""
KEYS = """# Keys

The sacristan keeps the keys of tower, crypt and vestry on one ring. Nobody takes the ring home. A visitor gets the key
of the tower alone, against a name in the book, and hands it back before vespers. A lost key is told to the council on
the same day, and the lock is changed within the week at the cost of whoever lost it.
"""
GLOCKE = """= Läuteordnung

Der Mesner löst zuerst das Seil der kleinen Glocke und zieht es dreimal, mit einem Atemzug Pause nach jedem Schlag. Erst
danach antwortet die große Glocke vom Südturm. An Festtagen läuten alle fünf Glocken, bis der Chor zu singen anfängt. Bei
Frost werden die Klöppel festgebunden, und eine Handglocke wird um die Kirche getragen. Ein Seil, das reißt, meldet der
Mesner noch am selben Tag dem Pfarramt, das einen Seiler bestellt.
"""
ABOUT = """The parish council wrote this book for whoever looks after the tower, and hands it out with the keys. Questions go to
the clerk on Thursdays between nine and noon, and urgent ones to the keeper of the mill, who has a telephone.
"""


def found(documents: dict[str, str]) -> list[Finding]:
    return list(check_documents(documents.items(), config=Config(select=("DUP005",)), purpose="retrieve").findings)


def below(text: str) -> str:
    return text.replace("# ", "## ", 1)


HELD = {
    "a chapter in a handbook": ({"bells.md": BELLS, "handbook.md": f"# Tower\n\n{ABOUT}\n{below(BELLS)}\n{CLOCK}"}, "bells.md"),
    "in other markup": (
        {"clock.txt": CLOCK.replace("# ", ""), "book.rst": f"Tower\n=====\n\n{ABOUT}\n{KEYS.replace('# ', '')}\n{CLOCK[2:]}"},
        "clock.txt",
    ),
    "German, one sentence left out": (
        {"laeuten.adoc": GLOCKE, "haus.md": "# Haus\n\n" + "".join(GLOCKE[15:].split("An Festtagen")[0]) + GLOCKE[240:] + KEYS},
        "laeuten.adoc",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("documents", "path"), HELD.values(), ids=list(HELD))
def test_a_document_that_stands_in_a_longer_one_is_a_note(documents: dict[str, str], path: str) -> None:
    (finding,) = found(documents)
    holder = next(name for name in documents if name != path)
    assert (finding.severity.value, finding.path, finding.related) == ("note", path, (holder,))
    assert holder in finding.message


def test_one_file_of_all_pages_is_one_note() -> None:
    pages = {"bells.md": BELLS, "clock.md": CLOCK, "keys.md": KEYS}
    (finding,) = found(pages | {"llms-full.txt": "\n".join(pages.values())})
    assert (finding.path, finding.related) == ("llms-full.txt", tuple(pages))


SOUND = {
    "a shared foreword": {"bells.md": ABOUT + BELLS, "clock.md": ABOUT + CLOCK, "keys.md": ABOUT + KEYS + CLOCK[40:90]},
    "an index": {"bells.md": BELLS, "index.md": f"# Tower\n\n- [Bells](bells.md)\n\n{below(BELLS)}\n{CLOCK}"},
    "another version": {"v1/bells.md": BELLS, "v2/tower.md": f"# Tower\n\n{ABOUT}\n{below(BELLS)}\n{CLOCK}"},
    "kept for the record": {"archive/bells.md": BELLS, "tower.md": f"# Tower\n\n{ABOUT}\n{below(BELLS)}\n{CLOCK}"},
    "a series": {"minutes-3.md": f"# Third\n\n{BELLS}", "minutes-4.md": f"# Fourth\n\n{BELLS}\n{CLOCK}"},
    "a page and its source": {"clock.md": CLOCK, "build/tower.html": f"<h1>Tower</h1><p>{ABOUT}</p><p>{CLOCK}</p>"},
}


@pytest.mark.parametrize("documents", SOUND.values(), ids=list(SOUND))
def test_documents_that_are_meant_to_repeat_one_another_are_silent(documents: dict[str, str]) -> None:
    assert found(documents) == []
