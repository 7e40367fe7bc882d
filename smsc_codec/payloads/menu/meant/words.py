"""Words that people write for the menu's commands and keys: translations, synonyms, other tools' names."""

from __future__ import annotations

import re

from smsc_codec.text.homoglyphs import cyrillic, latin

#: What stands alone on its line.
ALONE = {
    **dict.fromkeys(
        ("end", "exit", "quit", "hangup", "hang up", "hang-up", "bye", "finish", "stop", "leave", "close", "disconnect",
         "terminate", "halt", "goodbye", "good bye", "hang", "drop", "cancel", "энд", "енд", "бай", "экзит",
         "финиш",
         "конец", "выход", "выйти", "завершить", "закончить", "завершение", "окончание", "отбой", "сброс", "сбросить",
         "стоп", "закрыть", "отключить", "отключиться", "отключение", "разъединить", "разъединение", "прервать",
         "повесить", "завершает", "завершается", "завершаем", "отключает", "уйти", "прекратить",
         "повесить трубку", "положить трубку", "konec", "vyhod", "vihod", "vykhod", "zavershit"),
        "end"),
    **dict.fromkeys(
        ("back", "return", "previous", "go back", "up", "назад", "вернуться", "возврат", "обратно", "предыдущее",
         "предыдущему", "вернись", "вверх", "выше", "наверх", "бэк", "бек", "prev", "returns", "upper", "nazad",
         "vernutsya", "vozvrat"), "back"),
    **dict.fromkeys(
        ("start", "restart", "begin", "beginning", "home", "main menu", "main", "first", "reset", "top", "начало",
         "началу", "сначала", "старт", "стартовать", "рестарт", "главное", "главному", "главная", "домой", "заново",
         "nachalo", "snachala", "glavnoe"), "start"),
    **dict.fromkeys(
        ("repeat", "again", "replay", "loop", "повтор", "повторить", "повтори", "повторите", "повторно", "ещё", "еще",
         "снова", "прослушать", "репит", "рипит", "репеат",
         "povtor", "povtorit", "esche", "eshche"), "repeat"),
    **dict.fromkeys(("record", "запись", "записать"), "record"),
    # German, French, Spanish, Italian, Portuguese, Polish, Turkish, Ukrainian, Belarusian, Kazakh, Uzbek
    **dict.fromkeys(
        ("ende", "beenden", "auflegen", "schluss", "fin", "terminer", "quitter", "raccrocher", "sortir", "salir",
         "terminar", "colgar", "finalizar", "fine", "esci", "termina", "fim", "sair", "encerrar", "desligar", "koniec",
         "zakończ", "wyjście", "rozłącz", "bitir", "çıkış", "кінець", "вихід", "завершити", "закінчити", "вийти",
         "відбій", "канец", "выхад", "завяршыць", "аяқтау", "соңы", "шығу", "tugatish", "chiqish", "tamom", "yakunlash",
         "тугатиш", "чиқиш", "тамом"), "end"),
    **dict.fromkeys(
        ("zurück", "retour", "volver", "atrás", "regresar", "indietro", "voltar", "wstecz", "powrót", "geri",
         "повернутися", "повернення", "вярнуцца", "артқа", "кері", "қайту", "orqaga", "qaytish", "орқага"), "back"),
    **dict.fromkeys(
        ("anfang", "beginn", "hauptmenü", "début", "accueil", "inicio", "inizio", "início", "początek", "baş",
         "початок", "спочатку", "пачатак", "басы", "басына", "boshi", "boshiga", "бошига"), "start"),
    **dict.fromkeys(
        ("wiederholen", "wiederholung", "nochmal", "répéter", "répétez", "réécouter", "repetir", "ripeti", "ripetere",
         "powtórz", "tekrar", "tekrarla", "повторити", "паўтарыць", "қайталау", "takrorlash", "qaytarish",
         "такрорлаш"), "repeat"),
    **dict.fromkeys(
        ("aufnahme", "aufnehmen", "enregistrer", "enregistrement", "grabar", "grabación", "registra", "gravar",
         "nagraj", "nagranie", "kaydet", "запис", "записати", "запісаць", "жазу", "жазба", "yozish", "ёзиш"), "record"),
}  # fmt: skip

#: What has something after it; of the last of these words a text may well begin with them.
WITH_COLON = {
    **dict.fromkeys(
        ("call", "dial", "transfer", "connect", "redirect", "callto", "звонок", "позвонить", "соединить", "соединение",
         "перевод", "перевести", "вызов", "набрать", "переключить", "переадресация", "переадресовать", "колл", "кол",
         "звоним", "звони", "put", "zvonok", "pozvonit",
         "soedinit", "vyzov"), "call"),
    **dict.fromkeys(("sms", "смс", "sendsms", "send_sms", "эсэмэс", "смска", "эсэмэска"), "sms"),
    **dict.fromkeys(
        ("record", "rec", "recording", "voicemail", "запись", "записать", "запиши", "запишите", "записывать",
         "автоответчик", "диктофон",
         "рекорд", "zapis", "zapisat"), "record"),
    **dict.fromkeys(
        ("anruf", "anrufen", "appel", "appeler", "llamar", "llamada", "chiama", "chiamata", "ligar", "zadzwoń",
         "połącz", "ara", "дзвінок", "подзвонити", "виклик", "званок", "патэлефанаваць", "қоңырау", "qongiroq",
         "қўнғироқ"), "call"),
    **{word: "record" for word, meant in ALONE.items() if meant == "record"},
    **dict.fromkeys(("phone", "tel", "телефон", "тел"), "call"),
    **dict.fromkeys(("message", "text", "msg", "сообщение", "текст"), "sms"),
}  # fmt: skip
#: Words of the table above that begin texts as often.
ORDINARY = frozenset(("phone", "tel", "телефон", "тел", "message", "text", "msg", "сообщение", "текст"))

#: What people say beside a command's word and may as well leave out: `конец разговора`, `в предыдущее меню`.
_BESIDE = dict.fromkeys(
    ("the", "this", "to", "through", "me", "a", "an", "call", "menu", "item", "step", "prompt", "conversation", "once",
     "more",
     "в", "во", "на", "к", "из", "и", "по", "раз", "шаг", "уровень", "это", "меню", "пункт", "звонок", "звонка",
     "вызов", "вызова", "разговор", "разговора", "связь", "связи", "трубку", "соединение", "голос", "голоса",
     "голосовое", "сообщение",
     "сообщения", "звук", "линию", "menyu", "razgovora", "raz", "de", "la", "el", "del", "llamada", "l'appel", "anruf",
     "anrufs", "des", "den", "дзвінка", "дзвінок", "розмови", "розмову", "қоңырауды")
)  # fmt: skip
#: The same beside a command that stands alone: `go to start`, `play again`.
_ASKED = frozenset(
    ("phone", "now", "line", "сейчас", "телефон", "go", "play", "listen", "hear", "please", "one", "level", "then",
     "goto", "command", "cmd", "action", "run", "do", "ok", "err", "команда", "действие", "выполнить", "абонента",
     "клиента", "начать", "включить", "запустить")
)  # fmt: skip

#: All that a command alone may be said with: any other word makes a text of it.
_SAID = {*ALONE, *_BESIDE, *_ASKED}

#: What other voice menus have, and this one has not.
JUMPS = ("goto", "go to", "jump", "jump to", "menu", "перейти", "перейти к", "перейти на", "переход")

_FIGURES = (
    "one two three four five six seven eight nine",
    "один два три четыре пять шесть семь восемь девять",
    "I II III IV V VI VII VIII IX",
    "eins zwei drei vier fünf sechs sieben acht neun",
    "uno dos tres cuatro cinco seis siete ocho nueve",
    "один два три чотири п'ять шість сім вісім дев'ять",
    "бір екі үш төрт бес алты жеті сегіз тоғыз",
)
#: Keys in words, and the label that has a meaning of its own.
KEYS = {
    **dict.fromkeys(("star", "asterisk", "звёздочка", "звездочка", "stern", "asterisco", "зірочка", "жұлдызша"), "*"),
    **dict.fromkeys(("hash", "pound", "sharp", "решётка", "решетка", "raute", "almohadilla", "решітка"), "#"),
    **dict.fromkeys(("zero", "ноль", "нуль", "null", "cero", "нөл"), "0"),
    **dict.fromkeys(("error", "ошибка"), "err"),
    **{word: str(n) for words in _FIGURES for n, word in enumerate(words.split(), 1)},
}  # fmt: skip
#: Which one of a list, where an item stands.
ORDINALS = {
    word: str(n)
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth",
        "первый второй третий четвёртый пятый шестой седьмой восьмой девятый",
        "первая вторая третья четвёртая пятая шестая седьмая восьмая девятая",
        "первое второе третье четвёртое пятое шестое седьмое восьмое девятое",
        "единица двойка тройка четвёрка пятёрка шестёрка семёрка восьмёрка девятка",
    )
    for n, word in enumerate(words.split(), 1)
}


#: What the keys of a Russian keyboard write where the Latin letters were meant: `утв` for `end`.
_LAYOUT = str.maketrans("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm")

#: Small letters that look almost alike, and are no look-alikes where much depends on it.
_ALMOST = str.maketrans("kmt", "кмт")
#: What people write for a letter of the other alphabet that says the same.
_SOUNDS = str.maketrans("смрекдтлао", "smrekdtlao")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def folded(word: str) -> str:
    """A word as the tables have it: in small letters, and in Latin ones where it only looks Cyrillic.

    Or where a keyboard in the other alphabet wrote it.
    """
    word = " ".join(word.split())
    small = word.casefold()
    if small in ALONE or small in WITH_COLON:
        return small
    if any(map(small.__contains__, "'‘’ʻʼ")) and (bare := re.sub("['‘’ʻʼ]", "", small)) in WITH_COLON:
        return bare  # `qo'ng'iroq`
    typed = small.translate(_LAYOUT)
    if typed in ALONE or typed in WITH_COLON:
        return typed
    clean = latin(word)
    if _LATIN.isdisjoint(small) or small.isascii():
        return clean.casefold() if clean is not None else small
    if clean is None:
        clean = cyrillic(word.translate(_ALMOST))  # `kонец`
    sounds = small.translate(_SOUNDS)  # `smс`
    return sounds if sounds in WITH_COLON or clean is None else clean.casefold()


def alone(words: str, likely: str | None = None) -> str | None:
    """The command that some words stand for, whatever stands beside the one that says it; None if they say none.

    `likely` is the one command that a key can have: of several it is the one that is meant, and at `#` the menu is.
    """
    if "up" in words.lower():
        words = re.sub(r"(?i)\bhang[ -]+up\b", "hangup", words)
    word = folded(words)
    if len(words) > 1 and all(len(one) == 1 for one in words.split()):
        word = folded(words.replace(" ", ""))  # `e n d`
    if word not in ALONE and word.endswith(("call", "menu")):
        word = word[: -len("call")].rstrip("_- ") or word  # `endcall`
    if word in ALONE and (likely is None or ALONE[word] == likely):
        return ALONE[word]
    every: list[str] = []
    for one in words.split():
        every.append(folded(one))
        if every[-1] not in _SAID:
            return None
    said = set(every) - _BESIDE.keys() - _ASKED
    meant = {ALONE[one] for one in said}
    if likely in meant:
        return likely
    if likely == "start" and not said and {"menu", "меню"} & set(every):
        return likely
    return meant.pop() if len(meant) == 1 else None


def leading(words: str) -> tuple[str, str] | None:
    """The command with arguments that some words stand for, and the word that says it; None if they say none."""
    every = [*map(folded, words.split())]
    said = (
        [one for one in every if one not in _BESIDE]
        or [one for one in every if one in WITH_COLON]
        or [folded(words)]
    )
    meant = {WITH_COLON.get(one) for one in said}
    command = meant.pop()
    return (command, said[0]) if command and not meant else None
