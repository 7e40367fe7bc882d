"""Which files of a message a channel does not take as they are (FIL-5 .. FIL-8). Sizes are given, never looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from smsc_codec.payloads.message.channels import Channel

_KB = 1024
_MB = 1024 * _KB
#: PAR-11: the least size of a file that the service fetches, in bytes.
LEAST = 101
Fate = Literal["links", "dropped", "refused"]


class Misfit(Struct, frozen=True, gc=False):
    """A file, by its place in the list, what is wrong with it, and what becomes of it (None: the page is silent)."""

    index: int
    reason: str
    allowed: str
    fate: Fate | None


def misfits(channel: Channel, sizes: Sequence[int | None]) -> Iterator[Misfit]:
    """The files that are too many, too big, or too big together; in bytes, None where a size is not known.

    Files are taken in order: what comes after the last that fits is what does not (FIL-5, FIL-7).
    """
    total = 0
    for index, size in enumerate(sizes):
        if channel.max_files is not None and index >= channel.max_files:
            most = "only one file" if channel.max_files == 1 else f"up to {channel.max_files} files"
            yield Misfit(index, f"too many files: {len(sizes)}", most, channel.beyond)
            return
        if size is None:
            continue
        if channel.max_file_size is not None and size > channel.max_file_size:
            allowed = f"up to {size_in_words(channel.max_file_size)} each"
            yield Misfit(index, f"the file is too large: {size_in_words(size)}", allowed, channel.beyond)
            continue
        total += size
        if channel.max_total_size is not None and total > channel.max_total_size:
            allowed = f"up to {size_in_words(channel.max_total_size)} in total"
            yield Misfit(
                index, f"total size up to this file: {size_in_words(total)}", allowed, channel.beyond_total
            )
            return


def size_in_words(size: int) -> str:
    """A size in words, to the byte: what is one byte too large is seen to be."""
    if size < _KB:
        return f"{size} bytes"
    unit, name = (_MB, "MB") if size >= _MB else (_KB, "KB")
    about = f"{size // unit} {name}" if size % unit == 0 else f"about {size / unit:.4g} {name}"
    return f"{size} bytes ({about})"
