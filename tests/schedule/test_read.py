"""Reading a schedule: each form of the page, in examples that are read and built alike; every slip at its place."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.grammar.runtime import Parser
from smsc_codec.payloads.schedule import CODEC, build, format_text, parse, read
from smsc_codec.payloads.schedule.model import After, At, Moment, Now, Schedule, Time, Window
from smsc_codec.payloads.schedule.read import read_parameters
from tests.grammar.mutations import mutations
from tests.grammar.test_differential import by_lark, by_tables, lark_of, tables_of
from tests.schedule.strategies import hostile

NEW_YEAR = At(datetime(2012, 1, 1))

#: What `time` says, and how: read and built.
TIMES: list[tuple[str, Time, str]] = [
    ("0101120000", NEW_YEAR, "TIM-1"),  # the page's request
    ("2902240915", At(datetime(2024, 2, 29, 9, 15)), "TIM-1"),
    ("3112992359", At(datetime(2099, 12, 31, 23, 59)), "TIM-1"),
    ("0101000000", At(datetime(2000, 1, 1)), "TIM-1"),
    ("9-21", Window(9, 21), "TIM-3"),
    ("0-24", Window(0, 24), "TIM-3"),
    ("22-6", Window(22, 6), "TIM-8"),
    ("01325376000", Moment(1325376000), "TIM-4"),
    ("09999999999", Moment(9999999999), "TIM-4"),
    ("099999999", Moment(10**8 - 1), "TIM-4"),
    ("00100000000", Moment(10**8), "TIM-4"),  # a zero and nine digits would be a date
    ("00999999999", Moment(10**9 - 1), "TIM-4"),
    ("+15", After(15), "TIM-5"),
    ("+0", After(0), "TIM-5"),
    ("0", Now(), "TIM-6"),
]


@pytest.mark.parametrize(("text", "time", "fact"), TIMES, ids=[text for text, *_ in TIMES])
def test_time_is_read_and_built(text: str, time: Time, fact: str) -> None:
    """Each form of `time`, both ways, with and without its name (TIM-1, TIM-3 .. TIM-6, TIM-8)."""
    assert parse(text) == parse(f"time={text}\n") == Schedule(time=time)
    assert build(Schedule(time=time)) == f"time={text}"
    assert read_parameters({"time": text}) == Schedule(time=time)


#: The other parameters, and what they say: read and built.
OTHERS: list[tuple[str, Schedule, str]] = [
    ("tz=0", Schedule(tz=0), "PAR-8"),
    ("tz=-3", Schedule(tz=-3), "PAR-8"),
    ("tz=11", Schedule(tz=11), "PAR-8"),
    ("period=0.1", Schedule(period=0.1), "PAR-9"),
    ("period=720", Schedule(period=720.0), "PAR-9"),
    ("freq=1", Schedule(freq=1), "PAR-9"),
    ("freq=1440", Schedule(freq=1440), "PAR-9"),
    ("valid=1", Schedule(valid=60), "PAR-17"),
    ("valid=24", Schedule(valid=1440), "PAR-17"),
    ("valid=00:01", Schedule(valid=1), "PAR-17"),
    ("valid=23:59", Schedule(valid=1439), "PAR-17"),
    ("time=0101120000\ntz=2\nperiod=2.5\nfreq=10\nvalid=00:30", Schedule(NEW_YEAR, 2, 2.5, 10, 30), "PAR-9"),
]


@pytest.mark.parametrize(("text", "schedule", "fact"), OTHERS, ids=[text for text, *_ in OTHERS])
def test_parameters_are_read_and_built(text: str, schedule: Schedule, fact: str) -> None:
    """`tz` (PAR-8), `period` and `freq` (PAR-9) and `valid` (PAR-17) at both ends of their ranges, both ways."""
    assert parse(text) == parse(text.replace("\n", "&")) == parse(text.replace("\n", "\r\n")) == schedule
    assert build(schedule) == text


#: Other ways to write the same, which are read and not built.
LENIENT: list[tuple[str, Schedule]] = [
    ("01.01.12 00:00", Schedule(NEW_YEAR)),  # TIM-2
    ("01.01.12 00: 00", Schedule(NEW_YEAR)),  # TIM-2, with the blank that the page prints
    ("time = 01.01.12  00:00 &tz= +3", Schedule(NEW_YEAR, tz=3)),
    ("09 - 02", Schedule(Window(9, 2))),
    ("00", Schedule(Moment(0))),
    ("012", Schedule(Moment(12))),
    ("valid=24:00", Schedule(valid=1440)),  # PAR-17
    ("valid=1:30", Schedule(valid=90)),
    ("period=2.50", Schedule(period=2.5)),
    ("\n & freq=010&\r\n", Schedule(freq=10)),
    ("", Schedule()),
    ("\n", Schedule()),
]


@pytest.mark.parametrize(("text", "schedule"), LENIENT, ids=[repr(text) for text, _ in LENIENT])
def test_other_ways_to_write_are_read(text: str, schedule: Schedule) -> None:
    """The page's second form of a date, with and without the blank after its colon (TIM-2), and blanks elsewhere."""
    assert parse(text) == schedule
    once = format_text(text)
    assert parse(once) == schedule
    assert format_text(once) == once


#: What is wrong: the text, the words that are marked, the kind, a word of the message, and the safe or guessed fix.
SLIPS: list[tuple[str, str, str, str, str | None]] = [
    ("3102120000", "3102", "time-format", "no 31.02 in 2012", None),
    ("time=31.02.12 00:00", "31.02", "time-format", "no 31.02 in 2012", None),
    ("2902230000", "2902", "time-format", "no 29.02 in 2023", None),
    ("01.13.12 00:00", "13", "time-format", "no month 13", None),
    ("0001120000", "0001", "time-format", "no 00.01 in 2012", None),
    ("01.01.12 24:00", "24", "time-format", "no hour 24", None),
    ("01.01.12 10: 60", "60", "time-format", "no minute 60", None),
    ("1767225600", "67", "time-format", "no month 67", "01767225600"),
    ("24-6", "24", "time-format", "no hour 24", None),
    ("9-25", "25", "time-format", "no hour 25", None),
    ("9\u201321", "9\u201321", "time-format", "not a sending time", "9-21"),
    ("09:00-21:00", "09:00-21:00", "time-format", "not a sending time", "9-21"),
    ("00:00-24:00", "00:00-24:00", "time-format", "not a sending time", "0-24"),
    ("time=2026-01-01", "2026-01-01", "time-format", "not a sending time", "time=01.01.26 00:00"),
    ("2026-01-01T10:30:00", "2026-01-01T10:30:00", "time-format", "not a sending time", "01.01.26 10:30"),
    ("1.2.2026 9:05", "1.2.2026 9:05", "time-format", "not a sending time", "01.02.26 09:05"),
    ("31.02.2026", "31.02.2026", "time-format", "not a sending time", None),
    ("01.01.1999", "01.01.1999", "time-format", "not a sending time", None),
    ("60", "60", "time-format", "not a sending time", "+60"),
    ("%2b60", "%2b60", "time-format", "not a sending time", "+60"),
    ("101120000", "101120000", "time-format", "not a sending time", "0101120000"),
    ("010120120000", "010120120000", "time-format", "not a sending time", "0101120000"),
    ("01767225600000", "01767225600000", "time-format", "not a sending time", "01767225600"),
    ("+12345678", "+12345678", "time-format", "not a sending time", None),
    ("tomorrow", "tomorrow", "time-format", "not a sending time", None),
    ("time=", "time=", "time-format", "no value", None),
    ("tz=12", "12", "timezone-range", "out of range", None),
    ("tz=-16", "-16", "timezone-range", "out of range", None),
    ("tz=2.5", "2.5", "timezone-range", "not a number", None),
    ("tz=UTC+3", "UTC+3", "timezone-range", "not a number", None),
    ("tz=", "tz=", "timezone-range", "no value", None),
    ("period=0.09", "0.09", "period-freq-range", "out of range", "period=0.1"),
    ("period=721", "721", "period-freq-range", "out of range", "period=720"),
    ("period=0,5", "0,5", "period-freq-range", "not a number", "period=0.5"),
    ("period=", "period=", "period-freq-range", "no value", None),
    ("freq=0", "0", "period-freq-range", "out of range", "freq=1"),
    ("freq=1441", "1441", "period-freq-range", "out of range", "freq=1440"),
    ("freq=1.5", "1.5", "period-freq-range", "not a number", None),
    ("valid=0", "0", "valid-range", "out of range", "valid=00:01"),
    ("valid=00:00", "00:00", "valid-range", "out of range", "valid=00:01"),
    ("valid=25", "25", "valid-range", "out of range", "valid=24"),
    ("valid=24:01", "24:01", "valid-range", "out of range", "valid=24"),
    ("valid=10:60", "10:60", "valid-range", "not a number", None),
    ("valid=1h", "1h", "valid-range", "not a number", None),
    ("tiem=0&tz=2", "tiem", "schedule-field", "unknown parameter", "time=0&tz=2"),
    ("when=0", "when", "schedule-field", "unknown parameter", None),
    ("tz=1&tz=2", "2", "schedule-field", "given twice", None),
    ("0&time=+5", "+5", "schedule-field", "given twice", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "marked", "kind", "word", "fixed"), SLIPS, ids=[text for text, *_ in SLIPS])
def test_slip_is_told_at_its_place(text: str, marked: str, kind: str, word: str, fixed: str | None) -> None:
    """One slip is one problem, at its own characters; impossible dates, and values just out of range, are slips."""
    (problem,) = read(text).problems
    assert text[problem.span.start : problem.span.end] == marked
    assert (problem.kind, word in problem.message) == (kind, True)
    assert problem.expected or kind == "schedule-field"
    if fixed is None:
        assert not problem.fixes
        return
    ((edit,),) = (fix.edits for fix in problem.fixes)
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == fixed
    parse(fixed)


def test_several_slips_in_one_pass() -> None:
    """The rest is understood: three broken values give three problems in order, and two sound ones their values."""
    reading = read("time=x&tz=3\nperiod=0&freq=y&valid=2")
    assert [problem.kind for problem in reading.problems] == [
        "time-format",
        "period-freq-range",
        "period-freq-range",
    ]
    assert reading.value == Schedule(tz=3, valid=120)
    with pytest.raises(ParseError) as caught:
        parse(reading.source)
    assert caught.value.problems == reading.problems


def test_places_of_the_values() -> None:
    """The side map says where each value stands, without its name."""
    text = "\n01.01.12 00: 00 & valid = 00:30\n"
    spans = read(text).spans
    assert {path: text[span.start : span.end] for path, span in spans.items()} == {
        ("time",): "01.01.12 00: 00",
        ("valid",): "00:30",
    }


#: Values of one parameter that must not become another's, and where they stop making sense.
SMUGGLED = [("0&tz=3", 1), ("+5\nvalid=1", 2), ("tz=3", 0), ("", 0), ("0&", 1)]


@pytest.mark.parametrize(("text", "at"), SMUGGLED)
def test_a_parameter_is_one_value(text: str, at: int) -> None:
    """A request's `time` never says more than the time, and the place counts within that value."""
    with pytest.raises(ParseError) as caught:
        read_parameters({"time": text, "login": "x"})
    assert (caught.value.source, caught.value.problems[0].span.start) == (text, at)


def test_parameters_that_say_nothing_of_when_are_passed_over() -> None:
    """Of a whole request only the five parameters are read; fixes count within the value."""
    assert read_parameters({"login": "alex", "mes": "0&tz=1", "tz": "2"}) == Schedule(tz=2)
    with pytest.raises(ParseError) as caught:
        read_parameters({"period": "0,5"})
    assert caught.value.problems[0].fixes[0].edits[0].span.start == 0


@pytest.mark.parametrize(("parameters", "start", "end"), [
    ({"tz": ""}, 0, 0), ({"time": ""}, 0, 0), ({"valid": "25"}, 0, 2), ({"tz": "x"}, 0, 1),
    ({"time": "0&tz=3"}, 1, 2), ({"time": "+5\nvalid=1"}, 2, 3),
])  # fmt: skip
def test_what_is_wrong_stands_in_the_value(parameters: dict[str, str], start: int, end: int) -> None:
    """A value without its name is told of at its own places, an empty one at its beginning."""
    with pytest.raises(ParseError) as caught:
        read_parameters(parameters)
    (problem,) = caught.value.problems
    assert (problem.span.start, problem.span.end) == (start, end)


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_any_text_gives_a_value_or_a_parse_error(text: str) -> None:
    """No text makes reading fail otherwise; problems lie inside the text; what parses is written and reads back."""
    reading = read(text)
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    try:
        schedule = parse(text)
    except ParseError as error:
        assert error.problems == ParseError(text, reading.problems).problems  # an error shows no secret
        return
    try:
        written = build(schedule)
    except BuildError:
        pytest.fail("what parses can be written")
    assert parse(written) == schedule


def test_tables_agree_with_lark() -> None:
    """20,000 mutations of the samples: the same tree, or the same error place and expected set, as by Lark."""
    lark, parser = lark_of("schedule"), Parser(tables_of("schedule"))
    samples = [text for text, *_ in (*TIMES, *OTHERS, *LENIENT, *SLIPS)]
    pieces = [
        "time=",
        "tz=",
        "period=",
        "&",
        "\n",
        " ",
        "0",
        "+",
        "-",
        ".",
        ":",
        "12",
        "0101120000",
        "x",
        "\r",
        "\xa0",
    ]
    accepted = 0
    for text in mutations(samples, pieces, 20_000):
        mine: Any = by_tables(parser, text)
        assert mine == by_lark(lark, text), text
        accepted += mine[0] != "error"
    assert accepted > 10_000


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("0101120000", True),
        ("time=9-21&tz=3", True),
        ("tz=3", True),
        ("0101120000" + "\n" * 190, True),  # as long as is looked at
        ("0101120000" + "\n" * 191, False),
        ("", False),
        ("\n", False),
        ("time=tomorrow", False),
        ("tz=3&time=tomorrow", False),
        ("Hello", False),
    ],
)
def test_what_a_schedule_looks_like(text: str, likely: bool) -> None:
    """A short text of times and nothing else, and no empty one, is taken for a schedule (TIM-1)."""
    assert CODEC.looks_like(text) is likely
