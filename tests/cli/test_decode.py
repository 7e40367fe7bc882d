"""`smsc-codec decode`: octets to a tree, or to JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli.decode import _header, _message
from smsc_codec.cli.octet_rows import with_problems
from smsc_codec.cli.octet_table import table
from smsc_codec.cli.push_rows import _Tokens
from smsc_codec.diagnostics import CodecError
from smsc_codec.linter.reports import Style
from smsc_codec.payloads.binary import gsm7, payload, push
from smsc_codec.text import split as text_split
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
        (EMS[:-1], "odd number of hexadecimal digits: 37", 36),
        ("0048zz", "'z' at offset 4 is not a hexadecimal digit", 4),
        ("0G", "'G' at offset 1", 1),
        ("00 48 4", "half an octet at offset 6", 6),
        ("00 4Z", "half an octet at offset 3", 3),
        ("0x00, 0x4", "half an octet at offset 6", 6),
        ("00:48:x", "'x' at offset 6 is not a hexadecimal digit", 6),
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
        ("050A03", "problem at octet 0: the header should have 5 octets, but only 2 follow"),
        (PUSH[:-20], "problem at octet 28: the document ends before its element is closed"),
        (PUSH[:20], "problem at octet 10: the headers should have one octet, but none is left"),
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


@pytest.mark.parametrize(
    "pasted",
    [
        "05 0A 03 07 05 60 48",
        "05:0a:03:07:05:60:48",
        "05-0A-03-07-05-60-48",
        "050A 0307 0560 48",
        "05 0A 03\n07 05 60\n48\n",
        "0x05, 0x0A, 0x03, 0x07, 0x05, 0x60, 0x48",
        "{0x05,0x0a,0x03,0x07,0x05,0x60,0x48}",
        "[0x05 0x0A 0x03 0x07 0x05 0x60 0x48]",
        "0x050A0307056048",
        "\\x05\\x0a\\x03\\x07\\x05\\x60\\x48",
        "b'\\x05\\n\\x03\\x07\\x05`H'",
        '"\\x05\\n\\x03\\x07\\x05`H"',
        "%05%0A%03%07%05%60%48",
        "%05%0A%03%07%05%60H",
        "%05%0a%03%07%05`H",
    ],
)
@pytest.mark.parametrize("trailer", ["", "\n~~~\npid: 0, dcs: 4"])
def test_pasted_octets(cli: Cli, pasted: str, trailer: str) -> None:
    """Octets as dumps, programs and addresses show them are the same octets; what follows them stays as it is."""
    done = cli("decode", stdin=pasted + trailer)
    assert (done.code, done.err) == (0, "")
    assert done.out == cli("decode", stdin="050A0307056048" + trailer).out


def test_one_octet_behind_each_sign(cli: Cli) -> None:
    """BIN-1: what follows `%06` or `\\x06` at once is a character, though it looks like digits."""
    for said in ("%0048", "\\x0048"):
        assert 'text in ASCII: "48"' in cli("decode", said).out


@pytest.mark.parametrize(
    ("pdu", "said", "cut", "line"),
    [
        (
            "07919730071111F1040B919799999999F900001110100000000005E8329BFD06",
            "SMS-DELIVER from +79999999999: the message begins at octet 27",
            "00E8329BFD06\n    ~~~\n    pid: 0, dcs: 0",
            'text in packed septets: "hello"\n',
        ),
        (
            "0011000B919799999999F90000AA05E8329BFD06",
            "SMS-SUBMIT to +79999999999: the message begins at octet 15",
            "00E8329BFD06\n    ~~~\n    pid: 0, dcs: 0",
            'text in packed septets: "hello"\n',
        ),
        (
            "41000B919799999999F9000413" + EMS,
            "SMS-SUBMIT to +79999999999: the message begins at octet 13",
            EMS + "\n    ~~~\n    pid: 0, dcs: 4",
            'length 5: "World"',
        ),
        (
            "00110000000000AA05E8329BFD06",
            "SMS-SUBMIT: the message begins at octet 9",
            "00E8329BFD06",
            'text in packed septets: "hello"\n',
        ),
        ("0001000B919799999999F900000731D98C56B3DD00", "SMS-SUBMIT to", "0031D98C56B3DD", '"1234567"\n'),
    ],
)
def test_a_whole_pdu(cli: Cli, pdu: str, said: str, cut: str, line: str) -> None:
    """23.040, 9.2.2: a PDU is told, with the message that is to be cut out of it; its length counts the septets."""
    done = cli("decode", pdu)
    assert done.code == 0
    assert said in done.err
    assert f"    {cut}" in done.err
    assert line in done.out
    encoded = cli("encode", stdin=cli("decode", "--json", pdu).raw)
    assert encoded.out.strip().replace("\n", "\n    ") in done.err
    assert cli("decode", "--as", "binary", pdu).err == ""


@pytest.mark.parametrize(
    "digits", [EMS, PUSH, "050003CC020148", "0068656C6C6F", "00", "000102", "0401020705"]
)
def test_what_is_no_pdu(cli: Cli, digits: str) -> None:
    """A message as the service takes it is read as one."""
    assert cli("decode", digits).err == ""


NATIONAL = json.loads(
    (Path(__file__).parents[1] / "vectors" / "segmentation_national.json").read_text("utf-8")
)


@pytest.mark.parametrize("vector", NATIONAL, ids=lambda vector: vector["id"])
def test_messages_of_national_tables(cli: Cli, vector: dict[str, object]) -> None:
    """23.040, 9.2.3.24.15 and .16: a first part that another program wrote says the beginning of its text."""
    runs: list[tuple[str, int]] = vector["runs"] or []  # type: ignore[assignment]
    text = str(vector["text"]) if vector["text"] else "".join(letter * times for letter, times in runs)
    done = cli("decode", str(vector["expected"]["first_tpdu_submit"]))  # type: ignore[index]
    (said,) = re.findall('text in packed septets: "(.*?)"', re.sub(r"\n +", "", done.out), re.DOTALL)
    assert said
    assert text.startswith(said)


def split(text: str, dcs: int, wide: bool = False) -> list[str]:
    """A text in parts, as `bin=2` takes them."""
    parts = text_split(text)
    made = []
    for number, part in enumerate(parts, 1):
        place = f"{len(parts):02X}{number:02X}"
        header = bytes.fromhex(f"06080401CC{place}" if wide else f"050003CC{place}")
        body = (
            part.encode("utf-16-be")
            if dcs == 8
            else gsm7.pack(gsm7.encode(part), gsm7.fill_bits(len(header)))
        )
        made.append(f"{(header + body).hex()}\n~~~\npid: 0, dcs: {dcs}")
    return made


@pytest.mark.parametrize("wide", [False, True], ids=["8 bits", "16 bits"])
@pytest.mark.parametrize(
    ("text", "dcs"),
    [("Привет, мир! " * 12, 8), ("🎉" * 100, 8), ("hello, world " * 30, 0), ("a€" * 150, 0)],
    ids=["Cyrillic", "emoji", "Latin", "escapes"],
)
def test_joining(cli: Cli, text: str, dcs: int, wide: bool) -> None:
    """23.040, 9.2.3.24.1 and .8: parts in any order, one of them twice, say the whole text."""
    parts = split(text, dcs, wide)
    shuffled = [*reversed(parts), parts[0]]
    done = cli("decode", "--join", stdin="\n".join(shuffled) + "\n")
    assert done.code == 0
    assert "part 1 comes twice" in done.err
    assert " ".join(text.split()) in " ".join(done.out.split())
    assert cli("decode", "--join", *shuffled).out == done.out


@pytest.mark.parametrize(
    ("parts", "told", "text"),
    [
        (["050003CC030148656C", "050003CC03036F"], "part 2 of 3 is missing", "Helo"),
        (["050003CC040241"], "parts 1, 3, 4 of 4 are missing", "A"),
        (
            ["050003CC020148", "050003CC020149", "050003CC02024A"],
            "part 1 comes twice with different",
            "HJ",
        ),
        (["050003CC020148", "050003CD020249"], "message 2 is a part of another message", "H"),
        (["050003CC020148", "06080400CC020249"], "message 2 is a part of another message", "H"),
        (["050003CC020148", "0049"], "message 2 is not a part: its header does not describe one", "H"),
        (["050003CC020348", "050003CC020149"], "message 1 is not a part", "I"),
        (["050003CC0201 zz"], "'z' at offset", ""),
    ],
)
def test_what_cannot_be_joined(cli: Cli, parts: list[str], told: str, text: str) -> None:
    """What is missing, repeated otherwise, or of another message is told; the rest is shown, and the exit code is 1."""
    done = cli("decode", "--join", *parts)
    assert done.code == 1
    assert told in done.err
    assert f'"{text}"' in done.out or not text


def test_joining_behind_another_element(cli: Cli) -> None:
    """23.040, 9.2.3.24: septets begin at a septet's boundary behind what is left of the header, ports for one."""
    ports = bytes.fromhex("0402F5F4")
    parts = []
    for number, piece in enumerate(("hello, ", "world"), 1):
        header = bytes((9, 0, 3, 7, 2, number)) + ports
        body = gsm7.pack(gsm7.encode(piece), gsm7.fill_bits(len(header)))
        parts.append(f"{(header + body).hex()}\n~~~\npid: 0, dcs: 0")
    assert '"hello, world"' in cli("decode", "--join", "--as", "binary", *parts).out


def test_a_push_in_parts(cli: Cli) -> None:
    """A push of two parts reads once they are joined; a single part is shown as what it is."""
    data = bytes.fromhex(PUSH)
    ports, body = data[1:7], data[7:]
    parts = [
        (bytes((11, 0, 3, 7, 2, number)) + ports + piece).hex()
        for number, piece in ((2, body[15:]), (1, body[:15]))
    ]
    assert cli("decode", "--join", *parts).out == PUSH_TREE
    assert "service indication" not in cli("decode", parts[0]).out


def test_joining_wants_messages(cli: Cli) -> None:
    """Two messages without --join, or --join of an octet, are a mistake of usage."""
    assert cli("decode", "00", "00").code == 2
    assert cli("decode", "--join", "--as", "dcs", "00").code == 2
    assert cli("decode", "--join", stdin="").code == 1


def test_nothing_given(cli: Cli) -> None:
    """BIN-2: a message has at least the octet that is the header's length."""
    done = cli("decode", stdin="\n")
    assert (done.code, done.out) == (1, "")
    assert "the message is empty" in done.err


def test_trailer(cli: Cli) -> None:
    """CMT-3: spaces must be exact; the octets are shown, and what is allowed is said."""
    done = cli("decode", stdin="0048\n~~~\npid:0,dcs:4")
    assert done.code == 1
    assert 'text in ASCII: "H"' in done.out
    assert "expected: 'pid: V1, dcs: V2" in done.err
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
        (("--as", "udh", "050003CC020148"), "the header has ended, but 1 octet follow"),
        (("--as", "push", EMS), "problem at octet"),
        (("--as", "pid", "00\n~~~\npid: 0, dcs: 0"), "unexpected octets after"),
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
        (
            UNIT + "01AF" + b"<sl/>".hex(),
            "WAP push",
            ["problem at octet 11: a service loading needs an href"],
        ),
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
            ["00 01 02                 after the document: 3 octets", "ended before these 3 octets"],
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


def trees() -> list[tuple[str, int, str]]:
    """The arguments, the exit code and the tree of each message of trees.txt, with what is said beside it behind `!`.

    In the arguments `_` is a blank and `\\n` a line's end.
    """
    text = (Path(__file__).parent / "trees.txt").read_text("utf-8")
    return re.findall(r"^\$ (\d) (.*)\n((?:[^$].*\n|\n)*?)(?=\n\$|\Z)", text, re.MULTILINE)


@pytest.mark.parametrize(("code", "arguments", "tree"), trees())
def test_whole_trees(cli: Cli, code: str, arguments: str, tree: str) -> None:
    """23.040 9.2.3.24, WAP-230, WAP-192: elements of a header and tokens of a push that are seldom seen, each octet
    in its place and in words, with what is wrong at the octet where it is.
    """
    given = [one.replace("\\n", "\n").replace("_", " ") for one in arguments.split()]
    done = cli("decode", *given, stdin="0g")
    said = "".join(f"! {line}\n" for line in done.err.splitlines())
    assert (str(done.code), done.out + said) == (code, tree)


@pytest.mark.parametrize("dcs", [32, 40, 36])
def test_compressed_text_is_not_shown(cli: Cli, dcs: int) -> None:
    """23.038 clause 4: what is compressed (bit 5) is no text as it stands, in whichever alphabet."""
    out = cli("decode", stdin=f"0068656C6C6F\n~~~\npid: 0, dcs: {dcs}").out
    assert "compressed" in out
    assert "text in" not in out


def test_problems_of_what_is_missing(cli: Cli) -> None:
    """What a push lacks because a part is missing is not told: the missing part is."""
    data = bytes.fromhex(PUSH)
    first = (bytes((11, 0, 3, 7, 2, 1)) + data[1:7] + data[7:22]).hex()
    done = cli("decode", "--join", first)
    assert done.code == 1
    assert "part 2 of 2 is missing" in done.err
    assert "problem" not in done.out


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (b"ab\0c\0", "ab"),
        (b"\0", ""),
        (b"ab", "<string 0>"),
        (b"a" * 999, "<string 0>"),
        (b"a" * 1000, "<long string 0>"),
        (b"a" * 999 + b"\0", "a" * 999),
        (b"a" * 1000 + b"\0", "<long string 0>"),
    ],
    ids=repr,
)
def test_strings_of_a_table(table: bytes, told: str) -> None:
    """A string of a table of strings is told where it ends, unless it is so long that it is only named."""
    tokens: Any = SimpleNamespace(document=SimpleNamespace(string_table=table), width=1, codec="latin-1")
    assert _Tokens.string(tokens, 0) == told
