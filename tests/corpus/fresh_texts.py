"""One mistake each in lists and in requests as they stand in scripts, written before the rules saw them; and sound ones."""

# ruff: noqa: E501

from __future__ import annotations

_SEND = "https://smscentre.com/sys/send.php"
_KEY = "login=oak&psw=KEY"

#: name: kind, language, text, line, rules
OTHERS: dict[str, tuple[str, str, str, int, str]] = {
    # Lists.
    "list-equals-ru": ("mailing", "ru", "79161230001:Записали вас на 12 мая\n79161230002=Записали вас на 13 мая\n", 2, "LST001"),
    "list-csv-header-ru": ("mailing", "ru", "phone;message\n79161230001;Ваш ребёнок записан к врачу\n", 1, "LST001 LST003"),
    "list-reversed-ru": ("mailing", "ru", "Ваш заказ готов;79161230001\n", 1, "LST001"),
    "list-blanks-in-number-ru": ("mailing", "ru", "79161230001:Приходите за справкой\n7 916 123 00 02:Приходите за справкой в понедельник\n", 2, "LST001 LST003"),
    "list-eight-ru": ("mailing", "ru", "79161230001:Собрание в 18:00\n8(916)1230002:Собрание в 19:00\n", 2, "LST001 LST003"),
    "list-look-alike-digit-ru": ("mailing", "ru", "7916123О001:Ваш пропуск готов\n79161230002:Ваш пропуск готов, окно 3\n", 1, "LST001 LST003"),
    "list-remark-ru": ("mailing", "ru", "# должники за май\n79161230001:У вас долг за май\n", 1, "LST001"),
    "list-placeholder-ru": ("mailing", "ru", "79161230001:Здравствуйте, {имя}! Ваш заказ готов\n", 1, "LST022"),
    "list-comma-after": ("mailing", "en", "441612220011:Your flat is ready,\n441612220012:Rent is due on Monday\n441612220013,:Your repair is booked\n", 3, "LST001 LST003 RCP001"),
    "list-two-recipients-blank": ("mailing", "en", "441612220011 441612220012:Rent is due on Monday\n", 1, "LST001 LST003"),
    "list-zone-text": ("mailing", "en", "OakLets,Moscow|441612220011:Rent is due on Monday\n", 1, "LST011 LST010 LST001"),
    "list-sender-long": ("mailing", "en", "OakLettingsLtd|441612220011:Rent is due on Monday\n", 1, "LST010"),
    "list-json": ("mailing", "en", "{\"phone\": \"441612220011\", \"text\": \"Rent is due\"}\n", 1, "LST001"),
    "list-html": ("mailing", "en", "441612220011:Rent is due<br>on Monday\n", 1, "LST023"),
    "list-real-tab": ("mailing", "en", "441612220011\tRent is due on Monday\n", 1, "LST001"),
    # Requests.
    "request-python-names": ("request", "en", f"import requests\n\nreply = requests.post(\n    \"{_SEND}\",\n    data={{\n        \"login\": \"oak\",\n        \"psw\": \"KEY\",\n        \"phone\": \"441612220011\",\n        \"mes\": \"Rent is due\",\n    }},\n)\nprint(reply.text)\n", 8, "REQ013 REQ014"),
    "request-python-value": ("request", "en", f"import requests\n\nrequests.get('{_SEND}', params={{'login': 'oak', 'psw': 'KEY', 'phones': '441612220011', 'mes': 'Rent is due', 'fmt': 'json'}})\n", 3, "REQ016"),
    "request-python-password-ru": ("request", "ru", f"import requests\n\nrequests.post('{_SEND}', data=dict(login='zap', password='KEY', phones='79161230001', mes='Привет', charset='utf-8'))\n", 3, "REQ013 REQ014"),
    "request-php-ru": ("request", "ru", f"<?php\n$url = '{_SEND}?login=zap&psw=KEY&phones=79161230001&mes=' . urlencode('Привет') . '&charset=utf8';\necho file_get_contents($url);\n", 2, "REQ016"),
    "request-php-query-ru": ("request", "ru", f"<?php\n$q = http_build_query(['login' => 'zap', 'psw' => 'KEY', 'phones' => '79161230001', 'text' => 'Привет', 'charset' => 'utf-8']);\necho file_get_contents('{_SEND}?' . $q);\n", 2, "REQ013 REQ014"),
    "request-powershell": ("request", "en", f"Invoke-RestMethod -Uri '{_SEND}?login=oak&psw=KEY&phones=441612220011&message=Hello' -Method Get\n", 1, "REQ013 REQ014"),
    "request-powershell-body": ("request", "en", f"$body = @{{ login = 'oak'; psw = 'KEY'; number = '441612220011'; mes = 'Hello' }}\nInvoke-RestMethod -Uri '{_SEND}' -Method Post -Body $body\n", 1, "REQ013 REQ014"),
    "request-wget-ru": ("request", "ru", f"wget -qO- '{_SEND}?{_KEY}&phones=79161230001&mes=%D0%94%D0%B0&charset=cp1251'\n", 1, "REQ016"),
    "request-browser-host-ru": ("request", "ru", "https://smscenter.com/sys/send.php?login=zap&psw=KEY&phones=79161230001&mes=%D0%94%D0%B0&charset=utf-8\n", 1, "REQ021 REQ020 REQ027"),
    "request-browser-no-sys-ru": ("request", "ru", "https://smscentre.com/send.php?login=zap&psw=KEY&phones=79161230001&mes=%D0%94%D0%B0&charset=utf-8\n", 1, "REQ021"),
    "request-browser-colon": ("request", "en", f"{_SEND}?login:oak&psw=KEY&phones=441612220011&mes=Hello\n", 1, "REQ023"),
    "request-browser-ampersand-twice": ("request", "en", f"{_SEND}&login=oak&psw=KEY&phones=441612220011&mes=Hello\n", 1, "REQ021 REQ023 REQ014"),
    "request-browser-blank-name": ("request", "en", f"{_SEND}?login=oak&psw=KEY& phones=441612220011&mes=Hello\n", 1, "REQ023"),
    "request-case": ("request", "en", f"curl -d '{_KEY}&Phones=441612220011&mes=Hello' {_SEND}\n", 1, "REQ013 REQ014"),
    "request-cyrillic-name-ru": ("request", "ru", f"curl -d '{_KEY}&phones=79161230001&mеs=%D0%94%D0%B0&charset=utf-8' {_SEND}\n", 1, "REQ013 REQ014 REQ011"),
    "request-fmt-ru": ("request", "ru", f"curl -d '{_KEY}&phones=79161230001&mes=%D0%94%D0%B0&charset=utf-8&fmt=4' {_SEND}\n", 1, "REQ016"),
    "request-cost-word": ("request", "en", f"curl -d '{_KEY}&phones=441612220011&mes=Hello&cost=yes' {_SEND}\n", 1, "REQ016"),
    "request-time-iso": ("request", "en", f"curl -d '{_KEY}&phones=441612220011&mes=Hello&time=2027-03-05T09:30' {_SEND}\n", 1, "REQ001"),
    "request-valid-minutes-ru": ("request", "ru", f"curl -d '{_KEY}&phones=79161230001&mes=%D0%94%D0%B0&charset=utf-8&valid=30min' {_SEND}\n", 1, "REQ004"),
    "request-tz-name": ("request", "en", f"curl -d '{_KEY}&phones=441612220011&mes=Hello&time=05.03.27+09:30&tz=UTC' {_SEND}\n", 1, "TIM002 REQ016"),
    "request-voice-ru": ("request", "ru", f"curl -d '{_KEY}&phones=79161230001&mes=%D0%94%D0%B0&charset=utf-8&call=1&voice=woman' {_SEND}\n", 1, "VOX003 REQ016"),
    "request-json-body": ("request", "en", f"curl -H 'Content-Type: application/json' -d '{{\"login\":\"oak\",\"psw\":\"KEY\",\"phones\":\"441612220011\",\"mes\":\"Hello\"}}' {_SEND}\n", 1, "REQ023 REQ014 REQ016"),
    "request-http-file": ("request", "en", f"### Send one\nPOST {_SEND}\nContent-Type: application/x-www-form-urlencoded\n\nlogin=oak&psw=KEY&phones=441612220011&massage=Hello\n", 5, "REQ013 REQ014"),
    "request-no-quotes-ru": ("request", "ru", f"curl {_SEND}?login=zap&psw=KEY&phones=79161230001&mes=%D0%94%D0%B0&charset=utf-8\n", 1, "REQ023 REQ014"),
}  # fmt: skip

#: name: kind, language, text
SOUND: dict[str, tuple[str, str, str]] = {
    "list-prices-ru": ("mailing", "ru", "79161230001:К оплате 1 250,50 руб.; срок - 25.05; л/с 40-817\n79161230002:К оплате 980 руб.; срок - 25.05; л/с 40-818\n"),
    "list-brackets-ru": ("mailing", "ru", "79161230001:Приём 5 мая в 9:30 (каб. 12) [перенос: 8-800-200-00-01]\n79161230002:Приём 6 мая в 10:30 (каб. 14) [перенос: 8-800-200-00-01]\n"),
    "list-quotes-en": ("mailing", "en", "441612220011:\"Oak Lets\": rent is due on 1/6; reply STOP to 07911 000 000\n441612220012:Rent is due on 1/6. Ref: OAK-12#7\n"),
    "list-address-en": ("mailing", "en", "441612220011:Viewing 10:30, Flat 2b, 8 Mill Lane (M1 2AB): bring ID & keys\n"),
    "list-many-lines-ru": ("mailing", "ru", "79161230001,79161230002;Репетиция в 19:00: взять ноты №1, №2\n79161230003;Репетиция в 20:00: взять ноты №3\n"),
    "list-emoji-en": ("mailing", "en", "12125550142:Your code: 4711 👍\n12125550143:Your code: 4712 👍\n"),
    "message-maths": ("message", "en", "If x < 3 and y > 5 then 50% off {today only}: see example.com/sale?a=1&b=2#top"),
    "message-bank-ru": ("message", "ru", "Карта *1234: списание 1 500р. АЗС №5 12:40. Баланс: 12 345,67р. Не Вы? Звоните 900"),
    "message-many": ("message", "en", "Привет / Hello / Hola! Café Noël opens 1.12. at 10h, №5 Rue de l'Église"),
    "viber-ru": ("viber", "ru", "Меню на неделю: 1) борщ, 2) плов; доставка с 11:00 {button, https://eda.example/menu?week=22, Смотреть меню}"),
    "request-python": ("request", "en", f"import requests\n\nreply = requests.post(\n    \"{_SEND}\",\n    data={{\"login\": \"oak\", \"psw\": \"KEY\", \"phones\": \"441612220011\", \"mes\": \"Rent is due\", \"charset\": \"utf-8\"}},\n)\nprint(reply.text)\n"),
    "request-php-sound-ru": ("request", "ru", f"<?php\n$q = http_build_query(['login' => 'zap', 'psw' => 'KEY', 'phones' => '79161230001', 'mes' => 'Привет', 'charset' => 'utf-8']);\necho file_get_contents('{_SEND}?' . $q);\n"),
    "request-powershell-sound": ("request", "en", f"$body = @{{ login = 'oak'; psw = 'KEY'; phones = '441612220011'; mes = 'Hello' }}\nInvoke-RestMethod -Uri '{_SEND}' -Method Post -Body $body\n"),
    "request-js-ru": ("request", "ru", f"const url = `{_SEND}?login=${{login}}&psw=${{psw}}&phones=${{phone}}&mes=${{encodeURIComponent(text)}}&charset=utf-8&fmt=3`;\nconst reply = await fetch(url);\n"),
    "request-many-options": ("request", "en", f"curl -sS --retry 0 --max-time 10 -H 'Accept: application/json' -d '{_KEY}&phones=441612220011,441612220012&mes=Gate%20opens%20at%2010%3A30%20%26%20closes%20at%2018%3A00&fmt=3&cost=3&err=1&tz=-3&time=05.03.27+09:30' {_SEND}\n"),
    "request-voice-sound-ru": ("request", "ru", f"curl -d '{_KEY}&phones=79161230001&mes=%D0%94%D0%B0&charset=utf-8&call=1&voice=w2&param=25,60,3' {_SEND}\n"),
    "request-http-sound": ("request", "en", f"### Balance\nPOST https://smscentre.com/sys/balance.php\nContent-Type: application/x-www-form-urlencoded\n\nlogin=oak&psw=KEY&fmt=3\n\n### Send\nGET {_SEND}?login=oak&psw=KEY&phones=441612220011&mes=Hello\n"),
    "recipients-many-ru": ("recipients", "ru", "+79161230001, 79161230002; G777"),
    "schedule-window": ("schedule", "en", "9-18"),
}  # fmt: skip
