"""Made from grammars/binary.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'DIGITS': '(?>(?:[0-9A-Fa-f]{2})+)',
    '_PID': '\n~~~\npid: ',
    '_DCS': ', dcs: ',
    'DCS': '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?![0-9])',
    'PID': '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?![0-9])',
}
names = {
    'DCS': 'a whole number from 0 to 255',
    'DIGITS': 'pairs of hexadecimal digits',
    'PID': 'a whole number from 0 to 255',
    '_DCS': "', dcs: '",
    '_PID': "a line of three tildes and 'pid: '",
}
ignored = ()
scanners = (
    (('DIGITS',), {}),
    (('_PID',), {}),
    ((), {}),
    (('PID',), {}),
    (('_DCS',), {}),
    (('DCS',), {}),
)
lexers = (0, 1, 2, 3, 2, 4, 5, 2)
states = (
    {'DIGITS': 1, 'start': 2},
    {'$END': -1, '_PID': 3, '_trailer': 4},
    {},
    {'PID': 5},
    {'$END': -3},
    {'_DCS': 6},
    {'DCS': 7},
    {'$END': -2},
)
rules = (
    ('_trailer', 0, '_', (), False, False),
    ('_trailer', 4, '_', (1, 3), False, False),
    ('start', 2, 'start', (0, 1), False, True),
)
start = 0
end = 2
pattern = '(?:(?P<DIGITS>(?>(?:[0-9A-Fa-f]{2})+))(?:(?:\n~~~\npid: (?P<PID>(?>(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?![0-9]))), dcs: (?P<DCS>(?>(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?![0-9])))|)))'
parts = {
    'PLAIN_MARK': '\n~~~\n',
}
written = {
    'PLAIN_MARK': '\n~~~\n',
    '_DCS': ', dcs: ',
    '_PID': '\n~~~\npid: ',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
