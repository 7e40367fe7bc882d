"""Text from strangers in every field of a request: one more parameter, recipient or file never comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from smsc_codec.api import (
    AddOperatorTemplate,
    AddTemplate,
    Asked,
    GetStatus,
    Key,
    Login,
    Notify,
    Send,
    Upload,
    build_request,
    read_request,
)
from smsc_codec.api.callback import Incoming, Signing, build_callback, read_callback
from smsc_codec.api.operations import Operation
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients
from tests.test_injection import ATTACKS, strangers, things

ALEX = Login("alex", "123")
HELLO = Send(phones=Recipients((Phone("79990000000"),)), message=Message("Hello"))
MORE = [
    "x&phones=79990000009", "x&list=79990000009:y", "x\r\nContent-Disposition: form-data; name=\"phones\"\r\n\r\n7",
    "x&cost=0", "x%26phones=7", "x+y", "x\r\n--", "\"; filename=\"y", "x;y", "a&b=c&psw=1", "x#y?z", "{\"phones\": 1}",
]  # fmt: skip


def _send(**fields: Any) -> Send:
    return structs.replace(HELLO, **fields)


#: Each field that takes text, by its path in errors.
PLACES: dict[str, Callable[[str], Operation]] = {
    "message.text": lambda text: _send(message=Message(text)),
    "message.comment": lambda text: _send(message=Message("Hello", comment=text)),
    "sender": lambda text: _send(sender=text),
    "subj": lambda text: _send(subj=text, channel="mms"),
    "id": lambda text: _send(id=text),
    "fileurl": lambda text: _send(fileurl=text),
    "imgcode": lambda text: _send(imgcode=text, userip="127.0.0.1"),
    "userip": lambda text: _send(userip=text),
    "pp": lambda text: _send(pp=text),
    "bot": lambda text: _send(bot=text),
    "phones.items[0].number": lambda text: _send(phones=Recipients((Phone(text),))),
    "files[0].name": lambda text: _send(channel="mms", files=(Upload(text, b"x"),)),
    "files[0].media": lambda text: _send(channel="mms", files=(Upload("x", b"x", text),)),
    "name": lambda text: AddTemplate(text, "m"),
    "msg": lambda text: AddTemplate("n", text),
    "sender of a template": lambda text: AddTemplate("n", "m", sender=text),
    "msg for operators": lambda text: AddOperatorTemplate("s", text, ("soc",)),
    "host": lambda text: Notify(1, host=text),
    "info": lambda text: Notify(1, info=text),
    "messages[0].id": lambda text: GetStatus((Asked(Phone("79990000000"), text),)),
}


def holds(name: str, text: str, **how: Any) -> bool:
    """Whether the text can be said there; asserts that it is then just that text, else refused by its field."""
    operation = PLACES[name](text)
    try:
        request = build_request(operation, ALEX, **how)
    except BuildError as error:
        field = name.partition(" ")[0]
        assert error.field, text
        assert error.field in field or field in error.field, (error.field, text)
        return False
    back = read_request(request.method, request.target, request.headers, request.body)
    assert back.errors == (), text
    assert things(back.operation) == things(operation), text
    assert back.operation == operation, text
    return True


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(
    "how", [{}, {"method": "GET"}, {"charset": "windows-1251"}], ids=["post", "get", "cp1251"]
)
def test_attacks_stay_text(name: str, how: dict[str, Any]) -> None:
    """REQ-2, REQ-5, LIST-9: whatever is written into a field is read back from it, or refused by the field's name."""
    if "files" in name and how.get("method") == "GET":
        return
    taken = [attack for attack in (*ATTACKS, *MORE) if holds(name, attack, **how)]
    assert len(taken) < len(ATTACKS) + len(MORE)
    if name in ("message.text", "subj", "msg", "info"):
        assert {"Ivan;x", "Ivan=x", "x&phones=79990000009", "x+y"} <= set(taken)


@given(st.sampled_from(sorted(PLACES)), strangers | st.sampled_from(MORE))
@settings(max_examples=400, deadline=None)
def test_random_text_adds_nothing(name: str, text: str) -> None:
    """For any text, as many recipients, files, comments and macros are received as were sent."""
    holds(name, text)


@given(strangers)
def test_secrets_are_no_structure_either(text: str) -> None:
    """REQ-3: a password or key with any sign in it is received as it is, or refused by its name."""
    for access, field in ((Login("alex", text), "psw"), (Login(text, "1"), "login"), (Key(text), "apikey")):
        try:
            request = build_request(HELLO, access)
        except BuildError as error:
            assert error.field == field
        else:
            back = read_request(request.method, request.target, request.headers, request.body)
            assert (back.access, back.operation) == (access, HELLO)


@given(strangers, strangers)
def test_callbacks(mes: str, to: str) -> None:
    """CBK-2: a message that somebody sent adds no field to a call, and cannot pass for another's signature."""
    sign = Signing("sha1", "zxc")
    try:
        body = build_callback(Incoming(phone="79990000000", mes=mes, to=to), sign=sign, charset="utf-8")
    except BuildError:
        return
    assert read_callback(body, sign=sign, charset="utf-8") == Incoming(phone="79990000000", mes=mes, to=to)
