"""Commands in a folder, with all that they print. Writes sessions.txt anew: read the difference.

    python -m tests.cli.sessions

Behind `$` are the exit code and the command, behind `!` what it says beside its output. In a command `<<` comes before
its standard input, where `\\r` and `\\n` are a line's end, and `<&-` closes it; `NAME=value` before it sets an
environment variable, `FOLDER` is the current folder, `configure` writes the configuration, and `cat` shows a file. An
escape is written `^[`.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from tests.cli.conftest import Done, called
from tests.cli.session_files import CONFIG, DEEP, FILES
from tests.cli.session_lints import LINTS
from tests.cli.session_menus import MENUS
from tests.cli.session_others import OTHERS

PATH = Path(__file__).with_name("sessions.txt")
#: The commands of each session.
COMMANDS = {**MENUS, **LINTS, **OTHERS}


def lines(heading: str, call: Callable[..., Done]) -> Iterator[str]:
    """The lines of one session, in the current folder, which is the root of a repository."""
    for name, text in {**FILES, **DEEP}.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    yield f"== {heading}"
    for command in COMMANDS[heading]:
        words, given, stdin = command.removesuffix(" <&-").partition(" <<")
        read = None if command.endswith(" <&-") else _unescaped(stdin[1:]) if given else ""
        arguments = shlex.split(words.replace("FOLDER", os.getcwd()))
        environment = {}
        while "=" in arguments[0]:
            variable, _, value = arguments.pop(0).partition("=")
            environment[variable] = value
        if arguments[0] == "configure":
            said = arguments[1].replace("\\n", "\n") if arguments[1:] else CONFIG
            Path("smsc-codec.toml").write_text(said, encoding="utf-8")
            yield from (f"# {line}".rstrip() for line in said.split("\n"))
            continue
        if arguments[0] == "cat":
            done = Done(0, Path(arguments[1]).read_bytes().decode(), "", b"")
        else:
            with mock.patch.dict(os.environ, environment):
                done = call(*arguments, stdin=read)
        yield f"$ {done.code} {command}"
        for sign, text in (("  ", done.out), ("! ", done.err)):
            for line in text.splitlines():
                yield f"{sign}{line}".rstrip(" ").replace(os.getcwd(), "FOLDER").replace("\x1b", "^[")


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")


def kept() -> dict[str, list[str]]:
    """The lines of each session as they were when they were last read."""
    sections = re.split(r"^(?=== )", PATH.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {one.partition("\n")[0][3:]: one.split("\n")[:-1] for one in sections}


def main() -> None:
    """Write all of it anew."""
    made = []
    for heading in COMMANDS:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            Path(".git").mkdir()
            made += lines(heading, called)
            os.chdir(PATH.parent)
    PATH.write_text("".join(f"{line}\n" for line in made), encoding="utf-8")


if __name__ == "__main__":
    main()
