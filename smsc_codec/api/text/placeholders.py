"""Words that stand for something else: `{name}`, `%s`, `$name`, `<PHONE>`. What they will say is not known.

Shells, languages and programs that fill templates all have their own; a file may be of any of them. So what looks
like one of these is taken for one: it is neither judged nor written otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.api import form
from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled

#: The macros of the service, which look like placeholders (IVR-13, VIB-1, FIL-1, MAIL-1), and tags of HTML.
_MACRO = r"(?:menu|button|no_unsub|[Ff]iles?[ _-]?[0-9]*|FILES?[ _-]?[0-9]+)\b"
_TAG = r"/?(?:a|b|i|u|p|s|br|hr|em|div|span|font|strong|big|small|h[1-6]|li|ul|ol|td|tr|table|img)\b"
#: Each alternative fails or ends within a bounded number of characters, so that a search takes linear time.
_PATTERN = compiled(
    rf"""
      \{{\{{(?!button,)[^{{}}\n]{{0,200}}\}}\}}                                # {{{{ name }}}}
    | \{{%[^{{}}\n]{{0,200}}%\}}                                    # {{% if x %}}
    | <%[^<>\n]{{0,200}}%>                                          # <%= name %>
    | <\?(?:php\b|=)(?:[^<>\n]|[-=]>){{0,200}}\?>                   # <?= $name ?>
    | \{{\$[^{{}}\n]{{0,200}}\}}                                    # {{$name}} of PHP
    | [$#%@]\{{[^{{}}\n]{{0,200}}\}}                                # ${{name}} #{{name}} %{{name}} @{{name}}
    | \$\$?\([^()\n]{{0,200}}\)                                     # $(name)
    | \$(?:env|script|global):\w{{1,60}}                            # $env:name of PowerShell
    | \$\$?[A-Za-z_]\w{{0,60}}+(?:->\w{{1,60}}|\[[^\[\]\n]{{1,60}}\]){{0,5}}   # $name $name['key'] $name->key
    | \{{(?!{_MACRO})(?:\w[\w.\[\]'"-]{{0,80}})?(?:![rsa])?(?::[^{{}}\s]{{0,20}})?\}}   # {{}} {{name:02d}}
    | \{{(?!{_MACRO})[^\W\d][\w. ]{{0,40}}\}}                       # {{name of the client}}
    | \{{[A-Za-z_][\w.]{{0,60}}\([^{{}}\n]{{0,120}}\)[\w.()]{{0,60}}\}}        # {{quote(name)}}
    | <(?!{_TAG}|{_MACRO})[^\W\d][\w .:-]{{0,60}}>                           # <PHONE> <your name>
    | %(?![0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}})[-+#0]{{0,2}}[0-9]{{0,3}}(?:\.[0-9]{{1,2}})?(?:hh?|ll?)?[sdiufgeoxXcvqTq@]
    | %\([A-Za-z_]\w{{0,60}}\)[-+#0-9.]{{0,6}}[sdifrxX]             # %(name)s
    | %%                                                            # a percent sign of such a text
    | \\%                                                           # and of a crontab
    """,
    re.VERBOSE,
)
#: `%NAME%` of Windows: no escape begins there, or none ends there.
_WINDOWS = compiled(
    r"%(?![0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})[A-Za-z_][\w.-]{0,60}%|%(?!u[0-9A-Fa-f]{4})[A-Za-z_][\w.-]{0,60}%(?![0-9A-Fa-f]{2})|![A-Za-z_]\w{0,60}!"
)
_SIGNS = "{<$#@!\\"
#: More such signs than any text has that people write.
_MOST_SIGNS = 20_000

#: A value that is nothing but a word for what belongs there.
_WHOLE = compiled(
    r"""(?xi)
      \[[^\W\d][\w .-]{0,60}\]                                      # [phone]
    | :[a-z_]\w{0,60}                                               # :phone
    | @[a-z_][\w.]{0,60}(?=\Z)                                      # @phone, of a query's text
    | %~?[1-9]                                                      # %1, as texts of 1C and batch files have it
    | \.{2,} | … | \*{2,} | x{3,} | _{2,} | -{3,} | \?{2,}
    | (?:your|my|the|some|ваш\w*|мой|моя)_[^\W\d]\w{0,60}
    """
)
_YOURS = compiled(r"(?i)\?|(?:your|ваш\w*)[ -]?[^\W\d][\w -]{0,60}")
#: Placeholders for a number: `7XXXXXXXXXX`, `PHONE`, `phone_number`.
_NUMBER = compiled(
    r"""(?xi)
      \+?[0-9]{0,11}[-() ]*[xх*_#n]{3,}[-() xх*_#n0-9]*
    | (?:[a-z]{1,20}[_-])?(?:phones?|tel|mobile|numbers?|recipients?|to|msisdn)(?:[_-]?(?:numbers?|no|list|[0-9]))?
    | (?:номера?|телефоны?)\w{0,20}
    """
)
#: And for an IP address (PAR-19): `xxx.xxx.xxx.xxx`, `client_ip`.
_IP = compiled(
    r"(?i)[xхn*#]{1,3}(?:\.[xхn*#]{1,3}){3}|(?:[a-z]{1,20}[_-]|user|client)?ip(?:[_-]?addr(?:ess)?)?"
)
_TIME = compiled(r"(?=.*[A-Za-z])(?:[DdMmYyHhSs]{1,4}[.: +-]?){3,8}|h1-h2|0ts|\+m|(?i:time|date|when)")
_NUMBERS = frozenset(("phones", "phone", "to_phone"))
#: The parameters that hold a text for people, in which brackets are ordinary signs.
TEXTS = frozenset(("mes", "msg", "list", "subj", "name", "info", "host", "cmt"))


def find(text: str) -> Iterator[Span]:
    """The placeholders in a text, in order of place."""
    signs = sum(map(text.count, _SIGNS))
    lone = len(form.LONE.findall(text))
    if signs + lone > _MOST_SIGNS:
        yield Span(0, len(text))
        return
    if not signs and not lone:
        return
    spans = [Span(*match.span()) for pattern in (_PATTERN, _WINDOWS) for match in pattern.finditer(text)]
    yield from sorted(spans)


def is_one(name: str, text: str) -> bool:
    """Whether the whole value of a parameter is a word for what belongs there."""
    if len(text) > 80:
        return False
    if name in _NUMBERS:
        pieces = re.split("[,;]", text)
        return any(_NUMBER.fullmatch(piece.strip()) or _WHOLE.fullmatch(piece.strip()) for piece in pieces)
    if name == "userip" and _IP.fullmatch(text):
        return True
    if name in ("time", "valid") and _TIME.fullmatch(text):
        return True
    return bool(_WHOLE.fullmatch(text) or (name not in TEXTS and _YOURS.fullmatch(text)))
