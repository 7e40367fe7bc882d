"""The parts of a longer message as one (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from smsc_codec.payloads.binary import dcs, gsm7, udh
from smsc_codec.payloads.binary.control import Concatenation8, Concatenation16
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.binary.udh import Header


class Part(Struct, frozen=True, gc=False):
    """One part: the octets of its user data, and how many septets follow its header, where that is known."""

    data: bytes
    pid: int | None = None
    dcs: int | None = None
    septets: int | None = None


class Joined(Struct, frozen=True, gc=False):
    """The whole, as far as its parts are there; what is wrong with them, in words, and what is only worth knowing."""

    message: BinaryMessage
    #: How many septets its body has, where it is of the 7 bit alphabet.
    septets: int | None
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def join(parts: Iterable[Part]) -> Joined:
    """The message whose parts these are, in any order.

    Parts of other messages than the first one's are left out, and told. Of a part that is there twice the first counts.
    """
    problems: list[str] = []
    notes: list[str] = []
    key: tuple[type, int, int] | None = None
    known: dict[int, tuple[Header, Part]] = {}
    for number, part in enumerate(parts, 1):
        header, wrong = udh.read(part.data)
        place = header.concatenation
        if wrong or place is None:
            problems.append(
                f"message {number} is not a part: {wrong[0].message if wrong else 'its header does not describe one'}"
            )
            continue
        its = (type(place), place.reference, place.total)
        key = key or its
        if its != key:
            problems.append(
                f"message {number} is a part of another message: {_of(its)}; the first one: {_of(key)}"
            )
        elif place.sequence not in known:
            known[place.sequence] = header, part
        elif known[place.sequence][1].data == part.data:
            notes.append(f"part {place.sequence} comes twice")
        else:
            problems.append(
                f"part {place.sequence} comes twice with different contents: the first one is used"
            )
    if key is None:
        return Joined(BinaryMessage(Header()), None, (*problems, "no parts"), tuple(notes))
    missing = [str(number) for number in range(1, key[2] + 1) if number not in known]
    if missing:
        which = f"part {missing[0]}" if len(missing) == 1 else f"parts {', '.join(missing)}"
        problems.append(f"{which} of {key[2]} {'is' if len(missing) == 1 else 'are'} missing")
    made, septets = _whole([known[number] for number in sorted(known)])
    return Joined(made, septets, tuple(problems), tuple(notes))


def _of(key: tuple[type, int, int]) -> str:
    return f"reference {key[1]} in {8 if key[0] is Concatenation8 else 16} bits, {key[2]} parts"


def _whole(parts: list[tuple[Header, Part]]) -> tuple[BinaryMessage, int | None]:
    first = parts[0][0]
    header = Header(
        tuple(one for one in first.elements if not isinstance(one, Concatenation8 | Concatenation16))
    )
    coding = next((part.dcs for _, part in parts if part.dcs is not None), None)
    protocol = next((part.pid for _, part in parts if part.pid is not None), None)
    bodies = [part.data[part.data[0] + 1 :] for _, part in parts]
    if coding is None or not _in_septets(coding):
        return BinaryMessage(header, b"".join(bodies), protocol, coding), None
    septets = b"".join(
        gsm7.unpack(body, part.septets, gsm7.fill_bits(part.data[0] + 1))
        for (_, part), body in zip(parts, bodies, strict=True)
    )
    fill = gsm7.fill_bits(len(udh.build(header))) if header.elements else 0
    return BinaryMessage(header, gsm7.pack(septets, fill), protocol, coding), len(septets)


def _in_septets(coding: int) -> bool:
    said = dcs.parse(coding)
    return said.alphabet in ("gsm7", "reserved") and not said.compressed
