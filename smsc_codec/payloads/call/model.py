"""The values of a call told line by line. Frozen; equal transcripts are equal wherever they were read."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

#: A text that was heard or sent, as far as it is said: in order its parts, None for anything in between.
Pattern = tuple[str | None, ...]


#: What comes from outside besides a key.
Outcome = Literal["wrong key", "silence", "answered", "no answer", "recorded", "hung up", "goes on", "leaves"]
OUTCOMES: tuple[str, ...] = get_args(Outcome)


class Given(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="given"):
    """What comes from outside: one of the keys `0` to `9`, `*`, `#`, or one of `OUTCOMES`."""

    what: str


class Anything(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="anything"):
    """Whatever happens until the next line: nothing, one thing or several."""


class Nothing(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="nothing"):
    """Nothing happens, and the call waits on; it stands alone."""


class Hear(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="hear", omit_defaults=True):
    """The caller hears a text, or a file by its mark; any at all where `text` is empty."""

    text: Pattern = ()


class Call(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="call", omit_defaults=True):
    """Numbers are dialled, in order; what is not said (no `phones`, None, False) is not looked at.

    `wait` in seconds, 0 to 999; `record`: the talk is recorded.
    """

    phones: tuple[str, ...] = ()
    wait: int | None = None
    record: bool = False


class Sms(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="sms", omit_defaults=True):
    """An SMS is sent; what is not said is not looked at."""

    phone: str | None = None
    sender: str | None = None
    text: Pattern = ()


class Notify(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="notify", omit_defaults=True):
    """The handler at an http(s) address is told, or any handler."""

    address: str | None = None


class Record(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="record", omit_defaults=True):
    """The caller is recorded for so many seconds at the most, or for any time."""

    seconds: int | None = None


class Unread(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="unread"):
    """What could not be read in the menu is carried out, whatever it is."""


class Leave(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="leave", omit_defaults=True):
    """The menu is left, with a text at the end, or with any."""

    text: Pattern = ()


Happens = Anything | Nothing | Hear | Call | Sms | Notify | Record | Unread | Leave
Step = Given | Happens


class Transcript(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """One call to a menu.

    `menu` is the file of the menu, as it is seen from the transcript's own; None is the one of the same name beside it.
    The next four say what the service does where its page is silent (see `MenuOptions`); None leaves it to the
    configuration. Nothing is looked at after what comes from outside if the next step comes from outside again.
    """

    menu: str | None = None
    wrong_key: Literal["err-label", "prompt-again", "leave"] | None = None
    silence: Literal["wait", "leave"] | None = None
    after_leaf: Literal["parent", "stay", "leave"] | None = None
    after_call: Literal["next", "leave"] | None = None
    steps: tuple[Step, ...] = ()


#: The policies by the names that the text has for them, each with what it can be.
POLICIES: dict[str, tuple[str, ...]] = {
    "wrong-key": ("err-label", "prompt-again", "leave"),
    "silence": ("wait", "leave"),
    "after-leaf": ("parent", "stay", "leave"),
    "after-call": ("next", "leave"),
}
