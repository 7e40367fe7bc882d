"""The vectors of `tests/vectors`: made from the standards and the service's page, checked with other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smsc_codec.diagnostics import ParseError
from smsc_codec.payloads.binary import control, dcs, elements, ems, payload, pid, push, udh, wsp
from smsc_codec.payloads.binary.tree import Element, tree

VECTORS = Path(__file__).parents[1] / "vectors"


def load(name: str) -> Any:
    """The rows of one file."""
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def fields(element: Any) -> dict[str, Any]:
    """What an element says, under the vectors' own names."""
    match element:
        case control.Concatenation8() | control.Concatenation16():
            return {"ref": element.reference, "total": element.total, "seq": element.sequence}
        case control.Ports8() | control.Ports16():
            return {"dst": element.destination, "src": element.source}
        case control.Indication():
            return {
                "store": element.store,
                "profile": element.profile,
                "ext_type": element.extended,
                "type": ("voicemail", "fax", "email", "other").index(element.kind),
                "count": element.count,
            }
        case control.SmscControl():
            return {"value": elements.encode(element)[1][0]}
        case control.HeaderSource():
            return {"source": (element.creator or "").replace("-", "_")}
        case ems.TextFormatting():
            return {
                "start": element.position,
                "length": element.length,
                "align": element.alignment,
                "size": element.size,
                "bold": element.bold,
                "italic": element.italic,
                "underline": element.underline,
                "strikethrough": element.strikethrough,
            }
        case ems.PredefinedSound():
            return {"position": element.position, "sound": element.sound}
        case ems.PredefinedAnimation():
            return {"position": element.position, "animation": element.animation}
        case ems.SmallPicture():
            return {"position": element.position, "data": element.data.hex()}
        case ems.UserPrompt():
            return {"objects": element.objects}
        case control.Hyperlink():
            return {
                "position": element.position,
                "title_length": element.title_length,
                "url_length": element.url_length,
            }
        case control.SingleShift() | control.LockingShift():
            return {"language": element.language, "code": element.code}
        case _:
            return {"data": elements.encode(element)[1].hex()}


@pytest.mark.parametrize("row", load("udh.json"), ids=lambda row: row["id"])
def test_headers(row: Any) -> None:
    """BIN-2; 3GPP TS 23.040, 9.2.3.24: every field of every element, and the body."""
    expected = row["expected"]
    if "error" in expected:
        with pytest.raises(ParseError):
            payload.parse(row["hex"])
        return
    message = payload.parse(row["hex"])
    data = udh.build(message.header)
    assert data[0] == expected["udhl"]
    assert message.body.hex() == expected["body"]
    found = message.header.elements
    assert [elements.identifier(element) for element in found] == [ie["iei"] for ie in expected["ies"]]
    assert [fields(element) for element in found] == [ie["fields"] for ie in expected["ies"]]
    assert [elements.encode(element)[1].hex() for element in found] == [ie["data"] for ie in expected["ies"]]
    assert payload.build_hex(message) == row["hex"]
    if "last occurrence" in expected.get("note", ""):
        assert message.header.effective == found[-1:]
    if "ignores" in expected.get("note", ""):
        assert message.header.effective == ()


def as_row(element: Element) -> dict[str, Any]:
    """An element as the vectors write it."""
    return {
        "tag": element.tag,
        "attrs": element.attributes,
        "text": element.text,
        "children": [as_row(child) for child in element.children],
    }


@pytest.mark.parametrize("row", load("wap_push.json"), ids=lambda row: row["id"])
def test_pushes(row: Any) -> None:
    """BIN-5, WAP-167, WAP-168: the WSP unit and the document, and the same octets back."""
    message = payload.parse(row["hex"])
    unit = wsp.parse(message.body)
    read = push.parse(bytes.fromhex(row["hex"]))
    assert {
        "tid": unit.transaction,
        "pdu_type": wsp.PUSH,
        "header_length": len(unit.head),
        "headers": unit.head.hex(),
    } == row["wsp"]
    assert {
        "content_type": unit.content_type.media,
        "wbxml_version": read.document.version_text,
        "document": as_row(tree(read.document)),
    } == row["expected"]
    assert push.build(read).hex().upper() == row["hex"]


@pytest.mark.parametrize("row", load("dcs.json"), ids=lambda row: str(row["dcs"]))
def test_data_coding(row: Any) -> None:
    """3GPP TS 23.038, clause 4."""
    coding = dcs.parse(row["dcs"])
    waiting = coding.waiting
    assert {
        "dcs": dcs.build(coding),
        "alphabet": coding.alphabet,
        "compressed": coding.compressed,
        "message_class": coding.message_class,
        "auto_delete": coding.auto_delete,
        "mwi": waiting and {"store": waiting.store, "active": waiting.active, "type": waiting.kind},
        "reserved": coding.reserved,
        "agrees_with": row["agrees_with"],
    } == row


@pytest.mark.parametrize("row", load("pid.json"), ids=lambda row: str(row["pid"]))
def test_protocols(row: Any) -> None:
    """3GPP TS 23.040, 9.2.3.9."""
    protocol = pid.parse(row["pid"])
    assert pid.build(protocol) == row["pid"]
    assert protocol.group == row["group"]
    said = {"sm_al_protocol": protocol.code, "value": protocol.code}
    said |= {"device": protocol.meaning, "type": protocol.meaning}  # type: ignore[dict-item]
    for name in said.keys() & row.keys():
        assert said[name] == row[name]


@pytest.mark.parametrize("row", load("bin_payload.json"), ids=lambda row: row["source"])
def test_messages(row: Any) -> None:
    """BIN-1, BIN-2, CMT-3."""
    expected = row["expected"]
    if "error" in expected or "error_or_comment" in expected:
        with pytest.raises(ParseError):
            payload.parse(row["mes"])
        return
    message = payload.parse(row["mes"])
    assert payload.build_hex(message) == row["mes"]
    header = udh.build(message.header)
    said = {
        "payload": (header + message.body).hex().upper(),
        "pid": None if message.pid is None else str(message.pid),
        "dcs": None if message.dcs is None else str(message.dcs),
        "udhl": header[0],
        "body": message.body.hex(),
    }
    assert {name: said[name] for name in expected} == expected
