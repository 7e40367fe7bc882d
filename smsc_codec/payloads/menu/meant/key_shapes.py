"""The shapes of keys and labels as people write them: what stands before an item's colon, or in its place."""

from __future__ import annotations

import re

from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.words import ALONE as COMMANDS_ALONE

WORD = (
    r"(?:press(?:ed|ing)?|key|button|option|item|digit|choice|number|if|when|on|for|нажмите|нажать|нажми|нажали|нажав"
    r"|нажати[еию]|клавиш[аеиу]|кнопк[аеиу]|цифр[аеыу]|пункта?|вариант|номер|если|вы|при|на|для"
    r"|выбор[ае]?|выбер(?:ите|ет)|выбрано?|taste|drücken|sie|die|tecla|pulse|marque|натисніть|клавіша|якщо)"
)
#: What lists and headings begin with: a bullet, a number sign, a bracket, a quotation mark.
BEFORE = (
    r"(?:[-–—•·▪►→]+[ \t]+|[*+][ \t]+(?=[0-9]{1,4}[ \t]*[:.)])"
    rf"|=(?=[0-9]{{1,4}}[ \t]*:)|\\(?=[*#])|[№#][ \t]*(?=[0-9])|{WORD}[ \t]+|[\"'«“„\[(<]){{0,4}}"
)
DIGIT = r"[\d①-⑨⑴-⑼❶-❾➀-➈➊-➒]\ufe0f?\u20e3?"
ODD = regex(
    rf"""[ \t]*(?P<whole>{BEFORE}
    (?P<key>(?:{DIGIT}){{1,6}}
    (?:[ \t]*(?:[-–,/&]|[ \t](?:и|and|or|или)[ \t])[ \t]*[0-9]|[ \t_.\-/#*>][1-9](?![0-9])){{0,5}}
    |[*]{{2}}(?=[ \t]*:[ \t]*back\b)|(?:[#]{{2}}|№)(?=[ \t]*:[ \t]*start\b)
    |[*#＊＃✱⋆×∗♯＃])["'»”“\])>]?
    (?P<sep>[ \t]*[-–—.,;/|)>=~]{{1,2}}[ \t]*[:：]
    |[ \t]*(?:=+[ \t]*(?P<again>[0-9*#]{{0,4}})|[.)\]–-]{{1,2}}[ \t]*(?P=key))[ \t]*[:：]
    |[ \t]*[:：︰;|→⇒>»]+|[)\]](?![0-9])|[.,](?=[ \t]+[^\s\d]|[^\W\d])|[ \t]+[-–—=>]+(?=[ \t])|[ \t]*=
    |(?=(?:end|back|start|repeat)[ \t]*\Z))
    )[ \t]*(?P<rest>[^\r\n]*)""",
    re.VERBOSE | re.IGNORECASE,
)
#: Digits apart, as the numbers of chapters are: `2.1`, `1-1-1`, `1 1 1`.
APART = regex(r"[1-9](?:[ \t]*[._/#*>-][ \t]*[1-9]|[ \t][1-9])+")
NAMED = regex(
    r"[ \t]*(?P<whole>(?P<key>[^\W\d_]{1,9})[ \t]*(?P<sep>:|[-–—=](?=[ \t])))(?!//)[ \t]*(?P<rest>[^\r\n]*)"
)
DOUBLED = regex(r"[ \t]*(?P<whole>(?P<key>[*#]|[0-9A-Za-z]+)[ \t]*:[ \t:：]*[:：])[ \t]*(?P<rest>[^\r\n]*)")
#: `1: 1: text`
TWICE = regex(
    r"[ \t]*(?P<whole>(?P<key>[*#]|[0-9A-Za-z]+)[ \t]*:[ \t]*(?P=key)[ \t]*:)(?!//|[0-9])[ \t]*(?P<rest>[^\r\n]*)"
)
JOINED = regex(
    r"[ \t]*(?P<whole>(?P<key>[1-9]{1,4}|[1-9](?:[./-][1-9]|[ \t][1-9](?!\S)){1,3}|[*#]"
    r"|[A-Za-z][0-9A-Za-z]*)(?:[.–—-](?=[ \t]))?"
    r"[ \t]+(?:[-–—=][ \t]+)?)(?P<rest>\S[^\r\n]*)"
)
#: A number in a line, with what it takes for a whole key: words, brackets, arrows. Commands end such a beginning.
LOOSE = regex(
    r"[ \t]*(?P<whole>(?P<head>[^\r\n]{0,30}?[0-9*#][^\r\n0-9*#]{0,14}?)[ \t]*"
    r"(?:[:：]+[ \t]*|[ \t=>-]*(?=(?:call|sms|record)[ \t]*:"
    r"|https?://|(?<!\w)(?:end|back|start|repeat)[ \t]*\Z)))(?!//)(?P<rest>\S[^\r\n]*)"
)
KEY_WORDS = regex(rf"(?:{WORD}|подпункт\w*|опци\w*|choice|opt|btn|кн|кл|п)\Z", re.IGNORECASE)
#: A key's word with its number glued on, as a label looks.
NUMBERED = regex(
    r"[ \t]*(?P<whole>(?:key|btn|button|press|option|opt|item|digit|num|no|кнопка|клавиша|пункт|цифра|кн|кл|п)[._-]?"
    r"(?P<key>[0-9]{1,4})"
    r"|(?P<behind>[0-9]{1,4})(?:key|btn|button))[ \t]*(?P<sep>:)(?!//)[ \t]*(?P<rest>[^\r\n]*)",
    re.IGNORECASE,
)
#: `err: sorry: text`: the label as `err:` names it.
REFERENCE = regex(
    r"[ \t]*(?P<whole>(?:err|label|метка)[ \t]*[:=]?[ \t]*(?P<key>[0-9A-Za-z]+)[ \t]*:)(?!//)[ \t]*(?P<rest>[^\r\n]*)"
)
#: `4:2: text`: levels with colons between them.
LEVELS = regex(r"[ \t]*(?P<whole>(?P<key>[1-9]{1,3}:[1-9]):)(?!//)[ \t]*(?P<rest>[^\r\n]*)")
ALONE = frozenset(COMMANDS_ALONE)
#: A command with its arguments, and no key before it.
ARGUMENTS = regex(
    r"call[ \t]*:[ \t]*\+?[0-9(][0-9 ()+-]{6}|sms[ \t]*:[ \t]*(?:\$|\+?[0-9]{7})|record[ \t]*:[ \t]*[0-9]{1,4}\b"
)
LABEL_WORDS = ("err", "label", "метка")
#: A key with a letter or a sign glued on: `4u end`, `2x: text`, `3й call:...`, `2nd: text`, `9?: end`, `q9: end`.
GLUED = regex(
    r"[ \t]*(?P<whole>(?P<before>[^\W\d_])?(?P<key>[1-9]{1,4}|[*#0])"
    r"(?P<behind>[-–]?[^\W\d_]{1,2}|[\\+?!'`~^&%$@_]{1,2})?"
    r"(?:[ \t]*(?P<sep>[:：])|(?=[ \t])))[ \t]*(?P<rest>\S[^\r\n]*)"
)
#: A label with a sign glued on: `err*: text`, `#err: text`, `busy!: text`.
SIGNED = regex(
    r"[ \t]*(?P<whole>[^\w\s{},;]{0,2}(?P<key>[A-Za-z][0-9A-Za-z]*)[^\w\s:{},;]{0,2}[ \t]*[:：])(?!//)"
    r"[ \t]*(?P<rest>[^\r\n]*)"
)
#: `[busy] text`, `{busy}: text`.
BRACKETED = regex(
    r"[ \t]*(?P<whole>[\[({<]{1,2}(?P<key>[A-Za-z][0-9A-Za-z]*)[\])}>]{1,2}[ \t]*[:：]?)(?!//)"
    r"[ \t]*(?P<rest>[^\s:：][^\r\n]*)"
)
#: What stands behind a number in sentences: `3D`, `4 m`, `5th`, `2х комнатная`.
UNITS = frozenset(("d", "g", "k", "m", "th", "st", "nd", "rd", *"мгчрдйяе", "см", "км", "кг"))
KEYLESS = regex(
    r"[ \t]*(?P<whole>[:：](?:[ \t]*(?P<key>[*#]|[0-9]{1,4})(?=[ \t.:]))?)[ \t]*(?P<rest>\S[^\r\n]*)"
)
