"""`smsc-codec parts`: what a text takes as a message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli import parts_picture, parts_report
from smsc_codec.linter.reports import Style
from tests.cli.conftest import Cli

CYRILLIC = "Ваш заказ готов. " * 5  # 85 units: two parts


def report(cli: Cli, text: str, *arguments: str, code: int = 0) -> Any:
    done = cli("parts", "--json", *arguments, stdin=text)
    assert (done.code, done.err) == (code, "")
    return json.loads(done.out)


@pytest.mark.parametrize(
    ("text", "encoding", "units", "sizes", "left"),
    [
        ("", "gsm7", 0, [0], 160),
        ("a" * 160, "gsm7", 160, [160], 0),
        ("a" * 161, "gsm7", 161, [153, 8], 145),
        ("a" * 152 + "€" + "a" * 152, "gsm7", 306, [152, 153, 1], 152),
        ("я" * 70, "ucs2", 70, [70], 0),
        ("я" * 71, "ucs2", 71, [67, 4], 63),
        ("я" * 66 + "🎉" + "я", "ucs2", 69, [69], 1),
        ("я" * 66 + "🎉" + "я" * 10, "ucs2", 78, [66, 12], 55),
    ],
)
def test_counts(cli: Cli, text: str, encoding: str, units: int, sizes: list[int], left: int) -> None:
    """SEG-1, SEG-2: alphabet, units and parts; a pair is never torn; the parts joined are the text."""
    made = report(cli, text)
    assert (made["encoding"], made["units"], made["left"]) == (encoding, units, left)
    assert made["parts"] == len(sizes)
    assert [part["units"] for part in made["each"]] == sizes
    assert "".join(part["text"] for part in made["each"]) == text
    assert [text[part["start"] : part["end"]] for part in made["each"]] == [p["text"] for p in made["each"]]


@pytest.mark.parametrize(
    ("source", "sent", "comment"),
    [
        ("Hello\n", "Hello", False),
        ("Hello\r\n", "Hello", False),
        ("Hello\n\n", "Hello\n", False),
        ("Hello", "Hello", False),
        ("Hello\n~~~\nfor the history\n", "Hello", True),
        ("Hello\n\n~~~\n", "Hello\n", True),
        ("Hello\n~~~\n", "Hello", True),
        ("Hello\n~~~ \nmore", "Hello\n~~~ \nmore", False),
    ],
)
def test_what_is_counted(cli: Cli, source: str, sent: str, comment: bool) -> None:
    """SEG-3, CMT-1: neither the comment counts nor the line end that ends a file."""
    made = report(cli, source)
    units = len(sent) + sent.count("~")  # which is an escape and a code
    assert made["each"] == [{"start": 0, "end": len(sent), "units": units, "text": sent}]
    assert made["comment"] is comment


def test_what_makes_it_dear(cli: Cli) -> None:
    """SEG-1: the first costly character with its place, what says the same, and what that saves."""
    text = "Hello\nOrder №5 – " + "a" * 70
    made = report(cli, text)
    assert made["costly"] == {
        "first": {"start": 12, "line": 2, "column": 7, "character": "№", "name": "U+2116 NUMERO SIGN"},
        "replacement": "N",
        "count": 2,
        "lasting": 0,
    }
    assert made["parts"] == 2
    assert made["replaced"] == {
        "text": "Hello\nOrder N5 - " + "a" * 70, "encoding": "gsm7", "units": 87, "parts": 1
    }  # fmt: skip
    assert made["translit"] == {}
    assert report(cli, "Order N5")["costly"] is None


def test_what_translit_saves(cli: Cli) -> None:
    """PAR-6: both styles of a Cyrillic text; a character that neither writes keeps the text dear."""
    made = report(cli, "транслит " * 10)
    assert made["parts"] == 2
    assert made["replaced"] is None
    assert made["translit"]["1"] == {
        "text": "translit " * 10, "encoding": "gsm7", "units": 90, "parts": 1
    }  # fmt: skip
    assert made["translit"]["2"]["text"] == "mpaHc/Ium " * 10
    assert report(cli, "транслит 🎉")["translit"]["1"]["encoding"] == "ucs2"


def test_what_maxsms_cuts(cli: Cli) -> None:
    """SEG-4, PAR-18: the lost text is told, and is a finding; without loss there is none."""
    made = report(cli, "a" * 200 + "end", "--maxsms", "1", code=1)
    assert made["cut"] == {"maxsms": 1, "kept": 160, "lost": "a" * 40 + "end"}
    assert report(cli, "a" * 200, "--maxsms", "2")["cut"]["lost"] == ""
    done = cli("parts", "--maxsms", "1", stdin="a" * 160 + "lost words")
    assert done.code == 1
    assert "maxsms=1 cuts after character 160: 10 characters lost\n  - lost words\n" in done.out


def test_what_a_charset_carries(cli: Cli) -> None:
    """REQ-6: the first character that the charset lacks is pointed at, and is a finding."""
    made = report(cli, "Привет 🎉", "--charset", "koi8-r", code=1)
    assert made["charset"]["able"] == ["utf-8"]
    assert made["charset"]["misfit"]["start"] == 7
    assert report(cli, "Привет", "--charset", "koi8-r")["charset"]["misfit"] is None
    done = cli("parts", "--charset", "koi8-r", stdin="Цена: 5 €")
    assert (
        "1 | Цена: 5 €\n  |         ^\n  = koi8-r cannot carry U+20AC EURO SIGN; windows-1251 can" in done.out
    )


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        ("a" * 161, ("--reference", "16"), [152, 9]),
        ("я" * 66 + "e\u0301" + "я" * 5, ("--graphemes",), [66, 7]),
        ("я" * 66 + "e\u0301" + "я" * 5, (), [67, 6]),
        ("ğ" * 71, (), [67, 4]),
        ("ğ" * 71, ("--language", "turkish", "--language", "spanish"), [71]),
    ],
)
def test_options(cli: Cli, text: str, arguments: tuple[str, ...], expected: list[int]) -> None:
    """3GPP TS 23.040 9.2.3.24, TS 23.038 A.2: width of the reference, whole graphemes, national tables."""
    assert [part["units"] for part in report(cli, text, *arguments)["each"]] == expected


def test_picture(cli: Cli) -> None:
    """Each part has its number, a bar as full as it is, its size and its text with an end; no colour in a pipe."""
    done = cli("parts", stdin=CYRILLIC)
    lines = done.out.splitlines()
    assert lines[0] == "<stdin>: 2 parts, UCS-2 (Cyrillic rate), 85 units, 67 a part, 49 left in the last"
    bars = [line for line in lines if "█" in line]
    assert bars == ["1/2 " + "█" * 40 + "  67/67", "2/2 " + "█" * 11 + "░" * 29 + "  18/67"]
    assert f"    {CYRILLIC[:67]}|>" in lines
    assert f"    {CYRILLIC[67:]}|" in lines
    assert "\x1b" not in done.out


def test_caret(cli: Cli) -> None:
    """The caret stands under the character, also where those before it are two columns wide."""
    lines = cli("parts", stdin="中Hi №5").out.splitlines()
    at = lines.index("1 | 中Hi №5")
    assert lines[at + 1] == "  | ^^"
    lines = cli("parts", stdin="Hi №5").out.splitlines()
    at = lines.index("1 | Hi №5")
    assert lines[at + 1] == "  |    ^"


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("abЯ€🎉 \n\t\u200b中e\u0301")), st.integers(20, 120))
def test_picture_fits(text: str, width: int) -> None:
    """What is drawn of any text fits the terminal, and every part is there."""
    made = parts_report.report(text, parts_report.Options())
    drawn = list(parts_picture.picture("a", parts_report.message(text), made, Style(width=width), "#."))
    bars = [line for line in drawn if "/" in line and ("#" in line or "..." in line)]
    assert len(bars) >= made.parts
    assert all(len(line) <= width for line in bars if line[0].isdigit() and "#" in line)


def test_colour_and_plain_letters(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour where it is asked for."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[36m" in cli("parts", stdin="Hi").out


def test_files(cli: Cli, folder: Path) -> None:
    """A file by its name, in windows-1251 too, which is said; a missing one is no traceback."""
    (folder / "a.txt").write_bytes("Привет".encode("cp1251"))
    done = cli("parts", "a.txt")
    assert done.code == 0
    assert "read as windows-1251" in done.err
    assert "Привет|" in done.out
    assert cli("parts", "gone.txt").code == 1
    for half in ("\\ud800", "\\udfff"):
        done = cli("parts", "--encoding", "unicode_escape", stdin=half)
        assert (done.code, "surrogates not allowed" in done.err) == (1, True)
    for whole in ("\\ud7ff", "\\ue000"):
        assert cli("parts", "--encoding", "unicode_escape", stdin=whole).code == 0


def test_too_long(cli: Cli) -> None:
    """3GPP TS 23.040 9.2.3.24.1: the number of parts is one octet."""
    done = cli("parts", stdin="a" * (255 * 153 + 1))
    assert (done.code, done.out) == (1, "")
    assert done.err == "smsc-codec: <stdin>: text: takes 256 parts, but a message has at most 255\n"
    assert report(cli, "a" * (255 * 153))["parts"] == 255


@pytest.mark.parametrize(
    "arguments", [("--maxsms", "0"), ("--charset", "cp866"), ("--reference", "7"), ("--language", "klingon")]
)
def test_usage(cli: Cli, arguments: tuple[str, ...]) -> None:
    """What is no option's value ends in exit code 2."""
    done = cli("parts", *arguments, stdin="a")
    assert (done.code, done.out) == (2, "")


def test_line_ends_of_a_comment(cli: Cli) -> None:
    """CMT-1: a mark between CR LF is none, which is said rather than guessed."""
    done = cli("parts", stdin="Hi\r\n~~~\r\nhistory")
    assert "does not start a comment" in done.out
    assert report(cli, "Hi\r\n~~~\r\nhistory")["units"] == 19
