"""Made from grammars/push.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'LINK': '[^\x00- ]+',
    'TITLE': '(?s:.+)',
    '_FEED': '\n',
}
names = {
    'LINK': 'a link',
    'TITLE': 'a title',
    '_FEED': 'a line feed',
}
ignored = ()
scanners = (
    (('LINK',), {}),
    (('_FEED',), {}),
    ((), {}),
    (('TITLE',), {}),
)
lexers = (0, 1, 2, 3, 2)
states = (
    {'LINK': 1, 'start': 2},
    {'_FEED': 3},
    {},
    {'TITLE': 4},
    {'$END': -1},
)
rules = (
    ('start', 3, 'start', (0, 2), False, False),
)
start = 0
end = 2
pattern = '(?:(?P<LINK>(?>[^\x00- ]+))\n(?P<TITLE>(?>(?s:.+))))'
parts = {
}
written = {
    '_FEED': '\n',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
