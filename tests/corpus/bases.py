"""Sound menus that the mistakes of the corpus are made in."""

from pathlib import Path

_SOUND = Path(__file__).resolve().parents[2] / "docs" / "examples" / "sound"

CLINIC = """\
Здравствуйте! Это стоматология «Белый кит».

{menu: Нажмите 1, чтобы записаться на приём, 2, чтобы узнать адрес, 3, чтобы получить адрес по СМС, 4, чтобы оставить \
сообщение, 9, чтобы закончить. Чтобы прослушать меню ещё раз, нажмите ноль.
0: repeat
1: call:74951230001,74951230002 wait=25 ok:end err:busy
2: Мы на улице Мира. Для схемы проезда нажмите 1, для возврата нажмите звёздочку.
21: От метро прямо до аптеки и направо во двор.
*: back
3: sms:$phone,BelyKit,Улица Мира, вход со двора
3: end
4: Говорите после сигнала. Сообщение записывается.
4: record: 40
4: end
9: end
busy: Все администраторы заняты, нажмите 1 ещё раз или 4, чтобы оставить сообщение.
}

Спасибо за звонок!
"""

TAXI = """\
Такси «Маяк», добрый день!

{menu: Если вы ждёте машину, нажмите 1. Чтобы заказать машину, нажмите 2. Если забыли вещи, нажмите 3. Чтобы отменить \
заказ, нажмите 5. Для повтора нажмите решётку.
#: start
1: Машина приедет через пять минут.
1: end
2: call:78121112233 wait=30 ok:end err:sorry
3: Опишите вещь после сигнала, запись идёт двадцать секунд.
3: record: 20
3: end
5: https://mayak.example/cancel
5: Заказ отменён.
5: end
sorry: Свободных операторов нет, перезвоните позже или нажмите 2 ещё раз.
}

Счастливого пути!
"""

SHOP = """\
Welcome to Green Street Bikes.

{menu: For our opening hours press 1, for repairs press 2, to leave a message press 3, to hang up press 4. \
To hear this again press 0.
0: repeat
1: We are open from ten to seven, closed on Mondays.
2: For a new repair press 1, to ask about yours press 2, to go back press star.
21: call:442071230001 wait=20 ok:end err:later
22: call:442071230002,442071230003 wait=25 ok:end err:later
*: back
3: Please speak after the tone, your message is recorded.
3: record: 45
3: end
4: end
later: Everybody is busy, press star and leave a message, please.
}

Thank you for calling.
"""

HOTEL = """\
Hello, this is the Harbour Hotel.

{menu: Press 1 for reservations, 2 for directions by text message, 3 for the front desk, 9 to leave. Press hash to \
hear this again.
#: start
1: call:35318880001 wait=30 ok:end err:desk
2: sms:$phone,Harbour,We are at 5 Quay Street, next to the bridge
2: end
3: call:35318880009 wait=40 ok:end err:desk
9: end
desk: Nobody is at the desk, press 1 or 3 to try again.
}

Good bye!
"""

BASES = {"clinic": CLINIC, "taxi": TAXI, "shop": SHOP, "hotel": HOTEL} | {
    name: (_SOUND / f"{name}.menu").read_text(encoding="utf-8") for name in ("bank", "school", "pizza")
}
