"""The same documents read here and by libwbxml's tools; where the two differ, docs/binary.md says who is right."""

from __future__ import annotations

import random
import shutil
import string
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

import pytest

from smsc_codec.payloads.binary import push, wbxml
from smsc_codec.payloads.binary.push import Info, ServiceIndication, ServiceLoading
from smsc_codec.payloads.binary.tree import Element, tree
from smsc_codec.payloads.binary.wbxml import Document

TO_XML, FROM_XML = shutil.which("wbxml2xml"), shutil.which("xml2wbxml")

pytestmark = pytest.mark.skipif(not (TO_XML and FROM_XML), reason="libwbxml's tools are not installed")

CHARACTERS = string.ascii_letters + string.digits + "/.:?&<>'\"=юЖ€ "
DTDS = {
    "si": '<!DOCTYPE si PUBLIC "-//WAPFORUM//DTD SI 1.0//EN" "http://www.wapforum.org/DTD/si.dtd">',
    "sl": '<!DOCTYPE sl PUBLIC "-//WAPFORUM//DTD SL 1.0//EN" "http://www.wapforum.org/DTD/sl.dtd">',
}


def random_services(count: int) -> list[push.Service]:
    """Indications and loadings; the dice always fall the same."""
    dice = random.Random(20260102)

    def text(most: int) -> str:
        return "".join(dice.choices(CHARACTERS, k=dice.randint(1, most)))

    def link() -> str:
        start = dice.choice(("", "http://", "http://www.", "https://", "https://www."))
        return start + text(12) + dice.choice(("", ".com/", ".edu/", ".net/", ".org/")) + text(8)

    def moment() -> datetime | None:
        made = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(900_000_000))
        made = made.replace(hour=0, minute=0, second=0) if dice.random() < 0.3 else made
        return made if dice.random() < 0.5 else None

    made: list[push.Service] = []
    for _ in range(count):
        if dice.random() < 0.3:
            made.append(ServiceLoading(link(), dice.choice((None, *get_args(push.LoadingAction)))))
            continue
        info = tuple(Info(text(5), text(9)) for _ in range(dice.choice((0, 0, 1, 2))))
        made.append(
            ServiceIndication(
                link(),
                text(40),
                dice.choice((None, *get_args(push.IndicationAction))),
                moment(),
                moment(),
                dice.choice((None, text(9))),
                info,
            )
        )
    return made


def to_xml(document: Document, folder: Path) -> ElementTree.Element:
    """The document as libwbxml reads it."""
    source = folder / "document.wbxml"
    source.write_bytes(wbxml.build(document))
    assert TO_XML
    run = subprocess.run([TO_XML, "-m", "2", "-o", "-", str(source)], capture_output=True, check=True)
    return ElementTree.fromstring(run.stdout)


def same(ours: Element, theirs: ElementTree.Element) -> None:
    """Asserts that both readings have the same tags, attributes and texts."""
    assert ours.tag == theirs.tag
    assert ours.attributes == theirs.attrib
    assert ours.text == (theirs.text or "")
    assert len(ours.children) == len(theirs)
    for our_child, their_child in zip(ours.children, theirs, strict=True):
        same(our_child, their_child)


def test_what_is_written_here_reads_the_same_there(tmp_path: Path) -> None:
    """200 documents in the shortest form: tags, attributes, times, texts."""
    for value in random_services(200):
        document = push.document(value)
        same(tree(document), to_xml(document, tmp_path))


def as_xml(element: Element) -> str:
    """An element as XML."""
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in element.attributes.items())
    content = "".join(
        as_xml(piece) if isinstance(piece, Element) else piece.replace("&", "&amp;").replace("<", "&lt;")
        for piece in element.content
    )
    return f"<{element.tag}{attributes}>{content}</{element.tag}>"


@pytest.mark.parametrize("tables", [[], ["-n"]], ids=["string table", "no string table"])
def test_what_is_written_there_reads_the_same_here(tables: list[str], tmp_path: Path) -> None:
    """100 documents made by libwbxml from XML, with and without a string table: the same service, the same octets."""
    source, target = tmp_path / "document.xml", tmp_path / "document.wbxml"
    assert FROM_XML
    for value in random_services(100):
        root = tree(push.document(value))
        source.write_text(f'<?xml version="1.0"?>{DTDS[root.tag]}{as_xml(root)}', encoding="utf-8")
        subprocess.run(
            [FROM_XML, "-k", *tables, "-o", str(target), str(source)], capture_output=True, check=True
        )
        octets = target.read_bytes()
        document = wbxml.parse(octets)
        assert push.service(document) == value
        assert wbxml.build(document) == octets


@pytest.mark.parametrize(
    "octets",
    [
        "02056A00"
        + "45"
        + "C6"
        + "0B"
        + "036100"
        + "036200"
        + "85"
        + "01"
        + "036100"
        + "036200"
        + "01"
        + "01",
        "02056A02" + "6100" + "45" + "C6" + "0B" + "8300" + "01" + "8300" + "0240" + "01" + "01",
        "02056A00"
        + "45"
        + "C6"
        + "0B"
        + "036100"
        + "0226"
        + "036200"
        + "01"
        + "036100"
        + "02817F"
        + "01"
        + "01",
        "03056A00" + "45" + "86" + "0B" + "036100" + "01" + "01",
        "01056A00" + "45" + "86" + "0B" + "036100" + "01" + "01",
        "02056A00" + "45" + "C6" + "0AC30419990630" + "10C30719990630010203" + "01" + "01" + "01",
    ],
)
def test_forms_that_nobody_writes_short(octets: str, tmp_path: Path) -> None:
    """String tables, entities, values in pieces, other versions."""
    document = wbxml.parse(bytes.fromhex(octets))
    same(tree(document), to_xml(document, tmp_path))
