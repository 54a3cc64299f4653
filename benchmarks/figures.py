"""All benchmarks in one run; writes the README's table of figures."""

import re
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    claims,
    copies,
    evidence,
    hostile,
    kinds,
    lead,
    links,
    precision,
    promises,
    quiet,
    roles,
    sets,
    speed,
    system,
    threads,
)
from benchmarks.options import Figure, data_folder

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)
_ALL: tuple[Callable[[Path], list[Figure]], ...] = (
    lead.figures,
    claims.figures,
    kinds.figures,
    system.figures,
    roles.figures,
    threads.figures,
    evidence.figures,
    quiet.figures,
    precision.figures,
    links.figures,
    promises.figures,
    sets.figures,
    copies.figures,
    hostile.figures,
    speed.figures,
)


def table(found: list[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = ["| what | checkfirst | beside it | command |", "|---|---|---|---|"]
    lines += [f"| {f.what} | {f.ours} | {f.beside} | `python -m benchmarks.{f.module} --data DIR` |" for f in found]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run all benchmarks, then write the README."""
    data = data_folder(__doc__)
    found = []
    for figures in _ALL:
        print(f"# {figures.__module__}\n", flush=True)
        found += figures(data)
    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(lambda m: m[1] + table(found) + m[2], text), encoding="utf-8")
    print(table(found))


if __name__ == "__main__":
    main()
