"""What is shown beside the text: seconds and parts, who reaches an item, colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol.types import CodeLens, Command, InlayHint, InlayHintKind, Range

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.menu.caller.speech import speeds_of, spoken
from smsc_codec.payloads.menu.model import Say, Sms
from smsc_codec.text.parts import count
from smsc_codec_lsp import words
from smsc_codec_lsp.documents import Document, MenuInside

#: Texts that are spoken faster than this have no hint: it would be in the way.
_WORTH_SAYING = 2.0
#: The types of the protocol that are used, in the order of their numbers.
TOKENS = ("enumMember", "keyword", "property", "number", "string", "label", "variable", "operator")


def hints(document: Document, there: Range) -> list[InlayHint]:
    """Behind each spoken text how long it takes, behind each SMS how many parts it has."""
    wanted = document.places.span(there)
    found = []
    for menu in document.menus:
        for span, text in _hints(menu):
            at = menu.span(Span(span.end, span.end)).start
            if wanted.start <= at <= wanted.end:
                position = document.places.position(at)
                found.append(
                    InlayHint(position, document.say(text), InlayHintKind.Parameter, padding_left=True)
                )
    return found


def _hints(menu: MenuInside) -> Iterator[tuple[Span, str]]:
    speeds = speeds_of(menu.options)
    texts = [(menu.place(name), getattr(menu.menu, name)) for name in ("start_text", "menu_text", "end_text")]
    for number, item in enumerate(menu.items):
        place = menu.place("items", number, "action")
        if isinstance(item.action, Say):
            texts.append((place, item.action.text))
        elif isinstance(item.action, Sms) and place is not None:
            parts = count(item.action.text)
            yield place, f"{parts.parts} SMS"
    for place, text in texts:
        low, high = spoken(text, *speeds)
        if place is not None and high >= _WORTH_SAYING:
            end = place.start + len(menu.text[place.start : place.end].rstrip())
            yield Span(place.start, end), words.seconds(low, high)


def lenses(document: Document) -> list[CodeLens]:
    """Above each item what a caller does to come to it."""
    found = []
    for menu in document.menus:
        for key, spans in menu.keys.items():
            if key not in "*#0":
                there = document.places.range(menu.span(spans[0]))
                found.append(CodeLens(there, Command(reached_by(document, menu, key), "")))
    return found


def reached_by(document: Document, menu: MenuInside, key: str) -> str:
    """In words what a caller does until an item's actions run."""
    if key == "err" and key not in menu.graph.ran:
        return document.say("heard for a key that does not exist")
    if key not in menu.graph.ran:
        return document.say("nothing leads here")
    way = map(document.say, menu.graph.way_to_key(key))
    return f"{document.say('reached by')}: {', '.join(way) or document.say('itself')}"


_TOKEN = re.compile(
    r"(?P<keyword>\b(?:call|sms|record|end|back|start|repeat)\b(?=[ \t]*(?::|\r?$|[}>]))|https?://[^\s}>]*)"
    r"|(?P<property>\b(?:wait(?==)|ok:end|err(?=:)|record)\b)|(?P<variable>\$phone\b)|(?P<string><file [^>\n]*>)",
    re.MULTILINE,
)


def tokens(document: Document) -> list[int]:
    """The colours, as the protocol writes them: each place by its distance from the one before it."""
    places = sorted(place for menu in document.menus for place in _tokens(menu))
    numbers: list[int] = []
    line = character = 0
    last_end = -1
    for start, end, kind in places:
        if start < last_end:
            continue
        last_end = end
        there = document.places.range(Span(start, end))
        if there.start.line != there.end.line:
            continue
        numbers += [
            there.start.line - line,
            there.start.character - (character if there.start.line == line else 0),
            there.end.character - there.start.character,
            TOKENS.index(kind),
            0,
        ]
        line, character = there.start.line, there.start.character
    return numbers


def _tokens(menu: MenuInside) -> Iterator[tuple[int, int, str]]:
    def put(span: Span, kind: str) -> tuple[int, int, str]:
        there = menu.span(span)
        return there.start, there.end, kind

    for place in (menu.place("menu", "open"), menu.place("menu", "close")):
        if place is not None:
            yield put(place, "operator")
    for key, spans in menu.keys.items():
        kind = "enumMember" if key.isdigit() or key in "*#" else "label"
        for span in spans:
            yield put(span, kind)
    for spans in menu.targets.values():
        for span in spans:
            yield put(span, "label")
    for number in range(len(menu.items)):
        for part in (*(("phones", n) for n in range(9)), ("wait",), ("seconds",), ("phone",)):
            place = menu.place("items", number, "action", *part)
            if place is not None and menu.text[place.start : place.start + 1] != "$":
                yield put(place, "number")
        action = menu.place("items", number, "action")
        if action is not None and not isinstance(menu.items[number].action, Say):
            for match in _TOKEN.finditer(menu.text, action.start, action.end):
                yield put(Span(*match.span()), match.lastgroup or "keyword")
    for match in re.finditer(r"<file [^>\n]*>", menu.text):
        yield put(Span(*match.span()), "string")
