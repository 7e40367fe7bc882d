"""Who has a file open alone: by the system's lock against other processes, by a table against this one."""

from __future__ import annotations

import importlib
import os
from typing import Any
from weakref import WeakValueDictionary


class Locked(Exception):
    """Somebody else has the file."""


class NoLock(Exception):
    """This system, or the disk that the file is on, has no lock; the text says why."""


#: Where the byte is that is locked on Windows: far behind any journal, since others may not read a byte that is locked.
FAR = 0x7FFF0000


class Lock:
    """The lock of an open file, as long as it is open and this object is there. Raises Locked, NoLock.

    It does not pass to a process that is forked from this one, though the open file does.
    """

    def __init__(self, fd: int) -> None:
        self._process = os.getpid()
        status = os.fstat(fd)
        file = status.st_dev, status.st_ino
        if file in _OURS:
            raise Locked
        _lock(fd)
        _OURS[file] = self

    @property
    def ours(self) -> bool:
        """Whether it was this process that took it."""
        return self._process == os.getpid()


#: Some network disks lock by process: there this process would not be in its own way.
_OURS: WeakValueDictionary[tuple[int, int], Lock] = WeakValueDictionary()


def _lock(fd: int) -> None:
    fcntl, msvcrt = _module("fcntl"), _module("msvcrt")
    try:
        if fcntl is not None:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif msvcrt is not None:
            os.lseek(fd, FAR, os.SEEK_SET)
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            raise NoLock("this system has no lock for files")
    except (BlockingIOError, PermissionError):  # what flock and locking raise where somebody else has it
        raise Locked from None
    except OSError as error:
        raise NoLock(error.strerror or str(error)) from None


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
