"""What the service tells a customer's address: a status, an incoming message, an awaited call (CBK-1, CBK-2, CBK-3).

::

    HOW = read_address("https://shop.example/smsc?charset=utf-8&fmt=3&sha1=" + SECRET)   # as the account has it

    callback = read_callback(body, sign=HOW.sign)                                        # or a CallbackError
"""

from __future__ import annotations

from smsc_codec.api.callback.address import Address, AddressError, Format, read_address, signing
from smsc_codec.api.callback.model import AwaitedCall, Callback, Incoming, StatusReport
from smsc_codec.api.callback.read import CallbackError, read_callback
from smsc_codec.api.callback.signature import UNSIGNED, Method, Signing, Unsigned
from smsc_codec.api.callback.write import MEDIA, build_callback

__all__ = [
    "MEDIA",
    "UNSIGNED",
    "Address",
    "AddressError",
    "AwaitedCall",
    "Callback",
    "CallbackError",
    "Format",
    "Incoming",
    "Method",
    "Signing",
    "StatusReport",
    "Unsigned",
    "build_callback",
    "read_address",
    "read_callback",
    "signing",
]
