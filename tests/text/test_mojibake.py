"""Text that was decoded with the wrong table."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.text import Guess, find_mojibake, mojibake
from tests.text.vectors import texts

EXAMPLES = Path(__file__).parent.parent.parent / "docs" / "examples" / "sound"
PYTHON_NAMES = {"MacCyrillic": "mac_cyrillic", "windows-1252": "latin-1"}
SENTENCES = (
    "Нажмите 1 для первого пункта, 2 для второго",
    "Извините, не удалось дозвониться до оператора. Попробуйте еще раз позже!",
    "Ваш заказ 1234 готов к выдаче, ждём Вас по адресу: Лесная, 5",
    "Для зв'язку з оператором натисніть один або зачекайте на лінії, будь ласка",
)
WRITTEN = ("utf-8", "windows-1251", "koi8-r", "cp866", "MacCyrillic")
READ = ("windows-1251", "koi8-r", "cp866", "MacCyrillic", "windows-1252")


def mended(text: str) -> str:
    for guess in reversed(find_mojibake(text)):
        text = text[: guess.start] + guess.original + text[guess.end :]
    return text


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        (
            "Ќажмите 1 дл€ первого пункта",
            Guess(0, 28, "Нажмите 1 для первого пункта", "windows-1251", "MacCyrillic"),
        ),
        ("1: РќР°Р¶РјРёС‚Рµ", Guess(3, 17, "Нажмите", "utf-8", "windows-1251")),
        ("мЮФЛХРЕ 1 ДКЪ", Guess(0, 13, "Нажмите 1 для", "windows-1251", "koi8-r")),
        ("Íàæìèòå 1.", Guess(0, 7, "Нажмите", "windows-1251", "windows-1252")),
        ("ok рџ‘Ќ", Guess(3, 7, "👍", "utf-8", "windows-1251")),
        ("We donâ€™t", Guess(6, 9, "’", "utf-8", "windows-1252")),
        ("cafÃ© crÃ¨me", Guess(3, 10, "é crè", "utf-8", "windows-1252")),
        ("aâ€€b", Guess(1, 4, "\u2000", "utf-8", "windows-1252")),
        # One letter of five is lost; one pair of twenty is none; of two ways the more usual.
        ("ok ╨Я╨╛╨┐╤А╨", Guess(3, 12, "Попр\ufffd", "utf-8", "cp866")),
        (
            "Èçâèíèòå äîçâîíèòüñÿ Âàñ don\x92t",
            Guess(0, 29, "Извините дозвониться Вас don’", "windows-1251", "windows-1252"),
        ),
        ("ïåðâîãî ëàñêà ïóíêòà", Guess(0, 20, "первого ласка пункта", "windows-1251", "windows-1252")),
    ],
)
def test_guess(text: str, guess: Guess) -> None:
    """GEN001: the place, the likely original, the table it was written in and the one it was read with."""
    assert find_mojibake(text) == (guess,)


def damage(sentence: str, written: str, read: str) -> str:
    return sentence.encode(PYTHON_NAMES.get(written, written)).decode(PYTHON_NAMES.get(read, read), "replace")


@pytest.mark.parametrize(("written", "read"), [pair for pair in product(WRITTEN, READ) if pair[0] != pair[1]])
def test_every_pair_of_tables(written: str, read: str) -> None:
    """GEN001: a sentence written in each table and read with each other one is given back as it was."""
    for sentence in SENTENCES:
        if "і" in sentence and written in ("koi8-r", "cp866"):
            continue  # they have no Ukrainian letters
        damaged = damage(sentence, written, read)
        if "\ufffd" not in damaged:
            assert damaged != mended(damaged) == sentence
    assert "\ufffd" not in damage(SENTENCES[0], written, read)


def test_a_line_at_a_time() -> None:
    """GEN001: damaged lines are told each by itself, and those between them are left."""
    damaged = SENTENCES[0].encode().decode("koi8-r")
    text = f"Привет\r\n{damaged}\r\n\r\nМегаФон и «ВкусВилл»\n{damaged}"
    assert [text[guess.start : guess.end] for guess in find_mojibake(text)] == [damaged, damaged]


def test_lost_characters_show_as_lost() -> None:
    """GEN001: windows-1252 has nothing for bytes 81 and 8F, so the letters D1 81 and D1 8F are gone, no others."""
    damaged = "Спасибо, Ваш заказ принят".encode().decode("cp1252", "replace")
    (guess,) = find_mojibake(damaged)
    assert guess.original == "Спа\ufffd\ufffdибо, Ваш заказ прин\ufffd\ufffdт"


@pytest.mark.parametrize(
    "text",
    [
        "Hello, world! It costs 5€ – “really”…",
        "Ünïcode naïve façade, süß, informação, mañana, œuvre, Łódź, İstanbul",
        "Привет, мир! Ваш заказ №5 готов — ждём Вас.",
        "ООО «РОМАШКА», ОАО «РЖД», ПАО СБЕРБАНК, ЕГРЮЛ, СНИЛС, ГИБДД, МЧС, ФССП",
        "НАЖМИТЕ ОДИН ДЛЯ СВЯЗИ С ОПЕРАТОРОМ",
        "МегаФон, ВымпелКом, ВкусВилл, АльфаБанк, СберМаркет, РосТелеКом",
        "iPhone’а, SMS-ка, WiFi-роутер, USB-кабель, email’ы, ВКонтакте",
        "Температура +20°С…+25°С, цена 100€ за 1 м², §5, ©Компания, Газпром®, Бренд™",
        "5\u00a0руб. в\u00a0день с\u00a0НДС, т.\u00a0е. по\u00a0факту",
        "Дізнайтеся більше: їжак, ґанок, є, Київ, м'яч — «Нова пошта»",
        "Сәлеметсіз бе! Тапсырысыңыз дайын, күтіңіз. Қазақстан Республикасы, Алматы қаласы",
        "Прывітанне! Ваш заказ гатовы, ўсё добра",
        "Здравейте! Вашата поръчка е готова. ЪГЪЛ, ФУТБОЛЪТ",
        "Здраво! Ваша поруџбина је спремна, љубав, ћирилица, ђак, њива",
        "Привет 😀👍🏽 ❤️ 👨‍👩‍👧 🇷🇺 и Hello 🎉",
        "A─B │ C ┼ рамка ░▒▓",
        "• Пункт • Второй · третий → далее ≈ 5 ± 1 × 2",
        "С… Р… в…» «и…»",
        "γειά σου Κόσμε, 你好, שלום",
        "Ц ok:end Ц",
        "€" * 80,
        "Ô²Ô³Ô´",  # UTF-8 of Armenian letters, if it were read so
        "СЉСЉСЉСЉ",  # of signs that never follow one another
        "€€€€ 20 % off €€€€",
        "═══════════════",
        "★★★ Отзыв ★★★\n▬▬▬▬▬▬\n°°°°°",
        "ДАААААА! УУУПС, ГООООЛ",
        "бо́льшими, бóльшими",
        "КЮЯЙЮ ПРЕТБФПТ",  # words in capitals that are none: names, for all we know
        "–А –Б –В",  # UTF-8 of other letters, if it were read so
        "😀 п©я┐п╫п╨я┌п╟ п²п╟п╤п╪п╦я┌п╣",  # a sign that no table has stands beside them
        "\x7f \x98 \ufffd \ud83d \0",
        "",
    ],
)
def test_ordinary_text(text: str) -> None:
    """GEN001: no alarm on ordinary text of any language, on brands, signs, emoji, drawings."""
    assert find_mojibake(text) == ()
    assert find_mojibake(text.upper()) == ()


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.menu")), ids=lambda path: path.stem)
def test_examples_are_sound(path: Path) -> None:
    """GEN001: none of the example menus gives an alarm; damaged, every line of Russian prose in it comes back."""
    text = path.read_text(encoding="utf-8")
    assert find_mojibake(text) == ()
    damaged = text.encode("windows-1251", "ignore").decode("koi8-r")
    text = text.encode("windows-1251", "ignore").decode("windows-1251")
    lines = zip(text.split("\n"), mended(damaged).split("\n"), strict=True)
    prose = [pair for pair in lines if sum("а" <= letter <= "я" for letter in pair[0].lower()) > 20]
    assert [line for line, found in prose if line != found] == []


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts, st.text(st.characters(max_codepoint=0x2600), max_size=200)))
def test_any_text(text: str) -> None:
    """No text is an error; guesses are in order, on lines of their own, and differ from what stands there."""
    at = 0
    for guess in find_mojibake(text):
        assert at <= guess.start < guess.end <= len(text)
        assert guess.original != text[guess.start : guess.end]
        assert "\n" not in text[guess.start : guess.end]
        at = guess.end


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        ("aж", 0), ("жa", 0), ("éж", 0), ("ßü", 0),  # scripts that do not meet, letters beyond ASCII side by side
        ("ɏж", 0), ("жɏ", 0), ("ɐж", -1), ("жɐ", -1),  # the last of the Latin blocks, and what stands behind it
        ("aé", -1), ("éa", -1), ("ab", -1), ("a1", -1), ("1 ", -1), ("α中", -1),  # as in any Western text
        ("жЖ", 0), ("а¤", 0), ("¤а", 0), ("¤¤", 0), ("¤1", -1),  # a capital in a word, symbols beside letters
        ("»а", 0), ("а«", 0), ("а»", -1), ("«а", -1),  # quotes turned round
    ],
)  # fmt: skip
def test_how_natural_a_pair_is(pair: str, says: int) -> None:
    """GEN001: 0 for what stands in no text of ours, -1 for what says nothing."""
    assert mojibake._natural(*pair) == says
