"""Decoding never fails, keeps text that was sound, and counts what it loses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst.reading.text.decode import decode

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff"), max_size=400)


@given(TEXT)
def test_utf8_comes_back_whole(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.losses == ()


@given(TEXT.filter(bool), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=2000))
def test_any_bytes_give_text(data: bytes) -> None:
    decoded = decode(data)
    assert "\r" not in decoded.text
    assert "\0" not in decoded.text


@given(st.lists(st.text("abc \u00e9", max_size=20), min_size=1, max_size=20), st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_endings_become_one(lines: list[str], ending: str) -> None:
    assert decode(ending.join(lines).encode()).text == "\n".join(lines)


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-2", "koi8-r", "shift_jis", "gb18030"])
def test_legacy_encodings_are_detected(encoding: str) -> None:
    samples = {
        "windows-1252": "Die Prüfung läuft täglich über Nacht; die Größe der Schlüssel beträgt vier Bytes. Café, naïve. "
        * 8,
        "iso-8859-2": "Příliš žluťoučký kůň úpěl ďábelské ódy, a zpráva došla až druhý den večer. " * 8,
        "koi8-r": "Служба принимает сообщения и хранит их в течение семи дней после получения. " * 8,
        "shift_jis": "この文書は、台帳サービスがどのように記録を保存するかを説明します。" * 8,
        "gb18030": "本文件说明账本服务如何保存记录以及客户端如何读取这些记录。" * 8,
    }
    assert decode(samples[encoding].encode(encoding)).text == samples[encoding]


def test_losses_have_their_line() -> None:
    decoded = decode("fine\nalso fine, ünd gööd, ßo fär äll ïs wëll\n".encode() + b"bad \xff here\n")
    assert [(loss.kind, loss.count, loss.span and loss.span.start_line) for loss in decoded.losses] == [
        ("undecodable-bytes", 1, 3)
    ]


def test_nul_bytes_are_counted() -> None:
    assert [
        (loss.kind, loss.count, loss.span and loss.span.start_line) for loss in decode(b"one\ntw\0o\0\n").losses
    ] == [("nul-bytes", 2, 2)]


def test_utf16_without_a_mark() -> None:
    assert decode("The service keeps every message for seven days.".encode("utf-16-le")).text.startswith("The service")
