"""A call to a voice menu, told line by line: what comes from outside, and what happens then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.diagnostics import ParseError, a_text, no_text
from smsc_codec.lazy import loader
from smsc_codec.payloads.call.model import (
    Anything,
    Call,
    Given,
    Hear,
    Leave,
    Nothing,
    Notify,
    Record,
    Sms,
    Step,
    Transcript,
    Unread,
)
from smsc_codec.payloads.call.read import read
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.context import NoOptions

if TYPE_CHECKING:
    from smsc_codec.payloads.call.playing import Covered, Misfit, Played, covered, run
    from smsc_codec.payloads.call.rules import CallContext
    from smsc_codec.payloads.call.update import updated
    from smsc_codec.rules import Rule

__all__ = ["CODEC", "Anything", "Call", "CallCodec", "Covered", "Given", "Hear", "Leave", "Misfit", "Nothing",
           "Notify", "Played", "Record", "Sms", "Step", "Transcript", "Unread", "build", "covered", "format_text",
           "parse", "read", "run", "updated"]  # fmt: skip

if not TYPE_CHECKING:  # what plays a transcript is not loaded where one is only read
    __getattr__ = loader(__name__, {"playing": "Covered Misfit Played covered run", "update": "updated"})


def parse(text: str) -> Transcript:
    """The transcript that `text` is. Raises ParseError, which carries every problem with its place."""
    a_text(text, "transcript.parse")
    reading = read(text)
    if reading.problems:
        raise ParseError(text, reading.problems)
    transcript: Transcript = reading.value
    return transcript


def build(transcript: Transcript) -> str:
    """The text of `transcript`, which reads back equal. Raises BuildError, which names the field."""
    no_text(transcript, "Transcript", "transcript.build")
    from smsc_codec.payloads.call.write import build

    return build(transcript)


def format_text(text: str) -> str:
    """The same call in canonical layout, with its comments, in the source's own line ends. Raises ParseError.

    Blanks are those that `build` writes; of blank lines between others one stays.
    """
    from smsc_codec.payloads.call.write import layout

    parse(text)
    canonical = layout(text)
    return canonical.replace("\n", "\r\n") if "\r\n" in text else canonical


class CallCodec:
    """The codec of a call, in the shape all codecs have."""

    kind = "call"
    title = "call to a voice menu"
    value = Transcript
    options = NoOptions

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Transcript:
        """The transcript of `text`, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Transcript) -> str:
        """The text of a transcript, which reads back equal, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a text is such lines and nothing else, with both what comes and what happens."""
        if not (text.startswith(("<", ">", "#", "menu")) and "<" in text and ">" in text):
            return False
        reading = read(text)
        kinds = {isinstance(step, Given) for step in reading.value.steps}
        return not reading.problems and len(kinds) == 2

    def rules(self) -> list[Rule]:
        """The lint rules."""
        from smsc_codec.payloads import general
        from smsc_codec.payloads.call import rules

        return [*rules.RULES.rules, *general.RULES.rules]

    def context(self, text: str, options: NoOptions) -> CallContext:
        """What the rules are given: the reading."""
        from smsc_codec.payloads.call.rules import CallContext

        return CallContext(text, options, read)


CODEC = CallCodec()
