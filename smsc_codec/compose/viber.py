"""Viber: the language of its messages, and one message in one call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from smsc_codec.api.operations.send import Send, Upload
from smsc_codec.compose.messages import To, What, when, whom
from smsc_codec.diagnostics import WrongArgument
from smsc_codec.payloads import message
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.schedule.model import Schedule


class Viber:
    """Viber messages: `viber.parse` and the like are the language; `viber(to, text)` makes a message to send."""

    Button: TypeAlias = message.Button
    Message: TypeAlias = message.Message
    Remote: TypeAlias = message.Remote
    Stored: TypeAlias = message.Stored
    Uploaded: TypeAlias = message.Uploaded

    def __call__(
        self,
        to: To,
        text: What = "",
        *,
        button: message.Button | tuple[str, str] | None = None,
        picture: str | None = None,
        sender: str | None = None,
        id: int | str | None = None,
        schedule: Schedule | str = Schedule(),  # noqa: B008  # frozen
        files: Iterable[Upload] = (),
        comment: str | None = None,
    ) -> Send:
        """A Viber message: a text, a picture by its http(s) address, a button as `(address, words)` (VIB-1 .. VIB-3).

        Raises as `say` does; whether the kinds go together is checked when it is built.
        """
        if isinstance(text, message.Message):
            if button or picture or comment is not None:
                raise WrongArgument(
                    "viber", "text", "a Message says all there is: give a plain text with the others"
                )
            said = text
        elif isinstance(text, str):
            parts: list[Any] = [text] if text else []
            if button is not None:
                parts.append(button if isinstance(button, message.Button) else message.Button(*button))
            if picture is not None:
                parts.append(message.Remote(picture))
            said = message.Message(text if parts == [text] else tuple(parts), comment=comment)
        else:
            raise WrongArgument("viber", "text", "a text or a Message", text)
        return Send(
            phones=whom("viber", to),
            message=said,
            channel="viber",
            sender=sender,
            id=id,
            schedule=when("viber", schedule),
            files=tuple(files),
        )

    def parse(self, text: str) -> message.Message:
        """The message of a text. Raises ParseError, which carries every problem with its place."""
        return message.parse(text)

    def read(self, text: str) -> Reading:
        """Whatever could be understood of a text, with the problems and the place of each part."""
        return message.read(text)

    def build(self, value: message.Message) -> str:
        """The text of a message, which reads back equal. Raises BuildError, which names the field."""
        return message.build(value)

    def format_text(self, text: str) -> str:
        """The text with its macros as the page writes them. Raises ParseError."""
        return message.format_text(text)


viber = Viber()
