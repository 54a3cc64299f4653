"""The model of types of texts is the same in every run."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SOURCES = {
    "tool.py": "import os\n\n\ndef main(path):\n    for name in os.listdir(path):\n        print(name, len(name))\n    return {n}\n",
    "tool.js": "const fs = require('fs');\n\nfunction main(path) {{\n  for (const name of fs.readdirSync(path)) {{\n    console.log(name);\n  }}\n  return {n};\n}}\n",
    "page.css": "body {{\n  margin: {n}px;\n  color: #333;\n}}\n\n.menu a:hover {{\n  text-decoration: none;\n  background: white;\n}}\n",
}


def learned(files: Path, output: Path, seed: int) -> bytes:
    """The model file that a run writes."""
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "training.types", "--files", str(files), "--output", str(output)],
        cwd=_ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        check=True,
        capture_output=True,
    )
    return output.read_bytes()


def test_two_runs_make_the_same_bytes(tmp_path: Path) -> None:
    for n in range(9):
        (tmp_path / "files" / f"project{n}").mkdir(parents=True)
        for name, text in _SOURCES.items():
            (tmp_path / "files" / f"project{n}" / name).write_text(text.format(n=n), encoding="utf-8")
    first = learned(tmp_path / "files", tmp_path / "first.npz", seed=1)
    assert first == learned(tmp_path / "files", tmp_path / "second.npz", seed=2)
