"""The page's examples that are lists or recipients: they read, are built, and give no error."""

from __future__ import annotations

import pytest

from smsc_codec.linter.engine import check
from smsc_codec.payloads import codec

#: A kind, what the page prints, decoded, and how it is built.
PAGE: dict[str, tuple[str, str, str]] = {
    "LIST-1, LIST-3": ("mailing", "79999999999:Hello!\n79999999999:Hello\\nworld!", ""),
    "LIST-7, CMT-1": (
        "mailing",
        "79999999999:Hello1!\\n~~~\\nComment1\n78888888888:Hello2!\\n~~~\\nComment2",
        "",
    ),
    "PAR-1": ("recipients", "79999999999,78888888888", ""),
    "PAR-1: one": ("recipients", "79999999999", ""),
    "PAR-2: groups": ("recipients", "G777,g888", "G777,G888"),
    "PAR-2: addresses": ("recipients", "alex@mysite.com", ""),
}


@pytest.mark.parametrize(("kind", "text", "built"), PAGE.values(), ids=PAGE)
def test_page_payload_both_ways(kind: str, text: str, built: str) -> None:
    """LIST-1, LIST-3, LIST-7, CMT-1, PAR-1, PAR-2: what the page prints is read, built to the same, and no error.

    `g888` is another way to write `G888`, which is built.
    """
    language = codec(kind)
    value = language.parse(text)
    assert language.build(value) == (built or text)
    assert language.parse(built or text) == value
    assert [finding for finding in check(text, kind) if finding.severity == "error"] == []
