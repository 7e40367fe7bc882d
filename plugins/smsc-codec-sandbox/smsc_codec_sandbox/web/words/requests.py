"""What the room of requests says."""

from __future__ import annotations

RUSSIAN = {
    "Requests": "Запросы",
    "Request": "Запрос",
    "Choose a request.": "Выберите запрос.",
    "Choose request {number}": "Выбрать запрос {number}",
    "Refused": "С отказом",
    "Not understood": "Непонятые",
    "ordered failure": "заказанный сбой",
    "error {code}": "ошибка {code}",
    "for example endpoint:status error:any hello": "например, endpoint:status error:any привет",
    "this request is not there any more": "этого запроса больше нет",
    # ERR-4, ERR-5, STA-7, BAL-1.
    "the login, the password or the key is wrong, or the account does not allow this IP address":
        "неверны логин, пароль или ключ, или счёт не разрешает этот IP-адрес",
    "check login and password, and the account's list of allowed addresses":
        "проверьте логин, пароль и список разрешённых адресов счёта",
    "the IP address is blocked for a time, after too many wrong requests":
        "IP-адрес на время заблокирован: слишком много ошибочных запросов",
    "wait, and mend what asks wrongly: each further wrong request makes it last longer":
        "подождите и исправьте клиента: каждый новый ошибочный запрос продлевает блокировку",
    "a parameter is missing or wrong": "параметра не хватает, или он неверен",
    "lint the request": "проверьте запрос линтером",
    "there is not enough money on the account": "на счёте недостаточно средств",
    "top the account up": "пополните счёт",
    "the time of sending is none": "время отправки написано неверно",
    "write it in one of the service's forms, such as 31.01.26 09:00":
        "пишите его в форме сервиса, например 31.01.26 09:00",
    "the message is forbidden, for its text or its sender":
        "сообщение запрещено: из-за текста или отправителя",
    "register the sender's name and the text's template; mass mailings need a contract":
        "зарегистрируйте имя отправителя и шаблон текста; для массовых рассылок нужен договор",
    "a phone number is none": "неверный номер телефона",
    "write numbers in international form": "пишите номера в международной форме",
    "the message cannot be delivered to this number": "сообщение на этот номер доставить нельзя",
    "do not send it there again as it is": "не отправляйте его туда повторно в том же виде",
    "do not repeat it within a minute, and keep fewer than fifteen requests under way":
        "не повторяйте его в течение минуты и держите меньше пятнадцати одновременных запросов",
    "there is no such message": "такого сообщения нет",
    "ask with the id and the number that it was sent with":
        "нужны номер сообщения и телефон, с которыми оно отправлено",
    "there is no such template": "такого шаблона нет",
    "ask for the list of templates": "запросите список шаблонов",
    "the template could not be saved or deleted": "шаблон не удалось сохранить или удалить",
    "try again later": "попробуйте позже",
    "there is no such task group": "такой группы задач нет",
    "look the group's id up in the account": "посмотрите номер группы в личном кабинете",
    "see what the service says of it": "смотрите, что об этом говорит сервис",
    **{
        f"more than {number} identical {what} in a minute, or fifteen or more requests at once":
            f"больше {numbers} одинаковых запросов в минуту ({about}) или пятнадцать и больше сразу"
        for number, numbers, what, about in (
            ("one", "одного", "sendings, or more than five identical questions for a price,", "цены — пяти"),
            ("three", "трёх", "requests", "шаблоны"),
            ("ten", "десяти", "requests", "баланс и шаблоны операторов"),
            ("five", "пяти", "requests", "статусы"),
            ("five", "пяти", "notifications", "уведомления"),
        )
    },
    # STA-5.
    "none": "нет",
    "no such subscriber": "абонент не существует",
    "mailbox full": "почтовый ящик переполнен",
    "mail server not found": "почтовый сервер не найден",
    "mailbox blocked": "почтовый ящик заблокирован",
    "subscriber offline": "абонент не в сети",
    "service not connected": "нет услуги SMS",
    "fault in the phone": "ошибка в телефоне абонента",
    "subscriber blocked": "абонент заблокирован",
    "service not supported": "нет поддержки сервиса",
    "virtual sending": "виртуальная отправка",
    "SIM card changed": "замена SIM-карты",
    "operator's queue full": "переполнена очередь у оператора",
    "no answer": "абонент не отвечает",
    "no template": "нет шаблона",
    "address not allowed": "запрещённый IP-адрес",
    "busy": "абонент занят",
    "conversion failed": "ошибка конвертации",
    "answering machine": "зафиксирован автоответчик",
    "no contract": "не заключён договор",
    "mass sending forbidden": "рассылки запрещены",
    "no status received": "статус не получен",
    "limited by time": "ограничение по времени",
    "limit of messages": "превышен лимит сообщений",
    "no route": "нет маршрута",
    "wrong number format": "неверный формат номера",
    "number forbidden by settings": "номер запрещён настройками",
    "limit for one number": "превышен лимит на один номер",
    "number forbidden": "номер запрещён",
    "spam filter": "запрещено спам-фильтром",
    "sender not registered": "незарегистрированный отправитель",
    "refused by the operator": "отклонено оператором",
}  # fmt: skip
