"""Where a value begins and ends: all of it, and what stands beside it stays."""

from __future__ import annotations

import pytest

from smsc_codec.secrets.values import Reader

#: How a name is written: `psw=abc`, `psw: abc`, among parameters, in brackets among others, in a header.
HOW = {
    "tight": {"tight": True},
    "loose": {"tight": False},
    "in_query": {"tight": True, "in_query": True},
    "in_object": {"tight": False, "in_object": True},
    "header": {"tight": False, "header": True},
}
#: Texts: behind ^ a value is looked for, between ‹ and › it stands.
ROWS = (
    ("tight", "psw=^‹abc› def"),
    ("tight", "psw=^‹abc›\n"),
    ("tight", "psw=^‹abc›&phones=1"),
    ("tight", "psw=^‹abc›&amp;phones=1"),
    ("tight", "psw=^‹a&b› c"),
    ("tight", "psw=^‹abc›;login=x"),
    ("tight", "psw=^‹abc›,login: x"),
    ("tight", "psw=^‹a,b›"),
    ("tight", "psw=^‹abc›</b>"),
    ("tight", "'psw=^‹abc›'"),
    ("tight", "'psw=^‹abc›' -x"),
    ("tight", "psw=^‹a'b'c› d"),
    ("tight", "psw=^'‹abc def›' g"),
    ("loose", 'psw = ^"‹a\\"b›" c'),
    ("loose", "psw = ^‹abc def›\nx"),
    ("loose", "psw: ^‹abc def›, login: x"),
    ("in_object", "{psw: ^‹abc›, login: x}"),
    ("in_object", "{psw: ^‹abc›}"),
    ("loose", "psw: ^‹abc} d›"),
    ("loose", "psw = ^'‹''a\n'b' c''›' d"),
    ("loose", "psw = ^'‹''a›"),
    ("loose", "psw = ^'‹abc›"),
    ("loose", "psw = ^'‹abc›\nx = 1"),
    ("loose", "psw = ^'‹ab\nc›' d"),
    ("loose", "psw = ^'‹a' 'b›' c"),
    ("loose", "psw = ^'‹a' + 'b›' c"),
    ("loose", "psw = ^'‹a'\n  'b›' c"),
    ("loose", "psw = ^'‹a›', 'b': 1"),
    ("loose", "psw = ^'‹a›' 'b': 1"),
    ("loose", "psw = ^b'‹abc›' d"),
    ("loose", "psw = ^'‹it''s›' d"),
    ("loose", "psw = ^'‹a'b› d"),
    ("loose", "psw = ^‹os.getenv('A', 'b')› c"),
    ("loose", "psw = ^‹f('a') or 'b'› c"),
    ("loose", "psw = ^‹f('a') if x else 'b'› c"),
    ("loose", "psw = ^'‹abc'.encode('x')› d"),
    ("tight", "psw=^‹$(cat 'a b')› d"),
    ("tight", "psw=^‹${X:-a b}› d"),
    ("tight", "psw=^‹{{ x y }}› d"),
    ("tight", "psw=^‹['a', 'b']› d"),
    ("tight", "psw=^‹[a]› d"),
    ("loose", "psw = ^‹[a b]› d"),
    ("loose", "psw = ^‹[a b d›"),
    ("tight", "psw=^‹$(cat› a\n\nb) d"),
    ("tight", "psw=^‹a\\\n  b› c"),
    ("tight", "psw=^‹a\\›\n  -x"),
    ("tight", "psw=^‹a\\ b› c"),
    ("tight", "'psw=^‹a b›' c"),
    ("in_query", "/x?psw=^‹a b c›&login=d"),
    ("in_query", "/x?psw=^‹a b c d e f›&login=d"),
    ("in_query", "/x?psw=^‹a\nb›&login=d"),
    ("in_query", "/x?psw=^‹a› b c"),
    ("header", "Authorization: ^‹Basic abc›\nHost: x"),
    ("header", "Authorization: ^‹Basic\n  abc›\nHost: x"),
    ("header", "{'Authorization': ^‹Basic abc›, 'b': 1}"),
    ("header", "'Authorization: ^‹Basic abc›' x"),
    ("loose", "psw: ^|\n‹  abc\n  def\n›x: 1"),
    ("loose", "psw: ^>-\n‹  abc\n\n  def\n›"),
    ("loose", "psw:^\n‹  abc\n  def\n›x"),
    ("loose", "psw:^\n‹abc›\nx"),
    ("loose", "psw:^\n‹›login: abc"),
    ("loose", "psw:^‹›"),
    ("loose", "  psw:^\n‹  abc›\n  def"),
    ("loose", "psw = ^<<<EOT\n‹abc\ndef\n›EOT;\nx"),
    ("tight", "psw=^<<'EOT'\n‹abc›\nx"),
    ("loose", "psw ^ /* mine */ ‹abc d›"),
    ("loose", "psw<b>^</b> ‹abc d›"),
    ("loose", 'psw => ^string(3) "‹abc›" d'),
    ("loose", "psw = ^‹abc\n  def›\nx"),
    ("loose", "psw = ^‹abc›\n  x = 1"),
    ("loose", "psw = ^‹abc›\n  - x"),
    ("tight", 'print("psw=^‹›" + x)'),
    ("tight", 'print("psw=^" + ‹"abc"› + y)'),
    ("tight", "psw=^‹ab`c›"),
    ("tight", "psw=^‹ab'c› d\nx"),
)


@pytest.mark.parametrize(("how", "row"), ROWS)
def test_value(how: str, row: str) -> None:
    """Quotations, pieces put together, calls, brackets, here documents, blocks and headers of shells and languages."""
    at, text = row.index("^"), row.replace("^", "")
    start, end = text.index("‹"), text.index("›") - 1
    text = text.replace("‹", "").replace("›", "")
    reader = Reader(text)
    reader.move(at)
    assert reader.value(at, **HOW[how]) == (start, end), text[slice(*reader.value(at, **HOW[how]))]
