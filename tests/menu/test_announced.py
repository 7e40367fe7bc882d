"""What a text tells the caller to press, and what it merely mentions (IVR-1)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Span
from smsc_codec.payloads.menu.announced import listed, mentions, told
from smsc_codec.payloads.menu.counted import counts, purposes
from smsc_codec.payloads.menu.outline import outline
from smsc_codec.payloads.menu.unasked import unasked
from tests.menu.strategies import text

#: A text, the keys that it tells to press, and the others that it might mean.
TEXTS = [
    ("Press 1 for sales, 2 for support", "12", ""),
    ("Press 1 for sales; 2 to leave. 3 if you are lost", "123", ""),
    ("нажмите 1 или 3", "13", ""),
    ("Press 1, 2 or 3", "123", ""),
    ("To order, press 1. To hang up, press 2.", "12", ""),
    ("For sales press two", "2", ""),
    ("Press two for sales, three for support", "23", ""),
    ("Нажмите один для воды, два для света", "12", ""),
    ("Press 1 (one) to confirm, «2» to cancel", "112", ""),
    ("Нажмите: 1 — продажи, 2 — поддержка", "12", ""),
    ("Нажмите 1, если вы всё поняли, 2, если нужна помощь, 0 для повтора.", "120", ""),
    ("Если вы уже оплатили, нажмите 1. Для повтора нажмите 0.", "10", ""),
    ("На утро нажмите 1, на вечер нажмите 2.", "12", ""),
    ("для возврата нажмите звёздочку, решетка для перехода в начало", "*#", ""),
    ("Press star to go back, hash to start again, 0 to repeat", "*#0", ""),
    ("press the # key", "#", ""),
    ("Водитель — нажмите один. В начало — решётка.", "1#", ""),
    ("Да — нажмите 1. Знак «звёздочка — значит важно»", "1", "*"),
    ("нажмите на клавишу 7 и ждите", "7", ""),
    ("Press 1-3 to rate", "123", ""),
    ("Press a key from 1 to 5", "12345", ""),
    ("нажмите цифру от 1 до 5", "12345", ""),
    ("Оцените от одного до трёх", "", "123"),
    ("a number between four and six", "", "456"),
    ("с 7 по 9", "", "789"),
    ("press any key", "", "123456789"),
    ("Нажмите любую цифру", "", "123456789"),
    ("Продажи — 1, поддержка — 2", "", "12"),
    ("Press 1, 24 hours a day", "1", ""),
    ("Press 1 for tea, we open at 9 to 6", "1", "96"),
    # Numbers that are no keys.
    ("звоните по номеру 3", "", "3"),
    ("за 24 часа, в 10:30, пункт 2.1, 350 баллов, кабинет 24", "", ""),
    ("press releases of the month", "", ""),
    ("Call 8 800 200 06 00", "", "8"),
    ("наберите 8 800 200", "", "8"),
    ("наберите 8, затем код города", "", "8"),
    ("press 3 times", "", "3"),
    ("нажмите и удерживайте 3 секунды", "", "3"),
    ("выберите 2, 3 или 4 билета", "", "234"),
    ("press one of the keys", "", "1"),
    ("select 2 for 1", "", "21"),
    ("Нажмите 1 и 3 одновременно", "", "13"),
    ("press one or more keys", "", "1"),
    ("press the 5th button", "", "5"),
    ("For type 2 diabetes, press 1", "1", "2"),
    ("It costs $5, 5%, №5", "", "555"),
    ("Two large pizzas for the price of one", "", "21"),
    ("<file 1> <file /upload/files/sms/a/2.mp3>", "", ""),
    ("нажмите 1,2,3", "", "123"),
    ("Семь - нажмите 1, восемь - нажмите 2", "12", "78"),
    # Where a text or a list ends.
    ("Press", "", ""),
    ("Press the", "", ""),
    ("Press any", "", ""),
    ("key", "", ""),
    ("Press 1,", "1", ""),
    ("Press 1 or", "1", ""),
    ("Press 1 or 2 or", "12", ""),
    ("Press 1 (one)", "11", ""),
    ("Press 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, *, #", "1234567890*#", ""),
    ("Press 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, *, #, 1", "", "1234567890*#1"),
    ("Press 1 for news, 2,", "1", "2"),
    ("Press 1 for news, 2, for tea", "12", ""),
    ("Press 1 for tea, 2 - milk", "12", ""),
    ("Press 1 for tea, 2 - 3", "1", "23"),
    ("Press 1, then 2", "", "12"),
    ("Press 1 for tea, 2 for 3", "1", "23"),
    ("Press 1 for tea, 2 for 3 cups", "1", "23"),
    ("Press 1 for tea, 3 - 2", "1", "32"),
    ("Press 1 for tea, 3 - milk", "13", ""),
    ("press a key from 1 to", "1", ""),
    ("from 0 to 3", "", "0123"),
    ("from 3 to 1", "", "31"),
    ("between 1 and 3", "", "123"),
    ("1 and 3 between", "", "13"),
    ("and 1 and 3", "", "13"),
    # Keys behind what they are for.
    ("Press: yes - 1, no - 2", "12", ""),
    ("Press: yes - 1", "", "1"),
    ("Press: 1 for tea, no - 2, yes - 3", "123", ""),
    ("Press 1 for tea: - 2", "1", "2"),
    ("Press 1 for news, for photos 2!", "12", ""),
    ("Press 1 for news, for photos of the big 2, bye", "12", ""),
    ("Press 1 for news, for big photos of the big 2, bye", "1", "2"),
    ("Press 1 for news, for photos of house 2, bye", "1", "2"),
    ("Press 1 for news, for 2, bye", "1", "2"),
    ("Press 1 for news, for up to 2", "1", "2"),
    ("Press 1 for news for photos 2, bye", "1", "2"),
    ("Press 1 for news, for photos 22, bye", "1", ""),
    ("For photos 2, for news press 1", "1", "2"),
    ("yes - 1, no - 2, press", "12", ""),
    ("yes - 1, 4 - 2, press", "", "142"),
    ("For tea 1, press 2,", "2", "1"),
    ("Press 1 for news, for tea press 2, then 3", "1", "23"),
    # Ranges and lists in signs.
    ("Press 1-1 for tea", "", ""),
    ("Press 3-1 for tea", "", ""),
    ("Press 1-2-3 for tea", "", ""),
    ("Press 1/2 for tea", "", "12"),
    ("Press 1.2 for tea", "", ""),
    ("Press 1:2 for tea", "", ""),
    ("Press 1 2 for tea", "", "12"),
    ("Press 1- tea", "", "1"),
    ("Press 1 - tea", "1", ""),
    ("1-2 to 5", "", "125"),
    ("* to 3", "", "*3"),
    ("1 to *", "", "1*"),
    ("3 to 3", "", "33"),
    ("8 to 9", "", "89"),
    ("0 through 9", "", "0123456789"),
    ("Press 1 to 5 to 7.", "12345", "67"),
    ("key any", "", ""),
    # What is behind a key.
    ("Press 5, 6 - press 1", "51", "6"),
    ("select 2 for 10", "2", ""),
    ("press 8 - press 2", "2", "8"),
    ("press 5 or more", "5", ""),
    ("press five or more", "", "5"),
    ("press 5 th", "", "5"),
    # Other languages: the verb before its key, and behind it.
    ("Замовити — натисніть 1, оператор — натисніть 2", "12", ""),
    ("Натисніть 1 для замовлення, 2 щоб вийти", "12", ""),
    ("Für Termine drücken Sie die 1, für Rezepte die 2, zum Beenden die 9", "129", ""),
    ("Tapez 1 pour le solde, sur 2 pour quitter", "12", ""),
    ("Para reservas pulse 1, para salir marque la tecla 3", "13", ""),
    ("Pulse 1 para reservas y 2 para más", "12", ""),
    ("Тапсырыс үшін 1 басыңыз, шығу үшін 2-ні басыңыз", "12", ""),
    ("Buyurtma uchun 1 ni bosing, 2 raqamini bosing, 3", "12", "3"),
    ("Sipariş için 1'e basın, 2 tuşuna basın", "12", ""),
    ("Перезвонить вам? Да — 1, нет — 2", "12", ""),
    ("Yes — 1, maybe — 2", "", "12"),
    ("bosing 1, ni bosing", "", "1"),
    # A number in words goes on only with a list of such.
    ("Press 1. Two for tea", "1", "2"),
    ("Press one. Two for tea", "12", ""),
    ("Press one. 2 for tea", "12", ""),
    ("Press *. Two for tea", "*", "2"),
    ("Press 1. * for tea", "1*", ""),
]


@pytest.mark.parametrize(("spoken", "told", "others"), TEXTS, ids=[t for t, _, _ in TEXTS])
def test_mentions(spoken: str, told: str, others: str) -> None:
    """A key is told where a verb asks for it or a list goes on; every other lone number may mean one."""
    found = mentions(f"--{spoken}--", Span(2, 2 + len(spoken)))
    assert "".join(mention.key for mention in found if mention.told) == told
    assert "".join(mention.key for mention in found if not mention.told) == others


#: A text, and what its mentions mark.
MARKED = [
    ("Press 1 for tea, 2 for milk", ["1", "2"]),
    ("НАЖМИТЕ ТРЁХ", ["ТРЁХ"]),
    ("İ, press 1", ["1"]),
    ("İİ: press 1, 2", ["1", "2"]),
    ("a number from four to six", ["four", "four to six", "six"]),
    ("press 1-3", ["1-3", "1-3", "1-3"]),
    ("press any key", ["key"] * 9),
    ("press any of the keys 1", ["1"]),
    ("press the 5th button", ["5"]),
    ("press * or #", ["*", "#"]),
]


@pytest.mark.parametrize(("spoken", "marked"), MARKED)
def test_places_of_mentions(spoken: str, marked: list[str]) -> None:
    """A mention marks its number or word, one within a range the whole range, also where small letters are longer."""
    source = f"--{spoken}--"
    found = mentions(source, Span(2, 2 + len(spoken)))
    assert [source[one.span.start : one.span.end] for one in found] == marked


#: A text without a verb, and the keys that it lists, with what is marked.
LISTED = [
    ("sales - 1, service - 2, prices - 3", ["1", "2", "3"]),
    ("SALES: 1. SERVICE: 2. PRICES: THREE", ["1", "2", "THREE"]),
    ("İ: sales - 1, service - 2, prices - 3", ["1", "2", "3"]),
    ("sales - 1, service - 2, prices - 3, jobs - 4!", ["1", "2", "3", "4"]),
    ("sales - 1, service - 2", []),
    ("sales-1, service-2, prices-3", []),
    ("sales - 12, service - 2, prices - 3", []),
    ("sales - 1 or, service - 2, prices - 3", []),
    ("4 - 1, 5 - 2, 6 - 3", []),
    ("- 1, service - 2, prices - 3", []),
    ("1 - sales, 2 - service, 3 - prices", []),
]


@pytest.mark.parametrize(("spoken", "marked"), LISTED)
def test_lists_without_a_verb(spoken: str, marked: list[str]) -> None:
    """Three keys behind what they are for make a list; each marks its figure."""
    source = f"--{spoken}--"
    found = listed(told(spoken, 2))
    assert [source[one.span.start : one.span.end] for one in found] == marked
    assert all(one.told for one in found)


#: A text, and the keys that it only counts with, where it announces others in words that are known.
COUNTED = [
    ("Нажмите 1 — заказы, 2 — оператор. Ждите 3 минуты.", "3"),
    ("Нажмите 1 — заказы, 2 — оператор. Мы на улице Мира, 3.", "3"),
    ("Нажмите 1 — заказы, 2 — оператор, дом 3", "3"),
    ("Вас ждут 3 подарка! Нажмите 1 — заказы, 2 — оператор.", "3"),
    ("Нажмите 1 — заказы до 3 кг, 2 — оператор (в течение трёх часов)", "3"),
    ("Работаем с 9 до 18, обед с 3 до 2. Заказы — 1, оператор — 4", "923"),
    ("Нажмите 1 или 2, оценка от 3 до 5", ""),
    ("Работаем до 5. Заказы — 1, оператор — 2", "5"),
    ("Press 1 for orders, 2 for help. We are at 3 Park Lane, room 4.", "34"),
    ("Press 1 for orders, 2 for help. Open until 6 pm.", "6"),
    # What may be a key is one.
    ("Нажмите 1 — заказы, 2 — оператор, кнопка 3 отключит вас", ""),
    ("Нажмите 1 — заказы, 2 — оператор, номер 3 отключит вас", ""),
    ("Press 1 for business, 2 personal, 3", ""),
    ("Press 1 for orders. Or 3 pleases you", ""),
    ("Ждите 3 минуты или нажмите 3", ""),
    ("Заказы 1 оператор 2 вопросы 3", ""),
    ("Приём — 3, район — 4", ""),
]


@pytest.mark.parametrize(("spoken", "keys"), COUNTED)
def test_what_is_only_counted(spoken: str, keys: str) -> None:
    """An hour, an amount, the number of a house announce no key; what may announce one does."""
    assert counts(told(spoken, 0), outline(spoken.lower()).asks) == frozenset(keys)
    assert outline(spoken.lower()).counts or not keys


#: A menu's own text, and the keys that it names without a verb.
UNASKED = [
    ("Клавиши 1, 2, 3", "123"),
    ("Кнопка 1 — заказ, кнопка 2 — выход", "12"),
    ("Заказ - цифра 1, выход - цифра 2", "12"),
    ("Buttons 1 and 2", "12"),
    ("Yes 1, no 2", "12"),
    ("Да 1, нет 2", "12"),
    ("Для да нажмите 1, нет 2", "2"),
    ("from 1 to 3", "123"),
    ("Оцените от 1 до 5, где 5 — отлично", "12345"),
    ("Оценка 1-5", "12345"),
    ("1 — заказ, 2 — справка", "12"),
    ("1: заказ, 2: справка, 3: выход", "123"),
    ("Press 1 for sales. For help, 2. For bills, 3", "23"),
    # What says something else.
    ("Да, 2 этаж, нет", ""),
    ("Нет 2 билетов", ""),
    ("Отели от 1 до 5 звёзд", ""),
    ("Доставка 1-3 дня", ""),
    ("Открыто с 1 до 3", ""),
    ("от 2 до 5", ""),
    ("1 — заказ, 3 — справка", ""),
    ("1 — заказ", ""),
    ("Press the 5th button", ""),
    ("кнопка 3 соединит вас", ""),
    ("For help of 2, 3 people", ""),
    ("For, 2.", ""),
    ("1,2 и 3", ""),
    ("Мы 1/2 и 3", ""),
]


@pytest.mark.parametrize(("spoken", "keys"), UNASKED)
def test_what_is_named_without_a_verb(spoken: str, keys: str) -> None:
    """Lists behind a key's word, answers, ranges from 1 and figures before what they are for name keys."""
    found = unasked(told(spoken, 2))
    assert "".join(dict.fromkeys(one.key for one in found)) == keys
    assert all(one.told and one.span.start >= 2 for one in found)


#: A text, and what it says of each key.
SAID = [
    ("For lunch press 1, for dinner press 2.", {"1": "lunc dinn", "2": "dinn"}),
    ("Press 1 for lunch. Press 2 if you are late", {"1": "lunc", "2": "late"}),
    ("We are open. No key", {}),
]


@pytest.mark.parametrize(("spoken", "said"), SAID)
def test_what_is_said_of_keys(spoken: str, said: dict[str, str]) -> None:
    """The words around a key up to the next one, by their beginnings."""
    found = purposes(told(spoken, 0))
    assert found == {key: frozenset(words.split()) for key, words in said.items()}


@given(st.one_of(text, st.text("1235-—., :;поfromtdaYesno1 keysда", max_size=40)))
@settings(max_examples=300, deadline=None)
def test_what_is_named_stands_in_the_text(spoken: str) -> None:
    """Whatever a text is, what it names, counts and says of keys is found, and stands in it."""
    span = Span(0, len(spoken))
    assert all(
        one.key in "0123456789*#" and 0 <= one.span.start < one.span.end <= len(spoken)
        for one in unasked(told(spoken, 0))
    )
    assert counts(told(spoken, 0), True) <= outline(spoken.lower()).keys | frozenset("0123456789")
    assert purposes(told(spoken, 0)).keys() <= {one.key for one in mentions(spoken, span)}


@given(st.one_of(text, st.text(max_size=60)), st.integers(0, 9))
@settings(max_examples=200, deadline=None)
def test_mentions_stand_in_the_text(spoken: str, start: int) -> None:
    """Any text can be read; every mention is one of the twelve keys and stands inside the text."""
    start = min(start, len(spoken))
    for mention in mentions(spoken, Span(start, len(spoken))):
        assert mention.key in "0123456789*#"
        assert start <= mention.span.start < mention.span.end <= len(spoken)


@pytest.mark.parametrize("spoken", [spoken for spoken, _, _ in TEXTS])
def test_outlines_agree(spoken: str) -> None:
    """A glance finds all the keys that single words name; where it is sure, there are no more of them."""
    check_outline(spoken)


@given(st.one_of(text, st.text("12 90,-–.*#press for to any key между и до один or", max_size=40)))
@settings(max_examples=200, deadline=None)
def test_outlines_of_any_text(spoken: str) -> None:
    """So it is for any text."""
    check_outline(spoken)


def check_outline(spoken: str) -> None:
    glance, found = outline(spoken.lower()), mentions(spoken, Span(0, len(spoken)))
    keys = {mention.key for mention in found}
    assert glance.keys == keys if glance.sure else glance.keys <= keys
    assert glance.asks or not any(mention.told for mention in found)
    if glance.rising and glance.sure:
        digits = [mention.key for mention in found if mention.key in "123456789"]
        assert digits == sorted(digits)


@pytest.mark.parametrize(
    ("spoken", "rising"),
    [
        ("1 2 2 9", True),
        ("1, 0, 2", True),
        ("2 1", False),
        ("1 two", False),
        ("one", False),
        ("1 star", True),
        ("", True),
    ],
)
def test_rising_digits(spoken: str, rising: bool) -> None:
    """Digits that stand in rising order, but for 0, are known without looking closer; number words are not."""
    assert outline(spoken.lower()).rising is rising
