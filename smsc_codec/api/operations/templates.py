"""templates.php: the account's own templates of messages (TPL-1 .. TPL-3)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

#: What kind of message a template is of; empty where it is not said (TPL-2).
Format = Literal["", "sms", "flash", "bin", "push", "mms", "call", "mail", "viber"]


class AddTemplate(
    Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="add-template", omit_defaults=True
):
    """Make a template. `auto_sign` uses it to sign messages by itself: `fl[1]=1` (TPL-3)."""

    name: str
    msg: str
    format: Format = ""
    sender: str | None = None
    auto_sign: bool = False


class ChangeTemplate(
    Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="change-template", omit_defaults=True
):
    """Change what is not None of a template."""

    id: int
    name: str | None = None
    msg: str | None = None
    format: Format | None = None
    sender: str | None = None
    auto_sign: bool | None = None


class DeleteTemplate(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="delete-template"):
    """Delete a template."""

    id: int


class GetTemplates(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="get-templates"):
    """Ask for all templates."""
