"""Runs the rules of a language on a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import structs

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.causes import HIDES
from smsc_codec.linter.config import Settings
from smsc_codec.linter.registry import rules_of, selected
from smsc_codec.payloads import KINDS, codec, whose
from smsc_codec.payloads.codec import Codec, Embedded, Streamed
from smsc_codec.plugins import PluginError, complain
from smsc_codec.rules import Rule
from smsc_codec.text.charsets import charset_of


def running(rules: Iterable[Rule], settings: Settings) -> list[Rule]:
    """Those of the rules that run under some settings."""
    return selected(rules, select=settings.select, ignore=settings.ignore, profile=settings.profile)


class Linter:
    """The rules of one language that run under some settings, ready for many texts."""

    def __init__(self, language: Codec, settings: Settings) -> None:
        self.language = language
        self.rules = running(rules_of(language), settings)
        self._settings = settings
        self._options = settings.options(language.kind, language.options)
        self._others: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Linter] = {}

    @property
    def streams(self) -> bool:
        """Whether the language is one that `stream` can lint."""
        return hasattr(self.language, "contexts")

    def check(self, text: str, encoding: str = "") -> tuple[tuple[Finding, ...], Any]:
        """The findings of a text in order of place, and the context they were found in.

        `encoding` is how the file was encoded that the text was read from, for the languages to which that matters.
        """
        options = self._options
        if encoding and hasattr(options, "encoding"):
            options = structs.replace(options, encoding=charset_of(encoding))
        with _blamed(self.language):
            context = self.language.context(text, options)
            return self._found(context), context

    def stream(self, pieces: Iterable[str]) -> Iterator[tuple[tuple[Finding, ...], Any]]:
        """The same, block by block, of a text that the pieces make when joined; a context tells its `first_line`."""
        language: Streamed = self.language  # type: ignore[assignment]
        with _blamed(language):
            for context in language.contexts(pieces, self._options):
                yield self._found(context), context

    def shown(self, text: str) -> str:
        """A text as it may be shown."""
        return shown(self.language, text)

    def _found(self, context: Any) -> tuple[Finding, ...]:
        found = [_finding(rule, problem) for rule in self.rules for problem in rule.check(context)]
        embedded = list(getattr(context, "embedded", ()))
        if embedded:
            known = {_place(finding) for finding in found}
            found += [finding for finding in self._inside(embedded) if _place(finding) not in known]
        whole = getattr(context, "whole", None)
        if whole is not None:
            found = self._back(found, whole)
        found.sort(key=_order)
        return tuple(_without_consequences(found))

    def _back(self, found: list[Finding], whole: Any) -> list[Finding]:
        """Findings of a text as it was meant, in the text as it was written, with the slips between the two."""
        from smsc_codec.linter.embedded import moved

        rules = {rule.code: rule for rule in self.rules}
        slips = [_finding(rules[slip.code], slip.problem) for slip in whole.slips if slip.code in rules]
        return [*slips, *moved(found, whole)]

    def _inside(self, parts: Iterable[Embedded]) -> list[Finding]:
        """What the rules of their own languages find in the parts; a rule that two of them have tells once."""
        from smsc_codec.linter.embedded import moved

        found: dict[tuple[str, int, int], Finding] = {}
        for part in parts:
            linter = self._other(part)
            options = structs.replace(linter._options, **part.options) if part.options else linter._options
            context = linter.language.context(part.text, options)
            for finding in moved(linter._found(context), part):
                found.setdefault(_place(finding), finding)
        return list(found.values())

    def _other(self, part: Embedded) -> Linter:
        """The rules that run on a part."""
        key = part.kind, part.only, part.without
        linter = self._others.get(key)
        if linter is None:
            linter = self._others[key] = Linter(codec(part.kind), self._settings)
            linter.rules = [
                rule
                for rule in linter.rules
                if rule.code not in part.without and (not part.only or rule.code in part.only)
            ]
        return linter


@contextmanager
def _blamed(language: Codec) -> Iterator[None]:
    """A mistake in somebody else's rules is told as that of their package: other files are linted all the same."""
    try:
        yield
    except Exception as error:
        if language.kind in KINDS:
            raise
        blame = PluginError(whose(language.kind), f"{type(error).__name__}: {error}")
        complain(blame)
        raise blame from error


def shown(language: Codec, text: str) -> str:
    """A text as it may be shown, where its language knows of secrets."""
    hide = getattr(language, "shown", None)
    made: str = hide(text) if hide else text
    return made


def _without_consequences(found: list[Finding]) -> Iterator[Finding]:
    """The findings without those that follow from another one among them."""
    if len(found) < 2:
        yield from found
        return
    hidden = {code for finding in found if finding.severity != "info" for code in HIDES.get(finding.code, ())}
    yield from (finding for finding in found if finding.code not in hidden)


def _finding(rule: Rule, problem: Any) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        problem.severity or rule.severity,
        problem.message,
        problem.span,
        problem.expected,
        problem.labels,
        problem.fixes,
        problem.notes,
        problem.primary,
    )


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.code, finding.span.start, finding.span.end


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.span.start, finding.span.end, finding.code


def check(text: str, kind: str = "menu", settings: Settings | None = None) -> tuple[Finding, ...]:
    """The findings of a text of one kind, in order of place. A built-in one raises nothing for any text.

    Raises KeyError for a kind that does not exist, PluginError where somebody else's package is broken.
    """
    return Linter(codec(kind), settings or Settings()).check(text)[0]
