"""Made from grammars/mark.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'ESCAPED_MARK': '\\\\n~~~\\\\n',
    'MARK': '\r?\n~~~\r?\n',
}
names = {
    'ESCAPED_MARK': "'\\n~~~\\n'",
    'MARK': 'a line of three tildes',
}
ignored = ()
scanners = (
    (('ESCAPED_MARK', 'MARK'), {}),
    ((), {}),
)
lexers = (0, 1, 1, 1)
states = (
    {'ESCAPED_MARK': 1, 'MARK': 2, 'start': 3},
    {'$END': -1},
    {'$END': -2},
    {},
)
rules = (
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
)
start = 0
end = 3
pattern = '(?:(?:(?P<MARK>(?>\r?\n~~~\r?\n))|(?P<ESCAPED_MARK>\\\\n~~~\\\\n)))'
parts = {
    'AFTER_BACKSLASH': 'n~~~\\\\n',
    'PLAIN_MARK': '\n~~~\n',
    'TILDES': '~~~',
}
written = {
    'AFTER_BACKSLASH': 'n~~~\\n',
    'ESCAPED_MARK': '\\n~~~\\n',
    'MARK': '\n~~~\n',
    'PLAIN_MARK': '\n~~~\n',
    'TILDES': '~~~',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
