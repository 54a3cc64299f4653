"""Folders whose names begin with a dot: which of their files are documents for people and agents."""

import re
from collections.abc import Iterable
from posixpath import basename
from typing import Final

from checkfirst import lazy_re
from checkfirst.sources.names import PAGE_SOURCES, suffix_of

#: Suffixes of the documents that are read in such a folder. Its other files configure tools.
_DOCUMENTS: Final = (PAGE_SOURCES | {".docx", ".odt", ".pdf"}) - {".ipynb"}
#: Folders of forges and of coding agents, which mix documents with settings.
_KNOWN: Final = lazy_re.compile(
    r"\.(?:github|gitlab|gitea|forgejo|bitbucket|azuredevops|claude|cursor|kiro|specify|agents?|windsurf|codex|gemini|opencode|roo"
    r"|clinerules|cline|amazonq|junie|trae|augment|continue|qwen|factory|goose|rules|skills|prompts|ai|llm|openspec|memory-bank)"
    r"(?:[-_].*)?",
    re.IGNORECASE,
)
#: Folders that are never looked into: version control, environments, caches, editors, trash and copies of what was there.
_NEVER: Final = lazy_re.compile(
    r"\.(?:git|hg|svn|bzr|jj|fslckout|cvs|pijul|venv|virtualenv|env|tox|nox|direnv|idea|vscode|vs|fleet|settings|metadata"
    r"|obsidian|makemd|space|smart-(?:env|connections)|logseq|zotero|foam|dendron|trash.*|history|backups?|bak|old|te?mp|stversions|stfolder|snapshots?|sync"
    r"|ipynb_checkpoints|.*cache.*|npm|yarn|pnpm.*|bun|cargo|rustup|gem|bundle|gradle|m2|ivy2|nuget|terraform|terragrunt.*"
    r"|eggs|hypothesis|local|config|ssh|gnupg|aws|azure|kube|docker|vagrant|dist|build|output|next|nuxt|svelte-kit|docusaurus"
    r"|astro|parcel.*|turbo|nx|vercel|netlify|serverless|expo|dart_tool|meteor|angular|retype|quarto|sass.*|jekyll.*|doctrees"
    r"|appledouble|spotlight.*|fseventsd)",
    re.IGNORECASE,
)
#: Folders in a dot folder that package managers and interpreters fill.
PACKAGES: Final = frozenset({"node_modules", "site-packages", "__pycache__"})
#: Parts of paths of forms: people fill in copies of them, and they are no documents of the set.
_FORM: Final = lazy_re.compile(r"(?:^|[^a-z])templates?(?:[^a-z]|$)", re.IGNORECASE)
#: Share of documents among the files of a dot folder with another name, from which it is read. Not measured.
_SHARE: Final = 0.5


def is_never_read(name: str) -> bool:
    """Whether a dot folder of this name holds nothing that people or agents read."""
    return _NEVER.fullmatch(name) is not None


def is_known(name: str) -> bool:
    """Whether a dot folder of this name is one of a forge or an agent, which is read for its documents."""
    return _KNOWN.fullmatch(name) is not None


def readable(paths: Iterable[str]) -> set[str]:
    """Those of the paths that are documents in a dot folder; none of them is a hidden file itself.

    A dot folder of a forge or an agent is read for its documents; another one if at least half its files are some.
    """
    by_folder: dict[str, list[str]] = {}
    for path in paths:
        if basename(path).startswith(".") or not PACKAGES.isdisjoint(path.split("/")):
            continue
        if folder := _dot_folder(path):
            by_folder.setdefault(folder, []).append(path)
    found: set[str] = set()
    for folder, files in by_folder.items():
        if any(part.startswith(".") and is_never_read(part) for part in folder.split("/")):
            continue
        documents = {path for path in files if suffix_of(path) in _DOCUMENTS}
        if _KNOWN.fullmatch(basename(folder)) or len(documents) >= _SHARE * len(files):
            found |= {path for path in documents if not _FORM.search(path[len(folder) :])}
    return found


def _dot_folder(path: str) -> str:
    """The innermost dot folder that a path is in; empty if it is in none."""
    parts = path.split("/")[:-1]
    last = next((n for n in range(len(parts), 0, -1) if parts[n - 1].startswith(".")), 0)
    return "/".join(parts[:last])
