"""What the tokens of a document say."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, CodecError, ParseError, Span
from smsc_codec.payloads.binary import tree as trees
from smsc_codec.payloads.binary import wbxml
from smsc_codec.payloads.binary.dtd import SI
from smsc_codec.payloads.binary.tree import Element, tree
from smsc_codec.payloads.binary.wbxml import Document, End, TableText, Tag, Text

from .strategies import documents

SI_10 = b"-//WAPFORUM//DTD SI 1.0//EN".hex() + "00"


def indication(attributes: str, content: str, head: str = "02056A00") -> str:
    """A service indication in digits."""
    return f"{head}45C6{attributes}01{content}0101"


def said(attributes: dict[str, str], *content: Element | str) -> Element:
    """What it says."""
    return Element("si", {}, (Element("indication", attributes, content),))


@pytest.mark.parametrize(
    ("data", "element"),
    [
        (indication("0C036100", "036200"), said({"href": "http://a"}, "b")),
        (indication("0D03610085036200", ""), said({"href": "http://www.a.com/b"})),
        (indication("0F87" + "11033100", ""), said({"href": "https://www..net/", "si-id": "1"})),
        (indication("05", "0361000226" + "036200"), said({"action": "signal-none"}, "a&b")),
        (indication("05", "0201"), said({"action": "signal-none"}, "\1")),
        (indication("05", "02C3FF7F"), said({"action": "signal-none"}, "\U0010ffff")),
        # A date of seven octets, one of four (its time is midnight), one of five.
        (indication("0AC30719990625152315", ""), said({"created": "1999-06-25T15:23:15Z"})),
        (indication("10C30419990630", ""), said({"si-expires": "1999-06-30T00:00:00Z"})),
        (indication("10C3051999063008", ""), said({"si-expires": "1999-06-30T08:00:00Z"})),
        (indication("00000C036100", ""), said({"href": "http://a"})),
        (indication("0C000087", ""), said({"href": "http://.net/"})),
        # The string table: a text, a part of it, an attribute's and a tag's name.
        (
            indication("0B8300" + "0404" + "8301", "8301", "02056A0A" + "61626300" + "636C73" + "000000"),
            said({"href": "abc", "cls": "bc"}, "bc"),
        ),
        ("02056A03616200" + "4400" + "0501", Element("ab", {}, (Element("si"),))),
        # Text around an element stays in order.
        (
            "02056A00" + "45" + "036100" + "06" + "036200" + "036300" + "01",
            Element("si", {}, ("a", Element("indication"), "bc")),
        ),
        # The document type by name; charsets; an instruction; a page and back.
        ("020000" + "6A1C" + SI_10 + "05", Element("si")),
        (indication("0B03E900", "03C0C100", "02050400"), said({"href": "é"}, "ÀÁ")),
        (indication("0B03F900", "03E0E100", "0205914B00"), said({"href": "щ"}, "аб")),
        (indication("0B0304490000", "030430043100" + "00", "0205876800"), said({"href": "щ"}, "аб")),
        ("02056A00" + "43" + "0B" + "036100" + "01" + "05", Element("si")),
        ("02056A00" + "0001" + "0000" + "05", Element("si")),
    ],
)
def test_what_a_document_says(data: str, element: Element) -> None:
    """WAP-192 5.8, WAP-167 8: tags, attributes, values, strings, entities, dates."""
    assert tree(wbxml.parse(bytes.fromhex(data))) == element


def test_a_type_that_the_document_does_not_name() -> None:
    """Public identifier 1 is unknown: then what carries the document says its type."""
    document = wbxml.parse(bytes.fromhex("02016A0005"))
    assert tree(document, SI) == Element("si")
    with pytest.raises(ParseError):
        tree(document)


@pytest.mark.parametrize(
    ("data", "span"),
    [
        ("02056A0009", Span(4, 5)),
        ("02046A0005", Span(4, 5)),
        (indication("13", ""), Span(6, 7)),
        (indication("00010C", ""), Span(8, 9)),
        (indication("0B89", ""), Span(7, 8)),
        (indication("0B03FF00", ""), Span(7, 10)),
        (indication("0B0361000B036200", ""), Span(10, 11)),
        (indication("0BC30419990630", ""), Span(7, 13)),
        (indication("0AC30419991330", ""), Span(7, 13)),
        (indication("0AC3041999063A", ""), Span(7, 13)),
        (indication("0AC3081999063000000000", ""), Span(7, 17)),
        (indication("0B0283B000", ""), Span(7, 11)),
        (indication("0B0283BF7F", ""), Span(7, 11)),
        (indication("05", "0200"), Span(8, 10)),
        (indication("05", "02C48000"), Span(8, 12)),
        (indication("0B8300", ""), Span(7, 9)),
        (indication("05", "8300", "02056A0161"), Span(9, 11)),
        (indication("05", "C0"), Span(8, 9)),
        (indication("05", "C30101"), Span(8, 11)),
        (indication("05", "036100", "02058F7F00"), Span(9, 12)),
        ("02056A00" + "0001" + "05", Span(6, 7)),
    ],
)
def test_what_means_nothing(data: str, span: Span) -> None:
    """Codes of no tag, attribute or value, dates and characters that are none: the error says where."""
    document = wbxml.parse(bytes.fromhex(data))
    with pytest.raises(ParseError) as error:
        tree(document)
    assert error.value.problems[0].span == span
    assert error.value.source == bytes.fromhex(data)


def test_text_is_bounded() -> None:
    """Two octets each, a thousand references to one long string would say two million characters."""
    tokens = (Tag(5, content=True), *[TableText(0)] * 1000, End())
    document = Document(2, 5, 106, tokens, b"a" * 2000 + b"\0")
    with pytest.raises(ParseError, match=str(trees.MAX_TEXT)):
        tree(document)


def test_the_bound_itself_is_allowed() -> None:
    """As many characters as a text may have, and one more."""
    tokens = (Tag(5, content=True), TableText(0), End())
    table = b"a" * trees.MAX_TEXT
    assert tree(Document(2, 5, 106, tokens, table + b"\0")).content == ("a" * trees.MAX_TEXT,)
    with pytest.raises(ParseError):
        tree(Document(2, 5, 106, tokens, table + b"a\0"))


def test_tokens_that_are_no_document_are_refused() -> None:
    """Tokens made by hand need not be a document; that is told, not stumbled over."""
    for tokens in (
        (),
        (End(),),
        (Text(b"a"),),
        (Tag(5, content=True),),
        (7,),
    ):
        with pytest.raises(BuildError):
            tree(Document(2, 5, 106, tokens))  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(documents, st.sampled_from((None, SI)))
def test_any_document_ends_in_an_element_or_an_error(document: Document, dtd: trees.Dtd | None) -> None:
    """Meaning is total as well."""
    with suppress(CodecError):
        assert isinstance(tree(document, dtd), Element)
