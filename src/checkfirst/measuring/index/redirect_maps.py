"""Former addresses of pages in the redirect maps of configurations in JavaScript, read as data and never executed."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re

#: The name of a map or list, or of the plugin that has one, before its bracket.
_NAME = lazy_re.compile(r"redirect\w{0,40}+[^{\[\n;]{0,200}+[{\[]", re.IGNORECASE)
_STRING: Final = r"[\"'`]([^\"'`\n]{1,500})[\"'`]"
#: A former address with the new one, a path or a whole address; and one end of a pair of named values, which may be a list.
_PAIR = lazy_re.compile(rf"{_STRING}\s*:\s*[\"'`](?:/|\.|https?:|[\w-]+[./])")
_FROM = lazy_re.compile(rf"[\"'`]?\b(?:from|source|path|base)[\"'`]?\s*:\s*({_STRING}|\[[^\[\]]{{0,5000}}\])")
#: A line of a file of redirects: the former address, a blank or an arrow, the new one.
_LINE = lazy_re.compile(
    r"^(?:// redirects )?[ \t]*(/[^\s#]{0,500})[ \t]+(?:(?:->|=>)[ \t]*)?(?:/|https?:)", re.MULTILINE
)
_BRACKET = lazy_re.compile(r"[{}\[\]]")
_SUFFIX = lazy_re.compile(r"(?:/index)?(?:\.(?:html?|md))?$")
#: Maps of a configuration that are read. Not measured.
_MOST: Final = 50


def redirect_maps(text: str) -> frozenset[str]:
    """The former addresses that a configuration redirects, without ``/`` around them and without suffix."""
    if "redirect" not in text.lower():
        return frozenset()
    written = []
    for block in _blocks(text):
        written += _PAIR.findall(block)
        written += [address for values, _ in _FROM.findall(block) for address in re.findall(_STRING, values)]
    written += _LINE.findall(text)
    names = (_SUFFIX.sub("", address.partition("#")[0].strip().strip("/")) for address in written if ":" not in address)
    return frozenset(name.removesuffix("/index") for name in names if name and "*" not in name)


def _blocks(text: str) -> Iterator[str]:
    """What stands between the brackets behind each name of redirects."""
    position = 0
    for _ in range(_MOST):
        if not (name := _NAME.search(text, position)):
            return
        position = _end(text, name.end())
        yield text[name.end() : position]


def _end(text: str, start: int) -> int:
    """Where the bracket before ``start`` is closed; the end of the text if it is not."""
    depth = 1
    for bracket in _BRACKET.finditer(text, start):
        depth += 1 if bracket[0] in "{[" else -1
        if not depth:
            return bracket.start()
    return len(text)
