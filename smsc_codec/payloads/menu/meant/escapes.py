"""What a program writes for the end of a line or a letter, and what is said of it (IVR-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.slip import Slip, slip

_ESCAPE = regex(
    r"\\\"[^\"\\\n]{1,80}\\\"|\\r\\n|\\[nrt\"'](?![A-Za-z])|\\n(?=(?:end|record|call|sms|https?)\b)|(?:\\u[0-9a-fA-F]{4})+|%0[AaDd]|(?<=[^\W\d_])%20(?=\w)"
    r"|(?<!%[0-9A-Fa-f]{2})(?>(?:%[0-9A-Fa-f]{2}){2,2000}(?:[ +,.!?-]{1,2}(?:%[0-9A-Fa-f]{2}){2,200}){0,40})(?!\w)"
)
_OCTET = regex(r"%[0-9A-Fa-f](?=\w)")
#: In an address or an SMS urlencoding is none that callers hear.
_ADDRESS = regex(r"https?://\S*\Z")
_SMS = regex(r":[ \t]*sms[ \t]*:")
#: An item that was meant to begin a line.
ITEM = regex(r"[ \t]*(?:[1-9]{1,4}|[*#0])[ \t]*:(?!//)")
#: The longest beginning of those that an escape may cut off from what stands before it.
_OVERLAP = 8


def look(source: str) -> Iterator[Slip]:
    """Each escape that callers would hear; what stands before one on its line is looked at once."""
    if "\\" not in source and not ("%" in source and _OCTET.search(source)):
        return
    at = 0
    in_address = in_sms = False
    blanks: list[re.Match[str]] = []  # `%20` of one line: whoever has one has the others with it
    for match in _ESCAPE.finditer(source):
        start = match.start()
        line = source.rfind("\n", at, start)
        if line != -1:
            in_address = in_sms = False
            yield from _blanks(blanks)
        piece = source[max(line + 1, at - _OVERLAP, 0) : start]
        in_address = _ADDRESS.search(piece) is not None or (in_address and not any(map(str.isspace, piece)))
        in_sms = in_sms or _SMS.search(piece) is not None
        at = match.end()
        octets = match.group()[0] == "%" and match.group()[:2] != "%0"
        if not (octets and (in_address or in_sms)):
            if match.group() == "%20":
                blanks.append(match)
            else:
                yield _escape(match, source)
    yield from _blanks(blanks)


def _blanks(found: list[re.Match[str]]) -> Iterator[Slip]:
    if found:
        edits = tuple(Edit(Span(*match.span()), " ") for match in found)
        found.clear()
        yield slip(
            "IVR312", "'%20' does not work here: callers would hear it as is", edits[0].span, edits,
            title="put a space", expected=("the character itself",),
        )  # fmt: skip


def _escape(match: re.Match[str], source: str) -> Slip:
    span, written = Span(*match.span()), match.group()
    title, plain = "put a space", " "
    if written[1] in "\"'":
        title, plain = "remove the backslash", written.replace("\\", "")
    elif written[1] == "u":
        title, plain = "write the letters", re.sub(r"\\u(....)", lambda code: chr(int(code[1], 16)), written)
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    elif octets := re.findall("%(..)", written)[1:]:
        plain = bytes.fromhex("".join([written[1:3], *octets])).decode("utf-8", "replace")
        title = "write the letters" if plain.isprintable() and "\ufffd" not in plain else title
        plain = plain if title == "write the letters" else " "
    elif ITEM.match(source, match.end()):
        title, plain = "start a new line", "\n"
    return slip(
        "IVR312", f"'{written}' does not work here: callers would hear it as is", span, (Edit(span, plain),),
        title=title, expected=("the character itself",),
    )  # fmt: skip
