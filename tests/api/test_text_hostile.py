"""Requests made to be slow: each rule of size is a bound, so that work grows no faster than the text."""

from __future__ import annotations

import pytest

from smsc_codec import lint
from smsc_codec.api.text import shell
from smsc_codec.api.text.find import MOST_REQUESTS, find

SEND = "https://smscentre.com/sys/send.php?login=a&psw=b&phones=79990000000&mes="
PIECES = [
    "$(", "${", "`", "'", '"', "\\", '\\"', "%", "%D0", "%25D0", "%u041F", "&a=1", "&amp;a=1", "<a", "{", "{{ ", "$a",
    "curl x\n", 'curl "$(\n', "curl 'x\n", "^", '^"', "\n", "\n&a=1", "Ж", "-d a=1 ", '"a":1,', "#\n", "[1-3]", "{a,b}",
    "<?= ", "GET /sys/send.php?psw=1\n", "###\n", 'x="http://smsc.ru/sys/send.php?psw=1" ', "/sys/", "a/", "(", "|",
    ">",
]  # fmt: skip
WRAPS = [
    "{}", f"curl '{SEND}{{}}'", 'curl https://smscentre.com/sys/send.php -d "psw=b&mes={}"',
    "curl https://smscentre.com/sys/send.php {}", f"{SEND}{{}}", f'x = "{SEND}{{}}"',
    "curl https://smscentre.com/rest/send/ -d '{{\"mes\": \"{}\"}}'", "POST /sys/send.php HTTP/1.1\n\npsw=a&mes={}",
]  # fmt: skip


#: What was slow once, each in another place: a megabyte of it.
LARGE = [("Ж", 1), ("Привет ", 2), ('"', 1), ("\\", 4), ("&", 1), ("$(a)", 3), ("`", 5), ("%25D0", 2)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("piece", "wrap", "size"),
    [
        *((piece, wrap, 50_000) for piece in PIECES for wrap in WRAPS),
        *((piece, WRAPS[place], 1_000_000) for piece, place in LARGE),
    ],
)
def test_many_signs(piece: str, wrap: str, size: int) -> None:
    """Any sign again and again, in any place, is linted; places lie within, and there are not too many findings.

    A reader that goes back, at 50,000 signs, makes the test last for minutes.
    """
    text = wrap.replace("{{", "{").replace("}}", "}").replace("{}", (piece * size)[:size], 1)
    found = lint(text, "request")
    assert len(found) < 6 * MOST_REQUESTS
    assert all(0 <= finding.span.start <= finding.span.end <= len(text) for finding in found)


def test_bounds() -> None:
    """What is more than people write is cut: words, pieces of a word, requests; what is left is told or left alone."""
    many = shell.words("curl " + "a " * (shell.MOST_WORDS + 10))
    assert many.cut
    assert len(many.words) == shell.MOST_WORDS + 1
    assert shell.words("curl " + "''" * (shell.MOST_PIECES + 10)).cut
    assert shell.words('curl "' + "$a" * (shell.MOST_PIECES + 10) + '"').cut
    assert not shell.words("curl " + "a " * 100).cut
    text = "curl 'https://smsc.ru/sys/balance.php?login=a&psw=b'\n" * (MOST_REQUESTS + 5)
    assert len(find(text)) == MOST_REQUESTS
    address = "https://smsc.ru/sys/balance.php?login=a&psw=b\n"
    assert [one.form for one in find(address * MOST_REQUESTS)] == ["url"] * MOST_REQUESTS
    assert len(find(address * (MOST_REQUESTS + 1))) == MOST_REQUESTS
    assert [finding.code for finding in lint(text, "request")] == ["REQ023"]


@pytest.mark.parametrize(("lost", "form"), [(8, "curl"), (9, "code"), (0, "curl")])
def test_bound_of_commands_that_are_never_closed(lost: int, form: str) -> None:
    """The end of a command is looked for in vain eight times the text's length, and no more; others cost nothing."""
    sound = "curl https://smscentre.com/sys/balance.php -d 'login=a&psw=b'\n"
    text = (
        'curl "$(psw\n' * lost
        + (sound * 12 if not lost else "")
        + "#" * 2_000
        + "\n"
        + sound.replace(" -d ", "?x=1 -d ")
    )
    assert find(text)[-1].form == form


@pytest.mark.parametrize(("length", "host"), [(300, True), (301, False)])
def test_bound_of_a_host(length: int, host: bool) -> None:
    """What stands before a path is looked through for 300 characters; a longer one is no host."""
    base = f"https://{'a' * (length - len('https://.smsc.ru'))}.smsc.ru"
    assert bool(find(f"see {base}/sys/balance.php?login=a&psw=b now")) is host


@pytest.mark.parametrize(("length", "seen"), [(500, True), (501, False)])
def test_bound_of_a_substitution(length: int, seen: bool) -> None:
    """What a shell puts into an address ends within 500 characters; at a longer one the address ends."""
    hole = f"$({'x' * (length - 3)})"
    (parts,) = find(f'x = "https://smsc.ru/sys/balance.php?login=a&psw=b&y={hole}&cur=1"\n')
    assert ("cur" in [one.name for one in parts.given]) is seen


@pytest.mark.parametrize(("length", "form"), [(99, "curl"), (100, "curl"), (101, "code")])
def test_bound_of_a_program_s_folder(length: int, form: str) -> None:
    """A folder of up to 100 characters before `curl` is part of the program's name; behind a longer one it is none."""
    text = f"/{'a' * (length - 2)}/curl 'https://smscentre.com/sys/balance.php?login=a&psw=b' | cat\n"
    assert [one.form for one in find(text)] == [form]
