"""A run over lists: look, bring together, judge, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct, msgpack

from smsc_codec.cli.discover import relative_name
from smsc_codec.linter.config import Settings
from smsc_codec.linter.line import Line as Rooms
from smsc_codec.linter.reports import FileReport
from smsc_codec.linter.reports.statistics import Count
from smsc_codec.payloads import codec
from smsc_codec.payloads.mailing import MailingOptions
from smsc_codec_dask.engine import Engine
from smsc_codec_dask.lint.judge import How, Judged, Rest, Task, first_of, judge
from smsc_codec_dask.lint.look import Looked, Wanted, look, place_of
from smsc_codec_dask.lint.repeated import Repeated, repeated
from smsc_codec_dask.progress import Progress
from smsc_codec_dask.shuffle import Scratch
from smsc_codec_dask.sources import Listed, Source
from smsc_codec_dask.sources.blocks import Slice
from smsc_codec_dask.sources.tables import Rows, TableSlice

#: A bucket of the shuffle is about that many octets of lists.
_BUCKET = 1 << 26


class Total(Struct):
    """What a rule found in all, and in how many slices; `shown` is how many findings the report has."""

    count: Count
    slices: int = 0
    shown: int = 0


class Run:
    """One run. `reports` are made while they are asked for; what it comes to is known when they have ended."""

    def __init__(
        self,
        engine: Engine,
        scratch: Scratch,
        settings: Settings,
        *,
        encoding: str | None = None,
        tables: Callable[[Source], Iterable[Rows]] | None = None,
        first: int | None = None,
        findings: str = "",
        folder: str = ".",
        say: Callable[[str], object] = lambda text: None,
        progress: Callable[[str, int], Progress] = Progress,
    ) -> None:
        self.rooms = Rooms(settings)
        self.failed = False
        self.lines = self.slices = self.files = 0
        self.totals: dict[str, Total] = {}
        self._engine = engine
        self._scratch = scratch
        self._settings = settings
        self._encoding = encoding
        self._tables = tables
        self._how = How(settings, first, findings)
        self._folder = folder
        self._say = say
        self._progress = progress
        self._nl = settings.options("mailing", MailingOptions).nl

    def reports(self, sources: Sequence[Source]) -> Iterator[FileReport]:
        """What is found, in the order of the sources: blocks with findings, and the beginning of each file."""
        looked = list(self._look(sources))
        for file in looked:
            if file.note:
                self._say(f"{_name(file)}: {file.note}")
        rests = self._rests(looked)
        with self._progress("lint", sum(file.size for file in looked if not file.failure)) as progress:
            judged = self._engine.each(partial(judge, self._how), self._tasks(looked, rests))
            shown: dict[str, int] = {}
            for file in looked:
                self.files += 1
                if file.failure:
                    self.failed = True
                    yield FileReport(_name(file), failure=file.failure)
                    continue
                line = 1
                for number, one in enumerate(file.slices):
                    done = msgpack.decode(next(judged), type=Judged)
                    last = number + 1 == len(file.slices)
                    end = file.lines + 1 if last else file.slices[number + 1].first_line
                    progress.done(one.size, end - line)
                    line = end
                    self._count(done)
                    if done.reports:
                        progress.clear()
                    for report in done.reports:
                        left = first_of(report, shown, self._how.first)
                        if left.findings or left.first_line == 1:
                            self._show(left)
                            yield left
                self.lines += file.lines

    def _look(self, sources: Sequence[Source]) -> Iterator[Listed]:
        from smsc_codec_dask.sources import listed

        codes = {rule.code for rule in _running(self._settings)}
        total = sum(source.size * (8 if source.packing else 1) for source in sources)
        self._buckets = max(1, total // _BUCKET)
        self._files = {source.name: number for number, source in enumerate(sources)}
        wanted = Wanted(
            self._scratch, self._buckets, self._nl, self._files,
            repeated=bool(codes & {"LST005", "LST006"}), alike="LST017" in codes,
        )  # fmt: skip
        with self._progress("look", sum(source.size for source in sources)) as progress:
            yield from listed(
                self._engine, sources, self._encoding, tables=self._tables, work=partial(look, wanted),
                done=lambda scanned: progress.done(scanned.slice.size, scanned.lines),
            )  # fmt: skip

    def _rests(self, looked: Sequence[Listed]) -> dict[int, Rest]:
        """What each slice has to know of its list, by its `place_of`."""
        slices: dict[int, Slice | TableSlice] = {}
        runs = []
        parts: dict[int, tuple[str, int, bool, int]] = {}
        for file in looked:
            if file.failure or file.slices[0].whole:
                continue
            separator, line = _first(file)
            mixed, alike = False, _alike(file.found)
            for one, found in zip(file.slices, file.found, strict=True):
                place = place_of(self._files[file.source.name], one.number)
                slices[place] = one
                parts[place] = separator, line, mixed, alike
                runs += found.runs
                mixed = mixed or any(sign != separator for sign in found.separators)
        known: Mapping[int, Repeated] = {}
        if runs:
            known = repeated(self._engine, self._scratch, slices, runs, self._buckets, nl=self._nl)
        return {place: Rest(*rest, known.get(place, Repeated())) for place, rest in parts.items()}

    def _tasks(self, looked: Sequence[Listed], rests: Mapping[int, Rest]) -> Iterator[Task]:
        for file in looked:
            for one in () if file.failure else file.slices:
                place = place_of(self._files[file.source.name], one.number)
                known = _name(file, self._folder)
                yield Task(one, _name(file), known, rests.get(place, Rest()))

    def _count(self, done: Judged) -> None:
        self.failed |= done.failed
        self.slices += 1
        self.rooms.suppressions.also(done.seen, done.used)
        for count in done.counts:
            total = self.totals.get(count.code)
            if total is None:
                total = self.totals[count.code] = Total(Count(count.code, count.name, count.severity))
            total.count.count += count.count
            total.slices += 1

    def _show(self, report: FileReport) -> None:
        for finding in report.findings:
            self.totals[finding.code].shown += 1


def _running(settings: Settings) -> Iterable[Any]:
    from smsc_codec.linter.engine import running
    from smsc_codec.linter.registry import rules_of

    return running(rules_of(codec("mailing")), settings)


def _name(file: Listed, folder: str = ".") -> str:
    """A file as reports and globs know it."""
    name = file.source.name
    return name if "://" in name or "::" in name else relative_name(name, folder)


def _first(file: Listed) -> tuple[str, int]:
    """The separator of the first message of a list, and its line."""
    for one, found in zip(file.slices, file.found, strict=True):
        if found.first:
            return found.first, one.first_line + found.first_at
    return "", 0


def _alike(found: Sequence[Looked]) -> int:
    """How many messages a list has if all are alike, else 0. A slice may have none."""
    if any(one.alike < 0 for one in found) or len({one.said for one in found if one.alike}) > 1:
        return 0
    return sum(one.alike for one in found)
