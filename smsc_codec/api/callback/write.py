"""Calls to octets, as the service makes them: for a stand-in, and for the tests of who receives them."""

from __future__ import annotations

from smsc_codec.api import form
from smsc_codec.api.callback.address import Format
from smsc_codec.api.callback.model import Callback
from smsc_codec.api.callback.read import CallbackError, read_callback
from smsc_codec.api.callback.signature import Signing, Unsigned, settled
from smsc_codec.api.replies.common import written
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.conform import conform
from smsc_codec.text.charsets import Charset, encode

#: The content type by format.
MEDIA: dict[Format, str] = {0: "application/x-www-form-urlencoded", 2: "text/xml", 3: "application/json"}


def build_callback(
    callback: Callback,
    *,
    sign: Signing | Unsigned,
    charset: Charset | None = None,
    fmt: Format = 0,
) -> bytes:
    """The body of a call, which reads back equal.

    Raises BuildError for what the charset cannot carry, and for fields that could be taken for others.
    """
    callback = conform(callback, Callback)
    if fmt not in tuple(MEDIA):
        raise BuildError("fmt", "0 for a form, 2 for XML, 3 for JSON")
    sign = settled(sign, charset)
    said = {}
    for name in callback.__struct_fields__:
        value = getattr(callback, name)
        if value is not None:
            said[name] = written(value)
    if isinstance(sign, Signing):
        said[sign.method] = sign.sign(callback)
    octets = _body(said, sign.charset, fmt)
    try:
        back = read_callback(octets, sign=sign)
    except CallbackError as error:
        raise BuildError("", str(error)) from None
    if back != callback:
        raise BuildError("", "would not read back equal")
    return octets


def _body(said: dict[str, str], charset: Charset, fmt: Format) -> bytes:
    octets = {name: encode(text, charset, name) for name, text in said.items()}
    if fmt == 0:
        return form.encode(octets).encode()
    if fmt == 3:
        import json

        return json.dumps(said, ensure_ascii=False).encode(charset)
    from smsc_codec.api.replies.xml import element

    inside = "".join(element(name, text) for name, text in said.items())
    return f'<?xml version="1.0" encoding="{charset}"?>\n<sms>\n{inside}</sms>\n'.encode(charset)
