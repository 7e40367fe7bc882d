"""What a menu carries as it was meant: what is spoken where, what each key does, whom it calls (IVR-1 .. IVR-11)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.carried import Carried, same_letters, same_number
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.payloads.menu.model import Call, Record, Say, Sms, Unread, Url

#: Where nothing is carried beside what its names say.
_NOTHING = Span(0, 0)


def carried(menu: MenuContext) -> list[Carried]:
    """The texts, the keys in order, and the parts of what they do, each by itself, so that more may be added."""
    return list(_carried(menu))


def _carried(menu: MenuContext) -> Iterator[Carried]:
    def place(span: Span) -> Span:
        return span if menu.whole is None else menu.whole.span(span)

    for field in ("start_text", "menu_text", "end_text", "comment"):
        if (field,) in menu.reading.spans and menu.words(menu.span(field)).strip():
            yield Carried((field,), place(menu.span(field)))
    for number, item in enumerate(menu.items):
        key = place(menu.item_span(number, "key"))
        yield Carried((item.key, "key"), _NOTHING, (key,))
        action = item.action
        at = menu.item_span(number, "action")
        what = type(action).__name__
        if isinstance(action, Unread):
            continue  # what cannot be read is nothing that a fix could take away
        if isinstance(action, Say):
            if action.text:
                yield Carried((item.key, what), place(at), (key,))
            continue
        yield Carried((item.key, what), _NOTHING, (key, place(at)))
        for who, path in _parts(action):
            yield Carried(
                (item.key, what, *who), _NOTHING, (key, place(menu.item_span(number, "action", *path)))
            )
        if isinstance(action, Sms) and action.text:
            yield Carried((item.key, what, "text"), place(menu.item_span(number, "action", "text")), (key,))


def _parts(action: object) -> Iterator[tuple[tuple[Hashable, ...], tuple[str | int, ...]]]:
    """What an action says beside its kind, each with the path of its place."""
    if isinstance(action, Call):
        for index, phone in enumerate(action.phones):
            yield ("phone", _number(phone)), ("phones", index)
        if action.wait is not None:
            yield ("wait", action.wait), ("wait",)
        if action.ok_end:
            yield ("ok",), ("ok_end",)
        if action.err is not None:
            yield ("err", action.err), ("err",)
        if action.record:
            yield ("record",), ("record",)
    elif isinstance(action, Sms):
        if action.phone:
            yield ("phone", _number(action.phone)), ("phone",)
        if action.sender:
            yield ("sender", same_letters(action.sender)), ("sender",)
    elif isinstance(action, Record) and action.seconds is not None:
        yield ("seconds", action.seconds), ("seconds",)
    elif isinstance(action, Url) and action.address is not None:
        yield ("address", action.address), ()


def _number(phone: str) -> str:
    """`$phone` is the caller's number, however its name is written."""
    return phone.strip("${}").casefold() if phone[0] == "$" else same_number(phone)
