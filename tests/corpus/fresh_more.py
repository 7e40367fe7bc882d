"""One mistake each in two menus, in lists and in requests, and sound ones: a second lot that no rule had seen."""

# ruff: noqa: E501

from __future__ import annotations

BASES: dict[str, str] = {
    "lawyer": """Юридическая приёмная «Щит», добрый день.

{menu: Чтобы записаться на консультацию, нажмите 1. Чтобы узнать стоимость услуг, нажмите 2. Чтобы получить адрес офиса в СМС, нажмите 3. Если вы хотите оставить жалобу, нажмите 4. Чтобы завершить звонок, нажмите 7. Прослушать снова - ноль.
0: repeat
1: Соединяю с секретарём.
1: call:73422001122,73422001123 wait=35 ok:end err:obed
2: Консультация - одна тысяча рублей. По семейным делам нажмите 1, по трудовым - 2, назад - звёздочка.
21: Развод - от пяти тысяч.
22: Взыскание зарплаты - от семи тысяч.
*: back
3: sms:$phone,Schit,Пермь, ул. Ленина, 50, офис 312
3: Адрес отправлен.
3: end
4: Говорите после сигнала, сообщение записывается.
4: record: 80
4: end
7: end
obed: Секретарь на обеде. Нажмите 4, чтобы оставить сообщение.
}

Всего хорошего!
""",
    "garage": """Thanks for ringing Tom's Garage.

{menu: For a service press 1, for tyres press 2, to ask if your car is ready press 3, for our address by text press 4, to end the call press 8, to hear that again press 0.
0: repeat
1: We are putting you through to the workshop.
1: call:441179460021,441179460022 wait=30 ok:end err:oil
2: For summer tyres press 1, for winter tyres press 2, star takes you back.
21: call:441179460023 wait=20 ok:end err:oil
22: https://garage.example/ivr/winter
22: We will text you the price.
22: end
*: back
3: Leave your number plate after the tone, we are recording.
3: record: 35
3: end
4: sms:$phone,TomsGarage,Unit 4, Feeder Road, by the bridge
4: end
8: end
oil: Our hands are full of oil. Press 3 and leave a message.
}

Drive safely!
""",
}  # fmt: skip

#: name, base, old, new, rules, line of the finding or 0 for the first line that differs
MISTAKES: list[tuple[str, str, str, str, str, int]] = [
    ("lawyer-call-soedinenie-s", "lawyer", "1: call:73422001122,73422001123 wait", "1: соединение с 73422001122,73422001123 wait", "IVR009", 0),
    ("lawyer-call-arrow", "lawyer", "1: call:", "1: call -> ", "IVR009", 0),
    ("lawyer-end-vse", "lawyer", "7: end", "7: конец связи.", "IVR009", 0),
    ("lawyer-record-time", "lawyer", "4: record: 80", "4: record: 1 мин 20 сек", "IVR216", 0),
    ("lawyer-record-golos", "lawyer", "4: record: 80", "4: запись голоса: 80", "IVR009", 0),
    ("lawyer-key-star-paren", "lawyer", "*: back", "(*): back", "IVR005", 0),
    ("lawyer-key-sem", "lawyer", "7: end", "семь - end", "IVR005 IVR012", 0),
    ("lawyer-key-quoted-guillemets", "lawyer", "4: Говорите", "Кнопка «4»: Говорите", "IVR005", 0),
    ("lawyer-sub-wrong-order", "lawyer", "22: Взыскание", "2: 2: Взыскание", "IVR005", 0),
    ("lawyer-label-obed-ru", "lawyer", "obed: Секретарь", "обед: Секретарь", "IVR007 IVR101", 0),
    ("lawyer-err-two-labels", "lawyer", "err:obed", "err:obed,busy", "IVR007 IVR101 IVR206", 0),
    ("lawyer-wait-dva", "lawyer", "wait=35", "wait=тридцать", "IVR203", 0),
    ("lawyer-number-minus", "lawyer", "73422001122,", "7-342-200-11-22,", "IVR220", 0),
    ("lawyer-number-ext", "lawyer", "73422001123 wait", "73422001123(12) wait", "IVR220 IVR001", 0),
    ("lawyer-sms-text-missing", "lawyer", "sms:$phone,Schit,Пермь, ул. Ленина, 50, офис 312", "sms:$phone,Schit,", "IVR212", 0),
    ("lawyer-sms-phone-braces", "lawyer", "sms:$phone", "sms:$(phone)", "IVR214 IVR001 IVR212", 0),
    ("lawyer-announced-extra", "lawyer", "по трудовым - 2,", "по трудовым - 2, по жилищным - 3,", "IVR304", 0),
    ("garage-announced-missing", "garage", "for our address by text press 4, ", "", "IVR303", 16),
    ("lawyer-placeholder-caps", "lawyer", "Всего хорошего!", "Всего хорошего, ИМЯ_ОТЧЕСТВО!", "IVR313", 0),
    ("lawyer-menu-twice-brace", "lawyer", "{menu: Чтобы", "{{menu: Чтобы", "IVR004", 0),
    ("garage-end-hang-up-now", "garage", "8: end", "8: hang up the phone", "IVR009", 0),
    ("garage-connect-me", "garage", "21: call:441179460023", "21: connect to:441179460023", "IVR009", 0),
    ("garage-comma-number", "garage", "441179460021,441179460022", "441179460021, or 441179460022", "IVR220", 0),
    ("garage-ok-then-end", "garage", "wait=30 ok:end", "wait=30 then end", "IVR206", 0),
    ("garage-param-percent", "garage", "wait=20 ok", "wait=20% ok", "IVR203", 0),
    ("garage-key-n2", "garage", "3: Leave", "No. 3: Leave", "IVR005", 0),
    ("garage-key-bang", "garage", "8: end", "8!: end", "IVR005", 0),
    ("garage-line-joined", "garage", "4: end", "4 - end", "IVR005 IVR012", 0),
    ("garage-url-comma", "garage", "https://garage.example/ivr/winter", "https://garage,example/ivr/winter", "IVR218", 0),
    ("garage-url-two", "garage", "https://garage.example/ivr/winter", "https://garage.example/ivr/winter https://garage.example/log", "IVR218", 0),
    ("garage-comment-rem", "garage", "8: end", "REM leave\n8: end", "IVR314 IVR012 IVR001", 0),
    ("garage-html-span", "garage", "Drive safely!", "<span class=red>Drive safely!</span>", "IVR312", 0),
    ("garage-file-missing-bracket", "garage", "Drive safely!", "file https://garage.example/bye.mp3>", "FIL001 IVR312", 0),
]  # fmt: skip

_SEND = "https://smscentre.com/sys/send.php"
#: name: kind, language, text, line, rules
OTHERS: dict[str, tuple[str, str, str, int, str]] = {
    "list-arrow-ru": ("mailing", "ru", "73422001122:Суд в 10:00\n73422001123=>Суд в 11:00\n", 2, "LST001"),
    "list-name-bracket": ("mailing", "en", "441179460021:Your car is ready\n441179460022 (Ann):Your tyres are in\n", 2, "LST001 LST003"),
    "list-quote-csv": ("mailing", "en", "\"441179460021\";\"Your car is ready\"\n", 1, "LST001 LST003"),
    "list-percent-name-ru": ("mailing", "ru", "73422001122:Уважаемый %ФИО%, суд завтра в 10:00\n", 1, "LST022"),
    "request-node-ru": ("request", "ru", f"const params = new URLSearchParams({{\n  login: 'shield',\n  psw: 'KEY',\n  phones: '73422001122',\n  mes: 'Суд завтра',\n  charset: 'UTF8',\n}});\nawait fetch(`{_SEND}?${{params}}`);\n", 6, "REQ016"),
    "request-guzzle": ("request", "en", f"<?php\n$client->post('{_SEND}', ['form_params' => [\n    'login' => 'tom', 'psw' => 'KEY',\n    'phones' => '441179460021', 'mes' => 'Ready', 'flash' => 'yes',\n]]);\n", 4, "REQ016"),
    "request-browser-space-ru": ("request", "ru", f"{_SEND}?login=shield&psw=KEY&phones=73422001122&mes=Суд%20завтра&charset=utf-8\n", 1, "REQ011"),
    "request-curl-wrong-option": ("request", "en", f"curl -d login=tom -d psw=KEY -d to=441179460021 -d mes=Ready {_SEND}\n", 1, "REQ013 REQ014"),
    "request-http-get-body": ("request", "en", "GET https://smscentre.com/sys/status.php?login=tom&psw=KEY&phone=441179460021&ids=5 HTTP/1.1\n", 1, "REQ013 REQ014"),
    "request-powershell-quotes-ru": ("request", "ru", f"Invoke-WebRequest \"{_SEND}?login=shield&psw=KEY&phones=73422001122&mes=Sud&period=1&freq=120\"\n", 1, "REQ003"),
    "request-param-call": ("request", "en", f"curl -d 'login=tom&psw=KEY&phones=441179460021&mes=Ready&call=1&param=25;60;3' {_SEND}\n", 1, "VOX008 VOX001 REQ016"),
}  # fmt: skip
OTHERS |= {
    "list-range-of-numbers": ("mailing", "en", "441179460021-22:Your car is ready\n", 1, "LST003"),
    "message-hex": ("message", "en", "050A0307056048656C6C6F2C20576F726C6421", 1, "REQ007"),
    "message-braille-blank-ru": ("message", "ru", "Суд\u2800завтра в 10:00", 1, "GEN002"),
    "viber-button-one-word": ("viber", "en", "3 for 2 on rolls! {button,bread}", 1, "VIB004"),
    "request-empty-list": ("request", "en", f"{_SEND}?login=tom&psw=KEY&list=\n", 1, "REQ014"),
}  # fmt: skip
#: name: language, text
SOUND_MENUS: dict[str, tuple[str, str]] = {
    "notary": ("ru", """Нотариус Иванова А. Б., лиц. № 59-123.

{menu: Записаться - 1, документы для доверенности - 2, выходные дни - 3, прослушать опять - решётка.
#: start
1: call:73422334455 wait=20 ok:end err:zav
2: Нужны: 1) паспорт; 2) СНИЛС; 3) пошлина 500 р. (ст. 333.24 НК, п. 2).
2: end
3: 1-9 мая, 12 июня, 4 ноября. Остальное - 24/7 на сайте notary59.example
3: end
zav: Перезвоните с 9:00, кроме вт. Или пишите: inbox@notary59.example.
zav: end
}
"""),
    "bakery": ("en", """You've reached Bread & Co (est. 1998) -- 3 for 2 on rolls!

{menu: Press 1 for today's loaf; press 2 to order; press 3 if you've a wheat allergy.
1: Today: "Seven Seeds" @ 3.20, 2nd one half price. End of the line? We close at 4.
1: end
2: call:441179460099 wait=15 ok:end err:dough
3: All our rye (100%) is wheat-free. Ask for no. 5.
3: end
dough: Hands in the dough, call back in 10!
dough: end
}
"""),
    "delivery-code": ("ru", """Код для получения посылки: 4-8-1-5. Ячейка A12.

{menu: Повторить код - 1, продлить хранение на 2 дня - 2, не звонить мне - 9.
1: Код: 4-8-1-5. Ячейка A12, ряд 3.
1: end
2: https://box.example/extend?id=A12&days=2
2: Продлили до 05.06, 23:59.
2: end
9: https://box.example/stop?id=A12
9: end
}

Спасибо, ваш Box24.
"""),
    "italian": ("it", """Pronto, Trattoria da Gino!

{menu: Per prenotare premete 1, per gli orari premete 2, per ripetere premete 0.
0: repeat
1: call:390612345678 wait=20 ok:end err:pieno
2: Siamo aperti dalle 12 alle 15 e dalle 19 alle 23.
2: end
pieno: Siamo al completo, richiamate piu tardi.
pieno: end
}
"""),
    "exam": ("en", """Results line. Your centre number is 10234.

{menu: Key 1 for maths, key 2 for science, key 3 to leave.
1: https://exam.example/r?s=maths&c=10234
1: Sent by text. Grade 9 is the highest, grade 1 the lowest.
1: end
2: https://exam.example/r?s=science
2: Sent by text.
2: end
3: end
}
"""),
}  # fmt: skip
#: name: kind, language, text
SOUND: dict[str, tuple[str, str, str]] = {
    "list-codes": ("mailing", "en", "441179460021:Code 48-15, valid 10 min. Don't share! #2\n441179460022:Code 51-42, valid 10 min. Don't share! #2\n"),
    "list-hours-ru2": ("mailing", "ru", "73422001122:Приём пн-пт 9:00-18:00; сб: 10-14; тел. +7 (342) 200-11-22\n73422001123:Приём пн-пт 9:00-18:00; вс - выходной\n"),
    "message-table": ("message", "en", "A: 5 | B: 7 | C: 9 => total 21 <3 $5 off, 20% VAT incl. user@example.org"),
    "message-ru-quotes": ("message", "ru", "Счёт №15/А на 1 000 руб. («Щит», ИНН 5900000000) оплачен 01.06. Чек: clck.example/a_b-C"),
    "request-js-object": ("request", "en", f"const params = {{login: process.env.LOGIN, psw: process.env.PSW, phones: phone, mes: text, charset: 'utf-8', fmt: 3}};\nconst {{data}} = await axios.get('{_SEND}', {{params}});\n"),
    "request-c-sharp": ("request", "en", f"var body = new Dictionary<string, string>\n{{\n    [\"login\"] = login, [\"psw\"] = psw, [\"phones\"] = phone, [\"mes\"] = text, [\"charset\"] = \"utf-8\",\n}};\nawait http.PostAsync(\"{_SEND}\", new FormUrlEncodedContent(body));\n"),
    "request-python-helper": ("request", "ru", f"def send(phones, mes, **more):\n    return requests.post('{_SEND}', data={{'login': LOGIN, 'psw': PSW, 'phones': ','.join(phones), 'mes': mes, 'charset': 'utf-8', **more}})\n"),
    "request-bash-function": ("request", "en", f"send() {{\n  curl -fsS --data-urlencode \"mes=$2\" -d \"login=$LOGIN&psw=$PSW&phones=$1&charset=utf-8&fmt=3\" {_SEND}\n}}\nsend 441179460021 'Your car & tyres: 100% ready'\n"),
    "recipients-line": ("recipients", "en", "441179460021, 441179460022,+441179460023"),
    "message-hash": ("message", "en", "SHA-256: a7f5f35426b927411fc9231b56382173a7f5f35426b927411fc9231b56382173"),
    "message-digits-ru": ("message", "ru", "05160307056048656065656065606560"),
    "viber-sound": ("viber", "en", "3 for 2 on rolls (till 5 pm)! {button, https://bread.example/?a=1&b=2, Order}"),
}  # fmt: skip
