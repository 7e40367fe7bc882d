"""Messages to text: what is written reads back equal, or it is not written (LIST-9).

Lines are many, so a line that plainly can be written, as most can, is only looked at; any other is checked field by
field, read back and compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from smsc_codec.diagnostics import BuildError
from smsc_codec.grammar.compiled.mailing import TABLES
from smsc_codec.lazy import compiled
from smsc_codec.payloads import length
from smsc_codec.payloads.conform import conform
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.mailing.read import (
    entries_nl,
    is_headed,
    match_line,
    to_lines,
)
from smsc_codec.payloads.phones import MAX_DIGITS, MIN_DIGITS, digits, international
from smsc_codec.text.mark import MARK, TILDES

#: PAR-5: a sender's name and a sender's number.
LONGEST_NAME = 11
LONGEST_NUMBER = 15
LENGTHS = f"up to {LONGEST_NAME} characters, or up to {LONGEST_NUMBER} digits"
#: PAR-8: with these the recipient is in UTC-12 to UTC+14, Moscow being UTC+3.
ZONES = range(-15, 12)

_BAR, _SEPARATOR = TABLES.written["_BAR"], TABLES.written["_SEPARATOR"]
_RECIPIENT = compiled(TABLES.terminals["PHONES"])
_ADDRESS = compiled(TABLES.parts["EMAIL"])
_NAME = compiled(r"(?! )[ -~]+(?<! )")
# After a plus nothing is corrected: such numbers are looked at one by one.
_PLAIN_PHONES = compiled(r"(?:\+(?![08]))?[0-9]{7,15}(?>(?:,(?:\+(?![08]))?[0-9]{7,15})*)").fullmatch

# So many lines are looked at together.
_BATCH = 256


def build(mailing: Mailing, *, nl: bool = False) -> str:
    """The text of a list, one message a line, which reads back equal; with `nl` as the request's `nl=1` reads it.

    Raises BuildError, which names the field (`lines[3].sender`), for a value that cannot be said: a sender with a
    comma, a phone that is none, a text with `\\` and `n` in it (LIST-8), a message of more than 1000 characters
    (PAR-3), and whatever else would read back as something different, or that the page does not allow.
    """
    if not isinstance(mailing, Mailing) or not isinstance(mailing.lines, (tuple, list)):
        raise BuildError("lines", "a list of messages")
    text = "\n".join(Writer(nl=nl).write(mailing.lines))
    # LIST-5: the list's last line end is nobody's, so one that is the message's has another one behind it.
    return text + "\n" if nl and text.endswith("\n") else text


def troubles(mailing: Mailing, *, nl: bool = False) -> Iterator[tuple[int, BuildError]]:
    """The messages of a list that was read which cannot be built, by their numbers from 0, each with the reason."""
    try:
        build(mailing, nl=nl)
    except BuildError:
        for number, line in enumerate(mailing.lines):
            try:
                build(Mailing((line,)), nl=nl)
            except BuildError as error:
                yield number, BuildError(error.field.removeprefix("lines[0]").removeprefix("."), error.reason)


class Writer:
    """Writes messages, and knows the number of the next one."""

    def __init__(self, *, nl: bool = False) -> None:
        self.nl = nl
        self._number = 0

    def write(self, lines: Iterable[Line]) -> Iterator[str]:
        """The text of some messages at a time, of one with `nl`, without the last line's ending."""
        rest = iter(lines)
        while batch := list(islice(rest, 1 if self.nl else _BATCH)):
            written = self._plain(batch)
            if written is not None:
                yield written
                self._number += len(batch)
                continue
            for line in batch:
                yield self._plain([line]) or self._checked(line)
                self._number += 1

    def _plain(self, batch: list[Line]) -> str | None:
        """The text of lines that plainly can be written; None where one of them has to be looked at closely.

        Phones are joined and line ends escaped first, and then all is looked at once: nothing but these commas and
        these backslashes may be there.
        """
        nl = self.nl
        numbers: list[str] = []
        out: list[str] = []
        commas = escapes = 0
        try:
            for line in batch:
                text, phones, sender, comment = line.text, line.phones, line.sender, line.comment
                if not text:
                    return None
                if comment is not None or "\n" in text:
                    if nl or TILDES in text:
                        return None
                    said = text if comment is None else "".join((text, MARK, comment))
                    text = said.replace("\n", "\\n")
                    escapes += len(text) - len(said)
                head = "" if sender is None and line.tz is None else _known_head(sender, line.tz)
                number = ",".join(phones)
                commas += len(phones)
                numbers.append(number)
                out.append("".join((head, number, _SEPARATOR, text)))
            written, joined = "\n".join(out), ",".join(numbers)
            written.encode()
        except (BuildError, TypeError, AttributeError, UnicodeEncodeError):
            return None
        if (
            written.count("\n") != len(out) - 1
            or written.count("\\") != escapes
            or "\r" in written
            or joined.count(",") != commas - 1
            or not _PLAIN_PHONES(joined)
            or max(map(len, out)) > length.MOST
        ):
            return None
        return written

    def _checked(self, line: Line) -> str:
        """The text of a line whose every field was looked at, and that reads back equal."""
        field = f"lines[{self._number}]"
        line = conform(line, Line, field)
        head = _head(line.sender, line.tz, field)
        if not line.phones:
            raise BuildError(f"{field}.phones", "at least one phone number")
        for index, phone in enumerate(line.phones):
            _phone(phone, f"{field}.phones[{index}]")
        for name, said in (("text", line.text), ("comment", line.comment)):
            _characters(said or "", f"{field}.{name}", self.nl)
        if not line.text:
            raise BuildError(f"{field}.text", "a message has a text")
        said = length.of_line(line.text, line.comment)
        if said.partition(MARK)[0] != line.text:
            raise BuildError(f"{field}.text", f"contains a comment line {TILDES!r}")
        length.check(said, f"{field}.text")
        start = f"{head}{','.join(line.phones)}{_SEPARATOR}"
        text = start + (said if self.nl else said.replace("\n", "\\n"))
        self._read_back(line, text, field)
        return text

    def _read_back(self, line: Line, text: str, field: str) -> None:
        if self.nl:
            _no_entry_inside(line, field)
            back = [item for *_, item in entries_nl(text + "\n")]
        else:
            match = match_line(text)
            back = list(to_lines([match.groups("")])) if match else []  # type: ignore[list-item]
        if back != [line]:
            raise BuildError(field, "would not read back as the same value")


def _head(sender: str | None, tz: int | None, line: str = "") -> str:
    """LIST-4: the sender and the zone as they stand before the numbers. Raises BuildError for what cannot be said."""
    if sender is None:
        if tz is not None:
            raise BuildError(f"{line}.tz", "a time zone needs a sender before it")
        return ""
    odd = re.search(r"[,|:;\r\n]", sender)
    if odd:
        raise BuildError(f"{line}.sender", f"contains {odd.group()!r}, which would end the name")
    if not _ADDRESS.fullmatch(sender):
        if not _NAME.fullmatch(sender):
            raise BuildError(
                f"{line}.sender", "Latin letters, digits, spaces and symbols, no space at its ends"
            )
        if not fits(sender):
            raise BuildError(f"{line}.sender", LENGTHS)
    _characters(sender, f"{line}.sender", False)
    if tz is None:
        return sender + _BAR
    if tz not in ZONES:
        raise BuildError(f"{line}.tz", f"hours from Moscow time, from {ZONES[0]} to {ZONES[-1]}")
    return f"{sender}{TABLES.written['_COMMA']}{tz:d}{_BAR}"


_known_head = lru_cache(1000)(_head)


def fits(sender: str) -> bool:
    """PAR-5: whether a sender is short enough."""
    number = sender.removeprefix("+")
    return len(sender) <= LONGEST_NAME or (number.isdigit() and len(number) <= LONGEST_NUMBER)


def _phone(phone: str, field: str) -> None:
    """PAR-1, PAR-2: a number, a group or an e-mail address, and one of them only."""
    if "," in phone or not _RECIPIENT.fullmatch(phone):
        raise BuildError(field, "a phone number, a group such as G777, or an e-mail address")
    if "@" in phone or phone[0] in "Gg":
        return _characters(phone, field, False)
    if not MIN_DIGITS <= len(digits(phone) or "") <= MAX_DIGITS:
        raise BuildError(
            field, f"{MIN_DIGITS} to {MAX_DIGITS} digits in international form, such as 79990000000"
        )
    if phone[0] == "+" and international(phone) != digits(phone):
        raise BuildError(field, "a number in international form: the service corrects nothing after '+'")
    return None


def _characters(text: str, field: str, nl: bool) -> None:
    """Refuse what nothing can carry, and LIST-8: what would read back as a line end, or none that would be lost."""
    if "\r" in text:
        raise BuildError(field, "contains a carriage return; write line breaks as '\\n'")
    if not nl and "\\n" in text:
        raise BuildError(
            field,
            "contains a backslash and 'n', which would become a line break; use a list with 'nl=1'",
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise BuildError(
            field, f"contains half of a character (U+{code:04X}), which cannot be sent"
        ) from None


def _no_entry_inside(line: Line, field: str) -> None:
    """LIST-5: no line of a message may look like the beginning of another one."""
    _, *lines = line.text.split("\n")
    for name, said in (("text", lines), ("comment", (line.comment or "").split("\n"))):
        if any(is_headed(one) for one in said):
            raise BuildError(f"{field}.{name}", "has a line that would be a separate message")
