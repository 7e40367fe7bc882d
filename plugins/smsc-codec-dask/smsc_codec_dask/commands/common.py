"""What the commands share: where the work is done, and how its failures are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def engine_options(command: F) -> F:
    """`--scheduler`, `--workers`, `--memory`, `--scratch`."""
    options = (
        click.option("--scheduler", metavar="ADDRESS",
                     help="A Dask scheduler that runs already, tls://10.0.0.5:8786; else processes of this machine."),
        click.option("--workers", type=click.IntRange(1), metavar="N",
                     help="How many processes of this machine (one a processor)."),
        click.option("--memory", default="1GiB", show_default=True, metavar="SIZE",
                     help="What each of these processes may hold."),
        click.option("--scratch", metavar="ADDRESS",
                     help="A folder for what is brought together, which all workers can reach; with --scheduler."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


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
