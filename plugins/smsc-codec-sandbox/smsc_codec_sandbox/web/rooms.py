"""The rooms of the page, in the order of its head."""

from __future__ import annotations

from smsc_codec_sandbox.web import dashboard, failures, messages, phone, requests
from smsc_codec_sandbox.web.room import Room

ROOMS: tuple[Room, ...] = (messages.ROOM, phone.ROOM, requests.ROOM, dashboard.ROOM, failures.ROOM)
