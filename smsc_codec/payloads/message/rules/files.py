"""FIL001 .. FIL007, FIL009: files in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.files import Stored, Uploaded
from smsc_codec.payloads.message import macros
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.message.formats import PICTURES, of_address
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@cache
def _meant() -> re.Pattern[str]:
    return compiled(
        r"(?i)(?P<open>[<{])[ \t]*+(?:files?|fiel|flie|fil|fle|файл)[ \t]*+[:=#№,]?[ \t]*+"
        r"(?P<place>[0-9]{1,9}+(?![\w.])|/[^\s<>{}]++|https?://[^\s<>{}]++)"
        r"(?P<attributes>(?>(?:[ \t]++(?:width|height)=[0-9]++)*))[ \t]*+(?P<close>[>}])?"
    )


@RULES.rule("FIL001", "file-macro-typo", "error", fix="sometimes safe")
def file_macro_typo(message: MessageContext) -> Iterator[Problem]:
    """A file macro is written incorrectly, so it is sent or read aloud as text.

    A file is `<file 1>`, `<file /upload/files/sms/...>` or `<file https://...>` (FIL-1, FIL-2, FIL-3).

    Bad::

        Here is the bill: <file1>

    Good::

        Here is the bill: <file 1>

    Fix: safe: writes the macro as the page does; unsafe where the address is guessed.
    Since: 0.1
    """
    yield from message.problems("file-macro-typo")
    for span in message.texts():
        for match in _meant().finditer(message.source, span.start, span.end):
            place, close = match["place"], match["close"]
            if "&gt;" in place or message.source.startswith("&gt;", match.end("attributes")):
                continue  # HTML escaping, which FIL007 tells of
            if match["open"] == "{" and not close:
                continue
            stop = match.end() if close else match.end("attributes")
            made = f"<file {place}{match['attributes']}>"
            given = message.source[match.start() : stop]
            missing = given == made[:-1]
            yield Problem(
                "missing '>' at the end of this file macro"
                if missing
                else f"'{given}' is not a valid file macro",
                Span(match.start(), stop),
                expected=(f"'{made}'",),
                fixes=(Fix(f"write '{made}'", (Edit(Span(match.start(), stop), made),), safe=True),),
            )
        yield from _no_file(message, span)


@cache
def _none() -> re.Pattern[str]:
    return compiled(
        r"(?i)<[ \t]*+(?:(?:files?|файл|audio|sound|звук)(?:[ \t]*+[:=][ \t]*+|[ \t]++)"
        r"(?!-?[0-9]++[ \t]*>)(?P<place>[^<>\r\n]{1,200}+)|(?:files?|файл)[ \t]*+)>"
    )


_DOMAIN = compiled(r"(?i)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}/\S+")


def _no_file(message: MessageContext, span: Span) -> Iterator[Problem]:
    """Marks that name nothing the service could find: a bare name, a path of one's own machine, quotes."""
    for match in _none().finditer(message.source, span.start, span.end):
        if _meant().match(message.source, match.start(), span.end):
            continue
        place = (match["place"] or "").strip()
        bare = place.strip("\"'«»“”„ ")
        made, safe = "", False
        if bare.isdigit() or bare.startswith(("http://", "https://", "/upload/")):
            made, safe = f"<file {bare}>", True
        elif _DOMAIN.fullmatch(bare):
            made = f"<file https://{bare}>"
        whole = Span(*match.span())
        fixes = (Fix(f"write '{made}'", (Edit(whole, made),), safe=safe),) if made else ()
        yield Problem(
            f"'{match.group()}' does not name a file: callers would hear it as text"
            if message.name == "call"
            else f"'{match.group()}' does not name a file: it is sent as text",
            whole,
            expected=(
                "'<file 1>' for an uploaded file",
                "'<file /upload/files/sms/...>'",
                "'<file https://...>'",
            ),
            fixes=fixes,
        )


@cache
def _negative() -> re.Pattern[str]:
    return compiled(r"(?i)<file[ \t]+(-[0-9]{1,9})[ \t]*>")


@RULES.rule("FIL002", "file-index-from-one", "error", fix="unsafe")
def file_index_from_one(message: MessageContext) -> Iterator[Problem]:
    """A file number is zero or negative.

    Uploaded files are numbered from 1 (FIL-1).

    Bad::

        The bill: <file 0> and the photo: <file 1>

    Good::

        The bill: <file 1> and the photo: <file 2>

    Fix: unsafe: adds 1 to the number of each file.
    Since: 0.1
    """
    edits = [
        Edit(message.span("text", i, "number"), str(part.number + 1))
        for i, part, _ in message.files
        if isinstance(part, Uploaded)
    ]
    for problem in message.problems("file-index-from-one"):
        fix = Fix("number the files from 1", tuple(edits))
        yield Problem(problem.message, problem.span, expected=problem.expected, fixes=(fix,))
    for span in message.texts():
        for match in _negative().finditer(message.source, span.start, span.end):
            yield Problem(
                f"there is no file {match[1]}: uploaded files are numbered from 1",
                Span(*match.span(1)),
                expected=("a number from 1",),
            )


def numbered(message: MessageContext) -> list[tuple[int, Span]]:
    """The numbers of uploaded files, in order of place, each with its place; a menu's are its own."""
    return [
        (part.number, message.span("text", i, "number"))
        for i, part, _ in message.files
        if isinstance(part, Uploaded)
    ]


@RULES.rule("FIL003", "file-index-gap", "warning", fix="unsafe")
def file_index_gap(message: MessageContext) -> Iterator[Problem]:
    """The file numbers have a gap.

    `<file n>` is the n-th uploaded file (FIL-1). One that no mark names goes to the end of the message.

    Bad::

        The bill: <file 1> and the photo: <file 3>

    Good::

        The bill: <file 1> and the photo: <file 2>

    Fix: unsafe: numbers the files anew, without the gap.
    Since: 0.1
    """
    places = () if message.has_menu else numbered(message)  # a menu may play those that are missing
    numbers = sorted({number for number, _ in places})
    if not numbers or numbers[0] == 0 or numbers[-1] == len(numbers):
        return
    new = {number: n for n, number in enumerate(numbers, 1)}
    missing = next(n for n, number in enumerate(numbers, 1) if n != number)
    above = numbers[missing - 1]
    edits = tuple(Edit(span, str(new[number])) for number, span in places if new[number] != number)
    yield Problem(
        f"file {missing} is not placed in the text, so it goes to the end of the message",
        next(span for number, span in places if number == above),
        expected=(f"'<file {missing}>' somewhere",),
        fixes=(Fix("number the files without gaps", edits),),
    )


@RULES.rule("FIL004", "file-duplicate-index", "info", profile="pedantic")
def file_duplicate_index(message: MessageContext) -> Iterator[Problem]:
    """The same uploaded file is placed twice.

    `<file n>` is the n-th uploaded file (FIL-1): a slip of the number sends one file twice, and another at the end.

    Bad::

        The bill: <file 1> and the photo: <file 1>

    Good::

        The bill: <file 1> and the photo: <file 2>

    Fix: none.
    Since: 0.1
    """
    seen: dict[int, Span] = {}
    for number, span in numbered(message):
        if number in seen:
            yield Problem(
                f"file {number} is placed twice", span, labels=(Label(seen[number], "first placed here"),)
            )
        else:
            seen[number] = span


@cache
def _stored() -> re.Pattern[str]:
    return compiled(r"/upload/files/sms(?:/(?!\.{1,2}(?:/|\Z))[^/]+){2,}")


@RULES.rule("FIL005", "file-local-path", "error")
def file_local_path(message: MessageContext) -> Iterator[Problem]:
    """A path to a stored file points to a place where no files are.

    They lie in `/upload/files/sms/`, in a folder of their own (FIL-2).

    Bad::

        The photo: <file /uploads/photo.jpg>

    Good::

        The photo: <file /upload/files/sms/123abc/photo.jpg>

    Fix: none.
    Since: 0.1
    """
    for i, part, _ in message.files:
        if isinstance(part, Stored) and not _stored().fullmatch(part.path):
            yield Problem(
                f"'{part.path}' is not the path of an uploaded file",
                message.span("text", i, "path"),
                expected=("a path such as '/upload/files/sms/folder/name'",),
            )


@RULES.rule("FIL006", "file-attribute", "error", fix="sometimes safe")
def file_attribute(message: MessageContext) -> Iterator[Problem]:
    """A file has an attribute that it cannot have, or an attribute with a wrong value.

    A picture on the service may have `width=n` and `height=n`, whole numbers of pixels (FIL-2).

    Bad::

        The photo: <file /upload/files/sms/123abc/photo.jpg widht=200>

    Good::

        The photo: <file /upload/files/sms/123abc/photo.jpg width=200>

    Fix: safe for another case, and quotes or `px` around the number; unsafe for a slip of one letter.
    Since: 0.1
    """
    yield from message.problems("file-attribute")
    for i, part, _ in message.files:
        ending = of_address(part.path)[0] if isinstance(part, Stored) else ""
        if ending not in PICTURES | {""}:
            for side in ("width", "height"):
                if getattr(part, side) is not None:
                    yield Problem(
                        f"'{side}' is only for pictures, not for '.{ending}' files",
                        message.span("text", i, side),
                        expected=("no attributes",),
                    )
                    break


@cache
def _escaped() -> re.Pattern[str]:
    return compiled(
        r"(?P<open>&lt;|<)file[ \t]+(?P<inside>[^<>&\n]*+(?>(?:&(?!lt;|gt;)[^<>&\n]*+)*))(?P<close>&gt;|>)"
    )


@RULES.rule("FIL007", "html-escaped-macro", "warning", fix="safe")
def html_escaped_macro(message: MessageContext) -> Iterator[Problem]:
    """A file macro is HTML-escaped, so it is sent as text.

    `&lt;` is not `<` here. The page's own example has this slip (FIL-4).

    Bad::

        My photo: &lt;file /upload/files/sms/123abc/photo.jpg width=200 height=400>

    Good::

        My photo: <file /upload/files/sms/123abc/photo.jpg width=200 height=400>

    Fix: safe: writes the brackets.
    Since: 0.1
    """
    if "&lt;file" not in message.source and "&gt;" not in message.source:
        return
    for span in message.texts():
        for match in _escaped().finditer(message.source, span.start, span.end):
            made = f"<file {match['inside']}>"
            if match["open"] + match["close"] == "<>" or not macros.pattern().fullmatch(made):
                continue
            edits = tuple(
                Edit(Span(*match.span(group)), bracket)
                for group, bracket in (("open", "<"), ("close", ">"))
                if match[group] != bracket
            )
            yield Problem(
                "this file macro is HTML-escaped, so callers would hear it as text"
                if message.name == "call"
                else "this file macro is HTML-escaped, so it is sent as text",
                Span(*match.span()),
                expected=(f"'{made}'",),
                fixes=(Fix("write '<' and '>'", edits, safe=True),),
            )


@RULES.rule("FIL009", "file-not-uploaded", "error")
def file_not_uploaded(message: MessageContext) -> Iterator[Problem]:
    """A file macro names a file that the request does not contain.

    `<file n>` is the n-th file that is uploaded with the request (FIL-1); where there are fewer, nothing is in its
    place. A list brings no files, so none is named in its lines. The option `files` says how many there are.

    Options::

        channel = "mail"
        files = 1

    Bad::

        The bill: <file 1> and the photo: <file 2>

    Good::

        The bill: <file 1>

    Fix: none.
    Since: 0.1
    """
    there = message.options.files
    if there is None:
        return
    for number, span in message.numbers():
        if number > there:
            yield Problem(
                f"there is no file {number}; files uploaded: {there}", span, expected=(_up_to(there),)
            )


def _up_to(there: int) -> str:
    if there == 1:
        return "'<file 1>'"
    return f"a number from 1 to {there}" if there else "a request that has the file"
