"""Small texts of slips that look like something else: numbers of spreadsheets, escapes, macros in other brackets."""

# ruff: noqa: E501

from __future__ import annotations

SLIPS_OF_MAILINGS = (
    "79990000000::Hi", "79990000000:; Hi", "79990000000;;Привет", "79990000000::)", "79990000000::D Hi", "79990000000: :Hi",
    "79990000000:Hi%0A79990000001:Ho", "79990000000:Hi<br>79990000001:Ho", "79990000000:Hi <br/> 79990000001;Ho",
    "79990000000:Dear <name>",
    "79990000000:Hi\n7,9999E+10:Ho", "7.9999E10:Hi", "79990000000.0:Hi", "79990000000,00;Hi", "79990000000.5:Hi",
    "7999000000l:Hi", "799900000OO:Hi", "7999000000x:Hi", "Shop|7999000000O:Hi", "79990000000 и 79990000001:Hi",
    "79990000000/79990000001;Hi", "79990000000 - 79990000001:Hi", "79990000000 + 79990000001 + 79990000002:Hi",
    "7999\u00a00000000:Hi", "7–999–000–00–00:Hi", "+7‑999‑000‑00‑00:Hi", "7999000000O\tHi", "7999О0:Hi",
    "79990000000:Hi\n// 79990000001:Ho", "79990000000:Hi\n#79990000001:Ho\nmore", "89990000:Hi\n8999000000:Ho",
    "79990000000:Hi/nHo", "79990000000:Привет!/n/nПока", "79990000000:5 km/n and 5/nM", "79990000000:a\\\\nb",
    "79990000000:a\\r\\nb", "79990000000:\\u041f\\u0440", "79990000000:%u041F%u0440", "79990000000:\\ud83d\\ude00 \\ud83d",
    "79990000000:\\xd0\\x9f \\xff\\xff", "79990000000:%D0%9F%D1%80%D0%B8", "79990000000:%CF%F0%E8", "79990000000:%D0%9F",
    "79990000000:Hi%20there", "79990000000:%D0%9F%D1%80+%D0%B8", "79990000000:a.ru/%D0%9F%D1%80", "79990000000:50%20 off",
    "79990000000:a=%D0%9F%D1%80", "79990000000:\\u041f %D0%9F%D1%80 a\\\\nb",
)  # fmt: skip
SLIPS_OF_MESSAGES = (
    "Dear <name>", "Уважаемый <имя клиента>", "<name]", "<names>", "__CALL__: <file 5> Hi",
    "Hi\\nHo\\nHe", "C:\\new\\name", "\\\\server\\new", "see C:\\new", "Hi\\\nHo", "Hi\\\r\nHo", "Hi\\n~~~\\nnote", "Hi \\n Ho",
    "Hi./n Ho", "Hi/n Ho", "Hi/nHo", "\\u041f\\u0440 and \\u0438", "%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82+%D0%BC%D0%B8%D1%80",
    "Привет%2C%20мир", "https://a.ru/%D0%9F%D1%80", "<file https://a.ru/%D0%9F%D1%80.png>", "__VIBER__: %D0%9F%D1%80",
    "__CALL__: Hi\n~~~\n20;10;3", "__CALL__: Hi\n~~~\n20 10 3", "__CALL__: Hi\n~~~\nparam=20;10;3", "__CALL__: Hi\n~~~\n20,10",
    "__CALL__: Hi\n~~~\n20,10,3,1", "__CALL__: Hi\n~~~\nw=20, i=10, n=3", "__CALL__: Hi\n~~~\nwait: 20; interval: 10; number: 3",
    "__CALL__: Hi\n~~~\n20 10", "__CALL__: Hi\n~~~\n20.10.2026", "__CALL__: Hi\n~~~\norder 5", "__CALL__: Hi\n~~~\n20:10:30",
    "__VIBER__: Hi {{button,https://a.ru,Go}}", "__VIBER__: Hi {button,https://a.ru,Go}}", "__VIBER__: Hi (button,https://a.ru,Go)",
    "__VIBER__: Hi (button,https://a.ru,Go (now))", "__VIBER__: Hi {button,https//a.ru,Go}", "__VIBER__: Hi {button,http:/a.ru/x,Go}",
    "__VIBER__: Hi {button,https;//a.ru,Go}", "__VIBER__: Hi {button,https:a.ru,Go}", "__VIBER__: Hi {button,https://a.ru/x y,Go}",
    "__VIBER__: Hi {button,'https://a.ru','Go'}", "__VIBER__: Hi {button,79990000000,Go}", "__VIBER__: Hi {button,8 (999) 000-00-00,Go}",
    "__VIBER__: Hi {button,mailto:a@b.ru,Go}", "__VIBER__: Hi {button,ftp://a.ru,Go}", "__VIBER__: Hi {button,12345,Go}",
    "__VIBER__: Hi ![x](https://a.ru/1.png)", "Hi ![x](https://a.ru/1.png) [there](https://a.ru) [x](y)", "[a](https://a.ru)",
    "__CALL__: Hi\\n{menu: Press 1.\\n1: end}", "5\\10", "a\\b",
)  # fmt: skip
SLIPS_OF_RECIPIENTS = (
    "a@b,ru", "a@b; com,79990000000", "a@b.c,ru", "a@b,c@d,ru", "a@b,12", "a@b.ru,com", "x,ru",
    "79990000000 и 79990000001", "79990000000 or 79990000001", "79990000000 & 79990000001", "79990000000.79990000001",
    "79990000000 - 79990000001", "7.9E+10", "79990000000.0", "7999000000O", "+7 (999) 000-00-O0", "3. 79990000000",
    "3) Ivan", "group 777", "гр. 777", "Группа №777", "Г777", "G<777>", "group", "Иван <a@b.ru>", "<a@b.ru>", "mailto:a@b.ru",
    "Иван <a@b>", "8999000000", "899900000000", "89990000000", "8912345678,79990000000", "79990000000" * 20,
)  # fmt: skip
SLIPS_OF_VOICES = (
    "voise=w", "Voice=w", "vioce: w", "voice: w", "params=20,10,3", "colour=w", "voice=женский", "муж", "voice=ж", "voice=male2",
    "20;10;3", "param=20;10;3", "20 10 3", "20.10.3", "20/10/3", "20:10:3", "20-10-3", "param=20,10", "20,10,3,1", "20;10", "20,10,3;",
    "param=20,10,3\nvoice=w", "voice=w\n\nvoice=m\n", "voice=w\nx=1", "voice=w 2", "param=", "param=w,i,n", "voice", "param=20, 10, 3",
)  # fmt: skip
SLIPS_OF_SCHEDULES = (
    "time: 9-21", "Time: 0", "tz: 3", "valid: 12\ntime=0", "colour: 5", "12:30", "time=+15 min", "time=+1h", "time=+2 часа", "+ 5 мин.",
    "+5 days", "с 9 до 21", "from 9 to 21", "9 to 21", "9..21", "9:00 до 21:00", "9 до 25", "9–21", "9 – 21", "09-21 ", "time=с 9 по 21",
)  # fmt: skip
