"""Calls customers' addresses, over HTTP (CBK-1 .. CBK-3)."""

from __future__ import annotations

import asyncio
import http.client
import json
from urllib.parse import parse_qs, urlsplit

from smsc_codec.api import form
from smsc_codec.api.callback import build_callback, signing
from smsc_codec.diagnostics import BuildError
from smsc_codec.text.charsets import CHARSETS, Charset
from smsc_codec_sandbox.courier import Courier, Due, Told

#: Seconds that a customer's address has to answer.
TIMEOUT = 5.0
#: CBK-1: what the address's own query says to the service; a secret word is sent to nobody.
_SETTINGS = ("charset", "fmt", "md5", "sha1", "crc32")


async def tell(courier: Courier, due: Due) -> None:
    """Call an address, and note what came of it."""
    if courier.allowed(due.address):
        result = await asyncio.to_thread(post, *octets(due))
    else:
        result = "not called: neither on this machine nor one of callback_hosts"
    courier.made.append(Told(due.login, due.callback, due.address.partition("?")[0], result))


def octets(due: Due) -> tuple[str, str, bytes]:
    """The address without what it says to the service, the content type and the body; `fmt=3` is JSON."""
    base, _, query = due.address.partition("?")
    said = parse_qs(query)
    charset: Charset = next((one for one in CHARSETS if one in said.get("charset", ())), "utf-8")
    try:
        parameters = build_callback(due.callback, sign=signing(due.address), charset=charset)
    except BuildError:  # a text that the charset cannot carry
        charset = "utf-8"
        parameters = build_callback(due.callback, sign=signing(due.address), charset=charset)
    kept = "&".join(pair for pair in query.split("&") if pair and pair.partition("=")[0] not in _SETTINGS)
    address = f"{base}?{kept}" if kept else base
    if said.get("fmt") == ["3"]:
        texts = {name: value.decode(charset) for name, value in parameters.items()}
        return address, "application/json; charset=utf-8", json.dumps(texts, ensure_ascii=False).encode()
    return address, "application/x-www-form-urlencoded", form.encode(parameters).encode()


def post(address: str, content: str, body: bytes) -> str:
    """Post a body, and say in a few words what came of it. Follows no redirection, uses no proxy."""
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT)
    try:
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request("POST", target, body, {"Content-Type": content})
        return f"HTTP {connection.getresponse().status}"
    except (OSError, http.client.HTTPException, ValueError) as error:
        return type(error).__name__
    finally:
        connection.close()
