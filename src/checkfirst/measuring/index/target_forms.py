"""What a target is by the way it is written: a path, an address elsewhere, or no name of a single file."""

import posixpath
import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.folder_names import is_piece
from checkfirst.model.formats import Trait
from checkfirst.model.index_names import INDEX_NAMES
from checkfirst.reading.formats import named, suffixes_of

#: A URL scheme or a host at the start of a target.
_ELSEWHERE = lazy_re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.IGNORECASE)
#: An address without ``mailto:``, and a host without a scheme.
_ADDRESS = lazy_re.compile(r"[^\s/@?#]+@(?:[a-z][\w-]*|[\w-]+(?:\.[\w-]+)+)/?(?:\?.*)?", re.IGNORECASE)
#: Several addresses for mail, and a repository by user and host, as git and scp write it.
_ADDRESSES = lazy_re.compile(r"[^\s/@?#,;]+@[\w.-]+(?:[,;]\s?[^\s/@?#,;]+@[\w.-]+)+(?:\?.*)?")
_ON_HOST = lazy_re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*:[^\s]+")
#: Domains of countries that are suffixes of source code and texts, too. Chosen by hand.
_DOMAINS: Final = (".cc", ".cs", ".md", ".me", ".pl", ".pm", ".py", ".rs", ".sh", ".tf")
#: The part of a picture's name for screens of higher resolution: icon@2x.png.
_FOR_SCREENS = lazy_re.compile(r"@\d+(?:\.\d+)?x\b", re.IGNORECASE)
_HOST = lazy_re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.([a-z]{2,24})(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
#: Characters of template placeholders, formulas, glob patterns, attributes of elements and code that a build finds the page of (ExDoc); what
#: Documenter.jl puts in place of a target; dots for what is left out; and a variable in capitals that a build replaces by a folder.
_NO_NAME = lazy_re.compile(
    r"[{}<>$|*\[`]|%7B|\s{2}|\s[\w-]{1,40}=[\"']|^[_~?!-]+$|^%[=-]?\s[^%\n]{1,200}\s-?%$|(?:^|/)(?:\.{3,}|…)(?:/|$)|%[a-z_]{4,}%|^@[\w-]+$|^~@|^@(?:ref|id|cite|eval)\b|^(?-i:[A-Z]{2,20}(?:_[A-Z]{2,20}){1,3})/",
    re.IGNORECASE,
)
#: Suffixes of the files that pages are made from, in the order in which they are tried.
SOURCES: Final = suffixes_of(Trait.SITE_SOURCE)
#: Suffixes of the templates that a build fills, behind or before the suffix of what it makes. Chosen by hand.
_TEMPLATES: Final = (
    "erb epp j2 jinja jinja2 jinja-md in tmpl tpl template mustache hbs handlebars ejs liquid njk mako gotmpl twig m4 eta "
    "gomplate dotx mdt vm"
)
_OF_TEMPLATE = lazy_re.compile(
    rf"(?P<name>.+?)(?:\.(?:{'|'.join(_TEMPLATES.split())}))(?P<rest>\.[a-z]{{2,8}})?", re.IGNORECASE
)
#: Suffixes of a link to the source of a page, not to the page itself.
SOURCES_OF_LINKS: Final = tuple(suffix for suffix in SOURCES if suffix not in {".html", ".htm"})
#: Suffixes of files in AsciiDoc, with one that links have, though no file of that name is read as AsciiDoc.
ASCIIDOC_SUFFIXES: Final = (".adoc", ".asciidoc", ".asc")
#: The address of a page that is written wrong: without scheme, or with letters or signs of it missing.
_NEARLY_ADDRESS = lazy_re.compile(r"(?:w{3}\.|ht{1,3}ps?(?::/?|/{1,2}|;//|:\\\\)(?!/))(?=[\w-]+\.)", re.IGNORECASE)
#: A host without scheme and a path, such as ``example.org/page``; only endings that no suffix of a file has.
_BARE_ADDRESS = lazy_re.compile(
    r"(?:[a-z0-9-]+\.){1,4}(?:com|org|net|io|edu|gov|info|dev|app|social|eu|de|fr|uk|nl|ch|at|es|jp|cn|kr|br|se|dk|be|cz|au|ca)/(?!$)",
    re.IGNORECASE,
)
#: What GitBook writes in place of a page that is gone.
_GITBOOK_MARK = lazy_re.compile(r"/?broken-reference/?|/broken/(?:pages|spaces)/[\w/-]+")
#: Folders of templates. Chosen by hand.
_MARKED_FOLDERS: Final = frozenset(("_layouts", "_includes", "_partials", "_components", "_templates", "_shortcodes"))
_PLAIN_FOLDERS: Final = frozenset(("layouts", "partials", "includes", "templates", "theme", "themes", "overrides"))
#: Folders of the deepest path that is looked for. No set is as deep, and each folder above a path is looked at. Not measured.
_DEEPEST: Final = 100
_SLASH: Final = lazy_re.compile(r"[/\\]|%2[fF]")
#: Signs around a target that belong to other markup: ``[x]([https://…](https://…))``, ``[x]("https://…")``.
_QUOTED = lazy_re.compile(r"[\[(\"'“„«‹<]")


def leads_elsewhere(target: str) -> bool:
    """Whether a target has a scheme or a host, or is an address for mail, and so is no file of the set."""
    if _ELSEWHERE.match(target):
        return True
    if "@" not in target or _FOR_SCREENS.search(target):
        return False
    if _ON_HOST.fullmatch(target) or _ADDRESSES.fullmatch(target):
        return True
    host = target.partition("?")[0].rstrip("/").lower()
    return _ADDRESS.fullmatch(target) is not None and (named(host) is None or host.endswith(_DOMAINS))


def is_host(target: str) -> bool:
    """Whether a target begins with the name of a host, in formats whose links seldom lead to files."""
    found = _HOST.fullmatch(target)
    return found is not None and (target.lower().startswith("www.") or named(f"x.{found[1]}") is None)


def corrected_address(target: str) -> str:
    """The address that a target has nearly, such as ``www.example.org``; empty for any other."""
    found = _NEARLY_ADDRESS.match(target)
    if not found and _BARE_ADDRESS.match(target):
        return f"https://{target}"
    if not found:
        return ""
    is_bare = target[0] in "wW"
    return f"https://{target if is_bare else target[found.end() :]}"


#: The words "path to" in the languages that many write in, as a sample has them: ``path/to/picture.png``.
_PATH_TO: Final = lazy_re.compile(
    r"(?:^|/)(?:path/to|ruta/(?:de|del|al?|hacia)|pfad/(?:zur?|zum)|chemin/(?:vers|de|du)|caminho/(?:para|do|da|de|até)"
    r"|percorso/(?:di|del|della|al|alla|per|verso)|путь/(?:к|до)|шлях/(?:до|к)|ścieżka/do|cesta/k|pad/naar|sökväg/till"
    r"|路径/到|路徑/到)/",
    re.IGNORECASE,
)


def is_too_deep(path: str) -> bool:
    """Whether a path has so many folders that it is not looked for. Ways up are none: they lead out of any set."""
    return len(path) > _DEEPEST and sum(part not in {"", ".", ".."} for part in _SLASH.split(path)) > _DEEPEST


def is_no_name(target: str) -> bool:
    """Whether a target is a template, a formula, a sample or a pattern, and so names no single file."""
    return (
        is_too_deep(target)
        or _NO_NAME.search(target) is not None
        or _PATH_TO.search(target) is not None
        or _QUOTED.match(target) is not None
    )


def written_path(target: str) -> str:
    """The path in a target as written, without query and fragment, with ``/`` between folders."""
    return target.partition("#")[0].partition("?")[0].replace("\\", "/").strip()


def made_from(path: str) -> str:
    """The path of the file that a build makes from a template: ``x.md`` from ``x.md.erb`` or ``x.tmpl.md``.

    Empty for a file that is no template by its name.
    """
    folder, slash, name = path.rpartition("/")
    found = _OF_TEMPLATE.fullmatch(name)
    return f"{folder}{slash}{found['name']}{found['rest'] or ''}" if found else ""


def gitbook_mark(target: str) -> str:
    """One name for all of GitBook's own marks of links whose pages are gone; empty for another target."""
    return "broken-reference" if "broken" in target and _GITBOOK_MARK.fullmatch(written_path(target)) else ""


def is_template(path: str) -> bool:
    """Whether a file is a template that pages of many folders are made from, so that its links are not relative to it.

    The names of such folders begin with "_" in most generators (Jekyll, Eleventy, Sphinx); those without it may hold
    texts, too, but no pages of HTML. Where a template's own name does not say what file it makes, a program does.
    """
    folders, name = path.lower().split("/")[:-1], posixpath.basename(path).lower()
    made = made_from(name)
    if not _MARKED_FOLDERS.isdisjoint(folders) or (made and named(made) is None):
        return True
    return name.endswith((".html", ".htm")) and not _PLAIN_FOLDERS.isdisjoint(folders)


def in_folder_of_parts(path: str) -> bool:
    """Whether a file lies in a folder of parts, or is a template by its name, so that a build may join it to others."""
    name = posixpath.basename(path).lower()
    return is_piece(path) or (name.endswith(SOURCES) and made_from(name) != "")


def is_part(path: str) -> bool:
    """Whether a file is a part for pages, by the "_" before its name (Docusaurus, Jekyll, Quarto and Sass agree)."""
    name = posixpath.basename(path).lower()
    source = name.endswith(SOURCES) or made_from(name).endswith(SOURCES)
    return name.startswith("_") and source and name not in INDEX_NAMES
