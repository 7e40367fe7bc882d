"""MMS messages in pushes (WAP-209)."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import ParseError
from smsc_codec.payloads.binary import mms
from smsc_codec.payloads.binary.mms import Field
from smsc_codec.payloads.binary.wsp import ContentType

from .mms_samples import notification


def test_notifications() -> None:
    """WAP-209, 6.2: 300 notices, each field as it was written."""
    dice = random.Random(20260101)
    for _ in range(300):
        octets, said = notification(dice)
        message = mms.parse(octets)
        assert {field.name: field.value for field in message.fields} == said
        assert (message.type, message.body) == ("m-notification-ind", b"")


@pytest.mark.parametrize(
    ("octets", "field", "words"),
    [
        ("8B6100", Field("Message-ID", "a"), "a"),
        ("8504386D4380", Field("Date", datetime(2000, 1, 1, tzinfo=UTC)), "2000-01-01 00:00:00 UTC"),
        ("880381013C", Field("X-Mms-Expiry", timedelta(minutes=1)), "60 seconds from its sending (0:01:00)"),
        ("890181", Field("From", None), "added by the service"),
        ("8A6D796300", Field("X-Mms-Message-Class", "myc"), "myc"),
        ("8AFE", Field("X-Mms-Message-Class", 254), "254"),
        ("8AFF", Field("X-Mms-Message-Class", 255), "255"),
        ("8E0201F4", Field("X-Mms-Message-Size", 500), "500 octets"),
        ("8D9F", Field("X-Mms-MMS-Version", "1"), "1"),
        ("9581", Field("X-Mms-Status", "retrieved"), "retrieved"),
        ("9B81", Field("X-Mms-Read-Status", "deleted without being read"), "deleted without being read"),
        ("9604EAD09F00", Field("Subject", "П"), "П"),
        ("967FD09F00", Field("Subject", "П"), "П"),
        ("96204100", Field("Subject", " A"), " A"),
        ("967F8000", Field("Subject", "\x80"), "\x80"),  # the first octet that needs a quote before it
        ("967F7E00", Field("Subject", "\x7f~"), "\x7f~"),  # the last one that needs none
        ("9604847F8000", Field("Subject", "\x80"), "\x80"),
        ("9604847F7E00", Field("Subject", "\x7f~"), "\x7f~"),
        ("960484E98000", Field("Subject", "é\x80"), "é\x80"),
        ("9604EAE94100", Field("Subject", "\ufffdA"), "\ufffdA"),  # the charset that is said, which it is not
        ("8E1E" + "00" * 28 + "01F4", Field("X-Mms-Message-Size", 500), "500 octets"),
        ("9603E04100", Field("Subject", "A"), "A"),  # a charset that has no codec here
        ("96E900", Field("Subject", "é"), "é"),  # no UTF-8: read as Latin
        ("582D4D69003100", Field("X-Mi", "1"), "1"),
        ("F002ABCD", Field("0x70", b"\xab\xcd"), "ABCD"),
        ("84206100", Field("Content-Type", ContentType(" a")), " a"),
        (
            "84A3",
            Field("Content-Type", ContentType("application/vnd.wap.multipart.mixed", 0x23)),
            "application/vnd.wap.multipart.mixed",
        ),
        (
            "84038381EA",
            Field("Content-Type", ContentType("text/plain", 3, b"\x81\xea")),
            "text/plain; Charset=106 (utf-8)",
        ),
    ],
)
def test_fields_by_hand(octets: str, field: Field, words: str) -> None:
    """WAP-209, 7.2: each form of a value, and its words."""
    (read,) = mms.read(bytes.fromhex(octets))[0].fields
    assert (read, mms.words(read)) == (field, words)


def test_content_stands_behind_its_type() -> None:
    """WAP-209, 7.1: the content type is the last field."""
    message, problems = mms.read(bytes.fromhex("8C84" + "8D90" + "84838C82"))
    assert not problems
    assert (message.type, message.body) == ("m-retrieve-conf", b"\x8c\x82")


@pytest.mark.parametrize(
    ("octets", "place", "why"),
    [
        ("", 0, "does not start with its type"),
        ("8D908C82", 0, "does not start with its type"),
        ("8C828D90", 4, "m-notification-ind has no X-Mms-Transaction-Id"),
        ("8C868D908B61009561", 8, "is never closed"),
        ("8C8298616263", 3, "is never closed"),
        ("8C828E", 3, "ends before the value of X-Mms-Message-Size"),
        ("8C828E056162", 4, "should have 5 octets, but only 2 are left"),
        ("8C828820" + "81013C" + "00" * 31, 3, "does not start with a length"),
        ("8C828E1F" + "00" * 31, 3, "is not a number"),
        ("8C828E00", 3, "is not a number"),
        ("8C82880385013C", 4, "neither absolute"),
        ("8C82890382013C", 4, "an address follows"),
        ("8C82880A8008FFFFFFFFFFFFFFFF", 5, "outside the calendar"),
        ("8C82880A8108FFFFFFFFFFFFFFFF", 4, "too long for a time"),
        ("8C8205", 2, "0x05 is not the start of a field"),
    ],
)
def test_what_is_no_message(octets: str, place: int, why: str) -> None:
    """Cut off, out of order, or lacking what WAP-209 makes mandatory: the first problem says where and why."""
    with pytest.raises(ParseError) as error:
        mms.parse(bytes.fromhex(octets))
    assert (error.value.problems[0].span.start, why in error.value.problems[0].message) == (place, True)


def test_every_mandatory_field_is_missed() -> None:
    """WAP-209, table 3: a notice without any one of six fields is told of."""
    octets, said = notification(random.Random(1))
    fields = mms.read(octets)[0].fields
    assert not mms.read(octets)[1]
    mandatory = mms.MANDATORY["m-notification-ind"]
    assert len(mandatory) == 6
    assert set(mandatory) < set(said) == {field.name for field in fields}
    for name in mandatory:
        (problem,) = mms.read(without(octets, name))[1]
        assert problem.message == f"m-notification-ind has no {name}"


def without(octets: bytes, name: str) -> bytes:
    """A message without one of its fields."""
    cursor = mms.Cursor(octets, [])
    return b"".join(octets[start:end] for start, end, field in mms.fields(cursor) if field.name != name)


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=60) | st.integers(0, 10**6).map(lambda seed: notification(random.Random(seed))[0]),
    st.data(),
)
def test_any_octets_end_in_a_message_or_problems(octets: bytes, data: st.DataObject) -> None:
    """Reading is total: every problem's place is within the octets, and every value has words."""
    if octets and data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(octets) - 1))
        octets = octets[:place] + data.draw(st.binary(max_size=2)) + octets[place + 1 :]
    message, problems = mms.read(octets)
    assert all(0 <= one.span.start <= one.span.end <= len(octets) for one in problems)
    assert all(isinstance(mms.words(field), str) for field in message.fields)
