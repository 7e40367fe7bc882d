"""Menus as hotels, clinics, schools, couriers, banks and utilities have them, in six languages: see `later_mistakes.py`."""

# ruff: noqa: E501

from __future__ import annotations

#: name: language, text
SOUND_MENUS = {
    "later-hotel": (
        "ru",
        """Здравствуйте, отель «Северная звезда», Мурманск. Заезд с 14:00, выезд до 12:00.
{menu: Для бронирования номера наберите 1, для продления проживания наберите 2, для заказа такси наберите 3, для связи с администратором наберите 4, чтобы прослушать ещё раз, наберите 0.
0: repeat
1: Стандарт — 1, люкс — 2, назад — звёздочка.
*: back
11: sms:$phone,NordStar,Стандарт: 4500 руб./сутки, бронь на nordstar.example
11: end
12: sms:$phone,NordStar,Люкс: 9900 руб./сутки, бронь на nordstar.example
12: end
2: call:78152400101 wait=40 ok:end err:zanyato
3: Назовите время и номер комнаты
3: record: 20
4: call:78152400102,78152400103 wait=30 ok:end err:zanyato record
zanyato: Администратор сейчас не может ответить. Перезвоним вам в течение 10 минут.
}
Ждём вас снова!
""",
    ),
    "later-poly": (
        "ru",
        """Городская поликлиника номер 5. Напоминаем: приём у кардиолога 14 мая в 10:20, кабинет 308.
{menu: Если вы придёте, нажмите 1. Если хотите перенести приём, нажмите 2. Если отменяете запись, нажмите 3. Для связи с регистратурой нажмите 5.
#: start
1: https://poly5.example/visit/yes
1: Спасибо, ждём вас. Возьмите полис и паспорт.
1: end
2: Нажмите 1 — на эту неделю, нажмите 2 — на следующую.
21: https://poly5.example/visit/week
21: end
22: https://poly5.example/visit/next
22: end
3: https://poly5.example/visit/no
3: Запись отменена
3: end
5: call:74732550101 wait=60 ok:end err:reg
reg: Регистратура занята, звоните с 8 до 15
}
Будьте здоровы!
""",
    ),
    "later-sber": (
        "ru",
        """Банк «Исток». По вашей карте *4471 платёж 12 500 рублей отклонён.

{menu: Подтвердить, что это вы, — нажмите 1; заблокировать карту — нажмите 2; поговорить с сотрудником — нажмите 3.
1: Спасибо, повторите платёж
1: end
2: https://istok.example/ivr/block?src=menu
2: Карта заблокирована, новую выпустим бесплатно
2: sms:$phone,Istok,Карта заблокирована. Вопросы: 88005550101
2: end
3: call:78005550101 wait=45 ok:end err:wait1 record
wait1: Все специалисты заняты
wait1: call:78005550102 wait=45 ok:end err:wait2
wait2: Извините, перезвоните позднее}

Берегите себя.
""",
    ),
    "later-gas": (
        "ru",
        """Горгаз. Передайте показания счётчика до 25-го числа.
{menu: Передать показания голосом — 1. Узнать задолженность — 2. Вызвать мастера — 3. Аварийная служба — 4. Повторить — 0.
0: repeat
1: Продиктуйте лицевой счёт и показания после гудка.
1: record: 60
1: Показания приняты. До свидания!
1: end
2: https://gorgaz.example/api/debt
3: Мастер на сегодня — нажмите 1, на завтра — нажмите 2
31: sms:74872330101,Gorgaz,Мастер сегодня, звонил $phone
31: end
32: sms:74872330101,Gorgaz,Мастер завтра, звонил $phone
32: end
4: call:74872330104 ok:end err:avar
avar: Наберите 104 с любого телефона
}
""",
    ),
    "later-dostavka": (
        "ru",
        """Интернет-магазин «Полка»: заказ 88-4512 уже у курьера Андрея, сумма 3 490 ₽.
{menu: Чтобы принять заказ сегодня с 18 до 21, нажмите «1». Чтобы перенести на завтра, нажмите «2». Чтобы отказаться, нажмите «3». Чтобы поговорить с курьером, нажмите «4».
1: Отлично, курьер позвонит за полчаса
1: end
2: https://polka.example/orders/move
2: Перенесли на завтра, с 10 до 14
2: end
3: Нам жаль. Скажите, почему вы отказались, у вас есть 15 секунд
3: record: 15
3: end
4: call:79215550101 wait=25 ok:end err:kurier
kurier: Курьер за рулём, он перезвонит
}
~~~
param=30,120,3
""",
    ),
    "later-avto": (
        "ru",
        """Автосервис «Колесо», шиномонтаж и ремонт, г. Тверь, ул. Заводская, д. 3
{menu: Запись на шиномонтаж - кнопка 1, запись на ремонт - кнопка 2, адрес по СМС - кнопка 3, выход - кнопка 9
1: call:74822500101 wait=20 ok:end err:m1
2: call:74822500102 wait=20 ok:end err:m1
3: sms:$phone,Koleso,Тверь, Заводская 3. Работаем 9-20 без выходных
3: СМС отправлено
9: end
m1: Мастер занят, оставьте сообщение
m1: record: 45
m1: end
}
Удачи на дорогах
""",
    ),
    "later-uk": (
        "uk",
        """Вітаємо! Це поліклініка «Добродій», Львів.
{menu: Щоб записатися до лікаря, натисніть 1. Щоб дізнатися результати аналізів, натисніть 2. Щоб зв'язатися з реєстратурою, натисніть 3. Щоб завершити, натисніть 9.
#: start
1: Терапевт — натисніть 1, педіатр — натисніть 2.
11: call:380322400101 wait=30 ok:end err:nema
12: call:380322400102 wait=30 ok:end err:nema
2: https://dobrodij.example/results
3: call:380322400103 wait=30 ok:end err:nema
9: end
nema: На жаль, ніхто не відповів. Зателефонуйте після 8:00.
}
Бережіть себе!
""",
    ),
    "later-ukshop": (
        "uk",
        """Магазин «Кавун»: ваше замовлення 5512 готове до видачі.
{menu: Підтвердити доставку на сьогодні — 1, перенести на завтра — 2, оператор — 3
1: Дякуємо, чекайте на кур'єра з 12 до 16
1: end
2: sms:$phone,Kavun,Доставка завтра з 12 до 16
2: end
3: call:380442900101,380442900102 wait=20 ok:end err:zajnjato
zajnjato: Усі оператори зайняті, передзвонимо
zajnjato: record: 30
}
""",
    ),
    "later-kz": (
        "kk",
        """Сәлеметсіз бе! «Жайық» су арнасы хабарласып тұр.
{menu: Есептегіш көрсеткішін беру үшін 1 басыңыз. Қарызды білу үшін 2 басыңыз. Оператормен сөйлесу үшін 3 басыңыз. Қайталау үшін 0 басыңыз.
0: repeat
1: Дыбыстық белгіден кейін көрсеткішті айтыңыз
1: record: 40
1: Рақмет, қабылданды
1: end
2: https://zhaiyq.example/debt
3: call:77112500101 wait=30 ok:end err:bos
bos: Барлық операторлар бос емес, кейінірек қоңырау шалыңыз
}
Сау болыңыз!
""",
    ),
    "later-de": (
        "de",
        """Guten Tag, hier ist die Stadtbücherei Lindau. Ihr vorbestelltes Buch liegt bereit.
{menu: Drücken Sie die 1, um die Abholung zu bestätigen, die 2, um die Frist zu verlängern, oder die 3, um mit uns zu sprechen.
1: Vielen Dank. Wir haben bis 18 Uhr geöffnet.
1: end
2: https://buecherei-lindau.example/verlaengern
2: Die Frist ist um 7 Tage verlängert.
2: end
3: call:4983829400101 wait=30 ok:end err:besetzt
besetzt: Leider ist niemand am Platz. Bitte rufen Sie nach 10 Uhr wieder an.
}
Auf Wiederhören!
""",
    ),
    "later-deshop": (
        "de",
        """Pizzeria Vesuv, guten Abend!
{menu: Für eine Bestellung wählen Sie 1, für eine Reservierung wählen Sie 2, für unsere Öffnungszeiten wählen Sie 3, mit Null hören Sie alles noch einmal.
0: repeat
1: call:493055500101 wait=20 ok:end err:voll
2: Nennen Sie bitte Tag, Uhrzeit und Personenzahl.
2: record: 30
2: Wir bestätigen per SMS.
3: Dienstag bis Sonntag von 17 bis 23 Uhr, Montag Ruhetag.
voll: Alle Leitungen sind belegt.
}
""",
    ),
    "later-es": (
        "es",
        """Buenos días, le llamamos de la Clínica Dental Sonrisa para recordarle su cita del 12 de mayo a las 9:30.
{menu: Pulse 1 para confirmar, 2 para cambiar la hora, 3 para anular la cita o 4 para hablar con recepción.
1: Gracias, le esperamos.
1: end
2: call:34915550101 wait=25 ok:end err:ocupado
3: https://sonrisa.example/anular
3: Su cita queda anulada.
3: end
4: call:34915550102 wait=25 ok:end err:ocupado
ocupado: En este momento no podemos atenderle.
}
Hasta pronto.
""",
    ),
    "later-power": (
        "en",
        """This is Valley Power. There is a planned cut on Thursday 4 June from 8am to 1pm in your street.
{menu: To hear which houses are affected press 1. To get this by text press 2. To speak to an adviser press 3. To hear this again press 0.
0: repeat
1: Houses 2 to 48, even numbers only.
2: sms:$phone,ValleyPower,Planned cut Thu 4 June 8am-1pm, houses 2 to 48
2: end
3: Press 1 for medical equipment, 2 for anything else.
31: call:441632960101 wait=20 ok:end err:busy
32: call:441632960102,441632960103 wait=60 ok:end err:busy
busy: All lines are busy. Please call 105 at any time.
}
Thank you.
""",
    ),
    "later-ustore": (
        "en",
        """Hi! It's Book Barn. Your order has arrived.
{menu: Press 1 if you will collect it today, 2 if you will collect it this week, 3 to have it posted, or 9 to finish.
#: start
1: Lovely, we close at 6.
1: end
2: Fine. We keep it for 7 days.
2: end
3: Tell us your address after the tone.
3: record: 25
3: sms:$phone,BookBarn,Got it; postage is 3.99
9: end
}
Bye!
""",
    ),
    "later-school": (
        "ru",
        """Уважаемые родители 7 «Б»! Завтра, 3 декабря, уроки отменены из-за мороза.
{menu: Ребёнок останется дома — цифра 1, ребёнок придёт в школу — цифра 2, соединить с классным руководителем — цифра 3
1: Хорошо, отметили
1: https://school7.example/home
1: end
2: Дежурный класс открыт с 8:30 до 13:00
2: https://school7.example/come
2: end
3: call:73512660101 wait=35 ok:end err:net
net: Мария Ивановна на уроке, перезвоните на перемене
}
""",
    ),
    "later-taxi": (
        "ru",
        """Такси «Зебра». К вам едет белая «Лада Гранта», номер 451, будет через 6 минут.
{menu: Позвонить водителю — нажмите один. Отменить заказ — нажмите два. Диспетчер — нажмите три. В начало — решётка.
#: start
1: call:79035550101 wait=15 ok:end err:disp
2: Заказ отменён, за отмену ничего не списано
2: https://zebra.example/cancel
2: end
3: call:73432550102 ok:end err:disp
disp: Никто не отвечает
disp: sms:73432550102,Zebra,Не дозвонился клиент $phone
disp: end
}
""",
    ),
    "later-hr": (
        "ru",
        """<file /upload/files/sms/hr/hello.mp3>
{menu: <file /upload/files/sms/hr/menu.mp3>
1: call:74995550101 wait=30 ok:end err:hr1
2: <file /upload/files/sms/hr/vacancies.mp3>
3: <file /upload/files/sms/hr/tone.mp3>
3: record: 90
3: end
hr1: <file /upload/files/sms/hr/busy.mp3>
}
<file /upload/files/sms/hr/bye.mp3>
""",
    ),
    "later-fit": (
        "ru",
        """Фитнес-клуб «Атлет»: абонемент заканчивается через 3 дня.
{menu: Хотите продлить со скидкой 15%? Да — 1, нет — 2, перезвоните мне — 3.
1: Продлеваем! Ссылка на оплату придёт по СМС
1: sms:$phone,Atlet,Оплата: https://atlet.example/pay?d=15%25
1: end
2: Жаль. Скидка действует ещё 3 дня
2: end
3: sms:79265550101,Atlet,Перезвонить клиенту $phone
3: end
}
""",
    ),
    "later-plain": (
        "ru",
        """Алло! Это Марина из 34-й квартиры, собираем на домофон по 250 р.
{menu: Сдаёте? Да - 1, нет - 2
1: Супер, спасибо!!!
1: end
2: Ок(((
2: end}
""",
    ),
    "later-court": (
        "ru",
        """Управляющая компания «Дом-7». Отключение воды 1-3 июня, с 9:00 до 17:00, дома 2, 4, 6/1 и 8а.
{menu: Подробнее - нажмите 1 (один). Диспетчер - нажмите 2 (два).
1: Дома 2 и 4 - до 15:00, дома 6/1 и 8а - до 17:00
2: call:74957770101 ok:end err:d
d: Звоните 112, если это авария!}
""",
    ),
    "later-emoji": (
        "ru",
        """🎂 С днём рождения! Вам 3 000 бонусов до 31.12.2026.
{menu: 1 — узнать, где потратить, 2 — отказаться от поздравлений
1: sms:$phone,Bonus,Тратьте тут: https://bonus.example/?a=1&b=2#c
1: end
2: https://bonus.example/no
2: Больше не побеспокоим ;-)
2: end
}
Пока-пока 👋
""",
    ),
    "later-iban": (
        "de",
        """Hausverwaltung Berg: Ihre Miete für 06/2026 (IBAN DE12 …34) ist offen.
{menu: Drücken Sie 1, wenn Sie schon bezahlt haben, 2 für eine Ratenzahlung, # für alles noch einmal.
#: start
1: Danke! Wir prüfen das bis zum 15.
1: end
2: call:498912300101 wait=60 ok:end err:leider
leider: Mo.-Fr. 9-12 Uhr sind wir wieder da.}
""",
    ),
    "later-end": (
        "en",
        """The end of term concert is at 7.
{menu: Will you end up coming? Press 1 for yes, 2 for no, 3 to call back the school.
1: Call us if plans change; record seats by Friday.
1: end
2: End of story: see you next year.
2: end
3: call:441632960133 ok:end err:desk
desk: End of the line, sorry.}
""",
    ),
    "later-uzh": (
        "uk",
        """«Нова пошта» тут ні до чого: це ОСББ «Затишок», під'їзд №3.
{menu: За ремонт ліфта — 1, проти — 2, утримався — 3
1: https://zatyshok.example/vote?v=za
1: end
2: https://zatyshok.example/vote?v=proty
2: end
3: https://zatyshok.example/vote?v=utrym
3: end}
Дякуємо!
""",
    ),
    "later-kzmix": (
        "kk",
        """Сәлем! 12 мамыр, сағат 10:30 — №4 мектепте жиналыс.
{menu: Келемін — 1, келмеймін — 2
1: Күтеміз!
1: end
2: Түсінікті, рақмет
2: end}
""",
    ),
    "later-es-poll": (
        "es",
        """¿Cómo fue su visita del 3 de mayo?
{menu: Del 1 al 3: marque 1 si fue mala, 2 si fue regular, 3 si fue buena.
1: Lo sentimos; dígalo todo tras la señal.
1: record: 60
2: Gracias.
3: ¡Qué bien, gracias!
3: end}
""",
    ),
    "later-numbers": (
        "ru",
        """Код домофона 38В2451, подъезд 2, этаж 4, квартира 38.
{menu: Чтобы прослушать код ещё раз, нажмите решётку. Чтобы получить код по СМС, нажмите 1.
#: start
1: sms:$phone,79261230101,Код: 38В2451; подъезд 2: этаж 4
1: end}
""",
    ),
    "later-quote": (
        "en",
        """"Press" magazine here. Your issue #9 is in the post.
{menu: Press 1 to renew for 12 months at 10% off, or press 2 to stop.
1: https://press.example/renew?months=12&off=10
1: Renewed: 12 months, ends 31/12.
2: https://press.example/stop
2: Stopped - no charge.
2: end}
""",
    ),
    "later-time": (
        "ru",
        """Напоминаем о записи: 9.05, 10-30, мастер Оля (2 этаж).
{menu: Приду - 1. Не приду - 2. Опоздаю на 10-15 мин. - 3.
1: Ждём к 10-30
1: end
2: Жаль! Отменили
2: sms:79169990101,Salon,Отмена 9.05 10-30: $phone
2: end
3: Хорошо, но не позже 10:45
3: sms:79169990101,Salon,Опоздает: $phone
3: end
}
""",
    ),
    "later-deep": (
        "ru",
        """МФЦ.
{menu: Паспорт — 1, справки — 2
1: Замена — 1, утеря — 2
11: По возрасту — 1, смена фамилии — 2
111: Возьмите 2 фото 35×45 мм
112: Возьмите свидетельство (оригинал)
12: Сначала в полицию, окно 5
*: back
2: Готово через 3 дня
2: end}
""",
    ),
    "later-labels": (
        "en",
        """Depot 24/7.
{menu: Press 1 for Anna, 2 for Bob.
1: call:441632960141 wait=10 ok:end err:bob2
2: call:441632960142 wait=10 ok:end err:X1
bob2: Anna is out, trying Bob.
bob2: call:441632960142 wait=0 ok:end err:X1
X1: Nobody. Try 24/7 chat at depot.example}
""",
    ),
}
BASES = {name: text for name, (_, text) in SOUND_MENUS.items()}
