"""IVR212 .. IVR215, IVR218, IVR219: text messages, variables and handlers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Severity, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.addresses import FULL_ADDRESS, host_and_port, is_host, is_port, out_of_reach
from smsc_codec.payloads.menu.context import DOUBTFUL, MenuContext
from smsc_codec.payloads.menu.model import Call, Sms, Url
from smsc_codec.payloads.quoted import quoted_sender
from smsc_codec.rules import Ruleset
from smsc_codec.text.homoglyphs import find_mixed_words
from smsc_codec.text.near import nearest

RULES = Ruleset()


@RULES.rule("IVR212", "sms-fields", "error", fix="sometimes safe", about=("sms-fields",))
def sms_fields(menu: MenuContext) -> Iterator[Problem]:
    """An SMS has no number, sender or text.

    It has all three, with commas between them (IVR-8); commas in the text are its own.

    Bad::

        Hello!

        {menu: Press 3 for our address by SMS.
        3: sms:$phone,Our address: 1 Main St}

    Good::

        Hello!

        {menu: Press 3 for our address by SMS.
        3: sms:$phone,Shop,Our address: 1 Main St}

    Fix: safe where only the separators are wrong; unsafe where a field is put in.
    Since: 0.1
    """
    yield from menu.problems("sms-fields")


#: PAR-5: the longest sender's name, and the longest number as a sender.
_LONGEST_NAME, _LONGEST_NUMBER = 11, 15


@RULES.rule("IVR213", "sms-sender-invalid", "error", fix="sometimes safe", about=(Sms,))
def sms_sender_invalid(menu: MenuContext) -> Iterator[Problem]:
    """The sender of an SMS is too long or has characters that are not allowed.

    A sender is up to 11 Latin letters, digits, spaces and symbols, or a number of up to 15 digits (PAR-5).

    Bad::

        Hello!

        {menu: Press 3 for our address by SMS.
        3: sms:$phone,MyVeryLongShop,Our address: 1 Main St}

    Good::

        Hello!

        {menu: Press 3 for our address by SMS.
        3: sms:$phone,MyShop,Our address: 1 Main St}

    Fix: safe where Cyrillic letters only look like Latin ones.
    Since: 0.1
    """
    for number, action in menu.actions(Sms):
        if not action.sender or not action.text:
            continue  # with a part missing, which one it is is anybody's guess
        sender = action.sender
        odd = [c for c in sender if not " " <= c <= "~"]
        if not odd and sender[-1].isalnum() and _fits(sender):
            continue
        span = menu.item_span(number, "action", "sender")
        if not sender[-1].isalnum() and (quoted := quoted_sender(sender, span)):
            yield quoted
        elif odd:
            from smsc_codec.text.homoglyphs import latin

            clean = latin(sender)
            fixes: tuple[Fix, ...] = ()
            if clean and _fits(clean):
                fixes = (Fix(f"write '{clean}' in Latin letters", (Edit(span, clean),), safe=True),)
            shown = ", ".join(f"'{c}' (U+{ord(c):04X})" for c in list(dict.fromkeys(odd))[:5])
            yield Problem(
                f"sender '{sender}' contains {shown}",
                span,
                expected=("Latin letters, digits, spaces and ASCII symbols",),
                fixes=fixes,
            )
        elif not _fits(sender):
            yield Problem(
                f"sender '{sender}' is too long: {len(sender)} characters",
                span,
                expected=(f"up to {_LONGEST_NAME} characters, or up to {_LONGEST_NUMBER} digits",),
            )


def _fits(sender: str) -> bool:
    number = sender.removeprefix("+")
    return len(sender) <= _LONGEST_NAME or (number.isdigit() and len(number) <= _LONGEST_NUMBER)


@RULES.rule("IVR214", "unknown-variable", "error", fix="sometimes safe", about=("$",))
def unknown_variable(menu: MenuContext) -> Iterator[Problem]:
    """A `$...` is not `$phone`, which is the only variable.

    `$phone` stands for the caller's number (IVR-8). Anything else is sent as it is written, or dialled. A dollar
    sign before a digit or a space is money.

    Bad::

        Hello!

        {menu: Press 3 for a call back.
        3: sms:79990000000,Shop,Call $number back}

    Good::

        Hello!

        {menu: Press 3 for a call back.
        3: sms:79990000000,Shop,Call $phone back}

    Fix: safe for another case and braces, unsafe for a slip of one or two letters, in an SMS.
    Since: 0.1
    """
    for number, call in menu.actions(Call):
        for index, phone in enumerate(call.phones):
            if phone[0] == "$" and phone != "$phone":
                yield _unknown(menu, menu.item_span(number, "action", "phones", index), fixable=False)
    for number, sms in menu.actions(Sms):
        if sms.phone[:1] == "$" and sms.phone != "$phone":
            yield _unknown(menu, menu.item_span(number, "action", "phone"), fixable=True)
        if "$" in sms.text and set(_VARIABLE.findall(sms.text)) - {"$phone"}:
            text = menu.item_span(number, "action", "text")
            for match in _VARIABLE.finditer(menu.source, text.start, text.end):
                if match.group() != "$phone":
                    yield _unknown(menu, Span(*match.span()), fixable=True)


_VARIABLE = regex(r"\$(?:\{[^{}\s]{0,40}\}|[A-Za-z_][A-Za-z0-9_]*)")


def _unknown(menu: MenuContext, span: Span, *, fixable: bool) -> Problem:
    variable = menu.words(span)
    name = variable.strip("${}")
    sure = name.casefold() == "phone"
    near = sure or nearest(name, ("phone",)) is not None
    return Problem(
        f"unknown variable '{variable}'",
        span,
        expected=("'$phone', the caller's number",),
        notes=("did you mean '$phone'?",) if near else (),
        fixes=(Fix("write '$phone'", (Edit(span, "$phone"),), safe=sure),) if near and fixable else (),
    )


@RULES.rule("IVR215", "variable-outside-sms", "warning", about=("$",))
def variable_outside_sms(menu: MenuContext) -> Iterator[Problem]:
    """`$phone` is used where the documentation does not mention it.

    It is replaced in the number and the text of an SMS (IVR-8). Elsewhere the caller may hear it letter by letter,
    or a handler may be given the bare word.

    Bad::

        Hello!

        {menu: Press 2 to hear your number.
        2: Your number is $phone}

    Good::

        Hello!

        {menu: Press 2 to get your number by SMS.
        2: sms:$phone,Shop,Your number is $phone}

    Fix: none.
    Since: 0.1
    """
    sent = [part for _, sms in menu.actions(Sms) for part in (sms.phone, sms.text) if "$" in part]
    if len(_PHONE_VARIABLE.findall(menu.source)) == sum(len(_PHONE_VARIABLE.findall(part)) for part in sent):
        return
    places = [(text.span, "in a spoken text") for text in menu.texts.values() if "$" in text.words]
    for number, sms in menu.actions(Sms):
        if "$" in sms.sender:
            places.append((menu.item_span(number, "action", "sender"), "as a sender"))
    places += [(menu.item_span(number, "action"), "in a call") for number, _ in menu.actions(Call)]
    places += [(menu.item_span(number, "action"), "in an address") for number, _ in menu.actions(Url)]
    for span, where in places:
        for match in _PHONE_VARIABLE.finditer(menu.source, span.start, span.end):
            yield Problem(
                f"'{match.group()}' {where} may not work: it is documented only for the number and text of an SMS",
                Span(*match.span()),
            )


_PHONE_VARIABLE = regex(r"(?i)\$(?:\{phone\}|phone(?![a-z0-9_]))")


@RULES.rule(
    "IVR218",
    "url-invalid",
    "error",
    fix="unsafe",
    about=(
        Url,
        DOUBTFUL,
    ),
)
def url_invalid(menu: MenuContext) -> Iterator[Problem]:
    """A handler is not a full http(s) address.

    The command is the address itself (IVR-6): what does not begin with `http://` or `https://` and a host is
    spoken instead of called. The bare word `url` is the placeholder of the page's own example, so it is a warning.

    Bad::

        Hello!

        {menu: Press 5 to order.
        5: www.example.com/ivr}

    Good::

        Hello!

        {menu: Press 5 to order.
        5: https://www.example.com/ivr}

    Fix: unsafe: writes the address that was probably meant, which is then called.
    Since: 0.1
    """
    for spoken in menu.doubtful:
        if _may_be_address(spoken.words):
            colon = menu.source.index(":", menu.item_span(spoken.number, "key").end)
            yield from _spoken_address(spoken.written, spoken.span, colon + 1)
    for number, action in menu.actions(Url):
        text, span = action.address, menu.item_span(number, "action")
        if text is None:
            yield Problem(
                "'url' is a placeholder from the documentation: no handler is called",
                span,
                expected=FULL_ADDRESS,
                severity="warning",
            )
        elif not text.isascii() and (mixed := find_mixed_words(text)):
            word = mixed[0]
            place = Span(span.start + word.start, span.start + word.end)
            fix = Fix(f"write '{word.fixed}' in one alphabet", (Edit(place, word.fixed),))
            yield Problem(
                f"'{word.word}' mixes Latin and Cyrillic letters",
                place,
                expected=(f"'{word.fixed}'",),
                fixes=(fix,),
            )
        elif not is_host(host_and_port(text)[0]):
            yield Problem(f"'{text}' has no host name", span, expected=FULL_ADDRESS)
        elif not is_port(host_and_port(text)[1]):
            yield Problem(f"'{text}' has a port that is not a number", span, expected=FULL_ADDRESS)
        else:
            yield from out_of_reach(text, span)


_PREFIXED = regex(r"(?i)url[ \t]*(?:[:=][ \t]*(?P<rest>.*)|[ \t](?P<only>\S+)\Z)")
_WITH_SCHEME = regex(r"(?P<scheme>[A-Za-z]{3,6})(?:[:;]?[/\\]{2,3}|[:;](?:[/\\]|(?=\S)))(?P<rest>.*)")
_BARE = regex(r"(?P<domain>(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24})(?P<path>(?::[0-9]{1,5})?[/?]\S*)?\Z")


def _may_be_address(text: str) -> bool:
    """Whether a text is one word, or begins as addresses do."""
    return text[:3].lower() in ("url", "htt") or not (" " in text or "\n" in text)


def _spoken_address(text: str, span: Span, after_key: int) -> Iterator[Problem]:
    """What is wrong with an item's text that was meant as an address, if it was."""
    named = _PREFIXED.match(text) if text[:3].lower() == "url" else None
    if named:
        rest = named["rest"] if named["rest"] is not None else named["only"]
        meant = _meant(rest)
        if meant or named["rest"] is not None:
            yield _no_address(span, "an address needs no 'url' in front of it", meant)
        return
    if " " in text or "\n" in text:
        match = _WITH_SCHEME.match(text)
        if match and match["scheme"].lower() in ("http", "https"):
            yield _no_address(span, "an address among other words is read aloud, not called", None, "warning")
        return
    meant = _meant(text)
    bare = meant == "https://" + text and "/" not in text and not text.startswith("www.")
    if meant == text:
        problem = _no_address(span, "an address on its own line is read aloud, not called", None)
        fix = Fix("move it to the line of its key", (Edit(Span(after_key, span.start), " "),))
        yield replace(problem, expected=("the address on the same line as its key",), fixes=(fix,))
    elif meant and meant.lower() == text.lower():
        yield _no_address(span, "'http' and 'https' must be in lower case", meant)
    elif meant:
        yield _no_address(
            span, f"'{text}' would be read aloud, not called", meant, "warning" if bare else None
        )
    elif text[:1] == "/" or "://" in text[:9]:
        yield _no_address(span, f"'{text}' is not an http(s) address: it would be read aloud", None)


def _meant(text: str) -> str | None:
    """The address that a text was probably meant to be."""
    if not any(sign in text for sign in "./\\"):
        return None
    match = _WITH_SCHEME.match(text)
    if match:
        scheme = nearest(match["scheme"], ("http", "https"), 1)
        made = f"{scheme}://{match['rest'].replace(chr(92), '/').lstrip('/')}" if scheme else ""
    elif text.startswith("//"):
        made = f"https:{text}"
    else:
        made = f"https://{text}" if _BARE.match(text) else ""
    if not made or re.search(r"[\s}>]", made):
        return None
    host, port = host_and_port(made)
    return made if is_host(host) and is_port(port) else None


def _no_address(span: Span, message: str, meant: str | None, severity: Severity | None = None) -> Problem:
    fixes = (Fix(f"write '{meant}'", (Edit(span, meant),)),) if meant else ()
    return Problem(message, span, expected=FULL_ADDRESS, fixes=fixes, severity=severity)


@RULES.rule(
    "IVR219",
    "url-plain-http",
    "info",
    profile="pedantic",
    fix="unsafe",
    about=(
        Url,
        DOUBTFUL,
    ),
)
def url_plain_http(menu: MenuContext) -> Iterator[Problem]:
    """A handler is called over unencrypted http.

    The handler is told the caller's item and time in the menu (IVR-6); over http anybody on the way can read it.

    Bad::

        Hello!

        {menu: Press 5 to order.
        5: http://example.com/ivr}

    Good::

        Hello!

        {menu: Press 5 to order.
        5: https://example.com/ivr}

    Fix: unsafe: writes `https`, which the handler must offer.
    Since: 0.1
    """
    for number, action in menu.actions(Url):
        if action.address and action.address.startswith("http://"):
            span = menu.item_span(number, "action")
            scheme = Span(span.start, span.start + len("http"))
            yield _unencrypted(span, (Fix("write 'https'", (Edit(scheme, "https"),)),))
    for spoken in menu.doubtful:  # an address with a slip in it, which IVR218 mends
        text = spoken.written
        if " " not in text and (_meant(text) or "").startswith("http://"):
            yield _unencrypted(spoken.span, ())


def _unencrypted(span: Span, fixes: tuple[Fix, ...]) -> Problem:
    return Problem(
        "this handler is called over unencrypted http", span, expected=("'https://...'",), fixes=fixes
    )
