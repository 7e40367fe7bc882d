"""Every endpoint in every format, charset and way of asking: the core's two sides agree through a socket."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sandbox_wire import ALEX, ask, perform
from smsc_codec_sandbox.sandbox import started

from smsc_codec import api
from smsc_codec.api.building import Format, Method, Request, build_request
from smsc_codec.api.operations import Operation
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.replies import read_reply
from smsc_codec.api.replies.model import (
    Balance,
    Done,
    OperatorTemplate,
    OperatorTemplates,
    Price,
    Reply,
    Sent,
    Status,
    Statuses,
    Template,
    Templates,
    TemplateSaved,
)  # fmt: skip
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients
from smsc_codec.text.charsets import CHARSETS, Charset

PHONE = Phone("79990000000")
TO = Recipients((PHONE, Phone("79990000001")))
TEXT = "Привет, Alex!"
SEND = api.Send(phones=TO, message=Message(TEXT), id=7, sender="ivan", cost=3)


def _price(text: str = TEXT) -> api.Send:
    return api.Send(phones=TO, message=Message(text), cost=1)


#: What is asked in turn, and what is due; the prices are those of the configuration below.
TALK: tuple[tuple[Operation, Reply], ...] = (
    (_price(), Price(cost=Decimal("2.5"), cnt=2)),
    (SEND, Sent(id=7, cnt=2, cost=Decimal("2.5"), balance=Decimal("97.50"))),
    (
        api.Send(list=Mailing((Line(("79990000002",), "one"), Line(("79990000003",), TEXT))), id="a-1", cost=2),
        Sent(id="a-1", cnt=2, cost=Decimal("2.5")),
    ),
    (api.GetBalance(), Balance(balance=Decimal("95.00"))),
    (api.AddTemplate("greeting", TEXT, sender="ivan"), TemplateSaved(1)),
    (api.ChangeTemplate(1, name="hello", auto_sign=True), Done()),
    (api.GetTemplates(), Templates((Template(id=1, name="hello", sender="ivan", flag=1, message=TEXT),))),
    (api.DeleteTemplate(1), Done()),
    (api.GetTemplates(), Templates()),
    (api.AddOperatorTemplate("ivan", TEXT, ("mts_srv", "soc")),
     OperatorTemplates((OperatorTemplate("mts_srv", 1, 2), OperatorTemplate("soc", 1, 3)))),
    (api.GetOperatorTemplates("ivan", TEXT),
     OperatorTemplates((OperatorTemplate("mts_srv", 0, 2), OperatorTemplate("soc", 0, 3)))),
    (api.Notify(5, name="disk", host="db1", info=TEXT), Done()),
    (api.GetStatus((Asked(PHONE, 7),), delete=True), Done()),
)  # fmt: skip


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("fmt", [0, 1, 2, 3])
def test_every_endpoint(fmt: Format, charset: Charset, method: Method) -> None:
    """REQ-1, REQ-2, REQ-6, RSP-1 .. RSP-4, RSP-7, RSP-8, TPL-4, TPL-5, OPT-2, OPT-3, EVT-2, BAL-1: each reply is
    what the facts say, read by the core in the format and charset that were asked for.
    """
    account = {"login": "alex", "psw": "123", "balance": "100.00"}
    with started(accounts=[account], prices={"sms": "1.25"}) as sandbox:
        for operation, due in TALK:
            assert ask(sandbox.address, operation, fmt=fmt, charset=charset, method=method) == due
        assert [m.text for m in sandbox.messages] == [TEXT, "one", TEXT]


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("fmt", [0, 1, 2, 3])
def test_statuses(fmt: Format, charset: Charset) -> None:
    """STA-1 .. STA-4: one message by each level of detail, and several at once, those not found among them."""
    with started() as sandbox:
        ask(sandbox.address, SEND)
        sandbox.advance(5)
        for all in (0, 1, 2):
            one = ask(sandbox.address, api.GetStatus((Asked(PHONE, 7),), all=all), fmt=fmt, charset=charset)
            assert isinstance(one, Status)
            assert one.status == 1
            if all and fmt:
                assert (one.phone, one.message) == ("79990000000", TEXT)
                assert (one.cost, one.sender_id) == (Decimal("1.00"), "ivan")
            question = api.GetStatus((Asked(PHONE, 7), Asked(PHONE, "unknown")), all=all)
            several = ask(sandbox.address, question, fmt=fmt, charset=charset)
            assert isinstance(several, Statuses)
            assert [row.status for row in several.items] == [1, -3]


@pytest.mark.parametrize("fmt", [0, 1, 2, 3])
def test_multipart_and_json(fmt: Format) -> None:
    """REQ-5, FIL-1, BEY-2: a form with a file, and a JSON object, which is always answered in JSON."""
    with started() as sandbox:
        cat = Upload("cat.png", b"\x89PNG\r\n\0", "image/png")
        mms = api.Send(phones=TO, message=Message(TEXT), channel="mms", id=1, files=(cat,))
        assert ask(sandbox.address, mms, fmt=fmt) == Sent(id=1, cnt=2)
        (file,) = sandbox.messages[0].files
        assert (file.name, file.size, file.media) == ("cat.png", 7, "image/png")
        request: Request = build_request(SEND, ALEX, fmt=fmt, rest=True)
        reply = read_reply(perform(sandbox.address, request), SEND, fmt=3)
        assert reply == Sent(id=7, cnt=2, cost=Decimal("2.00"), balance=Decimal("988.00"))


@pytest.mark.parametrize("fmt", [0, 1, 2, 3])
@pytest.mark.parametrize("operation", [one for one, _ in TALK], ids=lambda one: type(one).__name__)
def test_errors_of_every_endpoint(operation: Operation, fmt: Format) -> None:
    """ERR-1 .. ERR-5: a wrong password is error 2 everywhere, in the format that was asked for."""
    with started() as sandbox:
        reply = ask(sandbox.address, operation, fmt=fmt, access=api.Login("alex", "wrong"))
        assert getattr(reply, "code", None) == 2
        assert getattr(reply, "id", None) is None
