"""send.php: a message with its recipients, or a list, and how it is sent (REQ-4, PAR, LIST-5, BEY-6, BEY-7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from msgspec import structs

from smsc_codec.api import multipart
from smsc_codec.api.operations.send import Channel, Send, Upload
from smsc_codec.api.parameters import combinations, content, message_id, phones
from smsc_codec.api.parameters.kinds import Parameter, Read, flag, text, whole, words
from smsc_codec.api.parameters.messages import CLASHES
from smsc_codec.api.parameters.table import Form, Oddity, Said
from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span
from smsc_codec.payloads import recipients, voice
from smsc_codec.payloads.conform import conform
from smsc_codec.payloads.mailing.model import Mailing
from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec.payloads.schedule.read import read_parameters
from smsc_codec.payloads.schedule.write import parameters as schedule_parameters
from smsc_codec.payloads.voice.model import DEFAULT, Param, Voice
from smsc_codec.payloads.voice.param import dialling
from smsc_codec.payloads.voice.write import parameter as voice_parameter

CHANNELS: tuple[Channel, ...] = get_args(Channel)
_FLAGS = {name: flag(name) for name in CHANNELS if name != "sms"}
_SCHEDULE = Schedule.__struct_fields__


def _read_by(read: Callable[[str], Any]) -> Callable[[str], Read]:
    """The way back of a mini-language."""

    def way(text: str) -> Read:
        reading = read(text)
        return reading.value, reading.problems

    return way


def _setting(name: str, kind: type[Voice] | type[Param]) -> Parameter:
    """`voice` and `param` (PAR-12, PAR-13), which are one language."""

    def write(value: Any) -> str:
        return voice_parameter(value)[1]

    def read(text: str) -> Read:
        value, problems = _read_by(voice.read)(text)
        if isinstance(value, Param) and kind is Param and dialling(value) is DEFAULT:
            told = "one of the three parameters is out of range, so the service drops all of them"
            return None, (Problem(told, Span(0, len(text)), "call-setting"),)
        if problems or isinstance(value, kind):
            return value if isinstance(value, kind) else None, problems
        return None, (Problem(f"not a valid '{name}'", Span(0, len(text)), "request-parameter"),)

    return Parameter(name, write, read)


def _address(value: str) -> bool:
    """Whether it is an IP address (PAR-19)."""
    from ipaddress import ip_address

    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _userip() -> Parameter:
    told = "an IP address"

    def write(value: Any) -> str:
        if not isinstance(value, str) or not _address(value):
            raise BuildError("", told)
        return value

    def read(text: str) -> Read:
        problem = Problem(f"not {told}", Span(0, len(text)), "request-parameter", (told,))
        return text, () if _address(text) else (problem,)

    return Parameter("userip", write, read)


#: PAR-18 names no bound; this is one of any number that the service can hold.
MOST_MAXSMS = 2**31 - 1
_PHONES = Parameter("phones", recipients.build, phones.read)
_URL = r"https?://[^\s/?#<>]+(?:[/?#][^\s<>]*)?"
#: BEY-7, SEN-1: a bot of Telegram, or the number of WhatsApp that a message comes from.
_BOT = r"@[A-Za-z0-9_]+|wa:\+?[1-9][0-9]{6,14}"
#: What is said each by a parameter of its own, in the order of the page.
TABLE = (
    Parameter("id", message_id.write, message_id.read),
    text("sender"),
    whole("translit", 0, 2, default=0),
    flag("tinyurl"),
    words("fileurl", _URL, "a full http(s) address", kind="fileurl"),
    _setting("voice", Voice),
    _setting("param", Param),
    text("subj"),
    whole("cost", 0, 3, default=0),
    whole("maxsms", 1, MOST_MAXSMS),
    words("imgcode", r"[A-Za-z0-9]+", "Latin letters and digits"),
    _userip(),
    flag("err"),
    flag("op"),
    words("pp", r"[A-Za-z0-9._-]+", "a partner id"),
    flag("nl"),
    whole("smsreq", 10, 999),
    words("bot", _BOT, "a bot's name with its '@', or 'wa:' with a full number"),
)


def write(operation: Send, said: Said) -> None:
    """Say an operation."""
    _check_types(operation, said)
    if said.errors:
        return
    said.put(_PHONES, operation.phones)
    content.write(operation, said)
    for name in (operation.channel,) if operation.channel != "sms" else ():
        said.texts[name] = "1"
    said.table(TABLE, operation)
    try:
        said.texts |= schedule_parameters(operation.schedule)
    except BuildError as error:
        said.failed("schedule", error)
    wrong = {error.field.partition(".")[0].partition("[")[0] for error in said.errors}
    for oddity in combinations.oddities(operation):
        field = _FIELDS.get(oddity.parameter, oddity.parameter)
        if oddity.problem.severity is None and field not in wrong:
            told = oddity.problem.message
            said.wrong(field, told + "".join(f"; expected {one}" for one in oddity.problem.expected[:1]))


def _check_types(operation: Send, said: Said) -> None:
    """What the combinations take for granted; a list and the bytes of files are too large to be copied for it."""
    try:
        conform(structs.replace(operation, list=None, files=()), Send)
        if not isinstance(operation.list, Mailing | None) or not isinstance(operation.files, tuple):
            raise BuildError("list" if isinstance(operation.files, tuple) else "files", "of another type")
    except BuildError as error:
        said.errors.append(error)
        return
    for index, file in enumerate(operation.files):
        if not isinstance(file, Upload) or not isinstance(file.data, bytes) or not file.name:
            said.wrong(f"files[{index}]", "an Upload with a name and bytes")
            continue
        try:
            conform(structs.replace(file, data=b""), Upload)
            multipart.head(multipart.Part("file", b"", file.name, file.media))
        except BuildError as error:
            said.wrong(f"files[{index}].{'name' if error.field == 'filename' else error.field}", error.reason)


#: Where a parameter has another name in the operation.
_FIELDS = {"mes": "message"} | dict.fromkeys(_SCHEDULE, "schedule")


def read(form: Form) -> Send:
    """The operation that is said; what makes no sense is left out and told of."""
    values = form.table(TABLE)
    values["phones"] = form.take(_PHONES)
    values["files"] = form.files
    values["channel"] = _channel(form)
    values["schedule"] = _schedule(form)
    place = content.read(form, values)
    operation = Send(**values)
    # An empty parameter says nothing (BEY-9).
    given = {name for name, octets in form.given.items() if octets}
    form.oddities += combinations.oddities(operation, given=given, place=place)
    if any(oddity.problem.kind in CLASHES for oddity in form.oddities):
        form.oddities = [oddity for oddity in form.oddities if not _rests_on_flags(oddity)]
    return operation


#: What is told of a message by how it goes, and of its text whatever it holds.
_BY_CHANNEL = frozenset(
    ("mms-no-text", "mail-incomplete", "recipient-channel", "list-recipient", "list-sender", "sender-invalid",
     "sender-not-number", "file-format", "attachments", "viber-picture")
)  # fmt: skip
_OF_ANY_TEXT = ("request-charset", "message-too-long", "repeated-parameter")


def _rests_on_flags(oddity: Oddity) -> bool:
    """Whether it may be otherwise once flags that contradict each other are mended: one mistake is told once."""
    kind = oddity.problem.kind
    if oddity.parameter == "mes":
        return kind not in _OF_ANY_TEXT
    return kind in _BY_CHANNEL or (kind == "unused-parameter" and oddity.parameter != "nl")


def _channel(form: Form) -> str:
    asked = [name for name, parameter in _FLAGS.items() if form.take(parameter)]
    for name in asked[1:]:
        message = f"'{asked[0]}' and '{name}' cannot be used together"
        form.odd(name, Problem(message, Span(0, 1), "channel-conflict", ("only one of them",)))
    return asked[0] if asked else "sms"


def _schedule(form: Form) -> Schedule:
    made = Schedule()
    for name in _SCHEDULE:
        said = form.text(name)
        if said is None:
            continue
        try:
            made = structs.replace(made, **{name: getattr(read_parameters({name: said}), name)})
        except ParseError as error:
            for problem in error.problems:
                form.odd(name, problem)
    return made
