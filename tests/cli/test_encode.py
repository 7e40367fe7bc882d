"""`smsc-codec encode`: the way back from `decode --json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli import octets
from smsc_codec.payloads.binary import dcs, payload, pid, push, wbxml, wsp
from smsc_codec.payloads.binary.udh import Header
from tests.binary.strategies import headers, messages, services
from tests.cli.conftest import Cli

VECTORS = Path(__file__).parents[1] / "vectors"
EMS = "050A0307056048656C6C6F2C20576F726C6421"
PUSH = "0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101"
PUSH_JSON = {"as": "push", "service": {"type": "si", "href": "http://wap.ru/", "text": "wap.ru"}}


def vectors() -> list[str]:
    """Every well-formed message of the vectors, as `bin=2` takes it."""
    found = []
    for name, field in (("udh", "hex"), ("wap_push", "hex"), ("bin_payload", "mes")):
        for row in json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8")):
            if not any(key.startswith("error") for key in row["expected"]):
                found.append(row[field])
    return found


def test_there_are_vectors() -> None:
    """Most rows of the three files are well-formed."""
    assert len(vectors()) > 30


@pytest.mark.parametrize("arguments", [(), ("--as", "binary")], ids=["as it is", "binary"])
@pytest.mark.parametrize("text", vectors(), ids=lambda text: text[:30])
def test_there_and_back(cli: Cli, text: str, arguments: tuple[str, ...]) -> None:
    """BIN-1, BIN-2, BIN-4, BIN-5, CMT-3: `decode --json` then `encode` gives the same digits."""
    done = cli("decode", "--json", *arguments, stdin=text)
    assert (done.code, done.err) == (0, "")
    back = cli("encode", stdin=done.out)
    assert (back.code, back.err, back.out) == (0, "", text + "\n")


@pytest.mark.parametrize("trailer", ["", "\n~~~\npid: 0, dcs: 245"])
def test_push_there_and_back(cli: Cli, trailer: str) -> None:
    """BIN-5, CMT-3: a push is said by its link and title, and keeps its pid and dcs."""
    made = json.loads(cli("decode", "--json", stdin=PUSH + trailer).out)
    assert made["as"] == "push"
    assert (made["service"]["href"], made["service"]["text"]) == ("http://wap.ru/", "wap.ru")
    assert "document" not in made
    assert cli("encode", stdin=json.dumps(made)).out == PUSH + trailer + "\n"


def test_push_in_another_form(cli: Cli) -> None:
    """WAP-192: a push that its service does not say to the octet is said by its tokens."""
    longer = "0605040B8423F0DC0601AE02056A0045C60B03687474703A2F2F7761702E72752F0001037761702E7275000101"
    made = json.loads(cli("decode", "--json", longer).out)
    assert made["document"]["tokens"][2] == {"type": "attribute-start", "code": 0x0B}
    assert "service" not in made
    assert cli("encode", stdin=json.dumps(made)).out == longer + "\n"


@pytest.mark.parametrize("kind", ["dcs", "pid"])
def test_every_octet(kind: str) -> None:
    """TS 23.038 clause 4, 23.040 9.2.3.9: all 256 values of both octets go there and back."""
    reader: Any = {"dcs": dcs, "pid": pid}[kind]
    for octet in range(256):
        assert octets.from_json(octets.to_json(kind, reader.parse(octet)).decode(), None) == f"{octet:02X}"


@settings(max_examples=100, deadline=None)
@given(messages)
def test_any_message(message: payload.BinaryMessage) -> None:
    """Whatever a message says, its JSON says it too."""
    made = octets.to_json("binary", message).decode()
    assert octets.from_json(made, None) == payload.build_hex(message)


@settings(max_examples=100, deadline=None)
@given(headers)
def test_any_header(header: Header) -> None:
    """So does a header's."""
    text = octets.from_json(octets.to_json("udh", header).decode(), None)
    assert text + "48" == payload.build_hex(payload.BinaryMessage(header, b"H"))


@settings(max_examples=100, deadline=None)
@given(services, st.integers(0, 255))
def test_any_service(service: push.Service, transaction: int) -> None:
    """WAP-167, WAP-168: and a push's, in its short form and token by token."""
    made = push.message(service, transaction)
    digits = push.build(made).hex().upper()
    for value in (
        octets.push_message(made, None, None),
        octets.PushMessage(None, transaction, made.header, made.head, made.document),
    ):
        assert octets.from_json(octets.to_json("push", value).decode(), None) == digits


def test_fields_of_octets() -> None:
    """The names of fields that are written as digits are those of all octets, and of no text."""
    named: dict[str, set[bool]] = {}
    types: list[Any] = [payload.BinaryMessage, octets.PushMessage, wsp.PushUnit, wbxml.Document]
    seen = set()
    while types:
        type_ = types.pop()
        if type_ in seen or not (isinstance(type_, type) and issubclass(type_, msgspec.Struct)):
            continue
        seen.add(type_)
        for field in msgspec.structs.fields(type_):
            parts = list(_parts(field.type))
            types += parts
            if bytes in parts or str in parts:
                named.setdefault(field.name, set()).update(
                    one is bytes for one in parts if one in (bytes, str)
                )
    assert {name for name, kinds in named.items() if True in kinds} == octets.OCTETS
    assert all(len(named[name]) == 1 for name in octets.OCTETS)


def _parts(type_: Any) -> Any:
    inner = get_args(type_)
    if inner:
        for one in inner:
            yield from _parts(one)
    else:
        yield type_


@pytest.mark.parametrize(
    ("source", "arguments"),
    [
        (json.dumps(PUSH_JSON | {"transaction": 220}), ()),
        (json.dumps(PUSH_JSON | {"transaction": 220}), ("--as", "push")),
        (json.dumps({"service": PUSH_JSON["service"], "transaction": 220}), ()),
    ],
)
def test_push_by_hand(cli: Cli, source: str, arguments: tuple[str, ...]) -> None:
    """BIN-5: what a person writes of a push is enough."""
    assert cli("encode", *arguments, stdin=source).out == PUSH + "\n"


def test_text_form(cli: Cli) -> None:
    """PUSH-1: link, line feed, title; a file's last line end is no part of the title."""
    expected = PUSH.replace("DC", "00", 1)
    for text in ("http://wap.ru/\nwap.ru", "http://wap.ru/\nwap.ru\n"):
        done = cli("encode", "--as", "push", "--text", stdin=text)
        assert (done.code, done.out) == (0, expected + "\n")
    done = cli("encode", "--as", "push", "--text", stdin="http://wap.ru/")
    assert (done.code, done.out) == (1, "")
    assert "separate lines" in done.err


BINARY = {"as": "binary", "header": {"elements": []}, "body": "48"}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{", "JSON"),
        ("", "JSON"),
        ("[]", "expected an object"),
        ('{"a":' * 5000, "<stdin>: "),
        ({"as": "bianry"}, "as: 'bianry' is not one of binary, push, udh, dcs, pid"),
        ({"as": []}, "as: [] is not one of"),
        (BINARY | {"body": "4"}, "body: odd number of hexadecimal digits: 1"),
        (BINARY | {"body": "4G"}, "body: 'G' at offset 1 is not a hexadecimal digit"),
        (BINARY | {"body": 4}, "body: Expected `bytes`, got `int`"),
        (BINARY | {"bdy": "48"}, "bdy: no such field; did you mean body?"),
        ({"as": "binary", "hedaer": {}}, "hedaer: no such field; did you mean header?"),
        (BINARY | {"pid": 0}, "dcs: give both pid and dcs"),
        (BINARY | {"pid": 0, "dcs": 256}, "dcs: must be a whole number from 0 to 255, not 256"),
        (BINARY | {"problems": [{"message": "x", "start": 0, "end": 1}]}, "problems: "),
        (
            BINARY | {"header": {"elements": [{"type": "ports-16bt", "destination": 1, "source": 1}]}},
            "header.elements[0].type: Invalid value 'ports-16bt'; did you mean 'ports-16bit'?",
        ),
        (
            BINARY | {"header": {"elements": [{"type": "qqqqqqqqqq"}]}},
            "header.elements[0].type: Invalid value 'qqqqqqqqqq'\n",
        ),
        (
            BINARY
            | {"header": {"elements": [{"type": "ports-16bit", "destination": 1, "source": 1, "x": 1}]}},
            "header.elements[0].x: no such field; choose one of type, destination, source",
        ),
        (
            BINARY | {"header": {"elements": [{"type": "ports-16bit", "destination": 70000, "source": 1}]}},
            "header.elements[0].destination: must be a whole number from 0 to 65535, not 70000",
        ),
        (PUSH_JSON | {"head": "AE"}, "service: replaces header, head and document"),
        ({"as": "push"}, "service: expected service, or header, head and document"),
        ({"as": "push", "service": {"type": "sl", "href": "a", "text": "b"}}, "service.text: no such field"),
        (
            {"as": "push", "service": {"type": "si", "href": "a\0"}},
            "href[1]: a string cannot contain a zero octet",
        ),
        ({"as": "dcs", "group": "reserved", "alphabet": "ucs2"}, "'ucs2' does not go with the rest"),
    ],
)
def test_what_cannot_be_encoded(cli: Cli, source: Any, said: str) -> None:
    """The field and the reason are told; nothing is printed, no field is passed over in silence."""
    done = cli("encode", stdin=source if isinstance(source, str) else json.dumps(source))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("smsc-codec: <stdin>: ")
    assert f" {said}" in done.err
    assert done.err.count("\n") == 1


def test_partial_messages(cli: Cli) -> None:
    """What was decoded with problems is not encoded as if it were all."""
    partial = cli("decode", "--json", "050A0407056048").out
    assert "fix them first" in cli("encode", stdin=partial).err


@pytest.mark.parametrize("arguments", [("--text",), ("--as", "binary", "--text"), ("--as", "menu")])
def test_usage(cli: Cli, arguments: tuple[str, ...]) -> None:
    """Options that do not go together end in exit code 2."""
    done = cli("encode", *arguments, stdin="a\nb")
    assert (done.code, done.out) == (2, "")


def test_kinds_that_differ(cli: Cli) -> None:
    """What is asked for and what the JSON says must agree."""
    done = cli("encode", "--as", "push", stdin=json.dumps(BINARY))
    assert done.code == 1
    assert "describes binary, not push" in done.err


def test_files(cli: Cli, folder: Path) -> None:
    """A file by its name, and one that is missing."""
    (folder / "a.json").write_text(json.dumps(BINARY))
    assert cli("encode", "a.json").out == "0048\n"
    assert cli("encode", "gone.json").code == 1
