"""Secrets that no name stands before: in addresses, options, calls, the line of a mail, base64."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterator

from smsc_codec.secrets.layers import alike

Span = tuple[int, int]

#: What may be the end of an address's authority.
_USER = re.compile(
    r"(?<![\w:/])//(?P<bare>[^\s/?#\"'`<>\\@:]{1,100}:[^\s/?#\"'`<>\\@]{1,200})@|://(?P<secret>[^\s/?#\"'`<>\\]{1,300})@|://[^\s/?#\"'`<>@:\\\[]{0,100}:(?!\d{1,5}(?:[/?#\s\"'<>\\]|\Z))(?P<odd>[^\s\"'`<>]{1,300})@(?=[\w\[])"
)
#: The same without a scheme, as `curl` takes it: only before what is plainly the service.
_USER_ALONE = re.compile(
    r"(?<![\w.+@/-])(?P<secret>[\w.+-]{1,60}:[^\s@\"'`/]{1,100})@(?=(?:[\w-]{1,40}\.){0,3}smsc|(?:[\w-]{1,40}\.){0,5}[\w:-]{1,40}/(?:sys|rest)/)",
    re.IGNORECASE,
)
#: `-u login:password` in all its spellings, as a word of a shell or of a list of words; `user = "login:password"`.
_SHELL_WORD = r"(?:\\.|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[^\s\"'\\]){1,300}+"
_OPTION = re.compile(
    r"(?:(?<![^\s\"'(\[{,;|&`=>])(?:-[A-Za-z]{0,9}?[uUEa]|-A(?=[ \t]{1,5}[\w.@-]{1,100}:)|--(?:proxy-)?us[a-z]{0,2}"
    r"|--auth|--cert)|(?<![\w-])(?:proxy-)?user(?=\s{0,5}[=:]|[ \t]{1,5}[\w.@-]{1,100}:\S))"
    r"(?:[\"'],\s{0,20}|[\"']?\s{0,5}[=:]\s{0,5}|[\"']?[ \t]{1,20}"
    r"|[ \t]{0,5}\r?\n[ \t]{1,20}(?=[\w.@-]{1,100}:[^\s/])|)"
    r"(?:(?P<quote>[\"'])(?:(?!(?P=quote))[^\n:]){0,100}:(?P<quoted>(?:(?!(?P=quote))[^\n]){1,300}"
    r"(?:(?P=quote)(?:\\.|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[^\s\"'\\,)\]}]){1,100}+)?)"
    rf"|(?:'[^'\n:]{{0,100}}'|\"[^\"\n:]{{0,100}}\"|[^\s\"':=]{{0,100}}):(?P<plain>{_SHELL_WORD}))"
)
#: The account of a proxy, without a scheme.
_PROXY = re.compile(
    r"(?<![\w-])(?:-x|--(?:pre)?proxy[\w.]{0,4}|--socks\w{1,12})[=\s\"',]{0,10}[^\s\"':@/]{1,100}:(?P<secret>[^\s\"'@]{1,200})@"
)
#: The short option that gives a password to some other tool: `sshpass -p`, `mysql -p`, `docker login -p`.
_TOOL = re.compile(
    r"(?<![\w./-])(?:(?:sshpass|mysql\w{0,10}|docker[ \t]login|podman[ \t]login)\b[^\n|;]{0,200}?[ \t]-p[= ]{0,3}"
    r"|redis-cli\b[^\n|;]{0,200}?[ \t]-a[ \t]{1,3}|openssl\b[^\n|;]{0,200}?[ \t]-(?:k|K|pass)[ \t]{1,3}(?:pass:)?"
    r"|swaks\b[^\n|;]{0,200}?[ \t]-ap[= ]{1,3}|sendemail\b[^\n|;]{0,200}?[ \t]-xp[ \t]{1,3}"
    r"|schtasks\b[^\n|]{0,200}?[ \t]/rp[ \t]{1,3}|net[ \t]use\b[^\n|]{0,200}?/user:[^\s]{1,100}[ \t]{1,3}"
    r"|keyring\b[^\n|]{0,200}?<<<[ \t]{0,3}"
    r"|bitsadmin\b[^\n|]{0,200}?\b(?:BASIC|NTLM|DIGEST|NEGOTIATE)[ \t]{1,3}\S{1,100}[ \t]{1,3})"
    rf"(?P<secret>(?!-){_SHELL_WORD})",
    re.IGNORECASE,
)
_TOOLS = (
    "sshpass", "mysql", "docker", "podman", "redis-cli", "openssl", "swaks", "sendemail", "schtasks", "net use",
    "keyring", "bitsadmin",
)  # fmt: skip
#: What is written into a command that reads a password there.
_PIPED = re.compile(
    rf"(?i)\b(?:echo|printf)[ \t]{{1,5}}(?:-[nNeE]{{1,3}}[ \t]{{1,5}})?(?P<secret>(?!-){_SHELL_WORD})"
    r"[ \t]{0,5}\|(?!\|)(?=[^|\n]{0,300}(?:(?:psw|pass\w{0,10}|token|api_?key)@-"
    r"|--\w{0,20}-?pass\w{0,10}-stdin|\bsudo[ \t]{1,3}-S|--with-token))"
)
_SQL = re.compile(r"(?i)\bidentified[ \t]{1,5}by[ \t]{1,5}(?P<quote>[\"'])(?P<quoted>[^\"'\n]{1,200})")
#: `host:port:database:user:password`, and what a password was hashed to.
_PGPASS = re.compile(
    r"(?<![\w.:*/@-])(?:[A-Za-z*][\w.*-]{0,99}|\d{1,3}(?:\.\d{1,3}){3}):(?:\d{4,5}|\*):[\w*-]{1,60}:[\w*.-]{1,60}:"
    r"(?P<secret>[^\s:\"'&]{1,200})(?![^\s\"'&])"
)
_HASH = re.compile(r"\$(?:apr1|2[abxy]|[156]|y|argon2\w{1,2})\$(?P<secret>[\w./$+,=-]{8,200})")
#: `open("GET", url, async, login, password)`
_OPENED = re.compile(
    r"(?i)\bopen[ \t]{0,3}\(?[ \t]{0,3}[\"'](?:get|post|put)[\"'][ \t]{0,3}"
    r",[^,\n]{1,300},[^,\n\"']{1,20},(?P<secret>[^\n)]{1,200})"
)
#: SMTP's own way to log in: what follows is base64, on this line or below.
_SMTP_LOGIN = re.compile(
    r"(?m)\bAUTH[ \t](?:PLAIN|LOGIN)\b(?P<secret>(?:\s{1,20}(?:334\b[ \t]?)?[A-Za-z0-9+/]{2,200}={0,2}(?![\w+/])){1,6})"
)
_COOKIES = re.compile(
    r"(?<![^\s\"'(\[,])-[a-zA-Z]{0,9}?b(?:[\"'],\s{0,20}|[= \t]{0,5})"
    r"(?:(?P<quote>[\"'])(?P<quoted>[^\n\"']{0,300}=[^\n\"']{0,500})"
    r"|(?P<plain>[\w.-]{1,100}=[^\s\"']{1,500}))"
)
_TOKEN_OPTION = re.compile(
    r"(?i)bearer[\"']?,?\s{1,5}[\"']?(?:-a|--auth)(?:[\"'],\s{0,20}|[= \t]{1,5})[\"']?(?P<secret>[^\s\"']{1,500})"
)
#: Calls and lists whose arguments are a login and a password.
_CALL = re.compile(
    r"(?i)(?:(?:auth|credentials?|login|smsc|securestring|connect|"
    + alike("соединени")
    + r"|userpassw|set_?passw)\w{0,20})"
    r"(?:\]::new|\.new|\.basic)?\s{0,3}\((?P<inside>(?:[^()]|\([^()]{0,300}\)){0,600}+)"
)
#: PowerShell's, without quotes.
_SECURE = re.compile(
    r"(?i)ConvertTo-SecureString[ \t]{1,5}(?:-String[ \t]{1,5})?(?P<secret>(?![-$@(])[^\s\"']{1,200})"
)
#: `Authorization`, whose name says it, with a pair that is not in base64.
_SCHEMED = re.compile(
    r"(?i)AuthenticationHeaderValue\([ \t]{0,3}[\"']\w{1,20}[\"'],[ \t]{0,3}(?P<quote>[\"'])(?P<quoted>[^\"'\n]{1,300})"
)
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\\n]){0,600}\"|'(?:\\.|[^'\\\n]){0,600}'")
_NETRC = re.compile(
    r"(?i)\b(?:machine\s{1,5}\S{1,100}\s{1,5}(?=pass)|login\s{1,5}\S{1,100}\s{1,5})(?:account\s{1,5}\S{1,100}\s{1,5})?pass(?:word|wd)?\s{1,5}(?P<secret>\S{1,300})"
)
#: SMT-1: `<login>:<psw>:<id>:<time>,<tz>:<translit>,<format>,<sender>,<test>:<phones>:<mes>`
_MAIL = re.compile(
    r"(?<![^\s\"'`>|=:(])[^\s:\"'`<>/=]{1,100}:(?P<secret>[^:\s][^:\r\n]{0,300}):[\w.-]{0,40}"
    r":[\d.,+\- ]{0,40}:[0-2]?(?:,[^:\r\n,]{0,40}){0,3}:[\d+,;Gg@\w. -]{0,2000}:"
)
_KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?P<secret>[^\0]{0,8000}?)(?:-----END|\Z|(?=-----BEGIN))"
)
_SCHEME = re.compile(
    r"(?i)(?<![a-z])(?P<scheme>basic|bearer|digest|negotiate)[ \t]{1,5}(?P<secret>[A-Za-z0-9+/_.~=-]{6,8000})"
)
_JWT = re.compile(r"(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{2,8000}(?:\.[\w-]{0,4000})?")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,}+(?:\r?\n[A-Za-z0-9+/]{8,}+){0,2000}={0,2}")

#: Each with what it cannot be without.
_PATTERNS = (
    ("//", _USER), ("@", _USER_ALONE), (":", _OPTION), ("=", _COOKIES), ("-a", _TOKEN_OPTION), (" ", _NETRC),
    (":", _MAIL), ("-----BEGIN", _KEY), ("@", _PROXY), ("|", _PIPED), ("$", _HASH), (":", _PGPASS),
    ("AUTH ", _SMTP_LOGIN), ("ecure", _SECURE), ("HeaderValue", _SCHEMED), (",", _OPENED), (" ", _SQL),
)  # fmt: skip


def forms(text: str, finds: Callable[[str], bool]) -> Iterator[Span]:
    """Where such secrets stand. `finds` says whether a text holds any secret, for what is wrapped in base64."""
    for sign, pattern in _PATTERNS:
        for match in pattern.finditer(text) if sign in text else ():
            name = match.lastgroup if match.lastgroup != "quote" else "quoted"
            yield match.span(name or 0)
    low = text.lower()
    for match in _TOOL.finditer(text) if any(tool in low for tool in _TOOLS) else ():
        yield match.span("secret")
    for match in _CALL.finditer(text) if "(" in text else ():
        start = match.start("inside")
        for quoted in _QUOTED.finditer(match["inside"]):
            yield start + quoted.start() + 1, start + quoted.end() - 1
    for match in _SCHEME.finditer(text):
        if match["scheme"].lower() != "basic" or ":" in decoded(match["secret"]):
            secret = match["secret"]
            if match["scheme"].lower() == "basic" or re.search(r"\d|[a-z][A-Z]", secret):
                yield match.span("secret")
    for match in _JWT.finditer(text) if "eyJ" in text else ():
        yield match.span()
    known: dict[str, bool] = {}  # one word stands often in the same text
    for match in _BASE64.finditer(text):
        word = match.group()
        if word not in known:
            known[word] = _is_secret(decoded(word), finds)
        if known[word]:
            yield match.span()


def _is_secret(said: str, finds: Callable[[str], bool]) -> bool:
    """Whether what was in base64 is a login with its password, or holds a secret."""
    return bool(
        said
        and (
            re.fullmatch(r"[^\s:]{1,100}:\S{1,200}|[^\0]{0,100}\0[^\0]{1,100}\0[^\0]{1,200}", said)
            or finds(said)
        )
    )


def decoded(word: str) -> str:
    """What base64 says, where that is a text; else nothing."""
    word = re.sub(r"[\s=]", "", word).replace("-", "+").replace("_", "/")
    if len(word) % 4 == 1:
        return ""
    try:
        octets = b64decode(word + "=" * (-len(word) % 4))
    except ValueError:
        return ""
    try:
        said = octets.decode()
    except UnicodeDecodeError:
        said = octets.decode("cp1251", "replace")
    return (
        said
        if said.replace("\n", "").replace("\r", "").replace("\t", "").replace("\0", "").isprintable()
        else ""
    )
