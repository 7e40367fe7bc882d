"""Values of items that are written exactly as they should be: no slip is looked for in them."""

from __future__ import annotations

import re
from collections.abc import Container

from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.words import ALONE, CALL_PARAMETERS, WITH_COLON, WRITTEN

#: How the files of sounds end that nobody has for a handler.
SOUNDS = (".mp3", ".wav", ".amr", ".ogg")
#: What all numbers that are dialled have, but for seconds, which end a short value, and variables.
DIALS = r"[0-9(][0-9 ()+-]{4}"
_END = r"(?=\r?(?:\n|\Z))"
#: What seconds have behind their number.
SECONDS_END = rf"[ \t]*(?:s|sec|seconds?|с|сек|секунд\w?)?[.]?[ \t]*{_END}"

_CALL, _SMS, _RECORD = WITH_COLON
_WAIT, _OK, _ERR, _RECORDED = CALL_PARAMETERS
_OPTIONS = rf"(?>(?: {_WAIT}[0-9]+| {_OK}| {_RECORDED})*)"
_COMMAND = (
    rf"{'|'.join(ALONE)}|{_RECORD}: *[0-9]+"
    rf"|{_CALL}:(?>(?:[0-9]{{7,}},?)+)(?<!,){_OPTIONS}(?: {_ERR}(?P<err>[0-9A-Za-z]+){_OPTIONS})?"
    rf"|https?://[^\s:]*(?<!{'|'.join(map(re.escape, SOUNDS))})"
)
_TO_BE_SENT = rf"{_SMS}:(?:{re.escape(WRITTEN['CALLER'])}|[0-9]{{9,15}})(?:,(?>[ -+\--:<-~]*)(?:,.*)?)?"
#: Who speaks or how, as in a play: `Voice: text`.
SPEAKERS = ("диктор", "робот", "бот", "голос", "автоинформатор", "текст", "звучит", "проигрывается", "воспроизводится",
            "произносится")  # fmt: skip
#: Words, too many for a command or with a sign or a number that none has within it; no number may be dialled or be a
#: key, nor be seconds or jumped to, which one stands for that ends a value behind three words at the most.
_WORDS = r"[^0-9$*#(/=\r\n]*"
_TEXT = (
    rf"(?!(?i:{'|'.join(SPEAKERS)})[ \t]*:"
    rf"|(?i:{'|'.join((*ALONE, *WITH_COLON))}|https?|exten|same|[a-z](?=[ \t]))\b|.*[ \t]{_RECORD}:"
    rf"|[a-z0-9:=;.,_ -]{{0,24}}{_END}"
    rf"|[^\W\d_]+(?:(?:[^\w\n]|_)+[^\W\d_]+){{0,2}}(?:[^\w\n]|_)*[0-9]+(?i:[!]?{SECONDS_END}))"
    r"[^\W\d_](?=.{31}.*[^\W_]|[^,.!?0-9\n]*[,.!?0-9] .*[^\W_]|[^0-9\n]{8,}[0-9])"
    rf"(?>{_WORDS}(?:[0-9](?![0-9\s()+-]{{4}}|[0-9,; +()-]{{8}}|[ \t]*:){_WORDS})*)"
    r"|<file [^:\r\n]*"
)
#: What people write for `end` behind a text, other than that.
OTHER_ENDS = ("exit", "hangup", "конец", "выход", "отбой", "завершить", "завершение", "кінець", "вихід")
#: No text has a command behind it.
_NO_END = r"(?<![^a-zA-Z]end)(?<![^a-zA-Z]end[.;!)\]>])" + "".join(
    rf"(?<![\s(\[<]{word})(?<![\s(\[<]{word}[)\]>])" for word in OTHER_ENDS
)
SOUND = rf"(?:{_COMMAND}|(?:{_TO_BE_SENT}|{_TEXT})(?<!\s)(?<!\]){_NO_END}){_END}"
_SOUND = regex(SOUND)


def is_sound(value: str, labels: Container[str]) -> bool:
    """Whether a command is written as the page has it, or a text has nothing of one."""
    match = _SOUND.match(value)
    return match is not None and (match["err"] is None or match["err"] in labels)
