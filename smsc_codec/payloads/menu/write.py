"""Menu to text: what is written reads back equal, or it is not written."""

from __future__ import annotations

import re

import msgspec

from smsc_codec.diagnostics import BuildError
from smsc_codec.lazy import compiled
from smsc_codec.payloads import length
from smsc_codec.payloads.files import Speech, join
from smsc_codec.payloads.menu.actions import MAX_PHONES, MAX_WAIT
from smsc_codec.payloads.menu.model import (
    Action,
    Back,
    Call,
    End,
    Item,
    Menu,
    Record,
    Repeat,
    Say,
    Sms,
    Start,
    Unread,
    Url,
)
from smsc_codec.payloads.menu.read import read
from smsc_codec.payloads.menu.words import OPENINGS, WRITTEN, pattern

#: IVR-13: braces are built.
_OPEN, _CLOSE, _MARK = WRITTEN["BRACE"], WRITTEN["CLOSE_BRACE"], WRITTEN["COMMENT_MARK"]
_COLON, _COMMA, _SPACE = WRITTEN["_COLON"], WRITTEN["_COMMA"], WRITTEN["_SP"]
# What text cannot hold inside the macro, and why; the first that is found is told.
_TROUBLE: tuple[tuple[re.Pattern[str], str], ...] = (
    (compiled(r"\A\s|\s\Z"), "begins or ends with white space, which the menu's layout takes away"),
    (compiled(re.escape(_CLOSE)), f"contains '{_CLOSE}', which would close the menu"),
    (pattern("BRACE", "ANGLE"), "contains the start of another menu"),
    (compiled(re.escape(_MARK.rstrip("\n")) + r"(?=\n|\Z)"), "contains a comment line '~~~'"),
    (pattern("_HEAD", before="\n"), "has a line that would be an item of its own"),
    (compiled(r"\r"), "contains a carriage return; write line breaks as '\\n'"),
)
_COMMAND = pattern("BACK", "START", "REPEAT", "END", "URL", "_SMS", "_CALL", "_RECORD")


def build(menu: Menu) -> str:
    """The text of `menu`, which reads back equal.

    Raises BuildError, which names the field, for a value that cannot be said: text with `}`, with a line that
    would be an item, with a command's word, a number of seconds out of range, whatever else would read back
    as something different, and for a menu of more than 1000 characters (PAR-3).
    """
    return length.check(write(menu), "menu")


def write(menu: Menu) -> str:
    """The same for a menu of any length."""
    try:
        menu = msgspec.convert(msgspec.to_builtins(menu), Menu)
    except (msgspec.ValidationError, TypeError, RecursionError, UnicodeEncodeError) as error:
        message, _, path = str(error).partition(" - at `$")
        raise BuildError(path.strip("`.") or "menu", message) from None
    start_text = _outside(menu.start_text, "start_text")
    end_text = _outside(menu.end_text, "end_text", "" if menu.comment is None else "\n")
    menu_text = _inside(menu.menu_text, "menu_text")
    if not menu.items:
        raise BuildError("items", "a menu has at least one item")
    lines = [_item(item, f"items[{i}]") for i, item in enumerate(menu.items)]
    comment = "" if menu.comment is None else f"{_MARK}{_characters(menu.comment, 'comment')}"
    opening = f"{_OPEN}{_SPACE if menu_text else ''}{menu_text}"
    text = f"{start_text}{opening}{''.join(lines)}{_CLOSE}{end_text}{comment}"
    back = read(text)
    if back.problems or back.value != menu:
        raise BuildError("menu", "would not read back as the same value")
    return text


def _characters(text: str, field: str) -> str:
    if "\r" in text:
        raise BuildError(field, "contains a carriage return; write line breaks as '\\n'")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise BuildError(
            field, f"contains half of a character (U+{code:04X}), which cannot be sent"
        ) from None
    return text


def _outside(speech: Speech, field: str, after: str = "") -> str:
    text = _characters(join(speech, field), field)
    if any(opening in text for opening in OPENINGS):
        raise BuildError(field, "contains the start of another menu")
    if _MARK in text + after:
        raise BuildError(field, "contains a comment line '~~~'")
    return text


def _inside(speech: Speech, field: str) -> str:
    text = _characters(join(speech, field), field)
    for trouble, reason in _TROUBLE:
        if trouble.search(text):
            raise BuildError(field, reason)
    return text


def _item(item: Item, field: str) -> str:
    if not pattern("NAME").fullmatch(item.key):
        raise BuildError(f"{field}.key", "a key is '*', '#', or Latin letters and digits")
    words = _action(item.action, f"{field}.action")
    return f"\n{item.key}{WRITTEN['_KEY_END']}{_SPACE if words else ''}{words}"


def _action(action: Action, field: str) -> str:
    match action:
        case Say(text):
            words = _inside(text, f"{field}.text")
            if _COMMAND.match(words):
                raise BuildError(f"{field}.text", "reads as a command, not as text to speak")
            return words
        case Back():
            return WRITTEN["BACK"]
        case Start():
            return WRITTEN["START"]
        case Repeat():
            return WRITTEN["REPEAT"]
        case End():
            return WRITTEN["END"]
        case Url(address):
            return WRITTEN["BARE_URL"] if address is None else _address(address, f"{field}.address")
        case Record(seconds):
            if seconds is not None and not 0 < seconds < 10**9:
                raise BuildError(f"{field}.seconds", "a whole number of seconds from 1")
            word = WRITTEN["_RECORD"]
            return word if seconds is None else f"{word}{_COLON}{_SPACE}{seconds}"
        case Sms():
            return _sms(action, field)
        case Call():
            return _call(action, field)
        case Unread():
            raise BuildError(field, "could not be read, so it cannot be written")


def _address(address: str, field: str) -> str:
    if not pattern("ADDRESS").fullmatch(address):
        raise BuildError(field, "an http(s) address without blanks, '}' and '>'")
    return _outside(address, field)


def _phone(phone: str, field: str) -> str:
    if not pattern("PHONE", "CALLER").fullmatch(phone):
        raise BuildError(field, "digits in international form, such as 79990000000")
    return phone


def _sms(sms: Sms, field: str) -> str:
    phone = _phone(sms.phone, f"{field}.phone")
    sender = _inside(sms.sender, f"{field}.sender")
    if not pattern("SENDER").fullmatch(sender):
        raise BuildError(f"{field}.sender", "a name without ',', '>' and line breaks")
    if not sms.text:
        raise BuildError(f"{field}.text", "an SMS has a text")
    text = _characters(sms.text, f"{field}.text")
    for trouble, reason in _TROUBLE:
        if trouble.search(text):
            raise BuildError(f"{field}.text", reason)
    return f"{WRITTEN['_SMS']}{phone}{_COMMA}{sender}{_COMMA}{text}"


def _call(call: Call, field: str) -> str:
    if not 0 < len(call.phones) <= MAX_PHONES:
        raise BuildError(f"{field}.phones", f"one to {MAX_PHONES} phone numbers")
    phones = _COMMA.join(_phone(phone, f"{field}.phones[{i}]") for i, phone in enumerate(call.phones))
    options = ""
    if call.wait is not None:
        if not 0 <= call.wait <= MAX_WAIT:
            raise BuildError(f"{field}.wait", f"a whole number of seconds from 0 to {MAX_WAIT}")
        options += f"{_SPACE}{WRITTEN['WAIT']}{call.wait}"
    if call.ok_end:
        options += _SPACE + WRITTEN["OK"] + WRITTEN["OK_END"]
    if call.err is not None:
        if not pattern("LABEL").fullmatch(call.err):
            raise BuildError(f"{field}.err", "a key, or a label of Latin letters and digits")
        options += f"{_SPACE}{WRITTEN['ERR']}{call.err}"
    if call.record:
        options += _SPACE + WRITTEN["RECORD_CALL"]
    return f"{WRITTEN['_CALL']}{phones}{options}"
