"""What is certain of a request though some of its values are not said: placeholders are given, and never judged."""

from __future__ import annotations

from collections.abc import Iterable, Set

from msgspec.structs import replace

from smsc_codec.api.parameters.table import Oddity
from smsc_codec.api.text.parts import Parts

#: What a value that is not known is read as, so that it counts as given; others as saying nothing.
STAND_INS = {
    "login": b"x", "psw": b"x", "apikey": b"x", "phones": b"79990000000", "phone": b"79990000000", "mes": b"x",
    "msg": b"x", "list": b"79990000000:x", "subj": b"x", "sender": b"x", "name": b"x", "id": b"1",
    "fileurl": b"https://example.org/", "imgcode": b"1", "userip": b"192.0.2.1", "ok": b"1", "period": b"24",
    "add": b"1",
}  # fmt: skip

#: What rests on several parameters together.
_TOGETHER = frozenset(
    (
        "unused-parameter", "mail-incomplete", "mms-no-text", "prefix-flag-conflict", "recipient-channel",
        "sender-not-number", "sender-invalid", "list-zone", "freq-without-period", "attachments", "list-conflict",
        "channel-conflict", "content-conflict",
    )
)  # fmt: skip
#: What is told at a parameter and is true whatever it says.
_WHATEVER = frozenset(("unknown-parameter", "missing-parameter"))
#: What is true whatever the others say.
_CLASHES = frozenset(("channel-conflict", "content-conflict"))
#: The parameters that say what kind of message is sent.
_DECIDING = frozenset(
    (
        "flash", "bin", "push", "hlr", "ping", "mms", "mail", "soc", "viber", "whatsapp", "call", "tg", "bot", "mes",
        "list", "time", "period", "freq", "fileurl",
    )
)  # fmt: skip


def certain(
    oddities: Iterable[Oddity], parts: Parts, opaque: Set[str], *, by_name: bool
) -> tuple[Oddity, ...]:
    """The oddities that are there whatever the unknown values are.

    Of an endpoint that is known by its name only, who asks has to be said, and nothing else is known. What is
    missing where its name is misspelt is told of once, at that name.
    """
    if by_name:
        silent = parts.open or (parts.path or "").endswith("/soap.php")
        kept = [odd for odd in oddities if odd.problem.kind == "missing-parameter" and not silent]
        return tuple(kept)
    doubtful = bool(opaque & _DECIDING)
    kept = []
    for oddity in oddities:
        kind = oddity.problem.kind
        if oddity.parameter in opaque and kind not in _WHATEVER:
            continue
        if kind in _TOGETHER and doubtful and kind not in _CLASHES:
            continue
        if parts.open and kind in _OF_WHOLES:
            continue
        if oddity.parameter in _PAIRED and opaque & _PAIRED and kind == "request-parameter":
            continue
        kept.append(oddity)
    missing = {odd.parameter for odd in kept if odd.problem.kind == "missing-parameter"}
    misspelt: set[str] = set()
    for index, odd in enumerate(kept):
        meant = odd.problem.expected[0].strip("'") if odd.problem.expected else ""
        if odd.problem.kind == "unknown-parameter" and meant in missing:
            misspelt.add(meant)
            kept[index] = Oddity(odd.parameter, replace(odd.problem, severity=None))
    return tuple(
        odd for odd in kept if odd.problem.kind != "missing-parameter" or odd.parameter not in misspelt
    )


#: What more parameters could put right.
_OF_WHOLES = (_TOGETHER - _CLASHES - {"prefix-flag-conflict", "list-conflict"}) | {"missing-parameter"}
#: Two lists in the same order (STA-1).
_PAIRED = frozenset(("phone", "id"))
