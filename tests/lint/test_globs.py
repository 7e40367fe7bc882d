"""Globs: what fits, what they mean to a regular expression, and that none of them makes the matcher go back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.linter.globs import Matcher, fits

GLOBS = [
    ("a.menu", "a.menu", True),
    ("x/y/a.menu", "a.menu", True),
    ("x/y/a.menu", "*.menu", True),
    ("x/y/a.menu", "?.menu", True),
    ("x/y/a.menu", "*.txt", False),
    ("x/a.menu", "x/*.menu", True),
    ("x/y/a.menu", "x/*.menu", False),
    ("x/y/a.menu", "x/**", True),
    ("x/y/a.menu", "x/**/*.menu", True),
    ("x/a.menu", "x/**/*.menu", True),
    ("a.menu", "**/a.menu", True),
    ("y/x/a.menu", "x/a.menu", False),
    ("y/x/a.menu", "**/x/a.menu", True),
    ("x/a.menu", "./x/a.menu", True),
    ("a.menu", "./a.menu", True),
    ("x/a.menu", "x/?.menu", True),
    ("x/a.menu", "x?a.menu", False),
    ("aXmenu", "a.menu", False),
    ("[a].menu", "[a].menu", True),
    ("меню.menu", "м*.menu", True),
    ("a\nb.menu", "a*.menu", True),
    ("*.menu", "*.menu", True),
    ("a?", "a?", True),
    ("x/a.menu", "x/", False),
]


@pytest.mark.parametrize(("path", "glob", "fitting"), GLOBS)
def test_globs(path: str, glob: str, fitting: bool) -> None:
    """`*` and `?` stay within a folder, `**` does not; without a slash it is about the name; the rest is literal."""
    assert fits(path, glob) is fitting


NAME = st.text(alphabet="ab.[]+(", min_size=1, max_size=4).filter(lambda name: name != ".")


@settings(deadline=None)
@given(st.lists(NAME, min_size=1, max_size=4))
def test_any_path_fits_itself(parts: list[str]) -> None:
    """A path is a glob for itself, and for everything that `**` may stand for."""
    path = "/".join(parts)
    assert fits(path, path)
    assert fits(path, "**/" + parts[-1])
    assert fits(path, "**")


PIECES = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def meant(path: str, glob: str) -> bool:
    """Whether it fits, by a regular expression, which may go back."""
    if "/" not in glob:
        path = path.rpartition("/")[2]
    pieces = re.findall(r"\*\*/|\*\*|\*|\?|[^*?]+", glob.removeprefix("./"))
    pattern = "".join(PIECES.get(piece) or re.escape(piece) for piece in pieces)
    return re.compile(pattern, re.DOTALL).fullmatch(path) is not None


WRITTEN = ["a", "b", "/", "?", "*", "**", "**/", "./"]


def test_every_short_glob_means_what_its_expression_means() -> None:
    """The same of every glob of up to three pieces and every path of up to four signs."""
    globs = {"".join(pieces) for size in range(4) for pieces in product(WRITTEN, repeat=size)}
    paths = ["".join(signs) for size in range(5) for signs in product("ab/", repeat=size)]
    for glob in sorted(globs):
        assert [path for path in paths if fits(path, glob)] == [path for path in paths if meant(path, glob)]


@settings(max_examples=500, deadline=None)
@given(
    st.text("ab/", max_size=8),
    st.lists(st.sampled_from(WRITTEN), min_size=4, max_size=7).map("".join),
)
def test_a_glob_means_what_its_expression_means(path: str, glob: str) -> None:
    """The machine and a regular expression that says the same agree on any short path."""
    assert fits(path, glob) is meant(path, glob)


HOSTILE = [
    "*a*a*a*a*b*c",
    "**a**a**a**b*c",
    "**/*a*/**/*a*/**/b/**/c",
    "*a" * 200 + "b*c",
    "****/" * 300 + "b*c",
]


@pytest.mark.parametrize("glob", HOSTILE)
@pytest.mark.parametrize("path", ["a" * 20_000 + "c", "a/" * 10_000 + "c"])
def test_no_glob_goes_back(path: str, glob: str) -> None:
    """Globs that a backtracking matcher needs minutes or years for end at once."""
    assert not fits(path, glob)


class Counted(str):
    """A text that counts how much of it is looked at one by one."""

    __slots__ = ("seen",)

    def __iter__(self) -> Iterator[str]:
        self.seen = 0
        for sign in str(self):
            self.seen += 1
            yield sign


@pytest.mark.parametrize(
    ("path", "glob", "seen"),
    [("x/y/a.txt", "**/*.menu", None), ("x/y/a.menu", "y/**/*.menu", 1), ("x/y/a.menu", "x/z/*.menu", 3)],
)
def test_most_paths_are_left_soon(path: str, glob: str, seen: int | None) -> None:
    """A path with another end is not gone through, and one that fits so far no further than it does."""
    text = Counted(path)
    assert not Matcher(glob)(text)
    assert getattr(text, "seen", None) == seen
