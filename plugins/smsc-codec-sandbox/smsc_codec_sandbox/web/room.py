"""What a room of the page is made of: the paths it answers, and what a browser asked there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import msgspec
from msgspec import Struct

from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.web import words

Order = TypeVar("Order")
THEMES = ("light", "dark")
#: Said with every page instead of what other replies say: its own scripts run, and fragments of HTML are put in place
#: by one function of them only (Trusted Types).
_POLICY = (
    "content-security-policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "media-src 'self' blob:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types fragment",
)


class Wrong(ValueError):
    """What a browser asked makes no sense; says why."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status


def refused(reason: str, status: int) -> Answer:
    """The reply to what makes no sense."""
    data = msgspec.json.encode({"error": reason}) + b"\n"
    return Answer(data, media="application/json", status=status, headers=(("smsc-wrong", "yes"),))


class Asked:
    """A request of a browser, and the ways to answer it."""

    def __init__(self, service: Service, head: Head, query: str, body: bytes) -> None:
        self.service = service
        self._head = head
        self._query = query
        self._body = body

    @cached_property
    def query(self) -> dict[str, str]:
        """What stands behind the question mark; of several with one name the last."""
        return dict(parse_qsl(self._query, keep_blank_values=True, errors="replace"))

    @cached_property
    def _cookies(self) -> dict[str, str]:
        pairs = (pair.partition("=") for line in self._head.all("cookie") for pair in line.split(";"))
        return {name.strip(): value.strip() for name, _, value in pairs}

    @cached_property
    def language(self) -> words.Language:
        """That of the page's switch, else the first of the browser's that there is."""
        return words.chosen(self._cookies.get("smsc-language", ""), self._head.first("accept-language"))

    @cached_property
    def theme(self) -> str:
        """`light` or `dark` where the page's switch says so, else empty."""
        said = self._cookies.get("smsc-theme", "")
        return said if said in THEMES else ""

    @property
    def base(self) -> str:
        """The address that the browser has of the sandbox."""
        return f"http://{self._head.first('host') or '127.0.0.1:8025'}"

    def say(self, text: str, /, **values: object) -> str:
        """A sentence of the page in the browser's language; `{name}` in it is filled with a value."""
        return words.said(text, self.language, values)

    def number(self, name: str) -> int:
        """A number of the query. Raises Wrong."""
        return number(self.query.get(name, ""), name)

    def order(self, kind: type[Order]) -> Order:
        """What the body orders. Raises Wrong."""
        try:
            return msgspec.json.decode(self._body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Wrong(str(error)) from None

    def page(self, template: str, **values: Any) -> Answer:
        """A page of a template."""
        return Answer(self._made(template, values), media="text/html", headers=(_POLICY,))

    def fragment(self, template: str, **values: Any) -> Answer:
        """A piece of a page, for its scripts to put in place."""
        return Answer(self._made(template, values), media="text/html")

    def done(self, value: object = None) -> Answer:
        """An order was carried out."""
        return Answer(
            msgspec.json.encode({"result": "OK"} if value is None else value), media="application/json"
        )

    def _made(self, template: str, values: dict[str, Any]) -> bytes:
        # Loaded when a page is asked for the first time: most sandboxes serve tests.
        from smsc_codec_sandbox.web.render import rendered
        from smsc_codec_sandbox.web.rooms import ROOMS

        common = {"asked": self, "rooms": ROOMS, "language": self.language, "theme": self.theme}
        return rendered(template, {**common, **values}, self.say).encode(errors="replace")


def number(text: str, name: str) -> int:
    """A number from 0. Raises Wrong."""
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise Wrong(f"{name}: a number from 0")
    return int(text)


View = Callable[[Asked], Answer]


class Room(Struct, frozen=True):
    """One room: a link in the page's head, and what answers at which method and path."""

    title: str
    path: str
    routes: dict[tuple[str, str], View]
