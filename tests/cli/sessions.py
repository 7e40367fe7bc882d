"""Commands in a folder, with all that they print. Writes sessions.txt anew: read the difference.

    python -m tests.cli.sessions

Behind `$` are the exit code and the command, behind `!` what it says beside its output. In a command `<<` comes before
its standard input, where `\\n` is a line's end; `cat` shows a file.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.cli import samples
from tests.cli.conftest import Done, called

PATH = Path(__file__).with_name("sessions.txt")
_SHOP = (
    "Hello!\n\n{menu: Press 1 for sales, 2 for news, 9 to leave.\n"
    "1: call:79990000000,79990000001 wait=10 ok:end err:no\n"
    "2: News. Press 1 to go on.\n21: record: 5\n*: back\n9: end\nno: Busy}\n\nBye!"
)
FILES: dict[str, str | bytes] = {
    "shop.menu": _SHOP,
    "other.menu": _SHOP.replace("9: end", "9: end\n0: repeat")
    .replace("79990000001", "79990000002")
    .replace("no:", "busy:")
    .replace("err:no", "err:busy"),
    "words.menu": _SHOP.replace("Busy", "All busy"),
    "trap.menu": "{menu: Press 1.\n1: Press 2\n12: x}",
    "broken.menu": "Hi {menu: Press 1\n1: call:bob\n2: end",
    "info.menu": samples.INFO,
    "warning.menu": samples.WARNING,
    "error.menu": samples.ERROR,
    "fixable.menu": samples.FIXABLE,
    "unclosed.menu": samples.UNCLOSED,
    "clean.menu": samples.CLEAN,
    "a.sms": "Hello\n",
    "list.mailing": "79990000000:Hi\n79990000000:Hi\n8 999 000 00 01:Ho\n",
    "good.call": 'menu: shop.menu\n> hear "Hello!"\n> hear ...\n< 9\n> leave "Bye!"\n',
    "bad.call": 'menu: shop.menu\n> hear "Hullo!"\n< 1\n> call 79990000005\n< no answer\n> leave\n',
    "odd.call": "menu: shop.menu\n> dance\n",
    "lost.call": "menu: none.menu\n> leave\n",
    "alone.call": "> leave\n",
    "t.csv": "key,text,number\n1,Sales,79990000000\n2,We are open daily.,\n",
    "twice.csv": "key,key\n1,2\n",
    "wide.csv": "key,text\n1,a,b\n",
    "column.csv": "key,text,nmber\n1,a,2\n",
    "far.csv": "key,text,colour\n1,a,2\n",
    "quote.csv": 'key,text\n1,"a\n',
    "empty.csv": "",
    "t.pdf": "",
    "t.json": '{"greeting": "Hi", "items": [{"key": 1, "name": "sales", "number": [79990000000, "8 999 000-00-01"]}]}',
    "float.json": '[{"key": 1.0, "text": "a"}, {"key": 2.5, "text": "b"}]',
    "true.json": '[{"key": true}]',
    "rows.json": '["a"]',
    "text.json": '"a"',
    "odd.json": '{"itms": []}',
    "items.json": '{"items": 1}',
    "half.json": '[{"key": 1',
    "same.json": '[{"key": 1, "Key": 2}]',
    "nokey.json": '[{"text": "a"}]',
    "request.json": '{"type": "send", "phones": {"items": [{"type": "phone", "number": "79990000000"}]}, '
    '"message": {"text": "Ёж & Co"}}',
    "balance.json": '{"type": "get-balance"}',
    "push.txt": "http://a.ru\nПривет\n".encode("windows-1251"),
    "nul.menu": b"a\0b",
    "nul16.menu": "\ufeffab\0".encode("utf-16-le"),
    "first16.menu": "\ufeff\0".encode("utf-16-be"),
    "odd16.menu": "\ufeffab".encode("utf-16-le")[:-1],
    "mark.menu": ("\ufeff" + samples.INFO).encode(),
    "wide.menu": samples.INFO.encode("utf-16"),
    "silent.menu": "{menu: <file 1>\n1: end}",
    "cyrillic.menu": "Привет {menu: Нажмите 1\n1: end}".encode("windows-1251"),
    "cyrillic.call": 'menu: cyrillic.menu\n> hear "Привет"\n> hear ...\n< 1\n> leave\n'.encode(
        "windows-1251"
    ),
}
#: A push to the port of WAP push, of an indication in XML.
_PUSH = (
    "0605040B8423F0"
    "000601AD" + b'<?xml version="1.0"?><si><indication href="http://a.ru">Hi</indication></si>'.hex().upper()
)
#: What stands in a folder of its own, for walks.
DEEP = {
    "in/a.menu": samples.WARNING,
    "in/b.txt": "x",
    "in/drafts/c.menu": samples.ERROR,
    "in/.gitignore": "drafts/\n",
    "in/none/d.txt": "x",
    "in/hidden/.gitignore": "*.menu",
    "in/hidden/e.menu": samples.ERROR,
}
CONFIG = """\
[per-file-ignores]
"warning.menu" = ["IVR303"]
"clean.menu" = ["IVR104"]
[severity]
IVR113 = "warning"
"""
COMMANDS: dict[str, tuple[str, ...]] = {
    "menu new": (
        *(f"menu new --from {name} -" for name in FILES if name.endswith((".csv", ".json", ".pdf"))),
        "menu new --from none.csv -",
        "menu new shop.menu",
        "menu new no/shop.menu << Hi\\n1\\nsales\\n\\n79990000000\\n\\nBye\\n",
        "menu new made.menu << Hi\\n1\\nsales\\n\\n79990000000; 8 999 000 00 01\\n\\nBye\\n",
        "cat made.menu",
        "menu new - <<",
        "menu new --wait 0 --greeting Hey --goodbye 'See you' --language ru --from t.csv -",
    ),
    "menu play": (
        "menu play shop.menu << 1\\nno answer\\n7\\n2\\n1\\nrecorded\\nsilence\\n9\\n",
        "menu play shop.menu << # remark\\n> leave\\n< 2\\n1\\nnonsense\\n9 9\\n",
        "menu play none.menu",
        "menu play a.sms",
        "menu play -",
        "menu play broken.menu << 2\\n",
        "menu play --record a.call shop.menu << 9\\n",
        "cat a.call",
        "menu play --record a.call shop.menu << 9\\n",
        "menu play --silence leave --record b.call shop.menu << silence\\n",
        "cat b.call",
        "menu play --wrong-key leave shop.menu << wrong key\\n",
        "menu play --config none.toml shop.menu",
    ),
    "menu test": (
        "menu test good.call",
        "menu test good.call bad.call odd.call lost.call alone.call none.call",
        "menu test --cover 100 good.call",
        "menu test --cover 33.3 good.call bad.call",
        "menu test --cover 7 good.call",
        "menu test --update bad.call",
        "cat bad.call",
        "menu test in",
        "menu test cyrillic.call",
        "menu test - << > leave\\n",
        "menu test - << menu: shop.menu\\n> hear ...\\n> hear ...\\n< 9\\n> leave\\n",
        "menu test --junit no/x.xml good.call",
        "menu test --config none.toml good.call",
    ),
    "menu explore": (
        "menu explore shop.menu",
        "menu explore --price 2.5 --silence leave shop.menu",
        "menu explore --policies shop.menu",
        "menu explore trap.menu",
        "menu explore --policies trap.menu",
        "menu explore broken.menu",
        "menu explore a.sms",
        "menu explore none.menu",
        "menu explore --price -1 shop.menu",
        "menu explore --price 0 silent.menu",
        "menu explore --price 999999.99 silent.menu",
        "menu explore --price 1000000 silent.menu",
        "menu explroe shop.menu",
        "menu nonsense shop.menu",
        "lnit shop.menu",
        "nonsense shop.menu",
        "menu explore --lang ru --price 3 --policies shop.menu",
        "menu explore --format json trap.menu",
        "menu explore - << {menu: Press 1\\n1: end}",
    ),
    "menu diff": (
        "menu diff shop.menu shop.menu",
        "menu diff shop.menu words.menu",
        "menu diff shop.menu other.menu",
        "menu diff --format markdown shop.menu trap.menu",
        "menu diff --format json shop.menu other.menu",
        "menu diff --policies shop.menu trap.menu",
        "menu diff shop.menu broken.menu",
        "menu diff shop.menu none.menu",
        "menu diff --format json shop.menu broken.menu",
        "menu diff --silence leave trap.menu shop.menu",
        "menu diff cyrillic.menu shop.menu",
        "menu diff shop.menu",
        "menu diff - -",
        "menu diff --config none.toml shop.menu shop.menu",
        "menu diff --lang ru trap.menu shop.menu",
        "menu same shop.menu words.menu",
        "menu same shop.menu other.menu",
        "menu same shop.menu none.menu",
        "menu same broken.menu broken.menu",
        "menu same - -",
        "menu same --config none.toml shop.menu shop.menu",
        "menu same --lang ru --after-leaf leave shop.menu words.menu",
    ),
    "menu graph": (
        "menu graph --format mermaid shop.menu",
        "menu graph --format dot --title T broken.menu",
        "menu graph -o x.dot trap.menu",
        "cat x.dot",
        "menu graph -o no/x.svg trap.menu",
        "menu graph a.sms",
        "menu graph none.menu",
    ),
    "lint": (
        "lint error.menu warning.menu info.menu clean.menu",
        "lint --format concise error.menu warning.menu info.menu fixable.menu unclosed.menu none.menu",
        "lint --fail-on error warning.menu",
        "lint --fail-on info info.menu",
        "lint --fail-on never error.menu",
        "lint --severity IVR104=info --severity IVR303=error --format concise error.menu warning.menu",
        "lint --severity IVR104 error.menu",
        "lint --severity IVR104=bad error.menu",
        "lint --severity XYZ=info error.menu",
        "lint --select IVR1 --format concise error.menu warning.menu info.menu",
        "lint --select IVR999 error.menu",
        "lint --ignore err-loop,IVR113 --format concise error.menu warning.menu info.menu",
        "lint --profile pedantic --format concise clean.menu",
        "lint --statistics --format concise error.menu warning.menu info.menu",
        "lint --explain-kind error.menu a.sms list.mailing good.call t.csv t.json none.menu",
        "lint --as sms --explain-kind t.csv",
        "lint --as nonsense t.csv",
        "lint --show-files in",
        "lint --no-gitignore --show-files in",
        "lint --show-files .",
        "lint in/none",
        "lint in/hidden",
        "lint --no-gitignore --format concise in/hidden",
        "lint --format concise ./in/../in/a.menu",
        "lint --fail-on never in/none",
        "lint none",
        "lint --stdin-filename x.menu --format concise - << {menu: Press 1\\n1: ende}",
        "lint --format concise - << {menu: Press 1\\n1: ende}",
        "lint --as mailing --format concise - << 79990000000:Hi\\n79990000000:Hi\\n",
        "lint --format concise cyrillic.menu",
        "lint -q --format concise cyrillic.menu",
        "lint --encoding utf-8 cyrillic.menu",
        "lint --encoding windows-1251 --format concise cyrillic.menu",
        "lint --lang ru --format concise error.menu warning.menu info.menu none.menu",
        "lint --format concise nul.menu nul16.menu first16.menu odd16.menu mark.menu wide.menu",
        "lint --encoding utf-8 --format concise mark.menu wide.menu",
        "lint --encoding nonsense error.menu",
        "lint --encoding utf-16 error.menu",
        "lint --config none.toml error.menu",
        "lint --jobs 2 --format concise error.menu warning.menu info.menu",
        "lint --jobs 0 error.menu",
    ),
    "lint --fix": (
        "lint --diff fixable.menu unclosed.menu clean.menu",
        "lint --diff --unsafe-fixes fixable.menu unclosed.menu clean.menu",
        "lint --fix --format concise fixable.menu unclosed.menu warning.menu",
        "cat fixable.menu",
        "lint --fix --unsafe-fixes --format concise fixable.menu unclosed.menu",
        "cat unclosed.menu",
        "lint --fix-only --unsafe-fixes list.mailing none.menu",
        "cat list.mailing",
        "lint --fix --stdin-filename x.menu - << Hello!\\n\\n{menu: Press 1 to leave.\\n1: END}\\n",
        "lint --fix --diff clean.menu",
        "lint --fix-only -o x.txt clean.menu",
        "lint --unsafe-fixes clean.menu",
    ),
    "lint, what is known": (
        "lint --baseline b.json --update-baseline error.menu warning.menu",
        "lint --baseline b.json --format concise error.menu warning.menu info.menu",
        "lint --baseline b.json --format concise fixable.menu",
        "lint --baseline none.json error.menu",
        "lint --baseline shop.menu error.menu",
        "lint --baseline empty.csv error.menu",
        "lint --baseline in error.menu",
        "lint --update-baseline error.menu",
        "lint --add-ignores error.menu warning.menu",
        "cat smsc-codec.toml",
        "lint --format concise error.menu warning.menu",
        "lint --add-ignores clean.menu",
        "lint --isolated --format concise error.menu warning.menu",
        "lint --isolated --config smsc-codec.toml error.menu",
        "lint --isolated --add-ignores error.menu",
    ),
    "lint, reports": (
        "lint -o x.txt --report json:x.json --format concise error.menu warning.menu",
        "cat x.txt",
        "cat x.json",
        "lint --report nonsense:x error.menu",
        "lint --report json error.menu",
        "lint --report json:x.txt -o x.txt error.menu",
        "lint -o error.menu error.menu",
        "lint -o no/x.txt error.menu",
        "lint --format nonsense error.menu",
    ),
    "lint, configured": (
        "configure",
        "lint --format concise",
        "lint --format concise error.menu warning.menu info.menu clean.menu",
        "lint --lang ru --format concise warning.menu clean.menu",
        "lint warning.menu",
    ),
    "lint, configurations": (
        "configure 'selct = []'",
        "lint --format concise error.menu",
        "configure 'colour = 1'",
        "lint --format concise error.menu",
        'configure \'fail_on = "error"\'',
        "lint --format concise error.menu",
        'configure \'select = "IVR1"\'',
        "lint --format concise error.menu",
        "configure 'select = [1]'",
        "lint --format concise error.menu",
        'configure \'select = ["IVR999"]\'',
        "lint --format concise error.menu",
        'configure \'ignore = ["IVR303@4"]\'',
        "lint --format concise error.menu",
        'configure \'profile = "strict"\'',
        "lint --format concise error.menu",
        'configure \'fail-on = "none"\'',
        "lint --format concise error.menu",
        'configure \'format = "xml"\'',
        "lint --format concise error.menu",
        'configure \'lang = "de"\'',
        "lint --format concise error.menu",
        "configure 'gitignore = 1'",
        "lint --format concise error.menu",
        "configure 'menu = 1'",
        "lint --format concise error.menu",
        "configure 'menu.max-depht = 1'",
        "lint --format concise error.menu",
        'configure \'menu.max-depth = "3"\'',
        "lint --format concise error.menu",
        "configure 'menu.max-depth = -1'",
        "lint --format concise error.menu",
        "configure 'menu.max-depth = 1000000000'",
        "lint --format concise error.menu",
        "configure 'menu.max-depth = 999999999'",
        "lint --format concise error.menu",
        'configure \'menu.silence = "sleep"\'',
        "lint --format concise error.menu",
        "configure 'menu.characters-per-second = 0.5'",
        "lint --format concise error.menu",
        "configure 'men.max-depth = 1'",
        "lint --format concise error.menu",
        'configure \'kinds = {"*.x" = "menus"}\'',
        "lint --format concise error.menu",
        'configure \'kinds = {"*.x" = "menu"}\'',
        "lint --format concise error.menu",
        'configure \'kinds = {"*.x" = 1}\'',
        "lint --format concise error.menu",
        'configure \'severity = {IVR104 = "ignore"}\'',
        "lint --format concise error.menu",
        'configure \'severity = {IVR104 = "info", IVR105 = "bad"}\'',
        "lint --format concise error.menu",
        'configure \'severity = {IVR104 = "bad", IVR105 = "bad"}\'',
        "lint --format concise error.menu",
        'configure \'severity = {XYZ = "info"}\'',
        "lint --format concise error.menu",
        'configure \'severity = {ALL = "info", IVR104 = "warning", IVR1 = "error"}\'',
        "lint --format concise error.menu",
        'configure \'severity = {err-loop = "info", IVR104 = "warning"}\'',
        "lint --format concise error.menu",
        'configure \'per-file-ignores = {"*" = ["IVR999"]}\'',
        "lint --format concise error.menu",
        'configure \'per-file-ignores = {"*" = "IVR104"}\'',
        "lint --format concise error.menu",
        'configure \'per-file-ignores = {"*" = ["IVR104@"]}\'',
        "lint --format concise error.menu",
        'configure \'per-file-ignores = {"*" = ["IVR104@1", "no-exit"]}\'',
        "lint --format concise error.menu",
        'configure \'per-file-ignores = {"./error.menu" = ["IVR105"], "[e]rror.*" = ["IVR104"]}\'',
        "lint --format concise error.menu",
        'configure \'baseline = "none.json"\'',
        "lint --format concise error.menu",
        'configure \'include = ["*.txt"]\'',
        "lint --format concise error.menu",
        'configure \'exclude = ["error.menu"]\'',
        "lint --format concise error.menu",
        "configure 'select = ['",
        "lint --format concise error.menu",
        "configure ''",
        "lint --format concise error.menu",
        'configure \'select = ["ALL"]\\nignore = ["IVR"]\'',
        "lint --format concise error.menu",
        'configure \'select = ["IVR104"]\\nignore = ["ALL"]\'',
        "lint --format concise error.menu",
        'configure \'select = ["IVR1"]\\nignore = ["IVR104", "IVR115"]\'',
        "lint --format concise error.menu",
        'configure \'ignore = ["IVR105", "IVR1"]\'',
        "lint --format concise error.menu",
        'configure \'profile = "pedantic"\\nignore = ["IVR105"]\'',
        "lint --format concise error.menu",
        "configure 'select = [\"IVR999\"]'",
        "lint --lang ru --config smsc-codec.toml error.menu",
        "configure ''",
        "lint --select ALL --ignore IVR,LST --format concise error.menu",
        "lint --select IVR104@4 error.menu",
        "lint --select err-lop error.menu",
        "lint --select '' --format concise error.menu",
    ),
    "fmt": (
        "fmt --check shop.menu clean.menu broken.menu none.menu",
        "fmt --diff shop.menu",
        "fmt shop.menu a.sms",
        "cat shop.menu",
        "fmt --check shop.menu",
        "fmt - << {menu: Press 1\\n\\n1:end}",
        "fmt --as nonsense shop.menu",
        "fmt list.mailing",
    ),
    "parse and build": (
        "parse clean.menu",
        "parse --spans trap.menu",
        "parse broken.menu",
        "parse none.menu",
        "parse - << 79990000000:Hi",
        "parse --as mailing - << 79990000000:Hi",
        "parse --as schedule - << 9-21",
        "build --as schedule - << {",
        "build --as schedule - << []",
        'build --as schedule - << {"freq": 5}',
        'build --as schedule - << {"time": {"type": "window", "start": 9, "end": 21}}',
        "build --as nonsense - << {}",
        "build none.json",
        "schema nonsense",
        "rule IVR104",
        "rule err-loop --format markdown",
        "rule IVR104 --format json",
        "rule --lang ru IVR104",
        "rule IVR999",
        "rule nonsense",
        "rule xxx-loop",
        "rule xxxxloop",
        "rule SUP001",
        "rule SUP001 --format json",
        "rule SUP001 --format markdown",
        "rule BIN001 --format markdown",
        "rule BIN001 --lang ru",
    ),
    "parts": (
        "parts a.sms",
        "parts none.sms",
        "parts --maxsms 1 - << " + 170 * "a",
        "parts --charset koi8-r --reference 16 - << Привет — " + 70 * "я",
        "parts --graphemes - << " + 66 * "я" + "e\u0301" + 9 * "я",
        "parts --language turkish --language urdu - << ğ" + 200 * "a",
        "parts --json --maxsms 1 - << № " + 170 * "a",
        "parts --maxsms 0 - << a",
        "parts --lang ru - << Привет",
        "parts --lang ru --charset koi8-r --maxsms 1 - << Привет — " + 70 * "я",
        "parts --lang ru --maxsms 2 - << №" + 70 * "a" + "\\n~~~\\nremark",
        "parts --lang ru --language turkish --language urdu - << ğ" + 200 * "a",
        "parts - <<",
        "parts - << Hi\\n~~~\\nremark",
    ),
    "request and reply": (
        "request request.json",
        "request --to url request.json",
        "request --to http --method GET request.json",
        "request --to curl --charset koi8-r --fmt 3 --host http://127.0.0.1:8080 request.json",
        "request --rest request.json",
        "request --host nonsense request.json",
        "request --host http://x..y request.json",
        "request - << {",
        "request - << []",
        'request - << {"type": "nonsense"}',
        'request - << {"type": "send", "phones": {"items": []}, "message": {"text": "Hi"}}',
        "request balance.json",
        "request --to url --method GET balance.json",
        "request --charset windows-1251 --to http request.json",
        "request none.json",
        'reply - << {"id": 1, "cnt": 1}',
        "reply --fmt 0 - << OK - 1 SMS, ID - 1234",
        "reply --fmt 1 - << 1234,1",
        "reply --fmt 0 - << ERROR = 2 (authorise error)",
        "reply --to balance --fmt 0 - << 100.01",
        "reply --to status --all 1 --fmt 1 - << 1,1300000000,0",
        "reply --fmt 2 - << <result><id>1</id><cnt>1</cnt></result>",
        "reply --fmt 3 - << nonsense",
        "reply --fmt 3 - << HTTP/1.1 200 OK\\n\\n{}",
        "reply --fmt 3 - <<   <!DOCTYPE html><html>",
        "reply --fmt 1 - << <HTML>",
        "reply --fmt 3 - <<",
        'reply --fmt 3 - << {"error": "no", "error_code": 9, "id": 5}',
        "reply --to done --fmt 3 - << OK",
        "reply --to price --fmt 1 - << 1.40,1",
        "reply --fmt 4 - << x",
        "reply none.txt",
    ),
    "decode": (
        "decode a.sms",
        "decode - << a.sms",
        "decode 00:48",
        "decode '0x00 0x48'",
        "decode '\\x00\\x48'",
        "decode '\\x00H\\n'",
        "decode %00%48+",
        "decode '00 48 4'",
        "decode '00 4 48'",
        "decode 00:48:x",
        "decode 0048x",
        "decode 030C010541",
        "decode 020C",
        "decode 01",
        "decode --as udh 00",
        "decode --as udh 0041",
        "decode --as udh -",
        "decode --as dcs 4",
        "decode --as dcs 300",
        "decode --as pid 64",
        "decode --as pid 4040",
        f"decode {_PUSH}",
        f"decode --json {_PUSH}",
        f"decode {_PUSH[:-20]}",
        f"decode --lang ru {_PUSH[:-20]}",
        "decode --lang ru --as udh 0500",
        "decode --json --join 050003CC020148656C 050003CC030248656C",
    ),
    "encode": (
        'encode - << {"header": {}, "body": "' + 140 * "41" + '"}',
        'encode - << {"header": {}, "body": "' + 141 * "41" + '"}',
        "encode --as push --text push.txt",
        "encode --text push.txt",
        "encode --as push --text - << http://a.ru/\\nHi\\n",
        "encode - << {",
        "encode - << []",
        'encode - << {"as": "nonsense"}',
        'encode - << {"as": "dcs", "vlue": 1}',
        'encode - << {"body": "0g"}',
        'encode - << {"header": {}, "body": "0g"}',
        'encode - << {"header": {}, "body": "48656C6C6F", "pid": 1, "dcs": 4}',
        'encode - << {"header": {"elements": [{"type": "ports-16bit", "destination": 1, "source": 2}]}, "body": "00"}',
        'encode - << {"header": {"elements": [{"type": "ports-16bit", "destination": 70000, "source": 2}]}}',
        'encode - << {"header": {"elements": [{"type": "ports"}]}, "body": "00"}',
        'encode --as dcs - << {"group": "general"}',
        "encode --as push - << {}",
        'encode --as push - << {"service": {"type": "si", "href": "http://a.ru", "text": "Hi"}}',
        "encode none.json",
    ),
}  # fmt: skip


def lines(heading: str, call: Callable[..., Done]) -> Iterator[str]:
    """The lines of one session, in the current folder, which is the root of a repository."""
    for name, text in {**FILES, **DEEP}.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    yield f"== {heading}"
    for command in COMMANDS[heading]:
        words, given, stdin = command.partition(" <<")
        arguments = shlex.split(words)
        if arguments[0] == "configure":
            said = arguments[1].replace("\\n", "\n") if arguments[1:] else CONFIG
            Path("smsc-codec.toml").write_text(said, encoding="utf-8")
            yield from (f"# {line}".rstrip() for line in said.split("\n"))
            continue
        if arguments[0] == "cat":
            done = Done(0, Path(arguments[1]).read_bytes().decode(), "", b"")
        else:
            done = call(*arguments, stdin=stdin[1:].replace("\\n", "\n") if given else "")
        yield f"$ {done.code} {command}"
        for sign, text in (("  ", done.out), ("! ", done.err)):
            for line in text.splitlines():
                yield f"{sign}{line}".rstrip(" ").replace(os.getcwd(), "FOLDER")


def kept() -> dict[str, list[str]]:
    """The lines of each session as they were when they were last read."""
    sections = re.split(r"^(?=== )", PATH.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {one.partition("\n")[0][3:]: one.split("\n")[:-1] for one in sections}


def main() -> None:
    """Write all of it anew."""
    made = []
    for heading in COMMANDS:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            Path(".git").mkdir()
            made += lines(heading, called)
            os.chdir(PATH.parent)
    PATH.write_text("".join(f"{line}\n" for line in made), encoding="utf-8")


if __name__ == "__main__":
    main()
