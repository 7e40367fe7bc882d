"""Patterns that are passed over, since a text lacks what they cannot be without, would have found nothing in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.secrets import forms, said
from smsc_codec.secrets.layers import alike, layers, small
from smsc_codec.secrets.words import may_name
from tests.secrets.sound import MARKED, OPEN
from tests.secrets.tools import LONGER as LONGER_TOOLS
from tests.secrets.tools import TOOLS
from tests.secrets.written import COMMANDS, DATA, LONGER, PROGRAMS, REQUESTS
from tests.secrets.written import FORMS as WRITTEN

PATTERNS = {
    name: getattr(forms if hasattr(forms, name) else said, name)
    for name in (
        "_USER", "_USER_ALONE", "_OPTION", "_PROXY", "_TOOL", "_PIPED", "_SQL", "_PGPASS", "_HASH", "_OPENED",
        "_SMTP_LOGIN", "_COOKIES", "_TOKEN_OPTION", "_CALL", "_SECURE", "_SCHEMED", "_NETRC", "_MAIL", "_KEY",
        "_SCHEME", "_JWT", "_ODD_MAIL", "_PIPED_PAIR", "_EXPECTED", "_ACCOUNT", "_KNOWN", "_SHORT_PAIR",
    )
}  # fmt: skip


def _tried(text: str) -> list[re.Pattern[str]]:
    low = small(text)
    return list(forms.possible(text, low, may_name(low)))


def passed_over(text: str) -> list[str]:
    """The patterns that find something in a text for which they are not tried."""
    tried = _tried(text)
    return [name for name, one in PATTERNS.items() if one.search(text) and not any(one is p for p in tried)]


def test_all_are_here() -> None:
    """A pattern that is tried somewhere is in the table of this file, so the tests below ask about all of them."""
    everything = (
        "//a:b@c -u x:y=1 login x:7a machine identified open('get', | $6$ securestring headervalue sshpass"
    )
    everything += " -----BEGIN AUTH eyJ smsc( basic bearer -a pass a:b:c:1:0:7: h:5432:d:u:p"
    everything += " echo expect send sk-1 p: a:7::79990000000:"
    assert {id(one) for one in _tried(everything)} == {id(one) for one in PATTERNS.values()}


#: What each pattern cannot be without, and which are tried where it is there.
TRIED = {
    "": (), "@ : / ( = a": ("_USER_ALONE", "_PROXY"), "//:": (), "@": (), "//@": ("_USER",),
    ":@": ("_USER_ALONE", "_PROXY"),
    "-u": (), ":": (), "user": (), "=": (), ": -u": ("_OPTION",), "user:": ("_OPTION",), "-b=": ("_COOKIES",),
    ":::,": ("_MAIL",), "::1::": ("_MAIL",), ":5432:a": ("_PGPASS",), ":543:a": (), ":*:a": ("_PGPASS",),
    "Bearer -a": ("_TOKEN_OPTION", "_SCHEME"), "bearer": ("_SCHEME",), "-a": (), "pass": (),
    "login machine": (), "login: a7": ("_ACCOUNT",), "LOGIN: 7!a": ("_ACCOUNT",), "login 7 a": (), "login\na7": (),
    alike(f"вход{'x' * 250}7a"): ("_ACCOUNT",), alike(f"вход{'x' * 252}.7a"): (), "log: 7": (), "log: a": (),
    "PASS login": ("_NETRC",), "pass Machine": ("_NETRC",), "Identified": ("_SQL",), "open": (), ",": (),
    "Open, 'GET'": (), "Open('GET',": ("_OPENED",), "open \"put\",": ("_OPENED",), "open('get'": (),
    "|": (), "echo": (), "Echo |": ("_PIPED", "_PIPED_PAIR"), "printf\t>": ("_PIPED", "_PIPED_PAIR"), "echo|": (),
    "expect pass": (), "Send Expect": (), "Send Expect Pass": ("_EXPECTED",), "xox": (), "xox-": (), "sk_": (),
    **dict.fromkeys(("xoxb-", "ghp_", "github_pat_", "/bot1", "glpat-", "sk-", "AKIA", "ASIA", "AIza"), ("_KNOWN",)),
    **dict.fromkeys(("sk_live_", "rk_test_", "hooks.slack.com/services/"), ("_KNOWN",)), "gh_": (), "/bot": (),
    " p:": ("_SHORT_PAIR",), " p   =": ("_SHORT_PAIR",), " p    =": (), ";п\t:": ("_SHORT_PAIR",), "xp:": (), "p:": (),
    " -p ": ("_SHORT_PAIR",), "a-p ": (), "a:7::+7999000000": ("_ODD_MAIL",),
    ":+7999000000": (),
    "$": (), **dict.fromkeys(("$1$", "$2y$", "$argon2id$", "$apr1$"), ("_HASH",)),
    "SecureString": ("_SECURE",), "securestring(": ("_CALL", "_SECURE"),
    "HeaderValue": (), "AuthHeaderValue": ("_SCHEMED",), "-----BEGIN": (), "-----BEGIN KEY": ("_KEY",),
    "AUTH": ("_SMTP_LOGIN",), "auth": (), "eyJ": ("_JWT",),
    "(": (), **dict.fromkeys(("Auth(", "Smsc(", "connect(", alike("соединение(")), ("_CALL",)),
    "Basic": ("_SCHEME",), "digest": ("_SCHEME",), "negotiate": ("_SCHEME",),
    **dict.fromkeys((*forms._TOOLS[" -"], "mysql -", "mysql - a"), ()),
    **{f"{tool} {sign}": ("_TOOL",) for sign, tools in forms._NAMED_TOOLS.items() for tool in tools},
    **{f"{tool} {sign}" + "x" * (sign == " -"): ("_TOOL",) for sign, tools in forms._TOOLS.items() for tool in tools},
    "sshpass\t-": ("_TOOL",), "openssl -\N{KELVIN SIGN}": ("_TOOL",),
    "net\tuse /": ("_TOOL",), "kv\tput =": ("_TOOL",), "/user:": ("_OPTION",),
}  # fmt: skip


@pytest.mark.parametrize("text", TRIED)
def test_what_is_tried(text: str) -> None:
    """A pattern is tried where all stands that it cannot be without, and nowhere else: most texts are read fast."""
    tried = _tried(text)
    assert tuple(name for name, one in PATTERNS.items() if any(one is each for each in tried)) == TRIED[text]


def test_small() -> None:
    """Letters that patterns which ignore case take for others are those, as every capital is its small letter."""
    assert small("\u0131\u017f\u1c81 ABC \u0414") == "is\u0434 abc \u0434"


def test_known_texts() -> None:
    """In every text that these tests have, in any layer of it, nothing is passed over that would find something."""
    tables = (WRITTEN, TOOLS, LONGER, LONGER_TOOLS, COMMANDS, DATA, PROGRAMS, REQUESTS, MARKED, OPEN)
    entries = [one for table in tables for one in (table.values() if isinstance(table, dict) else table)]
    texts = [text for one in entries for text in ([one] if isinstance(one, str) else one)]
    assert len(texts) > 1000
    for text in texts:
        for layer in layers(text):
            assert not passed_over(alike(layer.text)), text


#: In the classes of these patterns case makes no difference to Python, though `lower` keeps the letters apart.
STRANGE = {"s": "ſ", "i": "ı", "k": "\N{KELVIN SIGN}", "д": "\u1c81"}


@pytest.mark.parametrize("name", PATTERNS)
def test_what_a_pattern_finds(name: str) -> None:
    """A text made from a pattern, among others and in any case, is one for which the pattern is tried."""
    made = st.from_regex(re.compile(PATTERNS[name].pattern, PATTERNS[name].flags))
    around = st.text(alphabet=" \n:=\"'@-,ab1", max_size=10)

    @settings(max_examples=60, deadline=None)
    @given(around, made, around, st.sampled_from([str, str.upper, str.lower, str.swapcase, _strange]))
    def holds(before: str, text: str, behind: str, cased: object) -> None:
        assert callable(cased)
        assert not passed_over(before + cased(text) + behind)

    holds()


def _strange(text: str) -> str:
    return "".join(STRANGE.get(sign.lower(), sign) for sign in text)
