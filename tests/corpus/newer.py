"""Menus of many trades in many languages, and one mistake each in them, written before the rules saw them."""

# ruff: noqa: E501

from __future__ import annotations

#: name: language, text
SOUND_MENUS = {
    "newer-taxi": ("ru", """Вас приветствует такси «Ласточка»!

{menu: Чтобы заказать машину, нажмите 1. Узнать, где едет водитель, — 2. Связаться с диспетчером — 3. Завершить разговор — 9.
#: start
0: repeat
1: Назовите адрес подачи и адрес, куда едем, после сигнала
1: record: 40
1: Заявка принята, машина будет через 15 минут
2: call:79161234501 wait=20 ok:end err:busy
3: call:79161234502,79161234503 wait=30 ok:end err:busy record
9: end
busy: Все операторы заняты, позвоните позже}

Спасибо, что выбрали нас!
"""),
    "newer-clinic": ("ru", """Добрый день! Вы позвонили в клинику «Будь здоров» на Лесной, 12.

{menu: Запись к врачу — нажмите 1, результаты анализов — нажмите 2, вызов врача на дом — нажмите 3, завершить — нажмите 4
*: back
1: Терапевт — нажмите 1, стоматолог — нажмите 2, вернуться — звёздочка
11: call:74951234567 wait=25 ok:end err:no
12: call:74951234568 wait=25 ok:end err:no
2: Анализы готовы в будни с 8:30 до 19:00, кабинет 214, второй этаж
3: call:74951234569 ok:end err:no
4: end
no: К сожалению, никто не ответил. Перезвоните после 14:00}

Не болейте!
"""),
    "newer-bank": ("ru", """Банк «Рубин» слушает вас.
{menu: Заблокировать карту: нажмите 1. Узнать курс: нажмите 2. Оставить сообщение: нажмите 3. Выход: нажмите 7.
#: start
1: call:78001234567 wait=60 ok:end err:sorry record
2: Сегодня доллар стоит 92 рубля 35 копеек, евро — 101 рубль 20 копеек
3: Говорите после сигнала, у вас 30 секунд
3: record: 30
3: sms:$phone,RubinBank,Мы получили ваше сообщение, ответим до 18:00
7: end
sorry: Специалист занят. Нажмите решётку, чтобы вернуться к началу}
До свидания.
"""),
    "newer-school": ("ru", """Школа № 57. Сегодня 1 сентября, занятия начинаются в 9:00.

{menu: Для связи с учительской нажмите один, с медпунктом — два, с завучем — три, чтобы закончить, нажмите девять.
0: repeat
1: call:74957654321 wait=15 ok:end err:1a
2: call:74957654322 wait=15 ok:end err:1a
3: call:74957654323 wait=15 ok:end err:1a
9: end
1a: Никто не берёт трубку, попробуйте на перемене}

Хорошего дня!
"""),
    "newer-courier": ("ru", """Курьерская служба «Стриж»: ваш заказ 4471 прибудет 12 марта с 10 до 14 часов.

{menu: Подтвердить доставку — 1, перенести — 2, отказаться — 3
1: Спасибо! Ждём вас дома
1: sms:$phone,Strizh,Доставка подтверждена: 12.03, 10:00-14:00
1: end
2: Перенести на завтра — нажмите 1, на субботу — нажмите 2, назад — звёздочка
21: Хорошо, привезём 13 марта
21: end
22: Хорошо, привезём 16 марта
22: end
3: Заказ отменён. Деньги, 2 350 рублей, вернутся в течение 5 дней
3: end
*: back}
Всего доброго!
"""),
    "newer-hotel": ("en", """Welcome to Hotel Aurora, 14 Park Lane.

{menu: For reservations press 1, for the reception press 2, for opening hours press 3, to leave this menu press 9.
#: start
0: repeat
1: call:442071234567 wait=30 ok:end err:away
2: call:442071234568 wait=30 ok:end err:away
3: The restaurant is open from 7 to 11 in the morning and from 6 to 10 in the evening. Room service is available 24 hours a day.
9: end
away: Nobody can take your call just now. Please leave a message after the tone.
away: record: 60}

Thank you for calling.
"""),
    "newer-alarm": ("ru", """Внимание! Сработала сигнализация на объекте «Склад 4», улица Мира, дом 15, корпус 2.

{menu: Если это ложная тревога, нажмите 1. Чтобы вызвать охрану, нажмите 2. Чтобы прослушать ещё раз, нажмите 0.
0: repeat
1: Тревога снята
1: https://guard.example.ru/ivr/cancel
1: end
2: call:79031112233,79031112244 wait=40 ok:end err:sms112
sms112: Ошибка}

Конец сообщения.
"""),
    "newer-poll": ("ru", """Здравствуйте! Оцените, пожалуйста, работу нашего сервиса.

{menu: Нажмите цифру от 1 до 5, где 1 — очень плохо, а 5 — отлично.
1: Жаль. Расскажите, что случилось
1: record: 60
1: end
2: Спасибо за честность
2: end
3: Спасибо, постараемся стать лучше
3: end
4: Спасибо за хорошую оценку!
4: end
5: Ура! Спасибо!
5: end}

До новых встреч.
"""),
    "newer-ua-taxi": ("uk", """Вітаємо! Служба таксі «Каштан».

{menu: Замовити авто — натисніть 1. Зв'язатися з диспетчером — натисніть 2. Завершити розмову — натисніть 3.
#: start
1: Назвіть адресу після сигналу
1: record: 25
1: Дякуємо, машина буде за 10 хвилин
2: call:380441234567 wait=30 ok:end err:zajn
3: end
zajn: На жаль, усі оператори зайняті}

Гарного дня!
"""),
    "newer-ua-clinic": ("uk", """Медичний центр «Здоров'я» у Львові, вулиця Шевченка, 24.
{menu: Для запису до лікаря натисніть 1, щоб дізнатися адресу — 2, для виходу — 3
*: back
1: Педіатр — натисніть 1, кардіолог — натисніть 2
11: call:380321112233 wait=20 ok:end err:nema
12: call:380321112244 wait=20 ok:end err:nema
2: Ми працюємо з понеділка по п'ятницю з 8:00 до 20:00
3: end
nema: Ніхто не відповідає, зателефонуйте пізніше}
До побачення!
"""),
    "newer-kz-bank": ("kk", """Сәлеметсіз бе! «Алтын» банкіне қош келдіңіз.
{menu: Қазақ тілінде сөйлесу үшін 1 басыңыз, операторға қосылу үшін 2 басыңыз, аяқтау үшін 3 басыңыз
#: start
1: Банк дүйсенбіден жұмаға дейін сағат 9-дан 18-ге дейін жұмыс істейді
2: call:77271234567 wait=45 ok:end err:bos
3: end
bos: Барлық операторлар бос емес}
Сау болыңыз!
"""),
    "newer-uz-school": ("uz", """Assalomu alaykum! 12-maktabga xush kelibsiz.
{menu: Direktor bilan bog'lanish uchun 1 ni bosing, dars jadvali uchun 2 ni bosing, tugatish uchun 3 ni bosing.
0: repeat
1: call:998711234567 wait=20 ok:end err:band
2: Darslar dushanbadan shanbagacha soat 8 da boshlanadi
3: end
band: Afsuski, hozir hech kim javob bermayapti}
Xayr, salomat bo'ling!
"""),
    "newer-es-hotel": ("es", """Bienvenido al Hotel Miramar, calle Mayor 7, Valencia.

{menu: Para reservas pulse 1, para recepción pulse 2, para escuchar de nuevo pulse almohadilla, para terminar pulse 3.
#: start
1: call:34961234567 wait=30 ok:end err:nadie
2: call:34961234568 wait=30 ok:end err:nadie
3: end
nadie: Lo sentimos, todas las líneas están ocupadas. Llame más tarde}

¡Gracias por llamar!
"""),
    "newer-de-clinic": ("de", """Willkommen in der Praxis Dr. Weber, Hauptstraße 21 in Köln.

{menu: Für Termine drücken Sie die 1, für Rezepte die 2, für die Sprechzeiten die 3, zum Beenden die 9.
0: repeat
1: call:4922112345678 wait=40 ok:end err:besetzt
2: Bitte sprechen Sie Ihren Namen und das Medikament nach dem Ton
2: record: 45
2: Ihr Rezept liegt ab morgen 10 Uhr bereit
3: Montag bis Freitag von 8 bis 12 Uhr und von 14 bis 18 Uhr
9: end
besetzt: Alle Leitungen sind belegt. Bitte rufen Sie später an}

Auf Wiederhören!
"""),
    "newer-fr-bank": ("fr", """Bonjour et bienvenue à la Banque du Midi.

{menu: Pour votre solde, tapez 1. Pour un conseiller, tapez 2. Pour quitter, tapez 3.
#: start
1: https://banque.example.fr/solde
2: call:33561234567 wait=60 ok:end err:occupe
3: end
occupe: Tous nos conseillers sont en ligne. Rappelez avant 18 heures}

Merci de votre appel, au revoir.
"""),
    "newer-by-shop": ("be", """Прывітанне! Крама «Зорка».
{menu: Каб звязацца з аператарам, націсніце 1, каб выйсці, націсніце 2
1: call:375171234567 wait=20 ok:end err:niama
2: end
niama: Ніхто не адказвае}
Да пабачэння
"""),
    "newer-bare": ("ru", """Это автоответчик
{menu: Оставьте сообщение — 1, уйти — 2
1: record
1: end
2: end}
"""),
    "newer-deep": ("ru", """Справочная аэропорта.
{menu: Прилёт — 1, вылет — 2, выход — 3
*: back
#: start
1: Россия — 1, другие страны — 2
11: Москва — 1, Казань — 2
111: Рейс 102 прибыл в 6:45
112: Рейс 4310 задержан до 21:10
12: Рейс TK 415 из Стамбула приземлился в 10:05
2: Рейсы в Сочи — нажмите 1, рейсы в Пермь — нажмите 2
21: Посадка на рейс 77 идёт у выхода 14
22: Регистрация у стоек 21, 22 и 23
3: end}
Счастливого пути!
"""),
    "newer-voicefile": ("en", """<file 1>
{menu: <file 2>
1: <file 3>
2: call:79261230011 ok:end
3: end}
<file 4>
"""),
    "newer-percent": ("ru", """Магазин «Лето»! Скидки до 50 % на всё, кроме товаров № 1, 2 и 3 из каталога 2024/25.
{menu: О скидках подробнее — кнопка 1. Адрес магазина — кнопка 2. Попрощаться — кнопка 3.
1: Плащи: минус 30%, зонты: минус 15%; при покупке от 5000 рублей — ещё 500 рублей
2: Москва, Тверская ул., д. 7, стр. 3, оф. 401; рядом с метро
3: end}
Ждём!
"""),
    "newer-pressverb": ("ru", """Служба поддержки.
{menu: Жмите 1, если не работает интернет; жмите 2, если пропал звук; жмите 3, чтобы отключиться
1: Выньте вилку на 10 секунд, вставьте обратно. Если не помогло, нажмите решётку
2: Проверьте провод: он должен быть чёрным, а не красным
3: end
#: start}
Пока
"""),
    "newer-en-bank": ("en", """Thank you for calling First Bank, member since 1987.
{menu: To report a lost card, press one. For your branch's hours, press two. To speak with an adviser, press three. To hang up, press four.
0: repeat
1: call:12125550143 wait=10 ok:end err:2
2: Branches are open Monday to Friday, 9 a.m. to 5 p.m.; on Saturday until 1 p.m.
3: call:12125550144,12125550145 wait=30 ok:end err:later record
4: end
later: All advisers are busy. The waiting time is about 20 minutes}
Goodbye.
"""),
    "newer-en-poll": ("en", """This is a short survey about your visit on May 3rd.
{menu: How clean was the room? Press a key from 1 to 3, where 3 is best.
1: We are sorry to hear that. Tell us more after the beep.
1: record: 90
1: end
2: Thank you, that helps us.
2: end
3: Great, thank you!
3: end}
Bye.
"""),
    "newer-zhkh": ("ru", """Управляющая компания «Дом». Показания принимаются с 20 по 25 число.
{menu: Передать показания — 1; аварийная служба — 2; режим работы — 3; закончить — 4.
0: repeat
1: Продиктуйте показания воды и света, например: холодная 125, горячая 98
1: record: 60
1: Показания записаны, спасибо
2: call:74959876543 wait=15 ok:end err:3
3: Мы работаем с 9 до 18, обед с 13 до 14, телефон аварийной 112
4: end}
До свидания
"""),
    "newer-dental": ("ru", """Стоматология «Улыбка», метро «Проспект Мира», 3-я Мещанская, 5.
{menu: Чтобы подтвердить приём 14 мая в 16:30, нажмите 1; чтобы отменить, нажмите 2; чтобы поговорить с администратором, нажмите 3.
1: Ждём вас!
1: sms:$phone,Smile,Вы записаны на 14.05 в 16:30, каб. 3
1: end
2: Приём отменён
2: sms:79257654321,Smile,Отмена приёма 14.05, клиент $phone
2: end
3: call:79257654321 wait=20 ok:end err:1}
Спасибо
"""),
    "newer-hr": ("ru", """Отдел кадров завода.
{menu: Вакансии — 1, справки — 2, выход — 3
*: back
1: Токарь: оклад 80 000 рублей. Сварщик: 95 000. Связаться с нами — нажмите 1
11: call:73431234567,73431234568,73431234569 wait=0 ok:end err:nobody
2: Справка 2-НДФЛ готова через 3 рабочих дня
3: end
nobody: Сейчас обед}
Удачи
"""),
    "newer-church": ("ru", """Храм Святого Николая.
{menu: Расписание служб: один. Адрес и телефон: два. Завершить звонок: три
1: Литургия в воскресенье в 7 и в 10 часов утра
2: Наш адрес: деревня Горки, дом 8
3: end}
Храни вас Господь
"""),
    "newer-quoted": ("ru", """Кинотеатр "Мир"
{menu: Сеансы сегодня - нажмите 1, заказ билетов - нажмите 2, выход - просто нажмите 3
1: "Весна" в 12:10, 15:40 и 19:00; "Гонка 2" в 21:30; билет 350 руб.
2: call:73832223344 ok:end err:fail
3: end
fail: Касса закрыта}
"""),
    "newer-garage": ("ru", """Автосервис на Ленина, 100.
{menu: Шиномонтаж - 1, кузовной ремонт - 2, мойка - 3, отбой - 4.
1: call:78432001122 wait=30 ok:end err:busy
2: call:78432001133 wait=30 ok:end err:busy
3: Мойка круглосуточно, от 400 р.
4: end
busy: Мастера заняты
busy: sms:$phone,Service100,Мы перезвоним вам в течение часа. Автосервис, Ленина 100}
Ни гвоздя, ни жезла!
"""),
    "newer-urlword": ("ru", """Справочная.
{menu: Баланс — 1, тариф — 2, выход — 3
1: http://api.example.com:8080/ivr?item=1&lang=ru
2: https://пример.рф/тариф
3: end}
Пока!
"""),
    "newer-kz2": ("kk", """Қайырлы күн! Емхана.
{menu: Дәрігерге жазылу — 1, мекенжай — 2, шығу — 3
1: call:77172555666 wait=30 ok:end err:jok
2: Абай даңғылы, 45 үй, екінші қабат
3: end
jok: Ешкім жауап бермейді}
"""),
    "newer-uz-taxi": ("uz", """Salom! Taksi xizmati.
{menu: Mashina chaqirish uchun 1 raqamini bosing, operator uchun 2 raqamini bosing, chiqish uchun 3 raqamini bosing
1: Manzilingizni ayting
1: record: 20
2: call:998901234567 ok:end err:yoq
3: end
yoq: Operator band}
Rahmat
"""),
    "newer-uz-cyr": ("uz", """Ассалому алайкум!
{menu: Оператор билан боғланиш учун 1 ни босинг, чиқиш учун 2 ни босинг
1: call:998712345678 wait=15 ok:end err:band
2: end
band: Операторлар банд}
"""),
    "newer-tr-shop": ("tr", """Merhaba, Yıldız mağazasına hoş geldiniz.
{menu: Sipariş için 1'e basın, kargo takibi için 2'ye basın, çıkış için 3'e basın.
1: call:902121234567 wait=20 ok:end err:yok
2: Kargonuz 3 gün içinde teslim edilecek
3: end
yok: Şu anda kimse yok}
Teşekkürler
"""),
    "newer-pl-bank": ("pl", """Dzień dobry, Bank Wisła.
{menu: Aby zastrzec kartę, naciśnij 1. Aby poznać saldo, naciśnij 2. Aby zakończyć, naciśnij 3.
1: call:48221234567 wait=20 ok:end err:zajete
2: https://bank.example.pl/saldo
3: end
zajete: Linia zajęta}
Do widzenia
"""),
    "newer-it-courier": ("it", """Buongiorno, corriere Lampo.
{menu: Per confermare la consegna prema 1, per spostarla prema 2, per uscire prema 3
1: Grazie, a domani tra le 9 e le 13
1: end
2: call:390612345678 ok:end err:niente
3: end
niente: Nessun operatore libero}
"""),
    "newer-colonchain": ("ru", """Театр.
{menu: Репертуар: 1, касса: 2, как проехать: 3, выход: 4
1: Сегодня: «Чайка», 19:00. Завтра: «Ревизор», 18:30. Внимание: 18+
2: call:78123334455 err:9x ok:end
3: Метро: «Невский проспект», выход 2: налево, 300 метров
4: end
9x: Касса: с 11:00 до 20:00}
"""),
    "newer-endword": ("ru", """Сервис.
{menu: Нажмите 1, чтобы узнать о конце акции, 2 — чтобы завершить
1: Конец акции: 31 декабря. Запись на будущую акцию: по телефону
2: end}
"""),
    "newer-longtext": ("ru", """Здравствуйте, уважаемый абонент! Напоминаем, что у вас есть задолженность за услуги связи.

{menu: Чтобы узнать сумму долга, нажмите 1. Чтобы узнать, где можно заплатить, нажмите 2. Если вы уже заплатили, нажмите 3. Если вы хотите поговорить со специалистом, нажмите 4. Для завершения нажмите 5.
#: start
0: repeat
1: Ваш долг на 1 июня составляет 1 240 рублей 50 копеек. Пожалуйста, оплатите его до 15 июня, иначе мы будем вынуждены отключить вас с 16 июня, а повторное подключение стоит 300 рублей.
2: Оплатить можно в любом салоне, в банкомате, а также на сайте в личном кабинете.
3: Спасибо! Платёж обычно доходит за 2-3 дня.
4: call:78005553535 wait=90 ok:end err:late
5: end
late: Сейчас все заняты.}

Всего доброго!
"""),
    "newer-birthday": ("ru", """С днём рождения, Анна! Вам 30 лет, и мы дарим 1000 баллов!
{menu: Получить подарок — нажмите 1. Не надо — нажмите 2.
1: sms:$phone,BonusClub,Код подарка: A1-B2, действует до 31.12; подробности: https://bonus.example.ru/a?x=1
1: end
2: Очень жаль!
2: end}
Обнимаем!
"""),
    "newer-startext": ("ru", """Клиника.
{menu: Для записи нажмите 1, для отзыва нажмите 2, для возврата нажмите звёздочку, для начала нажмите решётку.
*: back
#: start
1: Взрослый врач: нажмите 1, детский врач: нажмите 2.
11: call:79999990001 ok:end
12: call:79999990002 ok:end
2: Оставьте отзыв.
2: record: 120
2: end}
"""),
    "newer-sender-digits": ("ru", """Склад.
{menu: Отгрузка — 1, выход — 2
1: sms:79991110022,79991110000,Клиент $phone просит отгрузку № 15
1: Мы вам перезвоним
1: end
2: end}
"""),
    "newer-spaces": ("ru", """Привет!
{menu:  Нажмите 1 или 2.
 1: Первый вариант
 2:  end
}
Пока!
"""),
    "newer-yesno": ("ru", """Вас беспокоит служба опросов. Вы довольны?
{menu: Да — нажмите 1, нет — нажмите 2
1: Спасибо!
1: end
2: Очень жаль, мы исправимся
2: end}
"""),
    "newer-de-poll": ("de", """Guten Tag! Waren Sie zufrieden?
{menu: Wenn ja, drücken Sie die Eins, wenn nein, drücken Sie die Zwei.
1: Danke!
1: end
2: Schade.
2: end}
"""),
    "newer-es-poll": ("es", """Hola, ¿está satisfecho con el servicio?
{menu: Si la respuesta es sí, marque 1; si es no, marque 2.
1: ¡Muchas gracias!
1: end
2: Lo sentimos mucho
2: end}
"""),
    "newer-fr-clinic": ("fr", """Cabinet médical du docteur Lefèvre, 3 rue des Lilas.
{menu: Appuyez sur 1 pour prendre rendez-vous, sur 2 pour une urgence, sur 3 pour terminer.
1: call:33145678901 wait=30 ok:end err:absent
2: Composez le 15 pour le SAMU
3: end
absent: Le secrétariat est fermé. Rappelez demain à 8 h 30}
"""),
    "newer-mixednums": ("ru", """Кафе.
{menu: Бронь стола — 1, доставка — 2, банкет на 50 человек — 3, уйти — 4
1: Стол на 2, на 4 или на 6 человек? Ответьте после сигнала
1: record: 15
2: Доставка от 700 р., в радиусе 3 км, за 45–60 минут
3: call:79181112233 ok:end err:4
4: end}
"""),
    "newer-paren": ("ru", """Ремонт.
{menu: Стиральные машины (кнопка 1), холодильники (кнопка 2), выйти (кнопка 3)
1: Выезд мастера 500 рублей (при ремонте бесплатно)
2: Диагностика - 0 рублей
3: end}
"""),
    "newer-weather": ("ru", """Прогноз погоды на 5 мая: днём плюс 18, ночью плюс 7, ветер 3-5 м/с.
{menu: Прогноз на завтра — 1. Прогноз на неделю — 2. Спасибо, достаточно — 3.
1: Завтра +20, без осадков
2: Пн: 21, вт: 19, ср: 15, чт: 14, пт: 17
3: end}
"""),
    "newer-r2-airport": ("ru", """Аэропорт «Северный». Прямая линия работает круглосуточно.

{menu: Расписание рейсов — нажмите 1, розыск багажа — нажмите 2, парковка — нажмите 3, завершить звонок — нажмите 5.
#: start
0: repeat
1: Международные рейсы — нажмите 1, внутренние — нажмите 2
11: call:74951110011 wait=30 ok:end err:busy
12: call:74951110012 wait=30 ok:end err:busy
2: Назовите номер рейса и вид багажа после сигнала
2: record: 50
2: Мы свяжемся с вами в течение 2 часов
3: Первые 15 минут бесплатно, далее 100 рублей за час
*: back
5: end
busy: Все диспетчеры разговаривают, попробуйте через 5 минут}

Приятного полёта!
"""),
    "newer-r2-vet": ("ru", """Ветеринарная клиника «Лапа», Садовая, 3.
{menu: Вызов врача — 1, запись — 2, аптека — 4, выход — 9
1: call:78123330011 wait=40 ok:end err:nobody
2: call:78123330012 ok:end err:nobody
4: Аптека работает с 10 до 22, перерыв с 14 до 15
9: end
nobody: К сожалению, врачи заняты}
Берегите питомцев
"""),
    "newer-r2-kids": ("ru", """Hello from Little Stars nursery, 7 Oak Road.

{menu: To report an absence press 1, for the office press 2, for term dates press 3, to end the call press 8.
0: repeat
1: Please say the name of the child after the beep.
1: record: 30
1: Thank you, we have noted it.
2: call:441612223344 wait=25 ok:end err:engaged
3: Term starts on 4 September and ends on 19 December.
8: end
engaged: The office is closed between 12 and 1.}

Have a nice day!
"""),
    "newer-r2-ua-bank": ("ru", """Банк «Дніпро» вітає вас.
{menu: Щоб заблокувати картку, натисніть 1. Щоб дізнатися курс, натисніть 2. Для виходу натисніть 3.
#: start
1: call:380442223344 wait=60 ok:end err:zanyato
2: Курс долара сьогодні 41 гривня 20 копійок
3: end
zanyato: Усі оператори зайняті}
На все добре
"""),
    "newer-r2-de-hotel": ("ru", """Hotel Sonne, Bahnhofstraße 5, guten Tag.
{menu: Für Zimmer drücken Sie die 1, für das Restaurant die 2, zum Beenden die 3.
0: repeat
1: call:4989123456789 wait=30 ok:end err:leer
2: Das Restaurant hat von 18 bis 22 Uhr geöffnet
3: end
leer: Im Moment ist niemand da}
Auf Wiederhören
"""),
    "newer-r2-es-taxi": ("ru", """Taxi Sol, buenos días.
{menu: Para pedir un taxi pulse 1, para hablar con un operador pulse 2, para salir pulse 3
1: Diga la dirección después de la señal
1: record: 20
2: call:34911234567 wait=20 ok:end err:ocupado
3: end
ocupado: Todos los operadores están ocupados}
Gracias
"""),
    "newer-r2-confirm": ("ru", """Добрый день! Вы записаны на 15 июня в 11:20 к доктору Петровой, кабинет 2.
{menu: Подтвердить — нажмите 1, перенести — нажмите 3, отменить — нажмите 4
1: Спасибо, ждём вас
1: end
3: call:73432223344 wait=30 ok:end err:4
4: Запись отменена
4: end}
Всего хорошего
"""),
}  # fmt: skip
BASES = {name: text for name, (_, text) in SOUND_MENUS.items()}
