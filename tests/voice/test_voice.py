"""A call's voice and parameters: the page's forms both ways, what the service makes of them, and slips."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.grammar.runtime import Parser
from smsc_codec.payloads.voice import CODEC, build, format_text, parse, read
from smsc_codec.payloads.voice.model import DEFAULT, VOICES, Dialling, Param, Setting, Voice
from smsc_codec.payloads.voice.param import dialling
from smsc_codec.payloads.voice.write import parameter
from tests.grammar.mutations import mutations
from tests.grammar.test_differential import by_lark, by_tables, lark_of, tables_of
from tests.menu.test_build import ATTACKS
from tests.voice.strategies import hostile, settings_of_calls

#: The value of the request's parameter, its name, and what it says: read and built.
FORMS: list[tuple[str, str, Setting, str]] = [
    ("20,10,3", "param", Param(20, 10, 3), "PAR-13"),  # the page's request
    ("10,10,1", "param", Param(10, 10, 1), "PAR-13"),
    ("35,3600,9", "param", Param(35, 3600, 9), "PAR-13"),
    *((voice, "voice", Voice(voice), "PAR-12") for voice in ("m", "m2", "m3", "m4", "w", "w2", "w3", "w4")),
    ("m3,en", "voice", Voice("m3", "en"), "BEY-7"),
    ("w,pt-BR", "voice", Voice("w", "pt-BR"), "BEY-7"),
]


@pytest.mark.parametrize(("text", "name", "value", "fact"), FORMS, ids=[text for text, *_ in FORMS])
def test_setting_is_read_and_built(text: str, name: str, value: Setting, fact: str) -> None:
    """The eight voices (PAR-12), with a language (BEY-7), and the parameters (PAR-13), with and without their names."""
    assert (
        parse(text)
        == parse(f"{name}={text}")
        == parse(f"\n {name} = {text.replace(',', ' , ')}\r\n")
        == value
    )
    assert build(value) == f"{name}={text}"
    assert parameter(value) == (name, text)
    assert format_text(f" {text}\r\n") == f"{name}={text}\r\n"


def test_the_page_knows_eight_voices() -> None:
    """The voices are those of the page, and `m4` is the one where nothing is said (PAR-12)."""
    assert VOICES == ("m", "m2", "m3", "m4", "w", "w2", "w3", "w4")
    assert Voice() == Voice("m4")


#: Parameters as given, and how the service dials then.
DIALLED: list[tuple[Param, Dialling]] = [
    (Param(20, 10, 3), Dialling(20, (10, 10), 3)),
    (Param(0, 0, 0), Dialling(10, (10, 10), 1)),
    (Param(9, 9, 1), Dialling(10, (10, 10), 1)),
    (Param(36, 3600, 9), Dialling(35, (3600, 3600), 9)),
    (Param(99, 10, 9), Dialling(35, (10, 10), 9)),
    (Param(100, 10, 3), DEFAULT),
    (Param(20, 3601, 3), DEFAULT),
    (Param(20, 10, 10), DEFAULT),
    (Param(20, 10, -1), DEFAULT),
]


@pytest.mark.parametrize(("param", "dialled"), DIALLED)
def test_what_the_service_makes_of_the_parameters(param: Param, dialled: Dialling) -> None:
    """A value a little off is moved into its range; any other makes all three the defaults (PAR-13)."""
    assert dialling(param) == dialled


def test_the_defaults_of_dialling() -> None:
    """n=8, w=25, i from 3 to 14 seconds (PAR-13)."""
    assert Dialling(wait=25, interval=(3, 14), attempts=8) == DEFAULT


#: What is wrong: the text, the words that are marked, the kind, and the fix's text.
SLIPS: list[tuple[str, str, str, str | None]] = [
    ("voice=f", "f", "unknown-voice", "voice=w"),
    ("voice=M3", "M3", "unknown-voice", "voice=m3"),
    ("male,en", "male", "unknown-voice", "m,en"),
    ("w5", "w5", "unknown-voice", None),
    ("m3,e", "e", "call-setting", None),
    ("m3,", "", "call-setting", None),
    ("m3 en", "en", "call-setting", None),
    ("param=20,10", "20,10", "call-setting", None),
    ("param=20;10;3", "20;10;3", "call-setting", "param=20,10,3"),
    ("20,10,3,4", "20,10,3,4", "call-setting", None),
    ("voise=w2", "voise=", "call-setting", "voice=w2"),
    ("param: 20,10,3", "param: ", "call-setting", "param=20,10,3"),
    ("voice=женский", "женский", "unknown-voice", "voice=w"),
    ("voice=w\nparam=20,10,3", "param=20,10,3", "call-setting", None),
    ("param=20,-10,3", "-10,3", "call-setting", None),
    ("param=", "", "call-setting", None),
    ("", "", "call-setting", None),
    (" \n", "", "call-setting", None),
    ("\u043c3", "\u043c3", "unknown-voice", None),
    ("voice=20,10,3", "20,10,3", "call-setting", None),
    ("param=m3", "m3", "call-setting", None),
]


@pytest.mark.parametrize(("text", "marked", "kind", "fixed"), SLIPS, ids=[repr(text) for text, *_ in SLIPS])
def test_slip_is_told_at_its_place(text: str, marked: str, kind: str, fixed: str | None) -> None:
    """A text that is none of the forms is one problem, at what was meant or what makes no sense (PAR-12, PAR-13)."""
    (problem,) = read(text).problems
    assert (text[problem.span.start : problem.span.end], problem.kind) == (marked, kind)
    assert problem.expected
    edits = [edit for fix in problem.fixes for edit in fix.edits]
    assert [text[: edit.span.start] + edit.text + text[edit.span.end :] for edit in edits] == [fixed] * bool(
        fixed
    )
    with pytest.raises(ParseError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("m3,", "incomplete"),
        ("m3, ", "incomplete"),
        ("param=20,", "incomplete"),
        ("param=20,10", "not valid call parameters"),
        ("m3 en", "'en'"),
        ("20,10,3,4", "not valid call parameters"),
        ("voice: w", "missing '='"),
        ("m3 " + "x" * 30, f"'{'x' * 24}'"),
    ],
)
def test_slip_is_told_in_words(text: str, told: str) -> None:
    """What is missing is told from what is too much (PAR-12, PAR-13)."""
    (problem,) = read(text).problems
    assert told in problem.message


def test_places_of_the_parts() -> None:
    """The side map says where each part stands."""
    text = " param = 20 , 10,3\n"
    assert [text[s.start : s.end] for s in read(text).spans.values()] == ["20", "10", "3"]
    text = "voice=m3,en"
    assert {path: text[s.start : s.end] for path, s in read(text).spans.items()} == {
        ("name",): "m3",
        ("language",): "en",
    }
    assert [*read("m3").spans] == [("name",)]


@settings(max_examples=100, deadline=None)
@given(settings_of_calls)
def test_setting_reads_back_equal(value: Setting) -> None:
    """Any value that can be said is written so that reading it gives the same one; so does its JSON."""
    assert parse(build(value)) == value
    assert msgspec.json.decode(msgspec.json.encode(value), type=Setting) == value


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_any_text_gives_a_value_or_a_parse_error(text: str) -> None:
    """No text makes reading fail otherwise; problems lie inside the text; layout keeps what is said."""
    reading = read(text)
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    try:
        value = parse(text)
    except ParseError as error:
        assert error.problems == ParseError(text, reading.problems).problems  # an error shows no secret
        return
    assert parse(format_text(text)) == value


#: Values that cannot be said, and the field that stands in the way.
UNSAYABLE: list[tuple[object, str]] = [
    (Param(-1, 10, 3), "wait"),
    (Param(100, 10, 3), "wait"),
    (Param(20, -1, 3), "interval"),
    (Param(20, 3601, 3), "interval"),
    (Param(20, 10, -1), "attempts"),
    (Param(20, 10, 10), "attempts"),
    (Voice("m", ""), "language"),
    (Voice("m", "english"), "language"),
    (Voice("m5"), "name"),  # type: ignore[arg-type]
    (5, "value"),
]


@pytest.mark.parametrize(("value", "field"), UNSAYABLE)
def test_what_cannot_be_said_names_its_field(value: object, field: str) -> None:
    """A number for which the service would drop all three, and an unknown voice, are not written (PAR-12, PAR-13)."""
    with pytest.raises(BuildError) as caught:
        build(value)  # type: ignore[arg-type]
    assert caught.value.field == field


PLACES: dict[str, object] = {
    "name": lambda text: Voice(text),
    "language": lambda text: Voice("m", text),
    "wait": lambda text: Param(text, 10, 3),
    "interval": lambda text: Param(20, text, 3),
    "attempts": lambda text: Param(20, 10, text),
}
MORE = [
    "m,en",
    "m\nparam=1,2,3",
    "M",
    "20",
    "en,w2",
    "en ",
    " en",
    "|",
    ";",
    "\\n",
    "\u2028",
    "\u0435n",
    "{button,x,y}",
]


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("attack", [*ATTACKS, *MORE])
def test_text_never_becomes_structure(place: str, attack: str) -> None:
    """Text from a stranger stays the text of its field, or is refused by the field's name."""
    value: Setting = PLACES[place](attack)  # type: ignore[operator]
    try:
        text = build(value)
    except BuildError as error:
        assert error.field == place
        return
    assert parse(text) == value


@pytest.mark.parametrize("said", ["0,0,0", "99,3600,9", "36,9,0", "10,10,1"])
def test_what_the_service_moves_is_said(said: str) -> None:
    """PAR-13: the page allows values that it then moves into their range, so they are read and built."""
    assert build(parse(said)) == f"param={said}"


@given(st.integers(-1, 120), st.integers(-1, 4000), st.integers(-1, 12))
@settings(max_examples=200, deadline=None)
def test_what_is_built_is_dialled(wait: int, interval: int, attempts: int) -> None:
    """What can be built is dialled, each value in its range; what is refused would be dropped whole (PAR-13)."""
    param = Param(wait, interval, attempts)
    try:
        build(param)
    except BuildError:
        assert dialling(param) == DEFAULT
        return
    used = dialling(param)
    assert used == Dialling(min(max(wait, 10), 35), (max(interval, 10),) * 2, max(attempts, 1))


def test_tables_agree_with_lark_on_voices() -> None:
    """10,000 mutations of voices and parameters: the same tree, or the same error, as by Lark."""
    lark, parser = lark_of("voice"), Parser(tables_of("voice"))
    samples = [text for text, *_ in FORMS] + [text for text, *_ in SLIPS] + ["voice=w2,en", "param=1,2,3"]
    pieces = ["voice=", "param=", ",", " ", "m", "w4", "en", "2", "-", "\u043c", "\n", "="]
    for text in mutations(samples, pieces, 10_000):
        assert by_tables(parser, text) == by_lark(lark, text), text


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("m3,en", True),
        ("param=20,10,3", True),
        ("w2" + " " * 97, True),  # as long as is looked at
        ("w2" + " " * 98, False),
        ("", False),
        ("param=20,10", False),
        ("may", False),
    ],
)
def test_what_a_voice_looks_like(text: str, likely: bool) -> None:
    """A short text that is a voice or parameters and nothing else is taken for them (PAR-12, PAR-13)."""
    assert CODEC.looks_like(text) is likely
