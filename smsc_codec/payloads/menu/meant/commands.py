"""Commands in other words and shapes."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant import addresses, elsewhere, inside, nameless, torn
from smsc_codec.payloads.menu.meant.labels import Labels
from smsc_codec.payloads.menu.meant.lines import COMMAND
from smsc_codec.payloads.menu.meant.nameless import OPTIONS, PARAMETERS
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.sound import DIALS, SECONDS_END, SPEAKERS, is_sound
from smsc_codec.payloads.menu.meant.words import JUMPS, ORDINARY, WITH_COLON, alone, folded, leading
from smsc_codec.payloads.menu.words import RESERVED
from smsc_codec.text.near import distance

_AROUND = " \t\"'«»“”„<>()[]{}.!;:,*_~`/\\|@&=→—–-"
_ARGUMENTS = regex(
    r"(?P<word>(?:[^\W\d_]|(?<=\w)['‘’ʻʼ](?=\w)){2,15}(?:[ \t]+[^\W\d_]{1,15}){0,2})"
    r"(?P<sep>[ \t]*[:：=;]+[ \t]*|[ \t]+)(?P<rest>[^\s\w]*\w[^\r\n]*)"
)
_JUMP = regex(rf"(?:{'|'.join(JUMPS)})[ \t]+[0-9*#]+[.!]?[ \t]*\Z", re.IGNORECASE)
_PAUSE = regex(
    r"(?:pause|sleep|delay|silence|пауза|тишина|задержка|подождать)[ \t]*[:=(]?[ \t]*[0-9]{1,3}[^\d\n]{0,8}\Z"
)
_BEGINNINGS_OF_PAUSES = ("pa", "sl", "de", "si", "па", "ти", "за", "по")
_BEGINNINGS_OF_JUMPS = {jump[:2] for jump in JUMPS}
_ENDS_OF_JUMPS = tuple("0123456789*#")
_RIGHT = regex(r"(?:call|sms|record)[ \t]*:")
_DIALS = regex(DIALS)
_DIALLED = regex(r"[\"'«“(]?[+$(]?[0-9(][0-9 ()+-]{4,}|[\"']?\$\w+")
_SECONDS = regex(rf"[0-9]{{1,4}}{SECONDS_END}", re.IGNORECASE)
_EXPECTED = (
    "'call:phones'",
    "'sms:phone,sender,message'",
    "'record: seconds'",
    "an http(s) address",
    "'end'",
)


def look(key: str, value: str, start: int, labels: Labels, single: bool = False) -> Slip | None:
    """The slip in an item's value that stands at `start`, if there is one; `single` if its key has no other line."""
    value = value.rstrip()
    if not value or is_sound(value, labels.defined):
        return None
    if not any(map(_says, value)) and key not in RESERVED:
        return slip(
            "IVR114",
            f"key {key} does nothing",
            Span(start, start + len(value)),
            (),
            expected=("text to read aloud, or a command",),
        )
    if value in _BARE:
        return slip(
            "IVR009", f"'{value}' has nothing after it: callers would hear the word",
            Span(start, start + len(value)), (), expected=(_BARE[value],),
        )  # fmt: skip
    if value.casefold() in _SCHEME:
        span = Span(start, start + len(value))
        return slip(
            "IVR313", f"placeholder {value} was not filled in: callers would hear it as is", span, (Edit(span, "..."),),
            expected=("the actual text",),
        )  # fmt: skip
    said = value.partition(":")[0].rstrip()
    if (said in _SPEAKS or said.casefold() in SPEAKERS) and (prefix := _PREFIX.match(value)):
        return slip(
            "IVR009", f"'{prefix['odd']}' is not a command: callers would hear it as text",
            Span(start, start + prefix.end("odd")), (Edit(Span(start, start + prefix.end()), ""),), title="remove it",
            expected=("the text alone",),
        )  # fmt: skip
    remark = _remark(value, start) if value.startswith(_SAID) else None
    if remark:
        return remark
    if value.startswith("end") and (one_more := inside.joined(value, start, len("end"))):
        return one_more
    if value.endswith(inside.ENDS) and (last := inside.at_the_end(key, value, start)):
        return last
    if _RIGHT.match(value) and not re.match(r"\w+[ \t]*:[ \t]*[=:]", value):
        if value.count(":") > 1 and value[0] != "s" and (one_more := inside.item(value, start)):
            return one_more
        from smsc_codec.payloads.menu.meant import arguments

        return arguments.look(value, start, labels)
    if value[0] in _SIGNS_BEFORE and (signed := _digit_before(value, start)):
        return signed
    if not _SIGNS.search(value):
        return (
            _alone(key, value, start, single) or _reserved(key, value, start) or _digit_before(value, start)
        )
    return (
        _alone(key, value, start, single)
        or elsewhere.look(value, start)
        or nameless.look(value, start)
        or _with_arguments(value, start, labels)
        or torn.tight(value, start)
        or addresses.look(value, start)
        or _reserved(key, value, start)
        or _dialling(value, start)
        or _jump(value, start)
        or torn.glued(value, start)
        or torn.torn(value, start)
        or _digit_before(value, start)
        or inside.look(key, value, start, labels.known)
    )


def _says(sign: str) -> bool:
    """Whether a sign may be said, or mean something."""
    return sign.isalnum() or sign in "_<{$#*"


#: The page's own words for a text, which somebody was meant to put in their place.
_SCHEME = frozenset(
    ("текст", "текст или команда", "текст2 или команда2", "текст меню", "msg", "сообщение", "текст сообщения",
     "ваш текст", "текст здесь")
)  # fmt: skip
#: A word for speaking before a text, as other systems have it; with a capital it may be a part of the text.
_SPEAKS = frozenset(
    ("сообщение", "озвучить", "озвучка", "сказать", "произнести", "проговорить", "text", "message", "msg", "speak",
     "prompt", "voice")
)  # fmt: skip
_PREFIX = regex(r"(?P<odd>\w+[ \t]*:)[ \t]*(?=[\"«“]?[^\W\d_a-zа-яё])")
#: What cannot stand alone, and its form.
_BARE = {"call": "'call:phones'", "sms": "'sms:phone,sender,message'"}
#: What all shapes have that are more than words: a number, a variable, a colon.
#: Signs that one command's word may have got before it, where nothing is behind it.
_SIGNS_BEFORE = "=+-#@|\\/→—–&^%?>"
_SIGNS = regex(r"[0-9$:*#(/]")
_SAID = ("end", "back", "start", "repeat", "call", "record")
_REMARK = regex(
    r"(?P<said>(?:end|back|start|repeat)|(?:call|record)[ \t]*:[^#/;]*[^#/;\s])"
    r"[ \t]+(?P<remark>(?:#|//|/\*|<!--|--|;)[ \t]*\S.*)"
)
#: What may be a number or a parameter of the command: words that hold it are no remark, and are never taken out.
_MEANT = regex(r"[0-9@]|://|\b(?:wait|ok|err|record)\b", re.IGNORECASE)


def _remark(value: str, start: int) -> Slip | None:
    """`end # leave`: a remark behind a command, which makes a text of it, or a parameter."""
    match = _REMARK.fullmatch(value)
    if match is None or _MEANT.search(match["remark"]):
        return None
    return slip(
        "IVR314", f"menus have no comments: with '{match['remark']}' after it the command does not work",
        Span(start + match.start("remark"), start + len(value)),
        (Edit(Span(start + match.end("said"), start + len(value)), ""),),
        title="remove the comment", safe=True, expected=("nothing after the command",),
        notes=("put private notes after the menu, below a line '~~~'",),
    )  # fmt: skip


def _reserved(key: str, value: str, start: int) -> Slip | None:
    """`0: repeat menu`: the one command that a key can have, with more behind it (IVR-2)."""
    command = RESERVED.get(key)
    if command is None or not re.match(rf"{command}\b.", value, re.IGNORECASE):
        return None
    if glued := inside.joined(value, start, len(command)):
        return glued
    span = Span(start, start + len(value))
    return _unknown(
        value,
        span,
        (Edit(span, command),),
        command,
        key,
        safe=len(value.split()) <= 3 and not re.search("[0-9@$]", value),
    )


_WORDS = regex(
    r"(?P<words>[^\W\d_](?:[^\W\d]|-(?=[^\W\d]))*(?:[ \t]+[^\W\d_](?:[^\W\d]|-(?=[^\W\d]))*){0,3})"
    r"[^\w\n(+]{0,4}(?P<rest>\+?[0-9][0-9,; +()-]{8,}.*)"
)


def _dialling(value: str, start: int) -> Slip | None:
    """Any words before numbers with a call's parameters behind them."""
    match = _WORDS.fullmatch(value) if any(map(value.__contains__, PARAMETERS)) else None
    if match is None or not OPTIONS.search(match["rest"]):
        return None
    span = Span(start, start + match.start("rest"))
    return slip(
        "IVR009", f"'{match['words']}' is not a command: callers would hear it as text",
        Span(start, start + match.end("words")), (Edit(span, "call:"),), title="write 'call:'",
        expected=("'call:phones'",), notes=("did you mean 'call:'?",),
    )  # fmt: skip


_DIGIT = regex(
    r"(?P<odd>[0-9a-z*#:][ \t]+|[0-9](?=[a-z])|[^\w\s\"'«“<(\[{$/]{1,3}[ \t]*(?=[a-z]))(?P<rest>.+)"
)


def _digit_before(value: str, start: int) -> Slip | None:
    """`2 end`: one sign stands between the colon and the command."""
    if value[1:2] not in (" ", "\t") and (value[:1].isalpha() or value[:1] in "\"'«“<([{$/"):
        return None
    match = _DIGIT.match(value)
    if match is None or not COMMAND.match(match["rest"]):
        return None
    span = Span(start, start + match.end("odd"))
    return slip(
        "IVR009", f"'{match['odd'].strip()}' before the command makes it plain text that callers would hear", span,
        (Edit(span, ""),), title="remove it", expected=_EXPECTED,
    )  # fmt: skip


def _alone(key: str, value: str, start: int, single: bool = False) -> Slip | None:
    """An item that is nothing but one word, and that word a command's or meant as one."""
    bare = value.strip(_AROUND).removesuffix("()").strip(_AROUND)
    if not 2 <= len(bare) <= 32:
        return None
    apart = bare.replace(":", " ")  # `action: end`
    meant = alone(apart, RESERVED.get(key)) or _near(apart)
    if meant is None or value == meant or RESERVED.get(key, meant) != meant:
        return None  # that a key cannot have this command has a rule of its own
    word = folded(bare)
    sentence = bare[:1].isupper() and key not in RESERVED and value.rstrip(".!?…") == bare
    text = sentence and not bare.isupper() and word not in (meant, *_PROGRAMS)
    if text and not (single and _leaves(value, meant)):
        return None  # `Leave`, `Назад.`: one word with a capital is as often a text
    span = Span(start, start + len(value))
    if meant in RESERVED.values() and RESERVED.get(key) != meant:
        return None if word == meant or apart != bare else _unknown(bare, span, (), "", key)
    # What may have been meant to be heard, such as `Record.` and `bye`, is never taken away unasked.
    safe = RESERVED.get(key) == meant or (distance(word, meant) <= 1 and (bare == value or not sentence))
    return _unknown(bare if bare != meant else value, span, (Edit(span, meant),), meant, key, safe=safe)


#: What is said for good-bye by people and is no name of a command.
_FAREWELLS = ("bye", "good", "leave", "stop", "the", "стоп", "отбой", "бай")


def _leaves(value: str, meant: str) -> bool:
    """Whether one word with a capital that is all of an item says what pressing its key was meant to do."""
    return meant in ("end", "record") and value[-1].isalpha() and not value.casefold().startswith(_FAREWELLS)


#: What nobody would have said for good-bye.
_PROGRAMS = ("exit", "quit", "finish", "hangup", "terminate", "disconnect")
_NEAREST = ("end", "back", "start", "repeat", "record")
_LONGEST_NEAR = max(map(len, _NEAREST)) + 1


def _near(word: str) -> str | None:
    if not word[0].islower() or len(word) > _LONGEST_NEAR:
        return None
    for meant in _NEAREST:
        if distance(word, meant) <= 1 and word not in ("and", "send", "bend", "card", "ends in"):
            return meant
    return None


def _unknown(word: str, span: Span, mend: tuple[Edit, ...], meant: str, key: str, safe: bool = False) -> Slip:
    return slip(
        "IVR009",
        f"'{word}' is not a command: callers would hear it as text",
        span,
        mend,
        title=f"write '{meant}'" if meant else "",
        safe=safe,
        expected=(f"'{RESERVED[key]}'",) if key in RESERVED else _EXPECTED,
        notes=(f"did you mean '{meant}'?",) if meant else (),
    )


def _with_arguments(value: str, start: int, labels: Labels) -> Slip | None:
    """A command's word, or another for it, with what looks like its arguments."""
    if "$" not in value and len(value.split()) > 6 and not _DIALS.search(value):
        return None
    match = _ARGUMENTS.match(value)
    if match is None:
        return _behind_a_verb(value, start)
    sep, rest = match["sep"], match["rest"]
    meant, word = leading(match["word"]) or ("", "")
    if not meant or not _fits(meant, rest):
        return _behind_a_verb(value, start)
    signs, unit = sep.strip(), ""
    if (
        word in ORDINARY
        and not OPTIONS.search(rest)
        and (signs != ":" or sep != ":" or match["word"][0].isupper())
    ):
        return None
    if meant == "record":
        seconds = re.match(r"[0-9]+", rest)
        assert seconds is not None
        mended = f"record: {seconds.group()}"
        span = Span(start, start + len(value))
        unit = rest[seconds.end() :].strip()
    else:
        mended = f"{meant}:"
        span = Span(start, start + match.start("rest"))
    mend: tuple[Edit, ...] = (Edit(span, mended),)
    if meant == "call" and any(map(rest.__contains__, " \t")):  # `CALL:79990000000 WAIT=20 OK:END`
        from smsc_codec.payloads.menu.meant import options

        more = options.look(f"call:{rest}", span.end - len("call:"), labels)
        mend += more.mend if more and more.problem.fixes else ()
    shown = value if unit else f"{match['word']}{signs}"  # what goes is named
    sure = word == meant and _is_whole(meant, rest)
    return slip(
        "IVR009",
        f"'{shown}' is not a command: callers would hear it as text",
        Span(start, start + len(match["word"]) + len(sep.rstrip())),
        mend,
        title=f"write '{mended}'",
        safe=sure,
        expected=(f"'{meant}:'" if meant != "record" else "'record: seconds'",),
        notes=(f"did you mean '{meant}:'?",),
    )


_VERB = regex(
    r"(?P<words>(?:send|make|start|do|play|отправить|сделать|начать)[ \t]+(?:an?[ \t]+)?(?P<word>[^\W\d_]{3,9}))"
    r"(?:[ \t]*[:=][ \t]*|[ \t]+(?:(?:to|на)[ \t]+)?(?=\$phone[ \t]*,|\+?[0-9]{9}))(?P<rest>\S.*)",
    re.IGNORECASE,
)


#: So many digits are a number that is dialled.
_LEAST_DIGITS = 9
_NUMBERS = regex(
    r"(?:[\s\d+(),;\"'«»“”-]|\$\w+|\bwait\s*[=:]?\s*\d+|\bok\s*[:=]\s*end\b|\berr\s*[:=]\s*\w+|\brecord\b)+\Z"
)


def _is_whole(meant: str, rest: str) -> bool:
    """Whether nothing but arguments stands behind a command, and no sentence that callers were to hear."""
    if meant == "call":
        return _NUMBERS.match(rest) is not None
    return meant != "sms" or len(re.findall("[,;]", rest)) > 1


def _behind_a_verb(value: str, start: int) -> Slip | None:
    """`send sms:$phone,...`: the command's word with a verb before it."""
    likely = any(sign in value for sign in ":=$") or sum(map(str.isdigit, value)) >= _LEAST_DIGITS
    match = _VERB.fullmatch(value) if likely else None
    meant = WITH_COLON.get(folded(match["word"])) if match else None
    if match is None or meant is None or not _fits(meant, match["rest"]):
        return None
    span = Span(start, start + match.start("rest"))
    return slip(
        "IVR009", f"'{match['words']}' is not a command: callers would hear it as text",
        Span(start, start + match.end("words")), (Edit(span, f"{meant}:"),), title=f"write '{meant}:'",
        expected=(f"'{meant}:'",), notes=(f"did you mean '{meant}:'?",),
    )  # fmt: skip


def _fits(meant: str, rest: str) -> bool:
    if meant == "record":
        return _SECONDS.match(rest) is not None
    dialled = _DIALLED.match(rest)
    return dialled is not None and (meant == "call" or "," in rest or ";" in rest)


def _jump(value: str, start: int) -> Slip | None:
    if value[:2] in _BEGINNINGS_OF_PAUSES and _PAUSE.match(value):
        return _unknown(value, Span(start, start + len(value)), (), "", "")
    begins = value[:2].casefold() in _BEGINNINGS_OF_JUMPS
    if not begins or value.rstrip(".! \t")[-1:] not in _ENDS_OF_JUMPS or not _JUMP.match(value):
        return None
    span = Span(start, start + len(value))
    return slip(
        "IVR009",
        f"'{value}' is not a command: an item cannot send the caller to another item",
        span,
        (),
        expected=(
            "'#: start' or '*: back' to go back",
            "'err:' for a call that nobody answers",
            "'end'",
        ),
    )
