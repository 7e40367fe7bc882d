"""Files: which are taken, how they are decoded, and that writing back loses nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli import files
from smsc_codec.cli.files import Source, Unreadable

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
    assert files.decode(b"ab\xcf").note.startswith("not UTF-8 (byte 0xCF at offset 2): read as windows-1251")


REFUSED = {
    "NUL": (b"a\0b", None, "this is no text: a NUL byte at offset 1"),
    "NUL in UTF-16": (b"\xff\xfea\0\0\0", None, "this is no text: a NUL as character 1"),
    "half a character in UTF-16": (b"\xff\xfea\0b", None, "not utf-16-le: byte 0x62 at offset 4"),
    "bad UTF-8 behind its mark": (b"\xef\xbb\xbfa\xff", None, "not utf-8: byte 0xFF at offset 4"),
    "neither": (
        b"\xcf\xf0\x98",
        None,
        "neither UTF-8 (byte 0xCF at offset 0) nor windows-1251 (byte 0x98 at offset 2)",
    ),
    "not what was asked for": (b"\xcf\xf0", "utf-8", "not utf-8: byte 0xCF at offset 0"),
    "no character": (b"\\ud800", "unicode-escape", "not unicode-escape"),
    "would change": (b"+AGE-", "utf-7", "utf-7 would not write these bytes back"),
}


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


def test_writing_keeps_mode_and_links(folder: Path) -> None:
    """A file keeps its mode; one behind a link is replaced, and the link stays; nothing else is left behind."""
    target = folder / "real.txt"
    target.write_text("old")
    target.chmod(0o640)
    (folder / "link.txt").symlink_to("real.txt")
    files.write("link.txt", Source("old", "utf-16-le", b"\xff\xfe"), "new\r\n")
    assert target.read_bytes() == b"\xff\xfe" + "new\r\n".encode("utf-16-le")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert (folder / "link.txt").is_symlink()
    assert {path.name for path in folder.iterdir()} == {".git", "real.txt", "link.txt"}


def test_writing_what_the_encoding_lacks(folder: Path) -> None:
    """A character that the file's encoding lacks is named, and the file stays as it was."""
    (folder / "a").write_bytes(b"\xcf")
    with pytest.raises(Unreadable, match=r"windows-1251 has no '→' \(U\+2192\)"):
        files.write("a", Source("П", "windows-1251"), "→")
    assert (folder / "a").read_bytes() == b"\xcf"


def test_read_only_file_is_not_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that its owner made read-only is not replaced behind their back."""
    (folder / "a").write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(Unreadable, match="read-only"):
        files.write("a", Source("old"), "new")
    assert (folder / "a").read_text() == "old"


TREE = [
    "a.menu",
    "a.txt",
    "b/A.MENU",
    "b/c/x.ivr",
    "b/c/x.menu.txt",
    "b/notes.txt",
    "drafts/d.menu",
    "drafts/deep/e.menu",
    ".hidden/f.menu",
    "z.menu",
]
FOUND = ["a.menu", "z.menu", "b/A.MENU", "b/c/x.ivr", "b/c/x.menu.txt", "drafts/d.menu", "drafts/deep/e.menu"]
WALKS = {
    "a folder": (["."], {}, FOUND),
    "a folder below": (["b"], {}, ["b/A.MENU", "b/c/x.ivr", "b/c/x.menu.txt"]),
    "files are taken whatever their name": (["b/notes.txt", "gone"], {}, ["b/notes.txt", "gone"]),
    "each once": (["a.menu", "./a.menu", "b/../a.menu", "b", "b/c"], {}, ["a.menu", *FOUND[2:5]]),
    "in the order given": (["z.menu", "a.menu"], {}, ["z.menu", "a.menu"]),
    "included": (["."], {"include": ["b/*.txt"]}, [*FOUND[:3], "b/notes.txt", *FOUND[3:]]),
    "folder excluded": (["."], {"exclude": ["drafts"]}, FOUND[:5]),
    "folder excluded with a slash": (["."], {"exclude": ["drafts/"]}, FOUND[:5]),
    "name excluded": (
        ["."],
        {"exclude": ["*.ivr", "z.menu"]},
        [f for f in FOUND if f not in ("b/c/x.ivr", "z.menu")],
    ),
    "excluded anywhere": (["."], {"exclude": ["**/deep/*"]}, FOUND[:6]),
    "excluded, but named": (["drafts/d.menu"], {"exclude": ["drafts"]}, ["drafts/d.menu"]),
    "hidden, but named": ([".hidden"], {}, [".hidden/f.menu"]),
    "standard input": (["-"], {}, ["<stdin>"]),
}


@pytest.mark.parametrize(("paths", "globs", "names"), WALKS.values(), ids=WALKS)
def test_walk(folder: Path, paths: list[str], globs: dict[str, list[str]], names: list[str]) -> None:
    """Folders are searched in order for known endings; hidden and excluded ones are passed over; each file once."""
    for name in TREE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")
    assert [name for _, name in files.walk(paths, **globs)] == names


def test_globs_are_relative_to_a_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are relative to here, globs to the folder they were written for."""
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "b" / "c" / "x.txt").write_text("")
    (folder / "b" / "y.menu").write_text("")
    monkeypatch.chdir(folder / "b")
    walked = list(files.walk(["."], include=["b/c/*.txt"], exclude=["b/*.menu"], folder=str(folder)))
    assert walked == [(os.path.join(".", "c", "x.txt"), "c/x.txt")]


def test_closed_folder_is_given_as_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be searched is not passed over in silence: it is given on, and fails to be read."""

    def closed(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    (folder / "b").mkdir()
    monkeypatch.setattr(os, "scandir", closed)
    assert list(files.walk(["b"])) == [("b", "b")]


def test_pipes_are_not_waited_for(folder: Path) -> None:
    """A named pipe in a folder is no file to read."""
    os.mkfifo(folder / "a.menu")
    assert list(files.walk(["."])) == []


SHOWN = [("-", "<stdin>"), ("./a", "a"), ("b/../a", "a"), ("../a", "../a"), ("/x/a", "/x/a")]


@pytest.mark.parametrize(("path", "name"), SHOWN)
def test_names(path: str, name: str) -> None:
    """A path below the current folder is shown relative to it, another as it was given."""
    assert files.relative_name(path) == name


def test_names_from_here(folder: Path) -> None:
    """An absolute path below the current folder is shown relative to it."""
    assert files.relative_name(str(folder / "b" / "a")) == "b/a"
