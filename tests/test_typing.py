"""Programs as users write them: short to import, they run, and both type checkers understand them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = sorted((ROOT / "tests" / "typing").glob("*.py"))
WORKING = [path for path in PROGRAMS if path.name != "wrong.py"]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, timeout=300
    )


@pytest.mark.parametrize("path", WORKING, ids=lambda path: path.stem)
def test_a_first_program_is_short_and_runs(path: Path) -> None:
    """The first program of each task needs at most two lines of imports, and runs as it stands."""
    imports = re.findall(r"^(?:import|from) .*", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(imports) <= 2
    done = run(sys.executable, "-W", "error", path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", WORKING, ids=lambda path: path.stem)
def test_the_page_shows_it(path: Path) -> None:
    """docs/start.md shows each program as it is."""
    code = path.read_text(encoding="utf-8").partition("\n\n")[2]
    assert f"```python\n{code}```" in (ROOT / "docs" / "start.md").read_text(encoding="utf-8")


@pytest.mark.packaging
def test_mypy_understands_them() -> None:
    """mypy, strict: nothing to tell of sound programs, and each mistake of wrong.py is told."""
    done = run(sys.executable, "-m", "mypy", "--strict", "--warn-unused-ignores", *PROGRAMS)
    assert done.returncode == 0, done.stdout


@pytest.mark.packaging
@pytest.mark.skipif(shutil.which("node") is None, reason="pyright needs Node.js")
def test_pyright_understands_them() -> None:
    """The same for pyright, strict, as editors run it."""
    # The project is named: pyright takes any configuration that lies above it before this one.
    project = ROOT / "pyproject.toml"
    done = run(sys.executable, "-m", "pyright", "--project", project, "--pythonpath", sys.executable)
    assert done.returncode == 0, done.stdout
