"""Made from grammars/files.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'ATTRIBUTES': '(?>(?:[ \t]+(?:width|height)=[0-9]{1,9}(?![0-9]))+)',
    'ADDRESS': 'https?:\\/\\/[^\\s<>]+',
    'PATH': '\\/[^\\s<>]+',
    '_FILE': '<file[ \t]+',
    '_END': '[ \t]*>',
    'NUMBER': '[0-9]{1,9}',
}
names = {
    'ADDRESS': 'an http(s) address',
    'ATTRIBUTES': 'width=n or height=n',
    'NUMBER': 'the number of an uploaded file',
    'PATH': 'a path on the service',
    '_END': "'>'",
    '_FILE': "'<file '",
}
ignored = ()
scanners = (
    (('_FILE',), {}),
    (('ADDRESS', 'PATH', 'NUMBER'), {}),
    ((), {}),
    (('_END',), {}),
    (('ATTRIBUTES', '_END'), {}),
)
lexers = (0, 1, 2, 3, 3, 4, 2, 2, 3, 2, 2)
states = (
    {'_FILE': 1, 'start': 2},
    {'ADDRESS': 3, 'NUMBER': 4, 'PATH': 5},
    {},
    {'_END': 6},
    {'_END': 7},
    {'ATTRIBUTES': 8, '_END': 9},
    {'$END': -1},
    {'$END': -2},
    {'_END': 10},
    {'$END': -4},
    {'$END': -3},
)
rules = (
    ('start', 3, 'start', (1,), False, False),
    ('start', 3, 'start', (1,), False, False),
    ('start', 4, 'start', (1, 2), False, False),
    ('start', 3, 'start', (1,), False, False),
)
start = 0
end = 2
pattern = '(?:(?><file[ \t]+)(?:(?P<NUMBER>(?>[0-9]{1,9}))|(?P<PATH>(?>\\/[^\\s<>]+))(?:(?P<ATTRIBUTES>(?>(?:[ \t]+(?:width|height)=[0-9]{1,9}(?![0-9]))+))|)|(?P<ADDRESS>(?>https?:\\/\\/[^\\s<>]+)))(?>[ \t]*>))'
parts = {
}
written = {
    '_END': '>',
    '_FILE': '<file ',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
