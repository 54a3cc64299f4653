"""What file names and folders say about documents that are alike: their folders, languages, tools, and in what they differ."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re


def words_of(text: str) -> frozenset[str]:
    """The words of a list in one string."""
    return frozenset(text.split())


#: Words that names must share, and their share, if they differ in one part alone. Not measured.
_FEWEST_SHARED: Final = 2
_MOST_SHARED: Final = 2 / 3
#: Up to two suffixes of a name, such as ``.md``, ``.prompt.md`` or ``.rst.txt``.
_SUFFIXES: Final = lazy_re.compile(r"(?:\.[a-z][a-z0-9]{0,8}){1,2}$")
ARCHIVE: Final = lazy_re.compile(r"\.(?:zip|tar|tgz|tar\.\w+)$")
#: ISO 639-1 codes of the languages that documents are mostly translated into, and their names as folders.
_CODES: Final = words_of(
    "ar be bg bn bs ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv mk ml "
    "mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh"
)
_LANGUAGES: Final = words_of(
    "arabic chinese czech danish deutsch dutch english español espanol finnish français francais french german greek "
    "hindi italian italiano japanese korean nederlands norwegian polish polski portugues português portuguese romanian "
    "russian spanish svenska swedish turkish ukrainian vietnamese"
)
#: Codes that are also names of departments, files or common words; alone they say nothing of a language.
_AMBIGUOUS: Final = words_of("be cs he hr id is it ml my no pa si")
_REGION: Final = lazy_re.compile(r"([a-z]{2})(?:[-_](?:[a-z]{2}|[a-z]{4}|419))?")
_NAME_CODE: Final = lazy_re.compile(r"(.*?)[._-]([a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}|419))?)")
#: Files in which agents and editors look for their instructions, and names of such tools.
_TOOL_FILES: Final = lazy_re.compile(
    r"(?:agents|claude|gemini|qwen|codex|copilot-instructions|warp|crush)\.(?:local\.)?md|\.[a-z]+(?:rules|hints)"
)
_TOOLS: Final = words_of(
    "aider amp antigravity claude claude-code cline codex continue copilot crush cursor emacs gemini gemini-cli goose "
    "helix jetbrains junie kiro neovim opencode qwen roo trae vim vscode windsurf zed"
)
#: Folders with a leading dot that belong to a forge or a build rather than to one of several agents or editors.
_NO_TOOL: Final = frozenset((".github", ".gitlab", ".circleci", ".vuepress", ".vitepress", ".git"))


def folders(path: str) -> tuple[str, ...]:
    """The folders and archives on the way to a file, in lower case, archives without their suffix."""
    return tuple(ARCHIVE.sub("", part) for part in PurePosixPath(path.lower()).parts[:-1])


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
