"""GAP007: a specification that says of nothing how it behaves."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.formats import Trait
from checkfirst.model.kinds import Answer, Group, Kind, Purpose
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView

#: A title or a name by which a document promises what a thing does; not one that only speaks of specifications.
_PROMISES: Final = lazy_re.compile(
    r"(?:^|(?<!\bof)(?<!\bfor)[\s:–—-])(?:(?:software |system |functional |technical |interface |api |protocol |product |feature )*(?:specification|spec)"
    r"|(?:software|system|functional|product) requirements(?: specification| document)?"
    r"|\w{0,20}spezifikation|lastenheft|pflichtenheft|spécifications?|cahier des charges|especificaci[oó]n|specifiche|especificação|specificatie|спецификация|仕様書?|要件定義書?|规格说明书?|需求规格说明书?)"
    r"(?:\s?[:–—-].{1,80}|\s(?:v?\d[\d.]*|for .{1,60}|of .{1,60}|für .{1,60}|de .{1,60}))?$",
    re.IGNORECASE,
)
_NAME: Final = lazy_re.compile(
    r"(?:^|/)(?:(?:[\w.-]{1,60}-)?(?:spec|specification)|requirements|srs|prd)\.\w{1,6}$", re.IGNORECASE
)
#: Fewest words and sentences from which a document says enough to be judged. Not measured.
_WORDS, _SENTENCES = 120, 8
_OTHER_GROUPS: Final = frozenset({Group.DATA, Group.SHELL})


@rule(
    code="GAP007",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
    preview=True,
    needs=(Needs.TEXT,),
)
def no_behaviour(view: DocumentView) -> Iterator[Hit]:
    """A document calls itself a specification, and no sentence says what anything must do, may do, takes or answers.

    It says why and for whom, so that whoever builds from it makes up what is built.

    Write what each part does, on what input, with what result, and how that is checked.
    """
    document, measures = view.document, view.measures
    requirements = measures.requirements
    promises = _PROMISES.search(document.title or "") or _NAME.search(document.path)
    says_nothing = (
        measures.describes_system.answer is Answer.NO
        and requirements.sentences >= _SENTENCES
        and not requirements.rules
        and not requirements.obligations
        # What is told to the reader may be a rule for him.
        and requirements.personal * 2 <= requirements.sentences
        and measures.statistics.words >= _WORDS
    )
    other = measures.kind.group in _OTHER_GROUPS or measures.kind.kind is Kind.INDEX_LISTING
    if promises and says_nothing and not other and view.purpose is Purpose.BUILD and Trait.PROSE in document.traits:
        yield Hit(
            message="calls itself a specification, and says of nothing how it behaves",
            evidence=(view.start,),
            confidence=0.8,
        )
