"""Our own modules are found where they are, as Python would find them, and what is not as usual is left to it."""

from __future__ import annotations

import importlib
import importlib.util
import os
import pkgutil
import py_compile
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import smsc_codec
from smsc_codec.cli import beside
from smsc_codec.cli.beside import Beside

#: Where the tests have a package of their own, with the name of ours before theirs.
NAME = "smsc_codec.of_tests"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package below ours, with one module and one package in it."""
    own = tmp_path / "of_tests"
    (own / "deep").mkdir(parents=True)
    (own / "__init__.py").write_text("")
    (own / "one.py").write_text("VALUE = 1\n")
    (own / "deep" / "__init__.py").write_text("VALUE = 2\n")
    monkeypatch.setattr(smsc_codec, "__path__", [str(tmp_path), *smsc_codec.__path__])
    monkeypatch.setattr(sys, "meta_path", [Beside, *sys.meta_path])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield own
    for name in [name for name in sys.modules if name.startswith(NAME)]:
        del sys.modules[name]


def test_every_module_is_found_as_python_finds_it() -> None:
    """Name, file, bytecode and folders of each module of ours are those that Python's own finders tell."""
    names = [found.name for found in pkgutil.walk_packages(smsc_codec.__path__, "smsc_codec.")]
    assert len(names) > 300
    for name in names:
        path = importlib.import_module(name.rpartition(".")[0]).__path__
        plain = importlib.machinery.PathFinder.find_spec(name, path)
        found = Beside.find_spec(name, list(path))
        assert plain is not None
        assert found is not None
        for attribute in ("name", "origin", "cached", "has_location", "submodule_search_locations", "parent"):
            assert getattr(found, attribute) == getattr(plain, attribute), (name, attribute)


def test_a_module_is_loaded_from_its_bytecode_while_its_source_is_the_same(package: Path) -> None:
    """Bytecode is written when there is none, used while the source is as it was, and made anew when it is not."""
    assert importlib.import_module(f"{NAME}.one").VALUE == 1
    source = package / "one.py"
    stamp = source.stat()
    # The same length and time with another value: what is loaded is the bytecode.
    source.write_text("VALUE = 7\n")
    os.utime(source, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    del sys.modules[f"{NAME}.one"]
    assert importlib.import_module(f"{NAME}.one").VALUE == 1
    os.utime(source, (stamp.st_atime + 10, stamp.st_mtime + 10))
    del sys.modules[f"{NAME}.one"]
    assert importlib.import_module(f"{NAME}.one").VALUE == 7


def test_a_package_is_found_with_its_folder(package: Path) -> None:
    """A folder with `__init__.py` is a package in which more is found."""
    module = importlib.import_module(f"{NAME}.deep")
    assert (module.VALUE, list(module.__path__)) == (2, [str(package / "deep")])


def test_bytecode_that_is_no_more_of_the_usual_kind_is_pythons(package: Path) -> None:
    """Bytecode with a hash, cut short or of another Python is read or made anew by Python."""
    source, bytecode = package / "one.py", importlib.util.cache_from_source(str(package / "one.py"))
    py_compile.compile(str(source), bytecode, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    assert importlib.import_module(f"{NAME}.one").VALUE == 1
    for octets in (b"", b"\0" * 20, Path(bytecode).read_bytes()[:10]):
        Path(bytecode).write_bytes(octets)
        sys.modules.pop(f"{NAME}.one")
        assert importlib.import_module(f"{NAME}.one").VALUE == 1


def test_what_is_not_ours_or_not_there_is_left_to_python(package: Path, tmp_path: Path) -> None:
    """Other packages, modules that are nowhere, archives: not found here."""
    assert Beside.find_spec("json.decoder", list(importlib.import_module("json").__path__)) is None
    assert Beside.find_spec("smsc_codec", None) is None
    assert Beside.find_spec(f"{NAME}.none", [str(package)]) is None
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("zipped.py", "VALUE = 3\n")
    assert Beside.find_spec("smsc_codec.zipped", [str(tmp_path / "a.zip")]) is None
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(f"{NAME}.none")


@pytest.mark.parametrize(
    ("options", "prefix", "asked"), [((), "", True), (("-O",), "", False), ((), "elsewhere", False)]
)
def test_where_bytecode_is_elsewhere_python_finds_our_modules(
    tmp_path: Path, options: tuple[str, ...], prefix: str, asked: bool
) -> None:
    """With `-O` or PYTHONPYCACHEPREFIX bytecode has other names; asked twice, the finder is there once."""
    program = (
        "import sys\nfrom smsc_codec.cli import beside\nbeside.use()\nbeside.use()\n"
        "print(sys.meta_path.count(beside.Beside))"
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / prefix) if prefix else ""}
    done = subprocess.run(
        [sys.executable, *options, "-c", program],
        capture_output=True, text=True, check=True, env=environment, timeout=120,
    )  # fmt: skip
    assert done.stdout == f"{int(asked)}\n"
    assert sys.implementation.cache_tag == beside._TAG
