"""What the `.gitignore` files in and above a folder hide in it, as it is walked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsc_codec.linter.gitignore import Patterns

_NAME = ".gitignore"


class Gitignored:
    """The files' patterns, read as folders are entered; a folder with a `.git` of its own begins anew."""

    def __init__(self, top: str) -> None:
        #: Of each folder that was entered: patterns, and how a path in it is called where they stand.
        self._known: dict[str, list[tuple[Patterns, str]]] = {}
        #: Whether something was hidden.
        self.hid = False
        self._above = _above(top)
        self._here: list[tuple[Patterns, str]] = []

    def enter(self, folder: str, names: Iterable[str]) -> None:
        """Read what a folder has; the one above it was entered before, unless it is the first."""
        here = os.path.split(os.path.join(folder, ""))[0]
        parent, name = os.path.split(here)
        if ".git" in names and self._known:
            there = []
        elif parent in self._known:
            there = [(patterns, f"{way}{name}/") for patterns, way in self._known[parent]]
        else:
            there = self._above
        if _NAME in names:
            there = [*there, *((patterns, "") for patterns in _read(os.path.join(here, _NAME)))]
        self._known[here] = self._here = there

    def hides(self, name: str, *, folder: bool) -> bool:
        """Whether a name in the folder that was entered is hidden: the nearest file that says something counts."""
        for patterns, way in reversed(self._here):
            said = patterns.hides(way + name, folder=folder)
            if said is not None:
                self.hid |= said
                return said
        return False


def _above(top: str) -> list[tuple[Patterns, str]]:
    """The patterns of the folders above one, up to the root of the repository that it is in."""
    try:
        here = os.path.realpath(top)
    except OSError:  # the current folder was removed
        return []
    found: list[tuple[Patterns, str]] = []
    way = ""
    while not os.path.lexists(os.path.join(here, ".git")):
        above, name = os.path.split(here)
        if above == here:
            return []  # in no repository: only what is walked counts
        here, way = above, f"{name}/{way}"
        found += [(patterns, way) for patterns in _read(os.path.join(here, _NAME))]
    found += [(patterns, way) for patterns in _read(os.path.join(here, ".git", "info", "exclude"))]
    return found[::-1]


def _read(path: str) -> list[Patterns]:
    """The patterns of a file; none where there is none that Git would read, as it follows no link."""
    if os.path.islink(path) or not os.path.isfile(path):
        return []
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return []
    from smsc_codec.linter.gitignore import Patterns

    return [Patterns(data)]
