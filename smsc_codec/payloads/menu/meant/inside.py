"""Items and commands in the middle of a line, whose own line was lost, and lines that go on with a command."""

from __future__ import annotations

import re
from collections.abc import Collection

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.lines import COMMAND, Line
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.sound import OTHER_ENDS
from smsc_codec.payloads.menu.words import RESERVED

#: One of which each command has.
_WORDS = ("end", "call", "sms", "record", "http", "back", "start", "repeat", "exit", "url", "конец", "назад")
#: Before an item in a line: what was to end the line is told as that.
_ENDS_A_LINE = ("\\n", "\\r", ">", "%0A", "%0a")
_ITEM = regex(r"(?<=[^\s0-9:])(?P<gap>[ \t]*)(?P<key>[1-9]{1,4}|[*#])[ \t]*:[ \t]*(?=(?P<rest>\S.*))")
#: The same with a text, which begins with a capital behind the end of a sentence.
_TEXT_ITEM = regex(r"(?<=[.!?…])(?P<gap>[ \t]?)(?P<key>[1-9]{1,4}):[ \t]*(?=(?P<rest>[^\W\d_]))")
_NEXT = regex(r"(?P<gap>[ \t]*[,.;|]?[ \t]*)(?P<key>[1-9]{1,4}|[*#0])[ \t]*:[ \t]*\S")
_COMMAND = regex(
    r"(?<=[^\s:])(?P<gap>[ \t]*[.,;]?[ \t]+)(?P<rest>call:[ \t]*\+?[0-9]{9,15}(?![0-9])"
    r"|record:[ \t]*[0-9]{1,3}\Z|sms:(?:\$phone|[0-9]{9,15}),)"
)
#: A sentence's end, a sign, or a word that is none of Latin letters, and the command behind it, or another word for it.
_END = regex(
    r"(?:(?:(?<=[.!?…)»\"”])|(?<=\S)[ \t]*[;,|/+&>→–—-]+|(?<=[^\W\d_a-zA-Z]))[ \t]+"
    r"|(?<=[^\W_a-zA-Z])[;|/+&>→]+|(?<=[\w.!?»])[ \t]*[(\[<][ \t]*)(?P<word>end)[)\]>]?[.;!]?\Z"
    rf"|(?:(?:(?<=[.!?…])|[;|])[ \t]+|(?<=[\w.!?»])[ \t]*[(\[<])(?P<other>{'|'.join(OTHER_ENDS)})[)\]>]?\Z"
)
#: What a value ends in that may be one of those.
ENDS = tuple(f"{word}{sign}" for word in ("end", *OTHER_ENDS) for sign in ("", *".;!)]>"))


def look(key: str, value: str, start: int, known: Collection[str]) -> Slip | None:
    """`Done 2: end`, `Done record: 30`: what stands in the middle of a line is read aloud."""
    if ":" not in value:
        return None
    if found := _text_item(key, value, start, known):
        return found
    if not any(map(value.__contains__, _WORDS)):
        return None
    if found := item(value, start):
        return found
    command = _COMMAND.search(value)
    return _command(key, command, start, len(value)) if command else None


def item(value: str, start: int) -> Slip | None:
    """`Done 2: end`: an item with a command in the middle of a line."""
    for match in _ITEM.finditer(value):
        ended = value[: match.start()].rstrip(" \t").endswith(_ENDS_A_LINE)
        if not ended and COMMAND.match(match["rest"]):
            return _item(match, start)
    return None


def _text_item(key: str, value: str, start: int, known: Collection[str]) -> Slip | None:
    """`Hours: 9 to 18.2: Leave a message`: the first line of the next item, where this one has none below it."""
    following = f"{key[:-1]}{int(key[-1]) + 1}:" if key.isdigit() else ":"
    for match in _TEXT_ITEM.finditer(value) if following in value[1:] else ():
        is_next = following == f"{match['key']}:" and match["key"] in known and match["rest"].isupper()
        if is_next and not any(key + one in known for one in "123456789"):
            return _item(match, start)
    return None


def joined(value: str, start: int, length: int) -> Slip | None:
    """`repeat 1: text`, `repeat, #: start`: an item right behind a command of `length`, and no text is between them."""
    match = _NEXT.match(value, length)
    return _item(match, start) if match else None


def _item(match: re.Match[str], start: int) -> Slip:
    at = start + match.start("key")
    return slip(
        "IVR012", f"item {match['key']} starts in the middle of a line: callers would hear it as text",
        Span(at, at + len(match["key"])), (Edit(Span(start + match.start("gap"), at), "\n"),),
        title="start a new line", expected=("each item on its own line",), severity="warning",
    )  # fmt: skip


def at_the_end(key: str, value: str, start: int) -> Slip | None:
    """`Thank you. end`: a command behind a text is read aloud with it."""
    match = _END.search(value)
    if match is None or key in RESERVED or value[: match.start()].strip(" ;,.") == "end":
        return None
    at = match.start("word" if match["word"] else "other")
    word = match["word"] or match["other"]
    more = () if value[at:] == "end" else (Edit(Span(start + at, start + len(value)), "end"),)
    said = Span(start + at, start + at + len(word))
    gap = match.start()
    closing = value.find(">", gap, at)
    if closing >= 0 and "<" in value[:gap].rpartition(">")[2]:
        gap = closing + 1  # the sign belongs to `<file 1>`
    return _behind(key, word, "end", Span(start + gap, said.start), said, *more)


def _command(key: str, match: re.Match[str], start: int, length: int) -> Slip | None:
    if key in RESERVED:
        return None  # which has one command, and no text
    gap = Span(start + match.start("gap"), start + match.end("gap"))
    word = match["rest"].partition(":")[0]
    return _behind(key, word, word, gap, Span(gap.end, start + length))


def _behind(key: str, word: str, command: str, gap: Span, said: Span, *more: Edit) -> Slip:
    """A command's word, or another that stands for it, behind a gap behind a text."""
    return slip(
        "IVR012", f"'{word}' comes after a text on its line: callers would hear it", said,
        (Edit(gap, f"\n{key}: "), *more), title=f"write '{key}: {command}' on a new line",
        expected=("each command on its own line",), severity="warning",
    )  # fmt: skip


def nested(above: Line, line: Line) -> Slip | None:
    """An item further to the right below a key with nothing behind it: how other languages write what is inside."""
    key = line.key
    if not above.is_pressed or not line.is_pressed or above.value:
        return None
    indented = len(line.text) - len(line.text.lstrip()) > len(above.text) - len(above.text.lstrip())
    if not indented or len(key) > 1 or key in RESERVED or above.key in RESERVED:
        return None
    start = line.start + line.text.index(key)
    end = start + len(key)
    mended = above.key + key
    return slip(
        "IVR005", f"item {key} of item {above.key} has the key '{mended}'", Span(start, end),
        (Edit(Span(above.end, above.end), " ..."), Edit(Span(start, end), mended)), title=f"write '{mended}:'",
        fix=(Edit(Span(start, end), mended),), expected=(f"'{mended}:'",),
    )  # fmt: skip


_OPTIONS = regex(
    r"(?:[ \t]*(?:wait[ \t]*=[ \t]*[^\s:]+|ok:end|(?<=[ \t])err:[^\s:]+|(?<=[ \t])record\b)(?=\s|\Z))+[ \t\\]*\Z"
)


def continued(above: Line, line: Line) -> Slip | None:
    """A line that goes on with the parameters of a call, one of which ends the line above (IVR-7)."""
    begins = line.text.lstrip(" \t").startswith(("wait", "ok:", "err:", "record"))
    if not begins or line.text.startswith("err:") or not _OPTIONS.match(line.text):
        return None
    words = line.text.strip()
    start = line.end - len(line.text.lstrip())
    end = above.end - (len(above.text) - len(above.text.rstrip("\\ \t")))
    return slip(
        "IVR001",
        "a command cannot continue on the next line",
        Span(start, start + len(words)),
        (Edit(Span(end, start), " "),),
        title="write it on one line",
        safe=True,
        expected=("all parameters on the same line as their call",),
    )
