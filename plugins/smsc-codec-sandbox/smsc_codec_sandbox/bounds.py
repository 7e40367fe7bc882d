"""Requests with more in them than the service takes: what is too long is left out before anything reads it.

Else one request would hold up the others: reading ten megabytes as a voice menu takes seconds, all in one step.
"""

from __future__ import annotations

from smsc_codec.api import form, multipart
from smsc_codec.api.received import MOST_PARAMETERS
from smsc_codec.diagnostics import ParseError

#: The longest value, in octets as sent, of a parameter that holds no list; a text has 1000 characters (PAR-3).
MOST_VALUE = 100_000
#: What may be as long as the body: lists.
_LISTS = ("list", "phones", "phone", "id")


def shortened(content: str, body: bytes) -> tuple[bytes, str]:
    """A body without what is too long in it, and why the request has to be refused; empty where it has not."""
    if len(body) <= MOST_VALUE:
        return body, ""
    kind = content.partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return _parts(content, body)
    if kind == "application/json" or body.lstrip()[:1] in (b"{", b"["):
        # Escapes in a text may look like names: ten times as many may stand there.
        many = body.count(b'":') > 10 * MOST_PARAMETERS
        return (b"{}", "too many parameters") if many else (body, "")
    if body.count(b"&") > 10 * MOST_PARAMETERS:
        return b"&".join(body.split(b"&", MOST_PARAMETERS)[:MOST_PARAMETERS]), "too many parameters"
    told = ""
    kept = []
    for pair in body.split(b"&"):
        name = pair.partition(b"=")[0]
        if len(pair) > MOST_VALUE and name.decode("latin-1") not in _LISTS:
            told = told or _long(name[:40])
            pair = b""
        kept.append(pair)
    return b"&".join(kept), told


def _parts(content: str, body: bytes) -> tuple[bytes, str]:
    try:
        parts = multipart.parse(content, body)
    except ParseError:
        return body, ""
    long = [p for p in parts if p.filename is None and len(p.data) > MOST_VALUE and p.name not in _LISTS]
    if not long:
        return body, ""
    pieces = body
    for part in long:
        pieces = pieces.replace(part.data, b"", 1)
    return pieces, _long(long[0].name.encode()[:40])


def _long(name: bytes) -> str:
    return f"{form.quoted(name)} is longer than {MOST_VALUE} octets"
