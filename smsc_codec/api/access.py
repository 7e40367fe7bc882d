"""Who asks: a login with its password, or a key (REQ-3, BEY-1). Neither secret is ever shown."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Login(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="login"):
    """A client's login and password; the service also takes the password's MD5 in small letters."""

    login: str
    psw: str

    def __repr__(self) -> str:
        return f"Login(login={self.login!r}, psw=...)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("login", self.login)]


class Key(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="key"):
    """A key in place of login and password (BEY-1)."""

    apikey: str

    def __repr__(self) -> str:
        return "Key(apikey=...)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return []


Access = Login | Key
#: The parameters whose values nobody may see.
SECRETS = frozenset({"psw", "apikey"})
