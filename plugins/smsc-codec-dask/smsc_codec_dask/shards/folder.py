"""A folder on storage that several machines share: files appear whole or not at all, and one can be made once only."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import fsspec

from smsc_codec.diagnostics import CodecError

#: Storage on which "make it unless it is there" is one step.
_KINDS = {
    "file": "file",
    "local": "file",
    "memory": "memory",
    "s3": "s3",
    "s3a": "s3",
    "gs": "gcs",
    "gcs": "gcs",
}
#: Packages with the first version that has it for small files.
_SINCE = {"s3": ("s3fs", (2025, 7)), "gcs": ("gcsfs", (2024, 12))}
#: What a disk without links says.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
#: Names of files here are made by us alone; whatever else a manifest names is refused.
_NAME = re.compile(r"[a-z0-9][a-z0-9._/-]{0,80}").fullmatch


class StorageError(CodecError):
    """A folder that cannot be used for what is asked; the text says why."""

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        self.reason = reason
        super().__init__(url, reason)

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}"


class Folder:
    """A folder at a local path or an address that fsspec knows. Raises StorageError, and OSError as files do."""

    def __init__(self, url: str) -> None:
        shown = _without_secret(url)
        if shown != url:
            raise StorageError(shown, "no password belongs in an address; the environment or a file has it")
        self.url = url
        kind = _KINDS.get(fsspec.utils.get_protocol(url), "") if "::" not in url else ""
        if not kind:
            raise StorageError(
                url,
                "this storage cannot make a file only where there is none, so two workers could send one shard; "
                "expected a local or network disk, s3:// or gs://",
            )
        self.local = kind == "file"
        self.path: str
        self._fs: Any
        try:
            _new_enough(url, kind)
            self._fs, self.path = fsspec.core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise StorageError(url, str(error)) from None
        self.path = self.path.rstrip("/")
        if self.local:  # workers have folders of their own to which a relative path would belong
            self.url = self.path

    def __reduce__(self) -> tuple[type[Folder], tuple[str]]:
        return Folder, (self.url,)

    def __repr__(self) -> str:
        return f"Folder({self.url!r})"

    def at(self, name: str) -> str:
        """Where a file of the folder is. Raises StorageError for a name that leads elsewhere."""
        if _NAME(name) is None or ".." in name:
            raise StorageError(self.url, f"{name[:80]!r} is no name of a file here")
        return f"{self.path}/{name}"

    def read(self, name: str, start: int | None = None, end: int | None = None) -> bytes:
        """The octets of a file, or some of them. Raises FileNotFoundError."""
        octets: bytes = self._fs.cat_file(self.at(name), start=start, end=end)
        return octets

    def write(self, name: str, octets: bytes) -> None:
        """Have a file hold this: the old octets are there or the new ones, whenever one looks."""
        path = self.at(name)
        if not self.local:
            self._fs.pipe_file(path, octets)
            return
        with _written(path, octets) as made:
            os.replace(made, path)
        _keep_names(path)

    def create(self, name: str, octets: bytes) -> bool:
        """Make a file, whole, where there is none: of all who try it at once one succeeds. False for the others."""
        path = self.at(name)
        if not self.local:
            try:
                self._fs.pipe_file(path, octets, mode="create")
            except FileExistsError:
                return False
            return True
        with _written(path, octets) as made:
            try:
                os.link(made, path)
            except FileExistsError:
                return False
            except OSError as error:
                if error.errno in _NO_LINKS:
                    reason = "this disk cannot make a file only where there is none: it has no links"
                    raise StorageError(self.url, reason) from None
                raise
        _keep_names(path)
        return True

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        self._fs.invalidate_cache()
        return bool(self._fs.exists(self.at(name)))

    def names(self, under: str) -> list[str]:
        """The names of the files in a folder of this one, in order; none where there is no such folder."""
        self._fs.invalidate_cache()
        try:
            found = self._fs.ls(self.at(under), detail=False)
        except FileNotFoundError:
            return []
        return sorted(f"{under}/{one.rstrip('/').rpartition('/')[2]}" for one in found)

    def remove(self, name: str) -> None:
        """Remove a file or a folder with all that is in it, where it is there."""
        with suppress(FileNotFoundError):
            self._fs.rm(self.at(name), recursive=True)


def _without_secret(url: str) -> str:
    parts = urlsplit(url) if "://" in url else None
    if parts is None or "@" not in parts.netloc or ":" not in parts.netloc.rpartition("@")[0]:
        return url
    return f"{parts.scheme}://***@{parts.netloc.rpartition('@')[2]}{parts.path}"


def _new_enough(url: str, kind: str) -> None:
    if kind not in _SINCE:
        return
    from importlib.metadata import PackageNotFoundError, version

    package, least = _SINCE[kind]
    wanted = ".".join(map(str, least))
    try:
        there = version(package)
    except PackageNotFoundError:
        raise StorageError(url, f"it needs the package {package}, {wanted} or later") from None
    if tuple(int(one) for one in re.findall(r"\d+", there)[:2]) < least:
        raise StorageError(url, f"{package} {there} may overwrite a file that is there; {wanted} or later")


class _written:
    """A file of its own, on the disk, in the folder where it is to be; it is gone behind the `with` statement."""

    def __init__(self, path: str, octets: bytes) -> None:
        folder, name = os.path.split(path)
        os.makedirs(folder, exist_ok=True)
        fd, self._made = tempfile.mkstemp(prefix=f".{name}.", dir=folder)  # mode 0600
        with os.fdopen(fd, "wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(fd)

    def __enter__(self) -> str:
        return self._made

    def __exit__(self, *error: object) -> None:
        with suppress(FileNotFoundError):
            os.unlink(self._made)


def _keep_names(path: str) -> None:
    """Have the disk know of the name, too."""
    if os.name == "nt":
        return
    fd = os.open(os.path.dirname(path), os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no such thing
            os.fsync(fd)
    finally:
        os.close(fd)
