"""The lines of a menu's source, found without the grammar: it does not read what has slips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from smsc_codec.grammar.compiled.menu import TABLES
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.sound import SOUND
from smsc_codec.payloads.menu.words import OPENINGS
from smsc_codec.text.homoglyphs import latin
from smsc_codec.text.near import distance

_OPENING = regex(
    r"(?P<twice>(?<!\{)\{\{+[ \t]*menu[ \t]*:)"
    r"|(?P<exact>[{<]menu:)"
    r"|(?P<bare>^[ \t]*(?:voice[ \t]+)?(?:menu|меню|ivr)[ \t]*:(?=[^\r\n]*\r?\n[ \t]*(?:[*#]|[0-9]{1,4})[ \t]*:))"
    r"|(?P<near>[{<(\[｛＜（［][ \t]*(?:[mм][eе][nп][uиц]|меню|ivr|ьутг|(?:voice|голосовое)[ _-]?(?:menu|меню))"
    r"[ \t]*(?:[:：;=,-]|(?=[ \t])))",
    re.IGNORECASE | re.MULTILINE,
)
#: What stands at the beginning of a line above the items, and may be a macro's beginning in yet another shape.
_LOOSE_OPENING = regex(
    r"(?m)^[ \t]*(?P<near>(?P<bracket>[\\/%#@$]?[{<(\[«]{1,2}|[/%#@]?)[ \t]*[\"'“«]?"
    r"(?P<word>(?:[^\W\d_][\w.-]{0,11}(?:[ \t][^\W\d_][\w.-]{0,11})?)?)[\"'”»]?"
    r"[ \t]*(?:[\])}>]{1,2}[:：]?|[:：;=,.|/][ \t]*[{<]?|[{<]|(?=[ \t\r\n])))"
)
_ITEMS = regex(r"(?m)^[ \t]*[*#0-9][0-9]{0,3}[ \t]*:")
_MENUS = frozenset(("menu", "меню", "ivr", "menü", "menú", "мәзір", "мезір"))
_OTHER_CLOSING = regex(
    r"\n[ \t]*(?P<sign>[)\]>»｝）]|[{<\[]/?[ \t]*(?:end|endmenu|menu|конец|меню)[ \t]*[}>\]])[ \t]*(?=\r?\n|\Z)"
)
_CLOSING = {"{": "}", "<": ">", "(": ")", "[": "]", "｛": "｝", "＜": "＞", "（": "）", "［": "］"}
_OTHERS = {")": "(", "]": "["}
_ITEM_LINE = regex(r"(?m)^[ \t]*(?:[*#]|[0-9A-Za-z]{1,30}):[^\r\n]*")
#: Texts have pairs of these.
_PAIRED = ")）]］"
#: `{name}`, `{{ name }}`: what a program was meant to fill in.
PLACEHOLDER = regex(
    r"\{\{[ \t]*[^{}\n]{1,40}\}\}|\{\$\w{1,30}\}|(?<![$#])\{(?!menu\b|button\b|no_unsub\})[ \t]*"
    r"[^\W\d][\w. -]{0,30}(?:[!:|][^{}\n]{0,20})?\}"
    r"|\{[0-9]{1,2}(?:\}(?![ \t]*:)|:[^{}\s]{1,8}\})|\{\"[^{}\n]{1,60}\}|\{%[^{}\n]{1,60}%\}"
)
_VARIABLE = regex(r"\$\{[A-Za-z_]*\}")
#: Braces round a number or round the parameters of a call, where neither needs any.
_ROUND = regex(
    r"(?:call|sms)[ \t]*:[ \t]*\{[ \t]*\+?[0-9][0-9,; +()-]{6,80}\}|\{[ \t]*(?:wait|ok|err|record)\b[^{}\r\n]{0,80}\}"
)
#: A line, and an item's key and value in it; the value of one that is written as it should be, with its label.
_LINE = regex(
    rf"\n(?=(.*))(?:[ \t]*({TABLES.parts['NAME']}){TABLES.parts['_KEY_END']}[ \t]*(?:({SOUND})|([^\r\n]*)))?"
)

_STAR_AND_HASH = frozenset("*#")

#: What a command looks like, so that a line with a key before it was surely meant as an item.
COMMAND = regex(
    r"(?:end|back|start|repeat|record|url|exit|конец|назад)[.!;]?[ \t]*\Z"
    r"|(?:call|sms|record)[ \t]*[:=]|https?://\S+[ \t]*\Z"
)

#: Where a word in brackets, or one behind a colon, is none of those that a program fills in.
COMMAND_LINE = regex(r"[ \t]*(?:[*#]|\w+)[ \t]*:[ \t]*(?:call|sms|record|https?)[ \t]*:")


class Line(Struct):
    """One line inside the macro after its first: where it stands, what it says, and what of it is an item's."""

    start: int
    end: int
    text: str
    #: Its key, which no other line has, and whether that is one that callers can press: no label.
    key: str
    is_pressed: bool
    value: str
    #: Whether its value is as it should be, where the label that it names stands (`err`).
    is_sound: bool
    err: str


class Frame(Struct, frozen=True):
    """Where the macro stands: its opening, as written and as it should be, its items' lines, its closing."""

    opening: tuple[int, int]
    exact: bool
    body_end: int
    closing: str


def frame(source: str) -> Frame | None:
    """The macro, or what was meant as one; None where nothing looks like it."""
    exact = min((at for opening in OPENINGS if (at := source.find(opening)) != -1), default=-1)
    if exact != -1 and source[exact - 1 : exact] != "{":  # as nearly all begin
        start, closing = exact + len("{menu:"), _CLOSING[source[exact]]
        end = _end(source, start, closing)
        if end is not None:
            return Frame((exact, start), True, end, closing)
    match = None
    for found in _OPENING.finditer(source):
        if found["exact"] in OPENINGS:
            match = found
            break
        match = match or found
    if match is None:
        return _loosely(source)
    exact = match.group() in OPENINGS
    closing = _CLOSING.get(source[match.start()], "}")
    end = _end(source, match.end(), closing)
    if end is None and not exact:
        end = _end(source, match.end(), "}")
        if end is None and closing in _PAIRED:
            end = _end_of_pair(source, match.end(), closing, False)
        else:
            closing = "}"
    elif end is None and closing == "}":
        others = list(_OTHER_CLOSING.finditer(source, match.end()))
        if others:  # another bracket stands where the menu was meant to end
            end, closing = others[-1].start("sign"), others[-1]["sign"]
        else:
            end, closing = _behind_the_last_item(source, match.end())
    if match["twice"] and end is not None and source.startswith("}}", end):
        closing = "}}"
    return Frame(match.span(), exact, len(source) if end is None else end, closing)


def _loosely(source: str) -> Frame | None:
    """The macro in any other shape: a word like `menu`, or a bracket alone that the line leaves open, above items."""
    items = list(islice(_ITEMS.finditer(source), 2))
    if len(items) < 2:
        return None
    for match in _LOOSE_OPENING.finditer(source, 0, items[0].start()):
        if not match["near"]:
            continue
        line = source[match.start("near") : source.find("\n", match.start("near"))]
        unclosed = match["bracket"][-1:] == "{" and "}" not in line
        means_menu = _means_menu(
            match["word"], bare=not match["bracket"], alone=line == match["near"] or match["near"][-1] in "{<"
        )
        if not unclosed and not means_menu:
            continue
        end = _end(source, match.end(), "}")
        # Another word behind the bracket may well be the first that callers hear.
        opening = match.span("near" if means_menu else "bracket")
        return Frame(opening, False, len(source) if end is None else end, "}")
    return None


def _means_menu(written: str, bare: bool, alone: bool) -> bool:
    word = written.casefold()
    if bare:
        return word in _MENUS and alone  # `Menu of the day`
    parts = re.split(r"[ \t._-]+", word)
    joined = "".join(parts)
    return bool(_MENUS & {*parts, joined}) or (
        joined.isalpha() and distance(latin(joined) or joined, "menu") <= 1
    )


def _behind_the_last_item(source: str, at: int) -> tuple[int | None, str]:
    """Another bracket that ends the last item's line and closes nothing in it: `*: back]`."""
    for match in list(_ITEM_LINE.finditer(source, at))[-1:]:
        line = match.group().rstrip()
        sign = line[-1:]
        if sign in _OTHERS and line.count(_OTHERS[sign]) < line.count(sign):
            return match.start() + len(line) - 1, sign
    return None, "}"


def _end(source: str, at: int, closing: str) -> int | None:
    """Where the body ends: at its closing bracket, not at one of a placeholder or of another pair in a text."""
    if closing in _PAIRED:
        return _end_of_pair(source, at, closing, True)
    if "{" not in source[at:]:
        end = source.find(closing, at)
        return None if end == -1 else end
    skip = {match.end() - 1 for match in PLACEHOLDER.finditer(source, at)}
    skip |= {end - 1 for end in skip}
    skip |= {match.end() - 1 for pattern in (_VARIABLE, _ROUND) for match in pattern.finditer(source, at)}
    while (end := source.find(closing, at)) != -1:
        if end not in skip:
            return end
        at = end + 1
    return None


def _end_of_pair(source: str, at: int, closing: str, alone: bool) -> int | None:
    """The bracket that stands alone on its line, or else the last one that ends its line and closes nothing in it."""
    opening = next(one for one, other in _CLOSING.items() if other == closing)
    end = None
    for match in re.compile(rf"{re.escape(closing)}[ \t]*(?=\r?\n|\Z)").finditer(source, at):
        before = source[: match.start()].rpartition("\n")[2]
        if alone and not before.strip():
            return match.start()
        if not alone and before.count(opening) <= before.count(closing):
            end = match.start()
    return end


def lines(source: str, whole: Frame) -> list[Line]:
    """The lines of the macro that can hold items."""
    found: list[Line] = []
    at = source.find("\n", whole.opening[1], whole.body_end)
    if at == -1:
        return found
    for written, key, sound, err, value in _LINE.findall(source, at, whole.body_end):
        at += 1
        text = written.removesuffix("\r")
        is_pressed = key.isdigit() or key in _STAR_AND_HASH
        found.append(Line(at, at + len(text), text, key, is_pressed, sound or value, sound != "", err))
        at += len(written)
    return found


def begun(ways: Iterable[tuple[str, str]]) -> str:
    """A pattern of what begins with one of some signs, with what follows it: a search then skips to these signs."""
    behind: dict[str, list[str]] = {}
    for signs, more in ways:
        for sign in signs:
            behind.setdefault(sign, []).append(more)
    return "|".join(f"{re.escape(sign)}(?:{'|'.join(more)})" for sign, more in behind.items())


def within(source: str, pattern: re.Pattern[str], signs: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern of what stands on one line, looked for in the lines that have a sign of it."""
    end = -1
    for sign in signs.finditer(source):
        if sign.start() > end:
            start, end = source.rfind("\n", 0, sign.start()) + 1, source.find("\n", sign.start())
            if end == -1:
                end = len(source)
            yield from pattern.finditer(source, start, end)


#: `<` of anything but a voice file and the menu itself.
ODD_MARK = ("<", "(?!file |menu:)")


def has_odd_mark(source: str) -> bool:
    """Whether a text has `<` of anything but a voice file and the menu itself."""
    return source.count("<") > source.count("<file ") + source.count("<menu:")


def before(source: str, match: re.Match[str]) -> str:
    """What stands on the line of a match before it."""
    return source[: match.start()].rpartition("\n")[2]
