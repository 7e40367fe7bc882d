"""The compiled tables and patterns against Lark itself, which the grammars are written for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lark import Lark, Token, Tree, UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from smsc_codec.grammar.compiler import compile_grammar
from smsc_codec.grammar.runtime import Parser, Unexpected
from tests.grammar.mutations import mutations

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
    for text in mutations(menu_samples(), MENU_PIECES, 100_000):
        mine = by_tables(parser, text)
        assert mine == by_lark(lark, text), text
        accepted, refused = accepted + (mine[0] != "error"), refused + (mine[0] == "error")
    assert accepted > 10_000
    assert refused > 10_000


PATTERNS = {
    "files": (
        [
            "<file 1>",
            "<file /upload/files/sms/a/b.jpg width=200 height=400>",
            "<file https://a.b/c.png>",
            "<file 12 >",
        ],
        ["<file ", ">", "1", "/", " ", "width=", "height=9", "https://", "x", "\n", "<", "0" * 9],
    ),
    "voice": (
        ["param=20,10,3", "1,2,3", "param = 1 , 2 , 3"],
        ["param=", ",", " ", "1", "9" * 9, "=", "x", "\t"],
    ),
}


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_pattern_agrees_with_lark(name: str) -> None:
    """The one line pattern of a language without recursion accepts what Lark accepts, and captures the same fields."""
    lark, tables = lark_of(name), tables_of(name)
    assert tables.pattern is not None
    pattern, parser = re.compile(tables.pattern), Parser(tables)
    samples, pieces = PATTERNS[name]
    accepted = 0
    for text in mutations(samples, pieces, 20_000):
        tree = by_lark(lark, text)
        assert by_tables(parser, text) == tree, text
        match = pattern.fullmatch(text)
        fields = {kind: text[start:end] for kind, start, end in tree[1]} if tree[0] != "error" else None
        assert ({k: v for k, v in match.groupdict().items() if v is not None} if match else None) == fields, (
            text
        )
        accepted += fields is not None
    assert accepted > 500


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
