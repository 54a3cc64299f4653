"""How the programs that render headings make anchors from their texts."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.normal_form import normalized
from checkfirst.model.quick_enum import QuickEnum


class Dialect(QuickEnum):
    """The program, or the setting of one, that makes the anchors of headings."""

    GITHUB = "github"
    GITLAB = "gitlab"
    MKDOCS = "mkdocs"
    MKDOCS_UNICODE = "mkdocs-unicode"
    MDBOOK = "mdbook"
    SPHINX = "sphinx"
    VITEPRESS = "vitepress"
    VUEPRESS = "vuepress"
    PANDOC = "pandoc"
    KRAMDOWN = "kramdown"
    KRAMDOWN_GFM = "kramdown-gfm"
    HUGO = "hugo"
    ZOLA = "zola"
    DOCSIFY = "docsify"
    OBSIDIAN = "obsidian"
    HEXO = "hexo"
    MINTLIFY = "mintlify"
    GITBOOK = "gitbook"
    GITBOOK_HYPHENS = "gitbook-hyphens"
    DOXIA = "doxia"
    ASCIIDOC = "asciidoc"
    ASCIIDOC_HYPHENS = "asciidoc-hyphens"


#: Letters, marks, digits, number letters and connectors: Ruby's ``\\p{Word}``, which GitHub and GitLab keep.
_WORD_CATEGORIES: Final = {"L", "M"}
_WORD_SUBCATEGORIES: Final = {"Nd", "Nl", "Pc"}
_HYPHENS_AND_BLANKS = lazy_re.compile(r"[-\s]+")
_HYPHENS = lazy_re.compile(r"-{2,}")
_NOT_WORD = lazy_re.compile(r"[^\w\s-]")
_NOT_ASCII_ALPHANUMERIC = lazy_re.compile(r"[^a-z0-9]+")
_VITEPRESS_COMBINING, _VITEPRESS_CONTROL = lazy_re.compile("[\u0300-\u036f]"), lazy_re.compile("[\x00-\x1f]")
_VITEPRESS_SPECIAL = lazy_re.compile("[\\s~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'“”‘’<>,.?/]+")
_DOCSIFY_DROPPED = lazy_re.compile("[\u2000-\u206f\u2e00-\u2e7f\\\\'!\"#$%&()*+,./:;<=>?@\\[\\]^`{|}~]")
_BEFORE_LETTER, _BEFORE_ASCII_LETTER = lazy_re.compile(r"^[\W\d_]+"), lazy_re.compile(r"^[^a-zA-Z]+")
_NOT_KRAMDOWN = lazy_re.compile(r"[^a-zA-Z0-9 -]")
_DASHES = lazy_re.compile(r"-{2,3}")
_OBSIDIAN_DROPPED = lazy_re.compile(r"[#^|\[\]%:\\]+")
_NOT_ASCIIDOC, _ASCIIDOC_BETWEEN = (
    lazy_re.compile(r"<[^<>]+>|&(?:[a-z]+|#\d+);|[^\w\s.-]"),
    lazy_re.compile(r"[\s._-]+"),
)
_NOT_DOXIA = lazy_re.compile(r"[^A-Za-z0-9_.:-]")
_LEADING_DIGIT = lazy_re.compile(r"^(\d)")


#: A heading of words of ASCII: nearly all dialects agree on its name.
_PLAIN = lazy_re.compile(r"[A-Za-z][A-Za-z0-9]*+(?: [A-Za-z0-9]++)*+")


def _translation(kept: Callable[[str], str]) -> dict[int, str | None]:
    """What becomes of each character of ASCII, for ``str.translate``: quicker than to ask for each, if nothing is ``None``."""
    return {code: kept(chr(code)) or None for code in range(128)}


def _is_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in _WORD_CATEGORIES or category in _WORD_SUBCATEGORIES


def _ascii(text: str) -> str:
    return text if text.isascii() else normalized("NFKD", text).encode("ascii", "ignore").decode("ascii")


_OF_GITHUB: Final = _translation(lambda c: "-" if c == " " else c.lower() if c == "-" or _is_word(c) else "")
_OF_MDBOOK: Final = _translation(lambda c: "-" if c.isspace() else c.lower() if c.isalnum() or c in "_-" else "")
_OF_PANDOC: Final = _translation(lambda c: c if c.isalnum() or c in "_-." or c.isspace() else "")
_OF_GITBOOK: Final = _translation(lambda c: c if c in "-. " or _is_word(c) else "")
_OF_GITBOOK_HYPHENS: Final = _translation(lambda c: c if _is_word(c) else "-")


def github(text: str) -> str:
    """The rule of GitHub (html-pipeline, ``TableOfContentsFilter``), which github-slugger and Docusaurus copy.

    The blank before a picture at the end becomes a hyphen, and so does each of several blanks.
    """
    if text.isascii():
        return text.translate(_OF_GITHUB)
    return "".join(c for c in text.lower() if c in "- " or _is_word(c)).replace(" ", "-")


def gitlab(text: str) -> str:
    """The rule of GitLab (GitLab Flavored Markdown, "Heading IDs and links"): as GitHub's, without double hyphens."""
    return _HYPHENS.sub("-", github(text.strip()))


def mkdocs(text: str) -> str:
    """``slugify`` of Python-Markdown's ``toc``: to ASCII, then runs of blanks and hyphens to one hyphen."""
    return _HYPHENS_AND_BLANKS.sub("-", _NOT_WORD.sub("", _ascii(text)).strip().lower())


def mkdocs_unicode(text: str) -> str:
    """``slugify_unicode`` of Python-Markdown's ``toc``, and pymdownx's ``slugify`` in lower case."""
    return _HYPHENS_AND_BLANKS.sub("-", _NOT_WORD.sub("", normalized("NFKC", text)).strip().lower())


def mdbook(text: str) -> str:
    """mdBook's ``normalize_id``: letters, digits, "_" and "-" stay, blanks become "-", and the rest is dropped."""
    if text.isascii():
        return text.strip().translate(_OF_MDBOOK)
    return "".join("-" if c.isspace() else c.lower() for c in text.strip() if c.isalnum() or c in "_-" or c.isspace())


def sphinx(text: str) -> str:
    """``docutils.nodes.make_id``: runs of anything but a-z and 0-9 become one hyphen, with none at the ends and no digit
    before the first letter."""
    return _NOT_ASCII_ALPHANUMERIC.sub("-", _ascii(text).lower()).strip("-").lstrip("0123456789-")


def vitepress(text: str) -> str:
    """``slugify`` of ``@mdit-vue/shared``, which VitePress and VuePress use."""
    plain = _VITEPRESS_CONTROL.sub("", _VITEPRESS_COMBINING.sub("", normalized("NFKD", text)))
    return _LEADING_DIGIT.sub(r"_\1", _VITEPRESS_SPECIAL.sub("-", plain).strip("-")).lower()


def pandoc(text: str) -> str:
    """Pandoc's extension ``auto_identifiers``, for Quarto and bookdown: "_", "-" and "." stay."""
    stripped = text.strip()
    if stripped.isascii():
        kept = stripped.translate(_OF_PANDOC)
    else:
        kept = "".join(c for c in stripped if c.isalnum() or c in "_-." or c.isspace())
    return _BEFORE_LETTER.sub("", re.sub(r"\s+", "-", kept).lower()) or "section"


def kramdown(text: str) -> str:
    """kramdown's option ``auto_ids`` without its GitHub parser: ASCII from the first letter on."""
    kept = _NOT_KRAMDOWN.sub("", _BEFORE_ASCII_LETTER.sub("", text))
    return kept.replace(" ", "-").lower() or "section"


def kramdown_gfm(text: str) -> str:
    """kramdown with its GitHub parser, as Jekyll has it: two or three hyphens have become a dash, which no name has."""
    return github(_DASHES.sub("", text) if "--" in text else text)


def hugo(text: str) -> str:
    """Hugo's ``autoHeadingIDType: github-ascii``; the other types are GitHub's and mdBook's."""
    return _ascii(github(text.strip()))


def zola(text: str) -> str:
    """Zola's setting ``slugify.anchors = "on"``: runs of anything but a-z and 0-9 become one hyphen, with none at the ends."""
    return _NOT_ASCII_ALPHANUMERIC.sub("-", _ascii(text).lower()).strip("-")


def hexo(text: str) -> str:
    """hexo-util's ``slugize``: blanks and signs, "_" among them, become one hyphen; accents are dropped."""
    plain = _VITEPRESS_COMBINING.sub("", normalized("NFKD", text))
    return _VITEPRESS_SPECIAL.sub("-", normalized("NFC", plain)).strip("-").lower()


def mintlify(text: str) -> str:
    """As GitHub's, with "/" and ":", which links have percent-encoded."""
    return "".join(c for c in text.strip().lower() if c in "-/: " or _is_word(c)).replace(" ", "-")


def doxia(text: str) -> str:
    """The ids of Maven's sites (Doxia, ``HtmlTools.encodeId``): "_" for blanks, and what else no id may have is dropped."""
    return _NOT_DOXIA.sub("", text.strip().replace(" ", "_"))


def docsify(text: str) -> str:
    """docsify's ``slugify``, which marks a leading digit with "_"."""
    kept = _DOCSIFY_DROPPED.sub("", text.strip().lower())
    return _LEADING_DIGIT.sub(r"_\1", _HYPHENS.sub("-", re.sub(r"\s", "-", kept)))


def obsidian(text: str) -> str:
    """The text of a heading as links in a vault name it, without the characters that such links may not have."""
    return " ".join(_OBSIDIAN_DROPPED.sub(" ", text).split()).lower()


def gitbook(text: str) -> str:
    """The names that GitBook gives headings, by its published pages: dots stay, signs that it has words for become these,
    and "id-" comes before a digit."""
    words = _in_words(text)
    kept = words.translate(_OF_GITBOOK) if words.isascii() else "".join(c for c in words if c in "-. " or _is_word(c))
    return re.sub(r"^(?=\d)", "id-", _HYPHENS_AND_BLANKS.sub("-", kept.strip()))


def gitbook_hyphens(text: str) -> str:
    """The names that its newer pages have: all but letters, digits and "_" becomes a hyphen."""
    words = _in_words(text)
    is_ascii = words.isascii()
    kept = words.translate(_OF_GITBOOK_HYPHENS) if is_ascii else "".join(c if _is_word(c) else "-" for c in words)
    return re.sub(r"^(?=\d)", "id-", _HYPHENS.sub("-", kept).strip("-"))


def _in_words(text: str) -> str:
    """The text with the words that GitBook puts for signs, in small letters."""
    for sign, word in (("&", "and"), ("<", " less-than "), (">", " greater-than "), ("$", "usd"), ("/", " ")):
        text = text.replace(sign, word)
    return text.strip().lower()


def asciidoc(text: str) -> str:
    """Asciidoctor's ``Section.generate_id``: "_" first, and instead of runs of blanks, dots and hyphens."""
    return f"_{_ASCIIDOC_BETWEEN.sub('_', _NOT_ASCIIDOC.sub('', text.lower())).strip('_')}"


def asciidoc_hyphens(text: str) -> str:
    """The same with ``idprefix`` empty and ``idseparator`` "-", as GitHub and Antora's pages set them."""
    return _ASCIIDOC_BETWEEN.sub("-", _NOT_ASCIIDOC.sub("", text.lower())).strip("-")


# Each dialect asks for it.
@lru_cache(maxsize=2_000)
def plain_name(text: str) -> str:
    """The name that all ``AGREEING`` dialects give a heading of words of ASCII; empty for another heading."""
    return text.lower().replace(" ", "-") if _PLAIN.fullmatch(text) else ""


#: The rule of each dialect.
SLUGS: Final[dict[Dialect, Callable[[str], str]]] = {
    Dialect.GITHUB: github,
    Dialect.GITLAB: gitlab,
    Dialect.MKDOCS: mkdocs,
    Dialect.MKDOCS_UNICODE: mkdocs_unicode,
    Dialect.MDBOOK: mdbook,
    Dialect.SPHINX: sphinx,
    Dialect.VITEPRESS: vitepress,
    Dialect.VUEPRESS: vitepress,
    Dialect.PANDOC: pandoc,
    Dialect.KRAMDOWN: kramdown,
    Dialect.KRAMDOWN_GFM: kramdown_gfm,
    Dialect.HUGO: hugo,
    Dialect.ZOLA: zola,
    Dialect.DOCSIFY: docsify,
    Dialect.OBSIDIAN: obsidian,
    Dialect.HEXO: hexo,
    Dialect.MINTLIFY: mintlify,
    Dialect.DOXIA: doxia,
    Dialect.GITBOOK: gitbook,
    Dialect.GITBOOK_HYPHENS: gitbook_hyphens,
    Dialect.ASCIIDOC: asciidoc,
    Dialect.ASCIIDOC_HYPHENS: asciidoc_hyphens,
}
#: The dialects that agree on the names of plain headings: see ``plain_name``.
AGREEING: Final = frozenset(SLUGS) - {Dialect.OBSIDIAN, Dialect.DOXIA, Dialect.ASCIIDOC}
#: The dialects that number the second heading of a name with "_1"; the others use "-1".
UNDERSCORE_NUMBERS: Final = {Dialect.MKDOCS, Dialect.MKDOCS_UNICODE, Dialect.ASCIIDOC}
#: The dialects that show an attribute list as text of its heading.
LITERAL_ATTRIBUTES: Final = {Dialect.GITHUB, Dialect.GITLAB, Dialect.SPHINX}
#: The dialects of AsciiDoc, the likelier first.
OF_ASCIIDOC: Final = (Dialect.ASCIIDOC, Dialect.ASCIIDOC_HYPHENS)
#: The dialects in which the second heading of a name has the number 2; VuePress 1 has that.
FROM_TWO: Final = {*OF_ASCIIDOC, Dialect.VUEPRESS}
#: The dialects of programs that are known by their configuration.
OF_KNOWN: Final = {Dialect.ZOLA, Dialect.HEXO, Dialect.MINTLIFY, Dialect.VUEPRESS, Dialect.DOXIA}
#: Where the program is not known, an anchor of any of these may be right. Few sites run kramdown without its GitHub parser,
#: which Jekyll uses.
EVERY_DIALECT: Final = tuple(
    dialect for dialect in Dialect if dialect not in {Dialect.KRAMDOWN, *OF_KNOWN, *OF_ASCIIDOC}
)
