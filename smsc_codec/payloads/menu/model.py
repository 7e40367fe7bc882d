"""The values of a voice menu (IVR-1 .. IVR-14). Frozen; equal menus are equal wherever they were read."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.payloads.files import Remote, Speech, Stored, Uploaded

__all__ = ["Action", "Back", "Call", "End", "Item", "Menu", "Record", "Remote", "Repeat", "Say", "Sms", "Speech",
           "Start", "Stored", "Unread", "Uploaded", "Url"]  # fmt: skip


class Say(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="say"):
    """Speak a text, or play the files in it."""

    text: Speech


class Back(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="back"):
    """Return to the menu above; the page gives it to the key `*` (IVR-2)."""


class Start(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="start"):
    """Go to the beginning and speak MENU TEXT again; the page gives it to the key `#` (IVR-2)."""


class Repeat(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="repeat"):
    """Repeat the chosen item; the page gives it to the key `0` (IVR-2)."""


class End(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="end"):
    """Leave the menu; END TEXT is spoken (IVR-10)."""


class Url(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="url", omit_defaults=True):
    """Tell a handler at an http(s) address of the item and the time in the menu (IVR-6).

    None is the bare word `url`, as the page's example has it.
    """

    address: str | None = None


class Call(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="call", omit_defaults=True):
    """Put the caller through to one of up to nine numbers (IVR-7).

    `wait` in seconds (0..120; None is the service's 120); `ok_end` leaves the menu after the talk; `err` is the
    key or label to go to when nobody answers; `record` records the talk.
    """

    phones: tuple[str, ...]
    wait: int | None = None
    ok_end: bool = False
    err: str | None = None
    record: bool = False


class Sms(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="sms"):
    """Send an SMS (IVR-8). `$phone` in `phone` or `text` stands for the caller's number."""

    phone: str
    sender: str
    text: str


class Record(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="record", omit_defaults=True):
    """Record the caller for some seconds; None is the service's 30 (IVR-9)."""

    seconds: int | None = None


class Unread(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="unread"):
    """What stands where an action should, and could not be read. Only `read` makes it; it cannot be built."""

    source: str


Action = Say | Back | Start | Repeat | End | Url | Call | Sms | Record | Unread


class Item(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One line of the menu: a key (`*`, `#`, `0`, digits 1..9 as the path to a sub-item) or a label (IVR-3, 4, 11)."""

    key: str
    action: Action


class Menu(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """A call's text with a voice menu.

    `start_text` and `end_text` are spoken before and after, and are kept with the white space around them;
    `menu_text` is spoken at the beginning of the menu. `comment` is what follows `\\n~~~\\n`: for a call its
    `param=w,i,n` (CMT-2). Line ends in values are `\\n`.
    """

    start_text: Speech = ""
    menu_text: Speech = ""
    items: tuple[Item, ...] = ()
    end_text: Speech = ""
    comment: str | None = None
