"""Where the service is (REQ-1, BEY-3)."""

from __future__ import annotations

#: The address of the page, and the spare hosts that the official libraries try in turn.
HOSTS = ("https://smscentre.com", *(f"https://www{number}.smscentre.com" for number in range(2, 6)))
