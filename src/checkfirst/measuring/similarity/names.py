"""What file names and folders say about documents that are alike: years, versions, languages, tools, copies."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that names must share, and their share, if they differ in one part alone. Not measured.
_FEWEST_SHARED: Final = 2
_MOST_SHARED: Final = 2 / 3
#: Up to two suffixes of a name, such as ``.md``, ``.prompt.md`` or ``.rst.txt``.
_SUFFIXES: Final = lazy_re.compile(r"(?:\.[a-z][a-z0-9]{0,8}){1,2}$")
#: Folders and archives for one year, date or version: "2023", "fall_2024-25", "ws21", "2026_07_01", "v1.0.0", "4.x".
_EDITION: Final = lazy_re.compile(
    r"(?:19|20)\d\d[-_]\d\d[-_]\d\d[-_].*|(?:[^\W\d_]+[-_. ]?)?(?:19|20)\d\d(?:[-_./]?\d{1,2}){0,2}(?:[-_. ]?[^\W\d_]+)?"
    r"|(?:ws|ss|wise|sose|fy|ay|sy)[-_ ]?\d\d(?:[-_]?\d\d)?|(?:v|ver|version|release|rel|r)[-_. ]?v?\d++(?:[._-]\w++)*+"
    r"|\d+(?:\.(?:\d+|x))+(?:[-_.]?[a-z]{1,5}\d*)?"
)
_ARCHIVE: Final = lazy_re.compile(r"\.(?:zip|tar|tgz|tar\.\w+)$")
#: ISO 639-1 codes of the languages that documents are mostly translated into, and their names as folders.
_CODES: Final = _words(
    "ar be bg bn bs ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv mk ml "
    "mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh"
)
_LANGUAGES: Final = _words(
    "arabic chinese czech danish deutsch dutch english español espanol finnish français francais french german greek "
    "hindi italian italiano japanese korean nederlands norwegian polish polski portugues português portuguese romanian "
    "russian spanish svenska swedish turkish ukrainian vietnamese"
)
#: Codes that are also names of departments, files or common words; alone they say nothing of a language.
_AMBIGUOUS: Final = _words("be cs he hr id is it ml my no pa si")
_REGION: Final = lazy_re.compile(r"([a-z]{2})(?:[-_](?:[a-z]{2}|[a-z]{4}|419))?")
_NAME_CODE: Final = lazy_re.compile(r"(.*?)[._-]([a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}|419))?)")
#: Files in which agents and editors look for their instructions, and names of such tools.
_TOOL_FILES: Final = lazy_re.compile(
    r"(?:agents|claude|gemini|qwen|codex|copilot-instructions|warp|crush)\.(?:local\.)?md|\.[a-z]+(?:rules|hints)"
)
_TOOLS: Final = _words(
    "aider amp antigravity claude claude-code cline codex continue copilot crush cursor emacs gemini gemini-cli goose "
    "helix jetbrains junie kiro neovim opencode qwen roo trae vim vscode windsurf zed"
)
#: Folders with a leading dot that belong to a forge or a build rather than to one of several agents or editors.
_NO_TOOL: Final = frozenset((".github", ".gitlab", ".circleci", ".vuepress", ".vitepress", ".git"))
#: Words for the format for which a document is written, one version for each.
_FORMAT_WORDS: Final = _words(
    "latex tex pdf html web www site pages print epub docx odt gfm pandoc rst man text txt md markdown wiki kindle dark "
    "light mobile desktop color colour bw template vorlage plantilla modele"
)
#: Folders that a program shows as one document: its text is beside what was exported from it.
_PACKAGE: Final = lazy_re.compile(
    r".+\.(?:graffle|rtfd|pages|numbers|key|textbundle|scriv|app|framework|xcassets|lproj)"
)
#: Suffixes of formats that people write documents in.
_WRITTEN: Final = _words(".md .mdc .markdown .mdx .txt .text .rst .adoc .asciidoc .org .textile .wiki .rmd .qmd")
#: Folders that site generators write their output to.
_BUILT: Final = _words("_build _site _book _sources build dist .docusaurus")
#: Suffixes of formats that are made from a source.
_RENDERED: Final = lazy_re.compile(r"\.(?:x?html?|pdf|docx|odt|epub|[1-9])$")
_MONTHS: Final = (
    "jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar|ruari)?|f[ée]vrier|m(?:ar(?:ch)?|ärz|ars|aart)|apr(?:il)?|avril|ma[iy]|"
    "jun[ei]?|juin|jul[iy]?|juillet|aug(?:ust)?|ao[uû]t|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|"
    "nov(?:ember|embre)?|de[cz](?:ember)?|d[ée]cembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    "octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
#: Numbers, also Roman ones, and names of months and weekdays as whole words; what members of a series differ in.
_COUNTED: Final = lazy_re.compile(rf"(?:\d+|(?<![^\W\d_])(?:{_MONTHS}|[ivx]{{1,5}})(?![^\W\d_]))(?:st|nd|rd|th)?")
#: What is added to the number of an edition to come.
_TO_COME: Final = lazy_re.compile(
    r"(\d)[-_.+ ]?(?:dev|draft|wip|next|snapshot|preview|pre|alpha|beta|rc|milestone|m)(?:[-_. ]?\d{1,3})?(?![^\W_])"
)
#: What stands before a suffix for a copy or another state of the same file.
_COPY_MARK: Final = lazy_re.compile(
    r"\.(?:copy|kopie|copie|copia|kopia|old|alt|bak|backup|orig(?:inal)?|final|draft|entwurf|new|neu|edited|rev\w{0,3}|v?\d+)"
)
#: What a person or a program adds to the name of a copy.
_COPY_WORDS: Final = r"copy|kopie|copie|copia|cópia|kopi|kopia|копия|duplicate|final|draft|entwurf|new|neu|edited"
_COPY: Final = lazy_re.compile(
    rf"^(?:copy|kopie|copie|copia|cópia|kopi|kopia|копия)\b[ _-]*(?:\(\d+\))?[ _-]*(?:of|von|de|di|van|av|af)\b[ _-]*"
    rf"|[-_. ]{{1,9}}\(?(?:{_COPY_WORDS})\b[-_. ]{{0,9}}\(?\d*\)?$|[-_ ]{{0,9}}\(\d+\)$|[-_ ]{{0,9}}(?:副本|のコピー)$|~$"
)
#: Times that such a word is taken off a name. Not measured.
_MOST_COPIES: Final = 8
#: What marks the name of the older of two files.
_OLD: Final = lazy_re.compile(
    r"^(?:old|alte[rs]?|ancien(?:ne)?|viejo|vecchio)[-_. ]+|[-_. ]{1,9}\(?(?:old|bak|backup|orig|prev(?:ious)?|deprecated|"
    r"obsolete|outdated|superseded|veraltet|ancien(?:ne)?|obsoleto|antiguo|viejo|vecchio|antigo|oud|gammel|stary|旧)\)?$"
)
#: Folders whose documents are kept for the record.
_KEPT: Final = _words(
    "archive archives archived archiv archivo archivio archief history historical releases versions versioned_docs "
    "legacy attic previous superseded deprecated obsolete withdrawn retired old backup backups bak snapshots"
)
_DAY: Final = lazy_re.compile(r"[-_. ]((?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d)$")
_YEAR: Final = lazy_re.compile(r"[-_. ]{0,9}(?<!\d)((?:19|20)\d\d)(?!\d)(?![-_.]?\d\d(?!\d))[-_. ]{0,9}")


def folders(path: str) -> tuple[str, ...]:
    """The folders and archives on the way to a file, in lower case, archives without their suffix."""
    return tuple(_ARCHIVE.sub("", part) for part in PurePosixPath(path.lower()).parts[:-1])


def different_folders(paths: Sequence[str]) -> frozenset[str]:
    """The folders by which the paths differ first."""
    ways = [folders(path) for path in paths]
    depth = 0
    while len({way[: depth + 1] for way in ways}) == 1 and depth < max(map(len, ways)):
        depth += 1
    return frozenset("/".join(way[depth : depth + 1]) for way in ways)


@lru_cache(maxsize=10_000)
def stem(path: str) -> str:
    """The file name in lower case without its suffixes."""
    name = PurePosixPath(path).name.lower()
    return name[0] + _SUFFIXES.sub("", name[1:]) if name else ""


def editions(path: str) -> tuple[str, ...]:
    """The folders on its way that are named for one year, date or version."""
    return tuple(part for part in folders(path) if _EDITION.fullmatch(part))


def dated(path: str) -> tuple[str, str | None]:
    """The file name without the day at its end, and that day: "acp-20220518", the edition of "acp" that was published then."""
    base = stem(path)
    found = _DAY.search(base)
    return (base[: found.start()], found[1]) if found else (base, None)


def language_code(path: str) -> tuple[str, str | None]:
    """The file name without a language, and the language that the name or a folder gives, a code or a name."""
    base = stem(path)
    # A code may look like a suffix: "pier.uk.md".
    for name in (PurePosixPath(path.lower()).stem, base):
        if (match := _NAME_CODE.fullmatch(name)) and match[2][:2] in _CODES:
            return match[1], match[2]
    for part in reversed(folders(path)):
        region = _REGION.fullmatch(part)
        if part in _LANGUAGES or (region and region[1] in _CODES):
            return base, part
    return base, None


def is_ambiguous(language: str) -> bool:
    """Whether a language code may as well be another word."""
    return language in _AMBIGUOUS


def tool(path: str) -> str | None:
    """The agent or editor that a file is for: by a folder of its own, or by its name."""
    for part in folders(path):
        if part in _TOOLS or (part.startswith(".") and part not in _NO_TOOL and len(part) > 1):
            return part
    name = PurePosixPath(path).name.lower()
    return name if _TOOL_FILES.fullmatch(name) else None


def page_names(path: str) -> tuple[str, str]:
    """The name, without a date in front, and that of the folder if the file is its page: "docs/guide/index.html"."""
    base = re.sub(r"^[\d._-]+(?=.)", "", stem(path))
    return base, (folders(path)[-1:] or ("",))[0] if base in {"index", "readme"} else base


def suffix(path: str) -> str:
    """The last suffix of the file name in lower case."""
    return PurePosixPath(path.lower()).suffix


def is_built(path: str) -> bool:
    """Whether the file has a format that is made from a source, or is in a folder for generated files."""
    return bool(_RENDERED.search(path.lower())) or not _BUILT.isdisjoint(folders(path))


def inside_archive(path: str) -> str | None:
    """The path within the archive that the file is in; ``None`` if it is in none."""
    parts = PurePosixPath(path.lower()).parts
    last = max((n for n, part in enumerate(parts[:-1]) if _ARCHIVE.search(part)), default=None)
    return None if last is None else "/".join(parts[last + 1 :])


def is_packaged(path: str) -> bool:
    """Whether the file is in a folder that a program shows as one document."""
    return any(_PACKAGE.fullmatch(part) for part in folders(path))


def is_written(path: str) -> bool:
    """Whether its suffix is that of a format in which people write."""
    return suffix(path) in _WRITTEN


def for_formats(path: str) -> tuple[str, str]:
    """The words of the name without those for the format that it is written for, and those."""
    words = [word for word in re.split(r"[\W_]+", stem(path)) if word]
    return " ".join(w for w in words if w not in _FORMAT_WORDS), " ".join(w for w in words if w in _FORMAT_WORDS)


def is_kept(path: str) -> bool:
    """Whether a folder on its way says that its documents are kept for the record."""
    return not _KEPT.isdisjoint(folders(path))


def uncounted(text: str) -> str:
    """A path or title with one sign for each number, month and weekday, equal for the members of a series.

    What marks a number as that of an edition to come is part of it: "1.2.0-dev".
    """
    return re.sub(r"#(?:[-_.:/, ]*#)+", "#", _COUNTED.sub("#", _TO_COME.sub(r"\1", text.lower())))


def differ_in_one_part(paths: Sequence[str]) -> bool:
    """Whether the names share most words at their start and end, and each has its own between: "report-north"."""
    words = [[word for word in re.split(r"[\W_]+", stem(path)) if word] for path in paths]
    shortest, longest = min(map(len, words)), max(map(len, words))
    start = _shared_start(words)
    end = min(_shared_start([each[::-1] for each in words]), shortest - start)
    return shortest > start + end >= max(_FEWEST_SHARED, _MOST_SHARED * longest)


def differ_in_one_word(paths: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether each path differs from the others in one word alone, and each title in that word: "north/pump.md" is
    "Pump north" where "south/pump.md" is "Pump south"."""
    in_paths, in_titles = (_own_words(texts) for texts in (paths, titles))
    return in_paths is not None and in_paths == in_titles


def _own_words(texts: Sequence[str]) -> tuple[str, ...] | None:
    """The word of each text in which alone it differs from the others; ``None`` if they differ in more or are the same."""
    words = [re.findall(r"[^\W_]+", text.lower()) for text in texts]
    if len(set(map(len, words))) != 1:
        return None
    apart = [column for column in zip(*words, strict=True) if len(set(column)) > 1]
    return apart[0] if len(apart) == 1 and len(set(apart[0])) == len(texts) else None


def _shared_start(words: list[list[str]]) -> int:
    """How many first words are the same in all."""
    return next((n for n, column in enumerate(zip(*words, strict=False)) if len(set(column)) > 1), min(map(len, words)))


def are_marked(paths: Sequence[str]) -> bool:
    """Whether each of the names has a mark of its own before one suffix, as in "limits.dev.yaml" and "limits.live.yaml".

    What a person adds to the name of a copy is no such mark.
    """
    suffixes = [PurePosixPath(path.lower()).suffixes[-2:] for path in paths]
    marks = {own[0] for own in suffixes if len(own) > 1}
    return (
        len(marks) == len(paths)
        and len({own[-1] for own in suffixes}) == 1
        and not any(_COPY_MARK.fullmatch(mark) for mark in marks)
    )


def without_copy_words(path: str) -> str:
    """The letters and digits of the name, without what is added to the name of a copy."""
    base, before = stem(path), ""
    for _ in range(_MOST_COPIES):
        if base == before:
            break
        base, before = _COPY.sub("", base) or base, base
    return re.sub(r"[\W_]+", "", base)


def without_old(path: str) -> str | None:
    """The name without the word that marks it as old; ``None`` if it has no such word."""
    base = stem(path)
    rest = _OLD.sub("", base)
    return rest if rest and rest != base else None


def year(path: str) -> tuple[str, int] | None:
    """The name without its year, and the year; ``None`` if the name has no year, or a date or several years."""
    base = stem(path)
    found = _YEAR.findall(base)
    rest = _YEAR.sub("", base)
    return (rest, int(found[0])) if len(found) == 1 and not re.search(r"\d", rest) else None
