"""Where the work of a command is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--scheduler", metavar="ADDRESS",
                 help="A Dask scheduler that runs already, tls://10.0.0.5:8786; else processes of this machine."),
    click.option("--workers", type=click.IntRange(1), metavar="N",
                 help="How many processes of this machine (one a processor)."),
    click.option("--memory", default="1GiB", show_default=True, metavar="SIZE",
                 help="What each of these processes may hold."),
)  # fmt: skip


def where_options(command: F) -> F:
    """`--scheduler`, `--workers`, `--memory`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
