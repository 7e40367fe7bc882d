"""The codec of everything one says to the SMSC messaging service: text to typed values and back.

Each public name is loaded when it is first used::

    from smsc_codec import check, menu

    value = menu.parse(text)      # a Menu, or ParseError with every problem and its place
    text = menu.build(value)      # text that reads back equal, or BuildError that names the field
    findings = check(text)        # what the linter finds
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smsc_codec.diagnostics import BuildError, CodecError, Finding, ParseError, Problem, Span
    from smsc_codec.linter.engine import check
    from smsc_codec.payloads import codec, menu

__version__ = "0.1.0"
__all__ = [
    "BuildError",
    "CodecError",
    "Finding",
    "ParseError",
    "Problem",
    "Span",
    "check",
    "codec",
    "menu",
]

_HOMES = {
    "BuildError": "smsc_codec.diagnostics",
    "CodecError": "smsc_codec.diagnostics",
    "Finding": "smsc_codec.diagnostics",
    "ParseError": "smsc_codec.diagnostics",
    "Problem": "smsc_codec.diagnostics",
    "Span": "smsc_codec.diagnostics",
    "check": "smsc_codec.linter.engine",
    "codec": "smsc_codec.payloads",
    "menu": "smsc_codec.payloads.menu",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'smsc_codec' has no attribute '{name}'")
    module = import_module(home)
    return module if home.rpartition(".")[2] == name else getattr(module, name)
