"""A language is written down in its grammar alone: where the grammar changes, its reader and its builder follow.

Each case changes a piece of a copy of the grammars, compiles the copy to a folder of its own, and runs Python with
that folder in front: the values that are built say the new form, and reading it gives the same values back. What was
written in the old form means something else then, or nothing.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from smsc_codec.grammar.compiler import compile_grammar, source_of

ROOT = Path(__file__).resolve().parents[2]
GRAMMARS = ROOT / "grammars"

#: Uses the compiled grammars of a folder first, then builds a value, reads it back, and tries the old form.
PROGRAM = """
import sys
import smsc_codec.grammar.compiled as compiled
compiled.__path__.insert(0, sys.argv[1])
from smsc_codec.diagnostics import CodecError
{imports}
value = {value}
text = build(value)
assert text == {new!r}, text
assert parse(text) == value, parse(text)
try:
    old = parse({old!r})
except CodecError:
    old = None
assert old != value, "the old form is still read"
print("followed")
"""

MENU = """
from smsc_codec.payloads.menu import build, parse
from smsc_codec.payloads.menu.model import *
"""
MAILING = """
from smsc_codec.payloads.mailing import Line, Mailing, build, parse
"""
REAL_LINES = """
from smsc_codec.payloads import mailing
from smsc_codec.payloads.mailing import Line, Mailing
build, parse = (lambda value: mailing.build(value, nl=True)), (lambda text: mailing.parse(text, nl=True))
"""
MESSAGE = """
from smsc_codec.payloads.message import build, parse
from smsc_codec.payloads.message.model import *
"""
SCHEDULE = """
from datetime import datetime
from smsc_codec.payloads.schedule import build, parse
from smsc_codec.payloads.schedule.model import *
"""
RECIPIENTS = """
from smsc_codec.payloads.recipients import build, parse
from smsc_codec.payloads.recipients.model import *
"""
VOICE = """
from smsc_codec.payloads.voice import build, parse
from smsc_codec.payloads.voice.model import *
"""
REPLY = """
from smsc_codec import api
from smsc_codec.api.replies import build_reply, read_reply
from decimal import Decimal
from smsc_codec.payloads.recipients.model import Phone
from smsc_codec.api.replies.model import *
question = api.{question}
build = lambda value: build_reply(value, question, fmt={fmt}).decode()
parse = lambda text: read_reply(text.encode(), question, fmt={fmt})
"""
SENDING = REPLY.format(question="Send(cost=3)", fmt=0)
PUSH = """
from smsc_codec.payloads.binary.push import from_text as parse, si, to_text as build
"""
CALL = """
from smsc_codec.payloads.call import build, parse
from smsc_codec.payloads.call.model import *
"""
BINARY = """
from smsc_codec.payloads.binary.payload import BinaryMessage, build_hex as build, parse
from smsc_codec.payloads.binary.udh import Header
"""

#: grammar, piece, what stands in its place, imports, a value, how it is built then, how it was built before.
CASES: dict[str, tuple[str, str, str, str, str, str, str]] = {
    "a menu's keys": (
        "menu", "[*#]|[0-9A-Za-z]+", "[*#!]|[0-9A-Za-z]+",
        MENU, "Menu('', '', (Item('!', End()),))", "{menu:\n!: end}", "{menu:\n*: end}",
    ),
    "a menu's opening": (
        "menu", "_MENU: /menu:/", "_MENU: /dial:/",
        MENU, "Menu('', 'x', (Item('1', End()),))", "{dial: x\n1: end}", "{menu: x\n1: end}",
    ),
    "a command": (
        "menu", "/back/", "/zurueck/",
        MENU, "Menu('', '', (Item('*', Back()),))", "{menu:\n*: zurueck}", "{menu:\n*: back}",
    ),
    "a command with parameters": (
        "menu", "/sms[ \\t]*:[ \\t]*/", "/text[ \\t]*;[ \\t]*/",
        MENU, "Menu('', '', (Item('1', Sms('79990000000', 'S', 'x')),))",
        "{menu:\n1: text;79990000000,S,x}", "{menu:\n1: sms:79990000000,S,x}",
    ),
    "a call's parameter": (
        "menu", "/wait[ \\t]*=[ \\t]*/", "/pause[ \\t]*=[ \\t]*/",
        MENU, "Menu('', '', (Item('1', Call(('79990000000',), wait=5)),))",
        "{menu:\n1: call:79990000000 pause=5}", "{menu:\n1: call:79990000000 wait=5}",
    ),
    "the colon behind a key": (
        "menu", r"_KEY_END: /[ \t]*:(?!\/\/)/", r"_KEY_END: /[ \t]*;(?!\/\/)/",
        MENU, "Menu('', '', (Item('1', End()),))", "{menu:\n1; end}", "{menu:\n1: end}",
    ),
    "the mark, in a menu": (
        "mark", "TILDES: /~~~/", "TILDES: /===/",
        MENU, "Menu('', '', (Item('1', End()),), comment='c')",
        "{menu:\n1: end}\n===\nc", "{menu:\n1: end}\n~~~\nc",
    ),
    "the mark, in a message": (
        "mark", "TILDES: /~~~/", "TILDES: /===/", MESSAGE, "Message('a', None, 'c')", "a\n===\nc", "a\n~~~\nc",
    ),
    "the mark, in a list": (
        "mark", "TILDES: /~~~/", "TILDES: /===/",
        MAILING, "Mailing((Line(('79990000000',), 'a', None, None, 'c'),))",
        "79990000000:a\\n===\\nc", "79990000000:a\\n~~~\\nc",
    ),
    "the mark, in a list with nl=1": (
        "mark", "TILDES: /~~~/", "TILDES: /===/",
        REAL_LINES, "Mailing((Line(('79990000000',), 'a', None, None, 'c'),))",
        "79990000000:a\n===\nc", "79990000000:a\n~~~\nc",
    ),
    "the mark, in a binary message": (
        "mark", "TILDES: /~~~/", "TILDES: /===/",
        BINARY, "BinaryMessage(Header(), b'', 1, 2)", "00\n===\npid: 1, dcs: 2", "00\n~~~\npid: 1, dcs: 2",
    ),
    "the separator of a list": (
        "mailing", "_SEPARATOR: /[ \\t]*+[:;]/", "_SEPARATOR: /[ \\t]*+[>;]/",
        MAILING, "Mailing((Line(('+7 999 0000000',), 'a'),))", "+7 999 0000000>a", "+7 999 0000000:a",
    ),
    "the separator of a list with nl=1": (
        "mailing", "_SEPARATOR: /[ \\t]*+[:;]/", "_SEPARATOR: /[ \\t]*+[>;]/",
        REAL_LINES, "Mailing((Line(('+7 999 0000000',), 'a\\nb'),))",
        "+7 999 0000000>a\nb", "+7 999 0000000:a\nb",
    ),
    "a prefix": (
        "message", "CALL: /__CALL__:/", "CALL: /__RING__:/",
        MESSAGE, "Message('a', 'call')", "__RING__: a", "__CALL__: a",
    ),
    "a macro": (
        "macro", "NO_UNSUB: /\\{(?i:no_unsub)\\}/", "NO_UNSUB: /\\{(?i:no_link)\\}/",
        MESSAGE, "Message(('a', NoUnsub()))", "a{no_link}", "a{no_unsub}",
    ),
    "a time's name": (
        "schedule", "/time[ \\t]*=[ \\t]*/", "/when[ \\t]*=[ \\t]*/",
        SCHEDULE, "Schedule(time=Window(9, 21))", "when=9-21", "time=9-21",
    ),
    "a time's dash": (
        "schedule", "_DASH: /[ \\t]*-[ \\t]*/", "_DASH: /[ \\t]*\\.\\.[ \\t]*/",
        SCHEDULE, "Schedule(time=Window(9, 21))", "time=9..21", "time=9-21",
    ),
    "a time's plus": (
        "schedule", "_PLUS: /\\+/", "_PLUS: /in /",
        SCHEDULE, "Schedule(time=After(30))", "time=in 30", "time=+30",
    ),
    "a recipients' separator": (
        "recipients", "SIGN: /[,;]/", "SIGN: /[;]/",
        RECIPIENTS, "Recipients((Group(7), Group(8)))", "G7;G8", "G7,G8",
    ),
    "a group's sign": (
        "recipients", "GROUP_SIGN: /[Gg]/", "GROUP_SIGN: /[Zz]/",
        RECIPIENTS, "Recipients((Group(7),))", "Z7", "G7",
    ),
    "a voice's name": (
        "voice", "/voice[ \\t]*=[ \\t]*/", "/speaker[ \\t]*=[ \\t]*/",
        VOICE, "Voice('m3')", "speaker=m3", "voice=m3",
    ),
    "a voice's comma": (
        "voice", "_COMMA: /[ \\t]*,[ \\t]*/", "_COMMA: /[ \\t]*;[ \\t]*/",
        VOICE, "Param(20, 10, 3)", "param=20;10;3", "param=20,10,3",
    ),
    "a call's end": (
        "menu", "/ok[ \\t]*:[ \\t]*/", "/done[ \\t]*:[ \\t]*/",
        MENU, "Menu('', '', (Item('1', Call(('79990000000',), ok_end=True)),))",
        "{menu:\n1: call:79990000000 done:end}", "{menu:\n1: call:79990000000 ok:end}",
    ),
    "a number's signs": (
        "menu", "PHONE: /\\+?[0-9(](?:[0-9 ().-]*[0-9)])?/", "PHONE: /\\+?[0-9(](?:[0-9 ()._-]*[0-9)])?/",
        MENU, "Menu('', '', (Item('1', Call(('7_9990000000',))),))",
        "{menu:\n1: call:7_9990000000}", "{menu:\n1: call:7-9990000000}",
    ),
    "an address": (
        "menu", "ADDRESS: /https?:", "ADDRESS: /ftp:",
        MENU, "Menu('', '', (Item('1', Url('ftp://a.b')),))", "{menu:\n1: ftp://a.b}", "{menu:\n1: http://a.b}",
    ),
    "a number's signs, in a call that is told": (
        "menu", "PHONE: /\\+?[0-9(](?:[0-9 ().-]*[0-9)])?/", "PHONE: /\\+?[0-9(](?:[0-9 ()._-]*[0-9)])?/",
        CALL, "Transcript(steps=(Call(('7_9990000000',), None, False),))", "> call 7_9990000000", "> call 7-9990000000",
    ),
    "an address, in a call that is told": (
        "menu", "ADDRESS: /https?:", "ADDRESS: /ftp:",
        CALL, "Transcript(steps=(Notify('ftp://a.b'),))", "> notify ftp://a.b", "> notify http://a.b",
    ),
    "the caller, in a call that is told": (
        "menu", "CALLER: /\\$phone/", "CALLER: /\\$me/",
        CALL, "Transcript(steps=(Sms('$me', None, ('x',)),))", '> sms $me "x"', '> sms $phone "x"',
    ),
    "a menu's opening, in a message": (
        "menu", "_MENU: /menu:/", "_MENU: /dial:/",
        MESSAGE, "Message((VoiceMenu('{dial: a\\n1: end}'),))", "{dial: a\n1: end}", "{menu: a\n1: end}",
    ),
    "a file's end, in a message": (
        "files", "_END: /[ \\t]*>/", "_END: /[ \\t]*!/",
        MESSAGE, "Message(('a', Uploaded(1)))", "a<file 1!", "a<file 1>",
    ),
    "an address of a file, in a message": (
        "files", "ADDRESS: /https?:", "ADDRESS: /ftp:",
        MESSAGE, "Message(('a', Remote('ftp://a.b')))", "a<file ftp://a.b>", "a<file http://a.b>",
    ),
    "a path of a file, in a message": (
        "files", "PATH: /\\/[^\\s<>]+/", "PATH: /~[^\\s<>]+/",
        MESSAGE, "Message(('a', Stored('~b')))", "a<file ~b>", "a<file /b>",
    ),
    "a sending, in a reply": (
        "reply", "_SMS: / SMS, ID - /", "_SMS: / MMS, NO - /",
        SENDING, "Sent(id=1, cnt=2)", "OK - 2 MMS, NO - 1", "OK - 2 SMS, ID - 1",
    ),
    "money, in a reply": (
        "reply", "_COST: /, COST - /", "_COST: /, PRICE - /",
        SENDING, "Sent(id=1, cnt=2, cost=Decimal('1.40'))",
        "OK - 2 SMS, ID - 1, PRICE - 1.40", "OK - 2 SMS, ID - 1, COST - 1.40",
    ),
    "a refusal, in a reply": (
        "reply", "ERROR = ", "FAULT = ",
        SENDING, "Failure(code=2, text='x', id=5)", "FAULT = 2 (x), ID - 5", "ERROR = 2 (x), ID - 5",
    ),
    "a template, in a reply": (
        "reply", ", name = ", ", title = ", REPLY.format(question="GetTemplates()", fmt=0),
        "Templates((Template(id=1, name='n', format='sms', sender='s', flag=1, message='m'),))",
        "id = 1, title = n, format = sms, sender = s, flag = 1, message = m",
        "id = 1, name = n, format = sms, sender = s, flag = 1, message = m",
    ),
    "an operator, in a reply": (
        "reply", "_O_ID: /, id =", "_O_ID: /, no =",
        REPLY.format(question="GetOperatorTemplates('s', 'm')", fmt=0),
        "OperatorTemplates((OperatorTemplate('mts_srv', 1, 5),))", "mts_srv = 1, no = 5", "mts_srv = 1, id = 5",
    ),
    "a status, in a reply": (
        "reply", ", check_time =", ", seen =",
        REPLY.format(question="GetStatus((api.Asked(Phone('79990000000'), 1),))", fmt=0),
        "Status(status=1, last_date='10.10.2010 10:10:10', err=0)",
        "Status = 1, seen = 10.10.2010 10:10:10, err = 0", "Status = 1, check_time = 10.10.2010 10:10:10, err = 0",
    ),
    "a refusal, in a reply in numbers": (
        "numbers", ",-", "!-", REPLY.format(question="Send()", fmt=1), "Failure(code=2)", "0!-2", "0,-2",
    ),
    "a line feed, in a push": (
        "push", "_FEED: /\\n/", "_FEED: / /", PUSH, "si('http://a.b', 'x')", "http://a.b x", "http://a.b\nx",
    ),
    "a recording": (
        "menu", "/record", "/tape",
        MENU, "Menu('', '', (Item('1', Record(5)),))", "{menu:\n1: tape: 5}", "{menu:\n1: record: 5}",
    ),
    "a zone's name": (
        "schedule", "/tz[ \\t]*=[ \\t]*/", "/zone[ \\t]*=[ \\t]*/",
        SCHEDULE, "Schedule(tz=2)", "zone=2", "tz=2",
    ),
    "a validity's colon": (
        "schedule", "_COLON: /:/", "_COLON: /h/",
        SCHEDULE, "Schedule(valid=90)", "valid=01h30", "valid=01:30",
    ),
    "a sign of Telegram": (
        "recipients", "ID_SIGN: /#/", "ID_SIGN: /%/",
        RECIPIENTS, "Recipients((TelegramId(5),))", "%5", "#5",
    ),
    "a probe": (
        "message", "HLR: /__HLR__/", "HLR: /__LOOKUP__/",
        MESSAGE, "Message('', 'hlr')", "__LOOKUP__", "__HLR__",
    ),
    "a button": (
        "macro", "(?i:button)", "(?i:knob)",
        MESSAGE, "Message(('a', Button('http://a.b', 'x')))", "a{knob,http://a.b,x}", "a{button,http://a.b,x}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_reader_and_builder_follow_the_grammar(case: str, tmp_path: Path) -> None:
    """A changed terminal of a copy of the grammar is what is built, and what is read, and the old one is not."""
    name, piece, instead, imports, value, new, old = CASES[case]
    for path in GRAMMARS.glob("*.lark"):
        text = path.read_text(encoding="utf-8")
        if path.stem == name:
            assert text.count(piece) >= 1, f"{piece} is no more in {path.name}"
            text = text.replace(piece, instead)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    changed = [name, *(p.stem for p in tmp_path.glob("*.lark") if f"%import .{name}" in p.read_text("utf-8"))]
    made = tmp_path / "compiled"
    made.mkdir()
    for one in changed:
        source = (tmp_path / f"{one}.lark").read_text(encoding="utf-8")
        tables = source_of(one, compile_grammar(source, folder=str(tmp_path)))
        (made / f"{one}.py").write_text(tables, encoding="utf-8")
    program = PROGRAM.format(imports=imports, value=value, new=new, old=old)
    done = subprocess.run(
        [sys.executable, "-c", program, str(made)], capture_output=True, text=True, timeout=120
    )
    assert done.stdout == "followed\n", done.stderr


def test_the_mark_of_a_comment_is_written_once() -> None:
    """No code says the mark (CMT-1): it stands in `mark.lark`, and everything else takes it from there.

    Sentences may name it, and what looks for tildes that are no mark says `~~`.
    """
    found = []
    for folder in (ROOT / "smsc_codec", ROOT / "plugins" / "smsc-codec-sandbox" / "smsc_codec_sandbox"):
        for path in folder.rglob("*.py"):
            if path.parent.name == "compiled":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    mark = any(sign in node.value for sign in ("\n~~~\n", "n~~~\\", "n?~~~", "\n~~~"))
                    if (mark and len(node.value.split()) < 4) or node.value == "~~~":
                        found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}")
    written = [p.name for p in GRAMMARS.glob("*.lark") if any("~~~" in line for line in _rules(p))]
    assert found == []
    assert written == ["mark.lark"]


def _rules(path: Path) -> list[str]:
    """The lines of a grammar without its comments, and without the words that people are told."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.partition("//=")[0] for line in lines if not line.startswith("//")]
