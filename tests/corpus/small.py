"""Small texts in the languages, right and wrong: what each says, and what is told of it. Writes small.txt anew.

    python -m tests.corpus.small

Behind `|` is a text, behind `=` what it says. Lines of menus stand in a menu of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

import tests.corpus.understood as understood
from smsc_codec.linter.config import settings_from
from smsc_codec.payloads import codec
from tests.corpus import both_ways
from tests.corpus.make import HERE
from tests.corpus.small_more import (
    BINARIES,
    CALL,
    CUT,
    ENDS,
    EVENTS,
    MORE_CALLS,
    MORE_MAILINGS,
    MORE_MESSAGES,
    MORE_RECIPIENTS,
    MORE_SCHEDULES,
    MORE_VOICES,
    PUSHES,
    RAW,
    REAL_LINES,
    SENT,
    SIZED,
    SIZES,
    WAYS,
)
from tests.corpus.small_slips import (
    SLIPS_OF_MAILINGS,
    SLIPS_OF_MESSAGES,
    SLIPS_OF_RECIPIENTS,
    SLIPS_OF_SCHEDULES,
    SLIPS_OF_VOICES,
)
from tests.told import shown, told

PATH = HERE / "small.txt"
SCHEDULES = (
    "0101120000", "01.01.12 00:00", "time=0101120000&tz=3", "9-21", "0-24", "23-0", "24-1", "9-25", " 9 - 21 ",
    "9:00-21:00", "9:30-21", "9–21", "0", "01293840000", "1293840000", "+30", "30", "+", "3002120000", "2902120000",
    "2902110000", "3112120000", "3104120000", "0113120000", "0100120000", "0001120000", "3201120000", "0101122400",
    "0101122360", "0101122359", "01.02.2012", "1.2.12", "2012-02-01", "2012-02-01 10:30", "2012-02-01T10:30:59",
    "01/02/2012, 10:30", "31.02.2012", "01.02.1999", "01.02.2100", "2012-13-01", "tomorrow", "101120000",
    "010120120000", "1293840000000", "01293840000000", "12938400000000", "%2B30", "%2b1234567", "%2B12345678",
    "12345678", "1234567", "time=", "tz=", "tz=3", "tz=-3", "tz=+3", "tz=12", "tz=13", "tz=-14", "tz=x", "tz=1.5",
    "time=0&time=0", "period=", "period=0.1", "period=0.09", "period=720", "period=720.1", "period=0,5",
    "period=1000,5", "period=1.23456", "period=x", "freq=1", "freq=0", "freq=1440", "freq=1441", "freq=1.5",
    "valid=1", "valid=24", "valid=25", "valid=0", "valid=00:01", "valid=00:00", "valid=24:00", "valid=24:01",
    "valid=1:60", "valid=23:59", "valid=x", "tim=0", "tim=0&time=0", "perod=1", "colour=1", "period=1&freq=60",
    "period=1", "time=0&valid=1:00&tz=0", "tz=3\ntime=0", "", "period=24&freq=1440", "period=0.1&freq=7",
    "period=2&freq=120", "time=0101120000&period=2&freq=60", "time=9-21&tz=-5",
)  # fmt: skip
RECIPIENTS = (
    "79990000000", "+79990000000", "+7 999 000-00-00", "+7 (999) 000 00 00", "8 999 000 00 00", "89990000000",
    "+89990000000", "9990000000", "7999000000", "799900000000", "7 999", "G7", "g7", "G0", "G", "G-7", "a@b.ru",
    "A@B.RU", "@name", "#12", "#0", "79990000000,79990000001", "79990000000;79990000001", "79990000000 79990000001",
    "79990000000\n79990000001", "79990000000,", ",79990000000", "79990000000,,79990000001", "79990000000,a@b.ru",
    "79990000000,79990000000", "+79990000000,79990000000", "8 999 000-00-00, 79990000000", "", " ", "x",
    "79990000000x", "7999000000О", "1", "1234567", "123456", "123456789012345", "1234567890123456",
    "+44 (0)20 7946 0000", "0044 20 7946 0000", "442079460000", "380501234567", "3805012345678", "12025550111",
    "1202555011", "7.999.000.00.00", "7/999/0000000", "(999) 000-00-00", "79990000000/79990000001", "«79990000000»",
    "'79990000000'", "tel:79990000000", "+7-999-000-00-00", "+7_999", "٧٩٩٩٠٠٠٠٠٠٠", "2. 79990000000",
    "1) 79990000000", "79990000000:Hi",
)  # fmt: skip
MAILINGS = (
    "79990000001:Hi\na@b.ru:Hi", "a@b.ru:Hi\n79990000001:Hi", "a@b.ru:Hi\n79990000001:Hi\n79990000002:Ho",
    "a@b.ru:Hi\nc@d.ru:Ho\n79990000001:Hi", "a@b.ru,79990000001:Hi", "79990000000,Hi 5",
    "79990000000,Hi a@b", "79990000000,Hi there",
    "79990000000:Hi", "79990000000;Hi", "79990000000: Hi ", "Shop|79990000000:Hi", "Shop,2|79990000000:Hi",
    "Shop,+3|79990000000:Hi", "Shop,-12|79990000000:Hi", "Shop,13|79990000000:Hi", "Shop,x|79990000000:Hi",
    ",3|79990000000:Hi", "|79990000000:Hi", "Shop, 3 | 79990000000 : Hi", "LongSenderName|79990000000:Hi",
    "Имя|79990000000:Hi", "a@b.ru|c@d.ru:Hi", "79990000000,79990000001:Hi", "79990000000,79990000001;Hi",
    "79990000000:", "79990000000", "Hi", "79990000000 Hi", "79990000000,Hi", "79990000000\tHi", "79990000000-Hi",
    "79990000000=Hi", "79990000000:a\\nb", "79990000000:a\\n~~~\\nb", "79990000000:a\\n~~~\\n", "79990000000:~~~",
    "79990000000:Hi\n\n79990000001:Ho", "79990000000:Hi\r\n79990000001:Ho\r\n", "79990000000:Hi\n79990000000:Hi",
    "79990000000:Hi\n79990000000:Ho", "79990000000:Hi\n+79990000000:Hi", "8 999 000 00 00:Hi\n79990000000:Hi",
    "79990000000:Hi\nand more", "79990000000:Hi\n79990000001", "79990000000:Hi; 79990000001:Ho",
    "phone:text\n79990000000:Hi", "phones;message\n79990000000;Hi", "79990000000:\"Hi\"", "\"79990000000\";\"Hi\"",
    "79990000000;Hi;there", "G7:Hi", "@name:Hi", "# remark\n79990000000:Hi", "// remark\n79990000000:Hi",
    "1. 79990000000:Hi\n2. 79990000001:Ho", "Иван;79990000000;Hi", "Ivan:79990000000:Hi",
    "79990000000:{button,https://a.ru,Go}", "79990000000:<file 1>", "79990000000:__CALL__: Hi",
    "79990000000:{menu: Press 1 to leave.\\n1: end}", "79990000000:<menu: a\\n1: end>", "79990000000:Hi {name}",
    "79990000000:" + "x" * 801, "79990000000:" + "x" * 1001, "79990000000:Привет, мир", "", "\n",
    "\ufeff79990000000:Hi", "79990000000:a\tb", "79990000000 :Hi", "79990000000,:Hi", "79990000000 79990000001:Hi",
    "79990000000|Shop:Hi", "79990000000:Hi|Shop",
)  # fmt: skip
MESSAGES = (
    "&lt;file 1&gt; <file 2>", "<file 1&gt;", "&lt;file 1>",
    "Hi", "", " ", "__CALL__: Hi", "__CALL__:Hi", "__CALL__:", "__PING__", "__HLR__", "__PING__ x", "__SOC__: Hi",
    "__MAIL__: Hi", "__VIBER__: Hi {button,https://a.ru,Go}", "__WHATSAPP__: Hi", "__FLASH__: Hi", "__TG__: Hi",
    "Hi __CALL__: x", "__CALL__: a __SOC__: b", "Hi\n~~~\nnote", "Hi\n~~~\n", "Hi\n~~\nnote", "Hi\n~~~~\nnote",
    "~~~\nnote", "Hi ~~~ note", "<file 1>", "<file 0>", "<file 2>", "<file 1> <file 1>", "<file x>",
    "<file https://a.ru/1.jpg>", "<file http://a.ru/1.exe>", "<file a.ru/1.jpg>", "<file /upload/files/sms/a/b.jpg>",
    "<file /upload/x>", "<file 1", "file 1>", "{file 1}", "<File 1>", "&lt;file 1&gt;",
    "<file https://a.ru/1.jpg width=100 height=200>", "<file https://a.ru/1.jpg width=0>",
    "<file https://a.ru/1.jpg width=100px>", "<file https://a.ru/1.jpg colour=1>",
    "<file https://a.ru/1.jpg width=100 width=200>", "{button,https://a.ru,Go}", "{button,https://a.ru,}",
    "{button,,Go}", "{button,a.ru,Go}", "{button,https://a.ru,Go", "{Button,https://a.ru,Go}",
    "{button,https://a.ru,Go} {button,https://b.ru,Go}", "{button,tel:79990000000,Call}",
    "{button,tel:+7 999 000-00-00,Call}", "{button,https://a.ru," + "x" * 21 + "}", "{button,https://a.ru,a, b}",
    "{no_unsub}", "{NO_UNSUB}", "{nounsub}", "{name}", "Hi {NAME}", "Dear [name]", "%s", "Привет", "Прuвет", "зaказ",
    "a" * 160, "a" * 161, "я" * 70, "я" * 71, "a" * 801, "a" * 1001, "^" * 81, "a\u200bb", "a\u00a0b", "«Hi»", "Hi…",
    "a–b", "ÐŸ",
    "ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€", "Hi\x07",
    "code 1234", "https://bit.ly/x", "{menu: Press 1 to leave.\n1: end}", "\\n", "a\r\nb",
    "<b>Hi</b>", "&amp;", "{viber}", "<menu: x>", "__call__: Hi", "_CALL_: Hi", "CALL: Hi", "__CALL__ Hi",
    "__CALL__; Hi",
)  # fmt: skip
VOICES = (
    "m", "m2", "m3", "m4", "w", "w2", "w3", "w4", "w5", "W2", "M", "m5", "m1", "m0", "f", "x", "male", "woman",
    "m2,en", "m2,ru", "m2,EN", "m2, en", "m2,e", "m2,english", "m2,xx", ",en", "en", "20,10,3", "20, 10, 3", "5,10,0",
    "99,3600,9", "100,10,3", "20,3601,3", "20,10,10", "20,10", "20", "20,10,3,4", "20;10;3", "20s,10,3", "0,0,0",
    "9,10,3", "", "w2 ", "ｗ2", "ж",
)  # fmt: skip
CALLS = (
    CALL + '> hear "Hi" ...\n< 1\n> leave\n', CALL + "> hear Hi\n", CALL + "> hear “Hi”\n",
    CALL + '> hear "a "b" c"\n', CALL + '> hear "a\n', CALL + '> hear "a" "b"\n', CALL + '> hear "a" … "b"\n',
    CALL + "> hear\n", CALL + "> Hear ...\n", CALL + '> say "Hi"\n', CALL + '> hera "Hi"\n', CALL + "> dance\n",
    CALL + ">\n", CALL + "> 1\n", CALL + "> silence\n", CALL + "<\n", CALL + "< hear ...\n", CALL + "< 12\n",
    CALL + "< 1, 2\n", CALL + "< star\n", CALL + "< Silence\n", CALL + "< no_answer\n", CALL + "< busy\n",
    CALL + "< silense\n", CALL + "< ４\n", CALL + "< x\n", CALL + "< 1 # press\n", CALL + '> hear "Hi" # x\n',
    CALL + '> hear "Hi # x"\n', CALL + "hear ...\n", CALL + "... \n", CALL + "1\n", CALL + "#\n",
    CALL + "silence\n", CALL + "// x\n", CALL + "-- x\n", CALL + "; x\n", CALL + "speed: 1\n",
    CALL + "meny: x\n", CALL + "wrong-key: repeat\n", CALL + "wrong_key: repeat\n", CALL + "wrong-key:\n",
    CALL + "wrong-key: repaet\n", CALL + "wrong-key = repeat\n", CALL + "wrong-key: x\n", "menu:\n> leave\n",
    "Menu: a.menu\n> leave\n", CALL + "what is this\n", CALL + "> call 79990000000\n",
    CALL + "> call 79990000000 wait 30\n", CALL + "> call 79990000000 wait=30\n",
    CALL + "> call 79990000000 for 30\n", CALL + "> call\n", CALL + '> sms 79990000000 "Shop" "Hi"\n',
    CALL + "> sms\n", CALL + "> leave now\n", CALL + '> leave "Bye"\n', CALL + "> nothing x\n",
    CALL + "> nothing\n", CALL + "> record 30\n", CALL + "> record x\n", CALL + "> notify https://a.ru\n",
    CALL + "> notify x\n", CALL + "> unread\n", CALL + "> ..\n", CALL + "< 1\r\n> 2\r\n", CALL + "< 12\r\n",
    "> leave\n", "", "# only\n", CALL + CALL + "> leave\n", CALL + "silence: end\nsilence: end\n> leave\n",
)  # fmt: skip
#: Items of a menu that has an item 1, a label `desk` and an item `*`.
ITEMS = (
    "2: end", "2:end", "2 : end", "2: END", "2: end now", "2: The end", "2: end # leave", "2: end // x",
    "2: end -- x", "2: (end)", "2: 'end'", "2: ends", "2: edn", "2: en", "2: stop", "2: back", "2: repeat",
    "2: start", "*: end", "0: back", "#: repeat", "0: end", "2: назад", "2: call:79990000000", "2: call: 79990000000",
    "2: call 79990000000", "2: call79990000000", "2: Call:79990000000", "2: call:79990000000.",
    "2: call:+79990000000", "2: call:8 999 000 00 00", "2: call:79990000000 79990000001",
    "2: call:79990000000;79990000001", "2: call:79990000000, 79990000001", "2: call:79990000000,",
    "2: call:,79990000000", "2: call:", "2: call:x", "2: call:$phone", "2: call:$phon",
    "2: call:79990000000 wait=30",
    "2: call:79990000000 wait=121", "2: call:79990000000 wait=120", "2: call:79990000000 wait=0",
    "2: call:79990000000 wait=2m", "2: call:79990000000 wait=3m", "2: call:79990000000 wait=",
    "2: call:79990000000 wait 30", "2: call:79990000000 wait:30", "2: call:79990000000 wait=30 wait=40",
    "2: call:79990000000 ok:end", "2: call:79990000000 ok:end ok:end", "2: call:79990000000 ok:desk",
    "2: call:79990000000 ok:bye", "2: call:79990000000 err:desk", "2: call:79990000000 err:desk2",
    "2: call:79990000000 err:1", "2: call:79990000000 err:", "2: call:79990000000 err desk",
    "2: call:79990000000 err:desk err:desk", "2: call:79990000000 record", "2: call:79990000000 record wait=30",
    "2: call:79990000000 record:30", "2: call:79990000000 recrod", "2: call:79990000000 record=20",
    "2: call:79990000000 record 12345", "2: call:79990000000 err:end", "2: call:79990000000 colour=1",
    "2: call:79990000000,wait=30", "2: call:79990000000 WAIT=30", "2: call:79990000000 wait=30,ok:end",
    "2: dial 79990000000", "2: operator", "2: sms:79990000000,Shop,Hi", "2: sms:79990000000,,Hi",
    "2: sms:79990000000,Shop", "2: sms:79990000000,Hi", "2: sms:Shop,79990000000,Hi", "2: sms:$phone,Shop,Hi",
    "2: sms:$number,Shop,Hi", "2: sms: 79990000000, Shop, Hi, there", "2: sms:79990000000;Shop;Hi", "2: sms:",
    "2: sms:79990000000,ShopShopShopShop,Hi", "2: sms:79990000000,Shop,", "2: sms 79990000000,Shop,Hi",
    "2: sms:79990000000,79990000001,Shop,Hi", "2: record: 30", "2: record:30", "2: record: 0", "2: record: x",
    "2: record: 30s", "2: record: 1 min", "2: record", "2: record: 99999", "2: record 30", "2: rec: 30",
    "2: record: 30 seconds", "2: record: -1", "2: record: 1.5", "2: https://a.ru/x", "2: http://a.ru/x", "2: a.ru/x",
    "2: https://a.ru/x y", "2: https:/a.ru/x", "2: GET https://a.ru/x", "2: url: https://a.ru/x", "2: ftp://a.ru",
    "2: goto 1", "2: go to 1", "2: goto desk", "2: see 1", "2) end", "2. end", "2 - end", "2 end", "2", "2:", ": end",
    "two: end", "2,3: end", "2-4: end", "2 or 3: end", "2/3: end", "key 2: end", "press 2: end", "[2]: end",
    "(2) end", "<2>: end", "№2: end", "2:: end", "2：end", "２: end", "②: end", "22: end", "20: end", "02: end",
    "1*: end", "1#: end", "11: end", "111: end", "1.1: end", "1 1: end", "A: end", "desk2: end", "my desk: end",
    "стол: end", "desk : end", "x: end", "O: end", "**: end", "2: 3: end", "2: a 3: end", "2: end 3: end",
    "2: end; 3: end", "2: text, 3: text", "2: <b>text</b>", "2: **text**", "2: text &amp; more", "2: a\\nb",
    "2: {name}", "2: $phone", "2: $name", "2: Press 1 or 5", "2: Press 21 for", "21: end", "2: text\n21: end",
    "2: text\n22: end\n*: back", "# remark", "// remark", "; remark", "-- remark", "a line of text", "Sales - 2", "",
    "2: text\n2: text", "2: text\n2: end", "2: end\n2: text", "1: end", "3: text\n2: end",
    "2: call:79990000000\n2: end", "2: sms:79990000000,Shop,Hi\n2: end", "2: <file 1>",
    "2: <file https://a.ru/1.mp3>", "2: <file https://a.ru/1.jpg>", "2: <file>", "2: 1", "2: *", "2: 79990000000",
    "2: +7 999 000-00-00", "2: text (end)", "2: text end", "2: text. end", "2: https://a.ru/x\n2: end",
    "2: text\n  more text", "2: call:79990000000 \\\n wait=30", "2: call:79990000000\nwait=30",
    "2: f:tp//a.ru/x", "2: h:ttps//a.ru/x", "2: ht tp//a.ru/x", "2: 5end", "2: 5 end", "2: x end", "2: : end",
    "2: *back", "2: 5. end", "2: sms:Shop,Hi", "2: sms:Shop,Your order",
    "2: sms:Shop,Привет", "2: sms:Shop,Hi,there", "2: sms:phone,Hi", "2: sms:Shop 2,Hi", "2: sms:Hello there,Hi",
    "2: call - 79990000000", "2: call; 79990000000", "2: call = 79990000000", "2: call： 79990000000",
    "2: Call 79990000000", "2: позвонить: 79990000000", "2: позвонить 79990000000",
    "2: dial: +7 999 000-00-00 wait=30", "2: transfer to 79990000000", "2: connect 79990000000 err:desk",
    "2: sales 79990000000 wait=30", "2: sales: 79990000000 wait=30", "2: Sales 79990000000", "2: callu79990000000",
    "2: cal:l79990000000", "2: sms$:phone,Shop,Hi", "2: smss:$phone,Shop,Hi", "2: send sms:$phone,Shop,Hi",
    "2: send an sms: 79990000000,Shop,Hi", "2: make a call: 79990000000", "2: start record: 30", "2: play record: 30",
    "2: record = 30", "2: Record: 30", "2: record - 30", "2: запись 30", "2: запись: 30 сек", "2: message: 30",
    "2: end # 5", "2: end // call 79990000000", "2: end /* x */", "2: record: 30 # half", "2: call:79990000000 # desk",
    "2: call:79990000000 // wait", "2: end -- wait", "2: url https://a.ru/x", "2: POST https://a.ru/x",
    "2: webhook: https://a.ru/x", "2: link https://a.ru/x y", "2: goto 1.", "2: go 1", "2: jump to 1!", "2: see 5",
    "2: to 1", "2: hangup.", "2: END!", "2: \"end\"", "2: end()", "2: «end»", "2: [end]", "2: end,", "2: Bye",
    "2: bye", "2: leave", "2: disconnect", "2: отбой", "2: Выход", "2: конец", "2: Dear %s", "2: 50% off", "2: a@b.ru",
    "2: Hi @name", "2: :name", "2: a:name", "2: #name#", "2: # name", "2: $phone.", "2: $phoneX",
    "2: sms:{phone},Shop,Hi", "2: sms:%phone%,Shop,Hi", "2: sms:#phone#,Shop,Hi", "2: sms:$phone,Shop,Dear {name}",
    "2: sms:$phone,Shop,Dear $name", "2: call:{phone}", "2: call:%number%", "2: &nbsp;", "2: a &amp; b", "2: **a**",
    "2: __a__", "2: `a`", "2: [a](https://a.ru)", "2: <a href=x>y</a>", "2: <br>", "2: C:\\new", "2: 24/7", "2: 2 men",
    "0: repeat menu", "0: repeat the menu please now", "0: repeat 5", "*: back one", "*: Back", "#: start again",
    "#: restart", "*: назад", "0: повтор", "- 2: end", "• 2: end", "2 -> end", "2 => end", "2 = end", "2 > end",
    "2; end", "2, end", "2. Sales", "2) Sales", "(2) Sales", "[2] Sales", "\"2\": end", "2️⃣: end", "❷: end", "⑴ end",
    "２：end", "2 :: end", "o: repeat", "x: back", "X: back", "З: end", "l: Sales", "key 2: Sales", "нажмите 2: end",
    "цифра 2: Продажи", "2 Sales", "desk Sorry.", "2.1: end", "2-1: end", "1.1: Tea.", "1-1: Tea.", "1 1: Tea.",
    "2,3: Tea.", "2-4: Tea.", "2 and 3: Tea.", "3-2: Tea.", "2-0: Tea.", "20: Tea.", "star: back", "hash: start",
    "zero: repeat", "звёздочка: back", "ошибка: Sorry.", "Err: Sorry.", "： text", "9 - 18 daily", "2. Main Street",
    "2: end\n2 Sales", "2: end\nmore text", "2: Sales\nmore text", "2: Sales\n2 More", "21 Deep.", "TODO: x",
    "FIXME later", "#note", "### x", "--- ", "=== x", "*** x", "<!-- x -->", "/* x */", "// 2: end", "XXX: y", "//",
    "#: # x",
    "2: Dear <customer name>!", "2: <insert the text>", "2: <вставить текст>", "2: [имя]", "2: (insert)", "2: ___",
    "2: __",
    "2: Dear <b>you</b>", "2: a < b", "2: [b]x[/b]", "2: a\\nb", "2: 5%0Ab", "2: <!-- x -->", "2: /* x */", "2: @name",
    "2: %name%", "2: [name", "2: Dear [name], it is (insert the time) <here>", "2: [file 1]", "2: {file 1}",
    "2: (file 1)", "2: «file 1»", "2: <file 1",
    "2: hangup", "2: hang up", "2: exit", "2: quit", "2: recrod", "2: urll", "2: strat", "2: bac", "2: repaet",
    "2: Back.",
    "2: call:+ 7 495 123-00-01", "2: call:+ 7 495", "2: call:+7 495 123-00-01 ext. 5", "2: call:74951230001 доб. 5",
    "2: call:74951230001#5", "2: call:74951230001,,5", "2: recor:d 30", "2: recor5: 30", "2: re cord: 30",
    "2: rcrd: 30",
    "2: http:s//a.ru/x", "2: https//a.ru/x", "2: https:// a.ru/x", "2: htps://a.ru/x", "2: https:\\\\a.ru\\x",
    "2: call:79990000000 err:busy\nbusy - Sorry.", "2: call:79990000000 err:busy\nBUSY: Sorry.",
    "2: call:79990000000 err:busy\nbusy Sorry.", "2: call:79990000000 err:busy\nbusi: Sorry.",
    "2: call:79990000000 err:nobody\nnoboyd: Sorry.", "2: call:79990000000 err:nobody\nnbody: Sorry.",
    "2: call:79990000000 err:nobody\nnobodies: Sorry.", "2: call:79990000000 err:занято\nzanyato: Sorry.",
    "2: call:79990000000 err:zanyato\nзанято: Sorry.", "2: call:79990000000 err:desс", "2: call:79990000000 err:Desk",
    "2: call:79990000000 err:my desk", "2: call:79990000000 err:desks", "2: call:79990000000 err:22\n22: Sorry.",
    "2: call:79990000000 err:3\n3: Sorry.\n3: end", "2: call:79990000000 err:*", "2: call:79990000000 err:#",
    "2: call:79990000000 ok:end record err:desk", "2: call:79990000000 record:yes", "2: call:79990000000 rec",
    "2: call:79990000000 ok: end", "2: call:79990000000 ok=end", "2: call:79990000000 ok:END",
    "2: call:79990000000 wait=30s", "2: call:79990000000 wait=30 sec", "2: call:79990000000 wait=-1",
    "2: call:79990000000 wait=1.5", "2: call:79990000000 wait=00", "2: call:79990000000 wait=thirty",
    "2: call:" + ",".join(f"7999000000{n}" for n in range(9)),
    "2: call:" + ",".join(f"799900000{n}" for n in range(10, 20)),
    "2: call:79990000000,79990000000", "2: call:79990000000,+79990000000", "2: call:79990000000/79990000001",
    "2: call:79990000000 or 79990000001", "2: sms:79990000000,Shop,Hi, {name}", "2: sms:79990000000,Имя,Hi",
    "2: sms:79990000000,Shop," + "x" * 161, "2: sms:79990000000,Shop," + "я" * 71, "2: sms:$phone,$phone,Hi",
    "2: sms:$phone,Shop,Call $phone", "2: sms:+7 999 000-00-00,Shop,Hi", "2: sms:8 999 000 00 00,Shop,Hi",
    "2: sms:79990000000 , Shop , Hi", "2: sms:,Shop,Hi", "2: sms:,,", "2: sms:Hi", "2: record: 301", "2: record: 300",
    "2: record: 1800", "2: record: 1801", "2: record: 30\n2: Thanks.", "2: Speak.\n2: record: 30\n2: end",
    "2: https://a.ru/x\n2: https://a.ru/x", "2: end\n2: end", "2: text.\n2: text.", "2: back\n2: end", "*: repeat",
    "#: back", "0: start", "*: Sales", "#: end", "0: text", "err: end", "err: text", "ERR: text", "error: text",
    "2: err", "12: end", "13: Press 1.\n131: end", "3: Press 5 for tea.\n35: Tea.",
    "3: Press 5 for tea, 5 for milk.\n35: Tea.", "3: Press 5 for tea, star to go back.\n35: Tea.",
    "3: For tea press 5.\n35: Tea.\n36: Milk.", "3: нажмите пять.\n35: Чай.", "3: Press 1-3.\n31: a.\n32: b.",
    "3: Press any key.\n31: a.", "3: Presione 5.\n35: Té.", "3: Press 5 for 5 teas.\n35: Tea.",
)  # fmt: skip
#: Menus whose flow, size or wording is judged by the options of a project.
FLOWS = (
    "1: call:74951230001 err:x\n2: call:74951230002 err:x\n3: call:74951230003 err:y",
    "\n".join(f"{key}: end" for key in (*range(2, 10), *range(11, 16))) + "\n1: call:74951230001 err:nowhere",
    "1: Sales.\n21: Tula.\n211: Deep.", "1: Sales.\n111: Deep.", "1: end\n11: Never.", "1: call:74951230001 err:1",
    "1: call:74951230001 err:2\n2: call:74951230002 err:1\nsorry: Nobody.", "1: Sales.\n2: Tea.",
    "\n".join(f"{key}: Tea." for key in range(1, 10)),
    "1: call:74951230001 err:2\n2: call:74951230002 err:3\n3: call:74951230003 err:2\nsorry: Nobody.\nsorry: end",
    "\n".join(f"{key}: call:7495123000{key} err:{key % 9 + 1}" for key in range(1, 10)) + "\nerr: Nobody.",
    "1: For Tula press 1.\n11: Nine to six.\n2: end",
    "1: Press 1.\n11: Press 1.\n111: Press 1.\n1111: Deep.\n2: end\n*: back",
    "1: Speak, we will call you back.\n1: record: 30\n1: call:74951230001\n2: end",
    "1: Speak, we will call you back.\n1: record: 30\n1: end\n2: end",
    "1: Перезвоним вам.\n1: record: 5\n1: call:74951230001\n2: end",
    "1: call:74951230001 wait=120 err:2\n2: call:74951230002 wait=120 err:3\n3: end",
    "1: call:8 495 123-00-01\n2: call:74951230002", "1: call:74951230001,74951230002,74951230004\n2: call:$phone",
    f"1: {'Listen to this. ' * 40}\n2: end", f"1: {'Послушайте это. ' * 40}\n2: end",
    "1: Press 1, 2, 3, 4, 5 or 6.\n" + "\n".join(f"1{key}: Tea." for key in range(1, 7)) + "\n2: end",
    "1: record: 600\n1: end\n2: end", "1: https://a.ru/x\n1: end\n2: repeat",
    "1: end\n1: end\n2: call:74951230001 ok:end\n2: Bye.",
    "1: call:74951230001 ok:end\n1: call:74951230002 ok:end\n2: end",
    "1: repeat\n2: start\n*: back\n#: start\n0: repeat",
)  # fmt: skip
LIMITS: dict[str, object] = {
    "registered-numbers": ["8 495 123-00-01", "74951230003"], "max-options": 2, "max-depth": 2,
    "max-prompt-seconds": 10,
    "max-call-seconds": 60, "max-ending-keys": 1, "max-ending-seconds": 30, "characters-per-second": 10.0,
    "english-characters-per-second": 20.0,
}  # fmt: skip
#: Menus as they are.
MENUS = (
    "Hi\n\n{menu: a\n1: end}\n\n{menu: b\n1: end}\n\n{menu: c\n1: end}\n", "{menu: a\n1: end}\n" * 12,
    "Hi\n\n{menu: a\n1: end}\n~~~\nx\n~~~\ny", "Hi\n~~~\n\n{menu: a\n1: end}\n",
    "Hi\n\n{menu: Press 1 to leave.\n1: end}\n\nBye {menu Press 2.\n2: end}\n",
    "Hi {menu Press 2.\n2: end}\n\n{menu: Press 1 to leave.\n1: end}\n", "<menu: Press 1 to leave.\n1: end>",
    "Hi\n\n<menu: Press 1 to leave.\n1: end>\n\nBye\n", "{menu:\n1: end}", "{menu: \n1: end\n}", "{menu: Press 1.}",
    "{menu:}", "{menu", "Hi", "", "{menu: Press 1.\n1: end", "1: end",
    "Hi\n\n{menu: Press 1 for sales, 2 for support, 3 to leave.\n1: call:74951230001\n2: call:74951230001\n3: end}\n",
    "Hi\n\n{menu: Press 1 for sales.\n1: For tea press 1, for coffee 2.\n11: Tea.\n12: Coffee.\n*: back\n#: start}\n",
    "Hi\n\n{menu: Press 1 for sales.\n1: For tea press 1.\n11: Tea or 5.\n12: Coffee.\n0: repeat}\n",
    "Hi\n\n{menu: For sales press 1, press star to go back.\n1: Sales.\n*: back}\n",
    "Hi\n\n{menu: Press 1\n1: end\n\n\nBye",
    "Hi\n\n{menu: 1 - sales, 2 - support\n1: Sales.\n2: Support.\n3: More.}\n",
    "Hi\n\n{menu: Press any key.\n1: a\n2: b}\n", "Hi\n\n{menu: Press 1 to 3.\n1: a\n2: b}\n",
    "Hi\n\n{menu: Press 1 to leave, 2 for more.\n1) end\n2: edn}\n",
    "Hi\n\n{menu: Press 1 to leave.\n1: end\n}\n\nBye (or not\n)\n",
    "Hi\n\n{menu: Press 1.\n1: call:74951230001 err:a ok:end\na: call:74951230001 err:a}\n",
    "Hi\n\n{menu: Press 1.\n1: call:74951230001 err:a\na: Wait.\na: call:74951230001 err:b\nb: Sorry.\nb: end}\n",
    "Hi\n\n{menu: Press 1.\n1: Speak now.\n1: record: 30}\n", "Hi\n\n{menu: Press 1.\n1: record: 30\n1: Thanks.}\n",
    "Hi\n\n{menu: Press 1.\n1: https://a.ru/x\n1: sms:$phone,S,Hi}\n\nBye\n~~~\nparam=1,1,3",
    "Hi\n{menu: x\n1: end}\nparam=20,10,3", "Hi\n\n{menu: Press 1.\n1: end}\n~~\nnote",
    "__CALL__: Hi\n\n{menu: Press 1.\n1: end}\n", "Нажмите 1\n\n{menu: Press 1.\n1: end}\n",
    "Press 1 for tea.\n\n{menu:\n1: Tea.}\n", "Hi\n\n{menu: Press 1.\n1: end}\n\nPress 2 to go back.\n",
    "Hi{menu: Press 1.\n1: end}Bye", "Hi\n\n{menu: Press 1.\n  1 : end\n}\n",
    "Hi\r\n\r\n{menu: Press 1.\r\n1: end\r\n}\r\n", "\ufeffHi\n\n{menu: Press 1.\n1: end}\n",
)  # fmt: skip


def menu(item: str) -> str:
    """A menu that announces keys 1 and 2, with an item."""
    return f"{_HEAD}{item}{_TAIL}"


def flow(items: str) -> str:
    """A menu of items, and a text after it."""
    return f"Hello!\n\n{{menu: Press 1 for sales, 2 for help.\n{items}\n}}\n\nBye!\n"


_HEAD = "Hello!\n\n{menu: Press 1 for sales, 2 for more.\n1: call:74951230001 err:desk\n"
_TAIL = "\ndesk: Sorry.\ndesk: end\n}\n\nBye!\n"


#: The texts of each kind, and what a project says of them.
KINDS: tuple[tuple[str, tuple[str, ...], dict[str, object]], ...] = (
    ("menu", (*map(menu, understood.ITEMS), *understood.MENUS, *understood.spoken()), understood.BUT),
    ("schedule", (*SCHEDULES, *MORE_SCHEDULES, *SLIPS_OF_SCHEDULES), {}),
    ("recipients", (*RECIPIENTS, *MORE_RECIPIENTS, *SLIPS_OF_RECIPIENTS), {}),
    ("mailing", (*MAILINGS, *MORE_MAILINGS, *SLIPS_OF_MAILINGS), {}),
    ("mailing", REAL_LINES, {"nl": True, "max-sms": 2}),
    *(("mailing", SENT, options) for options in WAYS),
    *(
        ("message", (*MESSAGES, *MORE_MESSAGES, *SLIPS_OF_MESSAGES), options)
        for options in ({}, {"channel": "viber"}, {"channel": "call"}, {"channel": "mail", "files": 1})
    ),
    ("message", EVENTS, {"channel": "event"}),
    ("message", PUSHES, {"channel": "push"}),
    ("message", BINARIES, {"channel": "bin"}),
    ("message", RAW, {"channel": "bin", "raw": True}),
    ("message", CUT, {"channel": "sms", "max-sms": 1}),
    ("menu", ENDS, {"after-call": "leave"}),
    *(("message", SIZED, {"channel": channel, **SIZES}) for channel in ("mail", "mms", "viber", "call")),
    ("voice", (*VOICES, *MORE_VOICES, *SLIPS_OF_VOICES), {}),
    ("call", (*CALLS, *MORE_CALLS), {}),
    (
        "menu",
        (
            *map(menu, (*ITEMS, *both_ways.ITEMS)),
            *MENUS,
            *map(flow, FLOWS),
            *map(flow, both_ways.FLOWS),
            *both_ways.MENUS,
        ),
        {},
    ),
    ("menu", tuple(map(flow, (*FLOWS, *both_ways.LENGTHS))), LIMITS),
    (
        "menu",
        tuple(map(flow, (*FLOWS, *both_ways.LEAVES))),
        {"silence": "leave", "after-leaf": "stay", "after-call": "leave"},
    ),
    ("menu", MENUS, {"wrong-key": "leave", "silence": "leave", "after-leaf": "leave"}),
    ("menu", (*map(flow, (*both_ways.FLOWS, *both_ways.RECORDINGS)), *both_ways.MENUS), both_ways.HIDDEN),
    (
        "menu",
        tuple(map(flow, both_ways.ENDINGS)),
        {"max-ending-seconds": 1, "max-call-seconds": 1, "ignore": both_ways.NOISE},
    ),
    ("menu", tuple(map(flow, both_ways.ENDINGS)), both_ways.LIMITS),
)


def heading(kind: str, options: dict[str, object]) -> str:
    """The line above what is told of texts of a kind under options."""
    return f"== {kind} {' '.join(f'{name}={value}' for name, value in options.items())}".rstrip()


def section(kind: str, texts: tuple[str, ...], options: dict[str, object]) -> Iterator[str]:
    """What is told of texts of a kind under options."""
    general = {name: value for name, value in options.items() if name == "ignore"}
    own = {name: value for name, value in options.items() if name not in general}
    settings = settings_from({kind: own, "profile": "pedantic", **general}, "test") if options else None
    for text in texts:
        about = [*told(text, kind, settings, but="" if "max-ending-seconds" in options else "IVR113")]
        if kind != "menu" and not options:
            about.insert(0, f"= {shown(_cut(repr(codec(kind).read(text).value)))}")
        if about:
            yield f"| {shown(_cut(text.removeprefix(_HEAD).removesuffix(_TAIL)))}"
            yield from about


def kept() -> dict[str, list[str]]:
    """The sections of small.txt, by their headings."""
    found: dict[str, list[str]] = {}
    for line in PATH.read_text(encoding="utf-8").split("\n")[:-1]:
        if line.startswith("== "):
            found[line] = []
        else:
            found[next(reversed(found))].append(line)
    return found


def _cut(text: str) -> str:
    return text if len(text) <= 150 else f"{text[:70]}... {len(text)}"


if __name__ == "__main__":
    written = [line for one in KINDS for line in (heading(one[0], one[2]), *section(*one))]
    PATH.write_text("\n".join(written) + "\n", encoding="utf-8", newline="\n")
