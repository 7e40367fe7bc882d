"""Made from grammars/message.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""

from smsc_codec.grammar.runtime import Tables

terminals = {
    'PREFIX': '(?:__VIBER__:|__CALL__:|__SOC__:) ?',
    'PROBE': '(?:__PING__|__HLR__)',
    'TEXT': '(?>(?:(?:[^\r\n]++|(?!\r?\n~~~\r?\n)\r?\n|\r(?!\n)))+)',
    'COMMENT': '(?s:.+)',
    'COMMENT_MARK': '\r?\n~~~\r?\n',
}
names = {
    'COMMENT': '',
    'COMMENT_MARK': 'a line of three tildes and a comment',
    'PREFIX': "a prefix such as '__CALL__:'",
    'PROBE': "'__PING__' or '__HLR__'",
    'TEXT': 'text',
}
ignored = ()
scanners = (
    (('PREFIX', 'PROBE', 'TEXT', 'COMMENT_MARK'), {}),
    (('TEXT', 'COMMENT_MARK'), {}),
    ((), {}),
    (('COMMENT_MARK',), {}),
    (('COMMENT',), {}),
)
lexers = (0, 1, 1, 1, 2, 3, 3, 4, 2, 2)
states = (
    {'$END': -4, 'COMMENT_MARK': -4, 'PREFIX': 1, 'PROBE': 2, 'TEXT': -4, '_prefix': 3, 'start': 4},
    {'$END': -5, 'COMMENT_MARK': -5, 'TEXT': -5},
    {'$END': -6, 'COMMENT_MARK': -6, 'TEXT': -6},
    {'$END': -7, 'COMMENT_MARK': -7, 'TEXT': 5, '_text': 6},
    {},
    {'$END': -8, 'COMMENT_MARK': -8},
    {'$END': -1, 'COMMENT_MARK': 7, '_comment': 8},
    {'$END': -2, 'COMMENT': 9},
    {'$END': -9},
    {'$END': -3},
)
rules = (
    ('_comment', 0, '_', (), False, False),
    ('_comment', 1, '_', (0,), False, False),
    ('_comment', 2, '_', (0, 1), False, False),
    ('_prefix', 0, '_', (), False, False),
    ('_prefix', 1, '_', (0,), False, False),
    ('_prefix', 1, '_', (0,), False, False),
    ('_text', 0, '_', (), False, False),
    ('_text', 1, '_', (0,), False, False),
    ('start', 3, 'start', (0, 1, 2), False, True),
)
start = 0
end = 4
pattern = '(?:(?:(?:(?P<PREFIX>(?>(?:__VIBER__:|__CALL__:|__SOC__:) ?))|(?P<PROBE>(?>(?:__PING__|__HLR__)))|))(?:(?:(?P<TEXT>(?>(?:(?:[^\r\n]++|(?!\r?\n~~~\r?\n)\r?\n|\r(?!\n)))+))|))(?:(?:(?P<COMMENT_MARK>(?>\r?\n~~~\r?\n))(?:(?P<COMMENT>(?>(?s:.+)))|)|)))'
parts = {
    'VIBER': '__VIBER__:',
    'CALL': '__CALL__:',
    'PING': '__PING__',
    'SOC': '__SOC__:',
    'MARK': '\r?\n~~~\r?\n',
    'HLR': '__HLR__',
}
written = {
    'CALL': '__CALL__:',
    'COMMENT_MARK': '\n~~~\n',
    'HLR': '__HLR__',
    'MARK': '\n~~~\n',
    'PING': '__PING__',
    'SOC': '__SOC__:',
    'VIBER': '__VIBER__:',
}

TABLES = Tables(
    terminals, names, ignored, scanners, lexers, states, rules, start, end, pattern, parts, written
)
