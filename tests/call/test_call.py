"""Calls told line by line: every form both ways, slips at their places, and text that never becomes a step."""

from __future__ import annotations

from typing import get_type_hints

import msgspec
import pytest
from hypothesis import given, settings

import smsc_codec as sms
from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.call import build, format_text, parse, read
from smsc_codec.payloads.call.model import (
    POLICIES,
    Anything,
    Call,
    Given,
    Hear,
    Leave,
    Nothing,
    Notify,
    Record,
    Sms,
    Step,
    Transcript,
    Unread,
)
from smsc_codec.payloads.menu.options import MenuOptions
from tests.call.strategies import hostile, transcripts
from tests.menu.test_build import ATTACKS

#: A line as it is built, and what it says.
LINES: list[tuple[str, Step]] = [
    ("< 5", Given("5")),
    ("< 0", Given("0")),
    ("< *", Given("*")),
    ("< #", Given("#")),
    *((f"< {what}", Given(what)) for what in ("wrong key", "silence", "answered", "no answer", "recorded")),
    *((f"< {what}", Given(what)) for what in ("hung up", "goes on", "leaves")),
    ("> ...", Anything()),
    ("> nothing", Nothing()),
    ("> hear", Hear()),
    ("> hear ...", Hear((None,))),
    ('> hear "Hello"', Hear(("Hello",))),
    ('> hear ""', Hear(("",))),
    ('> hear "He said \\"no\\" \\\\ ..."', Hear(('He said "no" \\ ...',))),
    ('> hear "Nobody" ... "free"', Hear(("Nobody", None, "free"))),
    ('> hear ... "b" ... "c" ...', Hear((None, "b", None, "c", None))),
    ('> hear "<file 1>"', Hear(("<file 1>",))),
    ("> call", Call()),
    ("> call 79990000000 wait 10", Call(("79990000000",), 10)),
    ("> call 79990000000, +7 (999) 1 wait 0 record", Call(("79990000000", "+7 (999) 1"), 0, True)),
    ("> call record", Call(record=True)),
    ("> sms", Sms()),
    ('> sms $phone from "My Shop" "Hi" ...', Sms("$phone", "My Shop", ("Hi", None))),
    ('> sms "Hi"', Sms(text=("Hi",))),
    ('> sms from "S"', Sms(sender="S")),
    ("> notify", Notify()),
    ("> notify https://a.b/c?d=1", Notify("https://a.b/c?d=1")),
    ("> record", Record()),
    ("> record 10", Record(10)),
    ("> unread", Unread()),
    ("> leave", Leave()),
    ('> leave "Goodbye!"', Leave(("Goodbye!",))),
]


@pytest.mark.parametrize(("text", "step"), LINES, ids=[text for text, _ in LINES])
def test_lines_are_read_and_built(text: str, step: Step) -> None:
    """What comes from outside (IVR-2 .. IVR-4) and what happens (IVR-6 .. IVR-10), both ways, at its place."""
    reading = read(f"# x\n  {text}  \r\n\n")
    assert reading.problems == ()
    assert reading.value == Transcript(steps=(step,))
    span = reading.spans["steps", 0]
    assert reading.source[span.start : span.end] == text
    assert build(Transcript(steps=(step,))) == text


def test_headers_are_read_and_built() -> None:
    """Which menu, and what the service does where its page is silent, stand before the call."""
    value = Transcript("a b/c.menu", "leave", "leave", "stay", "next", (Given("1"), Leave()))
    text = "menu: a b/c.menu\nwrong-key: leave\nsilence: leave\nafter-leaf: stay\nafter-call: next\n\n< 1\n> leave"
    assert build(value) == text
    assert parse(text) == parse(text.replace(": ", " :\t")) == value


def test_policies_are_those_of_menus() -> None:
    """A transcript can say every policy that the menu's options have, and no other."""
    hints = get_type_hints(MenuOptions)
    for name, allowed in POLICIES.items():
        field = name.replace("-", "_")
        assert hints[field].__args__ == allowed
        for value in allowed:
            assert parse(f"{name}: {value}\n") == msgspec.structs.replace(Transcript(), **{field: value})


FORMATTED = """\
# Nobody is free
menu: page.menu
silence: leave

> hear "Hello" ...
# then the key
< 5

> call 79990000000, 79990000001 wait 10 record
< no answer
> leave
"""
UNTIDY = """

  #  Nobody is free
menu:page.menu
silence :  leave


>hear   "Hello"  ...
# then the key
<5


> call\t79990000000,79990000001  wait  10 record
<  no   answer
> leave  """


def test_layout_keeps_comments() -> None:
    """The canonical layout keeps every comment, one of several blank lines, and the source's line ends."""
    wanted = FORMATTED.replace("# Nobody", "#  Nobody")  # a comment's words are the author's
    assert format_text(UNTIDY) == wanted
    assert format_text(wanted) == wanted
    assert format_text(UNTIDY.replace("\n", "\r\n")) == wanted.replace("\n", "\r\n")
    assert format_text("") == ""


@settings(max_examples=150, deadline=None)
@given(transcripts)
def test_round_trip(transcript: Transcript) -> None:
    """What is built reads back equal, so does its JSON, and the canonical layout is a fixed point."""
    text = build(transcript)
    assert parse(text) == transcript
    assert msgspec.json.decode(msgspec.json.encode(transcript), type=Transcript) == transcript
    assert parse(format_text(text)) == transcript
    assert format_text(format_text(text)) == format_text(text)


@settings(max_examples=300, deadline=None)
@given(hostile)
def test_reading_is_total(text: str) -> None:
    """Any text gives a value and problems inside it; what parses is kept by the layout and can be built."""
    reading = read(text)
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    for span in reading.spans.values():
        assert 0 <= span.start < span.end <= len(text)
    try:
        transcript = parse(text)
    except ParseError as error:
        assert error.problems
        return
    assert parse(format_text(text)) == transcript
    try:
        assert parse(build(transcript)) == transcript
    except BuildError as error:
        assert "\ud800" in text, error


def test_what_is_wrong_is_not_parsed() -> None:
    """A text with a problem is a ParseError with all of them; one without is its value."""
    with pytest.raises(ParseError) as caught:
        parse("> dance\n< 5\n> leave now")
    assert [problem.kind for problem in caught.value.problems] == ["call-event", "call-line"]
    assert parse("< 5\n> leave").steps == (Given("5"), Leave())


#: Values that cannot be said, and the field that stands in the way.
UNSAYABLE: list[tuple[object, str]] = [
    (Transcript(steps=(Given("1"), Given("11"))), "steps[1]"),
    (Transcript(steps=(Given("Ａ"),)), "steps[0]"),
    (Transcript(steps=(Given("5 "),)), "steps[0]"),
    (Transcript(steps=(Hear(("a", "b")),)), "steps[0]"),
    (Transcript(steps=(Hear((None, None)),)), "steps[0]"),
    (Transcript(steps=(Hear(("a\nb",)),)), "steps[0]"),
    (Transcript(steps=(Hear(("a\r",)),)), "steps[0]"),
    (Transcript(steps=(Hear(("\ud800",)),)), "steps[0]"),
    (Transcript(steps=(Call(wait=1000),)), "steps[0]"),
    (Transcript(steps=(Call(wait=-1),)), "steps[0]"),
    (Transcript(steps=(Call(("bob",)),)), "steps[0]"),
    (Transcript(steps=(Call(("7999 wait 5",)),)), "steps[0]"),
    (Transcript(steps=(Sms(sender=""),)), "steps[0]"),
    (Transcript(steps=(Notify("ftp://a"),)), "steps[0]"),
    (Transcript(steps=(Record(10**9),)), "steps[0]"),
    (Transcript(menu=""), "menu"),
    (Transcript(menu=" a"), "menu"),
    (Transcript(menu="a\n> leave"), "menu"),
    (Transcript(silence="leaves"), "silence"),  # type: ignore[arg-type]
    (Transcript(steps=(5,)), "steps[0]"),  # type: ignore[arg-type]
    (5, "value"),
    ("< 5", "transcript"),
]


@pytest.mark.parametrize(("value", "field"), UNSAYABLE)
def test_what_cannot_be_said_names_its_field(value: object, field: str) -> None:
    """A value that would read back as another is not written."""
    with pytest.raises(BuildError) as caught:
        build(value)  # type: ignore[arg-type]
    assert caught.value.field == field


MORE = [
    "5\n> leave",
    '" ... "',
    '"\n> leave "',
    "\\",
    '\\"',
    "x\u2028> leave",
    "...",
    "# x",
    "79990000000 wait 5",
    "$phone",
]


@pytest.mark.parametrize("attack", [*ATTACKS, *MORE])
def test_text_never_becomes_a_step(attack: str) -> None:
    """Text from a stranger stays the text of its field, or is refused: never one more step, part or number."""
    makers = {
        "text": lambda text: Hear((text,)),
        "end": lambda text: Leave((text,)),
        "sender": lambda text: Sms("79990000000", text, ("x",)),
        "number": lambda text: Call((text,), 5),
        "address": lambda text: Notify(text),
        "key": lambda text: Given(text),
        "sms": lambda text: Sms("79990000000", "S", (text, None)),
    }
    for make in makers.values():
        value = Transcript(steps=(Given("1"), make(attack), Leave()))
        try:
            text = build(value)
        except BuildError as error:
            assert error.field == "steps[1]"
            continue
        assert parse(text) == value
        assert text.count("\n") == 2


def test_public_name() -> None:
    """The language is `transcript` on the public surface: `call` there makes a voice call."""
    assert sms.transcript.parse("< 5\n> leave") == Transcript(steps=(Given("5"), Leave()))
    assert sms.codec("call").parse("< 5") == sms.transcript.parse("< 5") if callable(sms.codec) else True
