"""Addresses: whether one is the service's, and what it says."""

from __future__ import annotations

import re

from smsc_codec.api.hosts import DOMAINS
from smsc_codec.api.received import PATHS
from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.parts import Given, Parts, pairs, with_placeholders
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled

#: What else the service has. It is known by its name; what its parameters mean is not looked at.
NAMED = (
    "wait_call", "get", "info", "senders", "jobs", "phones", "users", "documents", "tinyurls", "receive_phones",
    "get_mnp", "soap",
)  # fmt: skip
ENDPOINTS = (*PATHS, *(f"/sys/{name}.php" for name in NAMED))
_SERVICE = compiled(rf"(?i)(?:[\w-]+\.)*(?:{'|'.join(map(re.escape, DOMAINS))})\.?(?::[0-9]*)?")
#: Names that tell a request to the service from one to another, and those that many have.
OWN = frozenset(("psw", "phones", "mes", "apikey"))
COMMON = OWN | {
    "login",
    "password",
    "list",
    "sender",
    "charset",
    "fmt",
    "phone",
    "cost",
    "translit",
    "text",
}

_ADDRESS = compiled(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<host>[^/?#]*))?(?P<path>[^?#]*)(?P<query>\?.*)?", re.DOTALL
)
_BARE_HOST = compiled(rf"{_SERVICE.pattern}(?=/)")


def address(word: Mapped, parts: Parts, *, cuts: bool = True) -> None:
    """What an address says: scheme, host, path, and the parameters of its query.

    What stands behind a `#` is taken as it was meant, and told of. `cuts` is false where no `#` cuts.
    """
    word = with_placeholders(word)
    # Signs inside of a placeholder part nothing; neither do their own.
    bare = _covered(word)
    match = _ADDRESS.match(bare)
    assert match is not None
    parts.address = word.part(0, match.end("path"))
    parts.scheme, parts.host = (match["scheme"] or "").lower(), word.text[slice(*match.span("host"))]
    parts.path = word.text[slice(*match.span("path"))]
    start = match.start("path")
    if match["host"] is None and (
        found := _BARE_HOST.match(bare)
    ):  # as curl takes it: `smsc.ru/sys/send.php`
        parts.scheme, parts.host, start = "http", found.group(), found.end()
        parts.path = word.text[start : match.end("path")]
    user = parts.host.rpartition("@")[0]
    if user:  # `https://login:password@host/`
        begin = match.start("host")
        parts.hidden.append(word.span(Span(begin, begin + len(user))))
        parts.host = parts.host.rpartition("@")[2]
    behind = match.end("path")
    unmarked = _NO_MARK.search(bare, match.start("path"), behind) if not match["query"] else None
    if unmarked:
        parts.problems.append(_no_mark(word, unmarked))
        behind = unmarked.start("sign")
        parts.address = word.part(0, behind)
        parts.path = word.text[start:behind]
    holes = word.part(start, behind).holes
    if holes:
        # Only what stands behind the last placeholder of a path is known of it.
        parts.path = word.text[start + max(hole.end for hole in holes) : behind]
        parts.host = ""
    if match["query"] or unmarked:
        begin = unmarked.end("sign") if unmarked else match.start("query") + 1
        query = word.part(begin, len(word.text))
        signs = [m.start() for m in _CUT.finditer(query.text) if not query.in_hole(m.start())]
        if signs and cuts:
            parts.problems.append(_cut(query, signs))
        pairs(query, parts, in_body=False)
        parts.end = query.part(len(query.text), len(query.text))
    else:
        parts.end = word.part(match.end("path"), match.end("path"))


#: An endpoint and its parameters without the `?` that belongs between them.
_NO_MARK = compiled(r"\.php(?P<sign>[&;/]|%3[fF]|)(?=[A-Za-z]\w{1,19}=[^/]*\Z)")


def _no_mark(word: Mapped, match: re.Match[str]) -> Problem:
    span = Span(*match.span("sign"))
    edit = word.edit(Edit(span, "?"))
    return Problem(
        "missing '?' before the parameters: all of them are taken for a part of the path",
        word.span(span),
        "request-syntax",
        ("'?'",),
        fixes=(Fix("write '?'", (edit,)),) if edit else (),
    )


def _covered(word: Mapped) -> str:
    """The text with letters in place of its holes."""
    text = word.text
    pieces, at = [], 0
    for hole in word.holes:
        pieces += [text[at : hole.start], "x" * (hole.end - hole.start)]
        at = hole.end
    return "".join([*pieces, text[at:]])


_NAME = compiled(r"(?<![^&])(\w{1,40})=")
#: What cuts an address off; of the `#` in an `&` that was written for HTML is told elsewhere.
_CUT = compiled(r"(?<!&)#|#(?!38;|x26;)")


def _cut(query: Mapped, signs: list[int]) -> Problem:
    """A `#` in an address: what stands behind it is for browsers, and is never sent."""
    at = signs[0]
    edits = [query.edit(Edit(Span(sign, sign + 1), "%23")) for sign in signs]
    rest = query.text[at:]
    code = compiled(r"(?<=&)#(?:[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6});").match(query.text, at)
    if code:
        from html import unescape

        whole = f"&{code.group()}"
        told = f"'{whole}' is an HTML code: the address ends at its '#'"
        return Problem(
            told, query.span(Span(at - 1, code.end())), "html-escaped", (f"'{unescape(whole)}', urlencoded",)
        )
    known = re.search(r"&(\w+)=", rest)
    lost = f", and '{known[1][:40]}' is lost with it" if known else ""
    behind, before = set(_NAME.findall(rest)), set(_NAME.findall(query.text, 0, at))
    # What is said twice would count as it is said last: somebody else would get it, or something else.
    safe = known is not None and not behind & before
    fix = Fix("write '%23'", tuple(edit for edit in edits if edit), safe=safe)
    return Problem(
        f"everything after '#' in an address is not sent{lost}",
        query.span(Span(at, at + 1)),
        "fragment",
        ("'%23'",),
        fixes=(fix,) if None not in edits else (),
    )


def is_service(host: str) -> bool:
    """Whether a host is the service's (REQ-1, BEY-3)."""
    return bool(_SERVICE.fullmatch(host))


def is_ours(parts: Parts) -> bool:
    """Whether a request is one to the service.

    That is one to a host of the service; one to any other host (of a proxy, of a test) at a path that the service
    has; and one whose address is put in by something else, with parameters that only the service has.
    """
    names = {given.name for given in parts.given}
    path = parts.path
    if path is None:
        return len(names & OWN) > 0 and len(names & COMMON) > 1
    known = path in ENDPOINTS
    if is_service(parts.host):
        return path.startswith(("/sys/", "/rest/")) or bool(names & OWN)
    if parts.address is not None and parts.address.holes and not parts.host:
        if known or path.rpartition("/")[2] in _SCRIPTS:
            return known or bool(names & COMMON)
        return path.strip("/") in ("", "sys") and "psw" in names and len(names & OWN) > 1
    return (known and (not parts.host or bool(names) or parts.open)) or (
        path.startswith("/sys/") and len(names & OWN) > 1
    )


_SCRIPTS = frozenset(path.rpartition("/")[2] for path in ENDPOINTS if path.endswith(".php"))


def endpoint(parts: Parts) -> str | None:
    """The endpoint's name as far as a path tells; None where there is no such path, "" where the path is not known."""
    path = parts.path
    if path is None:
        return _by_parameters(parts.given)
    if path in PATHS:
        return PATHS[path]
    if parts.address is not None and parts.address.holes and not parts.host:
        name = path.rpartition("/")[2]
        if name in _SCRIPTS:
            return PATHS.get(f"/sys/{name}", "")
        return _by_parameters(parts.given)
    return "" if path in ENDPOINTS else None


def _by_parameters(given: list[Given]) -> str:
    """The endpoint of a body, whose address is not seen: by the parameters that only one has."""
    names = {one.name for one in given}
    if names & {"add", "chg", "del", "get"} and not names & {"phones", "mes", "phone"}:
        return "op_templates" if "sender" in names and "name" not in names else "templates"
    if "phone" in names and "phones" not in names and not names & {"mes", "message", "text", "msg"}:
        return "status"
    return "send"
