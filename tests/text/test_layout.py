"""Russian typed while the keyboard wrote Latin letters."""

from __future__ import annotations

import pytest

from smsc_codec.text.layout import typed_in_russian


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pfyznj", "Занято"),
        ("Ghjlf;b", "Продажи"),
        ("Lj cdblfybz!", "До свидания"),
        ("Rybuf ghjlktyf yf ldt ytltkb.", "Книга продлена на две недели."),
        ("D pfkt j,tl c 13 lj 14 xfcjd", "В зале обед с 13 до 14 часов"),
        ("Yf;vbnt 1? xnj,s gjdnjhbnm", "Нажмите 1, чтобы повторить"),
        ("Ltqcnde.obq yjvth, pdjybnt", "Действующий номер, звоните"),
        ("Нажмите 1 lkz cdzpb c jgthfnjhjv", "для связи с оператором"),
    ],
)
def test_what_was_typed(text: str, said: str) -> None:
    """Letters, and the signs that are letters on a Russian keyboard, are read as that; stops at a word's end stay."""
    found = typed_in_russian(text)
    assert found is not None
    assert found[2] == said


@pytest.mark.parametrize(
    "text",
    [
        "Press 1 for sales, 2 to leave the list.",
        "Drücken Sie die 1: Schwarzwaldstr. 5",
        "Guten Tag, Dr. Schmidt, Herrn Schltz",
        "Krk, Brno, Plzn: strč prst skrz krk",
        "Mgr Svcs Blvd Ctrl",
        "my shy rhythm, crypt and myth",
        "SMS, PDF, XML, HTTPS",
        "Vyhod s terminala",
        "Xayr, salomat boling",
        "Pldnsk",
        "Занято",
        "",
    ],
)
def test_what_was_meant_so(text: str) -> None:
    """Words of other languages, abbreviations and names are what they are, however few their vowels."""
    assert typed_in_russian(text) is None
