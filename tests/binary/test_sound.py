"""What no handset takes of a binary message that is written as it should be."""

from __future__ import annotations

from urllib.parse import quote_from_bytes

import pytest

import smsc_codec as sms
from smsc_codec.payloads.binary import payload, push, sound
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.binary.udh import Header
from tests.cli.conftest import Cli
from tests.cli.conftest import cli as cli

PUSH = "0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101"
PORTS = Header((push.PORTS,))
NOTICE = "0605040B8423F0DC0601BE8C829861008D908A808E0201F4880381013C83687474703A2F2F6D00"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (BinaryMessage(Header(), bytes(140)), False),
        (BinaryMessage(Header(), bytes(141)), True),
        (BinaryMessage(PORTS, bytes(133)), False),
        (BinaryMessage(PORTS, bytes(134)), True),
        (BinaryMessage(Header(), bytes(140), 0, 4), False),
        (BinaryMessage(Header(), bytes(141), 0, 4), True),
        (BinaryMessage(Header(), bytes(141), 0, 8), True),
        # One octet a septet, which the service may want: 160 characters, or 152 behind seven octets of header.
        (BinaryMessage(Header(), bytes(160), 0, 0), False),
        (BinaryMessage(Header(), bytes(161), 0, 0), True),
        (BinaryMessage(PORTS, bytes(152), 0, 0), False),
        (BinaryMessage(PORTS, bytes(153), 0, 0), True),
        (BinaryMessage(Header(), b"\x80" * 141, 0, 0), True),
        (BinaryMessage(Header(), bytes(141), 0, 0x20), True),
    ],
)
def test_what_one_message_holds(message: BinaryMessage, told: bool) -> None:
    """3GPP TS 23.040, 9.2.3.24: 140 octets with the header; BIN-2: the octet 00 of no header is not sent."""
    found = sound.too_long(message)
    assert (found is not None) is told
    if found:
        assert found.span.start == 140 + (not message.header.elements)


#: The octets, and the rule that tells of them.
MESSAGES = [
    ("00" + "41" * 140, None),
    ("00" + "41" * 141, "BIN001"),
    (PUSH, None),
    (PUSH[:-2], "BIN002"),
    (PUSH + "00", "BIN002"),
    (PUSH[:22], "BIN002"),
    (PUSH.replace("DC06", "DC07"), "BIN002"),
    (NOTICE, None),
    (NOTICE[:-4], "BIN002"),
    ("0605040B8423F0DC060183", None),  # another content, of which nothing is known
    ("0605041581000002", None),  # another port
    ("0B0003CC0201" + "05040B8423F0DC0601AE", None),  # one part of two
    ("07919730071111F1040B919799999999F900001110100000000005E8329BFD06", "BIN003"),
    ("0011000B919799999999F90000AA05E8329BFD06", "BIN003"),
    ("0011000B919799999999F90000AA05E8329BFD0600", None),  # one octet more: no PDU
]


@pytest.mark.parametrize(("digits", "code"), MESSAGES)
@pytest.mark.parametrize("raw", [False, True], ids=["bin=2", "bin=1"])
def test_lint_tells(digits: str, code: str | None, raw: bool) -> None:
    """BIN-1: in digits or as octets, the same is told of, at its place."""
    mes = quote_from_bytes(bytes.fromhex(digits), safe="") if raw else digits
    text = (
        f"https://smscentre.com/sys/send.php?login=a&psw=b&phones=79999999999&mes={mes}&bin={1 if raw else 2}"
    )
    found = [finding for finding in sms.lint(text, "request") if finding.code.startswith("BIN")]
    assert [finding.code for finding in found] == ([code] if code else [])
    for finding in found:
        start = text.index(mes)
        assert start <= finding.span.start <= finding.span.end <= start + len(mes)


@pytest.mark.parametrize(("digits", "code"), [row for row in MESSAGES if row[1] != "BIN003"])
def test_encode_warns(cli: Cli, digits: str, code: str | None) -> None:
    """What can be written is written; what no handset takes is told beside it."""
    made, problems = payload.read(digits)
    assert not problems
    plain = cli("decode", "--as", "binary", "--json", digits)
    done = cli("encode", stdin=plain.raw)
    assert (done.code, done.out) == (0, digits + "\n")
    assert ("warning" in done.err) is bool(code)
    assert made.header is not None
