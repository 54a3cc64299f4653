"""How long property tests run: briefly by default, ``--hypothesis-profile=long`` by hand."""

import signal

import pytest
from hypothesis import HealthCheck, settings

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
