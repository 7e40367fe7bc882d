"""Every request that the service's page prints, and what it asks for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from smsc_codec.api.operations import (
    AddOperatorTemplate,
    AddTemplate,
    ChangeTemplate,
    DeleteTemplate,
    GetOperatorTemplates,
    GetTemplates,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.operations.send import Link
from smsc_codec.payloads.binary import payload
from smsc_codec.payloads.files import Remote
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Button, Message
from smsc_codec.payloads.recipients.model import Email, Group, Phone, Recipients
from smsc_codec.payloads.schedule.model import At, Schedule
from smsc_codec.payloads.voice.model import Param, Voice

HOST = "https://smscentre.com"
_SEND = HOST + "/sys/send.php?login=alex&psw=123"
_TO = _SEND + "&phones=79999999999"
_PHONE = Recipients((Phone("79999999999"),))
_EMS = "050A0307056048656C6C6F2C20576F726C6421"
_WAP = "0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101"
_SITE = "http://smscentre.com"
_LOGO = "https://mysite.com/sms/picture.jpg"
_STORED = "http://smscentre.com/upload/files/sms/1856f97d/6_1.jpg"


def to(text: Any = None, **more: Any) -> Send:
    message = Message(text) if isinstance(text, str | tuple) else text
    return Send(phones=_PHONE, message=message, **more)


#: As printed; where the page breaks a long address into lines they are joined.
PRINTED: dict[str, tuple[str, Operation]] = {
    "normal": (_TO + "&mes=Hello!", to("Hello!")),
    "list": (
        _SEND + r"&list=79999999999:Hello!%0A79999999999:Hello\nworld!",
        Send(list=Mailing((Line(("79999999999",), "Hello!"), Line(("79999999999",), "Hello\nworld!")))),
    ),
    "flash": (
        _TO + "&mes=Hello%20world!&translit=1&time=0101120000&flash=1&sender=ivan&charset=utf-8",
        to(
            "Hello world!",
            translit=1,
            channel="flash",
            sender="ivan",
            schedule=Schedule(time=At(datetime(2012, 1, 1))),
        ),
    ),
    "ems": (_TO + f"&mes={_EMS}&bin=2", to(binary=payload.parse(_EMS))),
    "wap push in octets": (_TO + f"&mes={_WAP}&bin=2", to(binary=payload.parse(_WAP))),
    "wap push": (_TO + "&mes=http://wap.ru%0AWAP.RU&push=1", to(push=Link("http://wap.ru", "WAP.RU"))),
    "comment": (
        _SEND + "&phones=79999999999%2C78888888888&mes=Hello!%0A~~~%0AComment",
        Send(
            phones=Recipients((Phone("79999999999"), Phone("78888888888"))),
            message=Message("Hello!", comment="Comment"),
        ),
    ),
    "comments in a list": (
        _SEND + r"&list=79999999999:Hello1!\n~~~\nComment1%0A78888888888:Hello2!\n~~~\nComment2",
        Send(
            list=Mailing(
                (
                    Line(("79999999999",), "Hello1!", comment="Comment1"),
                    Line(("78888888888",), "Hello2!", comment="Comment2"),
                )
            )
        ),
    ),
    "groups": (
        _SEND + "&phones=G777%2Cg888&mes=Hello!",
        Send(phones=Recipients((Group(777), Group(888))), message=Message("Hello!")),
    ),
    "hlr": (_TO + "&hlr=1", to(channel="hlr")),
    "mms": (_TO + "&mes=Hello&subj=Privet&mms=1", to("Hello", subj="Privet", channel="mms")),
    "e-mail": (
        _SEND + "&phones=alex%40mysite.com&mes=Hello&subj=Privet&sender=alex2%40mysite2.com&mail=1",
        Send(
            phones=Recipients((Email("alex@mysite.com"),)),
            message=Message("Hello"),
            subj="Privet",
            sender="alex2@mysite2.com",
            channel="mail",
        ),
    ),
    "call": (_TO + "&mes=Hello&call=1", to("Hello", channel="call")),
    "call from a number": (
        _TO + "&mes=Hello&call=1&sender=79991234567",
        to("Hello", channel="call", sender="79991234567"),
    ),
    "call with parameters": (
        _TO + "&mes=Hello%20world&call=1&voice=m&param=20%2C10%2C3",
        to("Hello world", channel="call", voice=Voice("m"), param=Param(20, 10, 3)),
    ),
    "call by a woman": (
        _TO + "&mes=Hello%20world&call=1&voice=w2",
        to("Hello world", channel="call", voice=Voice("w2")),
    ),
    "call with a file": (
        _TO + "&call=1&fileurl=http://mysite.com/voice.wav",
        to(channel="call", fileurl="http://mysite.com/voice.wav"),
    ),
    "viber": (_TO + "&mes=Hello&viber=1", to("Hello", channel="viber")),
    "viber with a stored picture": (
        _TO + "&viber=1&mes=Test+%7Bbutton%2Chttp%3A%2F%2Fsmscentre.com%2CSite%7D+http%3A%2F%2Fsmscentre.com"
        "%2Fupload%2Ffiles%2Fsms%2F1856f97d%2F6_1.jpg",
        to(("Test ", Button(_SITE, "Site"), f" {_STORED}"), channel="viber"),
    ),
    "viber with a picture elsewhere": (
        _TO + "&viber=1&mes=test+%7Bbutton%2Chttp%3A%2F%2Fsmscentre.com%2CSite%7D+%3Cfile+https%3A%2F%2F"
        "mysite.com%2Fsms%2Fpicture.jpg%3E",
        to(("test ", Button(_SITE, "Site"), " ", Remote(_LOGO)), channel="viber"),
    ),
    "viber with fileurl": (
        _TO + "&viber=1&mes=test+%7Bbutton%2Chttp%3A%2F%2Fsmscentre.com%2CSite%7D"
        "&fileurl=https%3A%2F%2Fmysite.com%2Fsms%2Fpicture.jpg",
        to(("test ", Button(_SITE, "Site")), channel="viber", fileurl=_LOGO),
    ),
    "call by prefix": (_TO + "&mes=__CALL__%3A%20Privet", to(Message("Privet", "call"))),
    "ping by prefix": (_TO + "&mes=__PING__", to(Message("", "ping"))),
    "hlr by prefix": (_TO + "&mes=__HLR__", to(Message("", "hlr"))),
}

_TEMPLATES = HOST + "/sys/templates.php?"
_OPERATORS = HOST + "/sys/op_templates.php?"
#: Printed as schemes, such as `name=<name>`; filled in here.
SCHEMES: dict[str, tuple[str, Operation]] = {
    "price": (_TO + "&mes=text&cost=1", to("text", cost=1)),
    "ping": (_TO + "&ping=1", to(channel="ping")),
    "add a template": (
        _TEMPLATES + "add=1&login=alex&psw=123&name=first&msg=Hello,+world",
        AddTemplate("first", "Hello, world"),
    ),
    "change a template": (
        _TEMPLATES + "chg=1&login=alex&psw=123&id=7&fl[1]=1&format=sms",
        ChangeTemplate(7, auto_sign=True, format="sms"),
    ),
    "delete a template": (_TEMPLATES + "del=1&login=alex&psw=123&id=7", DeleteTemplate(7)),
    "get templates": (_TEMPLATES + "get=1&login=alex&psw=123", GetTemplates()),
    "add for operators": (
        _OPERATORS + "add=1&login=alex&psw=123&sender=ivan&msg=text&mts_srv=1&mts_trn=1&mega_srv=1&mega_trn=1"
        "&bee_srv=1&bee_trn=1&tele2_srv=1&tele2_trn=1&soc=1",
        AddOperatorTemplate(
            "ivan",
            "text",
            (
                "mts_srv",
                "mts_trn",
                "mega_srv",
                "mega_trn",
                "bee_srv",
                "bee_trn",
                "tele2_srv",
                "tele2_trn",
                "soc",
            ),
        ),
    ),
    "get of operators": (
        _OPERATORS + "get=1&login=alex&psw=123&sender=ivan&msg=text",
        GetOperatorTemplates("ivan", "text"),
    ),
    "event": (
        HOST + "/sys/ping.php?login=alex&psw=123&id=5&name=web&host=10.0.0.1&info=down&ok=1",
        Notify(5, "web", "10.0.0.1", "down", ok=True),
    ),
}
