"""Paths that instructions for agents and plans name without a link: imported, in code font or bare."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.agent_names import is_for_agents
from checkfirst.model.document import Document, Role
from checkfirst.model.folder_names import is_sample, is_test_data
from checkfirst.model.formats import Trait
from checkfirst.model.links import Naming, PathReference

#: Suffixes of documents, and of what a skill has beside them.
_DOCUMENTS: Final = "md|mdx|mdc|rst|adoc|txt|markdown"
_OTHERS: Final = "py|sh|bash|js|mjs|ts|rb|ps1|json|yaml|yml|toml|csv|html|sql|xml|tmpl|j2|xsd|pl|r|go"
_PATH: Final = rf"(?:\./)?(?:[\w.-]{{1,60}}/){{0,8}}[\w.-]{{1,80}}\.(?:{_DOCUMENTS}|{_OTHERS})"
#: An import of Claude Code, Gemini CLI and others: the file stands in the place of the line.
_IMPORT: Final = lazy_re.compile(
    rf"(?:^|(?<=\s))@(?P<path>(?:\.{{1,2}}/)?(?:[\w.-]{{1,60}}/){{0,8}}[\w.-]{{1,80}}\.(?:{_DOCUMENTS}))(?=[\s,;:)]|\.(?:\s|$)|$)"
)
_NAMED: Final = lazy_re.compile(rf"(?<![\w./@~$%{{<>*:\\-])(?P<path>{_PATH})(?![\w/@}}>*-]|\.\w|\()")
#: The folders that a skill keeps beside its file (Agent Skills, "Directory structure").
_OF_SKILL: Final = ("references/", "reference/", "scripts/", "assets/", "templates/", "resources/")
#: A path that stands for others.
_BLANK: Final = lazy_re.compile(
    r"(?:^|[/_.-])(?:your|my|foo|bar|baz|example|examples|sample|path|name|xxx?|yyy|nnn?|feature|project|topic|some|new|module|component|tmp|temp|output|out|build|dist|node_modules|date|yyyy|todo|file|filename|page|doc)(?:[/_.-]|$)",
    re.IGNORECASE,
)
#: Words of a line that says that the file is made, may be there, is an example, or lies elsewhere.
_NOT_YET: Final = lazy_re.compile(
    r"\b(?:creates?|created|creating|writes?|written|writing|generat\w{1,3}|saves?|saved|saving|produc\w{1,3}|outputs?|append\w{0,3}|export\w{0,3}|stores?|stored|add(?:s|ed|ing)?|put|place|rename\w{0,1}|delet\w{1,3}|remov\w{1,3}|mov(?:e|ed|es|ing)|copy|copied|copies|migrat\w{1,3}|deprecat\w{1,3}|legacy|old|former\w{0,2}"
    r"|if (?:it |they |one |any |present|available|there|a |an |the |you|exist\w{0,3})|when (?:present|available)|exists?|existing|optional\w{0,2}|e\.?g\.?|for example|such as|like|example|would|might|should live|instead of|never|not|don['’]t|no longer|missing|ignore\w{0,1}|local\w{0,2}|gitignored|upstream|repo(?:sitory)? of|other (?:repo|project)\w{0,6}|user(?:['’]s)?|target|init\w{0,10}|scaffold\w{0,3}|template for|fill|updat\w{1,3}|maintain\w{0,3}|log|record\w{0,3})\b"
    r"|\b(?:erstell\w{0,3}|schreib\w{0,3}|erzeug\w{0,3}|anleg\w{0,3}|speicher\w{0,3}|falls|optional|zum Beispiel|z\. ?B\.|nicht|kein\w{0,2}|créer?|écri\w{1,4}|génér\w{1,4}|enregistr\w{1,3}|si |par exemple|pas|crea\w{0,2}|escrib\w{1,3}|gener\w{1,3}|guard\w{1,3}|si existe|por ejemplo|no|crie|escrev\w{1,3}|salv\w{1,3}|se existir|scriv\w{1,3}|esempio)\b"
    r"|创建|生成|写入|保存|如果|例如|不要|作成|書き込|保存|例えば|もし",
    re.IGNORECASE,
)
#: A ticked item, whose work is done: what it names must be there.
_TICKED: Final = lazy_re.compile(r"^\s{0,12}(?:[-*+]|\d{1,3}[.)])\s{1,4}\[[xX]\]\s")
_PLANS: Final = frozenset(
    {"plan.md", "tasks.md", "todo.md", "implementation-plan.md", "progress.md", "roadmap.md", "checklist.md"}
)
#: References of one document, and characters of a line that are searched. Not measured.
_MOST: Final = 60
_SEARCHED: Final = 2_000


def named_paths(document: Document, texts: list[str]) -> tuple[PathReference, ...]:
    """The paths that the document names; none for one that is neither for agents nor a plan."""
    agents, plan = is_for_agents(document.path), PurePosixPath(document.path.lower()).name in _PLANS
    if not (agents or plan) or Trait.PROSE not in document.traits or is_test_data(document.path):
        return ()
    if is_sample(document.path) or "template" in document.path.lower():
        return ()
    unread = {
        n for s in document.segments if s.role in (Role.CODE, Role.METADATA, Role.QUOTATION) for n in s.span.indices
    }
    linked = {link.span.start_line - 1 for link in document.links}
    found: dict[str, PathReference] = {}
    for n, line in enumerate(texts):
        if n in unread:
            continue
        for how, path in _of_line(line[:_SEARCHED], agents, plan, n in linked):
            if path not in found and not _BLANK.search(path.rpartition(".")[0]):
                found[path] = PathReference(name=path, how=how, quote=quote(texts, n), near=_near(texts, n))
        if len(found) >= _MOST:
            break
    return tuple(found.values())


def _near(texts: list[str], n: int) -> str:
    return " ".join((texts[max(0, n - 1)][-_SEARCHED:], texts[n][:_SEARCHED]))


def _of_line(line: str, agents: bool, plan: bool, linked: bool) -> Iterator[tuple[Naming, str]]:
    if agents and "@" in line and "`@" not in line:
        yield from ((Naming.IMPORTED, match["path"]) for match in _IMPORT.finditer(line))
    if linked or "://" in line:
        return
    if plan and _TICKED.match(line):
        yield from ((Naming.TICKED, match["path"]) for match in _NAMED.finditer(line) if match["path"].endswith(".md"))
    if agents and "/" in line and not _NOT_YET.search(line):
        for match in _NAMED.finditer(line):
            path = match["path"].removeprefix("./")
            is_document = re.search(rf"\.(?:{_DOCUMENTS})$", path) is not None
            if path.startswith(_OF_SKILL):
                yield Naming.OF_SKILL, path
            elif "/" in path and is_document:
                yield Naming.NAMED, path
