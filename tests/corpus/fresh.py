"""Sound menus of a clinic, a shop, a letting agency and a driving school, in which one thing is changed at a time."""

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
