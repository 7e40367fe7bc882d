"""Sound menus with all that looks like a slip and is none: prices, hours, houses, brackets, dashes, other languages."""

# ruff: noqa: E501

SOUND: dict[str, tuple[str, str]] = {
    "library": (
        "ru",
        """\
Городская библиотека имени Пушкина.

{menu: Чтобы продлить книгу, нажмите 1. Чтобы узнать часы работы, нажмите 2. Для связи с читальным залом нажмите 3. Для повтора нажмите 0.
0: repeat
1: sms:$phone,Biblioteka,Продлить книгу: https://lib.example/renew
1: Ссылка отправлена.
1: end
2: Абонемент: с 9 до 20, читальный зал: с 10 до 21. Выходной - последняя пятница месяца.
2: Внимание: 12 июня мы закрыты.
3: call:78121234567 wait=30 ok:end err:noone
noone: В зале никого нет, нажмите 3, чтобы попробовать ещё раз.
}

До свидания!
""",
    ),
    "vet": (
        "ru",
        """\
Ветеринарная клиника "Айболит", здравствуйте.

{menu: Записаться - нажмите 1, экстренный случай - 2, вызов врача на дом - 3, повторить - 0.
0: repeat
1: call:74957654321 wait=40 ok:end err:1a
1a: Регистратура занята. Оставьте сообщение после сигнала, запись идёт минуту.
1a: record: 60
1a: end
2: Не кладите трубку, соединяем с дежурным врачом (24 часа).
2: call:79261234567,79261234568 wait=60 ok:end err:1a record
3: Врач приедет в течение 2 часов, стоимость 1500 рублей.
3: call:79261234569 ok:end err:1a
}

Берегите питомцев!
""",
    ),
    "airport": (
        "en",
        """\
<file https://air.example/jingle.mp3> Airport information.

{menu: For arrivals press 1; for departures press 2; for lost property press 3; to speak to an agent press 5; to hear these options again press hash.
#: start
1: https://air.example/ivr/arrivals
1: Arrivals are sent to your phone by text message.
2: https://air.example/ivr/departures
2: Gate 12 opens 40 minutes before departure. Terminal 2 is closed from 1 to 5 a.m.
3: Lost property: Terminal 1, level 0, open 6:00-22:00.
3: record
3: Thank you, we will call you back within 24 hours.
3: end
5: call:442071112222,442071112223,442071112224 wait=25 ok:end err:busy
busy: All agents are busy. Press 5 to try again or 3 to leave a message.
}
""",
    ),
    "cafe": (
        "en",
        """\
Hi! It's Cafe No. 5, on 2nd street.

{menu: Press 1 for today's menu, 2 to book a table, 3 to cancel, or star to go back.
*: back
1: Today: soup of the day, 1/2 portion 3.50; fish & chips, 12-15 minutes; call it a day with our #1 dessert :)
2: Tables for 1-4 people can be booked here; for more than 4, speak to us.
2: call:12025550133 wait=15 ok:end err:no
3: sms:12025550133,CafeNo5,Cancel: $phone
3: end
no: Sorry, nobody is free. Press 2 again later.
}

Enjoy - see you!
""",
    ),
    "delivery": (
        "ru",
        """\
Служба доставки. Ваш заказ № 125 готов.

{menu: Если доставка сегодня удобна, нажмите один. Если нужно перенести, нажмите два. Для связи с курьером нажмите три.
1: https://d.example/ok?id=125
1: Отлично, курьер будет с 14:00 до 16:00.
1: end
2: На какой день? Нажмите 1 - на завтра, 2 - на послезавтра.
21: https://d.example/move?id=125&day=1
21: Перенесли на завтра.
21: end
22: https://d.example/move?id=125&day=2
22: Перенесли на послезавтра.
22: end
3: call:79031112233 wait=20 ok:end err:later
later: Курьер за рулём. Он перезвонит вам сам.
later: sms:79031112233,Dostavka,Перезвоните: $phone
later: end
}

Хорошего дня!
""",
    ),
    "poll": (
        "ru",
        """\
Опрос: как вам концерт?

{menu: Поставьте оценку от 1 до 5.
1: https://poll.example/?v=1
1: end
2: https://poll.example/?v=2
2: end
3: https://poll.example/?v=3
3: end
4: https://poll.example/?v=4
4: end
5: https://poll.example/?v=5
5: end
err: Нажмите цифру от 1 до 5.
}
Спасибо!
""",
    ),
    "utility": (
        "ru",
        """\
Это УК «Дом-Сервис». По адресу: ул. Ленина, д. 2, кв. 5 есть долг.

{menu: Нажмите 1 - узнать сумму, 2 - получить реквизиты в СМС, 3 - поговорить с бухгалтером, * - назад, # - в начало.
*: back
#: start
1: Сумма долга - три тысячи рублей. Пени: 1% за каждый месяц.
2: sms:$phone,DomService,Реквизиты: р/с 40702810..., БИК 044525225
2: Отправили.
3: call:74951234567 wait=30 ok:end err:noans
noans: Перезвоните в часы приёма: пн-пт, 9-18.
}
Всего доброго.
""",
    ),
    "bus": (
        "ru",
        """\
Автовокзал.

{menu: Расписание - клавиша 1, билеты - клавиша 2, багаж - клавиша 3.
1: Автобус № 7 отходит в 8:15, автобус № 12 - в 9:40, со 2-й платформы.
2: Билет стоит 250 рублей, детский - 125. Кассы: 1 этаж.
3: call:73432223344 wait=15 ok:end err:sorry
sorry: Никто не отвечает. Камера хранения: 2 этаж, налево.
sorry: end
}
""",
    ),
    "taste": (
        "en",
        """\
Welcome to Taste & Co.

{menu: Press 1 for e-mail (info@taste.example), 2 for our web site, 9 to hang up.
1: Our e-mail: info at taste dot example.
2: sms:$phone,Taste,https://taste.example/#menu
2: We sent a text.
9: end
}
Bye-bye
""",
    ),
    "tailor": (
        "ru",
        """\
Здравствуйте!

{menu: Вы позвонили в ателье.
Нажмите 1, чтобы узнать цену,
2, чтобы узнать, готов ли заказ.
1: Подшить брюки - 600 рублей,
укоротить рукав - 800 рублей.
2: call:79991234567 wait=20 ok:end err:sorry
sorry: Мастер занят, наберите позже.
}
""",
    ),
    "tv": (
        "en",
        """\
Hello from CityTV support.

{menu: No picture? Press 1. No sound? Press 2. Billing? Press 3. Anything else? Press 4. Repeat? Press 0.
0: repeat
1: Turn the box off, wait 30 seconds, then turn it on. Did it help? If yes, press 1; if no, press 2.
11: Great, good bye.
11: end
12: call:12125550100 wait=60 ok:end err:busy
2: Check the cable: HDMI 1 or HDMI 2. Record the error code, such as E-42.
3: https://citytv.example/ivr/billing
3: Your balance was sent by SMS.
4: call:12125550101 wait=60 ok:end err:busy
busy: Everyone is busy: end of month! Press 4 to try again.
}
""",
    ),
    "surgery-visit": (
        "en",
        """\
Reminder: your visit is on 5 May at 3:30 pm, room 12.

{menu: Press 1 to confirm, 2 to cancel, 3 to move the visit.
1: https://clinic.example/confirm?id=77&v=1
1: Confirmed, thank you.
1: end
2: https://clinic.example/confirm?id=77&v=0
2: Cancelled.
2: end
3: call:353871234567 wait=20 ok:end err:x
x: Please call 01 555 1234 between 9 and 5.
x: end}
""",
    ),
    "yes-no": (
        "ru",
        """\
Вы придёте?

{menu: 1 - да, 2 - нет
1: https://x.example/1
1: end
2: https://x.example/0
2: end}""",
    ),
    "webinar": (
        "ru",
        """\
Напоминание: вебинар «Python: от А до Я» начнётся в 19.00 (мск).

{menu: Если придёте, нажмите 1. Если нет - 2. Если не знаете - 3.
1: Ждём! Ссылка: в письме.
1: end
2: Жаль... Запись будет доступна 30 дней.
2: end
3: Напомним за 1 час.
3: end
}
""",
    ),
    "surgery": (
        "en",
        """\
Hello. This is Dr. Smith's surgery. If this is an emergency, hang up and dial 999.

{menu: For appointments, press 1. For prescriptions, press 2. For test results, press 3 after 2 p.m. To hear this again, press 0.
1: call:442079460001 wait=30 ok:end err:full
2: Prescriptions take 2 to 3 days. Leave your name, date of birth and the medicine after the tone; you are recorded.
2: record: 90
2: end
3: Results are given between 2 and 4 p.m.
3: call:442079460002 wait=30 ok:end err:full
0: repeat
full: We are busy. Press 1 or 3 to try again.
}
""",
    ),
    "quiz": (
        "ru",
        """\
Викторина! Вопрос: сколько планет в Солнечной системе?

{menu: Семь - нажмите 1, восемь - нажмите 2, девять - нажмите 3.
1: Неверно.
1: https://q.example/?a=7
1: end
2: Верно: восемь!
2: https://q.example/?a=8
2: end
3: Неверно: Плутон больше не планета (с 2006 года).
3: https://q.example/?a=9
3: end
}
""",
    ),
    "percent": (
        "ru",
        """\
Скидка 50% до 1 мая! Подробности: пункт 3.2 правил.

{menu: Нажмите 1, чтобы узнать адрес магазина, или 2, чтобы отписаться.
1: Улица Новая, дом 3/5, корп. 2 (вход со двора, код #15).
2: https://shop.example/unsubscribe?p=1
2: Больше не побеспокоим.
2: end
}
""",
    ),
    "brackets": (
        "en",
        """\
Good evening <file 1>

{menu: Press 1 (one) for sales, 2 (two) for support, 3 (three) for "other".
1: call:4930123456 wait=20 ok:end err:off
2: call:4930123457 wait=20 ok:end err:off
3: Write to us [address on the site] or come by: A@B Lane 5.
off: We're off until Monday.
}
""",
    ),
    "short": (
        "ru",
        """\
Ваш код 4 5 6 7. Повторяю: 4 5 6 7.

{menu: Чтобы прослушать ещё раз, нажмите решётку, для выхода - 1.
#: start
1: end
}
""",
    ),
    "dashes": (
        "en",
        """\
Alert: server db-2 is down.

{menu: Press 1 to acknowledge -- the next person is not called then. Press 2 to pass it on.
1: https://ops.example/ack?id=1
1: Thank you -- good luck.
1: end
2: https://ops.example/pass?id=1
2: end
}
""",
    ),
    "nested": (
        "ru",
        """\
Меню отеля.

{menu: Номер - 1, ресторан - 2, бассейн - 3; звёздочка - назад.
*: back
1: Уборка - 1, полотенца - 2, завтрак в номер - 3.
11: https://h.example/clean
11: Горничная придёт через 15 минут.
12: https://h.example/towels
12: Полотенца принесут.
13: call:79998887766 wait=15 ok:end err:zavtra
2: Завтрак: 7-11. Обед: 12-15. Ужин: 18-22. Чтобы заказать столик, нажмите 1.
21: call:79998887767 wait=15 ok:end err:zavtra
3: Бассейн открыт. Дорожка 1 - дети, дорожки 2 и 3 - взрослые.
zavtra: Мы перезвоним.
}
""",
    ),
    "hotline": (
        "en",
        """\
Company hotline.

{menu: Press 1 for our phone number, 2 for the fax, 3 to leave.
1: Phone: 4420 7946 0000. Ask for extension 12.
2: Fax: 4420 7946 0001; e-mail is faster, though.
3: end
}
""",
    ),
    "weather": (
        "ru",
        """\
Если температура < 0, дорога скользкая; скорость > 60 опасна.

{menu: Нажмите 1, если поняли, 2, чтобы повторить прогноз.
1: end
2: Ночью -5 ... -7, днём 0 ... +2 градуса. Ветер: 3-5 м/с.
}
""",
    ),
    "spelled": (
        "ru",
        """\
Привет! Это робот Вася :) Вам письмо от "ООО 'Ромашка'"

{menu: 1 - прослушать, 2 - удалить, 9 - выход
1: <file /upload/files/sms/alex/letter.mp3>
2: https://mail.example/delete?id=5
2: Удалено.
9: end
}
""",
    ),
    "comment": (
        "en",
        """\
Hello!

{menu: Press 1 to accept, 2 to refuse.
1: https://x.example/y
1: end
2: https://x.example/n
2: end}

Bye.
~~~
campaign 12, for {name} # and so on
1: note
""",
    ),
    "kazakh": (
        "kk",
        """\
Сәлеметсіз бе! Бұл «Нұр» банкі.

{menu: Несие туралы білу үшін 1 басыңыз, оператормен сөйлесу үшін 2 басыңыз, мәзірді қайталау үшін 0 басыңыз.
0: repeat
1: sms:$phone,NurBank,Несие: https://nur.example
1: end
2: call:77011234567 wait=30 ok:end err:bos
bos: Операторлар бос емес, кейінірек қоңырау шалыңыз.
}
Сау болыңыз!
""",
    ),
    "uzbek": (
        "uz",
        """\
Assalomu alaykum! Bu Toshkent Taksi.

{menu: Mashina chaqirish uchun 1 ni bosing, operator bilan bog'lanish uchun 2 ni bosing, takrorlash uchun 0 ni bosing.
0: repeat
1: https://t.example/new
1: Mashina 5 daqiqada keladi.
1: end
2: call:998901234567 wait=30 ok:end err:band
band: Operatorlar band, keyinroq qo'ng'iroq qiling.
}
Xayr!
""",
    ),
    "spanish": (
        "es",
        """\
Hola, le llamamos de la clínica Sol.

{menu: Para confirmar la cita pulse 1, para cambiarla pulse 2, para hablar con nosotros pulse 3, para repetir pulse 0.
0: repeat
1: https://sol.example/si
1: Gracias, hasta el lunes a las 10.
1: end
2: https://sol.example/cambiar
2: Le llamaremos.
2: end
3: call:34911234567 wait=30 ok:end err:nadie
nadie: No hay nadie, llame de 9 a 14.
}
Adiós.
""",
    ),
    "german": (
        "de",
        """\
Guten Tag, hier ist die Praxis Dr. Weber.

{menu: Für einen Termin drücken Sie die 1, für ein Rezept die 2, zum Wiederholen die 0.
0: repeat
1: call:4930123456 wait=30 ok:end err:besetzt
2: Sprechen Sie Ihren Namen nach dem Ton, die Nachricht wird aufgezeichnet.
2: record: 40
2: end
besetzt: Leider besetzt, drücken Sie noch einmal die 1.
}
Auf Wiederhören!
""",
    ),
    "ukrainian": (
        "uk",
        """\
Вітаємо! Це служба таксі.

{menu: Щоб замовити машину, натисніть 1. Щоб скасувати, натисніть 2. Щоб почути ще раз, натисніть 0.
0: repeat
1: call:380441234567 wait=30 ok:end err:zajniato
2: https://taxi.example/cancel
2: Скасовано.
2: end
zajniato: Усі оператори зайняті, зателефонуйте пізніше.
}
На все добре!
""",
    ),
    "french": (
        "fr",
        """\
Bonjour, ici la mairie.

{menu: Pour l'état civil, tapez 1. Pour les écoles, tapez 2. Pour réécouter, tapez 0.
0: repeat
1: call:33140200000 wait=20 ok:end err:occupe
2: Les écoles ouvrent à 8 h 30. Pour la cantine, tapez 1.
21: call:33140200001 wait=20 ok:end err:occupe
occupe: Nos agents sont occupés, rappelez plus tard.
}
Au revoir.
""",
    ),
    "spanish-words": (
        "es",
        """\
Hola.

{menu: Marque uno para ventas, dos para soporte y cero para repetir.
0: repeat
1: call:34911234567 wait=20 ok:end err:x
2: Gracias.
2: end
x: Nadie contesta.
}
""",
    ),
    "german-words": (
        "de",
        """\
Hallo.

{menu: Drücken Sie eins für den Verkauf, zwei für die Adresse und null zum Wiederholen.
0: repeat
1: call:4930123456789 wait=20 ok:end err:x
2: Wir sind am Markt.
2: end
x: Niemand ist frei.
}
""",
    ),
    "french-words": (
        "fr",
        """\
Bonjour.

{menu: Appuyez sur un pour les ventes, sur deux pour l'adresse, sur zéro pour répéter.
0: repeat
1: call:33123456789 wait=20 ok:end err:x
2: Nous sommes rue de la Paix.
2: end
x: Personne ne répond.
}
""",
    ),
}
