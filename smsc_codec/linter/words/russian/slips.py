"""What is told of slips in menus that come from elsewhere: other systems, other files."""

SENTENCES = {
    "'{}' has nothing after it: callers would hear the word": "после '{}' ничего нет: абонент услышит это слово",
    "a command is written without quotes: callers would hear it as text":
        "команда пишется без кавычек: абонент услышит её как текст",
    "remove the quotes": "убрать кавычки",
    "a word is divided here: callers would hear two": "слово разорвано здесь: абонент услышит два",
    "join the two halves": "соединить половины",
    "the whole word": "слово целиком",
    "the text alone": "только текст",
    "nothing goes before the first number": "перед первым номером ничего не ставят",
    "placeholder {} was not filled in: no SMS would be sent": "вместо {} ничего не подставлено: SMS не уйдёт",
    "the fields of an SMS are written without quotes": "поля SMS пишутся без кавычек",
    "this looks like Russian typed on an English keyboard": "похоже на русский текст, набранный в английской раскладке",
    "write it in Russian letters": "написать русскими буквами",
    "calls have no comments: callers would hear this": "в звонке нет комментариев: абонент услышит это",
    "the command on the same line as its key": "команда на одной строке со своей клавишей",
    "label '{}' is outside the menu: callers hear it as text, and 'err:' does not find it":
        "метка '{}' стоит вне меню: абонент услышит её как текст, а 'err:' её не найдёт",
    "move it into the menu": "перенести в меню",
    "labels between '{menu:' and '}'": "метки между '{menu:' и '}'",
    "callers are told to press {}, but there are no such keys":
        "абоненту предлагают нажать {}, но таких клавиш нет",
    "callers are told to press {}, but there are no such keys in item {}":
        "абоненту предлагают нажать {}, но в пункте {} таких клавиш нет",
    "callers are told to press {}, but item {} has no items of its own":
        "абоненту предлагают нажать {}, но у пункта {} нет подпунктов",
    "callers are told to press {}, but the menu ends here": "абоненту предлагают нажать {}, но меню здесь завершается",
    "to make it work, add {}": "чтобы это работало, добавьте {}",
    "keys {} work but are never announced in item {}": "клавиши {} работают, но в пункте {} о них не сказано",
    "keys {} work but are never announced": "клавиши {} работают, но о них нигде не сказано",
    "this one, too": "и эта",
    "remove the backslash": "убрать обратную косую черту",
    "the parameters of this call are in another form": "параметры звонка записаны в другом виде",
    "'err:{}' leads nowhere: 'err:' takes a label": "'err:{}' никуда не ведёт: после 'err:' пишут метку",
    "phone numbers are written without brackets": "номера телефонов пишут без скобок",
    "a call needs the number alone, without '{}'": "для звонка нужен только номер, без '{}'",
    "'{}' comes after a text on its line: callers would hear it":
        "'{}' стоит после текста на той же строке: абонент услышит это",
    "each command on its own line": "каждая команда на своей строке",
    "write '{}' on a new line": "написать '{}' с новой строки",
    "the quotes would be part of the sender '{}'": "кавычки станут частью имени отправителя '{}'",
    "letters were lost: '{}' stands for each": "буквы потеряны: вместо каждой стоит '{}'",
    "the text was written in an encoding that does not have them":
        "текст записали в кодировке, в которой этих букв нет",
    "recipients are written without quotes and brackets": "получателей пишут без кавычек и скобок",
    "this looks like JSON, not like a list": "это похоже на JSON, а не на список",
    "the shell takes typographic quotes for letters: '{}'": "для командной строки типографская кавычка — буква: '{}'",
    "plain quotes": "обычные кавычки",
    "use plain quotes": "поставить обычные кавычки",
    "'{}' is not an option of curl": "'{}' — не параметр curl",
    "'-d' takes one word: curl takes '{}=...' for an address":
        "'-d' берёт одно слово: '{}=...' curl примет за адрес",
    "write '-d' before each": "написать '-d' перед каждым",
    "remove the name": "убрать имя",
    "write the letters": "написать буквами",
}  # fmt: skip
