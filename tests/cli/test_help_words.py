"""`--help` of every command in Russian: complete, and English stays as it was."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from inspect import cleandoc

import click
import pytest

from smsc_codec.cli import app, helping, menu
from smsc_codec.cli.options import complete_rules, speaking
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.words import catalogue
from tests.cli.conftest import Cli

#: The commands of this project's other packages.
PLUGINS = {
    "send": "smsc_codec_httpx.commands.send",
    "status": "smsc_codec_httpx.commands.status",
    "serve": "smsc_codec_sandbox.command",
    "lsp": "smsc_codec_lsp.command",
    "big": "smsc_codec_dask.commands",
}


def commands() -> dict[str, click.Command]:
    """Every command of this project, by what one types."""
    found: dict[str, click.Command] = {"": app.group}
    for table, package, before in (
        (app.COMMANDS, "smsc_codec.cli", ""),
        (menu.COMMANDS, menu.__name__, "menu "),
    ):
        for name in table:
            found[before + name] = speaking(import_module(f"{package}.{name}").command)
    for name, module in PLUGINS.items():
        if find_spec(module.partition(".")[0]):  # they are packages of their own
            found[name] = speaking(import_module(module).command)
    if isinstance(big := found.get("big"), click.Group):
        for name in big.list_commands(context := click.Context(big)):
            found[f"big {name}"] = speaking(big.get_command(context, name))  # type: ignore[arg-type]
    return found


COMMANDS = commands()


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_every_sentence_of_help_is_known(command: click.Command) -> None:
    """Each paragraph, each remark behind an example and what each option is for are in the catalogue."""
    texts = [cleandoc(command.help or "")]
    texts += [
        parameter.help
        for parameter in command.params
        if isinstance(parameter, click.Option) and parameter.help and not parameter.hidden
    ]
    said = [sentence for text in texts for sentence in helping.sentences(text)]
    assert not [sentence for sentence in said if catalogue().find(sentence) is None]


def test_every_line_of_a_list_of_commands_is_known() -> None:
    """The lines that tell of the commands are in the catalogue."""
    told = [*app.COMMANDS.values(), *menu.COMMANDS.values()]
    told += [COMMANDS[name].get_short_help_str(limit=100) for name in PLUGINS if name in COMMANDS]
    assert not [words for words in told if catalogue().find(words) is None]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_russian(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No English word is left but names, examples, and what stands for a value."""
    monkeypatch.setattr(click.Context, "formatter_class", helping.Formatter)
    command = COMMANDS[name]
    if isinstance(command, click.Group):
        monkeypatch.setattr(app, "_others", dict)
    shown = command.get_help(
        click.Context(command, info_name="smsc-codec", terminal_width=200, max_content_width=200)
    )
    assert shown.startswith("Вызов: ")
    left = [
        line
        for line in shown.splitlines()
        if re.search(
            r"\b(?:the|what|is|of|where|with|are|not|and)\b",
            re.sub(r"^ *(?:smsc-codec|echo|cat|git) .*", "", line),
        )
    ]
    assert not left


def test_help_follows_the_language(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--lang` or the locale says it; help is English again afterwards."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert "Show this message and exit." in cli("lint", "--help").out
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert "Показать эту справку и выйти." in cli("lint", "--help").out
    assert "Show this message and exit." in cli("lint", "--lang", "en", "--help").out


def test_sentences_of_a_help_text() -> None:
    """Paragraphs are sentences; of examples, behind `\\b`, headings and remarks are, and the examples are not."""
    text = "One\nand two.\n\n\b\nExamples:\n  program a  what it does\n  program b\n\nThe end."
    assert [*helping.sentences(text)] == ["One and two.", "Examples:", "what it does", "The end."]


def test_rules_are_completed() -> None:
    """Codes and names that begin as typed, behind a comma too, each with the first line of its page."""
    done = complete_rules(None, None, "IVR303,err-l")  # type: ignore[arg-type]
    (one,) = done
    assert one.value == "IVR303,err-loop"
    assert one.help == all_rules()["IVR104"].page.partition("\n")[0]
    assert one.help
    first = next(iter(complete_rules(None, None, "IVR10")))  # type: ignore[arg-type]
    assert first.value == "IVR101"
