"""Addresses of hosts: what `--host` takes, and what it refuses before anything is asked of the network."""

from __future__ import annotations

import pytest

from smsc_codec.api.text.write import base_address
from smsc_codec.diagnostics import BuildError

SOUND = [
    "https://smscentre.com",
    "http://localhost:8025",
    "http://127.0.0.1:1",
    "http://[::1]:65535",
    "https://xn--80aswg.xn--p1ai",
    "http://a-b.c1.example.",
    "http://" + "a" * 63 + ".com",
    "http://" + "a." * 126 + "b",
]


@pytest.mark.parametrize("host", SOUND)
def test_an_address_is_taken_as_it_is(host: str) -> None:
    """An http(s) address of a host is an address (REQ-1); a slash at its end says nothing."""
    assert base_address(host) == base_address(host + "/") == host


ODD = [
    "", "http://", "http:///", "smscentre.com", "ftp://x", "x y", "http://x y", "http://x..y", "http://.x", "http://.",
    "http://x/path", "http://x?a=1", "http://x#a", "http://user@x", "http://user:psw@x", "http://x:", "http://x:0",
    "http://x:65536", "http://x:99999", "http://x:-1", "http://x:8 0", "http://x:٣", "http://[::1", "http://::1", "http://[::1]x",
    "http://[1:2]", "http://[:::]", "http://[127.0.0.1]", "http://1.2.3.4.5", "http://256.1.1.1", "http://1",
    "http://-x", "http://x-", "http://a.-x.b", "http://ж.рф", "http://☃.com", "http://a_b", "http://%41",
    "http://x\n", "http://x\r\nHost: y", "http://x\0", "http://" + "a" * 64 + ".com", "http://" + "a." * 127 + "a",
    "http://" + "a." * 126 + "bc",
]  # fmt: skip


@pytest.mark.parametrize("host", ODD, ids=ascii)
def test_what_is_no_address_is_refused(host: str) -> None:
    """A part that is empty, too long or of odd form, a port that is none: an error that names the field."""
    with pytest.raises(BuildError, match=r"host: an http\(s\) address"):
        base_address(host)
