"""A whole request as people write it: an address, a form's body, a `curl` command, an HTTP message (REQ-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.api.text.options import RequestOptions
from smsc_codec.api.text.read import Asked, read
from smsc_codec.diagnostics import ParseError
from smsc_codec.payloads.codec import Reading

if TYPE_CHECKING:
    from smsc_codec.api.text.context import RequestContext
    from smsc_codec.rules import Rule

__all__ = ["CODEC", "Asked", "RequestCodec", "build", "format_text", "parse", "read"]


def parse(text: str) -> Asked:
    """What a request asks. Raises ParseError for one that asks nothing, or that has an error."""
    reading = read(text)
    errors = tuple(problem for problem in reading.problems if problem.severity is None)
    if errors or reading.value is None:
        raise ParseError(text, errors or reading.problems)
    asked: Asked = reading.value
    return asked


def build(asked: Asked) -> str:
    """The address that asks it, with words where login and password go. Raises BuildError, which names the field."""
    from smsc_codec.api.text.write import to_address

    return to_address(asked)


def format_text(text: str) -> str:
    """The text as it is: whoever wrote a command knows why. Raises ParseError."""
    parse(text)
    return text


#: How much of a text is looked at for what it is.
_LOOKED_AT = 1 << 16


class RequestCodec:
    """The codec of requests as text, in the shape all codecs have."""

    kind = "request"
    title = "request"
    value = Asked
    options = RequestOptions

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Asked:
        """What a request asks, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Asked) -> str:
        """The address that asks it, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text as it is, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a request to the service stands in a text, at its beginning or within."""
        head = text[:_LOOKED_AT]
        if not any(sign in head for sign in ("/sys/", "/rest/send", "psw=", "apikey=")):
            return False
        from smsc_codec.api.text.find import find

        return bool(find(head))

    def rules(self) -> list[Rule]:
        """The request's lint rules."""
        from smsc_codec.api.text.rules import RULES

        return RULES

    def context(self, text: str, options: RequestOptions) -> RequestContext:
        """What the rules are given: the parameters with their places, and the texts of other languages inside."""
        from smsc_codec.api.text.context import RequestContext

        return RequestContext(text, options)

    def shown(self, text: str) -> str:
        """The text as it may be shown: every secret blotted out, character for character."""
        from smsc_codec.api.text.context import blotted

        return blotted(text)


CODEC = RequestCodec()
