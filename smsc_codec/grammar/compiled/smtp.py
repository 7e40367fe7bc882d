"""Made from grammars/smtp.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'TEXT': '(?s:.+)',
    'FORMAT': '[^:,]+',
    'SENDER': '[^:,]+',
    'TEST': '[^:,]+',
    'TIME': '[^:,]+',
    'TRANSLIT': '[^:,]+',
    'TZ': '[^:,]+',
    'ID': '[^:]+',
    'LOGIN': '[^:]+',
    'PHONES': '[^:]+',
    'PSW': '[^:]+',
    '_COLON': ':',
    '_COMMA': ',',
}
names = {
    'FORMAT': 'the number of a format',
    'ID': 'an id',
    'LOGIN': 'a login',
    'PHONES': 'recipients',
    'PSW': 'a password',
    'SENDER': 'a sender',
    'TEST': "'0' or '1'",
    'TEXT': 'a text',
    'TIME': 'a time',
    'TRANSLIT': "'0', '1' or '2'",
    'TZ': 'a time zone',
    '_COLON': "':'",
    '_COMMA': "','",
}
ignored = ()
scanners = (
    (('LOGIN', '_COLON'), {}),
    (('_COLON',), {}),
    ((), {}),
    (('PSW', '_COLON'), {}),
    (('ID', '_COLON'), {}),
    (('TIME', '_COLON', '_COMMA'), {}),
    (('_COLON', '_COMMA'), {}),
    (('TZ', '_COLON'), {}),
    (('TRANSLIT', '_COLON', '_COMMA'), {}),
    (('FORMAT', '_COLON', '_COMMA'), {}),
    (('PHONES', '_COLON'), {}),
    (('SENDER', '_COLON', '_COMMA'), {}),
    (('TEXT',), {}),
    (('TEST', '_COLON'), {}),
)
lexers = (0, 1, 1, 2, 3, 1, 1, 4, 1, 1, 5, 6, 6, 7, 1, 1, 1, 8, 6, 6, 9, 1, 6, 6, 10, 11, 1, 1, 1, 6, 6, 12, 13, 1, 2, 2, 1, 1)
states = (
    {'LOGIN': 1, '_COLON': -7, '_login': 2, 'start': 3},
    {'_COLON': -8},
    {'_COLON': 4},
    {},
    {'PSW': 5, '_COLON': -15, '_psw': 6},
    {'_COLON': -16},
    {'_COLON': 7},
    {'ID': 8, '_COLON': -5, '_id': 9},
    {'_COLON': -6},
    {'_COLON': 10},
    {'TIME': 11, '_COLON': -23, '_COMMA': -23, '_time': 12},
    {'_COLON': -24, '_COMMA': -24},
    {'_COLON': -29, '_COMMA': 13, '_zone': 14},
    {'TZ': 15, '_COLON': -27, '_tz': 16},
    {'_COLON': 17},
    {'_COLON': -28},
    {'_COLON': -30},
    {'TRANSLIT': 18, '_COLON': -25, '_COMMA': -25, '_translit': 19},
    {'_COLON': -26, '_COMMA': -26},
    {'_COLON': -3, '_COMMA': 20, '_format': 21},
    {'FORMAT': 22, '_COLON': -11, '_COMMA': -11, '_number': 23},
    {'_COLON': 24},
    {'_COLON': -12, '_COMMA': -12},
    {'_COLON': -17, '_COMMA': 25, '_sender': 26},
    {'PHONES': 27, '_COLON': -13, '_phones': 28},
    {'SENDER': 29, '_COLON': -9, '_COMMA': -9, '_name': 30},
    {'_COLON': -4},
    {'_COLON': -14},
    {'_COLON': 31},
    {'_COLON': -10, '_COMMA': -10},
    {'_COLON': -19, '_COMMA': 32, '_test': 33},
    {'$END': -21, 'TEXT': 34, '_text': 35},
    {'TEST': 36, '_COLON': -1, '_flag': 37},
    {'_COLON': -18},
    {'$END': -22},
    {'$END': -31},
    {'_COLON': -2},
    {'_COLON': -20},
)
rules = (
    ('_flag', 0, '_', (), False, False),
    ('_flag', 1, '_', (0,), False, False),
    ('_format', 0, '_', (), False, False),
    ('_format', 3, '_', (1, 2), False, True),
    ('_id', 0, '_', (), False, False),
    ('_id', 1, '_', (0,), False, False),
    ('_login', 0, '_', (), False, False),
    ('_login', 1, '_', (0,), False, False),
    ('_name', 0, '_', (), False, False),
    ('_name', 1, '_', (0,), False, False),
    ('_number', 0, '_', (), False, False),
    ('_number', 1, '_', (0,), False, False),
    ('_phones', 0, '_', (), False, False),
    ('_phones', 1, '_', (0,), False, False),
    ('_psw', 0, '_', (), False, False),
    ('_psw', 1, '_', (0,), False, False),
    ('_sender', 0, '_', (), False, False),
    ('_sender', 3, '_', (1, 2), False, True),
    ('_test', 0, '_', (), False, False),
    ('_test', 2, '_', (1,), False, True),
    ('_text', 0, '_', (), False, False),
    ('_text', 1, '_', (0,), False, False),
    ('_time', 0, '_', (), False, False),
    ('_time', 1, '_', (0,), False, False),
    ('_translit', 0, '_', (), False, False),
    ('_translit', 1, '_', (0,), False, False),
    ('_tz', 0, '_', (), False, False),
    ('_tz', 1, '_', (0,), False, False),
    ('_zone', 0, '_', (), False, False),
    ('_zone', 2, '_', (1,), False, True),
    ('start', 15, 'start', (0, 2, 4, 6, 7, 9, 10, 12, 14), False, True),
)
start = 0
end = 3
pattern = '(?:(?:(?:(?P<LOGIN>(?>[^:]+))|)):(?:(?:(?P<PSW>(?>[^:]+))|)):(?:(?:(?P<ID>(?>[^:]+))|)):(?:(?:(?P<TIME>(?>[^:,]+))|))(?:(?:,(?:(?:(?P<TZ>(?>[^:,]+))|))|)):(?:(?:(?P<TRANSLIT>(?>[^:,]+))|))(?:(?:,(?:(?:(?P<FORMAT>(?>[^:,]+))|))(?:(?:,(?:(?:(?P<SENDER>(?>[^:,]+))|))(?:(?:,(?:(?:(?P<TEST>(?>[^:,]+))|))|))|))|)):(?:(?:(?P<PHONES>(?>[^:]+))|)):(?:(?:(?P<TEXT>(?>(?s:.+)))|)))'
parts = {
}
written = {
    '_COLON': ':',
    '_COMMA': ',',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
