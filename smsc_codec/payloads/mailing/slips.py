"""What is told of a line that holds no message: what it is, what is allowed, what was probably meant.

Apart from the reader, so that reading a sound list loads none of it.
"""

from __future__ import annotations

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.grammar.compiled.mailing import TABLES
from smsc_codec.grammar.runtime import Parser, Unexpected
from smsc_codec.lazy import compiled
from smsc_codec.payloads.phones import international
from smsc_codec.text.mark import ESCAPED_MARK

_PARSER = Parser(TABLES)
_RECIPIENT = "a phone number such as 79990000000"
_SEPARATOR = "':' or ';' after the number"
#: What is no line of its own: fewer digits at its beginning than a phone number has.
_NUMBER = compiled(r"[ \t\"']*\+?(?:[0-9][^0-9,:;|\r\n]{0,2}){5}")
_PHONES = compiled(TABLES.terminals["PHONES"])
_SEPARATORS = compiled(r"[,:;|]")
#: What passes for a separator, and what stands between a number and a text in other files.
_LOOK_ALIKES = {"：": ":", "；": ";", "∶": ":", "︓": ":"}
_FOREIGN = {"\t": "a tab", "=": "'='", ">": "'>'", "-": "'-'", "–": "a dash", "—": "a dash"}


def wrong_line(
    text: str, start: int, end: int, above: int | None, follows: bool, *, headed: bool = False
) -> Problem:
    """Why the line that stands from `start` up to `end` holds no message.

    `above` is where the message above it ends, None where there is none in this text; `follows`: there is one
    nevertheless. `headed`: it has a head, and whatever is wrong with it, it goes on with no message above.
    """
    line = text[start:end]
    try:
        _PARSER.parse(line)
    except Unexpected as problem:
        at, expected = problem.at, problem.expected
    else:
        return _empty(start + len(line.partition(ESCAPED_MARK)[0]))  # a line of the grammar lacks its text
    if "TZ" in expected:
        return _zone(line, start, at)
    number = _odd_number(line, start)
    if number:
        return number
    if not headed and (not _NUMBER.match(line) or line.lstrip().startswith('"')):
        from smsc_codec.payloads.mailing.foreign import foreign_line

        below = above is not None or follows
        foreign = foreign_line(text, start, end, below=below)
        if foreign:
            return foreign
        if below:
            return _run_on(text, start, end, above)
    return _syntax(line, start, at, expected)


def wrong_message(text: str, begin: int, end: int) -> Problem:
    """Why a message with real line ends (LIST-5) is none: nothing is in it, or a lone carriage return."""
    found = compiled(r"\r(?!\n)").search(text, begin, end)
    return _return(found.start()) if found else _empty(begin)


def _empty(at: int) -> Problem:
    return Problem("no text after the separator", Span(at, at), "empty-message", ("the text of the message",))


def _return(at: int) -> Problem:
    return Problem(
        "carriage return without a line feed",
        Span(at, at + 1),
        "line-syntax",
        ("a line break or '\\n'",),
    )


def _zone(line: str, start: int, at: int) -> Problem:
    """LIST-4, PAR-8: what follows the sender and a comma is no number of hours."""
    zone = line[at : line.index("|", at)].rstrip()
    return Problem(
        f"'{zone}' is not a time zone" if zone else "missing time zone after the sender and ','",
        Span(start + at, start + at + len(zone)),
        "timezone-invalid",
        ("a whole number of hours from Moscow time, such as 0, 2 or -1",),
    )


def _run_on(text: str, start: int, end: int, above: int | None) -> Problem:
    """LIST-3: a line without a head below a message."""
    fixes: tuple[Fix, ...] = ()
    if above is not None:
        breaks = "\\n" * text.count("\n", above, start)
        # Unsafe: whoever gets the message above gets more of it then.
        fixes = (Fix("join it to the message above with '\\n'", (Edit(Span(above, start), breaks),)),)
    return Problem(
        "this line has no phone number and separator: the message above seems to contain a line break",
        Span(start, end),
        "broken-multiline",
        ("'\\n' instead of a line break inside a message", "phone numbers and ':'"),
        fixes=fixes,
        notes=("to use real line breaks, set the option 'nl' and send the request with 'nl=1'",),
    )


def run_on(problems: list[Problem]) -> Problem:
    """One problem for the lines without a head below one message: they are joined all at once."""
    first = problems[0]
    if len(problems) == 1:
        return first
    fixes = [fix for problem in problems for fix in problem.fixes]
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    return replace(
        first,
        message=f"these {len(problems)} lines have no phone number and separator: "
        "the message above seems to contain line breaks",
        span=Span(first.span.start, problems[-1].span.end),
        fixes=(Fix("join them to the message above with '\\n'", edits),) if fixes else (),
    )


_HEAD = compiled(r"[ \t]*(?:[^:;|\t\r\n]{1,60}\|[ \t]*)?(?P<number>[^:;|\t\r\n]{7,200}?)[ \t]*[:;\t]")


def _odd_number(line: str, start: int) -> Problem | None:
    """What stands before the separator, where it was meant as a number and is written as none is."""
    head = _HEAD.match(line)
    if head is None:
        return None
    from smsc_codec.payloads.phone_shapes import odd_number

    words = head["number"]
    span = Span(start + head.start("number"), start + head.end("number"))
    normal = international(words)
    if normal is None or _PHONES.fullmatch(words):
        return odd_number(words, span, "line-syntax")
    return Problem(
        f"'{shortened(words)}' has punctuation between its digits",
        span,
        "line-syntax",
        (f"'{normal}'",),
        fixes=(Fix(f"write '{normal}'", (Edit(span, normal),), safe="+" not in words),),
    )


def _syntax(line: str, start: int, at: int, expected: tuple[str, ...]) -> Problem:
    """LIST-1: where the line stops making sense, and what could have stood there."""
    rest = line[at:]
    if rest.startswith("\r"):
        return _return(start + at)
    after_phone = "_SEPARATOR" in expected
    sign = rest.lstrip(" ")[:1]
    if after_phone and sign != ",":
        return _no_separator(line, start, at, sign)
    first = line.find(",", at)
    if after_phone:  # a comma, and then no recipient
        at += len(rest) - len(rest.lstrip(" ,"))
        more = line.rindex(",", first, at)
        if more > first and _PHONES.match(line, at):
            return _one_too_many(Span(start + first + 1, start + more + 1))
    stop = _SEPARATORS.search(line, at)
    word = line[at : stop.start() if stop else len(line)].strip()
    if after_phone and word and not stop and not any(c.isdigit() or c == "@" for c in word):
        commas = Span(start + first, start + more + 1)
        return Problem(
            "',' separates phone numbers, but no number follows it",
            commas,
            "line-syntax",
            (_SEPARATOR,),
            fixes=(Fix("write ':'", (Edit(commas, ":"),)),),
        )
    if not word:
        span = Span(start + at, start + min(at + 1, len(line)))
        return Problem("missing phone number", span, "line-syntax", (_RECIPIENT,))
    at += line[at:].index(word[0])
    notes: tuple[str, ...] = ()
    if "SENDER" not in expected and not after_phone and not stop:
        notes = ("'|' separates the sender from the numbers; ':' or ';' separates the numbers from the text",)
    return Problem(
        f"'{shortened(word)}' is not a phone number",
        Span(start + at, start + at + len(word)),
        "line-syntax",
        (_RECIPIENT,) if "SENDER" not in expected else (_RECIPIENT, "a sender's name and '|'"),
        notes=notes,
    )


def _one_too_many(commas: Span) -> Problem:
    """A comma, and then another one instead of a number."""
    return Problem(
        "extra separator: a recipient is missing next to it",
        commas,
        "line-syntax",
        (_RECIPIENT,),
        fixes=(Fix("remove it", (Edit(commas, ""),), safe=True),),
    )


def _no_separator(line: str, start: int, at: int, sign: str) -> Problem:
    """A number, and then neither `:` nor `;`."""
    place = at + len(line[at:]) - len(line[at:].lstrip(" "))
    span = Span(start + place, start + min(place + 1, len(line)))
    if sign in _LOOK_ALIKES:
        meant = _LOOK_ALIKES[sign]
        fix = Fix(f"write '{meant}'", (Edit(span, meant),), safe=True)
        return Problem(
            f"'{sign}' (U+{ord(sign):04X}) is not a plain '{meant}'",
            span,
            "line-syntax",
            (_SEPARATOR,),
            fixes=(fix,),
        )
    fixes: tuple[Fix, ...] = ()
    message = "missing ':' or ';' after the number"
    if sign in _FOREIGN:
        message = f"expected ':' or ';' after the number, found {_FOREIGN[sign]}"
        fixes = (Fix("write ':'", (Edit(span, ":"),)),)
    elif sign and not sign.isprintable():
        message = f"expected ':' or ';' after the number, found an invisible character (U+{ord(sign):04X})"
    return Problem(message, span, "line-syntax", (_SEPARATOR,), fixes=fixes)
