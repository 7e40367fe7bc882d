"""Russian menus as firms write them, and one mistake each in them, as their people make them.

Written before the rules saw them.
"""

# ruff: noqa: E501

AUTO = """\
Автосервис «Колесо», здравствуйте!

{menu: Запись на ремонт - 1, шиномонтаж - 2, узнать, готова ли машина, - 3, адрес по эсэмэс - 4. Повторить - 0.
0: repeat
1: call:74951112233 wait=30 ok:end err:zanyato
2: Шиномонтаж работает без записи, с 9 до 21. Для связи с мастером нажмите 1, для возврата - звёздочку.
21: call:74951112244,74951112245 wait=20 ok:end err:zanyato
*: back
3: Назовите номер машины после сигнала, разговор записывается.
3: record: 20
3: end
4: sms:$phone,Koleso,Москва, ул. Лесная, 12, въезд со двора
4: Сообщение отправлено.
4: end
zanyato: Все мастера заняты. Нажмите 1, чтобы попробовать ещё раз, или 3, чтобы оставить сообщение.
}

До встречи!
"""

HOUSE = """\
Управляющая компания «Наш двор».

{menu: Если у вас авария, нажмите 1. Чтобы передать показания счётчиков, нажмите 2. Чтобы узнать долг, нажмите 3. Чтобы \
пригласить мастера, нажмите 4. Чтобы вернуться в начало, нажмите решётку.
#: start
1: Соединяем с аварийной службой, оставайтесь на линии.
1: call:78123334455,78123334456 wait=60 ok:end err:nikto record
2: Назовите адрес и показания после сигнала. Запись идёт минуту.
2: record: 60
2: Показания записаны, спасибо.
2: end
3: https://dvor.example/ivr/dolg
3: Ответ придёт вам в эсэмэс.
3: end
4: Сантехник - нажмите 1, электрик - нажмите 2.
41: call:78123334457 wait=25 ok:end err:nikto
42: call:78123334458 wait=25 ok:end err:nikto
nikto: К сожалению, никто не отвечает.
nikto: sms:78123334459,NashDvor,Пропущен звонок от $phone
nikto: end
}

Всего доброго!
"""

FLOWERS = """\
<file https://cvety.example/hello.mp3>

{menu: Вас ждёт букет от $sender! Удобно принять его сегодня - нажмите 1, завтра - нажмите 2, отказаться - нажмите 3. \
Прослушать ещё раз - 0.
0: repeat
1: https://cvety.example/hook?ok=1
1: Отлично, курьер приедет с 18 до 21.
1: end
2: В какое время? С 9 до 12 - нажмите 1, с 12 до 18 - нажмите 2. Назад - звёздочка.
21: https://cvety.example/hook?ok=2&t=9
21: Записали: завтра с утра.
21: end
22: https://cvety.example/hook?ok=2&t=12
22: Записали: завтра днём.
22: end
*: back
3: Очень жаль. Сейчас соединим с менеджером.
3: call:79035550101 wait=15 ok:end err:net
net: Менеджер занят и перезвонит вам сам.
net: end
}
""".replace("от $sender", "от друзей")

MICRO = """\
Добрый день. Вам звонят из компании «Быстрые деньги».

{menu: Напоминаем о платеже пятого числа. Нажмите 1, если уже оплатили, 2, если оплатите сегодня, 5 для связи со специалистом, 9, чтобы завершить разговор.
1: Спасибо! Если платёж не дошёл, мы напомним снова.
1: end
2: Спасибо! Ссылка для оплаты уже у вас.
2: sms:$phone,BDengi,Оплата: https://bd.example/pay
2: end
5: call:78005553535 wait=40 ok:end err:pozzhe
9: end
pozzhe: Все специалисты заняты, мы перезвоним.
pozzhe: end
}

До свидания.
"""

BASES: dict[str, str] = {"auto": AUTO, "house": HOUSE, "flowers": FLOWERS, "micro": MICRO}

#: Sound ones beside the bases.
SOUND: dict[str, tuple[str, str]] = {
    name: ("ru", text)
    for name, text in {
        "gym": """\
Фитнес-клуб «Атлет», 2-й этаж.

{menu: Расписание - 1. Заморозить карту - 2. Отдел продаж - 3. Для повтора нажмите ноль.
0: repeat
1: Йога в 10:00 и 19:30, бассейн с 7 до 23, зал №3 закрыт до 15 мая.
1: end
2: Назовите фамилию и номер карты после сигнала, запись идёт 30 секунд.
2: record: 30
2: end
3: call:73432223344 wait=25 ok:end err:busy
busy: Менеджер занят. Он перезвонит в течение 2 часов.
}

Приходите на тренировку!
""",
        "mfc": """\
МФЦ города Твери. Звонок бесплатный.

{menu: По вопросам паспорта нажмите цифру один, по вопросам недвижимости - два, по пособиям - три. Чтобы прослушать меню сначала, нажмите решётку.
#: start
1: call:74822334455 wait=60 ok:end err:wait1
2: call:74822334456 wait=60 ok:end err:wait1
3: call:74822334457 wait=60 ok:end err:wait1
wait1: Все операторы заняты. Позвоните позже или нажмите 1, 2 или 3 ещё раз.
}
""",
        "survey": """\
Здравствуйте! Оцените, пожалуйста, работу мастера.

{menu: Нажмите от 1 до 5, где 5 - отлично, 1 - очень плохо.
1: https://opros.example/a?o=1
1: Нам жаль. Спасибо за ответ.
1: end
2: https://opros.example/a?o=2
2: Нам жаль. Спасибо за ответ.
2: end
3: https://opros.example/a?o=3
3: Спасибо за ответ.
3: end
4: https://opros.example/a?o=4
4: Спасибо за ответ.
4: end
5: https://opros.example/a?o=5
5: Спасибо, нам очень приятно!
5: end
}
""",
        "dentist": """\
Стоматология "Жемчуг" напоминает: вы записаны на завтра, 14:30, кабинет 4.

{menu: Подтвердить визит - нажмите 1. Отменить - нажмите 2. Перенести - нажмите 3.
1: https://zhemchug.example/api?visit=ok
1: Спасибо, ждём вас!
1: end
2: https://zhemchug.example/api?visit=no
2: Запись отменена.
2: end
3: Соединяю с администратором.
3: call:74957778899 wait=20 ok:end err:adm
adm: Администратор перезвонит вам до 20 часов.
adm: end
}
""",
        "court": """\
Приёмная суда. Разговоры записываются.

{menu: Канцелярия: один. Архив: два. Адрес и режим работы: три.
1: call:74991234501 wait=45 ok:end err:z record
2: call:74991234502 wait=45 ok:end err:z record
3: Адрес: улица Правды, дом 7, корпус 2. Приём по вторникам и четвергам с 9.00 до 17.30, перерыв с 13 до 14.
3: end
z: Линия занята, позвоните позже.
}
""",
        "tour": """\
Турагентство «Парус»: горящие туры!

{menu: Турция от 25 000 рублей - нажмите 1, Египет от 31 500 - нажмите 2. Больше не звонить - нажмите 8.
1: Вылет 3, 10 и 17 июня, 7 ночей, "всё включено" (1/2 DBL).
1: call:79161112233 ok:end err:m
2: Вылет 5 июня на 10 ночей, 4-5 звёзд.
2: call:79161112233 ok:end err:m
8: https://parus.example/stop
8: Ваш номер удалён. Извините за беспокойство!
8: end
m: Менеджер перезвонит через 15 минут.
m: end
}
""",
        "taxi-arrived": """\
Машина подана: белая "Лада", номер 123.

{menu: Выхожу - 1, подождите 5 минут - 2, отменить заказ - 3
1: Хорошо, водитель ждёт.
1: end
2: https://t.example/w?m=5
2: Хорошо. Бесплатное ожидание - 3 минуты, далее 10 рублей за минуту.
2: end
3: https://t.example/c
3: Заказ отменён.
3: end
}
""",
    }.items()
}

#: As in menu_mistakes.py: name, base, old, new, codes, line of the finding or 0 for the first line that differs.
MISTAKES: list[tuple[str, str, str, str, str, int]] = [
    # Commands in Russian, in Russian letters, typed with the Russian layout on.
    ("auto-call-pozvonit", "auto", "1: call:74951112233", "1: позвонить:74951112233", "IVR009", 0),
    ("auto-call-vyzov", "auto", "1: call:74951112233", "1: вызов: 74951112233", "IVR009", 0),
    ("auto-call-perekluchit", "auto", "1: call:74951112233", "1: переключить на 74951112233", "IVR009", 0),
    ("auto-call-perevod", "auto", "1: call:74951112233", "1: перевод на оператора 74951112233", "IVR009", 0),
    ("auto-call-layout", "auto", "1: call:", "1: сфдд:", "IVR009", 0),
    ("house-call-translit", "house", "41: call:", "41: zvonok:", "IVR009", 0),
    ("house-record-rekord", "house", "2: record: 60", "2: рекорд: 60", "IVR009", 0),
    ("house-record-zapis", "house", "2: record: 60", "2: zapis: 60", "IVR009", 0),
    ("house-record-layout", "house", "2: record: 60", "2: кусщкв: 60", "IVR009", 0),
    ("house-record-zapisat-golos", "house", "2: record: 60", "2: записать голос 60", "IVR009", 0),
    ("auto-sms-otpravit", "auto", "4: sms:", "4: отправить смс:", "IVR009", 0),
    ("auto-sms-esemes", "auto", "4: sms:", "4: эсэмэс:", "IVR009", 0),
    ("micro-sms-smska", "micro", "2: sms:", "2: СМС :", "IVR009", 0),
    ("micro-end-konec-razgovora", "micro", "9: end", "9: конец разговора", "IVR009", 0),
    ("micro-end-povesit", "micro", "9: end", "9: повесить трубку", "IVR009", 0),
    ("micro-end-vyyti", "micro", "9: end", "9: выйти", "IVR009", 0),
    ("micro-end-konec-translit", "micro", "9: end", "9: konec", "IVR009", 0),
    ("micro-end-sbros", "micro", "9: end", "9: сброс", "IVR009", 0),
    ("micro-end-explained", "micro", "9: end", "9: end (конец)", "IVR009 IVR010 IVR314", 0),
    ("micro-end-dash-explained", "micro", "9: end", "9: end - завершить", "IVR009 IVR010 IVR314", 0),
    ("micro-end-guillemets", "micro", "9: end", "9: «end»", "IVR009", 0),
    ("flowers-back-v-predydushee", "flowers", "*: back", "*: в предыдущее меню", "IVR009 IVR006", 0),
    ("flowers-back-nazad-translit", "flowers", "*: back", "*: nazad", "IVR009 IVR006", 0),
    ("flowers-repeat-esche-raz", "flowers", "0: repeat", "0: ещё раз", "IVR009 IVR006", 0),
    ("flowers-repeat-povtorit-menu", "flowers", "0: repeat", "0: повторить меню", "IVR009 IVR006", 0),
    ("flowers-repeat-layout", "flowers", "0: repeat", "0: кузуфе", "IVR009 IVR006", 0),
    ("house-start-layout", "house", "#: start", "#: ыефке", "IVR009 IVR006", 0),
    ("house-start-glavnoe", "house", "#: start", "#: главное меню", "IVR009 IVR006", 0),
    ("house-start-look-alike", "house", "#: start", "#: stаrt", "IVR009 IVR006", 0),
    # Parameters of a call.
    ("auto-wait-russian", "auto", "wait=30", "ждать=30", "IVR206", 0),
    ("auto-wait-sek", "auto", "wait=30", "wait=30сек", "IVR203", 0),
    ("auto-wait-s-apart", "auto", "wait=30", "wait=30 сек", "IVR203 IVR206", 0),
    ("auto-wait-layout", "auto", "wait=30", "цфше=30", "IVR206", 0),
    ("auto-wait-clock", "auto", "wait=30", "wait=0:30", "IVR203", 0),
    ("auto-wait-dash", "auto", "wait=30", "wait-30", "IVR206", 0),
    ("auto-wait-much", "auto", "wait=30", "wait=300", "IVR203", 0),
    ("auto-ok-cyrillic", "auto", "ok:end", "ок:end", "IVR206", 0),
    ("auto-ok-capital", "auto", "ok:end", "OK:end", "IVR206", 0),
    ("auto-ok-dash", "auto", "ok:end", "ok-end", "IVR206", 0),
    ("auto-glued", "auto", "wait=30 ok:end", "wait=30ok:end", "IVR203 IVR206", 0),
    ("auto-commas", "auto", "wait=30 ok:end err:zanyato", "wait=30, ok:end, err:zanyato", "IVR203 IVR206", 0),
    ("auto-err-russian", "auto", "err:zanyato", "ошибка:zanyato", "IVR206", 0),
    ("auto-err-label-russian", "auto", "err:zanyato", "err:занято", "IVR007 IVR101 IVR206", 0),
    ("auto-err-other-spelling", "auto", "err:zanyato\n2", "err:zanjato\n2", "IVR101", 0),
    ("auto-err-look-alike", "auto", "err:zanyato\n2", "err:zаnyаto\n2", "IVR007 IVR101 IVR206", 0),
    ("house-label-lost", "house", "\nnikto: К сожалению, никто не отвечает.\nnikto: sms:78123334459,NashDvor,Пропущен звонок от $phone\nnikto: end", "", "IVR101", 6),
    # Numbers.
    ("auto-number-8", "auto", "call:74951112233", "call:8(495)111-22-33", "IVR220", 0),
    ("auto-number-no-7", "auto", "call:74951112233", "call:4951112233", "IVR220", 0),
    ("auto-number-digit-lost", "auto", "call:74951112233", "call:7495111223", "IVR220", 0),
    ("auto-number-letter", "auto", "call:74951112233", "call:7495111223З", "IVR220", 0),
    ("auto-number-and", "auto", "74951112244,74951112245", "74951112244 и 74951112245", "IVR220 IVR206", 0),
    ("auto-number-extension", "auto", "call:74951112233", "call:74951112233 доб. 12", "IVR220 IVR206", 0),
    ("auto-number-extension-comma", "auto", "call:74951112233", "call:74951112233,112", "IVR220", 0),
    ("house-number-plus-apart", "house", "call:78123334457", "call:+ 7 812 333-44-57", "IVR220 IVR202 IVR001", 0),
    # Keys.
    ("auto-key-bracket", "auto", "2: Шиномонтаж", "2)Шиномонтаж", "IVR005", 0),
    ("auto-key-dot", "auto", "2: Шиномонтаж", "2.Шиномонтаж", "IVR005", 0),
    ("auto-key-pri-nazhatii", "auto", "2: Шиномонтаж", "При нажатии 2: Шиномонтаж", "IVR005", 0),
    ("auto-key-cifra", "auto", "2: Шиномонтаж", "Цифра 2: Шиномонтаж", "IVR005", 0),
    ("auto-key-klavisha-quoted", "auto", "2: Шиномонтаж", "Клавиша «2»: Шиномонтаж", "IVR005", 0),
    ("auto-key-cyrillic-three", "auto", "3: record", "З: record", "IVR005 IVR007", 0),
    ("auto-sub-dash", "auto", "21: call", "2-1: call", "IVR005", 0),
    ("auto-sub-dots", "auto", "21: call", "2.1. call", "IVR005", 0),
    ("auto-sub-blank", "auto", "21: call", "2 1: call", "IVR005", 0),
    ("auto-sub-slash", "auto", "21: call", "2/1: call", "IVR005", 0),
    ("micro-key-knopka", "micro", "9: end", "кнопка 9: end", "IVR005", 0),
    ("micro-key-no-colon", "micro", "9: end", "9 end", "IVR005 IVR012", 0),
    ("micro-two-on-a-line", "micro", "9: end\npozzhe", "9: end pozzhe", "IVR009 IVR010 IVR001", 0),
    ("auto-two-on-a-line", "auto", "3: record: 20\n3: end", "3: record: 20 3: end", "IVR216 IVR001", 0),
    # The macro.
    ("micro-macro-layout", "micro", "{menu:", "{ьутг:", "IVR004", 0),
    ("micro-macro-glavnoe", "micro", "{menu:", "{Меню:", "IVR004", 0),
    ("micro-macro-comma", "micro", "{menu:", "{menu,", "IVR004", 0),
    ("micro-macro-before", "micro", "{menu:", "menu:{", "IVR004", 0),
    ("micro-closed-by-bracket", "micro", "end\n}\n", "end\n)\n", "IVR002", 0),
    ("house-closed-by-square", "house", "end\n}\n", "end\n]\n", "IVR002", 0),
    # What the prompt says.
    ("auto-not-announced", "auto", "шиномонтаж - 2, ", "", "IVR303", 6),
    ("auto-announced-no-item", "auto", "адрес по эсэмэс - 4.", "адрес по эсэмэс - 4, цены - 5.", "IVR304", 0),
    ("micro-announced-other", "micro", "5 для связи", "6 для связи", "IVR303 IVR304", 0),
    ("house-sub-not-announced", "house", "Сантехник - нажмите 1, электрик - нажмите 2.", "Сантехник - нажмите 1.", "IVR303", 16),
    ("house-sub-announced", "house", "электрик - нажмите 2.", "электрик - нажмите 2, плотник - нажмите 3.", "IVR304", 0),
    ("flowers-announced-words", "flowers", "отказаться - нажмите 3.", "отказаться - нажмите три, перенести - нажмите четыре.", "IVR304", 0),
    # Read aloud as written.
    ("auto-placeholder", "auto", "здравствуйте!", "здравствуйте, {имя}!", "IVR313", 0),
    ("micro-placeholder-hash", "micro", "Добрый день.", "Добрый день, #ИМЯ#.", "IVR313", 0),
    ("micro-placeholder-client", "micro", "Добрый день.", "Добрый день, [имя клиента].", "IVR313", 0),
    ("micro-placeholder-underline", "micro", "пятого числа", "____ числа", "IVR313 IVR312", 0),
    ("micro-placeholder-sum", "micro", "о платеже", "о платеже %сумма% рублей", "IVR313", 0),
    ("auto-markup-br", "auto", "До встречи!", "До встречи!<br/>Ваше «Колесо»", "IVR312", 0),
    ("auto-markup-laquo", "auto", "«Колесо»", "&laquo;Колесо&raquo;", "IVR312", 0),
    ("auto-markup-bb", "auto", "До встречи!", "[b]До встречи![/b]", "IVR312", 0),
    ("auto-remark", "auto", "2: Шиномонтаж", "// шиномонтаж\n2: Шиномонтаж", "IVR314 IVR012", 0),
    ("auto-remark-semicolon", "auto", "2: Шиномонтаж", "; шиномонтаж\n2: Шиномонтаж", "IVR314 IVR012", 0),
    ("auto-remark-dashes", "auto", "2: Шиномонтаж", "--- шиномонтаж ---\n2: Шиномонтаж", "IVR314 IVR012", 0),
    ("auto-remark-bracket", "auto", "До встречи!", "(тут вставить рекламу) До встречи!", "IVR314 IVR313", 0),
    ("flowers-file-name", "flowers", "<file https://cvety.example/hello.mp3>", "<file привет.mp3>", "FIL001 FIL005", 0),
    ("flowers-file-disk", "flowers", "<file https://cvety.example/hello.mp3>", "<file D:\\Звук\\привет.mp3>", "FIL001 FIL005", 0),
    ("flowers-file-link", "flowers", "<file https://cvety.example/hello.mp3>", "<файл https://cvety.example/hello.mp3>", "FIL001", 0),
    ("flowers-file-ogg", "flowers", "hello.mp3", "hello.ogg", "VOX005", 0),
    ("flowers-address-backslash", "flowers", "1: https://cvety.example/hook?ok=1", "1: https:\\\\cvety.example\\hook?ok=1", "IVR218", 0),
    ("flowers-address-bare", "flowers", "1: https://cvety.example/hook?ok=1", "1: cvety.example/hook?ok=1", "IVR218", 0),
    ("flowers-address-www", "flowers", "1: https://cvety.example/hook?ok=1", "1: www.cvety.example/hook?ok=1", "IVR218", 0),
    ("flowers-address-word", "flowers", "1: https://cvety.example/hook?ok=1", "1: ссылка: https://cvety.example/hook?ok=1", "IVR218 IVR009", 0),
    ("flowers-address-cyrillic", "flowers", "1: https://cvety.example", "1: https://сvety.example", "IVR218 LST014 GEN002", 0),
    # SMS.
    ("auto-sms-russian-sender", "auto", "Koleso", "Колесо", "IVR213", 0),
    ("auto-sms-long-sender", "auto", "Koleso", "KolesoServis", "IVR213", 0),
    ("auto-sms-variable", "auto", "$phone", "$телефон", "IVR214 IVR220", 0),
    ("auto-sms-no-phone", "auto", "sms:$phone,Koleso,Москва", "sms:Koleso,Москва", "IVR212 IVR220", 0),
    ("auto-sms-no-sender", "auto", "sms:$phone,Koleso,Москва", "sms:$phone,,Москва", "IVR212 IVR213", 0),
    ("house-sms-colon", "house", "sms:78123334459,NashDvor,Пропущен", "sms:78123334459:NashDvor:Пропущен", "IVR212 IVR220 IVR001", 0),
    ("house-variable-rus", "house", "от $phone", "от $рhone", "IVR214 IVR313", 0),
    ("auto-joins-sms", "auto", "4: Сообщение отправлено.", "4 Сообщение отправлено.", "IVR012 IVR005", 0),
    # The way through the menu.
    ("micro-after-end", "micro", "1: end\n", "1: end\n1: Хорошего дня.\n", "IVR107", 0),
    ("micro-line-twice", "micro", "9: end\n", "9: end\n9: end\n", "IVR110 IVR107", 0),
    ("house-err-itself", "house", "41: call:78123334457 wait=25 ok:end err:nikto", "41: call:78123334457 wait=25 ok:end err:41", "IVR104", 0),
    ("house-unreachable", "house", "42: call", "52: call", "IVR102", 0),
    ("micro-empty", "micro", "1: Спасибо! Если платёж не дошёл, мы напомним снова.\n1: end", "1:", "IVR114", 0),
]  # fmt: skip
