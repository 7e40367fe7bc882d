"""Public names that are loaded when they are first used, so that importing a package costs next to nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def loader(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package: `homes` has its modules, each with the names that live there, by blanks.

    A name behind a colon is called otherwise at home (`read_reply:read`); a home that is empty has modules.
    """
    home_of = {
        entry.rpartition(":")[2]: (home, entry.partition(":")[0])
        for home, names in homes.items()
        for entry in names.split()
    }

    def load(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home, there = home_of[name]
        if not home:
            return import_module(f"{package}.{there}")
        value = getattr(import_module(home if home.startswith("smsc_codec") else f"{package}.{home}"), there)
        setattr(sys.modules[package], name, value)
        return value

    return load
