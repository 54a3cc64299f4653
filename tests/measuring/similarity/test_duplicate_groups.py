"""Groups of documents that are alike: one finding each, a note where they may be meant to be alike."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from tests.texts import SPECIFICATION

CODES = Config(select=("DUP001", "DUP002", "DUP003"))
RULES = """# {title}

{first}

The ferry leaves the north pier every {minutes} minutes while the light lasts. Dogs travel free, bicycles cost {price}
crowns. The skipper may refuse a passenger whose luggage blocks the gangway, and nobody boards after the bell. Children
under {age} sit inside. In fog the ferry waits until both lamps of the far pier are seen, and the clerk hangs out a flag.
{last}
"""
RECIPE = """Der Teig ruht in einer Schüssel unter einem feuchten Tuch, bis er doppelt so hoch steht. Danach wird er auf dem
Brett mit wenig Mehl gefaltet, dreimal von jeder Seite, und in den Korb gelegt. Der Ofen muss heiß sein, bevor der Laib
hineinkommt; eine Tasse Wasser auf dem Blech macht die Kruste fest. Nach dem Backen klingt der Boden hohl, wenn man
klopft. Das Brot kühlt auf dem Gitter aus und wird erst am nächsten Tag angeschnitten.
"""
NOTICE = """Copyright {year} {holder}

Anyone who receives this weaving draft may copy it, change it and pass it on, on a loom or on paper, provided that this
text goes with it. The draft is given as it is, without any promise that the cloth will hold, keep its colour or please
anybody. The holder answers for no damage to yarn, loom or temper that follows from its use.
"""


def ferry(
    first: str = "", last: str = "", title: str = "Ferry", minutes: int = 20, price: int = 4, age: int = 6
) -> str:
    return RULES.format(title=title, first=first, last=last, minutes=minutes, price=price, age=age)


def found(documents: dict[str, str]) -> list[Finding]:
    report = check_documents(documents.items(), config=CODES, purpose="retrieve")
    return [f for f in report.findings if f.code in CODES.select]


def only(documents: dict[str, str]) -> Finding:
    findings = found(documents)
    assert len(findings) == 1, [f.message for f in findings]
    return findings[0]


NUMBERS = {
    "prose": {"ferry-north.md": ferry(), "winter/ferry.md": ferry(minutes=45, age=12)},
    "German": {
        "korb.txt": RECIPE + "Der Teig ruht 45 Minuten bei 24 °C.",
        "brot.txt": RECIPE + "Der Teig ruht 90 Minuten bei 9 °C.",
    },
    "CSV": {
        f"tariffs/{name}.csv": "boat,mooring\n" + "".join(f"boat of the kind {k},{n + k}.50\n" for k in range(10, 30))
        for name, n in (("a", 20), ("b", 60))
    },
    "signs of numbers": {
        "cold.md": RECIPE + "Store it at -18 degrees.",
        "warm.md": RECIPE + "Store it at 18 degrees.",
    },
}


@pytest.mark.parametrize("documents", NUMBERS.values(), ids=list(NUMBERS))
def test_texts_that_differ_in_numbers_are_said_to(documents: dict[str, str]) -> None:
    finding = only(documents)
    assert (finding.code, finding.severity) == ("DUP002", Severity.NOTE)
    assert "but for" in finding.message
    assert " / " in finding.message
    assert not any(words in finding.message for words in ("word for word", "100%"))


def test_differing_numbers_are_quoted_from_both_texts() -> None:
    finding = only(NUMBERS["prose"])
    assert finding.message.startswith(
        "the same text as ferry-north.md but for 2 numbers: 45 minutes / 20 minutes, 12 sit / 6 sit"
    )
    assert [(e.path, e.quote) for e in finding.evidence if "minutes" in e.quote] == [
        (
            path,
            f"The ferry leaves the north pier every {n} minutes while the light lasts. Dogs travel free, bicycles cost 4",
        )
        for path, n in (("winter/ferry.md", 45), ("ferry-north.md", 20))
    ]


def test_case_and_signs_are_no_identity() -> None:
    capitals = only({"a.md": ferry(), "b.md": ferry().replace("skipper", "SKIPPER")})
    assert (capitals.code, capitals.message) == (
        "DUP002",
        "the same text as a.md but for upper and lower case; 1 of its lines differs",
    )
    signs = only({"a.md": ferry(), "b.md": ferry().replace("free,", "free!")})
    assert (signs.code, "but for punctuation" in signs.message) == ("DUP002", True)


LAYOUTS = {
    "wrapped": (ferry(), "\r\n".join(ferry().split(". "))),
    "bold": (ferry().replace("skipper", "**skipper**"), ferry()),
    "bulleted": ("- " + RECIPE.replace("\n", "\n- ").removesuffix("- "), RECIPE),
    "table": (
        ferry() + "\n| pier | lamp |\n|:---|---:|\n| north | red |\n",
        ferry() + "\npier\tlamp\n\nnorth\tred\n",
    ),
    "quotes": (ferry(last='They call it "the bus".'), ferry(last="They call it “the bus”.")),
}


@pytest.mark.parametrize(("text", "other"), LAYOUTS.values(), ids=list(LAYOUTS))
def test_the_same_text_in_another_layout_is_a_copy(text: str, other: str) -> None:
    finding = only({"pier.md": text.replace(".\r\n", ". \r\n"), "notes/harbour.md": other.replace("\r\n", ". \r\n")})
    assert (finding.code, finding.severity) == ("DUP001", Severity.WARNING)


def test_a_page_under_another_name_is_a_copy() -> None:
    page = "<html><body>" + "".join(f"<p>{line.lstrip('# ')}</p>" for line in ferry().split("\n")) + "</body></html>"
    finding = only({"pier.md": ferry(), "export/timetable.html": page})
    assert (finding.code, finding.path, finding.severity) == ("DUP001", "export/timetable.html", Severity.WARNING)


MEANT: dict[str, tuple[str, dict[str, str]]] = {
    "folders of languages": ("translations", {"docs/nl/pier.md": ferry(), "docs/sv/pier.md": ferry()}),
    "languages in names": ("translations", {"pier.md": ferry(), "pier.pt-BR.md": ferry(), "pier.uk.md": ferry()}),
    "a folder named for a language": (
        "translations",
        {"deutsch/teig.txt": RECIPE, "nederlands/teig.txt": RECIPE + "Klaar."},
    ),
    "folders of years": ("editions", {"kurs-2021/teig.txt": RECIPE, "kurs-2022/teig.txt": RECIPE}),
    "folders of versions": ("editions", {"v2.1/pier.rst": ferry(), "v2.2/pier.rst": ferry(last="Ring twice.")}),
    "a version beside the current one": ("editions", {"pier.adoc": ferry(), "release-3/pier.adoc": ferry()}),
    "weeks": ("series", {f"log/woche-{n}.txt": RECIPE + f"Es kam {who}." for n, who in ((8, "Ina"), (9, "Ole"))}),
    "months": ("series", {f"rota-{m}.md": ferry(last=f"{w} rows.") for m, w in (("may", "Kim"), ("october", "Lou"))}),
    "titles with dates": (
        "series",
        {"kim.md": ferry(title="Rota of 3 May", last="Kim"), "lou.md": ferry(title="Rota of 10 May", last="Lou rows")},
    ),
    "names with another place": (
        "series",
        {f"timetable-pier-{p}.md": ferry(first=f"From {p}.") for p in ("north", "south", "west")},
    ),
    "notices": (
        "licences",
        {
            "drafts/twill/NOTICE": NOTICE.format(year=1998, holder="Ada Loom"),
            "drafts/NOTICE": NOTICE.format(year=2003, holder="Bo Reed and sons"),
        },
    ),
    "German licences": (
        "licences",
        {"garn/LIZENZ.txt": "Lizenz\n" + RECIPE, "wolle/lizenzhinweis.txt": "Lizenz\n" + RECIPE + "Bleibt frei."},
    ),
    "first lines of notices": (
        "licences",
        {
            "draft-twill.txt": NOTICE.format(year="2001", holder="Cy Web"),
            "wool.txt": NOTICE.format(year="2009", holder="Di Warp"),
        },
    ),
    "editors": (
        "tools",
        {"kits/helix/brot.txt": RECIPE, "kits/zed/brot.txt": RECIPE, "kits/vim/brot.txt": RECIPE + "."},
    ),
    "a recipe in each folder": ("folders", {f"{p}/brot.txt": RECIPE + p for p in ("ofen", "herd/gas", "grill")}),
    "agents": ("tools", {".claude/skills/ferry.md": ferry(), ".cursor/rules/ferry.mdc": ferry(first="---")}),
    "instructions of agents": ("tools", {"AGENTS.md": ferry(), "CLAUDE.md": ferry(), "GEMINI.md": ferry()}),
    "a file in each folder": ("folders", {f"piers/{p}/rules.md": ferry() for p in ("north", "south", "west")}),
    "semesters": ("editions", {"ws21/teig.txt": RECIPE, "ws22/teig.txt": RECIPE, "teig.txt": RECIPE}),
    "Roman numerals": ("series", {"teil-iii.txt": RECIPE, "teil-iv.txt": RECIPE + "Man reicht Salz dazu."}),
    "pages in folders": ("formats", {"docs/pier.md": ferry(), "site/pier/index.html": f"<p>{ferry()}</p>"}),
    "a page and its source": ("formats", {"src/pier.rst": ferry(), "public/pier.html": f"<p>{ferry()}</p>"}),
}


@pytest.mark.parametrize(("reason", "documents"), MEANT.values(), ids=list(MEANT))
def test_documents_that_are_meant_to_be_alike_are_one_note(reason: str, documents: dict[str, str]) -> None:
    finding = only(documents)
    assert finding.severity is Severity.NOTE
    assert dict(finding.data)["reason"] == reason
    assert {finding.path, *finding.related} == set(documents)


ACCIDENTS = {
    "another name in the folder": {"docs/pier.md": ferry(), "docs/harbour.md": ferry()},
    "two folders": {"css/pier.md": ferry(), "js/pier.md": ferry()},
    "a department and not a language": {"hr/leave.md": ferry(), "leave.md": ferry()},
    "a series with the same text": {"minutes-04.md": ferry(), "minutes-05.md": ferry()},
    "an archive": {"archive/old pier.md": ferry(), "pier.md": ferry()},
    "a copy of one member": {"2023/pier.md": ferry(), "2024/pier.md": ferry(last="Ring."), "2024/x.md": ferry()},
}


@pytest.mark.parametrize("documents", ACCIDENTS.values(), ids=list(ACCIDENTS))
def test_unexplained_copies_stay_warnings(documents: dict[str, str]) -> None:
    assert ("DUP001", Severity.WARNING) in {(f.code, f.severity) for f in found(documents)}


def test_an_edited_copy_stays_a_warning() -> None:
    edited = SPECIFICATION.replace("server", "service", 1)
    finding = only({"ledger.md": SPECIFICATION, "notes/storage.md": edited})
    assert (finding.code, finding.severity) == ("DUP002", Severity.WARNING)


@pytest.mark.parametrize("name", ["pier (1).md", "pier - Kopie.md", "copy of pier.md", "pier_final.md", "PIER?.md"])
def test_a_name_of_a_copy_makes_other_numbers_a_warning(name: str) -> None:
    finding = only({"pier.md": ferry(), name: ferry(minutes=35)})
    assert (finding.code, finding.severity) == ("DUP002", Severity.WARNING)
    assert "minutes" in finding.message


def test_sixty_copies_are_one_finding_with_all_members() -> None:
    documents = {f"export/{chr(97 + n % 26)}{n}x/pier.md": ferry(first=f"Exported at {n}:{n}.") for n in range(60)}
    finding = only(documents)
    assert {finding.path, *finding.related} == set(documents)
    assert "and 55 more are like them" in finding.message


def test_many_near_copies_are_compared_and_found() -> None:
    documents = {f"{n}.md": SPECIFICATION + f"\nLast line {'abcdefghij'[n % 10]}{n}.\n" for n in range(150)}
    assert {f.code for f in found(documents)} == {"DUP002"}
    assert {path for f in found(documents) for path in (f.path, *f.related)} == set(documents)


def test_all_files_of_two_editions_are_one_finding() -> None:
    texts = {"pier": ferry(), "bread": RECIPE, "ledger": SPECIFICATION}
    finding = only({f"{v}/{name}.md": text for v in ("1.0", "1.1") for name, text in texts.items()})
    assert dict(finding.data)["groups"] == len(texts)
    assert len(finding.related) == 2 * len(texts) - 1 + (finding.path in finding.related)


OLDER = {
    "numbers in names": ({"pier-v1.md": ferry(), "pier-v3.md": ferry(last="Ring twice.")}, "pier-v1.md"),
    "old": ({"pier.md": ferry(), "pier_old.md": ferry(minutes=50)}, "pier_old.md"),
    "German old": (
        {"brot.txt": RECIPE, "brot-veraltet.txt": RECIPE.replace("dreimal", "zweimal")},
        "brot-veraltet.txt",
    ),
    "stated": (
        {"pier.md": ferry(first="Version: 1.4"), "notes/pier.md": ferry(first="Version: 1.2")},
        "notes/pier.md",
    ),
}


@pytest.mark.parametrize(("documents", "older"), OLDER.values(), ids=list(OLDER))
def test_an_older_version_is_named(documents: dict[str, str], older: str) -> None:
    finding = only(documents)
    assert (finding.code, finding.path, finding.severity) == ("DUP003", older, Severity.WARNING)


KEPT = {
    "dated files with a version of their form": {
        "2023-04-01_fares.json": '{"version": 3, "note": "' + ferry() + '"}',
        "2024-04-01_fares.json": '{"version": 1, "note": "' + ferry(last="Ring.") + '"}',
    },
    "folders of years": {"2023/pier.md": ferry(first="Version: 1.2"), "2024/pier.md": ferry(first="Version: 1.4")},
    "folders beside one another": {
        "north/pier.md": ferry(first="Version: 1.2"),
        "south/pier.md": ferry(first="Version: 1.4"),
    },
    "records of months": {"takings-2023-05.md": ferry(), "takings-2023-06.md": ferry(last="Rain.", price=9)},
    "records of years": {"jahr-2022.txt": RECIPE, "jahr-2023.txt": ferry(), "jahr-2024.txt": SPECIFICATION},
    "yearly figures": {"fares-2023.md": ferry(price=3), "fares-2024.md": ferry(price=5)},
}


@pytest.mark.parametrize("documents", KEPT.values(), ids=list(KEPT))
def test_records_and_editions_are_no_older_versions(documents: dict[str, str]) -> None:
    assert all(f.severity is Severity.NOTE for f in found(documents))
    assert not [f for f in found(documents) if f.code == "DUP003" and "perhaps" not in f.message]


def test_releases_that_are_kept_are_a_note() -> None:
    side_by_side = only({f"pier-v{n}.md": ferry(last="Ring. " * n) for n in range(1, 6)})
    archived = only({"archive/pier-v1.md": ferry(), "archive/pier-v2.md": ferry(last="Ring.")})
    assert {side_by_side.severity, archived.severity} == {Severity.NOTE}


def test_rules_of_another_year_may_be_replaced() -> None:
    old = RULES.replace("{minutes}", "30").replace("{price}", "3").replace("{age}", "7").replace("{last}", "")
    new = old.replace(
        "{first}",
        "In force since spring, after the council had agreed. It also covers the night boat, for which other rules were "
        "kept before, and the raft, which is tied up behind the mill and may be used by anyone who can row it alone.",
    ).replace("may refuse a passenger", "has to refuse anybody")
    finding = only(
        {"rules-2021.md": old.format(title="Rules", first=""), "rules-2024.md": new.replace("{title}", "Rules")}
    )
    assert (finding.code, finding.path, finding.severity) == ("DUP003", "rules-2021.md", Severity.NOTE)
    assert finding.message.startswith("perhaps an older version of rules-2024.md")
