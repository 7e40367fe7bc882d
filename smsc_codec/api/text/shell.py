"""A shell's command to its words, each with where its characters stand; what the shell puts in is a hole in a word."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from smsc_codec.api.text.mapped import Mapped, Write, between_quotes, joined
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled

_ANSI = {"n": "\n", "r": "\r", "t": "\t", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "0": "\0"}
_ANSI_ESCAPE = compiled(r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|(.))", re.DOTALL)
_ESCAPE = compiled(r"\\(?:\r?\n|[\"\\$`])")
_BACKTICK = compiled(r"`(?:\r?\n|.)", re.DOTALL)
#: What may stand outside of quotes; the first letter says what it is.
_TOKEN = compiled(
    r"""(?x)
      (?P<BARE>(?:[^\s\\'"$`|;&<>()]|\$(?![\w'"({@*\#?$!-]))+)
    | (?P<CONTINUATION>\\[ \t]*\r?\n|[ \t]`[ \t]*\r?\n)
    | (?P<NEWLINE>\r?\n)
    | (?P<BLANK>[ \t]++(?=[^\s`])|[ \t]+(?=[ \t])|\s)
    | (?P<ESCAPE>\\.)
    | (?P<ANSI>\$'(?>(?:[^'\\]|\\.)*)')
    | (?P<SINGLE>'[^']*+')
    | (?P<DOUBLE>\$?")
    | (?P<NAME>\$(?:[A-Za-z_]\w*+|[0-9@*\#?$!-]))
    | (?P<OPEN>\$[({]|`|[<>]\()
    | (?P<SLOT><[A-Za-z_][\w-]{0,40}>)
    | (?P<REDIRECT>&?>>?&?|<<<|<<-?|<&?)
    | (?P<END>[|;&()])
    | (?P<ODD>['"\\$])
    """,
    re.DOTALL,
)
#: Between double quotes: what stands for itself, a substitution, a variable, the end.
_VARIABLE = r"(\$(?:[A-Za-z_]\w*+|[0-9@*#?$!-]))|\$|(\")|."
_INSIDE = compiled(rf"""(?>(?:[^"\\$`]+|\\.)+)|(\$[({{]|`)|{_VARIABLE}""", re.DOTALL)
_INSIDE_POWERSHELL = compiled(rf"""(?>(?:[^"$`]+|`.)+)|(\$[({{])|{_VARIABLE}""", re.DOTALL)
_LINE = compiled(r"[^\n]*")
#: What stands before a command on a line of its own.
_AT_LINE = compiled(r"(?:\A|\n)(?:[$>#][ \t]+)?\Z")
#: A value that is nothing but a variable of the shell.
_SHELL_VARIABLE = compiled(
    r"(?<=[=\"])(?P<name>\$(?:[A-Z][A-Z0-9_]{0,40}|\{[A-Z][A-Z0-9_]{0,40}\}))(?=[&'\"])"
)
#: What counts while the end of a substitution is looked for.
_NESTED = compiled(r"""\\.|'|"|\$?\(|\$\{|\)|\}|`""", re.DOTALL)
_PARTNERS = {"(": ")", "$(": ")", "<(": ")", ">(": ")", "${": "}", "`": "`", '"': '"'}


class Word(NamedTuple):
    """A word of a command, and where it stands with its quotes."""

    value: Mapped
    span: Span


class Command(NamedTuple):
    """The words of a command, where it ends, and what is wrong with how it is written.

    `lost`: its end was looked for in vain, all the way. `cut`: it is too much for a command; the rest was left.
    """

    words: list[Word]
    end: int
    problems: list[Problem]
    lost: bool = False
    cut: bool = False


#: More than a command has that people write, or programs make for them.
MOST_WORDS = 5000
#: More quotes, escapes and substitutions than one word has.
MOST_PIECES = 2000
MOST_ESCAPES = 50_000


def words(
    source: str, start: int = 0, end: int | None = None, *, powershell: bool = False, forbidden: str = ""
) -> Command:
    """The words of the command that begins at `start`, up to what ends it. Takes time in proportion to its length.

    `forbidden` are signs that no edit may write, since they mean something to what is around the command.
    """
    made = _Reader(source, len(source) if end is None else end, powershell, forbidden).read(start)
    if forbidden:
        made = made._replace(problems=[replace(problem, fixes=()) for problem in made.problems])
    return made


class _Reader:
    def __init__(self, source: str, end: int, powershell: bool, forbidden: str) -> None:
        self.source = source
        self.end = end
        self.powershell = powershell
        self.bare, self.single, self.quoted = (
            within(between_quotes(quote), forbidden) for quote in ("", "'", '"')
        )
        self.made: list[Word] = []
        self.pieces: list[Mapped] = []
        self.problems: list[Problem] = []
        self.began = 0
        self.told: int | None = None
        self.skipping = False
        self.continued = ""
        #: Whether it was told of a variable in single quotes, and may be.
        self.quoting = bool(forbidden) or powershell
        self.on_its_own = False

    def read(self, at: int) -> Command:
        self.on_its_own = _AT_LINE.search(self.source[max(0, at - 100) : at]) is not None
        redirected = 0
        while at < self.end:
            if len(self.pieces) > MOST_PIECES or len(self.made) + redirected > MOST_WORDS:
                return self.cut(at)
            match = _TOKEN.match(self.source, at, self.end)
            assert match is not None  # every character begins one of them
            kind, begin, at = match.lastgroup or "", at, match.end()
            match kind:
                case "BLANK":
                    self.finish(begin)
                case "CONTINUATION":
                    if match.group()[0] != "\\" or match.group()[1] in " \t":
                        self.finish(begin)  # else the shell joins what stands before and behind
                    self.continuation(match)
                    self.continued = match.group().lstrip(" \t")[0]
                case "NEWLINE":
                    self.finish(begin)
                    if not _goes_on(self.source, at, self.end):
                        return Command(self.made, begin, self.problems)
                    if self.continued:
                        self.broken_off(begin)
                case "END":
                    if not self.ampersand(begin, at):
                        self.finish(begin)
                        return Command(self.made, begin, self.problems)
                case "REDIRECT":
                    number = "".join(piece.text for piece in self.pieces)
                    if number.isdigit():  # as in `2>&1`
                        self.pieces = []
                    self.finish(begin)
                    self.skipping = True
                    redirected += 1
                case "BARE" if match.group().startswith("#") and not self.pieces:  # a comment
                    return Command(self.made, begin, self.problems)
                case "BARE":
                    self.add(Mapped.of(self.source, begin, at, self.bare), begin)
                case "SINGLE":
                    self.add(Mapped.of(self.source, begin + 1, at - 1, self.single), begin)
                    self.unexpanded(begin, at)
                case "ANSI":
                    inner = Mapped.of(self.source, begin + 2, at - 1)
                    self.add(inner.unescaped(_ANSI_ESCAPE, _ansi, lambda text: None), begin)
                case "ESCAPE":
                    self.add(self.escaped(begin, at), begin)
                case "NAME" | "SLOT":
                    self.add(hole(self.source, begin, at), begin)
                case "OPEN":
                    stop = substitution(self.source, begin, self.end)
                    if stop is None:
                        return self.unclosed(begin, "this substitution is never closed")
                    self.add(hole(self.source, begin, stop), begin)
                    at = stop
                case "DOUBLE":
                    stop, piece = self.double(at)
                    if piece is None:
                        return self.cut(at)
                    if stop is None:
                        return self.unclosed(at - 1, "this quote is never closed", '"')
                    self.add(piece, begin)
                    at = stop
                case _:
                    sign = match.group()
                    if sign in "'\"":
                        return self.unclosed(begin, "this quote is never closed", sign)
                    self.add(Mapped.of(self.source, begin, at, self.bare), begin)
        self.finish(self.end)
        return Command(self.made, self.end, self.problems)

    def add(self, piece: Mapped, begin: int) -> None:
        if not self.pieces:
            self.began = begin
        self.pieces.append(piece)

    def escaped(self, begin: int, end: int) -> Mapped:
        """A sign behind a backslash, which belongs to it wherever it stands or is edited."""
        return Mapped(self.source[begin + 1 : end], lambda: ([begin], [end], begin), self.bare)

    def cut(self, at: int) -> Command:
        """The command as far as it was read; it ends with the line."""
        self.pieces = []
        return Command(self.made, at + len(self.line(at)), self.problems, cut=True)

    def line(self, at: int) -> str:
        """What stands from a place to the end of its line."""
        found = _LINE.match(self.source, at, self.end)
        assert found is not None  # a line may be empty
        return found.group()

    def finish(self, end: int) -> None:
        """A word ends, if there is one; one that names a file for the output says nothing."""
        if self.pieces and not self.skipping:
            write = self.bare if len(self.pieces) > 1 else None
            self.made.append(Word(joined(self.pieces, write), Span(self.began, end)))
        if self.pieces:
            self.skipping = False
        self.pieces = []

    def continuation(self, match: re.Match[str]) -> None:
        """A blank behind the backslash: the shell sees a word of one blank, and ends the command at the line's end."""
        sign = match.group().lstrip(" \t")[0]
        at = match.start() + match.group().index(sign) + 1
        blanks = len(match.group().rstrip("\r\n")) - (at - match.start())
        if blanks > 0:
            span = Span(at, at + blanks)
            fix = Fix("remove the space", (Edit(span, ""),), safe=True)
            told = f"space after '{sign}': the command ends at this line"
            self.problems.append(
                Problem(told, span, "request-syntax", ("the end of the line",), fixes=(fix,))
            )

    def unexpanded(self, begin: int, end: int) -> None:
        """`'psw=$PSW'` in a command on a line of its own: the service is sent the variable's name."""
        if self.quoting or not self.on_its_own:
            return
        match = _SHELL_VARIABLE.search(self.source, begin + 1, end - 1)
        if match is None:
            return
        self.quoting = True
        inner = self.source[begin + 1 : end - 1]
        edits = (Edit(Span(begin, begin + 1), '"'), Edit(Span(end - 1, end), '"'))
        fix = Fix("write double quotes", edits)
        told = "in single quotes the shell puts in no variables: their names are sent"
        self.problems.append(
            Problem(
                told, Span(*match.span("name")), "request-syntax", ("double quotes",),
                severity="warning", fixes=() if re.search(r'["`\\!]', inner) else (fix,),
            )
        )  # fmt: skip

    def broken_off(self, at: int) -> None:
        """A line that does not say that the command goes on, behind others that do (elsewhere a tool joins them)."""
        span = Span(at - 1, at)
        fix = Fix(f"write '{self.continued}'", (Edit(Span(at, at), f" {self.continued}"),))
        told = f"no '{self.continued}' at the end of this line: the command ends here"
        self.problems.append(
            Problem(
                told, span, "request-syntax", (f"'{self.continued}' at the end of the line",), fixes=(fix,)
            )
        )
        self.continued = ""

    def ampersand(self, at: int, end: int) -> bool:
        """Whether an `&` without quotes was meant to be part of an address; the shell ends the command there."""
        if self.source[at] != "&" or not self.pieces or not compiled(r"\w").match(self.source, end, self.end):
            return False
        if self.told != self.began:  # one problem a word
            self.told = self.began
            self.problems.append(_ampersand(self.source, self.began, at, self.end))
        self.pieces.append(Mapped.of(self.source, at, end))
        return True

    def unclosed(self, begin: int, told: str, quote: str = "") -> Command:
        """What is not closed was meant to end with the line."""
        span = Span(begin, begin + max(len(quote), 1))
        self.problems.append(Problem(told, span, "request-syntax", (f"another {quote}",) if quote else ()))
        start = begin + 1
        stop = start + len(self.line(start).rstrip())
        if quote:
            write = self.single if quote == "'" else self.quoted
            self.add(Mapped.of(self.source, start, stop, write), begin)
        self.finish(stop)
        return Command(self.made, stop, self.problems, lost=True)

    def double(self, start: int) -> tuple[int | None, Mapped | None]:
        """Where double quotes end, None if they do not, and what stands in them, None where that is too much."""
        plain, escape = (_INSIDE_POWERSHELL, _BACKTICK) if self.powershell else (_INSIDE, _ESCAPE)
        holes: list[Span] = []
        at = start
        while at < self.end and len(holes) <= MOST_PIECES:
            match = plain.match(self.source, at, self.end)
            assert match is not None
            if match[3]:
                if self.source.count("\\", start, at) > MOST_ESCAPES:
                    return match.end(), hole(self.source, start, at)
                inner = Mapped.of(self.source, start, at, self.quoted)
                # Where nothing is escaped nothing has to be found again.
                return match.end(), inner.with_holes(holes).unescaped(escape, _double, inner.write)
            if match[1]:
                stop = substitution(self.source, at, self.end)
                if stop is None:
                    break
                holes.append(Span(at - start, stop - start))
                at = stop
                continue
            if match[2]:
                holes.append(Span(at - start, match.end() - start))
            at = match.end()
        return None, None if len(holes) > MOST_PIECES else hole(self.source, start, at)


def hole(source: str, start: int, end: int) -> Mapped:
    """A part of the source that stands for something else."""
    return Mapped.of(source, start, end).with_holes([Span(0, end - start)])


def substitution(source: str, start: int, end: int) -> int | None:
    """Where the substitution ends that begins at `start` with `$(`, `${` or a backtick; None if it does not."""
    opening = source[start] if source[start] == "`" else source[start : start + 2]
    stack = [_PARTNERS[opening]]
    at = start + len(opening)
    while stack:
        match = _NESTED.search(source, at, end)
        if match is None:
            return None
        at, sign = match.end(), match.group()
        if sign == stack[-1]:
            stack.pop()
        elif sign == "'" and stack[-1] not in '"':
            at = source.find("'", at, end) + 1
            if not at:
                return None
        elif sign == "`" and "`" in stack[-3:]:  # closes the one around what was not closed
            while stack.pop() != "`":
                pass
        elif sign in _PARTNERS and not (stack[-1] == '"' and sign == "("):
            stack.append(_PARTNERS[sign])
    return at


def _goes_on(source: str, at: int, end: int) -> bool:
    """Whether the next line is more of the command, though nothing at the end of this one says so.

    So it is in files of other tools, which hold a command in several lines and join them.
    """
    return compiled(r"[ \t]*(?:-[A-Za-z]\b|--[a-z])").match(source, at, end) is not None


def _ansi(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ANSI.get(match[3], match[3])


def _double(match: re.Match[str]) -> str:
    said = match.group()[1:]
    return "" if said in ("\n", "\r\n") else said


def _ampersand(source: str, start: int, at: int, limit: int) -> Problem:
    rest = compiled(r"[^\s'\"]*").match(source, at, limit)
    assert rest is not None  # it may be empty
    # What stands at its end is the shell's: `&& ls`, or a command that is left to run.
    end = at + len(rest.group().rstrip("&"))
    # What the shell puts in must go on being put in, and what it ends at must go on ending there.
    plain = not re.search(r"[\s'\"`\\|;<>()]", source[start:end])
    quote = '"' if "$" in source[start:end] else "'"
    edits = (Edit(Span(start, start), quote), Edit(Span(end, end), quote))
    fix = Fix("put the address in quotes", edits, safe=True)
    return Problem(
        "without quotes the shell ends the command here",
        Span(at, at + 1),
        "request-syntax",
        ("quotes around the address",),
        fixes=(fix,) if plain else (),
    )


def within(write: Write, forbidden: str) -> Write:
    """What may stand in a command that stands in quotes itself: nothing that ends these."""

    def both(text: str) -> str | None:
        written = write(text)
        return None if written is None or any(sign in written for sign in forbidden) else written

    return both
