"""The engine and the scratch folder of commands that bring rows together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from smsc_codec_dask.commands.where import where_options

F = TypeVar("F", bound=Callable[..., Any])


def engine_options(command: F) -> F:
    """Where the work is done, and `--scratch`."""
    add = click.option(
        "--scratch",
        metavar="ADDRESS",
        help="A folder for what is brought together, which all workers can reach; with --scheduler.",
    )
    return where_options(add(command))


@contextmanager
def asked_engine(
    scheduler: str | None, workers: int | None, memory: str, scratch: str | None
) -> Iterator[Any]:
    """The engine and the scratch folder that are asked for. Raises UsageError where they cannot be had."""
    from smsc_codec_dask.engine import EngineError, engine
    from smsc_codec_dask.shuffle import scratch as folder

    if scheduler is not None and scratch is None:
        raise click.UsageError(
            "--scheduler needs --scratch ADDRESS: a folder that all its workers can reach, s3://... or a shared disk"
        )
    try:
        with engine(scheduler, workers=workers, memory=memory) as cluster, folder(scratch) as place:
            yield cluster, place
    except EngineError as error:
        raise click.UsageError(str(error)) from None
