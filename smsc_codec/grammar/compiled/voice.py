"""Made from grammars/voice.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    '_PARAM': 'param[ \t]*=[ \t]*',
    '_VOICE': 'voice[ \t]*=[ \t]*',
    'VOICE': '[A-Za-z][0-9A-Za-z_]*',
    '_COMMA': '[ \t]*,[ \t]*',
    'ATTEMPTS': '[0-9]{1,9}',
    'INTERVAL': '[0-9]{1,9}',
    'WAIT': '[0-9]{1,9}',
    'LANGUAGE': '[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?',
}
names = {
    'ATTEMPTS': 'the number of attempts',
    'INTERVAL': 'the seconds between attempts',
    'LANGUAGE': 'a language',
    'VOICE': 'a voice',
    'WAIT': 'the seconds to wait for the pick-up',
    '_COMMA': "','",
    '_PARAM': "'param='",
    '_VOICE': "'voice='",
}
ignored = ()
scanners = (
    (('_PARAM', '_VOICE', 'VOICE', 'WAIT'), {}),
    (('_COMMA',), {}),
    (('WAIT',), {}),
    (('VOICE',), {}),
    ((), {}),
    (('LANGUAGE',), {}),
    (('INTERVAL',), {}),
    (('ATTEMPTS',), {}),
)
lexers = (0, 1, 1, 2, 3, 4, 4, 4, 4, 5, 6, 1, 4, 4, 1, 6, 7, 1, 4, 7, 4)
states = (
    {'VOICE': 1, 'WAIT': 2, '_PARAM': 3, '_VOICE': 4, '_dialling': 5, '_named': 6, '_speaker': 7, 'start': 8},
    {'$END': -3, '_COMMA': 9},
    {'_COMMA': 10},
    {'WAIT': 11},
    {'VOICE': 1, '_named': 12},
    {'$END': -7},
    {'$END': -6},
    {'$END': -8},
    {},
    {'LANGUAGE': 13},
    {'INTERVAL': 14},
    {'_COMMA': 15},
    {'$END': -5},
    {'$END': -4},
    {'_COMMA': 16},
    {'INTERVAL': 17},
    {'ATTEMPTS': 18},
    {'_COMMA': 19},
    {'$END': -1},
    {'ATTEMPTS': 20},
    {'$END': -2},
)
rules = (
    ('_dialling', 5, '_', (0, 2, 4), False, False),
    ('_dialling', 6, '_', (1, 3, 5), False, False),
    ('_named', 1, '_', (0,), False, False),
    ('_named', 3, '_', (0, 2), False, False),
    ('_speaker', 2, '_', (1,), False, True),
    ('_speaker', 1, '_', (0,), False, True),
    ('start', 1, 'start', (0,), False, True),
    ('start', 1, 'start', (0,), False, True),
)
start = 0
end = 8
pattern = '(?:(?:(?:(?:(?>param[ \t]*=[ \t]*)|)(?P<WAIT>(?>[0-9]{1,9}))(?>[ \t]*,[ \t]*)(?P<INTERVAL>(?>[0-9]{1,9}))(?>[ \t]*,[ \t]*)(?P<ATTEMPTS>(?>[0-9]{1,9})))|(?:(?:(?>voice[ \t]*=[ \t]*)|)(?:(?P<VOICE>(?>[A-Za-z][0-9A-Za-z_]*))(?:(?>[ \t]*,[ \t]*)(?P<LANGUAGE>(?>[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?))|)))))'
parts = {
}
written = {
    '_COMMA': ',',
    '_PARAM': 'param=',
    '_VOICE': 'voice=',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
