"""Which requests a review answers."""

from collections.abc import Mapping
from email.message import Message

import pytest

from checkfirst.review.admission import refusal

OWN = {
    "Host": "127.0.0.1:8000",
    "Origin": "http://127.0.0.1:8000",
    "Content-Type": "application/json",
    "Sec-Fetch-Site": "same-origin",
}
#: A request that reads says neither.
READS = {"Origin": None, "Content-Type": None}


def headers(*given: tuple[str, str]) -> Message:
    message = Message()
    for name, value in given:
        message[name] = value
    return message


def refused(differs: Mapping[str, str | None], *, writes: bool, port: int = 8_000) -> str:
    given = {**OWN, **differs}
    return refusal(headers(*((n, v) for n, v in given.items() if v is not None)), port, writes=writes)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_page_itself_is_answered(name: str) -> None:
    own = {"Host": f"{name}:8000", "Origin": f"http://{name}:8000"}
    assert not refused(own, writes=True)
    assert not refused({**own, "Sec-Fetch-Site": None, "Content-Type": "Application/JSON; charset=utf-8"}, writes=True)
    assert not refused({**READS, "Host": f"{name}:8000"}, writes=False)
    assert not refused({**READS, "Host": name}, writes=False, port=80)


@pytest.mark.parametrize(
    "host",
    [
        "evil.test:8000",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost.evil.test:8000",
        "[::1]:8000",
        "LOCALHOST:8000 ",
        "",
        None,
    ],
)
def test_a_name_that_leads_here_is_not_this_machine(host: str | None) -> None:
    for writes in (True, False):
        assert "host" in refused({"Host": host, "Origin": f"http://{host}" if host else None}, writes=writes)
        assert "host" in refused({"Host": host}, writes=writes)


@pytest.mark.parametrize(
    "origin", ["http://evil.test", "http://localhost:8000", "http://127.0.0.1:1", "https://127.0.0.1:8000", "null", ""]
)
def test_another_page_is_not_answered(origin: str) -> None:
    assert "another page" in refused({"Origin": origin}, writes=True)
    assert "another page" in refused({"Origin": origin}, writes=False)


def test_what_writes_says_where_it_comes_from_and_is_json() -> None:
    assert "origin" in refused({"Origin": None}, writes=True)
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json",
        None,
    ):
        assert "JSON" in refused({"Content-Type": kind}, writes=True)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "x"])
def test_another_site_is_not_answered(site: str) -> None:
    assert "site" in refused({"Sec-Fetch-Site": site}, writes=True)
    assert "site" in refused({**READS, "Sec-Fetch-Site": site}, writes=False)


def test_a_link_elsewhere_opens_the_page_and_no_frame_does() -> None:
    opened = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert not refused({**READS, **opened}, writes=False)
    assert refused({**READS, **opened, "Sec-Fetch-Dest": "iframe"}, writes=False)
    assert refused({**opened, "Origin": "http://evil.test"}, writes=True)


@pytest.mark.parametrize("name", ["Host", "Origin", "Content-Type"])
def test_a_header_that_is_given_twice_is_none(name: str) -> None:
    assert refusal(headers(*OWN.items(), (name, OWN[name])), 8_000, writes=True)
