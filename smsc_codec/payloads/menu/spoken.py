"""A text that callers hear: what it says, and what its rules ask of it, each worked out when it is asked for first."""

from __future__ import annotations

from collections.abc import Mapping

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.codec import Path
from smsc_codec.payloads.files import Speech
from smsc_codec.payloads.menu.announced import Mention, Token, named, told
from smsc_codec.payloads.menu.outline import Outline, outline


class Spoken:
    """START TEXT, MENU TEXT, END TEXT (`number` is -1), or the text of an item."""

    __slots__ = (
        "_mentions", "_outline", "_small", "_source", "_spans", "_tokens", "number", "path", "speech",
    )  # fmt: skip

    def __init__(
        self, source: str, spans: Mapping[Path, Span], path: Path, speech: Speech, number: int = -1
    ) -> None:
        self._source = source
        self._spans = spans
        self.path = path
        self.speech = speech
        self.number = number
        self._small: str | None = None
        self._outline: Outline | None = None
        self._tokens: list[Token] | None = None
        self._mentions: list[Mention] | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self._spans[self.path]

    @property
    def words(self) -> str:
        """The text, as far as line ends go in any of their forms."""
        return self.speech if isinstance(self.speech, str) else self.written

    @property
    def written(self) -> str:
        """The text as it is written."""
        span = self.span
        return self._source[span.start : span.end]

    @property
    def small(self) -> str:
        """The text in small letters."""
        if self._small is None:
            self._small = self.words.lower()
        return self._small

    @property
    def outline(self) -> Outline:
        """The keys that it names, at a glance."""
        if self._outline is None:
            self._outline = outline(self.small)
        return self._outline

    @property
    def tokens(self) -> list[Token]:
        """Its words, numbers and marks, those marked that it tells to press."""
        if self._tokens is None:
            self._tokens = told(self.written, self.span.start)
        return self._tokens

    @property
    def mentions(self) -> list[Mention]:
        """The keys that it names."""
        if self._mentions is None:
            seen = self.outline
            self._mentions = named(self.tokens) if seen.keys or not seen.sure else []
        return self._mentions
