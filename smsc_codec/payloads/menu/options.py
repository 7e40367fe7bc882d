"""What the page leaves open about a menu, and what a project may want otherwise: named options with defaults."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class MenuOptions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Policy and limits of the menu's rules, `[tool.smsc-codec.menu]` in the configuration.

    The first four say what the service does where its page is silent; the flow rules follow them.
    """

    #: After a key that the menu does not have: the prompt again, or the label `err` if there is one (IVR-11).
    wrong_key: Literal["err-label", "prompt-again", "leave"] = "err-label"
    #: When the caller presses nothing: the menu waits, or is left.
    silence: Literal["wait", "leave"] = "wait"
    #: After the last action of an item without sub-items: the keys of the menu it was chosen in work again, or
    #: only `*`, `#` and `0` do, or the menu is left.
    after_leaf: Literal["parent", "stay", "leave"] = "parent"
    #: After a talk on a call without `ok:end`: the item's next action, or the menu is left.
    after_call: Literal["next", "leave"] = "next"

    #: The numbers registered for redirection; where given, a call to any other is an error (IVR210).
    registered_numbers: tuple[str, ...] = ()
    #: The most choices one prompt should offer (IVR305).
    max_options: int = 5
    #: The deepest nesting of sub-items (IVR308).
    max_depth: int = 3
    #: The longest prompt, in seconds of speech, and the speed of speech in characters a second (IVR307).
    max_prompt_seconds: int = 20
    characters_per_second: float = 14.0
    #: The speed of English speech, where it is another one; 0: the same.
    english_characters_per_second: float = 0.0
    #: The longest way through the menu, in seconds (IVR311); 0 sets no limit.
    max_call_seconds: int = 0
    #: The most keys and seconds that it may take to leave the menu (IVR117); 0 sets no limit.
    max_ending_keys: int = 0
    max_ending_seconds: int = 0
