"""The rooms of what finds secrets: escapes undone with their places, columns of tables, places starred."""

from __future__ import annotations

from itertools import pairwise

import pytest

from smsc_codec.secrets import starred, tables, told
from smsc_codec.secrets.layers import layers
from smsc_codec.secrets.names import spots

#: What is written, and one of the texts that it says once what is escaped there is undone.
ESCAPED = {
    "an octet": ("a%3Db", "a=b"),
    "an octet in small letters": ("a%3db", "a=b"),
    "twice": ("a%253Db", "a=b"),
    "three times": ("a%25253Db", "a=b"),
    "two octets": ("%D0%9F!", "П!"),
    "three octets": ("%E2%82%AC!", "€!"),
    "four octets": ("%F0%9F%98%80!", "😀!"),
    "octets of no text": ("%ED%A0%80!", "?!"),
    "a unit": ("\\u0041b", "Ab"),
    "a wide one": ("%u0041b", "Ab"),
    "in braces": ("\\u{1F600}b", "😀b"),
    "too high": ("\\u{110000}b", "b"),
    "the highest": ("\\u{10FFFF}b", "\U0010ffffb"),
    "a code": ("\\U00000041b", "Ab"),
    "hexadecimal": ("\\x41b", "Ab"),
    "octal": ("\\101b", "Ab"),
    "a quoted line end": ("a\\\nb", "ab"),
    "letters": ("a\\n\\t\\/b", "a\n\t/b"),
    "nothing": ("a\\0b", "ab"),
    "a number": ("a&#61;b", "a=b"),
    "a hexadecimal number": ("a&#x3D;b", "a=b"),
    "an entity": ("a&equals;b", "a=b"),
    "no entity": ("a&nosuch;b%21", "a&nosuch;b!"),
    "a bare entity": ("a&ampb&amp =", "a&ampb& ="),
    "cmd.exe": ("a^&b", "a&b"),
    "cmd.exe's line end": ("a^\nb", "ab"),
    "PowerShell": ('a`"b', 'a"b'),
    "nobody sees it": ("p\u200bs\u00adw", "psw"),
    "quotes in a word": ('p"s"w', "psw"),
    "quoted printable": ("a=3Db", "a=b"),
    "its line end": ("a" * 60 + "=\nb=3D", "a" * 60 + "b="),
    "a form's blank": ("a+b", "a b"),
    "a form's blank, urlencoded": ("a+b%3D", "a b="),
    "words, and blanks of a form": ("%D0%94%D0%B0+%c3%a4%C3%A4%21+%D0%9D", "Да ää! Н"),
    "an overlong one among letters": ("%D0%94%C0%80%D0%B0", "Д?а"),
    "a quoted plus": ("a%21\\+b+c", "a!  b c".replace("  ", " ")),
    "a plus that cmd.exe would quote were it a blank": ("%21a^+b", "!a b"),
    "a comment": ("# a\n# b\n", "a\nb\n"),
    "another comment": ("// a\n// b", "a\nb"),
}


@pytest.mark.parametrize(("source", "said"), ESCAPED.values(), ids=ESCAPED)
def test_undone(source: str, said: str) -> None:
    """What is escaped is read as what it says; each character knows where it stands in the source, in order."""
    found = list(layers(source))
    assert found[0].text == source
    assert said in [layer.text for layer in found]
    for layer in found:
        places = [layer.place(at) for at in range(len(layer.text) + 1)]
        assert all(one <= other for one, other in pairwise(places))
        assert all(0 <= place <= len(source) for place in places)
        assert places[-1] == len(source)
        for at, sign in enumerate(layer.text):
            if sign.isalnum() and source.count(sign) == 1 and not source.isalnum():
                assert source[places[at]] == sign or sign not in source


def test_places_behind_escapes() -> None:
    """A place behind what was undone is that behind it in the source, however often it was."""
    source = "ab%25253Dcd%3De"
    last = next(layer for layer in layers(source) if layer.text == "ab=cd=e")
    assert [last.place(at) for at in range(8)] == [0, 1, 2, 9, 10, 11, 14, 15]


def test_letters_of_words_know_their_places() -> None:
    """Words of letters of two octets are undone at once; each letter stands where its own octets do."""
    source = "m=%D0%94%D0%B0+%21%D0%B0"
    for said in ("m=Да+!а", "m=Да !а"):
        layer = next(layer for layer in layers(source) if layer.text == said)
        assert [layer.place(at) for at in range(len(said) + 1)] == [0, 1, 2, 8, 14, 15, 18, 24]


def test_what_somebody_else_has_blotted_counts_wherever_it_stands() -> None:
    """Places that another has starred are hidden, too, next to the ends of the pieces that are compared at once."""
    for start, end in ((0, 1), (62, 65), (63, 64), (64, 65), (100, 130), (255, 256)):
        source = "abcd" * 64
        shown = source[:start] + "*" * (end - start) + source[end:]
        hidden = told.Hidden(source, shown)
        assert (hidden.places, hidden.text) == ([(start, end)], shown)


def test_layers_are_bounded() -> None:
    """A text that says another one again and again is not followed for ever."""
    assert len(list(layers("%25" * 3 + "25" * 40 + "+&amp;\\n"))) <= 12


#: Tables, in which the cells of columns for secrets stand between ‹ and ›.
TABLES = {
    "commas": "login,psw\nann,‹abc›\nbob,‹def›\n",
    "semicolons": "login;psw;x\nann;‹abc›;1\n",
    "tabs": "login\tpsw\nann\t‹abc›",
    "a picture": "| login | psw |\n|---|---|\n| ann |‹ abc ›|\n",
    "quoted": 'login,psw\n"a,b",‹"c,""d"›\n',
    "heads in quotes": '"login","psw"\nann,‹abc›\n',
    "two columns": "psw,login,token\n‹a›,ann,‹b›\n",
    "a row that is too short": "login,psw\nann,‹abc›\nbob\neve,def\n",
    "a row that is shorter, but long enough": "login,psw,x,y\nann,‹abc›\neve,‹def›,1,2\n",
    "an empty line ends it": "login,psw\nann,‹abc›\n\nx,y\n",
    "a call is no table": "f(login,psw\nann,abc\n",
    "a sentence is no table": "x, the psw of each of you all\nann, abc\n",
    "a JSON object is no table": '{"psw": "1", "mes": "a\nb", "login": "ann"}',
    "blanks behind the last head": 'login,"psw" \nann,‹abc›\n',
    "no column": "login,name\nann,abc\n",
    "one head is no table": "psw\nabc,def\n",
    "nothing below": "login,psw",
    "two tables": "login,psw\nann,‹abc›\n\nx\nid,apikey\n1,‹key›\n",
}


@pytest.mark.parametrize("shown", TABLES.values(), ids=TABLES)
def test_cells(shown: str) -> None:
    """Cells below a head that names a secret, up to the first line that is no row."""
    text, places = "", []
    for sign in shown:
        if sign == "‹" or sign == "›":
            places.append(len(text))
        else:
            text += sign
    expected = list(zip(places[::2], places[1::2], strict=True))
    assert sorted(tables.cells(text, list(spots(text)))) == expected


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([], "abcdef"),
        ([(0, 2)], "**cdef"),
        ([(1, 3), (2, 5)], "a****f"),
        ([(1, 5), (2, 3)], "a****f"),
        ([(3, 3)], "abcdef"),
        ([(0, 1), (5, 6)], "*bcde*"),
    ],
)
def test_starred(places: list[tuple[int, int]], shown: str) -> None:
    """What is secret is not shown, be it found twice."""
    assert starred("abcdef", places) == shown


@pytest.mark.parametrize(
    ("shown", "places"),
    [("abcdef", []), ("a**def", [(1, 3)]), ("*bc*ef", [(0, 1), (3, 4)]), ("abcde*", [(5, 6)])],
)
def test_differences(shown: str, places: list[tuple[int, int]]) -> None:
    """The stretches that are not shown as they are."""
    assert told._differences("abcdef", shown) == places
