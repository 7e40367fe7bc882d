"""The parts of a request as text: where each parameter stands, before any is understood."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from smsc_codec.api.access import SECRETS
from smsc_codec.api.form import octets
from smsc_codec.api.received import MOST_PARAMETERS
from smsc_codec.api.text.mapped import Mapped, fixed, joined
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.text.near import nearest

#: What people call a secret, well or badly spelt; nothing of its value is shown.
_MISSPELT = (*SECRETS, "password")
_SECRET = re.compile(
    r"(?i)p(?:ass(?:word|wd|wort)?|s+w+d?|wd)|(?:api|access)?[_-]?(?:key|token)|secret|md5|sha1|crc32"
)


@lru_cache(256)
def _is_secret(name: str) -> bool:
    return bool(_SECRET.fullmatch(name)) or nearest(name, _MISSPELT) is not None


class Given(Struct):
    """One parameter as it stands: its name, and its value before urlencoding is undone.

    `encoded` is false where the value stands for itself, as in a form with files.
    """

    name: str
    at: Mapped
    value: Mapped
    encoded: bool = True

    def read(self, charset: str) -> tuple[bytes, Mapped]:
        """The octets of the value, and their text."""
        if self.encoded:
            return self.value.decoded(charset)
        return self.value.text.encode("utf-8", "surrogatepass"), self.value

    def octets(self) -> Mapped:
        """The octets of the value (BIN-1), each as the character of its number."""
        if self.encoded or self.value.text.isascii():
            return self.read("latin-1")[1]
        return fixed(self.read("utf-8")[0].decode("latin-1"), self.value.span())

    @property
    def is_secret(self) -> bool:
        """Whether nobody may see the value."""
        return _is_secret(self.name)


class Parts(Struct):
    """A request taken apart. `form` is how it is written: an address, a body, a curl command, an HTTP message.

    `files` are the names of files whose contents are elsewhere; `hidden` are places that nobody may see, beside
    those of secret parameters; `end` is where another parameter can be written; `json`: a JSON object says them.
    """

    form: str
    method: str = "GET"
    scheme: str = ""
    host: str = ""
    path: str | None = None
    address: Mapped | None = None
    given: list[Given] = []
    files: list[str] = []
    problems: list[Problem] = []
    hidden: list[Span] = []
    end: Mapped | None = None
    json: bool = False
    full: bool = False

    def add(self, given: Given) -> bool:
        """Take one more parameter, if it is not one too many; nothing of the others is shown."""
        if len(self.given) < MOST_PARAMETERS:
            self.given.append(given)
            return True
        if len(self.given) == MOST_PARAMETERS and not self.full:
            told = f"more than {MOST_PARAMETERS} parameters: these are not looked at"
            self.problems.append(Problem(told, given.at.span(), "request-syntax"))
            self.full = True
        self.hidden.append(given.value.span())
        return False


def pairs(word: Mapped, parts: Parts) -> None:
    """Take the parameters of an urlencoded text."""
    at = 0
    while at < len(word.text):
        end = word.text.find("&", at)
        end = len(word.text) if end < 0 else end
        if end > at:
            sign = word.text.find("=", at, end)
            sign = end if sign < 0 else sign
            name = word.part(at, sign)
            value = word.part(min(sign + 1, end), end)
            if not parts.add(Given(octets(name.text).decode("utf-8", "replace"), name, value)):
                parts.hidden.append(word.span(Span(at, len(word.text))))
                return
        at = end + 1


_ADDRESS = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<host>[^/?#]*))?(?P<path>[^?#]*)(?P<query>\?[^#]*)?",
    re.DOTALL,
)


def address(word: Mapped, parts: Parts) -> None:
    """What an address says: scheme, host, path, and the parameters of its query."""
    match = _ADDRESS.match(word.text)
    assert match is not None
    parts.address = word.part(0, match.end("path"))
    parts.scheme, parts.host, parts.path = (match["scheme"] or "").lower(), match["host"] or "", match["path"]
    user = parts.host.rpartition("@")[0]
    if user:  # `https://login:password@host/`
        start = match.start("host")
        parts.hidden.append(word.span(Span(start, start + len(user))))
        parts.host = parts.host.rpartition("@")[2]
    if match["query"]:
        pairs(word.part(match.start("query") + 1, match.end("query")), parts)
    parts.end = word.part(match.end("query") if match["query"] else match.end("path"), match.end())


def trimmed(source: str) -> Mapped:
    """The source without white space around it."""
    start = len(source) - len(source.lstrip())
    return Mapped.of(source, start, max(start, len(source.rstrip())))


def unwrapped(word: Mapped) -> Mapped:
    """The address without the line ends that it was broken at, as the page prints long ones."""
    breaks = list(re.finditer(r"[ \t]*\r?\n[ \t]*(?=[&?/])", word.text))
    if not breaks:
        return word
    pieces, at = [], 0
    for match in breaks:
        pieces.append(word.part(at, match.start()))
        at = match.end()
    return joined([*pieces, word.part(at, len(word.text))], word.write)
