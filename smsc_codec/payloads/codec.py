"""What every mini-language offers, in one shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Problem, Span
from smsc_codec.rules import Rule

if TYPE_CHECKING:
    from smsc_codec.payloads.carried import Carried

#: The way to a part of a value: field names and indexes, `("items", 3, "action", "wait")`.
Path = tuple[str | int, ...]


class Reading(Struct, frozen=True):
    """What a tolerant `read` made of a text: the value as far as it was understood, and what was wrong.

    `spans` says where each part of the value stands in the text. It is a side map so that two equal values are
    equal wherever they were read.
    """

    source: str
    value: Any
    problems: tuple[Problem, ...]
    spans: Mapping[Path, Span]


class Spans(Mapping[Path, Span]):
    """The places of a value's parts, made into a mapping when first looked at: most readings never are."""

    def __init__(self, places: Iterable[tuple[Path, int, int]]) -> None:
        self._places = places
        self._spans: dict[Path, Span] | None = None

    def _made(self) -> dict[Path, Span]:
        if self._spans is None:
            self._spans = {path: Span(start, end) for path, start, end in self._places}
        return self._spans

    def __getitem__(self, path: Path) -> Span:
        return (self._spans or self._made())[path]

    def __contains__(self, path: object) -> bool:
        return path in self._made()

    def __iter__(self) -> Iterator[Path]:
        return iter(self._made())

    def __len__(self) -> int:
        return len(self._made())


class Embedded(Struct, frozen=True):
    """A text of one language inside another's, as `mes` is inside a request, for the rules of its own language.

    `options` are what the whole says of it, over those of the configuration. `span` and `edit` give the place and the
    edit in the whole; an edit that cannot be made there is None. Of the language's rules `only` those run that are
    named, where some are, and none of those that `without` names: the whole has them itself.
    """

    kind: str
    text: str
    span: Callable[[Span], Span]
    edit: Callable[[Edit], Edit | None]
    options: Mapping[str, Any] = {}
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Codec(Protocol):
    """One mini-language, both ways. The functions are pure: text and values in, text and values out."""

    #: The word for it in `--as`, and in words.
    kind: str
    title: str
    #: The type of its values (a msgspec Struct) and of its rules' options.
    value: type
    options: type

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""

    def parse(self, text: str) -> Any:
        """The value of `text`, or ParseError with every problem."""

    def build(self, value: Any) -> str:
        """The text of `value`, which reads back equal, or BuildError."""

    def format(self, text: str) -> str:
        """The text in canonical layout, saying the same, or ParseError."""

    def looks_like(self, text: str) -> bool:
        """Whether a text of unknown kind is probably of this one."""

    def rules(self) -> list[Rule]:
        """The language's lint rules."""

    def context(self, text: str, options: Any) -> Any:
        """What its rules are given: the reading and what several rules share. Has `.source` and `.reading`.

        It may have `.embedded`, the texts of other languages inside.
        """


class Carrying(Codec, Protocol):
    """A codec that says what its texts carry, so that no fix loses it."""

    def carried(self, context: Any) -> Sequence[Carried]:
        """What the text of a context carries, in order; places are those of the text that was written."""


class Discreet(Codec, Protocol):
    """A codec whose texts hold what nobody may see."""

    def shown(self, text: str) -> str:
        """The text as it may be shown: every secret blotted out, character for character."""


class Streamed(Codec, Protocol):
    """A codec whose texts can be of any length, and are linted block by block where they are long."""

    def contexts(self, pieces: Iterable[str], options: Any) -> Iterator[Any]:
        """What the rules are given of each block of the text that `pieces` make when joined.

        Each also has `.first_line`, the number of its first line in the whole text, from 1, and `.again(text)`, which
        gives it with another text: the blocks before are as they were, and those after it follow that text.
        """
