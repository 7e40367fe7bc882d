"""What the server says, in Russian. `{}` is a gap, and `{1|one|few|many}` the word that goes with the number in it."""

from __future__ import annotations

SENTENCES = {
    # commands
    "Put the caller through to up to nine numbers.": "Соединить абонента: не больше девяти номеров.",
    "Send an SMS. `$phone` is the caller's number.": "Отправить SMS. `$phone` - номер абонента.",
    "Record the caller; 30 seconds where nothing is said.":
        "Записать абонента; 30 секунд, если не указано другое.",
    "Tell your handler that the caller came here.": "Сообщить вашему обработчику, что абонент дошёл сюда.",
    "Leave the menu: the text after it is spoken.": "Выйти из меню: будет прочитан текст после него.",
    "Play a voice file that is uploaded with the request.": "Проиграть звуковой файл, загруженный с запросом.",
    # keys with one meaning
    "Return to the menu above.": "Вернуться в меню уровнем выше.",
    "Go to the beginning and speak the menu's text again.": "Перейти в начало и повторить текст меню.",
    "Repeat the chosen item.": "Повторить выбранный пункт.",
    # parameters of a call
    "Ring for so many seconds: 0 to 120, and 120 where nothing is said.":
        "Сколько секунд звонить: от 0 до 120; 120, если не указано.",
    "Leave the menu after the talk.": "После разговора выйти из меню.",
    "Go to this key or label when nobody answers.": "Если никто не ответит, перейти на эту клавишу или метку.",
    "Record the talk: it stands last.": "Записать разговор: пишется последним.",
    # what is offered
    "Callers are told of it.": "О ней говорят абоненту.",
    "An err: leads to it.": "На неё ведёт err:.",
    "Spoken when a key does not exist.": "Произносится, если такой клавиши нет.",
    # hover, hints and lenses
    "key": "клавиша",
    "item": "пункт",
    "expected": "ожидалось",
    "reached by": "как сюда попадают",
    "itself": "сам собой",
    "nothing leads here": "сюда ничто не ведёт",
    "heard for a key that does not exist": "произносится, если такой клавиши нет",
    "spoken in {} s": "произносится за {} с",
    "{#} s": "{} с",
    "{#}-{#} s": "{}-{} с",
    "{#} SMS, {#} of {#} units": "{} SMS, занято {} из {} знаков",
    # fixes and names
    "may change what is said": "может изменить смысл",
    "Apply all safe fixes": "Применить все безопасные исправления",
    "what stands here is encoded, so that it cannot be renamed from here":
        "текст здесь закодирован, поэтому переименовать отсюда нельзя",
    "a key is made of the digits 1 to 9, such as 2 or 21": "клавиша состоит из цифр от 1 до 9, например 2 или 21",
    "'{}' would be inside itself": "'{}' оказался бы внутри самого себя",
    "a label is made of Latin letters and digits, such as busy":
        "метка состоит из латинских букв и цифр, например busy",
    "there is a '{}' already": "'{}' уже есть",
}  # fmt: skip
