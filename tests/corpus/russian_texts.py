"""Russian lists, messages, requests and short fields: sound ones, and such with one mistake each.

Written before the rules saw them.
"""

# ruff: noqa: E501

_SEND = "https://smscentre.com/sys/send.php"
_ASK = "login=shop&psw=KEY&phones=79990000001&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82&charset=utf-8"

#: Name: kind, language, text.
SOUND: dict[str, tuple[str, str, str]] = {
    "list-semicolons-ru": ("mailing", "ru", "79991112233;Ирина Петровна, ждём вас 12.05 в 14:30\n79991112234;Олег, ваш размер (42) появился: осталось 2 шт.\n"),
    "list-emoji-ru": ("mailing", "ru", "79991112233:Марина, с днём рождения! 🎂 Скидка 10%\n79991112234:Пётр, с днём рождения! 🎂 Скидка 15%\n"),
    "list-sender-ru": ("mailing", "ru", "Salon,0|79991112233:Лена, маникюр завтра в 11\nSalon,2|79991112234:Оля, стрижка в пятницу в 9\n"),
    "message-ru": ("message", "ru", "Заказ № 125 готов. Пункт выдачи: ул. Мира, 12 (вход со двора), с 10 до 20."),
    "message-code-ru": ("message", "ru", "Код: 4711. Никому его не сообщайте!"),
    "message-call-ru": ("message", "ru", "__CALL__: Здравствуйте! Ваш заказ готов, ждём вас сегодня до восьми вечера."),
    "message-link-ru": ("message", "ru", "Чек: https://ofd.example/r?t=20260101T1200&s=150.00 Спасибо за покупку"),
    "viber-ru": ("viber", "ru", "Скидка 20% на всё до воскресенья! {button, https://shop.example/sale, Смотреть}"),
    "viber-picture-ru": ("viber", "ru", "Новая коллекция <file https://shop.example/new.jpg> {button,https://shop.example,Открыть}"),
    "recipients-ru": ("recipients", "ru", "79991112233,79991112234;+79991112235"),
    "schedule-ru": ("schedule", "ru", "05.03.27 09:30"),
    "request-two-numbers-ru": ("request", "ru", f"curl -d '{_ASK.replace('79990000001', '79990000001,79990000002')}&sender=Shop' {_SEND}\n"),
    "request-flash-ru": ("request", "ru", f"# Код на экран\ncurl -d '{_ASK}&flash=1' {_SEND}\n"),
}  # fmt: skip


def _request(old: str, new: str, *, address: str = _SEND) -> str:
    assert old in _ASK
    return f"# Привет клиенту\ncurl -d '{_ASK.replace(old, new)}' {address}\n"


#: Name: kind, language, text, line, the rules of which one tells it.
MISTAKES: dict[str, tuple[str, str, str, int, str]] = {
    "list-blank-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n79991112234 Олег, ждём вас в среду\n", 2, "LST001"),
    "list-dash-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n79991112234 - Олег, ждём вас в среду\n", 2, "LST001"),
    "list-tab-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n79991112234\tОлег, ждём вас в среду\n", 2, "LST001"),
    "list-name-first-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\nОлег:79991112234:ждём вас в среду\n", 2, "LST001 LST003 LST019 LST010"),
    "list-numbered-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n2. 79991112234:Олег, ждём вас в среду\n", 2, "LST001 LST003"),
    "list-quoted-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n\"79991112234\":Олег, ждём вас в среду\n", 2, "LST001 LST003"),
    "list-digit-lost-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n7999111223:Олег, ждём вас в среду\n", 2, "LST003 LST001"),
    "list-empty-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n79991112234:\n", 2, "LST009"),
    "list-two-lines-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас\nзавтра в 12\n79991112234:Олег, ждём вас в среду\n", 2, "LST001 LST002"),
    "list-twice-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\n79991112233:Ирина, ждём вас завтра\n", 2, "LST005"),
    "list-sender-russian-ru": ("mailing", "ru", "Салон|79991112233:Ирина, ждём вас завтра\n", 1, "LST010"),
    "list-look-alike-ru": ("mailing", "ru", "79991112233:Ирина, ваш зaказ готов\n79991112234:Олег, ваш заказ готов\n", 1, "LST014"),
    "list-mojibake-ru": ("mailing", "ru", "79991112233:Èðèíà, æä¸ì âàñ çàâòðà\n", 1, "GEN001"),
    "list-glued-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра; 79991112234:Олег, ждём вас в среду\n", 1, "LST021"),
    "list-mail-ru": ("mailing", "ru", "79991112233:Ирина, ждём вас завтра\nmail@shop.example:Олег, ждём вас в среду\n", 2, "LST020 LST003"),
    "message-call-russian-ru": ("message", "ru", "__ЗВОНОК__: Здравствуйте! Ваш заказ готов.", 1, "PFX001"),
    "message-call-look-alike-ru": ("message", "ru", "__САLL__: Здравствуйте! Ваш заказ готов.", 1, "PFX001"),
    "message-call-one-line-ru": ("message", "ru", "_CALL_: Здравствуйте! Ваш заказ готов.", 1, "PFX001"),
    "message-call-no-colon-ru": ("message", "ru", "__CALL__ Здравствуйте! Ваш заказ готов.", 1, "PFX001"),
    "message-call-small-ru": ("message", "ru", "__call__: Здравствуйте! Ваш заказ готов.", 1, "PFX002"),
    "message-call-inside-ru": ("message", "ru", "Здравствуйте! __CALL__: Ваш заказ готов.", 1, "PFX003"),
    "message-mojibake-ru": ("message", "ru", "Ð\x97Ð´Ñ\x80Ð°Ð²Ñ\x81Ñ\x82Ð²Ñ\x83Ð¹Ñ\x82Ðµ! Ð\x92Ð°Ñ\x88 Ð·Ð°ÐºÐ°Ð·", 1, "GEN001"),
    "message-zero-width-ru": ("message", "ru", "Ваш заказ\u200b готов, ждём вас.", 1, "GEN002"),
    "message-file-ru": ("message", "ru", "Ваш чек: <файл 1>", 1, "FIL001"),
    "message-file-zero-ru": ("message", "ru", "Ваш чек: <file 0>", 1, "FIL002"),
    "message-escaped-ru": ("message", "ru", "Ваш чек: &lt;file 1&gt;", 1, "FIL007"),
    "message-mark-ru": ("message", "ru", "Ваш заказ готов.\n~~\nдля Ирины", 2, "CMT001"),
    "message-look-alike-ru": ("message", "ru", "Ваш зaказ готов, ждём вас.", 1, "LST014"),
    "viber-button-russian-ru": ("viber", "ru", "Скидка 20%! {кнопка,https://shop.example,Смотреть}", 1, "VIB001"),
    "viber-button-long-ru": ("viber", "ru", "Скидка 20%! {button,https://shop.example,Посмотреть все товары со скидкой}", 1, "VIB002"),
    "viber-button-bare-ru": ("viber", "ru", "Скидка 20%! {button,shop.example,Смотреть}", 1, "VIB004"),
    "viber-button-tel-ru": ("viber", "ru", "Звоните! {button,tel:8(999)111-22-33,Позвонить}", 1, "VIB005"),
    "viber-button-no-text-ru": ("viber", "ru", "Скидка 20%! {button,https://shop.example,}", 1, "VIB003"),
    "viber-button-semicolons-ru": ("viber", "ru", "Скидка 20%! {button;https://shop.example;Смотреть}", 1, "VIB001"),
    "viber-two-pictures-ru": ("viber", "ru", "Новинки <file https://shop.example/a.jpg> <file https://shop.example/b.jpg>", 1, "VIB008"),
    "recipients-short-ru": ("recipients", "ru", "79991112233,7999111223", 1, "RCP002 RCP001"),
    "recipients-twice-ru": ("recipients", "ru", "79991112233,79991112233", 1, "RCP004"),
    "recipients-words-ru": ("recipients", "ru", "79991112233,все клиенты", 1, "RCP001"),
    "schedule-tomorrow-ru": ("schedule", "ru", "завтра в 10:00", 1, "REQ001"),
    "schedule-no-such-day-ru": ("schedule", "ru", "31.02.27 10:00", 1, "REQ001"),
    "schedule-full-year-ru": ("schedule", "ru", "05.03.2027 09:30", 1, "REQ001"),
    "schedule-minutes-ru": ("schedule", "ru", "+10 минут", 1, "REQ001"),
    "schedule-seconds-ru": ("schedule", "ru", "05.03.27 09:30:00", 1, "REQ001"),
    "request-phone-ru": ("request", "ru", _request("phones=", "phone="), 2, "REQ013 REQ014"),
    "request-text-ru": ("request", "ru", _request("mes=", "text="), 2, "REQ013 REQ014"),
    "request-russian-name-ru": ("request", "ru", _request("mes=", "сообщение="), 2, "REQ013 REQ014 REQ011"),
    "request-raw-ru": ("request", "ru", f"{_SEND}?login=shop&psw=KEY&phones=79990000001&mes=Ваш заказ готов&charset=utf-8\n", 1, "REQ011"),
    "request-charset-name-ru": ("request", "ru", _request("charset=utf-8", "charset=utf8"), 2, "REQ016"),
    "request-charset-1251-ru": ("request", "ru", _request("charset=utf-8", "charset=win1251"), 2, "REQ016"),
    "request-sender-ru": ("request", "ru", _request("mes=", "sender=%D0%A1%D0%B0%D0%BB%D0%BE%D0%BD&mes="), 2, "REQ022"),
    "request-flag-ru": ("request", "ru", _request("mes=", "flash=true&mes="), 2, "REQ016"),
    "request-translit-ru": ("request", "ru", _request("mes=", "translit=%D0%B4%D0%B0&mes="), 2, "REQ016"),
    "request-time-ru-wrong": ("request", "ru", _request("mes=", "tz=0&time=%D0%B7%D0%B0%D0%B2%D1%82%D1%80%D0%B0&mes="), 2, "REQ001"),
    "request-endpoint-ru": ("request", "ru", _request("mes=", "mes=", address="https://smscentre.com/sys/sent.php"), 2, "REQ021"),
    "request-no-password-ru": ("request", "ru", _request("&psw=KEY", ""), 2, "REQ014"),
    "request-plain-http-ru": ("request", "ru", _request("mes=", "mes=", address="http://smscentre.com/sys/send.php"), 2, "REQ020"),
    "request-plus-ru": ("request", "ru", _request("phones=79990000001", "phones=+79990000001"), 2, "REQ012"),
    "request-question-twice-ru": ("request", "ru", f"{_SEND}?login=shop?psw=KEY&phones=79990000001&mes=%D0%94%D0%B0&charset=utf-8\n", 1, "REQ014 REQ028 REQ016 REQ023"),
    "request-valid-ru": ("request", "ru", _request("mes=", "valid=48&mes="), 2, "REQ004"),
    "request-maxsms-ru": ("request", "ru", _request("mes=", "maxsms=%D0%BE%D0%B4%D0%B8%D0%BD&mes="), 2, "REQ016"),
    "request-twice-named-ru": ("request", "ru", _request("mes=", "phones=79990000002&mes="), 2, "REQ015"),
    "request-id-ru": ("request", "ru", _request("mes=", "id=%D0%B7%D0%B0%D0%BA%D0%B0%D0%B7-1&mes="), 2, "REQ005"),
}  # fmt: skip
