"""The room of requests: whatever came, also what made no message, with what was found in it and what was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice

from msgspec import Struct

from smsc_codec_sandbox.model import Exchange
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.web import panes, search, texts, uploads, views
from smsc_codec_sandbox.web.exports import MOST
from smsc_codec_sandbox.web.found import complete
from smsc_codec_sandbox.web.room import Asked, Room, Wrong
from smsc_codec_sandbox.web.search import Field, Search, Test, Unclear

PATHS = panes.paths("requests", "request")
_AT_ONCE = 200
_EXCERPT = 160
_MOST_BROUGHT = 100
FILTERS = (("Refused", "is:refused"), ("With findings", "finding:any"), ("Not understood", "is:lost"))
EXPORTS = (("json", "JSON"), ("har", "HAR"), ("curl", "curl"), ("python", "Python"))


class Row(Struct, frozen=True):
    """A request in the list."""

    key: int
    method: str
    endpoint: str
    login: str
    excerpt: str
    at: float
    error: int | None
    fault: str
    worst: str


def _row(one: Exchange) -> Row:
    excerpt = " ".join(one.reply[: 2 * _EXCERPT].split())[:_EXCERPT]
    return Row(
        one.key, one.method, one.endpoint, one.login, excerpt or one.unlinted, one.at, one.error, one.fault, worst(one)
    )  # fmt: skip


def worst(one: Exchange) -> str:
    """The gravest severity of a request's findings; empty where there are none."""
    found = {finding.severity for finding in one.findings}
    return next((name for name in ("error", "warning", "info") if name in found), "")


def _words(one: Exchange) -> str:
    return f"{texts.readable(one.text, one)}\n{one.reply}\n{one.login}\n{one.endpoint}"


def _with_word(value: str) -> Test[Exchange]:
    wanted = value.casefold()
    return lambda one: wanted in _words(one).casefold()


def _with_finding(value: str) -> Test[Exchange]:
    return lambda one: any(
        value in (f.severity, f.code.casefold()) or value in f.name.casefold() for f in one.findings
    )


def _with_error(value: str) -> Test[Exchange] | None:
    return (
        (lambda one: one.error == int(value))
        if value.isascii() and value.isdigit() and len(value) < 4
        else None
    )


def fields(now: float) -> dict[str, Field[Exchange]]:
    """The fields that requests are searched by."""
    return {
        "text": search.contains(lambda one: texts.readable(one.text, one)),
        "reply": search.contains(lambda one: one.reply),
        "endpoint": search.contains(lambda one: one.endpoint),
        "method": search.exactly(lambda one: one.method),
        "login": search.exactly(lambda one: one.login),
        "request": search.compared(lambda one: Decimal(one.key)),
        "error": search.one_of(
            {"any": lambda one: one.error is not None, "none": lambda one: one.error is None}, _with_error
        ),
        "finding": search.one_of(
            {"any": lambda one: bool(one.findings), "none": lambda one: not one.findings}, _with_finding
        ),
        "is": search.one_of(
            {
                "refused": lambda one: one.error is not None,
                "taken": lambda one: one.error is None and one.operation is not None,
                "lost": lambda one: one.operation is None,
                "failed": lambda one: bool(one.fault),
            }
        ),
        **search.since(lambda one: one.at, now),
    }


def _search(asked: Asked) -> Search[Exchange]:
    try:
        return search.read(asked.query.get("q", ""), fields(asked.service.clock.now()), _with_word)
    except Unclear as unclear:
        raise Wrong(asked.say(unclear.sentence, **unclear.values)) from None


def _walk(service: Service, wanted: Callable[[Exchange], bool], before: int | None) -> Iterator[Exchange]:
    while some := list(service.store.exchanges(before=before, limit=_AT_ONCE)):
        before = some[-1].key
        yield from filter(wanted, some)


def _below(asked: Asked, before: int | None) -> dict[str, object]:
    found = _walk(asked.service, _search(asked), before)
    rows = [_row(one) for one in islice(found, panes.how_many(asked))]
    return {"rows": rows, "more": rows[-1].key if next(found, None) else None}


def _opened(asked: Asked, key: int) -> dict[str, object]:
    kept = asked.service.store.chosen_requests([key])
    if not kept:
        raise Wrong(asked.say("this request is not there any more"), 404)
    brought = list(asked.service.store.messages(request=str(key), limit=_MOST_BROUGHT))
    rows = [views.row(asked, one) for one in complete(asked.service, brought)]
    return {"opened": views.asking(asked, kept[0]), "brought": rows}


def page(asked: Asked) -> Answer:
    """The page, with a request in it where one is named."""
    values: dict[str, object] = {"q": asked.query.get("q", ""), "wrong": "", "opened": None, "brought": []}
    try:
        values |= _below(asked, None)
    except Wrong as wrong:
        values |= {"rows": [], "more": None, "wrong": str(wrong)}
    if asked.query.get("open"):
        values |= _opened(asked, asked.number("open"))
    return asked.page(
        "requests.html", **values, room=ROOM, paths=PATHS, filters=FILTERS, exports=EXPORTS,
        rows_template="request_rows.html", opened_template="request.html",
        placeholder="for example endpoint:status error:any hello",
    )  # fmt: skip


def rows(asked: Asked) -> Answer:
    """Rows of the list: those behind `before`, or of the `keys` those that the search wants."""
    if "keys" in asked.query:
        found = filter(_search(asked), asked.service.store.chosen_requests(panes.keys_of(asked)))
        return asked.fragment("request_rows.html", rows=[_row(one) for one in found], more=None)
    before = asked.number("before") if "before" in asked.query else None
    return asked.fragment("request_rows.html", **_below(asked, before))


def request(asked: Asked) -> Answer:
    """One request."""
    return asked.fragment("request.html", **_opened(asked, asked.number("key")))


def export(asked: Asked) -> Answer:
    """Requests for other programs: those of `keys`, or all that are found."""
    if "keys" in asked.query:
        kept = asked.service.store.chosen_requests(panes.keys_of(asked))
    else:
        kept = list(islice(_walk(asked.service, _search(asked), None), MOST))
    return panes.exported(asked, [], kept, "requests")


def delete(asked: Asked) -> Answer:
    """Forget requests; their messages stay."""
    asked.service.store.forget_requests(asked.order(panes.Delete).keys)
    return asked.done()


ROOM = Room(
    "Requests",
    "/sandbox/requests",
    {
        ("GET", "/sandbox/requests"): page,
        ("GET", PATHS.rows): rows,
        ("GET", PATHS.one): request,
        ("GET", PATHS.export): export,
        ("POST", PATHS.delete): delete,
        ("POST", "/sandbox/page/replay"): panes.replay,
        ("GET", uploads.PATH): uploads.file,
    },
)
