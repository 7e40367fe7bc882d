"""Several processes for many files: each takes a handful in turn, and all is told in the order of the files."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from typing import BinaryIO, Protocol

from msgspec import Struct, msgpack

from smsc_codec.cli import programs
from smsc_codec.cli.discover import Found
from smsc_codec.cli.terminal import Progress
from smsc_codec.linter.reports import FileReport, discreet_report
from smsc_codec.linter.suppressions import Suppressions
from smsc_codec.plugins import PluginError, broken_packages, note_broken

#: Fewer files a process are linted sooner without it.
LEAST = 100
_HANDFUL = 5
#: One of so many files is linted before the others begin: what it takes to load and to compile, they have then.
_FIRST = 50
#: A larger file is left to the process that reports: its blocks are told one by one and never held together.
_LARGE = 1_000_000


class Run(Protocol):
    """What lints one file after the other."""

    progress: Progress

    @property
    def suppressions(self) -> Suppressions:
        """What the configuration hides."""

    def one(self, file: Found) -> Iterator[FileReport]:
        """What is found in one file."""


class _Heard(Progress):
    """Keeps what is said for the process that reports, and shows nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def lines(self, name: str, number: int) -> None:
        pass


class _Told(Struct, frozen=True):
    """What one process tells of one file; nothing where it is left to the one that reports."""

    said: list[str]
    reports: list[FileReport]
    left: bool = False


class _Handful(Struct, frozen=True):
    files: list[_Told]
    #: What of the configuration's entries was about a file so far, and what hid something.
    seen: list[tuple[str, str]]
    used: list[tuple[str, str]]
    #: What was wrong with packages of others so far: which, and why.
    broken: list[tuple[str, str]]


def processes(asked: int | None, files: int) -> int:
    """How many processes lint so many files; one where the system, or what else runs here, lets no more begin."""
    threads = sys.modules.get("threading")
    if not hasattr(os, "fork") or (threads is not None and threads.active_count() > 1):
        return 1
    return wanted(asked, files)


def wanted(asked: int | None, files: int) -> int:
    """As many processes as were asked for, or one a processor where there is work for it."""
    if asked is not None:
        return min(asked, files)
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(free, files // LEAST)


def lint_in(count: int, run: Run, found: Sequence[Found]) -> Iterator[Iterable[FileReport]]:
    """What is found in each file, in order, by so many processes; nothing else differs from one."""
    first = min(_HANDFUL, len(found) // _FIRST)
    yield from map(run.one, found[:first])
    handfuls = [found[at : at + _HANDFUL] for at in range(first, len(found), _HANDFUL)]
    sys.stdout.flush()
    sys.stderr.flush()
    with ExitStack() as ending:
        pipes: list[BinaryIO] = []
        for number in range(count):
            pipes.append(_start(run, handfuls[number::count], ending, pipes))
        for number, files in enumerate(handfuls):
            done = _next(pipes[number % count])
            if done is None:  # that process has failed: what happened happens here again, and is told
                yield from map(run.one, files)
                continue
            run.suppressions.also(done.seen, done.used)
            for which, why in done.broken:
                note_broken(PluginError(which, why))
            for file, told in zip(files, done.files, strict=True):
                if told.left:
                    yield run.one(file)
                    continue
                for text in told.said:
                    run.progress.say(text)
                yield told.reports


def _start(
    run: Run, handfuls: Sequence[Sequence[Found]], ending: ExitStack, others: Sequence[BinaryIO]
) -> BinaryIO:
    """A process that lints some of the files, and where it can be read what it finds."""
    source, sink = os.pipe()
    child = os.fork()
    if not child:
        gc.freeze()  # looking for garbage would write into all that both still share, and so make copies of it
        # Who holds the reading end, its own or another's, never hears that the one who reports is gone.
        os.close(source)
        for other in others:
            other.close()
        with suppress(BaseException), open(sink, "wb") as out:
            for files in handfuls:
                frame = msgpack.encode(_work(run, files))
                out.write(len(frame).to_bytes(8, "big") + frame)
                out.flush()
            programs.keep()
        os._exit(0)
    os.close(sink)
    ending.callback(os.waitpid, child, 0)
    return ending.enter_context(
        open(source, "rb")
    )  # is closed first, so that nobody waits for one that writes


def _work(run: Run, files: Sequence[Found]) -> _Handful:
    told = []
    for file in files:
        heard = run.progress = _Heard()
        if file.path == "-" or _size(file.path) > _LARGE:
            told.append(_Told([], [], left=True))
            continue
        reports = [discreet_report(report) for report in run.one(file)]
        told.append(_Told(heard.said, reports))
    broken = [(error.where, error.reason) for error in broken_packages()]
    return _Handful(told, *run.suppressions.noted(), broken)


def _size(path: str) -> int:
    with suppress(OSError):
        return os.path.getsize(path)
    return 0


def _next(pipe: BinaryIO) -> _Handful | None:
    size = int.from_bytes(pipe.read(8), "big")
    frame = pipe.read(size)
    return msgpack.decode(frame, type=_Handful) if size and len(frame) == size else None
