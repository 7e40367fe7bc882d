"""The addresses of handlers (IVR-6): their hosts, and whether the service can reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import regex

FULL_ADDRESS = ("a full address such as 'https://example.com/ivr'",)


def host_and_port(address: str) -> tuple[str, str | None]:
    """The host of an http(s) address, and its port if it has one."""
    authority = address.partition("://")[2]
    for sign in "/?#":
        authority = authority.partition(sign)[0]
    authority = authority.rpartition("@")[2]
    host, colon, port = authority.rpartition(":")
    return (host, port) if colon and not authority.endswith("]") else (authority, None)


def is_port(port: str | None) -> bool:
    """Whether a port is a number, or there is none."""
    return port is None or (port.isascii() and port.isdigit() and len(port) < 10)


def is_host(host: str) -> bool:
    """Whether a host is written as one."""
    if host.startswith("["):
        return host.endswith("]") and ":" in host
    if re.search(r"[^\w.-]", host):
        return False
    return all(part and part.strip("-") == part for part in host.removesuffix(".").split("."))


_OWN_NETWORK = regex(
    r"localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0"
)


def out_of_reach(text: str, span: Span) -> Iterator[Problem]:
    """An address that the service cannot call, or one with a sign of the sentence behind it."""
    host, port = host_and_port(text)
    if host[:1] in "l012345678" and _OWN_NETWORK.fullmatch(host):
        told = f"the service cannot reach '{host}', an address of your own network"
        yield Problem(told, span, expected=FULL_ADDRESS, severity="warning")
    elif re.fullmatch(r"[\w-]+", host):
        yield Problem(
            f"'{host}' is not the full name of a host", span, expected=FULL_ADDRESS, severity="warning"
        )
    elif port and int(port) > _LAST_PORT:
        yield Problem(f"there is no port {port}", span, expected=FULL_ADDRESS)
    elif text[-1] in ".,;!":
        edit = Edit(Span(span.end - 1, span.end), "")
        yield Problem(
            f"the address ends in '{text[-1]}', which belongs to it", span, expected=FULL_ADDRESS,
            fixes=(Fix("remove it", (edit,)),), severity="warning",
        )  # fmt: skip


_LAST_PORT = 65_535
