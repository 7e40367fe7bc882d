"""Requests as the service takes them, and operations as they are sent: what each says. Writes taken.txt anew.

    python -m tests.api.taken

Behind `|` is an endpoint with its parameters (`login=a&psw=b` go without saying), behind `=` the operation,
without what
it has by default, and below it what is odd: the parameter, the place, the severity, the kind, the words. Behind `>` is
an operation that is built, and below it what is sent, or what stands in its way.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

import smsc_codec.api as api
from smsc_codec import BuildError
from smsc_codec.api import form
from smsc_codec.api.building import parameters
from smsc_codec.api.operations import Operation
from smsc_codec.api.operations.send import Link, Upload
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.parameters.op_templates import OPERATORS
from smsc_codec.api.received import Received, understood
from smsc_codec.payloads.binary.raw import read as octets
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Email, Group, Phone, Recipients, TelegramName
from smsc_codec.payloads.schedule.model import After, Schedule
from smsc_codec.payloads.voice.model import Param, Voice
from tests.told import shown

PATH = Path(__file__).parent / "taken.txt"
P = "phones=79990000000"
_SEND = (
    f"{P}&mes=Hi", P, "mes=Hi", "", f"{P}&mes=", f"{P}&mes=&list=", f"{P}&mes=Hi&hlr=1", f"{P}&hlr=1", f"{P}&ping=1",
    f"{P}&mes=Hi&ping=1&flash=1", f"{P}&mes=__PING__", f"{P}&mes=__HLR__+x", f"{P}&mes=Hi&flash=1&mms=1&soc=1",
    f"{P}&mes=Hi&flash=2", f"{P}&mes=Hi&flash=0", f"{P}&mes=Hi&flash=01", f"{P}&mms=1", f"{P}&mms=1&subj=x",
    f"{P}&mms=1&mes=Hi", f"{P}&mail=1&mes=Hi", "phones=a@b.ru&mail=1&mes=Hi", "phones=a@b.ru&mail=1&mes=Hi&subj=x",
    "phones=a@b.ru&mail=1&subj=x&sender=c@d.ru", "phones=a@b.ru&mail=1&mes=Hi&subj=x&sender=c@d.ru",
    "phones=a@b.ru&mail=1&mes=Hi&subj=x&sender=Shop", f"{P}&mail=1&mes=Hi&subj=x&sender=c@d.ru",
    "phones=G1&mail=1&mes=Hi&subj=x&sender=c@d.ru", "phones=a@b.ru&mes=Hi", "phones=@name&mes=Hi",
    "phones=@name&tg=1&mes=Hi", "phones=%2312&mes=Hi", "phones=%2312&tg=1&mes=Hi", "phones=@name&mail=1&mes=Hi",
    "phones=G1&mes=Hi", "phones=79990000000,@name,a@b.ru&mes=Hi", "phones=&mes=Hi", "phones=x&mes=Hi",
    "phones=8+999+000+00+00&mes=Hi", "phones=%2B79990000000&mes=Hi", "phones=89990000000&mes=Hi",
    "phones=%2B89990000000&mes=Hi", "phones=79990000000,1&mes=Hi", "phones=1&mes=Hi",
    f"{P}&mes=Hi&subj=x", f"{P}&mes=__CALL__:+Hi&subj=x", f"{P}&mes=__MAIL__:+Hi", f"{P}&mes=__VIBER__:+Hi&viber=1",
    f"{P}&mes=__VIBER__:+Hi&call=1", f"{P}&mes=__VIBER__:+Hi&flash=1", f"{P}&mes=Hi&voice=m",
    f"{P}&mes=Hi&param=20,10,3",
    f"{P}&mes=Hi&call=1&voice=m&param=20,10,3", f"{P}&mes=__CALL__:+Hi&voice=w2", f"{P}&call=1&mes=Hi&param=100,10,3",
    f"{P}&call=1&mes=Hi&param=36,9,0", f"{P}&call=1&mes=Hi&param=m", f"{P}&call=1&mes=Hi&voice=20,10,3",
    f"{P}&call=1&mes=Hi&voice=f", f"{P}&call=1&mes=Hi&voice=m3,e", f"{P}&call=1&mes=Hi&param=20,10",
    f"{P}&call=1&mes=Hi&sender=Shop", f"{P}&call=1&mes=Hi&sender=79990000000",
    f"{P}&call=1&mes=Hi&sender=%2B7+999+000-00-00",
    f"{P}&call=1", f"{P}&viber=1", f"{P}&call=1&fileurl=https://a.ru/1.mp3", f"{P}&viber=1&fileurl=https://a.ru/1.jpg",
    f"{P}&mes=Hi&fileurl=https://a.ru/1.jpg", f"{P}&mes=Hi&fileurl=a.ru/1.jpg", f"{P}&mes=Hi&fileurl=https://a.ru/a+b",
    f"{P}&mes=Hi&sender=Shop", f"{P}&mes=Hi&sender=ShopShopSho", f"{P}&mes=Hi&sender=ShopShopShop",
    f"{P}&mes=Hi&sender=%C4%E0", f"{P}&mes=Hi&sender={'1' * 15}", f"{P}&mes=Hi&sender={'1' * 16}",
    f"{P}&mes=Hi&sender=",
    f"{P}&mes=Hi&id=7", f"{P}&mes=Hi&id=0", f"{P}&mes=Hi&id=00", f"{P}&mes=Hi&id=a.b-c_d", f"{P}&mes=Hi&id=a+b",
    f"{P}&mes=Hi&id=2147483647", f"{P}&mes=Hi&id=2147483648", f"{P}&mes=Hi&id={'a' * 40}", f"{P}&mes=Hi&id={'a' * 41}",
    f"{P}&mes=Hi&translit=2", f"{P}&mes=Hi&translit=3", f"{P}&mes=Hi&translit=0", f"{P}&mes=Hi&translit=x",
    f"{P}&mes=Hi&translit={'1' * 18}", f"{P}&mes=Hi&translit={'0' * 19}", f"{P}&mes=Hi&tinyurl=1",
    f"{P}&mes=Hi&cost=3", f"{P}&mes=Hi&cost=4", f"{P}&mes=Hi&maxsms=0", f"{P}&mes=Hi&maxsms=1",
    f"{P}&mes=Hi&maxsms=255",
    f"{P}&mes=Hi&maxsms=256", f"{P}&mes=Hi&maxsms=2147483647", f"{P}&mes=Hi&maxsms=2147483648",
    f"{P}&mes=Hi&imgcode=a1", f"{P}&mes=Hi&imgcode=a1&userip=127.0.0.1", f"{P}&mes=Hi&imgcode=a-1&userip=::1",
    f"{P}&mes=Hi&userip=1.2.3", f"{P}&mes=Hi&userip=127.0.0.01", f"{P}&mes=Hi&err=1&op=1&pp=a-1", f"{P}&mes=Hi&pp=a+b",
    f"{P}&mes=Hi&smsreq=9", f"{P}&mes=Hi&smsreq=10", f"{P}&mes=Hi&smsreq=999", f"{P}&mes=Hi&smsreq=1000",
    f"{P}&mes=Hi&bot=@a_1", f"{P}&mes=Hi&bot=a", f"{P}&mes=Hi&bot=@", f"{P}&mes=Hi&nl=1", f"{P}&mes=Hi&nl=0",
    f"{P}&mes=Hi&time=0101120000&tz=3&period=2&freq=60&valid=1:00", f"{P}&mes=Hi&freq=60", f"{P}&mes=Hi&period=2",
    f"{P}&mes=Hi&time=x&tz=13&period=0&freq=0&valid=25", f"{P}&mes=Hi&time=%2B30", f"{P}&mes=Hi&time=+30",
    f"{P}&mes=Hi&time=0", f"{P}&mes=Hi&time=9-21", f"{P}&mes=0&bin=1", f"{P}&mes=0001&bin=2", f"{P}&mes=00x&bin=2",
    f"{P}&mes=000&bin=2", f"{P}&mes=&bin=2", f"{P}&bin=2", f"{P}&bin=1&hlr=1", f"{P}&mes=0001&bin=2&hlr=1",
    f"{P}&mes=0001&bin=2&mms=1", f"{P}&mes=0001&bin=2&flash=1", f"{P}&mes=00&bin=3", f"{P}&mes=00&bin=0", f"{P}&push=1",
    f"{P}&mes=http://a.ru%0AHi&push=1", f"{P}&mes=http://a.ru%0D%0AHi&push=1", f"{P}&mes=a.ru%0AHi&push=1",
    f"{P}&mes=http://a.ru&push=1", f"{P}&mes=http://a.ru%0AHi&push=1&bin=2", f"{P}&mes=http://a.ru%0AHi&push=1&mms=1",
    f"{P}&mes={'x' * 1000}", f"{P}&mes={'x' * 1001}", f"{P}&mes={'x' * 1001}&bin=1", f"{P}&mes={'%D6' * 1001}",
    "list=79990000000:Hi", "list=79990000000:Hi&mes=Ho", f"list=79990000000:Hi&{P}", "list=79990000000:Hi&bin=1",
    "list=79990000000:Hi&push=1", "list=79990000000:Hi&nl=1", "list=79990000000:Hi%0A79990000001:Ho&nl=1",
    "list=Shop,2|79990000000:Hi", "list=Shop,2|79990000000:Hi&time=0101120000", "list=Shop,2|79990000000:Hi&time=0",
    "list=a@b.ru:Hi", "list=a@b.ru:Hi&mail=1&subj=x", "list=c@d.ru|a@b.ru:Hi&mail=1&subj=x",
    "list=c@d.ru|a@b.ru:Hi%0Ae@f.ru:Ho&mail=1&subj=x", "list=Shop|a@b.ru:Hi&mail=1&subj=x",
    "list=79990000000:Hi&mail=1&subj=x&sender=a@b.ru", "list=G7:Hi&mail=1&subj=x&sender=a@b.ru", "list=G7:Hi",
    "list=79990000000:__CALL__:+Hi&voice=m", "list=79990000000:__CALL__:+Hi&viber=1", "list=79990000000:Hi&voice=m",
    "list=79990000000:__VIBER__:+a%0A79990000001:__CALL__:+b&flash=1", f"list=79990000000:{'x' * 1001}", "list=x",
    f"list=1:{'x' * 1001}", f"list=ShopShopShop|79990000000:{'x' * 1001}",
    "list=%0A", "list=ShopShopShop|79990000000:Hi", "list=Shop,13|79990000000:Hi", "list=1:Hi", "list=x&mes=Hi",
    f"{P}&mes=Hi&phones=1", f"{P}&mes=Hi&mes=Hi", f"{P}&mes=Hi&mes=Ho", f"{P}&mes=&mes=Ho", f"{P}&mes=Hi&unknown=1",
    f"{P}&mes=Hi&phone=1", f"{P}&mes=Hi&falsh=1", f"{P}&text=Hi", "phones[]=79990000000&mes=Hi",
    f"{P}&mes=Hi&{'x' * 41}=1",
    f"{P}&mes=Hi&fmt=3", f"{P}&mes=Hi&fmt=4", f"{P}&mes=Hi&fmt=", f"{P}&mes=%D0%94&charset=utf-8",
    f"{P}&mes=%FF&charset=utf-8",
    f"{P}&mes=a%FFb%FF&charset=UTF_8", f"{P}&mes=Hi&charset=cp1251", f"{P}&mes=Hi&charset=", f"{P}&mes=%98",
    f"{P}&mes=%C4%E0&charset=koi8-r", f"{P}&mes=%D0%94&bin=1&charset=utf-8",
    "login=&psw=key&phones=79990000000&mes=Hi", "apikey=key&phones=79990000000&mes=Hi",
    "login=&phones=79990000000&mes=Hi",
    f"{P}&mes=Hi&bot=@a&whatsapp=1", f"{P}&mes=Hi&bot=wa:79990000000", f"{P}&mes=Hi&bot=wa:79990000000&whatsapp=1",
    f"{P}&mes=Hi&bot=wa:79990000000&viber=1", "list=79990000000:Hi&hlr=1", "list=79990000000:Hi&ping=1",
    "list=x&mail=1&subj=x&sender=a@b.ru", f"list=x&{P}", f"list=x&{P}&mes=Hi", "list=&mes=Hi",
    f"{P}&call=1&mes=Hi%0A~~~%0A20,10,3&param=20,10,3", f"{P}&call=1&mes=Hi%0A~~~%0A20,10,3",
    f"{P}&call=1&mes=Hi%0A~~~%0Anote&param=20,10,3", f"{P}&mes=%20", f"{P}&mes=%0A~~~%0Anote", f"{P}&mes=%20&mms=1",
    f"{P}&mes=%20&mail=1&subj=s&sender=a@b.ru", f"{P}&mes=http://a.ru%0AHi%0A~~~%0Anote&push=1",
    f"{P}&mes=a.ru&push=1&mms=1", f"{P}&mes=http://a.ru%0AHi&push=1&flash=1", f"{P}&mes=a.ru&push=1&flash=1",
    f"{P}&mes=Hi&call=1&viber=1&voice=m&nl=1&sender=x@y", f"{P}&mes=__VIBER__: Hi&call=1&mms=1&subj=s",
    f"{P}&mes={'x' * 1001}&call=1&viber=1", f"{P}&mes=Hi&call=1&viber=1&nl=1", f"{P}&mes=Hi&bin=1&push=1&nl=1",
    *(f"{P}&mes=Hi&{name}=1" for name in ("phones[]", "mes[0]", "to", "text", "key", "from")),
    *(f"list=79990000000:{text}&viber=1" for text in ("", "%20", "<x", "{x", "__CALL__: a", "https://a.ru/1.jpg", "a")),
    *(f"list=79990000000:{text}&viber=1&fileurl=https://a.ru/1.jpg" for text in ("", "%20", "https://a.ru/2.jpg")),
    *(f"list=79990000000:{text}&fileurl=https://a.ru/1.mp3" for text in ("__VIBER__: ", "__CALL__: ", "%20")),
    f"list=79990000000:{'x' * 63}_<x%0A79990000001:{'x' * 64}__CALL__: a&viber=1",
    "list=79990000000:__CALL__: a%0A79990000001:__CALL__: b&viber=1",
    "psw=&phones=79990000000&mes=Hi", "login=a&psw=&apikey=&phones=79990000000&mes=Hi",
)  # fmt: skip
_OTHERS = {
    "status": (
        "phone=79990000000&id=7", "phone=79990000000&id=7&all=1", "phone=79990000000&id=7&all=2&del=1",
        "phone=79990000000&id=7&all=3", "phone=79990000000&id=7&all=0", "phone=79990000000&id=7&del=2",
        "phone=79990000000,&id=7,",
        "phone=79990000000,79990000001&id=7,8", "phone=79990000000,79990000001&id=7", "phone=79990000000&id=7,8",
        "phone=,&id=7", "phone=79990000000&id=,", "phone=,&id=,", "phone=79990000000", "id=7", "", "phone=x&id=7",
        "phone=79990000000&id=a+b", "phone=79990000000&id=0", "phone=G7&id=7", "phone=8+999+000-00-00&id=7",
        "phone=79990000000,+79990000001&id=7,+8", "phone=%2B79990000000&id=x-1", "phone=79990000000,&id=7",
        "phone=79990000000&id=7,", "phones=79990000000&id=7",
    ),
    "templates": (
        "add=1&name=n&msg=m", "add=1&name=n&msg=m&format=viber&sender=s&fl[1]=1", "add=1&name=n", "add=1&msg=m",
        "add=1",
        "add=1&name=n&msg=m&format=vibre", "add=1&name=n&msg=m&format=xxxxx", "add=1&name=n&msg=m&fl[1]=2",
        "add=0&get=1",
        "add=1&get=1", "chg=1&id=5&name=n", "chg=1&id=5", "chg=1&name=n", "chg=1&id=5&format=", "chg=1&id=5&format=sms",
        "chg=1&id=5&sender=ShopShopShopS", "chg=1&id=5&sender=ShopShopShopS&format=sms",
        "chg=1&id=5&sender=Shop&format=mail", "chg=1&id=5&sender=Shop&format=call", "chg=1&id=5&format=viber",
        "add=1&name=n&msg=m&sender=ShopShopShopS", "add=1&name=n&msg=m&sender=Shop&format=mail",
        "add=1&name=n&msg=m&sender=Shop&format=call", "add=1&name=n&msg=m&sender=a@b.ru&format=mail",
        "chg=1&id=0&name=n", "chg=1&id=2147483647&fl[1]=0", "chg=1&id=2147483648&fl[1]=0", "chg=1&id=x&name=n",
        "del=1&id=5",
        "del=1", "del=1&id=", "get=1", "get=2", "", "get=1&id=5", "add=1&chg=1&del=1",
    ),
    "op_templates": (
        "add=1&sender=s&msg=m&mts_srv=1", "add=1&sender=s&msg=m&soc=1&mts_srv=1", "add=1&sender=s&msg=m",
        "add=1&sender=s&msg=m&soc=0", "add=1&sender=s&msg=m&soc=2", "add=1&sender=s&soc=1", "add=1&msg=m&soc=1",
        f"add=1&sender=s&msg=m&{'&'.join(f'{name}=1' for name in sorted(OPERATORS))}",
        "get=1&sender=s&msg=m", "get=1&sender=s&msg=m&soc=1", "get=1&sender=s", "add=1&get=1", "",
    ),
    "ping": ("id=1", "id=0", "id=2147483647", "id=2147483648", "",
             "id=1&name=n&host=h&info=i&ok=1", "id=1&ok=2", "id="),
    "balance": ("", "cur=1", "cur=2", "cur=0", "cost=1", "cru=1"),
    None: ("", P),
}  # fmt: skip
PHONE = Phone("79990000000")
TO = Recipients((PHONE,))
HI = Message("Hi")
_LIST = Mailing((Line(("79990000000",), "Hi"),))
BUILT: tuple[Operation, ...] = (
    api.Send(), api.Send(phones=TO), api.Send(phones=TO, message=HI), api.Send(message=HI),
    api.Send(phones=Recipients(()), message=HI), api.Send(phones=TO, message=Message("")),
    api.Send(phones=TO, message=Message("x" * 1001)), api.Send(phones=TO, message=Message("x" * 1000)),
    api.Send(phones=TO, channel="hlr"), api.Send(phones=TO, channel="hlr", message=HI),
    api.Send(phones=TO, channel="call", message=HI, voice=Voice("m3", "en"), param=Param(20, 10, 3)),
    api.Send(phones=TO, message=HI, voice=Voice("w2"), param=Param(20, 10, 3)),
    api.Send(phones=TO, channel="call", message=HI, param=Param(100, 10, 3)),
    api.Send(phones=TO, channel="call"), api.Send(phones=TO, channel="mms"),
    api.Send(phones=TO, channel="mms", subj="s"),
    api.Send(phones=Recipients((Email("a@b.ru"),)), channel="mail", message=HI, subj="s", sender="c@d.ru"),
    api.Send(phones=Recipients((Email("a@b.ru"),)), channel="mail", message=HI), api.Send(phones=TO, channel="mail"),
    api.Send(phones=Recipients((Email("a@b.ru"),)), message=HI), api.Send(phones=Recipients((Group(7),)), message=HI),
    api.Send(phones=Recipients((TelegramName("name"),)), message=HI),
    api.Send(phones=Recipients((TelegramName("name"),)), channel="tg", message=HI),
    api.Send(phones=TO, message=HI, binary=octets(b"\0")[0]), api.Send(phones=TO, binary=octets(b"\0\x01")[0]),
    api.Send(phones=TO, binary=octets(b"\0\x01")[0], raw=True), api.Send(phones=TO, message=HI, raw=True),
    api.Send(phones=TO, push=Link("http://a.ru", "Hi")), api.Send(phones=TO, push=Link("a.ru", "Hi")),
    api.Send(phones=TO, push=Link("http://a.ru", "Hi"), channel="mms"),
    api.Send(phones=TO, push=Link("http://a.ru", "a\nb")),
    api.Send(phones=TO, message=HI, push=Link("http://a.ru", "Hi")), api.Send(list=_LIST), api.Send(list=Mailing(())),
    api.Send(list=_LIST, phones=TO), api.Send(list=_LIST, message=HI), api.Send(list=_LIST, nl=True),
    api.Send(list=_LIST, binary=octets(b"\0")[0]), api.Send(list=_LIST, files=(Upload("a.jpg", b"x"),)),
    api.Send(phones=TO, message=HI, nl=True), api.Send(phones=TO, message=HI, sender="x" * 12),
    api.Send(phones=TO, message=HI, sender=""), api.Send(phones=TO, message=HI, id=0),
    api.Send(phones=TO, message=HI, id=7),
    api.Send(phones=TO, message=HI, id="7"), api.Send(phones=TO, message=HI, id="07"),
    api.Send(phones=TO, message=HI, id=2**31 - 1), api.Send(phones=TO, message=HI, id=2**31),
    api.Send(phones=TO, message=HI, id="a b"), api.Send(phones=TO, message=HI, id="x" * 40),
    api.Send(phones=TO, message=HI, translit=2, tinyurl=True, cost=3, maxsms=255, err=True, op=True, pp="a", smsreq=10,
             bot="@b", imgcode="a1", userip="::1", fileurl="https://a.ru/1.jpg"),
    api.Send(phones=TO, message=HI, maxsms=256), api.Send(phones=TO, message=HI, maxsms=0),
    api.Send(phones=TO, message=HI, imgcode="a1"), api.Send(phones=TO, message=HI, userip="x"),
    api.Send(phones=TO, message=HI, fileurl="x", pp="a b", bot="b", smsreq=9, imgcode="-"),
    api.Send(phones=TO, message=HI, schedule=Schedule(time=After(30), tz=3)),
    api.Send(phones=TO, message=HI, schedule=Schedule(freq=5)),
    api.Send(phones=TO, message=HI, schedule=Schedule(tz=20)),
    api.Send(phones=TO, message=HI, files=(Upload("", b"x"),)),
    api.Send(phones=TO, channel="viber", files=(Upload("a.jpg", b"x"),)),
    api.Send(phones=TO, channel="viber", message=HI, fileurl="https://a.ru/1.jpg", files=(Upload("a.jpg", b"x"),)),
    api.Send(phones=TO, channel="viber", message=Message("Hi https://a.ru/1.jpg"), files=(Upload("a.jpg", b"x"),)),
    api.Send(phones=TO, channel="viber", message=Message("Hi https://a.ru/1.jpg https://a.ru/2.jpg")),
    api.Send(phones=TO, channel="viber", message=HI, files=(Upload("a.jpg", b"x"), Upload("b.jpg", b"x"))),
    api.Send(phones=TO, channel="viber", message=HI, files=(Upload("a.mp3", b"x"),)),
    api.Send(phones=TO, channel="call", files=(Upload("a.mp3", b"x"),)),
    api.Send(phones=TO, channel="call", files=(Upload("a.jpg", b"x"),)),
    api.Send(phones=TO, files=(Upload("a.jpg", b"x"),)),
    api.Send(phones=TO, channel="mms", subj="s", files=(Upload("a.exe", b"x"),)),
    api.Send(phones=TO, channel="mms", message=HI, files=(Upload("noend", b"x"),)),
    api.Send(phones=TO, channel="mail", message=HI, files=(Upload("a.jpg", b""),)), api.GetStatus(()),
    api.GetStatus((Asked(PHONE, 7),)), api.GetStatus((Asked(PHONE, 7),), many=True),
    api.GetStatus((Asked(PHONE, 7), Asked(PHONE, "x")), all=2, delete=True),
    api.GetStatus((Asked(PHONE, 7), Asked(PHONE, "x")), many=True), api.GetStatus((Asked(PHONE, 0),)),
    api.GetStatus((Asked(Phone("x"), 7), Asked(PHONE, "a b"))), api.GetBalance(), api.GetBalance(currency=True),
    *(api.GetStatus((Asked(who, 7),)) for who in (Group(7), Email("a@b.ru"))),  # type: ignore[arg-type]
    *(api.Send(phones=TO, message=HI, **{field: value}) for field, value in (  # type: ignore[arg-type]
        ("tinyurl", 1), ("err", "1"), ("voice", Param(20, 10, 3)), ("param", Voice("m")), ("pp", 7), ("pp", ""),
        ("cost", 4), ("translit", True), ("list", "x"), ("files", [Upload("a.jpg", b"x")]), ("files", ("x",)),
        ("files", (Upload("a.jpg", "x"),)), ("schedule", None), ("channel", "x"), ("bot", "wa:79990000000"),
    )),
    api.Send(phones=TO, message=HI, channel="whatsapp", bot="wa:79990000000"),
    api.Send(phones=TO, push=Link("http://a.ru", "Hi", "note")),
    api.Send(phones=TO, push=Link("http://a.ru", "a\n~~~\nb")),
    api.Send(phones=TO, channel="call", message=Message("Hi", comment="20,10,3"), param=Param(20, 10, 3)),
    api.Send(list=Mailing((Line(("79990000000",), " "), Line(("79990000001",), "<file 1>"))), channel="viber"),
    api.Send(list=Mailing((Line(("79990000000",), "__CALL__: a"), Line(("7",), "__CALL__: b"))), channel="viber"),
    api.ChangeTemplate(5, auto_sign=1), api.AddTemplate("n", "m", format="x"),  # type: ignore[arg-type]
    api.Notify(1), api.Notify(0), api.Notify(1, name="n", host="h", info="i", ok=True), api.Notify(1, name=""),
    api.AddTemplate("n", "m"), api.AddTemplate("", "m"),
    api.AddTemplate("n", "m", format="viber", sender="s", auto_sign=True),
    api.ChangeTemplate(5), api.ChangeTemplate(0, name="n"), api.ChangeTemplate(5, name="n", auto_sign=False),
    api.ChangeTemplate(5, msg="m", format="", auto_sign=True), api.DeleteTemplate(5), api.DeleteTemplate(0),
    api.GetTemplates(), api.AddOperatorTemplate("s", "m", ("soc", "mts_srv")), api.AddOperatorTemplate("s", "m", ()),
    api.AddOperatorTemplate("s", "m", ("soc", "soc")), api.GetOperatorTemplates("s", "m"),
    api.GetOperatorTemplates("", "m"),
)  # fmt: skip


def lines() -> Iterator[str]:
    """The lines of taken.txt."""
    for endpoint, queries in ({"send": _SEND} | _OTHERS).items():
        for query in queries:
            named = {"login", "psw", "apikey"} & {pair.name for pair in form.pairs(query)}
            whole = query if named else f"login=a&psw=b&{query}"
            yield f"| {endpoint} {cut(query)}"
            yield from seen(understood(endpoint, [
                (pair.name, form.octets(whole[pair.value.start : pair.value.end])) for pair in form.pairs(whole)
            ]), bool(named))  # fmt: skip
    for operation in BUILT:
        yield f"> {cut(brief(operation))}"
        try:
            said = parameters(operation)
        except BuildError as error:
            for one in error.all:
                yield f"  {one[0]}: {one[1]}"
        else:
            yield f"= {cut(shown(', '.join(f'{name}={value!r}' for name, value in said.items())))}"


def seen(made: Received, named: bool) -> Iterator[str]:
    """What a request says, and what is odd about it."""
    yield f"= {cut(shown(brief(made.operation)))}"
    if named or made.fmt or made.charset != "windows-1251" or made.empty:
        who = None if made.access is None else type(made.access).__name__
        yield f"  by {who}, fmt={made.fmt}, {made.charset}, empty: {' '.join(made.empty)}"
    for oddity in made.oddities:
        problem = oddity.problem
        yield (
            f"  {oddity.parameter} {problem.span.start}-{problem.span.end} {problem.severity or 'error'}"
            f" {problem.kind}: {cut(shown('; '.join((problem.message, *problem.expected))))}"
        )


def brief(value: Any) -> str:
    """A value without the fields that are as they are by default."""
    if isinstance(value, tuple):
        return f"({', '.join(map(brief, value))})"
    if not isinstance(value, Struct):
        return repr(value)
    bare = dict(zip(value.__struct_fields__[::-1], value.__struct_defaults__[::-1], strict=False))
    fields = ((name, getattr(value, name)) for name in value.__struct_fields__)
    told = ", ".join(f"{name}={brief(one)}" for name, one in fields if name not in bare or one != bare[name])
    return f"{type(value).__name__}({told})"


def cut(text: str) -> str:
    """A long text without its end."""
    return text if len(text) <= 260 else f"{text[:200]}... {len(text)}"


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
