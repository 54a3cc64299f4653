"""Manual pages (man and mdoc macros of troff): the words without the macros, a line for a line."""

import re
from typing import Final

from checkfirst.model.document import Anchor, Role
from checkfirst.model.location import LineMap, text_span
from checkfirst.model.losses import Concealment, Hidden
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap

_REQUEST = re.compile(r"^[.'][ \t]*([A-Za-z\\\"]{1,3})[ \t]*(.*)$")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"|(\S+)')
_ESCAPES: Final = (
    (re.compile(r"\\f(?:\[[^\]]{0,80}\]|\(..|.)"), ""),
    (re.compile(r"\\s[+-]?\d+|\\[&|^/,:%]|\\m\[[^\]]{0,80}\]"), ""),
    (re.compile(r"\\\((?:em|-)"), "—"),
    (re.compile(r"\\\(en"), "–"),
    (re.compile(r"\\\((?:bu)|\\\[bu\]"), "•"),
    (re.compile(r"\\\((?:lq|rq|dq)|\\\[[lr]q\]"), '"'),
    (re.compile(r"\\\((?:aq|oq|cq)|\\\[(?:aq|oq|cq)\]"), "'"),
    (re.compile(r"\\\(co"), "©"),
    (re.compile(r"\\\*\(?(?:\[[^\]]{0,80}\]|..?)"), ""),
    (re.compile(r"\\-"), "-"),
    (re.compile(r"\\e|\\\(rs"), r"\\"),
    (re.compile(r"\\[0 ~]"), " "),
    (re.compile(r"\\(.)"), r"\1"),
)
#: Lines in which the mdoc macros must begin, and letters from which a comment says anything. Not measured.
_HEAD, _FEWEST_LETTERS = 200, 4
#: Requests of which the words are shown; in mdoc nearly all that are not about layout.
_SPOKEN: Final = {
    *("B", "I", "BI", "IB", "BR", "RB", "IR", "RI", "SM", "SB", "IP", "TP", "HP", "OP", "SY", "UR", "MT"),
    *("Nm", "Nd", "Fl", "Ar", "Op", "Pa", "Xr", "Em", "Sy", "Cm", "Dv", "Er", "Ev", "Fa", "Fn", "Ft", "Ic", "Li"),
    *(
        "In",
        "Fo",
        "Sx",
        "Dl",
        "D1",
        "St",
        "Rv",
        "Ex",
        "At",
        "Fx",
        "Nx",
        "Ox",
        "Ao",
        "Ac",
        "Do",
        "Dc",
        "So",
        "Sc",
        "Po",
        "Pc",
    ),
    *(
        "It",
        "Va",
        "Vt",
        "Ql",
        "Dq",
        "Sq",
        "Pq",
        "Aq",
        "Bq",
        "No",
        "Oo",
        "Oc",
        "Lk",
        "Mt",
        "An",
        "Bx",
        "Ux",
        "Tn",
        "Qq",
        "Cd",
    ),
}
_LAYOUT: Final = {"Ns", "Pf", "Ap"}
_JOINED: Final = {"BI", "IB", "BR", "RB", "IR", "RI"}


def read_manual(text: str) -> Structure:
    """The text of a manual page."""
    lines = text.split("\n")
    role_map = RoleMap(len(lines))
    out: list[str] = []
    anchors: list[Anchor] = []
    hidden: list[Hidden] = []
    title: str | None = None
    called, code = "", False
    mdoc = any(line.startswith(".Dd") for line in lines[:_HEAD])
    for number, line in enumerate(lines):
        match = _REQUEST.match(line)
        request, rest = (match[1], match[2]) if match else ("", line)
        shown = ""
        if request.startswith(("\\", '"')):
            if len(rest.strip()) >= _FEWEST_LETTERS:
                hidden.append(Hidden(how=Concealment.COMMENT, text=rest.strip(), span=text_span(number)))
        elif request in {"TH", "Dt"}:
            words = _words(rest)
            title = f"{words[0].lower()}({words[1]})" if len(words) > 1 else next(iter(words), None)
            shown = " ".join(words)
            role_map.assign(Role.METADATA, number, number + 1)
        elif request in {"SH", "SS", "Sh", "Ss"}:
            shown = " ".join(_words(rest))
            role_map.assign(Role.HEADING, number, number + 1)
            role_map.levels[number] = 2 if request.lower() == "sh" else 3
            anchors.append(Anchor(text=shown, span=text_span(number)))
        elif request == "so":
            # An alias: the page is another file.
            shown = f"See {rest.strip()}."
        elif request in {"nf", "EX", "fi", "EE", "Bd", "Ed"}:
            code = request in {"nf", "EX"} or (request == "Bd" and "literal" in rest)
        elif request in _SPOKEN:
            words = _words(rest)
            if mdoc:
                words = [w for w in words if w not in _SPOKEN and w not in _LAYOUT]
                called = called or (words[0] if request == "Nm" and words else "")
                words = words or ([called] if request == "Nm" else [])
            shown = ("" if request in _JOINED else " ").join(words)
            if request in {"IP", "It"} and shown:
                role_map.assign(Role.LIST, number, number + 1)
        elif not request:
            shown = _unescaped(line)
        if code and shown.strip():
            role_map.assign(Role.CODE, number, number + 1)
        out.append(shown.rstrip())
    return Structure(
        text="\n".join(out),
        title=title,
        segments=role_map.segments(),
        anchors=tuple(anchors),
        hidden=tuple(hidden),
        line_map=LineMap(source_lines=tuple(range(1, len(out) + 1))),
    )


def _words(rest: str) -> list[str]:
    return [_unescaped(quoted.replace('""', '"') or bare) for quoted, bare in _QUOTED.findall(rest)]


def _unescaped(text: str) -> str:
    if "\\" in text:
        for pattern, shown in _ESCAPES:
            text = pattern.sub(shown, text)
    return text
