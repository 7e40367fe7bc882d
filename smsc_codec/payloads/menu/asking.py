"""The words that texts announce keys with, and those that make a number of a figure."""

from __future__ import annotations

# Cardinal numbers and the names of the figures, in the cases they are said in; "ё" is read as "е".
NAMES = {
    "0": "zero ноль нуль ноля нуля нолик",
    "1": "one один одна одно одну одного одной единица единицу единицы единице",
    "2": "two два две двух двойка двойку двойки двойке",
    "3": "three три трех тройка тройку тройки тройке",
    "4": "four четыре четырех четверка четверку четверки четверке",
    "5": "five пять пяти пятерка пятерку пятерки пятерке",
    "6": "six шесть шести шестерка шестерку шестерки шестерке",
    "7": "seven семь семи семерка семерку семерки семерке",
    "8": "eight восемь восьми восьмерка восьмерку восьмерки восьмерке",
    "9": "nine девять девяти девятка девятку девятки девятке",
    "*": "* star asterisk звездочка звездочку звездочки звездочке",
    "#": "# hash pound решетка решетку решетки решетке",
}
#: The same in languages whose verbs are not known: a key so named is announced, and none is said to be told.
ELSEWHERE = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "null eins zwei drei vier fünf sechs sieben acht neun",
    "zéro un deux trois quatre cinq six sept huit neuf",
    "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
    "nol bir ikki uch tort besh olti yetti sakkiz toqqiz",
    "нуль один два три чотири пять шість сім вісім девять",
)
KEYS = {name: str(key) for names in ELSEWHERE for key, name in enumerate(names.split())}
KEYS |= {name: key for key, names in NAMES.items() for name in names.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS = _words(
    "press pressing push pushing dial dialling dialing enter select choose"
    " нажмите нажми нажать нажав нажимайте нажимай жмите жми наберите набери набрать набрав"
    " введите введи ввести выберите выбери выбрать"
    " натисніть натисни натискайте натиснути натиснувши тисніть наберіть набирайте оберіть виберіть введіть"
    " націсніце наберыце абярыце drücken drücke wählen appuyez tapez composez pressez pulse pulsa marque oprima"
    " presione presiona digite pressione prema premi premere premete naciśnij wciśnij wybierz"
)
#: Verbs that stand behind the key, and what may stand between: "1 ni bosing", «1 түймесін басыңыз», "1'e basın".
LATE_VERBS = _words(
    "басыңыз басыныз басыңдар теріңіз таңдаңыз bosing bosinglar tering tanlang босинг теринг basın basınız tuşlayın"
)
BETWEEN = _words(
    "ni ga raqamini raqamni tugmasini tugmani ни ны ні ді ты ти рақамини тугмасини санын түймесін түймені батырмасын"
    " батырманы пернесін пернені цифрын цифрасын нөмірін e ye a ya i yi u tuşuna numarayı - – —"
)
ASKING = VERBS | LATE_VERBS
#: What may stand between the verb and the key.
FILLERS = _words(
    "the a key keys button buttons number digit option either on from :"
    " клавишу клавиши кнопку кнопки цифру цифры номер на либо или от с любую любой any"
    " клавіш клавішу цифру від sie die taste tasten bitte ziffer nummer den auf von sur la le les touche touches"
    " chiffre numéro de el tecla número opción del il lo tasto numero klawisz przycisk cyfrę od o"
)
OR = _words("or and и или либо а і й та або oder und et ou y o e i lub oraz")
TO = _words("to through thru till по до bis al à")
PURPOSE = _words(
    "for to if when для чтобы если когда щоб якщо коли каб für um wenn zum zur pour si para per aby żeby jeśli dla"
)
#: What a told key can be followed by, beside its purpose: "press 3 times" is none of it.
AFTER = PURPOSE | _words(
    "at on now please again key button sign any на при в пожалуйста снова клавишу кнопку"
    " jetzt bitte maintenant ahora ora teraz"
)
LATER = _words("then затем потом")
ANY = _words("any любую любой любая")
KEY_WORDS = _words("key digit number button клавишу клавиша кнопку кнопка цифру цифра")
#: The same of several keys, and what may stand behind a range of them.
LEADING = _words("keys buttons digits options клавиши кнопки цифры варианты option")
RANGES = _words("где where wobei où donde де мұнда")
#: Words that answer a question, one of which each key stands for.
YES_AND_NO = (
    _words("да нет"), _words("yes no"), _words("так ні"), _words("ja nein"), _words("oui non"), _words("sí no"),
    _words("иә жоқ"),
)  # fmt: skip
ANSWERS = frozenset[str]().union(*YES_AND_NO)
#: Before a figure they make it an amount, an hour or a house: "groups of 5", "до 3", "дом 2".
AMOUNTS = _words(
    "of to from over under about than at by past no number room floor house street line gate platform"
    " от до с по на в во за из о об около более менее больше меньше чем дом дома номер кабинет этаж подъезд линия"
    " комната офис корпус склад путь платформа"
)
#: Behind a figure they make it an amount: "3 минуты", "3 pm".
UNITS = (
    "минут", "секунд", "час", "день", "дня", "дней", "недел", "месяц", "год", "лет", "раз", "руб", "копе", "процент",
    "человек", "рабоч", "килограмм", "километр", "этаж", "комнат", "январ", "феврал", "март", "апрел", "мая", "май",
    "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр", "хвилин", "годин", "тижн",
)  # fmt: skip
SHORT_UNITS = _words(
    "кг км шт м г л р мин сек ч дн am pm kg km min sec hrs minute minutes seconds hour hours day days week weeks month"
    " months year years times people persons percent dollars euros miles uhr minuten stunden tage heures minutes jours"
    " horas minutos días"
)
LONGEST_ENDING = 3
#: Before one they make it the number of a place: «дом 3», "room 5".
PLACES = _words(
    "дом доме дома кв каб кабинет кабинета этаж этаже подъезд подъезде корпус корп строение стр офис офисе комната"
    " комнате палата палате школа школе школы аптека room floor house flat apartment building office suite gate"
)
#: Words of an address, whose figure may stand a little further behind: «улица Мира, 3».
STREETS = _words(
    "улица улице ул проспект проспекте просп переулок переулке пер шоссе бульвар бульваре площадь площади набережная"
    " вулиця вулиці street st avenue road lane rue calle"
)
LIMITS = _words("до после около через under until till after within")
#: What stands beside keys that are told.
USUAL = FILLERS | OR | PURPOSE | AFTER | VERBS | LATE_VERBS | BETWEEN | {""}
