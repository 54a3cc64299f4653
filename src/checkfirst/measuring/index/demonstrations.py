"""What looks like a link and is none: a link that only shows how links are written, and brackets in a formula."""

import re
from collections.abc import Sequence
from typing import Final

#: A span of code, and the signs that make a target in it a link: of Markdown, wikis and HTML.
_CODE = re.compile(r"(`+)(?!`)(.*?)(?<!`)\1(?!`)")
_SIGNS: Final = ("](", "[[", "]:", "href=", "src=")
_FORMULA: Final = re.compile(r"\$\$?(?! )([^$\n]+)(?<! )\$")
#: Characters of the longest line that is searched. Not measured.
_MOST: Final = 5_000


def is_demonstrated(target: str, lines: Sequence[str], number: int) -> bool:
    """Whether line ``number`` (from 0), or the line before it, has a link to the target in a span of code or a formula."""
    return bool(target) and (
        _is_in_formula(target, lines[number])
        or any(
            target in line and "`" in line and len(line) <= _MOST and _shows(target, line)
            for line in lines[max(0, number - 1) : number + 1]
        )
    )


def _is_in_formula(target: str, line: str) -> bool:
    """Whether the target stands in a formula between dollar signs, as in ``$\\sqrt[3](x)$``."""
    if "$" not in line or len(line) > _MOST:
        return False
    return any(f"]({target})" in formula for formula in _FORMULA.findall(line))


def _shows(target: str, line: str) -> bool:
    spans = (code for _, code in _CODE.findall(line))
    return any(target in code and any(sign in code for sign in _SIGNS) for code in spans)
