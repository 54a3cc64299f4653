"""How long property tests run: briefly by default, ``--hypothesis-profile=long`` by hand."""

import os
import shutil
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Error, sync_playwright

# No deadlines: machines differ, and speed has its own benchmarks.
settings.register_profile("brief", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("brief")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what the user keeps of earlier checks."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(autouse=True, scope="session")
def interruptions_arrive() -> None:
    """Programs that tests start can be interrupted, even where the tests run in the background, which ignores SIGINT."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


# Of a module alone: its event loop would be in the way of tests with one of their own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. Without one the test is skipped, and fails where ``CHECKFIRST_NEEDS_BROWSER`` is set."""
    with sync_playwright() as driver:
        own = shutil.which("chromium") or shutil.which("google-chrome")
        try:
            # The second is for tests of names that lead to this machine, which nobody else knows.
            arguments = ["--no-sandbox", "--host-resolver-rules=MAP *.test 127.0.0.1"]
            found = driver.chromium.launch(executable_path=own, args=arguments)
        except Error as error:
            if os.environ.get("CHECKFIRST_NEEDS_BROWSER"):
                raise
            pytest.skip(
                f"no browser: install Debian's chromium, or run `playwright install chromium` ({error.message[:60]})"
            )
        yield found
        found.close()
