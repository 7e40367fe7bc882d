"""The line of three tildes that sets a comment apart from what is sent (CMT-1), as grammar `mark` has it."""

from __future__ import annotations

import re
from functools import cache

from smsc_codec.grammar.compiled.mark import TABLES
from smsc_codec.lazy import compiled

#: Between line feeds, as the service wants it.
MARK = TABLES.written["MARK"]
#: As a list's line says it, in which a line end is a backslash and `n` (LIST-7).
ESCAPED_MARK = TABLES.written["ESCAPED_MARK"]
#: The mark without its line ends.
TILDES = TABLES.written["TILDES"]


@cache
def pattern() -> re.Pattern[str]:
    """The mark in a text whose line ends may be those of a file."""
    return compiled(TABLES.terminals["MARK"])
