"""Secrets beside no word for one, of which what stands around them tells: an account, a question, a service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import alike
from smsc_codec.secrets.words import by_sign, holds

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
#: What they cannot be without, from the sign in it.
_KNOWN_SIGN = regex(
    r"_(?:(?<=gh[pousr]_)|(?<=github_pat_)|(?<=[sr]k_)(?:live|test)_)|-(?:(?<=glpat-)|(?<=xox[abprs]-)|(?<=sk-))"
    r"|/(?:bot\d|(?<=hooks\.slack\.com/)services/)|A(?:[KS]IA|Iza)"
)
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
_SHORT_MIDDLE = regex(
    rf"[:=](?<=[p{alike('п')} \t].)(?:%s)"
    % "|".join(rf"(?<=[\s,;][p{alike('п')}][ \t]{{{n}}}.)" for n in range(4))
)
#: Letters and a digit in one word, at most so far behind a word for an account.
_MIXED = r"\d[!@#$%^&*+.?~_-]{0,60}[^\W\d_]|[^\W\d_][!@#$%^&*+.?~_-]{0,60}\d"
_ACCOUNT_LINE = regex(rf"(?:{'|'.join(_ACCOUNTS)})[^\n]{{0,250}}?(?:{_MIXED})")
_ACCOUNT_HINTS = by_sign(_ACCOUNTS)


def said(text: str, low: str, dash: bool, named: bool) -> Iterator[re.Pattern[str]]:
    """The patterns that can match at all; `low` is the text in small letters, `dash` whether an option may stand there,
    and `named` as for `forms.possible`.
    """
    if named and "expect" in low and "send" in low:
        yield _EXPECTED
    if holds(low, _ACCOUNT_HINTS) and _ACCOUNT_LINE.search(low):
        yield _ACCOUNT
    if _KNOWN_SIGN.search(text):
        yield _KNOWN
    if (dash and "-p" in low) or _SHORT_MIDDLE.search(low):
        yield _SHORT_PAIR
