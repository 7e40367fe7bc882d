"""Lines that were never meant as a list's: those of tables, remarks, and numbers in another place.

They are never a message, and never the rest of one: whoever stands in them would lose theirs to the recipient above.
Loaded only for a line that holds no message.
"""

from __future__ import annotations

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.phones import international

_FORM = "'phones:message', one per line"
_EITHER = (_FORM, "'\\n' instead of the line break before it if the line continues the message above")
#: A remark, a rule of dashes, a line that was taken out by a sign before it.
_REMARK = compiled(r"(?:#|//|--|;|'|%|/\*|<!--|(?i:rem\b))|(?!~~~$)[^\w\s]{3,}$")
_TAKEN_OUT = compiled(r"(?:#|//|--|/\*|<!--|(?i:rem\b))[ \t]*\+?[0-9]{10,15}[ \t]*[,:;]")
#: A number anywhere in a line, or an address; dots are left out, for dates have them.
_SOMEBODY = compiled(
    r"(?<![\w.])(?:\+?[0-9]{7,15}|(?:\+[0-9]|[78](?=[ (-]))[0-9 ()-]{8,20}[0-9])(?![0-9])"
    r"|(?<![^\s@:;,|])[^\s@:;,|]++@[^\s@:;,|]*\.\w+"
)
#: What divides a recipient from a message; not in a time, not in an address.
_DIVIDED = compiled(r"[;|\t]|(?<![0-9]):(?!//)|:(?![0-9/])")
_HEADINGS = compiled(
    r"phones?|numbers?|tel|telephone|mobile|recipients?|to|msisdn|message|mes|msg|text|sms|body|sender"
    r"|телефоны?|номера?|получатель|кому|сообщение|текст|смс|отправитель"
)
_CELL = compiled(r"\"(?:[^\"]|\"\")*\"|[^,;:|\t\"]*")
_BETWEEN = ",;:|\t"


def foreign_line(text: str, start: int, end: int, *, below: bool) -> Problem | None:
    """What a line is that stands from `start` up to `end` and begins with no recipient; None where it says nothing.

    `below` a message it might go on with that, if nothing divides it.
    """
    line = text[start:end]
    bare = line.strip()
    place = Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    somebody = _SOMEBODY.search(line)
    # An entry that was taken out by a sign before it is a remark, too.
    if _REMARK.match(bare) and (not somebody or _TAKEN_OUT.match(bare)):
        told = _not_for_anybody(
            text, start, end, place, "lists have no comments or dividers between their lines"
        )
        # What goes on below an entry that was taken out would go to the recipient above.
        return replace(told, fixes=()) if somebody else told
    cells = _cells(bare)
    if cells and _is_heading(cells):
        return _not_for_anybody(text, start, end, place, "a list has no header row")
    turned = _turned(cells)
    if turned:
        phone, words = turned
        made = f"{phone}:{words}"
        return Problem(
            "the phone number must come before the message"
            if not cells[0].startswith(phone)
            else "lists use no quotes: they would become part of the message",
            place,
            "line-syntax",
            (_FORM,),
            fixes=(Fix(f"write '{shortened(made)}'", (Edit(place, made),)),),
        )
    if somebody and any(map(str.isalnum, line[: somebody.start()])):
        message = f"this line contains '{shortened(somebody.group())}' but does not start with it"
        return Problem(
            message, Span(start + somebody.start(), start + somebody.end()), "line-syntax", _EITHER
        )
    if below and (found := _DIVIDED.search(line)):
        at = start + found.start()
        message = f"no phone number before this '{found.group()}'".replace("'\t'", "tab")
        return Problem(message, Span(at, at + 1), "line-syntax", _EITHER)
    return None


def _not_for_anybody(text: str, start: int, end: int, place: Span, message: str) -> Problem:
    whole = Span(start, text.find("\n", end) + 1 or len(text))
    return Problem(
        message,
        place,
        "line-syntax",
        (_FORM, "put private notes after '\\n~~~\\n' at the end of a message"),
        fixes=(Fix("remove the line", (Edit(whole, ""),)),),
    )


def _cells(line: str) -> list[str]:
    """The cells of a line of a table, without their quotes; none where it is no such line."""
    cells, at = [], 0
    while True:
        match = _CELL.match(line, at)
        assert match is not None
        cell = match.group().strip()
        cells.append(cell[1:-1].replace('""', '"') if cell.startswith('"') else cell)
        at = match.end()
        if at == len(line):
            return cells if len(cells) > 1 else []
        if line[at] not in _BETWEEN:
            return []
        at += 1


def _is_heading(cells: list[str]) -> bool:
    names = [cell.casefold().strip(" _") for cell in cells]
    return any(_HEADINGS.fullmatch(name) for name in names) and not any(
        c.isdigit() for name in names for c in name
    )


def _turned(cells: list[str]) -> tuple[str, str] | None:
    """The number and the message of a line with one of each, whatever their order and quotes."""
    if len(cells) != 2 or not all(cells):
        return None
    first, second = (_number(cell) for cell in cells)
    if first is not None and second is None:
        return first, cells[1]
    if second is not None and first is None:
        return second, cells[0]
    return None


def _number(cell: str) -> str | None:
    number = international(cell)
    return cell if number is not None and len(number) >= 10 and number == cell.removeprefix("+") else None
