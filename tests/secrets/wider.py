"""Of which forms more is blotted than the secret's own letters, and what. Writes wider.txt anew, which is to be read.

    python -m tests.secrets.wider

More is a name beside it, its quotes, a scheme, what a call makes it of; never a word that says what the text is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smsc_codec.secrets import blotted
from tests.secrets.tools import TOOLS
from tests.secrets.written import FORMS, SECRET

PATH = Path(__file__).with_suffix(".txt")


def wider() -> Iterator[str]:
    """Each such form as it is shown, on a line of its own."""
    for text in (FORMS | TOOLS).values():
        shown = blotted(text)
        if shown != text.replace(SECRET, "*" * len(SECRET)):
            yield f"{shown!r}\n"


if __name__ == "__main__":
    PATH.write_text("".join(wider()), encoding="utf-8", newline="\n")
