"""The pytest plugin, on a scratch project: transcripts are collected, played and told of, and others pay nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1]
MENU = "Hello!\n\n{menu: Press 1 for sales, 9 to leave.\n1: call:79990000000 wait=10 ok:end\n9: end}\n\nBye!"
CALLS = {
    "calls/sound.call": 'menu: ../shop.menu\n< 1\n> call 79990000000 wait 10\n< answered\n> leave "Bye!"\n',
    "calls/wrong.call": "menu: ../shop.menu\n# nobody\n< 1\n> call 79990000001\n",
    "calls/slip.call": "menu: ../shop.menu\n< 1\n> dial 79990000000\n> leave\n",
    "calls/lost.call": "< 1\n> leave\n",
    "test_other.py": "def test_other():\n    assert True\n",
    "shop.menu": MENU,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a menu, four transcripts and a test of another kind."""
    for name, text in CALLS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(project: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Pytest in the scratch project, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=project, capture_output=True, text=True, timeout=120,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", **env},
    )  # fmt: skip


def test_transcripts_are_tests(project: Path) -> None:
    """Each transcript is a test; a failure shows it with what came instead, at its line and column, no traceback."""
    done = run(project, "-p", "smsc_codec_testing.calls", "-rf", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "3 failed, 2 passed" in done.stdout
    assert (
        " --> calls/wrong.call:4:1\n"
        "  |\n"
        "3 | < 1\n"
        "  | --- after this\n"
        "4 | > call 79990000001\n"
        "  | ^^^^^^^^^^^^^^^^^^\n"
        "  |\n"
        "  = instead: > call 79990000000 wait 10\n"
    ) in done.stdout
    assert "error[CAL002] call-event: " in done.stdout
    assert "calls/lost.call: this call does not name its menu" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert "INTERNALERROR" not in done.stdout + done.stderr


def test_one_transcript_by_its_name(project: Path) -> None:
    """A transcript is named as any test is, and other tests are left out."""
    done = run(
        project, "-p", "smsc_codec_testing.calls", "calls/sound.call", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1"
    )
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


def test_the_package_announces_the_plugin(project: Path, tmp_path: Path) -> None:
    """Where the package is installed, pytest finds the plugin by its entry point, without a word of configuration."""
    points = tomllib.loads((PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "entry-points"
    ]
    installed = tmp_path / "site" / "scratch-0.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: scratch\nVersion: 0\n", encoding="utf-8"
    )
    lines = [f"{name} = {target}" for name, target in points["pytest11"].items()]
    (installed / "entry_points.txt").write_text("\n".join(["[pytest11]", *lines]), encoding="utf-8")
    here = os.pathsep.join([str(tmp_path / "site"), str(PACKAGE)])
    done = run(project, "--collect-only", "-q", PYTHONPATH=here)
    assert "calls/sound.call::call" in done.stdout, done.stdout + done.stderr


def test_others_pay_nothing() -> None:
    """The plugin alone loads nothing heavy: no command line, no msgspec, none of the package's own tests."""
    program = (
        "import sys; import pytest; before = set(sys.modules); import smsc_codec_testing.calls;"
        "new = {m for m in set(sys.modules) - before if m.startswith(('smsc_codec', 'msgspec', 'click'))};"
        "print(*sorted(new))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == [
        "smsc_codec", "smsc_codec.lazy", "smsc_codec_testing", "smsc_codec_testing.calls",
    ], done.stderr  # fmt: skip
