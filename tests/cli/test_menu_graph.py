"""`smsc-codec menu graph`."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Cli

MENU = "{menu: Нажмите 1\n1: end}"


@pytest.mark.parametrize(
    ("output", "form", "begins"),
    [("m.svg", [], "<svg "), ("m.mmd", [], "flowchart "), ("m.dot", [], "digraph "), ("m.gv", [], "digraph "),
     ("m.txt", [], "<svg "), ("m.svg", ["--format", "dot"], "digraph ")],
)  # fmt: skip
def test_what_is_written(cli: Cli, folder: Path, output: str, form: list[str], begins: str) -> None:
    """The form is the one that is asked for, or the one that the file's name ends in."""
    (folder / "main.menu").write_text(MENU, encoding="utf-8")
    done = cli("menu", "graph", "main.menu", "--output", output, *form)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (folder / output).read_text(encoding="utf-8").startswith(begins)


def test_standard_streams_and_titles(cli: Cli, folder: Path) -> None:
    """The picture goes to the standard output as UTF-8; its title is the file's name, or what is said."""
    out = cli("menu", "graph", stdin=MENU).raw.decode("utf-8")
    ElementTree.fromstring(out)
    assert "Нажмите 1" in out
    assert 'class="title"' not in out
    (folder / "main.menu").write_text(MENU, encoding="utf-8")
    assert ">main.menu</text>" in cli("menu", "graph", "main.menu").raw.decode("utf-8")
    assert ">&lt;Меню&gt;</text>" in cli("menu", "graph", "--title", "<Меню>", "main.menu").raw.decode(
        "utf-8"
    )


def test_bad_input(cli: Cli) -> None:
    """What can be read is drawn, and the rest is told; no menu, no folder and a wrong option give a line."""
    done = cli("menu", "graph", "--format", "mermaid", stdin="{menu: Press 1\n1: call:7;8\n2: end}")
    assert done.code == 1
    assert "unread" in done.out
    assert "<stdin>:2" in done.err
    assert cli("menu", "graph", stdin="Hello!").code == 1
    assert cli("menu", "graph", "-o", "none/m.svg", stdin=MENU).code == 1
    assert cli("menu", "graph", "--format", "png", stdin=MENU).code == 2
