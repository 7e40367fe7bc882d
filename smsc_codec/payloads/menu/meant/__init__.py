"""What people write and what they mean by it: slips with a plain meaning, found before the rules judge the text.

The rules are given the text as it was meant, so that one slip is told once and nothing follows from it. Only the linter
looks here: `read` and `parse` take a text at its word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from smsc_codec.diagnostics import Edit, Label, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant import commands, copied, elsewhere, inside, nameless, texts
from smsc_codec.payloads.menu.meant.keys import Keys
from smsc_codec.payloads.menu.meant.labels import Labels
from smsc_codec.payloads.menu.meant.lines import COMMAND, Frame, Line, frame, lines
from smsc_codec.payloads.menu.meant.slip import Slip, slip, together
from smsc_codec.payloads.menu.words import ALONE, MARK_LINE, WITH_COLON

#: So many characters are looked at; a longer text is no menu that the service would take (PAR-3).
LONGEST = 50_000


class Meant:
    """A text as it was meant, with the way back from its places to those of the source."""

    def __init__(self, source: str, slips: list[Slip], edits: list[Edit]) -> None:
        self.source = source
        self.slips = slips
        parts: list[str] = []
        #: Where each piece begins in the meant text, with what that is in the source, and whether it was changed.
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        guessed = {edit for one in slips if not one.sure for edit in one.mend}
        #: The places where something was put in that is only a guess.
        self._guesses = {edit.span.start for edit in guessed if edit.span.start == edit.span.end}
        at = length = 0
        for edit in [*edits, Edit(Span(len(source), len(source)), "")]:
            for piece, begin, end, changed in (
                (source[at : edit.span.start], at, edit.span.start, False),
                (edit.text, edit.span.start, edit.span.end, True),
            ):
                self._starts.append(length)
                self._pieces.append((begin, end, changed))
                parts.append(piece)
                length += len(piece)
            at = edit.span.end
        self.text = "".join(parts)

    def _back(self, offset: int, end: bool) -> int:
        from bisect import bisect_right

        index = bisect_right(self._starts, offset) - 1
        if end and offset == self._starts[index]:  # an end belongs to the piece that it ends
            while index and self._starts[index] == offset:
                index -= 1
        begin, stop, changed = self._pieces[index]
        if not changed:
            return begin + offset - self._starts[index]
        if offset == self._starts[index]:
            return begin
        return stop

    def span(self, span: Span) -> Span:
        """A place of the meant text in the source."""
        start = self._back(span.start, False)
        return Span(start, max(start, self._back(span.end, span.end > span.start)))

    def edit(self, edit: Edit) -> Edit | None:
        """An edit of the meant text as one of the source; None where it would touch what was meant otherwise.

        What was put in may lie inside, unless that is a guess: what is cut out or moved would be guessed with it.
        """
        from bisect import bisect_right

        first = bisect_right(self._starts, edit.span.start) - 1
        last = bisect_right(self._starts, max(edit.span.start, edit.span.end - 1)) - 1
        if any(
            changed and (begin < stop or first == last or begin in self._guesses)
            for begin, stop, changed in self._pieces[first : last + 1]
        ):
            return None
        return Edit(self.span(edit.span), edit.text)

    def there(self, offset: int) -> int:
        """The place in the meant text for one of the source."""
        for start, (begin, end, changed) in zip(self._starts, self._pieces, strict=True):
            if offset < end or (offset == end and not changed):
                return start if changed else start + max(0, offset - begin)
        return len(self.text)


def understand(source: str) -> Meant | None:
    """The text as it was meant; None where it means what it says, as most do."""
    if len(source) > LONGEST:
        return None
    found: list[Slip] = []
    taken = _Taken()
    for one in _slips(source):
        edits = [edit for edit in one.mend if edit not in taken.known]
        if any(map(taken.touch, edits)):
            continue
        found.append(one)
        for edit in edits:
            taken.add(edit)
    if not found:
        return None
    return Meant(source, found, taken.edits)


class _Taken:
    """Edits that do not touch each other, in order of place."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.known: set[Edit] = set()
        self._spans: list[Span] = []

    def add(self, edit: Edit) -> None:
        """Take one more."""
        from bisect import bisect_right

        at = bisect_right(self._spans, edit.span)
        self._spans.insert(at, edit.span)
        self.edits.insert(at, edit)
        self.known.add(edit)

    def touch(self, edit: Edit) -> bool:
        """Whether an edit changes what one that was taken changes: only its neighbours can."""
        from bisect import bisect_left

        span, at = edit.span, bisect_left(self._spans, edit.span)
        near = self._spans[max(0, at - 2) : at + 2]
        return any((span.start < b.end and b.start < span.end) or span == b for b in near)


def _slips(source: str) -> Iterator[Slip]:
    whole = frame(source)
    if whole is None:
        return
    if not whole.exact:
        yield from _macro(source, whole)
    elif whole.closing not in ("}", "}}", ">") or (whole.closing == ">" and source[whole.opening[0]] == "{"):
        yield _other_bracket(source, whole)
    elif spoken := _said_by_the_macro(source, whole):
        yield spoken
    found = lines(source, whole)
    remarks = {
        line.start: one for line in found if not line.is_pressed and (one := texts.comment(line, found))
    }
    yield from remarks.values()
    items = [line for line in found if line.start not in remarks] if remarks else found
    spoken_end = _spoken_end(source, whole)
    yield from copied.look(source, spoken_end)
    yield from texts.look(source[:spoken_end])
    labels = Labels(source, items)
    yield from labels.slips()
    keys = Keys(labels.known, frozenset([*labels.named, *labels.paired]))
    #: The line above one that is looked at, while that may go on with a call.
    above: Line | None = None
    #: The same, while it is a key with nothing behind it.
    bare: Line | None = None
    first = source[whole.opening[1] : found[0].start - 1] if found else ""
    if ":" in first and (one := inside.item(first, whole.opening[1])):
        yield one
    for line in items:
        if bare:
            within = inside.nested(bare, line)
            bare = None
            if within:
                yield within
                continue
        if line.is_pressed and line.is_sound and (not line.err or line.err in labels.defined):
            keys.take(line)
            above = line if "call" in line.text else None
            continue
        if line.start in labels.odd_lines:
            continue
        foreign = elsewhere.plan(line, keys.last) or elsewhere.swapped(line, labels)
        if foreign:
            yield foreign
            continue
        going_on = inside.continued(above, line) if above else None
        if going_on:
            yield going_on
            above = line
            continue
        above = line if "call" in line.text else None
        key = keys.look(line)
        named = line.key and line.key not in WITH_COLON and nameless.look(line.value, line.start)
        if key and named:
            key = None  # `1: :74951230001`: what is missing is the command, not the key
        if key:
            value = line.text[key.mend[0].span.end - line.start :].lstrip()
        elif line.key:
            value = line.value
            bare = None if value else line
        else:
            continue
        wrong = commands.look(
            keys.last, value, line.end - len(value), labels, labels.known.get(keys.last) == 1
        )
        if key and wrong and wrong.code == "IVR009" and {edit.text for edit in wrong.mend} <= {"", *ALONE}:
            yield together(key, wrong)  # `9 end.`
        else:
            yield from filter(None, (key, wrong))
    yield from _outside(source, whole, keys.known, labels)


def _macro(source: str, whole: Frame) -> Iterator[Slip]:
    start, end = whole.opening
    written = source[start:end]
    mend = [Edit(Span(start, end), "{menu:")]
    if whole.closing != "}" and whole.body_end < len(source):
        mend.append(Edit(Span(whole.body_end, whole.body_end + len(whole.closing)), "}"))
    yield slip(
        "IVR004",
        f"'{written}' does not start a menu: callers would hear all of it as text",
        Span(start, end),
        tuple(mend),
        title="write '{menu:'",
        safe=True,
        expected=("'{menu:'",),
    )


_SAID_AT_ONCE = regex(r"[ \t]*(?P<odd>[:：;=|{]+|(?:menu|меню)[ \t]*:)[ \t]*(?=\S)")
#: The last line of the macro, where it was meant to close it.
_LAST_LINE = regex(
    r"\n(?P<line>[ \t]*(?P<odd>[{<(\[/]*(?:/?(?:end|endmenu|menu|конец|меню))?[)\]>»/;,{]*)[ \t]*)\Z"
)
_LONGEST_END = 16
#: `text{/menu}`
_ENDS_TWICE = regex(r"(?P<odd>\{[ \t]*/?[ \t]*(?:end|endmenu|menu|конец|меню)?[ \t]*)\Z")
_BEHIND = regex(r"(?P<odd>[)\]>;,]+|[ \t]*/?(?:menu|меню)\b)[ \t]*(?=\r?\n|\Z)")


def _said_by_the_macro(source: str, whole: Frame) -> Slip | None:
    """Signs of the macro that stand twice, or of another language's: callers hear them (IVR-1)."""
    start, end = whole.opening
    said = source[end : end + 20].lstrip(" \t")
    begins_oddly = said[:1] in tuple(":：;=|{") or said.startswith(("menu", "меню"))
    doubled = _SAID_AT_ONCE.match(source, end) if begins_oddly else None
    if doubled:
        return _extra(doubled, "IVR004")
    before = source[start - 1 : start]
    if before and before in "\\/$#%@" and source[start - 2 : start - 1] in ("", "\n", " "):
        return _extra(re.compile(r"(?P<odd>.)").match(source, start - 1), "IVR004")
    line = source[source.rfind("\n", end, whole.body_end) + 1 : whole.body_end].strip(" \t")
    short = line and len(line) < _LONGEST_END and ":" not in line
    last = _LAST_LINE.search(source, end, whole.body_end) if short else None
    if source.rfind("{", max(end, whole.body_end - _LONGEST_END), whole.body_end) != -1:
        last = last or _ENDS_TWICE.search(source, end, whole.body_end)
    if last and last["odd"] and not last["odd"].isalpha():
        return _extra(last, "IVR014")
    after = source[whole.body_end + 1 : whole.body_end + 10]
    odd_end = after[:1] in tuple(")];,>") or after.lstrip(" \t/").startswith(("menu", "меню"))
    behind = _BEHIND.match(source, whole.body_end + 1) if odd_end else None
    return _extra(behind, "IVR014") if behind else None


def _extra(match: re.Match[str] | None, code: str) -> Slip:
    assert match is not None
    span = Span(*match.span("odd"))
    return slip(
        code, f"extra '{match['odd'].strip()}': callers would hear it", span, (Edit(span, ""),), title="remove it",
        expected=("a menu such as '{menu: Press 1.' with '}' at its end",), severity="warning",
    )  # fmt: skip


def _other_bracket(source: str, whole: Frame) -> Slip:
    """`)` where the menu was meant to end."""
    span = Span(whole.body_end, whole.body_end + len(whole.closing))
    return slip(
        "IVR002", f"this menu is closed by '{whole.closing}': missing '}}'", span, (Edit(span, "}"),),
        title="write '}'", safe=True, expected=("'}'",), labels=(Label(Span(*whole.opening), "the menu starts here"),),
    )  # fmt: skip


def _spoken_end(source: str, whole: Frame) -> int:
    """Where what is spoken ends: at the comment's mark (CMT-1), if there is one."""
    comment = source.find(MARK_LINE, whole.body_end)
    return len(source) if comment == -1 else comment


_STRAY = regex(r"[^}]*(\})")
_ITEM_LINE = regex(r"(?m)^[ \t]*(?:[*#]|[0-9A-Za-z]{1,30}):")
_OUTSIDE_TARGET = regex(r"(?m)^[ \t]*(?P<key>[0-9A-Za-z]+)[ \t]*:(?!//)[^\r\n]*")
_OUTSIDE = regex(r"(?m)^[ \t]*(?P<key>[*#]|[0-9]{1,4})[ \t]*:[ \t]*(?P<value>[^\r\n]*)")


def _outside(source: str, whole: Frame, known: Collection[str], labels: Labels) -> Iterator[Slip]:
    """Items before the macro or after it, and a bracket too many: all of that is spoken (IVR-1)."""
    after = whole.body_end + len(whole.closing)
    stop = _spoken_end(source, whole)
    rest = source[after:stop]
    yield from texts.remarks(source, whole.opening[0], after, stop)
    if "{menu:" in rest or ("}" in rest and _ITEM_LINE.search(rest.rpartition("}")[0])):
        return  # a second menu, or one that was closed early: told as that
    for begin, end in ((0, whole.opening[0]), (after, stop)):
        for match in _OUTSIDE.finditer(source, begin, end) if ":" in source[begin:end] else ():
            key, value = match["key"], match["value"].strip()
            if key in labels.lost:
                continue
            is_item = begin and value[:1].isalpha() and "0" not in key and key[:-1] in ("", *known)
            if not is_item and not COMMAND.match(value):
                continue
            yield slip(
                "IVR014",
                f"item {key} is outside the menu: callers hear it as text and its key does nothing",
                Span(match.start("key"), match.end()),
                (Edit(Span(match.start("key"), match.end()), ""),),
                expected=("items between '{menu:' and '}'",),
            )
    for match in _OUTSIDE_TARGET.finditer(source, after, stop) if labels.lost and ":" in rest else ():
        if match["key"] not in labels.lost:
            continue
        span, place = Span(match.start("key"), match.end()), whole.body_end
        edits = (Edit(Span(place, place), f"\n{match.group().strip()}"), Edit(span, ""))
        yield slip(
            "IVR014",
            f"label '{match['key']}' is outside the menu: callers hear it as text, and 'err:' does not find it",
            span,
            edits,
            title="move it into the menu",
            expected=("labels between '{menu:' and '}'",),
        )
    stray = _STRAY.match(source, after, stop) if "}" in rest and "{" not in rest else None
    if stray:
        yield slip(
            "IVR014",
            "extra '}': the menu ends at the first one, and this one is read aloud",
            Span(*stray.span(1)),
            (Edit(Span(*stray.span(1)), ""),),
            title="remove it",
            safe=True,
            expected=("one '}'",),
        )
