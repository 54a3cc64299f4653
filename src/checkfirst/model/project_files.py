"""Files that a project has beside its documents, by their names: README, licence, changelog and so on."""

import re
from typing import Final

from checkfirst import lazy_re

#: Files that projects have whatever their documents are about; they are not compared. Chosen by hand.
PROJECT_FILES: Final = lazy_re.compile(
    r"(?:^|.*[-_. ](?=licen[cs]e|notice|copying))(?:readme|licen[cs]e|copying|notice|patents|code[-_. ]of[-_. ]conduct|coc|contributing|contributors|authors|credits|maintainers"
    r"|governance|security|support|changelog|changes|history|news|releases?|release[-_ ]notes|codeowners|citation|agents|claude"
    r"|thanks|acknowledge?ments|todo|glossary|bibliography|references)\b",
    re.IGNORECASE,
)
