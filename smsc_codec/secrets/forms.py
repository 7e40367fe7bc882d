"""Secrets that no name stands before: in addresses, options, calls, the line of a mail, base64."""

from __future__ import annotations

import re
from binascii import a2b_base64
from codecs import charmap_decode
from collections.abc import Callable, Iterable, Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import WINDOWS, alike
from smsc_codec.secrets.said import said
from smsc_codec.secrets.words import by_sign, holds

Span = tuple[int, int]

#: What may be the end of an address's authority.
_USER = regex(
    r"(?<![\w:/])//(?P<bare>[^\s/?#\"'`<>\\@:]{1,100}:[^\s/?#\"'`<>\\@]{1,200})@|://(?P<secret>[^\s/?#\"'`<>\\]{1,300})@"
    r"|://[^\s/?#\"'`<>@:\\\[]{0,100}:(?!\d{1,5}(?:[/?#\s\"'<>\\]|\Z))"
    r"(?P<odd>[^\s\"'`<>]{1,300}(?:[ ][^\s\"'`<>]{1,100}){0,3})@(?=[\w\[])"
)
#: The same without a scheme, as `curl` takes it: only before what is plainly the service.
_USER_ALONE = regex(
    r"(?<![\w.+@/-])(?P<secret>[\w.+-]{1,60}:[^\s@\"'`/]{1,100})@(?=(?:[\w-]{1,40}\.){0,3}smsc|(?:[\w-]{1,40}\.){0,5}[\w:-]{1,40}/(?:sys|rest)/)",
    re.IGNORECASE,
)
#: `-u login:password` in all its spellings, as a word of a shell or of a list of words; `user = "login:password"`.
_SHELL_WORD = r"(?:\\.|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[^\s\"'\\]){1,300}+"
_OPTION = regex(
    r"(?:(?<![^\s\"'(\[{,;|&`=>])(?:-[A-Za-z]{0,9}?[uUEa]|-A(?=[ \t]{1,5}[\w.@-]{1,100}:)|--(?:proxy-)?us[a-z]{0,2}"
    r"|--auth|--cert)|(?<![\w-])(?:proxy-)?user(?=\s{0,5}[=:]|[ \t]{1,5}[\w.@-]{1,100}:\S))"
    r"(?:[\"'],\s{0,20}|[\"']?\s{0,5}[=:]\s{0,5}|[\"']?[ \t]{1,20}"
    r"|[ \t]{0,5}\r?\n[ \t]{1,20}(?=[\w.@-]{1,100}:[^\s/])|)"
    r"(?:(?P<quote>[\"'])(?:(?!(?P=quote))[^\n:]){0,100}:(?P<quoted>(?:(?!(?P=quote))[^\n]){1,300}"
    r"(?:(?P=quote)(?:\\.|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[^\s\"'\\,)\]}]){1,100}+)?)"
    rf"|(?:'[^'\n:]{{0,100}}'|\"[^\"\n:]{{0,100}}\"|[^\s\"':=]{{0,100}}):(?P<plain>{_SHELL_WORD}))"
)
#: The account of a proxy, without a scheme.
_PROXY = regex(
    r"(?<![\w-])(?:-x|--(?:pre)?proxy[\w.]{0,4}|--socks\w{1,12})[=\s\"',]{0,10}[^\s\"':@/]{1,100}:(?P<secret>[^\s\"'@]{1,200})@"
)
#: The option, or the place, that gives a password to some other tool: `sshpass -p`, `mysql -p`, `docker login -p`.
_TOOL = regex(
    r"(?<![\w./-])(?:(?:sshpass|mysql\w{0,10}|docker[ \t]login|podman[ \t]login|useradd|usermod|7z[ar]?)\b"
    r"[^\n|;]{0,200}?[ \t]-p[= ]{0,3}"
    r"|redis-cli\b[^\n|;]{0,200}?[ \t]-a[ \t]{1,3}|openssl\b[^\n|;]{0,200}?[ \t]-(?:k|K|pass)[ \t]{1,3}(?:pass:)?"
    r"|openssl[ \t]passwd\b(?:[ \t]{1,3}-\w{1,10}){0,5}[ \t]{1,3}"
    r"|(?:zip|unzip|unrar|rar)\b[^\n|;]{0,200}?[ \t]-p[ \t]{0,3}|ssh-keygen\b[^\n|;]{0,200}?[ \t]-[np][ \t]{1,3}"
    r"|htpasswd\b(?:[ \t]{1,3}-\w{1,10}){1,5}[ \t]{1,3}[^\s-]\S{0,100}(?:[ \t]{1,3}[^\s-]\S{0,60})?[ \t]{1,3}"
    r"|swaks\b[^\n|;]{0,200}?[ \t]-ap[= ]{1,3}|sendemail\b[^\n|;]{0,200}?[ \t]-xp[ \t]{1,3}"
    r"|schtasks\b[^\n|]{0,200}?[ \t]/rp[ \t]{1,3}|net[ \t]use\b[^\n|]{0,200}?/user:[^\s]{1,100}[ \t]{1,3}"
    r"|net[ \t]use\b[^\n|/]{0,200}?\\\\[^\s/]{1,100}[ \t]{1,3}(?=[^\s/][^\n]{0,200}/user:)"
    r"|keyring\b[^\n|]{0,200}?<<<[ \t]{0,3}|secrets?[ \t](?:create|set|put|versions)\b[^\n|]{0,200}?<<<[ \t]{0,3}"
    r"|(?:kv[ \t]put|vault[ \t]write)\b[^\n|]{0,200}?[ \t][\w.-]{1,60}="
    r"|bitsadmin\b[^\n|]{0,200}?\b(?:BASIC|NTLM|DIGEST|NEGOTIATE)[ \t]{1,3}\S{1,100}[ \t]{1,3})"
    rf"(?P<secret>(?!-){_SHELL_WORD})",
    re.IGNORECASE,
)
#: The tools by what stands behind them; the first with an option.
_TOOLS = {
    " -": (
        "mysql", "docker", "podman", "redis-cli", "openssl", "swaks", "sendemail", "useradd", "usermod", "7z", "zip",
        "rar",
    ),
    "/": ("schtasks", "net use"), "=": ("kv put", "vault write"), "bitsadmin": ("bitsadmin",),
}  # fmt: skip
_TOOLS_WITHOUT = {sign: tools for sign, tools in _TOOLS.items() if sign != " -"}
#: Those of them that are called by a word for a secret.
_NAMED_TOOLS = {
    " -": ("sshpass", "ssh-keygen", "htpasswd"), "passwd": ("openssl",), "<<<": ("keyring", "secret"),
}  # fmt: skip
#: What is written into a command that reads a password there.
_PIPED = regex(
    rf"(?i)\b(?:echo|printf)[ \t]{{1,5}}(?:-[nNeE]{{1,3}}[ \t]{{1,5}})?(?P<secret>(?!-){_SHELL_WORD})"
    r"[ \t]{0,5}(?:>{1,2}[ \t]{0,3}[^\s|;&]{0,200}?(?:psw|passw|secret|token|api_?key)"
    r"|\|(?!\|)(?=[^|\n]{0,300}(?:(?:psw|pass\w{0,10}|token|api_?key)@-"
    r"|--\w{0,20}-?pass\w{0,10}-stdin"
    r"|\bsudo[ \t]{1,3}-S|--with-token|\b(?:ch|ht|smb)?passwd\b"
    r"|\b(?:md5|sha\d{1,3})sum\b|\bkinit\b|\bcryptsetup\b|\bsecrets?[ \t](?:create|set|put))))"
)
#: A login and its password that are written into what makes base64 of them.
_PIPED_PAIR = regex(
    r"(?i)\b(?:echo|printf)[ \t]{1,5}(?:-[nNeE]{1,3}[ \t]{1,5})?[\"']?[\w.@+-]{1,60}:(?P<secret>[^\s|]{1,200})"
    r"[ \t]{0,5}\|[ \t]{0,5}(?:base64|openssl)\b"
)
_SQL = regex(r"(?i)\bidentified[ \t]{1,5}by[ \t]{1,5}(?P<quote>[\"'])(?P<quoted>[^\"'\n]{1,200})")
#: `host:port:database:user:password`, and what a password was hashed to.
_PGPASS = regex(
    r"(?<![\w.:*/@-])(?:[A-Za-z*][\w.*-]{0,99}|\d{1,3}(?:\.\d{1,3}){3}):(?:\d{4,5}|\*):[\w*-]{1,60}:[\w*.-]{1,60}:"
    r"(?P<secret>[^\s:\"'&]{1,200})(?![^\s\"'&])"
)
_HASH = regex(r"\$(?:apr1|2[abxy]|[156]|y|argon2\w{1,2})\$(?P<secret>[\w./$+,=-]{8,200})")
_HASHES = ("$apr1$", "$2", "$1$", "$5$", "$6$", "$y$", "$argon2")
#: `open("GET", url, async, login, password)`
_OPENED = regex(
    r"(?i)\bopen[ \t]{0,3}\(?[ \t]{0,3}[\"'](?:get|post|put)[\"'][ \t]{0,3}"
    r",[^,\n]{1,300},[^,\n\"']{1,20},(?P<secret>[^\n)]{1,200})"
)
_OPENING = regex(r"open[ \t]{0,3}\(?[ \t]{0,3}[\"'](?:get|post|put)[\"']")
#: SMTP's own way to log in: what follows is base64, on this line or below.
_SMTP_LOGIN = regex(
    r"(?m)\bAUTH[ \t](?:PLAIN|LOGIN)\b(?P<secret>(?:\s{1,20}(?:334\b[ \t]?)?[A-Za-z0-9+/]{2,200}={0,2}(?![\w+/])){1,6})"
)
_COOKIES = regex(
    r"(?<![^\s\"'(\[,])-[a-zA-Z]{0,9}?b(?:[\"'],\s{0,20}|[= \t]{0,5})"
    r"(?:(?P<quote>[\"'])(?P<quoted>[^\n\"']{0,300}=[^\n\"']{0,500})"
    r"|(?P<plain>[\w.-]{1,100}=[^\s\"']{1,500}))"
)
_TOKEN_OPTION = regex(
    r"(?i)bearer[\"']?,?\s{1,5}[\"']?(?:-a|--auth)(?:[\"'],\s{0,20}|[= \t]{1,5})[\"']?(?P<secret>[^\s\"']{1,500})"
)
#: Calls and lists whose arguments are a login and a password.
_CALL = regex(
    r"(?i)(?:(?:auth|credentials?|login|smsc|securestring|connect|"
    + alike("соединени")
    + r"|userpassw|(?:set|add)_?passw)\w{0,20})"
    r"(?:\]::new|\.new|\.basic)?\s{0,3}\((?P<inside>(?:[^()]|\([^()]{0,300}\)){0,600}+)"
)
#: PowerShell's, without quotes.
_SECURE = regex(
    r"(?i)ConvertTo-SecureString[ \t]{1,5}(?:-String[ \t]{1,5})?(?P<secret>(?![-$@(])[^\s\"']{1,200})"
)
#: `Authorization`, whose name says it, with a pair that is not in base64.
_SCHEMED = regex(
    r"(?i)AuthenticationHeaderValue\([ \t]{0,3}[\"']\w{1,20}[\"'],[ \t]{0,3}(?P<quote>[\"'])(?P<quoted>[^\"'\n]{1,300})"
)
_QUOTED = regex(r"\"(?:\\.|[^\"\\\n]){0,600}\"|'(?:\\.|[^'\\\n]){0,600}'")
_NETRC = regex(
    r"(?i)\b(?:machine\s{1,5}\S{1,100}\s{1,5}(?=pass)|login\s{1,5}(?!(?:and|or)\s)\S{1,100}\s{1,5})(?:account\s{1,5}\S{1,100}\s{1,5})?pass(?:word|wd)?\s{1,5}(?P<secret>\S{1,300})"
)
#: SMT-1: `<login>:<psw>:<id>:<time>,<tz>:<translit>,<format>,<sender>,<test>:<phones>:<mes>`
_MAIL = regex(
    r"(?<![^\s\"'`>|=:(])[^\s:\"'`<>/=]{1,100}:(?P<secret>[^:\s][^:\r\n]{0,300}):[\w.-]{0,40}"
    r":[\d.,+\- ]{0,40}:[0-2]?(?:,[^:\r\n,]{0,40}){0,3}:[\d+,;Gg@\w. -]{0,2000}:"
)
#: The same with fields missing, or too many.
_ODD_MAIL = regex(
    r"(?<![^\s\"'`>|=:(])(?=[^:\s]{0,100}[^\W\d])[^\s:\"'`<>/=]{1,100}:(?P<secret>[^:\s][^:\r\n]{0,300})"
    r":[\w.-]{0,40}(?::[\d.,+\- ]{0,40}){1,3}:\+?\d{10,15}[\d+,; ]{0,2000}:"
)
_KEY = regex(
    r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?P<secret>[^\0]{0,8000}?)(?:-----END|\Z|(?=-----BEGIN))"
)
_SCHEME = regex(
    r"(?i)(?<![a-z])(?P<scheme>basic|bearer|digest|negotiate)[ \t]{1,5}(?P<secret>[A-Za-z0-9+/_.~=-]{6,8000})"
)
_JWT = regex(r"(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{2,8000}(?:\.[\w-]{0,4000})?")
#: Octets in hexadecimal digits, as many as a short request has, with a sign between them.
_HEX = regex(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{2}(?>(?:[ :][0-9A-Fa-f]{2}){9,})(?![0-9A-Fa-f])")
_HEX_DIGITS = regex(r"(?>(?:[ :]?[0-9A-Fa-f]{2}){10,})")
_LEAST_DIGITS = 20
#: A digest, an id, binary octets. A login with its password in Latin or Cyrillic letters is no such digits in base64,
#: though these may say one by chance: `010000060A`.
_HEXADECIMAL = regex(r"[0-9A-F+/_\s:-]*+|[0-9a-f+/_\s:-]*+")
#: Such a word from its beginning; with a letter: no login in Latin or Cyrillic letters is digits alone there, and phone
#: numbers, dates and ids are.
_BASE64 = regex(r"(?=[0-9+/_-]*+[A-Za-z])[A-Za-z0-9+/_-]{8,}+(?:\r?\n[A-Za-z0-9+/]{8,}+){0,2000}={0,2}")
#: Each octet of base64 as `x`; each hexadecimal digit as `0`; any other as a blank, or in hexadecimal as `-`.
_BASE64_SHAPE = bytes(
    ord("x" if chr(code).isascii() and (chr(code).isalnum() or chr(code) in "+/_-") else " ")
    for code in range(256)
)
_HEX_SHAPE = bytes(
    ord("0" if chr(code) in "0123456789abcdefABCDEF" else " " if chr(code) in " :" else "-")
    for code in range(256)
)
_LONG, _THREE = b"x" * 8, b" 00 00 00"

#: What no text has, in whatever charset.
_CONTROLS = bytes([*range(1, 9), 11, 12, *range(14, 32), 127])
_NO_BLANKS = dict.fromkeys(map(ord, "\n\r\t\0"))
_TELLING = regex(r"\d|[a-z][A-Z]")
#: A login and its password, as HTTP and SMTP have them.
_LOGIN = regex(r"[^\s:]{1,100}:\S{1,200}|[^\0]{0,100}\0[^\0]{1,100}\0[^\0]{1,200}")
#: What the longest-running patterns cannot be without: the middle of what they find.
_DASH = regex(r"-(?<![^\s\"'(\[{,;|&`=>]-)[A-Za-z\u0131\u017f\u212a-]")  # and what case makes these of
_MIDDLES = {
    r":[\w.-]{0,40}:[\d.,+\- ]{0,40}:[0-2]?[:,]": _MAIL,
    r":[\d.,+\- ]{0,40}:\+?\d{10}": _ODD_MAIL,
    r":(?:\d{4,5}|\*):[\w*-]": _PGPASS,
}
_MIDDLE = regex(f":(?:{'|'.join(middle[1:] for middle in _MIDDLES)})")
_EACH_MIDDLE = [(regex(middle), pattern) for middle, pattern in _MIDDLES.items()]
_SCHEMES = ("basic", "bearer", "digest", "negotiate")
_CALLED = by_sign(("login", "smsc", "connect", alike("соединени")))
_NAMED_CALLS = (
    "auth", "credential", "securestring", "userpassw", "setpassw", "set_passw", "addpassw", "add_passw",
)  # fmt: skip


def possible(text: str, low: str, named: bool) -> Iterator[re.Pattern[str]]:
    """The patterns that can match at all in a text, or in a part of it, by the signs and words that each cannot be
    without; both are as `plain` makes them. `named`: a word for a secret may stand there.
    """
    colon, at = ":" in text, "@" in text
    if at:
        if "//" in text:
            yield _USER
        if colon:
            yield from (_USER_ALONE, _PROXY)
    dash = _DASH.search(text) is not None
    if colon and (dash or "user" in text):
        yield _OPTION
    if dash and "=" in text:
        yield _COOKIES
    if colon and _MIDDLE.search(text):
        yield from (pattern for middle, pattern in _EACH_MIDDLE if middle.search(text))
    if dash and "bearer" in low:
        yield _TOKEN_OPTION
    if "identified" in low:
        yield _SQL
    if "," in text and _OPENING.search(low):
        yield _OPENED
    blanks = low.replace("\t", " ")
    if ("|" in text or ">" in text) and ("echo " in blanks or "printf " in blanks):
        yield from (_PIPED, _PIPED_PAIR)
    yield from said(text, low, dash, named)
    if "$" in text and any(map(text.__contains__, _HASHES)):
        yield _HASH
    if holds(blanks, _TOOLS if dash else _TOOLS_WITHOUT) or (named and holds(blanks, _NAMED_TOOLS)):
        yield _TOOL
    if "eyJ" in text:
        yield _JWT
    if "(" in text and (holds(low, _CALLED) or (named and any(map(low.__contains__, _NAMED_CALLS)))):
        yield _CALL
    if any(map(low.__contains__, _SCHEMES)):
        yield _SCHEME
    if named:
        yield from _named(text, low)


def _named(text: str, low: str) -> Iterator[re.Pattern[str]]:
    """Those of these patterns that find a word for a secret."""
    if "pass" in low and ("login" in low or "machine" in low):
        yield _NETRC
    if "securestring" in low:
        yield _SECURE
    if "headervalue" in low:
        yield _SCHEMED
    if "-----BEGIN" in text:
        yield _KEY
    if "AUTH" in text:
        yield _SMTP_LOGIN


def forms(text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[Span]:
    """Where such secrets stand in a text that `alike` has made plain, by the patterns that are `possible`."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            if pattern is _CALL:
                yield from _arguments(match)
            elif pattern is not _SCHEME or _is_credential(match):
                yield match.span(match.lastgroup or 0)


def in_base64(text: str, finds: Callable[[str], object], wrapped: dict[str, bool]) -> Iterator[Span]:
    """Where words stand that are secrets in base64. `finds` says whether a text holds any secret;
    `wrapped` remembers of each such word whether it does: one word stands often in a text, and in its layers.
    """
    for match in _encoded(text):
        word = match.group()
        if word not in wrapped:
            wrapped[word] = any(_LOGIN.fullmatch(said) or finds(said) for said in _says(word))
        if wrapped[word]:
            yield match.span()


def _encoded(text: str) -> Iterator[re.Match[str]]:
    """The words that may be base64, or hexadecimal digits. A text is full of words: patterns alone would take long."""
    octets = text.encode("ascii", "replace")
    shape = octets.translate(_BASE64_SHAPE)
    at = shape.find(_LONG)
    while at >= 0:
        match = _BASE64.match(text, at)
        if match:
            yield match
        # From the end of the word; if that is the end of the text, from its last character.
        at = shape.find(_LONG, shape.find(b" ", match.end() - 1 if match else at))
    if _THREE in octets.translate(_HEX_SHAPE):
        yield from _HEX.finditer(text)


def _arguments(match: re.Match[str]) -> Iterator[Span]:
    start = match.start("inside")
    for quoted in _QUOTED.finditer(match["inside"]):
        yield start + quoted.start() + 1, start + quoted.end() - 1


def _is_credential(match: re.Match[str]) -> bool:
    if match["scheme"].lower() != "basic":
        return _TELLING.search(match["secret"]) is not None
    return ":" in decoded(match["secret"])


def _says(word: str) -> list[str]:
    """The texts that a word may say, in base64 and in hexadecimal digits."""
    said = [decoded(word)]
    if said[0] and _HEXADECIMAL.fullmatch(word):
        said.clear()
    if len(word) >= _LEAST_DIGITS:
        said.append(_octets(word))
    return [*filter(None, said)]


def decoded(word: str) -> str:
    """What base64 says, where that is a text; else nothing."""
    if not word.isalnum():
        word = word.replace("=", "").replace("-", "+").replace("_", "/")
    if len(word) % 4 == 1 and word.isalnum():
        return ""
    try:
        return _text(a2b_base64(word + "=="))
    except ValueError:
        return ""


def _octets(word: str) -> str:
    """What hexadecimal digits say, where that is a text; else nothing."""
    return _text(bytes.fromhex(word.replace(":", ""))) if _HEX_DIGITS.fullmatch(word) else ""


def _text(octets: bytes) -> str:
    if len(octets.translate(None, _CONTROLS)) < len(octets):
        return ""
    said = octets.decode(errors="ignore")
    if said.encode() != octets:  # no UTF-8
        said = charmap_decode(octets, "strict", WINDOWS)[0]
    return said if said.isprintable() or said.translate(_NO_BLANKS).isprintable() else ""
