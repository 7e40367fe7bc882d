"""`big lint`, `big price` and `big prepare` for programs.

Wherever `sources` are asked for, paths, addresses and patterns are taken, or one collection of Dask: a bag of lines is
a list, a bag of dicts or a DataFrame is a table. A collection's partitions are made where they are read, some twice or
three times, so it is not to be persisted; its lines and rows have the numbers that they have in all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from msgspec import Struct, structs

from smsc_codec.linter.config import Settings
from smsc_codec.linter.reports import FileReport
from smsc_codec_dask.engine import Engine, engine
from smsc_codec_dask.lint.run import Run
from smsc_codec_dask.prepare.cutting import Rules
from smsc_codec_dask.prepare.pieces import numbers_in, pieces_of
from smsc_codec_dask.prepare.rows import Piece
from smsc_codec_dask.prepare.run import Prepared, Sources, prepare
from smsc_codec_dask.price.run import Priced, price
from smsc_codec_dask.price.table import read_prices
from smsc_codec_dask.shuffle import scratch
from smsc_codec_dask.sources import Source, find
from smsc_codec_dask.sources.collections import collected, is_collection
from smsc_codec_dask.sources.tables import Filling, Rows, filling_of, tables_of

#: Paths, addresses and patterns, or a bag or DataFrame of Dask.
Given = Sequence[str] | Any


class Linted(Struct, frozen=True):
    """What was found: how many lines there were, the findings of each rule counted, the first ones of each.

    `reports` stand for blocks of the files, in order; a finding's places count from the beginning of its block, whose
    first line has the number `first_line`. A file that could not be read has `failure`.
    """

    lines: int
    counts: dict[str, int]
    reports: tuple[FileReport, ...]
    failed: bool


def lint_lists(
    sources: Given,
    *,
    on: Engine | None = None,
    shared: str | None = None,
    settings: Settings | None = None,
    template: str | None = None,
    to: str | None = None,
    encoding: str | None = None,
    first: int | None = 1000,
    findings: str = "",
) -> Linted:
    """What is wrong with lists, with the findings of one process.

    `on` is an engine; without it processes of this machine are started and ended. `shared` is the address of a folder
    that all its workers can reach; other machines need one. Of tables `template` says the message of each row, `to` the
    column with the numbers, and findings have rows for lines. `first` bounds the findings of each rule that come back,
    None: all; `findings` is a folder for all of them as Parquet. Raises SourceError, EngineError, and for a template
    that is none BuildError, ParseError.
    """
    filling = _filling(template, to)
    with _where(on) as cluster, scratch(shared) as place:
        found, tables = _linted(cluster, sources, filling, encoding)
        run = Run(
            cluster,
            place,
            settings or Settings(),
            encoding=encoding,
            tables=tables,
            first=first,
            findings=findings,
        )
        reports = tuple(run.reports(found))
    counts = {code: total.count.count for code, total in run.totals.items()}
    return Linted(run.lines, counts, reports, run.failed)


def price_lists(
    sources: Given,
    prices: str,
    *,
    template: str | None = None,
    to: str | None = None,
    on: Engine | None = None,
    shared: str | None = None,
    encoding: str | None = None,
) -> Priced:
    """What lists and tables cost; `prices` is a table as text, `7916,2.10` a line.

    `template`, `to`, `on` and `shared` are as for `lint_lists`. Raises PriceError, SourceError, EngineError, and for a
    template that is none BuildError, ParseError.
    """
    table = read_prices("prices", prices)
    filling = _filling(template, to)
    with _where(on) as cluster, scratch(shared) as place:
        return price(cluster, place, _pieces(cluster, sources, filling, encoding)[0], table)


def prepare_lists(
    sources: Given,
    into: str,
    *,
    template: str | None = None,
    to: str | None = None,
    sender: str | None = None,
    at: str | None = None,
    rules: Rules | None = None,
    stop: Sequence[str] = (),
    name: str | None = None,
    skip_wrong: bool = False,
    on: Engine | None = None,
    encoding: str | None = None,
) -> Prepared:
    """Shards of lists and tables in the folder `into`, which all workers can reach, for `big send`.

    Of tables `template`, `to` and `sender` say the message of each row, `at` the column with its time. `stop` are the
    files of numbers that nothing is sent to. `name` begins the requests' ids; one is made up. Raises SourceError,
    WrongLines for what cannot be sent unless `skip_wrong`, StorageError, EngineError, BuildError, ParseError.
    """
    filling = _filling(template, to, sender, at)
    with _where(on) as cluster:
        pieces, size = _pieces(cluster, sources, filling, encoding)
        stops = Sources(numbers_in(cluster, find(stop), encoding), 0)
        return prepare(
            cluster,
            into,
            Sources(pieces, size),
            rules or Rules(),
            stops=stops,
            name=name,
            skip_wrong=skip_wrong,
        )


def _filling(
    template: str | None, to: str | None, sender: str | None = None, at: str | None = None
) -> Filling | None:
    return None if template is None else structs.replace(filling_of(template, to), sender=sender, at=at)


def _linted(
    on: Engine, given: Given, filling: Filling | None, encoding: str | None
) -> tuple[list[Source], Callable[[Source], Iterable[Rows]] | None]:
    """The sources, and what tells the parts of those that are tables."""
    if is_collection(given):
        made = collected(on, given, filling)
        return [made.source], lambda source: made.parts
    return find(given), tables_of(on, filling, encoding)


def _pieces(
    on: Engine, given: Given, filling: Filling | None, encoding: str | None
) -> tuple[Sequence[Piece], int]:
    """The pieces of the sources, and how many octets they are in all."""
    if is_collection(given):
        made = collected(on, given, filling)
        return made.parts, made.source.size
    found = find(given)
    return pieces_of(on, found, encoding, filling), sum(one.size for one in found)


@contextmanager
def _where(on: Engine | None) -> Iterator[Engine]:
    with ExitStack() as stack:
        yield stack.enter_context(engine()) if on is None else on
