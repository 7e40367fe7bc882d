"""What is released: wheels and sdists of all packages, installed by extras, with their licences and metadata."""

from __future__ import annotations

import email
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from smsc_codec import __version__

ROOT = Path(__file__).resolve().parents[1]
#: The folder of each package that is built.
PACKAGES = [ROOT, *sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))]
pytestmark = [pytest.mark.packaging, pytest.mark.slow]


def run(*command: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=600, env=env
    )


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of every package."""
    folder = tmp_path_factory.mktemp("dist")
    for package in PACKAGES:
        done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, package)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_all_versions_are_one() -> None:
    """The packages are released together: one version, and each asks for just that of the core."""
    for package in PACKAGES:
        project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert project["version"] == __version__
        own = [need for need in project["dependencies"] if need.startswith("smsc-codec")]
        extras = [need for extra in project.get("optional-dependencies", {}).values() for need in extra]
        own += [need for need in extras if need.startswith("smsc-codec")]
        assert all(need.endswith(f"=={__version__}") for need in own)
        assert package == ROOT or own


def test_an_extra_names_each_package() -> None:
    """`smsc-codec[http]` and the like: each package of this project is an extra of the core."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {need.partition("=")[0] for extra in project["optional-dependencies"].values() for need in extra}
    for package in PACKAGES[1:]:
        assert package.name in named


def test_packages_are_sound(dist: Path) -> None:
    """Twine finds nothing wrong with the metadata, check-wheel-contents nothing with what is inside."""
    files = sorted(dist.iterdir())
    assert len(files) == 2 * len(PACKAGES)
    done = run(sys.executable, "-m", "twine", "check", "--strict", *files)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run(sys.executable, "-m", "check_wheel_contents", *dist.glob("*.whl"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_package_has_licence_urls_and_whole_links(dist: Path) -> None:
    """Each wheel and sdist carries the licence, and a page whose links work wherever it is shown."""
    for wheel in dist.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
            told = email.message_from_bytes(archive.read(metadata))
        assert any("LICENSE" in name for name in names), wheel.name
        assert told["License-Expression"] == "MIT"
        assert {url.partition(",")[0] for url in told.get_all("Project-URL", [])} >= {"Source", "Issues"}
        for link in re.findall(r"\]\(([^)\s]+)\)", told.get_payload()):
            assert link.startswith(("https://", "#")), f"{wheel.name}: {link}"
    for sdist in dist.glob("*.tar.gz"):
        with tarfile.open(sdist) as archive:
            assert any(name.endswith("/LICENSE") for name in archive.getnames()), sdist.name


def test_man_page_and_completions_are_fresh() -> None:
    """`python docs/generate.py` has been run since the commands changed."""
    done = run(sys.executable, "docs/generate.py", "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_extras_install_from_a_folder_of_wheels(dist: Path, tmp_path: Path) -> None:
    """Offline, from a folder of wheels alone, the extras install every package, and the commands work."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = ",".join(sorted(set(project["optional-dependencies"]) - {"test"}))
    wheels = tmp_path / "wheels"
    shutil.copytree(dist, wheels, ignore=shutil.ignore_patterns("*.tar.gz"))
    assert run(sys.executable, "-m", "venv", tmp_path / "venv").returncode == 0
    inside = tmp_path / "venv" / "bin"
    # What others wrote is downloaded once; then the net is gone.
    done = run(inside / "python", "-m", "pip", "download", "--quiet", "--only-binary", ":all:", "--find-links", wheels,
               "--dest", wheels, f"smsc-codec[{extras}]")  # fmt: skip
    assert done.returncode == 0, done.stderr
    done = run(inside / "python", "-m", "pip", "install", "--quiet", "--no-index", "--find-links", wheels,
               f"smsc-codec[{extras}]")  # fmt: skip
    assert done.returncode == 0, done.stderr
    help_text = run(inside / "smsc-codec", "--help", cwd=tmp_path).stdout
    for command in ("lint", "send", "status", "serve"):
        assert f"\n  {command} " in help_text
    done = run(inside / "python", ROOT / "tests" / "typing" / "client.py", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for path in ("man/man1/smsc-codec.1", "bash-completion/completions/smsc-codec"):
        assert (tmp_path / "venv" / "share" / path).is_file()


def test_without_its_package_a_command_says_what_to_install(dist: Path, tmp_path: Path) -> None:
    """The core alone: `send` names the extra that brings it."""
    assert run(sys.executable, "-m", "venv", tmp_path / "venv").returncode == 0
    inside = tmp_path / "venv" / "bin"
    (wheel,) = (path for path in dist.glob("smsc_codec-*.whl"))
    assert run(inside / "python", "-m", "pip", "install", "--quiet", wheel).returncode == 0
    done = run(inside / "smsc-codec", "send", "Hello", cwd=tmp_path)
    assert done.returncode == 2
    assert "pip install 'smsc-codec[http]'" in done.stderr
