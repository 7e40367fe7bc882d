"""What came with the text: another layout of the keyboard, words that a page divides."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.lines import COMMAND_LINE
from smsc_codec.payloads.menu.meant.slip import Slip, slip

#: What words of Latin letters hardly ever have: five consonants together, a sign among the letters.
_TYPED = regex(r"[b-df-hj-np-tv-xz]{5}|[;\[\],](?<=[a-z].)[a-z]{2}")
#: Consonants as `b`, other letters as `a` and those signs as a comma: so a whole text is looked through in no time.
_KINDS = bytes.maketrans(b"cdfghjklmnpqrstvwxzeiouy;[]", b"b" * 19 + b"a" * 5 + b"," * 3)
_KEY = regex(r"[ \t]*(?:[*#0-9]{1,4}|[A-Za-z][0-9A-Za-z]*)[ \t]*:[ \t]*|\{menu:[ \t]*")
_DIVIDED = regex(
    r"[-‐](?<=[^\W\d_].)[ \t]*\r?\n[ \t]*(?=[^\W\d_])(?![^\W_]*[ \t]*:)(?P<small>\w)"
    r"|¬(?<=[^\W\d_].)[ \t]*(?:\r?\n[ \t]*)?(?=[^\W\d_])"
)


def look(source: str, stop: int) -> Iterator[Slip]:
    """Each such place before `stop`."""
    end = -1
    for match in _TYPED.finditer(source, 0, stop) if _may_be_typed(source) else ():
        if match.start() <= end:
            continue
        start = source.rfind("\n", 0, match.start()) + 1
        end = source.find("\n", match.start())
        end = stop if end == -1 else min(end, stop)
        if found := _typed(source, start, end):
            yield found
    if "¬" in source or ("-" in source and any(map(source.__contains__, ("-\n", "-\r", "- \n")))):
        for match in _DIVIDED.finditer(source, 0, stop):
            if match["small"] is None or match["small"].islower():
                yield _divided(
                    Span(match.start(), match.end() if match["small"] is None else match.start("small"))
                )


def _may_be_typed(source: str) -> bool:
    kinds = source.replace("https://", "").encode("utf-8", "surrogatepass").translate(_KINDS)
    return b"bbbbb" in kinds or b"a,aa" in kinds.replace(b"b", b"a")


def _typed(source: str, start: int, end: int) -> Slip | None:
    from smsc_codec.text.layout import typed_in_russian

    if "://" in source[start:end] or COMMAND_LINE.match(source, start, end):
        return None
    key = _KEY.match(source, start, end)
    at = key.end() if key else start
    words = typed_in_russian(source[at:end].rstrip("}"))
    if words is None:
        return None
    span = Span(at + words[0], at + words[1])
    return slip(
        "GEN001", "this looks like Russian typed on an English keyboard", span, (Edit(span, words[2]),),
        title="write it in Russian letters", notes=(f"original text: '{words[2]}'",),
        severity="warning",
    )  # fmt: skip


def _divided(span: Span) -> Slip:
    return slip(
        "IVR312", "a word is divided here: callers would hear two", span, (Edit(span, ""),),
        title="join the two halves", expected=("the whole word",),
    )  # fmt: skip
