"""Pushed documents as text in XML (WAP-167, WAP-168)."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError, ParseError
from smsc_codec.payloads.binary import markup, moment, push, udh, wsp
from smsc_codec.payloads.binary.markup import Markup
from smsc_codec.payloads.binary.push import Info, Push, ServiceIndication, ServiceLoading
from smsc_codec.payloads.binary.udh import Header

from .strategies import services

HEADER = udh.build(Header((push.PORTS,)))
DOCTYPE = '<!DOCTYPE si PUBLIC "-//WAPFORUM//DTD SI 1.0//EN"\n "http://www.wapforum.org/DTD/si.dtd">'
#: WAP-167's own example, in the words of another.
EXAMPLE = f"""<?xml version="1.0"?>
{DOCTYPE}
<si>
  <indication href="http://www.xyz.com/email?a=1&amp;b=2" si-id="7" action="signal-high"
              created="1999-06-25T15:23:15Z" si-expires="1999-06-30T00:00:00Z">You have 4 new e-mails</indication>
  <info><item class="c">t</item></info>
</si>
"""


def message(document: bytes, head: bytes = b"\xad") -> bytes:
    """A push of a document, `text/vnd.wap.si` where nothing else is said."""
    return HEADER + wsp.build(wsp.PushUnit(1, head, document))


def test_the_example() -> None:
    """WAP-167: a DOCTYPE that names the type is passed over; times, entities and all attributes are read."""
    read = push.parse(message(EXAMPLE.encode()))
    service = read.service
    assert isinstance(service, ServiceIndication)
    assert (service.href, service.text) == ("http://www.xyz.com/email?a=1&b=2", "You have 4 new e-mails")
    assert (service.si_id, service.action, service.info) == ("7", "signal-high", (Info("c", "t"),))
    assert service.created == moment.from_text("1999-06-25T15:23:15Z")
    assert service.expires == moment.from_text("1999-06-30T00:00:00Z")
    assert push.build(read) == message(EXAMPLE.encode())


def test_a_loading() -> None:
    """WAP-168, `text/vnd.wap.sl` by its number and by its name."""
    for head in (b"\xaf", b"text/vnd.wap.sl\0"):
        read = push.parse(message(b'<sl href="http://a/" action="cache"/>', head))
        assert read.service == ServiceLoading("http://a/", "cache")


@pytest.mark.parametrize(
    ("document", "head"),
    [
        (b'<?xml version="1.0" encoding="windows-1251"?>\n{}', b"\xad"),
        (b"{}", b"\x05\xad\x81\x02\x08\xcb"),  # 2251: windows-1251
    ],
)
def test_charsets(document: bytes, head: bytes) -> None:
    """RFC 3023: what the push says of the charset goes before what the document says."""
    si = "<si><indication>Привет</indication></si>".encode("cp1251")
    assert push.parse(message(document.replace(b"{}", si), head)).service == ServiceIndication(None, "Привет")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_of_byte_order(codec: str) -> None:
    """XML 1.0, annex F: a mark says the charset by itself."""
    document = Markup("<si><indication>Привет</indication></si>".encode(codec))
    assert push.service(document) == ServiceIndication(None, "Привет")


def as_xml(service: push.Service) -> str:
    """A service as XML."""
    if isinstance(service, ServiceLoading):
        action = f' action="{service.action}"' if service.action else ""
        return f"<sl href={quoteattr(service.href)}{action}/>"
    named = {
        "href": service.href,
        "action": service.action,
        "created": service.created and service.created.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"),
        "si-expires": service.expires and service.expires.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"),
        "si-id": service.si_id,
    }
    marks = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
    said = "".join(f" {name}={quoteattr(one, marks)}" for name, one in named.items() if one is not None)
    items = "".join(
        f"<item class={quoteattr(one.class_name, marks)}>{escape(one.text, marks)}</item>"
        for one in service.info
    )
    info = f"<info>{items}</info>" if items else ""
    return f"<si><indication{said}>{escape(service.text, marks)}</indication>{info}</si>"


@settings(max_examples=200, deadline=None)
@given(services, st.sampled_from(["", DOCTYPE, f'<?xml version="1.0"?><!-- a > b -->{DOCTYPE}<?b?>']))
def test_the_same_as_in_tokens(service: push.Service, prolog: str) -> None:
    """A service says the same as XML text and as tokens. XML has no control characters, so those are left out."""
    said = as_xml(service)
    if any(ord(one) < 32 or one in "\ufffe\uffff" for one in said):
        return
    assert push.service(Markup((prolog + said).encode())) == service == push.message(service).service


@pytest.mark.parametrize(
    ("document", "why", "place"),
    [
        ('<!DOCTYPE si [<!ENTITY a "b">]><si/>', "declarations of its own", 13),
        (
            '<!DOCTYPE si SYSTEM "a" [<!ENTITY a SYSTEM "file:///etc/passwd">]><si>&a;</si>',
            "declarations",
            24,
        ),
        ('<!DOCTYPE si SYSTEM "a" [<!ENTITY % p SYSTEM "http://b"> %p;]><si/>', "declarations", 24),
        ('<!DOCTYPE si SYSTEM "a"><!DOCTYPE si SYSTEM "a"><si/>', "declarations", None),
        ('<!DOCTYPE si SYSTEM "a"><si>&nbsp;</si>', "undefined entity", 28),
        ('<!DOCTYPE si SYSTEM "a"><si a="&b;"/>', "undefined entity", 24),
        ("<si><indication></si>", "mismatched tag", 18),
        ("<si/>!", "not valid XML", 5),
        ("<si/><si/>", "junk after document element", 5),
        ("", "no element", 0),
        ("<a>" * 65 + "</a>" * 65, "nested more than 64", None),
        ("<a>" * 100_000, "nested more than 64", None),
        ("<si>" + "a" * 1_100_000 + "</si>", "characters of text", None),
        ("<wml/>", "expected si", 0),
        ("<si><indication created='1999-06-25'/></si>", "not a time", 0),
        ("<si><indication created='&#1632;'/></si>", "not a time", 0),
        ("<si><indication/><info><item>a</item></info></si>", "items with a class", 0),
        ("<si><indication/><info><x class='a'/></info></si>", "items with a class", 0),
        ("<si><indication/>text</si>", "cannot have", 0),
        ('<?xml version="1.0" encoding="idna"?><si/>', "read as charset idna", 0),
        ('<?xml version="1.0" encoding="zlib"?><si/>', "read as charset zlib", 0),
        ('<?xml version="1.0" encoding="\0"?><si/>', "not valid XML", None),
    ],
)
def test_what_is_refused(document: str, why: str, place: int | None) -> None:
    """No entity grows, nothing is fetched, nothing is without bounds: the error says why, and where it can where."""
    data = message(document.encode())
    with pytest.raises(ParseError, match=why) as error:
        push.parse(data)
    start = len(data) - len(document.encode())
    span = error.value.problems[0].span
    assert start <= span.start <= span.end <= len(data)
    assert place is None or span.start == start + place


def test_a_place_after_letters_of_two_octets() -> None:
    """The place counts octets of the document's own charset."""
    for codec, size in (("utf-8", 2), ("cp1251", 1)):
        said = f'<?xml version="1.0" encoding="{codec}"?><si>'.encode()
        with pytest.raises(ParseError) as error:
            markup.tree(Markup(said + "Привет</so>".encode(codec)))
        assert error.value.problems[0].span.start == len(said) + 6 * size + 2


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | st.text("<>/!? si=\"'&;#x0aDOCTYPE[]%", max_size=60).map(str.encode))
def test_any_octets_end_in_a_tree_or_a_parse_error(octets: bytes) -> None:
    """Reading is total."""
    try:
        markup.tree(Markup(octets))
    except ParseError as error:
        assert error.source == octets
        assert all(0 <= p.span.start <= p.span.end <= len(octets) for p in error.problems)


def test_markup_that_cannot_be_written_is_refused() -> None:
    """What does not read is not built."""
    for made in (Markup(b"<si>"), Markup("<si/>")):  # type: ignore[arg-type]
        with pytest.raises(BuildError):
            push.build(Push(Header((push.PORTS,)), 0, b"\xad", made))
