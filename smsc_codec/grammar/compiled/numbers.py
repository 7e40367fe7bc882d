"""Made from grammars/numbers.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'FAILED_ID': '[A-Za-z0-9._-]+(?=,-[0-9]{1,9}\\Z)',
    'T_ID': '[0-9]+(?=,[^,\n]*,[A-Za-z0-9_-]*,[^,\n]*,[0-9]*,)',
    'FORMAT': '[A-Za-z0-9_-]+',
    'MESSAGE': '(?s:.+)',
    'FIRST': '[^,\n]+',
    'FLAG': '[0-9]+',
    'FOURTH': '[^,\n]+',
    'NAME': '[^,\n]+',
    'SECOND': '[^,\n]+',
    'SENDER': '[^,\n]+',
    'THIRD': '[^,\n]+',
    'FAILURE': '[0-9]{1,9}',
    '_MINUS': ',-',
    '_COMMA': ',',
}
names = {
    'FAILED_ID': 'an id',
    'FAILURE': 'the number of an error',
    'FIRST': 'an id or a number',
    'FLAG': 'a flag',
    'FORMAT': 'a format',
    'FOURTH': 'an amount of money',
    'MESSAGE': 'a text',
    'NAME': 'a name',
    'SECOND': 'a number of parts',
    'SENDER': 'a sender',
    'THIRD': 'an amount of money',
    'T_ID': 'the id of a template',
    '_COMMA': "','",
    '_MINUS': "',-'",
}
ignored = ()
scanners = (
    (('FAILED_ID', 'T_ID', 'FIRST'), {}),
    (('_MINUS',), {}),
    (('_COMMA',), {}),
    ((), {}),
    (('FAILURE',), {}),
    (('SECOND',), {}),
    (('NAME', '_COMMA'), {}),
    (('THIRD',), {}),
    (('FORMAT', '_COMMA'), {}),
    (('FOURTH',), {}),
    (('SENDER', '_COMMA'), {}),
    (('FLAG', '_COMMA'), {}),
    (('MESSAGE',), {}),
)
lexers = (0, 1, 2, 2, 3, 3, 3, 3, 4, 5, 3, 6, 3, 2, 2, 2, 7, 3, 8, 2, 2, 2, 9, 3, 10, 3, 2, 2, 11, 2, 2, 12, 3, 3)
states = (
    {'FAILED_ID': 1, 'FIRST': 2, 'T_ID': 3, '_failure': 4, '_fields': 5, '_template': 6, 'start': 7},
    {'_MINUS': 8},
    {'$END': -13, '_COMMA': 9, '_second': 10},
    {'_COMMA': 11},
    {'$END': -20},
    {'$END': -21},
    {'$END': -22},
    {},
    {'FAILURE': 12},
    {'SECOND': 13},
    {'$END': -2},
    {'NAME': 14, '_COMMA': -11, '_name': 15},
    {'$END': -1},
    {'$END': -18, '_COMMA': 16, '_third': 17},
    {'_COMMA': -12},
    {'_COMMA': 18},
    {'THIRD': 19},
    {'$END': -14},
    {'FORMAT': 20, '_COMMA': -5, '_format': 21},
    {'$END': -7, '_COMMA': 22, '_fourth': 23},
    {'_COMMA': -6},
    {'_COMMA': 24},
    {'FOURTH': 25},
    {'$END': -19},
    {'SENDER': 26, '_COMMA': -15, '_sender': 27},
    {'$END': -8},
    {'_COMMA': -16},
    {'_COMMA': 28},
    {'FLAG': 29, '_COMMA': -3, '_flag': 30},
    {'_COMMA': -4},
    {'_COMMA': 31},
    {'$END': -9, 'MESSAGE': 32, '_message': 33},
    {'$END': -10},
    {'$END': -17},
)
rules = (
    ('_failure', 3, '_', (0, 2), False, False),
    ('_fields', 2, '_', (0, 1), False, True),
    ('_flag', 0, '_', (), False, False),
    ('_flag', 1, '_', (0,), False, False),
    ('_format', 0, '_', (), False, False),
    ('_format', 1, '_', (0,), False, False),
    ('_fourth', 0, '_', (), False, False),
    ('_fourth', 2, '_', (1,), False, False),
    ('_message', 0, '_', (), False, False),
    ('_message', 1, '_', (0,), False, False),
    ('_name', 0, '_', (), False, False),
    ('_name', 1, '_', (0,), False, False),
    ('_second', 0, '_', (), False, False),
    ('_second', 3, '_', (1, 2), False, True),
    ('_sender', 0, '_', (), False, False),
    ('_sender', 1, '_', (0,), False, False),
    ('_template', 11, '_', (0, 2, 4, 6, 8, 10), False, True),
    ('_third', 0, '_', (), False, False),
    ('_third', 3, '_', (1, 2), False, True),
    ('start', 1, 'start', (0,), False, True),
    ('start', 1, 'start', (0,), False, True),
    ('start', 1, 'start', (0,), False, True),
)
start = 0
end = 7
pattern = '(?:(?:(?:(?P<FAILED_ID>(?>[A-Za-z0-9._-]+(?=,-[0-9]{1,9}\\Z))),-(?P<FAILURE>(?>[0-9]{1,9})))|(?:(?P<FIRST>(?>[^,\n]+))(?:(?:,(?P<SECOND>(?>[^,\n]+))(?:(?:,(?P<THIRD>(?>[^,\n]+))(?:(?:,(?P<FOURTH>(?>[^,\n]+))|))|))|)))|(?:(?P<T_ID>(?>[0-9]+(?=,[^,\n]*,[A-Za-z0-9_-]*,[^,\n]*,[0-9]*,))),(?:(?:(?P<NAME>(?>[^,\n]+))|)),(?:(?:(?P<FORMAT>(?>[A-Za-z0-9_-]+))|)),(?:(?:(?P<SENDER>(?>[^,\n]+))|)),(?:(?:(?P<FLAG>(?>[0-9]+))|)),(?:(?:(?P<MESSAGE>(?>(?s:.+)))|)))))'
parts = {
}
written = {
    '_COMMA': ',',
    '_MINUS': ',-',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
