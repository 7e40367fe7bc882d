"""The %DateTime of a service indication: text, octets and datetimes, always in UTC (WAP-167, 8.2.2)."""

from __future__ import annotations

from datetime import UTC, datetime


def from_octets(data: bytes) -> str | None:
    """The text of two digits an octet, YYYYMMDDhhmmss, zeros at the end left out; None when no date."""
    digits = data.hex().ljust(14, "0")
    date = "-".join((digits[:4], digits[4:6], digits[6:8]))
    text = f"{date}T{digits[8:10]}:{digits[10:12]}:{digits[12:]}Z"
    return text if from_text(text) else None


def from_text(text: str) -> datetime | None:
    """The moment of a text like `2001-10-22T09:01:00Z`; None when it is none."""
    if len(text) != 20 or not text.endswith("Z") or text[10] != "T" or not text.isascii():
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def octets(moment: datetime) -> bytes:
    """The octets of an aware moment, whole seconds, without the zero octets at the end."""
    return bytes.fromhex(moment.astimezone(UTC).strftime("%Y%m%d%H%M%S").rjust(14, "0")).rstrip(b"\0")
