"""The menu's words, marks and patterns, as the grammar has them: whatever finds or writes them takes them from here."""

from __future__ import annotations

import re
from functools import cache

from smsc_codec.grammar.compiled.menu import TABLES
from smsc_codec.lazy import compiled

#: How each mark and word is written, by the grammar's names.
WRITTEN = TABLES.written
#: The commands that stand alone on their line, and those with parameters (IVR-2, IVR-6 .. IVR-10).
ALONE = (WRITTEN["BACK"], WRITTEN["START"], WRITTEN["REPEAT"], WRITTEN["END"])
WITH_COLON = (
    WRITTEN["_CALL"].rstrip(WRITTEN["_COLON"]),
    WRITTEN["_SMS"].rstrip(WRITTEN["_COLON"]),
    WRITTEN["_RECORD"],
)
COMMANDS = (*ALONE, *WITH_COLON, "url")
#: What a label that has such a name may be taken for.
NAMES = frozenset([*COMMANDS, "menu"])
#: The keys with one meaning only (IVR-2).
RESERVED = {"*": WRITTEN["BACK"], "#": WRITTEN["START"], "0": WRITTEN["REPEAT"]}
#: Commands of other voice menus, which this one does not have.
FOREIGN = ("dial", "exit", "goto", "hangup", "jump", "play", "redirect", "say", "transfer")
#: The parameters of a call (IVR-7).
CALL_PARAMETERS = (
    WRITTEN["WAIT"],
    WRITTEN["OK"] + WRITTEN["OK_END"],
    WRITTEN["ERR"],
    WRITTEN["RECORD_CALL"],
)
#: How a menu begins, with braces and with angle brackets (IVR-13).
OPENINGS = (WRITTEN["BRACE"], WRITTEN["ANGLE"])

#: A line that begins as the mark of a comment does (CMT-1).
MARK_LINE = WRITTEN["MARK"].rstrip("\n")


@cache
def pattern(*names: str, before: str = "") -> re.Pattern[str]:
    """Any of some terminals of the grammar, or of the parts that they are made of; `before` is what stands before."""
    ways = "|".join(TABLES.terminals.get(name) or TABLES.parts[name] for name in names)
    return compiled(f"{before}(?:{ways})")


@cache
def _reference() -> re.Pattern[str]:
    return compiled(f"{TABLES.terminals['ERR']}({TABLES.parts['NAME']})")


def references(source: str) -> list[str]:
    """The labels that anything in a text refers to, a command or not."""
    return [name for name in _reference().findall(source) if name.isalnum()]
