"""The octets of a message told row by row: each octet stands in one row, in order, and the row says what it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import CodecError, Problem
from smsc_codec.linter.reports.totals import plural
from smsc_codec.payloads.binary import control, dcs, elements, ems, gsm7, pid
from smsc_codec.payloads.binary.address import Address
from smsc_codec.payloads.binary.elements import Element, Unknown
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.payloads.binary.voicemail import VoiceMailDeletion, VoiceMailNotification


class Row(Struct, frozen=True, gc=False):
    """The octets from `start` to `end` and what they say; `depth`: within how many others. `wrong`: a problem."""

    depth: int
    start: int
    end: int
    text: str
    wrong: bool = False


#: IANA's names of the ports that messages are sent to.
_PORTS = {
    2948: "WAP push",
    2949: "WAP push, secure",
    9200: "WAP connectionless session",
    9201: "WAP session",
    9202: "WAP connectionless session, secure",
    9203: "WAP session, secure",
    9204: "WAP vCard",
    9205: "WAP vCal",
    9206: "WAP vCard, secure",
    9207: "WAP vCal, secure",
}
_BITS: dict[type, Any] = {
    layout.type: layout for layout in (*control.LAYOUTS, *ems.LAYOUTS) if hasattr(layout, "steps")
}


def header_rows(data: bytes, header: Header, body: str = "") -> Iterator[Row]:
    """The header at the beginning of `data`, as far as its octets go; `body` is the text that it speaks of."""
    if not data:
        return
    end = min(data[0] + 1, len(data))
    yield Row(0, 0, 1, f"header: {plural(data[0], 'octet')}" if data[0] else "no header")
    acted_on = header.effective
    at = 1
    for index in range(end):
        if at >= end:
            return
        if at + 1 == end or (stop := at + 2 + data[at + 1]) > end:
            yield Row(1, at, end, f"{_title(data[at])}: does not fit")
            return
        over = header.elements and not any(header.elements[index] is one for one in acted_on)
        words = f"{_title(data[at])}: {plural(stop - at - 2, 'octet')}"
        yield Row(1, at, at + 2, f"{words}, passed over by a receiver" if over else words)
        raw = data[at + 2 : stop]
        for first, last, words in _field_places(elements.decode(data[at], raw), raw, body):
            yield Row(2, at + 2 + first, at + 2 + last, words)
        at = stop


class Text(Struct, frozen=True, gc=False):
    """One reading of a body as text: in which form, what it says then, and what the octets cannot tell."""

    how: str
    text: str
    doubt: str = ""


def body_rows(data: bytes, start: int, texts: Iterable[Text]) -> Iterator[Row]:
    """What follows the header, with the texts that it may be, as `readings` gives them."""
    if start >= len(data):
        return
    yield Row(0, start, len(data), f"body: {plural(len(data) - start, 'octet')}")
    for one in texts:
        doubt = f" ({one.doubt})" if one.doubt else ""
        yield Row(1, len(data), len(data), f'{one.how}: "{one.text}"{doubt}')


def octet_row(kind: str, octet: int, start: int = 0, end: int = 0, depth: int = 0) -> Row:
    """A pid or a dcs in words."""
    words = dcs.describe(octet) if kind == "dcs" else pid.describe(octet)
    return Row(depth, start, end, f"{kind} {octet}: {words}")


def readings(
    body: bytes, header: Header, start: int, coding: int | None, septets: int | None = None
) -> list[Text]:
    """How the octets of a body may be read as text, and what they say then.

    `start`: the octets before them; `septets`: how many they hold, where that is known and they are packed.
    """
    said = dcs.parse(coding) if coding is not None else None
    if said is None or (said.alphabet == "8bit" and not said.compressed):
        plain = body.isascii() and all(32 <= octet < 127 or octet in (10, 13) for octet in body)
        return [Text("text in ASCII", body.decode("ascii"))] if plain and body else []
    if said.compressed:
        return []
    if said.alphabet == "ucs2":
        return [Text("text in UCS-2", body.decode("utf-16-be", "replace"))]
    # Which of the two the service wants is not said by its page.
    tables = _tables(header)
    # 9.2.3.24: a void header is ignored, but its octets stand there; BIN-2: the octet 00 of no header is not sent.
    fill = gsm7.fill_bits(start) if start > 1 else 0
    packed = gsm7.unpack(body, fill=fill)
    if septets is not None:
        return [Text("text in packed septets", gsm7.decode(packed[:septets], *tables))]
    found = [Text("text in packed septets", gsm7.decode(packed, *tables), _doubt(packed, len(body), fill))]
    if max(body, default=0) < 128:
        found.append(Text("text in one octet a septet", gsm7.decode(body, *tables)))
    return found


#: 23.038, 6.1.2.1.1 and 6.1.2.3.1: what the seven bits after the last character may hold when they are none.
_PADDING = {0x00: "seven spare bits", 0x0D: "padding"}


def _doubt(septets: bytes, octets: int, fill: int) -> str:
    """Whether the last septet may be no character: it fills the last octet, where 8n-1 septets leave seven bits."""
    what = _PADDING.get(septets[-1]) if septets else None
    if what is None or fill + 7 * len(septets) != 8 * octets:
        return ""
    return f"the last character may be none, but {what}: the octets cannot tell"


def with_problems(rows: Iterable[Row], problems: Iterable[Problem], size: int) -> list[Row]:
    """The rows, in order of place, with what none of them holds and with each problem after the row of its place."""
    known = list(rows)
    covered = max((row.end for row in known if row.start < size), default=0)
    if covered < size:
        at = bisect_left(known, size, key=_start)
        known.insert(at, Row(0, covered, size, f"not read: {plural(size - covered, 'octet')}"))
    made: list[Row] = []
    at = 0
    for problem in sorted(problems, key=lambda one: one.span):
        place = problem.span.start
        after = bisect_right(known, place, key=_start)
        made += known[at:after]
        at = after
        words = f"problem at octet {place}: {problem.message}"
        made.append(Row(made[-1].depth if made else 0, place, place, words, wrong=True))
    return made + known[at:]


def _start(row: Row) -> int:
    return row.start


def _tables(header: Header) -> tuple[str, str]:
    """The languages of the header's shift tables, as `gsm7.decode` takes them."""
    from smsc_codec.text.tables import LOCKING, SINGLE

    locking = single = ""
    for element in header.effective:
        if isinstance(element, control.LockingShift) and element.language.lower() in LOCKING:
            locking = element.language.lower()
        if isinstance(element, control.SingleShift) and element.language.lower() in SINGLE:
            single = element.language.lower()
    return locking, single


def _title(number: int) -> str:
    return f"{elements.describe(number).title} (0x{number:02X})"


def _field_places(element: Element, raw: bytes, body: str) -> Iterator[tuple[int, int, str]]:
    """Where the fields of an element stand in its data, in order; those that share octets stand together."""
    match element:
        case Unknown():
            category = elements.describe(element.id).category
            if raw:
                why = "" if category == "reserved" else ", not in the form of this element"
                yield 0, len(raw), f"data: {plural(len(raw), 'octet')}{why}"
        case ems.TextFormatting():
            names: tuple[str, ...] = ("alignment", "size", "bold", "italic", "underline", "strikethrough")
            yield 0, 1, _said(element, ("position",))
            part = body[element.position : element.position + element.length]
            yield 1, 2, _said(element, ("length",)) + (f': "{part}"' if part else "")
            yield 2, 3, _said(element, names)
            if len(raw) > 3:
                yield 3, 4, _said(element, ("foreground", "background"))
        case VoiceMailNotification() | VoiceMailDeletion():
            end = 3 + _size(element.mailbox.address, element.mailbox.extension)
            yield 0, end, f"mailbox: {_said(element.mailbox)}"
            for message in element.messages:
                caller = getattr(message, "caller", None)
                size = 3 + (caller is not None) + _size(caller, message.extension)
                yield end, end + size, f"message: {_said(message)}"
                end += size
        case _ if type(element) in _BITS:
            yield from _bit_places(element, _BITS[type(element)], raw)
        case _ if raw:
            yield 0, len(raw), _said(element)


def _bit_places(element: Element, layout: Any, raw: bytes) -> Iterator[tuple[int, int, str]]:
    groups: dict[tuple[int, int], list[str]] = {}
    for name, shift, mask, _ in layout.steps:
        first = layout.size - 1 - (shift + mask.bit_length() - 1) // 8
        groups.setdefault((first, layout.size - shift // 8), []).append(name)
    for (start, end), names in sorted(groups.items()):
        yield start, end, _said(element, tuple(names))
    if layout.tail and len(raw) > layout.size:
        yield layout.size, len(raw), _said(element, (layout.tail,))


def _size(address: Address | None, extension: bytes | None) -> int:
    """The octets of an address and of an extension, as far as they are there."""
    size = 0 if extension is None else 1 + len(extension)
    return size if address is None else size + 2 + (len(address.digits) + 1) // 2


def _said(value: Any, names: tuple[str, ...] | None = None) -> str:
    """The fields in words: what is off, absent or reserved and empty is left out."""
    words = []
    for name in names or value.__struct_fields__:
        one = getattr(value, name)
        shown = name.replace("_", " ")
        if one is True:
            words.append(shown)
        elif one is False or one is None or (one == 0 and name.startswith(("reserved", "extended"))):
            continue
        elif isinstance(one, bytes):
            words.append(f"{shown}: {plural(len(one), 'octet')}")
        elif isinstance(one, Address):
            words.append(f"{shown} {_address(one)}")
        else:
            hint = _hint(value, name, one)
            words.append(f"{shown} {one}" + (f" ({hint})" if hint else ""))
    return ", ".join(words) or "nothing set"


def _address(address: Address) -> str:
    try:
        return f"{address.text} ({address.type}, plan {address.plan})"
    except CodecError:
        return f"{address.digits} ({address.type}, plan {address.plan})"


def _hint(value: Any, name: str, number: Any) -> str | None:
    match value, name:
        case control.Indication(), "kind":
            return None if value.waiting == number else str(value.waiting)
        case control.Ports16(), _:
            return _PORTS.get(number)
        case control.SingleShift() | control.LockingShift(), "code":
            return str(value.language)
        case control.HeaderSource(), "code":
            return value.creator or "reserved"
        case ems.PredefinedSound(), "sound":
            return ems.SOUNDS[number] if number < len(ems.SOUNDS) else "reserved"
        case ems.PredefinedAnimation(), "animation":
            return ems.ANIMATIONS[number] if number < len(ems.ANIMATIONS) else "reserved"
        case ems.ExtendedObject(), "kind":
            return ems.OBJECTS.get(number, "reserved")
    return None
