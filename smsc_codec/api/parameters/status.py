"""status.php: messages by their numbers and ids, two lists in the same order (STA-1)."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from smsc_codec.api.operations.status import Asked, GetStatus
from smsc_codec.api.parameters import message_id, phones
from smsc_codec.api.parameters.kinds import flag, whole
from smsc_codec.api.parameters.table import Form, Said, missing
from smsc_codec.diagnostics import BuildError, Problem, Span
from smsc_codec.payloads import recipients
from smsc_codec.payloads.recipients.model import Phone, Recipients

_TABLE = (whole("all", 0, 2, default=0), flag("del", "delete"))


def write(operation: GetStatus, said: Said) -> None:
    """Say an operation."""
    numbers, ids = [], []
    for index, asked in enumerate(operation.messages):
        try:
            numbers.append(recipients.build(Recipients((asked.phone,))))
        except BuildError as error:
            said.wrong(f"messages[{index}].phone", error.reason)
        try:
            ids.append(message_id.write(asked.id))
        except BuildError as error:
            said.wrong(f"messages[{index}].id", error.reason)
    if not operation.messages:
        said.wrong("messages", "at least one message")
    end = "," if operation.many and len(operation.messages) == 1 else ""
    if operation.many and not end:
        said.wrong("many", "is for a single message: several are always answered by a list")
    said.texts |= {"phone": ",".join(numbers) + end, "id": ",".join(ids) + end}
    said.table(_TABLE, operation)


def read(form: Form) -> GetStatus | None:
    """The operation that is said, None where the parameters do not tell."""
    values = form.table(_TABLE)
    numbers, ids = form.text("phone"), form.text("id")
    for name, text in (("phone", numbers), ("id", ids)):
        if text is None:
            form.odd(name, missing(name))
    if numbers is None or ids is None:
        return None
    listed = "," in numbers or "," in ids
    pieces = [[piece for piece in text.split(",") if piece.strip()] for text in (numbers, ids)]
    if len(pieces[0]) != len(pieces[1]) or not pieces[0]:
        phones, ids_given = (
            f"{len(some)} {word}{'' if len(some) == 1 else 's'}"
            for some, word in zip(pieces, ("number", "id"), strict=True)
        )
        message = f"{phones} but {ids_given}: they must come in pairs"
        form.odd("id", Problem(message, Span(0, len(ids)), "request-parameter", ("one id per number",)))
        return None
    messages = []
    for phone, id in zip(*pieces, strict=True):
        number, known = _phone(form, phone), _id(form, id)
        if number is None or known is None:
            return None
        messages.append(Asked(number, known))
    return GetStatus(tuple(messages), many=listed and len(messages) == 1, **values)


def _phone(form: Form, text: str) -> Phone | None:
    made, problems = phones.read(text.strip())
    for problem in problems:
        form.odd("phone", structs.replace(problem, span=Span(0, 0)))
    items = made.items
    if len(items) == 1 and isinstance(items[0], Phone):
        phone: Phone = items[0]
        return phone
    if items:
        form.odd(
            "phone",
            Problem(f"'{text}' is not a phone number", Span(0, 0), "phone-format", ("a phone number",)),
        )
    return None


def _id(form: Form, text: str) -> Any:
    value, problems = message_id.read(text.strip())
    for problem in problems:
        form.odd("id", problem)
    if value is None and not problems:
        form.odd("id", Problem("message ids start at 1", Span(0, 0), "id-invalid"))
    return value
