"""One mistake each in four more menus, written before the rules saw them; and sound menus that look odd."""

# ruff: noqa: E501

from __future__ import annotations

BASES = {
    "kids": """Детская поликлиника номер семь, здравствуйте!

{menu: Для записи к педиатру нажмите 1, для вызова врача на дом - 2, чтобы узнать результаты анализов - 3, расписание прививок - 4, чтобы прослушать ещё раз - 0.
0: repeat
1: Соединяем с регистратурой, ждите ответа.
1: call:74993332211,74993332212 wait=45 ok:end err:ochered
2: Назовите фамилию ребёнка, адрес и температуру после сигнала. Ведётся запись.
2: record: 50
2: Врач приедет сегодня до восьми вечера.
2: end
3: https://poli7.example/ivr/analizy
3: Результаты придут в сообщении.
3: end
4: Прививки: до года - нажмите 1, от года до семи - нажмите 2, вернуться - звёздочка.
41: Прививочный кабинет работает по понедельникам.
42: Прививочный кабинет работает по средам.
*: back
ochered: Все регистраторы заняты, нажмите 1 ещё раз или перезвоните.
}

Будьте здоровы!
""",
    "parts": """<file https://zap.example/privet.wav> Магазин запчастей «Гайка».

{menu: Наличие и цены - кнопка 1, доставка - кнопка 2, возврат товара - кнопка 3, оставить отзыв - кнопка 4, закончить - кнопка 9, начать сначала - решётка.
#: start
1: call:73833000011 wait=20 ok:end err:sklad
2: Доставляем за два дня. Чтобы получить тарифы по СМС, нажмите 1, поговорить с курьером - 2.
21: sms:$phone,Gaika,Тарифы: https://zap.example/dostavka
21: Отправили, проверьте телефон.
22: call:79130000022 wait=30 ok:end err:sklad
3: Возврат в течение четырнадцати дней, нужен чек.
4: Говорите после гудка, мы записываем.
4: record: 60
4: end
9: end
sklad: Продавцы заняты. Мы вам перезвоним.
sklad: sms:79130000033,Gaika,Не дозвонились: $phone
sklad: end
}

Хорошей дороги!
""",
    "lettings": """Thank you for calling Oak Lettings.

{menu: If you are looking for a flat, press 1. If you rent from us and need a repair, press 2. For our address by text, press 3. To speak to accounts, press 4. To finish, press 9. To hear this again, press 0.
0: repeat
1: For one bedroom press 1, for two bedrooms press 2, or press star to go back.
11: call:441612220011 wait=25 ok:end err:away
12: call:441612220012,441612220013 wait=25 ok:end err:away
*: back
2: Please say your address and what is broken after the tone. We record this message.
2: record: 90
2: Thank you, we will ring you today.
2: end
3: sms:$phone,OakLets,We are at 8 Mill Lane, above the bakery
3: end
4: This call is recorded for training.
4: call:441612220014 wait=40 ok:end err:away record
9: end
away: Nobody can take your call. Press 2 to leave a message.
}

Good bye from Oak Lettings.
""",
    "driving": """Hello! This is Swift Driving School with a reminder of your lesson.

{menu: Press 1 to confirm, press 2 to move the lesson, press 3 to cancel it, press 4 to talk to your teacher, or the hash key to hear this again.
#: start
1: https://swift.example/lesson?do=confirm
1: See you there.
1: end
2: When would you like to drive? Press 1 for the morning, 2 for the evening.
21: https://swift.example/lesson?do=morning
21: Moved to the morning.
21: end
22: https://swift.example/lesson?do=evening
22: Moved to the evening.
22: end
3: https://swift.example/lesson?do=cancel
3: Your lesson is cancelled.
3: end
4: call:447911000044 wait=15 ok:end err:onroad
onroad: Your teacher is on the road and will call you back.
onroad: end
}
""",
}

#: name, base, old, new, rules, line of the finding or 0 for the first line that differs
MISTAKES: list[tuple[str, str, str, str, str, int]] = [
    # Commands said another way.
    ("kids-call-svyazat", "kids", "1: call:74993332211", "1: связать с 74993332211", "IVR009", 0),
    ("kids-call-nomer", "kids", "1: call:74993332211", "1: номер:74993332211", "IVR009", 0),
    ("kids-call-bare-number", "kids", "1: call:74993332211,74993332212 wait", "1: 74993332211,74993332212 wait", "IVR009 IVR001 IVR010", 0),
    ("kids-call-full-stop", "kids", "1: call:74993332211", "1: call.74993332211", "IVR009", 0),
    ("kids-call-glued", "kids", "1: call:74993332211", "1: call74993332211", "IVR009", 0),
    ("kids-record-zapis-sek", "kids", "2: record: 50", "2: record: 50 секунд", "IVR216", 0),
    ("kids-record-colon-lost", "kids", "2: record: 50", "2: record50", "IVR009", 0),
    ("kids-record-recording", "kids", "2: record: 50", "2: recording: 50", "IVR009", 0),
    ("kids-record-fraction", "kids", "2: record: 50", "2: record: 0,5", "IVR216", 0),
    ("kids-record-brackets", "kids", "2: record: 50", "2: record(50)", "IVR009", 0),
    ("kids-repeat-proslushat", "kids", "0: repeat", "0: прослушать ещё раз", "IVR009 IVR006", 0),
    ("kids-back-shag", "kids", "*: back", "*: на шаг назад", "IVR009 IVR006", 0),
    ("kids-back-bak", "kids", "*: back", "*: бэк", "IVR009 IVR006", 0),
    ("kids-end-polozhit", "kids", "2: end", "2: положить трубку", "IVR009", 0),
    ("kids-end-star", "kids", "3: end", "3: *end*", "IVR009 IVR312", 0),
    ("parts-end-upper", "parts", "9: end", "9: END", "IVR009 IVR010", 0),
    ("parts-end-slash", "parts", "9: end", "9: /end", "IVR009", 0),
    ("parts-start-v-nachalo", "parts", "#: start", "#: вернуться в начало", "IVR009 IVR006", 0),
    ("parts-start-menu", "parts", "#: start", "#: menu", "IVR009 IVR006", 0),
    ("parts-sms-message-ru", "parts", "21: sms:$phone", "21: сообщение:$phone", "IVR009", 0),
    ("parts-sms-blanks", "parts", "21: sms:$phone", "21: s m s:$phone", "IVR009", 0),
    ("lettings-call-ring", "lettings", "11: call:441612220011", "11: ring:441612220011", "IVR009", 0),
    ("lettings-call-two-words", "lettings", "11: call:441612220011", "11: transfer to 441612220011", "IVR009", 0),
    ("lettings-end-finish", "lettings", "9: end", "9: finish", "IVR009", 0),
    ("lettings-end-the-call", "lettings", "9: end", "9: end the call", "IVR009 IVR010", 0),
    ("lettings-back-main", "lettings", "*: back", "*: back to main menu", "IVR009 IVR006 IVR010", 0),
    ("lettings-voicemail", "lettings", "2: record: 90", "2: voicemail: 90", "IVR009", 0),
    ("driving-play", "driving", "1: See you there.", "1: play: See you there.", "IVR009", 0),
    ("driving-url-http-word", "driving", "3: https://swift.example/lesson?do=cancel", "3: http: swift.example/lesson?do=cancel", "IVR218", 0),
    ("driving-url-webhook", "driving", "3: https://swift.example/lesson?do=cancel", "3: webhook https://swift.example/lesson?do=cancel", "IVR218 IVR009", 0),
    ("driving-url-one-slash", "driving", "3: https://swift.example/lesson?do=cancel", "3: https:/swift.example/lesson?do=cancel", "IVR218", 0),
    # Parameters of a call.
    ("kids-wait-minutes", "kids", "wait=45", "wait=1 мин", "IVR203 IVR206", 0),
    ("kids-wait-cyrillic-a", "kids", "wait=45", "wаit=45", "IVR206", 0),
    ("kids-wait-two-equals", "kids", "wait=45", "wait==45", "IVR203 IVR206", 0),
    ("kids-err-missing-colon", "kids", "err:ochered", "errochered", "IVR206", 0),
    ("kids-err-semicolon", "kids", "err:ochered", "err;ochered", "IVR206", 0),
    ("kids-ok-upper", "kids", "ok:end", "ok:END", "IVR206", 0),
    ("kids-ok-hang", "kids", "ok:end", "ok:hangup", "IVR206", 0),
    ("parts-param-order-glue", "parts", "wait=20 ok:end err:sklad", "wait=20;ok:end;err:sklad", "IVR203 IVR206", 0),
    ("parts-param-twice", "parts", "wait=20 ok:end", "wait=20 wait=30 ok:end", "IVR207", 0),
    ("lettings-wait-range", "lettings", "wait=40", "wait=20-40", "IVR203", 0),
    ("lettings-wait-decimal", "lettings", "wait=40", "wait=40.0", "IVR203", 0),
    ("lettings-record-number", "lettings", "err:away record\n", "err:away record=yes\n", "IVR206", 0),
    ("lettings-busy-param", "lettings", "err:away record\n", "busy:away record\n", "IVR206", 0),
    # Numbers.
    ("parts-number-plus-eight", "parts", "call:73833000011", "call:+83833000011", "IVR220", 0),
    ("parts-number-one-too-many", "parts", "call:73833000011", "call:738330000111", "IVR220", 0),
    ("lettings-number-zero-zero", "lettings", "call:441612220014", "call:00441612220014", "IVR220", 0),
    ("lettings-number-hole", "lettings", "call:441612220012,441612220013", "call:441612220012,,441612220013", "IVR001 IVR220 IVR202", 0),
    ("driving-number-x", "driving", "call:447911000044", "call:44791100004X", "IVR220", 0),
    # Keys.
    ("kids-key-ten", "kids", "4: Прививки", "10: Прививки", "IVR005", 0),
    ("kids-key-quote-mark", "kids", "4: Прививки", "«4»: Прививки", "IVR005", 0),
    ("kids-key-yesli", "kids", "4: Прививки", "Если 4: Прививки", "IVR005 IVR012", 0),
    ("kids-key-equals-arrow", "kids", "4: Прививки", "4 => Прививки", "IVR005", 0),
    ("kids-sub-comma", "kids", "42: Прививочный", "4,2: Прививочный", "IVR005", 0),
    ("parts-key-dash-colon", "parts", "9: end", "9-: end", "IVR005", 0),
    ("parts-key-n", "parts", "9: end", "N9: end", "IVR005", 0),
    ("lettings-key-option", "lettings", "9: end", "Option 9: end", "IVR005", 0),
    ("lettings-sub-arrow", "lettings", "12: call", "1>2: call", "IVR005", 0),
    ("driving-key-case", "driving", "4: call:", "case 4: call:", "IVR005", 0),
    ("driving-star-hash-swapped", "driving", "#: start", "*: start", "IVR006 IVR009 IVR010 IVR304", 0),
    # Lines that join, items that are outside, labels, brackets.
    ("kids-colon-lost-in-record", "kids", "2: record: 50", "2 record: 50", "IVR012 IVR005", 0),
    ("parts-colon-lost-in-text", "parts", "3: Возврат", "3 Возврат", "IVR012 IVR005", 0),
    ("driving-comma-joined", "driving", "21: Moved to the morning.", "21, Moved to the morning.", "IVR012 IVR005", 0),
    ("kids-item-after", "kids", "}\n\nБудьте здоровы!", "}\n\n9: end\n\nБудьте здоровы!", "IVR014", 0),
    ("lettings-brace-early", "lettings", "9: end\naway", "9: end}\naway", "IVR013 IVR014", 0),
    ("parts-label-dash", "parts", "sklad: Продавцы", "skl-ad: Продавцы", "IVR007 IVR101 IVR103 IVR109", 0),
    ("parts-label-capital-err", "parts", "wait=30 ok:end err:sklad", "wait=30 ok:end err:SKLAD", "IVR101", 0),
    ("driving-label-number", "driving", "err:onroad", "err:5", "IVR101", 0),
    ("kids-macro-spaces", "kids", "{menu:", "{me nu:", "IVR004", 0),
    ("lettings-macro-dash", "lettings", "{menu:", "{menu -", "IVR004", 0),
    ("driving-two-closing", "driving", "onroad: end\n}", "onroad: end\n}}", "IVR014 IVR013", 0),
    # Texts read aloud as written.
    ("kids-markup-heading", "kids", "Будьте здоровы!", "## Будьте здоровы!", "IVR312 IVR314", 0),
    ("kids-variable-php", "kids", "Будьте здоровы!", "Будьте здоровы, <?=$name?>!", "IVR313 IVR312 IVR214", 0),
    ("parts-variable-python", "parts", "Отправили, проверьте телефон.", "Отправили на {0}, проверьте телефон.", "IVR313 IVR013 IVR002", 0),
    ("lettings-smarty", "lettings", "Good bye from Oak Lettings.", "Good bye, ${customer}.", "IVR313 IVR214", 0),
    ("driving-markup-link", "driving", "Your lesson is cancelled.", "Your lesson is [cancelled](https://swift.example).", "IVR312", 0),
    ("driving-ssml", "driving", "See you there.", "See you <break time=\"1s\"/> there.", "IVR312", 0),
    # Announcements.
    ("kids-announced-as-other", "kids", "расписание прививок - 4", "расписание прививок - 5", "IVR304 IVR303", 0),
    ("parts-sub-announced-three", "parts", "поговорить с курьером - 2.", "поговорить с курьером - 2, узнать сроки - 3.", "IVR304", 0),
    ("driving-sub-not-announced", "driving", "Press 1 for the morning, 2 for the evening.", "Press 1 for the morning.", "IVR303", 12),
    ("driving-announced-zero", "driving", "or the hash key to hear this again", "or zero to hear this again", "IVR304", 0),
    # SMS.
    ("parts-sms-dots", "parts", "21: sms:$phone,Gaika,Тарифы", "21: sms:$phone.Gaika.Тарифы", "IVR212 IVR001", 0),
    ("lettings-sms-caller", "lettings", "sms:$phone", "sms:$caller", "IVR214", 0),
]  # fmt: skip

#: name: language, text
SOUND_MENUS: dict[str, tuple[str, str]] = {
    "optics": ("ru", """Оптика «Взгляд 20/20», ул. Мира, д. 5, стр. 2.

{menu: Проверить зрение - 1, готовы ли очки - 2, адреса салонов - 3, прослушать снова - 0.
0: repeat
1: Приём с 10:00 до 19:30, обед 14–15. Стоимость: 1 200 руб., детям до 7 лет бесплатно.
1: call:74952223344 wait=30 ok:end err:zan
2: Назовите номер заказа (6 цифр на чеке) после сигнала, мы запишем.
2: record: 25
2: end
3: Салоны: 1) на Мира, 5; 2) на Ленина, 12; 3) в ТЦ «Три кита», 2-й этаж.
3: end
zan: Все заняты. Перезвоним за 10 минут!
zan: end
}

Спасибо, что вы с нами.
"""),
    "kindergarten": ("ru", """Детский сад № 24 «Солнышко».

{menu: Если ваш ребёнок заболел, нажмите 1; если едете в отпуск — 2; если хотите поговорить с заведующей — 3.
1: Скажите имя, группу (например, «Ромашки», 3-4 года) и диагноз. Идёт запись.
1: record: 30
1: Поправляйтесь! Справка 095/у нужна после 5 дней болезни.
1: end
2: Оставьте даты после гудка, запись 20 секунд.
2: record: 20
2: end
3: Анна-Мария Ю. Петрова-Водкина принимает по вт. и чт. с 16 до 18.
3: call:78432223344 wait=20 ok:end err:e1
e1: Заведующая вышла. Наберите +7 843 222-33-44, доб. 2.
e1: end
}
"""),
    "cinema-en": ("en", """Welcome to the Odeon on 42nd Street!

{menu: Now playing: "Seven", "12 Angry Men" and "2001: A Space Odyssey". Press 1 for show times, 2 for tickets, 0 to hear this again.
0: repeat
1: Seven: 5 & 8 p.m.; 12 Angry Men: 6 p.m.; 2001: 9 p.m. (rated R - ID needed).
1: end
2: Tickets are $12.50, $8 for under-12s. Hold on, please...
2: call:12125550142 wait=25 ok:end err:box
box: The box office opens at 11. Call again then!
box: end
}

See you @ the movies :-)
"""),
    "pharmacy-en": ("en", """Hill's Pharmacy, est. 1921.

{menu: Press 1 if your prescription has ended, 2 to start a new order, 3 to call us back later, 0 to repeat.
0: repeat
1: End of course? Say your name, record number and the medicine after the beep; this is recorded.
1: record: 60
1: end
2: call:441214960011 wait=30 ok:end err:q
3: Call back any day but Sunday, 9-5.
3: end
q: All 3 lines are busy. Try again in 5.
q: end
}
"""),
    "hostel-many": ("en", """Hostel Praha 1, dobrý den, guten Tag, добрый день!

{menu: For English press 1. Für Deutsch drücken Sie 2. Для русского нажмите 3.
1: Reception is open 24/7. Check-in: 14:00, check-out: 10:00.
1: end
2: Die Rezeption ist rund um die Uhr geöffnet.
2: end
3: Стойка открыта круглосуточно, заезд с 14:00.
3: end
}
"""),
    "debts": ("ru", """Это ООО "Тепло-Сервис". По лицевому счёту 40-817 долг: 3 450 руб. 27 коп. на 01.05.

{menu: Оплачу сегодня: 1. Уже оплачено: 2. Нужна рассрочка: 3.
1: Спасибо! Реквизиты — на обороте квитанции, п. 7.
1: end
2: Хорошо, проверим в течение 3-5 рабочих дней.
2: end
3: call:73422001100 wait=60 ok:end err:buh record
buh: Бухгалтерия: пн.-чт. 8:30-17:15, пт. до 16:00.
buh: end
}
"""),
    "interview": ("ru", """Здравствуйте, Ольга! Вас приглашают на собеседование 3 июня в 11-00, офис 404, домофон 15В.

{menu: Приду - нажмите один. Не смогу - нажмите два. Перенести - три.
1: Отлично! Возьмите паспорт и ручку.
1: https://hr.example/a/1?c=77
1: end
2: Очень жаль.
2: https://hr.example/a/0?c=77
2: end
3: call:79051112299 ok:end err:hr1 wait=20
hr1: Менеджер по персоналу перезвонит сама. Конец рабочего дня в 18:00.
hr1: end
}
"""),
    "labels-plain": ("en", """Ops desk.

{menu: Press 1 for the duty engineer, 2 to end.
1: call:14155550101 wait=15 ok:end err:second
second: Trying the second engineer.
second: call:14155550102 wait=15 ok:end err:third
third: call:14155550103 wait=15 ok:end err:none
none: Nobody answers. Please mail us.
none: end
2: end
}
"""),
    "sms-odd": ("ru", """Шиномонтаж 24 часа.

{menu: Адрес в СМС - 1, отзыв - 2, выход - 3.
1: sms:$phone,Shina24,МКАД, 47-й км, с 8:00 до 23:00; тел.: 8 (495) 111-22-33 {круглосуточно}
""".replace(" {круглосуточно}", " (круглосуточно)") + """1: Отправили!
1: end
2: sms:79161112200,Shina24,Просят перезвонить: $phone!
2: end
3: end
}
"""),
    "german-shop": ("de", """Bäckerei Müller & Söhne, guten Morgen!

{menu: Für Bestellungen drücken Sie die 1, für Öffnungszeiten die 2, zum Beenden die 3.
1: call:498912345670 wait=20 ok:end err:zu
2: Montag bis Freitag 6-18 Uhr, Samstag 7-13 Uhr.
2: end
3: end
zu: Bitte rufen Sie um 6 Uhr wieder an.
zu: end
}
"""),
    "lottery": ("ru", """Поздравляем! Ваш билет №1234567 выиграл 500 ₽ 🎉

{menu: Чтобы забрать приз на карту ***1234, нажмите 1, на телефон — 2, отказаться — 9.
1: https://loto.example/win?to=card
1: Деньги придут до 23:59.
1: end
2: https://loto.example/win?to=phone
2: Баланс пополнен на 500 ₽.
2: end
9: end
}
"""),
    "questions": ("en", """Hi, it's your council: a 1-minute survey!

{menu: Do you recycle? Press 1 for yes, 2 for no, 3 if you don't know.
1: Thanks! Which bin is yours: green - press 1, blue - press 2?
11: https://council.example/s?bin=green
11: end
12: https://council.example/s?bin=blue
12: end
2: https://council.example/s?bin=none
2: end
3: https://council.example/s?bin=unknown
3: end
}
"""),
}  # fmt: skip
