"""What each terminal of the languages is to a reader: what the highlighters of all editors are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Role(NamedTuple):
    """What a piece of text is, as TextMate calls it and as Pygments does."""

    scope: str
    token: str


ROLES: Mapping[str, Role] = {
    "text": Role("string.unquoted", "Literal.String"),
    "quoted": Role("string.quoted.double", "Literal.String.Double"),
    "command": Role("keyword.control", "Keyword"),
    "parameter": Role("variable.parameter", "Name.Attribute"),
    "choice": Role("constant.language", "Keyword.Constant"),
    "key": Role("entity.name.tag", "Name.Tag"),
    "label": Role("entity.name.function", "Name.Label"),
    "name": Role("entity.name.type", "Name.Class"),
    "number": Role("constant.numeric", "Literal.Number"),
    "variable": Role("variable.other", "Name.Variable"),
    "address": Role("markup.underline.link", "Name.Entity"),
    "mark": Role("keyword.operator", "Operator"),
    "sign": Role("punctuation.separator", "Punctuation"),
    "comment": Role("comment.line", "Comment"),
    "wrong": Role("invalid.illegal", "Generic.Error"),
    "blank": Role("", "Text.Whitespace"),
}

#: The role of every terminal of each language; that of a part of one where it stands inside another.
MENU = {
    **dict.fromkeys(("START_TEXT", "END_TEXT", "TEXT", "SMS_TEXT", "ANGLE_TEXT", "ANGLE_SMS_TEXT"), "text"),
    **dict.fromkeys(("BRACE", "ANGLE", "CLOSE_BRACE", "CLOSE_ANGLE"), "mark"),
    **dict.fromkeys(("COMMENT_MARK", "COMMENT"), "comment"),
    **dict.fromkeys(("BACK", "START", "REPEAT", "END", "_SMS", "_CALL", "_RECORD"), "command"),
    **dict.fromkeys(("WAIT", "OK", "ERR", "RECORD_CALL"), "parameter"),
    **dict.fromkeys(("PHONE", "NUMBER", "SECONDS"), "number"),
    **dict.fromkeys(("STRAY", "ERROR", "ANGLE_ERROR", "ODD", "ODD_PHONE", "ODD_SECONDS"), "wrong"),
    **dict.fromkeys(("_COMMA", "_COLON"), "sign"),
    "KEY": "key", "LABEL": "label", "OK_END": "choice", "URL": "address", "VARIABLE": "variable",
    "SENDER": "name", "_SP": "blank",
}  # fmt: skip
MESSAGE = {
    "PREFIX": "mark", "PROBE": "mark", "TEXT": "text", "COMMENT_MARK": "comment", "COMMENT": "comment",
}  # fmt: skip
MACRO = {
    **dict.fromkeys(("_FILE", "_END", "_BUTTON", "_CLOSE", "_ANGLE_BUTTON", "_ANGLE_CLOSE"), "mark"),
    **dict.fromkeys(("PATH", "ADDRESS", "URL", "ANGLE_URL"), "address"),
    **dict.fromkeys(("LABEL", "ANGLE_LABEL"), "text"),
    **dict.fromkeys(("_COMMA", "_ANGLE_COMMA"), "sign"),
    **dict.fromkeys(("NO_UNSUB", "MENU"), "mark"),
    "NUMBER": "number", "ATTRIBUTES": "parameter",
}  # fmt: skip
MAILING = {
    "SENDER": "name", "TZ": "number", "PHONES": "number", "TEXT": "text", "COMMENT": "comment",
    "_BAR": "sign", "_COMMA": "sign", "_SEPARATOR": "sign", "_SP": "blank",
}  # fmt: skip
RECIPIENTS = {
    "PHONE": "number", "GROUP": "label", "EMAIL": "address", "TELEGRAM_NAME": "name", "TELEGRAM_ID": "number",
    "ODD": "wrong", "SEPARATOR": "sign", "BLANK": "blank",
}  # fmt: skip
SCHEDULE = {
    **dict.fromkeys(("_TIME", "_TZ", "_PERIOD", "_FREQ", "_VALID"), "parameter"),
    **dict.fromkeys(("COMPACT", "DOTTED", "WINDOW", "MOMENT", "AFTER", "NOW", "SIGNED"), "number"),
    **dict.fromkeys(("DECIMAL", "WHOLE", "CLOCK"), "number"),
    "ODD": "wrong", "_SEPARATOR": "sign",
}  # fmt: skip
VOICE = {
    "_PARAM": "parameter", "_VOICE": "parameter", "WAIT": "number", "INTERVAL": "number", "ATTEMPTS": "number",
    "VOICE": "choice", "LANGUAGE": "choice", "_COMMA": "sign",
}  # fmt: skip
CALL = {
    **dict.fromkeys(("_HEAR", "_LEAVE", "_SMS", "_CALL", "_NOTIFY", "_RECORD", "_UNREAD"), "command"),
    **dict.fromkeys(("_NOTHING", "OUTCOME"), "command"),
    **dict.fromkeys(("_MENU", "POLICY", "_FROM", "_WAIT", "RECORDED"), "parameter"),
    **dict.fromkeys(("PHONE", "NUMBER", "SECONDS"), "number"),
    **dict.fromkeys(("_IN", "_OUT"), "mark"),
    "COMMENT": "comment", "PATH": "address", "ADDRESS": "address", "CHOICE": "choice", "KEY": "key",
    "ANY": "mark", "QUOTED": "quoted", "SENDER": "quoted", "_COMMA": "sign", "ERROR": "wrong",
    "_NL": "blank", "_SP": "blank",
}  # fmt: skip

#: Languages of one piece, which is met again and again; and those in which each line is a text of its own.
PIECES = frozenset(("macro", "recipients"))
ROWS = frozenset(("mailing", "voice"))
#: Each language by the name of its grammar.
COLOURS: Mapping[str, Mapping[str, str]] = {
    "menu": MENU,
    "message": MESSAGE,
    "macro": MACRO,
    "mailing": MAILING,
    "recipients": RECIPIENTS,
    "schedule": SCHEDULE,
    "voice": VOICE,
    "call": CALL,
}


class Inside(NamedTuple):
    """What has colours of its own inside a terminal: another language, and terminals of its own language."""

    language: str
    terminals: tuple[str, ...] = ()


INSIDE: Mapping[tuple[str, str], Inside] = {
    **{
        ("menu", name): Inside("macro", ("VARIABLE",))
        for name in ("TEXT", "SMS_TEXT", "ANGLE_TEXT", "ANGLE_SMS_TEXT", "START_TEXT", "END_TEXT")
    },
    ("message", "TEXT"): Inside("macro"),
    ("macro", "MENU"): Inside("menu"),
    ("mailing", "TEXT"): Inside("macro"),
}
