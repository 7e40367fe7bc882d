"""What is told of slips in menus that come from elsewhere: other systems, other files."""

SENTENCES = {
    "'{}' has nothing after it: callers would hear the word": "после '{}' ничего нет: абонент услышит это слово",
    "a command is written without quotes: callers would hear it as text":
        "команда пишется без кавычек: абонент услышит её как текст",
    "remove the quotes": "убрать кавычки",
    "calls have no comments: callers would hear this": "в звонке нет комментариев: абонент услышит это",
    "the command on the same line as its key": "команда на одной строке со своей клавишей",
    "label '{}' is outside the menu: callers hear it as text, and 'err:' does not find it":
        "метка '{}' стоит вне меню: абонент услышит её как текст, а 'err:' её не найдёт",
    "move it into the menu": "перенести в меню",
    "labels between '{menu:' and '}'": "метки между '{menu:' и '}'",
}  # fmt: skip
