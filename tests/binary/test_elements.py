"""Every information element against octets written by hand from 3GPP TS 23.040, 9.2.3.24."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.binary import elements
from smsc_codec.payloads.binary.address import Address
from smsc_codec.payloads.binary.control import (
    Concatenation8,
    Concatenation16,
    EmailHeader,
    HeaderSource,
    Hyperlink,
    Indication,
    LockingShift,
    Ports8,
    Ports16,
    ReplyAddress,
    SingleShift,
    SmscControl,
    Wcmp,
)
from smsc_codec.payloads.binary.elements import ScSpecific, SimToolkit, SmeSpecific, Unknown
from smsc_codec.payloads.binary.ems import (
    CharacterWvg,
    Compression,
    Distribution,
    ExtendedObject,
    LargeAnimation,
    LargePicture,
    ObjectRequest,
    PredefinedAnimation,
    PredefinedSound,
    ReusedObject,
    SmallAnimation,
    SmallPicture,
    StandardWvg,
    TextFormatting,
    UserPrompt,
    UserSound,
    VariablePicture,
)
from smsc_codec.payloads.binary.voicemail import (
    DeletedMessage,
    Mailbox,
    VoiceMailDeletion,
    VoiceMailNotification,
    VoiceMessage,
)

from .strategies import elements as any_element

# Identifier, data, what it says. The octets are the standard's tables filled in by hand.
BY_HAND: list[tuple[int, str, Any]] = [
    (0x00, "CC0201", Concatenation8(204, 2, 1)),
    (0x01, "0005", Indication("voicemail", 5)),
    (0x01, "A901", Indication("fax", 1, store=True, profile=2, extended=2)),
    (0x01, "0701", Indication("other", 1, extended=1)),
    (0x04, "F0F1", Ports8(240, 241)),
    (0x05, "0B8423F0", Ports16(2948, 9200)),
    (0x06, "01", SmscControl(completed=True)),
    (0x06, "02", SmscControl(permanent_error=True)),
    (0x06, "04", SmscControl(temporary_error_ended=True)),
    (0x06, "08", SmscControl(temporary_error_trying=True)),
    (0x06, "30", SmscControl(reserved=3)),
    (0x06, "40", SmscControl(cancel_remaining=True)),
    (0x06, "80", SmscControl(include_header=True)),
    (0x07, "02", HeaderSource(2)),
    (0x08, "CC010403", Concatenation16(0xCC01, 4, 3)),
    (0x09, "0102", Wcmp(b"\1\2")),
    (0x0A, "070560", TextFormatting(7, 5, italic=True, underline=True)),
    (0x0A, "010213", TextFormatting(1, 2, "language", bold=True)),
    (0x0A, "01028E", TextFormatting(1, 2, "right", "reserved", strikethrough=True)),
    (0x0A, "0102059A", TextFormatting(1, 2, "center", "large", foreground="bright-red", background="white")),
    (0x0B, "0103", PredefinedSound(1, 3)),
    (0x0C, "01424547", UserSound(1, b"BEG")),
    (0x0D, "0501", PredefinedAnimation(5, 1)),
    (0x0E, "02" + "AA" * 128, LargeAnimation(2, b"\xaa" * 128)),
    (0x0F, "02" + "AA" * 32, SmallAnimation(2, b"\xaa" * 32)),
    (0x10, "02" + "AA" * 128, LargePicture(2, b"\xaa" * 128)),
    (0x11, "02" + "AA" * 32, SmallPicture(2, b"\xaa" * 32)),
    (0x12, "010203" + "AA" * 6, VariablePicture(1, 2, 3, b"\xaa" * 6)),
    (0x13, "03", UserPrompt(3)),
    (0x14, "07010203090102AABB", ExtendedObject(7, 0x0102, 9, 0x0102, b"\xaa\xbb", True, True)),
    (0x14, "070001FC0A0000", ExtendedObject(7, 1, 10, 0, b"", reserved=63)),
    (0x15, "070102", ReusedObject(7, 0x0102)),
    (0x16, "210003AABBCC", Compression(3, b"\xaa\xbb\xcc", algorithm=1, parameter=2)),
    (0x17, "0201", Distribution(2, protected=True)),
    (0x17, "00FE", Distribution(0, reserved=127)),
    (0x18, "0155", StandardWvg(1, b"\x55")),
    (0x19, "0155", CharacterWvg(1, b"\x55")),
    (0x1A, "", ObjectRequest()),
    (0x20, "10", EmailHeader(16)),
    (0x21, "01020508", Hyperlink(0x0102, 5, 8)),
    (0x22, "0B919799999999F9", ReplyAddress(Address("79999999999"))),
    (0x22, "04812143", ReplyAddress(Address("1234", "unknown"))),
    (0x22, "02D0C1", ReplyAddress(Address("1a", "alphanumeric", 0))),
    (0x22, "07D0D3E67408", ReplyAddress(Address("3b6c478", "alphanumeric", 0))),
    (
        0x23,
        "74" + "0491214305" + "01" + "0102" + "1E" + "45" + "0391" + "21F3",
        VoiceMailNotification(
            Mailbox(Address("1234"), 5, profile=2, store=True, almost_full=True, full=True),
            (VoiceMessage(0x0102, Address("123"), length=30, retention_days=5, urgent=True),),
        ),
    ),
    (
        0x23,
        "81" + "0291" + "21" + "05" + "02" + "01EE" + "000100" + "000280" + "02AABB",
        VoiceMailDeletion(
            Mailbox(Address("12"), 5, extension=b"\xee"),
            (DeletedMessage(1), DeletedMessage(2, extension=b"\xaa\xbb")),
        ),
    ),
    (
        0x23,
        "01" + "0291" + "21" + "1F" + "1F" + "000100" * 31,
        VoiceMailDeletion(Mailbox(Address("12"), 31), (DeletedMessage(1),) * 31),
    ),
    (0x24, "01", SingleShift(1)),
    (0x25, "0D", LockingShift(13)),
    (0x70, "", SimToolkit(0x70, b"")),
    (0x7F, "01", SimToolkit(0x7F, b"\1")),
    (0x80, "01", SmeSpecific(0x80, b"\1")),
    (0x9F, "01", SmeSpecific(0x9F, b"\1")),
    (0xC0, "01", ScSpecific(0xC0, b"\1")),
    (0xDF, "01", ScSpecific(0xDF, b"\1")),
    (0x02, "01", Unknown(0x02, b"\1")),
    (0x03, "", Unknown(0x03, b"")),
    (0x1B, "01", Unknown(0x1B, b"\1")),
    (0x26, "01", Unknown(0x26, b"\1")),
    (0x6F, "01", Unknown(0x6F, b"\1")),
    (0xA0, "01", Unknown(0xA0, b"\1")),
    (0xE0, "01", Unknown(0xE0, b"\1")),
    (0xFF, "01", Unknown(0xFF, b"\1")),
]

# Data that does not have the form of its identifier: kept as it is.
MISSHAPEN = [
    (0x00, "CC02"),
    (0x00, "CC020100"),
    (0x01, "00"),
    (0x05, "0B84"),
    (0x0A, "0705"),
    (0x0A, "0705600000"),
    (0x0C, ""),
    (0x0F, "02" + "AA" * 31),
    (0x10, "02" + "AA" * 129),
    (0x14, "070102030901"),
    (0x1A, "00"),
    (0x22, ""),
    (0x22, "0B91979999"),
    (0x22, "0391211300"),
    (0x22, "039121" + "13"),
    (0x22, "041121" + "43"),
    (0x22, "07D0D3E674F8"),
    (0x23, ""),
    (0x23, "74049121430501"),
    (0x23, "7404912143050000"),
    (0x23, "00" + "0191F1" + "0100" + "00"),
    (0x23, "00" + "0111F1" + "0100"),
    (0x23, "80" + "0191F1" + "0100" + "02AA"),
    (0x23, "00" + "0191F1" + "0101" + "00010000" + "0111F1"),
    (0x23, "01" + "0191F1" + "0101" + "000180" + "01"),
    (0x24, ""),
]


@pytest.mark.parametrize(("number", "data", "element"), BY_HAND, ids=lambda value: str(value)[:30])
def test_an_element_reads_and_writes_as_the_standard_lays_it_out(
    number: int, data: str, element: elements.Element
) -> None:
    """Each octet of each element means what 9.2.3.24 says, and writes back to the same octets."""
    octets = bytes.fromhex(data)
    assert elements.decode(number, octets) == element
    assert elements.encode(element) == (number, octets)
    assert elements.identifier(element) == number


@pytest.mark.parametrize(("number", "data"), MISSHAPEN)
def test_data_without_the_form_of_its_identifier_is_kept(number: int, data: str) -> None:
    """Nothing is lost of an element whose data is too short, too long or of another form."""
    octets = bytes.fromhex(data)
    kept = elements.decode(number, octets)
    assert kept == Unknown(number, octets)
    assert elements.encode(kept) == (number, octets)


@settings(max_examples=200, deadline=None)
@given(any_element)
def test_an_element_reads_back_equal(element: elements.Element) -> None:
    """What is written reads as the same element."""
    number, data = elements.encode(element)
    assert elements.decode(number, data) == element


@pytest.mark.parametrize(
    ("element", "field"),
    [
        (Concatenation8(256, 1, 1), "reference"),
        (Concatenation8(1, -1, 1), "total"),
        (Concatenation8(1, 1, "1"), "sequence"),  # type: ignore[arg-type]
        (Concatenation16(65536, 1, 1), "reference"),
        (Indication("mail", 1), "kind"),  # type: ignore[arg-type]
        (Indication("fax", 1, profile=0), "profile"),
        (Indication("fax", 1, extended=8), "extended"),
        (TextFormatting(0, 1, size="huge"), "size"),  # type: ignore[arg-type]
        (TextFormatting(0, 1, foreground="white"), "background"),
        (SmallPicture(0, b"\0" * 31), "data"),
        (UserSound(0, "text"), "data"),  # type: ignore[arg-type]
        (ReplyAddress(Address("12x")), "address.digits"),
        (ReplyAddress(Address("1" * 21)), "address.digits"),
        (ReplyAddress(Address("1", "mobile")), "address.type"),  # type: ignore[arg-type]
        (ReplyAddress(Address("1", plan=16)), "address.plan"),
        (ReplyAddress("1"), "address"),  # type: ignore[arg-type]
        (VoiceMailDeletion(Mailbox(Address("1"), 256)), "mailbox.messages"),
        (VoiceMailDeletion(Mailbox(Address("1"), 1, profile=5)), "mailbox.profile"),
        (VoiceMailDeletion(Mailbox(Address("1"), 1, full=7)), "mailbox.full"),  # type: ignore[arg-type]
        (VoiceMailDeletion(Mailbox(Address("1"), 1), (DeletedMessage(1),) * 32), "messages"),
        (VoiceMailDeletion(Mailbox(Address("1"), 1), (DeletedMessage(65536),)), "messages[0].id"),
        (VoiceMailDeletion(None), "mailbox"),  # type: ignore[arg-type]
        (VoiceMailNotification(Mailbox(Address("1"), 1), (DeletedMessage(1),)), "messages[0]"),  # type: ignore[arg-type]
        (VoiceMailDeletion(Mailbox(Address("1"), 1, extension=bytes(256))), "mailbox.extension"),
        (SmeSpecific(0x70, b""), "id"),
        (Unknown(256, b""), "id"),
        (Unknown(0x00, b"\1\2\3"), ""),
        (Unknown(0x70, b""), ""),
        (7, ""),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_value_that_the_octets_cannot_say_is_refused(element: Any, field: str) -> None:
    """Ranges are checked when an element is written, and the error names the field."""
    with pytest.raises(BuildError) as error:
        elements.encode(element)
    assert error.value.field == field


def test_an_identifier_is_an_octet() -> None:
    """The first and the last one have a row; one less or one more is none."""
    assert elements.describe(0).title != elements.describe(255).title
    for number in (-1, 256):
        with pytest.raises(BuildError):
            elements.describe(number)


def test_every_identifier_has_a_row() -> None:
    """The table names all 256 identifiers, each once and in order (9.2.3.24)."""
    covered = [number for row in elements.IDENTIFIERS for number in range(row.first, row.last + 1)]
    assert covered == list(range(256))
    assert all(
        elements.describe(number).first <= number <= elements.describe(number).last for number in covered
    )


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (Address("79999999999"), "+79999999999"),
        (Address("1234", "unknown"), "1234"),
        # Four septets are 28 bits: seven semi-octets, and four zero bits to the end of the octet.
        (Address("3b6c478", "alphanumeric", 0), "SMSC"),
    ],
)
def test_an_address_as_people_write_it(address: Address, text: str) -> None:
    """9.1.2.5: international numbers begin with a plus; an alphanumeric address is packed septets."""
    assert address.text == text


def test_words_for_codes() -> None:
    """Codes that stay numbers have a word, reserved ones say so (9.2.3.24.6, 9.2.3.24.15)."""
    assert [HeaderSource(code).creator for code in range(5)] == [
        None,
        "original-sender",
        "original-receiver",
        "smsc",
        None,
    ]
    assert SingleShift(1).language == "Turkish"
    assert LockingShift(13).language == "Urdu"
    assert LockingShift(0).language == SingleShift(14).language == "reserved"


_BOX = Mailbox(Address("1"), 1)


@pytest.mark.parametrize(
    ("element", "least", "most"),
    [
        (lambda n: VoiceMailDeletion(Mailbox(Address("1"), n)), 0, 255),
        (lambda n: VoiceMailDeletion(Mailbox(Address("1", plan=n), 1)), 0, 15),
        (lambda n: VoiceMailDeletion(Mailbox(Address("1"), 1, profile=n)), 1, 4),
        (lambda n: VoiceMailDeletion(Mailbox(Address("1"), 1, reserved=n)), 0, 1),
        (lambda n: VoiceMailDeletion(Mailbox(Address("1"), 1, reserved_count=n)), 0, 7),
        (lambda n: VoiceMailDeletion(_BOX, (DeletedMessage(n),)), 0, 0xFFFF),
        (lambda n: VoiceMailDeletion(_BOX, (DeletedMessage(1, reserved=n),)), 0, 0x7F),
        (lambda n: VoiceMailNotification(_BOX, (VoiceMessage(n, Address("1")),)), 0, 0xFFFF),
        (lambda n: VoiceMailNotification(_BOX, (VoiceMessage(1, Address("1"), length=n),)), 0, 255),
        (lambda n: VoiceMailNotification(_BOX, (VoiceMessage(1, Address("1"), retention_days=n),)), 0, 31),
        (lambda n: VoiceMailNotification(_BOX, (VoiceMessage(1, Address("1"), reserved=n),)), 0, 1),
        (lambda n: SmeSpecific(n, b""), 0x80, 0x9F),
        (lambda n: ScSpecific(n, b""), 0xC0, 0xDF),
        (lambda n: SimToolkit(n, b""), 0x70, 0x7F),
    ],
)
def test_numbers_from_the_least_to_the_most(
    element: Callable[[int], elements.Element], least: int, most: int
) -> None:
    """9.2.3.24: what the bits of a field can say; one less or one more is refused."""
    for number in (least, most):
        assert elements.decode(*elements.encode(element(number))) == element(number)
    for number in (least - 1, most + 1):
        with pytest.raises(BuildError):
            elements.encode(element(number))
