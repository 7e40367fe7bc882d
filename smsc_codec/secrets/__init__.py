"""Secrets in texts of any kind: where they stand, found by pattern, understood or not.

This is the lowest layer of all: errors and reports stand on it.
"""

from __future__ import annotations

from smsc_codec.secrets.find import blotted, found, spans, starred

__all__ = ["blotted", "found", "spans", "starred"]
