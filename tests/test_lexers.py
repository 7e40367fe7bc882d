"""The lexers of Pygments: found by name and by file, they colour as editors do and lose nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygments")

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Keyword, Name, Number, Text

from smsc_codec import lexers
from smsc_codec.payloads import KINDS

EXAMPLES = Path(__file__).resolve().parents[1] / "docs" / "examples"
PAGE = (EXAMPLES / "page.menu").read_text(encoding="utf-8")
LEXERS = [
    lexers.MenuLexer, lexers.MessageLexer, lexers.MailingLexer, lexers.RecipientsLexer, lexers.ScheduleLexer,
    lexers.VoiceLexer, lexers.CallLexer, lexers.RequestLexer,
]  # fmt: skip


@pytest.mark.parametrize("lexer", LEXERS)
def test_found_by_each_of_its_names(lexer: type) -> None:
    """Pygments finds the lexer by its names, once the package is installed."""
    for alias in lexer.aliases:  # type: ignore[attr-defined]
        assert type(get_lexer_by_name(alias)) is lexer


def test_every_kind_of_file_has_a_lexer() -> None:
    """A file of any kind that is linted is coloured: by every ending that the linter knows."""
    for _, ends in KINDS.values():
        for end in ends:
            assert type(get_lexer_for_filename(f"some{end}" if end.startswith(".") else end)) in LEXERS


@pytest.mark.parametrize("lexer", LEXERS)
def test_tokens_join_to_the_source(lexer: type) -> None:
    """Every example joins to itself again, whatever language it is read as."""
    for file in sorted(EXAMPLES.rglob("*.*")):
        text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        assert "".join(value for _, value in lexer().get_tokens(text)) == text.removeprefix("\ufeff")


def test_the_menu_of_the_page() -> None:
    """Keys, commands, parameters, labels and numbers of the page's menu are what they are."""
    found = [(kind, value.strip()) for kind, value in lexers.MenuLexer().get_tokens(PAGE)]
    for one in (
        (Name.Tag, "5:"), (Keyword, "call:"), (Number, "79999999998"), (Name.Attribute, "wait="), (Number, "10"),
        (Keyword.Constant, "end"), (Name.Label, "callerr"), (Name.Variable, "$phone"), (Name.Class, "Sender"),
    ):  # fmt: skip
        assert one in found


def test_a_request() -> None:
    """Of a request the words of the protocol are coloured, and what they are set to stays plain."""
    text = "curl https://smscentre.com/sys/send.php?login=alex&nonsense=1 -d 'phones=79990000000&mes=%41' # x"
    found = list(lexers.RequestLexer().get_tokens(text))
    for one in (
        (Keyword, "curl"), (Name.Entity, "https://smscentre.com/sys/send.php"), (Name.Attribute, "login"),
        (Name.Class, "nonsense"), (Name.Attribute, "phones"), (Name.Variable, "%41"), (Text, "alex"),
    ):  # fmt: skip
        assert one in found


def test_as_a_web_page() -> None:
    """What is written for a browser is escaped by Pygments: a text cannot get out of its colours."""
    made = highlight("{menu: <script>\n1: end}", lexers.MenuLexer(), HtmlFormatter())
    assert "<script>" not in made
    assert "&lt;script&gt;" in made


def test_the_linter_loads_none_of_it() -> None:
    """Pygments and the highlighters are loaded by Pygments alone."""
    done = subprocess.run(
        [
            sys.executable, "-c",
            "import sys, smsc_codec as s; s.lint('{menu: a\\n1: end}', 'menu');"
            "print([m for m in sys.modules if 'pygments' in m or 'painter' in m or m.endswith('colours')])",
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
