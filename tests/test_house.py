"""The house itself: style, types, walls, packages, hooks."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.packaging


def run(*command: str | Path, cwd: Path = ROOT, timeout: int = 300) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=timeout,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )


def tool(name: str) -> Path:
    """A program that the test extra installs, beside the running Python."""
    return Path(sys.executable).with_name(name)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports",)],
    ids=["style", "layout", "types", "walls"],
)
def test_tree_is_clean(command: tuple[str, ...]) -> None:
    """Style, layout, strict types, and the walls between the parts hold in the whole tree."""
    done = run(tool(command[0]), *command[1:])
    assert done.returncode == 0, done.stdout + done.stderr


def test_walls_are_seen(tmp_path: Path) -> None:
    """The wall check is no formality: a payload that imports a socket breaks it."""
    for name in ("smsc_codec", "pyproject.toml"):
        run("cp", "-r", ROOT / name, tmp_path / name)
    bad = tmp_path / "smsc_codec" / "payloads" / "menu" / "words.py"
    bad.write_text(bad.read_text(encoding="utf-8") + "\nimport socket\n", encoding="utf-8")
    done = run(
        sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", cwd=tmp_path
    )
    assert done.returncode != 0
    assert "smsc_codec.payloads.menu.words -> socket" in done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


GRAMMARS = sorted(path.name for path in (ROOT / "grammars").glob("*.lark"))


def test_wheel_and_sdist_hold_the_grammars(built: Path) -> None:
    """Both packages carry every grammar, the compiled tables and the type marker."""
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert sorted(n.rpartition("/")[2] for n in names if n.startswith("smsc_codec/grammars/")) == GRAMMARS
    for name in GRAMMARS:
        assert f"smsc_codec/grammar/compiled/{name.removesuffix('.lark')}.py" in names
    assert "smsc_codec/py.typed" in names
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        inside = archive.getnames()
    assert (
        sorted(n.rpartition("/")[2] for n in inside if "/grammars/" in n and n.endswith(".lark")) == GRAMMARS
    )


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_package_works_in_a_fresh_environment(built: Path, tmp_path: Path, pattern: str) -> None:
    """Installed alone, each package lints a menu and lists its grammars."""
    (package,) = built.glob(pattern)
    python = tmp_path / "venv" / "bin" / "python"
    assert run(sys.executable, "-m", "venv", tmp_path / "venv").returncode == 0
    done = run(python, "-m", "pip", "install", "--quiet", package)
    assert done.returncode == 0, done.stderr
    menu = tmp_path / "menu.txt"
    menu.write_text("Hello!\n\n{menu: Press 1 to leave.\n#: start\n1: end}\n\nBye!\n", encoding="utf-8")
    done = run(tmp_path / "venv" / "bin" / "smsc-codec", "lint", menu, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    listing = "import smsc_codec, os; print(sorted(os.listdir(smsc_codec.__path__[0] + '/grammars')))"
    assert run(python, "-c", listing, cwd=tmp_path).stdout.strip() == str(GRAMMARS)


def test_hooks_of_pre_commit(tmp_path: Path) -> None:
    """The real pre-commit with this repository's hook finds a broken menu and passes a sound one."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    source = tmp_path / "source"
    # What is in the tree, committed or not, as a repository of its own.
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z").stdout.split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    for folder in (source, scratch):
        for command in (
            ("init", "-q"),
            ("config", "user.name", "t"),
            ("config", "user.email", "t@example.org"),
        ):
            assert run("git", *command, cwd=folder).returncode == 0
    for name in ("sound/clinic.menu", "broken/taxi-err-loop.menu"):
        (scratch / Path(name).name).write_bytes((ROOT / "docs" / "examples" / name).read_bytes())
    for folder in (source, scratch):
        assert run("git", "add", "-A", cwd=folder).returncode == 0
        assert run("git", "commit", "-qm", "x", cwd=folder).returncode == 0

    def hook(name: str) -> subprocess.CompletedProcess[str]:
        return run(tool("pre-commit"), "try-repo", source, "smsc-codec-lint", "--files", name, cwd=scratch)

    sound = hook("clinic.menu")
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert "Passed" in sound.stdout
    broken = hook("taxi-err-loop.menu")
    assert broken.returncode == 1
    assert "IVR104" in broken.stdout
