"""All rules, by code."""

from dataclasses import dataclass

from checkfirst.errors import UsageError
from checkfirst.model.rule import Rule
from checkfirst.model.views import DocumentView, SetView
from checkfirst.rules import dup, fil, fil_type, fil_unread, fit, gap, idx, idx_links, idx_promises, knd, web

AnyRule = Rule[DocumentView] | Rule[SetView]

_DOCUMENT: tuple[Rule[DocumentView], ...] = (
    *fil_type.RULES,
    *fil.RULES,
    *fil_unread.RULES,
    *knd.RULES,
    *web.RULES,
    *idx.DOCUMENT_RULES,
)
_SET: tuple[Rule[SetView], ...] = (
    *knd.SET_RULES,
    *idx.RULES,
    *idx_promises.RULES,
    *idx_links.RULES,
    *dup.RULES,
    *fit.RULES,
    *gap.RULES,
)
_ALL: tuple[AnyRule, ...] = (*_DOCUMENT, *_SET)
RULES: dict[str, AnyRule] = {rule.code: rule for rule in sorted(_ALL, key=lambda rule: rule.code)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The rules of one check, by what they see."""

    document: tuple[Rule[DocumentView], ...]
    set: tuple[Rule[SetView], ...]

    @property
    def links_alone(self) -> bool:
        """Whether none of the rules needs what is measured of texts."""
        return all(r.links_alone for r in self.document) and all(r.links_alone for r in self.set)


def selected(select: tuple[str, ...], ignore: tuple[str, ...], *, preview: bool = False) -> Selection:
    """The rules whose code begins with one selected (all, when none is) and with none ignored.

    A preview rule runs when it is selected by its whole code, or when previews are asked for.
    Raises ``UsageError`` for a code that no rule begins with.
    """
    for code in (*select, *ignore):
        known(code)

    def chosen(rule: AnyRule) -> bool:
        wanted = not select or rule.code.startswith(select)
        unwanted = bool(ignore) and rule.code.startswith(ignore)
        return wanted and not unwanted and (preview or not rule.preview or rule.code in select)

    return Selection(document=tuple(filter(chosen, _DOCUMENT)), set=tuple(filter(chosen, _SET)))


def known(code: str) -> None:
    """Raise ``UsageError`` with the nearest code when no rule begins with ``code``."""
    if not code or not any(rule.startswith(code) for rule in RULES):
        from difflib import get_close_matches

        near = get_close_matches(code.upper(), [*RULES, *{c[:3] for c in RULES}], n=1, cutoff=0.4)
        raise UsageError(f"no rule {code!r}{f'; did you mean {near[0]}?' if near else ''} (see: checkfirst rules)")
