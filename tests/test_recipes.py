"""The recipes for editors and CI: every command runs, every option and ending is real, and what can be run whole is."""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from smsc_codec.linter.reports import FORMATS
from smsc_codec.payloads import KINDS

ROOT = Path(__file__).resolve().parents[1]
RECIPES = ROOT / "docs" / "recipes"
EDITORS = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
BROKEN = (ROOT / "docs/examples/broken/taxi-err-loop.menu").read_text(encoding="utf-8")
SOUND = (ROOT / "docs/examples/sound/taxi.menu").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
ENDINGS = {end for _, ends in KINDS.values() for end in ends}


def yaml_of(name: str) -> dict[str, object]:
    made: dict[str, object] = yaml.safe_load((RECIPES / name).read_text(encoding="utf-8"))
    return made


def github_steps() -> list[dict[str, object]]:
    return yaml_of("github.yml")["jobs"]["lint"]["steps"]  # type: ignore[index, no-any-return]


def commands(name: str) -> list[str]:
    """The commands of ours that a recipe runs, in order."""
    if name == "github.yml":
        every = [str(step["run"]) for step in github_steps() if "run" in step]
    elif name == "gitlab-ci.yml":
        every = yaml_of(name)["menus"]["script"]  # type: ignore[index]
    else:
        tox = configparser.ConfigParser(interpolation=None)
        tox.read(RECIPES / name, encoding="utf-8")
        every = tox["testenv:menus"]["commands"].replace("{posargs}", "").strip().splitlines()
    return [command for command in every if command.startswith("smsc-codec ")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a sound menu, and a transcript of a call to it."""
    (tmp_path / "taxi.menu").write_text(SOUND, encoding="utf-8")
    call = (ROOT / "docs/examples/calls/taxi/1.call").read_text(encoding="utf-8")
    (tmp_path / "1.call").write_text(re.sub(r"(?m)^menu: .*$", "menu: taxi.menu", call), encoding="utf-8")
    return tmp_path


def run(command: list[str], cwd: Path, timeout: int = 120) -> subprocess.CompletedProcess[str]:
    found = shutil.which(command[0], path=os.pathsep.join((str(BIN), os.environ["PATH"])))
    assert found, command[0]
    return subprocess.run(
        [found, *command[1:]],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        env={
            **os.environ,
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        },
    )


@pytest.mark.parametrize("recipe", ["github.yml", "gitlab-ci.yml", "tox.ini"])
def test_commands_of_recipes(recipe: str, project: Path) -> None:
    """Each command passes for a sound project, and the first one fails for a broken one; reports are written."""
    ours = commands(recipe)
    assert [shlex.split(one)[1] for one in ours] == ["lint", "menu"]
    for command in ours:
        done = run(shlex.split(command), project)
        assert done.returncode == 0, done.stdout + done.stderr
    (project / "broken.menu").write_text(BROKEN, encoding="utf-8")
    done = run(shlex.split(ours[0]), project)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "IVR104" in done.stdout
    for name, file in re.findall(r"--report (\w+):(\S+)", ours[0]):
        assert name in FORMATS
        assert "IVR104" in (project / file).read_text(encoding="utf-8")


def test_github_reads_what_is_written() -> None:
    """The file that is uploaded is the one that is written, also after a failure; the annotations are GitHub's."""
    steps = github_steps()
    (lint,) = [str(step["run"]) for step in steps if "lint" in str(step.get("run"))]
    (upload,) = [step for step in steps if "upload-sarif" in str(step.get("uses"))]
    assert f"--report sarif:{upload['with']['sarif_file']}" in lint  # type: ignore[index]
    assert upload["if"] == "always()"
    assert "--format github" in lint
    assert yaml_of("github.yml")["permissions"] == {"contents": "read", "security-events": "write"}


def test_gitlab_reads_what_is_written() -> None:
    """The reports that are declared are the files that are written, each in its format."""
    job = yaml_of("gitlab-ci.yml")["menus"]
    reports = job["artifacts"]["reports"]  # type: ignore[index]
    assert f"--report gitlab:{reports['codequality']}" in str(job)
    assert f"--report junit:{reports['junit']}" in str(job)
    assert job["artifacts"]["when"] == "always"  # type: ignore[index]


def test_pre_commit_names_hooks_that_exist() -> None:
    """Each hook of the recipe is one of this repository; `test_house.py` runs them with the real pre-commit."""
    hooks = {
        one["id"]: one
        for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    (repo,) = yaml_of("pre-commit-config.yaml")["repos"]  # type: ignore[misc]
    assert [one["id"] for one in repo["hooks"]] == list(hooks)
    for hook in hooks.values():
        for end in ENDINGS - {".request", ".curl"}:
            name = f"some{end}" if end.startswith(".") else end
            if hook["id"] != "smsc-codec-menu-test":
                assert re.search(hook["files"], name), (hook["id"], name)


@pytest.mark.slow
@pytest.mark.packaging
def test_tox_as_it_is_printed(project: Path) -> None:
    """The real tox installs this tree where the recipe says its name, and runs the recipe."""
    pytest.importorskip("tox")
    (project / "tox.ini").write_bytes((RECIPES / "tox.ini").read_bytes())
    command = [sys.executable, "-m", "tox", "run", "-e", "menus", "--override", f"testenv:menus.deps={ROOT}"]
    done = run([*command], project, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    (project / "broken.menu").write_text(BROKEN, encoding="utf-8")
    done = run([*command, "--", "broken.menu"], project, timeout=300)
    assert done.returncode == 1
    assert "IVR104" in done.stdout


def section(editor: str) -> str:
    """What docs/editors.md says of an editor."""
    return re.split(r"(?m)^## ", EDITORS.split(f"## {editor}\n", 1)[1])[0]


def blocks(editor: str, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```", section(editor))


@pytest.mark.parametrize("editor", ["Neovim", "Helix", "Vim", "JetBrains", "Zed"])
def test_every_ending_is_set_up(editor: str) -> None:
    """An editor that is set up as printed serves each kind of file that the linter knows, and no other."""
    text = section(editor)
    if editor in ("Vim", "JetBrains"):
        found = set(re.findall(r"\*(\.\w+)|\b(menu\.txt|ivr\.txt)", text))
        named = {one or other for one, other in found}
    elif editor == "Neovim":
        named = {f".{one}" for one in re.findall(r'(\w+) = "smsc"', text)}
        named |= set(re.findall(r'\["(\w+\.txt)"\]', text))
    elif editor == "Helix":
        types = tomllib.loads(blocks(editor, "toml")[0])["language"][0]["file-types"]
        named = {one["glob"] if isinstance(one, dict) else f".{one}" for one in types}
    else:
        suffixes = tomllib.loads(blocks(editor, "toml")[1])["path_suffixes"]
        named = {one if "." in one else f".{one}" for one in suffixes}
    assert named == ENDINGS


def test_every_editor_starts_the_same_server() -> None:
    """The command that the recipes name is one that there is."""
    for editor in ("Neovim", "Helix", "Vim", "JetBrains", "Zed"):
        words = re.sub(r"[\W_]+", " ", section(editor))
        assert re.search(r"smsc codec (?:\w+ )*?lsp", words), editor
    assert run(["smsc-codec", "lsp", "--help"], ROOT).returncode == 0
    assert json.loads(blocks("VS Code", "json")[0])["[smsc-menu]"]


NEOVIM = """
local found = vim.wait(100000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local told = {}
for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(told, one.code .. " " .. one.lnum .. " " .. one.source) end
io.stdout:write("filetype " .. vim.bo.filetype .. "\\n" .. table.concat(told, "\\n") .. "\\n")
vim.cmd("qall!")
"""


def test_neovim_as_it_is_printed(tmp_path: Path) -> None:
    """A real Neovim with the lines of the recipe shows the findings of a menu; it needs Neovim 0.11."""
    nvim = shutil.which("nvim")
    if nvim is None or run([nvim, "--version"], tmp_path).stdout < "NVIM v0.11":
        pytest.skip("needs Neovim 0.11 or later")
    pytest.importorskip("smsc_codec_lsp")
    (tmp_path / "init.lua").write_text(blocks("Neovim", "lua")[0], encoding="utf-8")
    (tmp_path / "then.lua").write_text(NEOVIM, encoding="utf-8")
    (tmp_path / "taxi.menu").write_text(BROKEN, encoding="utf-8")
    done = run(
        [nvim, "--headless", "-u", "init.lua", "taxi.menu", "-c", "luafile then.lua"], tmp_path, timeout=120
    )
    line = BROKEN[: BROKEN.index("3: call")].count("\n")
    assert "filetype smsc" in done.stdout + done.stderr
    assert f"IVR104 {line} smsc-codec" in done.stdout + done.stderr
