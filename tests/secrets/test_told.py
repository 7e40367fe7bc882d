"""What is told of a text: what of it was secret there is not shown, whole or in pieces."""

from __future__ import annotations

import pytest

from smsc_codec.secrets import told as module
from smsc_codec.secrets.told import Hidden

SOURCE = "login=alex&psw=Hunter27&x=1\ntoken: abcd1\npsw=xyz"
#: What is told, and how it is shown.
TOLD = [
    ("nothing of it", "nothing of it"),
    ("", ""),
    ("Hunter27 is wrong", "******** is wrong"),
    ("xHunter27x", "x********x"),
    ("abcd1 is, abcd12 is not", "***** is, abcd12 is not"),
    ("xyz is too short", "xyz is too short"),
    ("psw=xyz is not", "psw=*** is not"),
    ("psw=other is not", "psw=other is not"),
    ("'psw=Hunt' is cut", "'psw=****' is cut"),
    ("'psw=Hunt…' is cut", "'psw=****…' is cut"),
    ("'psw=Hunt...' is cut", "'psw=****...' is cut"),
    ("'ter27&x=1', the rest", "'*****&x=1', the rest"),
    ("'w=Hunter27&x'.", "'w=********&x'."),
    ("'alex' and 'login'", "'alex' and 'login'"),
    ("'r27' is three", "'r27' is three"),
    ("'er27' is four", "'****' is four"),
    ("'login=alex&psw=' is before", "'login=alex&psw=' is before"),
    ("'&x=1' is behind", "'&x=1' is behind"),
]


@pytest.mark.parametrize(("text", "shown"), TOLD)
def test_told(text: str, shown: str) -> None:
    """Values wherever they stand, short ones as words, the shortest behind their names, pieces in quotations."""
    hidden = Hidden(SOURCE)
    assert hidden.text == "login=alex&psw=********&x=1\ntoken: *****\npsw=***"
    assert hidden.told(text) == shown
    assert hidden.told(text) == shown  # what is remembered is the same
    assert hidden.is_in(text) is (text != shown)


def test_quoted_from_the_beginning() -> None:
    """A piece that is quoted may stand at the very beginning of the text, and more than once."""
    assert Hidden("psw=Hunter27&psw=Hunter28").told("'psw=Hunt' is cut") == "'psw=****' is cut"
    assert Hidden("Hunter27@x: psw=Hunter27").told("'Hunt' is cut") == "'****' is cut"


def test_what_is_remembered_is_bounded() -> None:
    """Texts that hold no secret are remembered, a thousand of five hundred characters at most."""
    module._PLAIN.clear()
    hidden = Hidden("psw=Hunter27")
    for number in range(1000):
        hidden.told(f"plain {number}")
    assert len(module._PLAIN) == 1000
    for text, there in (("psw=other", False), ("one more", True), ("x" * 500, True), ("x" * 501, False)):
        hidden.told(text)
        assert (text in module._PLAIN) is there
    assert len(module._PLAIN) == 2


def test_what_long_texts_hold() -> None:
    """In a long text values are looked for by themselves, if they are long enough for that."""
    words = "nothing of it, " * 400
    for source, inside in (("psw=Hunter27", True), ("psw=abc", False)):
        hidden = Hidden(source)
        assert not hidden.is_in(words)
        assert hidden.is_in(f"{words}{source[4:]}") is inside


def test_no_secrets() -> None:
    """Of a text without secrets all can be told, even what looks like one."""
    assert Hidden("plain").told("psw=123") == "psw=123"


@pytest.mark.parametrize(
    ("shown", "text", "told"),
    [
        ("key ****, x", "key abcd, x", "key ****, x"),
        ("key abcd, x", "key abcd, x", "key abcd, x"),
        ("key ****", "key abcd, x", "key abcd, x"),
    ],
)
def test_blotted_by_others(shown: str, text: str, told: str) -> None:
    """What somebody else has blotted, character for character, is secret, too."""
    assert Hidden("key abcd, x", shown).told(text) == told


@pytest.mark.parametrize(("length", "found"), [(5000, True), (5001, False)])
def test_long_texts(length: int, found: bool) -> None:
    """In what a long fix writes the values are looked for, and no names."""
    hidden = Hidden(SOURCE)
    said = " psw=xyz"
    assert hidden.is_in("a" * (length - len(said)) + said) is found
    assert hidden.is_in("a" * (length - 8) + "Hunter27") is True


def test_many_values() -> None:
    """Two hundred values, the longest, are looked for; the others behind their names."""
    values = [f"{number}{'a' * 5}" for number in range(100, 301)]
    hidden = Hidden("".join(f"psw={value}\n" for value in values))
    assert sum(hidden.told(f"({value}") == f"({value}" for value in values) == 1


def test_quoted_often() -> None:
    """A text that stands there often is compared with the first five places."""
    lines = [f"line {number} ok\n" for number in range(4)]
    assert Hidden("".join(["ab cd, "] * 4) + "psw='ab cd'").told("'ab cd'") == "'*****'"
    assert Hidden("".join(lines) + "psw=12345678").told("'line 3 ok'") == "'line 3 ok'"
