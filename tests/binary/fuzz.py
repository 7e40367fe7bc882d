"""Coverage-guided fuzzing of every reader of binary messages; no test of the suite.

Run `python -m tests.binary.fuzz -max_total_time=600` with atheris installed. Any exception but a CodecError, and any
value that does not write back to the octets it was read from, stops the run.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["smsc_codec"]):
    from smsc_codec.diagnostics import BuildError, ParseError
    from smsc_codec.payloads.binary import dcs, gsm7, payload, pid, push, udh, wbxml, wsp
    from smsc_codec.payloads.binary.address import Address
    from smsc_codec.payloads.binary.dtd import SI
    from smsc_codec.payloads.binary.tree import tree

PUSH_HEAD = bytes.fromhex("0605040B8423F0DC0601AE")


def within(error: ParseError) -> None:
    """Every problem's place is within the source."""
    for problem in error.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(error.source)


def fuzz_payload(data: bytes) -> None:
    """Raw octets, and the same octets as text of digits."""
    for mes in (data, data.decode("latin-1")):
        message, problems = payload.read(mes)
        try:
            assert payload.parse(mes) == message
        except ParseError as error:
            assert problems == error.problems
            within(error)
            continue
        if isinstance(mes, bytes):
            assert payload.build_raw(message) == mes
        assert payload.parse(payload.build_hex(message)) == message


def fuzz_header(data: bytes) -> None:
    """The user data header, its effective elements and its addresses."""
    header, problems = udh.read(data)
    if problems:
        return
    assert udh.build(header) == data[: data[0] + 1]
    assert set(header.effective) <= set(header.elements)
    for element in header.elements:
        address = getattr(element, "address", None)
        if isinstance(address, Address):
            assert isinstance(address.text, str)


def fuzz_document(data: bytes) -> None:
    """WBXML: tokens back to the same octets, and what they say."""
    document, problems = wbxml.read(data)
    if problems:
        return
    assert wbxml.build(document) == data
    for kind in (None, SI):
        try:
            tree(document, kind)
        except ParseError as error:
            within(error)
    try:
        value = push.service(document)
    except ParseError as error:
        within(error)
        return
    assert push.service(push.document(value)) == value


def fuzz_unit(data: bytes) -> None:
    """WSP: head and body back to the same octets, and what the head says."""
    unit, problems = wsp.read(data)
    if problems:
        return
    assert wsp.build(unit) == data
    assert isinstance(unit.content_type.media, str)
    assert isinstance(unit.fields, tuple)
    assert unit.content_type.charset is None or unit.content_type.charset >= 0


def fuzz_push(data: bytes) -> None:
    """A whole push, and its text form."""
    for octets in (data, PUSH_HEAD + data):
        try:
            made = push.parse(octets)
        except ParseError as error:
            within(error)
            continue
        assert push.build(made) == octets
        try:
            text = push.to_text(made)
        except BuildError:
            continue
        assert push.from_text(text).service == made.service


def fuzz_text(data: bytes) -> None:
    """The text form, septets and the single octets."""
    try:
        made = push.from_text(data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace"))
    except (ParseError, UnicodeDecodeError):
        pass
    else:
        assert push.parse(push.build(made)) == made
    fill = len(data) % 7
    septets = gsm7.unpack(data, None, fill)
    assert gsm7.unpack(gsm7.pack(septets, fill), len(septets), fill) == septets
    assert isinstance(gsm7.decode(septets), str)
    for octet in data[:1]:
        assert dcs.build(dcs.parse(octet)) == pid.build(pid.parse(octet)) == octet


TARGETS = (fuzz_payload, fuzz_header, fuzz_document, fuzz_unit, fuzz_push, fuzz_text)


def one(data: bytes) -> None:
    """The first octet says which reader the rest goes to."""
    if data:
        TARGETS[data[0] % len(TARGETS)](data[1:])


def main() -> None:
    """Fuzzes until the options of libFuzzer in `sys.argv` say stop."""
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
