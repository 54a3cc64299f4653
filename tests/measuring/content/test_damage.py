"""Damaged texts and front matter, and sound texts that look a little like them."""

import base64

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.claim import ClaimStatus
from checkfirst.model.content import DamageKind
from checkfirst.model.finding import Severity
from checkfirst.reading.read import read

_TEXT = (
    "Ein Liegeplatz wird für eine Nacht gebucht und am Morgen wieder frei. Die Hafenmeisterin führt die Liste der freien\n"
    "Plätze, und sie antwortet in einer Minute. Ist ein Boot größer als der Platz, so zieht es auf einen anderen um, und der\n"
    "Eigner erfährt davon. Die Liste wird ein Jahr lang aufgehoben und dann von der Hafenmeisterin weggeworfen.\n"
)
_BYTES = bytes(n * 37 % 251 for n in range(3_000))


def damage(name: str, text: str) -> DamageKind | None:
    found = measure(read(name, text.encode()), load_weights()).damage
    return found.kind if found else None


def moved(text: str, by: int) -> str:
    return "".join(chr(ord(c) + by) if "!" <= c <= "z" else c for c in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (moved(_TEXT, 4), DamageKind.SHIFTED),
        ("".join(f"(cid:{ord(c)})" if c.isalpha() else c for c in _TEXT), DamageKind.GLYPH_NUMBERS),
        ("".join(chr(0xE000 + ord(c)) if c.isalpha() else c for c in _TEXT), DamageKind.PRIVATE_LETTERS),
        (" ".join(_TEXT.replace(" ", "")), DamageKind.LETTERS_APART),
        (base64.encodebytes(_BYTES).decode(), DamageKind.ENCODED),
        (
            "\n".join(f"{n:08x}: {_BYTES[n : n + 16].hex(' ', 2)}  ......" for n in range(0, 800, 16)),
            DamageKind.ENCODED,
        ),
        (f"![a](data:image/png;base64,{base64.b64encode(_BYTES).decode()})\n\n{_TEXT}", DamageKind.DATA_ADDRESSES),
        (_TEXT, None),
        (f"{_TEXT}\nThe extractor writes (cid:12) for a glyph without a letter.\n", None),
        ("| a | b | c |\n|---|---|---|\n" + "| x | y | z |\n" * 20, None),
        ("\n".join(f"    set_{n}(x, {n})" for n in range(60)), None),
    ],
)
def test_damage(text: str, expected: DamageKind | None) -> None:
    assert damage("berths.md" if text.startswith(("!", "|")) else "berths.txt", text) is expected


_SCRIPT = (
    '(function(e,t){var n=e.berths;if(!n){return t}for(var r=0;r<n.length;r++){n[r].free=t(n[r]);e.count+=n[r].free?1:0}'
    'return{free:e.count,all:n.length,list:n.map(function(i){return i.name})}})(this,function(i){return i.boat===null});'
)  # fmt: skip
_STYLE = ".berth{margin:0;color:#123}.berth a{color:#456;float:left}@media print{.berth{display:none}}.pier>.berth:hover{top:0;left:2px}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"/*!\n * berths 2.1\n * (c) the harbour\n */\n{_SCRIPT * 3}\n{_SCRIPT * 4}\n", DamageKind.PACKED_CODE),
        (f"/* berths */\n{_STYLE * 10}\n", DamageKind.PACKED_CODE),
        ((_SCRIPT.replace("var ", "let ").replace("function(i)", "(i)=>") * 4 + "\n") * 3, DamageKind.PACKED_CODE),
        (f"# Berths\n\n{_TEXT * 6}\n```js\n{_SCRIPT * 3}\n```\n\n{_TEXT * 6}", None),
        ("$$" + r"\frac{a_{1}}{b_{1}}+\sqrt{x_{2}}=\sum_{i=1}^{n}\left(c_{i}\right)" * 30 + "$$\n", None),
        ("acct=1001;name=Berth;date=2024-01-02;" * 60 + "\n", None),
    ],
)
def test_packed_code(text: str, expected: DamageKind | None) -> None:
    assert damage("berths.md", text) is expected


@pytest.mark.parametrize(
    ("front", "broken"),
    [
        ("---\ntitle: Berths\ndescription: who: when\n---\n", True),
        ('+++\ntitle = "Berths\n+++\n', True),
        ("---\ntitle: Berths\ntags: [a, b\n---\n", True),
        ("---\ntitle: Berths\ndate: 2024-02-01\n", True),
        ("---\ntitle: 'Berths: who'\n---\n", False),
        ("---\ntitle: {{ title }}\n---\n", False),
        ("---\n\nA rule above the text.\n", False),
        ('+++\ntitle = "Berths"\n+++\n', False),
    ],
)
def test_front_matter(front: str, broken: bool) -> None:
    fault = measure(read("berths.md", f"{front}\n# Berths\n\n{_TEXT}".encode()), load_weights()).front_matter_fault
    assert bool(fault) is broken


@pytest.mark.parametrize(
    ("encoding", "told"), [("cp1252", True), ("utf-16", True), ("utf-8", False), ("utf-8-sig", False)]
)
def test_another_encoding(encoding: str, told: bool) -> None:
    report = check_documents({"berths.txt": _TEXT.encode(encoding)}.items(), config=Config(select=("FIL015",)))
    assert bool(report.findings) is told


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [_TEXT, "# Berths\n\nA berth is free when its boat has left the pier.\n" * 4])
def test_letters_with_a_nul_beside_each_are_damage(encoding: str, text: str) -> None:
    report = check_documents({"berths.md": text.encode(encoding)}.items())
    assert [f.severity for f in report.findings if f.code == "FIL015"] == [Severity.WARNING]
    assert report.documents[0].claim is not None
    assert report.documents[0].claim.status is ClaimStatus.DAMAGED


@pytest.mark.parametrize(
    ("name", "encoding"), [("berths.md", "utf-16"), ("berths.csv", "utf-16-le"), ("berths.txt", "cp1252")]
)
def test_another_encoding_that_programs_know_is_a_note(name: str, encoding: str) -> None:
    text = _TEXT if name != "berths.csv" else "berth,boat\n1,Möwe\n2,Star\n3,Ente\n"
    report = check_documents({name: text.encode(encoding)}.items())
    assert [f.severity for f in report.findings if f.code == "FIL015"] == [Severity.NOTE]


def test_lost_letters_that_were_saved() -> None:
    lost = "".join("\ufffd" if c in "äöüß" else c for c in _TEXT)
    told = check_documents({"berths.txt": lost}.items(), config=Config(select=("FIL003",)))
    named = check_documents({"berths.txt": _TEXT + "The sign is \ufffd.\n"}.items(), config=Config(select=("FIL003",)))
    assert told.findings
    assert not named.findings
