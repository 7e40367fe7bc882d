"""Slices of list files: their blocks and line numbers are those of one process that reads the whole file."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from smsc_codec_dask.engine import Here
from smsc_codec_dask.sources import Listed, Slice, Source, SourceError, find, listed

from smsc_codec.cli import large
from smsc_codec.cli.files import Unreadable
from smsc_codec.payloads.mailing import read_lines, stream

# What stands at borders: heads that are cut, lines without a head, line ends of two octets, wide characters.
LINES = [
    "79990000001:Hello",
    "79990000002,79990000003;Привет",
    "Shop,1|79990000004:a longer text that goes on for a while, so that it is cut in its middle",
    "79990000005:",
    "79990000006 no separator",
    "no head",
    "",
    "  ",
    "alex@example.org:mail",
    "79990000007:🎉🎉",
    "79990000008:a\rb",
    "alex@example.org:a\rb",
    "я" * 40,
    "79990000013:" + "long " * 40,
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1251"]
MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
LISTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=60)


pytestmark = pytest.mark.usefixtures("small")


def written(path: Path, lines: list[str], end: str, encoding: str) -> Source:
    text = end.join(lines)
    octets = MARKS.get(encoding, b"") + text.encode(encoding, "ignore" if encoding == "cp1251" else "strict")
    path.write_bytes(octets)
    (found,) = find([str(path)])
    return found


def one_process(path: Path, nl: bool) -> list[tuple[int, str]]:
    """The blocks of the core's own reader with their first lines."""
    made, line = [], 1
    with large.reading(str(path)) as source:
        pieces = source if isinstance(source, large.Large) else [source.text]
        for text in stream.blocks(pieces, nl=nl):
            made.append((line, text))
            line += text.count("\n")
    return made


def of(slices: tuple[Slice, ...], nl: bool) -> Iterator[tuple[int, str]]:
    for one in slices:
        yield from one.texts(nl=nl)


def only(source: Source, encoding: str | None = None) -> Listed:
    (found,) = listed(Here(), [source], encoding)
    return found


@given(LISTS, st.sampled_from(["\n", "\r\n"]), st.sampled_from(ENCODINGS), st.booleans())
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_blocks_are_those_of_one_process(
    tmp_path: Path, lines: list[str], end: str, encoding: str, nl: bool
) -> None:
    """LIST-1, LIST-5: whatever stands at a border, the slices' blocks are the blocks of the whole, line numbers too."""
    source = written(tmp_path / "a.list", lines, end, encoding)
    file = only(source)
    assert not file.failure
    assert list(of(file.slices, nl)) == one_process(tmp_path / "a.list", nl)
    assert file.lines == end.join(lines).count("\n")


def test_slices_are_many(tmp_path: Path) -> None:
    """The lists of these tests have many slices: what is compared is made of parts."""
    source = written(tmp_path / "a.list", LINES * 10, "\n", "utf-8")
    assert len(only(source).slices) > 20


@pytest.mark.parametrize("nl", [False, True])
def test_messages_have_the_lines_of_the_whole(tmp_path: Path, nl: bool) -> None:
    """A slice's messages are those that reading the whole list gives, each with its line's number."""
    source = written(tmp_path / "a.list", LINES[:3] * 30, "\r\n", "utf-8")
    text = (tmp_path / "a.list").read_bytes().decode()
    made = [each for one in only(source).slices for each in one.messages(nl=nl)]
    assert made == list(read_lines([text], nl=nl))


@pytest.mark.parametrize(
    ("octets", "encoding"),
    [
        ("79990000001:я\n".encode() * 40 + b"\xd1", None),
        ("79990000001:я\n".encode() * 40 + b"\x98", None),
        ("79990000001:я\n".encode() * 40 + b"\x98", "utf-8"),
        (b"79990000001:a\n" * 40 + b"\0" + b"\x98", None),
        (b"79990000001:a\n" * 40 + b"\xd1" + b"79990000001:a\n" * 40 + b"\0", None),
        (b"79990000001:a\n" * 40 + b"\xd1\n" + b"79990000001:a\n" * 40, "koi8-r"),
        (b"\xef\xbb\xbf" + b"79990000001:a\n" * 40 + b"\xd1", None),
        (b"\xff\xfe" + "79990000001:a\n".encode("utf-16-le") * 40 + b"\xd1", None),
        (b"\xff\xfe" + "79990000001:a\n".encode("utf-16-le") * 40 + b"\0\0", None),
        (b"79990000001:a\n" * 40 + b"\x98", "latin-1"),
        *[(b"79990000001:a\n" * 20 + b"a" * n + "яя\n".encode() + b"\xcf", None) for n in range(64)],
    ],
)
def test_encodings_are_told_as_by_one_process(tmp_path: Path, octets: bytes, encoding: str | None) -> None:
    """The encoding, the note on it and the reason of a failure are in the words of one process."""
    path = tmp_path / "a.list"
    path.write_bytes(octets)
    (source,) = find([str(path)])
    file = only(source, encoding)
    try:
        with large.reading(str(path), encoding) as read:
            assert (file.note, file.failure) == (read.note, "")
            text = "".join(read) if isinstance(read, large.Large) else read.text
            assert "".join(text for _, text in of(file.slices, False)) == text
    except Unreadable as error:
        assert file.failure == str(error)


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_packed_lists_read_the_same(tmp_path: Path, packing: str) -> None:
    """Gzip and zstd, of one frame or of several: the blocks are those of the file unpacked."""
    octets = "\n".join(LINES * 10).encode()
    (tmp_path / "a.list").write_bytes(octets)
    path = tmp_path / f"a.list{packing}"
    if packing == ".gz":
        path.write_bytes(gzip.compress(octets[:300]) + gzip.compress(octets[300:]))
    else:
        import pyarrow

        codec = pyarrow.Codec("zstd")
        path.write_bytes(
            b"".join(codec.compress(part, asbytes=True) for part in (octets[:300], octets[300:]))
        )
    (source,) = find([str(path)])
    assert list(of(only(source).slices, False)) == one_process(tmp_path / "a.list", False)
    path.write_bytes(path.read_bytes()[:-9])
    assert only(source).failure.startswith(f"{path}: ")


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    """An address with nothing there, a pattern that fits nothing, a folder: the reason, no traceback."""
    for given_, told in (
        ("none.list", "no such file"),
        ("*.list", "nothing fits this pattern"),
        ("", "a folder"),
    ):
        with pytest.raises(SourceError, match=told):
            find([f"{tmp_path}/{given_}"])


def test_patterns_are_in_order_and_no_file_is_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a pattern come by name, each once, named as the pattern was written."""
    for name in ("b.list", "a.csv.gz", "c.parquet"):
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    found = find(["b.list", "*"])
    assert [(one.name, one.form, one.packing) for one in found] == [
        ("b.list", "list", ""),
        ("a.csv.gz", "csv", "gzip"),
        ("c.parquet", "parquet", ""),
    ]
