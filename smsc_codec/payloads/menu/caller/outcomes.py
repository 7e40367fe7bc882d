"""What happens in a menu, in words."""

from __future__ import annotations

from smsc_codec.payloads.menu.caller.compare import Side
from smsc_codec.payloads.menu.caller.machine import (
    END_TEXT,
    MENU_TEXT,
    Event,
    State,
    Step,
)
from smsc_codec.payloads.menu.caller.speech import DEFAULT_RECORD
from smsc_codec.payloads.menu.model import Call, Record, Sms, Unread, Url
from smsc_codec.secrets import blotted


def subject(state: State, given: str) -> str:
    """What comes from outside, and where: what a change is about."""
    match given:
        case "":
            return "the beginning"
        case "silence":
            return f"silence in {place(state)}"
        case "wrong key":
            return "a wrong key"
        case "answered":
            return f"the talk at {state.key}"
        case "no answer":
            return f"no answer at {state.key}"
        case "recorded":
            return f"the end of the recording at {state.key}"
        case "goes on" | "leaves":
            return f"what cannot be read at {state.key} ({given})"
    return f"key {given}" if given in "*#0" else f"key {state.menu}{given}"


def place(state: State) -> str:
    """Where a call waits."""
    match state.at:
        case "menu":
            return f"menu {state.menu}" if state.menu else "the main menu"
        case "left":
            return "after the menu"
    return f"the {state.at} at {state.key}"


def outcome(side: Side, step: Step) -> list[str]:
    """What happens, each thing in a few words, and where it ends if that is another menu."""
    words: list[str] = []
    for event in step.events:
        told = _told(side, event)
        if told and not (words and words[-1] == told == "speaks"):
            words.append(told)
    if step.state.at == "menu":
        words.append(f"waits in {place(step.state)}")
    return words


def _told(side: Side, event: Event) -> str:
    if side.event(event) is None:
        return ""
    match side.graph.machine.action(event):
        case None if event.part == END_TEXT:
            return "speaks the END TEXT and leaves" if side.event(event) == ("leave", True) else "leaves"
        case None:
            return "speaks the MENU TEXT" if event.part == MENU_TEXT else "speaks"
        case Call(phones, wait, _, _, record):
            seconds = "" if wait is None else f" for up to {wait} s"
            return (
                f"dials {', '.join(phones) or 'nobody'}{seconds}{' and records the talk' if record else ''}"
            )
        case Sms(phone, sender, text):
            about = " with the caller's number in it" if "$phone" in text or "${phone}" in text else ""
            return f"sends an SMS to {phone or 'nobody'} from {sender}{about}"
        case Record(seconds):
            return f"records up to {DEFAULT_RECORD if seconds is None else seconds} s"
        case Url(address):
            return f"tells the handler{f' at {blotted(address)}' if address else ''}"
        case Unread(source):
            return f"does what cannot be read: {blotted(source)}"
    return "speaks"
