"""What is given to a name, and what only stands near it: between ‹ and › stands what is blotted, and nothing else."""

from __future__ import annotations

import pytest

from smsc_codec.secrets import spans

#: Signs, rows, sections, elements, names for values, lines below, options; and what is none of them.
ROWS = (
    '"‹123›" == psw',
    "'‹abc1›' -> psw",
    '"‹xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx›"   ===   psw',
    '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" == psw',
    'x: "psw", ‹value: "abc"›',
    '{"key": "‹psw›"\n\n"b": "c"}',
    "a key/val1 store",
    "psw/abc12",
    "/psw/‹abc12›/x",
    'print("psw=‹%s›" % (‹"abc"›)‹)›; x = "def"',
    '"psw=‹{}›" ‹.format("abc")›',
    '"psw=‹%s›" % (‹"abc"›,\n\n"def")',
    "[psw]\na=‹1b2c›\n[other]\nb = 22ab\n",
    "[psw]\na=‹1b2c›\n\nb = 22ab\n",
    '{"name": "psw"}\n{"value": "abc"}',
    '<a value="abc"> name="psw"',
    '{"name": "psw", "‹name›": "x", "value": "‹abc›"}',
    "name: psw\nname: x\nvalue: abc",
    "name: psw\nvalue: ‹abc def›\nx",
    '<i name="psw" value=‹abc title=def>›',
    "{name: psw, value = ‹abc def›, x: 1}",
    '{"value": "‹abc›", "name": "psw"}',
    '{"a": {"value": "abc"}, "name": "psw"}',
    "<psw>‹<![CDATA[abc›",
    "<psw>‹<![CDATA[a<b›]]></psw>",
    "<psw>‹abc›",
    "<psw><b>‹abc›</b></psw>",
    "<psw></psw>",
    'secret("‹Hunter27›")',
    'password("‹Hunter 27›")',
    'password ("‹Hunter27›", 1)',
    "'pasword' = ‹abc›",
    '"pasword": "‹abc›"',
    "pasword =‹abc›",
    "psw || ‹abc1›",
    "x psw | abc1 | y",
    "| psw |‹ abc1 ›| y",
    'psw | "‹abc›" | y',
    "your password is good",
    "psw is ‹abc12›",
    "the psw is ‹abc12› and more",
    "the psw is '‹abc def›' for all",
    "psw equals ‹abc12› now",
    "psw or key",
    "psw to change it",
    'the psw is "‹abc›"',
    'psw or "‹abc›"',
    "a.psw. abc12",
    "token equals nothing",
    "psw\nabcdef\n",
    "--psw\n‹abcdef›\n",
    "psw\n‹abc12›\n",
    "login alex\npsw\n‹abcdef›\n",
    "psw\nabcd efgh\n",
    "psw \n",
    "psw",
    "пароль—‹abc12›",
    "пароль — ‹abc12›",
    "пароль—abcde",
    "psw ‹%x1%› abc",
    "psw %s abc",
    "SMSC_PSW ‹xYz› more",
    "SMSC_PSW xyz more",
    "SMSC_PSW Xyz more",
    "SMSC_PSW ‹xyz;› more",
    "SMSC_PSW ‹xyz›",
    "/pass ‹abc› more",
    "--pass ‹abc› more",
    "--pass --abc more",
    'x="/pass:‹abc›"',
    'define("SMSC_PSW", "‹abc›", "def"); "x"',
    'set(:psw, "‹abc›")',
    "('login, psw', ‹'alex'›, ‹'abc'›)",
    "['login', 'psw'], ‹['alex', 'abc']›; 'x'",
    'f(login, psw="‹a›", "‹b›")',
    'login, psw = "‹a›", "‹b›"',
    '$psw = "‹a›", "b"',
    'psw = "‹a›", "b"',
    'my ($login, $psw) = ‹("a", "b")›',
    "set psw\n = abc",
    'psw(\n"‹abc›")',
    'psw,\n\n "‹abc›"',
    "common key = abc",
    "the key = ‹abc12›",
    "the key: abc",
    "the key: ‹abc12›",
    "key: ‹abc›",
    "- key: ‹abc›",
    "x /key: ‹abc›",
)


def test_far_away() -> None:
    """What is looked for near a name is found within a thousand characters, a part of a multipart body in 8,000."""
    for many, is_found in ((997, True), (998, False)):
        text = "(psw) VALUES (" + " " * (many - 1) + "'a'"
        assert bool(spans(text)) is is_found, many
    head = '--b\nContent-Disposition: form-data; name="psw"\n\n'
    for many in (7_997, 7_998):
        text = f"{head}a\n{'b' * (many - 2)}\n--b--"
        assert spans(text) == [(len(head), len(head) + (many if many == 7_997 else 1))], many


@pytest.mark.parametrize("row", ROWS)
def test_given(row: str) -> None:
    """Exactly what is marked is found."""
    text, marks = "", []
    for sign in row:
        if sign in "‹›":
            marks.append(len(text))
        else:
            text += sign
    assert spans(text) == list(zip(marks[::2], marks[1::2], strict=True))
