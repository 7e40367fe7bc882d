"""Parts of a longer message as one."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.binary.joining import Joined, Part, join


def part(number: int, body: bytes, total: int = 2, reference: int = 7) -> bytes:
    """The octets of a part: its header, and its body."""
    return bytes((5, 0, 3, reference, total, number)) + body


@pytest.mark.parametrize(
    ("pids", "codings", "pid", "coding"),
    [
        ((None, None), (None, None), None, None),
        ((1, 2), (4, 5), 1, 4),
        ((None, 2), (None, 5), 2, 5),
        ((0, 2), (4, None), 0, 4),
    ],
)
def test_what_the_parts_say_of_themselves(
    pids: tuple[int | None, ...], codings: tuple[int | None, ...], pid: int | None, coding: int | None
) -> None:
    """9.2.3.24.1: the first part that says its protocol or its coding says it for all of them."""
    both = zip((1, 2), (b"a", b"b"), pids, codings, strict=True)
    joined = join([Part(part(number, body), its, data) for number, body, its, data in both])
    assert (joined.message.body, joined.message.pid, joined.message.dcs) == (b"ab", pid, coding)
    assert (joined.septets, joined.problems, joined.notes) == (None, (), ())


@pytest.mark.parametrize(
    ("parts", "body", "problems", "notes"),
    [
        ((part(2, b"b"), part(1, b"a")), b"ab", (), ()),
        ((part(1, b"a"), part(1, b"a"), part(2, b"b")), b"ab", (), ("part 1 comes twice",)),
        (
            (part(1, b"a"), part(1, b"x"), part(2, b"b")),
            b"ab",
            ("part 1 comes twice with different contents: the first one is used",),
            (),
        ),
        ((part(1, b"a"),), b"a", ("part 2 of 2 is missing",), ()),
        ((part(2, b"b", 3),), b"b", ("parts 1, 3 of 3 are missing",), ()),
        (
            (part(1, b"a"), part(2, b"b", 3), part(2, b"b")),
            b"ab",
            (
                "message 2 is a part of another message: reference 7 in 8 bits, 3 parts; "
                "the first one: reference 7 in 8 bits, 2 parts",
            ),
            (),
        ),
        (
            (part(1, b"a"), part(2, b"b"), b"\1a"),
            b"ab",
            (
                "message 3 is not a part: the last element does not fit into the header: the whole header is ignored",
            ),
            (),
        ),
        (
            (b"\0a",),
            b"",
            ("message 1 is not a part: its header does not describe one", "no parts"),
            (),
        ),
        ((), b"", ("no parts",), ()),
    ],
)
def test_which_parts_make_it(
    parts: tuple[bytes, ...], body: bytes, problems: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    """In any order; of a part that is there twice the first counts, and what is missing is told."""
    joined: Joined = join(map(Part, parts))
    assert (joined.message.body, joined.problems, joined.notes) == (body, problems, notes)
