"""What is said of lists of messages and of recipients."""

SENTENCES: dict[str, str] = {
    "this looks like a table (CSV), not like a list": "похоже, это таблица (CSV), а не рассылка",
    "make a list of it": "сделать из неё рассылку",
    # lines that hold no message
    "'phones:message', one per line": "'номера:текст', по одному сообщению на строке",
    "'\\n' instead of the line break before it if the line continues the message above":
        "'\\n' вместо перевода строки перед ней, если строка продолжает предыдущее сообщение",
    "this line contains '{}' but does not start with it": "в строке есть '{}', но она начинается не с него",
    "lists have no comments or dividers between their lines":
        "в списке не бывает комментариев и разделителей между строками",
    "a list has no header row": "в списке не бывает строки заголовков",
    "put private notes after '\\n~~~\\n' at the end of a message":
        "заметки для себя пишите после '\\n~~~\\n' в конце сообщения",
    "the phone number must come before the message": "номер телефона должен стоять перед текстом",
    "lists use no quotes: they would become part of the message":
        "в списке кавычки не нужны: они попадут в текст сообщения",
    "no phone number before this '{}'": "перед этим '{}' нет номера телефона",
    "no phone number before this tab": "перед этой табуляцией нет номера телефона",
    "a tab": "табуляция",
    "a dash": "тире",
    "':' or ';' after the number": "':' или ';' после номера",
    "missing ':' or ';' after the number": "после номера нет ':' или ';'",
    "no text after the separator": "после разделителя нет текста",
    "carriage return without a line feed": "возврат каретки без перевода строки",
    "this line has no phone number and separator: the message above seems to contain a line break":
        "в строке нет номера и разделителя: похоже, в сообщении выше есть перевод строки",
    "these {} lines have no phone number and separator: the message above seems to contain line breaks":
        "в {} {0|строке|строках|строках} нет номера и разделителя: похоже, в сообщении выше есть переводы строк",
    "expected ':' or ';' after the number, found {}": "после номера нужно ':' или ';', а здесь {~}",
    "expected ':' or ';' after the number, found an invisible character (U+{})":
        "после номера нужно ':' или ';', а здесь невидимый символ (U+{})",
    "the text of the message": "текст сообщения",
    "the text starts with a second '{}', which is sent with it":
        "текст начинается со второго '{}': оно уйдёт вместе с ним",
    "one ':' or ';' after the number": "одно ':' или ';' после номера",
    "a line break or '\\n'": "перевод строки или '\\n'",
    "'{}' is not a time zone": "'{}' — не часовой пояс",
    "missing time zone after the sender and ','": "после отправителя и ',' нет часового пояса",
    "a whole number of hours from Moscow time, such as 0, 2 or -1":
        "целое число часов от московского времени, например 0, 2 или -1",
    "'\\n' instead of a line break inside a message": "'\\n' вместо перевода строки внутри сообщения",
    "',' separates phone numbers, but no number follows it": "',' разделяет номера, но номера после неё нет",
    "missing phone number": "нет номера телефона",
    "'|' separates the sender from the numbers; ':' or ';' separates the numbers from the text":
        "'|' отделяет отправителя от номеров; ':' или ';' отделяет номера от текста",
    "'{}' (U+{}) is not a plain '{}'": "'{}' (U+{}) — не обычное '{}'",
    "join it to the message above with '\\n'": "присоединить к сообщению выше через '\\n'",
    "join them to the message above with '\\n'": "присоединить к сообщению выше через '\\n'",
    "to use real line breaks, set the option 'nl' and send the request with 'nl=1'":
        "чтобы писать настоящие переводы строк, включите параметр 'nl' и отправляйте запрос с 'nl=1'",
    "a sender's name and '|'": "имя отправителя и '|'",
    # separators and comments
    "the message is empty": "сообщение пустое",
    "use '{}' on every line": "поставить '{}' во всех строках",
    "the separator of the first line": "разделитель первой строки",
    "these tildes do not start a comment: everything is sent as text":
        "эти тильды не начинают комментарий: всё уйдёт как текст",
    "{} between the text and a comment": "{} между текстом и комментарием",
    "'{}' before a comment": "'{}' перед комментарием",
    "write the comment separator": "поставить разделитель комментария",
    # recipients of lines
    "the service may change '{}': it has no '+'": "сервис может исправить номер '{}': он без '+'",
    "the text starts with the phone number '{}' and a separator": "текст начинается с номера '{}' и разделителя",
    "an e-mail address": "адрес e-mail",
    "this message contains another message, to '{}'": "внутри этого сообщения стоит ещё одно — для '{}'",
    "'{}' is a group: lists may not accept groups": "'{}' — группа: в списках группы могут не работать",
    "'{}' is a phone number, but this list goes to e-mail addresses":
        "'{}' — номер телефона, а этот список отправляется на адреса e-mail",
    "'{}' is an e-mail address, but this list goes to phone numbers":
        "'{}' — адрес e-mail, а этот список отправляется на номера телефонов",
    "'+{}', which the service never changes": "'+{}': такой номер сервис не исправляет",
    "each message on its own line": "каждое сообщение на своей строке",
    "add a '+' in front": "поставить '+' впереди",
    "a phone number, or the group in 'phones' with the text in 'mes'":
        "номер телефона; либо группа в 'phones', а текст в 'mes'",
    "write ','": "поставить ','",
    "put each message on its own line": "поставить каждое сообщение на свою строку",
    "'mail=1' in the request": "'mail=1' в запросе",
    "mixed separators: '{}' on line {}, '{}' here": "разные разделители: '{}' в строке {}, '{}' здесь",
    "'{}' already gets this text on line {}": "'{}' уже получает этот текст в строке {}",
    "'{}' already gets this text": "'{}' уже получает этот текст",
    "all {} lines have the same text": "во всех строках ({}) один и тот же текст",
    "different texts, or one request with 'phones' and 'mes'": "разные тексты либо один запрос с 'phones' и 'mes'",
    "'{}' gets more than {} messages from this list":
        "'{}' получит больше {} {1|сообщения|сообщений|сообщений} из этого списка",
    "message {}": "{}-е сообщение",
    # senders and zones
    "no time zone is {} hours from Moscow": "часового пояса с разницей {} ч с Москвой не существует",
    "time zones count from Moscow: 3 means UTC+6": "часовой пояс считается от Москвы: 3 значит UTC+6",
    "hours from Moscow time, from {} to {}": "часы от московского времени, от {} до {}",
    "hours from Moscow time: 0 is Moscow (UTC+3)": "часы от московского времени: 0 — Москва (UTC+3)",
    "write 0 for Moscow time": "написать 0: московское время",
    # what else a list can have, by its grammar
    "a whole number of hours from Moscow time": "целое число часов от московского времени",
    "':' or ';'": "':' или ';'",
    "a sender and '|'": "отправитель и '|'",
    "',' and a time zone": "',' и часовой пояс",
    # recipients
    "e-mail addresses and phone numbers cannot be mixed in one request":
        "адреса e-mail и номера телефонов нельзя смешивать в одном запросе",
    "recipients of one kind, or a separate request for each kind":
        "получатели одного вида либо отдельный запрос для каждого вида",
    "duplicate recipient '{}'": "повторный получатель '{}'",
    "a recipient of the other kind": "получатель другого вида",
    "first listed here": "впервые указан здесь",
    "'{}' is not a recipient": "'{}' — не получатель",
    "extra separator: a recipient is missing next to it": "лишний разделитель: рядом с ним нет получателя",
    "no recipients": "нет получателей",
    "recipients are separated by ',' or ';', not by line breaks":
        "получателей разделяют ',' или ';', а не переводы строк",
    "to send each number its own message, use the parameter 'list'":
        "чтобы отправить каждому номеру свой текст, используйте параметр 'list'",
    "this line break splits the number {}": "перевод строки делит номер {}",
    "',' or ';'": "',' или ';'",
    "put a comma before it": "поставить перед ней запятую",
    "a group, such as G777": "группа, например G777",
    "@name": "@имя",
    "'{}' is sent with the text: these are the empty columns of a table":
        "'{}' уйдёт вместе с текстом: это пустые столбцы таблицы",
    "the text alone": "только текст",
    "remove them": "убрать их",
}  # fmt: skip
