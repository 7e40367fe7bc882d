"""The reports of a run: one that is shown or goes into a file, and others beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from queue import Queue
from threading import Thread

from msgspec import Struct, structs

from smsc_codec.cli.discover import Found
from smsc_codec.cli.files import Unreadable
from smsc_codec.cli.outputs import Output, special
from smsc_codec.linter.registry import ConfigError
from smsc_codec.linter.reports import FORMATS, FileReport, Style


class Target(Struct, frozen=True):
    """A report that is asked for: its format, its style, and the file that it goes into; "" is the standard output."""

    form: str
    style: Style
    path: str = ""


Render = Callable[[Target, Iterable[FileReport]], Iterator[str]]


def targets(shown: Target, output_file: str | None, reports: Sequence[str]) -> list[Target]:
    """The reports that are asked for, the main one first. Raises ConfigError for what is no `FORMAT:FILE`."""
    plain = structs.replace(shown.style, color=False, width=None, links=False)
    found = [Target(shown.form, plain, output_file) if output_file not in (None, "", "-") else shown]
    for one in reports:
        name, colon, path = one.partition(":")
        if not colon or path in ("", "-") or name not in FORMATS:
            reason = f"expected a format, a colon and a file, as in 'sarif:lint.sarif', not '{one}'; "
            raise ConfigError("--report", f"{reason}formats: {', '.join(FORMATS)}")
        found.append(Target(name, plain, path))
    return found


def check_targets(asked: Sequence[Target], found: Iterable[Found], used: Iterable[str] = ()) -> None:
    """Raise ConfigError where a report would be written over another one, over a file that is linted, or over one of
    those that are `used`: the configuration and the baseline.
    """
    known = {os.path.realpath(file.path) for file in found if file.path != "-"}
    kept = {os.path.realpath(path) for path in used if path}
    seen: set[str] = set()
    for number, target in enumerate(asked):
        path = target.path
        where = "--report" if number else "--output-file"
        real = os.path.realpath(path)
        if real in known:
            raise ConfigError(where, f"'{path}' is linted itself; name another file")
        if real in kept:
            raise ConfigError(where, f"'{path}' is the configuration or the baseline; name another file")
        if real in seen and not special(path):
            raise ConfigError(where, f"'{path}' is the file of another report; name another one")
        seen.add(real)


def write(
    asked: Sequence[Target], reports: Iterable[FileReport], make: Render, show: Callable[[str], object]
) -> None:
    """Write every report that is asked for; `show` takes the pieces of one that goes into no file.

    No file is put in place before the run has ended. Raises ConfigError where one cannot be made.
    """
    with ExitStack() as files:
        outputs = [_opened(target.path, number, files) for number, target in enumerate(asked)]
        beside = [
            _Beside(make, target, output)
            for target, output in zip(asked[1:], outputs[1:], strict=True)
            if output is not None
        ]
        put = outputs[0].write if outputs[0] is not None else show
        try:
            for piece in make(asked[0], _handed(reports, beside)):
                put(piece)
        finally:
            for one in beside:
                one.end()
        for one in beside:
            if one.error is not None:
                raise one.error


def _opened(path: str, number: int, files: ExitStack) -> Output | None:
    if not path:
        return None
    try:
        return files.enter_context(Output(path))
    except Unreadable as error:
        raise ConfigError("--report" if number else "--output-file", f"'{path}': {error}") from None


def _handed(reports: Iterable[FileReport], beside: Sequence[_Beside]) -> Iterator[FileReport]:
    for report in reports:
        for one in beside:
            one.hand(report)
        yield report


class _Beside:
    """A report that is made while another one is: what was found goes to each, file by file, and is not held."""

    def __init__(self, make: Render, target: Target, output: Output) -> None:
        self.error: BaseException | None = None
        self._queue: Queue[FileReport | None] = Queue(1)
        self._ended = False
        self._thread = Thread(target=self._work, args=(make, target, output), daemon=True)
        self._thread.start()

    def hand(self, report: FileReport) -> None:
        """Give it one more file."""
        self._queue.put(report)

    def end(self) -> None:
        """Say that there is no more, and wait until all is written."""
        self._queue.put(None)
        self._thread.join()

    def _work(self, make: Render, target: Target, output: Output) -> None:
        try:
            for piece in make(target, self._reports()):
                output.write(piece)
        except BaseException as error:
            self.error = error
        for _ in self._reports():  # whoever hands on must not wait for ever
            pass

    def _reports(self) -> Iterator[FileReport]:
        while not self._ended:
            report = self._queue.get()
            self._ended = report is None
            if report is not None:
                yield report
