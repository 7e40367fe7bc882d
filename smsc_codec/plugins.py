"""Packages of others, which join by entry points: languages, commands, transports.

Looking for them reads the metadata of every installed package, which takes longer than all else that `lint` does. So
nobody looks before a name is met that is not built in, and then once. A package that is broken is passed over where
work can go on without it, and `complaints` tells of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from smsc_codec.diagnostics import CodecError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: The groups of entry points that are looked for.
CODECS, COMMANDS, TRANSPORTS = "smsc_codec.codecs", "smsc_codec.commands", "smsc_codec.transports"


class PluginError(CodecError):
    """A package of somebody else's does not keep its promise. `where` names it."""

    def __init__(self, where: str, reason: str) -> None:
        self.where = where
        self.reason = reason
        super().__init__(where, reason)

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@cache
def installed(group: str) -> Mapping[str, EntryPoint]:
    """The entry points of a group by their names, the first of each in the order of the path."""
    from importlib.metadata import entry_points

    made: dict[str, EntryPoint] = {}
    for point in entry_points(group=group):
        first = made.setdefault(point.name, point)
        if first is not point:
            note_broken(PluginError(describe(point), f"not used: {describe(first)} comes before it"))
    return dict(sorted(made.items()))


def describe(point: EntryPoint) -> str:
    """An entry point in words."""
    package = f"package '{point.dist.name}'" if point.dist else "a package"
    return f"{package} ({point.group}, '{point.name}')"


def load(point: EntryPoint) -> Any:
    """What an entry point names. Raises PluginError where it cannot be had, whatever is in the way."""
    try:
        return point.load()
    except (Exception, SystemExit) as error:
        raise PluginError(describe(point), f"{type(error).__name__}: {error}") from error


_complaints: dict[str, PluginError] = {}


def note_broken(error: PluginError) -> None:
    """Keep what is wrong with a package that is passed over."""
    _complaints.setdefault(str(error), error)


def broken_packages() -> tuple[PluginError, ...]:
    """What is wrong with packages that were met so far, each once. Looks for none."""
    return tuple(_complaints.values())
