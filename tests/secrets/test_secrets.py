"""Secrets are found by pattern in texts of any kind: nothing of one is left, and what is no secret is."""

from __future__ import annotations

import base64
import html
import json
import random
from itertools import pairwise
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smsc_codec.secrets import blotted, found, spans
from smsc_codec.secrets.layers import layers
from tests.secrets.sound import MARKED, OPEN
from tests.secrets.tools import LONGER as LONGER_TOOLS
from tests.secrets.tools import TOOLS
from tests.secrets.wider import PATH, wider
from tests.secrets.written import COMMANDS, DATA, LONGER, PROGRAMS, REQUESTS, SECRET
from tests.secrets.written import FORMS as WRITTEN

FORMS = WRITTEN | TOOLS


def leaks(text: str, secret: str = SECRET) -> bool:
    """Whether the secret is in a text, whatever it is escaped by, or in base64."""
    told = [layer.text for layer in layers(text)]
    encoded = [
        base64.b64encode(before + secret.encode())[4:-4].decode()[:8]
        for before in (b"   ", b"alex:", b"    ")
    ]
    return any(secret in one or any(code in one for code in encoded) for one in told)


def test_many_forms() -> None:
    """The table is large, and every form of it has the secret, so that a test of it proves something."""
    assert len(FORMS) == len(WRITTEN) + len(TOOLS) >= 1150
    assert all(leaks(text) or "S3" in text for text in FORMS.values())


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    """Nothing of the secret is left in a text of the same length with the same line ends."""
    text = FORMS[form]
    shown = blotted(text)
    assert not leaks(shown), shown
    assert len(shown) == len(text)
    assert [c for c in shown if c in "\r\n"] == [c for c in text if c in "\r\n"]


def test_no_more_is_blotted() -> None:
    """Of each form exactly the secret is blotted, or what `wider.txt` says, which was read."""
    assert list(wider()) == PATH.read_text(encoding="utf-8").splitlines(keepends=True)


#: How a whole text may be wrapped on its way into another.
WRAPPED: dict[str, Any] = {
    "urlencoded": lambda text: f"u={quote(text, safe='')}&x=1",
    "urlencoded with plus signs": lambda text: f"u={quote_plus(text)}&x=1",
    "urlencoded twice": lambda text: f"u={quote(quote(text, safe=''), safe='')}&x=1",
    "JSON": lambda text: json.dumps({"log": text, "x": 1}),
    "JSON with letters": lambda text: json.dumps({"log": text}, ensure_ascii=False),
    "JSON in JSON": lambda text: json.dumps({"log": json.dumps({"body": text})}),
    "HTML": lambda text: f"<pre>{html.escape(text)}</pre><p>x</p>",
    "HTML in JSON": lambda text: json.dumps({"page": html.escape(text)}),
    "Python": lambda text: f"text = {text!r}\nx = 1\n",
    "a comment": lambda text: "".join(f"# {line}\n" for line in text.splitlines()),
    "a quotation": lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    "further in": lambda text: "".join(f"    {line}\n" for line in text.splitlines()),
    "a log": lambda text: "".join(f"2026-11-28 10:00:00 INFO app: {line}\n" for line in text.splitlines()),
    "line ends of Windows": lambda text: text.replace("\r", "").replace("\n", "\r\n") + "\r\n",
    "between other lines": lambda text: f"first line\n\n{text}\n\nlast line\n",
}  # fmt: skip
#: What a wrapping takes the sense of: blanks that become a part of a value, a mail's line with something before it.
SENSELESS = {
    ("further in", form) for form in ("a continued value", "cmd, continued", "a mail, quoted-printable")
}
# A text of several lines is no such text any more with a time before each.
SENSELESS |= {("a log", form) for form in [*LONGER, *LONGER_TOOLS]}
# A name that is told by its being first in its line.
SENSELESS |= {
    (way, "YAML, a question")
    for way in (
        "urlencoded",
        "urlencoded with plus signs",
        "urlencoded twice",
        "JSON",
        "JSON with letters",
        "JSON in JSON",
        "HTML",
        "HTML in JSON",
        "Python",
    )
}
SENSELESS |= {
    ("JSON", "curl, broken in a name"),
    ("JSON", "curl, JSON over lines"),
    ("line ends of Windows", "multipart, broken line ends"),
}


@pytest.mark.parametrize("way", WRAPPED)
def test_wrapped(way: str) -> None:
    """The same in a text that has it wrapped."""
    left = []
    for form, text in FORMS.items():
        if (way, form) not in SENSELESS and leaks(blotted(WRAPPED[way](text))):
            left.append((form, blotted(WRAPPED[way](text))))
    assert not left


PASSWORDS = [
    "hunter",
    "q",
    "42",
    "correcthorsebatterystaple",
    "пароль",
    "Ж7-Ы",
    "p.a$s~w*o_r-d",
    "密码密码",
    "a" * 100,
]


#: Forms in which the secret's own look matters: it is broken in two, or base64, or its name comes last.
NOT_ALL = {LONGER["a mail, quoted-printable"], LONGER["a header's key said again"], 'if "S3CRETPW" == psw:'}
#: Forms that sentences have, too: only a word with a digit counts as the secret.
TELLING = """
https://smscentre.com/sys/send.php/login/alex/psw/S3CRETPW
USER alex PASS S3CRETPW
PASS S3CRETPW
pass S3CRETPW
pass S3CRETPW1
""".strip().splitlines()
NOT_ALL |= {"alex:$apr1$S3CRETPW$abcdefghijklmnopqrstuv", *TELLING, *(
    LONGER_TOOLS[form]
    for form in (
        "curl, broken in a name", "YAML, a question", "a chat", "a Russian letter below", "CSV, a pair a line",
        "CSV, a pair a line with commas",
    )
)}  # fmt: skip


@pytest.mark.parametrize("password", PASSWORDS)
def test_other_passwords(password: str) -> None:
    """What a password looks like does not matter in requests, commands, programs and data."""
    for text in [*REQUESTS, *COMMANDS, *PROGRAMS, *DATA, *LONGER.values(), *TOOLS.values()]:
        if SECRET in text and text.count(SECRET) == 1:
            at = text.index(SECRET)
            made = text.replace(SECRET, password)
            places = spans(made)
            covered = any(start <= at and at + len(password) <= end for start, end in places)
            assert covered or text in NOT_ALL, (text, blotted(made))


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    """What is no secret is shown as it is."""
    assert blotted(text) == text


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_marked(text: str, expected: str) -> None:
    """Of a sound text the secret alone is blotted."""
    assert blotted(text) == expected


def test_values() -> None:
    """What the secrets are is known, too, so that they are found in what is told of the text."""
    places, values = found("psw=a%26bc&x=%7B%22token%22%3A%22t0k%22%7D")
    assert [place[0] for place in places] == [4, 33]
    assert {"a%26bc", "a&bc", "t0k"} <= values
    assert found("Authorization: Basic YWxleDpTM0NSRVRQVw==")[1] >= {"S3CRETPW", "alex:S3CRETPW"}
    assert found("nothing here") == ([], frozenset())


@pytest.mark.parametrize(
    ("value", "again"),
    [
        ("abcdef", True),
        ("abcde", False),
        ("x" * 500, True),
        ("x" * 501, False),
        ("a$bcdef", True),
        ("$bcdefg", False),
        ("string", False),
        ("required", False),
        ("your_psw", False),
    ],
)
def test_said_again(value: str, again: bool) -> None:
    """A value of six characters and more is blotted wherever it stands, unless it only stands for one."""
    stars = "*" * len(value)
    shown = f"psw={stars}\n: {stars if again else value} :\n"
    assert blotted(f"psw={value}\n: {value} :\n") == shown


def test_many_said_again() -> None:
    """Sixty values are looked for everywhere, which bounds the time; all are blotted behind their names."""
    values = [f"abcd{number:02}def" for number in range(61)]
    text = "".join(f"psw={value}\n" for value in values)
    shown = blotted(text + " ".join(values))
    assert [value for value in values if value in shown] == values[60:]
    assert shown.count("*********") >= 60


@pytest.mark.parametrize(("length", "named"), [(59, True), (60, False)])
def test_a_name_for_a_value(length: int, named: bool) -> None:
    """What stands in quotes and is a name of a secret itself is given what follows, unless no name is so long."""
    name = "_" * (length - 3) + "psw"
    text = f'"token": "{name}", "value": "123"'
    assert blotted(text).endswith('"*****": "123"' if named else '"value": "123"')


@settings(max_examples=300, deadline=None)
@given(st.text("psw=:;&\"'`\\\n \t%3Dd{}[]()<>|,-u$#@/.aé\u0420\0", max_size=60))
@example("psw=")
def test_any_text(text: str) -> None:
    """No text stops it; lengths and line ends stay, and the places are in order and apart."""
    shown = blotted(text)
    assert len(shown) == len(text)
    assert all(a == b or (b == "*" and a not in "\r\n") for a, b in zip(text, shown, strict=True))
    places = spans(text)
    assert all(start < end for start, end in places)
    assert all(one[1] < other[0] for one, other in pairwise(places))


@given(st.text(max_size=100), st.text(max_size=100))
def test_among_anything(before: str, after: str) -> None:
    """Whatever stands around it, the value of a parameter on a line of its own is blotted."""
    text = f"{before}\nlogin=alex&psw={SECRET}&x=1\n{after}"
    assert SECRET not in blotted(text)


#: Beginnings of what is never ended: each makes a reader that looks back, or ahead, slow.
UNITS = [
    "psw", "psw=", "psw:[", "psw='", 'psw="', "psw: ", "?psw=a b ", "psw=a ", "<psw", "<psw>", "<psw ", 'name="psw"',
    '{"name":"psw"', "<a name=psw ", "{", "[", "(", "-u ", "-u a:", "://", "://a:", "://a:b", "a:", "a:b:", "basic ",
    "eyJ", "QUJD", "login(", "login('", "auth", "login a ", "-----BEGIN PRIVATE KEY-----", "key", "pass ", "token is ",
    "psw a b c ", "psw->", '"psw",', ",psw=", "psw=$(", "psw={{", 'psw """', "`", "%", "%25", "%2525", "\\", "\\\\",
    "&amp;", "&", '"', "'", "=41", "a'", "^", "|psw", "psw,", "a,psw\n1,2", "# psw=", "+psw+", "psw=%s'%", "p",
    "psw(login(", "psw <<< ", "psw {\n", "[psw]\n", "a, psw = '", "psw = f('", "psw=x+f('", "psw) VALUES (", "/psw/",
    "psw --value ", "psw=<<E\n", "-u \n a:", "sshpass ", "mysql ", "echo a |", 'echo "', "AUTH PLAIN a ", "$1$",
    "a:5432:", "open('get',", "-x ", "psw() {", "psw;s:3:", "psw=/*", "psw:\n\n",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("end", ["", "\n"], ids=["one line", "lines"])
def test_near_misses(end: str) -> None:
    """None of them takes more than linear time: a quadratic reader would take an hour here."""
    for unit in UNITS:
        piece = unit + end
        text = piece * (100_000 // len(piece))
        assert len(blotted(text)) == len(text)


@pytest.mark.slow
def test_mutations() -> None:
    """A form with a character other or less is read to its end; where its sense is left, nothing of the secret is.

    One mutation in five or six takes the sense: it hits the name, or the sign that gives the value.
    """
    generator = random.Random(7)
    kept = 0
    total = 0
    for text in FORMS.values():
        for _ in range(20):
            at = generator.randrange(len(text))
            made = (
                text[:at]
                + generator.choice(["", " ", "=", "'", '"', "&", "\n", "\\", text[at]])
                + text[at + 1 :]
            )
            if SECRET in made:
                total += 1
                kept += SECRET not in blotted(made)
    assert kept / total > 0.75


@given(
    st.text(alphabet="0123456789-_/+", min_size=8, max_size=24),
    st.sampled_from(["", "call:", "phones=", "Тел. "]),
)
def test_numbers_are_no_base64(number: str, before: str) -> None:
    """Digits may say a login and its password in base64, as 1 of 20 phone numbers does, and never mean it."""
    assert spans(before + number) == []


@given(
    st.one_of(
        st.text(alphabet=f"{digits}+/_-", min_size=8, max_size=19)
        for digits in ("0123456789ABCDEF", "0123456789abcdef")
    ),
    st.sampled_from(["", "mes=", "[", "id "]),
)
@example("010000060A", "")
@example("0AC3041999063A", "mes=")
@example("550e8400-e29b-41d4", "id ")
def test_hexadecimal_digits_are_no_base64(digits: str, before: str) -> None:
    """Digits of a binary message, of a digest or an id may say a login and its password by chance, too."""
    assert spans(before + digits) == []


@given(
    st.sampled_from(["alex", "Иван", "test.user", "a1"]),
    st.text(alphabet="abcxyzABCXYZ0123456789!@#-_.абвяАБВЯ", min_size=4, max_size=12),
    st.sampled_from(["utf-8", "cp1251"]),
)
def test_pairs_in_base64(login: str, password: str, charset: str) -> None:
    """A login and its password are found in base64 beside no word for them, in whatever letters they are."""
    word = base64.b64encode(f"{login}:{password}".encode(charset)).decode()
    assert spans(f"see {word}") == [(4, 4 + len(word))]


@pytest.mark.parametrize("cased", [str, str.upper, str.title, lambda word: word[:9] + word[9:].upper()])
def test_hexadecimal_digits_of_any_case(cased: Any) -> None:
    """What hexadecimal digits say is looked at whatever their case is."""
    word = cased(b"psw=no, psw=S3CRETPW".hex())
    assert spans(f"see {word}") == [(4, 4 + len(word))]
