"""Lists of any length: read, built and checked piece by piece in constant memory, with the same outcome as whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Lines, Problem
from smsc_codec.payloads.mailing import CODEC, Line, MailingOptions, contexts, read, read_lines
from smsc_codec.payloads.mailing.context import MailingContext
from smsc_codec.payloads.mailing.memory import Memory, Tally
from smsc_codec.payloads.mailing.stream import LEAST, Part, blocks, first_head
from tests.mailing.strategies import hostile


def pieces(text: str, size: int) -> Iterator[str]:
    for at in range(0, len(text), size):
        yield text[at : at + size]


def edits(problem: Problem, begin: int) -> list[tuple[int, int, str]]:
    """What its fixes change, with places counted from there."""
    found = (edit for fix in problem.fixes for edit in fix.edits)
    return [(edit.span.start - begin, edit.span.end - begin, edit.text) for edit in found]


def whole(text: str, nl: bool) -> list[tuple[int, Line | tuple[object, ...]]]:
    """What `read` says of a text, in the form of a stream: line numbers, and places within the line."""
    reading, lines = read(text, nl=nl), Lines(text)
    starts = [span.start for path, span in reading.spans.items() if len(path) == 2]
    found: list[tuple[int, Line | tuple[object, ...]]] = []
    found += [(lines.position(at)[0], line) for at, line in zip(starts, reading.value.lines, strict=True)]
    for problem in reading.problems:
        number, column = lines.position(problem.span.start)
        width = problem.span.end - problem.span.start
        begin = problem.span.start - (column - 1)
        found.append(
            (number, (problem.kind, problem.message, column - 1, column - 1 + width, edits(problem, begin)))
        )
    return sorted(found, key=lambda entry: entry[0])


def streamed(text: str, nl: bool, size: int) -> list[tuple[int, Line | tuple[object, ...]]]:
    found: list[tuple[int, Line | tuple[object, ...]]] = []
    for number, item in read_lines(pieces(text, size), nl=nl):
        if isinstance(item, Line):
            found.append((number, item))
        else:
            span = item.span
            found.append((number, (item.kind, item.message, span.start, span.end, edits(item, 0))))
    return found


@settings(max_examples=200, deadline=None)
@given(hostile, st.integers(1, 9))
def test_stream_says_what_reading_the_whole_says(text: str, size: int) -> None:
    """The same messages and problems at the same lines and columns, however the text is cut (LIST-1, LIST-3)."""
    assert streamed(text, False, size) == whole(text, False)


LONG = "".join(
    f"{'Shop,1|' * (n % 3 == 0)}7999{n:07}{':;'[n % 2]}Message {n}\n"
    + ("second line\n\n" if n % 5 == 0 else "")
    for n in range(9_000)
)


@pytest.mark.parametrize("nl", [False, True], ids=["plain", "nl"])
@pytest.mark.parametrize("size", [777, 70_000, 10**7])
def test_long_stream_says_what_reading_the_whole_says(nl: bool, size: int) -> None:
    """Across the borders of blocks too, with `nl=1` where messages have several lines (LIST-5)."""
    assert len(LONG) > 3 << 16
    assert streamed(LONG, nl, size) == whole(LONG, nl)


@pytest.mark.parametrize("nl", [False, True], ids=["plain", "nl"])
def test_stream_with_carriage_returns(nl: bool) -> None:
    """The numbers of lines are those of the whole where lines end in CRLF, too (LIST-5)."""
    text = "x\r\n\r\n79990000001:a\r\nb\r\n\r\n79990000002:\r\n79990000003:c\r\n~~~\r\nd\r\n79990000004:e\r\n"
    assert streamed(text, nl, 7) == whole(text, nl)


def test_flood_over_blocks_of_few_messages() -> None:
    """Messages to one number are counted over blocks that have but few each (LIM-3)."""
    rule = next(rule for rule in CODEC.rules() if rule.code == "LST006")
    text = "".join(f"79990000001:{number}{'x' * 900}\n" for number in range(52))
    seen = list(contexts(pieces(text, 16_000), MailingOptions()))
    assert len(seen) > 2
    assert len([problem for context in seen for problem in rule.check(context)]) == 1


def test_wrong_line_far_down_says_why() -> None:
    """The wrong line among many has its number, its place in the line and what is allowed; the others are read."""
    rows = (f"7999{n:07}:Hi\n" if n != 31_204 else "79990031204 Hello\n" for n in range(1, 40_001))
    found = [(number, item) for number, item in read_lines(rows) if isinstance(item, Problem)]
    ((number, problem),) = found
    assert (number, problem.span.start, problem.expected) == (31_204, 12, ("':' or ';' after the number",))


def test_message_longer_than_a_block() -> None:
    """A message of a million lines with `nl=1` is read once, in linear time, and ends where the next one begins."""
    text = "79990000001:a" + "\nb" * 300_000 + "\n79990000002:c\n"
    (one, first), (two, second) = read_lines(pieces(text, 1000), nl=True)
    assert (one, two) == (1, 300_002)
    assert isinstance(first, Line)
    assert len(first.text) == 600_001
    assert second == Line(("79990000002",), "c")


def codes(text: str, size: int) -> set[tuple[str, int]]:
    """The rules' findings of a stream: code and line."""
    found = set()
    for context in contexts(pieces(text, size), MailingOptions()):
        lines = Lines(context.source, context.first_line)
        for rule in CODEC.rules():
            found |= {
                (rule.code, lines.position(p.span.start)[0])
                for p in rule.check(context)
                if rule.code != "LST017"
            }
    return found


def test_rules_of_a_stream_find_what_rules_of_the_whole_find() -> None:
    """Duplicates, a flood and mixed separators are found across blocks, each once and at the same line."""
    rows = [f"7999{n:07}:Message {n}" for n in range(12_000)]
    rows[9_000] = rows[10]
    rows[9_001] = rows[9_001].replace(":", ";")
    rows[11_000] = rows[9_002]
    rows[3_000:9_000:100] = [f"79991111111:Code {n}" for n in range(60)]
    text = "\n".join(rows)
    apart = codes(text, 5_000)
    assert apart == codes_of_whole(text)
    assert {code for code, _ in apart} == {"LST004", "LST005", "LST006", "LST007"}
    assert {line for code, line in apart if code == "LST005"} == {9_001, 11_001}
    assert {line for code, line in apart if code == "LST006"} == {8_001}


def test_separator_of_the_first_message_counts_for_every_block() -> None:
    """A block that has but the other separator is told of, once, with the line of the first message (LIST-1)."""
    rule = next(rule for rule in CODEC.rules() if rule.code == "LST007")
    text = "\n" + "79990000001:a\n" * 2_000 + "79990000002;b\n" * 4_000
    found = [
        problem.message
        for context in contexts(pieces(text, 14_000), MailingOptions())
        for problem in rule.check(context)
    ]
    assert found == ["mixed separators: ':' on line 2, ';' here"]


def codes_of_whole(text: str) -> set[tuple[str, int]]:
    context, lines = CODEC.context(text, MailingOptions()), Lines(text)
    return {
        (rule.code, lines.position(p.span.start)[0])
        for rule in CODEC.rules()
        for p in rule.check(context)
        if rule.code != "LST017"
    }


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 30).map(lambda n: hash((n, "x"))), max_size=200))
def test_tally_counts(keys: list[int]) -> None:
    """A tally counts each key up to its top, and forgets none while there is room."""
    tally, seen = Tally(6, 31), dict.fromkeys(keys, 0)
    for key in keys:
        seen[key] += 1
        assert tally.add(key)[0] == min(seen[key], 63)


def test_full_tally_takes_no_new_keys_and_ends() -> None:
    """A full table still answers, counts the keys it has, and says 1 for any other (bounded memory)."""
    tally = Tally(2, 1)
    keys = [hash(("key", n)) for n in range(100)]
    assert [tally.add(key)[0] for key in keys] == [1] * 100
    assert tally.add(keys[0])[0] == 2
    assert tally.add(keys[-1])[0] == 1


@pytest.mark.parametrize(("expected", "room"), [(1, 3), (3, 6), (4, 12), (100, 192)])
def test_tally_has_room_for_three_quarters_of_its_slots(expected: int, room: int) -> None:
    """What is beyond the room is not remembered, what is within it is, and equal halves of hashes are no equal keys."""
    tally = Tally(2, expected)
    keys = [number << 34 for number in range(room + 3)]
    assert [tally.add(key)[0] for key in keys] == [1] * len(keys)
    assert [tally.add(key)[0] for key in keys] == [2] * room + [1] * 3


def test_tally_goes_back() -> None:
    """A block that is read again counts as it did the first time: keys, times, first lines and room."""
    tally = Tally(2, 1, lines=True)
    assert tally.add("a", 7) == (1, 7)
    tally.mark()
    for _ in range(2):
        assert tally.add("a", 9) == (2, 7)
        assert tally.add("b", 11) == (1, 11)
        assert tally.add("b", 12) == (2, 11)
        assert tally.add("c", 13) == (1, 13)
        tally.back()
    assert [tally.add(key, 20) for key in ("a", "b", "c", "d", "d")] == [
        (2, 7),
        (1, 20),
        (1, 20),
        (1, 20),
        (1, 20),
    ]
    assert Tally(2, 1).add("a", 7) == (1, 7)
    plain = Tally(2, 1)
    plain.add("a", 7)
    assert plain.add("a", 8) == (2, 0)


def test_a_block_is_asked_again() -> None:
    """A block that is read again after a fix tells what it told: nothing of it is remembered from the first time."""
    text = "".join(f"7999{n:07}:Message {n}\n" for n in range(1200))
    text += "79990000001;Message 1\n79990000002;Ho\n" + "79991111111;Hi\n" * 2
    told = []
    for context in contexts(pieces(text, 16_000), MailingOptions()):
        found = [[(rule.code, p) for rule in CODEC.rules() for p in rule.check(context)]]
        for _ in range(2):
            context = context.again(context.source)
            found.append([(rule.code, p) for rule in CODEC.rules() for p in rule.check(context)])
        assert found[0] == found[1] == found[2]
        told.append([(code, p.message) for code, p in found[0] if code in ("LST005", "LST007")])
    assert told == [
        [],
        [
            ("LST005", "'79990000001' already gets this text on line 2"),
            ("LST005", "'79991111111' already gets this text on line 1203"),
            ("LST007", "mixed separators: ':' on line 1, ';' here"),
        ],
    ]


def test_a_list_in_one_piece_is_asked_again() -> None:
    """Where nothing is remembered, nothing is forgotten."""
    context = MailingContext("79990000001:Hi", MailingOptions())
    assert context.again("79990000001:Ho").mailing.lines == (Line(("79990000001",), "Ho"),)


def test_a_part_of_a_list_has_its_own_numbers_and_memory() -> None:
    """In a part lines have the numbers of the whole, and rules remember what the part is given, or the part alone."""
    memory = Memory()
    part = Part(["79990000001:a\n", "79990000002;b\n"], first_line=5, memory=memory)
    (context,) = contexts(part)
    assert (context.first_line, context.memory, context.options) == (5, memory, MailingOptions())
    (context,) = contexts(Part(["79990000001:a\n"], first_line=7))
    assert context.first_line == 7
    assert context.memory is not None
    (context,) = contexts(["79990000001:a\n"])
    assert (context.first_line, context.options) == (1, MailingOptions())


def _line(size: int, head: str = "79990000001:") -> str:
    return head + "x" * (size - len(head) - 1) + "\n"


@pytest.mark.parametrize(("sizes", "wanted"), [
    ([LEAST, LEAST, LEAST], [1, 1, 1]), ([LEAST - 1, LEAST, LEAST], [2, 1]), ([LEAST + 1, 20, LEAST, 20], [1, 2, 1]),
    ([100, 100], [2]), ([LEAST], [1]), ([], []),
])  # fmt: skip
def test_blocks_end_after_so_many_characters(sizes: list[int], wanted: list[int]) -> None:
    """A block ends with the piece that fills it, where the next one begins a message; an empty piece ends none."""
    lines = [_line(size) for size in sizes]
    for some in (lines, [piece for line in lines for piece in (line, "")]):
        texts = list(blocks(some))
        assert "".join(texts) == "".join(lines)
        assert [text.count("\n") for text in texts] == wanted


def test_the_first_line_that_begins_a_message() -> None:
    """Wherever it stands, with a line end behind it or none; None where no line begins one."""
    for text in ("79990000001:Hi", "79990000001:Hi\n", "x\n79990000001:Hi", "x\n\nxy\n79990000001:Hi\nx\n"):
        assert first_head(text) == text.index("7")
    for text in ("", "\n", "x", "x\ny\n", "x 79990000001:Hi"):
        assert first_head(text) is None


def test_blocks_end_where_a_message_begins() -> None:
    """A line that goes on with a message stays in its block, unless there is no end of them; with `nl=1` always."""
    lines = [_line(LEAST), _line(LEAST, "x"), _line(100), _line(LEAST)]
    assert [text.count("\n") for text in blocks(lines)] == [2, 2]
    million = 1 << 20
    lines = [_line(LEAST), *[_line(million, "x")] * 5]
    assert [text.count("\n") for text in blocks(lines)] == [5, 1]
    assert [text.count("\n") for text in blocks(lines, nl=True)] == [6]
    kinds = [item.kind if isinstance(item, Problem) else "" for _, item in read_lines(lines)]
    assert kinds == ["", "broken-multiline", "broken-multiline"]


@pytest.mark.parametrize("nl", [False, True], ids=["plain", "nl"])
@pytest.mark.parametrize("more", [0, 3, 200])
def test_parts_have_the_blocks_of_the_whole(more: int, nl: bool) -> None:
    """Wherever a list is divided at a border between its pieces, its parts have its blocks, at the same lines."""
    rows = [
        _line(90) + "".join(_line(80, "x") for _ in range(more)) for _ in range(6 * LEAST // (90 + 80 * more))
    ]
    text = "".join(rows)
    given_pieces = list(pieces(text, LEAST + 7))
    whole = list(Part(given_pieces).blocks(nl=nl))
    assert "".join(block for _, block in whole) == text
    assert [line for line, _ in whole][:1] == [1]
    for number in range(1, len(given_pieces)):
        border = number * (LEAST + 7)
        above = text[text.rfind("\n", 0, border) + 1 : border]
        first = list(Part(given_pieces[:number], given_pieces[number:]).blocks(nl=nl))
        line = 1 + sum(block.count("\n") for _, block in first)
        second = Part([above, *given_pieces[number:]], first_line=line, inside=True)
        assert [*first, *second.blocks(nl=nl)] == whole
        assert list(second) == [above, *given_pieces[number:]]


PROGRAM = """
import resource
from smsc_codec.payloads.mailing import CODEC, MailingOptions, build_lines, contexts, read_lines
def rows(): return (f"7999{n:07}:Message {n}: your order is ready; come and fetch it\\n" for n in range(1_000_000))
assert sum(1 for _ in read_lines(rows())) == 1_000_000
rules = [r for r in CODEC.rules() if r.profile == "default"]
assert sum(1 for c in contexts(rows()) for r in rules for p in r.check(c)) == 0
assert sum(1 for _ in build_lines(line for _, line in read_lines(rows()))) == 1_000_000
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.slow
def test_a_million_lines_fit_in_60_mebibytes() -> None:
    """A million lines are read, checked by every default rule, and built, with a peak below 60 MiB of the process."""
    # A child counts the peak of the process it was forked from, so it is started by a small one.
    run = f"import subprocess,sys;subprocess.run([sys.executable,'-c',{PROGRAM!r}],check=True)"
    done = subprocess.run([sys.executable, "-S", "-c", run], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) / 1024 < 60
