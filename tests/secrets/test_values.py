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
    ("loose", "psw = ^'‹abc›'"),
    ("loose", "psw = ^‹abc›<b>   def"),
    ("loose", "psw = ^‹a'›&login=x"),
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
    ("tight", "psw=^‹{a› b} d"),
    ("loose", "psw = ^'‹a' '›' c"),
    ("loose", "psw = ^'‹a' '' 'b›' c"),
    ("tight", '"psw=^"‹x, y›'),
    ("tight", '"psw=^"‹x y›'),
    ("tight", '"psw=^‹›" x y'),
    ("loose", "psw = ^'‹ab\nc'd e›' x"),
    ("loose", "psw = ^'‹ab›\nc'd e x"),
    ("loose", "psw = ^‹f('a)b', 'c')› d"),
    ("loose", 'psw = ^‹f("it\'s)")› x'),
    ("loose", "psw = ^‹f('a' ], b)› d"),
    ("loose", "psw = ^‹f('a', (b), {c})› d"),
    ("loose", "psw = ^‹f('a'›\n\n) d"),
    ("tight", "psw=^‹a\\\n›"),
    ("tight", "psw=^‹a\\\n  ›"),
    ("tight", "psw=^‹a\\\n\tb› c"),
    ("tight", "psw=^‹a›\n  b c"),
    ("in_query", "/x?psw=^‹a \n b›&login=d"),
    ("loose", 'psw = ^"‹""""›" x'),
    ("loose", 'psw = ^"‹""a"b""›" x'),
    ("loose", 'psw = ^"‹""a›'),
    ("loose", "psw = ^'‹'' a\nb''›' c"),
    ("loose", "psw = ^\"‹a\"'b›' c"),
    ("loose", 'psw = ^"‹a""b",› x'),
    ("loose", "('psw', ^'‹a›'), x"),
    ("loose", "'x psw = ^\"‹a›\"' b"),
    ("loose", "\"psw =         ^'‹a›' \" b"),
    ("loose", "    psw:^\n‹    abc›\n"),
    ("loose", "    psw:^\n‹      abc\n›\n      d\n    x: 1"),
    ("loose", "    psw:^|\n‹      abc\n\n      d\n›    x: 1"),
    ("loose", "  - psw:^\n‹    abc›\n"),
    ("header", "Authorization: ^‹Basic›\n  \nx"),
    ("header", "  Authorization: ^‹Basic›\n  abc"),
    ("header", "Authorization: ^‹Basic\n\tabc\n  d›\ne"),
    ("loose", "psw = ^<<EOT\n‹abc\n›    EOT\nx"),
    ("loose", "psw = ^<<EOT\n‹abc›\ndef"),
    ("tight", "psw=^‹a'b c'› d"),
    ("tight", "psw=^‹a'b›\nc' d"),
    ("tight", "psw=^`‹a b›` c"),
    ("loose", "psw = ^‹$f('a')›['b'] c"),
    ("loose", "psw = ^‹f('a') || 'b'› c"),
    ("loose", "psw = ^'‹a'.f('b')› c"),
    ("loose", "psw = ^'‹a' + f('b')› c"),
    ("in_object", "(psw = ^‹abc›) x"),
    ("in_object", "(psw = ^‹abc)x›"),
    ("loose", "psw = ^‹abc) x›"),
    ("loose", "psw = ^‹ab'c d›"),
    ("loose", "psw = ^‹ab'c d' e›, f: g"),
)
#: How much is looked through: a quotation that ends on a later line, and a long block.
ROWS += (
    ("loose", f"psw = ^'‹ab\n{'c' * 1998}›' d"),
    ("loose", f"psw = ^'‹ab›\n{'c' * 1999}' d"),
    ("loose", f"psw = ^'‹ab›\n{'c' * 1500}\n{'c' * 1500}' d"),
    ("loose", f"psw:^\n‹{'  x' * 400}\n" + "  x\n" * 200 + "›login: x"),
    ("loose", f"psw = ^‹f('a', {'b' * 1993})› d"),
    ("loose", f"psw = ^‹f('a', {'b' * 1994}) d›"),
    ("tight", f"psw=^‹a'{'b' * 1998}'›"),
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


def test_the_first_of_a_line() -> None:
    """Nothing but blanks stands before it, of which there are 200 at most."""
    reader = Reader(f"a\n{' ' * 201}psw")
    reader.move(203)
    assert reader.is_first(202, " ")
    assert not reader.is_first(203, " ")
    assert not reader.is_first(202, "")
