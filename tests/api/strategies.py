"""Random operations that can be said, and requests that are nearly some, for property tests and fuzzers."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from msgspec import structs

from smsc_codec.api.access import Access, Key, Login
from smsc_codec.api.operations import (
    AddOperatorTemplate,
    AddTemplate,
    ChangeTemplate,
    DeleteTemplate,
    GetBalance,
    GetOperatorTemplates,
    GetStatus,
    GetTemplates,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.operations.send import Link, Upload
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.parameters.op_templates import OPERATORS
from smsc_codec.api.parameters.templates import FORMATS
from smsc_codec.payloads.mailing.model import Mailing
from smsc_codec.payloads.message.model import Button, Message, NoUnsub, Remote, Stored, Uploaded, VoiceMenu
from smsc_codec.payloads.recipients.model import Email, Group, Phone, Recipients, TelegramName
from tests.binary.strategies import messages as binaries
from tests.mailing.strategies import lines
from tests.message.strategies import messages
from tests.recipients.strategies import numbers
from tests.schedule.strategies import schedules
from tests.voice.strategies import params, voices

accesses: st.SearchStrategy[Access] = st.one_of(
    st.builds(
        Login, st.sampled_from(["alex", "a b&c", "имя"]), st.sampled_from(["123", "p+w=d&%41", "пароль"])
    ),
    st.builds(Key, st.sampled_from(["k3y", "a+b/c=="])),
)
phones = st.builds(Phone, numbers, st.booleans())
ids = st.integers(1, 2**31 - 1) | st.from_regex(r"\A[A-Za-z._-][A-Za-z0-9._-]{0,39}\Z")
#: Every character that all three charsets have, structure of every kind among them.
texts = st.text("abcYZ 019АяЁ+&=%?#/\\{}<>[]|,;:~_'\"\r\n\t", min_size=1, max_size=60)
names = st.from_regex(r"\A[a-zа-я0-9 ()_-]{1,20}\Z")
#: A format of each channel that names some.
_ENDINGS = {"call": ".mp3", "viber": ".png", "mms": ".jpg"}


#: Files that a channel takes, by the ending of their names.
_UPLOADS = {
    ending: st.lists(
        st.builds(
            Upload,
            names.map(lambda name, ending=ending: name + ending),  # type: ignore[misc]
            st.binary(max_size=200) | st.just(b"\r\n--x\r\n\r\n"),
            st.sampled_from(["", "image/png", "text/plain; charset=utf-8"]),
        ),
        max_size=3,
    ).map(tuple)
    for ending in (*_ENDINGS.values(), ".pdf")
}
_MADE = messages.filter(lambda message: message != Message())
#: Messages that say something: a prefix alone does not.
_SPOKEN = st.lists(lines().filter(lambda line: line.text.strip() != "__CALL__:"), min_size=1, max_size=4)
_TO_MAIL = st.lists(st.just("bob@example.com"), min_size=1, max_size=3).map(tuple)
_TO_PHONES = st.lists(
    st.sampled_from(["79990000000", "+79990000000", "G7", "8 (999) 123-45-67"]), min_size=1, max_size=3
).map(tuple)


#: What each kind of Viber message holds (VIB-2).
_OF_VIBER = st.sampled_from(
    [
        "Hello",
        ("Hello ", Button("https://a.ru", "Open")),
        (Remote("https://a.ru/1.png"),),
        ("Hi ", Remote("https://a.ru/1")),
    ]
)


def _fitting(message: Message, channel: str, files: int) -> Message | None:
    """A message whose files are uploaded and of formats that its channel takes; None where nothing is left."""
    text = message.text
    if isinstance(text, str):
        return message
    apart: list[Any] = []
    for part in text:
        if isinstance(part, Uploaded):
            part = Uploaded(1 + part.number % files) if files else None
        elif (isinstance(part, VoiceMenu) and not files) or (
            isinstance(part, Remote | Stored) and channel in _ENDINGS
        ):
            part = None
        if part is not None and not (isinstance(part, str) and apart and isinstance(apart[-1], str)):
            apart.append(part)
    return structs.replace(message, text=tuple(apart)) if any(not isinstance(p, str) for p in apart) else None


def _worded(message: Message) -> Message:
    """The message with a text, where it has nothing to send: only some need none, and those have tests of their own."""
    parts = (message.text,) if isinstance(message.text, str) else message.text
    words = [part for part in parts if (part.strip() if isinstance(part, str) else part != NoUnsub())]
    return message if words or message.channel in ("ping", "hlr") else structs.replace(message, text="Hello")


_RECIPIENTS: dict[str, Any] = {
    "mail": st.just(Email("alex@mysite.com")),
    "tg": st.builds(TelegramName, st.just("alex_1")),
}


@st.composite
def _sends(draw: st.DrawFn) -> Send:
    """A message by some channel to some people, or a list."""
    more: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "id": ids,
                "schedule": schedules,
                "translit": st.integers(1, 2),
                "tinyurl": st.just(True),
                "maxsms": st.integers(1, 255),
                "voice": voices,
                "param": params,
                "cost": st.integers(1, 3),
                "err": st.just(True),
                "op": st.just(True),
                "pp": st.sampled_from(["12", "a-b"]),
                "smsreq": st.integers(10, 999),
                "bot": st.just("@bot_1"),
            },
        )
    )
    if draw(st.booleans()):
        more |= {"userip": draw(st.ip_addresses().map(str)), "imgcode": draw(st.none() | st.just("a1B2"))}
    if draw(st.integers(0, 3)) == 0:
        mail = draw(st.booleans())
        made = tuple(
            structs.replace(one, phones=draw(_TO_MAIL if mail else _TO_PHONES)) for one in draw(_SPOKEN)
        )
        if mail:
            more |= {"subj": draw(texts.filter(str.strip)), "channel": "mail"}
            made = tuple(
                structs.replace(one, sender="shop@example.com", text=f"so {one.text}") for one in made
            )
            return Send(list=Mailing(made), sender=draw(st.none() | st.just("a@b.ru")), **more)
        return Send(list=Mailing(made), sender=draw(st.none() | st.just("Shop 24")), **more)
    channel = draw(
        st.sampled_from(
            ["sms", "flash", "call", "viber", "mail", "mms", "soc", "whatsapp", "tg", "ping", "hlr"]
        )
    )
    to = _RECIPIENTS.get(channel, phones | st.builds(Group, st.integers(1, 10**9 - 1)))
    more |= {"phones": Recipients(tuple(draw(st.lists(to, min_size=1, max_size=4)))), "channel": channel}
    if channel == "whatsapp":
        more["bot"] = draw(st.sampled_from((None, "wa:79990000000", "wa:+7999000")))
    if channel == "mail":
        more |= {"subj": draw(texts.filter(str.strip)), "sender": "alex2@mysite2.com"}
    else:
        more["sender"] = draw(
            st.none() | st.sampled_from(["ivan", "79991234567", "+79991234567", "My Shop!"])
        )
    how = channel
    made = None
    if channel not in ("ping", "hlr"):
        made = draw(_MADE)
        if channel != "sms" and made.channel not in (None, channel):
            made = structs.replace(made, channel=None, text=made.text or "Hello")
        how = made.channel or "sms" if channel == "sms" else channel
        more["files"] = () if how == "viber" else draw(_UPLOADS[_ENDINGS.get(how, ".pdf")])
        more["fileurl"] = draw(
            st.none() | st.just(f"https://mysite.com/a{_ENDINGS.get(how, '.png')}?b=c&d=%41")
        )
    kinds = [] if channel in ("ping", "hlr") else ["message"]
    kinds += ["binary", "push"] if channel in ("sms", "flash") else []
    match draw(st.sampled_from(kinds)) if kinds else None:
        case "message":
            assert made is not None
            fitting = _fitting(made, how, len(more["files"]))
            if how == "viber":
                more["fileurl"] = None
                fitting = Message(draw(_OF_VIBER), made.channel, made.comment)
            more["message"] = _worded(fitting or Message("Hello", made.channel))
        case "binary":
            more["binary"] = draw(binaries)
        case "push":
            title, comment = (
                draw(st.sampled_from(["WAP.RU", "Привет + &"])),
                draw(st.sampled_from([None, "", "a\nb"])),
            )
            more["push"] = Link("http://wap.ru/?a=1&b=2", title, comment)
    return Send(**more)


sends = _sends()
operations: st.SearchStrategy[Operation] = st.one_of(
    sends,
    st.builds(AddTemplate, texts, texts, st.sampled_from(FORMATS), st.none() | texts, st.booleans()),
    st.builds(
        ChangeTemplate,
        st.integers(1, 2**31 - 1),
        texts,
        st.none() | texts,
        st.none() | st.sampled_from(FORMATS),
        st.none() | texts,
        st.none() | st.booleans(),
    ),
    st.builds(DeleteTemplate, st.integers(1, 2**31 - 1)),
    st.just(GetTemplates()),
    st.builds(
        AddOperatorTemplate,
        texts,
        texts,
        st.lists(st.sampled_from(OPERATORS), min_size=1, unique=True).map(tuple),
    ),
    st.builds(GetOperatorTemplates, texts, texts),
    st.builds(
        Notify,
        st.integers(1, 2**31 - 1),
        st.none() | texts,
        st.none() | texts,
        st.none() | texts,
        st.booleans(),
    ),
    st.builds(
        GetStatus,
        st.lists(st.builds(Asked, phones, ids), min_size=1, max_size=4).map(tuple),
        st.integers(0, 2),
        delete=st.booleans(),
    ),
    st.builds(GetStatus, st.tuples(st.builds(Asked, phones, ids)), many=st.just(True)),
    st.builds(GetBalance, st.booleans()),
)

_PIECES = st.sampled_from(
    [
        "login=alex&", "psw=123&", "apikey=k&", "phones=79990000000&", "mes=Hello&", "list=7999:Hi&", "charset=utf-8&",
        "charset=x&", "fmt=3&", "fmt=9&", "cost=1&", "bin=2&", "bin=1&", "mes=050A&", "push=1&", "call=1&", "hlr=1&",
        "mail=1&", "id=0&", "id=a+b&", "time=x&", "time=22-6&", "tz=99&", "param=1&", "voice=f&", "sender=&", "nl=1&",
        "add=1&", "get=1&", "chg=1&", "del=1&", "all=2&", "phone=7,&", "fl[1]=1&", "%", "%4", "%41", "+", "=", "&", "?",
        "#", "\r\n", "\n~~~\n", "%0A~~~%0A", "Я", "\ud800", "\x00", "{menu:", "__CALL__:", "\u2028", "fileurl=x&",
    ]
)  # fmt: skip
hostile = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=30).map("".join))
