"""What importing the package brings in."""

from __future__ import annotations

import subprocess
import sys

import pytest

import smsc_codec.text


@pytest.mark.parametrize("name", smsc_codec.text.__all__)
def test_public_names(name: str) -> None:
    """Every public name can be had, whatever was imported before."""
    assert getattr(smsc_codec.text, name) is not None


def test_unknown_name() -> None:
    """A name that is none is an AttributeError."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = smsc_codec.text.nothing


def test_counting_latin_text_loads_little() -> None:
    """Counting plain Latin text loads neither a table nor the modules of other questions."""
    code = (
        "import sys; from smsc_codec.text import count; count('a' * 300); "
        "print(sorted(name[16:] for name in sys.modules if name.startswith('smsc_codec.text.')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "['alphabet', 'mark', 'parts']"
