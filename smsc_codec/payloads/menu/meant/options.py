"""The parameters of a call in other shapes (IVR-7)."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.actions import MAX_WAIT
from smsc_codec.payloads.menu.meant.labels import Labels
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.words import folded

_QUOTES = "\"'«»“”„.,;"
#: One word of the parameters, with the sign behind it and the value, if there is one.
_ONE = regex(
    r"(?<=[ \t,;])(?P<name>[^\W\d_]+(?:[_-][^\W\d_]+)*)"
    r"(?P<sep>[ \t]*(?:[=:：＝]+|->|=>)[ \t]*|[ \t]+|(?=[0-9])|\Z)(?P<value>[^\s}>]*)"
)
_SOUND = regex(r"wait=[0-9]{1,3}|ok:end|err:(?:[0-9A-Za-z]+|[*#])|record")
_SECONDS = regex(r"([0-9]{1,3})(?:[.,]0+)?(?:s|sec|seconds?|с|сек|секунд\w?)?\.?", re.IGNORECASE)
#: A time of recording, which only the item `record:` has (IVR-9).
_TIME = regex(r"[0-9]{1,4}[^\W\d]{0,8}|on|yes|true|да|вкл")
_MINUTES = regex(r"([0-9])(?:m|min|minutes?|м|мин|минут\w?)\.?", re.IGNORECASE)
#: Words that people write for the four.
_NAMES = {
    **dict.fromkeys(("wait", "timeout", "delay", "time", "ожидание", "ждать", "время", "warten",
         "wartezeit", "espera", "esperar", "attente", "attendre", "чекати", "очікування", "күту", "kutish"), "wait="),
    **dict.fromkeys(("ok", "okay", "success", "ок", "done", "answered", "успех", "then", "потом", "затем"), "ok:"),
    **dict.fromkeys(
        ("err", "error", "fail", "failed", "failure", "busy", "noanswer", "no_answer", "no-answer", "on_error",
         "else", "ошибка", "занято", "fallback", "fehler", "помилка", "қате", "xato"), "err:"),
    **dict.fromkeys(("record", "rec", "recording", "запись", "записать", "запис", "aufnahme", "grabar", "жазу"),
                    "record"),
}  # fmt: skip
_HEAD = regex(r"call[ \t]*:[^a-zA-Zа-яА-ЯёЁ]*")
_BARE = regex(r"(?<=[ \t])([A-Za-z][0-9A-Za-z]*)(?=[ \t]|\Z)")
_SECOND_WORD = regex(r"[ \t]+([0-9A-Za-z]+)(?=[ \t]|\Z)")
#: What is one parameter but for the sign in it: `errsorry`, `ok;end`, `wait-20`.
_OTHER_SIGN = regex(
    r"(?<=[ \t])(?P<name>err|ok|wait)(?P<sep>[^\w\s=:>]{0,2}|_)(?P<value>[0-9A-Za-z]+)(?=[ \t]|\Z)",
    re.IGNORECASE,
)
_UNIT_APART = regex(
    r"(?<=[ \t])wait[ \t]*=[ \t]*(?P<value>(?P<number>[0-9]{1,3})[ \t]+(?:(?P<minutes>m|min|minutes?|м|мин|минут\w?)"
    r"|s|sec|seconds?|с|сек|секунд\w?)\.?)(?=[ \t]|\Z)",
    re.IGNORECASE,
)
_ENDS = ("end", "stop", "exit", "hangup", "finish", "конец", "выход", "еnd")


_PARAMETER = r"(?:wait=[0-9]{1,3}|ok:end|err:(?:[0-9A-Za-z]+|[*#])|record)"
_LISTED = regex(rf"(?<=[0-9a-z])(?:(?:[ \t]*[,;][ \t]*|[ \t]+){_PARAMETER})+(?P<end>[,;]?\Z)?")


def _listed(value: str, start: int) -> Slip | None:
    """`wait=30, ok:end, err:busy`: what stands between parameters is a space (IVR-7)."""
    match = next((run for run in _LISTED.finditer(value) if run["end"] is not None), None)
    sign = re.search("[,;]", match.group()) if match else None
    if (
        match is None
        or sign is None
        or (match.group()[-1] == sign.group() and sign.end() == len(match.group()))
    ):
        return None
    span = Span(start + match.start() + sign.start(), start + match.start() + sign.end())
    mended = re.sub(r"[ \t]*[,;][ \t]*", " ", match.group()).rstrip()
    return slip(
        "IVR206", f"the parameters of a call are separated by spaces, not '{sign.group()}'", span,
        (Edit(Span(start + match.start(), start + match.end()), mended),), title="use spaces", safe=True,
        expected=("a space between two parameters",),
    )  # fmt: skip


#: The numbers of a call, and all that stands behind them.
_REST = regex(r"call[ \t]*:[ \t]*\+?[0-9][0-9,+]*(?P<gap>[\s,;&(\[{]+)(?P<rest>\S.*)")
_WORD = regex(r"[^\s,;&()\[\]{}]+")
_NAMED_VALUE = regex(r"[-–—/]{0,2}(?P<name>[^\W\d_]+)(?:(?:=>|->|[=:：])(?P<value>.*))?")
_SEVERAL = 2


def _all_of_them(value: str, start: int, labels: Labels) -> Slip | None:
    """`-wait 20 -ok end -err busy`, `Wait=20, Ok=end, Err=busy`: all parameters in another shape, told once."""
    match = _REST.match(value)
    if match is None:
        return None
    words = _WORD.findall(match["rest"])
    made: list[str] = []
    signs = match["gap"] + match["rest"]
    odd = int(any(map(signs.__contains__, ",&")) or signs.count(";") > 1)
    odd += _SEVERAL if any(map(signs.__contains__, "()[]{}")) else 0
    at = 0
    while at < len(words):
        first = at
        one = _NAMED_VALUE.fullmatch(words[at])
        name = _name(one["name"]) if one else None
        if one is None or name is None:
            return None
        said = one["value"] or ""
        if name != "record" and not said:
            at += 1
            said = words[at] if at < len(words) else ""
        made.append(name + _value_of(name, said, labels))
        if made[-1] == name and (name != "record" or said):
            return None
        odd += made[-1] != " ".join(words[first : at + 1])
        at += 1
    if odd < _SEVERAL or len({one[:2] for one in made}) < len(made):
        return None
    span = Span(start + match.start("gap"), start + len(value))
    mended = " ".join(made)
    return slip(
        "IVR206", "the parameters of this call are in another form", Span(start + match.start("rest"), span.end),
        (Edit(span, f" {mended}"),), title=f"write '{mended}'", expected=(f"'{mended}'",),
    )  # fmt: skip


def _value_of(name: str, said: str, labels: Labels) -> str:
    """The value of a parameter where it is plain; else nothing."""
    if name == "wait=":
        seconds = _SECONDS.fullmatch(said)
        return str(int(seconds[1])) if seconds and int(seconds[1]) <= MAX_WAIT else ""
    if name == "ok:":
        return "end" if said.casefold() in _ENDS else ""
    if name == "err:" and said.isupper() and said not in labels.defined:
        said = said.lower()  # a line typed in capitals
    return said if name == "err:" and said in labels.defined else ""


def look(value: str, start: int, labels: Labels) -> Slip | None:
    """The first slip in the parameters of a call whose text stands at `start`, if there is one."""
    at = _HEAD.match(value)
    assert at is not None
    listed = _all_of_them(value, start, labels) or _listed(value, start)
    if listed:
        return listed
    tight = _other_sign(value, start, at.end() - 1, labels) or _unit_apart(value, start, at.end() - 1)
    if tight:
        return tight
    place = at.end() - 1
    bare = _bare(value, start, at.end(), labels)
    if bare:
        return bare
    while (match := _ONE.search(value, place)) is not None:
        place = max(match.end("name"), match.start("value"))
        sound = _SOUND.match(value, match.start())
        lost = sound and sound.group().startswith("err:") and sound.group()[4:] not in labels.defined
        timed = sound and sound.group() == "record" and _TIME.fullmatch(match["value"].casefold())
        if sound and not lost and not timed and (sound.end() == len(value) or value[sound.end()] in " \t"):
            place = sound.end()
            continue
        name = _name(match["name"])
        if name is not None:
            found = _slip(match, name, start, value, labels)
            if found:
                return found
    return None


def _other_sign(value: str, start: int, place: int, labels: Labels) -> Slip | None:
    """`errsorry`, `ok;end`, `wait-20`: no sign, or another one, between a parameter and its value (IVR-7)."""
    for match in _OTHER_SIGN.finditer(value, place):
        name, said = _NAMES[match["name"].casefold()], match["value"]
        if name == "ok:":
            said = "end" if said.casefold() in _ENDS else ""
        fits = {
            "err:": said in labels.defined, "ok:": bool(said), "wait=": said.isdigit() and int(said) <= MAX_WAIT,
        }  # fmt: skip
        if match.group() == f"{name}{said}" or match.group() in labels.defined or not fits[name]:
            continue
        mended = f"{name}{said}"
        span = Span(start + match.start(), start + match.end())
        return slip(
            "IVR206", f"'{match.group()}' is not a call parameter", span, (Edit(span, mended),),
            title=f"write '{mended}'", safe=said.casefold() == match["value"].casefold(), expected=(f"'{mended}'",),
        )  # fmt: skip
    return None


def _unit_apart(value: str, start: int, place: int) -> Slip | None:
    """`wait=20 sec`: the number stands alone (IVR-7)."""
    match = _UNIT_APART.search(value, place)
    seconds = int(match["number"]) * (60 if match["minutes"] else 1) if match else MAX_WAIT + 1
    if match is None or seconds > MAX_WAIT:
        return None
    span = Span(start + match.start(), start + match.end())
    return slip(
        "IVR203", f"wait must be a whole number from 0 to {MAX_WAIT}, not '{match['value']}'", span,
        (Edit(span, f"wait={seconds}"),), title=f"write 'wait={seconds}'", safe=True, expected=(f"'wait={seconds}'",),
    )  # fmt: skip


def _bare(value: str, start: int, place: int, labels: Labels) -> Slip | None:
    """A label where `err:` and the label belong: `call:79990000000 wait=20 sorry` (IVR-7)."""
    match = _BARE.search(value, place)
    if match is None or match[1] not in labels.unused or "err:" in value:
        return None
    if _name(match[1]) not in (None, "err:") or (_name(match[1]) and match.end() < len(value)):
        return None  # `busy` before a label is a word for `err:`
    span = Span(start + match.start(1), start + match.end(1))
    mended = f"err:{match[1]}"
    return slip(
        "IVR206", f"'{match[1]}' is not a call parameter", span, (Edit(span, mended),), title=f"write '{mended}'",
        expected=(f"'{mended}'",),
    )  # fmt: skip


def _name(word: str) -> str | None:
    return _NAMES.get(word.casefold()) or _NAMES.get(folded(word))


def _slip(match: re.Match[str], name: str, start: int, whole: str, labels: Labels) -> Slip | None:
    value = match["value"].strip(_QUOTES)
    end = match.end()
    safe = True
    if name == "wait=":
        seconds, minutes = _SECONDS.fullmatch(value), _MINUTES.fullmatch(value)
        if seconds is not None and int(seconds[1]) <= MAX_WAIT:
            value = str(int(seconds[1]))
        elif minutes is not None and 0 < 60 * int(minutes[1]) <= MAX_WAIT:
            value = str(60 * int(minutes[1]))
        else:
            return None
    elif name == "ok:":
        if value.casefold() not in _ENDS:
            return None
        safe = value.casefold() in ("end", "еnd") and match["name"].casefold() not in (
            "then",
            "потом",
            "затем",
        )
        value = "end"
    elif name == "record":
        if match["sep"].strip() or match["value"]:
            said = r"[0-9]{1,4}\w{0,8}" if match["sep"].strip() else r"[0-9]{1,4}\w{0,8}|on|yes|true|да|вкл"
            if not re.fullmatch(said, value.casefold()) or match["sep"].strip() not in ("", "=", ":"):
                return None
            safe = False
        else:
            end = match.end("name")
        value = ""
    else:
        found = _label(match, whole, labels)
        if found is None:
            return None
        value, end, safe = found
    mended = f"{name}{value}"
    if whole[match.start() : end] == mended:
        return None
    span = Span(start + match.start(), start + end)
    if name == "wait=" and match["name"] == "wait" and match["sep"] == "=":
        message, code = f"wait must be a whole number from 0 to {MAX_WAIT}, not '{match['value']}'", "IVR203"
    else:
        written = (
            f"{match['name']}{match['sep'].strip()}" if match["sep"].strip() else whole[match.start() : end]
        )
        message, code = f"'{written}' is not a call parameter", "IVR206"
    return slip(
        code, message, span, (Edit(span, mended),), title=f"write '{mended}'", safe=safe, expected=(f"'{mended}'",),
    )  # fmt: skip


def _label(match: re.Match[str], whole: str, labels: Labels) -> tuple[str, int, bool] | None:
    """The label that was meant behind `err`, where what was meant ends, and whether that is sure."""
    value = match["value"].strip(_QUOTES)
    sure = match["name"].casefold() in ("err", "еrr") or match["sep"].strip() != ""
    if re.fullmatch(r"[0-9A-Za-z]+|[*#]", value):
        after = _SECOND_WORD.match(whole, match.end())
        if after and value not in labels.defined and value + after[1] in labels.defined:
            return value + after[1], after.end(), True
        if after and value not in labels.defined and after[1] in labels.defined:
            return after[1], after.end(), False  # `err:goto sorry`
        gone = value not in labels.defined and (value == "record" or after is not None)
        if match["sep"].strip() and match["name"].casefold() == "err" and not gone:
            return value, match.end(), True
        if value == "record" and len(labels.unused) == 1 and match["sep"][-1:].isspace():
            return labels.unused[0], match.start("sep") + len(match["sep"].rstrip()), False
        return (
            (value, match.end(), sure and match["name"].casefold() != "busy")
            if value in labels.defined
            else None
        )
    if not value and match["sep"].strip():
        return (labels.unused[0], match.end(), False) if len(labels.unused) == 1 else None
    return None
