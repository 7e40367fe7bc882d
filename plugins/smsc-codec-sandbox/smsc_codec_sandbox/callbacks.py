"""Calls customers' addresses, over HTTP (CBK-1 .. CBK-3)."""

from __future__ import annotations

import asyncio
import http.client
from urllib.parse import urlencode, urlsplit

import msgspec
from msgspec import structs

from smsc_codec.api.callback import MEDIA, Callback, build_callback, read_address
from smsc_codec.diagnostics import BuildError
from smsc_codec.text.charsets import Charset
from smsc_codec_sandbox.courier import Caught, Courier, Due, Notice, Told

#: Seconds that a customer's address has to answer.
TIMEOUT = 5.0


async def tell(courier: Courier, due: Due) -> None:
    """Call an address, and note what came of it."""
    if courier.allowed(due.address):
        try:
            # An address that drips its reply is left after the same time as one that says nothing.
            result = await asyncio.wait_for(asyncio.to_thread(post, *octets(due)), TIMEOUT)
        except TimeoutError:
            result = "TimeoutError"
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


def post(address: str, content: str, body: bytes) -> str:
    """Post a body, and say in a few words what came of it. Follows no redirection, uses no proxy."""
    parts = urlsplit(address)
    secure = parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    try:
        connection = kind(parts.hostname or "", parts.port or (443 if secure else 80), timeout=TIMEOUT)
    except (http.client.HTTPException, ValueError) as error:
        return type(error).__name__
    try:
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request("POST", target, body, {"Content-Type": content})
        return f"HTTP {connection.getresponse().status}"
    except (OSError, http.client.HTTPException, ValueError) as error:
        return type(error).__name__
    finally:
        connection.close()
