"""The public names of the package: what README shows works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import smsc_codec

ROOT = Path(__file__).resolve().parents[1]


def test_every_public_name_is_there() -> None:
    """Each name of `__all__` can be had, and an unknown one is an AttributeError."""
    for name in smsc_codec.__all__:
        assert getattr(smsc_codec, name) is not None
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = smsc_codec.nothing_of_the_kind


def test_readme_example_runs() -> None:
    """The Python example of README runs as printed on a real menu, in a process of its own."""
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    example = ROOT / "docs" / "examples" / "sound" / "clinic.menu"
    program = f"text = open({str(example)!r}, encoding='utf-8', newline='').read()\n{code}\n"
    program += "assert findings == () and reading.value == value and not reading.problems"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
