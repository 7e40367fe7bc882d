"""ping.php: a notification of an event, by the templates of a task group (EVT-1)."""

from __future__ import annotations

from msgspec import Struct


class Notify(Struct, frozen=True, forbid_unknown_fields=True, gc=False, tag="notify", omit_defaults=True):
    """Tell a task group of an event: `name`, `host` and `info` take the places of `{NAME}`, `{HOST}` and `{INFO}`.

    `ok` uses the group's template for recovery instead of the one for failure.
    """

    id: int
    name: str | None = None
    host: str | None = None
    info: str | None = None
    ok: bool = False
