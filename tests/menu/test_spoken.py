"""What callers were to hear, and whom a menu calls, is not changed by a safe fix (IVR-3, IVR-7, IVR-8, IVR-11)."""

from __future__ import annotations

import pytest

from smsc_codec import fix

FRAME = "Hello\n\n{{menu: Press 1, 2 or 9.\n{}\n9: end}}\n\nBye"


@pytest.mark.parametrize(
    "items",
    [
        "1: Bye.", "1: Record.", "1: Конец.", "1: End!", "1: exit", "1: Call 79990000000.",
        "1: Call 79990000000 for help.", "1: call 79990000000 if you want a manager, or hold on",
        "1: Sms 79990000000, or call", "1: call:79990000000 or", "1: call:79990000000 err:9 on 10",
        "1: sms:79990000000;79990000001,Shop,Ready", "0: repeat 79990000000", "1: call:79990000000 -- 112",
        "1: call:79990000000 // http://a.example", "1: call:79990000000 // @ivan",
    ],
)  # fmt: skip
def test_left_to_its_writer(items: str) -> None:
    """What may have been meant as it stands is not mended unasked."""
    text = FRAME.format(items)
    assert fix(text, kind="menu").text == text


@pytest.mark.parametrize(
    ("items", "mended"),
    [
        ("1: call 79990000000 wait=5 err:9", "1: call:79990000000 wait=5 err:9"),
        ("1: end.", "1: end"), ("1: edn", "1: end"), ("1: call:79990000000 oк:end", "1: call:79990000000 ok:end"),
        ("1: call:79990000000 # the manager", "1: call:79990000000"),
        ("1: call:79990000000 err:занято\n2: call:79990000001 err:закрыто\nзанято: A\nзакрыто: B",
         "1: call:79990000000 err:sorry\n2: call:79990000001 err:sorry1\nsorry: A\nsorry1: B"),
        ("1: call:79990000000 err:занято\n2: call:79990000001 err:sorry\nзанято: A",
         "1: call:79990000000 err:sorry1\n2: call:79990000001 err:sorry\nsorry1: A"),
        ("1: call:79990000000 err:саll\nсаll: A", "1: call:79990000000 err:call1\ncall1: A"),
    ],
)  # fmt: skip
def test_mended(items: str, mended: str) -> None:
    """A plain slip is mended; two labels stay two, and neither takes another's name, nor a command's."""
    assert fix(FRAME.format(items), kind="menu").text == FRAME.format(mended)
