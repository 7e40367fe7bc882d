"""The program in this process: what it does before and after a command, and what its exit codes are."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from smsc_codec import cli as program
from smsc_codec.cli import terminal


def test_exit_codes() -> None:
    """Those of the help: clean, findings, usage, internal."""
    assert (program.CLEAN, program.FINDINGS, program.USAGE, program.INTERNAL) == (0, 1, 2, 3)


@pytest.fixture
def collector() -> Iterator[None]:
    """Let the collector of garbage be as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.parametrize("given", [["--one"], None])
def test_main(monkeypatch: pytest.MonkeyPatch, collector: None, given: list[str] | None) -> None:
    """It runs what it is given, or what the command line says, looks seldom for garbage, and ends with the code."""
    seen: list[object] = []

    def run(arguments: list[str]) -> int:
        seen.extend((arguments, gc.get_threshold()[0], gc.get_freeze_count() > 1000))
        return 7

    gc.unfreeze()
    monkeypatch.setattr(program, "run", run)
    monkeypatch.setattr(sys, "argv", ["smsc-codec", "--two", "three"])
    with pytest.raises(SystemExit) as ended:
        program.main(given)
    assert (ended.value.code, gc.get_freeze_count() > 1000) == (7, True)
    assert seen == [given or ["--two", "three"], 20_000, False]


@pytest.mark.parametrize(
    ("arguments", "clicked"),
    [(["lint"], False), (["lint", "a", "b"], False), (["lint", "-q"], True), (["fmt"], True)],
)
def test_the_short_way(monkeypatch: pytest.MonkeyPatch, arguments: list[str], clicked: bool) -> None:
    """`lint` without options is what editors run at every save: it goes without click, which takes long to load."""
    monkeypatch.setattr("smsc_codec.cli.app.app", lambda _: 71)
    monkeypatch.setattr(
        "smsc_codec.cli.linting.lint", lambda request: 70 + 2 * (request.paths != tuple(arguments[1:]))
    )
    assert program._command(arguments) == (71 if clicked else 70)


@pytest.mark.parametrize("there", [True, False])
def test_loading(monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    """What msgspec does without is kept from it, and is afterwards as it was: there or not."""
    module = ModuleType("typing_extensions")
    if there:
        monkeypatch.setitem(sys.modules, "typing_extensions", module)
    else:
        monkeypatch.delitem(sys.modules, "typing_extensions", raising=False)
    monkeypatch.delitem(sys.modules, "msgspec")
    asked: list[object] = []

    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "msgspec":
                asked.append(sys.modules.get("typing_extensions", "not there"))

    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    program._load_msgspec()
    assert asked == [module if there else None]
    assert sys.modules.get("typing_extensions") is (module if there else None)
    assert ("typing_extensions" in sys.modules) is there


@pytest.mark.parametrize(
    ("error", "code", "closed", "said"),
    [
        (BrokenPipeError(), 1, [(1, 2)], ""),
        (KeyboardInterrupt(), 130, [], ""),
        (
            OSError(28, "No space left on device"),
            3,
            [(1,)],
            "the output cannot be written: No space left on device",
        ),
        (OSError(13, "Permission denied", "x"), 3, [(1,)], "x: Permission denied"),
        (ValueError("psw=123"), 3, [], "internal error: ValueError: psw=***; please report it"),
        (ValueError("x" * 300), 3, [], f"internal error: ValueError: {'x' * 288}; please report it"),
    ],
)
def test_ends(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    closed: list[tuple[int, ...]],
    said: str,
) -> None:
    """A reader that has gone, an interruption, a full disk, a bug: each has its code, and what is said of it."""
    muted: list[tuple[int, ...]] = []

    def fails(arguments: list[str]) -> int:
        raise error

    monkeypatch.delenv("SMSC_CODEC_DEBUG", raising=False)
    monkeypatch.setattr(program, "_command", fails)
    monkeypatch.setattr(terminal, "mute", lambda *streams: muted.append(streams))
    assert program.run([]) == code
    assert muted == closed
    err = capsys.readouterr().err
    assert err.startswith(f"smsc-codec: {said}" if said else "")
    assert bool(err) is bool(said)
