"""Values of binary messages, for property tests and the fuzzer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

from hypothesis import strategies as st

from smsc_codec.payloads.binary import address, control, ems, push, udh, wbxml, wsp
from smsc_codec.payloads.binary import elements as ies
from smsc_codec.payloads.binary import voicemail as vm
from smsc_codec.payloads.binary.payload import BinaryMessage

octet = st.integers(0, 255)
double = st.integers(0, 0xFFFF)
flag = st.booleans()
number = st.one_of(st.integers(0, 300), st.integers(0, 0xFFFFFFFF))


def words(literal: object) -> st.SearchStrategy[str]:
    """One of the words of a Literal."""
    return st.sampled_from(get_args(literal))


def data(most: int, least: int = 0) -> st.SearchStrategy[bytes]:
    """Octets of some length."""
    return st.binary(min_size=least, max_size=most)


addresses = st.builds(
    address.Address,
    digits=st.text("0123456789*#abcf", max_size=20),
    type=words(address.NumberType),
    plan=st.integers(0, 15),
)
mailboxes = st.builds(
    vm.Mailbox,
    addresses,
    octet,
    profile=st.integers(1, 4),
    store=flag,
    almost_full=flag,
    full=flag,
    extension=st.none() | data(5),
    reserved=st.integers(0, 1),
    reserved_count=st.integers(0, 7),
)
voice_messages = st.builds(
    vm.VoiceMessage,
    double,
    addresses,
    length=octet,
    retention_days=st.integers(0, 31),
    urgent=flag,
    extension=st.none() | data(5),
    reserved=st.integers(0, 1),
)
deleted_messages = st.builds(
    vm.DeletedMessage, double, extension=st.none() | data(5), reserved=st.integers(0, 127)
)
plain_looks = {
    "position": octet,
    "length": octet,
    "alignment": words(ems.Alignment),
    "size": words(ems.Size),
    "bold": flag,
    "italic": flag,
    "underline": flag,
    "strikethrough": flag,
}
placed = {
    ems.UserSound: data(60),
    ems.LargeAnimation: data(128, 128),
    ems.SmallAnimation: data(32, 32),
    ems.LargePicture: data(128, 128),
    ems.SmallPicture: data(32, 32),
    ems.StandardWvg: data(20),
    ems.CharacterWvg: data(20),
}

elements = st.one_of(
    st.builds(control.Concatenation8, octet, octet, octet),
    st.builds(control.Concatenation16, double, octet, octet),
    st.builds(
        control.Indication,
        words(control.IndicationKind),
        octet,
        store=flag,
        profile=st.integers(1, 4),
        extended=st.integers(0, 7),
    ),
    st.builds(control.Ports8, octet, octet),
    st.builds(control.Ports16, double, double),
    st.builds(control.SmscControl, flag, flag, flag, flag, flag, flag, st.integers(0, 3)),
    st.builds(control.HeaderSource, octet),
    st.builds(control.Wcmp, data(20)),
    st.builds(control.EmailHeader, octet),
    st.builds(control.Hyperlink, double, octet, octet),
    st.builds(control.ReplyAddress, addresses),
    st.builds(control.SingleShift, octet),
    st.builds(control.LockingShift, octet),
    st.builds(ems.TextFormatting, **plain_looks),
    st.builds(ems.TextFormatting, **plain_looks, foreground=words(ems.Colour), background=words(ems.Colour)),
    st.builds(ems.PredefinedSound, octet, octet),
    st.builds(ems.PredefinedAnimation, octet, octet),
    *(st.builds(kind, octet, tail) for kind, tail in placed.items()),
    st.builds(ems.VariablePicture, octet, octet, octet, data(40)),
    st.builds(ems.UserPrompt, octet),
    st.builds(
        ems.ExtendedObject,
        octet,
        double,
        octet,
        double,
        data(40),
        protected=flag,
        user_prompt=flag,
        reserved=st.integers(0, 63),
    ),
    st.builds(ems.ReusedObject, octet, double),
    st.builds(ems.Compression, double, data(40), st.integers(0, 15), st.integers(0, 15)),
    st.builds(ems.Distribution, octet, flag, st.integers(0, 127)),
    st.builds(ems.ObjectRequest),
    st.builds(vm.VoiceMailNotification, mailboxes, st.lists(voice_messages, max_size=4).map(tuple)),
    st.builds(vm.VoiceMailDeletion, mailboxes, st.lists(deleted_messages, max_size=4).map(tuple)),
    st.builds(ies.SimToolkit, st.integers(0x70, 0x7F), data(10)),
    st.builds(ies.SmeSpecific, st.integers(0x80, 0x9F), data(10)),
    st.builds(ies.ScSpecific, st.integers(0xC0, 0xDF), data(10)),
    st.builds(ies.Unknown, st.integers(0x26, 0x6F) | st.integers(0xE0, 0xFF), data(10)),
    st.builds(ies.Unknown, st.sampled_from((0x00, 0x04, 0x05, 0x0A)), data(1)),
)


def _fits(header: udh.Header) -> bool:
    return sum(2 + len(ies.encode(element)[1]) for element in header.elements) <= udh.MAX_LENGTH


headers = st.builds(udh.Header, st.lists(elements, max_size=4).map(tuple)).filter(_fits)
messages = st.builds(BinaryMessage, headers, st.binary(max_size=60)) | st.builds(
    BinaryMessage, headers, st.binary(max_size=60), octet, octet
)

no_zero = st.binary(max_size=12).map(lambda octets: octets.replace(b"\0", b""))
values = st.one_of(
    st.builds(wbxml.Text, no_zero),
    st.builds(wbxml.TableText, number),
    st.builds(wbxml.Entity, number),
    st.builds(wbxml.Opaque, data(9)),
    st.builds(wbxml.Extension, st.integers(0x40, 0x42), no_zero),
    st.builds(wbxml.Extension, st.integers(0x80, 0x82), number),
    st.builds(wbxml.Extension, st.integers(0xC0, 0xC2)),
)
switches = st.builds(wbxml.SwitchPage, octet)
starts = st.one_of(
    st.builds(wbxml.AttributeStart, st.integers(5, 63) | st.integers(69, 127)),
    st.builds(wbxml.LiteralAttribute, number),
)
attribute_values = values | st.builds(wbxml.AttributeValue, st.integers(0x85, 0xBF) | st.integers(0xC5, 0xFF))


@st.composite
def _attribute_lists(draw: st.DrawFn) -> tuple[wbxml.Token, ...]:
    tokens: list[wbxml.Token] = []
    for _ in range(draw(st.integers(1, 3))):
        tokens.append(draw(starts))
        tokens += draw(st.lists(attribute_values | switches, max_size=3))
    return (*tokens, wbxml.End())


@st.composite
def _trees(draw: st.DrawFn, depth: int = 3) -> tuple[wbxml.Token, ...]:
    attributed, filled = draw(flag), draw(flag)
    if draw(flag):
        tokens: list[wbxml.Token] = [wbxml.Tag(draw(st.integers(5, 63)), attributed, filled)]
    else:
        tokens = [wbxml.LiteralTag(draw(number), attributed, filled)]
    if attributed:
        tokens += draw(_attribute_lists())
    if filled:
        for _ in range(draw(st.integers(0, 3))):
            if depth and draw(flag):
                tokens += draw(_trees(depth - 1))
            else:
                tokens.append(draw(values | switches))
        tokens.append(wbxml.End())
    return tuple(tokens)


@st.composite
def _documents(draw: st.DrawFn) -> wbxml.Document:
    version, public_id = draw(st.integers(0, 3)), draw(number)
    tokens: tuple[wbxml.Token, ...] = draw(_trees())
    if draw(flag):
        tokens = (wbxml.Instruction(), *draw(_attribute_lists()), *tokens)
    return wbxml.Document(
        version,
        public_id,
        draw(st.sampled_from((0, 3, 4, 106, 2252))) if version else None,
        tokens,
        draw(data(20)),
        None if public_id else draw(number),
    )


documents = _documents()

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
line = st.text(characters, max_size=30)
links = st.builds(
    "".join, st.tuples(st.sampled_from(("", "http://", "http://www.", "https://", "https://www.")), line)
)
link_pieces = st.lists(st.sampled_from((".com/", ".net/", ".org", "a", "ю", "/")), max_size=6).map("".join)
hrefs = st.builds(str.__add__, links, link_pieces)
moments = st.datetimes(
    min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC)
).map(lambda when: when.replace(microsecond=0))
services = st.one_of(
    st.builds(
        push.ServiceIndication,
        href=st.none() | hrefs,
        text=line,
        action=st.none() | words(push.IndicationAction),
        created=st.none() | moments,
        expires=st.none() | moments,
        si_id=st.none() | line,
        info=st.lists(st.builds(push.Info, line, line), max_size=2).map(tuple),
    ),
    st.builds(push.ServiceLoading, hrefs, action=st.none() | words(push.LoadingAction)),
)
units = st.builds(
    wsp.PushUnit,
    octet,
    st.builds(
        wsp.head,
        st.sampled_from(("application/vnd.wap.sic", "text/plain", "application/x-own")),
        st.none() | number,
    ),
    st.binary(max_size=40),
)
