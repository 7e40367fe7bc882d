"""Secrets beside no word for one, of which what stands around them tells: an account, a question, a service."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import alike

#: A word that looks like a password and like nothing else: letters and digits, no amount, no version, no address.
LOOKS = (
    r"(?![$%{<]|(?i:sha|utf|windows|iso|koi|http|md|cp|ucs|gsm)[-_/.]?\d|v?\d+(?:[.:/-]\d+)+)"
    r"(?=[\w!@#$%^&*+.?~-]{0,60}\d)(?=[\w!@#$%^&*+.?~-]{0,60}[^\W\d_])(?!\d{1,6}-?[^\W\d_]{1,5}(?!\w))"
    r"[\w!@#$%^&*+.?~-]{5,60}[\w!@#$%^&*+?~-](?![\w:/=@])"
)
#: `expect "Password:"; send "123"`: what is typed where a password is asked for.
_EXPECTED = regex(
    r"(?i)\bexpect\b[^\n]{0,100}?pass\w{0,10}[^\n;{]{0,20}(?:[;{]|\r?\n)\s{0,20}"
    r"(?:exp_)?send(?:_user)?\b(?:[ \t]{1,3}--)?[ \t]{1,5}[\"']?(?P<secret>[^\n\"';]{1,200})"
)
#: Keys of well-known services, which look like nothing else.
_KNOWN = regex(
    r"/bot\d{5,12}:(?P<bot>[\w-]{20,60})|hooks\.slack\.com/services/(?P<hook>[\w/]{10,200})"
    r"|(?<![\w-])(?P<key>(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|[sr]k_(?:live|test)_|sk-)[\w-]{16,200}"
    r"|A[KS]IA[A-Z0-9]{16}|AIza[\w-]{35})(?![\w-])"
)
#: What they cannot be without, by a sign of it.
_KNOWN_HINTS = {
    "_": ("gh", "github_pat_", "k_live_", "k_test_"), "-": ("glpat-", "xox", "sk-"), "A": ("AKIA", "ASIA", "AIza"),
    "/": ("/bot", "hooks.slack"),
}  # fmt: skip
#: Words for an account, and its parts.
_ACCOUNTS = (
    "log", "auth", "access", "account", "l/p",
    *map(alike, ("логин", "доступ", "учетк", "учётк", "кред", "данные",
    "вход", "лк", "л/п", "авториз")),
)  # fmt: skip
_LINK = "|".join(
    (
        "as",
        "with",
        "under",
        "for",
        "user",
        "of",
        *map(alike, ("под", "с", "для", "от", "у", "и", "пароль", "логин")),
    )
)
_ACCOUNT_NAME = r"[\"']?[\w.@+-]{2,60}[\"']?"
_BETWEEN = rf"[ \t]{{0,3}}[:/|;][ \t]{{0,3}}|[ \t]{{1,3}}(?:-|\u2014|and|{alike('и')})[ \t]{{1,3}}"
#: Who and then the password, behind a word for an account: `login failed: alex / 123`, `log in as alex 123`.
_ACCOUNT = regex(
    rf"(?i)(?<![^\W_])(?:log(?:ged)?[ -]?in|{'|'.join(_ACCOUNTS[1:])})\w{{0,12}}"
    rf"(?:[^\n\w]{{0,5}}(?:[^\W\d]{{1,12}}[ \t:]{{1,3}}){{1,4}}?{_ACCOUNT_NAME}(?:{_BETWEEN})"
    rf"|[ \t:\"'\u2014-]{{1,5}}(?:(?:{_LINK})[ \t]{{1,3}}){{0,2}}{_ACCOUNT_NAME}(?:{_BETWEEN}|[ \t]{{1,3}}))"
    rf"[\"']?(?P<secret>{LOOKS})"
)
#: `u: alex p: 123`, `-l alex -p 123`
_SHORT_PAIR = regex(
    rf"(?i)(?<![^\s(\"'=])(?:(?:u|l|user|login|{alike('л')}|{alike('логин')})[ \t]{{0,3}}[:=][ \t]{{0,3}}"
    r"[^\s,;]{3,60}"
    rf"[\s,;]{{1,5}}(?:p|{alike('п')})[ \t]{{0,3}}[:=][ \t]{{0,3}}"
    r"|-(?:[lu]|-?login|-?user)[ \t=]{1,3}[^\s-]\S{0,60}"
    r"[ \t]{1,3}-p[ \t=]{1,3}(?!\d{1,5}(?::\d{1,5})?(?!\S)))(?P<secret>[^\s,;]{1,200})"
)
_SHORT_MIDDLE = regex(rf"[p{alike('п')}](?<=[\s,;].)[ \t]{{0,3}}[:=]")


def holds(text: str, words: Mapping[str, Iterable[str]]) -> bool:
    """Whether a text has any of some words; each is asked only where its sign is, too."""
    return any(sign in text and any(map(text.__contains__, some)) for sign, some in words.items())


def said(text: str, low: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can match at all; `low` is the text in small letters."""
    if "expect" in low and "send" in low:
        yield _EXPECTED
    if any(map(low.__contains__, _ACCOUNTS)):
        yield _ACCOUNT
    if holds(text, _KNOWN_HINTS):
        yield _KNOWN
    if "-p" in low or _SHORT_MIDDLE.search(low):
        yield _SHORT_PAIR
