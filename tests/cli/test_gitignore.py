"""What `.gitignore` hides in walked folders: ours beside the real Git's, and the command."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli.discover import Globs, discover
from smsc_codec.linter.gitignore import Patterns
from tests.cli import samples
from tests.cli.conftest import Cli

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(*arguments: str, stdin: bytes = b"") -> bytes:
    """What the real Git prints; it may find nothing, but must not fail."""
    done = subprocess.run(["git", *arguments], input=stdin, capture_output=True, timeout=120)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


#: The patterns of a `.gitignore`, a path, whether it is a folder, whether it is hidden.
SAID = {
    "by name anywhere": ("*.menu", "a/b/x.menu", False, True),
    "only here": ("/x.menu", "a/x.menu", False, None),
    "a folder": ("drafts/", "a/drafts", True, True),
    "a file that is called like a folder": ("drafts/", "drafts", False, None),
    "with a slash, from here": ("a/x.menu", "b/a/x.menu", False, None),
    "everything inside": ("a/**", "a/b/c", False, True),
    "but not itself": ("a/**", "a", True, None),
    "any folders between": ("a/**/x", "a/x", False, True),
    "any folders before": ("**/x/y", "x/y", False, True),
    "a star stays in its folder": ("a/*.menu", "a/b/x.menu", False, None),
    "the last one counts": ("*.menu\n!x.menu", "x.menu", False, False),
    "and not the first": ("!x.menu\n*.menu", "x.menu", False, True),
    "a comment": ("#x", "#x", False, None),
    "no comment": ("\\#x", "#x", False, True),
    "no negation": ("\\!x", "!x", False, True),
    "blanks at the end": ("x  ", "x", False, True),
    "a blank that is kept": ("x\\ ", "x ", False, True),
    "one blank of two is kept": ("x\\  ", "x ", False, True),
    "a blank behind two backslashes": ("x\\\\ ", "x\\", False, True),
    "a blank behind three backslashes": ("x\\\\\\ ", "x\\ ", False, True),
    "nothing but blanks": ("  ", "  ", False, None),
    "an octet of a comment's sign in it": ("a#", "a#", False, True),
    "a comment of one sign": ("#", "#", False, None),
    "a sign of two": ("!", "!", False, None),
    "Windows line ends": ("x\r\ny\r\n", "x", False, True),
    "a mark": ("\ufeffx", "x", False, True),
    "a class": ("[!a-c].menu", "d.menu", False, True),
    "a class of one": ("[a-a].menu", "a.menu", False, True),
    "the end of a class": ("[a-c].menu", "c.menu", False, True),
    "a class behind a backslash": ("[a-\\c].menu", "b.menu", False, True),
    "a class without the backslash": ("[a-\\c].menu", "\\.menu", False, None),
    "a class with a sign behind": ("[a-\\cx].menu", "x.menu", False, True),
    "a class the wrong way": ("[c-a].menu", "b.menu", False, None),
    "a class with a hyphen": ("[a-].menu", "-.menu", False, True),
    "a class with a bracket": ("[]a].menu", "].menu", False, True),
    "a named class": ("[[:digit:]x].menu", "7.menu", False, True),
    "a class that does not end": ("[a", "[a", False, None),
    "a backslash that does not go on": ("a\\", "a\\", False, None),
    "a class with a hyphen behind a range": ("[a-c-e].menu", "-.menu", False, True),
    "a class and not its bracket": ("[a-c].menu", "].menu", False, None),
    "a class of no such name": ("[[:word:]].menu", "w.menu", False, None),
    "a slash in a class": ("[a/b]c/d", "ac/d", False, True),
    "no class": ("\\[a/b", "[a/b", False, True),
    "no class before a slash": ("\\[/b", "[/b", False, True),
    "a slash behind a backslash": ("a\\/b", "a/b", False, True),
    "a slash behind a backslash at the end": ("a\\/", "a", True, None),
    "a star is one folder": ("a/*/c", "a/c", False, None),
    "a star is no more than one": ("a/*", "a/b/c", False, None),
    "two times any folders": ("a/**/**/c", "a/c", False, True),
    "Cyrillic": ("черновики/", "меню/черновики", True, True),
    "octets, as Git sees them": ("??.menu", "ж.menu", False, True),
}


@pytest.mark.parametrize(("text", "path", "is_folder", "hidden"), SAID.values(), ids=SAID)
def test_patterns(text: str, path: str, is_folder: bool, hidden: bool | None) -> None:
    """A pattern hides, shows, or says nothing, as gitignore(5) has it."""
    assert Patterns(text.encode()).hides(path, folder=is_folder) is hidden


WORDS = [b"a", b"b", b"c", b"ab", b"*", b"**", b"?", b"[ab]", b"[!a]", b"[[:alpha:]]", b"[a-", b"\\", b"\\a", b"!",
         b"#", b"/", b"/", b" ", b"-", b".menu", "ж".encode(), b"[]a]", b"[z-a]", b"[a\\]]", b"\r"]  # fmt: skip
NAMES = ["a", "b", "c", "ab", "a.menu", "ж.menu", "]", "!a", "#", "a ", "[a-", "-", "*"]


@needs_git
def test_beside_git(folder: Path) -> None:
    """200 files of patterns made by chance hide the same of 20 paths each as `git check-ignore` says."""
    chance = random.Random(15)
    shutil.rmtree(folder / ".git")
    git("init", "-q")
    asked, ours = [], []
    for number in range(200):
        lines = (b"".join(chance.choices(WORDS, k=chance.randint(1, 5))) for _ in range(chance.randint(1, 4)))
        data = b"\n".join(lines)
        top = folder / str(number)
        top.mkdir()
        (top / ".gitignore").write_bytes(data)
        paths = {"/".join(chance.choices(NAMES, k=chance.randint(1, 4))) for _ in range(20)}
        for path in paths:
            (top / path if chance.random() < 0.3 else (top / path).parent).mkdir(parents=True, exist_ok=True)
        patterns = Patterns(data)
        for path in paths:
            ways = ["/".join(path.split("/")[: deep + 1]) for deep in range(path.count("/") + 1)]
            said = [patterns.hides(way, folder=(top / way).is_dir()) for way in ways]
            asked.append(os.fsencode(f"{number}/{path}"))
            ours.append(True in said[:-1] or bool(said[-1]))
    stdin = b"\0".join(asked) + b"\0"
    told = git("check-ignore", "--no-index", "-v", "-n", "-z", "--stdin", stdin=stdin).split(b"\0")
    theirs = [bool(told[at]) and not told[at + 2].startswith(b"!") for at in range(0, 4 * len(asked), 4)]
    assert len(asked) > 3000
    assert 500 < sum(theirs) < len(asked) - 500
    assert [a for a, mine, its in zip(asked, ours, theirs, strict=True) if mine is not its] == []


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=40), st.text(max_size=20))
def test_any_octets(data: bytes, path: str) -> None:
    """No file and no path breaks it."""
    assert Patterns(data).hides(path, folder=False) in (True, False, None)


def test_hostile_pattern_takes_no_time() -> None:
    """Stars that could be tried in millions of ways are gone through once: without end if it were not so."""
    assert Patterns(b"*a" * 40 + b"b").hides("a" * 5000, folder=False) is None
    assert Patterns(b"/" + b"**/a/" * 40 + b"b").hides("/".join("a" * 500), folder=False) is None


# What stands in a project: names to texts; those that end in a slash are folders.
PROJECT = {
    ".gitignore": "drafts/\n*.tmp.menu\n/top.menu\n",
    "a.menu": "",
    "top.menu": "",
    "x.tmp.menu": "",
    "drafts/b.menu": "",
    "b/.gitignore": "!x.tmp.menu\ndrafts2\n",
    "b/top.menu": "",
    "b/x.tmp.menu": "",
    "b/y.tmp.menu": "",
    "b/drafts/c.menu": "",
    "b/drafts2/c.menu": "",
    "меню/.gitignore": "\ufeffстарое/\r\n",
    "меню/старое/d.menu": "",
    "меню/d.menu": "",
    "inner/.git/": "",
    "inner/top.menu": "",
    "inner/x.tmp.menu": "",
    ".git/info/exclude": "private.menu\n",
    "private.menu": "",
}
TAKEN = ["a.menu", "b/top.menu", "b/x.tmp.menu", "inner/top.menu", "inner/x.tmp.menu", "меню/d.menu"]


@pytest.fixture
def project(folder: Path) -> Path:
    """A repository with ignored files in it."""
    for name, text in PROJECT.items():
        path = folder / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text(text, encoding="utf-8")
    return folder


def shown(cli: Cli, *arguments: str) -> list[str]:
    """The files that would be linted."""
    done = cli("lint", "--show-files", *arguments)
    assert done.code == 0, done.err
    return done.out.splitlines()


def test_walk(cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files below, nested and above count wherever the walk begins; what is named is taken; a repository is its own."""
    assert shown(cli) == shown(cli, ".") == shown(cli, "./") == shown(cli, str(project)) == TAKEN
    assert shown(cli, "b/") == ["b/top.menu", "b/x.tmp.menu"]
    assert shown(cli, "inner") == ["inner/top.menu", "inner/x.tmp.menu"]
    assert shown(cli, "drafts", "top.menu") == ["drafts/b.menu", "top.menu"]
    assert len(shown(cli, "--no-gitignore")) == len([n for n in PROJECT if n.endswith(".menu")])
    (project / "smsc-codec.toml").write_text("gitignore = false\n")
    assert len(shown(cli)) == len([n for n in PROJECT if n.endswith(".menu")])
    assert shown(cli, "--gitignore") == TAKEN
    monkeypatch.chdir(project / "b")
    assert shown(cli, "--gitignore") == ["top.menu", "x.tmp.menu"]


@needs_git
def test_walk_beside_git(project: Path) -> None:
    """The walk takes what Git would add."""
    shutil.rmtree(project / ".git")
    shutil.rmtree(project / "inner")
    git("init", "-q")
    (project / ".git" / "info" / "exclude").write_text("private.menu\n")
    listed = (
        git("-c", "core.quotepath=off", "ls-files", "--others", "--exclude-standard").decode().splitlines()
    )
    taken = [file.name for file in discover(["."], Globs())[0]]
    assert sorted(taken) == sorted(name for name in listed if name.endswith(".menu"))


def test_outside_of_a_repository(cli: Cli, project: Path) -> None:
    """Without a repository the files in the walked folder count, and those above it do not."""
    shutil.rmtree(project / ".git")
    assert "x.tmp.menu" not in shown(cli)
    assert shown(cli, "b") == ["b/top.menu", "b/x.tmp.menu", "b/y.tmp.menu", "b/drafts/c.menu"]


def test_links_are_not_read(cli: Cli, folder: Path) -> None:
    """A `.gitignore` that is a link says nothing, as Git has it."""
    (folder / "patterns").write_text("*")
    (folder / ".gitignore").symlink_to("patterns")
    (folder / "a.menu").write_text("")
    assert shown(cli) == ["a.menu"]


def test_all_is_hidden(cli: Cli, folder: Path) -> None:
    """A folder in which all is hidden is told as such, for each command that walks folders."""
    (folder / ".gitignore").write_text("*\n")
    (folder / "a.menu").write_text(samples.ERROR, encoding="utf-8")
    for command in (["lint"], ["lint", "--show-files"], ["fmt", "--check", "."]):
        done = cli(*command)
        assert done.code == 2
        assert ".: nothing to check in this folder: .gitignore hides its files" in done.err


def test_no_path_is_the_current_folder(cli: Cli, folder: Path) -> None:
    """`lint` alone lints the current folder, by the short way and through click."""
    (folder / "menus").mkdir()
    (folder / "menus" / "a.menu").write_text(samples.WARNING, encoding="utf-8")
    short, long = cli("lint"), cli("lint", "--color", "never")
    assert short == long
    assert (short.code, "menus/a.menu:6:1" in short.out) == (1, True)
