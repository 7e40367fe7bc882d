"""Menus with findings of known severity, from the pages of the rules they break."""

from __future__ import annotations

CLEAN = "Hello!\n\n{menu: Press 1 to leave, hash to hear this again.\n#: start\n1: end}\n\nBye!\n"
#: IVR113: no key repeats the menu text.
INFO = "Hello!\n\n{menu: Press 1 to leave.\n1: end}\n"
#: IVR303: key 2 works but is never announced.
WARNING = (
    "Hello!\n\n{menu: Press 1 for sales, hash to hear this again.\n#: start\n1: Sales are open\n2: end}\n"
)
#: IVR304 and IVR104: key 2 is announced and not there; a number that does not answer is dialled for ever.
ERROR = (
    "Hello!\n\n{menu: Press 1 for sales, 2 for news, hash to hear this again.\n#: start\n"
    "1: call:79990000001 err:1\n}\n"
)
#: IVR002, with a fix that is not safe: the closing brace is missing.
UNCLOSED = "Hello!\n\n{menu: Press 1 to leave, hash to hear this again.\n#: start\n1: end\n"
#: IVR009, with a safe fix: commands are lower case.
FIXABLE = CLEAN.replace("1: end", "1: END")
