"""Hover and completion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    Hover,
    InsertTextFormat,
    MarkupContent,
    MarkupKind,
    Position,
)
from msgspec import Struct

from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.reports.links import page_of
from smsc_codec.payloads.menu.caller.speech import speeds_of, spoken
from smsc_codec.payloads.menu.model import Sms
from smsc_codec.text.parts import count
from smsc_codec_lsp import words
from smsc_codec_lsp.documents import Document, MenuInside
from smsc_codec_lsp.features.sights import reached_by

_WORD = re.compile(r"call:|sms:|record:|wait=|ok:end|err:|record|end|back|start|repeat|<file|https?://")


def hover(document: Document, position: Position) -> Hover | None:
    """What stands at a position: what is found there, what the command does, how long it is spoken, its parts."""
    offset = document.places.offset(position)
    told: list[str] = []
    for finding in document.findings:
        if finding.span.start <= offset <= finding.span.end:
            rule = all_rules().get(finding.code)
            about = rule.page.partition("\n")[0] if rule else finding.name
            told.append(f"**[{finding.code}]({page_of(finding.code)})** {document.say(about)}")
    found = document.menu_at(offset)
    if found is not None:
        told += _about(document, *found)
    if not told:
        return None
    return Hover(MarkupContent(MarkupKind.Markdown, "\n\n".join(told)))


def _about(document: Document, menu: MenuInside, offset: int) -> Iterator[str]:
    line_start = menu.text.rfind("\n", 0, offset) + 1
    line_end = menu.text.find("\n", offset)
    line_end = len(menu.text) if line_end < 0 else line_end
    for match in _WORD.finditer(menu.text, line_start, line_end):
        if match.start() <= offset <= match.end():
            word = "https://" if match.group().startswith("http") else match.group()
            yield f"`{word}` {document.say(_meaning(word))}"
            break
    number = menu.item_at(offset)
    if number is None:
        for name in ("start_text", "menu_text", "end_text"):
            place = menu.place(name)
            if place is not None and place.start <= offset <= place.end:
                low, high = spoken(getattr(menu.menu, name), *speeds_of(menu.options))
                yield document.say(f"spoken in {words.seconds(low, high)}")
        return
    item = menu.items[number]
    if item.key in words.RESERVED:
        yield f"{document.say('key')} `{item.key}`: {document.say(words.RESERVED[item.key][1])}"
    else:
        way = reached_by(document, menu, item.key)
        yield f"{document.say('item')} `{item.key}`: {way}"
    text = getattr(item.action, "text", None)
    if isinstance(item.action, Sms):
        parts = count(item.action.text)
        yield document.say(f"{parts.parts} SMS, {parts.units} of {parts.units + parts.left} units")
    elif text is not None:
        low, high = spoken(text, *speeds_of(menu.options))
        yield document.say(f"spoken in {words.seconds(low, high)}")


def _meaning(word: str) -> str:
    for name, meaning in words.RESERVED.values():
        if name == word:
            return meaning
    if word in words.PARAMETERS:
        return words.PARAMETERS[word][1]
    return words.COMMANDS["<file 1>" if word == "<file" else word][1]


class _Offer(Struct):
    """One thing that can stand there: as it is listed, as it is put in, what it does."""

    label: str
    snippet: str
    about: str
    kind: CompletionItemKind
    #: What it does are words of ours, not of the menu.
    ours: bool = True

    def item(self, document: Document) -> CompletionItem:
        """As the protocol has it, in the reader's language."""
        return CompletionItem(
            label=self.label,
            kind=self.kind,
            documentation=document.say(self.about) if self.ours else self.about,
            insert_text=self.snippet,
            insert_text_format=InsertTextFormat.Snippet,
        )


def completion(document: Document, position: Position) -> list[CompletionItem]:
    """What can stand at a position of a menu: commands, parameters of a call, names behind `err:`, missing keys."""
    found = document.menu_at(document.places.offset(position))
    return [] if found is None else [one.item(document) for one in _offered(*found)]


def _offered(menu: MenuInside, offset: int) -> list[_Offer]:
    opened = menu.place("menu", "open")
    closed = menu.place("menu", "close")
    if opened is None or offset < opened.end or (closed is not None and offset > closed.start):
        return []
    line = menu.text[menu.text.rfind("\n", 0, offset) + 1 : offset]
    key, colon, value = line.partition(":")
    if not colon:
        return list(_keys(menu))
    if re.search(r"(?:^|[ \t])err:[0-9A-Za-z]*\Z", value):
        return list(_targets(menu))
    if re.match(r"[ \t]*call[ \t]*:.*[ \t][a-z]*\Z", value):
        return [
            _Offer(name, snippet, about, CompletionItemKind.Property)
            for name, (snippet, about) in words.PARAMETERS.items()
            if name.rstrip("=:") not in value
        ]
    if not re.fullmatch(r"[ \t]*[a-z<]*", value):
        return []
    if key.strip() in words.RESERVED:
        name, about = words.RESERVED[key.strip()]
        return [_Offer(name, name, about, CompletionItemKind.Keyword)]
    return [
        _Offer(name, snippet, about, CompletionItemKind.Keyword)
        for name, (snippet, about) in words.COMMANDS.items()
    ]


def _keys(menu: MenuInside) -> Iterator[_Offer]:
    """Keys and labels that are named somewhere and stand nowhere, and those with a meaning of their own."""
    for above, mention in menu.told:
        key = mention.key if mention.key in "*#0" else above + mention.key
        if key not in menu.keys:
            yield _Offer(f"{key}: ", f"{key}: $0", "Callers are told of it.", CompletionItemKind.EnumMember)
    for label in menu.targets:
        if label not in menu.keys:
            yield _Offer(f"{label}: ", f"{label}: $0", "An err: leads to it.", CompletionItemKind.Reference)
    for key, (name, about) in words.RESERVED.items():
        if key not in menu.keys:
            yield _Offer(f"{key}: {name}", f"{key}: {name}", about, CompletionItemKind.EnumMember)
    if "err" not in menu.keys:
        yield _Offer("err: ", "err: $0", "Spoken when a key does not exist.", CompletionItemKind.EnumMember)


def _targets(menu: MenuInside) -> Iterator[_Offer]:
    for key, spans in menu.keys.items():
        if key not in "*#0":
            line = menu.text[spans[0].start :].partition("\n")[0]
            yield _Offer(key, key, line[:60], CompletionItemKind.Reference, ours=False)
