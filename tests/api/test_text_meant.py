"""What people mean by other names, other endpoints and other charsets, and what only stands for something else."""

from __future__ import annotations

import pytest

from smsc_codec import fix, lint
from smsc_codec.api.text.placeholders import find, is_one
from smsc_codec.diagnostics import Span
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec

SEND = "https://smscentre.com/sys/send.php"
GIVEN = {"login": "alex", "psw": "1", "phones": "79990000000", "mes": "Hi"}
NAMES = {
    "password": "psw", "pass": "psw", "pwd": "psw", "user": "login", "username": "login", "phone": "phones",
    "to": "phones", "number": "phones", "recipients": "phones", "message": "mes", "text": "mes", "msg": "mes",
    "body": "mes", "fones": "phones", "PSW": "psw",
}  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), NAMES.items())
def test_names_of_others(written: str, meant: str) -> None:
    """A parameter by another service's name is one finding with the right name; the fix changes what is sent."""
    pairs = {written if name == meant else name: value for name, value in GIVEN.items()}
    text = f"{SEND}?" + "&".join(f"{name}={value}" for name, value in pairs.items())
    found = lint(text, "request")
    assert [(f.code, f.severity, f.expected) for f in found] == [("REQ013", "error", (f"'{meant}'",))]
    assert fix(text, "request").text == text
    fixed = fix(text, "request", unsafe=True)
    assert fixed.remaining == ()
    assert f"{meant}=" in fixed.text


NAMED = [
    "wait_call", "get", "info", "senders", "jobs", "phones", "users", "documents", "tinyurls", "receive_phones",
    "get_mnp", "soap",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_endpoints_known_by_name(name: str) -> None:
    """END-1: of an endpoint that is there, who asks is looked at, and no parameter that is unlike those it has."""
    base = f"https://smscentre.com/sys/{name}.php"
    assert lint(f"{base}?login=a&psw=b&get=1&any=thing", "request") == ()
    told = [finding.code for finding in lint(f"{base}?login=a&any=thing", "request")]
    assert told == ([] if name == "soap" else ["REQ014"])


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("info.php?get_operator=1&phones=7", "phone"),
        ("get.php?get_answer=1&hour=24", "get_answers"),
        ("senders.php?get=1&sendr=x", "sender"),
        ("phones.php?add=1&phone=7&nam=x", "name"),
        ("wait_call.php?number=7", "phone"),
        ("get_mnp.php?data=01.01.2026", "date"),
        ("jobs.php?add=1&phone=7", "phones"),
        ("info.php?get_operator=1&phone=7&phones=7", None),
    ],
)
def test_parameters_of_endpoints_known_by_name(asked: str, meant: str | None) -> None:
    """GET-1, INF-1: what is nearly the name of a parameter is told, with that name."""
    found = lint(f"https://smscentre.com/sys/{asked}&login=a&psw=b", "request")
    assert [one.expected for one in found if one.code == "REQ013"] == ([(f"'{meant}'",)] if meant else [])


PATHS = {
    "/sys/sent.php?login=a&psw=b&phones=79990000000&mes=Hi": "'/sys/send.php'",
    "/sys/send?login=a&psw=b&phones=79990000000&mes=Hi": "'/sys/send.php'",
    "/sys/statuss.php?login=a&psw=b&phone=79990000000&id=1": "'/sys/status.php'",
    "/sys/ballance.php?login=a&psw=b": "'/sys/balance.php'",
    "/send?login=a&psw=b&phones=79990000000&mes=Hi": "'/sys/send.php'",
    "/send.php?login=a&psw=b&phones=79990000000&mes=Hi": "'/sys/send.php'",
    "/rest/sent/?login=a&psw=b&phones=79990000000&mes=Hi": "'/rest/send'",
    "/sys/sent/?login=a&psw=b&phones=79990000000&mes=Hi": "'/sys/send.php'",
    "/SYS/SENT.PHP?login=a&psw=b&phones=79990000000&mes=Hi": "'/sys/send.php'",
    "/sys/pin.php?login=a&psw=b&id=1": "'/sys/ping.php'",
    "/sys/pi.php?login=a&psw=b&id=1": None,
    "/sys/sen.php?login=a&psw=b&phone=79990000000&id=1": None,
    "/sys/send_status.php?login=a&psw=b&phone=79990000000&id=1": None,
}


@pytest.mark.parametrize(("path", "expected"), PATHS.items())
def test_endpoints_that_are_not_there(path: str, expected: str | None) -> None:
    """REQ-1: the endpoint that was meant is offered, but a question is never made a sending."""
    found = [f for f in lint(f"https://smscentre.com{path}", "request") if f.code == "REQ021"]
    assert len(found) == 1
    assert found[0].expected[0] == expected if expected else not found[0].fixes


@pytest.mark.parametrize("form", ["body", "address", "command"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("said", ["", "utf-8", "windows-1251", "koi8-r"])
def test_charset_of_the_file(form: str, encoding: str, said: str) -> None:
    """REQ-6: letters that are not urlencoded are sent as the file has them; every fix writes what the request says."""
    query = "login=alex&psw=1&phones=79990000000&mes=Привет" + (f"&charset={said}" if said else "")
    text = {"body": query, "address": f"{SEND}?{query}", "command": f"curl {SEND} -d '{query}'"}[form]
    linter = Linter(codec("request"), Settings())

    def check(source: str) -> list[str]:
        return [finding.code for finding in linter.check(source, encoding)[0]]

    told = set(check(text))
    right = encoding == (said or "windows-1251")
    assert ("REQ010" in told) == (not right)
    assert told <= {"REQ010", "REQ011"}
    if right and form != "address":
        assert told == set()
    from smsc_codec.linter.fixes import fix as mend

    mended = mend(text, lambda source: linter.look(source, encoding)[0])
    assert mended.remaining == ()
    octets = mended.text.encode(encoding)
    charset = said or ("windows-1251" if f"charset={encoding}" not in mended.text else encoding)
    sent = "Привет".encode(charset)
    assert sent in octets or "".join(f"%{octet:02X}" for octet in sent).encode() in octets


PLACEHOLDERS = [
    "$x", "${x}", "$(date)", "{x}", "{{x}}", "{{ x | upper }}", "<x>", "<YOUR PHONE>", "%s", "%d", "%5.2f", "%(x)s",
    "#{x}", "%PHONE%", "%{x}", "@{x}", "<?= $x ?>", "<%= x %>", "{$row['x']}", "{0}", "{}", "{x:02d}", "$env:PHONE",
    "{% if x %}", "!PHONE!", "{имя}", "$row->phone",
]  # fmt: skip


@pytest.mark.parametrize("name", ["login", "psw", "phones", "mes", "time", "sender", "cost", "charset", "id"])
@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_placeholders_are_not_judged(placeholder: str, name: str) -> None:
    """What stands for something else is neither judged nor encoded, whole or in part; the rest still is."""
    pairs = GIVEN | {name: placeholder}
    text = f"{SEND}?" + "&".join(f"{name}={value}" for name, value in pairs.items())
    assert lint(text, "request") == ()
    if placeholder != "%d":  # `%d8` is an escape
        assert lint(text.replace(placeholder, f"7{placeholder}8"), "request") == ()
    found = lint(f"{text}&falsh=1", "request")
    assert [finding.code for finding in found] == ["REQ013"]
    assert fix(text, "request", unsafe=True).text == text


WORDS = ["[phone]", ":phone", "PHONE", "7XXXXXXXXXX", "YOUR_PHONE", "...", "phone_number", "***"]


@pytest.mark.parametrize("word", WORDS)
def test_words_for_numbers(word: str) -> None:
    """A value that is nothing but a word for what belongs there."""
    assert is_one("phones", word)
    assert lint(f"{SEND}?login=a&psw=b&phones={word}&mes=Hi", "request") == ()


@pytest.mark.parametrize("placeholder", ["xxxx", "XXXX", "...", "[code]", "your_code", *PLACEHOLDERS])
def test_placeholders_that_need_another_parameter(placeholder: str) -> None:
    """PAR-19: whatever a placeholder will say, it is given, so that what goes with it has to be there."""
    text = f"{SEND}?login=alex&psw=1&phones=79990000000&mes=Hi&imgcode={placeholder}"
    found = [finding.code for finding in lint(text, "request")]
    assert found == ["REQ014"] or " " in placeholder  # a blank ends an address: more may follow
    assert fix(text, "request").text == text
    for address in ("192.0.2.1", placeholder):
        assert lint(f"{text}&userip={address}", "request") == ()


TO = f"{SEND}?login=alex&psw=123&phones=79990000000"
#: What is wrong whatever the placeholders say, and what may be right: the fact, the rest of the request, the codes.
CERTAIN: list[tuple[str, str, list[str]]] = [
    ("PAR-9", "&mes={m}&freq=10", ["REQ002"]),
    ("PAR-9", "&mes={m}&freq={f}", ["REQ002"]),
    ("PAR-9", "&mes={m}&freq={f}&period={p}", []),
    ("PAR-9", "&mes={m}&freq={f}&period=", ["REQ002"]),
    ("PAR-9", "&mes={m}&period=1000&freq={f}", ["REQ003"]),
    ("PAR-8", "&mes={m}&tz=99&time={t}", ["TIM002"]),
    ("PAR-17", "&mes={m}&time={t}&valid=25", ["REQ004"]),
    ("TIM-1", "&mes={m}&tz={t}&time=3113120000", ["REQ001"]),
    ("PAR-5", "&mes={m}&sender=MyVeryLongSenderName", ["REQ022"]),
    ("PAR-5", "&mes={m}&sender=MyVeryLongSenderName&mail={x}", ["REQ022"]),
    ("PAR-5", "&mes={m}&bot={b}&sender=MyVeryLongSenderName", []),
    ("PAR-14", "&mes={m}&mail=1&phones={p}", ["MAI001"]),
    ("PAR-14", "&mes={m}&mail=1&phones={p}&subj={s}", ["MAI001"]),
    ("PAR-14", "&mes={m}&mail=1&phones={p}&subj={s}&sender={f}", []),
    ("PAR-14", "&mes={m}&mail=1&phones={p}&subj={s}&sender=Shop", ["REQ022"]),
    ("PAR-14", "&mes={m}&mail=1&phones={p}&subj=x{more}", ["MAI001"]),
    ("PAR-14", "&mms=1&fileurl={u}", ["MMS002"]),
    ("PAR-14", "&mms=1&subj={s}", []),
    ("PAR-14", "&mes={m}&subj={s}", ["REQ018"]),
    ("PAR-14", "&mes={m}&subj={s}&mms={x}", []),
    ("PAR-2", "&mes={m}&phones=alex@mysite.com", ["REQ024"]),
    ("PAR-2", "&mes={m}&phones=alex@mysite.com&mail={x}", []),
    ("PAR-12", "&mes=Hi&voice={v}", ["REQ018"]),
    ("PAR-12", "&mes={m}&voice={v}", []),
    ("PAR-13", "&mes=Hi&param={p}", ["REQ018"]),
    ("PAR-13", "&mes=Hi&param={p}&call={c}", []),
    ("PAR-18", "&mes={m}&maxsms=1000", ["REQ018"]),
    ("LIST-5", "&mes={m}&nl=1", ["REQ018"]),
    ("LIST-5", "&mes={m}&nl={n}", []),
    ("REQ-4", "&hlr={h}", []),
    ("REQ-4", "&ping={h}", []),
    ("REQ-4", "&call={c}&fileurl={u}", []),
    ("REQ-4", "&soc=1&fileurl={u}", ["REQ014"]),
    ("HLR-1", "&hlr=1&mes={m}", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "more", "codes"), CERTAIN, ids=[f"{fact} {more}" for fact, more, _ in CERTAIN]
)
def test_what_is_certain_beside_placeholders(fact: str, more: str, codes: list[str]) -> None:
    """A value that is not said hides nothing that is wrong whatever it says; what it may put right is not told."""
    text = TO.removesuffix("&phones=79990000000") if "&phones=" in more else TO
    assert [finding.code for finding in lint(text + more, "request")] == codes, fact


@pytest.mark.parametrize(
    "word",
    ["xxx.xxx.xxx.xxx", "X.X.X.X", "ip", "IP", "USER_IP", "client-ip", "ip_address", "***.***.***.***"],
)
def test_words_for_an_ip_address(word: str) -> None:
    """PAR-19: what stands for an address is none that is wrong."""
    assert lint(f"{SEND}?login=a&psw=b&phones=79990000000&mes=Hi&imgcode=xxxx&userip={word}", "request") == ()


@pytest.mark.parametrize("word", ["1.2.3", "256.0.0.1", "x.1", "zip", "1.2.3.x.y"])
def test_wrong_ip_addresses_are_told(word: str) -> None:
    """PAR-19: and what looks like an address, or like nothing, is judged."""
    (found,) = lint(f"{SEND}?login=a&psw=b&phones=79990000000&mes=Hi&imgcode=xxxx&userip={word}", "request")
    assert found.code == "REQ016"


TEXTS = [
    "%D0%9F",
    "%d0%bf",
    "50% off",
    "100%25",
    "{menu: Press 1}",
    "{button,https://a.b,Go}",
    "<file http://a.b/c>",
    "a<b>c</b>",
    "Hi!",
    "5 $",
]


@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_no_placeholders(text: str) -> None:
    """Escapes, the service's macros and tags are what they are."""
    assert list(find(text)) == []


@pytest.mark.parametrize("sign", ["$", "%", "{"])
def test_bound_of_signs(sign: str) -> None:
    """Of a text with more such signs than people write nothing is known; with as many it is looked at."""
    assert Span(0, 20_000) not in list(find(sign * 20_000))
    assert list(find(sign * 20_001)) == [Span(0, 20_001)]
    assert list(find("%41" * 20_001)) == []


@pytest.mark.parametrize("sign", [";", ",", ", ", "|"])
@pytest.mark.parametrize("wrap", [
    "{}", "https://smscentre.com/sys/send.php?{}", "curl -d '{}' https://smscentre.com/sys/send.php",
    "POST /sys/send.php HTTP/1.1\nHost: smscentre.com\n\n{}",
])  # fmt: skip
def test_another_sign_between_parameters(sign: str, wrap: str) -> None:
    """What should be `&` is told once, with an unsafe fix, and the parameters are judged as they were meant."""
    if sign == ", " and "?" in wrap:
        sign = ","  # an address has no blanks
    said = ["login=alex", "psw=1", "phones=79990000000", "charset=utf-8", "mes=Hi"]
    text = wrap.replace("{}", sign.join(said))
    found = [finding for finding in lint(text, "request") if finding.severity == "error"]
    assert [finding.code for finding in found] == ["REQ023"]
    assert fix(text, "request").text == text
    assert fix(text, "request", unsafe=True).text == wrap.replace("{}", "&".join(said))


@pytest.mark.parametrize("text", [
    "login=alex&psw=1&phones=79990000000;79990000001&charset=utf-8&mes=a;id=5;fmt=3",
    "https://smscentre.com/sys/send.php?mes=a;id=5",
    "x=1;login=2",
])  # fmt: skip
def test_a_sign_within_a_value(text: str) -> None:
    """A `;` in a value separates nothing."""
    assert "REQ023" not in {finding.code for finding in lint(text, "request")}
