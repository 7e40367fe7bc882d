"""Which files are taken: by their names, in folders, behind links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smsc_codec.cli.discover import Found, Globs, discover, relative_name
from tests.cli import samples
from tests.cli.conftest import Cli

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
    assert [file.name for file in discover(paths, Globs(**globs))[0]] == names


def test_globs_are_relative_to_a_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are relative to here, globs to the folder they were written for."""
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "b" / "c" / "x.txt").write_text("")
    (folder / "b" / "y.menu").write_text("")
    monkeypatch.chdir(folder / "b")
    (found,), _ = discover(["."], Globs(["b/c/*.txt"], ["b/*.menu"], str(folder)))
    assert found == Found(os.path.join(".", "c", "x.txt"), "c/x.txt", "b/c/x.txt", given=False)


def test_closed_folder_is_given_as_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be searched is not passed over in silence: it is given on, and fails to be read."""

    def closed(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    (folder / "b").mkdir()
    monkeypatch.setattr(os, "scandir", closed)
    assert discover(["b"], Globs())[0] == [Found("b", "b", "b", given=False)]


def test_pipes_are_not_waited_for(folder: Path) -> None:
    """A named pipe in a folder is no file to read."""
    os.mkfifo(folder / "a.menu")
    assert discover(["."], Globs()) == ([], {".": False})


SHOWN = [("-", "<stdin>"), ("./a", "a"), ("b/../a", "a"), ("../a", "../a"), ("/x/a", "/x/a")]


@pytest.mark.parametrize(("path", "name"), SHOWN)
def test_names(path: str, name: str) -> None:
    """A path below the current folder is shown relative to it, another as it was given."""
    assert relative_name(path) == name


def test_names_from_here(folder: Path) -> None:
    """An absolute path below the current folder is shown relative to it."""
    assert relative_name(str(folder / "b" / "a")) == "b/a"


#: A name in the walked folder, and what it is a link to; whether it is taken.
LINKS = {
    "a file outside": ("a.menu", "../out/x.menu", False),
    "a file outside, by its whole path": ("a.menu", "{}/out/x.menu", False),
    "a file outside, by way of a link inside": ("a.menu", "b.menu", False),
    "a folder outside": ("d", "../out", False),
    "the folder above": ("d", "..", False),
    "this folder": ("d", ".", False),
    "itself": ("a.menu", "a.menu", False),
    "nothing": ("a.menu", "gone.menu", False),
    "a file outside whose path begins alike": ("a.menu", "../walked.menu", False),
    "a file inside that is taken anyhow": ("a.menu", "z.menu", False),
    "a file inside that nothing else takes": ("a.menu", "notes.txt", True),
    "a device": ("a.menu", "/dev/zero", False),
}


@pytest.mark.parametrize(("name", "target", "taken"), LINKS.values(), ids=LINKS)
def test_links_in_a_folder(folder: Path, name: str, target: str, taken: bool) -> None:
    """A walk follows no link out of its folder, into another folder, round in a circle, or to a file twice."""
    for path in ("out/x.menu", "walked/z.menu", "walked/notes.txt", "walked.menu"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(samples.CLEAN, encoding="utf-8")
    (folder / "walked" / "b.menu").symlink_to("../out/x.menu")
    (folder / "walked" / name).symlink_to(target.format(folder))
    found, _ = discover(["walked"], Globs())
    assert [file.name for file in found] == ["walked/a.menu"] * taken + ["walked/z.menu"]


def test_a_link_that_is_named_is_read(cli: Cli, folder: Path) -> None:
    """Who names a link, to a file or a folder, means what is behind it."""
    (folder / "out").mkdir()
    (folder / "out" / "x.menu").write_text(samples.ERROR, encoding="utf-8")
    (folder / "a.menu").symlink_to("out/x.menu")
    (folder / "d").symlink_to("out")
    out = cli("lint", "--format", "concise", "a.menu", "d").out
    assert {line.partition(":")[0] for line in out.splitlines()} == {"a.menu", "d/x.menu"}


def test_nothing_in_a_folder(cli: Cli, folder: Path) -> None:
    """A folder in which nothing is taken is told of by its name, even by `-q`; the exit code is 2; others are done."""
    (folder / "full").mkdir()
    (folder / "full" / "a.menu").write_text(samples.ERROR, encoding="utf-8")
    (folder / "none" / "deep").mkdir(parents=True)
    (folder / "none" / "deep" / "notes.md").write_text("x", encoding="utf-8")
    for command in (
        ["lint"],
        ["lint", "-q"],
        ["lint", "--explain-kind"],
        ["lint", "--fail-on", "never"],
        ["fmt"],
    ):
        done = cli(*command, "none", "full")
        assert (done.code, "smsc-codec: none: nothing to check in this folder" in done.err) == (2, True), (
            command
        )
    assert "No problems found" not in cli("lint", "none").out


def test_a_kind_takes_plain_texts(cli: Cli, folder: Path) -> None:
    """`menu.txt` is a menu by its name; with `--as` other texts are taken from a folder, too, but for hidden ones."""
    for name in ("menu.txt", "main.txt", "deep/other.TXT", ".git/x.txt", "notes.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(samples.CLEAN, encoding="utf-8")
    assert cli("lint", "--explain-kind", ".").out == "menu.txt: menu (its name ends in 'menu.txt')\n"
    told = cli("lint", "--explain-kind", "--as", "menu", ".").out
    assert [line.split(":")[0] for line in told.splitlines()] == ["main.txt", "menu.txt", "deep/other.TXT"]
    assert told.count(": menu (") == 3


def test_a_kind_for_a_folder(cli: Cli, folder: Path) -> None:
    """`--as` is for what nothing else is known of: an ending in a folder that says another kind goes before it."""
    (folder / "a.sms").write_text("Hello", encoding="utf-8")
    (folder / "b.txt").write_text(samples.CLEAN, encoding="utf-8")
    told = cli("lint", "--explain-kind", "--as", "menu", ".").out
    assert told == "a.sms: message (its name ends in '.sms')\nb.txt: menu (asked for)\n"
    assert cli("lint", "--explain-kind", "--as", "menu", "a.sms").out == "a.sms: menu (asked for)\n"
