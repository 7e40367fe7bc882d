"""One macro of a text: found, read, and told of where its fields are wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.codec import Path
from smsc_codec.payloads.files import Remote, Stored, Uploaded
from smsc_codec.payloads.files import write as write_file
from smsc_codec.payloads.message.model import Button, NoUnsub, Part, VoiceMenu

#: VIB-1: the longest text of a button, in characters.
MAX_LABEL = 30
#: The places of a part's fields (path below the part, start, end).
Places = list[tuple[Path, int, int]]


@cache
def pattern() -> re.Pattern[str]:
    """One macro, with the fields of each kind as groups."""
    from smsc_codec.grammar.compiled.macro import TABLES

    assert TABLES.pattern is not None
    return compiled(TABLES.pattern)


@cache
def terminal(name: str) -> re.Pattern[str]:
    """What a field of a macro may say, by the grammar's name of it."""
    from smsc_codec.grammar.compiled.macro import TABLES

    return compiled(TABLES.terminals[name])


def _written() -> Mapping[str, str]:
    from smsc_codec.grammar.compiled.macro import TABLES

    return TABLES.written


def found(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The macros of a text, in order. A text without brackets is not searched."""
    if text.find("{", start, end) < 0 and text.find("<", start, end) < 0:
        return iter(())
    return pattern().finditer(text, start, end)


def read(match: re.Match[str]) -> tuple[Part, Places, list[Problem]]:
    """The value of a macro, the places of its fields, and what is wrong with it."""
    kind = match.lastgroup
    if kind == "MENU":
        return VoiceMenu(match.group()), [], []
    if kind == "NO_UNSUB":
        return NoUnsub(), [], _spelling(match, _written()["NO_UNSUB"], "no-unsub-typo")
    return _file(match) if match.group()[1:5].lower() == "file" else _button(match)


def write(part: Part) -> str:
    """The text of a macro."""
    written = _written()
    match part:
        case Button(url, text, spaced):
            space = " " if spaced else ""
            return f"{written['_BUTTON']}{space}{url}{written['_COMMA']}{space}{text}{written['_CLOSE']}"
        case NoUnsub():
            return written["NO_UNSUB"]
        case VoiceMenu(source):
            return source
        case _:
            return write_file(part)


def _spelling(match: re.Match[str], exact: str, kind: str) -> list[Problem]:
    """A macro's name in another case, or with blanks: the page has one way to write it."""
    span = Span(match.start(), match.start() + len(exact))
    given = match.string[span.start : span.end]
    if given == exact:
        return []
    if kind == "button-macro-typo":
        given = match.group()[: match.group().index(",") + 1]
        if given == "<button,":
            return []  # IVR-13: read as it stands; its rule tells of it
        span = Span(match.start(), match.start() + len(given))
    edits = [Edit(span, exact)]
    if match.group()[0] == "<" and exact[0] == "{":
        edits.append(Edit(Span(match.end() - 1, match.end()), "}"))
    return [
        Problem(
            f"'{given}' is not the exact spelling: it is sent or read aloud as text",
            span,
            kind,
            (f"'{exact}'",),
            fixes=(Fix(f"write '{exact}'", tuple(edits), safe=True),),
        )
    ]


# -- files ---------------------------------------------------------------------------------------


def _file(match: re.Match[str]) -> tuple[Part, Places, list[Problem]]:
    problems = _spelling(match, "<file", "file-macro-typo")
    number, path, address, attributes = match.group("NUMBER", "PATH", "ADDRESS", "ATTRIBUTES")
    if number is not None:
        place = Span(*match.span("NUMBER"))
        if int(number) == 0:
            problems.append(
                Problem(
                    "there is no file 0: uploaded files are numbered from 1",
                    place,
                    "file-index-from-one",
                    ("a number from 1",),
                )
            )
        part: Part = Uploaded(int(number))
        places: Places = [(("number",), place.start, place.end)]
    elif address is not None:
        part = Remote(address)
        places = [(("url",), *match.span("ADDRESS"))]
    else:
        places = [(("path",), *match.span("PATH"))]
        width, height = _sizes(match, places, problems) if attributes else (None, None)
        return Stored(path, width, height), places, problems
    if attributes:
        span = Span(match.end("ATTRIBUTES") - len(attributes.lstrip()), match.end("ATTRIBUTES"))
        problems.append(
            Problem(
                f"'{attributes.strip()}': only files stored on the service can have attributes",
                span,
                "file-attribute",
                ("'>'",),
                severity="warning",
            )
        )
    return part, places, problems


def _sizes(match: re.Match[str], places: Places, problems: list[Problem]) -> tuple[int | None, int | None]:
    """The attributes of a file on the service (FIL-2): each is `width=n` or `height=n`, and stands once."""
    sizes: dict[str, int] = {}
    for piece in compiled(r"[^ \t]+").finditer(match.string, *match.span("ATTRIBUTES")):
        name, _, value = piece.group().partition("=")
        if name in ("width", "height") and name not in sizes and terminal("NUMBER").fullmatch(value):
            sizes[name] = int(value)
            places.append(((name,), piece.start() + len(name) + 1, piece.end()))
        else:
            from smsc_codec.payloads.message.slips import attribute

            problems.append(attribute(piece.group(), Span(*piece.span()), tuple(sizes)))
    return sizes.get("width"), sizes.get("height")


# -- buttons -------------------------------------------------------------------------------------


def _button(match: re.Match[str]) -> tuple[Part, Places, list[Problem]]:
    groups = ("ANGLE_URL", "ANGLE_LABEL") if match.group()[0] == "<" else ("URL", "LABEL")
    opening = match.start() + match.group().index(",") + 1
    url, text = (_trimmed(match, group) for group in groups)
    url = url or Span(opening, opening)
    text = text or Span(match.end() - 1, match.end() - 1)
    button = Button(
        match.string[url.start : url.end],
        match.string[text.start : text.end],
        spaced=match.string[opening] in " \t",
    )
    problems = _spelling(match, _written()["_BUTTON"], "button-macro-typo")
    mixed = _mixed_up(match, button, url, text)
    if mixed is not None:
        return button, [(("url",), url.start, url.end), (("text",), text.start, text.end)], [*problems, mixed]
    if not button.url:
        url = Span(match.start(), match.end())
    problems += address_problems(button.url, url)
    problems += label_problems(button.text, text if button.text else Span(match.start(), match.end()))
    return button, [(("url",), url.start, url.end), (("text",), text.start, text.end)], problems


def _mixed_up(match: re.Match[str], button: Button, url: Span, text: Span) -> Problem | None:
    """The text before the address, or another sign than a comma between the two: one problem, with what was meant."""
    if _opens(button.text) and not _opens(button.url) and "." not in button.url:
        from smsc_codec.payloads.message.slips import button_mixed_up

        return button_mixed_up(
            match,
            Span(url.start, text.end),
            button.text,
            button.url,
            "the address comes first, then the text",
        )
    apart = None if button.text else _AND_TEXT.fullmatch(button.url)
    if apart is not None and _opens(apart["url"]):
        from smsc_codec.payloads.message.slips import button_mixed_up

        return button_mixed_up(
            match, url, apart["url"], apart["text"], "missing comma between the address and the text"
        )
    return None


def _opens(words: str) -> bool:
    return _address()(words) is not None or re.fullmatch(r"tel:\+?[0-9]{7,15}", words) is not None


#: An address and a text with another sign than a comma between them.
_AND_TEXT = compiled(r"(?P<url>[^\s;|]+)(?:[ \t]*[;|][ \t]*|[ \t]+)(?P<text>[^;|]*\S)")


def _trimmed(match: re.Match[str], group: str) -> Span | None:
    """Where a field stands without the blanks around it; None where nothing is left of it."""
    text = match[group]
    if not text or text.isspace():
        return None
    start = match.start(group) + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


@cache
def _address() -> Callable[[str], re.Match[str] | None]:
    return compiled(r"(?i)https?://[^\s/?#<>{},][^\s<>{},]*").fullmatch


def address_problems(url: str, span: Span) -> list[Problem]:
    """What is wrong with what a button opens: a full http(s) address, or `tel:` and a number (VIB-1)."""
    if _address()(url):
        return []
    from smsc_codec.payloads.message import slips

    if url[:4].lower() != "tel:":
        return [slips.not_an_address(url, span)]
    from smsc_codec.payloads.phones import international

    number = url[4:]
    if url[:4] == "tel:" and number and international(number) == number.removeprefix("+"):
        return []
    return [slips.not_a_number(url, span)]


def label_problems(text: str, span: Span) -> list[Problem]:
    """What is wrong with a button's text: it has one, of up to 30 characters (VIB-1)."""
    if not text:
        return [
            Problem("the button has no text", span, "button-text-empty", ("'{button,address,text}'",)),
        ]
    if len(text) > MAX_LABEL:
        return [
            Problem(
                f"the button text is too long: {len(text)} characters",
                Span(span.start + MAX_LABEL, span.end),
                "button-text-too-long",
                (f"up to {MAX_LABEL} characters",),
                primary="too long from here on",
            )
        ]
    return []
