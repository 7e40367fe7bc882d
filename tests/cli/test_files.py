"""Files: how they are decoded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli import files
from smsc_codec.cli.files import Unreadable

DECODED = {
    "nothing": (b"", None, "", "utf-8"),
    "ASCII": (b"a\r\nb\n", None, "a\r\nb\n", "utf-8"),
    "UTF-8": ("Привет".encode(), None, "Привет", "utf-8"),
    "UTF-8 with mark": (b"\xef\xbb\xbfa", None, "a", "utf-8"),
    "UTF-16 with mark": (b"\xff\xfea\0", None, "a", "utf-16-le"),
    "UTF-16 with mark, big end first": (b"\xfe\xff\0a", None, "a", "utf-16-be"),
    "windows-1251": (b"\xcf\xf0\xe8", None, "При", "windows-1251"),
    "asked for": (b"\xe9", "latin-1", "é", "iso8859-1"),
    "asked for, though it could be UTF-8": ("é".encode(), "cp1251", "Г©", "cp1251"),
    "asked for, with mark": (b"\xef\xbb\xbfa", "utf8", "a", "utf-8"),
    "asked for with mark, without": (b"a", "utf-8-sig", "a", "utf-8"),
    "asked for, the mark of another": (b"\xff\xfe", "cp1251", "яю", "cp1251"),
}


@pytest.mark.parametrize(("data", "asked", "text", "encoding"), DECODED.values(), ids=DECODED)
def test_decoding(data: bytes, asked: str | None, text: str, encoding: str) -> None:
    """By mark, as UTF-8, or else as windows-1251, unless an encoding is asked for; line ends stay."""
    source = files.decode(data, asked)
    assert (source.text, source.encoding) == (text, encoding)
    assert bool(source.note) == (encoding == "windows-1251")
    assert source.mark + source.text.encode(source.encoding) == data


def test_guessing_is_said() -> None:
    """Reading as windows-1251 is a guess: the first byte that is no UTF-8 is named, with its offset."""
    assert files.decode(b"ab\xcf").note.startswith(
        "not UTF-8 (byte 0xCF at offset 2), so read as windows-1251"
    )


REFUSED = {
    "NUL": (b"a\0b", None, "not a text: NUL byte at offset 1"),
    "NUL in UTF-16": (b"\xff\xfea\0\0\0", None, "not a text: NUL as character 1"),
    "half a character in UTF-16": (b"\xff\xfea\0b", None, "not utf-16-le: byte 0x62 at offset 4"),
    "bad UTF-8 behind its mark": (b"\xef\xbb\xbfa\xff", None, "not utf-8: byte 0xFF at offset 4"),
    "neither": (
        b"\xcf\xf0\x98",
        None,
        "neither UTF-8 (byte 0xCF at offset 0) nor windows-1251 (byte 0x98 at offset 2)",
    ),
    "UTF-8 but for one octet": ("При".encode() + b"\xd0", None, "broken UTF-8 (byte 0xD0 at offset 6)"),
    "not what was asked for": (b"\xcf\xf0", "utf-8", "not utf-8: byte 0xCF at offset 0"),
    "no character": (b"\\ud800", "unicode-escape", "not unicode-escape"),
    "would change": (b"+AGE-", "utf-7", "utf-7 would not write these bytes back"),
}


CORPUS = Path(__file__).resolve().parents[1] / "corpus"
RUSSIAN = sorted(
    path for path in CORPUS.glob("*/*-ru.*") if re.search("[а-яё]{3}", path.read_text("utf-8", "replace"))
)


def test_what_was_utf_8_is_no_windows_1251() -> None:
    """No Russian text in windows-1251 is taken for damaged UTF-8, and none in UTF-8 that lost an octet for that."""
    assert len(RUSSIAN) > 100
    for path in RUSSIAN:
        text = path.read_bytes().decode("utf-8", "ignore").encode("cp1251", "ignore").decode("cp1251")
        assert files.decode(text.encode("cp1251")).text == text
        octets = text.encode()
        at = next(at for at, octet in enumerate(octets) if octet > 127)
        with pytest.raises(Unreadable, match=rf"broken UTF-8 \(byte 0x{octets[at]:02X} at offset {at}\)"):
            files.decode(octets[: at + 1] + octets[at + 2 :])


@pytest.mark.parametrize(
    ("data", "is_damaged"),
    [(b"", False), ("ы".encode() + b"\xff", False), ("ы".encode() * 2 + b"\xff", True)],
)
def test_how_much_of_a_text_is_utf_8(data: bytes, is_damaged: bool) -> None:
    """More sound characters than wrong octets, wherever the pieces are cut."""
    assert (
        files.is_damaged([data])
        is files.is_damaged([data[at : at + 1] for at in range(len(data))])
        is is_damaged
    )


@pytest.mark.parametrize(("data", "asked", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text(data: bytes, asked: str | None, reason: str) -> None:
    """What cannot be decoded is refused, with the byte and its offset in the file."""
    with pytest.raises(Unreadable) as caught:
        files.decode(data, asked)
    assert str(caught.value).startswith(reason)


ENCODINGS = [None, "utf-8", "cp1251", "koi8-r", "utf-16", "utf-16-be", "utf-7", "unicode-escape", "cp932"]


@pytest.mark.filterwarnings("ignore:.*invalid.* escape")
@given(st.binary(max_size=40), st.sampled_from(ENCODINGS))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, asked: str | None) -> None:
    """Any bytes are refused, or read to a text that gives the very same bytes again."""
    try:
        source = files.decode(data, asked)
    except Unreadable:
        return
    assert source.mark + source.text.encode(source.encoding) == data
    source.text.encode()


def test_reading_what_is_not_there(folder: Path) -> None:
    """What the system says of a file that cannot be opened is passed on."""
    with pytest.raises(Unreadable, match="No such file"):
        files.read("gone")
    with pytest.raises(Unreadable, match="Is a directory"):
        files.read(".git")
