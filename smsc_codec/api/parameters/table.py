"""A table of parameters: what an operation says in them, and what was said by those that were received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from smsc_codec.api.operations.send import Upload
from smsc_codec.api.parameters.kinds import Parameter
from smsc_codec.diagnostics import BuildError, Problem, Span, shortened


class Oddity(Struct, frozen=True):
    """What is odd about a parameter of a request; its place counts characters of the parameter's text.

    `parameter` is empty for the request as a whole; it may be one that is not there. Where the problem's severity is
    None it is an error.
    """

    parameter: str
    problem: Problem


class Said:
    """The parameters of a request that is built, and what stands in their way: all of it, not the first only."""

    def __init__(self) -> None:
        #: Octets stand for themselves, whatever the request's charset (BIN-1).
        self.texts: dict[str, str | bytes] = {}
        self.errors: list[BuildError] = []

    def put(self, parameter: Parameter, value: Any) -> None:
        """Say a value, if there is one."""
        if value is None or value == parameter.default:
            return
        try:
            self.texts[parameter.name] = parameter.write(value)
        except BuildError as error:
            self.failed(parameter.key, error)

    def table(self, parameters: Iterable[Parameter], operation: Struct) -> None:
        """Say what an operation says in a table of parameters."""
        for parameter in parameters:
            self.put(parameter, getattr(operation, parameter.key))

    def failed(self, field: str, error: BuildError) -> None:
        """Note what is wrong with a field."""
        below = f".{error.field}" if error.field and not error.field.startswith("[") else error.field
        self.errors.append(BuildError(f"{field}{below}", error.reason))

    def wrong(self, field: str, reason: str) -> None:
        """Note why a field cannot be as it is."""
        self.errors.append(BuildError(field, reason))


class Form:
    """The parameters of a request that was received, each taken once, and its files.

    An empty parameter says nothing (BEY-9).
    """

    def __init__(
        self,
        given: Mapping[str, bytes],
        charset: str,
        known: Iterable[str] = (),
        files: tuple[Upload, ...] = (),
    ) -> None:
        self.given = given
        self.files = files
        self.charset = charset
        self.oddities: list[Oddity] = []
        self.taken: set[str] = set(known)
        self._texts: dict[str, str] = {}

    def odd(self, parameter: str, problem: Problem) -> None:
        """Note what is odd."""
        self.oddities.append(Oddity(parameter, problem))

    def text(self, name: str) -> str | None:
        """A parameter's text in the request's charset; None where it is not given or empty."""
        self.taken.add(name)
        octets = self.given.get(name)
        if not octets:
            return None
        if name not in self._texts:
            self._texts[name] = self._decoded(name, octets)
        return self._texts[name]

    def octets(self, name: str) -> bytes | None:
        """A parameter that no charset has to do with; None where it is not given or empty."""
        self.taken.add(name)
        return self.given.get(name) or None

    def _decoded(self, name: str, octets: bytes) -> str:
        try:
            return octets.decode(self.charset)
        except UnicodeDecodeError as error:
            place = f"byte 0x{octets[error.start]:02X} at offset {error.start}"
            text = octets.decode(self.charset, "replace")
            at = text.find("\ufffd")
            span = Span(at, at + 1)
            self.odd(name, Problem(f"not valid {self.charset}: {place}", span, "request-charset"))
            return text

    def take(self, parameter: Parameter) -> Any:
        """The value of a parameter: its default where it is not given, None where it makes no sense."""
        if not self.given.get(parameter.name):  # as most are not
            self.taken.add(parameter.name)
            return parameter.default
        text = self.text(parameter.name)
        assert text is not None
        value, problems = parameter.read(text)
        for problem in problems:
            self.odd(parameter.name, problem)
        return value if value is not None else parameter.default

    def table(self, parameters: Iterable[Parameter]) -> dict[str, Any]:
        """What a table of parameters says, by the operation's names."""
        return {parameter.field or parameter.name: self.take(parameter) for parameter in parameters}

    def required(self, values: Mapping[str, Any], parameters: Iterable[Parameter]) -> bool:
        """Whether all of these were said; notes those that were not."""
        whole = True
        for parameter in parameters:
            if values[parameter.key] is None:
                whole = False
                if not self.given.get(parameter.name):
                    self.odd(parameter.name, missing(parameter.name))
        return whole

    def leftovers(self) -> None:
        """Note parameters that nobody took, with the one that was probably meant."""
        from smsc_codec.api.parameters.names import meant as told

        for name in self.given:
            if name in self.taken:
                continue
            meant = told(name, self.taken)
            self.odd(
                name,
                Problem(
                    f"unknown parameter '{shortened(name)}': it is ignored",
                    Span(0, 0),
                    "unknown-parameter",
                    (f"'{meant}'",) if meant else (),
                    severity="warning",
                ),
            )


def missing(name: str) -> Problem:
    """A parameter that has to be there is not."""
    return Problem(f"missing parameter '{name}'", Span(0, 0), "missing-parameter", (f"'{name}='",))
