"""Lists and requests of the corpus: sound ones, and such with one mistake each."""

# ruff: noqa: E501

#: Name: kind, language, text.
SOUND: dict[str, tuple[str, str, str]] = {
    "list-two": ("mailing", "en", "79990000001:Your order 1 is ready\n79990000002:Your order 2 is ready\n"),
    "list-ru": ("mailing", "ru", "79990000001:Анна, ваш заказ 1 готов\n79990000002:Иван, ваш заказ 2 готов\n"),
    "list-hours-ru": ("mailing", "ru", "79990000001:Работаем с 10:00 до 18:00, в субботу до 15:00\n79990000002:Ждём вас в 12:30, дом 2\n"),
    "list-several": ("mailing", "en", "79990000001,79990000002:The meeting is at 10:30\n79990000003:The meeting is at 11:30\n"),
    "list-sender": ("mailing", "en", "Shop|79990000001:Hello Ann\nShop|79990000002:Hello Ben\n"),
    "list-link-ru": ("mailing", "ru", "79990000001:Анна, чек: https://shop.example/a1?b=2\n79990000002:Иван, чек: https://shop.example/a2?b=3\n"),
    "list-one-ru": ("mailing", "ru", "79990000001:Код 4711, никому его не говорите\n"),
    "list-break-ru": ("mailing", "ru", "79990000001:Добрый день!\\nВаш заказ готов\n79990000002:Добрый день!\\nЗаказ ещё в пути\n"),
    "list-price": ("mailing", "en", "79990000001:Tea is 3.50 today; coffee is 4\n79990000002:Tea is 3.40 today; coffee is 5\n"),
    "list-plus-ru": ("mailing", "ru", "+79990000001:Анна, ждём вас завтра\n+79990000002:Иван, ждём вас в среду\n"),
    "request-get": ("request", "en", "https://smscentre.com/sys/send.php?login=alex&apikey=KEY&phones=79990000001&mes=Hello&charset=utf-8\n"),
    "request-ru": ("request", "ru", "curl -d 'apikey=KEY&phones=79990000001&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82&charset=utf-8' https://smscentre.com/sys/send.php\n"),
    "request-urlencode-ru": ("request", "ru", "curl -d apikey=KEY -d phones=79990000001 --data-urlencode 'mes=Привет & добро пожаловать' -d charset=utf-8 https://smscentre.com/sys/send.php\n"),
    "request-variables-ru": ("request", "ru", "#!/bin/sh\n# Сообщение о готовом заказе.\ncurl -s -d \"apikey=$KEY&phones=$PHONE&charset=utf-8\" --data-urlencode \"mes=Заказ $1 готов\" https://smscentre.com/sys/send.php\n"),
    "request-balance": ("request", "en", "curl -d apikey=KEY https://smscentre.com/sys/balance.php\n"),
    "request-balance-ru": ("request", "ru", "# Сколько осталось денег\ncurl -d apikey=KEY -d fmt=3 https://smscentre.com/sys/balance.php\n"),
    "request-message": ("request", "en", "POST /sys/send.php HTTP/1.1\nHost: smscentre.com\nContent-Type: application/x-www-form-urlencoded\n\napikey=KEY&phones=79990000001&mes=Hello&charset=utf-8"),
    "request-message-ru": ("request", "ru", "POST /sys/send.php HTTP/1.1\nHost: smscentre.com\nContent-Type: application/x-www-form-urlencoded\n\napikey=KEY&phones=79990000001&mes=%D0%94%D0%B0&charset=utf-8"),
    "request-braces": ("request", "en", "curl -d 'apikey={{key}}&phones={{phone}}&mes={{text}}&charset=utf-8' https://smscentre.com/sys/send.php\n"),
    "request-status-ru": ("request", "ru", "# Дошло ли\ncurl -d 'apikey=KEY&phone=79990000001&id=5&fmt=3' https://smscentre.com/sys/status.php\n"),
    "request-time-ru": ("request", "ru", "curl -d 'apikey=KEY&phones=79990000001&mes=%D0%94%D0%B0&charset=utf-8&time=01.01.27+12:00&tz=0' https://smscentre.com/sys/send.php\n"),
    "request-later": ("request", "en", "curl -d 'apikey=KEY&phones=79990000001&mes=Hi&charset=utf-8&time=01.01.27+12:00' https://smscentre.com/sys/send.php\n"),
    "request-1251-ru": ("request", "ru", "curl -d 'apikey=KEY&phones=79990000001&mes=%CF%F0%E8%E2%E5%F2&charset=windows-1251' https://smscentre.com/sys/send.php\n"),
    "request-two": ("request", "en", "curl -d 'apikey=KEY&phones=79990000001&mes=One&charset=utf-8' https://smscentre.com/sys/send.php\ncurl -d 'apikey=KEY&phones=79990000002&mes=Two&charset=utf-8' https://smscentre.com/sys/send.php\n"),
}  # fmt: skip

_ASK = "apikey=KEY&phones=79990000001&mes=Hello&charset=utf-8"
#: Name: kind, language, text, line, the rules of which one tells it.
MISTAKES: dict[str, tuple[str, str, str, int, str]] = {
    "list-comma-ru": ("mailing", "ru", "79990000001:Анна, ваш заказ готов\n79990000002,Иван, ваш заказ готов\n", 2, "LST001"),
    "list-header-ru": ("mailing", "ru", "телефон:текст\n79990000001:Анна, ваш заказ готов\n", 1, "LST001 LST003"),
    "list-long": ("mailing", "en", "79990000001:Hello Ann\n7999000000212345:Hello Ben\n", 2, "LST001 LST003"),
    "list-letters-ru": ("mailing", "ru", "79990000001:Анна, привет\n7999000ОО02:Иван, привет\n", 2, "LST001 LST003 LST021"),
    "request-name-ru": ("request", "ru", f"# Привет\ncurl -d '{_ASK.replace('mes=', 'message=')}' https://smscentre.com/sys/send.php\n", 2, "REQ013 REQ014"),
    "request-sign": ("request", "en", f"curl -d '{_ASK.replace('&', ';')}' https://smscentre.com/sys/send.php\n", 1, "REQ023"),
    "request-html": ("request", "en", f"curl -d '{_ASK.replace('&', '&amp;')}' https://smscentre.com/sys/send.php\n", 1, "REQ029"),
    "request-fragment": ("request", "en", "https://smscentre.com/sys/send.php?apikey=KEY&phones=79990000001&charset=utf-8&mes=Order%20#5\n", 1, "REQ011 REQ028"),
    "request-twice-ru": ("request", "ru", "curl -d 'apikey=KEY&phones=79990000001&mes=%25D0%2594%25D0%25B0&charset=utf-8' https://smscentre.com/sys/send.php\n", 1, "REQ030"),
    "request-charset-ru": ("request", "ru", "curl -d 'apikey=KEY&phones=79990000001&mes=%D0%94%D0%B0' https://smscentre.com/sys/send.php\n", 1, "REQ010"),
    "request-no-text": ("request", "en", "curl -d 'apikey=KEY&phones=79990000001&charset=utf-8' https://smscentre.com/sys/send.php\n", 1, "REQ014"),
}  # fmt: skip
