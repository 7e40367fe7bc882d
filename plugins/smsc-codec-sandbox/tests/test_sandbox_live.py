"""Server-sent events: who listens is told, is bounded, and holds up nobody; and what the page says in two languages."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pytest
import smsc_codec_sandbox.web
from msgspec import structs
from sandbox_page import asked
from sandbox_pipe import at_once, opened
from sandbox_wire import connected, raw, send, until
from smsc_codec_sandbox.app import App
from smsc_codec_sandbox.config import PRICES, Config, Pace
from smsc_codec_sandbox.sandbox import started
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.turns import Turns
from smsc_codec_sandbox.web import Web, live, words
from smsc_codec_sandbox.web.rooms import ROOMS

from smsc_codec.api.replies import meanings

ASKING = b"GET /sandbox/events HTTP/1.1\r\nHost: localhost\r\n\r\n"


@contextmanager
def listening(address: str) -> Iterator[BinaryIO]:
    """A listener: the stream behind the reply's head, which has come."""
    with connected(address) as connection:
        connection.sendall(ASKING)
        with connection.makefile("rb") as stream:
            assert stream.readline() == b"HTTP/1.1 200 OK\r\n"
            head = b"".join(iter(stream.readline, b"\r\n")).lower()
            assert b"content-type: text/event-stream" in head
            assert b"content-length" not in head
            assert event(stream)[0] == "hello"
            yield stream


def event(stream: BinaryIO) -> tuple[str, Any]:
    """The next event: its kind, and its data."""
    said = dict(line.decode().strip().split(": ", 1) for line in iter(stream.readline, b"\n") if line)
    return said["event"], json.loads(said["data"])


def topics(stream: BinaryIO, *wanted: str) -> dict[str, set[int] | None]:
    """What is told, until all of the topics were in it."""
    told: dict[str, set[int] | None] = {}
    while not set(wanted) <= set(told):
        for topic, keys in event(stream)[1].items():
            told[topic] = None if keys is None else (told.get(topic) or set()) | set(keys)
    return told


def test_who_listens_is_told() -> None:
    """A message is told as it comes, with its request, and told again as its status changes; so is a deletion."""
    with started(pace={"sent": 0, "final": 3600}) as sandbox, listening(sandbox.address) as stream:
        send(sandbox.address)
        assert topics(stream, "messages", "requests") == {"messages": {1}, "requests": {1}}
        sandbox.advance(3600)
        while topics(stream, "messages") != {"messages": {1}}:
            pass
        assert sandbox.status(sandbox.messages[0]) == 1
        sandbox.clear()
        told = topics(stream, "messages", "requests", "faults")
        assert told == {"messages": None, "requests": None, "faults": None}


def test_no_strangers_words_in_events() -> None:
    """An event holds keys and topics, nothing of what was sent."""
    with started() as sandbox, listening(sandbox.address) as stream:
        send(sandbox.address, mes="kanarienvogel\n\nevent: x\ndata: y")
        kind, told = event(stream)
        assert kind == "change"
        assert set(told) <= {"messages", "requests"}
        assert all(isinstance(key, int) for keys in told.values() for key in keys)


def test_listeners_are_bounded() -> None:
    """No more than half of the connections listen, so that clients find a place; one that leaves makes room."""
    with started(max_connections=6) as sandbox:
        with ExitStack() as stack:
            streams = [stack.enter_context(listening(sandbox.address)) for _ in range(3)]
            status, _, told = raw(sandbox.address, ASKING)
            assert (status, told) == (503, b"too many pages listen already\n")
            assert send(sandbox.address).startswith("OK")
            assert topics(streams[2], "messages")["messages"] == {1}
        until(lambda: raw(sandbox.address, ASKING.replace(b"GET", b"HEAD"))[0] == 200)


def test_a_quiet_listener_is_not_idle() -> None:
    """One that hears nothing for longer than an idle connection may last hears what comes then."""

    async def all_of_it() -> bytes:
        service = Service(Config())
        task, reader, pipe = opened(App(service))
        reader.feed_data(ASKING)
        await asyncio.sleep(3600)
        assert not task.done()
        service.answer("GET", "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x", "", b"")
        await asyncio.sleep(1)
        reader.feed_eof()
        await task
        return pipe.octets

    told = at_once(all_of_it())
    assert told.count(b": still here") == 3600 / live.BEAT
    assert re.findall(rb"data: (.+)", told) == [b"{}", b'{"messages":[1],"requests":[1]}']


def test_the_end() -> None:
    """Where the server ends, so do the streams, at once, and everybody's place is free again."""
    with ExitStack() as stack:
        with started() as sandbox:
            stream = stack.enter_context(listening(sandbox.address))
        assert stream.read() == b""


def test_a_slow_listener() -> None:
    """One that takes nothing costs no memory: each change once, and more than enough are told as all of them."""
    listener = live.Listener()
    for _ in range(3):
        listener.tell("messages", range(100))
    listener.tell("requests", ())
    for key in range(live.MOST_KEYS + 1):
        listener.tell("calls", [key])

    async def first() -> list[bytes]:
        events = listener.events()
        return [await anext(events), await anext(events)]

    hello, told = asyncio.run(first())
    assert b"event: hello" in hello
    data = json.loads(told.split(b"data: ")[1])
    assert data == {"messages": list(range(100)), "requests": None, "calls": None}


def test_turns_are_bounded() -> None:
    """Moments of messages that are pushed out are forgotten, however far ahead they are."""
    service = Service(Config(keep=10))
    turns = Turns(service.config)
    service.answer("GET", "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x", "", b"")
    (message,) = service.store.messages()
    for key in range(1, 200):
        turns.expect([structs.replace(message, key=key, due=message.due + key)])
        assert len(turns._waiting) <= 20
    assert max(turns.due(message.due + 1e6)) == 199
    assert turns.due(message.due + 1e6) == ()


def test_turns_of_many_at_once() -> None:
    """Messages of one sending change together, each once: at what they are sent at, and at their end; of more than are
    kept the last.
    """
    service = Service(Config(keep=10, pace=Pace(sent=2, final=5)))
    turns = Turns(service.config)
    service.answer("GET", "/sys/send.php?login=a&psw=b&phones=79990000000&mes=x", "", b"")
    (message,) = service.store.messages()
    many = [structs.replace(message, key=key) for key in range(1, 5)]
    turns.expect([*many, structs.replace(message, key=5, due=message.due + 1)])
    at = message.due
    assert [turns.due(at + 1.9), turns.due(at + 2), turns.due(at + 2.9), turns.due(at + 3)] == [
        (),
        (1, 2, 3, 4),
        (),
        (5,),
    ]
    assert [turns.due(at + 5), turns.due(at + 6), turns.due(at + 1e6)] == [(1, 2, 3, 4), (5,), ()]
    turns.expect([structs.replace(message, key=key) for key in range(100, 150)])
    assert sorted(turns.due(at + 9)) == [*range(140, 150)]
    slow = Turns(Config(pace=Pace(sent=5, final=5)))
    slow.expect(many)
    assert [slow.due(at + 5), slow.due(at + 9)] == [(1, 2, 3, 4), ()]


def test_is_told_from_any_thread() -> None:
    """A long request is worked on in a thread, and told all the same."""
    with started() as sandbox, listening(sandbox.address) as stream:
        send(sandbox.address, comment="x" * 20_000)
        assert topics(stream, "messages")["messages"] == {1}


WEB = Path(smsc_codec_sandbox.web.__file__).parent
SAID = re.compile(r"""\b(?:t|say)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def _sentences() -> set[str]:
    said = {
        one or other
        for path in [*WEB.glob("templates/*.html"), *WEB.glob("*.py")]
        for one, other in SAID.findall(path.read_text(encoding="utf-8"))
    }
    unclear = re.findall(
        r"""raise Unclear\(\s*(?:"([^"]*)"|'([^']*)')""", (WEB / "search.py").read_text(encoding="utf-8")
    )
    return (said | {one or other for one, other in unclear}) - {"..."}  # of a docstring


def test_everything_is_said_in_russian() -> None:
    """Each sentence of templates and views has a Russian one, with the same places; so have statuses and errors."""
    wanted = _sentences() | {room.title for room in ROOMS}
    wanted |= set(meanings.STATUSES.values()) | set(meanings.ERRORS.values())
    wanted |= {
        text
        for codes in meanings.FAILURES.values()
        for one in codes.values()
        for text in (one.text, one.advice)
    }
    assert len(wanted) > 150
    assert sorted(wanted - set(words.RUSSIAN)) == []
    for english, russian in words.RUSSIAN.items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", russian)), english


def test_every_channel_has_a_name() -> None:
    """A message of any channel is shown by its name in both languages."""
    from smsc_codec_sandbox.web.views import CHANNELS

    assert set(CHANNELS) == set(PRICES)
    assert set(CHANNELS.values()) <= set(words.RUSSIAN)


@pytest.mark.parametrize(
    ("switch", "accepted", "language"),
    [
        ("", "", "en"), ("", "ru", "ru"), ("", "ru-RU,ru;q=0.9,en-US;q=0.8", "ru"),
        ("", "en-US,en;q=0.9,ru;q=0.8", "en"), ("", "de,fr;q=0.9", "en"), ("", "de,ru;q=0.5,en;q=0.4", "ru"),
        ("", "en;q=0.1,ru", "ru"), ("", "ru;q=x,en", "en"),
        ("en", "ru", "en"), ("ru", "en", "ru"), ("xx", "ru", "ru"), ("", "*", "en"), ("", ",;=,", "en"),
    ],
)  # fmt: skip
def test_the_language(switch: str, accepted: str, language: str) -> None:
    """RFC 9110 12.5.4: the switch, else what the browser likes best of what there is."""
    assert words.chosen(switch, accepted) == language
    page = asked(
        Web(Service(Config())), "/", cookie=f"smsc-language={switch}", accept_language=accepted
    ).data.decode()
    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("cookie", ["smsc-theme=dark", "a=b; smsc-theme=dark; c", "smsc-theme=blue", 'x="\\'])
def test_the_theme(cookie: str) -> None:
    """The theme of the switch; a cookie that is none is no harm."""
    page = asked(Web(Service(Config())), "/", cookie=cookie).data.decode()
    assert ('data-theme="dark"' in page) == ("=dark" in cookie)


INLINE = r"<script(?![^>]*src=)|<style|\son\w+=|style=|javascript:|\|\s*safe|autoescape"
MAKES_HTML = r"https?://|eval\(|innerHTML|insertAdjacentHTML|document\.write"


def test_no_script_is_inline() -> None:
    """No template has a script, a style or a handler of its own, and none is told that something is safe; one module of
    all makes HTML of a text.
    """
    for path in WEB.glob("templates/*.html"):
        assert not re.search(INLINE, path.read_text(encoding="utf-8")), path.name
    makers = {
        path.name
        for path in WEB.glob("static/*.js")
        if re.search(MAKES_HTML, path.read_text(encoding="utf-8"))
    }
    assert makers == {"fragments.js"}
