"""Which files the paths of a command line name."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from smsc_codec.linter.config import Settings
from smsc_codec.linter.kinds import ending

if TYPE_CHECKING:
    from smsc_codec.cli.gitignored import Gitignored


class Found(Struct, frozen=True):
    """A file: as the system, as people, and as the configuration's globs know it."""

    path: str
    name: str
    known: str
    #: Whether the path itself was given, and not a folder above it.
    given: bool = True


class Globs(Struct, frozen=True):
    """Which files of a folder are taken beside those whose ending says what they are, and which are not.

    The globs are for paths relative to `folder`.
    """

    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    folder: str = "."
    #: Whether plain texts are taken: where one says what they are.
    plain: bool = False
    #: Whether what a `.gitignore` names is passed over.
    gitignore: bool = True

    def take(self, path: str) -> bool:
        """Whether a file is taken from a folder."""
        named = ending(path) or (self.plain and path.lower().endswith(".txt"))
        return bool(named or self._any(path, self.include)) and not self._any(path, self.exclude)

    def enter(self, path: str) -> bool:
        """Whether a folder in a folder is searched."""
        return not self._any(path, self.exclude)

    def _any(self, path: str, globs: Sequence[str]) -> bool:
        if not globs:
            return False
        from smsc_codec.linter.globs import fits

        known = relative_name(path, self.folder)
        return any(fits(known, glob) or fits(known, glob.rstrip("/") + "/**") for glob in globs)


def globs_of(settings: Settings, folder: str, kind: str | None = None) -> Globs:
    """The globs of some settings, for paths relative to a folder; with a `kind` plain texts are taken as well."""
    return Globs(settings.include, settings.exclude, folder, bool(kind), settings.gitignore)


def relative_name(path: str, folder: str = ".") -> str:
    """A path as people and globs know it: relative to `folder` where it lies below, with forward slashes."""
    if path == "-":
        return "<stdin>"
    if folder == "." and path[:1].isalnum() and os.sep == "/" and os.path.normpath(path) == path:
        return path  # as most are; asking for the current folder takes ten times as long
    try:
        relative = os.path.relpath(path, folder)
    except (ValueError, OSError):  # another drive; the current folder was removed
        relative = path
    outside = relative == ".." or relative.startswith(".." + os.sep)
    return (path if outside else relative).replace(os.sep, "/")


def discover(
    paths: Sequence[str], globs: Globs, stdin_filename: str | None = None
) -> tuple[list[Found], dict[str, bool]]:
    """The files that the paths name, each once; and the folders among the paths in which there is none.

    Of these it is said whether a `.gitignore` hid something there. A file that is named is taken whatever its name, and
    `-` is standard input, called `stdin_filename`. Folders are walked in order. Hidden folders are passed over, what a
    `.gitignore` names, and links that lead out of the folder or to what is taken anyhow. A folder that cannot be
    searched is given as if it were a file.
    """
    found: dict[str, Found] = {}
    empty = {}
    for path in paths:
        if path == "-":
            name = stdin_filename or "<stdin>"
            known = relative_name(stdin_filename or "-", globs.folder)
            found.setdefault("<stdin>", Found(path, name, known))
            continue
        folder = os.path.isdir(path)
        none = True
        walk = Walk(path, globs)
        for file in walk if folder else (path,):
            none = False
            name = relative_name(file)
            known = name if globs.folder == "." else relative_name(file, globs.folder)
            found.setdefault(name, Found(file, name, known, not folder))
        if none:
            empty[relative_name(path)] = walk.hid
    return list(found.values()), empty


def nothing_in(folder: str, hid: bool) -> str:
    """What is said of a folder in which there is no file to take; `hid`: though a `.gitignore` hid something."""
    if hid:
        return f"{folder}: nothing to check in this folder: .gitignore hides its files; --no-gitignore checks them"
    return (
        f"{folder}: nothing to check in this folder: no file name ends in .menu, .sms, .list or the like; "
        "--as KIND checks its .txt files; for others use 'include' in the configuration"
    )


class Walk:
    """The files that are taken from a folder."""

    def __init__(self, top: str, globs: Globs) -> None:
        self._top, self._globs = top, globs
        self._ignored: Gitignored | None = None

    @property
    def hid(self) -> bool:
        """Whether a `.gitignore` hid a file or a folder."""
        return self._ignored is not None and self._ignored.hid

    def __iter__(self) -> Iterator[str]:
        closed: list[OSError] = []
        if self._globs.gitignore:
            from smsc_codec.cli.gitignored import Gitignored

            self._ignored = Gitignored(self._top)
        for here, folders, files in os.walk(self._top, onerror=closed.append):
            if self._ignored:
                self._ignored.enter(here, (*folders, *files))
            folders[:] = sorted(name for name in folders if self._enter(here, name))
            for name in sorted(files):
                path = os.path.join(here, name)
                if self._take(path, name):
                    yield path
        yield from (error.filename for error in closed)

    def _enter(self, here: str, name: str) -> bool:
        if name.startswith(".") or not self._globs.enter(os.path.join(here, name)):
            return False
        return not (self._ignored and self._ignored.hides(name, folder=True))

    def _take(self, path: str, name: str) -> bool:
        if not (self._globs.take(path) and _is_file(path, self._top, self._globs)):
            return False
        return not (self._ignored and self._ignored.hides(name, folder=False))


def _is_file(path: str, top: str, globs: Globs) -> bool:
    """Whether a path is a file, and none behind a link but one of this folder that is taken by no other name."""
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError):
        return False
    if not stat.S_ISLNK(mode):
        return stat.S_ISREG(mode)
    root, target = os.path.realpath(top), os.path.realpath(path)
    return (
        os.path.isfile(path)
        and target.startswith(os.path.join(root, ""))
        and not globs.take(os.path.join(top, os.path.relpath(target, root)))
    )
