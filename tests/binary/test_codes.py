"""Every code that binary messages have, in words."""

from __future__ import annotations

from tests.binary.codes import PATH, lines


def test_every_code() -> None:
    """3GPP TS 23.038 and 23.040, WAP-167, 168, 209 and 230, OMA-MMS-ENC, OMNA: every code means what it means there.

    `python -m tests.binary.codes` writes codes.txt anew; hold the difference to the standard.
    """
    assert [*lines()] == PATH.read_text(encoding="utf-8").split("\n")[:-1]
