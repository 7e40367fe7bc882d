"""Made from grammars/recipients.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'EMAIL': "[\\w.!#$%&'*+\\/=?^`{|}~-]++@[\\w-]++(?>(?:\\.[\\w-]++)+)(?=[^\\S\n]*(?:[,;]|\n|\\Z))",
    'PHONE': '(?:\\+)?\\(?[0-9](?>(?:[ ().-]*+[0-9])*)\\)?(?=[^\\S\n]*(?:[,;]|\n|\\Z))',
    'SEPARATOR': '\\s*+[,;]\\s*',
    'TELEGRAM_NAME': '@[A-Za-z0-9_]{1,64}(?=[^\\S\n]*(?:[,;]|\n|\\Z))',
    'TELEGRAM_ID': '#-?[0-9]{1,18}(?=[^\\S\n]*(?:[,;]|\n|\\Z))',
    'GROUP': '[Gg][1-9][0-9]{0,8}(?=[^\\S\n]*(?:[,;]|\n|\\Z))',
    'ODD': '[^,;\\s](?:[^,;\n]*[^,;\\s])?',
    'BLANK': '\\s+',
}
names = {
    'BLANK': '',
    'EMAIL': 'an e-mail address',
    'GROUP': 'a group, such as G777',
    'ODD': '',
    'PHONE': 'a phone number',
    'SEPARATOR': "',' or ';'",
    'TELEGRAM_ID': '#id',
    'TELEGRAM_NAME': '@name',
}
ignored = ()
scanners = (
    (('EMAIL', 'PHONE', 'SEPARATOR', 'TELEGRAM_NAME', 'TELEGRAM_ID', 'GROUP', 'ODD', 'BLANK'), {}),
    ((), {}),
)
lexers = (0, 1, 1, 1, 1, 1, 1, 1, 1, 1)
states = (
    {'BLANK': 1, 'EMAIL': 2, 'GROUP': 3, 'ODD': 4, 'PHONE': 5, 'SEPARATOR': 6, 'TELEGRAM_ID': 7, 'TELEGRAM_NAME': 8, 'start': 9},
    {'$END': -1},
    {'$END': -2},
    {'$END': -3},
    {'$END': -4},
    {'$END': -5},
    {'$END': -6},
    {'$END': -7},
    {'$END': -8},
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
)
start = 0
end = 9
pattern = "(?:(?:(?P<PHONE>(?>(?:\\+)?\\(?[0-9](?>(?:[ ().-]*+[0-9])*)\\)?(?=[^\\S\n]*(?:[,;]|\n|\\Z))))|(?P<GROUP>(?>[Gg][1-9][0-9]{0,8}(?=[^\\S\n]*(?:[,;]|\n|\\Z))))|(?P<EMAIL>(?>[\\w.!#$%&'*+\\/=?^`{|}~-]++@[\\w-]++(?>(?:\\.[\\w-]++)+)(?=[^\\S\n]*(?:[,;]|\n|\\Z))))|(?P<TELEGRAM_NAME>(?>@[A-Za-z0-9_]{1,64}(?=[^\\S\n]*(?:[,;]|\n|\\Z))))|(?P<TELEGRAM_ID>(?>#-?[0-9]{1,18}(?=[^\\S\n]*(?:[,;]|\n|\\Z))))|(?P<SEPARATOR>(?>\\s*+[,;]\\s*))|(?P<ODD>(?>[^,;\\s](?:[^,;\n]*[^,;\\s])?))|(?P<BLANK>(?>\\s+))))"
parts = {
    'GROUP_SIGN': '[Gg]',
    'SIGN': '[,;]',
    'PLUS': '\\+',
    'ID_SIGN': '#',
    'NAME_SIGN': '@',
    '_END': '(?=[^\\S\n]*(?:[,;]|\n|\\Z))',
}
written = {
    'GROUP_SIGN': 'G',
    'ID_SIGN': '#',
    'NAME_SIGN': '@',
    'PLUS': '+',
    'SEPARATOR': ',',
    'SIGN': ',',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
