"""The compiled patterns of messages and macros against Lark, which the grammars are written for."""

from __future__ import annotations

import re

import pytest

from smsc_codec.grammar.runtime import Parser
from tests.grammar.mutations import mutations
from tests.grammar.test_differential import by_lark, by_tables, lark_of, tables_of

SAMPLES: dict[str, tuple[list[str], list[str]]] = {
    "message": (
        ["__CALL__: Hi\n~~~\nparam=1,2,3", "__HLR__\n~~~\nx", "a\r\nb\r\n~~~\r\nc", "__PING__", "Hello", ""],
        [
            "__CALL__:",
            "__SOC__: ",
            "__PING__",
            "_",
            "\n",
            "\r",
            "~~~",
            "~",
            "\n~~~\n",
            "Я",
            "\u2028",
            "\x00",
            " ",
        ],
    ),
    "macro": (
        [
            "<file 1>",
            "<FILE /upload/files/sms/a/b.jpg width=200 height=400>",
            "<file https://a.b/c.png>",
            "{button, https://a.b, c d}",
            "<button,tel:79990000000,c>",
            "{no_unsub}",
            "{menu: x <file 1>\n1: a}",
            "<menu: x <file 1>\n1: a>",
        ],
        [
            "<file ",
            ">",
            "}",
            "{",
            "<",
            "1",
            "/",
            " ",
            "width=",
            ",",
            "https://",
            "x",
            "\n",
            "{button,",
            "{menu:",
            "Я",
        ],
    ),
}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_pattern_and_tables_agree_with_lark(name: str) -> None:
    """On 10,000 mutated samples: the same tree or error by tables, and the same fields by the one pattern."""
    lark, tables = lark_of(name), tables_of(name)
    assert tables.pattern is not None
    pattern, parser = re.compile(tables.pattern), Parser(tables)
    accepted = refused = 0
    for text in mutations(*SAMPLES[name], 10_000):
        tree = by_lark(lark, text)
        assert by_tables(parser, text) == tree, text
        match = pattern.fullmatch(text)
        fields = {kind: text[start:end] for kind, start, end in tree[1]} if tree[0] != "error" else None
        mine = {k: v for k, v in match.groupdict().items() if v is not None} if match else None
        assert mine == fields, text
        accepted, refused = accepted + (fields is not None), refused + (fields is None)
    assert accepted > 500
    assert refused > 500 or name == "message"


def test_every_text_fits_the_grammar_of_messages() -> None:
    """A message is never a syntax error: what is not prefix or comment is text (PFX, CMT-1)."""
    lark = lark_of("message")
    assert all(by_lark(lark, text)[0] == "start" for text in mutations(*SAMPLES["message"], 2_000, seed=1))
