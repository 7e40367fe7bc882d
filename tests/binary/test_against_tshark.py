"""The same octets read here and by tshark; where the two differ, docs/binary.md says who is right."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest

from smsc_codec.payloads.binary import (
    control,
    dcs,
    elements,
    ems,
    mms,
    pid,
    push,
    udh,
    wbxml,
    wsp,
    wsp_words,
)
from smsc_codec.payloads.binary.wsp_names import CONTENT_TYPES, FIELDS

from .mms_samples import notification
from .tshark import TSHARK, deliver, dissect, header_elements, shown

pytestmark = pytest.mark.skipif(TSHARK is None, reason="tshark is not installed")

ALPHABETS = get_args(dcs.Alphabet)
WAITING = get_args(dcs.WaitingKind)


def test_every_data_coding(tmp_path: Path) -> None:
    """All 256 octets: coding group, compression, class, alphabet, waiting indication."""
    packets = dissect([deliver(b"", dcs=octet, header=False) for octet in range(256)], tmp_path)
    for octet, packet in enumerate(packets):
        said, coding = shown(packet), dcs.parse(octet)
        assert int(said["gsm_sms.tp-dcs"]) == octet
        group = int(said.get("gsm_sms.coding_group_bits4", -1))
        if octet == 0:  # tshark has a word of its own for it, and no fields
            assert "gsm_sms.gsm_7_bit_default_alphabet" in said
        elif coding.group in ("general", "auto-delete"):
            assert said["gsm_sms.coding_group_bits2"] == str(int(coding.auto_delete))
            assert said["gsm_sms.dcs.text_compressed"] == str(int(coding.compressed))
            assert said["gsm_sms.dcs.message_class_defined"] == str(int(coding.message_class is not None))
            assert int(said["gsm_sms.dcs.character_set"], 16) == ALPHABETS.index(coding.alphabet)
            low = coding.spare if coding.message_class is None else coding.message_class
            assert int(said["gsm_sms.dcs.message_class"], 16) == low
        elif coding.group == "reserved":
            assert group in (8, 9, 10, 11)
            assert not any(name.startswith("gsm_sms.dcs.") for name in said)
        elif coding.waiting is not None:
            assert group == 12 + coding.waiting.store + (coding.alphabet == "ucs2")
            assert said["gsm_sms.dcs.indication_sense"] == str(int(coding.waiting.active))
            assert int(said["gsm_sms.dcs.message_waiting"], 16) == WAITING.index(coding.waiting.kind)
            assert int(said["gsm_sms.dcs.reserved"]) == coding.spare
        else:
            assert group == 15
            assert said["gsm_sms.dcs.message_coding"] == str(int(coding.alphabet == "8bit"))
            assert int(said["gsm_sms.dcs.message_class"], 16) == coding.message_class


def plain(words: str) -> str:
    """Words without the differences of writing."""
    return words.lower().replace("-", " ").split(" (")[0].strip()


#: Where tshark has other words for the same code.
OTHER_WORDS = {
    "Unknown": "reserved",
    "implicit - device type is specific to this SC, or can be concluded on the basis of the address": "implicit",
    "a message handling facility (known to the SC)": "message handling facility",
    "any public X.400-based message handling system": "public X.400-based message handling system",
    "values specific to each SC": "SC specific",
    "(U)SIM Data download": "(U)SIM Data download",
}


def test_every_protocol(tmp_path: Path) -> None:
    """All 256 octets: group, code, and the words for it."""
    packets = dissect([deliver(b"", pid=octet, header=False) for octet in range(256)], tmp_path)
    for octet, packet in enumerate(packets):
        protocol = pid.parse(octet)
        fields = {field.get("name", ""): field for field in packet.iter("field")}
        said = {name.removeprefix("gsm_sms.tp.pid."): field for name, field in fields.items()}
        assert fields["gsm_sms.tp-pid"].get("show") == str(octet)
        name = {
            "sme-to-sme": "sm_al_proto",
            "telematic": "device_type",
            "message-type": "message_type",
            "reserved": "undefined",
            "sc-specific": "sc_specific",
        }[protocol.group]
        assert int(said[name].get("show", ""), 0) == protocol.code
        if protocol.group in ("telematic", "message-type"):
            words = said[name].get("showname", "").split(": ", 1)[1].rsplit(" (", 1)[0]
            assert plain(OTHER_WORDS.get(words, words)) == plain(protocol.meaning)


#: The fields of tshark for an element, by their names without the prefix; elements not listed are octets to it.
Reading = Callable[[Any], dict[str, str]]


def placed(name: str, data: str) -> Reading:
    """An element of a position and octets."""
    return lambda element: {
        f"dis_iei_{name}.position": str(element.position),
        f"dis_iei_{name}.{data}": element.data.hex(":"),
    }


def concatenation(element: Any) -> dict[str, str]:
    """Either width."""
    return {
        "udh.mm.msg_id": str(element.reference),
        "udh.mm.msg_parts": str(element.total),
        "udh.mm.msg_part": str(element.sequence),
    }


def ports(element: Any) -> dict[str, str]:
    """Either width."""
    return {"destination_port": str(element.destination), "originator_port": str(element.source)}


def flag(value: bool) -> str:
    """As tshark shows it."""
    return str(int(value))


def formatting(element: ems.TextFormatting) -> dict[str, str]:
    """Alignment and size are checked by their words."""
    said = {
        "dis_iei_tf.start_position": str(element.position),
        "dis_iei_tf.length": str(element.length),
        "formatting_mode.style_bold": flag(element.bold),
        "formatting_mode.style_italic": flag(element.italic),
        "formatting_mode.style_underlined": flag(element.underline),
        "formatting_mode.style_strikethrough": flag(element.strikethrough),
    }
    if element.foreground is not None and element.background is not None:
        colours = get_args(ems.Colour)
        said["dis_iei_tf.foreground_colour"] = f"0x{colours.index(element.foreground):02x}"
        said["dis_iei_tf.background_colour"] = f"0x{colours.index(element.background):02x}"
    return said


READINGS: dict[type, Reading] = {
    control.Concatenation8: concatenation,
    control.Concatenation16: concatenation,
    control.Ports8: ports,
    control.Ports16: ports,
    control.Indication: lambda element: {
        "msg_ind_type_and_stor": flag(element.store),
        "profile_id": str(element.profile - 1),
        "ext_msg_ind_type": str(element.extended),
        "msg_ind_type": str(WAITING.index(element.kind)),
        "msg_count": str(element.count),
    },
    control.SmscControl: lambda element: {
        "status_report.short_msg": flag(element.completed),
        "status_report.permanent_error": flag(element.permanent_error),
        "status_report.temp_error_no_attempt": flag(element.temporary_error_ended),
        "status_report.temp_error_transfer": flag(element.temporary_error_trying),
        "status_report.active": flag(element.cancel_remaining),
        "status_report.original_udh": flag(element.include_header),
    },
    control.HeaderSource: lambda element: {"udh_created": str(element.code)},
    control.SingleShift: lambda element: {"dis_iei_lang.single_shift": str(element.code)},
    control.LockingShift: lambda element: {"dis_iei_lang.locking_shift": str(element.code)},
    ems.TextFormatting: formatting,
    ems.PredefinedSound: lambda element: {
        "dis_iei_ps.position": str(element.position),
        "dis_iei_ps.sound_number": str(element.sound),
    },
    ems.PredefinedAnimation: lambda element: {
        "dis_iei_pa.position": str(element.position),
        "dis_iei_pa.animation_number": str(element.animation),
    },
    ems.UserSound: placed("uds", "user_defined_sound"),
    ems.LargeAnimation: placed("la", "large_animation"),
    ems.SmallAnimation: placed("sa", "small_animation"),
    ems.LargePicture: placed("lp", "large_picture"),
    ems.SmallPicture: placed("sp", "small_picture"),
    ems.VariablePicture: lambda element: {
        "dis_iei_vp.position": str(element.position),
        "dis_iei_vp.horizontal_dimension": str(element.width),
        "dis_iei_vp.vertical_dimension": str(element.height),
        "dis_iei_vp.variable_picture": element.data.hex(":"),
    },
    ems.UserPrompt: lambda element: {"dis_iei_upi.num_corresponding_objects": str(element.objects)},
}

#: How many octets of data a random element of an identifier gets; any other gets up to eight.
LENGTHS: dict[int, tuple[int, ...]] = {
    **dict.fromkeys((0x00,), (3,)),
    **dict.fromkeys((0x01, 0x04, 0x0B, 0x0D, 0x17), (2,)),
    **dict.fromkeys((0x05, 0x08, 0x21), (4,)),
    **dict.fromkeys((0x06, 0x07, 0x13, 0x20, 0x24, 0x25), (1,)),
    0x0A: (3, 4),
    0x0C: (5, 9),
    0x0E: (129,),
    0x0F: (33,),
    0x10: (129,),
    0x11: (33,),
    0x12: (5, 9),
    0x14: (8, 12),
    0x15: (3,),
    0x16: (4, 8),
    0x1A: (0,),
}


def random_headers(count: int) -> list[bytes]:
    """Headers of one to three elements; the dice always fall the same."""
    dice = random.Random(20260101)
    made = []
    while len(made) < count:
        header = b""
        for _ in range(dice.randint(1, 3)):
            number = dice.choice((*LENGTHS, *LENGTHS, dice.randrange(256)))
            data = dice.randbytes(dice.choice(LENGTHS.get(number, tuple(range(9)))))
            header += bytes((number, len(data))) + data
        if len(header) < 138:
            made.append(bytes((len(header),)) + header)
    return made


def read_octets(field: ElementTree.Element) -> str:
    """The octets of an element's data as tshark cuts them."""
    return field.get("value", "")[4:]


def test_random_headers_field_by_field(tmp_path: Path) -> None:
    """500 headers: the same elements in the same order, and every field that tshark knows has the same value."""
    headers = random_headers(500)
    seen: set[type] = set()
    for octets, packet in zip(
        headers, dissect([deliver(octets) for octets in headers], tmp_path), strict=True
    ):
        ours, theirs = udh.parse(octets).elements, header_elements(packet)
        assert len(ours) == len(theirs), octets.hex()
        for element, field in zip(ours, theirs, strict=True):
            said = {
                inner.get("name", "").removeprefix("gsm_sms."): inner.get("show", "")
                for inner in field.iter("field")
            }
            assert int(said["ie_identifier"], 16) == elements.identifier(element)
            assert read_octets(field) == elements.encode(element)[1].hex()
            reading = READINGS.get(type(element))
            if reading is not None:
                seen.add(type(element))
                expected = reading(element)
                assert {name: said.get(name) for name in expected} == expected, octets.hex()
            if isinstance(element, ems.TextFormatting):
                words = field.find("field[@name='gsm_sms.formatting_mode']").get("showname", "")  # type: ignore[union-attr]
                assert f"Alignment: {element.alignment.capitalize()}" in words
                assert f"Font Size: {element.size.capitalize()}" in words
    assert seen == set(READINGS)


def test_every_identifier_has_the_same_name(tmp_path: Path) -> None:
    """All 256 identifiers: name and class as tshark has them."""
    packets = dissect([deliver(bytes((2, number, 0))) for number in range(256)], tmp_path)
    for number, packet in enumerate(packets):
        (field,) = header_elements(packet)
        row = elements.describe(number)
        words = field.get("show", "").removeprefix("IE: ").lower()
        assert ("n/a" if row.category == "reserved" else row.category) in words
        assert words.startswith(row.title.lower()[:20])


@pytest.mark.parametrize("octets", ["0A0003CC0201", "070003CC0201050A", "050004CC0201"])
def test_void_headers(octets: str, tmp_path: Path) -> None:
    """What is void by the standard is malformed to tshark."""
    data = bytes.fromhex(octets)
    _, problems = udh.read(data)
    assert problems
    (packet,) = dissect([deliver(data)], tmp_path)
    assert any("malformed" in proto.get("name", "") for proto in packet.iter("proto"))


def test_one_octet_that_is_no_element(tmp_path: Path) -> None:
    """9.2.3.24 voids the whole header, tshark keeps the elements before: here the standard is followed."""
    data = bytes.fromhex("060003CC020105")
    header, problems = udh.read(data)
    (packet,) = dissect([deliver(data)], tmp_path)
    assert problems
    assert header.elements == ()
    assert len(header_elements(packet)) == 1


def test_names_of_wsp(tmp_path: Path) -> None:
    """Every content type and header field that WSP numbers, except the two that WAP-230 renamed."""
    renamed = {0x0A: "text/vnd.wap.channel", 0x16: "application/vnd.wap.channelc"}
    header = udh.build(udh.Header((push.PORTS,)))
    units = [bytes((1, wsp.PUSH, 1, 0x80 | number)) for number in CONTENT_TYPES]
    packets = dissect([deliver(header + unit) for unit in units], tmp_path)
    for number, packet in zip(CONTENT_TYPES, packets, strict=True):
        expected = renamed.get(number, CONTENT_TYPES[number])
        assert shown(packet)["wsp.header.content_type"] == expected
    units = [bytes((1, wsp.PUSH, 3, 0x80, 0x80 | number, 0x81)) for number in FIELDS]
    packets = dissect([deliver(header + unit) for unit in units], tmp_path)
    for (number, name), packet in zip(FIELDS.items(), packets, strict=True):
        field = packet.find(".//field[@name='wsp.header.name_value']/..")
        names = [found.get("showname", "") for found in packet.iter("field")]
        assert any(plain(f"Name: {name}") in plain(words) for words in names), (number, name, names)
        assert field is not None


def test_pushes(tmp_path: Path) -> None:
    """A push made here is one to tshark: content type, document type, tags, attributes, strings."""
    made = [
        push.si("http://www.a.com/b", "Привет", action="signal-high", si_id="7", transaction=9),
        push.sl("https://a.org/", action="cache"),
    ]
    packets = dissect([deliver(push.build(one)) for one in made], tmp_path)
    for one, packet in zip(made, packets, strict=True):
        said = shown(packet)
        assert int(said["wsp.TID"], 16) == one.transaction
        assert int(said["wbxml.public_id.known"], 16) == one.document.public_id
        assert said["wbxml.charset"] == "106"
        strings = [found.get("show") for found in packet.iter("field") if found.get("name") == "wbxml.str_i"]
        assert strings == [
            token.data.decode() for token in one.document.tokens if isinstance(token, wbxml.Text)
        ]


def head_rows(heads: list[bytes], folder: Path) -> list[dict[str, str]]:
    """What tshark says of each field of push heads: name to words."""
    header = udh.build(udh.Header((push.PORTS,)))
    packets = dissect([deliver(header + bytes((1, wsp.PUSH, len(head))) + head) for head in heads], folder)
    return [
        dict(
            words.split(": ", 1)
            for field in packet.iter("field")
            if field.get("name", "").startswith("wsp.") and ": " in (words := field.get("showname", ""))
        )
        for packet in packets
    ]


def test_values_of_wsp_in_words(tmp_path: Path) -> None:
    """WAP-230, WAP-259, OMNA: versions, applications, bearers, charsets and the rest say the same as in tshark."""
    found: list[tuple[bytes, str, str]] = []
    for number in range(128):
        short = bytes((0x80 | number,))
        if number & 15 < 15:  # 15 says that there is no minor version, which tshark shows as one
            found.append((b"\xae\xc3" + short, "Encoding-Version", words_of("Encoding-Version", number)))
        if number in wsp_words.APPLICATIONS:
            meant = wsp_words.APPLICATIONS[number].split(", ")[0]
            found.append((b"\xae\xaf" + short, "X-Wap-Application-Id", meant))
        if number in wsp_words.BEARERS:
            meant = wsp_words.BEARERS[number].split(", ")[0]
            found.append((b"\xae\xb3" + short, "Bearer-Indication", meant))
        if number < 4:
            security = wsp_words.SECURITY[number]
            found.append((b"\x04\xb6\x91" + short + b"\0", "SEC", security))
        if number in (0, 3, *range(4, 13), 17, 106):
            found.append((b"\xae\x81" + short, "Accept-Charset", wsp_words.charset(number) or ""))
    dates = (0, 946684800, 10**9, 2**31 - 1)
    found += [(b"\xae\x92\4" + when.to_bytes(4, "big"), "Date", str(when)) for when in dates]
    found.append((b"\xae\xc6\x80", "X-Wap-Security", "close-subordinate"))
    found += [
        (b"\xae\x88" + bytes((0x80 | n,)), "Cache-Control", said)
        for n, said in ((0, "no-cache"), (1, "no-store"))
    ]
    rows = head_rows([head for head, _, _ in found], tmp_path)
    for (head, name, meant), said in zip(found, rows, strict=True):
        if name == "Date":
            theirs = datetime.strptime(said[name].split(".")[0].removesuffix(" UTC"), "%b %d, %Y %H:%M:%S")
            assert f"{theirs} UTC" == wsp_words.moment(int(meant))
        elif meant == "any":
            assert said[name] == "*"
        else:
            ours, theirs_plain = plain_word(meant), plain_word(said[name])
            assert theirs_plain.startswith(ours), (head.hex(), name, meant, said)


def words_of(name: str, number: int) -> str:
    """A field's value in our words."""
    return wsp_words.words(wsp.Field(name, number))


def plain_word(words: str) -> str:
    """Words without the differences of writing."""
    return re.sub("[^a-z0-9.*:]", "", words.lower())


MMS_WORDS = {
    "X-Mms-Message-Type": "mmse.message_type",
    "X-Mms-Transaction-Id": "mmse.transaction_id",
    "X-Mms-MMS-Version": "mmse.mms_version",
    "From": "mmse.from",
    "Subject": "mmse.subject",
    "X-Mms-Delivery-Report": "mmse.delivery_report",
    "X-Mms-Message-Class": "mmse.message_class.id",
    "X-Mms-Message-Size": "mmse.message_size",
    "X-Mms-Content-Location": "mmse.content_location",
}


def test_notifications_of_mms(tmp_path: Path) -> None:
    """WAP-209: 300 random notices, field by field as tshark's own reader of MMS has them."""
    dice = random.Random(20260102)
    made = [notification(dice)[0] for _ in range(300)]
    header = udh.build(udh.Header((push.PORTS,)))
    packets = dissect([deliver(header + b"\1\6\1\xbe" + one) for one in made], tmp_path)
    for octets, packet in zip(made, packets, strict=True):
        message = mms.parse(octets)
        said = shown(packet)
        for field in message.fields:
            if field.name == "X-Mms-Expiry":
                relative = isinstance(field.value, timedelta)
                theirs = said["mmse.expiry.rel" if relative else "mmse.expiry.abs"]
                if isinstance(field.value, timedelta):
                    assert float(theirs) == field.value.total_seconds()
                else:
                    assert f"{field.value:%H:%M:%S}" in theirs
                continue
            theirs = said[MMS_WORDS[field.name]]
            (row,) = (one for one in packet.iter("field") if one.get("name") == MMS_WORDS[field.name])
            if field.name == "From" and field.value is None:
                assert "insert" in theirs.lower()
            elif field.name == "Subject" and (b"\xff\xfe" in octets or not str(field.value).isascii()):
                continue  # tshark reads every text as ASCII, whatever charset it names
            elif field.name in mms.TOKENS:
                word = row.get("showname", "").split(": ", 1)[1].rsplit(" (", 1)[0].lower()
                assert word == str(field.value), octets.hex()
            else:
                assert theirs == str(field.value), octets.hex()
