"""The public surface: `import smsc_codec as sms` and nothing else. What it is stands in tests/surface.txt."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import smsc_codec as sms

ROOT = Path(__file__).resolve().parents[1]
SURFACE = Path(__file__).with_name("surface.txt")


def surface() -> Iterator[str]:
    """Each public name with its signature, a line each: those of the package, then those of each module."""
    for name in sorted(sms.__all__):
        value = getattr(sms, name)
        if isinstance(value, ModuleType):
            yield f"{name}: module"
            for inner in sorted(value.__all__):
                yield f"{name}.{inner}{_signature(getattr(value, inner))}"
        else:
            yield f"{name}{_signature(value)}"
            if not isinstance(value, type) and not inspect.isfunction(value):
                for inner in sorted(one for one in dir(value) if not one.startswith("_")):
                    yield f"{name}.{inner}{_signature(getattr(value, inner))}"


def _signature(value: Any) -> str:
    if isinstance(value, ModuleType):
        return ": module"
    if not callable(value) or not getattr(value, "__module__", "").startswith("smsc_codec"):
        return ""
    try:
        names = inspect.signature(value).parameters.values()
    except (ValueError, TypeError):
        return ""
    return f"({', '.join(_parameter(one) for one in names)})"


def _parameter(one: inspect.Parameter) -> str:
    stars = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**", one.KEYWORD_ONLY: "*:"}.get(one.kind, "")
    return f"{stars}{one.name}{'' if one.default is one.empty else '='}"


def test_the_surface_is_announced() -> None:
    """A public name or parameter that comes, goes or changes is announced in tests/surface.txt.

    `python -m tests.test_public` writes it.
    """
    assert SURFACE.read_text(encoding="utf-8").splitlines() == list(surface())


def test_an_unknown_name_is_an_attribute_error() -> None:
    """What is not public is no attribute."""
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = sms.nothing_of_the_kind


def test_the_old_name_still_works_and_says_so() -> None:
    """`check` is a deprecated alias for one release."""
    with pytest.warns(DeprecationWarning, match=r"smsc_codec\.lint"):
        assert sms.check("no menu")


def test_nothing_is_loaded_before_it_is_used() -> None:
    """Importing the package loads no other module of the project, nor `typing`, msgspec or `importlib.metadata`."""
    program = (
        "import sys; before = set(sys.modules); import smsc_codec; new = set(sys.modules) - before;"
        "print(*sorted(m for m in new if m != 'smsc_codec'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.split() == []


def test_readme_example_runs() -> None:
    """The Python example of README runs as printed on a real menu, in a process of its own."""
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    example = ROOT / "docs" / "examples" / "sound" / "clinic.menu"
    program = f"text = open({str(example)!r}, encoding='utf-8', newline='').read()\n{code}\n"
    program += (
        "assert findings == () and reading.value == value and not reading.problems and call.channel == 'call'"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    SURFACE.write_text("\n".join(surface()) + "\n", encoding="utf-8")
