"""Mistakes and sound texts that were written down before the linter saw them: a menu of a pool, one of a rental."""

# ruff: noqa: E501

from __future__ import annotations

#: Sound menus, in which one thing is changed at a time.
BASES = {
    "pool": """Здравствуйте! Вы позвонили в бассейн «Волна».

{menu: Чтобы узнать расписание, нажмите 1. Записаться в секцию - 2. Получить ссылку на сайт - 3. Оставить отзыв - 4. Завершить звонок - 9.
1: Бассейн открыт каждый день с семи утра до десяти вечера. Детские группы - клавиша 1, взрослые - клавиша 2.
11: Детские группы занимаются по вторникам и четвергам.
12: Взрослые группы занимаются по будням.
2: Соединяю с администратором.
2: call:79161230001,79161230002 wait=25 ok:end err:noadmin
3: sms:$phone,Volna,Расписание и цены на сайте volna.example
3: Ссылка отправлена.
4: Оставьте отзыв после сигнала, разговор записывается.
4: record: 40
9: end
noadmin: Администратор сейчас занят, перезвоните позже.
#: start
*: back}

До встречи в бассейне!
""",
    "rental": """Welcome to Harbour Bikes.

{menu: For opening hours press 1, to book a bike press 2, to report a fault press 3, to leave press 9. Press the hash key to hear this again.
1: We are open from eight to eight. For the price list press 1, for the way to the shop press 2, or star to go back.
11: A day costs twenty pounds.
12: You find us beside the ferry.
2: We are putting you through.
2: call:442071230011,442071230012 wait=20 ok:end err:nobody
3: Please describe the fault after the tone. This message is recorded.
3: record: 45
9: end
nobody: Everybody is out on the water. Please call again.
#: start
*: back}

Enjoy the ride!
""",
}

#: name, base, old, new, rules, line
MISTAKES = [
    ("pool-key-letter-glued", "pool", "9: end", "9у end", "IVR005 IVR012", 0),
    ("pool-key-letter-colon", "pool", "12: Взрослые", "12й: Взрослые", "IVR005 IVR012", 0),
    ("pool-key-latin-glued", "pool", "2: Соединяю с", "2q: Соединяю с", "IVR005", 0),
    ("pool-key-ordinal", "pool", "4: Оставьте", "4-я: Оставьте", "IVR005", 0),
    ("pool-key-backslash", "pool", "9: end", "9\\: end", "IVR005 IVR012", 0),
    ("pool-key-plus", "pool", "3: sms", "3+: sms", "IVR005 IVR012 IVR001", 0),
    ("pool-key-before", "pool", "9: end", "ё9: end", "IVR005 IVR012", 0),
    ("pool-end-sentence", "pool", "9: end", "9: закончить", "IVR009", 0),
    ("pool-end-otboy", "pool", "9: end", "9: отбой", "IVR009", 0),
    ("pool-start-snachala", "pool", "#: start", "#: сначала", "IVR009 IVR006", 0),
    ("pool-back-vozvrat", "pool", "*: back", "*: возврат", "IVR009 IVR006", 0),
    (
        "pool-call-nabrat",
        "pool",
        "2: call:79161230001,79161230002 wait",
        "2: набрать:79161230001,79161230002 wait",
        "IVR009",
        0,
    ),
    ("pool-call-tab", "pool", "2: call:79161230001", "2: call\t:79161230001", "IVR009", 0),
    ("pool-wait-sek", "pool", "wait=25 ok", "wait=25сек ok", "IVR203", 0),
    ("pool-wait-ozhid", "pool", "wait=25 ok", "ожидание=25 ok", "IVR206", 0),
    ("pool-err-space", "pool", "err:noadmin", "err: noadmin", "IVR206 IVR101 IVR007 IVR001", 0),
    ("pool-err-look-alike", "pool", "err:noadmin", "err:nоadmin", "IVR101 IVR007", 0),
    ("pool-label-typo", "pool", "noadmin: Администратор", "noadmim: Администратор", "IVR101", 8),
    ("pool-number-dashes", "pool", "79161230001,", "7-916-123-00-01,", "IVR220", 0),
    ("pool-number-short", "pool", "79161230001,", "7916123000,", "IVR220", 0),
    ("pool-number-o", "pool", "79161230001,", "7916123000О,", "IVR220", 0),
    ("pool-number-or", "pool", "79161230001,79161230002", "79161230001 или 79161230002", "IVR220", 0),
    ("pool-sms-sender-long", "pool", "Volna,", "VolnaBassein,", "IVR213", 0),
    ("pool-sms-phone-ru", "pool", "sms:$phone", "sms:$номер", "IVR214", 0),
    (
        "pool-sms-missing",
        "pool",
        "sms:$phone,Volna,Расписание и цены на сайте volna.example",
        "sms:$phone,Volna",
        "IVR212",
        0,
    ),
    ("pool-record-min", "pool", "record: 40", "record: 1 мин", "IVR216", 0),
    ("pool-announced-none", "pool", " Оставить отзыв - 4.", "", "IVR303", 11),
    (
        "pool-announced-extra",
        "pool",
        "Завершить звонок - 9.",
        "Узнать о скидках - 5. Завершить звонок - 9.",
        "IVR304",
        0,
    ),
    (
        "pool-template",
        "pool",
        "Соединяю с администратором.",
        "Соединяю с администратором [имя].",
        "IVR313",
        0,
    ),
    ("pool-html", "pool", "Ссылка отправлена.", "Ссылка отправлена.<br>", "IVR312", 0),
    (
        "pool-loop",
        "pool",
        "noadmin: Администратор сейчас занят, перезвоните позже.",
        "noadmin: call:79161230003 err:noadmin",
        "IVR104",
        0,
    ),
    ("pool-brace-inside", "pool", "по вторникам и четвергам.", "по вторникам и четвергам}.", "IVR013", 0),
    ("pool-joined-line", "pool", "9: end", "9 end", "IVR012 IVR005", 0),
    ("rental-key-letter-glued", "rental", "9: end", "9o end", "IVR005 IVR012", 0),
    ("rental-key-letter-colon", "rental", "12: You find", "12l: You find", "IVR005", 0),
    ("rental-key-ordinal", "rental", "2: We are putting", "2nd: We are putting", "IVR005", 0),
    ("rental-key-question", "rental", "9: end", "9?: end", "IVR005 IVR012", 0),
    ("rental-key-word", "rental", "9: end", "nine: end", "IVR005 IVR103", 0),
    ("rental-end-bye", "rental", "9: end", "9: bye", "IVR009", 0),
    ("rental-end-stop", "rental", "9: end", "9: stop", "IVR009", 0),
    ("rental-end-disconnect", "rental", "9: end", "9: disconnect", "IVR009", 0),
    ("rental-call-connect", "rental", "call:442071230011", "connect:442071230011", "IVR009", 0),
    ("rental-call-slash", "rental", "442071230011,442071230012", "442071230011/442071230012", "IVR220", 0),
    ("rental-call-plus", "rental", "call:442071230011,", "call:+44 20 7123 0011,", "IVR220", 0),
    ("rental-wait-over", "rental", "wait=20", "wait=200", "IVR203", 0),
    ("rental-wait-space", "rental", "wait=20", "wait = 20", "IVR203 IVR206", 0),
    ("rental-timeout", "rental", "wait=20", "timeout=20", "IVR206", 0),
    ("rental-ok-equals", "rental", "ok:end", "ok=end", "IVR206", 0),
    ("rental-ok-other", "rental", "ok:end", "ok:back", "IVR206", 0),
    ("rental-err-typo", "rental", "err:nobody", "err:noboby", "IVR101 IVR103", 0),
    ("rental-err-plain", "rental", "err:nobody", "nobody", "IVR206 IVR103", 0),
    ("rental-record-s", "rental", "record: 45", "record: 45s", "IVR216", 0),
    ("rental-record-rec", "rental", "record: 45", "rec: 45", "IVR009", 0),
    ("rental-orphan", "rental", "12: You find", "42: You find", "IVR102", 0),
    (
        "rental-announced-extra",
        "rental",
        "for the way to the shop press 2,",
        "for the way to the shop press 2, for group rates press 3,",
        "IVR304",
        0,
    ),
    ("rental-announced-none", "rental", "to report a fault press 3, ", "", "IVR303", 9),
    ("rental-markdown", "rental", "twenty pounds", "*twenty* pounds", "IVR312", 0),
    ("rental-placeholder", "rental", "twenty pounds", "{{price}} pounds", "IVR313", 0),
    ("rental-comment", "rental", "9: end", "-- leave\n9: end", "IVR314 IVR012", 0),
    ("rental-square-close", "rental", "*: back}", "*: back]", "IVR002", 0),
]

#: name: kind, language, text, line, rules
OTHERS: dict[str, tuple[str, str, str, int, str]] = {
    "viber-button-blank-ru": (
        "viber",
        "ru",
        "Скидки до пятницы. {button https://volna.example,Открыть}\n",
        1,
        "VIB001",
    ),
    "viber-button-swapped": (
        "viber",
        "en",
        "New bikes are here. {button,See them,https://bikes.example/new}\n",
        1,
        "VIB004 VIB001",
    ),
    "viber-button-one-field": (
        "viber",
        "en",
        "New bikes are here. {button,https://bikes.example/new;See them}\n",
        1,
        "VIB003 VIB001",
    ),
    "viber-button-nameless-ru": (
        "viber",
        "ru",
        "Скидки до пятницы. {https://volna.example,Открыть}\n",
        1,
        "VIB001",
    ),
    "recipients-wrapped": ("recipients", "en", "442071230011,44207123\n0012\n", 1, "RCP001"),
    "list-pipe-ru": (
        "mailing",
        "ru",
        "79161230001:Ваш абонемент готов.\n79161230002|Ваш абонемент готов к выдаче.\n",
        2,
        "LST001",
    ),
    "list-arrow": (
        "mailing",
        "en",
        "442071230011:Your bike is ready.\n442071230012 -> Your bike is mended.\n",
        2,
        "LST001",
    ),
    "list-two-columns-ru": ("mailing", "ru", "Ольга;79161230001;Ваш абонемент готов.\n", 1, "LST001"),
    "request-encoded-twice-ru": (
        "request",
        "ru",
        "https://smscentre.com/sys/send.php?login=volna&psw=secret1&charset=utf-8&phones=79161230001&mes=%25D0%2594%25D0%25B0\n",
        1,
        "REQ030",
    ),
    "request-phone-named": (
        "request",
        "en",
        "curl https://smscentre.com/sys/send.php -d 'login=bikes&psw=secret1&number=442071230011&mes=Ready'\n",
        1,
        "REQ013 REQ014",
    ),
}

#: name: language, text
SOUND_MENUS: dict[str, tuple[str, str]] = {
    "pool-hours": (
        "ru",
        """Здравствуйте!

{menu: Мы работаем с 7 до 22. Чтобы узнать цены, нажмите 1, чтобы закончить разговор, нажмите 2.
1: Разовое посещение - 450 рублей, абонемент на 8 занятий - 2900 рублей.
2: end
#: start}
""",
    ),
    "pool-second-lane": (
        "ru",
        """Бассейн, добрый день.

{menu: Первая дорожка свободна, вторая занята до 3 часов. Нажмите 1, чтобы записаться, или 2, чтобы завершить звонок.
1: call:79161230001 wait=30 ok:end err:zanyato
2: end
zanyato: Все заняты. Перезвоните через 5 минут.
#: start}
""",
    ),
    "pool-3d": (
        "ru",
        """Кинотеатр «Мир».

{menu: Нажмите 1, чтобы узнать о фильмах в 3D, 2 - о фильмах в 2D, 9 - завершить.
1: 3D показываем по субботам.
2: 2D показываем каждый день.
9: end
#: start}
""",
    ),
    "rental-size": (
        "en",
        """Harbour Bikes.

{menu: Press 1 for bikes with 26 inch wheels, 2 for 28 inch wheels, 9 to leave.
1: They cost 15 pounds.
2: They cost 18 pounds.
9: end
#: start}
""",
    ),
    "rental-address": (
        "en",
        """Harbour Bikes.

{menu: Press 1 for our address, 2 to leave.
1: We are at 4b Quay Street, on the 2nd floor.
2: end
#: start}
""",
    ),
    "rental-labels": (
        "en",
        """Harbour Bikes.

{menu: Press 1 to talk to us, 2 to leave.
1: call:442071230011 wait=15 ok:end err:desk2
2: end
desk2: call:442071230012 wait=15 ok:end err:x3
x3: Nobody is here. Please call again.
#: start}
""",
    ),
    "rental-digits-in-label": (
        "en",
        """Harbour Bikes.

{menu: Press 1 to talk to us, 2 to leave.
1: call:442071230011 wait=15 ok:end err:2b
2: end
2b: Nobody is here. Please call again.
#: start}
""",
    ),
    "pool-press-ordinal": (
        "ru",
        """Бассейн.

{menu: Нажмите 1-ю клавишу, чтобы узнать расписание, 2-ю - чтобы закончить.
1: Мы открыты с семи до десяти.
2: end
#: start}
""",
    ),
    "pool-sms": (
        "ru",
        """Бассейн.

{menu: Нажмите 1, чтобы получить ссылку, 2 - закончить.
1: sms:$phone,Volna,Расписание: volna.example/1
1: Отправили.
2: end
#: start}
""",
    ),
}

#: name: kind, language, text
SOUND: dict[str, tuple[str, str, str]] = {
    "viber-braces": (
        "viber",
        "en",
        "Our code is {see the page} today. {button,https://bikes.example,Open}\n",
    ),
    "viber-link-ru": ("viber", "ru", "Ссылка: https://volna.example, подробности там же.\n"),
    "message-euros": ("message", "en", "€€€€€€€€€€€€€€€€€€€€ prices go down €€€€€€€€€€€€€€€€€€€€\n"),
    "message-stars-ru": ("message", "ru", "★★★★★ Спасибо за отзыв! ★★★★★\n"),
    "message-line-ru": ("message", "ru", "Меню дня\n═══════════════\nСуп и салат\n═══════════════\n"),
    "list-numbers": (
        "mailing",
        "en",
        "442071230011:Bike 4b is ready, 2nd floor.\n442071230012:Bike 5 is ready.\n",
    ),
    "list-lessons-ru": (
        "mailing",
        "ru",
        "+79161230001:Ваш абонемент: 8 занятий.\n+79161230002:Ваш абонемент: 12 занятий.\n",
    ),
    "recipients-semicolon": ("recipients", "en", "442071230011;442071230012\n"),
    "request-options": (
        "request",
        "en",
        "curl $OPTIONS 'https://smscentre.com/sys/send.php' -d 'login=bikes&psw=secret1&phones=442071230011&mes=Ready'\n",
    ),
    "request-file": (
        "request",
        "en",
        "curl -F login=bikes -F psw=secret1 -F phones=442071230011 -F 'mes=<text.txt' https://smscentre.com/sys/send.php\n",
    ),
}
