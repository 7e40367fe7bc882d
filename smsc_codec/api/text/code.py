"""Where commands and addresses stand in scripts, pages and code of any language."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from smsc_codec.api.text import curl, shell
from smsc_codec.api.text.address import address
from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.parts import Parts, pairs, with_placeholders
from smsc_codec.api.text.shell import Command
from smsc_codec.diagnostics import Edit, Fix, Span
from smsc_codec.lazy import compiled

#: A line that says nothing to a program.
_REMARK = compiled(r"^[ \t]*(?:#(?!!)|//|(?i:rem)[ \t]|::|--[ \t]|;|<!--)[^\n]*", re.MULTILINE)
#: What tells whether a command stands in quotes.
_SIGN = compiled(r"""\\.|['"`]|\$\(|[()]|(?<=[ \t])\#(?=[ \t])""", re.DOTALL)
_PROGRAM = compiled(r"(?:curl(?:\.exe)?|(?<![\w:/.-])(?:wget|https?|xhs?))(?=[ \t^`]|\\\r?\n)")
_OURS = compiled(r"/sys|/rest|psw|apikey|phones")
_CRON = compiled(r"[ \t]*(?:@[a-z]+|(?:[\d*/,A-Za-z-]+[ \t]+){4}[\d*/,A-Za-z-]+)[ \t]")
_BATCH = compiled(r"(?im)^[ \t]*(?:@?echo[ \t]+off|rem[ \t]|set[ \t]+\w+=|@curl)|%~?[0-9*](?![0-9A-Fa-f])|%%")
_MARKUP = compiled(r"</[A-Za-z]|<!DOCTYPE|<\?xml|<(?:a|img|form|iframe)[ \t\n]")
#: What quotes of the text around a command must not find inside: their own kind, and what they take for a sign.
_SIGNS_IN_QUOTES = "\"'`\\$%!"


class Places:
    """The parts of a text that were understood already, or say nothing."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> None:
        """Note one more. Places do not overlap."""
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def hold(self, at: int) -> bool:
        """Whether a character is in one of them."""
        index = bisect_right(self._starts, at)
        return any(at < end for end in self._ends[index - 1 : index])


def remarks(source: str, places: Places) -> Places:
    """Places with the lines that are remarks."""
    for match in _REMARK.finditer(source):
        if not places.hold(match.start()):
            places.take(*match.span())
    return places


def commands(source: str, places: Places) -> Iterator[Command]:
    """The commands of curl in a text, outside of `places`, as far as they can be told from what is around them."""
    at = line = 0
    quotes: list[tuple[str, int]] = []  # what is open in this line, and where it began
    closing: dict[int, int] = {}  # where what began at a place ends
    patience = 8 * len(source)
    programs = list(_programs(source))
    if not programs:
        return
    batch = _BATCH.search(source) is not None
    for match in programs:
        start = match.start()
        if start < at or places.hold(start) or patience < 0:
            continue
        begin = source.rfind("\n", at, start) + 1
        if begin:
            at = line = begin
            quotes.clear()
        at = _around(source, at, start, quotes)
        begun = _program(source, start)
        if at < start or begun is None:
            continue
        forbidden = "%" if batch or _CRON.match(source, line, start) else ""
        limit = len(source)
        if quotes and quotes[-1][0] != ")":
            limit = _closing(source, quotes[-1], closing)
            if not limit or f"\\{quotes[-1][0]}" in source[begun : min(limit, begun + 5000)]:
                continue
            forbidden = _SIGNS_IN_QUOTES
        made = curl.command(source, begun, limit, forbidden)
        if made.lost:
            patience -= limit - begun
        newline = source.rfind("\n", at, made.end) + 1
        line = newline or line
        at = max(made.end, match.end())
        if made.words:
            yield made


def _programs(source: str) -> Iterator[re.Match[str]]:
    """Where the program is named, and something of a request to the service stands before it is named again."""
    found = list(_PROGRAM.finditer(source))
    for match, end in zip(found, [*(one.start() for one in found[1:]), len(source)], strict=False):
        if _OURS.search(source, match.start(), end):
            yield match


def _around(source: str, at: int, end: int, quotes: list[tuple[str, int]]) -> int:
    """Note the quotes that are open at `end`; gives less than that if a remark begins before."""
    for match in _SIGN.finditer(source, at, end):
        sign = match.group()
        if sign == "#" and not quotes:
            return match.start()
        if not sign.startswith("\\") and sign != "#":
            _quote(sign, match.start(), source, quotes)
    return end


def _quote(sign: str, at: int, source: str, quotes: list[tuple[str, int]]) -> None:
    """What a quote or a bracket opens or closes."""
    top = quotes[-1][0] if quotes else ""
    if sign == top:
        quotes.pop()
    elif top == "'" or (top == '"' and sign in ("'", "(", ")")):
        pass  # it stands for itself
    elif sign == "'" and source[at - 1 : at].isalnum() and source[at + 1 : at + 2].isalpha():
        pass  # an apostrophe
    elif sign in ("$(", "("):
        quotes.append((")", at))
    elif sign != ")":
        quotes.append((sign, at))


def _closing(source: str, opened: tuple[str, int], known: dict[int, int]) -> int:
    """Where a quote is closed, 0 if it is not."""
    sign, began = opened
    if began not in known:
        found = compiled(rf"\\.|({re.escape(sign)})", re.DOTALL)
        known[began] = next((m.start() for m in found.finditer(source, began + len(sign)) if m[1]), 0)
    return known[began]


def _program(source: str, at: int) -> int | None:
    """Where the name of the program begins, with its folder; None if this is part of another word."""
    folder = re.search(r"(?:[A-Za-z]:|~|\.\.?)?[\\/](?:[\w .()~-]*[\\/])*\Z", source[max(0, at - 100) : at])
    start = at - len(folder.group()) if folder else at
    return None if re.match(r"[\w.$@/\\-]", source[start - 1 : start]) else start


_HOLE = r"\{\{[^{}\n]{0,100}\}\}|\$\{[^{}\n]{0,100}\}|\$\(\w{1,60}\)|\$\w{1,60}|\{\$?[\w.]{1,60}\}|%[A-Za-z_]\w{0,60}%"
_PATH = compiled(r"(?:/|\\/)(?:sys\\?/\w{1,40}\.php\?|sys\\?/|rest\\?/send)")
_SCHEME = compiled(r"(?i)https?:(?:\\?/){2}")
_SCHEME_BEFORE = compiled(r"(?i)(?<![\w=?&/])https?://\Z")
#: What stands where an address begins that a program puts together.
_BASE = compiled(rf"(?:{_HOLE})\Z")
_LONGEST_HOST = 300
#: A part of an address: what a program puts in, an escape, a letter.
_PIECE = (
    r"\{\{[^{}\n]{0,200}\}\}|<\?(?:[^<>\n]|[-=]>){0,200}\?>|<%[^<>\n]{0,200}%>|\$\{[^{}\n]{0,200}\}"
    r"|\{[^{}\n]{0,120}\}|<[^\W\d][\w .-]{0,60}>|\\\([^()\n]{0,100}\)"
)
_QUOTED = {
    quote: compiled(rf"(?:[^{quote}\\\n{{<$]++|{_PIECE}|\\[^\n]|\$\(|[^{quote}\\\n])") for quote in "'\"`"
}
_HOST = compiled(rf"(?>(?:{_PIECE}|[^\s\"'<>`|])*)")
_BARE = compiled(rf"(?:[^\s\"'<>`\\|{{$]++|{_PIECE}|\$\(|[^\s\"'<>`\\|])")
_ESCAPED = compiled(r"\\(?:/|u002[fF]|u0026)")
_HELD = compiled(r"\\\([^()\n]{0,100}\)|\\.")
#: What goes on with a text after its quote: an operator, a method, another text.
_GOES_ON = compiled(r"[ \t]*(?:[+.&%~|\\]|<<|(?:\r?\n[ \t]*)?[\"'+.&|])")
_PLAIN = compiled(r"[\w.,:/=&~+-]*", re.ASCII)


def addresses(source: str, places: Places) -> Iterator[Parts]:
    """The addresses in a text, outside of `places`: what each says, as far as it is said in one piece."""
    markup = _MARKUP.search(source) is not None
    at = 0
    for match in _PATH.finditer(source):
        if match.start() < at or places.hold(match.start()):
            continue
        start = _head(source, at, match)
        if start is None:
            continue
        word, at, goes_on = _address(source, start)
        parts = Parts("code", word.span(), open=True, markup=markup)
        address(word, parts)
        if twice := _SCHEME_BEFORE.search(source, max(0, start - 8), start):
            fix = Fix("remove it", (Edit(Span(*twice.span()), ""),))
            told = f"'{twice.group()}' stands twice: nothing is at this address"
            parts.odd(told, Span(*twice.span()), "it once", fixes=(fix,))
        while goes_on:
            for given in parts.given[-1:]:
                given.elsewhere = True
            more = _MORE.search(source, at, _statement(source, at))
            if more is None:
                break
            if more["bare"] and not _parted(source, at, more, parts):
                break
            begin = more.end("quote")
            end, _ = _end(source, begin, _QUOTED[more["quote"]], "")
            pairs(_word(source, begin + (not more["bare"]), end), parts, in_body=False)
            at = end + 1
            goes_on = _GOES_ON.match(source, at) is not None
        for given in parts.given:
            given.elsewhere |= not given.value.text
        yield parts


#: The next piece of an address that a program puts together: it begins with a parameter.
_MORE = compiled(
    r"""(?P<quote>['"`])(?:&[A-Za-z]\w{1,30}|(?P<bare>login|psw|phones|mes|fmt|charset|sender|translit|list|cost))="""
)


def _parted(source: str, at: int, more: re.Match[str], parts: Parts) -> bool:
    """Whether a piece that begins with a name goes on with the address; without a sign before it, that is told of."""
    between = source[at - 1 : more.end("quote")]
    if between.count("(") > between.count(")"):
        return False  # a part of a text, which is encoded
    if not compiled(r"[&?]['\"`\\]").search(source, at - 2, more.end("quote")):
        sign = "&" if parts.given else "?"
        place = more.start("bare")
        fix = Fix(f"write '{sign}'", (Edit(Span(place, place), sign),))
        told = (
            f"missing '&' before '{more['bare']}': it becomes part of the value before it"
            if parts.given
            else "missing '?' before the parameters: all of them are taken for a part of the path"
        )
        parts.odd(told, Span(*more.span("bare")), f"'{sign}'", fixes=(fix,))
    return True


#: No statement is longer that a person writes.
_LONGEST_STATEMENT = 2000
_STATEMENT_END = compiled(r";[ \t]*(?:\n|\Z)|\n[ \t]*\n|\n(?=[^\s.+&'\"`)])")


def _statement(source: str, at: int) -> int:
    """Where the statement ends that a place is in, as far as that can be told of any language."""
    stop = min(len(source), at + _LONGEST_STATEMENT)
    found = _STATEMENT_END.search(source, at, stop)
    return found.start() if found else stop


def _head(source: str, at: int, path: re.Match[str]) -> int | None:
    """Where the address begins that has a path; None if it is none: a part of another path, a host without a query."""
    end = path.start()
    low = max(at, end - _LONGEST_HOST)
    start = max(source.rfind("http", low, end), source.rfind("HTTP", low, end))
    scheme = _SCHEME.match(source, start) if start >= 0 else None
    if scheme and _HOST.fullmatch(source[scheme.end() : end]) is not None:
        return start
    if path.group()[-1] not in "?d":  # only of a whole address is it known that it is one
        return None
    before = source[low:end]
    base = _BASE.search(before)
    if base:
        return end - len(base.group())
    return None if re.match(r"[\w/.-]", before[-1:]) else end


def _address(source: str, start: int) -> tuple[Mapped, int, bool]:
    """The address that begins at a place, where it ends, and whether something goes on with it there."""
    quote = source[start - 1 : start]
    if quote in _QUOTED:
        escaped = source[start - 2 : start - 1] == "\\"
        end, closed = _end(source, start, _QUOTED[quote], "\\" + quote if escaped else "")
        if closed or escaped:
            after = end + (2 if escaped else 1)
            return _word(source, start, end), after, _GOES_ON.match(source, after) is not None
    end, _ = _end(source, start, _BARE, "")
    text = source[start:end]
    return _word(source, start, start + len(_unpunctuated(text))), end, False


def _unpunctuated(text: str) -> str:
    """An address without the signs of the sentence behind it; a bracket that it opened is its own."""
    unopened = text.count(")") - text.count("(")
    stop = len(text)
    while stop and text[stop - 1] in ".,;:!?)]*_" and (text[stop - 1] != ")" or unopened > 0):
        stop -= 1
        unopened -= text[stop] == ")"
    return text[:stop]


def _end(source: str, start: int, piece: re.Pattern[str], stop: str) -> tuple[int, bool]:
    """Where an address ends, and whether its quote does there."""
    at = start
    while match := piece.match(source, at):
        if stop and source.startswith(stop, at):
            return at, True
        if match.group() == "$(":
            close = shell.substitution(source, at, min(len(source), at + 500))
            if close is None:
                break
            at = close
        else:
            at = match.end()
    return at, at < len(source) and source[at] not in "\n\\"


def _word(source: str, start: int, end: int) -> Mapped:
    word = Mapped.of(source, start, end, cautious).unescaped(_ESCAPED, _said, cautious)
    held = [Span(*match.span()) for match in _HELD.finditer(word.text)]
    return with_placeholders(word.with_holes(held))


def _said(match: re.Match[str]) -> str:
    return "&" if match.group().endswith("26") else "/"


def cautious(text: str) -> str | None:
    """What means nothing to any language that a text may be of: no percent sign, since it may be a format's."""
    return text if _PLAIN.fullmatch(text) else None
