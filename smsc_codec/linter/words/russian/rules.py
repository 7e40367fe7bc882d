"""What each rule is about, by the first line of its page."""

SENTENCES: dict[str, str] = {
    "A binary message has more octets than one SMS can hold.":
        "В бинарном сообщении больше байт, чем помещается в одну SMS.",
    "A message sent to the WAP push port is not a valid push.": "Сообщение на порт WAP-push — неверный push.",
    "The octets are a whole SMS-DELIVER or SMS-SUBMIT, as modems and logs show it.":
        "Байты — целый SMS-DELIVER или SMS-SUBMIT, как в модемах и журналах.",
    "A line does not belong in a call, or has extra text after it.": "Строка не из звонка, или после неё лишний текст.",
    "The event after `>` does not exist.": "После `>` стоит событие, которого не бывает.",
    "What follows `<` is neither a key nor an outcome of a call.": "После `<` не клавиша и не исход звонка.",
    "A step comes after the end of the call.": "Шаг стоит после конца звонка.",
    "A setting at the top of a call has a wrong value, is given twice or comes too late.":
        "Настройка в начале звонка неверна, повторяется или стоит слишком поздно.",
    "A line or the whole call checks nothing.": "Строка или весь звонок ничего не проверяет.",
    "Text that was meant as a comment is sent and paid for.":
        "Текст, который задуман как комментарий, уйдёт получателю и будет оплачен.",
    "An event template has a macro that does not exist.": "В шаблоне события есть макрос, которого не бывает.",
    "A file macro is written incorrectly, so it is sent or read aloud as text.":
        "Файл записан неверно, поэтому уйдёт или будет прочитан как текст.",
    "A file number is zero or negative.": "Номер файла — ноль или меньше.",
    "The file numbers have a gap.": "В нумерации файлов есть пропуск.",
    "The same uploaded file is placed twice.": "Один и тот же файл вставлен дважды.",
    "A path to a stored file points to a place where no files are.":
        "Путь к файлу ведёт туда, где файлов на сервисе нет.",
    "A file has an attribute that it cannot have, or an attribute with a wrong value.":
        "У файла лишний атрибут или неверное значение атрибута.",
    "A file macro is HTML-escaped, so it is sent as text.":
        "Запись файла экранирована для HTML, поэтому уйдёт как текст.",
    "A file that the service downloads is smaller than the minimum.":
        "Файл, который скачивает сервис, меньше допустимого.",
    "A file macro names a file that the request does not contain.": "В тексте указан файл, которого в запросе нет.",
    "A file is a program, which is never delivered.": "Файл — программа: такие не доставляются.",
    "The files of a request do not fit its channel.": "Файлы запроса не подходят для его канала.",
    "A text was read in the wrong encoding.": "Текст прочитан не в той кодировке.",
    "A character is invisible, or looks like a plain one where the difference matters.":
        "Символ не виден или похож на обычный там, где это важно.",
    "The text is not a valid call with a voice menu.": "Текст не разбирается как звонок с голосовым меню.",
    "The menu has no closing brace.": "У меню нет закрывающей скобки.",
    "A message has more than one menu.": "В сообщении больше одного меню.",
    "Something looks like the start of a menu but is not.": "Текст похож на начало меню, но меню не открывает.",
    "An item has a key that callers cannot press.": "У пункта клавиша, которую нельзя нажать.",
    "`*`, `#` or `0` is used for something other than its fixed command.":
        "Клавиши `*`, `#` и `0` заняты не своими командами.",
    "A label has characters other than Latin letters and digits.": "В метке не только латинские буквы и цифры.",
    "A label has the name of a command.": "Метка названа как команда.",
    "An item starts like a command but is not one.": "Пункт начинается как команда, но это не команда.",
    "A spoken text starts with the name of a command, or a command is on the wrong key.":
        "Текст начинается со слова-команды, или команда стоит не на своей клавише.",
    "The menu is written in angle brackets.": "Меню записано в угловых скобках.",
    "A line of the menu has no key, so it continues the text above.":
        "В строке меню нет клавиши, поэтому она продолжает текст выше.",
    "The menu is closed by a brace in the middle of it.": "Скобка закрывает меню на середине.",
    "An item is outside the menu, or there is a second `}`.": "Пункт стоит вне меню, или есть вторая `}`.",
    "`err:` leads to a key or label that the menu does not have.":
        "`err:` ведёт на клавишу или метку, которой в меню нет.",
    "No keys lead to an item.": "До пункта нельзя добраться по клавишам.",
    "A label is never used.": "Метка не используется.",
    "Calls that nobody answers lead to each other forever.": "Звонки без ответа бесконечно ведут друг на друга.",
    "Callers cannot leave the menu except by hanging up.": "Из меню нельзя выйти, можно только положить трубку.",
    "There is an END TEXT, but no way out of the menu.":
        "Есть завершающий текст (END TEXT), но из меню нет выхода.",
    "A key has more actions after `end`.": "После `end` у клавиши есть ещё действия.",
    "A key has more actions after a call that never comes back.":
        "У клавиши есть действия после звонка, который сюда не возвращается.",
    "The lines of one key are not next to each other.": "Строки одной клавиши стоят не рядом.",
    "A key has the same line twice.": "У клавиши две одинаковые строки.",
    "The menu has sub-items, but no key goes back.": "В меню есть вложенные пункты, но нет клавиши для возврата.",
    "`*: back` is in a menu without sub-items, where it does nothing.":
        "`*: back` в меню без вложенных пунктов: возвращаться некуда.",
    "Callers who missed the prompt cannot hear it again.":
        "Тот, кто не расслышал текст, не может услышать его ещё раз.",
    "An item has neither text nor a command.": "У пункта нет ни текста, ни команды.",
    "There is no `err` label, so the service decides what callers hear after a wrong key.":
        "Нет метки `err`: что абонент услышит после неверной клавиши, решит сервис.",
    "One call has more than nine numbers.": "В одном звонке больше девяти номеров.",
    "A call has no number to dial.": "В звонке нет номера.",
    "`wait=` is not a whole number from 0 to 120.": "`wait=` — не целое число от 0 до 120.",
    "A call does not set how long to wait for an answer.": "У звонка не указано, сколько ждать ответа.",
    "`record` comes before other parameters of its call.": "`record` стоит раньше других параметров звонка.",
    "A call has a parameter that does not exist.": "У звонка параметр, которого не бывает.",
    "A call has the same parameter twice.": "У звонка один параметр указан дважды.",
    "A call has no `err:` for when nobody answers.": "У звонка нет `err:` на случай, если никто не ответит.",
    "A call lists the same number twice.": "В звонке дважды указан один номер.",
    "A call goes to a number that is not registered.": "Звонок идёт на незарегистрированный номер.",
    "A call or an answer is recorded without telling the caller.":
        "Разговор или ответ записывается, а абонент об этом не предупреждён.",
    "An SMS has no number, sender or text.": "В SMS нет номера, отправителя или текста.",
    "The sender of an SMS is too long or has characters that are not allowed.":
        "Имя отправителя SMS слишком длинное или с недопустимыми символами.",
    "A `$...` is not `$phone`, which is the only variable.": "`$...` — не `$phone`, а других переменных нет.",
    "`$phone` is used where the documentation does not mention it.": "`$phone` стоит там, где в документации её нет.",
    "The recording time is not a whole number of seconds.": "Время записи — не целое число секунд.",
    "A recording does not set how long it is.": "У записи не указана длительность.",
    "A handler is not a full http(s) address.": "Обработчик — не полный адрес http(s).",
    "A handler is called over unencrypted http.": "Обработчик вызывается по http без шифрования.",
    "A phone number is not in international form.": "Номер телефона не в международном формате.",
    "Callers hear nothing before the menu.": "Перед меню ничего не звучит.",
    "The menu has no text of its own, so callers do not know which keys to press.":
        "В меню нет текста, и абонент не знает, что нажимать.",
    "A key works but is never announced.": "Клавиша работает, но о ней нигде не сказано.",
    "Callers are told to press a key that does nothing.": "Абоненту предлагают клавишу, которой нет.",
    "A menu has more choices than callers can remember.": "В меню больше вариантов, чем можно запомнить.",
    "Keys are announced out of order, or a number is skipped.": "О клавишах сказано не по порядку, или номер пропущен.",
    "A text takes long to read aloud.": "Текст долго читать вслух.",
    "Items are nested deeper than callers can follow.": "Пункты вложены слишком глубоко.",
    "The message has more than 1000 characters.": "В сообщении больше 1000 символов.",
    "The message has more than 900 of the 1000 characters allowed.": "В сообщении больше 900 символов из 1000.",
    "The longest way through the menu takes more seconds than the project allows.":
        "Самый длинный путь по меню занимает больше секунд, чем разрешено.",
    "A text has HTML, Markdown or other markup.": "В тексте есть HTML, Markdown или другая разметка.",
    "A placeholder in a text was not filled in.": "В тексте осталась незаполненная подстановка.",
    "A line of the menu is a comment, which callers would hear.":
        "В меню есть строка-комментарий, которую услышит абонент.",
    "A line does not start with phone numbers and a separator, so it is not a message.":
        "Строка начинается не с номеров и разделителя, поэтому это не сообщение.",
    "A message seems to contain line breaks, which split it into several lines.":
        "Похоже, в сообщении есть переводы строк, которые делят его на части.",
    "A number has no plus, so the service may change it.": "Номер без плюса: сервис может его исправить.",
    "The same text goes to the same phone twice.": "Один номер дважды получает один и тот же текст.",
    "More than 50 messages go to one phone.": "На один номер уходит больше 50 сообщений.",
    "Some lines separate number and text with `:`, others with `;`.":
        "В одних строках номер и текст разделяет `:`, в других `;`.",
    "A message has more than 1000 characters.": "В сообщении больше 1000 символов.",
    "A line has no text to send.": "В строке нечего отправлять: нет текста.",
    "A sender is too long or has characters that are not allowed.":
        "Имя отправителя слишком длинное или с недопустимыми символами.",
    "A time zone is not a whole number of hours, or does not exist.":
        "Часовой пояс — не целое число часов, или такого не бывает.",
    "A time zone of 3 was probably counted from UTC instead of Moscow.":
        "Часовой пояс 3, скорее всего, отсчитан от UTC, а не от Москвы.",
    "A few characters make the message take more parts.":
        "Из-за нескольких символов сообщение занимает больше частей SMS.",
    "A word mixes Latin and Cyrillic letters that look alike, or has a digit for a letter.":
        "В слове смешаны похожие латинские и русские буквы или цифра стоит на месте буквы.",
    "Three tildes in a text do not start a comment.": "Три тильды в тексте не начинают комментарий.",
    "A line goes to a group of numbers.": "Строка адресована группе номеров.",
    "All lines have the same text.": "Во всех строках один и тот же текст.",
    "A character does not exist in the charset of the request.": "Символа нет в кодировке запроса.",
    "A text starts with a phone number and a separator: probably one more recipient.":
        "Текст начинается с номера и разделителя: похоже, это ещё один получатель.",
    "The channel of the list cannot reach a recipient.": "Получателя нельзя достичь каналом этого списка.",
    "A link in a message does not open.": "Ссылка в сообщении не откроется.",
    "A placeholder in a message was not filled in.": "В сообщении осталась незаполненная подстановка.",
    "A message has HTML, Markdown, or escapes that nothing undoes.":
        "В сообщении HTML, Markdown или коды, которые никто не раскроет.",
    "A text contains another recipient's message, probably meant as a separate line.":
        "В тексте стоит сообщение для другого получателя: похоже, это отдельная строка.",
    "An e-mail has no subject, text or sender.": "В e-mail нет темы, текста или отправителя.",
    "`{no_unsub}` is misspelled, so it is sent as text.": "`{no_unsub}` записано с ошибкой и уйдёт как текст.",
    "An e-mail is sent without an unsubscribe link.": "E-mail уходит без ссылки для отписки.",
    "An e-mail has too many or too large files.": "У e-mail слишком много файлов, или они слишком велики.",
    "`{no_unsub}` is in a message that is not an e-mail, so it is sent as text.":
        "`{no_unsub}` стоит не в e-mail и уйдёт как текст.",
    "An MMS has too many or too large files.": "У MMS слишком много файлов, или они слишком велики.",
    "An MMS has neither a subject nor a text.": "У MMS нет ни темы, ни текста.",
    "An MMS has a file of a format that MMS does not support.": "У MMS файл формата, который MMS не поддерживает.",
    "The text starts with something like a prefix that is not one.":
        "Текст начинается с чего-то похожего на префикс, но это не префикс.",
    "A prefix is written in lower case.": "Префикс написан строчными буквами.",
    "A prefix comes after other text, so it is sent as text.": "Префикс стоит после другого текста и уйдёт как текст.",
    "Text after `__PING__` or `__HLR__` is never sent.": "Текст после `__PING__` или `__HLR__` никто не получит.",
    "The prefix of the text selects one channel, the request another.":
        "Префикс в тексте выбирает один канал, а запрос — другой.",
    "Something between two separators is not a recipient, or is empty.":
        "Между разделителями пусто или стоит не получатель.",
    "E-mail addresses and phone numbers are mixed.": "Адреса e-mail стоят вместе с номерами телефонов.",
    "A recipient is listed twice.": "Получатель указан дважды.",
    "The sending time is not in a known form, or is not a real date.":
        "Время отправки записано не по форме, или такой даты нет.",
    "`freq` is given without `period`.": "`freq` указан без `period`.",
    "`period` or `freq` is not a number, or is out of range.": "`period` или `freq` — не число или вне диапазона.",
    "The lifetime of the message is not a time, or is out of range.":
        "Срок жизни сообщения — не время или вне диапазона.",
    "The message id is not valid.": "Неверный id сообщения.",
    "The text of a WAP push is not a link, a line break and a title.":
        "Текст WAP-push — не ссылка, перевод строки и заголовок.",
    "The text of a binary message is not whole octets, or its header does not fit.":
        "Текст бинарного сообщения — не целые байты, или заголовок не сходится.",
    "The message takes more parts than `maxsms` allows, so the service cuts it.":
        "Сообщение занимает больше частей, чем разрешает `maxsms`: сервис его обрежет.",
    "A character does not exist in the default charset.": "Символа нет в кодировке по умолчанию.",
    "The text is not in the charset that the request names.": "Текст не в той кодировке, которая указана в запросе.",
    "A value has characters that are not urlencoded.": "В значении есть незакодированные символы (urlencode).",
    "A plus is not encoded, so it is read as a space.": "Плюс не закодирован и будет прочитан как пробел.",
    "The endpoint has no such parameter.": "У этого адреса нет такого параметра.",
    "A required parameter is missing.": "Нет обязательного параметра.",
    "A parameter is given twice with different values.": "Параметр указан дважды с разными значениями.",
    "A parameter has a value that is not allowed.": "У параметра недопустимое значение.",
    "Two parameters cannot be used together.": "Два параметра нельзя использовать вместе.",
    "A parameter has no effect in this request.": "Параметр в этом запросе не действует.",
    "The password is in the address.": "Пароль стоит в адресе.",
    "The request is sent unencrypted, including the password.": "Запрос уходит без шифрования вместе с паролем.",
    "The service has nothing at this address.": "У сервиса нет такого адреса.",
    "The sender is neither a valid name nor a valid number.":
        "Отправитель — недопустимое имя или недопустимый номер.",
    "A command does not do what it seems to do.": "Команда делает не то, что кажется.",
    "The channel of the message cannot reach a recipient.": "Получателя нельзя достичь каналом этого сообщения.",
    "The time zones in a list have no effect.": "Часовые пояса в списке не действуют.",
    "The text contains no request to the service.": "В тексте нет запроса к сервису.",
    "A `#` cuts the address off.": "Знак `#` обрезает адрес.",
    "The address was copied from the HTML source of a page.": "Адрес скопирован из HTML-кода страницы.",
    "A value is urlencoded twice.": "Значение закодировано дважды.",
    "The parameters of the endpoint are not known, so they are not checked.":
        "Параметры этого адреса неизвестны, поэтому не проверяются.",
    "A letter is written as `%uXXXX`.": "Буква записана как `%uXXXX`.",
    "Nothing says what a text is, so nothing was checked.": "Неизвестно, что это за текст: ничего не проверено.",
    "The baseline has a finding that is not there any more.": "В списке известных замечаний есть то, чего больше нет.",
    "An ignore in the configuration no longer hides anything.": "Исключение в конфигурации больше ничего не скрывает.",
    "The sending hours end before they begin, or are empty.":
        "Часы отправки заканчиваются раньше, чем начинаются, или пустые.",
    "The time zone is not a whole number of hours, or does not exist.":
        "Часовой пояс — не целое число часов, или такого не бывает.",
    "A parameter of the sending time is unknown or given twice.":
        "Параметр времени отправки неизвестен или указан дважды.",
    "A button is written incorrectly, so it is sent as text.": "Кнопка записана неверно и уйдёт как текст.",
    "A button text is longer than 30 characters.": "Текст кнопки длиннее 30 символов.",
    "A button has no text.": "У кнопки нет текста.",
    "A button leads neither to a full address nor to a call.": "Кнопка ведёт не на полный адрес и не на звонок.",
    "A button calls something that is not a phone number.": "Кнопка звонит не на номер телефона.",
    "A Viber message has more than one button.": "В сообщении Viber больше одной кнопки.",
    "A Viber message has a button but no text.": "В сообщении Viber есть кнопка, но нет текста.",
    "A Viber message has more than one picture.": "В сообщении Viber больше одной картинки.",
    "A picture of a Viber message is not JPG, GIF or PNG.": "Картинка сообщения Viber — не JPG, GIF или PNG.",
    "The picture of a Viber message is too large.": "Картинка сообщения Viber слишком велика.",
    "The address of a button seems to contain a comma, which ends it early.":
        "Похоже, в адресе кнопки есть запятая, которая его обрывает.",
    "A button is in a message that is not sent by Viber, so it is sent as text.":
        "Кнопка стоит не в сообщении Viber и уйдёт как текст.",
    "A Viber message has a picture in its text and another one beside it.":
        "У сообщения Viber картинка в тексте и ещё одна отдельно.",
    "A call parameter is out of range.": "Параметр звонка вне диапазона.",
    "Call parameters or a comment are not separated from the text correctly.":
        "Параметры звонка или комментарий неправильно отделены от текста.",
    "The voice does not exist.": "Такого голоса нет.",
    "A call plays more than four files.": "В звонке больше четырёх файлов.",
    "A call plays a file that is neither WAV nor MP3.": "В звонке файл не WAV и не MP3.",
    "A voice menu is in a message that is not a call, so it is sent as text.":
        "Голосовое меню стоит не в звонке и уйдёт как текст.",
    "The sender of a call is not a phone number.": "Отправитель звонка — не номер телефона.",
    "The text is neither a voice nor three call parameters.": "Текст — не голос и не три параметра звонка.",
    "A file of a call is too large.": "Файл звонка слишком велик.",
    "Callers can dial a number again and again, but never leave the menu.":
        "Абонент может звонить снова и снова, но из меню не выйдет.",
    "It takes more keys or seconds to leave the menu than the project allows.":
        "Чтобы выйти из меню, нужно больше нажатий или секунд, чем разрешено в проекте.",
    "After a wrong key, or none, callers hear nothing.":
        "Если нажать не ту клавишу или не нажать ничего, абонент ничего не услышит.",
    "Repeating an item sends its SMS once more.": "Повтор пункта отправляет его SMS ещё раз.",
    "A number is dialled right after callers were asked to leave a message and promised a call back.":
        "Номер набирается сразу после записи, в которой абоненту обещали перезвонить.",
}  # fmt: skip
