"""Slips behind a command that is written as it should be: numbers, fields, seconds."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant import options
from smsc_codec.payloads.menu.meant.labels import Labels
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.phone_lengths import odd_length

_QUOTES = "\"'«»“”„"


def look(value: str, start: int, labels: Labels) -> Slip | None:
    """The slip behind `call:`, `sms:` or `record:`, if there is one."""
    apart = re.match(r"(call|sms|record)[ \t]+:", value)
    if apart:
        span = Span(start, start + apart.end())
        return slip(
            "IVR009", f"space before the colon of '{apart[1]}:'", span, (Edit(span, f"{apart[1]}:"),),
            title=f"write '{apart[1]}:'", safe=True, expected=(f"'{apart[1]}:'",),
        )  # fmt: skip
    if value.startswith("record"):
        return _seconds(value, start)
    if value.startswith("sms"):
        return _sms(value, start)
    head = re.match(r"call[ \t]*:[ \t]*", value)
    assert head is not None
    dialled = (
        _joined(value, start, head.end())
        or _extension(value, start, head.end())
        or _apart(value, start, head.end())
    )
    if dialled:
        return dialled
    special = _not_a_number(value, start, head.end())
    if special:
        return special
    numbers = re.compile(r"[^\s]+(?:[;,][ \t]*[^\s]+)*?(?=\s+(?:wait|ok|err|record)\b|\s*\Z|\s)").match(
        value, head.end()
    )
    if numbers:
        told = numbers.group()
        bare = re.sub(f"[{_QUOTES}]", "", told)
        mended = bare.translate(_LOOK_LIKE_DIGITS)
        if (
            mended != bare
            and re.fullmatch(r"\+?[0-9]{9,15}(?:,\+?[0-9]{9,15})*", mended)
            and re.match(r"\+?[0-9]", bare)
        ):
            return _number("a letter among the digits of a phone number",
                           Span(start + numbers.start(), start + numbers.end()), mended, safe=False)  # fmt: skip
        mixed = any(map(str.isalpha, bare)) and sum(map(str.isdigit, bare)) >= _LEAST_DIGITS
        letters = _LETTERS_IN_IT.fullmatch(bare) if mixed else None
        if letters and sum(map(str.isdigit, letters["odd"])) >= _LEAST_DIGITS:
            odd = letters["odd"]
            without = re.sub("[^0-9]", "", odd)
            likely = re.sub("[^0-9]", "0", odd) if odd_length(without) else without
            at, end = letters.span("odd")
            if bare != told:  # quotes round it, or in it, go with the letter
                odd, likely = told, bare[:at] + likely + bare[end:]
                at = 0
            at += start + numbers.start()
            span = Span(at, at + len(odd))
            return slip(
                "IVR220", "a letter among the digits of a phone number", span, (Edit(span, likely),),
                expected=("digits in international form, such as 79990000000",),
            )  # fmt: skip
        if bare != told and re.fullmatch(r"[+0-9][0-9,;+]*", bare):
            span = Span(start + numbers.start(), start + numbers.end())
            return _number("phone numbers are written without quotes", span, bare)
        if (
            not told.isdigit()
            and re.fullmatch(r"[+0-9][0-9]{6,}(?:[;,|/][+0-9][0-9]{6,})+", told)
            and re.search("[;|/]", told)
        ):
            at = next(i for i, c in enumerate(told) if c in ";|/")
            span = Span(start + numbers.start() + at, start + numbers.start() + at + 1)
            edit = Edit(Span(start + numbers.start(), start + numbers.end()), re.sub("[;|/]", ",", told))
            return slip(
                "IVR220", f"phone numbers are separated by commas, not '{told[at]}'", span, (edit,), title="use commas",
                safe=True,
                expected=("',' between two numbers",),
            )  # fmt: skip
    return options.look(value, start, labels)


#: One or two letters in one of the numbers, which have too many digits to be words.
_LETTERS_IN_IT = regex(r"(?:\+?[0-9]{9,15},)*(?P<odd>\+?[0-9]+[^\W\d_]{1,2}[0-9]*)(?:,\+?[0-9]{9,15})*")
_LEAST_DIGITS = 8
_PHONE = r"\+?[0-9]{9,15}"
_AND = regex(
    rf"{_PHONE}(?:[ \t]*(?:,(?![ \t]*[^\W\d])"
    r"|(?:,[ \t]*)?(?<=[ \t])(?:и|или|потом|затем|and|or|then|та|або|und|oder|y|o|e|et|ou|және|немесе|va|yoki)(?=[ \t])"
    rf"|[+&]|(?<=[ \t])/(?=[ \t]))[ \t]*{_PHONE})+"
    r"(?=[ \t]|\Z)"
)


def _joined(value: str, start: int, at: int) -> Slip | None:
    """`74951110000 и 74951110001`: a word or a sign between two numbers, where a comma belongs (IVR-7)."""
    match = _AND.match(value, at)
    sign = re.search(r"[^\W\d]+|[&/]|(?<!,)(?<!, )\+", match.group()[1:]) if match else None
    if match is None or sign is None:
        return None
    mended = re.sub(
        r"[ \t]*(?:,?[ \t]*[^\W\d]+|,|[^\W\d]+|[&/]|(?<=[0-9 \t])\+)[ \t]*(\+?)", r",\1", match.group()
    )
    place = start + match.start() + 1 + sign.start()
    span = Span(place, place + len(sign.group()))
    return slip(
        "IVR220", f"phone numbers are separated by commas, not '{sign.group()}'", span,
        (Edit(Span(start + match.start(), start + match.end()), mended),), title="use commas", safe=True,
        expected=("',' between two numbers",),
    )  # fmt: skip


_EXTENSION = regex(
    rf"(?P<number>{_PHONE}|\+?[0-9][0-9() -]{{9,18}}[0-9](?=[ \t,]+(?:доб|доп|вн|ext)))"
    r"(?P<rest>[ \t]*(?:,?[ \t]*(?:доб|доп|вн|ext|внутр)\w*\.?[ \t:#№]*|[#pPxXwW*;][ \t]*)[0-9]{1,6})"
    r"(?=[ \t]|\Z)",
    re.IGNORECASE,
)


def _extension(value: str, start: int, at: int) -> Slip | None:
    """`74951110000 доб. 12`: a call goes to a number, and nobody dials on (IVR-7)."""
    match = _EXTENSION.match(value, at)
    if match is None:
        return None
    span = Span(start + match.start("rest"), start + match.end("rest"))
    shown = Span(span.end - len(match["rest"].strip()), span.end)
    bare = re.sub("[() -]", "", match["number"])
    mend = (Edit(span, ""),)
    if bare != match["number"]:
        mend = (Edit(Span(start + match.start(), span.end), bare),)
    return slip(
        "IVR220", f"a call cannot dial an extension: '{match['rest'].strip()}' is not part of a number", shown,
        mend, title="remove it", expected=("a direct number",),
    )  # fmt: skip


_IN_BRACKETS = regex(r"[(\[{<][ \t]*(?P<numbers>\+?[0-9][0-9,;+ ()-]{6,80}[0-9])[ \t]*[)\]}>](?=[ \t]|\Z)")
_NAMED_NUMBER = regex(
    r"(?P<name>(?!(?:wait|ok|err|record)\b)[^\W\d_][^\W\d_.'-]{1,20}(?:[ \t]+[^\W\d_]{1,20})?)[ \t:,–—-]+"
    r"(?P<number>\+?[0-9]{9,15})(?=[ \t]|\Z)"
)
_SIGN_BEFORE = regex(r"[,;.][,;. \t]*(?=\+?[0-9]{9})")
#: `+7 (___) ___-__-__`, `7916*****67`, and a number as tables show sums: `79,161,234,567`.
_BLANK = regex(r"\+?[0-9]?[0-9 ()_*-]*[_*]{2}[0-9 ()_*-]*(?=[ \t]|\Z)(?<![ \t])")
_THOUSANDS = regex(r"[0-9]{1,3}(?:[,. ][0-9]{3}){3,4}(?=[ \t]|\Z)")
_WORDS_ALONE = regex(
    r"[^\W\d_]{2,20}(?:[ \t]+(?!(?:wait|ok|err|record)\b)[^\W\d_]{1,20}){1,3}(?=[ \t]+(?:wait|ok|err|record)\b|\Z)"
)
_SHORTENED = regex(r"\+?[1-9](?:[.,][0-9]{1,14})?[eEЕе]\+?[0-9]{1,2}(?=[ \t]|\Z)")


def _not_a_number(value: str, start: int, at: int) -> Slip | None:
    """`{79990000000}`, `Ann 79990000000`, `7,999E+10`: brackets round a number, a name before it, what sheets show."""
    first = value[at : at + 1]
    if first in tuple("([{<") and (match := _IN_BRACKETS.match(value, at)):
        bare = re.sub(r"[ ()-]", "", match["numbers"]).replace(";", ",")
        return _number(
            "phone numbers are written without brackets", Span(start + at, start + match.end()), bare
        )
    if first.isalpha() and (match := _NAMED_NUMBER.match(value, at)):
        span = Span(start + at, start + match.start("number"))
        return slip(
            "IVR220", f"a call needs the number alone, without '{match['name']}'", span, (Edit(span, ""),),
            title="remove the name", expected=(match["number"],),
        )  # fmt: skip
    if first in (",", ";", ".") and (match := _SIGN_BEFORE.match(value, at)):
        span = Span(start + at, start + match.end())
        return slip(
            "IVR220", "nothing goes before the first number", span, (Edit(span, ""),), title="remove it", safe=True,
            expected=("'call:phones'",),
        )  # fmt: skip
    blank = "__" in value or "***" in value
    if (blank and (match := _BLANK.match(value, at))) or (
        first.isdigit() and (match := _THOUSANDS.match(value, at))
    ):
        bare = re.sub("[^0-9]", "", match.group())
        if blank or not 10 <= len(bare) <= 15:
            return _no_number(match.group(), start + at)
        return _number(f"'{match.group()}' has punctuation between its digits",
                       Span(start + at, start + match.end()), bare)  # fmt: skip
    if first.isalpha() and (match := _WORDS_ALONE.match(value, at)):
        return _no_number(match.group(), start + at)
    if any(map(value[at : at + 20].__contains__, "eEЕе")) and (match := _SHORTENED.match(value, at)):
        span = Span(start + at, start + match.end())
        return slip(
            "IVR220", f"'{match.group()}' is a number that a spreadsheet has shortened: its last digits are lost", span,
            (Edit(span, "79990000000"),), expected=("digits in international form, such as 79990000000",),
        )  # fmt: skip
    return None


_PLUS_APART = regex(r"\+[ \t]+[0-9][0-9 ()-]{7,20}[0-9](?=[ \t]|\Z)")


def _apart(value: str, start: int, at: int) -> Slip | None:
    """`+ 7 812 333-44-57`: the plus does not stand at its number."""
    match = _PLUS_APART.match(value, at)
    mended = re.sub(r"[^0-9]", "", match.group()) if match else ""
    if match is None or not 9 <= len(mended) <= 15:
        return None
    return _number(f"'{match.group()}' has punctuation between its digits",
                   Span(start + match.start(), start + match.end()), mended)  # fmt: skip


_UNIT = regex(
    r"record[ \t]*:[ \t]*(?P<all>(?P<number>[0-9]{1,4})[ \t]*(?:s|sec|seconds?|с|сек|секунд\w?)\.?)",
    re.IGNORECASE,
)

_QUOTED_NUMBER = regex(
    rf"record[ \t]*:[ \t]*(?P<all>[{_QUOTES}(<\[]+(?P<number>[0-9]{{1,4}})[{_QUOTES})>\]]+)"
)


def _seconds(value: str, start: int) -> Slip | None:
    """`record: 30 sec`, `record: «30»`: the number stands alone (IVR-9)."""
    match = _UNIT.fullmatch(value) or _QUOTED_NUMBER.fullmatch(value)
    if match is None:
        return None
    span = Span(start + match.start("all"), start + match.end("all"))
    return slip(
        "IVR216", f"recording time must be a whole number of seconds, not '{match['all']}'", span,
        (Edit(span, match["number"]),), title=f"write {match['number']}", safe=True, expected=(match["number"],),
    )  # fmt: skip


#: Letters that people take for digits, or that look like them.
_LOOK_LIKE_DIGITS = str.maketrans("OoОоlIЗзб", "000011336")
_A_PHONE = regex(r"\$phone|\+?[0-9]{9,15}")
_SMS = regex(r"sms[ \t]*:[ \t]*(?P<phone>[^,;]*)(?P<first>[,;])(?P<sender>[^,;]*)(?P<second>[,;])?")


#: A blank where the comma behind the number belongs.
_TORN_FIELD = regex(r"sms[ \t]*:[ \t]*(?:\$phone|\+?[0-9]{9,15})(?P<gap>[ \t]+)[A-Za-z][\w.-]{0,10},")
_QUOTED_FIELDS = regex(
    r"sms[ \t]*:[ \t]*(?P<fields>(?P<quote>[\"'])[^\"',]+(?P=quote)[ \t]*,[ \t]*(?P=quote)[^\"',]+(?P=quote)[ \t]*,.+)"
)
#: The page's own names of the first two fields.
_NAMES_OF_FIELDS = regex(
    r"sms[ \t]*:[ \t]*(?P<names>(?:номер|телефон|phone|number),[ \t]*(?:отправитель|имя|sender))[ \t]*,"
)
#: `sms:Your order is ready`, with none of the other fields.
_TEXT_ALONE = regex(r"sms[ \t]*:[ \t]*(?P<text>[^\W\d][^,;:={}<>$]*[ \t][^,;:={}<>$]*)")
#: A sender has up to eleven letters; who takes a name for one writes a little more.
_LONGEST_NAME = 20


def _sms(value: str, start: int) -> Slip | None:
    """Slips between the three fields of an SMS (IVR-8)."""
    field = _TORN_FIELD.match(value)
    if field:
        span = Span(start + field.start("gap"), start + field.end("gap"))
        return slip(
            "IVR212", "the fields of an SMS are separated by commas", span, (Edit(span, ","),), title="use commas",
            expected=("'sms:phone,sender,message'",),
        )  # fmt: skip
    quoted = _QUOTED_FIELDS.fullmatch(value) if value.count('"') + value.count("'") > 3 else None
    if quoted:
        span = Span(start + quoted.start("fields"), start + quoted.end("fields"))
        bare = ",".join(field.strip(" \t\"'") for field in quoted["fields"].split(",", 2))
        return slip(
            "IVR212", "the fields of an SMS are written without quotes", span, (Edit(span, bare),),
            title="remove the quotes", expected=("'sms:phone,sender,message'",),
        )  # fmt: skip
    match = _SMS.match(value)
    if match is None:
        return _text_alone(value, start)
    names = _NAMES_OF_FIELDS.match(value)
    if names:
        span = Span(start + names.start("names"), start + names.end("names"))
        return slip(
            "IVR313", f"placeholder {names['names']} was not filled in: no SMS would be sent", span,
            (Edit(span, "$phone,Sender"),), expected=("'sms:phone,sender,message'",),
        )  # fmt: skip
    nobody = _nobody(match, start)
    if nobody:
        return nobody
    form = ("'sms:phone,sender,message'",)
    if ";" in (match["first"], match["second"]) and match["second"]:
        places = [Span(start + match.start(name), start + match.end(name)) for name in ("first", "second")]
        edits = tuple(Edit(span, ",") for span in places if value[span.start - start] == ";")
        two = _A_PHONE.fullmatch(match["sender"].strip())  # two recipients, and no sender
        return slip("IVR212", "the fields of an SMS are separated by commas", edits[0].span, edits,
                    title="use commas", safe=not two, expected=form)  # fmt: skip
    sender = match["sender"].strip()
    phone = match["phone"].strip()
    if match["second"] and _A_PHONE.fullmatch(sender) and not _A_PHONE.fullmatch(phone) and phone:
        span = Span(start + match.start("phone"), start + match.end("sender"))
        return slip("IVR212", "the phone number comes first, then the sender", span, (Edit(span, f"{sender},{phone}"),),
                    title=f"write '{sender},{phone}'", expected=form)  # fmt: skip
    if not sender.isascii() and " " in sender:
        at = start + match.start("sender")
        span = Span(at, at + len(match["sender"].rstrip()))
        return slip("IVR212", "the SMS has no sender: its text is in the sender's place", span,
                    (Edit(Span(at, at), "Sender,"),), expected=form)  # fmt: skip
    return None


def _text_alone(value: str, start: int) -> Slip | None:
    """`sms:Your order is ready`: a text, and neither a number that it goes to nor a sender."""
    match = _TEXT_ALONE.fullmatch(value)
    if match is None:
        return None
    at = start + match.start("text")
    return slip(
        "IVR212", "the SMS has no phone number and no sender", Span(at, start + match.end("text")),
        (Edit(Span(at, at), "$phone,Sender,"),), expected=("'sms:phone,sender,message'",),
    )  # fmt: skip


def _nobody(match: re.Match[str], start: int) -> Slip | None:
    """`sms:Shop,Your order`: a sender and a text, and no number that it goes to."""
    phone, next_field = match["phone"].strip(), match["sender"].strip()
    is_name = (
        phone[:1].isalpha()
        and len(phone) <= _LONGEST_NAME
        and phone.count(" ") <= 2
        and all(sign.isalnum() or sign in " .-_&'" for sign in phone)
        and sum(map(str.isdigit, phone)) <= 4
    )
    is_text = " " in next_field or not next_field.isascii() or not match["second"]
    if (
        not is_name
        or not is_text
        or phone.casefold() in ("phone", "number", "tel")
        or _A_PHONE.fullmatch(next_field)
    ):
        return None
    at = start + match.start("phone")
    return slip(
        "IVR212", "the SMS has no phone number", Span(at, at + len(phone)), (Edit(Span(at, at), "$phone,"),),
        title="send it to the caller: write '$phone,'", expected=("'sms:phone,sender,message'",),
    )  # fmt: skip


def _no_number(written: str, start: int) -> Slip:
    span = Span(start, start + len(written))
    return slip(
        "IVR220", f"'{written}' is not a phone number", span, (Edit(span, "79990000000"),),
        expected=("digits in international form, such as 79990000000",),
    )  # fmt: skip


def _number(message: str, span: Span, bare: str, *, safe: bool = True) -> Slip:
    return slip(
        "IVR220", message, span, (Edit(span, bare),), title=f"write {bare}", safe=safe, expected=(bare,)
    )
