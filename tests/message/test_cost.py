"""What a text costs, what cuts it and what cannot represent it, as rules of a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.cli import run
from smsc_codec.linter.config import settings_from
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.kinds import kind_of
from smsc_codec.payloads import codec
from tests.mending import mended_by

#: Options, text, and what is found with its place; a text that must stay silent has no findings.
TOLD: list[tuple[dict[str, object], str, list[tuple[str, str]]]] = [
    # SEG-1, SEG-2: 71 units of UCS-2 are two parts, and one of 160 would do
    ({}, "№" + "a" * 70, [("LST013", "№")]),
    ({}, "№" + "a" * 69, []),
    ({}, "a" * 160, []),
    ({}, "Ж" * 71, []),
    ({"channel": "viber"}, "№" + "a" * 70, []),
    ({}, "Пpивет", [("LST014", "Пpивет")]),
    ({}, "Привет, iPhone", []),
    # REQ-6: windows-1251 where the request says nothing
    ({}, "Привет", []),
    ({}, "Привет 🎉", [("REQ009", "🎉")]),
    ({"charset": "utf-8"}, "Привет 🎉", []),
    ({"charset": "koi8-r"}, "10 €", [("LST018", "€")]),
    ({"charset": "windows-1251"}, "10 €", []),
    # PAR-18, SEG-4: a part of Cyrillic is 70 characters
    ({"max-sms": 1}, "Ж" * 70 + "\n", []),
    ({"max-sms": 1}, "Ж" * 70 + "конец\n", [("REQ008", "конец")]),
    ({"max-sms": 1}, "а\r\n" + "Ж" * 68 + "конец", [("REQ008", "конец")]),
    ({"max-sms": 2}, "Ж" * 71, []),
    # SEG-3: a comment is not counted
    ({"max-sms": 1}, "Ж" * 70 + "\n~~~\nnote", []),
    # PUSH-1
    ({"channel": "push"}, "http://wap.ru\nWAP.RU\n", []),
    ({"channel": "push"}, "http://wap.ru", [("REQ006", "http://wap.ru")]),
    ({"channel": "push"}, r"http://wap.ru\nWAP.RU", [("REQ006", r"\n")]),
    ({"channel": "push"}, r"http://wap.ru\r\nWAP.RU", [("REQ006", r"\r\n")]),
    ({"channel": "push"}, r"http://wap.ru\n", [("REQ006", r"http://wap.ru\n")]),
    ({"channel": "push"}, r"wap.ru\nWAP.RU", [("REQ006", r"wap.ru\nWAP.RU")]),
    ({"channel": "push"}, "http://wap.ru\n" + r"WAP\nRU", []),
    # BIN-1, BIN-2, CMT-3
    ({"channel": "bin"}, "050A0307056048656C6C6F2C20576F726C6421\n", []),
    ({"channel": "bin"}, "00AB\n~~~\npid: 1, dcs: 2", []),
    ({"channel": "bin"}, "00A", [("REQ007", "A")]),
]
CODES = {"LST013", "LST014", "LST018", "REQ006", "REQ007", "REQ008", "REQ009"}


@pytest.mark.parametrize(("options", "text", "told"), TOLD, ids=[f"{o} {t[:12]!r}" for o, t, _ in TOLD])
def test_cost_is_told(options: dict[str, object], text: str, told: list[tuple[str, str]]) -> None:
    """Each finding stands at the very characters; texts that cost what they must give none."""
    linter = Linter(codec("message"), settings_from({"message": options}, "test"))
    found = [(f.code, text[f.span.start : f.span.end]) for f in linter.check(text)[0] if f.code in CODES]
    assert found == told


def test_fixes_save_parts_and_mend_words() -> None:
    """The unsafe fix of LST013 writes plainer characters, the safe one of LST014 one script; each settles."""
    linter = Linter(codec("message"), settings_from({}, "test"))

    def mended(text: str, *, unsafe: bool) -> str:
        return mended_by(linter, text, unsafe=unsafe).text

    assert mended("№ “1”" + "a" * 70, unsafe=True) == 'N "1"' + "a" * 70
    assert mended("№ “1”" + "a" * 70, unsafe=False) == "№ “1”" + "a" * 70
    assert mended("Пpивет", unsafe=False) == "Привет"


def test_sms_is_another_word_for_message(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`lint --as sms` checks a text as a message, and the configuration may say it so too."""
    path = tmp_path / "text.txt"
    path.write_text("Пpивет", encoding="utf-8")
    assert run(["lint", "--isolated", "--as", "sms", "--format", "concise", str(path)]) == 1
    assert "LST014" in capsys.readouterr().out
    assert kind_of("a/text.txt", "x", globs={"*.txt": "sms"})[0] == "message"
