"""Names of secrets: which words are, where they begin and end, and what looks alike."""

from __future__ import annotations

import re
import string
import unicodedata

import pytest

from smsc_codec.secrets.forms import decoded
from smsc_codec.secrets.layers import alike
from smsc_codec.secrets.names import is_common, is_header, is_name, names, spots
from smsc_codec.secrets.words import _SPELT, ANYWHERE, HINTS, WHOLE, is_slip, may_name, names_any

#: Between ‹ and › stands a name.
ROWS = (
    "‹psw›", " ‹psw› ", "‹my_psw_key›=1", "‹xpsw›=1", " ‹x.psw-2›: 1", "‹SMSC_PSW› ‹psw›", "‹psw›=‹psw›", "‹userKey›=1",
    "‹user.key2›=1", "turkey=5", "‹KEY› x", "keys x", "‹the_key› x", "‹keyX›=1", "aKEY=1", "‹key›", "‹passX›", "bypass",
    "‹$psw›", "‹-psw›", "‹--psw›", "(‹psw›)", "‹épsw›",
    "‹pwd.a.b.c.d›.e", "‹psw" + "a" * 40 + "›a",
    "‹" + "a" * 60 + "psw›", "a‹" + "a" * 60 + "psw›", "‹pws›=1 ‹psw›=2", "‹psw›=1 ‹pws›=2", "‹passwrod›: 1",
    "‹pws›=1", "pws 1", "xpws=1", "‹token›", "tokenize", "secretary", "‹secret›", "‹пароль›", "секретарь", "‹ключ› x",
    "ключи x", "‹aPass›=1",
    "x_‹pasword›=1", "$‹pasword›=1", "--‹pasword›: 1", "user‹pasword›=1", "xxxxuser‹pasword› =1", "‹api_ky›=1",
    "‹p_s_w›=1",
    "‹pass-wrod›=1", "x_‹pwsd›=1", "is_w=1", "x_ps=1", "x_psx=1", "x_‹pws›=1", "x_sw=1", "2psx=1", "$psx=1", "‹psx›=1",
    "‹pas›=1", "pas: 1", "x_‹pas›=1", "‹toekn›: 1", "taken: 1", "‹my_password_›=1", "‹парль›: 1", "король: 1", "роль=1",
    "‹пороль› x", "порог x", "‹mypass›", "‹креды› x", "кредит x",
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_names(row: str) -> None:
    """Whole names, from their first letter to their last, in order; other words that begin alike are none."""
    text, marks = "", []
    for sign in row:
        if sign in "‹›":
            marks.append(len(text))
        else:
            text += sign
    plain = alike(text)
    assert sorted(set(names(plain, list(spots(plain))))) == list(zip(marks[::2], marks[1::2], strict=True))


def test_slips() -> None:
    """One letter more, less, other or swapped with the next; two are no slip, and the words themselves are none."""
    made: set[str] = set()
    for word in _SPELT:
        near: set[str] = set()
        for at in range(len(word) + 1):
            before, behind = word[:at], word[at:]
            near |= {before + behind[1:], before + behind[1:2] + behind[:1] + behind[2:]}
            near |= {before + letter + behind[cut:] for letter in string.ascii_lowercase for cut in (0, 1)}
        # Of psw: 3 less, 2 swapped, 75 other, 101 more.
        assert word != "psw" or len(near - {"psw"}) == 3 + 2 + 75 + 101
        made |= near
    made -= set(_SPELT)
    assert {word for word in made if is_slip(word)} == made
    farther = {word[:at] + "x" + word[at:] for word in made for at in range(len(word) + 1)}
    farther |= {word[:at] + word[at + 1 :] for word in made for at in range(len(word))}
    farther |= {word[:at] + "_" + word[at:] for word in (*made, *_SPELT) for at in range(len(word) + 1)}
    farther |= {word[:at] + "_" + word[at + 1 :] for word in _SPELT for at in range(len(word))}
    assert not [word for word in farther - made if is_slip(word)]
    assert not [word for word in ("taken", "tokes", "secrex", "stoken") if is_slip(word)]
    assert all(map(is_slip, ("toekn", "tken", "tokken", "scret", "secert", "secrret", "passphrse")))


#: Russian words as they look when their octets are read in another charset.
MISREAD = [
    word.encode(charset).decode("latin-1").lower()
    for word in ("парол", "секрет", "токен")
    for charset in ("cp1251", "koi8_r")
]


def _named(text: str) -> bool:
    low = text.lower()
    return may_name(low) and names_any(text, low)


def test_hints() -> None:
    """Whatever the pattern of names finds, the glance before it sees a hint of: no name is passed over."""
    assert set(MISREAD) <= set(ANYWHERE)
    for pattern in ANYWHERE:
        for word in _said(pattern):
            assert any(hint in word for hint in HINTS), word
            for text in (word, f"x{word}x".upper(), f"«{word}»", f"user_{word}2"):
                assert _named(alike(text)), text
    for word in WHOLE:
        for text, seen in (
            (word, True),
            (f"smsc_{word.upper()}", True),
            (f"x{word.title()}2", True),
            (f"x{word}", False),
        ):
            assert _named(text) is seen, text
    for row in ROWS:
        plain = alike(row.replace("‹", "").replace("›", ""))
        assert _named(plain) or not list(spots(plain)), row
    assert not _named(
        alike("Нажмите 1 для связи с оператором, 2 для подключения. We are open from 9 to 6; monkey, bypass")
    )


def _said(pattern: str) -> list[str]:
    """Every word that one of these short patterns matches."""
    made = [""]
    for piece in re.findall(
        r"\(\?!.*?\)\)?|\(\?:(\w+)\)\?|\[(.*?)\](\??)|(.)(\??)",
        re.sub(r"\(\?!(?:[^()\[]|\[[^]]*\])*\)", "", pattern),
    ):
        group, letters, may_miss, letter, may_lack = piece
        choices = (
            [group, ""]
            if group
            else [*letters, *([""] if may_miss else [])]
            if letters
            else [letter, *([""] if may_lack else [])]
        )
        made = [word + choice for word in made for choice in choices]
    return made


def test_alike() -> None:
    """Full-width signs, blanks of all widths, quotes and Cyrillic letters that look Latin are one sign each."""
    for code in range(0xFF01, 0xFF5F):
        assert alike(chr(code)) == unicodedata.normalize("NFKC", chr(code))
    for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000):
        assert alike(chr(code)) == " "
    for code in (0xFF00, 0xFF5F, 0xA1, 0x1681, 0x1FFF, 0x200B, 0x2030, 0x2060, 0x3001, 0x131):
        assert alike(chr(code)) == chr(code)
    assert alike("\u0130\u2028аеВ") == "I\naeB"
    assert alike("plain") == "plain"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("psw", True),
        ("your_psw", True),
        ("the psw", True),
        ("psw1", False),
        ("word", False),
        ("SMSC_PASSWORD", True),
    ],
)
def test_a_name_alone(text: str, name: bool) -> None:
    """A name and nothing else stands for a value that is not there."""
    assert is_name(text) is name


def test_kinds_of_names() -> None:
    """Words of sentences, and headers, are told from the rest."""
    assert [is_common(one) for one in ("key", "PASS", "psw", "keys")] == [True, True, False, False]
    assert [is_header(one) for one in ("Set-Cookie", "AUTHORIZATION", "psw")] == [True, True, False]


@pytest.mark.parametrize(
    ("word", "said"),
    [("YTpi", "a:b"), ("YTo", "a:"), ("YTo=", "a:"), ("YQ", "a"), ("Y", ""), ("YTpiY", ""), ("__-_", "яяї"),
     ("YQo=", "a\n"), ("YT\npi", "a:b"), ("AAEC", ""), ("z/A=", "Пр"), ("", "")],
)  # fmt: skip
def test_base64(word: str, said: str) -> None:
    """Whatever its padding; what is no text says nothing."""
    assert decoded(word) == said
