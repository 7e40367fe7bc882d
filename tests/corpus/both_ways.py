"""Texts of menus by which rules are tried both ways: what they tell, and what looks alike and is not told.

`small.py` says what is told of them. Items stand in its `menu`, flows in its `flow`.
"""

from __future__ import annotations

from smsc_codec.linter.causes import HIDES

#: Items, with what stands behind them.
ITEMS = (
    "2: call:79990000000 record ok:end record", "2: call:79990000000 er:nowhere", "2: call:79990000000 er:desk",
    "2: call:79990000000 er:desk wiat=20", "2: call:79990000000 wiat=300", "2: call:79990000000 er:desk err:nowhere",
    "2: sms:$phone,Shор,Hi", "2: sms:$phone,ShорShорShор,Hi", "2: sms:$phone,Магазин,Hi",
    "2: sms:$phone,ShopShopSho,Hi", "2: sms:$phone,ShopShopShop,Hi", "2: sms:$phone,123456789012345,Hi",
    "2: sms:$phone,+123456789012345,Hi", "2: sms:$phone,1234567890123456,Hi", "2: sms:$phon,Shop,Hi",
    "2: sms:$phone,Shop,Call $PHONE or $phone, $phonee; $x", "2: sms:$phone,Shop,Pay $5 or $ 5 to ${phone}",
    "2: sms:$phone,Shop,Call $phone, $phone! $nobody.", "2: https://a.ru/?p=$phone", "2: Call $phone now, ${phone}",
    "2: sms:79990000000,$phone,Hi", "2: sms:$phone", "2: Pay $5",
    "2: https://[::1]/ivr", "2: https://[::1]:8080/ivr?a=b", "2: https://[abc]/x", "2: https://x.example.:443?a=b",
    "2: https://x.example#a/b:c", "2: https://x-y/", "2: https://-x.example/", "2: https://x..example/",
    "2: https://me@пример.рф:443#a", "2: https://x.example:port/", "2: https://x.example:/", "2: https://",
    "2: https:///x", "2: https://exаmple.ru/x", "2: https://a.ru/«a–b»", "2: url https://a.ru", "2: url:a.ru/x",
    "2: url x",
    "2: URL: a.ru", "2: url", "2: see https://a.ru/x now", "2: https://a.ru/x now", "2: htttp://a.ru/x now",
    "2: HTTPS://a.ru/x", "2: Http://a.ru", "2: https:a.ru/x", "2: //a.ru/x", "2: /ivr", "2: sip://x", "2: www.a.ru",
    "2: a.ru", "2: a.ru:80/x", "2: htp://a.ru/x", "2:\n  https://a.ru/x", "2: a.ru\\x", "2: https://a.ru/x\n  and more",
    "2: https:\\\\a.ru\\x", "2: http:a.ru", "2: gopher:a.ru", "2: gopher://x", "2: abcdefg://x",
    "2: https:now", "2: hxxp://a.ru", "2: htp://a.ru/x>y", "2: url: see x", "2: `[x`", "2: <b>[x] y</b>",
    "2: sms:$phone,My Shop,Hi", "2:\n2:", "2: Sales\n  more\n  and more", "record: Leave a message.",
    "2: call:79990000000 err:record\nrecord: Sorry.", "2: call:79990000000 err:end\nendtext: a\nendlabel: b\nend: c",
    "2: Sales\n11\u200b: Tea.", "2: Sales\ndes\u200bk: Sorry.", "2: Sales\n\u200b3: end", "2: Sales\ndeskа: end",
    "2: <menu: tea", "2: wait=10", "2: sms=$phone", "2: call;", "2: redirect:", "2: end; 3: end", "2: goto:1",
    "2: end 5;",
    "2: exit: 5", "2: say= hello", "2: cll: +79990000000", "2: bck: 5", "2: repeat: menu", "2: START:",
    "2: calls: ours",
    "2: recor: 30", "2: smss: $phone,Shop," + "x" * 60, "2: smff:79990000000,Shop," + "x" * 38, "2: send:79990000000",
    "2: smff;79990000000,Shop," + "x" * 39, "2: caall:30", "2: recxred:79990000000", "2: sms=x", "2: cald: x",
    "2: END= bye",
    "2: record ", "2: URL", "2: transfer", "2: Startend", "2: end.", "2: end, now", "2: ending now", "2: record! it",
    "2: call:88005550000", "2: call:88105550000", "2: call:7495123000", "2: call:44207946000",
    "2: call:+8 812 000-00-00",
    "2: call:8812 000-00-00", "2: call:+7-812-000-00-00", "2: call:74951230001,7495123000", "2: sms:0999,Shop,Hi",
    "2: sms:(999) 000-00-00,Shop,Hi", "2: sms:79990000000 79990000001,Shop,Hi",
    "2: sms:79990000000 79990000000,Shop,Hi",
    "2: sms:12345,Shop,Hi", "2: sms:79990000000 5,Shop,Hi", "2: sms:123456789 123456788,Shop,Hi",
    "2: sms:1234567890 1234567891,Shop,Hi",
)  # fmt: skip
#: Flows: all items of a menu.
FLOWS = (
    "\n".join(f"{key}: call:7495123000{key} err:nowhere" for key in range(1, 7)), "0: call:74951230001 err:x",
    "1: call:74951230001 err:nowhere\n" + "\n".join(f"{key}: end" for key in (*range(2, 10), 11, 12, 13)),
    "1: call:74951230001 err:nowhere\n" + "\n".join(f"{key}: end" for key in (*range(2, 10), 11, 12, 13, 14)),
    "1: call:79990000001,\n21: Deep.\nlost: Nobody.", "1: Sales.\n21: call:79990000001,",
    "1: call:79990000001,\n2: Press 1.\n21: Tea.",
    "1: end\n1: call:74951230001 err:2\n2: call:74951230002 err:1",
    "1: end\n11: Never.\n111: Never.", "1: call:74951230001 err:busy\nbusy1: Wait.\nbusy2: Sorry.\n2: end",
    *("\n".join(f"a{n}: call:74951230001 err:a{n + 1 if n < last else 1}" for n in range(1, last + 1))
      + "\n1: call:74951230001 err:a1\n2: end" for last in (10, 11, 21)),
    "1: Press 1.\n11: Press 1.\n111: Tea.\n2: end",
    "1: Press 1.\n11: call:74951230001 err:pool\n2: Press 1.\n21: call:74951230002 err:pool\n"
    "pool: call:74951230003\n3: end", "1: Press 1.\n11: call:74951230001 err:sorry\nsorry: Nobody.\n2: end",
    "1: call:79990000001,\n2: Press 1.\n21: call:74951230001 err:sorry\nsorry: Nobody.",
    "1: call:74951230001 err:211\n211: Deep.\n*: back\n3: end", "1:\n11: Tea.\n2: end",
    "1: https://a.ru/x\n11: Tea.\n2: end", "1: https://a.ru/x\n11: Tea.\n2: end\nerr: No such key.",
    "1: https://a.ru/x\n11: Tea.\n2: call:79990000001,",
    "0: repeat\n1: sms:$phone,Shop,Hi\n1: Press 1.\n11: Bus.\n2: end",
    "0: sms:$phone,Shop,Hi\n0: repeat\n1: Press 1.\n11: Bus.\n2: end",
    "*: repeat\n#: repeat\n1: sms:$phone,Shop,Hi\n1: Press 1.\n11: Bus.\n2: end",
    "3: repeat\n1: Press 3 for an SMS.\n13: sms:$phone,Shop,Hi\n2: end", "0: repeat\n1: sms:$phone,Shop,Hi\n2: end",
    "0: repeat\n1: sms:$phone,Shop,Hi\n1: Press 1.\n11: Bus.\n2: call:79990000001,",
    "1: call:74951230001 err:tape\n2: Press 1.\n21: call:74951230002 err:tape\ntape: We will call you back.\n"
    "tape: record: 30\ntape: call:74951230003", "1: record: 30\n1: We will call you back.\n1: call:74951230001",
    "1: We will call you back.\n1: record: 30\n1: Thanks.\n1: call:74951230001\n2: end",
    "1: We will call you back.\n1: record: 30\n1: call:74951230001\n2: call:79990000001,",
    "1: Speak.\n1: record: 30\n1: call:74951230001\n2: end",
    "1: call:74951230001 er:sorry\n2: call:74951230002\nsorry: Nobody.",
    "1: call:74951230001 wait=20 ok:end err:sorry\n1: Never.\n1: Never again.\nsorry: Nobody.",
    "1: Tea.\n2: end\n1: Milk.", "1: Tea.\n1: Milk.\n2: end\n1: Juice.\n1: Water.",
    "1: Press 1, star to go back.\n11: Tea.\n2: end", "1: Press 1, star to go back.\n11: Tea.\n*: back\n2: end",
    "1: call:74951230001 err:sorry\n2: end\nsorry: Press 5 to leave.", "1: Press 5.\n1: end\n2: end",
    "1: Press 2 for tea, 1 for milk.\n2: end", "1: Press 1 for 3 teas, 2 for milk.\n11: Tea.\n12: Milk.\n2: end",
    "1: Press 1 or three.\n11: Tea.\n2: end\n3: Milk.", "1: Press 2 for tea, 1 for milk.\n12: Tea.\n11: Milk.\n2: end",
    "1: Press 1 for tea, 0 to hear this again.\n11: Tea.\n0: repeat\n2: end",
    "\n".join(f"{key}: Tea." for key in range(1, 10)) + "\n0: end",
    "\n".join(f"{'1' * n}: Press 1." for n in range(1, 22))
    + f"\n{'1' * 22}: call:74951230001 err:x\nx: Sorry.\n2: end",
    "1: record: 5\n1: Press 1.\n11: call:74951230001 err:x\nx: Sorry.\n2: end",
    "1: call:74951230001 err:2\n1: call:74951230002 err:3\n2: call:74951230003\n3: call:74951230004 err:1",
    "1: call:74951230001 err:2\n2: call:74951230002 err:3\n2: call:74951230002 err:1\n3: call:74951230004",
    "1: end\n1: call:74951230001 err:1\n2: end", "1: call:74951230001\n2: end\nerr: Nobody.",
    "1: call:74951230001 err:lost\n2: end\nlost: call:74951230002",
    "1: call:74951230001 record\n2: call:74951230002 wait=200\nlost: Nobody.",
)  # fmt: skip
#: What most of these texts would be told of besides.
NOISE = ["IVR005", "IVR111", "IVR115", "IVR204", "IVR208", "IVR303", "IVR305"]
#: Items behind which callers stay.
LEAVES = ("0: repeat\n1: sms:$phone,Shop,Hi\n2: end", "1: Press 5 for tea.\n2: end")
#: What is mostly not told, since it follows from something else, is seen where that is not told.
HIDDEN: dict[str, object] = {"ignore": [*HIDES, *NOISE]}
#: What is recorded, and who knows of it; handlers.
RECORDINGS = (
    "1: <file 1>\n1: record: 30", "1: <file 1>\n11: Tea.\n2: end", "1: call:74951230001,\n11: Tea.\n2: end",
    "1: record: 30", "1: This is recorded.\n1: record: 30", "1: record: 30\n1: This is recorded.", "1: record",
    "1: record: x",
    "1: It is recorded, press 1.\n11: record: 30\n12: record: 20",
    "1: Recorded.\n1: call:74951230001 err:tape\ntape: record: 30",
    "1: call:74951230001\n2: call:74951230002 record", "1: Чтобы записаться, ждите.\n1: record: 30", "1: http://a.ru/x",
    "1: call:74951230001,\n1: record: 30",
    "1: Monitored.\n1: call:74951230001 err:a\na: call:74951230002 err:b\nb: record",
    "1: Recorded.\n1: call:74951230001 err:2\n2: call:74951230002 err:1 record",
    "1: Bye.\n1: record: 30\n1: record: 20",
    "1: htp://a.ru/x", "1: http://a.ru or so", "1: http//a.ru", "1: https://a.ru/x",
)  # fmt: skip
#: How long a call takes at the most, by `max-call-seconds`: a minute.
LENGTHS = (
    "1: https://a.ru/x\n1: record: 59\n2: end",
    "1: record: 57\n2: end", "1: record: 58\n2: end", "1: record: 59\n2: end", "1: record\n1: record\n2: end",
    "1: call:74951230003 wait=50 err:2\n2: call:74951230003 wait=9", "1: end\n1: record: 100\n2: end",
    "1: call:74951230003 wait=50 err:2\n2: call:74951230003 wait=8",
    "\n".join(f"a{n}: call:74951230003 wait=10 err:a{n + 1}" for n in range(1, 11))
    + "\na11: Bye.\n1: call:74951230003 err:a1",
    f"1: {'Я' * 100}\n2: end", f"1: {'Я' * 101}\n2: end", "1: call:442079460000\n2: call:74951230003",
    "\n".join(f"{n}: call:{','.join(f'749512300{n}{m}' for m in range(1, 10))}" for n in (1, 2, 4)),
)  # fmt: skip
#: Ways out of a menu.
ENDINGS = (
    "0: repeat\n1: end\n2: end", "#: start\n1: end\n2: end", "1: end\n2: end",
    "1: Sales.\n2: Press 1.\n21: end",
    "1: Press 1.\n11: Press 1 for tea.\n111: end\nerr: No such key.\nerr: end",
)  # fmt: skip
LIMITS: dict[str, object] = {
    "max-ending-keys": 2, "max-ending-seconds": 2, "wrong-key": "leave", "silence": "leave", "ignore": NOISE,
}  # fmt: skip
#: Whole texts.
MENUS = (
    "Hi\n\n{menu: Sales - 1, help - 2, jobs - 3.\n1: Sales.\n2: end}\n", "Hi\n\n{menu: Sales - 1, help - 2.\n1: end}\n",
    "Hi\n\n{menu: Tea - 1, milk - 2, jam - 3, ham - 4.\n1: Tea.\n2: end}\n",
    "<file 1>\n\n{menu: Press 1.\n1: Tea.\n2: end}\n",
    "Hi\n\n{menu: <file 1>\n1: Tea.\n2: end}\n", "Hi, we record.\n\n{menu: Press 1.\n1: record: 30\n1: end}\n",
    "Hi\n\n{menu: Press 1 to be recorded.\n1: record: 30\n1: end}\n",
    "Hi\n\n{menu: 1 - sales, 2 - support, 3 - jobs.\n1: Sales.\n2: end}\n",
    "Hi\n\n{menu: 1 - sales, 2 - support.\n1: end}\n",
    "Hi\n\n{menu: 1 - tea, 2 - milk, 3 - jam, 4 - ham.\n1: Tea.\n2: end}\n",
    "Hi\n\n{menu: Press 2 for tea, 1 to leave.\n1: end\n2: Tea.}\n",
    "Press 2 for tea.\n\n{menu: Press 1 to leave.\n1: end\n2: Tea.}\n",
    "Hi\n\n{menu: Press 1 to leave, 0 to hear this again, 2 for tea.\n1: end\n2: Tea.\n0: repeat}\n",
    "Привет {меню: Нажмите 2.\n2: end}\n\n{menu: Press 1 to leave.\n1: end}\n", "Hi\n\n<menu: Press 1.\n1: Tea\n",
    "Hi (menu) and menu: here.\n\n{menu: Press 1 to leave.\n1: end}\n", "Hi\n\n<menu: Press 1 } to leave.\n1: end>\n",
    "Hi\n\n{menu: Press 1 :}\n1: Tea.}", "Hi\n\n{menu: Press 1 :}\n1: Tea.\n2: end}\nBye!\n",
    "Hi\n\n{menu: Press 1 to leave.\n1: end}\n\nBye }\n2: Tea.\n",
    "Hi\n\n{menu: Press 1 to leave.\n1: end}\n\nBye }\n2: end}\n",
    *(f"Hi\n\n{{menu: Press 1 to leave, 2 for all.\n1: end\n2: {'x' * (n - 51)}}}" for n in (900, 901, 1000, 1001)),
    f"Hi\n\n{{menu: Press 1 to leave, 2 for all.\n1: end\n2: {'x' * 949}}}y", "x" * 1001,
    f"Hi\n\n{{menu: Press 1 to leave.\n1: end}}\n{'x' * 900}\n~~~\n{'y' * 200}",
    "Hello!\n\n{menu: Press 1.\n1: Tea.}\n \n", "Hello!\n\n{menu: Press 1.\n}\n\nBye!\n",
)  # fmt: skip
