"""Colours: every piece of a text has one, made of the grammars, and nothing of a text is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsc_codec.grammar.automaton import Nested, automaton
from smsc_codec.grammar.colours import COLOURS, INSIDE, ROLES
from smsc_codec.grammar.compiler import compile_grammar
from smsc_codec.grammar.oneline import lines
from smsc_codec.grammar.painter import pieces, tables
from smsc_codec.grammar.runtime import Parser, Tables, Unexpected
from smsc_codec.grammar.textmate import grammar
from smsc_codec.linter.kinds import ending

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PAGE = (EXAMPLES / "page.menu").read_text(encoding="utf-8")
ENDS = {"menu": ".menu", "mailing": ".list", "message": ".sms", "call": ".call"}


def files(kind: str) -> list[str]:
    """The examples of a kind, sound and broken."""
    found = [
        file.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        for file in sorted(EXAMPLES.rglob("*.*"))
        if (ending(file.name) or ("",))[0] == kind
    ]
    assert found
    return found


def painted(name: str, text: str) -> list[tuple[str, str]]:
    return [(text[start:end], role) for start, end, role in pieces(name, text)]


@pytest.mark.parametrize("name", COLOURS)
def test_every_terminal_has_a_role(name: str) -> None:
    """A new terminal of a grammar must be given a role; roles of terminals that are gone go, too."""
    assert set(COLOURS[name]) == set(tables(name).terminals)
    assert set(COLOURS[name].values()) <= set(ROLES)


def test_what_is_inside_exists() -> None:
    """What has colours of its own inside a terminal names languages and terminals that there are."""
    for (name, terminal), inside in INSIDE.items():
        assert terminal in COLOURS[name]
        assert inside.language in COLOURS
        assert set(inside.terminals) <= set(COLOURS[name])


@pytest.mark.parametrize(
    ("piece", "role"),
    [
        ("{menu:", "mark"), ("\n*: ", "key"), ("back", "command"), ("\n#: ", "key"), ("start", "command"),
        ("repeat", "command"), ("\n11: ", "key"), ("подпункт 1.1", "text"), ("sms:", "command"), ("Sender", "name"),
        ("$phone", "variable"), ("url", "address"), ("call:", "command"), ("79999999998", "number"),
        ("wait=", "parameter"),
        ("10", "number"), ("ok:", "parameter"), ("end", "choice"), ("err:", "parameter"), ("callerr", "label"),
        ("record", "parameter"), ("record", "command"), ("\nerr: ", "key"), ("}", "mark"), ("Ваш номер: ", "text"),
    ],
)  # fmt: skip
def test_the_menu_of_the_page(piece: str, role: str) -> None:
    """Each sign of the menu that the service's page shows has the colour of what it is."""
    assert (piece, role) in painted("menu", PAGE)


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("menu", "{menu:\n1: call:x wait=ten\n}", [("x", "wrong"), ("ten", "wrong")]),
        ("menu", "{menu: a\n1: end\n}\n~~~\nsend on Monday", [("send on Monday", "comment")]),
        ("menu", "<menu: a <file 1> b\n1: end\n>", [("<file ", "mark"), ("1", "number"), ("\n>", "mark")]),
        ("menu", "{menu: 1: end\n2 - end}", [(" 1: end\n2 - end", "text")]),
        ("message", "__VIBER__: Hi {button,https://a.example,Open}", [("__VIBER__: ", "mark"), ("Open", "text")]),
        ("message", "Hi\n~~~\nnote", [("\n~~~\n", "comment"), ("note", "comment")]),
        ("message", "__CALL__:{menu: a\n1: end}", [("\n1: ", "key"), ("end", "command")]),
        ("mailing", "Shop,3|79990000001:a:b", [("Shop", "name"), ("3", "number"), ("a:b", "text")]),
        ("mailing", "79990000001;x\n\n79990000002;y", [("79990000002", "number"), ("y", "text")]),
        ("recipients", "79990000001, G77; a@b.example, @nick, oops!", [("G77", "label"), ("oops!", "wrong")]),
        ("schedule", "time=10.11.26 10:00\ntz=3&freq=x", [("10.11.26 10:00", "number"), ("x", "wrong")]),
        ("voice", "param=60,10,3", [("param=", "parameter"), ("60", "number")]),
        ("call", "# a\n< no answer\n> sms $phone from \"A\" \"b\"", [("no answer", "command"), ('"A"', "quoted")]),
    ],
)  # fmt: skip
def test_pieces(name: str, text: str, wanted: list[tuple[str, str]]) -> None:
    """What is known has the colour of what it is, what is wrong the colour of mistakes."""
    found = painted(name, text)
    assert [piece for piece in wanted if piece not in found] == []


@pytest.mark.parametrize("name", COLOURS)
@given(data=st.data())
def test_pieces_join_to_the_text(name: str, data: st.DataObject) -> None:
    """Whatever a text holds, its pieces joined are the text, each with a role or none."""
    alphabet = st.sampled_from(
        [*"{}<>:;,|=$&@#*~\n\r \t\\\"'09+-Gg", "menu", "call:", "wait=", "file ", "~~~", "время"]
    )
    text = "".join(data.draw(st.lists(alphabet, max_size=60)))
    found = list(pieces(name, text))
    assert "".join(text[start:end] for start, end, _ in found) == text
    assert all(start < end for start, end, _ in found)
    assert {role for _, _, role in found} <= {*ROLES, ""}


def test_many_menus_inside_each_other() -> None:
    """A text that opens a menu again and again is painted in bounded depth."""
    for name in COLOURS:
        text = "{menu:" * 500
        assert "".join(piece for piece, _ in painted(name, text)) == text


@pytest.mark.parametrize(
    ("name", "unit"), [("mailing", "x "), ("mailing", "@"), ("menu", "{<"), ("message", "<file")]
)
def test_a_line_that_makes_no_sense(name: str, unit: str) -> None:
    """Of a long line that makes no sense not every sign is tried against the rest of it; the next line is coloured."""
    text = unit * 5000 + "\n79990000001:text"
    found = painted(name, text)
    assert "".join(piece for piece, _ in found) == text
    if name == "mailing":
        assert ("79990000001", "number") in found
        assert len(found) < 1000


@pytest.mark.parametrize("kind", ENDS)
def test_a_sound_text_is_read_as_the_parser_reads_it(kind: str) -> None:
    """Where the parser takes a text, no piece of it is uncoloured or wrong but what the grammar itself calls odd."""
    parser = Parser(tables(kind))
    odd = {terminal for terminal, role in COLOURS[kind].items() if role == "wrong"}
    taken = 0
    for text in files(kind):
        for part in text.splitlines() if kind == "mailing" else [text]:
            try:
                tree = parser.parse(part)
            except Unexpected:
                continue
            taken += 1
            found = {role for _, role in painted(kind, part)}
            assert "" not in found
            if not any(f"'{terminal}'" in str(tree) for terminal in odd):
                assert "wrong" not in found
    assert taken > 2


@pytest.mark.parametrize("kind", [kind for kind in COLOURS if kind not in ("macro", "recipients")])
def test_the_automaton_takes_what_the_parser_takes(kind: str) -> None:
    """After any way through the automaton the parser expects the same terminals, and no others."""
    own = tables(kind)
    parser, states = Parser(own), automaton(own)
    seen, ahead = {0}, [(0, [own.start])]
    while ahead:
        state, stack = ahead.pop()
        expected = {name for name in own.terminals if parser._accepts(stack, name)}
        assert set(states[state]) == expected
        for terminal, after in states[state].items():
            if after not in seen:
                seen.add(after)
                ahead.append((after, shifted(own, stack, terminal)))
    assert seen == set(range(len(states)))


def shifted(own: Tables, stack: list[int], terminal: str) -> list[int]:
    """The parser's stack after a terminal, by the tables alone."""
    stack = list(stack)
    while (action := own.states[stack[-1]][terminal]) < 0:
        origin, size = own.rules[~action][:2]
        stack = stack[: len(stack) - size]
        stack.append(own.states[stack[-1]][origin])
    return [*stack, action]


def test_a_grammar_that_nests_is_refused() -> None:
    """Brackets inside brackets need a stack, which highlighters have not: it is said, not tried forever."""
    nested = compile_grammar('start: "(" start ")" | "x"')
    with pytest.raises(Nested):
        automaton(nested)


@pytest.mark.parametrize(
    ("pattern", "first", "goes_on", "starts_line"),
    [
        (r"\s*\n[ \t]*[0-9]:", r"^(?=.)[ \t]*[0-9]:", None, True),
        (r"\r?\n~~~\r?\n", r"^(?=.)~~~\r?$", None, True),
        (r"(?:[^}\n]++|\n(?![0-9]:))+", r"(?>[^}\n]+)+", r"^(?=.)(?![0-9]:)(?>[^}\n]+)+", False),
        (r"(?s:.+)", ".+", "^(?=.).+", False),
        (r"end(?=\s|\Z)", r"end(?=(?:\s|$))", None, False),
        (r"(?i:file)[ \t]+", r"(?i:file)[ \t]+", None, False),
        (r"\s*\}", r"\s*\}", None, False),
        (r"[^\]a-z\n^-]{2,3}", r"[^\]a-z\n\^\-]{2,3}", None, False),
    ],
)
def test_lines_of_patterns(pattern: str, first: str, goes_on: str | None, starts_line: bool) -> None:
    """A pattern that spans lines becomes one for each line, in the words of TextMate's engine."""

    def bare(text: str | None) -> str | None:
        return None if text is None else text.replace("(?:(?>[^}\\n]+))+", "(?>[^}\\n]+)+")

    made = lines(pattern)
    assert (bare(made.first), bare(made.next), made.starts_line) == (first, goes_on, starts_line)


def test_textmate_follows_the_grammar() -> None:
    """A word that is changed in the Lark grammar is changed in what is made of it, and nothing else says it."""
    source = (ROOT / "grammars" / "menu.lark").read_text(encoding="utf-8")
    changed = compile_grammar(source.replace("/wait[", "/patience["), folder=str(ROOT / "grammars"))
    every = {name: tables(name) for name in COLOURS}

    def made(**other: Tables) -> str:
        return json.dumps(grammar("menu", {**every, **other}, scope="source.smsc.menu", title="", ends=()))

    assert "patience[" not in made()
    assert made().replace("wait[", "patience[") == made(menu=changed)
    assert re.search("wait(?!\\|ok)", made(menu=changed)) is None
