"""The extension of VS Code: it packs, it starts the server, its grammars colour as the parsers read.

These tests need Node and the packages that `npm install` brings here; without them they are skipped.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from smsc_codec.grammar.colours import ROLES
from smsc_codec.grammar.painter import pieces
from smsc_codec.linter.kinds import ending

HERE = Path(__file__).resolve().parents[1]
EXAMPLES = HERE.parents[1] / "docs" / "examples"
SCOPES = {f"{role.scope}.smsc": name for name, role in ROLES.items() if role.scope}
node = pytest.mark.skipif(
    shutil.which("node") is None or not (HERE / "node_modules").is_dir(),
    reason="needs Node, and `npm install` in plugins/vscode",
)
pytestmark = pytest.mark.packaging


def run(*command: str | Path, cwd: Path = HERE, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def coloured(files: list[tuple[str, Path]]) -> list[list[dict[str, object]]]:
    """Each file's lines, as TextMate's own engine colours them."""
    done = run("node", "tests/tokens.js", *(f"{language}={file}" for language, file in files))
    lines: list[list[dict[str, object]]] = json.loads(done.stdout)
    assert len(lines) == len(files)
    return lines


def roles(text: str, found: list[tuple[int, int, str]]) -> list[str]:
    """The role of each sign of a text."""
    made = [""] * len(text)
    for start, end, role in found:
        made[start:end] = [role] * (end - start)
    return made


def theirs(line: dict[str, object]) -> list[tuple[int, int, str]]:
    """The pieces of a line with their roles."""
    return [(start, end, SCOPES[scopes[-1]] if scopes else "") for start, end, scopes in line["pieces"]]  # type: ignore[attr-defined]


@node
def test_its_grammars() -> None:
    """The tables of vscode-tmgrammar-test hold, one for each language."""
    done = run("npx", "--no", "vscode-tmgrammar-test", "tests/grammar/*.*")
    assert done.stdout.count("success") == len(list((HERE / "tests" / "grammar").iterdir()))


@node
def test_it_colours_as_the_parsers_read() -> None:
    """On every example each visible sign has the role that the grammar's own automaton gives it.

    One thing is beyond TextMate: a menu inside a message is coloured on its first line alone.
    """
    files = []
    for file in sorted(EXAMPLES.rglob("*.*")):
        kind = (ending(file.name) or ("request",))[0]
        if kind != "request":
            files.append(({"viber": "message"}.get(kind, kind), file))
    assert len(files) > 150
    compared = 0
    for (kind, file), lines in zip(files, coloured(files), strict=True):
        texts = [str(line["text"]) for line in lines]
        text = "\n".join(texts)
        inside = text.find("\n", text.find("{menu:", 1)) if kind == "message" else -1
        if kind == "menu" and text.count("{menu:") > 1:
            inside = text.find(
                "\n", text.rfind("{menu:")
            )  # the second menu is inside the text after the first one
        mine, at = roles(text, list(pieces(kind, text))), 0
        for line in lines:
            one = str(line["text"])
            for column, (sign, their) in enumerate(zip(one, roles(one, theirs(line)), strict=True)):
                if sign.isspace() or ("{menu:" in text and 0 <= inside <= at + column):
                    continue
                compared += 1
                assert (file.name, one, column, their) == (file.name, one, column, mine[at + column])
            at += len(one) + 1
    assert compared > 40_000


@node
def test_a_long_text_stays_shallow(tmp_path: Path) -> None:
    """However many items, lines or messages a text has, its regions do not pile up inside each other."""
    texts = {
        "menu": "{menu: a\n"
        + "1: call:79990000001 wait=10 ok:end err:2\n2: text\n3: sms:$phone,A,b\n" * 500
        + "}",
        "call": "menu: a\n" + '> hear "a"\n< 5\n> call 79990000000 wait 10\n' * 500,
        "mailing": "Shop|79990000001:a <file 1>\n" * 1500,
        "message": "__CALL__: a <file 1>\n" * 1500,
        "schedule": "time=0\ntz=3\n" * 700,
        "recipients": "79990000001, oops!\n" * 1500,
    }
    files = []
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        files.append((name, tmp_path / name))
    for lines in coloured(files):
        depths = [int(str(line["depth"])) for line in lines]
        assert max(depths) < 40
        assert max(depths[:50]) == max(depths)


@node
def test_it_packs_and_what_is_packed_works(tmp_path: Path) -> None:
    """The .vsix holds what runs and nothing else, and the extension in it starts the server."""
    packed = tmp_path / "smsc-codec.vsix"
    run("npx", "--no", "vsce", "package", "--no-git-tag-version", "--out", packed)
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    own = [name for name in names if "node_modules" not in name and name.startswith("extension/")]
    syntaxes = [f"extension/syntaxes/{file.name}" for file in sorted((HERE / "syntaxes").iterdir())]
    others = ["LICENSE.txt", "extension.js", "language-configuration.json", "package.json", "readme.md"]
    assert sorted(own) == sorted([*(f"extension/{name}" for name in others), *syntaxes])
    assert not [name for name in names if re.search(r"lock|\.ts$|\.map$|/test", name)]
    done = run("node", "--test", HERE / "tests" / "extension.test.js", EXTENSION=str(tmp_path / "extension"))
    assert "# fail 0" in done.stdout
    assert "# pass 6" in done.stdout


def test_its_files_say_one_thing() -> None:
    """The package and the extension have one version, and each language is set up whole."""
    manifest = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    version = re.search(
        r'^version = "(.+)"$', (HERE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"), re.M
    )
    assert version
    assert manifest["version"] == version[1]
    languages = {one["id"] for one in manifest["contributes"]["languages"]}
    assert languages == {one["language"] for one in manifest["contributes"]["grammars"]}
    assert all((HERE / one["path"]).is_file() for one in manifest["contributes"]["grammars"])
    assert not list(HERE.glob("*lock*"))
    ends = [end for one in manifest["contributes"]["languages"] for end in one["extensions"]]
    assert len(ends) == len(set(ends))
