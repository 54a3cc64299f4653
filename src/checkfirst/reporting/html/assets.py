"""The page's style and scripts, and the policy that allows them and nothing else."""

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

_HERE = files(__package__)


def _text(name: str) -> str:
    return _HERE.joinpath(name).read_text("utf-8")


STYLE: Final = _text("page.css") + _text("review.css")
#: The style of a page about a corpus, which has no scripts.
CORPUS_STYLE: Final = _text("page.css") + _text("corpus.css")
#: Filters, then marks.
SCRIPTS: Final = (_text("page.js"), _text("marks.js"))
#: The same for a page that is served: marks are sent, and the file is shown beside. It is the only script that asks for anything.
SERVED_SCRIPTS: Final = (_text("page.js"), _text("served.js"), _text("marks.js"))


def policy() -> str:
    """The content security policy: style and scripts are known by their digests, and nothing is fetched."""
    return _policy(SCRIPTS)


def served_policy() -> str:
    """The policy of a page that is served: its scripts may ask who served it, and nobody else."""
    return _policy(SERVED_SCRIPTS, connect="'self'")


def corpus_policy() -> str:
    """The policy of a page about a corpus: its style alone."""
    return f"default-src 'none'; style-src '{_digest(CORPUS_STYLE)}'; base-uri 'none'; form-action 'none'"


def _policy(scripts: Sequence[str], connect: str = "") -> str:
    known = " ".join(f"'{_digest(script)}'" for script in scripts)
    asked = f" connect-src {connect};" if connect else ""
    return f"default-src 'none'; style-src '{_digest(STYLE)}'; script-src {known};{asked} base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
