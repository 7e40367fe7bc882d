"""Commands of a shell to their words: what bash makes of them, where each character stands, and what is not closed."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.api.text import shell
from smsc_codec.diagnostics import Span
from smsc_codec.linter.engine import check

#: Pieces that may stand next to each other within a word.
_PIECES = st.sampled_from([
    "a", "-d", "x=1", "Ж", "9", "#", "'b c'", "''", "'a\\b'", "'it\"s'", '"b c"', '""', '"it\'s"', '"a#b"', '"(|;&<>)"',
    r'"a\"b"', r'"a\\"', r'"a\nb"', r'"\$x"', r'"a\`b"', '"a\\\nb"', "\\ ", "\\'", '\\"', "\\#", "\\\\", r"\&", r"\(",
    r"$'a\nb'", r"$'\x41\u0416\t'", r"$'\'\"\\'", "$'c d'", "%", "@", "/", "a\\\nb", "$", '"$"', "{", "}", "[1]", "~x",
])  # fmt: skip
_WORD = st.lists(_PIECES, min_size=1, max_size=4).map("".join).filter(lambda word: word[0] != "#")
_BETWEEN = st.sampled_from([" ", "  ", "\t", " \\\n", " \\\n  ", " >/dev/null ", " 2>/dev/null ", " 2>&1 ",
                            " </dev/null ",
                            " >>/dev/null ", " &>/dev/null ", " <<<'a b' "])  # fmt: skip
#: What ends a command.
_ENDS = (
    "\n",
    "; :",
    " | cat",
    " && :",
    " || :",
    " # more 'of it",
    " #",
    "\n: more",
    " >/dev/null",
    " 2>&1; : 5",
)


@st.composite
def _commands(draw: st.DrawFn) -> str:
    words = draw(st.lists(_WORD, max_size=5))
    text = "".join(draw(_BETWEEN) + word for word in words)
    return "curl" + text + draw(st.sampled_from(_ENDS))


def _by_bash(commands: list[str]) -> list[list[str]]:
    """What bash hands to the program, command by command."""
    script = "exec 3>&1\ncurl() { printf '%s\\0' \"$@\" $'\\1' >&3; }\n" + "".join(
        f"{one}\n" for one in commands
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=120, check=False)
    calls = done.stdout.decode().split("\1\0")[:-1]
    assert len(calls) == len(commands), done.stderr
    return [call.split("\0")[:-1] for call in calls]


@settings(max_examples=15)
@given(st.lists(_commands(), min_size=20, max_size=20))
def test_words_as_bash_has_them(commands: list[str]) -> None:
    """Quotes, escapes, redirections and ends of commands are the shell's, and each letter is where it stands."""
    commands = [one for one in commands if not _odd(one)]
    for command, wanted in zip(commands, _by_bash(commands), strict=True):
        made = shell.words(command + "\n")
        assert [word.value.text for word in made.words[1:]] == wanted, command
        assert not made.problems
        assert not made.lost
        for word in made.words:
            for at, letter in enumerate(word.value.text):
                span = word.value.span(Span(at, at + 1))
                said = command[span.start : span.end]
                assert said == letter or said[0] == "\\", command
            assert word.span.start <= word.value.span().start
            assert word.value.span().end <= word.span.end


def _odd(command: str) -> bool:
    """Whether a dollar sign would begin something with the piece behind it, or a slip ends a line."""
    rest = command.replace("$'", "").replace('"$"', "")
    return bool(re.search(r"\$(?![\s%/=~}])", rest)) or "$$" in command or "\\ \n" in command


@pytest.mark.parametrize("inner", [
    "$(date)", "$(echo ')')", '$(echo ")")', "$(echo $(echo a) b)", "$(echo (a))", "${x}", "${x:-}", "${x:-a b}",
    "${x:-'}'}", "`date`",
    "$(echo `echo a`)", "$(echo \\) )", '$(echo "$(echo \'a\')")', '$(echo "(")', '$(echo "it\'s")', "${x:-$(echo a)}",
    "`echo $(echo a)`", '${x:-"}"}', "$(echo ${x:-)})",
])  # fmt: skip
def test_substitutions(inner: str) -> None:
    """What the shell puts in ends where it ends for the shell, whatever is quoted or nested in it; it is a hole."""
    for quote in ("", '"'):
        made = shell.words(f"curl {quote}a{inner}b{quote} c\n")
        assert [word.value.text for word in made.words] == ["curl", f"a{inner}b", "c"]
        assert made.words[1].value.holes == [Span(1, 1 + len(inner))]
        assert not made.problems
    assert shell.substitution(f"{inner})}}`", 0, len(inner)) == len(inner)
    for end in range(2, len(inner)):
        assert shell.substitution(inner, 0, end) is None


@pytest.mark.parametrize(("text", "words", "told", "end"), [
    ("curl 'a b \nc", ["curl", "a b"], "this quote is never closed", 9),
    ('curl "a b\t\r\nc', ["curl", "a b"], "this quote is never closed", 9),
    ("curl x'", ["curl", "x"], "this quote is never closed", 7),
    ("curl '", ["curl", ""], "this quote is never closed", 6),
    ('curl x"', ["curl", "x"], "this quote is never closed", 7),
    ("curl a$(b\nc", ["curl", "a"], "this substitution is never closed", 9),
    ("curl a`b", ["curl", "a"], "this substitution is never closed", 8),
])  # fmt: skip
def test_what_is_not_closed(text: str, words: list[str], told: str, end: int) -> None:
    """What is not closed ends with its line; one problem says so, at the sign that opens it."""
    made = shell.words(text)
    assert [word.value.text for word in made.words] == words
    sign = min(text.index(sign) for sign in "'\"$`" if sign in text)
    assert [(problem.message, problem.span) for problem in made.problems] == [(told, Span(sign, sign + 1))]
    assert made.lost
    assert made.end == end
    assert not shell.words("curl 'a'\n").lost


@pytest.mark.parametrize(("text", "told"), [
    ("curl a \\\n b", None),
    ("curl a \\ \n b", Span(8, 9)),
    ("curl a\\\t \r\n b", Span(7, 9)),
    ("curl a\\ \nb", Span(7, 8)),
    ("curl a `\n b", None),
    ("curl a ` \n b", Span(8, 9)),
])  # fmt: skip
def test_blanks_behind_a_backslash(text: str, told: Span | None) -> None:
    """A backslash continues a line only as its last sign; blanks behind it are told, and the fix takes them away."""
    made = shell.words(text, powershell="`" in text)
    assert [word.value.text for word in made.words] == ["curl", "a", "b"]
    assert [problem.span for problem in made.problems] == ([told] if told else [])
    for problem in made.problems:
        assert [(edit.span, edit.text) for edit in problem.fixes[0].edits] == [(told, "")]
        assert f"'{text[told.start - 1]}'" in problem.message if told else True


@pytest.mark.parametrize(("text", "words"), [
    ("curl -d a\n  -d b", ["curl", "-d", "a", "-d", "b"]),
    ("curl a\n--next b", ["curl", "a", "--next", "b"]),
    ("curl a\n- b", ["curl", "a"]),
    ("curl a\nb", ["curl", "a"]),
    ("curl a\n\n-d b", ["curl", "a"]),
])  # fmt: skip
def test_lines_that_go_on(text: str, words: list[str]) -> None:
    """A line of an option goes on with the command of the line before, as files of tools have it."""
    assert [word.value.text for word in shell.words(text).words][: len(words)] == words
    if len(words) == 2:
        assert shell.words(text).end == text.index("\n")


@pytest.mark.parametrize(("text", "fixed"), [
    ("curl http://a/?x=1&y=2 -v", "curl 'http://a/?x=1&y=2' -v"),
    ("curl http://a/?x=1&y=2&z=3", "curl 'http://a/?x=1&y=2&z=3'"),
    ("curl http://a/?x=$X&y=2 -v", 'curl "http://a/?x=$X&y=2" -v'),
    ("curl http://a/?x=1&y='2'", "curl 'http://a/?x=1&y=''2'"),
    ("curl http://a/?x=1&y=2|cat", None),
])  # fmt: skip
def test_an_ampersand_without_quotes(text: str, fixed: str | None) -> None:
    """A word goes on behind an `&` that the shell would end the command at; one problem a word, and quotes mend it."""
    made = shell.words(text)
    word = made.words[1].value.text
    assert word.startswith(text[5 : text.index("&") + 1])
    assert "y=2" in word
    assert [problem.span.start for problem in made.problems] == [text.index("&")]
    fixes = [fix for problem in made.problems for fix in problem.fixes]
    assert bool(fixes) == (fixed is not None)
    for fix in fixes:
        for edit in sorted(fix.edits, key=lambda edit: -edit.span.start):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        assert text == fixed


@pytest.mark.parametrize("text", ["curl a & b", "curl a&", "curl a&& b", "curl &b", "curl 'a' &\n"])
def test_an_ampersand_that_ends(text: str) -> None:
    """An `&` with nothing of a word on both its sides ends the command."""
    made = shell.words(text)
    assert not made.problems
    assert made.end == text.index("&")


@pytest.mark.parametrize(("text", "words"), [
    ('curl "a`"b" c', ["curl", 'a"b', "c"]),
    ('curl "a`\nb"', ["curl", "ab"]),
    ('curl "a\\" b', ["curl", "a\\", "b"]),
    ('curl "a$(b)c"', ["curl", "a$(b)c"]),
    ('curl "$a b"', ["curl", "$a b"]),
])  # fmt: skip
def test_quotes_of_powershell(text: str, words: list[str]) -> None:
    """In PowerShell a backtick takes the place of the backslash."""
    assert [word.value.text for word in shell.words(text, powershell=True).words] == words


def test_bounds_of_a_word() -> None:
    """As many pieces, words and escapes as people write are read; one more is cut, or stands for something unknown."""
    assert len(shell.words("a " * (shell.MOST_WORDS + 1)).words) == shell.MOST_WORDS + 1
    assert not shell.words("a " * shell.MOST_WORDS + ">x" * 0).cut
    assert shell.words("a " + ">x " * (shell.MOST_WORDS + 5)).cut
    many = '"' + "\\$" * shell.MOST_ESCAPES + '"'
    assert shell.words(many).words[0].value.text == "$" * shell.MOST_ESCAPES
    more = shell.words('"' + "\\$" * (shell.MOST_ESCAPES + 1) + '"').words[0].value
    assert more.holes == [Span(0, len(more.text))]
    cut = shell.words('curl "' + "$a" * (shell.MOST_PIECES + 10) + '"\nls')
    assert cut.end == len('curl "' + "$a" * (shell.MOST_PIECES + 10) + '"')
    assert len(shell.words('"' + "$a" * shell.MOST_PIECES + '"').words[0].value.holes) == 1
    open_quotes = ['"' + "$a" * (shell.MOST_PIECES + more) for more in (0, 1)]
    assert [[p.message for p in shell.words(text).problems] for text in open_quotes] == [
        ["this quote is never closed"],
        [],
    ]


def test_a_backslash_belongs_to_the_sign_behind_it() -> None:
    """A quote within single quotes is written `'\\''`: what is told of it begins at the backslash."""
    menu = "__CALL__: Hi!\n{menu: Press 1 to leave.\n#: start\n1: 'end'}"
    quoted = menu.replace("'", "'\\''")
    address = "https://smscentre.com/sys/send.php?login=a&apikey=k&phones=79990000000&charset=utf-8"
    source = f"curl --data-urlencode 'mes={quoted}' '{address}'"
    (told,) = [one for one in check(source, "request") if one.code == "IVR009"]
    assert source[told.span.start : told.span.end] == "\\''end'\\'"
