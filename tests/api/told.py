"""Requests written in many ways: what is seen of each, and what is told of it. Writes told.txt anew.

    python -m tests.api.told

Behind `|` is a text, behind `~` what is blotted out of it when it is shown. A line of a request has its form, method,
host and path, what it asks, and its parameters: each with what it says and, where that is written otherwise, how. `?`
marks a value that is not judged, `~` one that nobody may see, and `...` a request that may have more than is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smsc_codec.api.text import CODEC
from smsc_codec.api.text.read import Written, understand
from tests.told import shown, told

PATH = Path(__file__).parent / "told.txt"
S = "https://smscentre.com/sys/send.php"
R = "https://smscentre.com/rest/send/"
B = "https://smscentre.com/sys/balance.php"
W = "login=a&psw=b"
WHO = "-d login=a -d psw=b"
Q = "login=a&psw=b&phones=79990000000&mes=Hi"
_CURL = (
    f"curl {S} -d '{Q}'",
    f"curl {S} -d'{Q}'",
    f"curl -sSd '{Q}' {S}",
    f"curl -sSd'{Q}' {S}",
    f"curl {S} --data={Q.replace('&', '%26')}",
    f"curl {S} '--data={Q}'",
    f"curl {S} --dat '{Q}'",
    f"curl {S} --data-r '{Q}'",
    f"curl {S} --data-u 'mes=a b' -d '{W}&phones=79990000000'",
    f"curl {S} --expand-data '{Q}'",
    f"curl {S} --no-progress-meter --no-fail -d '{Q}'",
    f"curl {S} --unknown -d '{Q}'",
    f"curl {S} --unknown x -d '{Q}'",
    f"curl - {S} -d '{Q}'",
    f"curl {S} -d '{Q}' -",
    f"curl {S} -d",
    f"curl {S} -",
    f"curl -X PUT {S} -d '{Q}'",
    f"curl -XPUT {S} -d '{Q}'",
    f"curl --request put {S} -d '{Q}'",
    f"curl -G {S} -d '{Q}'",
    f"curl -G {S} -d '{W}' --data-urlencode 'mes=a b' -d phones=79990000000",
    f"curl '{S}?{W}' --url-query 'mes=a b' --url-query +phones=79990000000",
    f"curl '{S}?{W}' --url-query +x@y=1",
    f"curl {S} {WHO} --data-urlencode mes@file -d phones=79990000000",
    f"curl {S} {WHO} --data-urlencode @file",
    f"curl {S} {WHO} --data-urlencode =Hi",
    f"curl {S} {WHO} --data-urlencode Hi",
    f'curl {S} {WHO} --data-urlencode "$NAME=Hi"',
    f"curl {S} {WHO} -d @file",
    f"curl {S} {WHO} --data-raw @file",
    f"curl {S} {WHO} --data-raw 'mes=@file&phones=79990000000'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F 'mes=Hi;type=text/plain'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F 'mes=\"Hi; there\";type=text/plain'",
    f'curl {S} -F login=a -F psw=b -F phones=79990000000 -F \'mes="a \\"b\\" \\\\ c"\'',
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F 'mes=a;b'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F mes=Hi -F 'file1=@a.mp3;type=audio/mpeg'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F mes=Hi -F 'file1=@\"a b.mp3\"'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F 'mes=<text.txt'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 --form-string 'mes=@x;type=y'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 --form-string 'mes=<x'",
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F mes",
    f'curl {S} -F login=a -F psw=b -F "$X=1" -F mes=Hi',
    f"curl {S} -F login=a -F psw=b -F phones=79990000000 -F 'mes=Привет'",
    f"curl {S} {WHO} -d phones=79990000000 -d 'mes=Привет'",
    f'curl {R} --json \'{{"login": "a", "psw": "b", "phones": "79990000000", "mes": "Привет"}}\'',
    f'curl {R} -d \'{{"login": "a", "psw": "b", "phones": 79990000000, "mes": "H\\u0069\\n", "cost": true}}\'',
    f'curl {R} -H \'content-type:  APPLICATION/JSON ; x\' -d \'{{"login": "a", "psw": "b", "phones": null}}\'',
    f'curl {R} -H \'Content-Type: application/json\' -d \'{{"login": "a", "psw": "b", "phones": [1]}}\'',
    f'curl {R} -H \'Content-Type: application/json\' -d \'{{"login": "a", "psw": "b", "mes": $X}}\'',
    f"curl {R} -H 'Content-Type: text/plain' -d '{Q}'",
    f"curl {S} -H 'Content-Type: multipart/form-data; boundary=x' -d '{Q}'",
    f"curl -u alex:secret {S} -d '{Q}'",
    f"curl -H 'Authorization: Bearer secret' {S} -d '{Q}'",
    f"curl -H 'Accept: x' -b 'c=secret' {S} -d '{Q}'",
    f"curl -g '{S}?{W}&phones=79990000000&mes=[1-3]'",
    f"curl '{S}?{W}&phones=79990000000&mes=[1-3]'",
    f"curl '{S}?{W}&phones={{79990000000,79990000001}}&mes=Hi'",
    f"curl -K config {S} -d '{W}'",
    f"curl {S} -d '{W}' $OPTIONS",
    f"curl {B} -d '{W}' --next {S} -d '{Q}'",
    f"curl --url {S} -d '{Q}'",
    f"curl -d '{Q}'",
    f"curl -d '{Q}' example.com",
    f"curl smsc.ru/sys/send.php -d '{Q}'",
    f"curl {S} -d '{Q}' -d text=1",
    f"curl {S} {WHO} -d \"phones=$PHONE\" -d 'mes=Hi'",
    f'curl {S} {WHO} -d phones=79990000000 -d "mes=It\'s $(date)"',
    f"curl {S} {WHO} -d phones=79990000000 -d $'mes=It\\'s'",
    f'curl.exe {S} -d "{Q}"',
    f"/usr/bin/curl {S} -d '{Q}'",
    f'C:\\tools\\curl.exe {S} -d "{Q}"',
    f"xcurl {S} -d '{Q}'",
    f"my-curl {S} -d '{Q}'",
    f"$curl {S} -d '{Q}'",
)
_WITHIN = (
    f"#!/bin/sh\n# curl {S}?{Q}\ncurl '{S}?{Q}'\n",
    f"*/5 * * * * root curl '{S}?{W}&phones=79990000000&mes=5%25'\n",
    f"os.system(\"curl '{S}?{Q}'\")\n",
    f"os.system('curl \"{S}?{Q}\"')\n",
    f"os.system(\"curl '{S}?{W}&phones=79990000000&mes=Hi there'\")\n",
    f'os.system("curl \\"{S}?{Q}\\"")\n',
    f"exec('curl {S} -d {W}')\n",
    f"echo 'it is' && curl '{S}?{Q}' | jq '.id'\n",
    f"echo \"it's\"; curl '{S}?{Q}'\n",
    f"don't; curl '{S}?{Q}'\n",
    f"x=$(curl -s '{S}?{Q}')\n",
    f"(curl -s '{S}?{Q}')\n",
    f"echo 'never closed\ncurl '{S}?{Q}'\n",
    f"`curl '{S}?{Q}'`\n",
    f'set X=1\r\ncurl "{S}?{W}&phones=79990000000&mes=%%41"\r\n',
    f"see curl and {S}\n",
    f"curl\n{S}?{Q}\n",
    f'$url = "{S}?{Q}";\n',
    f'$url = "{S}?{W}&phones=" . $phone . "&mes=Hi";\n',
    f"url = f'{S}?{W}&phones={{phone}}&mes=Hi'\n",
    f'url = "{S}?{W}&phones=79990000000&mes=" + text\n',
    f'url = "{S}?{W}&phones=79990000000&mes=Hi" \\\n  "&cost=1"\n',
    f"url = '{S}?{W}&phones=79990000000&mes=%s' % text\n",
    f"url = `{S}?{W}&phones=${{phone}}&mes=Hi`\n",
    f'"url": "{S.replace("/", chr(92) + "/")}?{Q}"\n',
    f'"url": "{S}?{Q.replace("&", chr(92) + "u0026")}"\n',
    f'x = "{{\\"url\\": \\"{S}?{Q}\\"}}"\n',
    f'<a href="{S}?{Q.replace("&", "&amp;")}">send</a>\n',
    f"<p>{S}?{Q}</p>\n",
    f"See {S}?{Q}.\n",
    f"See ({S}?{Q}), please\n",
    f'url = "{{{{base}}}}/sys/send.php?{Q}"\n',
    f'url = BASE + "/sys/send.php?{Q}"\n',
    f'url = "$BASE/sys/send.php?{Q}"\n',
    f'url = "%BASE%/sys/send.php?{Q}"\n',
    f'url = "https://proxy.example/sys/send.php?{Q}"\n',
    f'url = "https://proxy.example/x/sys/send.php?{Q}"\n',
    f'url = "x/sys/send.php?{Q}"\n',
    f'url = "https://{{host}}/sys/send.php?{Q}"\n',
    f'url = "{S}?login=a&psw=b&phones=79990000000&falsh=1&mes=Hi\n',
    f"log: GET /sys/send.php?{Q} 200\n",
    f"url = '{S}?{Q}' # {S}?{Q}\n",
    f"// {S}?{Q}\n",
    f"# {S}?{Q}\nprint(1)\n",
)
_ALONE = (
    f"{S}?{Q}\n{B}?{W}\n",
    f"{S}?{Q}\n# more\n\n{B}?{W}\n// x\n",
    f"{S}?{Q}\nand more\n",
    f"{S}\n?{W}\n&phones=79990000000\n# no\n&mes=Hi\n",
    f"{S}?{W}\r\n&phones=79990000000\r\n\r\n  // &cost=1\r\n  &mes=Hi\r\n",
    f"{S}?{W}&phones=79990000000&mes=Hi\n#tag\n&cost=1\n",
    f"{W}&phones=79990000000&mes=Hi\n# tag\n&cost=1\n",
    f"{S}?{W}&phones=79990000000&mes=Hello there\n",
    f"{S}?{W}&phones=7999 000 00 00&mes=Hi\n",
    f"{S}?{W} &phones=79990000000&mes=Hi\n",
    f"{S}?login=my name&psw=b&phones=79990000000&mes=Hi\n",
    f"{S} is the address\n",
    f"{S}?{W} = x\n",
    f"/sys/send.php?{Q}",
    f"/rest/send/?{Q}",
    f"/sys/sent.php?{Q}",
    f"/sys/x?{Q}",
    f"http://smsc.ru/sys/send.php?{Q}",
    f"HTTPS://SMSC.RU/sys/send.php?{Q}",
    f"https://user:secret@smscentre.com/sys/send.php?{Q}",
    f"https://smscentre.com:443/sys/send.php?{Q}",
    f"https://smscentre.com.evil.example/sys/send.php?{Q}",
    f"https://www.smscentre.com/sys/send.php?{Q}",
    "https://smscentre.com/",
    f"https://smscentre.com/?{Q}",
    f"https://example.com/sys/send.php?{Q}",
    "https://example.com/sys/send.php",
    f"https://example.com/send.php?{Q}",
    f"{{{{base}}}}/send.php?{Q}",
    f"{{{{url}}}}?{Q}",
    f"https://{{{{host}}}}/sys/status.php?{W}&phone=79990000000&id=1",
    f"{S}?{W}&phones=79990000000&&mes=Hi&",
    f"{S}?&{Q}",
    f"{S}?{W}&phones=79990000000&=x&mes=Hi",
    f"{S}?{W}&phones=79990000000&mes",
    f"{S}?{W}&phones=79990000000&mes=a=b",
    f"{S}?{W}&phones=79990000000&{{{{more}}}}&mes=Hi",
    f"{S}?{W}&phones=79990000000&mes=Hi#a#b",
    f"{S}?{W}#x&phones=79990000000&mes=Hi",
    f"{S}?{W}&#38;phones=79990000000&#x26;mes=Hi",
    f"{S}?{W};phones=79990000000",
    f"{S}?login=a;psw=b;phones=79990000000;mes=Hi",
    f"{S}?login=a;psw=b,phones=79990000000",
    f"{S}?{W}&phones=79990000000&mes=%D0%94%D0%B0&charset=UTF_8",
    f"{S}?{W}&phones=79990000000&mes=%D0%94%D0%B0&charset=",
    f"{S}?{W}&phones=79990000000&mes=%D0%94%D0%B0&charset={{c}}",
    f"{S}?{W}&phones=79990000000&mes=%C4%E0",
    f"{S}?{W}&phones=79990000000&mes=%C4%E0&sender=%D0%94",
    f"{S}?{W}&phones=79990000000&mes=%25D0%2594",
    f"{S}?{W}&phones=79990000000&mes=100%2525",
    f"{S}?{W}&phones=79990000000&mes=%u0414%uZZ",
    f"{S}?{W}&phones=79990000000&mes=%u20ac&charset=koi8-r",
    f"{S}?{W}&phones=79990000000&mes=5%",
    f"{S}?{W}&phones=+79990000000,+8&mes=Hi",
    f"{S}?{W}&phones=+89990000000&time=+30&mes=Hi",
    f"{S}?{W}&phones=79990000000&bin=1&mes=%D0%94",
    f"{S}?{W}&phones=79990000000&bin=2&mes=00D0",
    f"{S}?{W}&phones=79990000000&mes=Hi&time=0101120000&tz=3",
    f"{S}?{W}&phones=79990000000&mes=Hi&hlr=1",
    f"{S}?{W}&list=79990000000:Hi%0A+8999+1234567:Hi",
    "apikey=k&phones=79990000000&mes=Hi",
    f"{Q}\n",
    f"?{Q}",
    f"{W}\n&phones=79990000000\n&mes=Hi\n",
    "login=a\npsw=b\nphones=79990000000\nmes=Hi\n",
    f"{W}&phones=79990000000&mes=line one\nline two",
    f"{W}&phones=79990000000\nmore&mes=Hi",
    f"{W}&phones=79990000000&mes=a b",
    f"my name=x&{Q}",
    f"x y=1&{Q}",
    "login=a;psw=b;phones=79990000000;mes=Hi",
    '{"login": "a", "psw": "b", "phones": "79990000000", "mes": "Hi"}',
    '{"login": "a"}',
    '{"a": 1}',
    f"{{{{x}}}}&{Q}",
    f"{W}&phone=79990000000&id=1&all=2",
    "",
    "  \n",
    "hello there\nhow are you",
)
_HTTP = (
    f"POST /sys/send.php HTTP/1.1\r\nHost: smscentre.com\r\nContent-Type: x/y\r\n\r\n{Q}\r\n",
    f"POST /sys/send.php\nHost: smscentre.com\nAuthorization: Basic secret\nCookie: c=secret\nX: y\n\n{Q}",
    f'POST {R}\nContent-Type: application/json\n\n{{"login": "a", "psw": "b", "phones": "79990000000"}}\n',
    f"POST {R}\nContent-Type: text/xml\n\n<a/>\n",
    f"GET {S}?{Q}\n",
    f"GET {S}\n  ?{W}\n  &phones=79990000000\n  # &cost=1\n  &mes=Hi\n\n",
    f"GET {S}?{W}\n# remark\n&phones=79990000000&mes=Hi\nAccept: x\n",
    f"GET {S}?{W}\n# remark\nAccept: x\n",
    f"PUT {S}?{Q} HTTP/2\n",
    f"### one\nGET {B}?{W}\n\n### two\nPOST {S}\n\n{Q}\n\n###\n",
    f"GET {B}?{W}\nPOST {S}\n\n{Q}",
    f"POST {S}\n\n{Q}\n\n> {{% client.log(1) %}}\n",
    f"POST {S}\n\n< body.txt\n",
    f"POST {S}\n\n{Q}\n>> out.json\n",
    f"POST {S}\n\n{Q}\n<> 2023.json\n",
    f"POST {S}\nno header\n{Q}\n",
    f"POST {S}\n",
    f"POST {S}\n\n\n",
    f"@host = smscentre.com\nGET https://{{{{host}}}}/sys/send.php?{Q}\n",
    f"@h = smscentre.com\n@base=https://{{{{h}}}}/sys\nGET {{{{base}}}}/send.php?{Q}\n",
    f"@host = example.com\nGET https://{{{{host}}}}/x?{Q}\n",
    f"GET {{{{base}}}}/sys/send.php?{Q}\n",
    f"GET /sys/send.php?{W}&phones=79990000000&mes=a#b\nHost: smsc.ru\n",
    f"GET /sys/send.php?{Q}\nHost: example.com\n",
    f"GET the manual at {S}?{Q} now\n",
    f'POST {S}\nContent-Type: multipart/form-data; boundary=x\n\n--x\nContent-Disposition: form-data; name="psw"\n\nb\n'
    '--x\nContent-Disposition: form-data; name="mes"\n\nHi\n\n--x\nContent-Disposition: form-data; name="file1"; '
    'filename="a.mp3"\n\nID3\n--x\nno head\n--x--\n',
    f'POST {S}\n\n--x\nContent-Disposition: form-data; name="psw"\n\nb\n--x--\n',
    f"POST {S}\n\nplain words\n",
)
TEXTS = (*_CURL, *_WITHIN, *_ALONE, *_HTTP)


def lines() -> Iterator[str]:
    """The lines of told.txt."""
    for text in TEXTS:
        yield f"| {shown(text)}"
        hidden = "".join(a if b == "*" else " " for a, b in zip(text, CODEC.shown(text), strict=True)).split()
        if hidden:
            yield f"~ {' '.join(hidden)}"
        for one in understand(text):
            yield f"  {_seen(text, one)}"
        yield from told(text, "request")


def _seen(source: str, one: Written) -> str:
    parts = one.parts
    asked = type(one.received.operation).__name__ if one.received.operation is not None else "-"
    said = []
    for given in parts.given:
        text = one.texts[given.name].text if given.name in one.texts else given.value.text
        span = given.value.span()
        written = source[span.start : span.end]
        value = "~" if given.is_secret else text if text == written else f"{text} <{written}>"
        said.append(f"{given.name}={value}{'?' * (given.name in one.opaque)}")
    said += [f"@{name}" for name in parts.files]
    where = f"{parts.form} {parts.method} {parts.scheme}:{parts.host}{parts.path}"
    return shown(f"{where} {asked} {one.charset}{'!' * one.guessed} {', '.join(said)}{' ...' * parts.open}")


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
