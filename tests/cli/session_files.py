"""The files of the sessions."""

from __future__ import annotations

from urllib.parse import quote

from tests.cli import samples

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
    "said.request": (
        "https://smscentre.com/sys/send.php?login=LOGIN&psw=PASSWORD&phones=79990000000&charset=windows-1251&fmt=3"
        "&mes=Привет"
    ).encode("windows-1251"),
    "many.menu": "Hi {menu: Press 1, 2 or 3.\n"
    + "".join(f"{key}: sms:7999000000{key},S,Hi\n" * count for key, count in ((1, 12), (2, 13), (3, 14)))
    + "9: end}",
    "many.call": "menu: many.menu\n> hear ...\n> hear ...\n< 1\n> leave\n< 2\n> leave\n< 3\n> leave\n",
    "deep.menu": "Hi {menu: Press 1 or 2\n#: start\n1: Press 2\n12: x\n2: end}",
    "also.menu": "Hi {menu: Press 1 or 2\n#: start\n1: x\n1: sms:79990000001,S,Hi\n2: end}",
    "flat.menu": "Hi {menu: Press 1 or 2\n#: start\n1: x\n2: end}",
    "push1251.txt": '{"as": "push", "service": {"type": "si", "href": "http://a", "text": "Ё"}}'.encode(
        "cp1251"
    ),
    "part.menu": "Hi {menu: Press 1\n2: end}",
    "info.menu": samples.INFO,
    "warning.menu": samples.WARNING,
    "error.menu": samples.ERROR,
    "fixable.menu": samples.FIXABLE,
    "unclosed.menu": samples.UNCLOSED,
    "clean.menu": samples.CLEAN,
    "menu.request": "https://smscentre.com/sys/send.php?login=LOGIN&psw=PASSWORD&phones=79990000000&call=1&charset=utf-8"
    "&mes=" + quote(samples.FIXABLE + "\u200b"),
    "secret.request": "https://smscentre.com/sys/send.php?login=alex&psw=hunter22&phones=79990000000&call=1"
    "&charset=utf-8&mes=" + quote(samples.FIXABLE),
    "hand.baseline": '{"version": 1, "findings": {"error.menu": {"IVR104:50ca6549a1fe\\u0035df0": 3, "IVR105:00": 1},\n'
    '"gone.menu" : {"IVR105:00" : 2}}}',
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
#: What stands in a folder of its own, for walks.
DEEP = {
    "in/a.menu": samples.WARNING,
    "in/b.txt": "x",
    "in/pyproject.toml": "[tool.other]\nselect = 1\n",
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
