"""Calls customers' addresses, over HTTP (CBK-1 .. CBK-3)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

import h11
import msgspec
from msgspec import structs

from smsc_codec.api.callback import MEDIA, Callback, build_callback, read_address
from smsc_codec.diagnostics import BuildError
from smsc_codec.text.charsets import Charset
from smsc_codec_sandbox.courier import Caught, Courier, Due, Notice, Told

#: Seconds that a customer's address has to answer.
TIMEOUT = 5.0
#: So many addresses are called at once.
AT_ONCE = 32
_PACKET = 16_384
_LOG = logging.getLogger("smsc_codec_sandbox")


class Rounds:
    """Calls addresses side by side; `told` is given each call that was made, when none of the same moment is left."""

    def __init__(self, courier: Courier, told: Callable[[Due], None]) -> None:
        self._courier, self._told = courier, told
        self._places = asyncio.Semaphore(AT_ONCE)
        self._going: set[asyncio.Task[None]] = set()

    def start(self, now: float) -> None:
        """Begin with what is due by now."""
        for line in self._courier.line_up(now):
            task = asyncio.create_task(self._through(line))
            self._going.add(task)
            task.add_done_callback(self._going.discard)

    async def _through(self, line: str) -> None:
        while (due := self._courier.next(line)) is not None:
            async with self._places:
                try:
                    await tell(self._courier, due)
                except Exception:
                    _LOG.exception("an address of '%s' was not told", due.login)
            if not self._courier.waits(line, due.at):
                self._told(due)

    async def end(self) -> None:
        """Leave what is under way."""
        for task in self._going:
            task.cancel()
        await asyncio.gather(*self._going, return_exceptions=True)


async def tell(courier: Courier, due: Due) -> None:
    """Call an address, and note what came of it."""
    if courier.allowed(due.address):
        try:
            result = await post(*octets(due))
        except BuildError as error:
            result = f"not called: {error}"
    else:
        result = "not called: neither on this machine nor one of callback_hosts"
    courier.made.append(Told(due.login, due.callback, _shown(due.address), result))


def _shown(address: str) -> str:
    """An address without what may be secret in it: its query, and whoever it names before the host."""
    bare = address.partition("?")[0]
    head, slashes, rest = bare.partition("//")
    host, slash, path = rest.partition("/")
    return f"{head}{slashes}{host.rpartition('@')[2]}{slash}{path}"


def octets(due: Due) -> tuple[str, str, bytes]:
    """The address without what its query says to the service, the content type and the body (CBK-1).

    Raises BuildError for a call that nobody could read. A letter that the charset has not becomes a question mark.
    """
    if isinstance(due.callback, Notice):  # no fact names its fields
        fields = {name: getattr(due.callback, name) for name in due.callback.__struct_fields__}
        return due.address, MEDIA[0], urlencode(fields).encode()
    if isinstance(due.callback, Caught):
        return due.address, "application/json", msgspec.json.encode(due.callback.message)
    how = read_address(due.address, unsigned=True)
    content = MEDIA[how.fmt] if how.fmt == 0 else f"{MEDIA[how.fmt]}; charset={how.sign.charset}"
    try:
        body = build_callback(due.callback, sign=how.sign, fmt=how.fmt)
    except BuildError:
        plain = _plainer(due.callback, how.sign.charset)
        body = build_callback(plain, sign=how.sign, fmt=how.fmt)
    return how.url, content, body


def _plainer(callback: Callback, charset: Charset) -> Callback:
    texts = {
        name: "".join(c if c.isprintable() or c in "\r\n\t" else "?" for c in value)
        for name in callback.__struct_fields__
        if isinstance(value := getattr(callback, name), str)
    }
    made: Callback = structs.replace(
        callback, **{name: text.encode(charset, "replace").decode(charset) for name, text in texts.items()}
    )
    return made


async def post(address: str, content: str, body: bytes) -> str:
    """Post a body, and say in a few words what came of it. Follows no redirection, uses no proxy."""
    try:
        # An address that drips its reply is left after the same time as one that says nothing.
        async with asyncio.timeout(TIMEOUT):
            return await _posted(address, content, body)
    except (OSError, ValueError, h11.ProtocolError) as error:
        return type(error).__name__


async def _posted(address: str, content: str, body: bytes) -> str:
    parts = urlsplit(address)
    secure = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    talk = h11.Connection(h11.CLIENT)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    named = (f"[{host}]" if ":" in host else host).encode("idna").decode()
    headers = [("Host", named if parts.port is None else f"{named}:{port}"), ("Content-Type", content),
               ("Content-Length", str(len(body))), ("Connection", "close")]  # fmt: skip
    octets = talk.send(h11.Request(method="POST", target=target, headers=headers)) or b""
    octets += (talk.send(h11.Data(data=body)) or b"") + (talk.send(h11.EndOfMessage()) or b"")
    reader, writer = await asyncio.open_connection(host, port, ssl=secure or None)
    try:
        writer.write(octets)
        while not isinstance(event := talk.next_event(), h11.Response):
            if event is h11.NEED_DATA:
                talk.receive_data(await reader.read(_PACKET))
        return f"HTTP {event.status_code}"
    finally:
        writer.close()
