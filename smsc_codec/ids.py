"""Where chance comes from: ids that no other message has. The core takes any source of ids in its place."""

from __future__ import annotations

from uuid import uuid4


def fresh_id() -> str:
    """An id that no other message has (PAR-4)."""
    return f"m{uuid4().hex}"
