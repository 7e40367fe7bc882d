"""The menu's words, as the page writes them."""

from __future__ import annotations

#: The commands that stand alone on their line, and those with parameters (IVR-2, IVR-6 .. IVR-10).
ALONE = ("back", "start", "repeat", "end")
WITH_COLON = ("call", "sms", "record")
#: The keys with one meaning only (IVR-2).
RESERVED = {"*": "back", "#": "start", "0": "repeat"}
#: Commands of other voice menus, which this one does not have.
FOREIGN = ("dial", "exit", "goto", "hangup", "jump", "play", "redirect", "say", "transfer")
#: The parameters of a call (IVR-7).
CALL_PARAMETERS = ("wait=", "ok:end", "err:", "record")
