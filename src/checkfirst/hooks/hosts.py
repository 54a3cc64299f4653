"""The hosts, by the name that ``checkfirst hook`` takes, each with the module of its events and answers."""

HOSTS = {
    "claude": "checkfirst.hooks.claude",
    "cursor": "checkfirst.hooks.cursor",
    "copilot": "checkfirst.hooks.copilot",
    "codex": "checkfirst.hooks.codex",
}
