"""What patterns compile to is kept beside Python's own bytecode, and is never anything but what `re` would make."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import msgpack

import smsc_codec
from smsc_codec import lazy
from smsc_codec.cli import programs
from smsc_codec.cli.programs import Programs
from smsc_codec.lazy import _Regex

#: Groups with names and without, flags in the pattern and beside it, letters beyond the first 65,536.
SOURCES = (
    ("", 0),
    ("a", 0),
    (r"(?P<one>a)|(b)|(?P<two>c)", 0),
    (r"(?im)^é|[\U0001f000-\U0001faff]+$", 0),
    (r"^.x", re.MULTILINE | re.DOTALL),
    (r"(?>\w+)(?<=[а-яё])", re.ASCII),
)


def of_modules() -> list[tuple[str, int]]:
    """Every pattern of our modules that is compiled late."""
    found = []
    for info in pkgutil.walk_packages(smsc_codec.__path__, "smsc_codec."):
        if not info.name.endswith("__main__"):
            values = vars(importlib.import_module(info.name)).values()
            found += [vars(value)["_how"] for value in values if isinstance(value, _Regex)]
    return sorted(set(found))


def kept(path: Path, sources: list[tuple[str, int]]) -> Path:
    """A file of programs, made of these patterns."""
    made = Programs(str(path))
    for source in sources:
        made.compile(*source)
    made.keep()
    return path


@pytest.fixture(autouse=True)
def _write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_is_kept_is_what_re_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pattern of our modules, taken from a file, equals what `re` compiles: flags, groups and program."""
    sources = [*SOURCES, *of_modules()]
    assert len(sources) > 200
    path = kept(tmp_path / "p", sources)
    monkeypatch.setattr(programs, "_PARTS", (programs._PARTS[0], None, None))  # type: ignore[index]  # none is made
    taken = Programs(str(path))
    for source, flags in sources:
        pattern, plain = taken.compile(source, flags), re.compile(source, flags)
        assert pattern == plain
        assert (pattern.groups, pattern.groupindex) == (plain.groups, plain.groupindex)
        assert [m.lastgroup for m in pattern.finditer("abc")] == [m.lastgroup for m in plain.finditer("abc")]


@pytest.mark.parametrize("source", SOURCES)
def test_a_pattern_that_is_not_kept_is_made(tmp_path: Path, source: tuple[str, int]) -> None:
    """A pattern that no file has is what `re` compiles, too, and the same object when asked again."""
    made = Programs(str(tmp_path / "none"))
    assert made.compile(*source) == re.compile(*source)
    assert made.compile(*source) is made.compile(*source)


def test_a_wrong_pattern_is_told(tmp_path: Path) -> None:
    """A pattern that is none fails as with `re`."""
    with pytest.raises(re.error, match="unterminated"):
        Programs(str(tmp_path / "none")).compile("(")


def test_a_pattern_that_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    """Half a surrogate pair is in no file: its pattern is made each time, and the others are kept."""
    path = kept(tmp_path / "p", [("a", 0), ("[\ud800-\udbff]", 0)])
    assert set(msgpack.decode(path.read_bytes())[1]) == {"0 a"}
    assert Programs(str(path)).compile("[\ud800-\udbff]") == re.compile("[\ud800-\udbff]")


def spoilt(good: bytes) -> list[bytes]:
    """Files that hold no programs, or wrong ones."""
    magic, table = msgpack.decode(good)
    flags, names, words = table["0 (?P<one>a)|b"]
    rows: list[object] = [
        [flags, names, words[:-1]], [flags, names, words[:-4]], [flags, names, b"\xff" * len(words)],
        [flags, names, b""], [flags, [*names, "x"], words], [flags, names], None, 1, ["0", names, words],
        [flags, 5, words], [flags, names, "words"], [1 << 40, names, words],
    ]  # fmt: skip
    whole: list[object] = [[magic + "x", table], [magic, [1]], [magic], 5, None, "", [magic, 5], {"a": 1}]
    return [
        b"", good[:-1], good[: len(good) // 2], good + b"x", os.urandom(100),
        *map(msgpack.encode, whole),
        *(msgpack.encode([magic, {**table, "0 (?P<one>a)|b": row}]) for row in rows),
    ]  # fmt: skip


def test_a_spoilt_file_changes_nothing(tmp_path: Path) -> None:
    """Whatever the file holds, the pattern finds what it says."""
    good = kept(tmp_path / "p", [("(?P<one>a)|b", 0)]).read_bytes()
    for number, octets in enumerate(spoilt(good)):
        path = tmp_path / "spoilt"
        path.write_bytes(octets)
        match = Programs(str(path)).compile("(?P<one>a)|b").search("xab")
        assert match is not None, number
        assert (match.span(), match.lastgroup) == ((1, 2), "one"), number


def test_new_programs_join_those_kept(tmp_path: Path) -> None:
    """A second run adds what it made and keeps the rest; one that made nothing writes nothing."""
    path = kept(tmp_path / "p", [("a", 0)])
    kept(path, [("b", 0)])
    assert set(msgpack.decode(path.read_bytes())[1]) == {"0 a", "0 b"}
    path.chmod(0o400)
    before = path.stat()
    kept(path, [("a", 0), ("b", 0)])
    assert path.stat() == before
    assert [found.name for found in tmp_path.glob("p*")] == ["p"]


def test_where_nothing_can_be_kept_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder, too much of it, or a Python that is told to write no bytecode: no file, and no error."""
    kept(tmp_path / "none" / "p", [("a", 0)])
    monkeypatch.setattr(programs, "_MOST", 10)
    kept(tmp_path / "p", [("a", 0)])
    monkeypatch.setattr(programs, "_MOST", 10_000)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept(tmp_path / "p", [("a", 0)])
    assert not (tmp_path / "p").exists()


def test_without_the_inside_of_re_patterns_are_compiled_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python whose `re` is made otherwise has no programs to keep."""
    monkeypatch.setattr(programs, "_PARTS", None)
    monkeypatch.setattr(programs, "_programs", None)
    monkeypatch.setattr(lazy, "make", re.compile)
    programs.use()
    programs.keep()
    assert lazy.make is re.compile


def lint(folder: Path, *arguments: str) -> str:
    """What a process of its own says, with its bytecode below this folder."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "smsc_codec", "lint", *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**environment, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")},
        timeout=120,
    ).stdout


def test_a_second_run_says_the_same(tmp_path: Path) -> None:
    """What is kept is found beside the bytecode, holds nothing of the texts that were linted, changes no finding."""
    (tmp_path / "m.menu").write_text(
        "Hello zebracorn\n{menu: Press 1\n1: sms:$phone,Shop,psw=Qq77wombat\nzebra: x}"
    )
    first = lint(tmp_path, "m.menu")
    (file,) = (tmp_path / "bytecode").rglob("*.patterns")
    octets = file.read_bytes()
    assert len(octets) > 10_000
    assert b"zebra" not in octets
    assert b"wombat" not in octets
    assert lint(tmp_path, "m.menu") == first
    assert "IVR" in first
    assert file.read_bytes() == octets


def test_processes_that_part_keep_what_they_made(tmp_path: Path) -> None:
    """With `--jobs 2` those who lint are the ones who keep."""
    (tmp_path / "m.menu").write_text("Hello\n{menu: Press 1\n1: end}")
    (tmp_path / "n.menu").write_text("Hello\n{menu: Press 1\n1: end}")
    lint(tmp_path, "--jobs", "2", "m.menu", "n.menu")
    (file,) = (tmp_path / "bytecode").rglob("*.patterns")
    assert any("menu" in source for source in msgpack.decode(file.read_bytes())[1])
