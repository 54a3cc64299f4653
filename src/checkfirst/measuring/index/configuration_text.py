"""Values in the text of a configuration in YAML, TOML, JavaScript or Python, which is searched and never executed."""

import re


def value(text: str, key: str) -> str:
    """The value of a key at the top of a YAML file; empty without one."""
    found = re.search(rf"^{key}[ \t]*:[ \t]*([^\n#]*)", text, re.MULTILINE)
    return found[1].strip().strip("\"'") if found else ""


def block(text: str, key: str) -> list[str]:
    """The indented lines below a key at the top of a YAML file."""
    found = re.search(rf"^{key}[ \t]*:[^\n]*\n((?:[ \t]+[^\n]*\n?|[ \t]*\n)*)", text, re.MULTILINE)
    return [line.strip() for line in found[1].split("\n") if line.strip()] if found else []


def quoted(text: str, key: str) -> str:
    """The string that a key has in a JavaScript or TOML configuration; empty without one."""
    found = re.search(rf"(?:^|[{{,\s])[\"']?{key}[\"']?\s*[:=]\s*[\"'`]([^\"'`\n]*)[\"'`]", text, re.MULTILINE)
    return found[1] if found else ""


def listed_in(text: str, name: str) -> list[str]:
    """The strings in the list or dictionary that a configuration in Python assigns to ``name``."""
    assigned = re.findall(rf"^{name}\s*=\s*[\[{{(]([^\]}})]*)", text, re.MULTILINE)
    return [s.rstrip("/") for inside in assigned for s in re.findall(r"[\"']([^\"'\n]+)[\"']", inside)]
