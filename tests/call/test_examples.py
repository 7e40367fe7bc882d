"""The transcripts of docs/examples/calls: each is played, and together they come to every ending of their menus."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.linter.engine import check
from smsc_codec.payloads.call import format_text, parse, run
from smsc_codec.payloads.call.model import Given, Hear, Transcript
from smsc_codec.payloads.call.playing import options_of
from smsc_codec.payloads.menu import Menu
from smsc_codec.payloads.menu import parse as menu_of
from smsc_codec.payloads.menu.caller.explore import explore, policies
from smsc_codec.payloads.menu.options import MenuOptions
from tests.menu.walker import Walk

CALLS = Path(__file__).resolve().parents[2] / "docs" / "examples" / "calls"
FILES = sorted(CALLS.rglob("*.call"))
FOLDERS = sorted({path.parent.name for path in FILES})


def _read(path: Path) -> tuple[str, Transcript, Menu]:
    text = path.read_bytes().decode("utf-8")
    transcript = parse(text)
    menu = (path.parent / (transcript.menu or "")).read_bytes().decode("utf-8")
    return text, transcript, menu_of(menu)


def test_there_are_examples() -> None:
    """The page's menu, five English menus and five Russian ones have transcripts."""
    assert "page" in FOLDERS
    russian = {
        path.parent.name for path in FILES if any("а" <= c <= "я" for c in path.read_text(encoding="utf-8"))
    }
    assert len(russian - {"page"}) >= 5
    assert len(set(FOLDERS) - russian) >= 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_each_is_as_told(path: Path) -> None:
    """The menu does what the transcript tells, line by line; it is clean, in canonical layout, and ends."""
    text, transcript, menu = _read(path)
    played = run(transcript, menu)
    assert played.misfits == ()
    assert check(text, "call") == ()
    assert format_text(text) == text
    assert type(transcript.steps[-1]).__name__ == "Leave"


def _ending(transcript: Transcript, menu: Menu) -> tuple[str, str]:
    """Where the keys of a transcript lead, by the brute-force walk."""
    walk = Walk(menu, options_of(transcript, MenuOptions()))
    for step in transcript.steps:
        if isinstance(step, Given):
            walk.given(step.what)
    assert walk.where[0] == "left"
    return walk.where[1], walk.where[2]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_ending_has_one(folder: str) -> None:
    """Each ending that explore finds has a transcript, by the walk that knows nothing of the machine.

    Those of the page's menu under every reading of the page's silence, the others under the default (IVR-1 .. IVR-11).
    """
    read = [_read(path) for path in FILES if path.parent.name == folder]
    menu = read[0][2]
    readings = policies(MenuOptions()) if folder == "page" else [MenuOptions()]
    wanted = {(ending.why, ending.at) for options in readings for ending in explore(menu, options).endings}
    found = [_ending(transcript, menu) for _, transcript, menu in read]
    assert sorted(found) == sorted(wanted)
    assert any(isinstance(transcript.steps[0], Hear) for _, transcript, _ in read)


def test_a_change_of_a_menu_is_noticed() -> None:
    """The transcripts are no formality: another number, another text and another way are each seen by one of them."""
    text, transcript, menu = _read(CALLS / "page" / "5-answered.call")
    source = (CALLS.parent / "page.menu").read_bytes().decode("utf-8")
    for old, new in (
        ("79999999998", "79999999996"), ("ok:end err:6", "err:6"), ("5: url\n", ""), ("доброго", "хорошего")
    ):  # fmt: skip
        assert old in source
        assert run(transcript, menu_of(source.replace(old, new))).misfits, old
    assert run(transcript, menu).misfits == ()
    assert text
