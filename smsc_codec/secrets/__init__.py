"""Secrets in texts of any kind: where they stand, found by pattern, understood or not.

Errors and reports stand on it, so it knows nothing of them.
"""

from __future__ import annotations

from smsc_codec.secrets.find import blotted, found, spans, starred

__all__ = ["blotted", "found", "spans", "starred"]
