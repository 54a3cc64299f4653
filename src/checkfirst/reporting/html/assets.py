"""The page's style and script, and the policy that allows them and nothing else."""

import base64
import hashlib
from importlib.resources import files
from typing import Final

_HERE = files(__package__)
STYLE: Final = _HERE.joinpath("page.css").read_text("utf-8")
SCRIPT: Final = _HERE.joinpath("page.js").read_text("utf-8")


def policy() -> str:
    """The content security policy: the style and the script are known by their digests, and nothing is fetched."""
    return (
        f"default-src 'none'; style-src '{_digest(STYLE)}'; script-src '{_digest(SCRIPT)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
