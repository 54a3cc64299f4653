"""LaTeX sources: the words of the typeset page, line by line, without running LaTeX.

Each line of the source is a line of the text. The author's own macros are not expanded; their arguments are kept, since
most of them only change how words look.
"""

import re
import unicodedata
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Link, Role
from checkfirst.model.location import LineMap, as_source_lines, text_span
from checkfirst.model.losses import Concealment, Hidden
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap

_DOCUMENT = lazy_re.compile(r"^\s*\\begin\s*\{document\}")
#: Verbatim text, in which no character is special; and addresses.
_VERBATIM = lazy_re.compile(r"\\verb\*?([^A-Za-z\s*])(.{0,300}?)\1|(\\(?:url|nolinkurl|href)\s*\{[^{}]{0,2000}\})")
#: Environments of displayed formulas, which stay as they are written.
_FORMULAS: Final = {"equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "flalign", "alignat"}
#: A line break, with the space below it.
_LINE_BREAK = lazy_re.compile(r"\\\\\*?(?:\[-?[\d.]{1,6}\s?[a-z\\]{2,20}\])?")
_COMMENT = lazy_re.compile(r"(?<!\\)((?:\\\\)*)%(.*)$")
_ENVIRONMENT = lazy_re.compile(r"\\(begin|end)\s*\{([A-Za-z]+\*?)\}(?:\[[^\]]{0,200}\]|\{[^{}]{0,200}\}){0,3}")
_HEADING = lazy_re.compile(
    r"\\(part|chapter|section|subsection|subsubsection|paragraph)\*?\s*+(?:\[[^\]]{0,300}\]\s*+)?\{"
)
_LEVELS: Final = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
_FRONT = lazy_re.compile(r"\\(title|author|date)\s*+(?:\[[^\]]{0,300}\]\s*+)?\{")
_LINK = lazy_re.compile(
    r"\\(?:href\s*\{([^{}]{1,2000})\}\s*\{([^{}]{0,500})\}|(?:url|nolinkurl)\s*\{([^{}]{1,2000})\}"
    r"|(includegraphics)\s*+(?:\[[^\]]{0,300}\]\s*+)?\{([^{}]{1,500})\}|(?:input|include|subfile)\s*\{([^{}]{1,500})\})"
)
_LABEL = lazy_re.compile(r"\\label\s*\{([^{}]{1,200})\}")
_CITED = lazy_re.compile(r"\\[Cc]ite[a-z]*\*?\s*(?:\[[^\]]{0,200}\])*\{([^{}]{0,300})\}")
#: A reference, whose number only LaTeX knows: its label stands for it.
_REFERRED = lazy_re.compile(r"\\(?:(?:eq|auto|page|name|v|full|long)?ref|[Cc]ref|[Cc]refrange)\*?\s*\{([^{}]{0,300})\}")
_SILENT = lazy_re.compile(
    r"\\(?:label|vspace|hspace|setlength|setcounter|bibliographystyle|pagestyle|thispagestyle|index|hypersetup|vskip"
    r"|hskip|input|include|bibliography|includegraphics|addcontentsline|addtocontents|numberwithin)\*?\s*(?:\[[^\]]{0,300}\])?(?:\{[^{}]{0,500}\})*"
)
_ACCENT = lazy_re.compile(r"\\([`'^\"~=.uvHcdbkr])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(?<=[`'^\"~=.])(\\?[A-Za-z]))")
#: Combining characters by the command of the accent.
_COMBINING: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "c": "\u0327",
    "k": "\u0328",
    "d": "\u0323",
}
_LETTERS: Final = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "aa": "å",
}
_LETTER = lazy_re.compile(r"\\(ss|ae|AE|oe|OE|o|O|l|L|aa|i|j)(?![A-Za-z])\s*(?:\{\})?")
_SYMBOL = lazy_re.compile(
    r"\\(ldots|dots|textbackslash|textasciitilde|LaTeX|TeX|textendash|textemdash|copyright|S|P|item)(?![A-Za-z])\s*(?:\{\})?"
)
_SYMBOLS: Final = {
    "ldots": "…",
    "dots": "…",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "textendash": "–",
    "textemdash": "—",
    "copyright": "©",
    "S": "§",
    "P": "¶",
    "item": "- ",
}
#: Characters of a line above which it is generated text, and stays as it is. Not measured.
_LONG_LINE: Final = 20_000
#: Lines over which an argument in braces may extend, and characters of its first line. Not measured.
_ARGUMENT_LINES, _ARGUMENT_LENGTH = 10, 2_000
_FOOTNOTE = lazy_re.compile(r"\\footnote\s*\{([^{}]{0,1000})\}")
_ESCAPED = lazy_re.compile(r"\\([%&_#${}@ /])")
#: A formula within a line, or a line of a displayed one.
_FORMULA = lazy_re.compile(r"(\$\$[^$]{1,1000}\$\$|(?<!\\)\$[^$]{1,500}\$|\\\[.{1,1000}?\\\]|\\\(.{1,500}?\\\))")
_COMMAND = lazy_re.compile(r"\\[A-Za-z@]+\*?\s?(?:\[[^\]]{0,200}\])?")
#: A letter or a digit; a line without one has neither words nor commands.
_LETTER_OR_DIGIT = lazy_re.compile(r"[^\W_]")
#: Open environments that are remembered. Not measured.
_DEEPEST: Final = 40
_CODE: Final = {
    "verbatim",
    "Verbatim",
    "lstlisting",
    "minted",
    "alltt",
    "code",
    "Highlighting",
    "CodeChunk",
    "Sinput",
    "Soutput",
}
_ROLE_OF: Final = {
    **dict.fromkeys(("itemize", "enumerate", "description"), Role.LIST),
    **dict.fromkeys(("tabular", "tabularx", "longtable", "tabulary"), Role.TABLE),
    **dict.fromkeys(("quote", "quotation", "displayquote"), Role.QUOTATION),
    "thebibliography": Role.REFERENCE_LIST,
}


def read_latex(text: str) -> Structure:
    """The text of a LaTeX source, line for line. The preamble is empty but for title, author and date."""
    reader = _Reader(text.split("\n"))
    reader.read()
    return Structure(
        text="\n".join(reader.out),
        title=reader.front.get("title") or reader.first_heading,
        segments=reader.role_map.segments(),
        links=tuple(reader.links),
        anchors=tuple(reader.anchors),
        hidden=tuple(reader.hidden),
        metadata=tuple(reader.front.items()),
        line_map=LineMap(source_lines=as_source_lines(range(1, len(reader.out) + 1))),
    )


class _Reader:
    """One pass over the lines."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.out: list[str] = []
        self.role_map = RoleMap(len(lines))
        self.links: list[Link] = []
        self.anchors: list[Anchor] = []
        self.hidden: list[Hidden] = []
        self.front: dict[str, str] = {}
        self.first_heading: str | None = None
        # The open environments, from the outermost.
        self.open: list[str] = []
        # Whether the line is between ``\iffalse`` and ``\fi``.
        self.skipping = False
        starts = next((n for n, line in enumerate(lines) if _DOCUMENT.match(line)), None)
        classed = any(line.lstrip().startswith(("\\documentclass", "\\documentstyle")) for line in lines[:starts])
        self.preamble = starts is not None and classed
        # Included files are relative to the main document, and pictures to folders that it sets.
        self.main = self.preamble
        self.pictures = self.main and not any("\\graphicspath" in line for line in lines)

    def read(self) -> None:
        """Read all lines."""
        for number, line in enumerate(self.lines):
            if not _LETTER_OR_DIGIT.search(line):
                self.out.append(line if self.open and self.open[-1] in _CODE else "")
                continue
            inside = self.open[-1] if self.open else ""
            if inside and f"\\end{{{inside}}}" not in line:
                if inside in _CODE or inside.rstrip("*") in _FORMULAS:
                    self.out.append(line)
                    if inside in _CODE:
                        self.role_map.assign(Role.CODE, number, number + 1)
                    continue
                if inside == "comment":
                    self.hidden.append(Hidden(how=Concealment.COMMENT, text=line.strip(), span=text_span(number)))
                    self.out.append("")
                    continue
            if self.skipping or line.lstrip().startswith("\\iffalse"):
                self.skipping = not line.lstrip().startswith("\\fi")
                self.hidden.append(Hidden(how=Concealment.COMMENT, text=line.strip(), span=text_span(number)))
                self.out.append("")
                continue
            self.out.append(self._line(number, self._without_comment(number, line)))

    def _without_comment(self, number: int, line: str) -> str:
        # A percent sign in verbatim text begins no comment.
        covered = (
            _VERBATIM.sub(lambda m: "x" * len(m[0]), line)
            if "%" in line and ("\\verb" in line or "{" in line)
            else line
        )
        match = _COMMENT.search(covered)
        if match is None:
            return line
        if match[2].strip(" %-=*"):
            self.hidden.append(Hidden(how=Concealment.COMMENT, text=match[2].strip(), span=text_span(number)))
        return line[: match.start()] + match[1]

    def _line(self, number: int, line: str) -> str:
        for match in _FRONT.finditer(line):
            if match[1] not in self.front:
                self.front[match[1]] = " ".join(plain(_argument(self.lines, number, match.end(), line)).split())
        for match in _LABEL.finditer(line):
            self.anchors.append(Anchor(text=match[1], span=text_span(number), explicit=True))
        self._links(number, line)
        role = self._environments(line)
        if self.preamble:
            front = _FRONT.search(line)
            self.preamble = _DOCUMENT.match(line) is None
            if front is None:
                return ""
            role = {"title": Role.TITLE, "author": Role.BYLINE, "date": Role.DATE}[front[1]]
            # The whole argument, which may extend over the lines below.
            self.role_map.assign(role, number, number + 1)
            return self.front[front[1]]
        heading = _HEADING.search(line)
        shown = plain(line)
        if heading and shown.strip():
            self.role_map.assign(Role.HEADING, number, number + 1)
            self.role_map.levels[number] = _LEVELS[heading[1]]
            self.anchors.append(Anchor(text=shown.strip(), span=text_span(number)))
            self.first_heading = self.first_heading or shown.strip()
        elif role and shown.strip():
            self.role_map.assign(role, number, number + 1)
        return " | ".join(cell.strip() for cell in shown.split("&")) if role is Role.TABLE else shown

    def _environments(self, line: str) -> Role | None:
        """Open and close environments. Returns the role of the innermost one that has a role."""
        before = [_ROLE_OF[name] for name in self.open if name in _ROLE_OF]
        for match in _ENVIRONMENT.finditer(line):
            if match[1] == "begin":
                # The outermost are dropped at a depth that no author reaches.
                self.open = [*self.open[-_DEEPEST:], match[2]]
            elif match[2] in self.open:
                while self.open.pop() != match[2]:
                    pass
        if "\\caption" in line:
            return Role.CAPTION
        after = [_ROLE_OF[name] for name in self.open if name in _ROLE_OF]
        return next(reversed(after or before), None)

    def _links(self, number: int, line: str) -> None:
        for href, text, url, picture, path, part in _LINK.findall(line):
            target = href or url or path or part
            if part and "." not in part.rpartition("/")[2]:
                target = f"{part}.tex"
            # LaTeX tries several suffixes for a picture without one.
            known = not picture or (self.pictures and "." in path.rpartition("/")[2])
            if known and (self.main or not part) and "\\" not in target and not target.startswith("#"):
                self.links.append(Link(target=target, text=plain(text), span=text_span(number), image=bool(picture)))


def _argument(lines: list[str], number: int, start: int, line: str) -> str:
    """The argument whose opening brace is before ``start``; the rest of the line if no brace closes it."""
    below = lines[number + 1 : number + _ARGUMENT_LINES]
    text = " ".join([line[start : start + _ARGUMENT_LENGTH], *(_COMMENT.sub(r"\1", other) for other in below)])
    depth = 1
    for position, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return text[:position]
    return line[start:]


def plain(line: str) -> str:
    """The words of a line as they are typeset; formulas stay as they are written."""
    line = _VERBATIM.sub(lambda m: (m[2] or "").replace("\\", " ") if m[1] else m[0], line)
    if len(line) > _LONG_LINE:
        return line
    parts = _FORMULA.split(line)
    return "".join(part if odd % 2 else _words_of(part) for odd, part in enumerate(parts)).rstrip()


def _words_of(line: str) -> str:
    if "\\" in line:
        line = _ENVIRONMENT.sub("", line)
        line = _LINK.sub(lambda m: m[2] or m[3] or "", line)
        line = _CITED.sub(r"[\1]", line)
        line = _REFERRED.sub(r"\1", line)
        line = _SILENT.sub("", line)
        line = _ACCENT.sub(_accented, line)
        line = _LETTER.sub(lambda m: _LETTERS.get(m[1], m[1]), line)
        line = _FOOTNOTE.sub(r" (\1)", line)
        line = _SYMBOL.sub(lambda m: _SYMBOLS[m[1]], line)
        line = _LINE_BREAK.sub(" ", line).replace("\\,", " ").replace("\\-", "")
        line = _COMMAND.sub("", line)
        line = _ESCAPED.sub(r"\1", line)
    line = line.replace("``", "“").replace("''", "”").replace("~", " ").replace("---", "—").replace("--", "–")
    return line.replace("{", "").replace("}", "")


def _accented(match: re.Match[str]) -> str:
    letter = (match[2] or match[3]).replace("\\", "")
    return unicodedata.normalize("NFC", letter + _COMBINING.get(match[1], ""))
