"""Characters that make a message dear."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.text import cheaper, cost, encoding, find_costly, first_costly, replacement
from tests.text.vectors import texts


@pytest.mark.parametrize(
    ("character", "instead"),
    [
        ("“", '"'),
        ("«", '"'),
        ("’", "'"),
        ("–", "-"),
        ("—", "-"),
        ("…", "..."),
        ("\u00a0", " "),
        ("\u202f", " "),
        ("\u200b", ""),
        ("\ufeff", ""),
        ("№", "N"),
        ("\t", " "),
        ("`", "'"),
        ("™", "(tm)"),
        ("½", "1/2"),
        ("á", "a"),
        ("ç", "c"),
        ("ﬁ", "fi"),
        ("\u0301", ""),
        ("а", "a"),
        ("Р", "P"),
        ("і", "i"),
        ("ж", None),
        ("й", None),
        ("ё", None),
        ("😀", None),
        ("漢", None),
    ],
)
def test_replacement(character: str, instead: str | None) -> None:
    """LST013: typography, spaces, signs and look-alikes have plain substitutes; letters and emoji have none."""
    assert replacement(character) == instead


@settings(max_examples=200, deadline=None)
@given(texts)
def test_every_replacement_is_cheap(text: str) -> None:
    """A replacement is in the GSM 7 bit alphabet, and each costly character, and no other, is told in order."""
    found = find_costly(text)
    assert [one.start for one in found] == [at for at, one in enumerate(text) if not cost(one)]
    assert first_costly(text) == (found[0] if found else None)
    for one in found:
        assert text[one.start] == one.character
        assert one.replacement is None or encoding(one.replacement) == "gsm7"


def test_what_one_character_costs() -> None:
    """SEG-1: 160 Latin characters and one number sign are three parts; with `N` for it, two."""
    made = cheaper("a" * 160 + "№")
    assert made is not None
    assert (made.text, made.before.parts, made.after.parts, made.parts) == ("a" * 160 + "N", 3, 2, 1)


@pytest.mark.parametrize("text", ["", "Hello", "Hello, мир", "Заказ №5", "ok 😀 …"])
def test_nothing_to_save(text: str) -> None:
    """Text that costs the Latin rate, or holds a character that nothing replaces, has no cheaper form."""
    assert cheaper(text) is None


#: The letters beyond ASCII of the Latin alphabets of the countries that the service sends to, and of their neighbours.
ALPHABETS = {
    "Afrikaans": "ŉáèéêëîïôöúû",
    "Albanian": "çë",
    "Azerbaijani": "əğıiİçöşü",
    "Basque": "çñ",
    "Catalan": "àçèéíïŀòóúü·",
    "Chechen": "äçġꞑöşüẋ",
    "Crimean Tatar": "âçğıİñöşü",
    "Croatian": "čćđšž",
    "Czech": "áčďéěíňóřšťúůýž",
    "Danish": "æøå",
    "Dutch": "áéëíïóöúüĳ",
    "Esperanto": "ĉĝĥĵŝŭ",
    "Estonian": "äõöšüž",
    "Ewe": "ɖɛƒɣŋɔʋ",
    "Faroese": "áðíóúýæø",
    "Filipino": "ñ",
    "Finnish": "åäöšž",
    "French": "àâæçèéêëîïôœùûüÿ",
    "Gagauz": "äçêıöşţü",
    "German": "äöüßẞ",
    "Hausa": "ɓɗƙƴʼ",
    "Hungarian": "áéíóöőúüű",
    "Icelandic": "áðéíóúýþæöÞÐ",
    "Indonesian": "é",
    "Irish": "áéíóú",
    "Italian": "àèéìòù",
    "Karakalpak": "áǵıńóúʻ",
    "Kazakh": "äğıñöşūüáǵıńóúý",
    "Kurdish": "çêîşû",
    "Kyrgyz": "çğıñöşü",
    "Latvian": "āčēģīķļņšūž",
    "Lithuanian": "ąčęėįšųūž",
    "Luxembourgish": "äéë",
    "Maltese": "ċġħżà",
    "Moldovan": "ăâîșțşţ",
    "Northern Sami": "áčđŋšŧž",
    "Norwegian": "æøåéò",
    "Polish": "ąćęłńóśźż",
    "Portuguese": "ãáàâçéêíóôõúü",
    "Romanian": "ăâîșț",
    "Serbian": "čćđšž",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Slovenian": "čšž",
    "Spanish": "áéíñóúü¿¡ªº",
    "Swahili": "",
    "Swedish": "åäöé",
    "Tatar": "äçğıñöşüəⱪⱨ",
    "Turkish": "çğıİöşüâîû",
    "Turkmen": "çäžňöşüý",
    "Uyghur": "ëéöüⱨⱪⱬ",
    "Uzbek": "ʻʼşçŏğ",
    "Vietnamese": "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
    "Welsh": "âêîôûŵŷ",
}


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_has_a_counterpart(language: str) -> None:
    """SEG-1: no single letter of a Latin alphabet cancels the saving of a whole message."""
    small = ALPHABETS[language]
    for letter in dict.fromkeys(small + small.upper()):
        instead = letter if cost(letter) else replacement(letter)
        assert instead is not None, f"{letter} U+{ord(letter):04X}"
        assert encoding(instead) == "gsm7"
        assert instead.isupper() or instead.lower() == instead or letter in "Þ" or not letter.isupper()


@pytest.mark.parametrize("signs", ["ʻʼʽˈʹʺ‘’‚“”„‹›«»", "∕∗∙⁄−‐‑–—…", "№·•×÷±≈≤≥≠→←", "₽₸₴₺₼₾֏€£¥$"])
def test_every_usual_sign_has_a_counterpart(signs: str) -> None:
    """SEG-1: nor does a quote, a stroke, an arrow or a currency."""
    for sign in signs:
        assert cost(sign) or replacement(sign) is not None, f"{sign} U+{ord(sign):04X}"


def test_a_message_in_uzbek() -> None:
    """SEG-1: a text of Latin letters with one odd apostrophe takes Latin parts again."""
    saving = cheaper("O\u02bbzbekiston, to\u02bblov qabul qilindi. " * 3)
    assert saving is not None
    assert (saving.before.encoding, saving.after.encoding, saving.parts) == ("ucs2", "gsm7", 1)
    assert saving.text.startswith("O'zbekiston, to'lov")
