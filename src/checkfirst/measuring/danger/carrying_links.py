"""Links and pictures that carry data away: addresses with a place for what the reader's model knows, and scripts."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import unquote

from checkfirst import lazy_re
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document, Link, Role
from checkfirst.model.folder_names import is_sample, is_test_data
from checkfirst.model.formats import Format, Trait
from checkfirst.model.location import text_span
from checkfirst.safe_text import shortened

#: A place that is to be filled, wherever it stands in a value, and one that is the whole value: charts are drawn from
#: values with brackets.
_PLACE: Final = lazy_re.compile(r"\{\{[^{}]{0,80}\}\}|\$\{[^{}]{0,80}\}|\{%[^{}]{0,80}%\}|\$\([^()]{0,80}\)")
_WHOLE_PLACE: Final = lazy_re.compile(
    r"\{[A-Za-z_ -]{0,40}\}|<[^<>]{1,60}>|\[[^\[\]]{1,60}\]|%s|\$[A-Za-z_]{2,40}|__[A-Za-z_]{2,40}__|[A-Z0-9]{1,20}_[A-Z0-9_]{2,60}|(?:the )?(?:base-?64|url-?encoded?|encoded)[ _-](?:of|the|data|conversation|string|text|version)\b.{0,200}"
)
#: What a model knows and its reader does not give away.
_DATA: Final = lazy_re.compile(
    r"secret|passw|passphrase|\bpwd|token|api[ _-]?key|credential|private|conversation|\bchat|history|dialog|transcript|\bmemor|system[ _-]?prompt|\bcontext\b|session|cookie|\benv(?:ironment)?\b|messages\b|data\b|data_|exfil|\bb64|base-?64|document[ _](?:text|content)|gespräch|geheim|verlauf|mot[ _-]de[ _-]passe|conversaci[oó]n|contraseña|historique|segreto|senha|密码|对话|会話|パスワード|대화",
    re.IGNORECASE,
)
#: A key of the reader's own, which a badge or a service needs.
_OWN: Final = lazy_re.compile(
    r"^\W{0,3}(?:your|my|api|access|auth|insert[ _-]your)[ _-](?:\w{2,20}[ _-]){0,2}(?:key|token|id)\W{0,3}$",
    re.IGNORECASE,
)
_BADGE: Final = lazy_re.compile(r"badge|shield|coverage|\.svg$", re.IGNORECASE)
#: Parameters that wait for a value of the kind even where none stands there.
_WAITING: Final = lazy_re.compile(
    r"(?:data|token|api_?key|secret|password|conversation|chat|history|prompt|context|exfil|leak|stolen|cookie|session|credentials|env|memory)s?",
    re.IGNORECASE,
)
#: Variables that a generator of sites or projects fills in, which no model does.
_GENERATED: Final = lazy_re.compile(
    r"cookiecutter|copier|\b(?:site|page|params|config|project|\benv[.]|package|github|gitlab|repo|post|item|vars|matrix|inputs|steps|build|branch|version|request|self|this|props|app)\b[._]|branch|version|\|\s{0,3}(?:url|uri|e)",
    re.IGNORECASE,
)
#: Scripts that do nothing but stop or go back.
_IDLE: Final = lazy_re.compile(
    r"javascript:\s{0,3}(?:|;|//.{0,20}|#|void\s?\(?\s?(?:0|null)?\s?\)?|undefined|return false|(?:window\.)?(?:history\.(?:back|go)\([-\d]{0,3}\)|print\(\)|close\(\)))\s{0,3};?",
    re.IGNORECASE,
)
#: One call of a function of the page from which a text was saved, by its name none of the browser's own.
_OF_PAGE: Final = lazy_re.compile(
    r"javascript:\s{0,3}(?:return\s)?(?:window\.)?(?!(?:window|document|eval|alert|prompt|confirm|fetch|import|open|atob|unescape|Function|setTimeout|setInterval|location|navigator|localStorage|sessionStorage|top|self|parent|globalThis|this)\b)[\w$]{1,60}(?:\.[\w$]{1,60}){0,3}\\?\([^()`+]{0,200}\)\s{0,3};?",
)
_SCRIPT: Final = lazy_re.compile(r"\s{0,5}javascript:", re.IGNORECASE)
_PAGE_INSIDE: Final = lazy_re.compile(
    r"\s{0,5}data:\s{0,3}(?:text/html|application/xhtml|image/svg\+xml[^,]{0,40},.{0,200}<script)", re.IGNORECASE
)
_OUTSIDE: Final = lazy_re.compile(r"(?:https?:)?//[^/\s?#]{3,200}", re.IGNORECASE)
#: A picture whose address has blanks, which Markdown does not show and a model may fill.
_LOOSE: Final = lazy_re.compile(r"!\[[^\]\n]{0,200}\]\(\s{0,3}<?(https?://[^\s()<>?]{3,300}\?[^()\n]{1,500})>?\)")
#: A script that is offered to be kept among the bookmarks.
_BOOKMARK: Final = lazy_re.compile(
    r"bookmarklet|lesezeichen|marque-pages?|bookmarks? bar|favoris|marcadores", re.IGNORECASE
)
#: Places of other kinds from which a document is a form that a program fills; findings of one document; and
#: characters of a query. Not measured.
_FORM, _MOST, _SEARCHED = 3, 20, 2_000
_FILLED: Final = lazy_re.compile(r"\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\$\{[^{}\n]{1,80}\}")


class _Carries(NamedTuple):
    how: str
    target: str
    line: int
    """From 0."""
    is_grave: bool


def find_carrying_links(document: Document, texts: list[str]) -> Iterator[Danger]:
    """The first links and pictures of a text outside code that carry data away or run a script; none of web pages.

    Pages count their readers by such pictures, and their buttons are scripts.
    """
    if Trait.PROSE not in document.traits or Trait.PAGE in document.traits:
        return
    is_test = is_sample(document.path) or is_test_data(document.path)
    found: dict[tuple[int, str], _Carries] = {}
    for link in _links(document, texts):
        carries = _of_link(link, document)
        if carries:
            found.setdefault((carries.line, carries.target), carries)
        if len(found) >= _MOST:
            break
    if not found:
        return
    is_form = len(set(_FILLED.findall(_without(texts, found)))) >= _FORM
    for carries in found.values():
        yield Danger(
            kind=DangerKind.CARRYING_LINK,
            how=carries.how,
            text=shortened(carries.target),
            quote=quote(texts, carries.line),
            grave=carries.is_grave and not is_test and not is_form,
        )


def _links(document: Document, texts: list[str]) -> Iterator[Link]:
    """The links that readers of files know, and pictures whose addresses have blanks."""
    yield from document.links
    if document.format is not Format.MARKDOWN:
        return
    code = {n for s in document.segments if s.role is Role.CODE for n in s.span.indices}
    for n, line in enumerate(texts):
        if "![" in line and "](http" in line and n not in code and "`" not in line:
            for match in _LOOSE.finditer(line):
                yield Link(target=match[1], text="", span=text_span(n), image=True)


def _without(texts: list[str], found: dict[tuple[int, str], _Carries]) -> str:
    """The text without the lines that were found."""
    lines = {line for line, _ in found}
    return "\n".join(text for n, text in enumerate(texts) if n not in lines)


def _of_link(link: Link, document: Document) -> _Carries | None:
    target, line = link.target, link.span.start_line - 1
    if _SCRIPT.match(target):
        if _IDLE.fullmatch(target.strip()):
            return None
        grave = document.format is Format.MARKDOWN and not (
            _OF_PAGE.fullmatch(target.strip()) or _BOOKMARK.search(document.text)
        )
        return _Carries("a link with a script as its target", target, line, grave)
    if _PAGE_INSIDE.match(target):
        return _Carries("a link with a page inside its address", target, line, False)
    if "?" not in target or not _OUTSIDE.match(target):
        return None
    # An address that is shown as its own text documents itself.
    if not link.image and _OUTSIDE.match(link.text.strip().strip("`<")):
        return None
    address, _, query = target.partition("?")
    wanted = _wanted(query)
    if wanted is None or _BADGE.search(address):
        return None
    grave = link.image and wanted and document.format is Format.MARKDOWN
    what = "a picture" if link.image else "a link"
    return _Carries(f"{what} with a place for data in its address", target, line, grave)


def _wanted(query: str) -> bool | None:
    """Whether a parameter has a place for data; ``False`` if it only waits for a value, ``None`` for neither."""
    waits: bool | None = None
    for parameter in re.split(r"&amp;|&", query[:_SEARCHED]):
        name, equals, value = (unquote(part).strip() for part in parameter.partition("="))
        place = _PLACE.search(value) or _WHOLE_PLACE.fullmatch(value or name)
        if place and not _GENERATED.search(value) and not _OWN.match(value):
            if _DATA.search(place[0]) or _WAITING.fullmatch(name):
                return True
        elif equals and not value and _WAITING.fullmatch(name):
            waits = False
    return waits
