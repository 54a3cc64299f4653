"""Statements of a document about its own status: superseded, obsolete, withdrawn, of another version."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.deprecated_parts import is_of_a_part, is_of_another
from checkfirst.measuring.content.versions import agree, declared_version, is_date, stated_version
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.sought import Sought, lines_with
from checkfirst.model.document import Document
from checkfirst.model.traces import Trace, TraceKind

#: Number of first non-blank lines that are searched; further down, a status is mostly that of a part. Not measured.
_TOP: Final = 40
#: What a document no longer is, in several languages; ``ENDED`` are words that a status field alone may have.
_DEAD: Final = (
    r"(?:superseded|out-?dated|obsoleted?|replaced|withdrawn|retired|deprecated|archived|discontinued|abandoned|end[- ]of[- ]life|sunset"
    r"|ersetzt(?!\s+(?!(?:durch|von|am|seit|mit)\b|\d{1,2}\.\d|\d{4}(?:-\d\d-|(?![-\d])))\w)|veraltet|zurückgezogen|archiviert|abgelöst|außer kraft|remplacée?|obsolète|retirée?|archivée?|abandonnée?|périmée?|caduque"
    r"|obsolet[oa]|retirad[oa]|reemplazad[oa]|sustituid[oa]|archivad[oa]|derogad[oa]|sostituit[oa]|ritirat[oa]|archiviat[oa]|superat[oa]"
    r"|substituíd[oa]|arquivad[oa]|vervangen|verouderd|ingetrokken|gearchiveerd|zastąpion[aey]|wycofan[aey]|przestarzał[aey]"
    r"|ersatt|föråldra[dt]|устарел[аои]?|замен[её]н[ао]?|отозван[ао]?|nahrazen[oaéý]?|nahraden[éý]|zastaral[ýáéo]|zrušen[oaýáé]?|archivován[oaý]?"
    r"|erstattet|forældet|foreldet|udgået|utgått|tilbagetrukket|tilbaketrukket|korvattu|vanhentunut|kumottu|yürürlükten kaldırıl\w{1,4}"
    r"|kullanımdan kaldırıl\w{1,4}|застаріл\w{1,2}|замінен\w{1,2}|скасован\w{1,2}|відкликан\w{1,2}|elavult|hatálytalan|visszavont"
    r"|înlocuit[ăe]?|abrogat[ăe]?|învechit[ăe]?|已废弃|已廢棄|已作废|已废止|已被取代|廃止(?:済み?|されました)?|廃版|폐지됨|폐기됨|대체됨)(?!\w)"
)
ENDED: Final = rf"(?:{_DEAD}|(?:rejected|eol|unmaintained|inactive|no longer (?:maintained|valid|current|applicable)|abgelehnt|rejetée?|rechazad[oa]|respint[oa]|afgewezen|neplatn[ýáé]|stažen[oaýáé]?|retras[ăe]?|geçersiz|失效|无效|無効|非推奨)(?!\w))"
FIELD: Final = (
    r"(?:(?:current|present|document|rfc|adr|aktueller|derzeitiger) )?(?:status|state|stage|lifecycle|maturity|zustand|stand|statut|état|estado|stato|situação|staat|статус|stan|stav|tila|durumu?|стан|állapot|starea?|状态|狀態|状態|ステータス|상태)"
    r"(?: (?:of|des|der|du|de|del|van) (?:(?:this|the|la|el|het|dieses|ce) )?\w{1,20})?"
)
_STATUS = lazy_re.compile(
    rf"^(?!\s{{2,}}[-*+•])\W{{0,6}}(?:(?:superseded|obsoleted|replaced)[ _-]by\b\W{{0,8}}\w|{FIELD}\W{{1,40}}{ENDED}|(?:deprecated|archived|obsolete|superseded)\W{{1,6}}(?:true|yes)\b)"
    r"|\bthis (?:document|specification|spec|proposal|page|version|standard|rfc|adr|decision) (?:is|was|has been) "
    r"(?:now )?(?:superseded|obsolete|obsoleted|replaced|withdrawn|retired)\b",
    re.IGNORECASE,
)
#: A banner above the first section: the word alone or with what replaces it, or a sentence about the document.
_LABEL: Final = r"(?:(?:note|warning|caution|important|attention|notice|hinweis|achtung|warnung|avertissement|advertencia|aviso|attenzione|let op)\W{1,6})?(?:[`'\"*_]{1,3}\w+[`'\"*_]{1,3}\W{1,4})?"
_LABELLED = lazy_re.compile(
    rf"^\W{{0,8}}{_LABEL}{_DEAD}(?=\W{{0,6}}$|\W{{0,4}}[:.,;!*—–(\])]|\W{{1,3}}(?:in favou?r|by|since|as of|on|use|durch|zugunsten|par|au profit|por|a favor|da|door|przez)\b)",
    re.IGNORECASE,
)
_BANNER = lazy_re.compile(
    r"\b(?:this (?:project|repository|repo|package)|this (?:[\w-]{1,20} ){0,2}(?:guidance|guideline|policy|procedure|handbook|playbook|runbook)|(?:this|the|this \w{1,20}) (?:document|specification|spec|proposal|page|version|standard|rfc|adr|decision|guide|documentation|article|translation|manual))\b"
    r"(?:(?!\b(?:says?|states?|tells?|that|which|whether|if|when|where|until|unless)\b)[^.\n]){0,30}"
    rf"\b(?:is|was|has been|has|are)\b (?:(?:now|officially|been|publicly|public) ){{0,2}}(?:{_DEAD}|(?:moved|migrated) to\b|reached (?:its )?end[- ]of[- ]life|no longer (?:actively )?(?:maintained|supported|valid|current|applicable|updated|in use))"
    r"|\bthis is (?:the |an? )?(?:\w+ )?(?:documentation|docs|manual|page|guide)\b[^.!?\n]{0,20}[^!?\n]{0,40}\bno longer (?:actively )?(?:maintained|supported|updated)\b|(?:^|[.;:] )\W{0,8}(?:(?:this|it|the|these)\b[^.\n]{0,60} )?kept (?:here )?(?:only )?for (?:history|historical|reference|the record)"
    r"|\b(?:diese seite|dieses dokument|dieser inhalt|der inhalt) (?:ist|wurde)(?: \w+){0,2} (?:umgezogen|verschoben|verlegt)\b"
    r"|\b(?:cette page|ce document|ce contenu) a (?:été déplacée?|déménagé)\b|\b(?:esta página|este documento) (?:se ha|ha sido|fue) (?:movid|trasladad)\w"
    r"|\b(?:questa pagina è stata spostata|esta página foi movida|deze pagina is verplaatst|ta strona została przeniesiona)\b"
    r"|\bэта страница (?:была )?(?:перемещена|перенесена|переехала)|(?:この|本)ページは.{0,40}移動しました|(?:本|此|该)页面?已(?:移至|迁移到|搬到)|이 페이지는 .{0,30}이동"
    rf"|\b(?:dies(?:e|es|er)|ce|cet|cette|este|esta|questo|questa|dit|deze|ten|ta|det här|этот|эта)\b \w+[^.\n]{{0,20}}\b(?:ist|wurde|est|a été|está|es|ha sido|fue|è|è stato|è stata|foi|is|werd|zostało?a?|jest|är|har)?\b ?(?:{_DEAD}|nicht mehr (?:gültig|gepflegt|aktuell)|n'est plus)",
    re.IGNORECASE,
)
#: The same in brackets within a title.
_IN_TITLE = lazy_re.compile(rf"[\[(]\s*{_DEAD}\s*[\])]", re.IGNORECASE)
#: A title that names what its page documents: a request, a path, a call, a name in code. Its status is not that of the page.
_OF_A_THING = lazy_re.compile(
    r"\b(?:GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS) /|(?:^|\s)`?(?:/[\w{}:.-]+)+|\w\(\)|^\W*[A-Z]?[a-z0-9]+[A-Z]\w*\W*[\[(]|\w::\w|[a-z0-9]_[a-z]|--\w|`[^`]+`"
)
#: A banner about what its page describes: with the version in which that was given up, or with its name and sort.
_OF_FEATURE = lazy_re.compile(
    r"deprecated(?:-removed)?::?\s*v?\d|^\s*:deprecated:|\bdeprecated (?:since|as of|in|from)\b|[`*_]{1,2}\S+[`*_]{1,2} (?:is|are|was|has been) (?:now )?deprecated"
    r"|\b(?:the|this) (?:[\w`*.():-]+ ){0,4}(?:feature|class|method|function|component|module|api|adapter|property|option|command|endpoint|field|parameter|plugin|package|library|hook|tool|service|action)s?\b"
    r"[^.\n]{0,20}\b(?:is|are|was|were|has been|have been)\b[^.\n]{0,12}\bdeprecated",
    re.IGNORECASE,
)
#: A title that is one name of a program's part: ``ProgressBar``.
_ONE_NAME = lazy_re.compile(r"^\W*[A-Z]?[a-z0-9]+(?:[A-Z][a-z0-9]*)+\W*$")
#: A title that begins with what the document is no longer, in capitals.
_TITLE_LABEL = lazy_re.compile(r"^\W*(?:DEPRECATED|OBSOLETE|SUPERSEDED|ARCHIVED|WITHDRAWN)\s*[—–:-]")
#: A title of a list of items, each of which may be given up by itself.
_OF_ITEMS = lazy_re.compile(
    r"\b(?:agenda|minutes|meeting notes|tagesordnung|protokoll|ordre du jour|compte[- ]rendu|orden del día|pauta|ata da reunião"
    r"|ordine del giorno|verbale|notulen|dagordning|porządek|протокол|повестка|議事録|会议纪要|회의록)\b",
    re.IGNORECASE,
)
#: A line that begins within a sentence: a key of a record has a colon behind it.
_WITHIN_SENTENCE = lazy_re.compile(r"^\s*(?:superseded|obsoleted|replaced) by\b(?!\s*:)")
#: Words of the line above from which a line goes on with its sentence. Not measured.
_GOES_ON_FROM: Final = 4
#: A field that says how a document stands, whatever it says; or a heading "Status".
_STANDING = lazy_re.compile(rf"^\W{{0,6}}{FIELD}(?:\W{{1,40}}\w|\W{{0,4}}$)", re.IGNORECASE)
#: A field of a format that a list describes: ``* **replaced_by:** the other command``.
_LISTED_KEY = lazy_re.compile(r"\s*[-*+]\s+[*`]{1,3}[a-z]+_[a-z_]+")
#: A document that lies elsewhere now is not said to be wrong.
_MOVED = lazy_re.compile(
    r"\bmoved to\b|umgezogen|verschoben|verlegt|déplacé|déménagé|movid[ao]|trasladad[ao]|spostata|verplaatst|przeniesiona|перемещена|перенесена|переехала"
    r"|移動しました|移至|迁移到|搬到|이동",
    re.IGNORECASE,
)
#: The first cell of a row of reStructuredText's ``list-table`` or of AsciiDoc, which have one a line, and the next one.
_FIRST_CELL = lazy_re.compile(rf"^(?:\s*\* - |[aehlmsd]?\|\s{{0,4}})({FIELD})[^\w|]{{0,4}}$", re.IGNORECASE)
_NEXT_CELL = lazy_re.compile(r"^(?:\s+- |[aehlmsd]?\|\s{0,4})(\w[^|]*)$")
_DEPRECATED = lazy_re.compile(r"\bdeprecated\b", re.IGNORECASE)
#: Lines of a banner that are read for its subject. Not measured.
_READ_ON: Final = 4
#: Number of first lines, and most words of one, that may be a banner. Not measured.
_BANNER_WITHIN: Final = 14
_BANNER_WORDS: Final = 45
#: Cells of a row that is a label with its value.
_CELLS: Final = 2
#: A heading "Status", and a line below it.
_HEADING = lazy_re.compile(r"^\W{0,6}status\W{0,4}$", re.IGNORECASE)
_BELOW_HEADING = lazy_re.compile(
    r"^\W{0,6}(?:superseded|obsolete|replaced|withdrawn)\b(?!\s+(?:the|an?)\b)", re.IGNORECASE
)
_LINKED = lazy_re.compile(r"\[([^\[\]\n]{1,80})\]\([^()\n]*\)")
_MARKS = lazy_re.compile(r"\*{1,3}(?=\w)|(?<=\w)\*{1,3}|`")
#: A word within which emphasis or code begins or ends.
_MARKED_WORD = lazy_re.compile(r"\w[*`]+\w|\w\]\([^()\n]*\)\w|\w\[")
#: Placeholders and choices of a form: "Superseded by: none", "Status: draft | superseded".
_NOT_FILLED_IN = lazy_re.compile(
    r"^\s*[-*]\s+\w+\s*$|\bnull\b|\bby\W*$|<(?!https?:)|[{|]|\[\s*\]|\bnone\b|\bn/a\b|\bif\b", re.IGNORECASE
)


def find_other_version(document: Document, lines: Lines) -> list[Trace]:
    """A trace of the line that states another version than the document's title; empty if there is none."""
    wanted, stated = declared_version(document.title or ""), stated_version(document.text)
    if wanted is None or stated is None or is_date(wanted) or agree(wanted, stated[0]):
        return []
    return [Trace(kind=TraceKind.OTHER_VERSION, quote=quote(lines.texts, stated[1]))]


def find_status(lines: Lines, outside: list[str], headings: list[int], title: str | None = None) -> list[Trace]:
    """A trace of the first line that says that the document is superseded or withdrawn; empty if there is none.

    ``outside`` are the lines without samples, ``headings`` the positions of the headings in order, ``title`` that of the
    document.
    """
    before = ""
    section = headings[1] if len(headings) > 1 else len(outside)
    of_a_thing = bool(headings) and bool(_OF_A_THING.search(lines.texts[headings[0]]))
    named = bool(_ONE_NAME.match(title or ""))
    for rank, n in enumerate(lines.filled[:_TOP].tolist()):
        text = listed_field(before, as_field(outside[n]))
        said_of = _with_beginning(lines, n, text)
        matched = bool(_STATUS.search(said_of) or (_HEADING.match(before) and _BELOW_HEADING.match(text)))
        if not matched and rank < _BANNER_WITHIN and n < section:
            words = int(lines.word_counts[n])
            own = () if of_a_thing else (_IN_TITLE, _TITLE_LABEL) if n in headings else (_LABELLED,)
            patterns = own if n in headings else (*own, _BANNER)
            if _goes_on(lines, n):
                patterns = tuple(p for p in patterns if p is _BANNER)
            # A word may be marked as code; a line that is code is empty here.
            said = (text, _plain(lines.texts[n]) if outside[n].strip() else "")
            matched = words <= _BANNER_WORDS and any(pattern.search(form) for pattern in patterns for form in said)
        if (
            matched
            and not _NOT_FILLED_IN.search(text)
            and not is_of_a_part(lines.texts, n, text, is_field=_is_field(lines.texts[n], text))
            and not is_of_another(lines.texts, n, title or "")
            and not (n > section and _lists_items(lines, headings, n))
            and not _LISTED_KEY.match(lines.texts[n])
            and not (n in headings and _are_listed(lines, headings))
        ):
            kind = TraceKind.MOVED if _MOVED.search(lines.texts[n]) else TraceKind.SUPERSEDED
            below = "\n".join(lines.texts[n : n + _READ_ON])
            if not _STATUS.search(text) and _DEPRECATED.search(below) and (named or _OF_FEATURE.search(below)):
                kind = TraceKind.DEPRECATED
            return [Trace(kind=kind, quote=quote(lines.texts, n))]
        before = text
    return []


def _lists_items(lines: Lines, headings: list[int], line: int) -> bool:
    """Whether a line is below a heading of an agenda or of minutes."""
    return any(_OF_ITEMS.search(lines.texts[n]) for n in headings if n < line)


def _are_listed(lines: Lines, headings: list[int]) -> bool:
    """Whether several headings name a status: an index by status, or a text on what each one means."""
    return sum(_STANDING.match(lines.texts[n]) is not None for n in headings) > 1


def may_state_status(text: str, lines: Lines) -> bool:
    """Whether ``find_status`` may find something: one of the first lines has a word for it, or a word with marks in it."""
    top = lines.filled[:_TOP].tolist()
    if not top:
        return False
    banner = "\n".join([lines.texts[n] for n in top[:_BANNER_WITHIN]])
    return any(n <= top[-1] for n in lines_with(text, Sought.ENDED)[:1]) or _MARKED_WORD.search(banner) is not None


def _goes_on(lines: Lines, n: int) -> bool:
    """Whether a line goes on with a sentence of the line above, whatever its length if the line begins small."""
    above = lines.texts[n - 1].rstrip() if n else ""
    words = int(lines.word_counts[n - 1]) if n else 0
    is_open = above[-1:].isalnum() or above[-1:] == ","
    return is_open and (words >= _GOES_ON_FROM or _plain(lines.texts[n]).lstrip()[:1].islower())


def _is_field(line: str, text: str) -> bool:
    """Whether a line is a field of the document; the label may be in code, which ``text`` has not."""
    return _STATUS.search(line if "`" in line else text) is not None


def _with_beginning(lines: Lines, n: int, text: str) -> str:
    """A line that goes on with "replaced by" behind the line above, which says what was replaced; any other as it is."""
    above = lines.texts[n - 1] if n else ""
    begins_above = _WITHIN_SENTENCE.match(text) and not above.endswith(("  ", "\\")) and _goes_on(lines, n)
    return f"{above} {text.lstrip()}" if begins_above else text


def listed_field(before: str, line: str) -> str:
    """The second cell of a row that has one cell a line as ``label: value``; any other line as it is."""
    label, value = _FIRST_CELL.match(before), _NEXT_CELL.match(line)
    return f"{label[1]}: {value[1]}" if label and value else line


def states_status(text: str, lines: Lines) -> bool:
    """Whether one of the first lines is a field or a heading for the document's status, whatever it says."""
    with_word = frozenset(lines_with(text, Sought.FIELD))
    return any(
        n in with_word and _STANDING.match(as_field(lines.texts[n])) is not None for n in lines.filled[:_TOP].tolist()
    )


def _plain(line: str) -> str:
    """A line without signs of emphasis and code, and links as their texts."""
    return _MARKS.sub("", _LINKED.sub(r"\1", line)) if "](" in line or "*" in line or "`" in line else line


def as_field(line: str) -> str:
    """A row of two cells as ``label: value``; any other line as it is."""
    if not line.lstrip().startswith("|"):
        return line
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return ": ".join(cells) if len(cells) == _CELLS else line
