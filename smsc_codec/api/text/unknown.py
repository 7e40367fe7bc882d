"""What is certain of a request though some of its values are not said: placeholders are given, and never judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from msgspec.structs import replace

from smsc_codec.api.parameters.table import Oddity
from smsc_codec.api.text.parts import Parts
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.lazy import compiled

#: What a value that is not known is read as, so that it counts as given; others as saying nothing.
STAND_INS = {
    "login": b"x", "psw": b"x", "apikey": b"x", "phones": b"79990000000", "phone": b"79990000000", "mes": b"x",
    "msg": b"x", "list": b"79990000000:x", "subj": b"x", "sender": b"x", "name": b"x", "id": b"1",
    "fileurl": b"https://example.org/", "imgcode": b"1", "userip": b"192.0.2.1", "ok": b"1", "period": b"24",
    "freq": b"60", "voice": b"m", "param": b"20,10,3", "add": b"1",
}  # fmt: skip

#: What is told at a parameter and is true whatever it says, other than nothing.
_WHATEVER = frozenset(("unknown-parameter", "missing-parameter", "unused-parameter", "freq-without-period"))
#: The parameters that say how a message goes.
_WAYS = frozenset(
    ("flash", "bin", "push", "hlr", "ping", "mms", "mail", "soc", "viber", "whatsapp", "call", "tg", "bot")
)
#: Ways of which nothing says who can be a sender.
_OF_OTHERS = frozenset(("whatsapp", "tg", "bot"))
#: A text may begin with a prefix that says it (PFX-1), where no flag does.
_PREFIXED = _WAYS | {"mes", "list"}
#: What rests on several parameters together, and on which: it is certain only where all of them are known.
_TOGETHER: dict[str, frozenset[str]] = {
    "unused-parameter": _PREFIXED, "mail-incomplete": _WAYS | {"list"}, "mms-no-text": _WAYS,
    "prefix-flag-conflict": _PREFIXED, "recipient-channel": _WAYS, "sender-not-number": _PREFIXED,
    "sender-invalid": _WAYS, "list-zone": frozenset(("list", "time")), "freq-without-period": frozenset(),
    "attachments": _PREFIXED | {"fileurl"}, "list-conflict": _PREFIXED,
}  # fmt: skip
#: The same of one parameter, where less decides.
_OF_ONE: dict[tuple[str, str], frozenset[str]] = {
    ("unused-parameter", "subj"): _WAYS, ("unused-parameter", "nl"): frozenset(("list",)),
    ("unused-parameter", "maxsms"): frozenset(), ("missing-parameter", "mes"): _WAYS,
}  # fmt: skip


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
    kept = []
    oddities = tuple(oddities)
    odd_probe = any(
        odd.parameter in ("hlr", "ping") and odd.problem.kind == "request-parameter" for odd in oddities
    )
    for oddity in oddities:
        kind = oddity.problem.kind
        if oddity.parameter in opaque and kind not in _WHATEVER:
            continue
        if kind == "missing-parameter" and oddity.parameter == "mes" and odd_probe:
            continue  # a probe needs none
        if kind == "sender-invalid" and not (_may_be_address(parts) or opaque & _OF_OTHERS):
            kept.append(oddity)
            continue
        if opaque & _OF_ONE.get((kind, oddity.parameter), _TOGETHER.get(kind, frozenset())):
            continue
        if parts.open and kind in _OF_WHOLES:
            continue
        if oddity.parameter in _PAIRED and opaque & _PAIRED and kind == "request-parameter":
            continue
        kept.append(oddity)
    named = [given for given in parts.given if given.name == "list"]
    if named and not any(given.value.text for given in named):
        kept = [_no_messages(odd) if odd.problem.kind == "missing-parameter" else odd for odd in kept]
        kept = [odd for at, odd in enumerate(kept) if odd.parameter != "list" or odd not in kept[:at]]
    missing = {odd.parameter for odd in kept if odd.problem.kind == "missing-parameter"}
    misspelt: set[str] = set()
    nothing = {
        one.name for one in parts.given if one.value.span() == Span(one.at.span().end, one.at.span().end)
    }
    for index, odd in enumerate(kept):
        glued = _glued(odd, missing) if odd.parameter in nothing else None
        if glued:
            misspelt.add(glued)
            told = f"missing '=' after '{glued}'"
            kept[index] = Oddity(
                odd.parameter, Problem(told, odd.problem.span, "missing-equals", (f"'{glued}='",))
            )
            continue
        meant = odd.problem.expected[0].strip("'") if odd.problem.expected else ""
        if odd.problem.kind == "unknown-parameter" and meant in missing:
            misspelt.add(meant)
            kept[index] = Oddity(odd.parameter, replace(odd.problem, severity=None))
    return tuple(
        odd for odd in kept if odd.problem.kind != "missing-parameter" or odd.parameter not in misspelt
    )


def _may_be_address(parts: Parts) -> bool:
    """Whether the sender is right for an e-mail, and wrong for all else (PAR-5)."""
    said = [one.value.text for one in parts.given if one.name == "sender"]
    return any("@" in text or "%40" in text for text in said)


def _glued(odd: Oddity, missing: Set[str]) -> str | None:
    """The parameter whose value follows its name with no sign between them: `phones79990000000`."""
    if odd.problem.kind != "unknown-parameter":
        return None
    return next(
        (
            name
            for name in missing
            if _GLUED.fullmatch(odd.parameter.removeprefix(name)) and odd.parameter.startswith(name)
        ),
        None,
    )


#: What begins no other name.
_GLUED = compiled(r"[^A-Za-z_=\[].*", re.DOTALL)


def _no_messages(odd: Oddity) -> Oddity:
    """An empty `list` is one slip: neither recipients nor a text are missing beside it (REQ-4)."""
    if odd.parameter not in ("phones", "mes"):
        return odd
    return Oddity("list", replace(odd.problem, message="the list has no messages", expected=(_LINE,)))


_LINE = "a line such as 79990000000:text"
#: What more parameters could put right.
_OF_WHOLES = (_TOGETHER.keys() - {"prefix-flag-conflict", "list-conflict"}) | {"missing-parameter"}
#: Two lists in the same order (STA-1).
_PAIRED = frozenset(("phone", "id"))
