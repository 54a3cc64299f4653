"""Files that instruct a coding agent, which reads them as they are: by their names, and by their front matter."""

from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re

#: Names of such files, in lower case: what the makers of agents document. Chosen by hand.
_NAMES: Final = lazy_re.compile(
    r"(?:agents?|claude|gemini|skill|copilot-instructions|codex|conventions)(?:\.local|\.override)?\.md|\.(?:cursor|windsurf|cline|roo|goose)?rules|.{0,80}\.mdc"
    r"|.{0,80}\.(?:instructions|prompt|chatmode|agent)\.md|system[-_]?prompt.{0,20}\.(?:md|txt)"
)
#: Folders in which an agent looks for its instructions.
_FOLDERS: Final = frozenset(
    {
        ".claude",
        ".cursor",
        ".codex",
        ".gemini",
        ".windsurf",
        ".clinerules",
        ".roo",
        ".kiro",
        ".agents",
        ".opencode",
        "skills",
    }
)


def is_for_agents(path: str) -> bool:
    """Whether a file instructs an agent, by its name or its folder."""
    *folders, name = path.lower().split("/")
    return _NAMES.fullmatch(name) is not None or not _FOLDERS.isdisjoint(folders)


#: Fields that a definition of an agent or a skill has beside its name and its description: what the makers of agents
#: document.
_SETTINGS: Final = frozenset(
    {
        *(
            "tools",
            "allowed-tools",
            "disallowed-tools",
            "disallowedtools",
            "model",
            "permissionmode",
            "globs",
            "applyto",
        ),
        *("alwaysapply", "argument-hint", "handoffs", "target", "mcp-servers", "mcpservers", "user-invocable", "color"),
    }
)


def defines_agent(metadata: Iterable[tuple[str, str]]) -> bool:
    """Whether the front matter of a file defines an agent, a skill or a command of one."""
    fields = {name.lower() for name, _ in metadata}
    return "description" in fields and not _SETTINGS.isdisjoint(fields)
