"""Where the service is, in the order in which it is tried (REQ-1, BEY-3)."""

from __future__ import annotations

#: The domain of the page, and its sisters, which run the same service.
DOMAINS = ("smscentre.com", "smsc.ru", "smsc.kz", "smsc.ua")
_SPARE = range(2, 6)


def addresses(domain: str = DOMAINS[0]) -> tuple[str, ...]:
    """The addresses of a domain: its own, and those of the spare hosts that the official libraries try in turn."""
    return (f"https://{domain}", *(f"https://www{number}.{domain}" for number in _SPARE))
