"""Made from grammars/mailing.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'SENDER': '(?=[^|:;\r\n]*+\\|)[^ \t,|:;\r\n]++(?>(?:[ \t]++[^ \t,|:;\r\n]++)*)',
    'PHONES': '(?>(?>\\+?+[0-9]++(?=[,:;])|[^@,:;|\\s]++@[^@,:;|\\s]++|[Gg][0-9]++|\\+?[0-9(][0-9()]*+(?>(?:[ .-]++[0-9()]++)*))(?: *+, *+(?>\\+?+[0-9]++(?=[,:;])|[^@,:;|\\s]++@[^@,:;|\\s]++|[Gg][0-9]++|\\+?[0-9(][0-9()]*+(?>(?:[ .-]++[0-9()]++)*)))*)',
    'TEXT': '(?>(?:\\\\(?!n~~~\\\\n)[^\\\\\r\n]*+|[^\\\\\r\n]++)(?:\\\\(?!n~~~\\\\n)[^\\\\\r\n]*+)*)',
    'COMMENT': '\\\\n~~~\\\\n[^\r\n]*+',
    '_BAR': '[ \t]*+\\|[ \t]*+',
    '_COMMA': '[ \t]*+,[ \t]*+',
    '_SEPARATOR': '[ \t]*+[:;]',
    '_SP': '[ \t]++',
    'TZ': '[+-]?+[0-9]{1,3}+(?=[ \t]*+\\|)',
}
names = {
    'COMMENT': 'a comment',
    'PHONES': 'phone numbers',
    'SENDER': "a sender and '|'",
    'TEXT': 'a text',
    'TZ': 'a whole number of hours from Moscow time',
    '_BAR': "'|'",
    '_COMMA': "',' and a time zone",
    '_SEPARATOR': "':' or ';'",
    '_SP': '',
}
ignored = ()
scanners = (
    (('SENDER', 'PHONES', '_SP'), {}),
    (('_SEPARATOR',), {}),
    (('_BAR', '_COMMA'), {}),
    (('SENDER', 'PHONES'), {}),
    ((), {}),
    (('_BAR',), {}),
    (('PHONES',), {}),
    (('COMMENT',), {}),
    (('TEXT', 'COMMENT'), {}),
    (('TZ',), {}),
)
lexers = (0, 1, 2, 3, 4, 5, 6, 4, 7, 4, 8, 9, 4, 6, 4, 4, 7, 5)
states = (
    {'PHONES': 1, 'SENDER': 2, '_SP': 3, '_entry': 4, '_from': 5, '_head': 6, '_line': 7, '_message': 8, 'start': 9},
    {'_SEPARATOR': 10},
    {'_BAR': -3, '_COMMA': 11},
    {'PHONES': 1, 'SENDER': 2, '_entry': 4, '_from': 5, '_head': 6, '_line': 12, '_message': 8},
    {'$END': -6},
    {'_BAR': 13},
    {'PHONES': 1, '_entry': 14, '_message': 8},
    {'$END': -11},
    {'$END': -1, 'COMMENT': 15},
    {},
    {'$END': -8, 'COMMENT': -8, 'TEXT': 16},
    {'TZ': 17},
    {'$END': -10},
    {'PHONES': -5},
    {'$END': -7},
    {'$END': -2},
    {'$END': -9, 'COMMENT': -9},
    {'_BAR': -4},
)
rules = (
    ('_entry', 1, '_', (0,), False, True),
    ('_entry', 2, '_', (0, 1), False, True),
    ('_from', 1, '_', (0,), False, False),
    ('_from', 3, '_', (0, 2), False, False),
    ('_head', 2, '_', (0,), False, True),
    ('_line', 1, '_', (0,), False, True),
    ('_line', 2, '_', (0, 1), False, True),
    ('_message', 2, '_', (0,), False, False),
    ('_message', 3, '_', (0, 2), False, False),
    ('start', 2, 'start', (1,), False, True),
    ('start', 1, 'start', (0,), False, True),
)
start = 0
end = 9
pattern = '(?:(?:[ \t]++|)(?:(?:(?:(?:(?P<SENDER>(?>(?=[^|:;\r\n]*+\\|)[^ \t,|:;\r\n]++(?>(?:[ \t]++[^ \t,|:;\r\n]++)*)))(?:[ \t]*+,[ \t]*+(?P<TZ>(?>[+-]?+[0-9]{1,3}+(?=[ \t]*+\\|)))|))[ \t]*+\\|[ \t]*+)|)(?:(?:(?P<PHONES>(?>(?>\\+?+[0-9]++(?=[,:;])|[^@,:;|\\s]++@[^@,:;|\\s]++|[Gg][0-9]++|\\+?[0-9(][0-9()]*+(?>(?:[ .-]++[0-9()]++)*))(?: *+, *+(?>\\+?+[0-9]++(?=[,:;])|[^@,:;|\\s]++@[^@,:;|\\s]++|[Gg][0-9]++|\\+?[0-9(][0-9()]*+(?>(?:[ .-]++[0-9()]++)*)))*))[ \t]*+[:;](?:(?P<TEXT>(?>(?:\\\\(?!n~~~\\\\n)[^\\\\\r\n]*+|[^\\\\\r\n]++)(?:\\\\(?!n~~~\\\\n)[^\\\\\r\n]*+)*))|))(?:(?P<COMMENT>\\\\n~~~\\\\n[^\r\n]*+)|))))'
parts = {
    'RECIPIENT': '(?>\\+?+[0-9]++(?=[,:;])|[^@,:;|\\s]++@[^@,:;|\\s]++|[Gg][0-9]++|\\+?[0-9(][0-9()]*+(?>(?:[ .-]++[0-9()]++)*))',
    'EMAIL': '[^@,:;|\\s]++@[^@,:;|\\s]++',
    'BACKSLASH': '\\\\(?!n~~~\\\\n)[^\\\\\r\n]*+',
    'ESCAPED_MARK': '\\\\n~~~\\\\n',
    'AFTER_BACKSLASH': 'n~~~\\\\n',
}
written = {
    'AFTER_BACKSLASH': 'n~~~\\n',
    'BACKSLASH': '\\',
    'COMMENT': '\\n~~~\\n',
    'ESCAPED_MARK': '\\n~~~\\n',
    '_BAR': '|',
    '_COMMA': ',',
    '_SEPARATOR': ':',
    '_SP': ' ',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
