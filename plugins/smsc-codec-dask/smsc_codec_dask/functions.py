"""`big lint` and `big price` for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from msgspec import Struct

from smsc_codec.linter.config import Settings
from smsc_codec.linter.reports import FileReport
from smsc_codec_dask.engine import Engine, engine
from smsc_codec_dask.lint.run import Run
from smsc_codec_dask.prepare.pieces import pieces_of
from smsc_codec_dask.price.run import Priced, price
from smsc_codec_dask.price.table import read_prices
from smsc_codec_dask.shuffle import Scratch, scratch
from smsc_codec_dask.sources import find
from smsc_codec_dask.sources.tables import Filling, filling_of


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
    sources: Sequence[str],
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
    """What is wrong with lists at paths, addresses and patterns, with the findings of one process.

    `on` is an engine; without it processes of this machine are started and ended. `shared` is the address of a folder
    that all its workers can reach; other machines need one. Of tables `template` says the message of each row, `to` the
    column with the numbers, and findings have rows for lines. `first` bounds the findings of each rule that come back,
    None: all; `findings` is a folder for all of them as Parquet. Raises SourceError, EngineError, and for a template
    that is none BuildError, ParseError.
    """
    found = find(sources)
    with _where(on, shared) as (cluster, place):
        run = Run(
            cluster, place, settings or Settings(), encoding=encoding,
            filling=_filling(template, to), first=first, findings=findings,
        )  # fmt: skip
        reports = tuple(run.reports(found))
    counts = {code: total.count.count for code, total in run.totals.items()}
    return Linted(run.lines, counts, reports, run.failed)


def price_lists(
    sources: Sequence[str],
    prices: str,
    *,
    template: str | None = None,
    to: str | None = None,
    on: Engine | None = None,
    shared: str | None = None,
    encoding: str | None = None,
) -> Priced:
    """What lists and tables cost; `prices` is a table as text, `7916,2.10` a line.

    Of tables `template` says the message of each row, `to` the column with the numbers. `on` and `shared` are as for
    `lint_lists`. Raises PriceError, SourceError, EngineError.
    """
    table = read_prices("prices", prices)
    with _where(on, shared) as (cluster, place):
        return price(
            cluster, place, pieces_of(cluster, find(sources), encoding, _filling(template, to)), table
        )


def _filling(template: str | None, to: str | None) -> Filling | None:
    return None if template is None else filling_of(template, to)


@contextmanager
def _where(on: Engine | None, shared: str | None) -> Iterator[tuple[Engine, Scratch]]:
    with ExitStack() as stack:
        cluster = stack.enter_context(engine()) if on is None else on
        yield cluster, stack.enter_context(scratch(shared))
