"""GAP008: acronyms that a specification uses and that no document of the set explains."""

from collections.abc import Iterator

from msgspec.structs import replace

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView

#: Acronyms that are named and quoted.
_MOST_NAMED = 3


@rule(code="GAP008", sees=SetView, severity=Severity.NOTE, since="0.2.0", preview=True, needs=(Needs.ACRONYMS,))
def undefined_acronyms(view: SetView) -> Iterator[Hit]:
    """Sentences of a specification use an acronym that no document of the set spells out or explains.

    Who knows it from elsewhere reads on; who does not, a model among them, makes up what it stands for.

    Write it out where it stands first, or add a list of abbreviations.
    """
    found = view.measures.undefined_acronyms
    if not found:
        return
    first, named = found[0], found[:_MOST_NAMED]
    others = len(found) - len(named)
    names = [one.used.name for one in named]
    if others:
        names.append(f"{others} more")
    said = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    yield Hit(
        message=f"uses {said}, and no document says what {'they stand' if len(found) > 1 else 'it stands'} for",
        evidence=tuple(
            one.used.quote if one.path == first.path else replace(one.used.quote, path=one.path) for one in named
        ),
        confidence=0.8,
        path=first.path,
        related=tuple(dict.fromkeys(one.path for one in named if one.path != first.path)),
        data=facts(count=len(found), acronyms=", ".join(one.used.name for one in found[:20])),
    )
