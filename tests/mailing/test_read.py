"""Reading a list: each fact of the page, in examples that are used for reading and for building alike."""

from __future__ import annotations

import msgspec
import pytest

from smsc_codec.diagnostics import Edit, ParseError, Span
from smsc_codec.payloads.mailing import CODEC, Line, Mailing, build, format_text, parse, read

#: A line, what it means, and the facts.
LINES: list[tuple[str, Line, str]] = [
    ("79999999999:Hello!", Line(("79999999999",), "Hello!"), "LIST-1"),
    (r"79999999999:Hello\nworld!", Line(("79999999999",), "Hello\nworld!"), "LIST-3"),
    ("79999999999,78888888888:Hi", Line(("79999999999", "78888888888"), "Hi"), "LIST-2"),
    ("+79999999999:Привет 🎉", Line(("+79999999999",), "Привет 🎉"), "PAR-1"),
    ("sender1|79999999999:Hi", Line(("79999999999",), "Hi", "sender1"), "LIST-4"),
    ("My Shop,-2|79999999999:Hi", Line(("79999999999",), "Hi", "My Shop", -2), "LIST-4, PAR-8"),
    ("Shop,0|79999999999:Hi", Line(("79999999999",), "Hi", "Shop", 0), "PAR-8"),
    ("79991234567|79999999999:Hi", Line(("79999999999",), "Hi", "79991234567"), "PAR-5"),
    ("a@x.ru|b@y.ru,c@y.ru:Hi", Line(("b@y.ru", "c@y.ru"), "Hi", "a@x.ru"), "PAR-2, PAR-5"),
    ("G777,g888:Hi", Line(("G777", "g888"), "Hi"), "PAR-2"),
    (
        r"79999999999:Hello1!\n~~~\nComment1",
        Line(("79999999999",), "Hello1!", comment="Comment1"),
        "LIST-7, CMT-1",
    ),
    (
        r"79999999999:a\n~~~\nb\n~~~\nc\nd",
        Line(("79999999999",), "a", comment="b\n~~~\nc\nd"),
        "CMT-1",
    ),
    (r"79999999999:a\n~~~\n", Line(("79999999999",), "a", comment=""), "CMT-1"),
    (r"79999999999:a\n~~~", Line(("79999999999",), "a\n~~~"), "CMT-1"),
    (r"79999999999:a~~~\nb", Line(("79999999999",), "a~~~\nb"), "CMT-1"),
    ("79999999999:10:30; a|b, c,2|7:x", Line(("79999999999",), "10:30; a|b, c,2|7:x"), "LIST-9"),
    (r"79999999999:C:\data\ \\x", Line(("79999999999",), r"C:\data\ \\x"), "LIST-3"),
    (r"79999999999:a\\nb", Line(("79999999999",), "a\\\nb"), "LIST-3"),
    ("79999999999: Hi ", Line(("79999999999",), " Hi "), "LIST-1"),
    ("79999999999:a\u2028b\x0bc\x00\x85", Line(("79999999999",), "a\u2028b\x0bc\x00\x85"), "LIST-1"),
]


@pytest.mark.parametrize(("text", "line", "fact"), LINES, ids=[text[:24] for text, *_ in LINES])
def test_line_is_read_and_built(text: str, line: Line, fact: str) -> None:
    """Each part of a line, both ways (LIST-1..4, LIST-7, LIST-9, CMT-1, PAR-1, PAR-2, PAR-5, PAR-8)."""
    assert parse(text) == Mailing((line,))
    assert build(Mailing((line,))) == text
    assert parse(f"{text}\n{text}\r\n{text}") == Mailing((line,) * 3)


#: Other ways to write the same, which are read and not built.
LENIENT: list[tuple[str, Line]] = [
    ("79999999999;Hi", Line(("79999999999",), "Hi")),
    ("  79999999999 , 78888888888 :Hi", Line(("79999999999", "78888888888"), "Hi")),
    ("Shop , +2 | 79999999999:Hi", Line(("79999999999",), "Hi", "Shop", 2)),
    ("\n\n79999999999:Hi\n \n\n", Line(("79999999999",), "Hi")),
    ("79999999999:Hi\r\n", Line(("79999999999",), "Hi")),
]


@pytest.mark.parametrize(("text", "line"), LENIENT)
def test_other_writings_are_read_and_made_canonical(text: str, line: Line) -> None:
    """`;`, blanks in the head, blank lines and CRLF mean the same; `format` writes `:` and none of them (LIST-1)."""
    assert parse(text) == Mailing((line,))
    once = format_text(text)
    assert once.rstrip() == build(Mailing((line,)))
    assert format_text(once) == once


def test_page_examples() -> None:
    """The page's own two lists, one with an escape and one with comments (LIST-3, LIST-7)."""
    first = "79999999999:Hello!\n79999999999:Hello\\nworld!"
    second = "79999999999:Hello1!\\n~~~\\nComment1\n78888888888:Hello2!\\n~~~\\nComment2"
    assert [line.text for line in parse(first).lines] == ["Hello!", "Hello\nworld!"]
    assert [(line.text, line.comment) for line in parse(second).lines] == [
        ("Hello1!", "Comment1"),
        ("Hello2!", "Comment2"),
    ]
    assert build(parse(first)) == first
    assert build(parse(second)) == second


#: Lines that are no message: the text, and of each problem its kind, place and one of the words expected there.
WRONG: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("79990000000 Hello", [("line-syntax", "H", "':' or ';'")]),
    ("79990000000", [("line-syntax", "", "':' or ';'")]),
    ("79990000000\tHello", [("line-syntax", "\t", "':' or ';'")]),
    ("79990000000：Hi", [("line-syntax", "：", "':' or ';'")]),
    ("79990000000\u200b:Hi", [("line-syntax", "\u200b", "':' or ';'")]),
    ("phone;text", [("line-syntax", "phone;text", "'phones:message'")]),
    ("79990000000,Hello there:x", [("line-syntax", "Hello there", "a phone number")]),
    ("79990000000,Hello", [("line-syntax", ",", "':' or ';'")]),
    ("Hello;79990000000", [("line-syntax", "Hello;79990000000", "'phones:message'")]),
    ('"79990000000";"Hello"', [("line-syntax", '"79990000000";"Hello"', "'phones:message'")]),
    ("79990000000:Hi\nIvan 79990000001 Hi", [("line-syntax", "79990000001", "'phones:message'")]),
    ("79990000000:Hi\n# Ivan", [("line-syntax", "# Ivan", "'phones:message'")]),
    ("79990000000,:x", [("line-syntax", ":", "a phone number")]),
    ("Shop|Ivan:Hi", [("line-syntax", "Ivan", "a phone number")]),
    ("79990000000|Hi", [("line-syntax", "Hi", "a phone number")]),
    ("|79990000000:Hi", [("line-syntax", "|", "a phone number")]),
    ("79990000000:a\rb", [("line-syntax", "\r", "a line break")]),
    ("Shop,abc|79990000000:Hi", [("timezone-invalid", "abc", "a whole number of hours")]),
    ("Shop,1.5|79990000000:Hi", [("timezone-invalid", "1.5", "a whole number of hours")]),
    ("Shop,|79990000000:Hi", [("timezone-invalid", "", "a whole number of hours")]),
    ("79990000000:", [("empty-message", "", "the text")]),
    ("79990000000:\\n~~~\\nnote", [("empty-message", "", "the text")]),
    ("79990000000:Hi\nthere", [("broken-multiline", "there", "'\\n'")]),
    (
        "79990000000:Hi\n\nthere\nyou",
        [("broken-multiline", "there\nyou", "'\\n'")],
    ),
    ("79990000000:Hi\n79990000001 Hi", [("line-syntax", "H", "':' or ';'")]),
    ("there\n79990000000:Hi", [("line-syntax", "there", "a phone number")]),
    (
        "79990000000:a\nxx:b\n79990000002:\n79990000003:c\n",
        [("line-syntax", ":", "'phones:message'"), ("empty-message", "", "the text")],
    ),
]


@pytest.mark.parametrize(("text", "problems"), WRONG, ids=[text[:24] for text, _ in WRONG])
def test_wrong_line_is_told_at_its_place(text: str, problems: list[tuple[str, str, str]]) -> None:
    """A line that is no message is one problem with its exact place and what is allowed; the others are read."""
    reading = read(text)
    found = [(p.kind, text[p.span.start : p.span.end]) for p in reading.problems]
    assert found == [(kind, place) for kind, place, _ in problems]
    for problem, (*_, expected) in zip(reading.problems, problems, strict=True):
        assert any(word.startswith(expected) for word in problem.expected)
    with pytest.raises(ParseError) as caught:
        parse(text)
    assert caught.value.problems == reading.problems


def test_lines_that_go_on_are_joined_where_a_block_ends() -> None:
    """The fix takes out the line end above, be it the last of those that are read at once (LIST-3)."""
    for number in range(220, 240):
        text = "79990000001:Hello\r\n" * number + "there\r\n"
        (problem,) = read(text).problems
        (fix,) = problem.fixes
        at = len(text) - len("\r\nthere\r\n")
        assert (fix.edits, problem.kind) == ((Edit(Span(at, at + 2), "\\n"),), "broken-multiline")


@pytest.mark.parametrize("text", ["there", "there\nyou", "there\n\nyou\n79990000001:Hi"])
def test_lines_that_go_on_with_a_message_out_of_sight(text: str) -> None:
    """They are told as such, and no fix joins them: what they would be joined to is not in the text (LIST-3)."""
    (problem,) = read(text, follows=True).problems
    assert (problem.kind, problem.fixes) == ("broken-multiline", ())
    assert read(text).problems[0].kind == "line-syntax"


def test_wrong_lines_far_down_do_not_stop_reading() -> None:
    """Two wrong lines among many thousand are told at their places, and every other line is read."""
    rows = [f"7999{n:07}:Message {n}" for n in range(20_000)]
    rows[7_311] = "79990007311 Message"
    rows[19_999] = "79990019999"
    text = "\n".join(rows)
    reading = read(text)
    assert len(reading.value.lines) == 19_998
    assert [text.count("\n", 0, p.span.start) for p in reading.problems] == [7_311, 19_999]
    assert reading.value.lines[7_311] == Line(("79990007312",), "Message 7312")


def test_places_of_every_part() -> None:
    """The side map says where each part stands, whatever blanks, wrong and blank lines are around it."""
    text = "x\n\n  Shop , -1 |79990000000 , G7:a\\nb\\n~~~\\nc\r\n79990000001;d"
    parts = {path[1:]: text[span.start : span.end] for path, span in read(text).spans.items()}
    assert parts == {
        (0,): "  Shop , -1 |79990000000 , G7:a\\nb\\n~~~\\nc",
        (0, "sender"): "Shop",
        (0, "tz"): "-1",
        (0, "phones", 0): "79990000000",
        (0, "phones", 1): "G7",
        (0, "separator"): ":",
        (0, "text"): "a\\nb",
        (0, "comment"): "c",
        (1,): "79990000001;d",
        (1, "phones", 0): "79990000001",
        (1, "separator"): ";",
        (1, "text"): "d",
    }


# -- nl=1 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_real_line_ends_with_nl(end: str) -> None:
    """With `nl=1` a message goes on up to the next line with a valid head, and `\\n` is two characters (LIST-5, 8)."""
    source = "79990000001:a\n\nb: c\nd\\ne\nShop,2|79990000002;\nx\n~~~\nnote\nmore\n"
    text = source.replace("\n", end)
    reading = read(text, nl=True)
    assert reading.problems == ()
    assert reading.value == Mailing(
        (
            Line(("79990000001",), "a\n\nb: c\nd\\ne"),
            Line(("79990000002",), "\nx", "Shop", 2, "note\nmore"),
        )
    )
    parts = {path[1:]: text[span.start : span.end] for path, span in reading.spans.items()}
    assert parts[1, "comment"] == f"note{end}more"
    assert parts[0, "text"] == "a\n\nb: c\nd\\ne".replace("\n", end)


def test_wrong_lines_with_nl() -> None:
    """With `nl=1` only what stands above the first head, an empty message and a lone CR are wrong (LIST-5)."""
    text = "title\n79990000001:\n79990000002:a\rb\n79990000003:c"
    reading = read(text, nl=True)
    assert [(p.kind, p.span.start) for p in reading.problems] == [
        ("line-syntax", 0),
        ("empty-message", 18),
        ("line-syntax", 32),
    ]
    assert [line.text for line in reading.value.lines] == ["c"]
    assert [path for path in reading.spans if len(path) == 2] == [("lines", 0)]


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("79990000001:Hi", True),
        ("\n\nShop,2|+7 (999) 000-00-01,79990000002;Hi\nthere", True),
        ("bob@example.com:Hi", True),
        ("10:30 is the meeting", False),
        ("2026-01-01 10:30 is the meeting", False),
        ("G7:x", False),
        ("7999000000:ten digits", False),
        ("Hello, 79990000001:Hi", False),
        ("", False),
    ],
)
def test_what_a_list_looks_like(text: str, likely: bool) -> None:
    """A text of unknown kind is taken for a list by its first line's recipient (LIST-1)."""
    assert CODEC.looks_like(text) is likely


def test_messages_share_the_id_of_their_request() -> None:
    """All messages of one request share its id, so neither a message nor a list has one of its own (LIST-6)."""
    assert Line.__struct_fields__ == ("phones", "text", "sender", "tz", "comment")
    assert Mailing.__struct_fields__ == ("lines",)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"lines":[{"phones":["79990000000"],"text":"Hi","id":"1"}]}', type=Mailing)
