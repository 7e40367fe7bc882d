"""What `parts` says of a text: its parts, and what makes it expensive."""

SENTENCES: dict[str, str] = {
    "GSM 7-bit (Latin rate)": "GSM, 7 бит (считается как латиница)",
    "UCS-2 (Cyrillic rate)": "UCS-2 (считается как кириллица)",
    "1 part, {}, 1 unit of {#}, {#} left": "1 часть, {~}, занято единиц: 1 из {1}, осталось {2}",
    "1 part, {}, {#} units of {#}, {#} left": "1 часть, {~}, занято единиц: {} из {}, осталось {}",
    "{#} parts, {}, {#} units, {#} a part, {#} left in the last":
        "{} {0|часть|части|частей}, {1~}, единиц: {2}, в одной части {3}, в последней осталось {4}",
    "with the {} table": "с таблицей {~}",
    "with the {} and {} table": "с таблицами {~} и {~}",
    "{} locking shift": "{} (locking shift, основная)",
    "{} single shift": "{} (single shift, дополнительная)",
    "charset: none of the service's": "charset: не подходит ни одна кодировка сервиса",
    "the comment after ~~~ is not counted": "комментарий после ~~~ не считается",
    "the ~~~ here does not start a comment and is counted: its line must end in LF, not CR LF":
        "~~~ здесь не начинает комментарий и считается: строка с ним должна кончаться на LF, а не на CR LF",
    "maxsms={#} cuts nothing": "maxsms={} ничего не отрежет",
    "maxsms={#} cuts": "maxsms={} обрежет",
    "after character {#}: {#} character lost": "после символа {}: пропадёт {} {1|символ|символа|символов}",
    "after character {#}: {#} characters lost": "после символа {}: пропадёт {} {1|символ|символа|символов}",
    "not carried": "нет в кодировке",
    "{} cannot carry {}": "в {} нет {}",
    "{} cannot carry {}; {} can": "в {} нет {}; есть в {}",
    "line {#}, column {#}": "строка {}, позиция {}",
    "expensive: 1 character that the Latin alphabet lacks": "дорого: 1 символ, которого нет в латинице",
    "expensive: {#} characters that the Latin alphabet lacks; the first":
        "дорого: символов, которых нет в латинице, — {}; первый",
    "{}: nothing in the Latin alphabet says the same": "{}: в латинице замены нет",
    "{}: '{}' says the same": "{}: можно заменить на '{}'",
    "{#} of {#} have no replacement, and replacing some saves nothing":
        "для {} из {} замены нет, а замена остальных ничего не сэкономит",
    "with all of them replaced: {}": "если заменить все: {~}",
    "with it replaced: {}": "если заменить: {~}",
    "with translit={#}: {}": "с translit={}: {~}",
    "{#} part instead of {#}, saves {#}": "{} {0|часть|части|частей} вместо {1}, экономия {2}",
    "{#} parts instead of {#}, saves {#}": "{} {0|часть|части|частей} вместо {1}, экономия {2}",
    "{#} part instead of {#}, {#} more": "{} {0|часть|части|частей} вместо {1}, на {2} больше",
    "{#} parts instead of {#}, {#} more": "{} {0|часть|части|частей} вместо {1}, на {2} больше",
    "still {#} part": "всё равно {} {0|часть|части|частей}",
    "still {#} parts": "всё равно {} {0|часть|части|частей}",
    "{}, since other characters keep it UCS-2": "{~}: из-за других символов остаётся UCS-2",
    "translit begins `{}`, by the usual letters: the service publishes no table":
        "транслит начнётся с `{}` (обычные соответствия букв: сервис свою таблицу не публикует)",
}  # fmt: skip
