"""What is told of each slip that the reader meets: what it is, what is allowed, what was probably meant.

Apart from the reader, so that reading a sound message loads none of it.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.message.channels import CHANNELS, PREFIXES
from smsc_codec.text.homoglyphs import latin
from smsc_codec.text.near import distance, nearest

# -- prefixes ------------------------------------------------------------------------------------

#: Prefixes as they are called in Russian.
_RUSSIAN = {
    "звонок": "CALL",
    "вызов": "CALL",
    "колл": "CALL",
    "вайбер": "VIBER",
    "вибер": "VIBER",
    "пинг": "PING",
}
_ALLOWED = tuple(f"'{channel.prefix}'" for channel in CHANNELS.values() if channel.prefix)


@cache
def _head() -> re.Pattern[str]:
    return compiled(
        r"(?P<lead>[\s\u200b\u2060\ufeff]*+)(?P<open>_{0,3}+)(?P<gap>(?<=__)[ \t]+)?(?P<word>[^\W\d_]{2,12}+)"
        r"(?:[ \t]+(?=__))?(?P<close>_{0,3}+)(?P<colon>[ \t]*:)?"
    )


def prefix_slip(text: str, start: int, end: int, *, after_prefix: bool) -> Problem | None:
    """What is wrong where a text begins like a prefix and is none (PFX-1 .. PFX-3); None where it does not."""
    match = _head().match(text, start, end)
    if match is None:
        return None
    opening, given, closing, colon = match.group("open", "word", "close", "colon")
    if not opening or not closing:
        return _half(text, match, end, after_prefix)
    word = (latin(given) or _RUSSIAN.get(given.casefold()) or given).upper()
    shaped = match.end("close") - match.start("open") == len(given) + 4 and opening == closing == "__"
    span = Span(match.start("open"), match.end())
    if word in PREFIXES:
        right = CHANNELS[PREFIXES[word]].prefix
        if right.endswith(":") and not colon and (given != given.upper() or not shaped):
            return None  # bold or italic text in some other markup
        if not right.endswith(":") and not colon and not shaped and given != given.upper():
            return None
        if given == word and shaped and (colon == ":" or not right.endswith(":")):
            return _misplaced(text, Span(start, match.start("open")), span, right, after_prefix)
        only_case = shaped and given.isascii() and (colon or "") == (":" if right.endswith(":") else "")
        kind = "prefix-case" if only_case else "unknown-prefix"
        message = (
            f"prefixes are written in upper case: '{match.group().strip()}' is sent as text"
            if only_case
            else f"'{match.group().strip()}' is not a prefix: it is sent as text"
        )
        return _slip(Span(start, match.end()), span, right, kind, message)
    near = nearest(word, PREFIXES, 1 if len(word) < _LONG else 2)
    capital = given == given.upper()
    alone = not text[match.end() : end].strip()
    close = near is not None and (alone or len(near) > 3) and distance(word, near) == 1
    if near and (colon or (shaped and capital and close)):
        right = CHANNELS[PREFIXES[near]].prefix
        message = f"'{match.group().strip()}' is not a prefix: it is sent as text"
        return _slip(Span(start, match.end()), span, right, "unknown-prefix", message)
    if shaped and colon and capital and given.isascii():
        return Problem(
            f"'{match.group().strip()}' is not a prefix: it is sent as text", span, "unknown-prefix", _ALLOWED
        )
    return None


#: In a shorter word two slips make another one: nobody writes `__MAIL__` for `__CALL__`.
_LONG = 5


def _half(text: str, match: re.Match[str], end: int, after_prefix: bool) -> Problem | None:
    """`__CALL:`, `CALL__: text`, `CALL: text`: a prefix without its low lines at one side or at both."""
    word, signs = match["word"], match["open"] + match["close"]
    rest = text[match.end() : end].strip()
    if word not in PREFIXES or after_prefix:
        return None
    right = CHANNELS[PREFIXES[word]].prefix
    probe = not right.endswith(":")
    # What people can call at is a number that follows: `CALL: 0800 123456`.
    said = not rest if probe else match["colon"] == ":" and rest and (signs or not re.match(r"[+(0-9]", rest))
    if not said or (not signs and probe):
        return None
    told = _slip(
        Span(match.start(), match.end()), Span(match.start("word") - len(match["open"]), match.end()), right,
        "unknown-prefix", f"'{match.group().strip()}' is not a prefix: it is sent as text",
    )  # fmt: skip
    return told if signs else replace(told, severity="warning")


def _slip(whole: Span, span: Span, right: str, kind: str, message: str) -> Problem:
    """A prefix in another form. Its fix is unsafe: another channel reaches and costs otherwise."""
    return Problem(
        message,
        span,
        kind,
        _ALLOWED,
        fixes=(Fix(f"write '{right}'", (Edit(whole, right),)),),
        notes=(f"did you mean '{right}'?",),
    )


def _misplaced(text: str, lead: Span, span: Span, right: str, after_prefix: bool) -> Problem:
    """A prefix that is right, but behind another one, or behind white space."""
    fixes: tuple[Fix, ...] = ()
    if not after_prefix:
        edit = Edit(Span(lead.start, span.start), "")
        fixes = (Fix("start with the prefix", (edit,)),)
    return Problem(
        "only one prefix is allowed: this one is sent as text"
        if after_prefix
        else "whitespace before the prefix turns it into text",
        span,
        "prefix-not-at-start",
        (f"'{right}' at the very start",),
        fixes=fixes,
    )


def text_after_probe(text: str, span: Span, prefix: str) -> Problem:
    """What follows `__PING__` or `__HLR__`, which stand in place of the text (PFX-3, HLR-1)."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Problem(
        f"text after '{prefix}' is never sent",
        Span(start, start + len(words.strip())),
        "text-after-probe",
        ("no text, or a comment",),
        fixes=(Fix("remove the text", (Edit(span, ""),)),),
    )


# -- files ---------------------------------------------------------------------------------------

_ATTRIBUTES = ("'width=n'", "'height=n' in whole pixels, each at most once")


def attribute(piece: str, span: Span, given: tuple[str, ...]) -> Problem:
    """An attribute that a file does not have, or a size that is no whole number (FIL-2)."""
    name, _, value = piece.partition("=")
    if name in given:
        return Problem(f"'{name}' is given twice", span, "file-attribute", _ATTRIBUTES)
    if name in ("width", "height"):
        number = re.match(r"[\"']?([0-9]{1,9})(?:px)?[\"']?\Z", value)
        mended = f"{name}={number[1]}" if number else ""
        return Problem(
            f"'{value}' is not a whole number of pixels" if value else f"'{name}' has no value",
            span,
            "file-attribute",
            _ATTRIBUTES,
            fixes=(Fix(f"write '{mended}'", (Edit(span, mended),), safe=True),) if mended else (),
        )
    meant = nearest(name, ("width", "height"))
    fixes: tuple[Fix, ...] = ()
    if meant and meant not in given and re.fullmatch("[0-9]{1,9}", value):
        sure = name.lower() == meant
        fixes = (Fix(f"write '{meant}={value}'", (Edit(span, f"{meant}={value}"),), safe=sure),)
    return Problem(
        f"'{piece}' is not a file attribute",
        span,
        "file-attribute",
        _ATTRIBUTES,
        fixes=fixes,
        notes=(f"did you mean '{meant}='?",) if meant else (),
    )


# -- buttons -------------------------------------------------------------------------------------


@cache
def _domain() -> re.Pattern[str]:
    return compiled(
        r"(?i)(?://)?(?P<rest>(?:[\w-]{1,63}\.){1,9}[^\W\d_]{2,24}(?::[0-9]{1,5})?(?:[/?#][^\s<>{},]*)?)"
    )


def not_an_address(url: str, span: Span) -> Problem:
    """A button that opens neither a full http(s) address nor a call (VIB-1)."""
    made = _full_address(url)
    return Problem(
        f"'{url}' is not a full address" if url else "the button has no address",
        span,
        "button-url-not-full",
        ("a full address such as 'https://example.com'", "'tel:' and a number such as 'tel:79990000000'"),
        fixes=(Fix(f"write '{made}'", (Edit(span, made),)),) if made else (),
    )


@cache
def _scheme() -> re.Pattern[str]:
    return compiled(r"(?i)(?P<scheme>[a-z]{2,9})(?:[ \t]*[:;.]?[ \t]*/{1,3}|:)[ \t]*(?P<rest>\S.*)")


def _full_address(written: str) -> str:
    """What a button was meant to open: a full address, or a call; "" where that is not known."""
    from smsc_codec.payloads.phones import international

    number = international(written)
    if number is not None and len(number) >= 11:
        return f"tel:{number}"
    url = re.sub(r"(?<=\S)[ \t]+(?=\S)", "%20", written.strip(" \t'\"«»“”`"))
    bare = _domain().fullmatch(url)
    if bare:
        return f"https://{bare['rest']}"
    found = _scheme().fullmatch(url)
    near = nearest(found["scheme"], ("http", "https"), 1) if found else None
    bare = _domain().fullmatch(found["rest"]) if found else None
    return f"{near}://{bare['rest']}" if near and bare else ""


def button_mixed_up(match: re.Match[str], span: Span, url: str, text: str, told: str) -> Problem:
    """A button whose address and text are there, but not as they are divided (VIB-1)."""
    made = f"{{button,{url},{text}}}"
    return Problem(
        told,
        span,
        "button-macro-typo",
        ("'{button,address,text}'",),
        fixes=(Fix(f"write '{made}'", (Edit(Span(*match.span()), made),)),),
    )


def not_a_number(url: str, span: Span) -> Problem:
    """A button that calls what is no number in international form (VIB-1)."""
    from smsc_codec.payloads.phones import international

    number = url[4:].strip()
    meant = international(number)
    made = f"tel:{meant}"
    told = f"'{number}' is not a phone number in international form"
    if not number:
        told = "missing number after 'tel:'"
    elif meant == number:
        told = f"'{url}' is not in the exact form"
    return Problem(
        told,
        span,
        "button-tel-invalid",
        ("'tel:' and digits in international form, such as 'tel:79990000000'",),
        fixes=(Fix(f"write '{made}'", (Edit(span, made),), safe=True),) if meant else (),
    )
