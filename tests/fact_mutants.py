"""Moves each number of a fact by one, where the code has it, and shows whether the tests that name the fact notice.

    python -m tests.fact_mutants [--show] [--breaks | --grammars] [--skip N] [FACT ...]

A limit, a length, a code: whatever number a fact names stands somewhere in the code, and that place is listed here.
The numbers of grammars are found there: how often something may stand. A changed grammar is compiled, and so are those
that take something from it, before the tests are run.
Whether a test that names the fact fails with another number there is what "proved" means (docs/conformance.md).
Each move is shown with its number, so that a run that was cut off goes on with `--skip`.
Needs the extra `test`. Tests with the mark `slow` are not run.
"""

from __future__ import annotations

import ast
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis  # noqa: F401
import pytest
from lark.exceptions import LarkError
from msgspec import Struct

from smsc_codec.grammar.compiler import compile_grammar, source_of
from tests import conformance
from tests.grammar.ends import ENDS, NUMBER
from tests.mutants import ROOT, Tree

CORE = "smsc_codec"
SANDBOX = "plugins/smsc-codec-sandbox/smsc_codec_sandbox"
SENDING = f"{CORE}/api/parameters/send.py"
MEANINGS = f"{CORE}/api/replies/meanings.py"
NUMBERS = f"{CORE}/api/replies/numbers.py"
LIMITS = f"{CORE}/api/limits.py"
CHANNELS = f"{CORE}/payloads/message/channels.py"
RANGES = f"{CORE}/payloads/schedule/limits.py"
DIALLING = f"{CORE}/payloads/param.py"
MENU = f"{CORE}/payloads/menu"
REPLY, FIELDS = "grammars/reply.lark", "grammars/numbers.lark"

#: A fact, a file, and a piece of it that stands there once, the numbers that move between « and ».
PLACES: tuple[tuple[str, str, str], ...] = (
    ("PAR-3", f"{CORE}/payloads/length.py", "MOST = «1000»"),
    ("PAR-4", f"{CORE}/api/parameters/message_id.py", "_MOST = 2**«31» - «1»"),
    ("PAR-4", f"{CORE}/api/parameters/message_id.py", 'r"[A-Za-z0-9._-]{«1»,«40»}", text'),
    ("PAR-4", f"{CORE}/api/replies/common.py", 'ID = compiled(r"[A-Za-z0-9._-]{«1»,«40»}")'),
    ("PAR-5", f"{CORE}/api/parameters/combinations.py", '_NAME = compiled(r"[ -~]{1,«11»}")'),
    ("PAR-5", f"{CORE}/payloads/phones.py", "MAX_DIGITS = «15»"),
    ("PAR-5", f"{CORE}/payloads/mailing/write.py", "LONGEST_NAME = «11»"),
    ("PAR-5", f"{CORE}/payloads/mailing/write.py", "LONGEST_NUMBER = «15»"),
    ("PAR-5", f"{MENU}/rules/commands.py", "_LONGEST_NAME, _LONGEST_NUMBER = «11», «15»"),
    ("PAR-6", SENDING, 'whole("translit", «0», «2», default=0)'),
    ("PAR-8", RANGES, "TZ = Limits(-«15», «11»,"),
    ("PAR-9", RANGES, "PERIOD = Limits(«0.1», «720»,"),
    ("PAR-9", RANGES, "FREQ = Limits(«1», «1440»,"),
    ("PAR-10", f"{CORE}/api/parameters/content.py", '_BIN, _PUSH = whole("bin", «0», «2», default=0)'),
    ("PAR-11", f"{CORE}/payloads/message/attachments.py", "LEAST = «101»"),
    ("PAR-13", DIALLING, '"seconds", «10», «35», «99»)'),
    ("PAR-13", DIALLING, '"seconds", «10», «3600», «3600»)'),
    ("PAR-13", DIALLING, '"attempts", «1», «9», «9»)'),
    ("PAR-13", f"{CORE}/payloads/voice/model.py", "DEFAULT = Dialling(«25», («3», «14»), «8»)"),
    ("PAR-15", SENDING, 'whole("cost", «0», «3», default=0)'),
    ("PAR-17", RANGES, "VALID = Limits(«1», «1440»,"),
    ("PAR-18", SENDING, 'whole("maxsms", «1», MOST_MAXSMS)'),
    ("TIM-1", RANGES, "CENTURY = «2000»"),
    ("TIM-1", f"{CORE}/payloads/schedule/read.py", "(«0», «2», «4», «6», «8»))"),
    ("TIM-1", f"{CORE}/payloads/schedule/read.py", "elif hour > «23»:"),
    ("TIM-1", f"{CORE}/payloads/schedule/read.py", "elif minute > «59»:"),
    ("TIM-1", f"{CORE}/payloads/schedule/read.py", "not «1» <= month <= «12»"),
    ("TIM-1", f"{CORE}/payloads/schedule/read.py", "not «1» <= day"),
    (
        "TIM-2",
        f"{CORE}/payloads/schedule/read.py",
        '(«0», «3», «6», words.index(":") - «2», len(words) - «2»)',
    ),
    ("TIM-3", f"{CORE}/payloads/schedule/read.py", "window.start > «23»"),
    ("TIM-3", f"{CORE}/payloads/schedule/read.py", "window.end > «24»"),
    ("TIM-3", f"{CORE}/payloads/schedule/write.py", "«0» <= start <= «23»"),
    ("TIM-3", f"{CORE}/payloads/schedule/write.py", "«0» <= end <= «24»"),
    ("TIM-4", f"{CORE}/payloads/schedule/read.py", "Moment(int(words[«1»:]))"),
    ("TIM-7", f"{CORE}/payloads/schedule/clock.py", "_MOSCOW = «3»"),
    ("BEY-8", RANGES, "USUAL_FREQ = «60»"),
    ("SEG-1", f"{CORE}/text/parts.py", "_OCTETS = «140»"),
    ("SEG-1", f"{CORE}/text/parts.py", "_CONCATENATION = {8: «5», 16: 6}"),
    ("CMT-3", f"{CORE}/payloads/binary/payload.py", 'check_number("pid", message.pid, «255»)'),
    ("CMT-3", f"{CORE}/payloads/binary/payload.py", 'check_number("dcs", message.dcs, «255»)'),
    ("BIN-2", f"{CORE}/payloads/binary/payload.py", "data[data[«0»] + «1» :]"),
    ("FIL-5", CHANNELS, "max_files=«20», max_total_size=«300» * _KB"),
    ("FIL-6", CHANNELS, "max_files=«20», max_file_size=«10» * _MB, max_total_size=«15» * _MB"),
    ("FIL-7", CHANNELS, "max_files=«4»"),
    ("FIL-7", CHANNELS, "max_file_size=«5» * _MB"),
    ("FIL-8", CHANNELS, "max_file_size=«512» * _KB"),
    ("VIB-1", f"{CORE}/payloads/message/macros.py", "MAX_LABEL = «30»"),
    ("VIB-2", CHANNELS, "max_files=«1», max_file_size=512 * _KB, buttons=«1»"),
    ("IVR-7", f"{MENU}/actions.py", "MAX_WAIT = «120»"),
    ("IVR-7", f"{MENU}/actions.py", "MAX_PHONES = «9»"),
    ("IVR-7", f"{MENU}/caller/speech.py", "DEFAULT_WAIT, DEFAULT_RECORD = «120», 30"),
    ("IVR-9", f"{MENU}/caller/speech.py", "DEFAULT_WAIT, DEFAULT_RECORD = 120, «30»"),
    ("ERR-2", f"{SANDBOX}/replying.py", "_WITH_ID = («3», «6», «7», «8»)"),
    ("ERR-1", f"{CORE}/client/flow.py", "_NAMING = («3», «6», «7», «8»)"),
    ("LIM-1", LIMITS, '{"send": «1», "price": «5»'),
    ("LIM-4", LIMITS, '"templates": «3», "op_templates": «10», "ping": «5»'),
    ("STA-7", LIMITS, '"status": «5»'),
    ("BAL-1", LIMITS, '"balance": «10»'),
    ("LIM-1", LIMITS, "MINUTE = «60».0"),
    ("LIM-2", LIMITS, "MOST_AT_ONCE = «14»"),
    ("LIM-3", LIMITS, "MOST_TO_ONE = «50»"),
    ("LIM-3", f"{CORE}/payloads/mailing/rules/repeated.py", "MOST_MESSAGES = «50»"),
    ("BEY-3", f"{CORE}/api/hosts.py", "_SPARE = range(«2», «6»)"),
    ("BEY-7", SENDING, 'whole("smsreq", «10», «999»)'),
    ("STA-1", f"{CORE}/api/parameters/status.py", 'whole("all", «0», «2», default=0)'),
    ("STA-8", NUMBERS, "_MARKED = {«1»: «14», «2»: «17»}"),
    ("STA-4", MEANINGS, "NOT_FOUND, NO_SUCH_MESSAGE = -«3», «3»"),
    ("VIR-1", f"{SANDBOX}/fates.py", "WAITING, SENT, DELIVERED, UNDELIVERABLE = -«1», «0», «1», 20"),
    ("STA-5", f"{SANDBOX}/sending.py", "_WRONG_NUMBER, _WRONG_FORMAT = 22, «249»"),
    ("RSP-5", f"{SANDBOX}/sending.py", "_WRONG_NUMBER, _WRONG_FORMAT = «22», 249"),
    ("RSP-5", f"{CORE}/api/replies/common.py", "len(fields) != «5»"),
    ("OPT-2", NUMBERS, 'line.rsplit(",", «2»)'),
)
#: A fact, a file, and a name of it whose value has nothing but numbers of the fact: codes move up by one.
TABLES: tuple[tuple[str, str, str], ...] = (
    ("ERR-4", MEANINGS, "FAILURES"),
    ("STA-4", MEANINGS, "STATUSES"),
    ("STA-4", MEANINGS, "FINAL"),
    ("STA-4", MEANINGS, "ARRIVED"),
    ("STA-4", f"{CORE}/client/mailing.py", "_REFUSED"),
    ("STA-5", MEANINGS, "ERRORS"),
    ("STA-6", MEANINGS, "TYPES"),
    ("STA-6", f"{SANDBOX}/statuses.py", "TYPES"),
    ("OPT-3", MEANINGS, "ADDED"),
    ("OPT-3", MEANINGS, "ASKED"),
)
#: A fact, a file, a piece of it that stands there once, and what takes its place: breaks that once went unnoticed.
BREAKS: tuple[tuple[str, str, str, str], ...] = (
    ("IVR-2", f"{MENU}/caller/machine.py", 'state = State("menu", path[:-1])', 'state = State("menu", path)'),
    ("IVR-2", f"{MENU}/caller/machine.py", "events += self.prompt(state.menu)", "events += self.prompt(path)"),
    ("IVR-4", f"{MENU}/caller/machine.py", 'self.options.after_leaf == "stay"', 'self.options.after_leaf != "stay"'),
    ("IVR-4", f"{MENU}/caller/machine.py", 'self.options.after_leaf == "leave"', 'self.options.after_leaf != "leave"'),
    ("CMT-3", f"{CORE}/payloads/binary/payload.py", "int(near[1]) < 256", "int(near[1]) < 257"),
    ("CMT-3", f"{CORE}/payloads/binary/payload.py", "int(near[2]) < 256", "int(near[2]) < 257"),
    ("OPT-2", NUMBERS, 'line.rsplit(",", 2)', 'line.split(",", 2)'),
    ("RSP-9", f"{CORE}/api/replies/common.py", "len(fields) != 5 or rest", "len(fields) != 5"),
    ("STA-4", MEANINGS, "22, 23, 24, 25))", "22, 23, 24))"),
    ("LIM-3", LIMITS, "not isinstance(operation, Send) or operation.cost == 1", "not isinstance(operation, Send)"),
    ("LIST-1", f"{CORE}/api/parameters/combinations.py", "if send.files or send.binary", "if send.binary"),
    ("REQ-4", f"{CORE}/api/parameters/messages.py", 'if channel in ("call", "viber"):',
     'if channel in ("call", "viber", "soc"):'),
    ("BEY-7", SENDING, 'whole("smsreq", 10,', 'whole("smsreq", 1,'),
    ("RSP-1", REPLY, "_sent: _OK COUNT _SMS ID _cost _balance", "_sent: _OK COUNT _SMS ID _cost"),
    ("RSP-1", REPLY, "_sent: _OK COUNT _SMS ID _cost _balance", "_sent: _OK COUNT _SMS ID"),
    ("RSP-2", FIELDS, "_second: (_COMMA SECOND _third)?", "_second:"),
    ("RSP-2", FIELDS, "_third: (_COMMA THIRD _fourth)?", "_third:"),
    ("RSP-2", FIELDS, "_fourth: (_COMMA FOURTH)?", "_fourth:"),
    ("RSP-2", FIELDS, "_fourth: (_COMMA FOURTH)?",
     "_fourth: (_COMMA FOURTH _fifth)?\n_fifth: (_COMMA FIFTH)?\nFIFTH: /[^,\\n]+/"),
    ("ERR-1", REPLY, "_failed: (_FAILED FAILED_ID)?", "_failed:"),
    ("ERR-2", FIELDS, "(?=,-[0-9]{1,9}\\Z)", "(?=,[0-9]{1,9}\\Z)"),
    ("TPL-5", FIELDS, "_flag _COMMA _message", "_message"),
    ("TPL-5", FIELDS, "_format _COMMA _sender", "_sender"),
    ("TPL-5", FIELDS, "[^,\\n]*,[0-9]*,)", "[^,\\n]*,)"),
    ("TPL-5", REPLY, "_FLAG _flag _MESSAGE", "_MESSAGE"),
    ("OPT-2", REPLY, "_operator_id: (_O_ID _o_id)?", "_operator_id:"),
    ("STA-2", REPLY, "_err: (_ERR ERR)?", "_err:"),
    ("STA-2", REPLY, " _S_TYPE _s_type)?", ")?"),
    ("BAL-1", REPLY, "_currency: (_BLANK CURRENCY)?", "_currency:"),
    ("SMT-1", "grammars/smtp.lark", "_test: (_COMMA _flag)?", "_test:"),
    ("SMT-1", "grammars/smtp.lark", "_zone: (_COMMA _tz)?", "_zone:"),
    ("SMT-1", "grammars/smtp.lark", "_phones _COLON _text", "_phones"),
    # What may be missing has to be there.
    ("ERR-1", REPLY, "_failed: (_FAILED FAILED_ID)?", "_failed: _FAILED FAILED_ID"),
    ("ERR-1", REPLY, "_described: (_OPEN _text _CLOSE)?", "_described: _OPEN _text _CLOSE"),
    ("RSP-1", REPLY, "_cost: (_COST COST)?", "_cost: _COST COST"),
    ("RSP-1", REPLY, "_balance: (_BALANCE BALANCE)?", "_balance: _BALANCE BALANCE"),
    ("RSP-2", FIELDS, "_third: (_COMMA THIRD _fourth)?", "_third: _COMMA THIRD _fourth"),
    ("TPL-5", REPLY, "_name: NAME?", "_name: NAME"),
    ("TPL-5", REPLY, "_message: MESSAGE?", "_message: MESSAGE"),
    ("TPL-5", FIELDS, "_sender: SENDER?", "_sender: SENDER"),
    ("OPT-2", REPLY, "_operator_id: (_O_ID _o_id)?", "_operator_id: _O_ID _o_id"),
    ("OPT-2", REPLY, "_o_id: O_ID?", "_o_id: O_ID"),
    ("STA-2", REPLY, "_checked: (_CHECKED _check)?", "_checked: _CHECKED _check"),
    ("STA-2", REPLY, "_check: CHECKED?", "_check: CHECKED"),
    ("STA-2", REPLY, "_err: (_ERR ERR)?", "_err: _ERR ERR"),
    ("STA-2", REPLY, "_s_note: S_NOTE?", "_s_note: S_NOTE"),
    ("BAL-1", REPLY, "_currency: (_BLANK CURRENCY)?", "_currency: _BLANK CURRENCY"),
    ("SMT-1", "grammars/smtp.lark", "_test: (_COMMA _flag)?", "_test: _COMMA _flag"),
    ("SMT-1", "grammars/smtp.lark", "_zone: (_COMMA _tz)?", "_zone: _COMMA _tz"),
    # Fields in another order.
    ("ERR-2", f"{CORE}/api/replies/numbers.py", 'else identifier(line["FAILED_ID"])',
     'else identifier(line["FAILURE"])'),
    ("TPL-5", REPLY, "_FORMAT _format _SENDER _sender", "_SENDER _sender _FORMAT _format"),
    ("TPL-5", REPLY, "_SENDER _sender _FLAG _flag", "_FLAG _flag _SENDER _sender"),
    ("TPL-5", FIELDS, "_name _COMMA _format", "_format _COMMA _name"),
    ("TPL-5", NUMBERS, '"NAME", "FORMAT", "SENDER", "FLAG"', '"SENDER", "FORMAT", "NAME", "FLAG"'),
    ("OPT-2", NUMBERS, "number(fields[1]), number(fields[2]) if fields[2]",
     "number(fields[2]), number(fields[1]) if fields[2]"),
    ("STA-2", REPLY, "STATUS _checked _err _told", "STATUS _err _checked _told"),
    ("STA-2", NUMBERS, 'SHORT = ("status", "last_timestamp", "err")', 'SHORT = ("status", "err", "last_timestamp")'),
    ("STA-2", NUMBERS, '"send_timestamp", "phone", "cost", "sender_id"',
     '"phone", "send_timestamp", "cost", "sender_id"'),
    ("STA-2", NUMBERS, '(("id", "phone"), ("id",), ("id",))', '(("id", "phone"), ("id",), ("phone",))'),
    ("BAL-1", REPLY, "_amount: AMOUNT _currency", "_amount: _currency AMOUNT"),
    ("SMT-1", "grammars/smtp.lark", "_login _COLON _psw _COLON _id", "_psw _COLON _login _COLON _id"),
    ("SMT-1", "grammars/smtp.lark", "_format _COLON _phones", "_phones _COLON _format"),
    # Other names.
    ("ERR-1", REPLY, "_REFUSED: /ERROR = /  //= 'ERROR = '", "_REFUSED: /FAULT = /  //= 'FAULT = '"),
    ("ERR-3", f"{CORE}/api/replies/xml.py", 'element("error_code", reply.code)', 'element("code", reply.code)'),
    ("ERR-3", f"{CORE}/api/replies/xml.py", 'code = root.get("error_code")', 'code = root.get("code")'),
    ("TPL-5", REPLY, "_SENDER: /, sender = /  //= ', sender = '", "_SENDER: /, from = /  //= ', from = '"),
    ("TPL-5", f"{CORE}/api/replies/xml.py", '{Templates: "template", OperatorTemplates',
     '{Templates: "row", OperatorTemplates'),
    ("OPT-2", REPLY, "_O_ID: /, id =(?: |\\Z)/  //= ', id = '", "_O_ID: /, no =(?: |\\Z)/  //= ', no = '"),
    ("STA-2", REPLY, "_ERR: /, err = /  //= ', err = '", "_ERR: /, error = /  //= ', error = '"),
    ("STA-2", f"{CORE}/api/replies/xml.py", 'f"<sms>\\n{_struct(reply)}</sms>"', 'f"<row>\\n{_struct(reply)}</row>"'),
    ("BAL-1", f"{CORE}/api/replies/xml.py", 'root.text.strip() if root.name == "balance"',
     'root.text.strip() if root.name == "amount"'),
    ("BAL-1", f"{CORE}/api/replies/xml.py", 'currency=root.get("currency")', 'currency=root.get("cur")'),
)  # fmt: skip
#: Facts whose numbers are no limits, lengths or codes of ours: why.
NO_NUMBER = {
    "REQ-2": "an escape", "REQ-6": "names of charsets", "PAR-1": "none", "PAR-7": "a flag",
    "PAR-12": "names of voices", "PAR-16": "formats are names in the code", "PAR-19": "none", "PAR-20": "flags",
    "PAR-22": "a flag", "TIM-6": "the word 0", "TIM-8": "an example",
    "LIST-1": "an escape", "LIST-5": "a flag",
    "LIST-7": "an example", "LIST-8": "a flag", "SEG-2": "numbers of standards",
    "BIN-4": "an example", "BIN-5": "an example", "PUSH-1": "a flag", "HLR-1": "flags",
    "IVR-2": "keys are names", "IVR-3": "keys are digits", "IVR-4": "see PAR-3",
    "VIB-4": "none", "CMT-1": "none", "RSP-1": "see BREAKS", "RSP-2": "see BREAKS",
    "RSP-3": "formats", "RSP-4": "formats", "RSP-6": "formats",
    "RSP-9": "a flag", "ERR-3": "formats", "ERR-5": "see ERR-4", "TPL-1": "flags", "TPL-3": "a flag",
    "TPL-4": "formats",
    "TPL-5": "see BREAKS", "OPT-1": "a flag", "EVT-1": "a flag", "EVT-2": "formats", "BEY-4": "texts, HTTP's status",
    "BEY-5": "drift", "BEY-6": "a flag", "BEY-9": "examples", "STA-2": "see STA-8 for the fields", "STA-3": "names",
    "CBK-1": "names", "CBK-2": "an example", "WTC-4": "names", "SMT-1": "see STA-6",
}  # fmt: skip


class Moved(Struct, frozen=True):
    """One number of a fact, moved: where it stands, and the file's text with it."""

    fact: str
    path: str
    line: int
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.fact} {self.path}:{self.line}: {self.before} -> {self.after}"


def moved() -> Iterator[Moved]:
    """Every number of every place, moved. Raises ValueError for a place that is not there, or there twice."""
    for fact, path, piece in PLACES:
        plain = re.sub("[«»]", "", piece)
        path, text = _found(fact, path, plain)
        start = text.index(plain)
        for match in re.finditer("«([^»]*)»", piece):
            at = start + len(re.sub("[«»]", "", piece[: match.start()]))
            for after in _neighbours(match[1]):
                yield _moved(fact, path, text, at, match[1], after)
    for fact, path, piece, other in BREAKS:
        path, text = _found(fact, path, piece)
        yield _moved(fact, path, text, text.index(piece), piece, other)
    for fact, path, name in TABLES:
        path, text = _found(fact, path, f"\n{name}")
        starts = [0]
        for line in text.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        for node in _numbers_of(ast.parse(text), name):
            at = starts[node.lineno - 1] + node.col_offset
            yield _moved(fact, path, text, at, str(node.value), str(int(str(node.value)) + 1))

    yield from _of_grammars()


def _of_grammars() -> Iterator[Moved]:
    for name in ENDS:
        grammar, terminal, fact = name.split()
        path = f"grammars/{grammar}.lark"
        text = (ROOT / path).read_text(encoding="utf-8")
        line = re.search(rf"^{terminal}(?:\.-?[0-9]+)?:[^\n]*", text, re.MULTILINE)
        if line is None:
            raise ValueError(f"{path} has no {terminal}: mend its row in tests/grammar/ends.py")
        for match in NUMBER.finditer(line[0].partition("//=")[0]):
            for group in range(1, 4):
                for after in _neighbours(match[group]) if match[group] else ():
                    yield _moved(
                        fact[1:-1], path, text, line.start() + match.start(group), match[group], after
                    )


def _found(fact: str, path: str, piece: str) -> tuple[str, str]:
    """A file that has a piece once, and its text: the one that is named, or one of that name that it went to."""
    for one in (ROOT / path, *sorted((ROOT / Path(path).parts[0]).rglob(Path(path).name))):
        text = one.read_text(encoding="utf-8") if one.exists() else ""
        if text.count(piece) == 1:
            return one.relative_to(ROOT).as_posix(), text
    raise ValueError(
        f"{fact}: {piece!r} does not stand once in {path}: mend its row in tests/fact_mutants.py"
    )


def _moved(fact: str, path: str, text: str, at: int, before: str, after: str) -> Moved:
    line = text.count("\n", 0, at) + 1
    return Moved(fact, path, line, before, after, f"{text[:at]}{after}{text[at + len(before) :]}")


def _neighbours(number: str) -> Iterator[str]:
    if "." in number:
        yield from ("0.2", "0.05")
        return
    yield str(int(number) + 1)
    if int(number) > 0:
        yield str(int(number) - 1)


def _numbers_of(tree: ast.Module, name: str) -> Iterator[ast.Constant]:
    for node in tree.body:
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign)
            else []
        )
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            assert node.value is not None
            for one in ast.walk(node.value):
                if isinstance(one, ast.Constant) and isinstance(one.value, int):
                    yield one


def _noticed(one: Moved, cases: set[conformance.Case]) -> bool:
    """Whether a test that names the fact fails, or does not end, with the number moved: rows first, they are quick."""
    path = ROOT / one.path
    before = path.read_bytes()
    rows = sorted({f"{case.path}::{case.test}" for case in cases if case.row})
    wholes = sorted(
        {f"{case.path}::{case.test}" for case in cases}, key=lambda case: (case[:5] != "tests", case)
    )
    try:
        path.write_text(one.text, encoding="utf-8")
        if path.suffix == ".lark":
            try:
                _compile(path.stem)
            except LarkError:
                return True
        quick = bool(rows) and _run("-k", one.fact, *rows) not in (0, 5)
        return quick or _run(*wholes) not in (0, 5)
    finally:
        path.write_bytes(before)
        if path.suffix == ".lark":
            _compile(path.stem)


def _run(*arguments: str) -> int:
    """The exit code of pytest, in a process of its own that has pytest loaded already; -1 where it does not end."""
    child = os.fork()
    if child == 0:
        signal.alarm(300)
        with open("output.txt", "w") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        quick = "-q -x -p no:cacheprovider -W ignore::pytest.PytestAssertRewriteWarning".split()
        os._exit(int(pytest.main([*quick, "-m", "not slow and not packaging", *arguments])))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _compile(name: str) -> None:
    """Make a grammar's tables anew, and those of the grammars that take something from it."""
    folder = ROOT / "grammars"
    for path in sorted(folder.glob("*.lark")):
        text = path.read_text(encoding="utf-8")
        if path.stem == name or f"%import .{name}" in text:
            made = source_of(path.stem, compile_grammar(text, folder=str(folder)))
            (ROOT / CORE / "grammar" / "compiled" / f"{path.stem}.py").write_text(made, encoding="utf-8")


def _chosen(arguments: list[str]) -> list[Moved]:
    wanted = {argument for argument in arguments if not argument.startswith("--") and not argument.isdigit()}
    found = [one for one in moved() if not wanted or one.fact in wanted]
    if "--breaks" in arguments:
        found = [one for one in found if any(one.before == piece for _, _, piece, _ in BREAKS)]
    if "--grammars" in arguments:
        found = [one for one in found if one.path.endswith(".lark")]
    return found


def inside(arguments: list[str]) -> int:
    """Try each number in the copy of the project that this runs in."""
    proved = conformance.cases()
    found = _chosen(arguments)
    silent = 0
    skipped = int(arguments[arguments.index("--skip") + 1]) if "--skip" in arguments else 0
    sound: set[str] = set()
    for number, one in enumerate(found[skipped:], skipped + 1):
        if one.fact not in sound and _run(
            *sorted({f"{case.path}::{case.test}" for case in proved[one.fact]})
        ):
            print(Path("output.txt").read_text(encoding="utf-8")[-2000:])
            raise SystemExit(f"a test that names {one.fact} fails before anything is moved")
        sound.add(one.fact)
        noticed = _noticed(one, proved[one.fact])
        silent += not noticed
        print(number, "noticed" if noticed else "SILENT ", one, flush=True)
    print(f"{len(found) - skipped - silent} of {len(found) - skipped} noticed")
    return int(silent > 0)


def main(arguments: list[str]) -> int:
    """Print each number that no test which names its fact holds to; 1 where there is one."""
    if "--show" in arguments:
        print(*_chosen(arguments), sep="\n")
        return 0
    if "--inside" in arguments:
        return inside(arguments)
    with tempfile.TemporaryDirectory() as folder:
        tree = Tree(Path(folder))
        subprocess.run([sys.executable, "-m", "compileall", "-q", folder], check=False, capture_output=True)
        command = [sys.executable, "-m", "tests.fact_mutants", "--inside", *arguments]
        return subprocess.run(command, cwd=tree.root, env=tree.env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
