"""Who may come in: pages of other sites, which the developer's browser carries, may not.

A page can make its own name mean this machine (DNS rebinding) and then read what is served under that name, so only
names that cannot be an attacker's are served. And it can have a browser send a request without reading the reply
(CSRF); browsers say so in `Origin` and `Sec-Fetch-Site` (Fetch Metadata), which no page can leave out.
"""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address

from msgspec import Struct

from smsc_codec_sandbox.http1 import Head

#: What is the sandbox's own, beside the page at `/`; the rest is the service's.
OWN = "/sandbox/"

#: Said with every reply. There is nothing for other origins (no CORS), no frame may hold a page of the sandbox, and
#: nothing in a page is run or loaded but what the sandbox serves as a file.
HEADERS = (
    ("cache-control", "no-store"),
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
)


class Refusal(Struct, frozen=True):
    """Why a request is not let in, and the HTTP status that says so."""

    status: int
    reason: str


def refusal(head: Head, names: Collection[str], here: str) -> Refusal | None:
    """Why a request may not come in; None where it may.

    `names` are hosts that are served beside those of this machine, `*.name` for all below one; `here` is the address
    that the connection came to.
    """
    authority, path = origin_form(head.target)
    hosts = head.all("host")
    asked = list(hosts)
    # BEY-9: clients that take this for a proxy name the service in the target. No page can say another host there than
    # in `Host`; of what is the sandbox's own both have to be its names all the same.
    if authority is not None and (not hosts or is_own(path)):
        asked.append(authority)
    for host in asked:
        if not served(host, names, here):
            return Refusal(403, _unknown(host))
    for origin in head.all("origin"):
        if not hosts or origin.lower() not in (f"http://{hosts[0]}".lower(), f"https://{hosts[0]}".lower()):
            return Refusal(403, "a page of another site may not ask here")
    if any(site.lower() not in ("same-origin", "none") for site in head.all("sec-fetch-site")) and not (
        is_own(path) and _is_visit(head)
    ):
        return Refusal(403, "a page of another site may not ask here")
    if (
        path.startswith(OWN)
        and head.method not in ("GET", "HEAD")
        and not _is_json(head.first("content-type"))
    ):
        return Refusal(415, "an order is JSON: say so with the header 'Content-Type: application/json'")
    return None


def origin_form(target: str) -> tuple[str | None, str]:
    """The host of a target in absolute form (RFC 9112 3.2.2), and the path with the query of any."""
    scheme, mark, rest = target.partition("://")
    if mark and "/" not in scheme and "?" not in scheme:
        end = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
        return rest[:end], "/" + rest[end:].lstrip("/")
    return None, target


def served(host: str, names: Collection[str], here: str) -> bool:
    """Whether a host, with or without its port, is this machine or one of `names`."""
    name = _name(host)
    address = _address(name)
    if address is not None:
        # That a page stands at an address is its owner's doing: no name was made to mean it.
        return address.is_loopback or address == _address(here) or name in names
    if name == "localhost" or name.endswith(".localhost"):
        return True
    return any(name == one or (one.startswith("*.") and name.endswith(one[1:])) for one in names)


def _name(host: str) -> str:
    """A host without its port, in small letters; empty for what is none."""
    host = host.strip().lower()
    if host.startswith("["):
        name, mark, rest = host[1:].partition("]")
        if not mark or (rest and not rest.startswith(":")):
            return ""
        port = rest[1:]
    else:
        name, _, port = host.partition(":")
    if port and not (port.isascii() and port.isdigit()):
        return ""
    return name.removesuffix(".")


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(name)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def is_own(path: str) -> bool:
    """Whether a path is the sandbox's own, and none of the service's."""
    return path == "/" or path.startswith((OWN, "/?"))


def _is_visit(head: Head) -> bool:
    """Whether somebody follows a link: the page opens in a window, where no other page can read it."""
    return (head.method, head.first("sec-fetch-mode"), head.first("sec-fetch-dest")) == (
        "GET",
        "navigate",
        "document",
    )


def _is_json(content: str) -> bool:
    return content.partition(";")[0].strip().lower() == "application/json"


def _unknown(host: str) -> str:
    shown = "".join(c for c in host[:100] if c.isascii() and c.isprintable())
    return (
        f"'{shown}' is no name of this sandbox: use localhost or 127.0.0.1, "
        f"or start it with --allow-host {_name(shown) or 'NAME'}"
    )
