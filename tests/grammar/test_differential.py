"""The compiled tables and patterns against Lark itself, which the grammars are written for."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from lark import Lark, Token, Tree, UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from smsc_codec.grammar.compiler import compile_grammar
from smsc_codec.grammar.runtime import Parser, Unexpected
from tests.grammar.mutations import counted, mutations

#: `GRAMMAR_MUTATIONS` gives another number, for a longer run by hand.
NUMBER = int(os.environ.get("GRAMMAR_MUTATIONS", "20000"))
ROOT = Path(__file__).resolve().parents[2]
GRAMMARS = ROOT / "grammars"
EXAMPLES = ROOT / "docs" / "examples"

MENU_PIECES = [
    "{menu:", "<menu:", "}", ">", "\n", "\r\n", "\n1: ", "\n*: back", "\n#: start", "\n0: repeat", "\n2: end", "end",
    "call:", "sms:", "record", "record: ", "wait=", "ok:end", "err:6", "err:", ",", " ", "79990000000", "$phone",
    "${x}", "{", "<", "Я", ":", "url", "https://a.b/c", "\n\n~~~\nparam=1,2,3", "~~~", "<file 1>", "\t", "\u00a0",
    "\x00",
]  # fmt: skip
MENU_SAMPLES = [
    "a {menu: b\n1: c} d",
    "<menu: b\n1: c <file 1>\n2: end> d",
    "{menu:\n5: call:7,8 wait=1 ok:end err:a record\n3: sms:7,S,t\n7: record: 5\n1: url\n2: https://a.b/c\n0: repeat}",
    "{menu: x\n1: call:7 wait=x ok:no zz err:Я record\n2: sms:7\n3: record: ten\n4: end\nstray}",
]


def menu_samples() -> list[str]:
    files = sorted(EXAMPLES.rglob("*.menu"))
    assert files
    return MENU_SAMPLES + [path.read_bytes().decode("utf-8") for path in files]


def lark_of(name: str) -> Lark:
    return Lark.open(
        str(GRAMMARS / f"{name}.lark"), parser="lalr", lexer="contextual", maybe_placeholders=False
    )


def tables_of(name: str) -> Any:
    return compile_grammar((GRAMMARS / f"{name}.lark").read_text(encoding="utf-8"), folder=str(GRAMMARS))


def lark_shape(node: Any) -> Any:
    if isinstance(node, Token):
        return node.type, node.start_pos, node.end_pos
    assert isinstance(node, Tree)
    return str(node.data), [lark_shape(child) for child in node.children]


def by_lark(lark: Lark, text: str) -> Any:
    """The tree, or where the text stops making sense and what could have stood there."""
    try:
        return lark_shape(lark.parse(text))
    except UnexpectedInput as error:
        if isinstance(error, UnexpectedToken):
            accepts, at = error.accepts, error.pos_in_stream
            if error.token.type == "$END":
                at = len(text)
        else:
            assert isinstance(error, UnexpectedCharacters)
            accepts, at = error.interactive_parser.accepts(), error.pos_in_stream  # type: ignore[attr-defined]
        return (
            "error",
            at,
            sorted(name for name in accepts if name != "ERROR" and not name.endswith("_ERROR")),
        )


def by_tables(parser: Parser, text: str) -> Any:
    try:
        return parser.parse(text)
    except Unexpected as error:
        return "error", error.at, sorted(error.expected)


def test_menu_tables_agree_with_lark_on_samples() -> None:
    """Every real sample gives the same tree, or the same error place and expected set, by our tables and by Lark."""
    lark, parser = lark_of("menu"), Parser(tables_of("menu"))
    for text in menu_samples():
        assert by_tables(parser, text) == by_lark(lark, text), text


@pytest.mark.slow
def test_menu_tables_agree_with_lark_on_mutations() -> None:
    """100,000 mutations of real samples: same tree, same error place, same expected set; and both kinds occur."""
    lark, parser = lark_of("menu"), Parser(tables_of("menu"))
    accepted = refused = 0
    for text, times in counted(mutations(menu_samples(), MENU_PIECES, 5 * NUMBER)):
        mine = by_tables(parser, text)
        assert mine == by_lark(lark, text), text
        if mine[0] == "error":
            refused += times
        else:
            accepted += times
    assert accepted > 10_000
    assert refused > 10_000


PATTERNS = {
    "binary": (
        ["0048", "0048\n~~~\npid: 0, dcs: 4", "aB\n~~~\npid: 255, dcs: 255", "00\n~~~\npid: 99, dcs: 199"],
        ["0", "00", "F", "a", "g", "\n~~~\n", "pid: ", ", dcs: ", "25", "256", " ", "\n"],
    ),
    "mark": (
        ["\n~~~\n", "\r\n~~~\r\n", "\\n~~~\\n"],
        ["\n", "\r", "~", "~~~", "\\n", "\\"],
    ),
    "push": (
        ["http://wap.ru\nWAP.RU", "a\nb\nc", "https://a.b/c?d=e\nЯ"],
        ["http://", "\n", " ", "a", "\r", "\t", "\x00", "\u00a0"],
    ),
    "smtp": (
        [
            "a:b:1:,:0,0,,:7:Hello",
            "a:b:0:0101120000,3:1,7,S,1:7,8:x:y",
            "a:b::::7:m",
            ":::,:,,,::7:a\n8:b",
            "a:b:0:::7:",
        ],
        [":", ",", "a", "1", "0101120000", "\n", " ", "::", ",,"],
    ),
    "files": (
        [
            "<file 1>",
            "<file /upload/files/sms/a/b.jpg width=200 height=400>",
            "<file https://a.b/c.png>",
            "<file 12 >",
        ],
        ["<file ", ">", "1", "/", " ", "width=", "height=9", "https://", "x", "\n", "<", "0" * 9],
    ),
    "reply": (
        [
            "1.40 (1 SMS)",
            "OK - 1 SMS, ID - 1234",
            "OK - 2 SMS, ID - a.b-c_d, COST - 1.40",
            "OK - 2 SMS, ID - 1234, COST - 1.40, BALANCE - 100.50",
            "ERROR = 2 (authorise error)",
            "ERROR = 6 (message is denied (spam), twice), ID - 1234",
            "ERROR = 4",
            "OK",
            "250.80",
            "250.80 RUR",
            "-3.5",
            "ID - 12",
            "id = 1, name = a, b, format = sms, sender = S, flag = 1, message = Hello, world",
            "id = 1, name = , format = , sender = , flag = , message = ",
            "МТС = 2, id = 15",
            "mts = -1",
            "Status = 1, check_time = 20.05.2013 15:00:00",
            "Status = 20, check_time = 20.05.2013 15:00:00, err = 201",
            "Status = -3",
        ],
        [
            "OK",
            " - ",
            ", ID - ",
            ", COST - ",
            "1.40",
            " (",
            " SMS)",
            "ERROR = ",
            ")",
            " = ",
            "id = ",
            ", name = ",
            "0",
            "Status = ",
            ", err = ",
            ".",
            "-",
            "\n",
            " ",
            "x",
        ],
    ),
    "recipients": (
        ["79990000000", "+7 (999) 000-00-00", "G777", "a@b.ru", "@name", "#-100", ", ", "odd one", " "],
        ["7", "+", "(", ")", " ", "-", "G", "@", "#", ",", ";", "\n", ".", "a"],
    ),
    "message": (
        [
            "__CALL__: Hello\n~~~\nparam=1,2,3",
            "__HLR__",
            "__PING__",
            "Hello",
            "a\r\n~~~\r\nb",
            "__VIBER__:x",
            "\n~~~\n",
        ],
        ["__CALL__:", "__SOC__: ", "__PING__", "\n~~~\n", "\r\n~~~\r\n", "\n", "\r", "a", " ", "~~~"],
    ),
    "macro": (
        [
            "<file 1>",
            "<FILE /a width=2>",
            "{button,http://a,b}",
            "<button,tel:7,b>",
            "{no_unsub}",
            "{menu: a\n1: b}",
            "<menu: a <b> c>",
            "{button,}",
            "{button,,}",
        ],
        [
            "<file ",
            ">",
            "{button,",
            "<button,",
            ",",
            "}",
            "{menu:",
            "<menu:",
            "a",
            " ",
            "1",
            "http://",
            "{no_unsub}",
            "\n",
        ],
    ),
    "mailing": (
        ["79990000000:Hello", "S|7999;a", "S,2|7999,+7 (999) 1,a@b.ru,G7:a\\n~~~\\nc", "7999:", " 7:a\\b"],
        ["7", ":", ";", "|", ",", " ", "\\n", "\\n~~~\\n", "a", "@", "G", "+", "(", ")", "\\"],
    ),
    "numbers": (
        [
            "1234,1",
            "a-b,2,1.40",
            "1234,1,1.40,100.50",
            "0,-1",
            "1234,-3",
            "7",
            "-3.5",
            "OK",
            "7,first,sms,ivan,1,Hello, world",
            "7,,,,,",
            "7,a,b,c,1,x\ny",
        ],
        ["1", "0", ",", ",-", "-", ".", "1.40", "a", ",,", "sms", "\n", " ", "7,a,b,c,1,"],
    ),
    "mailing_nl": (
        [
            "7999:a",
            "S|7999;a\nb\n~~~\nc\nd",
            "S,2|7999,8:a\r\n\r\nb\r\n~~~\r\nc",
            "7:a\n~~~\n",
            "7:\n~~~x",
            " 7:a\r",
            "7999:",
        ],
        [
            "7",
            ":",
            ";",
            "|",
            ",",
            " ",
            "\n",
            "\r\n",
            "\r",
            "~~~",
            "\n~~~\n",
            "\n7:b",
            "\nS|7",
            "a",
            "@",
            "\\n",
        ],
    ),
    "voice": (
        ["param=20,10,3", "1,2,3", "param = 1 , 2 , 3"],
        ["param=", ",", " ", "1", "9" * 9, "=", "x", "\t"],
    ),
}


SCHEDULES = (
    [
        "time=0101120000&tz=2",
        "9-21",
        "+30\nvalid=24:00",
        "period=0.5&freq=10",
        "time=01.01.12 00:00",
        "01234567890",
    ],
    ["time=", "tz=", "period=", "freq=", "valid=", "&", "\n", " ", "0", "1", ".", ":", "-", "+", "x", "01"],
)
CALLS = (
    [
        '# x\nmenu: page.menu\nsilence: leave\n\n> hear "Hello \\"x\\" \\\\"\n> ...\n< 5\n> leave "Bye" ... "x" ...\n',
        "> call 79990000000, +7 (999) 1 wait 10 record\n< no answer\n> call\r\n< hung  up",
        '> sms $phone from "Shop" ... "b"\n> notify https://a.b/c\n> record 5\n> unread\n< wrong key',
        '  < *\n> hear ... "free" ...  \n<#\n>leave\nafter-leaf : stay\n',
    ],
    [
        "<", ">", "\n", "\r\n", " ", "\t", '"', "\\", "...", "hear", "leave", "call", "sms", "from", "wait ", "5",
        "#", "menu:", "silence", ": ", "no answer", "79990000000", ",", "record", "https://a", "Я", "\u00a0", "\x0b",
        "unread",
    ],
)  # fmt: skip
#: The grammars that have tables alone.
TABLES = {"menu": (MENU_SAMPLES, MENU_PIECES), "schedule": SCHEDULES, "call": CALLS}


@pytest.mark.slow
def test_call_tables_agree_with_lark_on_mutations() -> None:
    """Calls told line by line: same tree, same error place, same expected set; and both kinds occur."""
    lark, parser = lark_of("call"), Parser(tables_of("call"))
    accepted = refused = 0
    for text, times in counted(mutations(*CALLS, NUMBER)):
        mine = by_tables(parser, text)
        assert mine == by_lark(lark, text), text
        if mine[0] == "error":
            refused += times
        else:
            accepted += times
    assert accepted > 2_000
    assert refused > 2_000


@pytest.mark.slow
def test_schedule_tables_agree_with_lark_on_mutations() -> None:
    """The times of a request: same tree, same error place, same expected set (TIM-1 .. TIM-6)."""
    lark, parser = lark_of("schedule"), Parser(tables_of("schedule"))
    for text, _ in counted(mutations(*SCHEDULES, NUMBER)):
        assert by_tables(parser, text) == by_lark(lark, text), text


def test_every_grammar_is_held_to_lark() -> None:
    """Each grammar that was compiled to a pattern has samples here, and so has each that has tables alone."""
    named = {path.stem for path in GRAMMARS.glob("*.lark")}
    assert {name for name in named if tables_of(name).pattern is not None} == set(PATTERNS)
    assert named == set(PATTERNS) | set(TABLES)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_pattern_agrees_with_lark(name: str) -> None:
    """The one line pattern of a language without recursion accepts what Lark accepts, and captures the same fields."""
    lark, tables = lark_of(name), tables_of(name)
    assert tables.pattern is not None
    pattern, parser = re.compile(tables.pattern), Parser(tables)
    accepted = 0
    for text, times in counted(mutations(*PATTERNS[name], NUMBER)):
        tree = by_lark(lark, text)
        assert by_tables(parser, text) == tree, text
        match = pattern.fullmatch(text)
        fields = {kind: text[start:end] for kind, start, end in tree[1]} if tree[0] != "error" else None
        assert ({k: v for k, v in match.groupdict().items() if v is not None} if match else None) == fields, (
            text
        )
        accepted += times * (fields is not None)
    assert accepted > 500


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_samples_agree_with_lark(name: str) -> None:
    """Every sample, as the page writes it, is taken by the pattern, the tables and Lark alike (RSP-1, ERR-1)."""
    lark, tables = lark_of(name), tables_of(name)
    parser = Parser(tables)
    for text in PATTERNS[name][0]:
        tree = by_lark(lark, text)
        assert tree[0] != "error", text
        assert by_tables(parser, text) == tree
        assert re.fullmatch(tables.pattern, text), text


LITERALS = """
start: "say" NAME ("," NAME)* -> names
     | "if" _inner?
_inner: NAME NUMBER*
?other: NUMBER
NAME: /[a-z]+/
NUMBER: /[0-9]+/
%ignore " "
"""


def test_grammar_of_a_stranger() -> None:
    """What our own grammars do without works too: literals inside a pattern's matches, ignored text, aliases."""
    lark = Lark(LITERALS, parser="lalr", lexer="contextual", maybe_placeholders=False)
    parser = Parser(compile_grammar(LITERALS))
    pieces = ["say", "if", "a", " ", ",", "1", "sayif", "  "]
    for text in mutations(["say a, b", "if x 1 2", "if", "say say"], pieces, 5_000):
        assert by_tables(parser, text) == by_lark(lark, text), text
