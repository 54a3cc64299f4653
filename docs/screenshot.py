"""Takes the pictures of the report page in ``docs/images``: ``python docs/screenshot.py``. Needs Chromium, as the tests do."""

import shutil
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from checkfirst import check
from checkfirst.reporting.registry import parts_of

ROOT = Path(__file__).parents[1]
SET = "examples/mixed"
#: The part of the page that is shown, in pixels of the screen.
_WIDTH, _HEIGHT = 1100, 760
_PICTURES: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", "report.png"), ("dark", "report-dark.png"))


def main() -> None:
    """Check the example, and take its page in light and in dark."""
    # The page shows the path as it is given.
    with chdir(ROOT):
        report = "".join(parts_of("html", check(SET)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page_file = Path(folder) / "report.html"
        page_file.write_text(report, encoding="utf-8")
        own = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=own, args=["--no-sandbox"])
        for scheme, name in _PICTURES:
            page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT}, color_scheme=scheme)
            page.goto(page_file.as_uri())
            page.screenshot(path=ROOT / "docs" / "images" / name)
        browser.close()


if __name__ == "__main__":
    main()
