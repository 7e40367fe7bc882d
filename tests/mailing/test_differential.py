"""The line pattern, the tables and the bulk reader of lists against Lark itself, which the grammar is written for."""

from __future__ import annotations

import os

import pytest

from smsc_codec.grammar.runtime import Parser
from smsc_codec.payloads.mailing.read import LINES, match_line
from tests.grammar.mutations import mutations
from tests.grammar.test_differential import by_lark, by_tables, lark_of, tables_of
from tests.mailing.strategies import PIECES

SAMPLES = [
    "79999999999:Hello!",
    r"79999999999;Hello\nworld: a|b\n~~~\nComment1\n~~~\nx",
    "Shop|+7 (999) 999-99-99 , G777,bob@example.com: Hi",
    "My Shop , -2 | 79999999999,78888888888:Привет",
    "shop@x.ru,+3|bob@y.ru:a@b",
    "  79999999999 ;a,b|c",
    "Shop,x|7999:y",
]
#: `LIST_MUTATIONS` gives another number, for a longer run by hand.
NUMBER = int(os.environ.get("LIST_MUTATIONS", "100000"))


@pytest.mark.slow
def test_pattern_and_tables_agree_with_lark_on_mutations() -> None:
    """On 100,000 broken lines the pattern, alone and in bulk, accepts what Lark accepts and captures the same fields.

    The tables give the same tree, or the same error place and expected set; and both kinds of line occur.
    """
    lark, parser = lark_of("mailing"), Parser(tables_of("mailing"))
    names = list(LINES.groupindex)
    accepted = refused = 0
    for text in mutations(SAMPLES, [p for p in PIECES if "\n" not in p], NUMBER):
        tree = by_lark(lark, text)
        assert by_tables(parser, text) == tree, text
        match = match_line(text)
        if tree[0] == "error":
            refused += 1
            assert match is None, text
            fields = dict.fromkeys(names, "")
        else:
            accepted += 1
            fields = dict.fromkeys(names, "") | {kind: text[a:b] for kind, a, b in tree[1]}
            assert match is not None, text
            assert match.groupdict("") == fields, text
        assert [dict(zip(names, row, strict=True)) for row in LINES.findall(f"a\n{text}\r\n:")][
            1
        ] == fields, text
    assert accepted > NUMBER // 10
    assert refused > NUMBER // 10
