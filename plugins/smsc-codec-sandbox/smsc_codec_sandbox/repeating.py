"""A request that was kept, carried out once more."""

from __future__ import annotations

import msgspec
from msgspec import structs

from smsc_codec.api.access import Login
from smsc_codec.api.building import Format, Request, build_request
from smsc_codec.api.operations import Operation, Send
from smsc_codec.api.operations.send import Upload
from smsc_codec.diagnostics import BuildError
from smsc_codec.text.charsets import CHARSETS, Charset
from smsc_codec_sandbox.linting import STARS
from smsc_codec_sandbox.model import Exchange
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store

_FORMATS: tuple[Format, ...] = (0, 1, 2, 3)


class CannotReplay(ValueError):
    """A request that cannot be carried out once more; says why."""


def replay(service: Service, exchange: Exchange) -> int:
    """Carry out once more what a request was understood as, and give the key of the new request.

    Neither password nor key is kept, so the request says stars in their place and is taken for the account that it was
    made by. All else is as with any request: limits, money, failures that are ordered. Raises CannotReplay.
    """
    # ERR-4: whoever said a wrong password was nobody, whatever login stood beside it.
    is_known = exchange.login and (exchange.error != 2 or exchange.fault)
    client = service.clients.named(exchange.login) if is_known else None
    if exchange.operation is None or client is None:
        raise CannotReplay("this request was not understood, or is nobody's: there is nothing to repeat")
    made = _request(exchange, service.store)
    content = dict(made.headers).get("Content-Type", "")
    answer = service.answer(made.method, made.target, content, made.body, client)
    assert answer is not None
    answer.release()
    return answer.request


def _request(exchange: Exchange, store: Store) -> Request:
    """What asks for it. Raises CannotReplay."""
    fmt, charset = _FORMATS[exchange.fmt], _charset(exchange)
    try:
        operation = msgspec.convert(exchange.operation, Operation)
        if isinstance(operation, Send):
            operation = structs.replace(operation, files=_uploads(exchange, store))
        return build_request(operation, Login(exchange.login, STARS), fmt=fmt, charset=charset)
    except (msgspec.ValidationError, BuildError) as error:
        raise CannotReplay(f"what was understood of this request cannot be said again: {error}") from None


def _uploads(exchange: Exchange, store: Store) -> tuple[Upload, ...]:
    uploads = []
    for number, file in enumerate(exchange.files, 1):
        data = store.file(exchange.key, number)
        if data is None:
            raise CannotReplay("the files of this request are not kept any more, so it cannot be repeated")
        uploads.append(Upload(file.name, data, file.media))
    return tuple(uploads)


def _charset(exchange: Exchange) -> Charset:
    return next((known for known in CHARSETS if known == exchange.charset), "utf-8")
