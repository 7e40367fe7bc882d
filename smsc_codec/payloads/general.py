"""GEN001, GEN002: what can be wrong with any text, whatever language it is of.

A rule's context needs `source` only. One that has `structure`, the places of the source (spans) where nothing is
there to be read or heard, such as keys, numbers and names of senders, is told of more; of one whose source
`is_octets`, each as a character, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span, shortened
from smsc_codec.lazy import regex
from smsc_codec.rules import Ruleset
from smsc_codec.text.traits import LOST, ODD, ODD_CASE, SIGN, traits

if TYPE_CHECKING:
    from typing import Protocol

    from smsc_codec.text.invisible import Strange
    from smsc_codec.text.mojibake import Guess

    class TextContext(Protocol):
        """What these rules are given."""

        source: str


RULES = Ruleset()

_MOST_LABELS = 4
#: What people copy with a mark of direction at either end, such as a number of their contacts.
_LONGEST_MARKED = 30


@RULES.rule("GEN001", "mojibake", "warning", fix="unsafe", about=(ODD, ODD_CASE, LOST))
def mojibake(context: TextContext) -> Iterator[Problem]:
    """A text was read in the wrong encoding.

    `Ќажмите 1 дл€ первого пункта` was written in windows-1251 and read as MacCyrillic: the page of the service is
    damaged like that itself. The caller hears noise, and each wrong character counts towards the limit of the message.

    Bad::

        «дравствуйте!

        {menu: Ќажмите 1, чтобы закончить разговор, 0 дл€ повтора.
        0: repeat
        1: end}

    Good::

        Здравствуйте!

        {menu: Нажмите 1, чтобы закончить разговор, 0 для повтора.
        0: repeat
        1: end}

    Where nothing but question marks or the replacement character (U+FFFD) is left, the letters are lost.

    Fix: unsafe: reads the damaged lines again with the table that makes sense of them.
    Since: 0.1
    """
    if getattr(context, "is_octets", False):
        return
    source = context.source
    if "\ufffd" in source or "??? ??" in source:
        yield from _lost(source)
    slips: dict[tuple[str, str], list[Guess]] = {}
    for guess in _guesses(source):
        slips.setdefault((guess.written, guess.read), []).append(guess)
    for (written, read), guesses in slips.items():
        first, *others = guesses
        lines = f" ({len(guesses)} lines)" if others else ""
        yield Problem(
            f"this looks like {written} text that was read as {read}{lines}",
            Span(first.start, first.end),
            labels=tuple(Label(Span(g.start, g.end), "same here") for g in others[:_MOST_LABELS]),
            notes=(f"original text: '{shortened(first.original, 60)}'",),
            fixes=(
                Fix(
                    f"decode it as {written}",
                    tuple(Edit(Span(g.start, g.end), g.original) for g in guesses),
                ),
            ),
        )


def _lost(source: str) -> Iterator[Problem]:
    """What stands for letters that are gone: nobody can read them again."""
    for sign in ("\ufffd", "?"):
        found = list(islice(_LOST[sign].finditer(source), _MOST_LABELS + 1))
        if found and not any(guess.start <= found[0].start() < guess.end for guess in _guesses(source)):
            first, *others = (Span(*match.span()) for match in found)
            yield Problem(
                f"letters were lost: '{sign}' stands for each", first, expected=("the actual text",),
                labels=tuple(Label(span, "same here") for span in others),
                notes=("the text was written in an encoding that does not have them",) if sign == "?" else (),
            )  # fmt: skip


#: Words of nothing but question marks, several together.
_LOST = {
    "\ufffd": regex("\ufffd+"),
    "?": regex(r"(?<![^\s«\"(:;=|])\?{3,}(?:[ \t]+\?{2,}[.,!:;]?)+"),
}


def _guesses(source: str) -> tuple[Guess, ...]:
    if source.isascii() or traits(source).isdisjoint((ODD, ODD_CASE)):
        return ()
    from smsc_codec.text.mojibake import find_mojibake

    return find_mojibake(source)


@RULES.rule("GEN002", "invisible-character", "warning", fix="sometimes safe", about=(ODD, SIGN))
def invisible_character(context: TextContext) -> Iterator[Problem]:
    """A character is invisible, or looks like a plain one where the difference matters.

    Zero-width characters, marks of direction, controls and a byte order mark come with copied text. Each counts
    towards the message's 1000 characters (PAR-3), and breaks the word, key or number that it stands in. No-break
    spaces, typographic quotes and dashes are right in a text; in a key, a command, a number or a sender they are not.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20 ok:end err:sor\u200bry
        2: end
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 to leave.
        1: call:79990000000 wait=20 ok:end err:sorry
        2: end
        sorry: Nobody is free}

    Fix: safe: takes it out, or writes the plain character for it; unsafe for controls, which may be the rest of
    something else.
    Since: 0.1
    """
    source = context.source
    if getattr(context, "is_octets", False):
        return
    has = traits(source)
    structure: Iterable[Span] = ()
    if not has.isdisjoint((ODD, SIGN)) and hasattr(type(context), "structure") and not source.isascii():
        structure = getattr(context, "structure", ())
    visible = ODD not in has or _is_visible(source)
    if visible and all(source[span.start : span.end].isascii() for span in structure):
        return
    from smsc_codec.text.invisible import find_invisible, find_typographic

    words: set[int] = set()  # what is in words of the language, and not in a text
    places = {strange.start: strange for strange in find_invisible(source) if _matters(source, strange)}
    for span in structure:
        part = source[span.start : span.end]
        if not part.isascii():
            for strange in (*find_invisible(part), *find_typographic(part)):
                places.setdefault(span.start + strange.start, strange)
                words.add(span.start + strange.start)
    # What was read with a wrong table holds such characters, which are needed to read it again: GEN001.
    for guess in _guesses(source) if places else ():
        for at in range(guess.start, guess.end):
            places.pop(at, None)
    for runs in _together(source, words, _runs(places)):
        edits = tuple(Edit(Span(at, at + len(run)), "".join(s.plain for s in run)) for at, run in runs)
        odd = [strange for _, run in runs for strange in run]
        yield Problem(
            _told(odd),
            edits[0].span,
            expected=tuple(
                dict.fromkeys(f"'{s.plain}'" if s.plain.strip() else "a space" for s in odd if s.plain)
            ),
            labels=tuple(Label(edit.span, "same here") for edit in edits[1 : _MOST_LABELS + 1]),
            fixes=(
                Fix(
                    "use the plain character" if odd[0].plain else "remove it",
                    edits,
                    safe=all(strange.kind != "control" for strange in odd),
                ),
            ),
        )


def _is_visible(source: str) -> bool:
    """Whether a text has no character that is invisible in any text."""
    # `isprintable` is false for nearly every character in question, and far cheaper than looking for each.
    bare = source.replace("\n", "").replace("\r", "").replace("\t", "").replace("\f", "")
    return bare.isprintable() and not any(c in source for c in _PRINTABLE_INVISIBLE)


#: Those that nobody sees although they count as printable: joiners and fillers of letters.
_PRINTABLE_INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
#: Scripts, from Hebrew to Tibetan, that need marks of direction and joiners to be written well.
_FIRST_WITH_MARKS, _LAST_WITH_MARKS = "\u0590", "\u0fff"


def _matters(source: str, strange: Strange) -> bool:
    """Whether a character is wrong in any text."""
    if strange.kind == "direction" or strange.character in "\u200c\u200d":
        around = source[max(strange.start - 2, 0) : strange.start + 3]
        return not any(_FIRST_WITH_MARKS <= character <= _LAST_WITH_MARKS for character in around)
    return strange.kind in ("control", "zero-width")


def _together(
    source: str, words: set[int], runs: Iterable[tuple[int, list[Strange]]]
) -> Iterator[list[tuple[int, list[Strange]]]]:
    """The runs that came into one word at once: the dashes of a number, quotes round a name, marks of direction."""
    found: list[tuple[int, list[Strange]]] = []
    for at, run in runs:
        if found:
            before, last = found[-1]
            between = source[before + len(last) : at]
            marks = last[0].kind == run[0].kind == "direction"
            one = (at in words and before in words) or (marks and len(between) <= _LONGEST_MARKED)
            if not one or any(map(str.isspace, between)) or bool(last[0].plain) != bool(run[0].plain):
                yield found
                found = []
        found.append((at, run))
    if found:
        yield found


def _runs(places: dict[int, Strange]) -> Iterator[tuple[int, list[Strange]]]:
    """Neighbouring characters together, each run with where it starts."""
    run: list[Strange] = []
    start = -1
    for at in sorted(places):
        if run and at != start + len(run):
            yield start, run
            run = []
        if not run:
            start = at
        run.append(places[at])
    if run:
        yield start, run


def _told(run: list[Strange]) -> str:
    from unicodedata import name

    first = run[0]
    called = name(first.character, first.kind).lower()
    more = f" and {len(run) - 1} more" if len(run) > 1 else ""
    what = "invisible" if first.kind in ("control", "direction", "zero-width") else "unusual"
    return f"{what} character: {called} (U+{ord(first.character):04X}){more}"
