"""A call that was played, as a transcript in a new file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from smsc_codec.payloads.call.model import Step, Transcript
from smsc_codec.payloads.call.write import build


def record_call(path: str, menu: str, policies: Mapping[str, str], steps: Sequence[Step]) -> None:
    """Write the call to the menu of a file; a file that is there already is never written over. Raises OSError."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        seen = os.path.relpath(os.path.abspath(menu), folder)
    except ValueError:  # on another drive
        seen = os.path.abspath(menu)
    transcript = Transcript(seen.replace(os.sep, "/"), steps=tuple(steps), **policies)  # type: ignore[arg-type]
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write(build(transcript) + "\n")
