"""Bodies with files, held against the standard library's reader of mail, and against what other programs write."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import HTTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec import BuildError, ParseError
from smsc_codec.api.multipart import Part, build, parse

_names = st.text("abc АЯ._()-", min_size=1, max_size=12)
#: Octets with what could be taken for an end.
_data = st.lists(
    st.sampled_from([b"\r\n", b"--", b"\r\n--", b"\n", b"\x00\xff", b"Content-Type: x/y\r\n\r\n", b"a"])
    | st.binary(max_size=5),
    max_size=8,
).map(b"".join)
_media = st.sampled_from(["", "image/png", "text/plain; charset=utf-8"])
parts = st.builds(Part, _names, _data, st.none() | _names, _media)


@given(st.lists(parts, min_size=1, max_size=5))
def test_build_and_parse(fields: list[Part]) -> None:
    """REQ-5: names, types and octets come back as they were, whatever octets there are."""
    kind, body = build(fields)
    assert parse(kind, body) == tuple(fields)


#: That reader leaves out blanks at the ends of names.
_plain = st.from_regex(r"\A[a-z._()-]([a-z ._()-]{0,9}[a-z._()-])?\Z")


@given(st.lists(st.builds(Part, _plain, _data, st.none() | _plain, _media), min_size=1, max_size=4))
def test_the_standard_library_reads_the_same(fields: list[Part]) -> None:
    """REQ-5: the reader of mail messages finds the same fields, names, types and octets in what is built."""
    kind, body = build(fields)
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    found = list(message.iter_parts())  # type: ignore[attr-defined]
    assert len(found) == len(fields)
    for part, there in zip(fields, found, strict=True):
        assert there.get_param("name", header="content-disposition") == part.name
        assert there.get_filename() == part.filename
        if part.media:
            assert there.get_content_type() == part.media.partition(";")[0]
        if b"\n" not in part.data and b"\r" not in part.data:  # which that reader may write otherwise
            assert there.get_payload(decode=True) == part.data


#: Bodies as other programs write them.
SEEN: dict[str, tuple[str, bytes, tuple[Part, ...]]] = {
    "curl": (
        "multipart/form-data; boundary=------------------------d74496d66958873e",
        b'--------------------------d74496d66958873e\r\nContent-Disposition: form-data; name="mes"\r\n\r\nHi\r\n'
        b'--------------------------d74496d66958873e\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n'
        b"Content-Type: text/plain\r\n\r\nx\n\r\n--------------------------d74496d66958873e--\r\n",
        (Part("mes", b"Hi"), Part("f", b"x\n", "a.txt", "text/plain")),
    ),
    "headers in another order, names without quotes, a preamble": (
        'Multipart/Form-Data; charset=utf-8; boundary="a b"',
        b"preamble\r\n--a b\r\nContent-Type: text/plain\r\ncontent-disposition: form-data; filename=x.txt; name=f\r\n"
        b"Content-Length: 1\r\n\r\ny\r\n--a b--",
        (Part("f", b"y", "x.txt", "text/plain"),),
    ),
    "escaped quotes": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="a\\"b\\\\.txt"\r\n\r\n\r\n--x--\r\n',
        (Part("f", b"", 'a"b\\.txt'),),
    ),
    "blanks behind the boundary": (
        "multipart/form-data; boundary=x",
        b'--x \t\r\nContent-Disposition: form-data; name="f"\r\n\r\ny\r\n--x--',
        (Part("f", b"y"),),
    ),
    "nothing": ("multipart/form-data; boundary=x", b"--x--\r\n", ()),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "body", "expected"), SEEN.values(), ids=SEEN)
def test_what_others_write(kind: str, body: bytes, expected: tuple[Part, ...]) -> None:
    """REQ-5, BEY-9: bodies of other programs are read."""
    assert parse(kind, body) == expected


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", b"x"),
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b"y"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\ny\r\n--x--"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ny'),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"'),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ny\r\n' * 1002,
        ),
    ],
)
def test_what_is_not_whole(kind: str, body: bytes) -> None:
    """A body that is cut off, nameless or endless is a ParseError with the octet."""
    with pytest.raises(ParseError):
        parse(kind, body)


_X = "multipart/form-data; boundary=x"
_A = b'--x\r\nContent-Disposition: form-data; name="a"\r\n'


@pytest.mark.parametrize(
    ("kind", "body", "at"),
    [
        ("text/plain", b"x", 0),
        ("text/plain; boundary=x", b"--x--", 0),
        ("multipart/form-data", b"--x--", 0),
        (_X, b"y", 0),
        (_X, b"y--x--", 0),  # a boundary begins a line
        (_X, b"--x", 3),
        (_X, b"\r\n--x", 5),
        (_X, b"--x \t\r\n", 3),
        (_X, b"--xy\r\n\r\n", 3),
        (_X, b"--x\r\n\r\ny\r\n--x--", 5),  # no name
        (_X, b"--x\r\nContent-Type: text/plain\r\n\r\ny\r\n--x--", 5),
        (_X, _A, 3),
        (_X, _A + b"\r\ny", len(_A) + 3),
        (_X, _A + b"\r\ny\r\n--x", len(_A) + 8),
        (_X, _A + b"X: " + b"y" * 8192 + b"\r\n\r\n\r\n--x--", 3),
        (_X, (_A + b"\r\ny\r\n") * 1001 + b"--x--", 1000 * (len(_A) + 5) + 3),
    ],
)
def test_where_a_body_is_not_whole(kind: str, body: bytes, at: int) -> None:
    """REQ-5: the place is that of the octet from which on a body makes no sense."""
    with pytest.raises(ParseError) as caught:
        parse(kind, body)
    assert [problem.span.start for problem in caught.value.problems] == [at]


def test_as_many_parts_as_are_read() -> None:
    """REQ-5: a thousand parts, with heads of 8000 octets, are read."""
    assert len(parse(_X, (_A + b"\r\ny\r\n") * 1000 + b"--x--")) == 1000
    assert parse(_X, _A + b"X: " + b"y" * 8000 + b"\r\n\r\n\r\n--x--") == (Part("a", b""),)


@given(st.binary(max_size=200), st.text(max_size=40))
def test_any_octets(body: bytes, kind: str) -> None:
    """No body raises anything but a ParseError."""
    for content in (kind, "multipart/form-data; boundary=x"):
        try:
            parse(content, body)
        except ParseError as error:
            assert error.problems[0].span.start <= len(body)


@pytest.mark.parametrize(
    "part", [Part('a"', b""), Part("a\r\n", b""), Part("a", b"", "b\\"), Part("a", b"", "b", "x\r\ny")]
)
def test_what_cannot_be_said(part: Part) -> None:
    """What could end a header is refused."""
    with pytest.raises(BuildError):
        build([part])
