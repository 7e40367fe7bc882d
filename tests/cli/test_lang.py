"""The command line in Russian: by --lang, by the configuration, by the locale, in every format."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from smsc_codec.linter.reports import FORMATS
from tests.cli.conftest import Cli

BAD = "Hello!\n{menu: Press 1 for sales.\n1: call:79990000001 wait=10 err:1\n2: ent}\nBye!\n"
FAST = "clean.menu"
RUSSIAN = re.compile("[А-Яа-яё]")


@pytest.fixture(autouse=True)
def menus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A menu with mistakes, and no locale."""
    (folder / "bad.menu").write_text(BAD)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_speaks_russian(cli: Cli, form: str) -> None:
    """Each format has the messages in the language that is asked for, and the same codes, names and places."""
    english = cli("lint", "--format", form, "bad.menu")
    russian = cli("lint", "--format", form, "--lang", "ru", "bad.menu")
    assert english.code == russian.code == 1
    assert not RUSSIAN.search(english.out)
    assert "если никто не ответит, этот номер будут набирать бесконечно" in russian.out
    codes = r"\b[A-Z]{3}[0-9]{3}\b"
    assert re.findall(codes, english.out) == re.findall(codes, russian.out)
    if form in ("json", "sarif"):
        assert shape(json.loads(english.out)) == shape(json.loads(russian.out))
    if form == "concise":
        assert [line.split()[:3] for line in english.out.splitlines()] == [
            line.split()[:3] for line in russian.out.splitlines()
        ]


def shape(value: object) -> object:
    """The data without the sentences that people read."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items() if key not in SAID}
    return list(map(shape, value)) if isinstance(value, list) else value


SAID = {
    "message",
    "text",
    "title",
    "expected",
    "notes",
    "shortDescription",
    "relatedLocations",
    "locations",
    "description",
}


def test_a_whole_report(cli: Cli) -> None:
    """Everything that a report says itself is in Russian, too."""
    done = cli("lint", "--lang", "ru", "--select", "IVR009", "bad.menu")
    assert done.out == (
        "ошибка[IVR009] unknown-command: 'ent' — не команда: абонент услышит это как текст\n"
        " --> bad.menu:4:4\n"
        "  |\n"
        "4 | 2: ent}\n"
        "  |    ^^^\n"
        "  |\n"
        "  = ожидалось: 'call:номера', 'sms:номер,отправитель,текст', 'record: секунды', адрес http(s) или 'end'\n"
        "  = возможно, имелось в виду 'end'?\n"
        "исправление: написать 'end'\n"
        "4 - 2: ent}\n"
        "4 + 2: end}\n"
        "\n"
        "Найдено: 1 ошибка в 1 файле; --fix исправит 1.\n"
    )


@pytest.mark.parametrize(
    ("count", "closing"),
    [
        (0, "Проверен 1 файл, ошибок нет."),
        (1, "Проверено 2 файла, ошибок нет."),
        (4, "Проверено 5 файлов, ошибок нет."),
        (20, "Проверен 21 файл, ошибок нет."),
    ],
)
def test_closing_line(cli: Cli, folder: Path, count: int, closing: str) -> None:
    """Numbers have their form of the word: 1 файл, 2 файла, 5 файлов, 21 файл."""
    (folder / "bad.menu").unlink()
    for number in range(count + 1):
        (folder / f"{number}.sms").write_text("Hello!")
    assert cli("lint", "--lang=ru", ".").out == closing + "\n"


def said(cli: Cli, *options: str) -> str:
    """The language of a report."""
    return "ru" if RUSSIAN.search(cli("lint", *options, "bad.menu").out) else "en"


def test_locale(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Russian locale is enough, with options and without; --lang goes before it."""
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert [said(cli), said(cli, "-q"), said(cli, "--lang", "en")] == ["ru", "ru", "en"]
    monkeypatch.setenv("LC_MESSAGES", "en_US.UTF-8")
    assert said(cli) == "en"
    monkeypatch.setenv("LC_ALL", "ru_RU.CP1251")
    assert said(cli) == "ru"


def test_configuration(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The configuration's key goes before the locale, --lang before both; an unknown one is told of."""
    (folder / "smsc-codec.toml").write_text("lang = 'ru'\n")
    assert [said(cli), said(cli, "--lang", "en"), said(cli, "--isolated")] == ["ru", "en", "en"]
    (folder / "smsc-codec.toml").write_text("lang = 'en'\n")
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert [said(cli), said(cli, "--lang", "ru"), said(cli, "--isolated")] == ["en", "ru", "ru"]
    (folder / "smsc-codec.toml").write_text("lang = 'fr'\n")
    done = cli("lint", "bad.menu")
    assert (done.code, "smsc-codec.toml: lang: неверное значение 'fr'" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    {
        ("fmt", "--lang", "ru"): "Ошибка: не хватает 'PATH...'.",
        ("--lang", "ru", "fmt"): "Ошибка: не хватает 'PATH...'.",
        ("lint", "--nope", "--lang=ru", "x"): "Ошибка: нет такого параметра: ",
        ("lint", "--lang", "ru", "--encoding", "utf-99", "x"): "неизвестная кодировка 'utf-99'",
        (
            "lint",
            "--lang",
            "ru",
            "--as",
            "men",
            "x",
        ): "неизвестный вид 'men'; возможно, имелось в виду 'menu'?",
        (
            "lint",
            "--lang",
            "ru",
            "--select",
            "IVR",
            "--ignore",
            "IVR99",
            "bad.menu",
        ): "неизвестное правило 'IVR99'",
        (
            "lint",
            "--lang",
            "ru",
            "--format",
            "x",
            "bad.menu",
        ): "неверное значение для '--format': 'x' — не одно из",
        ("lnt", "--lang", "ru"): "Ошибка: нет такой команды: 'lnt'.",
        ("rule", "IVR1O4", "--lang", "ru"): "неизвестное правило 'IVR1O4'",
        ("rule", "IVR999", "--lang", "ru"): "неизвестное правило 'IVR999'",
    }.items(),
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_calls(cli: Cli, arguments: tuple[str, ...], told: str) -> None:
    """What is wrong with how the program was called is said in Russian, wherever --lang stands."""
    done = cli(*arguments)
    assert (done.code, told in done.err) == (2, True), done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    {
        "lint --explain-kind bad.menu plain.txt": "plain.txt: menu (ничто не указывает на другое)",
        "lint --explain-kind nul.menu": "nul.menu: это не текст: нулевой байт по смещению 1",
        "lint --show-settings": 'profile = "default"  # по умолчанию',
        "lint --jobs 0 bad.menu": "0 не входит в диапазон x>=1.",
        "lint --jobs x bad.menu": "'x' — не целое число.",
        "lint --selekt IVR bad.menu": "нет такого параметра: ",
        "lint --config wrong.toml bad.menu": "это не TOML: неверное значение (строка 1, столбец 5)",
        "lint --baseline wrong.json bad.menu": "это не список известных замечаний: неизвестное поле `x`",
        "build --as menu wrong.json": "wrong.json: неизвестное поле `x`",
        "build --as menu cut.json": "cut.json: данные обрываются",
        "menu explore bad.menu": "'ent' — не команда: абонент услышит это как текст",
        "menu test gone.call": "нет такого файла или папки",
    }.items(),
)  # fmt: skip
def test_nothing_is_left_in_english(cli: Cli, folder: Path, arguments: str, told: str) -> None:
    """Whatever a run answers instead of a report, and what the readers of files say of theirs, is in Russian."""
    (folder / "nul.menu").write_bytes(b"a\0b")
    (folder / "plain.txt").write_text("Hello")
    (folder / "wrong.toml").write_text("x = = 1")
    (folder / "wrong.json").write_text('{"x": 1}')
    (folder / "cut.json").write_text("{")
    done = cli(*arguments.split(), "--lang", "ru")
    assert told in done.out + done.err
    for word in (" is ", " the ", "default  ", "not ", "No such", "Object"):
        assert word not in (done.out + done.err).replace('"default"', "")


def test_what_is_said_beside(cli: Cli, folder: Path) -> None:
    """Files that cannot be read, guesses and what was mended are told in Russian, with their names."""
    (folder / "old.menu").write_bytes("Привет".encode("cp1251"))
    (folder / "nul.menu").write_bytes(b"a\0b")
    done = cli("lint", "--fix", "--lang", "ru", ".", "gone.menu")
    assert (
        "smsc-codec: old.menu: это не UTF-8 (байт 0xCF по смещению 0), поэтому прочитано как windows-1251"
        in done.err
    )
    assert "smsc-codec: исправлено: " in done.err
    assert "ошибка: это не текст: нулевой байт по смещению 1\n --> nul.menu" in done.out
    assert "ошибка: нет такого файла или папки\n --> gone.menu" in done.out
    assert "Не удалось проверить 2 файла." in done.out


def test_rule_pages(cli: Cli) -> None:
    """A rule's summary and what it says of the example are in Russian; JSON and Markdown, for programs, are not."""
    page = cli("rule", "IVR104", "--lang", "ru").out
    assert page.startswith(
        "IVR104 err-loop: Звонки без ответа бесконечно ведут друг на друга.\n(ошибка, без исправления,"
    )
    assert "если никто не ответит, 2 звонка будут повторяться по кругу бесконечно" in page
    assert "Голосовое меню стоит не в звонке" in cli("rule", "--lang", "ru").out
    for form in ("json", "markdown"):
        assert (
            cli("rule", "IVR104", "--format", form, "--lang", "ru").out
            == cli("rule", "IVR104", "--format", form).out
        )


def test_the_next_run_forgets(cli: Cli) -> None:
    """What one run was asked for is not asked of the next."""
    assert [said(cli, "--lang", "ru"), said(cli)] == ["ru", "en"]


@pytest.mark.skipif(os.name != "posix", reason="no pseudo-terminal")
def test_console_of_windows_1251(folder: Path) -> None:
    """A console in windows-1251 gets its own bytes."""
    import pty

    parent, child = pty.openpty()
    environment = {**os.environ, "PYTHONIOENCODING": "cp1251", "LANG": "ru_RU.CP1251", "NO_COLOR": "1"}
    code = [sys.executable, "-m", "smsc_codec", "lint", "bad.menu"]
    with subprocess.Popen(code, stdout=child, stderr=child, stdin=child, env=environment) as process:
        os.close(child)
        out = b""
        try:
            while piece := os.read(parent, 4096):
                out += piece
        except OSError:  # how Linux tells of the end
            pass
        assert process.wait(timeout=120) == 1
    os.close(parent)
    assert "ошибка[IVR104]".encode("cp1251") in out
    assert b"\\u04" not in out
