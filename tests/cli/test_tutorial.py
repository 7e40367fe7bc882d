"""docs/tutorial.md: every command is run as it is printed, and prints what the page says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
FENCE = re.compile(r"(?:`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> Iterator[tuple[str, str]]:
    """What the page has one do, in order: files by their names with what they hold, commands with what they print."""
    for name, kind, body in FENCE.findall(PAGE):
        if kind == "console":
            for command, _, printed in (one.partition("\n") for one in body.split("$ ")[1:]):
                yield f"$ {command}", printed
        elif name:
            yield name, body


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command as a shell runs it, with the program that is tested."""
    (folder / ".bin").mkdir(exist_ok=True)
    program = folder / ".bin" / "smsc-codec"
    if not program.exists():
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smsc_codec "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120,
        env={
            **os.environ, "PATH": f"{folder / '.bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
        },
    )  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str, str]]]:
    """The project at the end of the page; each command with what the page says it prints and what it did."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / ".git").mkdir()
    done = []
    for name, text in steps():
        if name.startswith("$ "):
            done.append((name, text, run(name[2:], folder).stdout))
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder, done


def test_commands_print_what_the_page_says(project: tuple[Path, list[tuple[str, str, str]]]) -> None:
    """Each command, run as printed, prints what stands below it."""
    done = project[1]
    assert len(done) >= 14
    for command, printed, out in done:
        assert out.rstrip("\n") == printed.rstrip("\n"), command


def test_ci_is_green_at_the_end(project: tuple[Path, list[tuple[str, str, str]]]) -> None:
    """The steps of CI pass on the finished project, and write the results."""
    folder = project[0]
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "menus.yaml").read_text(encoding="utf-8"))
    commands = [step["run"] for step in workflow["jobs"]["menus"]["steps"] if "run" in step]
    ours = [command for command in commands if command.startswith("smsc-codec")]
    assert len(ours) == 2
    for command in ours:
        done = run(command, folder)
        assert done.returncode == 0, done.stdout
    assert (folder / "calls.xml").read_text(encoding="utf-8").count("<testcase") == 3


def test_hooks_do_what_the_page_says(project: tuple[Path, list[tuple[str, str, str]]]) -> None:
    """Each hook of the page is there; run as pre-commit runs it, it passes, and fails when a menu has changed."""
    folder = project[0]
    there = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    config = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    tracked = ["shop.menu", "calls/nobody.call", "calls/rest.call", "shop.csv"]

    def passes(hook: dict[str, object]) -> bool:
        made = {**there[str(hook["id"])], **hook}
        touched = [name for name in tracked if re.search(str(made["files"]), name)]
        assert touched
        words = [*shlex.split(str(made["entry"])), *made.get("args", [])]  # type: ignore[misc]
        return (
            run(
                shlex.join([*words, *(touched if made.get("pass_filenames", True) else [])]), folder
            ).returncode
            == 0
        )

    hooks = config["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == list(there)
    assert all(map(passes, hooks))
    menu = folder / "shop.menu"
    source = menu.read_text(encoding="utf-8")
    menu.write_text(source.replace("79990000001", "79990000002"), encoding="utf-8")
    try:
        assert [passes(hook) for hook in hooks] == [True, True, False]
    finally:
        menu.write_text(source, encoding="utf-8")
