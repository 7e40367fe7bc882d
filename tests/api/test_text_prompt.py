"""Commands of the Windows prompt, as browsers copy them: what is a word, and where a command ends."""

from __future__ import annotations

import pytest

from smsc_codec.api.text.prompt import is_of_prompt, words
from smsc_codec.api.text.shell import MOST_ESCAPES

#: A command, its words with where each begins and ends, and what stands behind its end.
COMMANDS = [
    ("curl a b", [("curl", 0, 4), ("a", 5, 6), ("b", 7, 8)], ""),
    ('curl ^"a b^"', [("curl", 0, 4), ("a b", 5, 12)], ""),
    ('curl "a b" c', [("curl", 0, 4), ("a b", 5, 10), ("c", 11, 12)], ""),
    ('curl "a\\"b"', [("curl", 0, 4), ('a"b', 5, 11)], ""),
    ("curl 'a b'", [("curl", 0, 4), ("a b", 5, 10)], ""),
    ("curl it's", [("curl", 0, 4), ("it's", 5, 9)], ""),
    ("curl a^&b", [("curl", 0, 4), ("a&b", 5, 9)], ""),
    ("curl a & b", [("curl", 0, 4), ("a", 5, 6)], "& b"),
    ("curl a | b", [("curl", 0, 4), ("a", 5, 6)], "| b"),
    ("curl a > b", [("curl", 0, 4), ("a", 5, 6)], "> b"),
    ('curl "a&b" c', [("curl", 0, 4), ("a&b", 5, 10), ("c", 11, 12)], None),
    ("curl a\r\nb", [("curl", 0, 4), ("a", 5, 6)], "\r\nb"),
    ("curl a\nb", [("curl", 0, 4), ("a", 5, 6)], "\nb"),
    ('curl "a\nb" c', [("curl", 0, 4), ("a", 5, 7)], '\nb" c'),
    ("curl a ^\r\n b", [("curl", 0, 4), ("a", 5, 6), ("b", 11, 12)], ""),
    ('curl ^"a^\n\nb^"', [("curl", 0, 4), ("a\nb", 5, 14)], ""),
    ("curl a^", [("curl", 0, 4), ("a", 5, 6)], ""),
]


@pytest.mark.parametrize(("text", "said", "behind"), COMMANDS)
def test_words_of_the_prompt(text: str, said: list[tuple[str, int, int]], behind: str | None) -> None:
    """A caret takes a sign's meaning and goes on with a line; a word ends at a blank, a command at a line or `&|<>`."""
    made = words(f"--{text}", 2, len(text) + 2)
    assert [(word.value.text, word.span.start - 2, word.span.end - 2) for word in made.words] == said
    if behind is not None:
        assert text[made.end - 2 :] == behind
    assert not made.cut


@pytest.mark.parametrize(("text", "is_one"), [
    ('curl ^"a^"', True), ("curl a ^\n b", True), ("curl a ^ \n b", True), ("curl a^&b", True),
    ("curl a ^", False), ("curl a", False),
    ("curl a \n^", False), ('curl a\n^"b', False),
])  # fmt: skip
def test_what_is_of_the_prompt(text: str, is_one: bool) -> None:
    """A caret before a quote, or one that goes on with the line, tells the prompt."""
    assert is_of_prompt(text, 0, len(text)) is is_one


def test_bound_of_carets() -> None:
    """With as many carets as people write a command is read; with one more it is cut at the end of its line."""
    many = "curl " + "^a" * MOST_ESCAPES
    assert words(many, 0, len(many)).words[1].value.text == "a" * MOST_ESCAPES
    more = f"curl ^a{many[5:]}\nls"
    made = words(more, 0, len(more))
    assert (made.words, made.end, made.cut) == ([], more.index("\n"), True)
    assert words(more, 0, len(more) - 3).end == len(more) - 3
