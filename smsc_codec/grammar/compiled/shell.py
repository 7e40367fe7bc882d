"""Made from grammars/shell.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'CONTINUATION': '\\\\\r?\n',
    'BARE': '(?>(?:[^ \t\r\n\\\\\'"$|;&<>]++|\\$(?!\'))+)',
    'ANSI': "\\$'(?>(?:[^'\\\\]++|\\\\(?s:.))*)'",
    'DOUBLE': '"(?>(?:[^"\\\\]++|\\\\(?s:.))*)"',
    'BLANK': '[ \t\r\n]+',
    'SINGLE': "'[^']*'",
    'ESCAPE': '\\\\[^\r\n]',
    'OPERATOR': '[|;&<>]',
    'ODD': '[\'"\\\\$]',
}
names = {
    'ANSI': "a word in $'...'",
    'BARE': 'a word',
    'BLANK': 'a blank',
    'CONTINUATION': "'\\' at the end of the line",
    'DOUBLE': 'a word in double quotes',
    'ESCAPE': 'an escaped character',
    'ODD': '',
    'OPERATOR': "'|', ';', '&', '<' or '>'",
    'SINGLE': 'a word in single quotes',
}
ignored = ()
scanners = (
    (('CONTINUATION', 'BARE', 'ANSI', 'DOUBLE', 'BLANK', 'SINGLE', 'ESCAPE', 'OPERATOR', 'ODD'), {}),
    ((), {}),
)
lexers = (0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
states = (
    {'ANSI': 1, 'BARE': 2, 'BLANK': 3, 'CONTINUATION': 4, 'DOUBLE': 5, 'ESCAPE': 6, 'ODD': 7, 'OPERATOR': 8, 'SINGLE': 9, 'start': 10},
    {'$END': -1},
    {'$END': -2},
    {'$END': -3},
    {'$END': -4},
    {'$END': -5},
    {'$END': -6},
    {'$END': -7},
    {'$END': -8},
    {'$END': -9},
    {},
)
rules = (
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
)
start = 0
end = 10
pattern = '(?:(?:(?P<BARE>(?>(?>(?:[^ \t\r\n\\\\\'"$|;&<>]++|\\$(?!\'))+)))|(?P<SINGLE>(?>\'[^\']*\'))|(?P<DOUBLE>(?>"(?>(?:[^"\\\\]++|\\\\(?s:.))*)"))|(?P<ANSI>(?>\\$\'(?>(?:[^\'\\\\]++|\\\\(?s:.))*)\'))|(?P<ESCAPE>\\\\[^\r\n])|(?P<CONTINUATION>(?>\\\\\r?\n))|(?P<BLANK>(?>[ \t\r\n]+))|(?P<OPERATOR>[|;&<>])|(?P<ODD>[\'"\\\\$])))'

TABLES = Tables(terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern)
