"""`smsc-codec decode`: octets to a tree, or to JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli.decode import _header, _message
from smsc_codec.cli.octet_rows import with_problems
from smsc_codec.cli.octet_table import table
from smsc_codec.diagnostics import CodecError
from smsc_codec.linter.reports import Style
from smsc_codec.payloads.binary import gsm7, payload, push
from tests.binary.strategies import headers, messages, services
from tests.cli.conftest import Cli

EMS = "050A0307056048656C6C6F2C20576F726C6421"
PUSH = "0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101"

EMS_TREE = """\
19 octets: binary message

 0  05                       header: 5 octets
 1  0A 03                      Text formatting (0x0A): 3 octets
 3  07                           position 7
 4  05                           length 5: "World"
 5  60                           alignment left, size normal, italic, underline
 6  48 65 6C 6C 6F 2C 20 57  body: 13 octets
14  6F 72 6C 64 21
                               text in ASCII: "Hello, World!"
"""

PUSH_TREE = """\
38 octets: WAP push, service indication: http://wap.ru/ "wap.ru"

 0  06                       header: 6 octets
 1  05 04                      Application port addressing scheme, 16 bit address (0x05): 4 octets
 3  0B 84                        destination 2948 (WAP push)
 5  23 F0                        source 9200 (WAP connectionless session)
 7                           push unit
 7  DC                         transaction 220
 8  06                         type 0x06 (push)
 9  01                         head: 1 octet
10  AE                         content type application/vnd.wap.sic
11                           document
11  02                         version 1.2
12  05                         document type -//WAPFORUM//DTD SI 1.0//EN
13  6A                         charset utf-8
14  00                         string table: 0 octets
15  45                         <si>
16  C6                           <indication>
17  0C 03 77 61 70 2E 72 75        href = http://wap.ru/
25  2F 00
27  01                           end of the attributes of <indication>
28  03 77 61 70 2E 72 75 00        "wap.ru"
36  01                           </indication>
37  01                         </si>
"""


@pytest.mark.parametrize(("digits", "tree"), [(EMS, EMS_TREE), (PUSH, PUSH_TREE)], ids=["EMS", "push"])
def test_the_pages_examples(cli: Cli, digits: str, tree: str) -> None:
    """BIN-4: "World" is italic and underlined. BIN-5: a push to http://wap.ru/."""
    done = cli("decode", digits)
    assert (done.code, done.err) == (0, "")
    assert done.out == tree
    assert cli("decode", stdin=digits + "\n").out == tree


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("00041F044004380432\n~~~\npid: 0, dcs: 8", ['text in UCS-2: "Прив"', "dcs 8: general, UCS-2"]),
        # "hello" packed (TS 23.038 6.1.2.1) and in one octet a septet
        ("00E8329BFD06\n~~~\npid: 0, dcs: 0", ['text in packed septets: "hello"']),
        ("0068656C6C6F\n~~~\npid: 0, dcs: 0", ['text in one octet a septet: "hello"']),
        ("0001FF\n~~~\npid: 127, dcs: 4", ["pid 127: message-type: (U)SIM Data download"]),
        ("050003CC020148", ["reference 204", "total 2", "sequence 1"]),
        ("03240101", ["code 1 (Turkish)"]),
        ("0400020101", ["data: 2 octets, not in the form of this element"]),
        ("0822060791979999F9", ["+7999999 (international, plan 1)"]),
        ("0A00030102010003050502AABBCC", ["passed over by a receiver"]),
        ("06050415810000024A", ["destination 5505"]),
        # 9.2.3.24: a void header is ignored, but the text begins at the next septet behind its octets.
        ("050004010201D06536FB0D\n~~~\npid: 0, dcs: 0", ['text in packed septets: "hello"']),
        ("0601020304FFFFE8329BFD06\n~~~\npid: 0, dcs: 0", ['text in packed septets: "hello"']),
        # 9.2.3.24.2: the extended type says more of "other", and nothing of the rest.
        ("0401020705", ["kind other (video), profile 1, extended 1", "count 5"]),
        ("0401028701", ["kind other (video), store"]),
        ("0401020B01", ["kind other (reserved), profile 1, extended 2"]),
        ("0401020401", ["kind voicemail (reserved), profile 1, extended 1"]),
        ("0401020301", ["kind other, profile 1\n"]),
    ],
)
def test_what_is_told(cli: Cli, text: str, lines: list[str]) -> None:
    """BIN-2, CMT-3, TS 23.038 clause 4: text by the dcs, octets in words, duplicates and misfits."""
    out = cli("decode", stdin=text).out
    for line in lines:
        assert line in out


@pytest.mark.parametrize(
    ("header", "septets", "doubt"),
    [
        ("", b"hellohe", "seven spare bits"),  # 8n-1 septets: 49 bits in 56
        ("", b"hellohe\0", "seven spare bits"),  # the same octets with a last @
        ("", b"hellohe\r", "padding"),
        ("", b"hellohel", ""),
        ("", b"hello\0", ""),  # six septets leave six bits: the @ is there
        ("050003CC0201", b"hello", ""),
        ("050003CC0201", b"hellohel", "seven spare bits"),  # one fill bit and 56 in 64
        ("050003CC0201", b"hellohel\0", "seven spare bits"),
        ("050003CC0201", b"hellohe", ""),
    ],
)
def test_a_last_character_that_may_be_none(cli: Cli, header: str, septets: bytes, doubt: str) -> None:
    """23.038, 6.1.2: seven bits over look like one more character, and the line says that they cannot be told."""
    start = bytes.fromhex(header or "00")
    body = gsm7.pack(septets, gsm7.fill_bits(len(start)) if header else 0)
    out = cli("decode", stdin=f"{(start + body).hex()}\n~~~\npid: 0, dcs: 0").out
    (line,) = [line for line in out.splitlines() if "packed septets" in line]
    assert f'"{septets.decode().rstrip(chr(0)).rstrip()}' in line
    assert ("the last character may be none" in line) is bool(doubt)
    assert doubt in line


@pytest.mark.parametrize(
    ("digits", "said", "caret"),
    [
        (EMS[:-1], "an odd number of hexadecimal digits (37)", 36),
        ("0048zz", "'z' at offset 4 is no hexadecimal digit", 4),
        ("0G", "'G' at offset 1", 1),
        ("00 48", "' ' at offset 2", 2),
        ("Привет", "'П' at offset 0", 0),
    ],
)
def test_bad_digits(cli: Cli, digits: str, said: str, caret: int) -> None:
    """BIN-1: the place is told and pointed at; what stands before it is decoded all the same."""
    done = cli("decode", digits)
    assert done.code == 1
    first, source, mark, *_ = done.err.splitlines()
    assert first.startswith("smsc-codec: HEX: ")
    assert said in first
    assert source == f"    {digits}"
    assert mark == f"    {' ' * caret}^"
    assert ("header" in done.out) is (caret > 1)


@pytest.mark.parametrize(
    ("digits", "tree"),
    [
        ("050A0407056048", "problem at octet 1: the last element does not fit into the header"),
        ("050A03", "problem at octet 0: the header is to have 5 octets, but only 2 follow"),
        (PUSH[:-20], "problem at octet 28: the document ends before its element does"),
        (PUSH[:20], "problem at octet 10: the headers is to have 1 octets, 0 are left"),
    ],
)
def test_truncated(cli: Cli, digits: str, tree: str) -> None:
    """9.2.3.24, WAP-230, WAP-192: a partial tree with the problem where it is, and exit code 1."""
    done = cli("decode", digits)
    assert (done.code, done.err) == (1, "")
    place = re.search(r"problem at octet (\d+): (.*)", done.out)
    assert place
    assert tree == place[0] or tree in done.out
    rows = [line for line in done.out.splitlines()[2:] if re.match(r" *\d+  [0-9A-F]{2}", line)]
    assert rows
    found = json.loads(cli("decode", "--json", digits).out)["problems"]
    assert [problem["start"] for problem in found] == [int(place[1])]


def examples() -> list[tuple[str, str, str]]:
    """What the pages show: the standard input, the arguments, the output."""
    block = re.compile(r"```console\n\$ (?:printf '(.*)' \| )?smsc-codec (.*)\n([^`]*)```")
    docs = Path(__file__).parents[2] / "docs"
    return [
        found
        for name in ("text", "binary")
        for found in block.findall((docs / f"{name}.md").read_text("utf-8"))
    ]


def test_there_are_examples() -> None:
    """Both pages show the commands."""
    assert len(examples()) == 3


@pytest.mark.parametrize(("stdin", "arguments", "out"), examples())
def test_examples_of_the_pages(cli: Cli, stdin: str, arguments: str, out: str) -> None:
    """Every example gives what its page says it gives."""
    assert cli(*arguments.split(), stdin=stdin).out == out


def test_nothing_given(cli: Cli) -> None:
    """BIN-2: a message has at least the octet that is the header's length."""
    done = cli("decode", stdin="\n")
    assert (done.code, done.out) == (1, "")
    assert "no octet" in done.err


def test_trailer(cli: Cli) -> None:
    """CMT-3: spaces must be exact; the octets are shown, and what is allowed is said."""
    done = cli("decode", stdin="0048\n~~~\npid:0,dcs:4")
    assert done.code == 1
    assert 'text in ASCII: "H"' in done.out
    assert "allowed: pid: V1, dcs: V2" in done.err
    assert "line 3, column 1" in done.err


@pytest.mark.parametrize(
    ("kind", "digits", "said"),
    [
        ("dcs", "F0", "dcs 240: data coding and class, GSM 7-bit alphabet, class 0: shown at once"),
        ("pid", "7F", "pid 127: message-type: (U)SIM Data download"),
        ("udh", "050003CC0201", "reference 204"),
        ("binary", PUSH, "body: 31 octets"),
        ("push", PUSH, "href = http://wap.ru/"),
    ],
)
def test_asked_for(cli: Cli, kind: str, digits: str, said: str) -> None:
    """TS 23.038 clause 4, 23.040 9.2.3.9 and 9.2.3.24: each thing by itself."""
    done = cli("decode", "--as", kind, digits)
    assert (done.code, done.err) == (0, "")
    assert said in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as", "dcs", "240"), "two hexadecimal digits: decimal 240 is F0"),
        (("--as", "dcs", "F0F0"), "one octet"),
        (("--as", "udh", "050003CC020148"), "the header has ended, 1 octet follow"),
        (("--as", "push", EMS), "problem at octet"),
        (("--as", "pid", "00\n~~~\npid: 0, dcs: 0"), "nothing after it"),
    ],
)
def test_asked_for_in_vain(cli: Cli, arguments: tuple[str, ...], said: str) -> None:
    """What is not what it was asked to be is told, with exit code 1."""
    done = cli("decode", *arguments)
    assert done.code == 1
    assert said in done.out + done.err


def test_file_name_for_digits(cli: Cli, folder: Path) -> None:
    """A file's name is no digits: how to read a file is said."""
    (folder / "message.hex").write_text(EMS)
    assert "decode - < message.hex" in cli("decode", "message.hex").err


UNIT = "0605040B8423F0DC06"
NOTICE = "8C829861008D908A808E0201F4880381013C83687474703A2F2F6D00"


@pytest.mark.parametrize(
    ("digits", "title", "lines"),
    [
        (
            UNIT + "01BE" + NOTICE,
            "MMS notification: http://m",
            [
                "MMS message m-notification-ind",
                "X-Mms-Message-Type: m-notification-ind",
                "X-Mms-Message-Size: 500 octets",
                "X-Mms-Expiry: 60 seconds from its sending",
                "X-Mms-Content-Location: http://m",
            ],
        ),
        (UNIT + "01BE8C86", "MMS message m-delivery-ind", ["has no Message-ID"]),
        (UNIT + "018301", "binary message", ["content type text/plain", "document: 1 octet"]),
        (
            UNIT + "01AF" + b'<sl href="http://a/"/>'.hex(),
            "WAP push, service loading: http://a/",
            ["document in XML: 22 octets", "href = http://a/"],
        ),
        (UNIT + "01AF" + b"<sl/>".hex(), "WAP push", ["problem at octet 11: a service loading without href"]),
        (
            UNIT + "0A03AE81EAAF84B487C395" + PUSH[22:],
            'WAP push, service indication: http://wap.ru/ "wap.ru"',
            [
                "03 AE                      content type application/vnd.wap.sic",
                "81 EA                        Charset: 106 (utf-8)",
                "AF 84                      X-Wap-Application-Id: 4 (x-wap-application:mms.ua, the MMS user agent)",
                "Push-Flag: 7 (initiator authenticated, content trusted, last push message)",
                "C3 95                      Encoding-Version: 1.5",
            ],
        ),
        (
            UNIT + "0908B6918192" + b"123\0".hex(),
            "binary message",
            ["connectivity-wbxml", "SEC: 1 (USERPIN)", "MAC: 123"],
        ),
        (
            PUSH + "000102",
            'WAP push, service indication: http://wap.ru/ "wap.ru"',
            ["00 01 02                 after the document: 3 octets", "has ended before these 3 octets"],
        ),
    ],
)
def test_what_a_push_holds(cli: Cli, digits: str, title: str, lines: list[str]) -> None:
    """WAP-209, WAP-230, WAP-167: notices of MMS, documents in XML, values in words, octets after the end."""
    out = cli("decode", digits).out
    assert out.split(": ", 1)[1].startswith(title + "\n")
    for line in lines:
        assert line in out


def octets_of(lines: list[str]) -> bytes:
    """The octets that a tree shows, in order."""
    shown = []
    for line in lines:
        match = re.match(r" *\d+  ((?:[0-9A-F]{2} )*[0-9A-F]{2})(?=  |$)", line)
        if match:
            shown.append(match[1])
    return bytes.fromhex(" ".join(shown))


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=80)
    | messages.map(payload.build_hex).map(lambda text: bytes.fromhex(text.partition("\n")[0]))
    | services.map(lambda service: _built(service)),
    st.integers(0, 60),
    st.sampled_from([None, "binary", "push", "udh"]),
    st.sampled_from([None, 40, 100]),
)
def test_every_octet_stands_once(data: bytes, cut: int, kind: str | None, width: int | None) -> None:
    """Any octets, whole or cut short, are shown as they are, each once and in order; each problem has its row."""
    data = data[: len(data) - cut] if cut > 30 else data
    message, _ = payload.read(data.hex())
    decoded = _header(data) if kind == "udh" else _message(data, message, kind)
    rows = with_problems(decoded.rows, decoded.problems, len(data))
    at = 0
    for row in rows:
        if row.end > row.start:
            assert row.start == at
            at = row.end
    assert at == len(data)
    assert sum(row.wrong for row in rows) == len(decoded.problems)
    assert octets_of(list(table(data, rows, Style(width=width)))) == data


def _built(service: push.Service) -> bytes:
    try:
        return push.build(push.message(service))
    except CodecError:
        return b""


@settings(max_examples=150, deadline=None)
@given(headers)
def test_fields_stand_where_they_are(header: object) -> None:
    """9.2.3.24: in every sound header each element's octets are told apart, none is left over."""
    from smsc_codec.payloads.binary import udh

    data = udh.build(header)  # type: ignore[arg-type]
    rows = _header(data).rows
    assert b"".join(data[row.start : row.end] for row in rows) == data
    assert sum(row.depth == 1 for row in rows) == len(header.elements)  # type: ignore[attr-defined]
