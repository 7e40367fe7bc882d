"""Messages as the page finds them: each with its status by now, what was found in its request, and its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec import Struct

from smsc_codec.api.replies.meanings import ARRIVED
from smsc_codec_sandbox.config import PRICES
from smsc_codec_sandbox.fates import SENT, WAITING, status
from smsc_codec_sandbox.model import Brief, Marks, Message
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import search
from smsc_codec_sandbox.web.search import Field, Search, Test

_UNMARKED = Marks()
#: So many messages are looked at before the next ones are loaded.
_AT_ONCE = 200
_GOING = (WAITING, SENT)


class Found(Struct, frozen=True):
    """A message with all that a list shows of it."""

    message: Message
    status: int
    err: int
    since: float
    brief: Brief | None
    marks: Marks

    @property
    def state(self) -> str:
        """How it went: `going`, `good` or `bad`."""
        return "going" if self.status in _GOING else "good" if self.status in ARRIVED else "bad"

    @property
    def worst(self) -> str:
        """The gravest severity of the findings in its request; empty where there are none."""
        found = {finding.severity for finding in self.brief.findings} if self.brief else set()
        return next((severity for severity in ("error", "warning", "info") if severity in found), "")


def _words(one: Found) -> str:
    m = one.message
    return "\n".join((m.phone, m.text, m.said, m.sender, m.subj, m.comment, str(m.id), *one.marks.tags))


def _with_finding(value: str) -> Test[Found]:
    def test(one: Found) -> bool:
        found = one.brief.findings if one.brief else ()
        return any(value in (f.severity, f.code.casefold()) or value in f.name.casefold() for f in found)

    return test


def _with_status(value: str) -> Test[Found] | None:
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 6):
        return None
    return lambda one: one.status == int(value)


def _with_error(value: str) -> Test[Found] | None:
    return (
        (lambda one: one.err == int(value))
        if value.isascii() and value.isdigit() and len(value) < 6
        else None
    )


def _status_in(*codes: int) -> Test[Found]:
    return lambda one: one.status in codes


def fields(now: float) -> dict[str, Field[Found]]:
    """The fields that messages are searched by."""
    return {
        "phone": search.contains(lambda one: one.message.phone),
        "text": search.contains(lambda one: f"{one.message.text}\n{one.message.said}"),
        "sender": search.contains(lambda one: one.message.sender),
        "subject": search.contains(lambda one: one.message.subj),
        "comment": search.contains(lambda one: one.message.comment),
        "login": search.exactly(lambda one: one.message.login),
        "id": search.exactly(lambda one: str(one.message.id)),
        "request": search.exactly(lambda one: str(one.message.request)),
        "tag": Field(
            lambda value: lambda one: value.casefold() in [tag.casefold() for tag in one.marks.tags]
        ),
        "channel": search.one_of({name: partial(_goes_by, name) for name in PRICES}),
        "status": search.one_of(
            {
                "waiting": _status_in(WAITING),
                "sent": _status_in(SENT),
                "going": lambda one: one.state == "going",
                "delivered": lambda one: one.state == "good",
                "read": _status_in(2),
                "expired": _status_in(3),
                "failed": lambda one: one.state == "bad",
            },
            _with_status,
        ),
        "error": search.one_of(
            {"any": lambda one: one.err != 0, "none": lambda one: one.err == 0}, _with_error
        ),
        "finding": search.one_of(
            {"any": lambda one: one.worst != "", "none": lambda one: one.worst == ""}, _with_finding
        ),
        "is": search.one_of(
            {
                "read": lambda one: one.marks.seen,
                "unread": lambda one: not one.marks.seen,
                "pinned": lambda one: one.marks.pinned,
                "tagged": lambda one: bool(one.marks.tags),
            }
        ),
        "cost": search.compared(lambda one: one.message.cost),
        "parts": search.compared(lambda one: one.message.cnt),
        **search.since(lambda one: one.message.made, now),
    }


def _goes_by(channel: str, one: Found) -> bool:
    return one.message.channel == channel


def understood(text: str, now: float) -> Search[Found]:
    """The search for messages that a text says. Raises Unclear."""
    return search.read(text, fields(now), _with_word)


def _with_word(value: str) -> Test[Found]:
    wanted = value.casefold()
    return lambda one: wanted in _words(one).casefold()


def complete(
    service: Service, messages: Iterable[Message], marks: dict[int, Marks] | None = None
) -> list[Found]:
    """Messages with what belongs to them."""
    kept = list(messages)
    briefs = service.store.briefs(message.request for message in kept)
    known = service.store.marks() if marks is None else marks
    now, pace = service.clock.now(), service.config.pace
    return [
        Found(
            message,
            *status(message, now, pace),
            briefs.get(message.request),
            known.get(message.key, _UNMARKED),
        )
        for message in kept
    ]


def walk(service: Service, wanted: Callable[[Found], bool], before: int | None = None) -> Iterator[Found]:
    """The messages that are wanted, the newest first, loaded as they are asked for."""
    marks = service.store.marks()
    while True:
        some = list(service.store.messages(before=before, limit=_AT_ONCE))
        if not some:
            return
        before = some[-1].key
        yield from filter(wanted, complete(service, some, marks))
