"""The room that judges: the rules of a language, run on a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from msgspec import structs

from smsc_codec.diagnostics import Finding, briefly
from smsc_codec.linter.block import Block, Seen, Text
from smsc_codec.linter.config import Settings
from smsc_codec.linter.registry import rules_of, selected
from smsc_codec.payloads import KINDS, codec, package_of
from smsc_codec.payloads.codec import Codec, Embedded, Streamed
from smsc_codec.plugins import PluginError, note_broken
from smsc_codec.rules import Rule, asked

if TYPE_CHECKING:
    from smsc_codec.payloads.carried import Carried


#: A list of a request, its message, the menu in it, the message of an item: nobody writes half as many.
_DEEPEST = 8
#: Findings are remembered of texts that are no longer, and no more than so many of one.
_LONGEST_KNOWN, _MOST_KNOWN = 5000, 20


def running(rules: Iterable[Rule], settings: Settings) -> list[Rule]:
    """Those of the rules that run under some settings."""
    return selected(rules, select=settings.select, ignore=settings.ignore, profile=settings.profile)


class Linter:
    """The rules of one language that run under some settings, ready for many texts.

    `remembered` is of how many texts inside others the findings are kept, for whoever is given the same text in one
    request after the other.
    """

    def __init__(self, language: Codec, settings: Settings, depth: int = 0, remembered: int = 0) -> None:
        self.language = language
        self.rules = running(rules_of(language), settings)
        self._settings = settings
        self._depth = depth  # how many texts stand around those that come here
        self._without: tuple[str, ...] = ()
        self._options = settings.options(language.kind, language.options)
        self._remembered = remembered
        self._known: dict[tuple[object, ...], tuple[Finding, ...]] = {}
        self._others: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Linter] = {}

    @property
    def streams(self) -> bool:
        """Whether long texts of the language are linted block by block."""
        return hasattr(self.language, "contexts")

    def check(self, text: str, encoding: str = "") -> tuple[tuple[Finding, ...], Any]:
        """The findings of a text in order of place, and the context they were found in.

        `encoding` is how the file was encoded that the text was read from, for the languages to which that matters.
        """
        with _blamed(self.language):
            context = self.language.context(text, self._with(encoding))
            return self._found(context)[0], context

    def look(self, text: str, encoding: str = "") -> tuple[Seen, Any]:
        """What mending goes by: the findings, those hidden behind others, what the text carries; and the context."""
        with _blamed(self.language):
            context = self.language.context(text, self._with(encoding))
            return self._block(text, context, None).seen(), context

    def blocks(self, text: Text) -> Iterator[Block]:
        """The text with what is found in it: one block, or many of a long one in a language that is read so."""
        if text.pieces is not None and self.streams:
            yield from self._stream(text.pieces)
            return
        options = self._with(text.encoding)

        def made(text: str) -> Block:
            with _blamed(self.language):
                return self._block(text, self.language.context(text, options), made)

        yield made(text.whole())

    def _stream(self, pieces: Iterable[str]) -> Iterator[Block]:
        language: Streamed = self.language  # type: ignore[assignment]
        with _blamed(language):
            for context in language.contexts(pieces, self._options):

                def made(text: str, here: Any = context) -> Block:
                    with _blamed(language):
                        return self._block(text, here.again(text), made)

                yield self._block(context.source, context, made)

    def _block(self, text: str, context: Any, again: Any) -> Block:
        told, hidden = self._found(context)

        def carried() -> list[Carried] | None:
            with _blamed(self.language):
                return self._carried(context)

        return Block(
            text,  # the context may have it as it was meant
            told,
            hidden,
            getattr(context, "first_line", 1),
            getattr(context, "item_at", None),
            carried,
            lambda: shown(self.language, text),
            again,
        )

    def _with(self, encoding: str) -> Any:
        """The language's options, with the encoding of the file where it matters."""
        if encoding and hasattr(self._options, "encoding"):
            from smsc_codec.text.charsets import charset_of

            return structs.replace(self._options, encoding=charset_of(encoding))
        return self._options

    def _carried(self, context: Any) -> list[Carried] | None:
        """What a text carries, with what the texts inside it carry; None where nothing of that is known."""
        carried = getattr(self.language, "carried", None)
        own: list[Carried] | None = carried(context) if carried else None
        found = own
        for part in self._parts(context):
            if part.only or (own is not None and part.kind == "message"):
                continue  # the whole carries these words itself
            linter = self._other(part)
            inside = linter._carried(linter._context(part))
            if inside is not None:
                from smsc_codec.linter.embedded import moved_carried

                found = [*(found or ()), *moved_carried(inside, part)]
        return found

    def _found(self, context: Any) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What is told of a text, and what is hidden behind it; what stands inside another text hides nothing there."""
        found = [
            _finding(rule, problem) for rule in asked(self.rules, context) for problem in rule.check(context)
        ]
        inside: list[Finding] = []
        embedded = self._parts(context)
        if embedded:
            from smsc_codec.linter.causes import HIDES_BESIDE

            known = {_place(finding) for finding in found}
            known |= {(code, start, end) for one, start, end in known for code in HIDES_BESIDE.get(one, ())}
            inside = [finding for finding in self._inside(embedded) if _place(finding) not in known]
        whole = getattr(context, "whole", None)
        if whole is not None:
            from smsc_codec.linter.embedded import moved

            found = [*self._slips(whole), *moved(found, whole)]
            inside = list(moved(inside, whole))
        told, hidden = _apart(found, context.source if whole is None else whole.source)
        return tuple(sorted([*told, *inside], key=_order)), tuple(sorted(hidden, key=_order))

    def _slips(self, whole: Any) -> list[Finding]:
        """The slips between a text as it was written and as it was meant."""
        rules = {rule.code: rule for rule in self.rules}
        return [_finding(rules[slip.code], slip.problem) for slip in whole.slips if slip.code in rules]

    def _parts(self, context: Any) -> tuple[Embedded, ...]:
        """The texts inside a text; none where so many stand around it that nobody meant them."""
        return tuple(getattr(context, "embedded", ())) if self._depth < _DEEPEST else ()

    def _inside(self, parts: Iterable[Embedded]) -> list[Finding]:
        """What the rules of their own languages find in the parts; a rule that two of them have tells once."""
        from smsc_codec.linter.embedded import moved

        found: dict[tuple[str, int, int], Finding] = {}
        for part in parts:
            for finding in moved(self._other(part)._within(part), part):
                found.setdefault(_place(finding), finding)
        return list(found.values())

    def _within(self, part: Embedded) -> tuple[Finding, ...]:
        """The findings of a text inside another."""
        if not self._remembered or len(part.text) > _LONGEST_KNOWN:
            return self._found(self._context(part))[0]
        key = (part.text, *sorted(part.options.items()))
        known = self._known.pop(key, None)
        if known is None:
            known = self._found(self._context(part))[0]
            if len(self._known) >= self._remembered:
                del self._known[next(iter(self._known))]  # that was asked for longest ago
        if len(known) <= _MOST_KNOWN:
            self._known[key] = known
        return known

    def _context(self, part: Embedded) -> Any:
        return self.language.context(part.text, structs.replace(self._options, **part.options))

    def _other(self, part: Embedded) -> Linter:
        """The rules that run on a part."""
        without = (*self._without, *part.without)
        key = part.kind, part.only, without
        linter = self._others.get(key)
        if linter is None:
            # Where some rules alone look at a text, none looks at those inside it.
            depth = _DEEPEST if part.only else self._depth + 1
            linter = Linter(codec(part.kind), self._settings, depth, self._remembered)
            self._others[key] = linter
            linter._without = without
            linter.rules = [
                rule
                for rule in linter.rules
                if rule.code not in without and (not part.only or rule.code in part.only)
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
        blame = PluginError(package_of(language.kind), f"{type(error).__name__}: {error}")
        note_broken(blame)
        raise blame from error


def shown(language: Codec, text: str) -> str:
    """A text as it may be shown, where its language knows of secrets."""
    hide = getattr(language, "shown", None)
    made: str = hide(text) if hide else text
    return made


def _apart(found: list[Finding], source: str) -> tuple[list[Finding], list[Finding]]:
    """The findings that are told, and those that follow from another one among them."""
    if not found:
        return [], []
    from smsc_codec.linter.causes import HIDES, HIDES_BESIDE

    codes = {one.code for one in found}
    hidden: set[str] = set()
    #: Each code that is hidden on some lines, with those.
    beside: dict[str, set[int]] = {}
    for one in found:
        if one.severity == "info":
            continue
        hidden.update(HIDES.get(one.code, ()))
        for code in HIDES_BESIDE.get(one.code, ()):
            if code in codes:
                beside.setdefault(code, set()).add(_line(source, one.span.start))
    if not beside and codes.isdisjoint(hidden):
        return found, []
    follows = [
        one.code in hidden or (one.code in beside and _line(source, one.span.start) in beside[one.code])
        for one in found
    ]
    told = [one for one, hide in zip(found, follows, strict=True) if not hide]
    return told, [one for one, hide in zip(found, follows, strict=True) if hide]


def _line(source: str, at: int) -> int:
    """Where the line ends that is before the one that a place is on."""
    return source.rfind("\n", 0, at)


def _finding(rule: Rule, problem: Any) -> Finding:
    return briefly(
        Finding(
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
            steps=problem.steps,
        )
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
