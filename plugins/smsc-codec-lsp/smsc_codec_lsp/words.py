"""What is said of the menu's parts: hover and completion say the same."""

from __future__ import annotations

from functools import cache

from smsc_codec.linter.words import Language
from smsc_codec.linter.words import said as said_by_the_linter
from smsc_codec.linter.words.sentences import Catalogue

#: Each command of a menu: what it looks like with gaps to fill in, and what it does, with the fact of the page.
COMMANDS = {
    "call:": (
        "call:${1:79990000000} wait=${2:30} ok:end err:${3:sorry}",
        "Put the caller through to up to nine numbers.",
    ),
    "sms:": ("sms:${1:\\$phone},${2:Sender},${3:text}", "Send an SMS. `$phone` is the caller's number."),
    "record:": ("record: ${1:30}", "Record the caller; 30 seconds where nothing is said."),
    "https://": ("https://${1:example.com/ivr}", "Tell your handler that the caller came here."),
    "end": ("end", "Leave the menu: the text after it is spoken."),
    "<file 1>": ("<file ${1:1}>", "Play a voice file that is uploaded with the request."),
}
#: The keys with one meaning (IVR-2).
RESERVED = {
    "*": ("back", "Return to the menu above."),
    "#": ("start", "Go to the beginning and speak the menu's text again."),
    "0": ("repeat", "Repeat the chosen item."),
}
#: The parameters of a call (IVR-7).
PARAMETERS = {
    "wait=": ("wait=${1:30}", "Ring for so many seconds: 0 to 120, and 120 where nothing is said."),
    "ok:end": ("ok:end", "Leave the menu after the talk."),
    "err:": ("err:", "Go to this key or label when nobody answers."),
    "record": ("record", "Record the talk: it stands last."),
}


@cache
def _catalogue() -> Catalogue:
    from smsc_codec_lsp.russian import SENTENCES

    return Catalogue(SENTENCES)


def said(text: str, language: Language) -> str:
    """A sentence of the server's, or of the linter's, in a language; one that neither knows stays in English."""
    known = _catalogue().find(text) if language == "ru" and text else None
    return said_by_the_linter(text, language) if known is None else known


def seconds(low: float, high: float) -> str:
    """A range of seconds in few letters."""
    least, most = round(low), round(high)
    return f"{least} s" if least == most else f"{least}-{most} s"
