"""Packages of others, as if they were installed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smsc_codec import payloads, plugins

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-codec"
BAD = "mon 9-18\ntue: 18-9\n"
MENU = "Hello!\n\n{menu: Press 1 to leave.\n#: start\n1: end}\n"


def install(folder: Path, package: str, group: str, **points: str) -> None:
    """Put a package's metadata into a folder of the path: what an installer writes, without its modules."""
    metadata = folder / f"{package}-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n")
    lines = "".join(f"{name} = {value}\n" for name, value in points.items())
    (metadata / "entry_points.txt").write_text(f"[{group}]\n{lines}")


def forget() -> None:
    for cached in (plugins.installed, payloads._others, payloads._other):
        cached.cache_clear()
    plugins._complaints.clear()


Install = Callable[..., None]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Install]:
    """Installs packages, as `install` does, into a folder of this process's path."""
    site = tmp_path_factory.mktemp("site")
    monkeypatch.syspath_prepend(str(EXAMPLE))
    monkeypatch.syspath_prepend(str(site))

    def call(package: str, group: str, **points: str) -> None:
        install(site, package, group, **points)
        importlib.invalidate_caches()
        forget()

    forget()
    yield call
    forget()


@pytest.fixture
def hours(installed: Install) -> None:
    """The example package, as if it were installed."""
    installed("smsc-codec-hours", plugins.CODECS, hours="hours_codec:CODEC")
