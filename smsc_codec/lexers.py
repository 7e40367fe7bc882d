"""Lexers of Pygments for each kind of file, for documentation and web pages: they colour as editors do.

Pygments finds them by the names of `NAMES` and by the endings of files. It need not be installed for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from pygments.lexer import Lexer
from pygments.token import Text, string_to_tokentype

from smsc_codec.api.text.colours import PIECES
from smsc_codec.grammar.colours import ROLES
from smsc_codec.grammar.painter import Piece, pieces
from smsc_codec.payloads import KINDS

_REQUEST = re.compile("|".join(f"({pattern})" for pattern, _ in PIECES), re.MULTILINE)


def _files(*kinds: str) -> list[str]:
    """The names of files of some kinds, as globs."""
    return [end if not end.startswith(".") else f"*{end}" for kind in kinds for end in KINDS[kind][1]]


class _Smsc(Lexer):  # type: ignore[misc]
    """What the lexers share."""

    url = "https://github.com/smsc-codec/smsc-codec"
    grammar: ClassVar[str]

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"stripnl": False, "ensurenl": False, **options})

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, Any, str]]:
        """Each piece of the text by where it starts, with its type."""
        for start, end, role in self._pieces(text):
            yield start, string_to_tokentype(ROLES[role].token) if role else Text, text[start:end]

    def _pieces(self, text: str) -> Iterator[Piece]:
        return pieces(self.grammar, text)


class MenuLexer(_Smsc):
    """Voice menus."""

    name = "SMSC voice menu"
    aliases: ClassVar[list[str]] = ["smsc-menu"]
    filenames: ClassVar[list[str]] = _files("menu")
    grammar = "menu"


class MessageLexer(_Smsc):
    """Messages of any channel."""

    name = "SMSC message"
    aliases: ClassVar[list[str]] = ["smsc-message", "smsc-viber"]
    filenames: ClassVar[list[str]] = _files("message", "viber")
    grammar = "message"


class MailingLexer(_Smsc):
    """Lists of messages."""

    name = "SMSC mailing"
    aliases: ClassVar[list[str]] = ["smsc-mailing"]
    filenames: ClassVar[list[str]] = _files("mailing")
    grammar = "mailing"


class RecipientsLexer(_Smsc):
    """Recipients."""

    name = "SMSC recipients"
    aliases: ClassVar[list[str]] = ["smsc-recipients"]
    filenames: ClassVar[list[str]] = _files("recipients")
    grammar = "recipients"


class ScheduleLexer(_Smsc):
    """Times."""

    name = "SMSC schedule"
    aliases: ClassVar[list[str]] = ["smsc-schedule"]
    filenames: ClassVar[list[str]] = _files("schedule")
    grammar = "schedule"


class VoiceLexer(_Smsc):
    """Voices, and how a call is made."""

    name = "SMSC voice"
    aliases: ClassVar[list[str]] = ["smsc-voice"]
    filenames: ClassVar[list[str]] = _files("voice")
    grammar = "voice"


class CallLexer(_Smsc):
    """Calls to a menu, told line by line."""

    name = "SMSC call"
    aliases: ClassVar[list[str]] = ["smsc-call"]
    filenames: ClassVar[list[str]] = _files("call")
    grammar = "call"


class RequestLexer(_Smsc):
    """Requests: addresses, bodies, `curl` commands."""

    name = "SMSC request"
    aliases: ClassVar[list[str]] = ["smsc-request"]
    filenames: ClassVar[list[str]] = _files("request")
    grammar = "request"

    def _pieces(self, text: str) -> Iterator[Piece]:
        at = 0
        for match in _REQUEST.finditer(text):
            if match.end() == match.start():
                continue
            if at < match.start():
                yield at, match.start(), ""
            yield match.start(), match.end(), PIECES[(match.lastindex or 1) - 1][1]
            at = match.end()
        if at < len(text):
            yield at, len(text), ""
