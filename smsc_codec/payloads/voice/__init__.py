"""How a call is made: its voice (`voice`, PAR-12) and its parameters of dialling (`param`, PAR-13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smsc_codec.diagnostics import ParseError, Span, a_text, no_text
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.context import Context, NoOptions
from smsc_codec.payloads.voice.model import Dialling, Param, Setting, Voice
from smsc_codec.payloads.voice.read import read

if TYPE_CHECKING:
    from smsc_codec.rules import Rule

__all__ = [
    "CODEC",
    "Dialling",
    "Param",
    "Setting",
    "Voice",
    "VoiceCodec",
    "build",
    "format_text",
    "parse",
    "read",
]


def parse(text: str) -> Setting:
    """The voice, or the parameters of dialling, that `text` says; `voice=` or `param=` may stand before it.

    Raises ParseError, which carries every problem with its place.
    """
    a_text(text, "voice.parse")
    reading = read(text)
    if reading.problems:
        raise ParseError(text, reading.problems)
    value: Setting = reading.value
    return value


def build(value: Setting) -> str:
    """The text of `value`, which reads back equal. Raises BuildError, which names the field."""
    no_text(value, "Voice or Param", "voice.build")
    from smsc_codec.payloads.voice.write import build

    return build(value)


def format_text(text: str) -> str:
    """The same with its name before it, no blanks, and one line end. Raises ParseError."""
    from smsc_codec.payloads.voice.write import written

    return written(parse(text)) + ("\r\n" if "\r\n" in text else "\n")


class VoiceContext(Context):
    """A voice or parameters of dialling as the rules see them."""

    @property
    def dialling(self) -> Span | None:
        """The whole text, where it is parameters of dialling."""
        return Span(0, len(self.source)) if isinstance(self.value, Param) else None


class VoiceCodec:
    """The codec of a call's voice and parameters, in the shape all codecs have."""

    kind = "voice"
    title = "voice or parameters of a call"
    value: Any = Setting
    options = NoOptions

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Setting:
        """The value of `text`, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Setting) -> str:
        """The text of `value`, which reads back equal, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a text is a voice or parameters of dialling, and nothing else."""
        return len(text) < 100 and not read(text).problems

    def rules(self) -> list[Rule]:
        """The lint rules."""
        from smsc_codec.payloads import dialling, general
        from smsc_codec.payloads.voice import rules

        return [*dialling.RULES.rules, *rules.RULES.rules, *general.RULES.rules]

    def context(self, text: str, options: NoOptions) -> VoiceContext:
        """What the rules are given: the reading, and where the parameters of dialling are."""
        return VoiceContext(text, options, read)


CODEC = VoiceCodec()
