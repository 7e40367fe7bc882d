"""The page: requests that were caught, with their messages, menus and findings. Everything in it is escaped."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from urllib.parse import unquote_plus

from smsc_codec.payloads import menu
from smsc_codec.payloads.menu.model import (
    Back,
    Call,
    End,
    Item,
    Record,
    Repeat,
    Say,
    Sms,
    Start,
    Unread,
    Url,
)  # fmt: skip
from smsc_codec.text.parts import split
from smsc_codec_sandbox.api import as_json
from smsc_codec_sandbox.clock import written
from smsc_codec_sandbox.model import Exchange, Message, Noted
from smsc_codec_sandbox.service import Answer, Service

#: How many requests it shows, and how many messages of each.
REQUESTS, MESSAGES = 50, 20
#: How many characters of a request are shown on each side of a finding.
_AROUND = 150


def answer(service: Service) -> Answer:
    """The page as it is now."""
    cards = [_card(service, exchange) for exchange in service.store.exchanges(limit=REQUESTS)]
    accounts = "".join(
        f"<li><b>{escape(client.account.login)}</b> {client.state.balance:f} {escape(client.account.currency)}"
        for client in service.clients.all()[:20]
    )
    empty = "<p class=empty>Nothing was caught yet. Point a client at this address.</p>"
    text = (
        "<!doctype html><html lang=en><meta charset=utf-8><title>smsc-codec sandbox</title>"
        f"<meta name=viewport content='width=device-width'><link rel=stylesheet href={STYLE}>"
        f"<header><h1>smsc-codec sandbox</h1><ul>{accounts}</ul></header>"
        f"<main>{''.join(cards) or empty}</main>"
    )
    return Answer(text.encode(errors="replace"), media="text/html")


def _style(service: Service) -> Answer:
    text = files("smsc_codec_sandbox").joinpath("page.css").read_bytes()
    return Answer(text, media="text/css")


#: What is served at which path.
STYLE = "/sandbox/page.css"
FILES = {"/": answer, STYLE: _style}


def _card(service: Service, exchange: Exchange) -> str:
    messages = list(service.store.messages(request=str(exchange.key), limit=MESSAGES))[::-1]
    rows = "".join(_message(service, message) for message in messages)
    failed = " failed" if exchange.error is not None else ""
    notes = [f"<p class=note>{escape(text)}</p>" for text in (exchange.unlinted, exchange.fault) if text]
    notes += [f"<p class=note>{escape(name)}: {escape(told)}</p>" for name, told in _odd(exchange)]
    found = "".join(_finding(exchange, finding) for finding in exchange.findings)
    return (
        f"<article class='card{failed}'><h2><span>#{exchange.key}</span> {escape(exchange.method)} "
        f"{escape(exchange.endpoint)} <small>{escape(exchange.login)}, {written(exchange.at)}</small></h2>"
        f"<pre class=reply>{escape(exchange.reply[:2000])}</pre>{rows}{found}{''.join(notes)}"
        f"<details><summary>the request</summary><pre>{escape(exchange.text)}</pre></details></article>"
    )


def _odd(exchange: Exchange) -> tuple[tuple[str, str], ...]:
    """What was odd, where no finding says so."""
    return exchange.odd if not exchange.findings else ()


def _message(service: Service, message: Message) -> str:
    now = as_json(service, message)
    state = {1: "good", 2: "good", 4: "good", 0: "going", -1: "going"}.get(now["status"], "bad")
    told = [
        message.channel,
        f"{message.cnt} {'s' if message.channel == 'call' else 'SMS'}",
        f"{message.cost:f}",
    ]
    told += [f"from {message.sender}"] if message.sender else []
    told += [f"{file.name}, {file.size} bytes" for file in message.files]
    told += [f"subject: {message.subj}"] if message.subj else []
    told += [f"comment: {now['comment']}"] if now["comment"] else []
    name = str(now["status_name"]) + (f", error {now['err']}" if now["err"] else "")
    return (
        f"<section><div class=line><b>{escape(message.phone)}</b> <i class={state}>{escape(name)}</i>"
        f"<small>{escape(', '.join(told))}</small><small>id {escape(str(message.id))}</small></div>"
        f"{_text(message)}</section>"
    )


def _text(message: Message) -> str:
    if message.channel == "call" and "menu:" in message.text:
        return _menu(message.text)
    if message.channel in ("sms", "flash") and message.cnt > 1:
        try:
            pieces = split(message.text)
        except ValueError:
            pieces = (message.text,)
        return (
            "<p class=text>"
            + "".join(f"<span class=part>{escape(piece)}</span>" for piece in pieces)
            + "</p>"
        )
    return f"<p class=text>{escape(message.text)}</p>"


def _menu(text: str) -> str:
    """A voice menu as its keys, those of sub-menus below their own."""
    value = menu.read(text).value
    rows = "".join(_item(item) for item in value.items)
    return (
        f"<div class=menu><p>{_speech(value.start_text)}</p><p>{_speech(value.menu_text)}</p>"
        f"<ul>{rows}</ul><p>{_speech(value.end_text)}</p></div>"
    )


def _item(item: Item) -> str:
    depth = min(len(item.key), 8) - 1 if item.key.isdigit() else 0
    return f"<li class=d{depth}><kbd>{escape(item.key)}</kbd> {_action(item.action)}"


def _action(action: object) -> str:
    match action:
        case Say(text):
            return _speech(text)
        case Call(phones, wait, ok_end, err, record):
            told = [f"call {', '.join(phones)}", *([f"for {wait} s"] if wait is not None else [])]
            told += [f"else {err}"] if err else []
            told += ["then leave"] if ok_end else []
            return escape(", ".join([*told, *(["recorded"] if record else [])]))
        case Sms(phone, sender, text):
            return escape(f"SMS to {phone} from {sender}: {text}")
        case Record(seconds):
            return escape(f"record {30 if seconds is None else seconds} s")
        case Url(address):
            return escape(f"tell {address or 'the handler'}")
        case Unread(source):
            return f"<em>{escape(source)}</em>"
        case Back() | Start() | Repeat() | End():
            words = {Back: "back", Start: "to the beginning", Repeat: "again", End: "leave"}
            return f"<i>{words[type(action)]}</i>"
    return ""


def _speech(text: object) -> str:
    """What is spoken; files by what names them."""
    if isinstance(text, str):
        return escape(text.strip())
    pieces = text if isinstance(text, tuple) else ()
    return " ".join(
        escape(piece.strip())
        if isinstance(piece, str)
        else f"<i>file {escape(str(getattr(piece, piece.__struct_fields__[0])))}</i>"
        for piece in pieces
    )


def _finding(exchange: Exchange, finding: Noted) -> str:
    text = exchange.text
    start, end = max(0, finding.start - _AROUND), min(len(text), finding.end + _AROUND)
    before, marked, after = (
        escape(_readable(text[start : finding.start], exchange)),
        escape(_readable(text[finding.start : finding.end], exchange)) or "‸",
        escape(_readable(text[finding.end : end], exchange)),
    )
    excerpt = f"{'…' if start else ''}{before}<mark>{marked}</mark>{after}{'…' if end < len(text) else ''}"
    allowed = f" <small>expected: {escape(', '.join(finding.expected))}</small>" if finding.expected else ""
    return (
        f"<div class='finding {finding.severity}'><b>{escape(finding.severity)} {escape(finding.code)}</b> "
        f"{escape(finding.name)}: {escape(finding.message)}{allowed}<pre>{excerpt}</pre></div>"
    )


def _readable(text: str, exchange: Exchange) -> str:
    """A piece of a request for people: what was urlencoded as it is meant."""
    if exchange.text.startswith("curl ") or "\n\n{" in exchange.text:
        return text
    return unquote_plus(text, exchange.charset, "replace").strip("\ufffd")
