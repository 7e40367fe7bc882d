"""A request as text: an address, a `curl` command, an HTTP message; secrets only where they are asked for."""

from __future__ import annotations

import re
import shlex

from smsc_codec.api.access import Access, Login
from smsc_codec.api.building import Request, build_request
from smsc_codec.api.text.read import Asked
from smsc_codec.diagnostics import BuildError

HOST = "https://smscentre.com"
#: What stands where nobody may see what is said.
HIDDEN = Login("LOGIN", "PASSWORD")


def to_address(asked: Asked, access: Access = HIDDEN, host: str = HOST) -> str:
    """The address that asks it. Raises BuildError, for files too: they need a POST."""
    if not isinstance(asked, Asked):
        raise BuildError("", f"expected Asked, got {type(asked).__name__}")
    request = build_request(asked.operation, access, fmt=asked.fmt, charset=asked.charset, method="GET")
    return base_address(host) + request.target


def to_curl(request: Request, host: str = HOST) -> str:
    """The command that sends a request. Raises BuildError for a body that is no text."""
    words = ["curl", base_address(host) + request.target]
    for name, value in request.headers:
        if value != "application/x-www-form-urlencoded":  # curl says so by itself
            words += ["-H", f"{name}: {value}"]
    if request.body:
        try:
            words += ["--data-binary", request.body.decode("ascii")]
        except UnicodeDecodeError:
            raise BuildError("files", "cannot be shown as a command; ask for the HTTP message") from None
    return " ".join(map(shlex.quote, words))


def to_http(request: Request, host: str = HOST) -> bytes:
    """The octets that a client sends for a request (RFC 9112)."""
    base = base_address(host)
    lines = [f"{request.method} {request.target} HTTP/1.1", f"Host: {base.partition('://')[2]}"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    if request.method == "POST":
        lines.append(f"Content-Length: {len(request.body)}")
    return "\r\n".join([*lines, "", ""]).encode() + request.body


def base_address(host: str) -> str:
    """The address of a host, without a slash at its end. Raises BuildError for what is none."""
    match = re.fullmatch(r"https?://(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,254})(?::([0-9]{1,5}))?/?", host)
    if match is None or not _is_host(match[1]) or not 0 < int(match[2] or 1) < 65536:
        raise BuildError("host", "an http(s) address without a path, such as https://smscentre.com")
    return host.rstrip("/")


def _is_host(name: str) -> bool:
    """Whether it is an IP address, or a name with no label empty, too long or of odd form (RFC 1123)."""
    from ipaddress import ip_address

    last = name.removesuffix(".").rpartition(".")[2]
    if name[0] == "[" or last.isdigit():
        try:
            return ip_address(name.strip("[]")).version == (6 if name[0] == "[" else 4)
        except ValueError:
            return False
    labels = name.removesuffix(".").split(".")
    return len(name) <= 253 and all(
        label and len(label) < 64 and label.strip("-") == label for label in labels
    )
