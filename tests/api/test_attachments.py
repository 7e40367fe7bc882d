"""Files of a sending, e-mails, Viber: what the page says of them, in building, reading and linting alike."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from smsc_codec import BuildError
from smsc_codec.api import Login, Send, Upload, build_request, multipart, read_request
from smsc_codec.api.form import octets, pairs
from smsc_codec.linter.engine import check
from smsc_codec.payloads import recipients
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Button, Message, Remote, Stored, Uploaded, VoiceMenu

ALEX = Login("alex", "123")
BASE = "https://smscentre.com/sys/send.php?login=alex&psw=123"
PHONES = recipients.parse("79990000000")
MAIL: dict[str, Any] = {
    "phones": recipients.parse("a@example.org"), "subj": "s", "sender": "b@example.org", "channel": "mail",
}  # fmt: skip
CHANNELS = ["sms", "flash", "call", "viber", "mail", "mms", "soc", "whatsapp"]


def sending(channel: str, message: Any = "Hello", **more: Any) -> Send:
    own = MAIL if channel == "mail" else {"phones": PHONES, "channel": channel}
    made = message if isinstance(message, Message) or message is None else Message(message)
    return Send(**{**own, "message": made, **more})


def refused(send: Send, match: str | None = None) -> None:
    """Asserts that a sending is not built."""
    with pytest.raises(BuildError, match=match):
        build_request(send, ALEX)


def received(send: Send, files: tuple[Upload, ...] = ()) -> Any:
    """What a request is understood as that brings other files than the one that is built."""
    body = build_request(send, ALEX).body.decode()
    fields = [
        multipart.Part(pair.name, octets(body[pair.value.start : pair.value.end])) for pair in pairs(body)
    ]
    kind, made = multipart.build([*fields, *(multipart.Part("f", f.data, f.name) for f in files)])
    return read_request("POST", "/sys/send.php", (("Content-Type", kind),), made)


@pytest.mark.parametrize("name", ["setup.exe", "SETUP.EXE", "a.jpg.exe", "x.scr", "y.bat", "z.msi"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_programs(channel: str, name: str) -> None:
    """FIL-5 .. FIL-8: no channel takes a program, uploaded or by its address."""
    file = Upload(name, b"MZ")
    refused(sending(channel, files=(file,)), r"files\[0\]")
    assert [o.parameter for o in received(sending(channel), (file,)).errors] == ["files[0]"]
    refused(sending(channel, fileurl=f"https://a.ru/{name}"), "fileurl")


#: The formats that the page names for each channel, and some that it does not (FIL-5, FIL-7, FIL-8).
FORMATS = [
    ("mms", "FIL-5", "txt jpg gif png wav amr mp3 mid mp4 3gp", "pdf doc ogg webp avi zip bmp midi html x"),
    ("call", "FIL-7", "wav mp3", "ogg txt jpg m4a mid 3gp x"),
    ("viber", "FIL-8", "jpg gif png", "webp bmp mp4 txt pdf x"),
    ("mail", "FIL-6", "txt jpg pdf zip docx x", "exe"),
]


@pytest.mark.parametrize(
    ("channel", "fact", "taken", "odd"), FORMATS, ids=[f"{f[1]} {f[0]}" for f in FORMATS]
)
def test_formats(channel: str, fact: str, taken: str, odd: str) -> None:
    """FIL-5 .. FIL-8: files are judged by their endings: uploads, `fileurl`, and marks in the text."""
    text = None if channel in ("call", "viber") else "Hello"
    for ending in taken.split():
        for name in (f"1.{ending}", f"1.{ending.upper()}"):
            assert build_request(sending(channel, text, files=(Upload(name, b"x"),)), ALEX), fact
            assert build_request(sending(channel, text, fileurl=f"http://a.ru/{name}?x=1.exe#2.exe"), ALEX)
            assert build_request(sending(channel, ("See ", Remote(f"http://a.ru/{name}"))), ALEX)
            assert build_request(sending(channel, ("See ", Stored(f"/upload/files/sms/a/{name}"))), ALEX)
    for ending in odd.split():
        file = Upload(f"1.{ending}", b"x")
        refused(sending(channel, files=(file,)), rf"files\[0\].*'\.{ending}'")
        assert [o.problem.kind for o in received(sending(channel), (file,)).errors] == ["file-format"]
        if ending == "x":
            continue  # what an address ends in may be anything
        refused(sending(channel, fileurl=f"http://a.ru/1.{ending}"), "fileurl")
        refused(sending(channel, ("See ", Remote(f"http://a.ru/1.{ending}"))), "message")
        request = f"{BASE}&phones=79990000000&{channel}=1&mes=Hi&fileurl=http://a.ru/1.{ending}"
        found = [f for f in check(request, "request") if f.code == "FIL011"]
        assert [request[f.span.start : f.span.end] for f in found] == [f"http://a.ru/1.{ending}"]
        mark = f"{BASE}&phones=79990000000&{channel}=1&mes=" + quote(f"Hi <file http://a.ru/1.{ending}>")
        codes = {"mms": "MMS003", "call": "VOX005", "viber": "VIB009", "mail": "FIL010"}
        assert codes[channel] in {f.code for f in check(mark, "request")}


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    "name", ["http://a.ru/x.php?f=1.exe", "http://a.ru", "http://a.exe", "http://a.ru/1.2/photo"]
)
def test_addresses_that_say_nothing(channel: str, name: str) -> None:
    """PAR-11: an address whose ending says nothing of a format is left alone."""
    assert build_request(sending(channel, fileurl=name), ALEX)
    assert build_request(sending(channel, files=(Upload("photo", b"x"),)), ALEX)


def test_uploads_in_a_command() -> None:
    """FIL-5, FIL-7, REQ-5: the linter judges the files that a curl command sends."""
    command = "curl https://smscentre.com/sys/send.php -F login=a -F psw=b -F phones=79990000000 -F call=1 -F mes=Hi"
    assert "FIL011" not in {f.code for f in check(f"{command} -F file1=@a.wav", "request")}
    assert "FIL011" in {f.code for f in check(f"{command} -F file1=@a.ogg", "request")}
    many = command + "".join(f" -F file{n}=@{n}.wav" for n in range(5))
    assert "FIL011" in {f.code for f in check(many, "request")}


#: Marks, how many files there are, and whether one is missing (FIL-1).
MARKS: list[tuple[Any, int, bool]] = [
    ((Uploaded(1),), 1, False), ((Uploaded(1),), 0, True), ((Uploaded(2),), 1, True), ((Uploaded(2),), 2, False),
    ((Uploaded(1), Uploaded(3)), 2, True), ((VoiceMenu("{menu: Press 1. <file 2>\n1: end}"),), 1, True),
    ((VoiceMenu("{menu: Press 1. <file 2>\n1: end}"),), 2, False), ("Hello", 0, False), ("Hello", 3, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "missing"), MARKS)
def test_files_that_are_not_there(text: Any, there: int, missing: bool) -> None:
    """FIL-1: a mark for a file that is not uploaded is told of wherever the number of files is known."""
    files = tuple(Upload(f"{n}.mp3", b"x") for n in range(there))
    send = sending("call", Message(text), files=files)
    if missing:
        refused(send, "there is no file")
    else:
        assert build_request(send, ALEX)
    written = "".join(
        part
        if isinstance(part, str)
        else part.source
        if isinstance(part, VoiceMenu)
        else f"<file {part.number}>"
        for part in ((text,) if isinstance(text, str) else text)
    )
    command = "curl https://smscentre.com/sys/send.php -F login=a -F psw=b -F phones=7999000000 -F call=1"
    command += f" --form-string 'mes={written}'"
    found = {f.code for f in check(command + "".join(f" -F f{n}=@{n}.mp3" for n in range(there)), "request")}
    assert ("FIL009" in found) == missing
    if not there:
        address = f"{BASE}&phones=79990000000&call=1&mes={quote(written)}"
        assert ("FIL009" in {f.code for f in check(address, "request")}) == missing
        assert bool(read_request("GET", address).errors) == missing


def test_a_list_brings_no_files() -> None:
    """FIL-1, LIST-1: files beside a list are refused, and a mark for one in a line is told of."""
    mailing = Mailing((Line(("79990000000",), "Hi"),))
    refused(
        Send(list=mailing, files=(Upload("a.jpg", b"x"),), channel="mms"), "a list can contain only texts"
    )
    got = received(Send(list=mailing, channel="mms"), (Upload("a.jpg", b"x"),))
    assert [o.problem.kind for o in got.errors] == ["list-conflict"]
    address = f"{BASE}&mms=1&list=79990000000:{quote('Hi <file 1>')}"
    assert [o.problem.kind for o in read_request("GET", address).errors] == ["file-missing"]
    assert "FIL009" in {f.code for f in check(address, "request")}
    refused(Send(list=Mailing((Line(("79990000000",), "Hi <file 1>"),))), "there is no file 1")


@pytest.mark.parametrize("channel", [c for c in CHANNELS if c not in ("call", "viber", "mms", "mail")])
def test_only_some_need_no_text(channel: str) -> None:
    """REQ-4: `mes` may be missing beside `fileurl` in a call and a Viber message, and nowhere else."""
    refused(sending(channel, None, fileurl="https://a.ru/1.jpg"), "missing parameter 'mes'")
    address = f"{BASE}&phones=79990000000&fileurl=https://a.ru/1.jpg" + (
        f"&{channel}=1" if channel != "sms" else ""
    )
    assert [o.parameter for o in read_request("GET", address).errors] == ["mes"]


@pytest.mark.parametrize(
    ("channel", "size", "told"),
    [
        (
            "mail",
            10 * 2**20 + 1,
            "the file is too large: 10485761 bytes (about 10 MB); expected up to 10485760 bytes (10 MB) each",
        ),
        (
            "call",
            5 * 2**20 + 1,
            "the file is too large: 5242881 bytes (about 5 MB); expected up to 5242880 bytes (5 MB) each",
        ),
        (
            "viber",
            512 * 2**10 + 1,
            "the file is too large: 524289 bytes (about 512 KB); expected up to 524288 bytes (512 KB) each",
        ),
    ],
)
def test_one_byte_over(channel: str, size: int, told: str) -> None:
    """FIL-6 .. FIL-8: one byte too many is refused and seen to be one; one fewer is taken."""
    ending = {"mail": "pdf", "call": "wav", "viber": "png"}[channel]
    with pytest.raises(BuildError) as caught:
        build_request(sending(channel, files=(Upload(f"a.{ending}", b"x" * size),)), ALEX)
    assert caught.value.reason == told
    assert build_request(sending(channel, files=(Upload(f"a.{ending}", b"x" * (size - 1)),)), ALEX)


def test_totals() -> None:
    """FIL-5, FIL-6: what is too much together goes as links, so it is built, and told of to the byte."""
    for channel, size, told in (("mms", 150 * 2**10, "307201 bytes"), ("mail", 7_864_320, "15728641 bytes")):
        ending = "jpg" if channel == "mms" else "pdf"
        files = (Upload(f"a.{ending}", b"x" * size), Upload(f"b.{ending}", b"x" * (size + 1)))
        assert build_request(sending(channel, files=files), ALEX)
        oddities = received(sending(channel), files).oddities
        assert [(o.problem.severity, told in o.problem.message) for o in oddities] == [("warning", True)]
        assert received(sending(channel), (files[0], files[0])).oddities == ()


PICTURE = Remote("https://a.ru/1.png")
LINK = "https://smscentre.com/upload/files/sms/1856f97d/6_1.jpg"
BUTTON = Button("https://a.ru", "Open")
#: Viber messages: what is in the text, what is beside it, and whether it is a kind that there is (VIB-2, VIB-3).
KINDS: dict[str, tuple[Any, dict[str, Any], bool]] = {
    "text": ("Hi", {}, True),
    "a picture": ((PICTURE,), {}, True),
    "fileurl alone": (None, {"fileurl": "https://a.ru/1.png"}, True),
    "an upload alone": (None, {"files": (Upload("a.png", b"x"),)}, True),
    "an upload in its place": (("Hi ", Uploaded(1)), {"files": (Upload("a.png", b"x"),)}, True),
    "a link alone": (LINK, {}, True),
    "text and button": (("Hi ", BUTTON), {}, True),
    "text and picture": (("Hi ", PICTURE), {}, True),
    "text, button and picture": (("Hi ", BUTTON, PICTURE), {}, True),
    "text, button and fileurl": (("Hi ", BUTTON), {"fileurl": "https://a.ru/1.png"}, True),
    "a button alone": ((BUTTON,), {}, False),
    "blanks and a button": ((" ", BUTTON), {}, False),
    "a button and a picture": ((BUTTON, PICTURE), {}, False),
    "a button and fileurl": ((BUTTON,), {"fileurl": "https://a.ru/1.png"}, False),
    "a button and a link": ((LINK + " ", BUTTON), {}, False),
    "two buttons": (("Hi ", BUTTON, BUTTON), {}, False),
    "two pictures": (("Hi ", PICTURE, PICTURE), {}, False),
    "a picture and a link": ((LINK + " ", PICTURE), {}, False),
    "two links": (f"{LINK} {LINK}", {}, False),
    "a picture and fileurl": (("Hi ", PICTURE), {"fileurl": "https://a.ru/2.png"}, False),
    "a link and fileurl": (f"Hi {LINK}", {"fileurl": "https://a.ru/2.png"}, False),
    "a picture and an upload": (("Hi ", PICTURE), {"files": (Upload("a.png", b"x"),)}, False),
    "fileurl and an upload": (
        "Hi",
        {"fileurl": "https://a.ru/2.png", "files": (Upload("a.png", b"x"),)},
        False,
    ),
    "two uploads": ("Hi", {"files": (Upload("a.png", b"x"), Upload("b.png", b"x"))}, False),
}


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("viber=1&fileurl=https://a.ru/2.png&list=79990000000:Hi", []),
        (
            "viber=1&fileurl=https://a.ru/2.png&list=79990000000:Hi%0A79990000001:Ho+<file+https://a.ru/1.png>",
            ["VIB013"],
        ),
        (f"viber=1&fileurl=https://a.ru/2.png&list=79990000000:Hi+{LINK}", ["VIB013"]),
        ("fileurl=https://a.ru/2.png&list=79990000000:__VIBER__:+Hi+<file+https://a.ru/1.png>", ["VIB013"]),
        ("fileurl=https://a.ru/2.pdf&list=79990000000:Hi%0A79990000001:__VIBER__:+Hi", ["FIL011"]),
        ("fileurl=https://a.ru/2.png&list=79990000000:__CALL__:+Hi", ["FIL011"]),
        ("fileurl=https://a.ru/2.exe&list=79990000000:__CALL__:+Hi", ["FIL011"]),
        ("fileurl=https://a.ru/2.mp3&list=79990000000:__CALL__:+Hi", []),
    ],
)
def test_an_address_beside_a_list(said: str, codes: list[str]) -> None:
    """VIB-2, VIB-3, FIL-7, FIL-8: `fileurl` goes with each message of a list, and is judged by its channel."""
    found = [f.code for f in check(f"{BASE}&{said}", "request") if f.code in ("VIB013", "FIL011")]
    assert found == codes


@pytest.mark.parametrize("prefix", [False, True])
@pytest.mark.parametrize(("text", "beside", "is_kind"), KINDS.values(), ids=KINDS)
def test_kinds_of_viber_messages(text: Any, beside: dict[str, Any], is_kind: bool, prefix: bool) -> None:
    """VIB-2, VIB-3: one text, one picture however it comes, one button beside a text; two are none."""
    if prefix and text is None:
        return
    message = None if text is None else Message(text, "viber" if prefix else None)
    send = sending("sms" if prefix else "viber", message, **beside)
    if is_kind:
        assert build_request(send, ALEX)
    else:
        refused(send)


@pytest.mark.parametrize(
    ("mes", "more", "code"),
    [
        ("Hi {button,https://a.ru,x} {button,https://a.ru,y}", "", "VIB006"),
        ("{button,https://a.ru,x}", "", "VIB007"),
        ("Hi <file https://a.ru/1.png> <file https://a.ru/2.png>", "", "VIB008"),
        ("Hi <file https://a.ru/1.png>", "&fileurl=https://a.ru/2.png", "VIB013"),
        (f"Hi {LINK}", "&fileurl=https://a.ru/2.png", "VIB013"),
    ],
)
def test_viber_in_requests(mes: str, more: str, code: str) -> None:
    """VIB-2, VIB-3: each is one finding, an error, and an error of the request that is read."""
    text = f"{BASE}&phones=79990000000&viber=1&mes={quote(mes)}{more}"
    assert [(f.code, f.severity) for f in check(text, "request")] == [(code, "error")]
    assert len(read_request("GET", text).errors) == 1


#: E-mails that lack something, or go to somebody that they cannot reach: what is odd about them (PAR-2, PAR-14).
MAILS: dict[str, tuple[str, str]] = {
    "no subject": ("&phones=a%40b.ru&mes=Hi&sender=c%40d.ru", "mail-incomplete"),
    "no sender": ("&phones=a%40b.ru&mes=Hi&subj=x", "mail-incomplete"),
    "no text": ("&phones=a%40b.ru&subj=x&sender=c%40d.ru", "mail-incomplete"),
    "a name as the sender": ("&phones=a%40b.ru&mes=Hi&subj=x&sender=Shop", "sender-invalid"),
    "to a phone": ("&phones=79990000000&mes=Hi&subj=x&sender=c%40d.ru", "recipient-channel"),
    "to an address and a phone": (
        "&phones=a%40b.ru,79990000000&mes=Hi&subj=x&sender=c%40d.ru",
        "recipient-channel",
    ),
    "a list without a subject": ("&list=a%40b.ru:Hi&sender=c%40d.ru", "mail-incomplete"),
    "a list without a sender": ("&list=a%40b.ru:Hi&subj=x", "mail-incomplete"),
    "a list with one line's sender": ("&list=c%40d.ru|a%40b.ru:Hi%0Aa%40b.ru:Ho&subj=x", "mail-incomplete"),
    "a list with a name as a sender": ("&list=Shop|a%40b.ru:Hi&subj=x", "list-sender"),
    "a list to a phone": ("&list=a%40b.ru,79990000000:Hi&subj=x&sender=c%40d.ru", "list-recipient"),
}


@pytest.mark.parametrize(("said", "kind"), MAILS.values(), ids=MAILS)
def test_mails(said: str, kind: str) -> None:
    """PAR-2, PAR-5, PAR-14: an e-mail goes to addresses, with a subject, a text and an address as its sender."""
    text = f"{BASE}&mail=1{said}"
    assert [o.problem.kind for o in read_request("GET", text).errors] == [kind]
    codes = {"recipient-channel": "REQ024", "list-recipient": "LST020", "mail-incomplete": "MAI001"}
    assert codes.get(kind, "REQ022") in {f.code for f in check(text, "request") if f.severity == "error"}


@pytest.mark.parametrize(
    "said",
    [
        "&phones=a%40b.ru,G7&mes=Hi&subj=x&sender=c%40d.ru",
        "&list=a%40b.ru:Hi&subj=x&sender=c%40d.ru",
        "&list=c%40d.ru|a%40b.ru:Hi%0Ac%40d.ru|G7:Ho&subj=x",
    ],
)
def test_sound_mails(said: str) -> None:
    """PAR-2, PAR-14: addresses and groups, a sender of the request or of each line."""
    assert read_request("GET", f"{BASE}&mail=1{said}").oddities == ()


def test_addresses_in_other_lists() -> None:
    """PAR-2: a list that is no e-mail reaches no address; a file of addresses alone says nothing of its channel."""
    text = f"{BASE}&list=a%40b.ru:Hi"
    assert [o.problem.kind for o in read_request("GET", text).errors] == ["list-recipient"]
    assert "LST020" in {f.code for f in check(text, "request")}
    assert check("a@b.ru:Hi", "mailing") == ()


@pytest.mark.parametrize("flag", ["", "&call=1", "&viber=1", "&mms=1", "&soc=1", "&whatsapp=1"])
def test_no_unsub_elsewhere(flag: str) -> None:
    """MAIL-1: the macro for e-mails is told of in any other message, and in a list's line."""
    for said in ("&phones=79990000000&mes=Hi+%7Bno_unsub%7D", "&list=79990000000:Hi+%7Bno_unsub%7D"):
        found = [(f.code, f.severity) for f in check(f"{BASE}{flag}{said}", "request")]
        assert ("MAI005", "warning") in found
    form = "curl https://smscentre.com/sys/send.php -F login=a -F psw=b -F phones=79990000000 -F 'mes=Hi {no_unsub}'"
    assert ("MAI005", "warning") in [(f.code, f.severity) for f in check(form, "request")]
    mail = f"{BASE}&mail=1&phones=a%40b.ru&subj=x&sender=c%40d.ru&mes=Hi+%7Bno_unsub%7D"
    assert check(mail, "request") == ()
    assert check("Hi {no_unsub}", "message") == ()


@pytest.mark.parametrize(
    "text", ["Hi <file n>", "Hi <file N>", "Hi <file  № >", "Hi <file #>", "Hi <file number>"]
)
def test_a_literal_mark(text: str) -> None:
    """FIL-1: what a description has in place of a number is sent as text, and told of."""
    found = [f for f in check(text, "message") if f.code == "FIL001"]
    assert [text[f.span.start : f.span.end] for f in found] == [text[3:]]


@pytest.mark.parametrize("text", ["__VIBER__: Hi", "__CALL__: Hi", "__HLR__"])
def test_prefixes_in_lists(text: str) -> None:
    """PFX-1 .. PFX-3: a line whose prefix says another channel than the request is told of."""
    assert read_request("GET", f"{BASE}&list=79990000000:{text}").errors == ()
    got = read_request("GET", f"{BASE}&soc=1&list=79990000000:{text}")
    assert [(o.parameter, o.problem.kind) for o in got.errors] == [("list", "prefix-flag-conflict")]
    assert "PFX005" in {f.code for f in check(f"{BASE}&soc=1&list=79990000000:{text}", "request")}
