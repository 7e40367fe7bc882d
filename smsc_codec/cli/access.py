"""Who asks, from the environment: what stands on a command line is seen by everybody on the machine."""

from __future__ import annotations

import os

from smsc_codec.api.access import Access, Key, Login

#: What is said where nobody asks.
NEEDED = "SMSC_LOGIN and SMSC_PSW, or SMSC_APIKEY, in the environment"


def from_environment() -> Access | None:
    """The key, or the login with its password; None where neither is there."""
    login, psw, apikey = (os.environ.get(f"SMSC_{name}") for name in ("LOGIN", "PSW", "APIKEY"))
    if apikey:
        return Key(apikey)
    return Login(login, psw) if login and psw else None
