"""Binary messages against other programs that read them: run one group at a time and look at the ratios."""

from __future__ import annotations

import ctypes
import ctypes.util
import warnings
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from smsc_codec.payloads.binary import payload, push, udh, wbxml
from smsc_codec.payloads.binary.tree import tree

PART = "050003CC020148656C6C6F"
PORTS = "0605040B8423F048656C6C6F"
EMS = "050A0307056048656C6C6F2C20576F726C6421"
PUSH = "0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101"
DOCUMENT = bytes.fromhex(PUSH[22:])


def gsmmodem_header() -> Callable[[str], list[Any]]:
    """A header's elements from digits, as the decoder of python-gsmmodem-new reads them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pdu: Any = pytest.importorskip("gsmmodem.pdu")

    def read(digits: str) -> list[Any]:
        rest = iter(bytearray.fromhex(digits))
        left, found = next(rest), []
        while left > 0:
            found.append(pdu.InformationElement.decode(rest))
            left -= len(found[-1])
        return found

    return read


def libwbxml() -> Callable[[bytes], bytes]:
    """A document's XML by libwbxml, called in the same process."""
    name = ctypes.util.find_library("wbxml2")
    if name is None:
        pytest.skip("libwbxml is not installed")
    library, system = ctypes.CDLL(name), ctypes.CDLL(None)
    pointer, size = ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(ctypes.c_uint32)
    library.wbxml_conv_wbxml2xml_create.argtypes = [pointer]
    library.wbxml_conv_wbxml2xml_run.argtypes = [
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_uint32,
        pointer,
        size,
    ]
    system.free.argtypes = [ctypes.c_void_p]
    converter = ctypes.c_void_p()
    library.wbxml_conv_wbxml2xml_create(ctypes.byref(converter))

    def read(data: bytes) -> bytes:
        out, length = ctypes.c_void_p(), ctypes.c_uint32()
        failed = library.wbxml_conv_wbxml2xml_run(
            converter, data, len(data), ctypes.byref(out), ctypes.byref(length)
        )
        assert not failed
        text = ctypes.string_at(out, length.value)
        system.free(out)
        return text

    return read


@pytest.mark.benchmark(group="header, one part element, from digits")
def test_part_here(benchmark: Any) -> None:
    header = benchmark(lambda: udh.parse(bytes.fromhex(PART)))
    assert len(header.elements) == 1


@pytest.mark.benchmark(group="header, one part element, from digits")
def test_part_gsmmodem(benchmark: Any) -> None:
    read = gsmmodem_header()
    assert len(benchmark(lambda: read(PART))) == 1


@pytest.mark.benchmark(group="header, one port element, from digits")
def test_ports_here(benchmark: Any) -> None:
    header = benchmark(lambda: udh.parse(bytes.fromhex(PORTS)))
    assert len(header.elements) == 1


@pytest.mark.benchmark(group="header, one port element, from digits")
def test_ports_gsmmodem(benchmark: Any) -> None:
    read = gsmmodem_header()
    assert len(benchmark(lambda: read(PORTS))) == 1


@pytest.mark.benchmark(group="document, from octets")
def test_document_tokens_here(benchmark: Any) -> None:
    assert benchmark(lambda: wbxml.parse(DOCUMENT)).tokens


@pytest.mark.benchmark(group="document, from octets")
def test_document_tree_here(benchmark: Any) -> None:
    assert benchmark(lambda: tree(wbxml.parse(DOCUMENT))).tag == "si"


@pytest.mark.benchmark(group="document, from octets")
def test_document_text_libwbxml(benchmark: Any) -> None:
    read = libwbxml()
    assert b"<si>" in benchmark(lambda: read(DOCUMENT))


@pytest.mark.benchmark(group="document, from octets")
def test_document_tree_libwbxml(benchmark: Any) -> None:
    read = libwbxml()
    assert benchmark(lambda: ElementTree.fromstring(read(DOCUMENT))).tag == "si"


@pytest.mark.benchmark(group="whole message")
@pytest.mark.parametrize("digits", [EMS, PUSH], ids=["ems", "push"])
def test_read_message(benchmark: Any, digits: str) -> None:
    assert benchmark(lambda: payload.parse(digits)).body


@pytest.mark.benchmark(group="whole message")
def test_read_push(benchmark: Any) -> None:
    octets = bytes.fromhex(PUSH)
    assert benchmark(lambda: push.parse(octets).service).href


@pytest.mark.benchmark(group="whole message")
def test_write_push(benchmark: Any) -> None:
    assert benchmark(lambda: push.build(push.si("http://wap.ru/", "wap.ru")))
