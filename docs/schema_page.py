"""The page about the report in JSON, made from its JSON Schema: a table for each object."""

import json
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]


def page(schema: str) -> str:
    """The page in Markdown."""
    report = json.loads(schema)
    intro = [
        "# Report in JSON",
        "",
        report["description"],
        "",
        "The same as a JSON Schema, for programs: [report.schema.json](report.schema.json).",
        "",
        "A program checks `version` first. A field that it does not know it passes over.",
    ]
    return "\n".join([*intro, *_sections("", report), ""])


def _sections(path: str, schema: Schema) -> Iterator[str]:
    """The table of an object, then those of the objects in it."""
    yield from ("", f"## {_title(path)}", "", f"{schema['description']}\n" if path else "", *_table(schema))
    for name, field in schema["properties"].items():
        inner = _object_in(field)
        if inner is not None:
            yield from _sections(f"{path}.{name}".lstrip(".") + ("[]" if _is_list(field) else ""), inner)


def _title(path: str) -> str:
    return f"`{path}`" if path else "The report"


def _table(schema: Schema) -> Iterator[str]:
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    required = schema.get("required", ())
    for name, field in schema["properties"].items():
        sometimes = "" if name in required else "May be absent. "
        yield f"| `{name}` | {_type(field)} | {sometimes}{field['description']}{_values(field)} |"


def _object_in(field: Schema) -> Schema | None:
    """The object that a field holds, alone, in a list, or where it is not null."""
    if "anyOf" in field:
        return next((found for each in field["anyOf"] if (found := _object_in(each))), None)
    if _is_list(field):
        return _object_in(field["items"])
    return field if "properties" in field else None


def _is_list(field: Schema) -> bool:
    return field.get("type") == "array"


def _type(field: Schema) -> str:
    """The type in words: ``list of objects``, ``string or null``."""
    if "anyOf" in field:
        return " or ".join(_type(each) for each in field["anyOf"])
    if _is_list(field):
        return f"list of {_type(field['items'])}s"
    if "type" not in field:
        return "string or null" if None in field["enum"] else "string"
    types = field["type"]
    return types if isinstance(types, str) else " or ".join(types)


def _values(field: Schema) -> str:
    """The values that a field can have, where they are few or named."""
    values = field.get("enum") or field.get("items", {}).get("enum")
    if "const" in field:
        return f" Always `{_shown(field['const'])}`."
    if not values:
        return ""
    return f" One of {', '.join(f'`{_shown(value)}`' for value in values)}."


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
