"""What is made when it is first used, so that importing costs next to nothing: public names, patterns."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, cast


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


#: Makes a pattern of its source. The command line puts in one that remembers what was made before.
make: Callable[[str, int], re.Pattern[str]] = re.compile


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that stands in our modules, compiled."""
    return make(source, flags)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is compiled when it is first used: most are not, where nothing is wrong."""
    return cast("re.Pattern[str]", _Regex(source, flags))


class _Regex:
    def __init__(self, source: str, flags: int) -> None:
        self._how = source, flags

    def __getattr__(self, name: str) -> Any:
        pattern = make(*self._how)
        # Found at once from now on.
        for method in (
            "match",
            "search",
            "fullmatch",
            "finditer",
            "findall",
            "sub",
            "split",
            "pattern",
            "flags",
        ):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)
