"""Made from grammars/macro.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'MENU': '\\{menu:[^}]*+\\}?|<menu:(?>(?:[^<>]++|<[^<>\n]*+>|<(?![^<>\n]*>))*)>?',
    '_BUTTON': '\\{[ \t]*(?i:button)[ \t]*,',
    '_ANGLE_BUTTON': '<[ \t]*(?i:button)[ \t]*,',
    'ADDRESS': 'https?:\\/\\/[^\\s<>]+',
    'ATTRIBUTES': '(?>(?:[ \t]+[^\\s<>]+)+)',
    '_FILE': '<(?i:file)[ \t]+',
    'PATH': '\\/[^\\s<>]+',
    'ANGLE_URL': '[^,<>{}]+',
    'ANGLE_LABEL': '[^<>{}]+',
    'URL': '[^,{}]+',
    'LABEL': '[^{}]+',
    '_END': '[ \t]*>',
    'NO_UNSUB': '\\{(?i:no_unsub)\\}',
    'NUMBER': '[0-9]{1,9}',
    '_CLOSE': '\\}',
    '_ANGLE_CLOSE': '>',
    '_ANGLE_COMMA': ',',
    '_COMMA': ',',
}
names = {
    'ADDRESS': 'an http(s) address',
    'ANGLE_LABEL': "the button's text",
    'ANGLE_URL': "an http(s) address or 'tel:' and a number",
    'ATTRIBUTES': 'width=n or height=n',
    'LABEL': "the button's text",
    'MENU': "'{menu: ...}'",
    'NO_UNSUB': "'{no_unsub}'",
    'NUMBER': 'the number of an uploaded file',
    'PATH': 'a path on the service',
    'URL': "an http(s) address or 'tel:' and a number",
    '_ANGLE_BUTTON': "'<button,'",
    '_ANGLE_CLOSE': "'>'",
    '_ANGLE_COMMA': "','",
    '_BUTTON': "'{button,'",
    '_CLOSE': "'}'",
    '_COMMA': "','",
    '_END': "'>'",
    '_FILE': "'<file '",
}
ignored = ()
scanners = (
    (('MENU', '_BUTTON', '_ANGLE_BUTTON', '_FILE', 'NO_UNSUB'), {}),
    ((), {}),
    (('ANGLE_URL', '_ANGLE_CLOSE', '_ANGLE_COMMA'), {}),
    (('URL', '_CLOSE', '_COMMA'), {}),
    (('ADDRESS', 'PATH', 'NUMBER'), {}),
    (('_ANGLE_CLOSE', '_ANGLE_COMMA'), {}),
    (('_CLOSE', '_COMMA'), {}),
    (('ATTRIBUTES', '_END'), {}),
    (('ANGLE_LABEL', '_ANGLE_CLOSE'), {}),
    (('_ANGLE_CLOSE',), {}),
    (('LABEL', '_CLOSE'), {}),
    (('_CLOSE',), {}),
    (('_END',), {}),
)
lexers = (0, 1, 1, 2, 3, 4, 1, 1, 1, 1, 5, 5, 6, 6, 7, 7, 7, 7, 8, 9, 10, 11, 12, 12, 9, 1, 11, 1, 1)
states = (
    {'MENU': 1, 'NO_UNSUB': 2, '_ANGLE_BUTTON': 3, '_BUTTON': 4, '_FILE': 5, '_angle_button': 6, '_button': 7, '_file': 8, 'start': 9},
    {'$END': -19},
    {'$END': -20},
    {'ANGLE_URL': 10, '_ANGLE_CLOSE': -5, '_ANGLE_COMMA': -5, '_angle_url': 11},
    {'URL': 12, '_CLOSE': -17, '_COMMA': -17, '_url': 13},
    {'ADDRESS': 14, 'NUMBER': 15, 'PATH': 16, '_place': 17},
    {'$END': -21},
    {'$END': -22},
    {'$END': -23},
    {},
    {'_ANGLE_CLOSE': -6, '_ANGLE_COMMA': -6},
    {'_ANGLE_CLOSE': -2, '_ANGLE_COMMA': 18, '_angle_label': 19},
    {'_CLOSE': -18, '_COMMA': -18},
    {'_CLOSE': -11, '_COMMA': 20, '_label': 21},
    {'ATTRIBUTES': -14, '_END': -14},
    {'ATTRIBUTES': -15, '_END': -15},
    {'ATTRIBUTES': -16, '_END': -16},
    {'ATTRIBUTES': 22, '_END': -7, '_attributes': 23},
    {'ANGLE_LABEL': 24, '_ANGLE_CLOSE': -3},
    {'_ANGLE_CLOSE': 25},
    {'LABEL': 26, '_CLOSE': -12},
    {'_CLOSE': 27},
    {'_END': -8},
    {'_END': 28},
    {'_ANGLE_CLOSE': -4},
    {'$END': -1},
    {'_CLOSE': -13},
    {'$END': -9},
    {'$END': -10},
)
rules = (
    ('_angle_button', 4, '_', (1, 2), False, True),
    ('_angle_label', 0, '_', (), False, False),
    ('_angle_label', 1, '_', (), False, False),
    ('_angle_label', 2, '_', (1,), False, False),
    ('_angle_url', 0, '_', (), False, False),
    ('_angle_url', 1, '_', (0,), False, False),
    ('_attributes', 0, '_', (), False, False),
    ('_attributes', 1, '_', (0,), False, False),
    ('_button', 4, '_', (1, 2), False, True),
    ('_file', 4, '_', (1, 2), False, True),
    ('_label', 0, '_', (), False, False),
    ('_label', 1, '_', (), False, False),
    ('_label', 2, '_', (1,), False, False),
    ('_place', 1, '_', (0,), False, False),
    ('_place', 1, '_', (0,), False, False),
    ('_place', 1, '_', (0,), False, False),
    ('_url', 0, '_', (), False, False),
    ('_url', 1, '_', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, False),
    ('start', 1, 'start', (0,), False, True),
    ('start', 1, 'start', (0,), False, True),
    ('start', 1, 'start', (0,), False, True),
)
start = 0
end = 9
pattern = '(?:(?:(?:(?><(?i:file)[ \t]+)(?:(?:(?P<NUMBER>(?>[0-9]{1,9}))|(?P<PATH>(?>\\/[^\\s<>]+))|(?P<ADDRESS>(?>https?:\\/\\/[^\\s<>]+))))(?:(?:(?P<ATTRIBUTES>(?>(?:[ \t]+[^\\s<>]+)+))|))(?>[ \t]*>))|(?:(?>\\{[ \t]*(?i:button)[ \t]*,)(?:(?:(?P<URL>(?>[^,{}]+))|))(?:(?:,(?:(?P<LABEL>(?>[^{}]+))|)|))\\})|(?:(?><[ \t]*(?i:button)[ \t]*,)(?:(?:(?P<ANGLE_URL>(?>[^,<>{}]+))|))(?:(?:,(?:(?P<ANGLE_LABEL>(?>[^<>{}]+))|)|))>)|(?P<NO_UNSUB>(?>\\{(?i:no_unsub)\\}))|(?P<MENU>(?>\\{menu:[^}]*+\\}?|<menu:(?>(?:[^<>]++|<[^<>\n]*+>|<(?![^<>\n]*>))*)>?))))'
parts = {
}
written = {
    'NO_UNSUB': '{no_unsub}',
    '_ANGLE_BUTTON': '<button,',
    '_ANGLE_CLOSE': '>',
    '_ANGLE_COMMA': ',',
    '_BUTTON': '{button,',
    '_CLOSE': '}',
    '_COMMA': ',',
    '_END': '>',
    '_FILE': '<file ',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
