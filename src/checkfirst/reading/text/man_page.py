"""Manual pages (man and mdoc macros of troff): the words without the macros, line for line."""

from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Role
from checkfirst.model.location import LineMap, as_source_lines, text_span
from checkfirst.model.losses import Concealment, Hidden
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap

_REQUEST = lazy_re.compile(r"^[.'][ \t]*([A-Za-z\\\"]{1,3})[ \t]*(.*)$")
#: An argument of a request: in quotation marks, or up to the next blank.
_ARGUMENT = lazy_re.compile(r'"((?:[^"]|"")*)"|(\S+)')
#: Escape sequences and the characters that they show; the order matters.
_ESCAPES: Final = (
    (lazy_re.compile(r"\\f(?:\[[^\]]{0,80}\]|\(..|.)"), ""),
    (lazy_re.compile(r"\\s[+-]?\d+|\\[&|^/,:%]|\\m\[[^\]]{0,80}\]"), ""),
    (lazy_re.compile(r"\\\((?:em|-)"), "—"),
    (lazy_re.compile(r"\\\(en"), "–"),
    (lazy_re.compile(r"\\\((?:bu)|\\\[bu\]"), "•"),
    (lazy_re.compile(r"\\\((?:lq|rq|dq)|\\\[[lr]q\]"), '"'),
    (lazy_re.compile(r"\\\((?:aq|oq|cq)|\\\[(?:aq|oq|cq)\]"), "'"),
    (lazy_re.compile(r"\\\(co"), "©"),
    (lazy_re.compile(r"\\\*\(?(?:\[[^\]]{0,80}\]|..?)"), ""),
    (lazy_re.compile(r"\\-"), "-"),
    (lazy_re.compile(r"\\e|\\\(rs"), r"\\"),
    (lazy_re.compile(r"\\[0 ~]"), " "),
    (lazy_re.compile(r"\\(.)"), r"\1"),
)
#: Lines in which the first mdoc macro is searched, and characters of the shortest comment that is kept. Not measured.
_HEAD, _FEWEST_CHARACTERS = 200, 4
#: The levels of sections and subsections; level 1 is the title.
_SECTION, _SUBSECTION = 2, 3
#: Requests whose arguments are shown.
_WITH_TEXT: Final = {
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
#: mdoc macros inside a line that only set the space between words.
_SPACING: Final = {"Ns", "Pf", "Ap"}
#: Requests that set their arguments in alternating fonts, without blanks between them.
_JOINED: Final = {"BI", "IB", "BR", "RB", "IR", "RI"}


def read_manual(text: str) -> Structure:
    """The text of a manual page, line for line."""
    reader = _Reader(text.split("\n"))
    shown = [reader.read_line(number, line) for number, line in enumerate(reader.lines)]
    return Structure(
        text="\n".join(shown),
        title=reader.title,
        segments=reader.role_map.segments(),
        anchors=tuple(reader.anchors),
        hidden=tuple(reader.hidden),
        line_map=LineMap(source_lines=as_source_lines(range(1, len(shown) + 1))),
    )


class _Reader:
    """One pass over the lines."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.role_map = RoleMap(len(lines))
        self.anchors: list[Anchor] = []
        self.hidden: list[Hidden] = []
        self.title: str | None = None
        # The name of the page's subject: in mdoc, ``Nm`` without arguments repeats it.
        self.name = ""
        # Whether the line is in an example.
        self.in_code = False
        self.is_mdoc = any(line.startswith(".Dd") for line in lines[:_HEAD])

    def read_line(self, number: int, line: str) -> str:
        """The words that a line (from 0) shows; its role, anchor or comment is recorded."""
        match = _REQUEST.match(line)
        shown = (self._request(number, match[1], match[2]) if match else _unescaped(line)).rstrip()
        if self.in_code and shown:
            self.role_map.assign(Role.CODE, number, number + 1)
        return shown

    def _request(self, number: int, request: str, rest: str) -> str:
        if request.startswith(("\\", '"')):
            if len(rest.strip()) >= _FEWEST_CHARACTERS:
                self.hidden.append(Hidden(how=Concealment.COMMENT, text=rest.strip(), span=text_span(number)))
        elif request in {"TH", "Dt"}:
            words = _arguments(rest)
            self.title = f"{words[0].lower()}({words[1]})" if len(words) > 1 else next(iter(words), None)
            self.role_map.assign(Role.METADATA, number, number + 1)
            return " ".join(words)
        elif request in {"SH", "SS", "Sh", "Ss"}:
            heading = " ".join(_arguments(rest))
            self.role_map.assign(Role.HEADING, number, number + 1)
            self.role_map.levels[number] = _SECTION if request.lower() == "sh" else _SUBSECTION
            self.anchors.append(Anchor(text=heading, span=text_span(number)))
            return heading
        elif request == "so":
            # The page is an alias of another file.
            return f"See {rest.strip()}."
        elif request in {"nf", "EX", "fi", "EE", "Bd", "Ed"}:
            self.in_code = request in {"nf", "EX"} or (request == "Bd" and "literal" in rest)
        elif request in _WITH_TEXT:
            return self._with_text(number, request, rest)
        return ""

    def _with_text(self, number: int, request: str, rest: str) -> str:
        words = _arguments(rest)
        if self.is_mdoc:
            words = [word for word in words if word not in _WITH_TEXT and word not in _SPACING]
            self.name = self.name or (words[0] if request == "Nm" and words else "")
            words = words or ([self.name] if request == "Nm" else [])
        shown = ("" if request in _JOINED else " ").join(words)
        if request in {"IP", "It"} and shown:
            self.role_map.assign(Role.LIST, number, number + 1)
        return shown


def _arguments(rest: str) -> list[str]:
    """The arguments of a request as they are shown."""
    return [_unescaped(quoted.replace('""', '"') or bare) for quoted, bare in _ARGUMENT.findall(rest)]


def _unescaped(text: str) -> str:
    """The text with escape sequences replaced by the characters that they show."""
    if "\\" in text:
        for pattern, shown in _ESCAPES:
            text = pattern.sub(shown, text)
    return text
