"""What `--fix` writes, and what `--diff` shows instead."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from smsc_codec.cli import terminal
from smsc_codec.cli.discover import Found
from smsc_codec.cli.files import Source, Unreadable
from smsc_codec.cli.large import Large
from smsc_codec.cli.outcome import Outcome
from smsc_codec.cli.writing import Rewriting, write
from smsc_codec.linter.block import Block
from smsc_codec.linter.fixes import Mended, mend
from smsc_codec.linter.line import Line
from smsc_codec.linter.reports import FileReport
from smsc_codec.linter.reports.unified import Unified

if TYPE_CHECKING:
    from smsc_codec.cli.answers import Answers


class Mending:
    """Mends the files of a run."""

    def __init__(
        self, line: Line, outcome: Outcome, progress: terminal.Progress, answers: Answers | None = None
    ) -> None:
        self._outcome = outcome
        self._progress = progress
        self._unsafe = line.settings.unsafe_fixes
        self._answers = answers

    def differences(
        self, file: Found, blocks: Iterable[Block], same: Iterable[Block]
    ) -> Iterator[FileReport]:
        """Write what fixes would change, and give what is found in the file as it is.

        A file's blocks are wanted twice: what comes before a block is as it was for one, and mended for the other.
        """
        told = Unified(file.name)
        for block, done in zip(blocks, mend(same, unsafe=self._unsafe), strict=True):
            self._outcome.failed |= done.after.text != done.before.text
            self._progress.clear()
            sys.stdout.writelines(told.add(done.before.text, done.after.text))
            yield self._outcome.reported(file.name, block)
        sys.stdout.writelines(told.end())

    def rewritten(self, file: Found, source: Source | Large, blocks: Iterable[Block]) -> Iterator[FileReport]:
        """Write the file after its fixes, and give what is still found in it; where it is not written, what was."""
        if self._answers is None:
            mended = mend(blocks, unsafe=self._unsafe)
        else:
            from smsc_codec.linter.asking import mend_asking

            self._answers.name = file.name
            mended = mend_asking(blocks, self._answers, unsafe=self._unsafe)
        if isinstance(source, Large):
            yield from self._long(file, source, mended)
            return
        (done,) = mended
        if file.path != "-" and done.after.text == done.before.text:
            yield self._outcome.reported(file.name, done.before)
            return
        try:
            write(file.path, source, done.after.text)
            self._outcome.fixed += done.applied
            yield self._outcome.reported(file.name, done.after)
        except Unreadable as error:
            self._refused(file, error)
            if file.path == "-":  # what takes our output in place of its text must not lose the text
                write(file.path, source, done.before.text)
            yield self._outcome.reported(file.name, done.before)

    def _long(self, file: Found, source: Large, mended: Iterator[Mended]) -> Iterator[FileReport]:
        """The same block by block: whether the file can be replaced is known only when all is reported."""
        new: Rewriting | None = None
        refused = False
        passed = fixed = 0
        try:
            with ExitStack() as open_files:
                for done in mended:
                    self._progress.lines(file.name, done.after.first_line)
                    block = done.after if _keeps_its_end(done) else _as_it_was(done)
                    changed = block.text != done.before.text
                    try:
                        if new is None and not refused and (changed or file.path == "-"):
                            refused = True  # unless all of this can be done
                            new = open_files.enter_context(Rewriting(file.path, source))
                            new.copy(_first(source, passed))
                            refused = False
                        if new is not None:
                            new.add(block.text)
                        if refused:
                            block = _as_it_was(done)
                        elif changed:
                            fixed += done.applied
                    except Unreadable as error:
                        self._refused(file, error)
                        block = _as_it_was(done)
                        if new is not None:
                            new.add(block.text)
                    passed += len(done.before.text)
                    yield self._outcome.reported(file.name, block)
            self._outcome.fixed += fixed
        except Unreadable as error:
            self._refused(file, error)

    def _refused(self, file: Found, error: Unreadable) -> None:
        self._outcome.failed = True
        self._progress.say(f"{file.name}: {error}")


def _first(source: Large, length: int) -> Iterator[str]:
    """The beginning of a text."""
    for piece in source:
        if length <= 0:
            return
        yield piece[:length]
        length -= len(piece)


def _as_it_was(done: Mended) -> Block:
    """The block that is not mended after all: the lines of those behind it are counted from it."""
    return done.before.again(done.before.text)


def _keeps_its_end(done: Mended) -> bool:
    """Whether what follows a block still stands on a line of its own."""
    after = done.after.text
    return not (done.before.text.endswith("\n") and after and not after.endswith("\n"))
