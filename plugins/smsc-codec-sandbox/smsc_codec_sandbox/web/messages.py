"""The room of messages: what was caught, as a list, one message as its phone shows it, and all that is known of it."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from msgspec import Meta, Struct, structs

from smsc_codec_sandbox.accounts import Client
from smsc_codec_sandbox.model import Marks
from smsc_codec_sandbox.service import Answer
from smsc_codec_sandbox.store import TooMany
from smsc_codec_sandbox.web import mail, panes, views
from smsc_codec_sandbox.web.exports import MOST, requests_of
from smsc_codec_sandbox.web.found import Found, complete, understood, walk
from smsc_codec_sandbox.web.room import Asked, Room, Wrong
from smsc_codec_sandbox.web.search import Search, Unclear, moment

PATHS = panes.paths("messages", "message")
#: So many accounts stand in the page's head.
MOST_ACCOUNTS = 20
FILTERS = (
    ("Unread", "is:unread"), ("Failed", "status:failed"), ("Under way", "status:going"),
    ("With findings", "finding:any"), ("Pinned", "is:pinned"),
)  # fmt: skip
_EXPORTS = (
    ("text", "Text"),
    ("json", "JSON"),
    ("csv", "CSV"),
    ("har", "HAR"),
    ("curl", "curl"),
    ("python", "Python"),
)
Tag = Annotated[str, Meta(min_length=1, max_length=40)]


class _Mark(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    keys: panes.Keys
    seen: bool | None = None
    pinned: bool | None = None
    tag: Tag | None = None
    untag: Tag | None = None


class _Prune(Struct, frozen=True, forbid_unknown_fields=True):
    older: Annotated[str, Meta(pattern=r"^[0-9]{1,6}[smhd]$")]


def _search(asked: Asked) -> Search[Found]:
    try:
        return understood(asked.query.get("q", ""), asked.service.clock.now())
    except Unclear as unclear:
        raise Wrong(asked.say(unclear.sentence, **unclear.values)) from None


def _listed(asked: Asked) -> dict[str, object]:
    """The first messages of a search, those that are pinned before the others."""
    wanted = _search(asked)
    marked = asked.service.store.marks()
    pinned = [key for key, marks in marked.items() if marks.pinned]
    above = filter(wanted, complete(asked.service, asked.service.store.chosen(pinned), marked))
    return {**_below(asked, wanted, None), "pinned": [views.row(asked, one) for one in above]}


def _below(asked: Asked, wanted: Search[Found], before: int | None) -> dict[str, object]:
    found = walk(asked.service, lambda one: not one.marks.pinned and wanted(one), before)
    rows = [views.row(asked, one) for one in islice(found, panes.how_many(asked))]
    return {"rows": rows, "more": rows[-1].key if next(found, None) else None, "pinned": []}


def page(asked: Asked) -> Answer:
    """The page, with a message in it where one is named."""
    values: dict[str, object] = {"q": asked.query.get("q", ""), "wrong": "", "opened": None}
    try:
        values |= _listed(asked)
    except Wrong as wrong:
        values |= {"rows": [], "pinned": [], "more": None, "wrong": str(wrong)}
    if asked.query.get("open"):
        found = complete(asked.service, asked.service.store.chosen([asked.number("open")]))
        values["opened"] = views.opened(asked, found[0]) if found else None
    return asked.page(
        "messages.html", **values, room=ROOM, accounts=_accounts(asked), paths=PATHS,
        filters=FILTERS, exports=_EXPORTS, rows_template="rows.html", opened_template="message.html",
        placeholder="for example phone:7999 status:failed hello",
    )  # fmt: skip


def rows(asked: Asked) -> Answer:
    """Rows of the list: those behind `before`, or of the `keys` those that the search wants."""
    if "keys" in asked.query:
        wanted = _search(asked)
        found = filter(wanted, complete(asked.service, asked.service.store.chosen(panes.keys_of(asked))))
        return asked.fragment(
            "rows.html", rows=[views.row(asked, one) for one in found], pinned=[], more=None
        )
    if "before" in asked.query:
        return asked.fragment("rows.html", **_below(asked, _search(asked), asked.number("before")))
    return asked.fragment("rows.html", **_listed(asked))


def message(asked: Asked) -> Answer:
    """One message: as its phone shows it, and what is known of it."""
    found = complete(asked.service, asked.service.store.chosen([asked.number("key")]))
    if not found:
        raise Wrong(asked.say("this message is not there any more"), 404)
    return asked.fragment("message.html", opened=views.opened(asked, found[0]))


def accounts(asked: Asked) -> Answer:
    """Who has how much money."""
    return asked.fragment("accounts.html", accounts=_accounts(asked))


def _accounts(asked: Asked) -> list[Client]:
    return asked.service.clients.all()[:MOST_ACCOUNTS]


def mail_page(asked: Asked) -> Answer:
    """An e-mail, for its frame."""
    found = asked.service.store.chosen([asked.number("key")])
    if not found or found[0].channel != "mail":
        raise Wrong(asked.say("this message is not there any more"), 404)
    return Answer(
        mail.page(found[0].text, found[0].subj, asked.language), media="text/html", headers=mail.HEADERS
    )


def mark(asked: Asked) -> Answer:
    """Mark messages as read or not, pin them, tag them."""
    order = asked.order(_Mark)

    def changed(marks: Marks) -> Marks:
        tags = [tag for tag in marks.tags if tag not in (order.tag, order.untag)]
        if order.tag is not None:
            tags.append(order.tag.strip())
        return structs.replace(
            marks,
            seen=marks.seen if order.seen is None else order.seen,
            pinned=marks.pinned if order.pinned is None else order.pinned,
            tags=tuple(filter(None, tags[-20:])),
        )

    try:
        asked.service.store.mark(order.keys, changed)
    except TooMany as error:
        raise Wrong(asked.say(str(error))) from None
    return asked.done()


def delete(asked: Asked) -> Answer:
    """Forget messages."""
    asked.service.store.forget(asked.order(panes.Delete).keys)
    return asked.done()


def prune(asked: Asked) -> Answer:
    """Forget messages and requests that are older than so long, but for what is pinned."""
    store = asked.service.store
    until = moment(asked.order(_Prune).older, asked.service.clock.now())
    gone = [
        one.message.key
        for one in walk(asked.service, lambda one: one.message.made < until and not one.marks.pinned)
    ]
    store.forget(gone)
    pinned = {
        message.request for message in store.chosen(key for key, one in store.marks().items() if one.pinned)
    }
    requests = [one.key for one in store.exchanges() if one.at < until and one.key not in pinned]
    store.forget_requests(requests)
    told = asked.say(
        "deleted: {messages} messages, {requests} requests", messages=len(gone), requests=len(requests)
    )
    return asked.done({"messages": len(gone), "requests": len(requests), "told": told})


def export(asked: Asked) -> Answer:
    """Messages for other programs: those of `keys`, or all that are found."""
    if "keys" in asked.query:
        found = complete(asked.service, asked.service.store.chosen(panes.keys_of(asked)))
    else:
        found = list(islice(walk(asked.service, _search(asked)), MOST))
    exchanges = asked.service.store.chosen_requests(requests_of(found))
    return panes.exported(asked, found, exchanges, "messages")


ROOM = Room(
    "Messages",
    "/",
    {
        ("GET", "/"): page,
        ("GET", PATHS.rows): rows,
        ("GET", PATHS.one): message,
        ("GET", PATHS.export): export,
        ("GET", "/sandbox/page/accounts"): accounts,
        ("GET", "/sandbox/page/mail"): mail_page,
        ("POST", "/sandbox/page/mark"): mark,
        ("POST", PATHS.delete): delete,
        ("POST", "/sandbox/page/prune"): prune,
    },
)
