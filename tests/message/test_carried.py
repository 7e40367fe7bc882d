"""What a message carries, which no fix may lose: its text by its channel, and its comment (CMT-1, PFX-1 .. PFX-3)."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.message import CODEC
from smsc_codec.payloads.message.options import MessageOptions
from smsc_codec.payloads.message.words import speaks


@pytest.mark.parametrize(("text", "channel", "wanted"), [
    ("__CALL__: Hi {name}\n~~~\nnote", "viber", [(("call", "text"), "Hi {name}"), (("call", "comment"), "note")]),
    ("Hi", "viber", [(("viber", "text"), "Hi")]),
    ("Hi\n~~~\n \n", "", [(("", "text"), "Hi")]),
    ("__PING__", "", []),
    ("00E8 ~~ PID=1;dcs 4", "bin", [(("bin", "octets"), "00E8"), (("bin", "pid and dcs", 1, 4), "")]),
    ("00E8\n~~~\nnote", "bin", [(("bin", "octets"), "00E8")]),
    (" \n", "", []),
])  # fmt: skip
def test_what_a_message_carries(text: str, channel: str, wanted: list[tuple[object, str]]) -> None:
    """The prefix goes before what the project says, and white space alone is nothing."""
    context = CODEC.context(text, MessageOptions(channel=channel))  # type: ignore[arg-type]
    assert [(one.who, context.words(one.words).strip()) for one in CODEC.carried(context)] == wanted


@pytest.mark.parametrize(("text", "channel", "said"), [
    ("Hi", "sms", True), (" \n", "sms", False), ("__CALL__: ", "sms", False), ("x\n~~~\nnote", "sms", True),
    ("__PING__", "sms", True), ("", "hlr", True), ("", "ping", True), ("<file 1>", "sms", True),
    ("{no_unsub} \n", "mail", False), ("{no_unsub} x", "mail", True), ("{no_unsub}", "sms", True),
])  # fmt: skip
def test_whether_a_message_says_anything(text: str, channel: str, said: bool) -> None:
    """A prefix and blanks are nothing, in an e-mail `{no_unsub}` too (REQ-4, MAIL-1); a probe needs no text (HLR-1)."""
    assert speaks(CODEC.read(text).value, channel) is said
