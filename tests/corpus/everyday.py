"""Sixty menus of all kinds of trades, each sound."""

# ruff: noqa: E501

from __future__ import annotations

#: name: language, text
SOUND_MENUS = {
    "everyday-kofe": ("ru", """Здравствуйте! Вы позвонили в кофейню «Зерно».

{menu: Чтобы узнать часы работы, нажмите 1. Чтобы заказать зёрна, нажмите 2. Чтобы поговорить с бариста, нажмите 3. Для повтора нажмите 0.
0: repeat
1: Мы открыты каждый день с 8 до 22 часов.
2: Оставьте номер заказа после сигнала.
2: record: 40
2: Спасибо, мы перезвоним.
2: end
3: call:79161234567 wait=25 ok:end err:zanyato
zanyato: Все бариста заняты, нажмите 2 и оставьте заявку}

До встречи!
"""),
    "everyday-poliklinika": ("ru", """Добрый день! Поликлиника номер 7.

{menu: Запись к врачу - 1, вызов врача на дом - 2, результаты анализов - 3, справочная - 4. Вернуться в начало - решётка.
#: start
*: back
1: Терапевт - 1, хирург - 2, окулист - 3. Назад - звёздочка.
11: call:78123334455 wait=60 ok:end err:net
12: call:78123334456 wait=60 ok:end err:net
13: call:78123334457 wait=60 ok:end err:net
2: Назовите адрес и фамилию.
2: record: 60
2: end
3: https://api.shop.example/ivr
3: Результаты отправлены вам по СМС.
4: call:78123334400,78123334401 wait=45 ok:end err:net record
net: Никто не ответил. Попробуйте позже}

Будьте здоровы!
"""),
    "everyday-bank": ("ru", """Вас приветствует банк «Рассвет».

{menu: Баланс карты - один, блокировка карты - два, оператор - девять. Повторить - ноль.
0: repeat
1: https://ivr.rassvet.example/balance
1: end
2: https://ivr.rassvet.example/block
2: sms:$phone,RASSVET,Ваша карта заблокирована. Справки: 88001234567
2: end
9: call:74951112233,74951112234,74951112235 wait=90 ok:end err:op record
op: Операторы заняты. Нажмите 9 ещё раз или перезвоните позже}

Спасибо, что вы с нами.
"""),
    "everyday-opros": ("ru", """Здравствуйте! Это опрос покупателей магазина «Лужок». Ответ займёт минуту.

{menu: Оцените нашу работу по шкале от 1 до 5, где 5 - отлично.
1: Очень жаль. Скажите после сигнала, что не понравилось.
1: record: 30
1: end
2: Скажите, что нам исправить.
2: record: 30
2: end
3: Спасибо за оценку.
3: end
4: Спасибо! Мы постараемся стать ещё лучше.
4: end
5: Спасибо! Ждём вас снова.
5: end}

Всего доброго!
"""),
    "everyday-shkola": ("ru", """Уважаемые родители! Завтра, 12 мая, занятия начинаются в 10 часов.

{menu: Если ребёнок придёт, нажмите 1. Если не придёт, нажмите 2. Чтобы связаться с классным руководителем, нажмите 3.
1: https://api.shop.example/ivr
1: Спасибо, ответ записан.
1: end
2: Назовите причину.
2: record: 20
2: end
3: call:79031112233 wait=30 ok:end err:ruk
ruk: Учитель на уроке, перезвоните после двух часов}

До свидания!
"""),
    "everyday-kurer": ("ru", """Здравствуйте! У вас доставка на сегодня, с 14 до 18 часов.

{menu: Подтвердить доставку - 1. Перенести на завтра - 2. Отменить - 3. Связаться с курьером - 4.
1: https://api.kurer.example/v2/confirm?day=0
1: Ждите курьера.
1: end
2: https://api.kurer.example/v2/move?day=1
2: Доставка перенесена на завтра.
2: end
3: https://api.kurer.example/v2/cancel
3: Доставка отменена.
3: end
4: call:79267654321 wait=20 ok:end err:kur
kur: Курьер за рулём. Выберите другой пункт}

Хорошего дня!
"""),
    "everyday-otel": ("ru", """Отель «Берег», добрый вечер!

{menu: Бронирование номера - 1, ресторан - 2, трансфер - 3, портье - 4.
*: back
1: Стандарт - 1, люкс - 2. Назад - звёздочка.
11: sms:79185550011,BEREG,Заявка на стандарт от $phone
11: Заявка принята.
12: sms:79185550011,BEREG,Заявка на люкс от $phone
12: Заявка принята.
2: Ресторан работает с 7 до 23 часов. Завтрак до 11.
3: call:79185550012 wait=40 ok:end err:porter
4: call:79185550010 wait=15 ok:end err:porter
porter: Все линии заняты}

Ждём вас в гости.
"""),
    "everyday-avariya": ("ru", """Внимание! В вашем доме отключена горячая вода до 18 часов.

{menu: Чтобы узнать адрес пункта раздачи воды, нажмите 1. Чтобы сообщить об аварии, нажмите 2. Чтобы прослушать ещё раз, нажмите решётку.
#: start
1: Улица Садовая, дом 12, с 9 до 20 часов.
2: call:78432000112 wait=120 ok:end err:zan
zan: Линия занята. Оставьте сообщение после сигнала
zan: record: 45
zan: end}

Приносим извинения.
"""),
    "everyday-taksi": ("ru", """Такси «Вираж».

{menu: Вызвать машину - 1, где моя машина - 2, забыли вещи - 3.
1: sms:79130001122,VIRAZH,Звонок клиента $phone, перезвоните срочно
1: Диспетчер перезвонит через минуту.
1: end
2: https://api.shop.example/ivr
2: end
3: Опишите вещь и номер машины.
3: record
3: end}

Счастливого пути!
"""),
    "everyday-zapchasti": ("ru", """Магазин запчастей «Поршень», Казань.

{menu: Наличие - нажмите 1; оптовый отдел - нажмите 2; адрес и режим работы - нажмите 3; сервис - нажмите 4.
*: back
#: start
1: Двигатель - 1, подвеска - 2, кузов - 3, в предыдущее меню - звёздочка, в главное - решётка.
11: call:78435551101 wait=20 err:sklad
12: call:78435551102 wait=20 err:sklad
13: call:78435551103 wait=20 err:sklad
2: call:78435551104,78435551105 wait=50 ok:end err:sklad
3: Казань, проспект Победы, 100. С 9 до 19, в субботу до 16.
4: call:78435551106 wait=50 ok:end err:sklad
sklad: Менеджер занят. Оставьте номер.
sklad: record: 15}

Спасибо за звонок!
"""),
    "everyday-napomni": ("ru", """Напоминаем: вы записаны на приём 3 июня в 9:30.

{menu: Подтвердить - один. Отменить - два. Перенести - три.
1: https://api.shop.example/ivr
1: Ждём вас.
1: end
2: https://api.shop.example/ivr
2: Запись отменена.
2: end
3: call:73833330011 wait=60 ok:end err:reg
reg: Регистратура не отвечает. Позвоните позже.
reg: end}

До свидания.
"""),
    "everyday-fitnes": ("ru", """<file 1>

{menu: Расписание занятий - 1, покупка карты - 2, заморозка карты - 3.
1: <file 2>
2: call:79219998877 wait=30 ok:end err:admin record
3: Назовите фамилию и даты.
3: record: 30
3: Готово.
3: end
admin: Администратор занят}

Ждём на тренировке!
"""),
    "everyday-biblioteka": ("ru", """Районная библиотека имени Чехова.

{menu: Продлить книгу - нажмите 1, мероприятия - нажмите 2, соединить с залом - нажмите 3. Повтор - ноль.
0: repeat
1: Назовите номер билета и название книги.
1: record: 60
1: Книга продлена на две недели.
2: В субботу в 12:00 встреча с поэтом. Вход свободный.
3: call:74872334455 wait=35 ok:end err:zal
zal: В зале обед с 13 до 14 часов}

Читайте с удовольствием!
"""),
    "everyday-dolg": ("ru", """Добрый день. У вас есть задолженность по договору 45/12.

{menu: Если вы оплатили, нажмите 1. Если оплатите сегодня, нажмите 2. Если нужна рассрочка, нажмите 3. Ошиблись номером - 4.
1: https://crm.dolg.example/hook/paid
1: Спасибо.
1: end
2: https://crm.dolg.example/hook/today
2: end
3: call:74959990000 wait=100 ok:end err:spec record
4: https://crm.dolg.example/hook/wrong
4: Извините за беспокойство.
4: end
spec: Специалист перезвонит вам
spec: end}

Всего доброго.
"""),
    "everyday-klin-detali": ("ru", """Стоматология «Улыбка». Звонок может быть записан.

{menu: Запись на приём - 1; острая боль - 2; цены - 3; оставить отзыв - 4; оператор - 5.
*: back
0: repeat
1: Взрослый врач - 1; детский врач - 2; назад - звёздочка; повтор - 0.
11: call:78312223301 wait=30 ok:end err:busy
12: call:78312223302 wait=30 ok:end err:busy
2: call:78312223303 wait=120 ok:end err:busy
3: Осмотр бесплатно. Пломба от 3000 рублей. Чистка 4500 рублей.
4: Говорите после сигнала, до 2 минут.
4: record: 120
5: call:78312223300 wait=15 err:busy
busy: Линия занята, мы перезвоним}

Улыбайтесь чаще!
"""),
    "everyday-gos": ("ru", """Многофункциональный центр «Мои документы».

{menu: Статус заявления - 1. Адреса центров - 2. Запись на приём - 3. Консультант - 4.
#: start
1: https://api.shop.example/ivr
2: Северный район - 1, южный район - 2, в начало - решётка.
21: Улица Мира, 5. С 8 до 20.
22: Улица Гагарина, 14. С 9 до 18.
3: sms:$phone,MFC,Запись: https://mfc.example/zapis
3: Ссылка отправлена.
4: call:78123330000 wait=120 ok:end err:q
q: Вы долго ждёте. Перезвоните позже}

Спасибо за обращение.
"""),
    "everyday-pizza": ("ru", """Пицца «Три сыра», здравствуйте!

{menu: Сделать заказ - нажмите 1. Узнать, где заказ, - нажмите 2. Акции недели - нажмите 3.
1: call:79600001122 wait=15 ok:end err:1a
2: https://api.shop.example/ivr
3: Вторая пицца за полцены. Чтобы прослушать снова, нажмите 0.
0: repeat
1a: Оператор занят, вам перезвонят
1a: sms:79600001133,PIZZA,Перезвонить: $phone}

Приятного аппетита!
"""),
    "everyday-sklad": ("ru", """Склад временного хранения. Автоматическая справка.

{menu: Пропуск - 1, груз - 2, охрана - 3.
1: Оставьте номер машины после сигнала.
1: record: 25
1: https://sklad.example:8443/pass
1: end
2: Прибытие - 1, отгрузка - 2.
21: call:79781110011 wait=0 ok:end err:no
22: call:79781110012 wait=30 ok:end err:no
3: call:79781110013 wait=120 ok:end err:no
no: Не отвечает}

Конец связи.
"""),
    "everyday-kino": ("ru", """Кинотеатр «Искра». Сегодня в прокате три фильма.

{menu: Расписание - 1, бронь билетов - 2, правила - 3, в начало - решетка.
#: start
1: «Комета» - 1, «Лето» - 2, «Волки» - 3.
11: В 10:00, 14:30 и 19:00.
12: В 12:15 и 21:40.
13: Только в 23:00. Ограничение 18 плюс.
2: call:73422003040 wait=35 ok:end err:kassa
3: Бронь снимается за 30 минут до сеанса.
kassa: Касса закрыта, работаем с 9 до 23}

Приятного просмотра!
"""),
    "everyday-strah": ("ru", """Страховая компания «Щит». Если произошла авария, оставайтесь на линии.

{menu: ДТП - нажмите 1. Полис - нажмите 2. Выплаты - нажмите 3. Оператор - нажмите 8.
1: Есть пострадавшие - 1, нет пострадавших - 2.
11: Вызовите 112. Соединяем с комиссаром.
11: call:79160001188 wait=90 ok:end err:kom record
12: call:79160001189 wait=60 ok:end err:kom
2: sms:$phone,SHIT,Оформить полис: https://shield.example/osago
2: end
3: https://api.shop.example/ivr
3: end
8: call:74957770011,74957770012 wait=60 ok:end err:kom
kom: Все заняты. Мы перезвоним в течение часа}

Берегите себя.
"""),
    "everyday-salon": ("ru", """Салон красоты «Ирис».

{menu: Для записи нажмите 1, для отмены записи нажмите 2, чтобы узнать адрес, нажмите 3.
1: Назовите имя, услугу и удобное время.
1: record: 30
1: end
2: Назовите имя и время записи.
2: record: 30
2: end
3: Улица Лесная, 4, вход со двора.}

До встречи в салоне!
"""),
    "everyday-energo": ("ru", """Энергосбыт. Передача показаний.

{menu: Передать показания голосом - 1. Узнать тариф - 2. Сообщить об отключении - 3. Оператор - 4.
1: Назовите лицевой счёт и показания.
1: record: 60
1: Показания приняты.
1: end
2: День - 5 рублей 20 копеек, ночь - 3 рубля 10 копеек.
3: call:78462001001 wait=120 ok:end err:disp
4: call:78462001002 wait=120 ok:end err:disp
disp: Диспетчер не отвечает. Перезвоните}

Спасибо.
"""),
    "everyday-vet": ("ru", """Ветеринарная клиника «Лапа», круглосуточно.

{menu: Экстренный вызов - один, запись - два, аптека - три, повторить - ноль, в начало - решётка.
0: repeat
#: start
1: call:79051230001,79051230002 wait=60 ok:end err:vrach
2: call:79051230003 wait=20 ok:end err:vrach
3: Аптека открыта с 9 до 21.
vrach: Врач на операции. Оставьте номер
vrach: record: 20
vrach: end}

Берегите питомцев!
"""),
    "everyday-yurist": ("ru", """Юридическая консультация. Первая консультация бесплатно.

{menu: Семейные споры - 1, жильё - 2, работа - 3, другое - 4.
1: call:74991110001 wait=40 ok:end err:perezvon
2: call:74991110002 wait=40 ok:end err:perezvon
3: call:74991110003 wait=40 ok:end err:perezvon
4: Расскажите о вопросе.
4: record: 120
4: end
perezvon: Юрист занят. Мы перезвоним вам.
perezvon: sms:74991110004,YURIST,Пропущен $phone}

До свидания!
"""),
    "everyday-mebel": ("ru", """Мебельная фабрика «Дуб и Ко». Ваш заказ готов.

{menu: Назначить доставку - 1; самовывоз - 2; вопрос менеджеру - 3.
1: Завтра - 1; послезавтра - 2; назад - звёздочка.
11: https://api.shop.example/ivr
11: end
12: https://api.shop.example/ivr
12: end
*: back
2: Склад: Мебельный проезд, 8, строение 2.
2: end
3: call:74932001122 wait=30 ok:end err:men
men: Менеджер ответит позже}

Благодарим за заказ.
"""),
    "everyday-internet": ("ru", """Интернет-провайдер «Волна».

{menu: Нет интернета - 1. Оплата - 2. Новое подключение - 3. Специалист - 0 не нажимайте, нажмите 4.
1: Перезагрузите роутер. Если не помогло, нажмите 1.
11: call:73952001100 wait=120 ok:end err:tech record
2: sms:$phone,VOLNA,Оплата: https://volna.example/pay?from=ivr
2: Ссылка на оплату отправлена.
3: call:73952001101 wait=30 ok:end err:tech
4: call:73952001102 wait=60 ok:end err:tech
tech: Специалисты заняты}

Спасибо, что вы с нами.
"""),
    "everyday-cvety": ("ru", """Цветы «Пион», доставка по городу.

{menu: Заказать букет - нажмите цифру 1, узнать статус - цифру 2, поговорить с флористом - цифру 3.
1: sms:79020001100,PION,Новый заказ, клиент $phone
1: Флорист перезвонит через пять минут.
1: end
2: https://api.shop.example/ivr
2: end
3: call:79020001100 wait=30 ok:end err:flor
flor: Флорист занят, попробуйте пункт 1}

Дарите цветы!
"""),
    "everyday-avia": ("ru", """Аэропорт Северный. Справочная.

{menu: Прилёт - 1, вылет - 2, багаж - 3, парковка - 4, справочная - 5. Для повтора - ноль.
0: repeat
1: https://api.shop.example/ivr
2: https://api.shop.example/ivr
3: call:78182000101 wait=60 ok:end err:spr
4: Первый час бесплатно, далее 100 рублей в час.
5: call:78182000100 wait=120 ok:end err:spr
spr: Оставайтесь на линии или перезвоните позже}

Приятного полёта.
"""),
    "everyday-hram": ("ru", """Благотворительный фонд «Помощь рядом».

{menu: Помочь деньгами - 1, стать волонтёром - 2, нужна помощь - 3.
1: sms:$phone,FOND,Помочь: https://fond.example/help, спасибо!
1: Ссылка пришла вам в сообщении.
1: end
2: Назовите имя и город.
2: record: 45
2: end
3: call:74953330011 wait=60 ok:end err:x1
x1: Сотрудник занят
x1: record: 60
x1: end}

Спасибо вам.
"""),
    "everyday-stroy": ("ru", """Стройматериалы «Кирпич».

{menu: Розница - 1, опт - 2, доставка - 3, бухгалтерия - 4.
1: call:78552001001 wait=20 ok:end err:zan
2: call:78552001002 wait=20 ok:end err:zan
3: Доставка от 1500 рублей, в день заказа до 15:00.
4: call:78552001003 wait=20 ok:end err:zan
zan: Занято. Нажмите решётку, чтобы начать сначала
#: start}

Всего хорошего.
"""),
    "everyday-avtoshk": ("ru", """Автошкола «Старт». Набор в группы идёт!

{menu: Записаться - 1. Расписание - 2. Стоимость - 3. Администратор - 4.
1: Дневная группа - 1, вечерняя - 2, выходного дня - 3.
11: https://api.shop.example/ivr
11: end
12: https://api.shop.example/ivr
12: end
13: https://api.shop.example/ivr
13: end
2: Занятия по вторникам и четвергам в 18:30.
3: 45 тысяч рублей, можно в рассрочку на 4 месяца.
4: call:79511000200 wait=25 ok:end err:adm
adm: Перезвоним в рабочее время}

Удачи на дорогах!
"""),
    "everyday-radio": ("ru", """<file https://radio.example/ivr/hello.mp3>

{menu: Голосуйте за песню! Первая - 1, вторая - 2, третья - 3.
1: https://radio.example/vote?song=1
1: Голос принят.
1: end
2: https://radio.example/vote?song=2
2: Голос принят.
2: end
3: https://radio.example/vote?song=3
3: Голос принят.
3: end}

Слушайте нас!
"""),
    "everyday-bezop": ("ru", """Охранное предприятие «Рубеж». Сработала сигнализация на вашем объекте.

{menu: Ложная тревога - нажмите 1. Выслать группу - нажмите 2. Соединить с дежурным - нажмите 3.
1: Назовите кодовое слово.
1: record: 10
1: https://rubezh.example/alarm/false
1: end
2: https://rubezh.example/alarm/send
2: Группа выехала.
2: end
3: call:79130009911,79130009912 wait=120 ok:end err:dej
dej: Дежурный не ответил, нажмите 2}

Рубеж на страже.
"""),
    "everyday-golos": ("ru", """Выборы старосты дома. Проголосуйте!

{menu: За Иванова - 1, за Петрову - 2, против всех - 3. Повтор - 0.
0: repeat
1: https://api.shop.example/ivr
1: Ваш голос учтён.
1: end
2: https://api.shop.example/ivr
2: Ваш голос учтён.
2: end
3: https://api.shop.example/ivr
3: Ваш голос учтён.
3: end}

Спасибо за участие.
"""),
    "everyday-apteka-ua": ("uk", """Вітаємо! Аптека «Калина».

{menu: Наявність ліків - натисніть 1, адреси аптек - натисніть 2, оператор - натисніть 3, повторити - 0.
0: repeat
1: Назвіть ліки після сигналу.
1: record: 30
1: Ми передзвонимо.
2: Київ, вулиця Шевченка, 12. Щодня з 8 до 22.
3: call:380441112233 wait=30 ok:end err:zajnjato
zajnjato: Усі оператори зайняті, натисніть 1}

Бажаємо здоров'я!
"""),
    "everyday-kredit-ua": ("uk", """Доброго дня! Банк «Дніпро» нагадує про платіж до 15 числа.

{menu: Уже сплатили - натисніть 1. Сплатите сьогодні - натисніть 2. З'єднати з оператором - натисніть 3.
1: https://api.shop.example/ivr
1: Дякуємо.
1: end
2: sms:$phone,DNIPRO,Сплатити: https://dnipro.example/pay
2: end
3: call:380503334455 wait=60 ok:end err:op record
op: Оператор зайнятий, зателефонуйте пізніше}

На все добре!
"""),
    "everyday-dostavka-ua": ("uk", """Ваше замовлення вже у відділенні номер 5.

{menu: Щоб почути адресу, натисніть один. Щоб продовжити зберігання, натисніть два. Щоб відмовитися, натисніть три.
1: Львів, вулиця Зелена, 20. З 9 до 19 години.
2: https://np.example/keep
2: Термін продовжено на три дні.
2: end
3: https://np.example/refuse
3: end}

До побачення!
"""),
    "everyday-klinika-kz": ("kk", """Сәлеметсіз бе! «Денсаулық» клиникасы.

{menu: Дәрігерге жазылу үшін 1 басыңыз, талдау нәтижелері үшін 2 басыңыз, оператор үшін 3 басыңыз.
1: Аты-жөніңізді айтыңыз.
1: record: 40
1: end
2: https://api.shop.example/ivr
2: Нәтиже хабарлама арқылы жіберілді.
2: end
3: call:77172123456 wait=40 ok:end err:bos
bos: Оператор бос емес, кейінірек қоңырау шалыңыз}

Сау болыңыз!
"""),
    "everyday-dukon-uz": ("uz", """Assalomu alaykum! «Baraka» do'koni.

{menu: Buyurtma berish uchun 1 ni bosing, manzil uchun 2 ni bosing, operator uchun 3 ni bosing.
1: Ismingiz va manzilingizni ayting.
1: record: 45
1: Rahmat, biz sizga qo'ng'iroq qilamiz.
1: end
2: Toshkent, Amir Temur ko'chasi, 10. Soat 9 dan 21 gacha.
3: call:998712001122 wait=30 ok:end err:band
band: Operatorlar band, keyinroq qo'ng'iroq qiling}

Xayr, salomat bo'ling!
"""),
    "everyday-bank-uz": ("uz", """Ассалому алайкум! «Ипак» банки.

{menu: Қолдиқ учун 1 ни босинг, картани блоклаш учун 2 ни босинг, оператор учун 3 ни босинг.
1: https://api.shop.example/ivr
1: end
2: https://api.shop.example/ivr
2: Карта блокланди.
2: end
3: call:998781501100 wait=60 ok:end err:band
band: Операторлар банд}

Хайр!
"""),
    "everyday-arzt-de": ("de", """Guten Tag, Praxis Doktor Weber.

{menu: Für einen Termin drücken Sie die 1, für ein Rezept die 2, im Notfall die 3. Zum Wiederholen drücken Sie die 0.
0: repeat
1: call:493012345678 wait=40 ok:end err:besetzt
2: Bitte nennen Sie Namen, Geburtsdatum und Medikament.
2: record: 60
2: Das Rezept liegt morgen bereit.
2: end
3: Bei Lebensgefahr wählen Sie bitte 112.
3: call:4915112345678 wait=120 ok:end err:besetzt
besetzt: Alle Leitungen sind besetzt}

Auf Wiederhören!
"""),
    "everyday-hotel-de": ("de", """Hotel Seeblick, guten Abend!

{menu: Drücken Sie eins für Reservierungen, zwei für das Restaurant, drei für die Rezeption. Zurück mit der Sterntaste.
*: back
1: Einzelzimmer - eins, Doppelzimmer - zwei, zurück - Sterntaste.
11: sms:4915111122233,SEEBLICK,Einzelzimmer angefragt von $phone
11: Wir rufen zurück.
12: sms:4915111122233,SEEBLICK,Doppelzimmer angefragt von $phone
12: Wir rufen zurück.
2: Das Restaurant hat von 18 bis 22 Uhr geöffnet.
3: call:4975311122 wait=20 ok:end err:rez
rez: Die Rezeption ist gerade nicht besetzt}

Bis bald!
"""),
    "everyday-tienda-es": ("es", """¡Hola! Tienda de muebles Roble.

{menu: Para ventas marque 1, para entregas marque 2, para hablar con un agente marque 3. Para repetir marque 0.
0: repeat
1: call:34911234567 wait=30 ok:end err:ocupado
2: Las entregas se hacen de lunes a viernes, de 9 a 18 horas.
3: call:34911234568 wait=60 ok:end err:ocupado record
ocupado: Todos los agentes están ocupados. Deje un mensaje.
ocupado: record: 45
ocupado: end}

¡Gracias por llamar!
"""),
    "everyday-cita-es": ("es", """Le recordamos su cita del 4 de junio a las 10:30.

{menu: Para confirmar, pulse uno. Para cancelar, pulse dos. Para cambiar la fecha, pulse tres.
1: https://api.shop.example/ivr
1: Cita confirmada.
1: end
2: https://api.shop.example/ivr
2: Cita cancelada.
2: end
3: call:34600111222 wait=40 ok:end err:recep
recep: La recepción no contesta}

Hasta pronto.
"""),
    "everyday-garage-fr": ("fr", """Bonjour, garage du Lac.

{menu: Pour un rendez-vous, tapez 1. Pour le dépannage, tapez 2. Pour nos horaires, tapez 3. Pour revenir au début, tapez dièse.
#: start
1: Laissez votre nom et votre numéro après le bip.
1: record: 30
1: end
2: call:33450112233 wait=120 ok:end err:occupe
3: Du lundi au vendredi de 8 heures à 18 heures.
occupe: Nos techniciens sont occupés. Rappelez plus tard}

Merci et à bientôt.
"""),
    "everyday-sondage-fr": ("fr", """Bonjour, voici un sondage de deux minutes.

{menu: Êtes-vous satisfait ? Oui, tapez un. Non, tapez deux. Pour écouter de nouveau, tapez zéro.
0: repeat
1: https://sondage.example/oui
1: Merci de votre réponse.
1: end
2: Dites-nous pourquoi.
2: record: 30
2: https://sondage.example/non
2: end}

Au revoir.
"""),
    "everyday-shop-en": ("en", """Thank you for calling Oak Books.

{menu: For opening hours press 1, for orders press 2, to talk to us press 3, to hear this again press 0.
0: repeat
1: We are open from 9 to 6, Monday to Saturday.
2: Please say your order number after the tone.
2: record: 20
2: Thank you. We will call you back.
2: end
3: call:442071234567 wait=30 ok:end err:busy
busy: All lines are busy. Please try again later}

Goodbye!
"""),
    "everyday-alarm-en": ("en", """This is a message from the water company. Your supply is off until 6 pm.

{menu: Press 1 to confirm that you heard this. Press 2 to report a leak. Press the pound key to start over.
#: start
1: https://water.example/ack
1: Thank you.
1: end
2: call:12025550123,12025550124 wait=60 ok:end err:nobody
nobody: Nobody can take your call. Leave a message
nobody: record: 60
nobody: end}

Goodbye.
"""),
    "everyday-bank-en": ("en", """Welcome to First Street Bank.

{menu: For accounts, press one. For cards, press two. For an agent, press nine. To go back, press star.
*: back
1: Balance, press one. Last payments, press two. Back, press star.
11: https://bank.example/ivr/balance
12: https://bank.example/ivr/last
2: Lost card, press one. New card, press two.
21: call:12025550188 wait=120 ok:end err:agent record
22: sms:$phone,FSBANK,Order your card here: https://bank.example/new, it is free
22: We have sent you a link.
9: call:12025550189 wait=60 ok:end err:agent
agent: All our agents are busy. Please call later}

Thank you for banking with us.
"""),
    "everyday-nochnoy": ("ru", """Служба поддержки. Сейчас нерабочее время.

{menu: Оставить сообщение - 1. Дежурный инженер - 2. Завершить звонок - 3.
1: Говорите после сигнала.
1: record: 90
1: Принято.
1: end
2: call:79990001122 wait=120 ok:end err:1
3: end}

Мы работаем с 9 до 18.
"""),
    "everyday-dve-stupeni": ("ru", """Университет, приёмная комиссия.

{menu: Бакалавриат - 1, магистратура - 2, общежитие - 3, в начало - решётка, назад - звёздочка.
#: start
*: back
1: Очно - 1, заочно - 2, назад - звёздочка.
11: Бюджет - 1, договор - 2.
111: Приём до 25 июля.
112: Приём до 20 августа.
12: Приём до 10 сентября.
2: call:78432330011 wait=30 ok:end err:kom
3: call:78432330012 wait=30 ok:end err:kom
kom: Комиссия работает с 10 до 16}

Успешного поступления!
"""),
    "everyday-zags": ("ru", """Отдел ЗАГС.

{menu: Регистрация брака: нажмите 1. Свидетельства: нажмите 2. Иное: нажмите 3.
1: Приём по вторникам: с 9 до 13.
2: Нужны: паспорт, заявление, квитанция.
3: call:74152001010 wait=30 ok:end err:zan
zan: Сотрудник занят: перезвоните}

Всего доброго!
"""),
    "everyday-gaz": ("ru", """Газовая служба 104. Если вы чувствуете запах газа, откройте окна.

{menu: Утечка газа - 1. Плановая проверка - 2. Оплата - 3.
1: call:78612000104 wait=120 ok:end err:2a
2: Мастер придёт с 10 до 12. Изменить время - 1, отменить - 2.
21: https://api.shop.example/ivr
21: end
22: https://api.shop.example/ivr
22: end
3: Оплатить можно на сайте или в кассе.
2a: Линия занята. Звоните 112}

Будьте осторожны.
"""),
    "everyday-tur": ("ru", """Турагентство «Меридиан».

{menu: Горящие туры - 1, визы - 2, ваш тур - 3, менеджер - 4, повтор - 0, начало - решётка, назад - звёздочка.
*: back
#: start
0: repeat
1: Турция от 40 тысяч, Египет от 45 тысяч рублей.
2: Визовый отдел работает до 17:00.
3: https://api.shop.example/ivr
4: call:79210005544 wait=45 ok:end err:manager
manager: Менеджер занят. Мы отправили вам телефон офиса
manager: sms:$phone,MERIDIAN,Офис: +7 812 000-55-44, ждём!
manager: end}

Приятного отдыха!
"""),
    "everyday-prostoy": ("ru", """Здравствуйте.

{menu: Нажмите 1, чтобы отписаться от звонков.
1: https://api.shop.example/ivr
1: Вы отписаны.
1: end}

До свидания.
"""),
    "everyday-rabota": ("ru", """Кадровый отдел завода «Прогресс».

{menu: Вакансии - 1. Собеседование - 2. Пропуск - 3.
1: Токарь, слесарь, сварщик. Отклик - 1.
11: Назовите имя, возраст и опыт.
11: record: 60
11: Спасибо.
11: end
2: call:78332001155 wait=30 ok:end err:hr
3: Бюро пропусков: вход с улицы Заводской, дом 1, корпус А.
hr: Отдел не отвечает
hr: sms:79229001155,PROGRESS,Звонил соискатель: $phone}

Ждём вас в команде!
"""),
    "everyday-teatr": ("ru", """Театр оперы и балета.

{menu: Афиша - 1, касса - 2, возврат билетов - 3, экскурсии - 4.
1: 5 июня - «Аида», 6 июня - «Жизель», 7 июня выходной.
2: call:73832001200 wait=60 ok:end err:kassa
3: Возврат за 10 дней - 100%, за 5 дней - 50%, за 3 дня - 30%.
4: Экскурсии по воскресеньям в 11:00, сбор у входа № 2.
kassa: Касса открыта с 11 до 20}

Ждём в театре!
"""),
    "everyday-pochta": ("ru", """Почтовое отделение 101000. Вам пришла посылка.

{menu: Часы работы - 1. Доставка на дом - 2. Вернуть отправителю - 3. Повторить - 0.
0: repeat
1: С понедельника по пятницу с 8:00 до 20:00, в субботу с 9:00 до 18:00.
2: https://post.example/ivr/home
2: Курьер позвонит вам за час.
2: end
3: https://post.example/ivr/return
3: end}

Спасибо!
"""),
    "everyday-yazyk": ("ru", """Добро пожаловать! Welcome!

{menu: Для русского языка нажмите 1. For English press 2.
1: Продажи - 1, сервис - 2.
11: call:74950001111 wait=30 ok:end err:zan
12: call:74950001112 wait=30 ok:end err:zan
2: Sales, press 1. Service, press 2.
21: call:74950001113 wait=30 ok:end err:bsy
22: call:74950001114 wait=30 ok:end err:bsy
zan: Линия занята
bsy: The line is busy}

До свидания! Goodbye!
"""),
    "everyday-vosem": ("ru", """Диспетчерская лифтов.

{menu: Застряли в лифте - 1, лифт не работает - 2, шум - 3, запах гари - 4, другое - 5.
1: Не волнуйтесь, соединяем.
1: call:79120000911,79120000912,79120000913,79120000914 wait=120 ok:end err:gor
2: https://api.shop.example/ivr
2: Заявка принята. Номер придёт по СМС.
2: end
3: https://api.shop.example/ivr
3: end
4: call:79120000915 wait=60 ok:end err:gor
5: record: 60
5: end
gor: Позвоните 112}

Диспетчерская.
"""),
}  # fmt: skip
BASES = {name: text for name, (_, text) in SOUND_MENUS.items()}
