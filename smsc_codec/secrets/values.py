"""Where the value that is given to a name begins and ends, whatever the language: if in doubt, farther."""

from __future__ import annotations

import re

from smsc_codec.lazy import regex

#: How far something is looked for that need not be there: the rest of a bracket, of a quotation, of an element.
_FAR = 2000
_SETTING = r"[\"']?[$\w.\[\]-]{1,60}[\"']?[ \t]*(?:[=:]|%3[dD])"
#: What ends a value beside others: a separator that another name follows.
_NEXT = rf"(?:(?<![ \t])&(?:amp;)*|;|,|\\u0026)[ \t\r\n]{{0,20}}(?={_SETTING})"
_TAG = (
    r"<(?:/|(?:br|hr|p|div|li|tr|td|th|span)(?:\s[^<>]{0,200})?/?>"
    r"|[A-Za-z][\w:.-]{0,60}[^<>]{0,200}>(?!\w|[^<>\s]{1,60}(?:\s|\Z)))"
)
_STOP_TIGHT = regex(rf"(?P<blank>\r?\n|\s)|{_NEXT}|(?P<quote>[\"'`])|{_TAG}")
_STOP_HEADER = regex(
    r"(?P<end>\r?\n)|,[ \t]{0,20}(?=[\"'][\w-]{1,60}[\"'][ \t]*[:=])|(?P<quote>[\"'`])|(?P<bracket>(?!))"
)
_STOP_LINE = regex(rf"(?P<end>\r?\n)|{_NEXT}|(?P<quote>[\"'`])|(?P<bracket>[\])}}])|{_TAG}")
#: A blank that somebody forgot to encode: what stands behind it is followed by another parameter.
_GOES_ON = regex(
    r"(?:[ \t]+(?:[^\s&=]{1,100}[ \t]+){0,4}|[ \t]*\r?\n[ \t]*)[^\s&=?]{1,100}&(?:amp;)*[\w.\[\]-]{1,60}="
)
_OPENING = regex(r"(?:[bBfFrRuUNL]|[rRbBfF]{2}|[@$]|)([\"'`])")
#: What may stand behind a quotation that is over.
_IS_OVER = r"[\s,;:()\[\]{}<>|&\\?+.#/]|\Z"
_DELIMITER = regex(_IS_OVER)
#: Between two pieces of one text: Python's and C's nothing, or the sign of another language.
_CONCATENATED = regex(
    r"[\"'`](?:[ \t]{0,20}[+.&]{1,2}[ \t]{0,20}(?:[\w$.]{1,60}\([ \t]{0,5})?|[ \t]{0,20}\r?\n[ \t]{0,200})(?=[\"'`])"
)
#: A call that makes the value, or goes on with it: what it is given is the value, too.
_CALLED = regex(r"[\w$][\w$.:>-]{0,60}(?=\([^()\n]{0,60}[\"'`])")
_ELSE = regex(r"[ \t]{0,5}(?:if\b[^\n\"'`]{0,80}\belse\b|\?[:?]|\|\||or\b)[ \t]{0,5}(?=[\"'`])")
_CALLED_ON = regex(r"[ \t]{0,5}(?:[+.&][ \t]{0,5})?\.?[\w$][\w$.]{0,60}(?=\([^()\n]{0,60}[\"'`])")
#: What stands between a name and its value and is none of it: a type, a comment, the end of an element.
_ASIDE = regex(
    r"\s{0,20}/\*[^\n]{0,200}?\*/[ \t]{0,5}|<[\w\[\]]{1,40}>(?=[\"'`])|\s{0,20}(?:string|int|float)\(\d{1,6}\)\s{0,5}"
    r"|(?:</?[a-z]{1,10}>[ \t]{0,3}){1,4}(?=[^\s<])"
)
_HEREDOC = regex(r"<<[<~-]?[ \t]{0,3}([\"']?)(\w{1,30})\1[ \t]{0,5}\r?\n")
#: What a quotation follows that is a value.
_GIVES = regex(r"[=(:\[{][ \t]*\Z")
_JOINT = regex(r"[ \t]{0,20}(?:[+.&][ \t]{0,20})?(?:\\?\r?\n[ \t]{0,200}(?:[+.&][ \t]{0,20})?)?(?=[\"'`])")
_BLOCK = regex(r"[|>][+-]?[0-9]?[ \t]*(?=\r?\n)")
_LINE_END = regex(r"[^\n]*")
_BRACKETS = regex(r"[\[\](){}\"'`]|\n[ \t\r]*\n")
#: What a shell or a template puts in, and a list of texts.
_NESTED = regex(r"[$#%@](?=\()|[$#%](?=\{)|(?=\{\{)|(?=[\[({]\s{0,20}[\"'`])")
_ANY_BRACKET = regex(r"[$#%@&]?(?=[\[({])")
_PAIRS = {"[": "]", "(": ")", "{": "}"}
_MARK = regex(r"[\"'`\n]")
#: The rest of a quotation that is closed on its line, on a later one, and one in three signs.
_CLOSED_HERE = {sign: regex(rf"(?>(?s:\\.|[^\\\n{sign}])*){sign}") for sign in "\"'`"}
_CLOSED_BELOW = {sign: regex(rf"(?>(?s:\\.|[^\\{sign}]|{sign}(?!{_IS_OVER}))*){sign}") for sign in "\"'`"}
_TRIPLE = {sign: regex(rf"(?s:{sign * 3}.*?(?:{sign * 3}|\Z))") for sign in "\"'`"}
#: A quotation within a value.
_WITHIN = {sign: regex(rf"{sign}[^\n{sign}]{{0,{_FAR}}}{sign}") for sign in "\"'`"}
_INDENT = regex(r"[ \t-]{0,200}")
_FURTHER = regex(r"[ \t]{0,200}(?=\S)")
_BLANKS = regex(r"[ \t]{0,200}")
_SPACE = regex(r"\s*")
_GIVEN = regex(r"[ \t]*[:=]")
_BEHIND_QUOTE = regex(r"[\s,;)\]}>]|\Z")
_BEHIND_BRACKET = regex(r"[\s,;)\]}\"'`]|\Z")
#: Lines that are none of the value above them.
_OTHER_SETTING = regex(rf"\s*(?:{_SETTING}|[#;\[<&-]|//|[a-z]+://|\S+ )")
_OTHER_LINE = regex(rf"\s*(?:[-#]|{_SETTING})")


class Reader:
    """One text whose values are asked for from its beginning to its end.

    What it looks for and does not find is paid for out of a purse that grows with the text, so that no text takes
    more than linear time; when it is empty, all that is left of the text is a value.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._purse = 2 * len(text) + 100_000
        self._at = 0
        self.line = 0
        self._open: dict[str, bool] = {}

    def move(self, to: int) -> None:
        """Go on to a place: after that, the line it is in is known, and which quotations are open."""
        for match in _MARK.finditer(self.text, self._at, to):
            sign = match.group()
            if sign == "\n":
                self.line = match.end()
                self._open.clear()
            else:
                self._open[sign] = not self._open.get(sign)
        self._at = max(self._at, to)

    def is_first(self, at: int, but: str) -> bool:
        """Whether a place is the first in its line but for some characters."""
        return at - self.line <= 200 and not self.text[self.line : at].strip(but)

    def pay(self, much: int) -> bool:
        """Whether there is enough left for looking at so many characters."""
        self._purse -= much
        return self._purse > 0

    def end_of_line(self, at: int) -> int:
        """Where the line ends."""
        return _behind(_LINE_END, self.text, at)

    def value(
        self, at: int, *, tight: bool, in_query: bool = False, in_object: bool = False, header: bool = False
    ) -> tuple[int, int]:
        """The value that stands at a place, or on the next line.

        `tight`: there was no blank on either side of the sign before it, so the value ends at a blank. `in_query`: it
        stands among the parameters of an address. `in_object`: in brackets, among others. `header`: it is
        a whole header.
        """
        text = self.text
        start = at
        while start < len(text) and text[start] in " \t":
            start += 1
        aside = _ASIDE.match(text, start)
        if aside and not header:
            start = aside.end()
        heredoc = _HEREDOC.match(text, start)
        if heredoc:
            close = re.compile(rf"(?m)^[ \t]{{0,40}}{heredoc[2]}\b").search(
                text, heredoc.end(), heredoc.end() + _FAR
            )
            self.pay(_FAR)
            return heredoc.end(), close.start() if close else self.end_of_line(heredoc.end())
        block = _BLOCK.match(text, start) is not None
        if block or text[start : start + 1] in ("\n", "\r", ""):
            return self._below(self.end_of_line(start), block)
        opening = _OPENING.match(text, start)
        if opening and self._is_around(opening.start(1)):
            more = _CONCATENATED.match(text, opening.start(1))
            return (more.end(), self._quoted(more.end())) if more else (start, opening.start(1))
        if opening:
            end = self._quoted(opening.start(1))
            first = opening.start(1)
            called = _CALLED_ON.match(text, end)
            behind = self._bracket(called.end()) if called else None
            if behind:
                return first + 1, behind
            return first + 1, end - (text[end - 1] in "\"'`")
        bracket = _CALLED.match(text, start) or (_NESTED if tight else _ANY_BRACKET).match(text, start)
        if bracket:
            behind = self._bracket(bracket.end())
            if behind:
                other = _ELSE.match(text, behind)
                if other:
                    return start, self._quoted(other.end())
                return start, self._tight(behind, in_query) if tight else behind
        if tight and not header:
            return start, self._tight(start, in_query)
        return start, self._line(start, in_object, header)

    def _below(self, at: int, block: bool) -> tuple[int, int]:
        """The value of a name whose line ends at `at`: the next line, or all that are further in.

        `block`: it is said to be a text of several lines, which may be empty (YAML).
        """
        text = self.text
        indent = _behind(_INDENT, text, self.line) - self.line
        start = min(at + 1, len(text))
        stop = start
        while True:
            end = self.end_of_line(stop)
            line = text[stop:end]
            inner = len(line) - len(line.lstrip())
            if stop == start and line.strip() and inner <= indent:
                # Beside the name: another setting is none of its value.
                other = _OTHER_SETTING.match(line)
                return (start, start) if other else (start, end)
            if inner <= indent if line.strip() else not block:
                break
            stop = min(end + 1, len(text))
            self.pay(len(line))
            if end == len(text):
                break
        return start, stop

    def _quoted(self, at: int) -> int:
        """Behind a quotation, and what goes on with it."""
        text = self.text
        while True:
            sign = text[at]
            triple = _TRIPLE[sign].match(text, at)
            if triple:
                return triple.end()
            end = self._closed(at + 1, sign)
            if end is None:
                return self.end_of_line(at)
            if not _DELIMITER.match(text, end):  # 'a'b, 'it''s', "a"'b'
                return self._tight(end, False)
            joint = _JOINT.match(text, end)
            if joint is None:
                return end
            more = joint.end()
            closed = self._closed(more + 1, text[more])
            if closed is None or _GIVEN.match(text, closed):
                return end
            at = more

    def _is_around(self, at: int) -> bool:
        """Whether a quotation mark closes quotes that were open before the name."""
        return bool(self._open.get(self.text[at])) and bool(_DELIMITER.match(self.text, at + 1))

    def _is_closing(self, at: int) -> bool:
        """Whether a quotation mark ends what stood around the name."""
        if self._open.get(self.text[at]):
            return not _GIVES.search(self.text[max(0, at - 10) : at])
        return bool(_BEHIND_QUOTE.match(self.text, at + 1))

    def _closed(self, at: int, sign: str) -> int | None:
        """Behind the mark that closes a quotation; on another line only where it is near."""
        here = _CLOSED_HERE[sign].match(self.text, at)
        if here:
            return here.end()
        line = self.end_of_line(at)
        below = _CLOSED_BELOW[sign].match(self.text, at, line + _FAR)
        if below:
            return below.end()
        self.pay(line + _FAR - at)
        return None

    def _bracket(self, at: int) -> int | None:
        """Behind the bracket that closes the one at a place, if that is near."""
        text = self.text
        stack: list[str] = []
        quote = ""
        for match in _BRACKETS.finditer(text, at, min(len(text), at + _FAR)):
            sign = match.group()
            if quote:
                quote = "" if sign == quote or sign[0] == "\n" else quote
            elif sign[0] == "\n":
                return None
            elif sign in _PAIRS:
                stack.append(_PAIRS[sign])
            elif sign in "\"'`":
                quote = sign
            elif stack and sign == stack[-1]:
                stack.pop()
                if not stack:
                    return match.end()
        self.pay(_FAR)
        return None

    def _tight(self, at: int, in_query: bool) -> int:
        text = self.text
        while True:
            match = _STOP_TIGHT.search(text, at)
            if match is None:
                return len(text)
            here = match.start()
            if match["quote"]:
                after = self._over_quote(here)
                if after is None:
                    return here
                at = after
            elif match["blank"] and (text[here - 1] in "\\^`" or (text[here] in " \t" and self._is_quoted())):
                at = match.end()
                if text[at - 1] == "\n":  # A continued line's blanks are none of the value.
                    at = _behind(_BLANKS, text, at)
                    if text[at : at + 1] == "-":
                        return here
            elif match["blank"] and in_query and _GOES_ON.match(text, here):
                at = _behind(_SPACE, text, here)
            else:
                return here

    def _is_quoted(self) -> bool:
        """Whether the name stands in quotes that are not closed before it."""
        return any(self._open.values())

    def _line(self, at: int, in_object: bool, header: bool) -> int:
        text = self.text
        stop = _STOP_HEADER if header else _STOP_LINE
        while True:
            match = stop.search(text, at)
            if match is None:
                return len(text)
            here = match.start()
            if match["quote"]:
                after = self._over_quote(here)
                if after is None:
                    return here
                at = after
            elif match["bracket"]:
                if in_object and _BEHIND_BRACKET.match(text, match.end()):
                    return here
                at = match.end()
            elif match["end"]:
                if not self._is_continued(match.end(), header):
                    return here
                at = match.end()
            else:
                return here

    def _over_quote(self, at: int) -> int | None:
        """Behind a quotation mark within a value, and what it quotes; None where the value ends there."""
        if self._is_closing(at):
            return None
        closed = _WITHIN[self.text[at]].match(self.text, at)
        if closed:
            return closed.end()
        self.pay(_FAR)
        return at + 1

    def _is_continued(self, at: int, header: bool) -> bool:
        """Whether the line at a place goes on with what stands above: a header's does, being further in."""
        above = _behind(_BLANKS, self.text, self.line) - self.line
        line = _FURTHER.match(self.text, at)
        other = None if header else _OTHER_LINE.match(self.text, at)
        return line is not None and line.end() - at > above and not other


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a pattern that fits everywhere ends."""
    match = pattern.match(text, at)
    assert match is not None
    return match.end()
