"""Tries mutants in a pytest that has collected its tests once: each in a fork whose functions are exchanged.

`tests.mutants` starts it in a copy of the project. What is computed when a module is loaded stays as it was in a fork:
such a mutant, if no fork notices it, is tried again in a pytest of its own.
"""

from __future__ import annotations

import functools
import gc
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import msgspec
import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage
from hypothesis import Phase, settings
from msgspec import Struct

#: How pytest is run.
QUIETLY = ("-q", "-p", "no:cacheprovider", "-m", "not slow and not packaging")
#: The end of a name of a test that compares with text that was read once.
_KEPT = "_in_full"
#: In seconds. A pytest of its own that loads its tests for longer hangs, which is noticed.
_LONGEST = 300
#: The exit code of a process in which nothing was noticed: what is broken may end it with 0.
_QUIET = 86

# A failure is enough: its smallest example is of no use here. What is loaded later takes this profile over.
settings.register_profile(
    "mutants", parent=settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate], database=None
)
settings.load_profile("mutants")


class Mutant(Struct, frozen=True):
    """One break: the file, the line, what stood there and what stands there now."""

    path: str
    line: int
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before}  ->  {self.after}"


class Asked(Struct):
    """What is to be tried with which tests, where it is kept which lines they reach, and how many seconds of them."""

    tests: tuple[str, ...]
    known: str
    patience: float
    mutants: list[Mutant]


class Reached(Struct):
    """The tests that pass, with their seconds, and those (by place in that list) that reach each line of a file.

    -1 stands for what runs before any test.
    """

    tests: list[tuple[str, float]]
    lines: dict[str, dict[int, list[int]]]

    def early(self, mutant: Mutant) -> bool:
        """Whether the line of a mutant runs before any test."""
        return -1 in self.lines.get(mutant.path, {}).get(mutant.line, ())

    def through(self, mutant: Mutant) -> list[str]:
        """The tests that reach the line of a mutant, in their turn."""
        found = self.lines.get(mutant.path, {}).get(mutant.line, ())
        return self._in_turn(one for one in found if one >= 0)

    def _in_turn(self, found: Iterable[int]) -> list[str]:
        """Quick tests first, and of the many cases of one function no more at once than another test takes time.

        What compares with text that was read once notices most, and comes early.
        """
        seen: Counter[str] = Counter()
        turns = []
        for name, seconds in sorted((self.tests[one] for one in found), key=lambda test: test[1]):
            function = name.partition("[")[0]
            seen[function] += 1
            cost = seconds / 500 if function.endswith(_KEPT) else seconds
            turns.append((max(cost, 0.001) * seen[function], name))
        return [name for _, name in sorted(turns)]

    def everything(self, mutant: Mutant) -> list[str]:
        """All tests: first those that reach the mutant's file."""
        near = {one for line in self.lines.get(mutant.path, {}).values() for one in line if one >= 0}
        return [*self._in_turn(near), *self._in_turn(set(range(len(self.tests))) - near)]


class Alone(Struct):
    """What a pytest of its own tries: tests in their order, with the seconds that each takes, until those are spent."""

    patience: float
    tests: list[tuple[str, float]]


#: Notes the lines that are reached.
COVER = Coverage(data_file=None, source=["smsc_codec", "plugins"], config_file=False)


#: What remembers its results: while it does, a test that needs them does not reach what makes them.
REMEMBERED: list[Any] = []


def pytest_configure() -> None:
    """Note what runs as modules are loaded, and what remembers its results."""
    if "ALONE" in os.environ:
        signal.alarm(_LONGEST)
    if "MUTANTS" not in os.environ:
        return
    remember = functools.lru_cache

    def noted(maxsize: Any = 128, typed: bool = False) -> Any:
        made = remember(maxsize, typed)

        def note(function: Any) -> Any:
            REMEMBERED.append(made(function))
            return REMEMBERED[-1]

        if callable(maxsize):
            REMEMBERED.append(made)
            return made
        return note

    functools.lru_cache = noted  # type: ignore[assignment]
    COVER.start()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Try all that is asked for, instead of running the tests."""
    answer, _, name = os.environ.pop("MUTANTS", "").partition(":")
    if alone := os.environ.pop("ALONE", ""):
        asked_alone = msgspec.json.decode(Path(alone).read_bytes(), type=Alone)
        found = {item.nodeid: item for item in session.items}
        ordered = [(found[name], seconds) for name, seconds in asked_alone.tests if name in found]
        session.testsfailed = _one_fails(ordered, Path(alone).with_name("who"), asked_alone.patience)
        return True
    if not answer:
        return None
    COVER.stop()
    asked = msgspec.json.decode(Path(name).read_bytes(), type=Asked)
    items = {item.nodeid: item for item in session.items}
    root = Path.cwd()
    known = Path(asked.known)
    if not known.exists():
        _forked(lambda: _measure(root, session.items, known))
    reached = msgspec.json.decode(known.read_bytes(), type=Reached)
    seconds = dict(reached.tests)
    keen: list[str] = []
    who = root / "tmp" / "who"
    with open(int(answer), "w", encoding="utf-8") as answers:
        for mutant in asked.mutants:
            begun = time.monotonic()
            path = root / mutant.path
            before = path.read_bytes()
            try:
                path.write_text(mutant.text, encoding="utf-8")
                names = sorted(reached.through(mutant), key=lambda name: name not in keen[-20:])
                chosen = [(items[name], seconds[name]) for name in names]
                noticed = _forked(lambda: _tell(path, before, mutant, chosen, who, asked.patience))  # noqa: B023
                if not noticed and (reached.early(mutant) or _is_loaded(path, before, mutant)):
                    rest = [(name, seconds[name]) for name in reached.everything(mutant)]
                    noticed = _alone(asked.tests, Alone(asked.patience, rest), root / "tmp" / "alone.json")
                keen += [who.read_text()] if noticed and who.exists() else []
            finally:
                path.write_bytes(before)
            if os.environ.get("SLOW"):
                print(f"{time.monotonic() - begun:5.1f} {noticed} {mutant}", file=sys.__stderr__, flush=True)
            answers.write("noticed\n" if noticed else "not noticed\n")
            answers.flush()
    return True


def _forked(work: Callable[[], bool]) -> bool:
    """What this answers in a process of its own; true where that process ends otherwise."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(status) != _QUIET
    os.setsid()
    noticed = True
    try:
        noticed = work()
    finally:
        os._exit(1 if noticed else _QUIET)


def _measure(root: Path, items: list[pytest.Item], known: Path) -> bool:
    """Run every test, write down which lines it reaches, and leave out those that fail."""
    COVER.start()
    tests: list[tuple[str, float]] = []
    places = {"": -1}
    for item in items:
        for one in REMEMBERED:
            if one.__module__.startswith("smsc_codec"):
                one.cache_clear()
        COVER.switch_context(item.nodeid)
        begun = time.process_time()
        if _fails(item, None):
            print(f"left out, for it fails before anything is broken: {item.nodeid}", file=sys.__stderr__)
        else:
            places[item.nodeid] = len(tests)
            tests.append((item.nodeid, time.process_time() - begun))
    COVER.stop()
    data = COVER.get_data()
    lines = {}
    for name in data.measured_files():
        found = {
            line: sorted({places[test] for test in contexts if test in places})
            for line, contexts in data.contexts_by_lineno(name).items()
        }
        lines[Path(name).resolve().relative_to(root.resolve()).as_posix()] = found
    part = known.with_suffix(f".{os.getpid()}")
    part.write_bytes(msgspec.json.encode(Reached(tests, lines)))
    part.replace(known)
    return False


def _tell(
    path: Path,
    before: bytes,
    mutant: Mutant,
    items: list[tuple[pytest.Item, float]],
    who: Path,
    patience: float,
) -> bool:
    """Whether one of the tests fails, or does not end, with the functions of the mutant."""
    old = compile(before, str(path), "exec", dont_inherit=True)
    new = compile(mutant.text, str(path), "exec", dont_inherit=True)
    others = dict(_exchanged(old, new))
    # Pytest has given other codes to what asserts in plugins of its own: those are known by their places.
    placed = {
        (str(path), one.co_qualname, one.co_firstlineno): other
        for one, other in others.items()
        if not one.co_name.startswith("<")
    }
    for function in gc.get_objects():
        if isinstance(function, FunctionType):
            code = function.__code__
            place = code.co_filename, code.co_qualname, code.co_firstlineno
            function.__code__ = others.get(code) or placed.get(place, code)
    return _one_fails(items, who, patience)


def _is_loaded(path: Path, before: bytes, mutant: Mutant) -> bool:
    """Whether what a mutant breaks is computed when its module is loaded: a test may be the first that loads it."""
    old, new = (compile(text, str(path), "exec", dont_inherit=True) for text in (before, mutant.text))
    return not any(one.co_flags & CO_OPTIMIZED for one, _ in _exchanged(old, new))


def _one_fails(items: list[tuple[pytest.Item, float]], who: Path, patience: float) -> bool:
    """Whether one of the tests fails, or does not end; `who` tells which."""
    for (item, seconds), following in zip(items, [*(item for item, _ in items[1:]), None], strict=True):
        patience -= seconds
        if patience < 0:
            return False
        who.write_text(item.nodeid)
        signal.alarm(30 + int(50 * seconds))  # of the processor; others may use it, too
        if _fails(item, following):
            return True
    return False


def _exchanged(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The code of each function as it was, with what it is now, where that is another."""
    mine = [code for code in old.co_consts if isinstance(code, CodeType)]
    theirs = [code for code in new.co_consts if isinstance(code, CodeType)]
    for one, other in zip(mine, theirs, strict=False):
        if one.co_name == other.co_name and one != other and one.co_freevars == other.co_freevars:
            yield one, other
            yield from _exchanged(one, other)


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _alone(folders: tuple[str, ...], tests: Alone, name: Path) -> bool:
    """Whether one of the tests fails, or does not end, in a pytest that loads the mutant."""
    name.write_bytes(msgspec.json.encode(tests))
    running = subprocess.Popen(
        [sys.executable, "-m", "pytest", *QUIETLY, "-p", "tests.mutants_tried", *folders],
        env={**os.environ, "ALONE": str(name)}, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        return running.wait() != 0
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
