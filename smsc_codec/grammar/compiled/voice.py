"""Made from grammars/voice.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    '_PARAM': 'param[ \t]*=[ \t]*',
    '_COMMA': '[ \t]*,[ \t]*',
    'ATTEMPTS': '[0-9]{1,9}',
    'INTERVAL': '[0-9]{1,9}',
    'WAIT': '[0-9]{1,9}',
}
names = {
    'ATTEMPTS': 'the number of attempts',
    'INTERVAL': 'the seconds between attempts',
    'WAIT': 'the seconds to wait for the pick-up',
    '_COMMA': "','",
    '_PARAM': "'param='",
}
ignored = ()
scanners = (
    (('_PARAM', 'WAIT'), {}),
    (('_COMMA',), {}),
    (('WAIT',), {}),
    ((), {}),
    (('INTERVAL',), {}),
    (('ATTEMPTS',), {}),
)
lexers = (0, 1, 2, 3, 4, 1, 1, 4, 5, 1, 3, 5, 3)
states = (
    {'WAIT': 1, '_PARAM': 2, 'start': 3},
    {'_COMMA': 4},
    {'WAIT': 5},
    {},
    {'INTERVAL': 6},
    {'_COMMA': 7},
    {'_COMMA': 8},
    {'INTERVAL': 9},
    {'ATTEMPTS': 10},
    {'_COMMA': 11},
    {'$END': -1},
    {'ATTEMPTS': 12},
    {'$END': -2},
)
rules = (
    ('start', 5, 'start', (0, 2, 4), False, False),
    ('start', 6, 'start', (1, 3, 5), False, False),
)
start = 0
end = 3
pattern = '(?:(?:(?>param[ \t]*=[ \t]*))?(?P<WAIT>(?>[0-9]{1,9}))(?>[ \t]*,[ \t]*)(?P<INTERVAL>(?>[0-9]{1,9}))(?>[ \t]*,[ \t]*)(?P<ATTEMPTS>(?>[0-9]{1,9})))'

TABLES = Tables(terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern)
