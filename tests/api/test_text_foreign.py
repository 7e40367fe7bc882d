"""Texts that are not ours: nothing of them is changed, and nothing but a request in them is judged."""

from __future__ import annotations

import pytest

from smsc_codec import fix, lint
from tests.api.foreign import CARRIERS, SEND, texts

TEXTS = texts()
assert len(TEXTS) >= 200


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize(("text", "ours"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_foreign_texts_stay(text: str, ours: bool, unsafe: bool) -> None:
    """A text of others keeps every octet; where no request is in it one finding says so, and none is a false alarm."""
    assert fix(text, "request", unsafe=unsafe).text == text
    codes = [finding.code for finding in lint(text, "request")]
    if "curl" in text and not ours and set(codes) == {"REQ014"}:
        assert SEND in text  # a command that asks the service nothing
        return
    assert codes in (([], ["REQ027"]) if not ours else ([],))


@pytest.mark.parametrize("carrier", CARRIERS)
def test_what_is_wrong_is_seen(carrier: str) -> None:
    """The tests above do notice a request: one with something wrong in it is told of."""
    slip = "https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79990000000&falsh=1"
    text = CARRIERS[carrier].replace("@@", slip)
    assert "REQ013" in [finding.code for finding in lint(text, "request")]
