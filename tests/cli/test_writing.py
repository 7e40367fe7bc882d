"""Writing back: nothing is lost, no link is followed, nobody's edit is written over."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from smsc_codec.cli import writing
from smsc_codec.cli.files import Source, Unreadable
from smsc_codec.cli.writing import write
from tests.cli import samples
from tests.cli.conftest import Cli


def test_a_file_is_safe_before_it_takes_the_other_ones_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is on the disk, in the same folder, before it replaces the old one: a crash loses neither."""
    done: list[str] = []
    (folder / "d").mkdir()
    (folder / "d" / "a").write_text("old")
    replace = os.replace

    def replaced(made: str, path: str) -> None:
        done.append(f"replace in {os.path.relpath(os.path.dirname(made))}: {Path(made).read_text()}")
        replace(made, path)

    monkeypatch.setattr(os, "fsync", lambda _: done.append("sync"))
    monkeypatch.setattr(os, "replace", replaced)
    write("d/a", Source("old"), "new")
    assert done == ["sync", "replace in d: new"]


def test_writing_keeps_the_mode(folder: Path) -> None:
    """A file keeps its mode, its mark and its encoding; nothing else is left behind."""
    target = folder / "real.txt"
    target.write_bytes(b"\xff\xfe" + "old".encode("utf-16-le"))
    target.chmod(0o640)
    write("real.txt", Source("old", "utf-16-le", b"\xff\xfe"), "new\r\n")
    assert target.read_bytes() == b"\xff\xfe" + "new\r\n".encode("utf-16-le")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert {path.name for path in folder.iterdir()} == {".git", "real.txt"}


def test_what_comes_after_a_failure_is_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once something could not be written the rest is passed over, and the file stays as it was."""
    (folder / "a").write_text("old")
    told: list[bytes] = []

    def full(data: bytes) -> None:
        told.append(data)
        raise OSError(28, "No space left on device")

    with writing.Rewriting("a", Source("old")) as new:
        new._file.close()
        new._file = SimpleNamespace(write=full, close=lambda: None, flush=lambda: None, fileno=lambda: 1)
        with pytest.raises(Unreadable, match="No space left"):
            new.add("b")
        new.add("c")
    assert told == [b"b"]
    assert (folder / "a").read_text() == "old"


def test_writing_what_the_encoding_lacks(folder: Path) -> None:
    """A character that the file's encoding lacks is named, and the file stays as it was."""
    (folder / "a").write_bytes(b"\xcf")
    with pytest.raises(Unreadable, match=r"windows-1251 has no '→' \(U\+2192\)"):
        write("a", Source("П", "windows-1251"), "→")
    assert (folder / "a").read_bytes() == b"\xcf"


def test_read_only_file_is_not_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that its owner made read-only is not replaced behind their back."""
    (folder / "a").write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(Unreadable, match="read-only"):
        write("a", Source("old"), "new")
    assert (folder / "a").read_text() == "old"


#: A menu that `--fix` mends and `fmt` lays out otherwise, and a list that `--fix` mends.
MENU = "Hello!\n\n{menu: Press 1 to leave.\n#: start\n1 :  end}\n\nBye!\n"
LIST = "79990000001:Ваш заказ\n79990000002;Ваш заказ готов\n"


class Command(NamedTuple):
    """A command that writes, the name of a file that it is given, and what that says."""

    words: tuple[str, ...]
    name: str
    text: str


FIX, FMT = Command(("lint", "--fix"), "a.list", LIST), Command(("fmt",), "a.menu", MENU)


@pytest.fixture(params=[FIX, FMT], ids=["fix", "fmt"])
def command(request: pytest.FixtureRequest) -> Command:
    """Each command that writes."""
    made: Command = request.param
    return made


@pytest.mark.parametrize(
    "way",
    [
        "file",
        "folder",
        "link to a link",
        "whole path",
        "elsewhere",
        "hard to see",
        "back from a folder",
        "beside",
    ],
)
def test_never_through_a_link(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, command: Command, way: str
) -> None:
    """What a link leads to is not written, by whatever path it is named; it is said, and the exit code is 1."""
    words, name, text = command
    (folder / "real").mkdir()
    (folder / "real" / name).write_text(text, encoding="utf-8")
    path = {
        "file": name,
        "link to a link": name,
        "folder": f"d/{name}",
        "hard to see": f"real/../d/{name}",
        "back from a folder": f"e/../{name}",
        "beside": f"../d/{name}",
    }.get(way)
    if way == "back from a folder":
        (folder / "real" / "below").mkdir()
        (folder / "e").symlink_to("real/below")
    elif way in ("folder", "hard to see", "beside"):
        (folder / "d").symlink_to("real")
    else:
        (folder / "b").symlink_to(f"real/{name}")
        (folder / name).symlink_to("b" if way == "link to a link" else f"real/{name}")
    if way in ("elsewhere", "beside"):
        monkeypatch.chdir(folder / "real")
    done = cli(*words, path or str(folder / name))
    assert (folder / "real" / name).read_text(encoding="utf-8") == text
    assert done.code == 1
    assert "is a symbolic link" in done.err
    assert not list(folder.glob("**/.smsc-codec-*"))


@pytest.mark.parametrize("edit", ["longer", "as long", "emptied", "gone", "a link", "the same again"])
def test_never_over_an_edit(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, command: Command, edit: str
) -> None:
    """What somebody else writes while this works stays as they wrote it, and it is said; the same text is no edit."""
    words, name, text = command
    file = folder / name
    file.write_text(text, encoding="utf-8")
    (folder / "other").write_text("theirs", encoding="utf-8")
    theirs = {"longer": f"{text}x", "as long": f"{text[:-2]}x\n", "emptied": "", "the same again": text}.get(
        edit
    )
    before = writing.Rewriting._replace

    def meanwhile(self: writing.Rewriting) -> None:
        if edit in ("gone", "a link"):
            file.unlink()
        if edit == "a link":
            file.symlink_to("other")
        if theirs is not None:
            file.write_text(theirs, encoding="utf-8")
        before(self)

    monkeypatch.setattr(writing.Rewriting, "_replace", meanwhile)
    done = cli(*words, name)
    if edit == "the same again":
        assert file.read_text(encoding="utf-8") != text
        assert done.code == 0
        return
    assert done.code == 1
    assert "not written" in done.err
    assert (folder / "other").read_text(encoding="utf-8") == "theirs"
    assert file.is_symlink() if edit == "a link" else file.exists() is (edit != "gone")
    if theirs is not None:
        assert file.read_text(encoding="utf-8") == theirs


FORMS = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("cp1251", b""),
    ("koi8-r", b""),
]


@pytest.mark.parametrize(("encoding", "mark"), FORMS, ids=["plain", "mark", "UTF-16", "1251", "koi8-r"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_form_is_kept(cli: Cli, folder: Path, encoding: str, mark: bytes, end: str) -> None:
    """`--fix` changes what it says and nothing else: mark, charset and line ends stay."""
    text = LIST.replace("\n", end)
    (folder / "a.list").write_bytes(mark + text.encode(encoding))
    asked = ["--encoding", encoding] if encoding == "koi8-r" else []
    assert cli("lint", "--fix", *asked, "a.list").code == 0
    assert (folder / "a.list").read_bytes() == mark + text.replace(";", ":").encode(encoding)


def test_standard_input_is_given_on_whole(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the mended text cannot be written, what takes our output gets the text as it was, and it is said."""
    add, asked = writing.Rewriting.add, []

    def refused(self: writing.Rewriting, text: str) -> None:
        asked.append(text)
        if len(asked) == 1:
            raise Unreadable("not written: no room")
        add(self, text)

    monkeypatch.setattr(writing.Rewriting, "add", refused)
    done = cli("lint", "--fix", "-", stdin=samples.FIXABLE)
    assert (done.code, done.out) == (1, samples.FIXABLE)
    assert "<stdin>: not written: no room" in done.err
