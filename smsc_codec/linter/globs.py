"""Whether a path fits a glob, in time that grows with both lengths only: a glob cannot make it backtrack."""

from __future__ import annotations

import re
from functools import cache

from smsc_codec.lazy import regex

_STEPS = regex(r"\*\*/|\*\*|.", re.DOTALL)


def fits(path: str, glob: str) -> bool:
    """Whether a relative path with forward slashes fits a glob.

    `*` and `?` stay within a folder, `**` does not; a glob without a slash is for the file's name alone.
    """
    return _matcher(glob)(path if "/" in glob else path.rpartition("/")[2])


@cache
def _matcher(glob: str) -> Matcher:
    return Matcher(glob.removeprefix("./"))


class Matcher:
    """A glob as a machine whose states are the bits of a number: all ways through it are gone at once.

    Bit n says that the first n steps are done. A step reads one character, and may read more of the same kind
    (`*`, `**`), or none at all.
    """

    def __init__(self, glob: str) -> None:
        steps = _STEPS.findall(glob)

        def bits(*kinds: str) -> int:
            return sum(1 << number for number, step in enumerate(steps) if step in kinds)

        #: What the path ends in: most paths fit no glob, and this tells at once.
        self._suffix = re.split(r"[?*]/?", glob)[-1]
        self._one, self._star, self._stars, self._folders = bits("?"), bits("*"), bits("**"), bits("**/")
        self._characters: dict[str, int] = {}
        for step in steps:
            self._characters[step] = bits(step)
        self._done = 1 << len(steps)
        # Of each run of steps that may read nothing: the state before it, the state behind it, those but the first.
        skipped = self._star | self._stars | self._folders
        self._first = skipped & ~(skipped << 1)
        self._last = skipped << 1 & ~skipped
        self._others = skipped << 1

    def __call__(self, text: str) -> bool:
        """Whether the whole text fits."""
        if not text.endswith(self._suffix):
            return False
        literal, one, star, stars = self._characters.get, self._one, self._star, self._stars
        here, inside = self._closed(1), 0
        for character in text:
            inside = (here | inside) & self._folders  # the steps of `**/` that have begun a folder
            step, stay = here & literal(character, 0), here & stars
            if character == "/":
                step |= inside
            else:
                step |= here & one
                stay |= here & star
            here = self._closed(step << 1 | stay)
            if not here | inside:
                return False
        return bool(here & self._done)

    def _closed(self, states: int) -> int:
        """The states, and those that are reached from them without reading.

        In each run a borrow goes from its first state up to the lowest one that is set: all above it are reached.
        """
        reached = states | self._last
        return states | (self._others & ~((reached - self._first) ^ reached))
