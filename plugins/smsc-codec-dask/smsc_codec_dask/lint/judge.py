"""The second pass over a slice: the core's rules, with a memory that knows of the rest of the list."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from msgspec import Struct, msgpack, structs

from smsc_codec.cli.outcome import Outcome
from smsc_codec.diagnostics import Finding, Span
from smsc_codec.linter.block import Block, Text
from smsc_codec.linter.config import Settings
from smsc_codec.linter.line import Line as Rooms
from smsc_codec.linter.reports import FileReport, discreet_report
from smsc_codec.linter.reports.statistics import Count, Statistics
from smsc_codec.payloads.mailing import MailingOptions
from smsc_codec.payloads.mailing.memory import Memory
from smsc_codec_dask.lint.look import key_of, pair_key
from smsc_codec_dask.lint.repeated import Repeated
from smsc_codec_dask.lint.table import Table
from smsc_codec_dask.sources.blocks import Slice
from smsc_codec_dask.sources.tables import TableSlice


class Rest(Struct, frozen=True):
    """What a slice has to know of its list."""

    separator: str = ""
    separator_line: int = 0
    #: Whether another separator was told of above.
    mixed: bool = False
    #: How many messages the list has if all are alike, else 0.
    alike: int = 0
    repeated: Repeated = Repeated()


class Task(Struct, frozen=True):
    """A slice to be judged: how its file is called in reports, and to the configuration's globs."""

    slice: Slice | TableSlice
    name: str
    known: str
    rest: Rest


class How(Struct, frozen=True):
    """What is the same for all slices of a run."""

    settings: Settings
    #: So many findings of each rule are handed back; None: all.
    first: int | None
    #: The folder that all findings go into as Parquet, or "".
    findings: str = ""


class Judged(Struct, frozen=True):
    """What came of a slice. A report stands for each block with findings, and for the beginning of a file."""

    reports: list[FileReport]
    counts: list[Count]
    failed: bool
    #: What of the configuration's entries was about the file, and what hid something.
    seen: list[tuple[str, str]]
    used: list[tuple[str, str]]


class _Twice:
    """Stands for the core's tally of messages, and knows of those that are there again (LST005)."""

    def __init__(self, firsts: dict[int, tuple[int, int]], blocks: set[int]) -> None:
        self._blocks = blocks if firsts else set()
        self._firsts = firsts
        self._numbers = {number for number, _ in firsts.values()}
        self._met: set[int] = set()

    def counts(self, line: int) -> bool:
        return line in self._blocks

    def add(self, key: Hashable, line: int = 0) -> tuple[int, int]:
        assert isinstance(key, tuple)
        phone, text, sender = key
        if key_of(phone) not in self._numbers:
            return 1, line
        pair = pair_key(phone, text, sender)
        known = self._firsts.get(pair)
        if known is None:
            return 1, line
        if known[1] == line and pair not in self._met:
            self._met.add(pair)
            return 1, line
        return 2, known[1]

    def mark(self) -> None:
        """Nothing is mended here, so nothing goes back."""

    back = mark


class _TooMany:
    """Stands for the core's tally of numbers, and knows of those that get too many messages (LST006)."""

    def __init__(self, before: dict[int, int], blocks: set[int]) -> None:
        self._blocks = blocks if before else set()
        self._counts = before

    def counts(self, line: int) -> bool:
        return line in self._blocks

    def add(self, key: Hashable, line: int = 0) -> tuple[int, int]:
        number = key_of(key)  # type: ignore[arg-type]
        count = self._counts.get(number)
        if count is None:
            return 1, line
        self._counts[number] = count + 1
        return count + 1, line

    def mark(self) -> None:
        """Nothing is mended here, so nothing goes back."""

    back = mark


def memory_of(rest: Rest, first_line: int) -> Memory:
    """The core's memory of a list, as it would be above the slice and, of what is repeated, below it."""
    memory = Memory(0)
    blocks = {first_line + above for above in rest.repeated.blocks()}
    memory.messages = _Twice(rest.repeated.firsts(), blocks)
    memory.phones = _TooMany(rest.repeated.before(), blocks)
    memory.separator, memory.separator_line = rest.separator, rest.separator_line
    memory.mixed, memory.alike = rest.mixed, rest.alike
    return memory


def judge(how: How, task: Task) -> bytes:
    """What is found in a slice, as MessagePack of `Judged`."""
    rooms = Rooms(_of_rows(how.settings) if isinstance(task.slice, TableSlice) else how.settings)
    outcome, statistics = Outcome(rooms), Statistics()
    kept: list[FileReport] = []
    counted: dict[str, int] = {}
    table = Table(how.findings, task.name, task.slice.number) if how.findings else None
    for block in _blocks(rooms, task):
        report = statistics.note(outcome.note(outcome.reported(task.name, block)))
        if not report.findings:
            if block.first_line == 1:
                kept.append(report)
            continue
        report = discreet_report(report)
        if table is not None:
            table.add(report)
        shown = first_of(report, counted, how.first)
        if shown.findings or block.first_line == 1:
            kept.append(shown)
    if table is not None:
        table.end()
    return msgpack.encode(Judged(kept, statistics.rows(), outcome.failed, *rooms.suppressions.noted()))


def first_of(report: FileReport, counted: dict[str, int], most: int | None) -> FileReport:
    """The report with the first findings of each rule, which are counted; without a text where none are left."""
    if most is None:
        return report
    left = []
    for finding in report.findings:
        count = counted[finding.code] = counted.get(finding.code, 0) + 1
        if count <= most:
            left.append(finding)
    if len(left) == len(report.findings):
        return report
    if not left:
        return FileReport(report.path, first_line=report.first_line, discreet=True)
    return structs.replace(report, findings=tuple(left))


def _blocks(rooms: Rooms, task: Task) -> Iterator[Block]:
    one = task.slice
    if isinstance(one, TableSlice):
        yield from _table_blocks(rooms, task, one)
        return
    memory = None if one.whole else memory_of(task.rest, one.first_line)
    with one.part(memory) as part:
        if one.whole:
            (text,) = part.pieces
            yield from rooms.judge("mailing", Text(text, task.known, one.encoding))
        else:
            yield from rooms.judge("mailing", Text("", task.known, one.encoding, part))


def _of_rows(settings: Settings) -> Settings:
    """The settings for a list that rows make: a line a message, whatever `nl` says of files."""
    options = settings.options("mailing", MailingOptions)
    languages = {**settings.languages, "mailing": structs.replace(options, nl=False)}
    return structs.replace(settings, languages=languages)


def _table_blocks(rooms: Rooms, task: Task, one: TableSlice) -> Iterator[Block]:
    """What is found in the list that rows make, and which rows make no message (LST001)."""
    wrong: dict[int, str] = {}
    told = rooms.runs("LST001")
    first = one.first_line == 1
    with one.part(memory_of(task.rest, one.first_line), wrong) as part:
        for block in rooms.judge("mailing", Text("", task.known, pieces=part)):
            first = False
            yield _with_wrong(rooms, task.known, block, wrong) if wrong and told else block
    if first:
        yield from rooms.judge("mailing", Text("", task.known))


def _with_wrong(rooms: Rooms, known: str, block: Block, wrong: dict[int, str]) -> Block:
    at, found = 0, []
    for number, line in enumerate(block.text.split("\n"), block.first_line):
        reason = wrong.pop(number, None)
        if reason is not None:
            message = f"no message can be made of this row: {reason}"
            found.append(Finding("LST001", rooms.rules["LST001"].name, "error", message, Span(at, at)))
        at += len(line) + 1
    made = rooms.suppressions.suppress(
        known, structs.replace(block, findings=tuple(found), hidden=()), rooms.rules
    )
    findings = sorted((*block.findings, *made.findings), key=lambda finding: finding.span.start)
    return structs.replace(block, findings=tuple(findings))
