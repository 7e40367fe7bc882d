"""What both lists have: where their scripts ask, how what is found is written for other programs, replays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta, Struct

from smsc_codec_sandbox import repeating
from smsc_codec_sandbox.model import Exchange
from smsc_codec_sandbox.service import Answer
from smsc_codec_sandbox.web.exports import EXPORTS
from smsc_codec_sandbox.web.found import Found
from smsc_codec_sandbox.web.room import Asked, Wrong, number

#: So many rows are shown at once; a list goes on where it is scrolled to its end.
ROWS = 100
_MOST_ROWS, _MOST_KEYS = 2000, 10_000
Key = Annotated[int, Meta(ge=0, lt=1 << 62)]
Keys = Annotated[list[Key], Meta(min_length=1, max_length=_MOST_KEYS)]


class Paths(Struct, frozen=True):
    """Where a list's script asks, and the topic of events that it listens to."""

    topic: str
    rows: str
    one: str
    export: str
    delete: str


def paths(topic: str, one: str) -> Paths:
    """The paths of a list."""
    root = f"/sandbox/page/{topic}"
    return Paths(topic, root, f"/sandbox/page/{one}", f"{root}/export", f"{root}/delete")


class Delete(Struct, frozen=True, forbid_unknown_fields=True):
    """The order to forget some."""

    keys: Keys


class _Replay(Struct, frozen=True, forbid_unknown_fields=True):
    request: Key


def keys_of(asked: Asked) -> list[int]:
    """The keys that the query names. Raises Wrong."""
    named = asked.query["keys"].split(",")
    if len(named) > _MOST_KEYS:
        raise Wrong(f"keys: at most {_MOST_KEYS}")
    return [number(key, "keys") for key in named]


def how_many(asked: Asked) -> int:
    """How many rows a list wants: as many as it has, where it asks for all of them again. Raises Wrong."""
    return max(ROWS, min(_MOST_ROWS, asked.number("limit"))) if "limit" in asked.query else ROWS


def exported(asked: Asked, found: Sequence[Found], exchanges: Sequence[Exchange], name: str) -> Answer:
    """What is found, as a file, or to be copied. Raises Wrong."""
    as_ = asked.query.get("as", "")
    if as_ not in EXPORTS:
        raise Wrong(f"as: one of {', '.join(EXPORTS)}")
    export = EXPORTS[as_]
    data = export.make(found, exchanges, asked.base).encode(errors="replace")
    headers = () if "copy" in asked.query else (
        ("content-disposition", f'attachment; filename="{name}.{export.ending}"'),
    )  # fmt: skip
    return Answer(data, media=export.media, headers=headers)


def replay(asked: Asked) -> Answer:
    """Make a request once more."""
    key = asked.order(_Replay).request
    kept = asked.service.store.chosen_requests([key])
    if not kept:
        raise Wrong(asked.say("this request is not there any more"), 404)
    try:
        made = repeating.replay(asked.service, kept[0])
    except repeating.CannotReplay as error:
        raise Wrong(asked.say(str(error))) from None
    brought = next(asked.service.store.messages(request=str(made), limit=1), None)
    (new,) = asked.service.store.chosen_requests([made])
    reply = " ".join(new.reply.split())[:200]
    told = asked.say("made once more as request {number}: {reply}", number=made, reply=reply)
    return asked.done({"request": made, "message": brought.key if brought else None, "told": told})
