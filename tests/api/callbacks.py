"""Random calls of the service, for the tests of callbacks."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from smsc_codec.api.callback import AwaitedCall, Callback, Incoming, StatusReport

METHODS: tuple[Any, ...] = ("md5", "sha1", "crc32")
phones = st.sampled_from(["79990000000", "7", "234", "1"])
line = st.text("abЯ:&=+ \n7", max_size=10)
#: What XML has, too.
word = line.map(str.strip).filter(bool)
#: Messages that are nearly other fields.
texts = line | st.sampled_from(["79990000000", "7", "1:2", "79990000000:1", ":", "1:234:5"])
callbacks: st.SearchStrategy[Callback] = st.one_of(
    st.builds(
        StatusReport,
        id=st.integers(1, 999) | st.sampled_from(["a-b", "007", "79990000000"]),
        phone=phones,
        status=st.integers(-3, 25),
        err=st.none() | st.integers(0, 255),
        sender=st.none() | word,
        cost=st.none() | st.decimals("0", "99", places=2),
        net=st.none() | word,
    ),
    st.builds(Incoming, phone=phones, mes=texts, to=st.sampled_from(["79991234567", "234", "Shop", "100"])),
    st.builds(AwaitedCall, phone=phones, ts=st.integers(0, 2**31)),
)
#: A charset with a format; koi8-r goes with forms alone (CBK-1).
ways: st.SearchStrategy[tuple[Any, Any]] = st.sampled_from(
    [
        ("utf-8", 0), ("utf-8", 2), ("utf-8", 3), ("windows-1251", 0), ("windows-1251", 2), ("windows-1251", 3),
        ("koi8-r", 0),
    ]
)  # fmt: skip
