"""What fills the place of a secret in a text: `"psw=%s" % ("123",)`, `printf psw=%s 123`."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.forms import Span
from smsc_codec.secrets.values import Reader

#: How far the arguments are read.
_NEAR = 1000
ARGUMENT = regex(r"\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|(?P<end>\n[ \t]*\n|;)|(?P<close>\)(?=[\s:;]|\Z))")
_SHELL_FILLING = regex(r"[^\"'`\n]{0,300}[\"'`][ \t]{1,5}(?P<secret>[^\s|;&<>)#,%-][^\n|;&<>)]{0,300})")
_FILLING = regex(r"[^\"'`\n]{0,300}[\"'`]\s{0,5}(?:,|%|\)?[ \t]{0,3}-f\b|\.format\w{0,5}|\.replace)")
PLACEHOLDER = regex(r"%[sd(]|\{\w{0,20}\}|\?")


def filled_in(reader: Reader, start: int, end: int) -> Iterator[Span]:
    """What a program puts in place of a value that only holds the place: `"psw=%s" % ("123",)`."""
    text = reader.text
    if PLACEHOLDER.match(text, start):
        reader.pay(_NEAR)
        behind = _FILLING.match(text, end)
        for match in ARGUMENT.finditer(text, behind.end(), behind.end() + _NEAR) if behind else ():
            if match["end"]:
                return
            yield match.span()
        shell = _SHELL_FILLING.match(text, end)
        if shell:
            yield shell.span("secret")
