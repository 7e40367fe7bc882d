"""What newcomers bring from other systems: calls of functions, lines of a dial plan, quotes round a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.lines import COMMAND, Line
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.words import ALONE, WITH_COLON

if TYPE_CHECKING:
    from smsc_codec.payloads.menu.meant.labels import Labels

_PROGRAM = regex(
    r"(?P<name>dial|call|queue|transfer|redirect|connect|play|playback|background|say|speak|tts|read|readdata|gather|wait"
    r"|waitexten|answer|goto|gosub|macro|noop|set|exec|system|voicemail|sendtext|log|print|echo)"
    r"[ \t]*\((?P<said>[^\n]*)\)[ \t]*;?",
    re.IGNORECASE,
)
#: A function of any program: no text has a bracket right behind a word but for `ticket(s)`.
_CODE = regex(r"(?P<name>[A-Za-z_]\w*(?:\.\w+)*)\((?!e?s\))[^\n]*\);?")
_OWN = regex(r"(?:call|record|sms)\b(?!\.)")
_PLAN = regex(
    r"[ \t]*(?P<plan>(?:exten|same)[ \t]*=>?[ \t]*(?P<key>[\w*#.]{1,9})[ \t]*,[^\r\n]*?)[ \t]*(?=[\r\n}]|\Z)"
)
#: `| 2 | end |`
_ROW = regex(
    r"[ \t]*(?P<whole>(?P<head>\|[ \t]*(?P<key>[1-9]{1,4}|[*#0]|[A-Za-z]\w*)[ \t]*\|)"
    r"[ \t]*(?P<said>[^|]*[^|\s])[ \t]*\|?)[ \t]*"
)
_COMMANDS = frozenset((*ALONE, *WITH_COLON))
_SWAPPED = regex(
    rf"[ \t]*(?P<whole>(?P<alone>{'|'.join(ALONE)})[ \t]*:[ \t]*(?P<key>[1-9]{{1,4}}|[*#0])"
    rf"|(?P<word>{'|'.join(WITH_COLON)})[ \t]*:[ \t]*(?P<first>[1-9]{{1,4}})[ \t]*:[ \t]*(?P<rest>\S.*?))[ \t]*"
)
_NUMBER = regex(r"(?<![0-9])[0-9]{10,15}(?![0-9])")
_SOUND = regex(r"\.(?:mp3|wav|ogg|amr)\b", re.IGNORECASE)
_QUOTED = regex(r"(?P<open>[\"'«“`])(?P<said>[^\n]*[^\s,;])(?P<close>[\"'»”`][,;]?)")


def look(value: str, start: int) -> Slip | None:
    """An item whose value is another system's: `Dial(SIP/79161234501,20)`, `"call:79161234501"`."""
    if value[0] not in "\"'«“`" and value[-1] not in ");" and not value.startswith(("exten", "same")):
        return None
    quoted = _QUOTED.fullmatch(value)
    if quoted and COMMAND.match(quoted["said"]) and ":" in quoted["said"]:
        ends = (quoted.span("open"), quoted.span("close"))
        return slip(
            "IVR009", "a command is written without quotes: callers would hear it as text",
            Span(start, start + len(value)), tuple(Edit(Span(start + a, start + b), "") for a, b in ends),
            title="remove the quotes", safe=True, expected=(f"'{quoted['said']}'",),
        )  # fmt: skip
    match = _PLAN.fullmatch(value) or _PROGRAM.fullmatch(value) or _CODE.fullmatch(value)
    if match is None or _OWN.match(value) or _SOUND.search(value):
        return None
    said = match.groupdict().get("name") or value.partition("=")[0].strip()
    return slip(
        "IVR009", f"'{said}' is not a command: callers would hear it as text", Span(start, start + len(value)),
        (Edit(Span(start, start + len(value)), _meant(value)),), title=_title(value),
        expected=("'call:phones'", "'end'", "a text"),
    )  # fmt: skip


def plan(line: Line, last: str) -> Slip | None:
    """A line of a dial plan or a table where an item belongs: `exten => 2,1,Dial(SIP/79161234501)`, `| 2 | end |`."""
    begins = line.text.lstrip()[:5]
    if begins[:1] == "|" and (row := _ROW.fullmatch(line.text)):
        start, end = (line.start + at for at in row.span("whole"))
        return slip(
            "IVR005", f"'{row['head']}' is not a valid key", Span(start, line.start + row.end("head")),
            (Edit(Span(start, end), f"{row['key']}: {row['said']}"),), title=f"write '{row['key']}:'",
            expected=("a key and a colon, such as '3: text'",),
        )  # fmt: skip
    match = _PLAN.fullmatch(line.text) if begins in ("exten", "same ", "same=") else None
    if match is None:
        return None
    key = match["key"] if match["key"].isdigit() and "0" not in match["key"] else last
    start, end = (line.start + at for at in match.span("plan"))
    item = f"{key or '1'}: {_meant(match['plan'])}"
    return slip(
        "IVR005", f"'{match['plan'].partition('>')[0]}>' is not a valid key", Span(start, end),
        (Edit(Span(start, end), item),), title=f"write '{item}'" if _title(match["plan"]) else "",
        expected=("a key and a colon, such as '3: text'",),
    )  # fmt: skip


def swapped(line: Line, labels: Labels) -> Slip | None:
    """`end: 9`, `call: 9: 79161234501`: the command before the key."""
    if line.key not in _COMMANDS or line.key in labels.named:
        return None
    match = _SWAPPED.fullmatch(line.text)
    if match is None:
        return None
    start, end = (line.start + at for at in match.span("whole"))
    command = match["alone"] or f"{match['word']}:{match['rest']}"
    item = f"{match['key'] or match['first']}: {command}"
    return slip(
        "IVR005", f"'{line.key}:' is not a valid key", Span(start, start + len(line.key) + 1),
        (Edit(Span(start, end), item),), title=f"write '{item}'", expected=("a key and a colon, such as '3: text'",),
    )  # fmt: skip


def _meant(said: str) -> str:
    number = _NUMBER.search(said)
    if number:
        return f"call:{number.group()}"
    return "end" if any(map(said.casefold().__contains__, ("hangup", "terminate"))) else "..."


def _title(said: str) -> str:
    meant = _meant(said)
    return "" if meant == "..." else f"write '{meant}'"
