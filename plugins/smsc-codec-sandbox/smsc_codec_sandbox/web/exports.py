"""What was caught, for other programs: as text, JSON, CSV, HAR, `curl` commands, and Python for this project's client.

No secret is in any of it: what is kept of a request has stars in their place, and a program asks its environment.
"""

from __future__ import annotations

import csv
import io
import re
import shlex
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from msgspec import Struct, structs

from smsc_codec.api.operations import Operation, Send
from smsc_codec_sandbox.linting import KEPT, STARS
from smsc_codec_sandbox.model import Exchange
from smsc_codec_sandbox.web.found import Found

#: What a spreadsheet takes for a formula when a cell begins with it.
_BEGINS = re.compile(r"\A(?=[\t\r\n])|(?:\A|(?<=[;\t\r\n]))(?=[=+@-])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Export(Struct, frozen=True):
    """A way to write it: the name's ending, the media type, and what makes it of messages, requests and an address."""

    ending: str
    media: str
    make: Callable[[Sequence[Found], Sequence[Exchange], str], str]


class Parsed(Struct, frozen=True):
    """A request taken apart: `parts` are those of a form with files, name, value, whether it is a file."""

    method: str
    target: str
    body: str = ""
    parts: tuple[tuple[str, str, bool], ...] = ()

    @property
    def media(self) -> str:
        """What kind of body it has; empty where there is none."""
        if self.parts:
            return "multipart/form-data"
        if not self.body:
            return ""
        return "application/json" if self.body.lstrip()[:1] in "{[" else "application/x-www-form-urlencoded"


def parsed(exchange: Exchange) -> Parsed | None:
    """A request as it came; None for one that is not kept as a whole, or that came by mail."""
    text = exchange.text
    if not text or len(text) >= KEPT or exchange.method == "MAIL":
        return None
    if text.startswith("curl "):
        return _of_command(text)
    head, _, body = text.partition("\n\n")
    method, _, target = head.strip().partition(" ")
    return Parsed(method, target, body) if target.startswith("/") else None


def _of_command(text: str) -> Parsed | None:
    try:
        words = shlex.split(text)
    except ValueError:
        return None
    parts = []
    for flag, word in zip(words[1:-1:2], words[2:-1:2], strict=False):
        name, _, value = word.partition("=")
        parts.append((name, value.removeprefix("@") if flag == "-F" else value, flag == "-F"))
    target = words[-1].partition("://")[2].partition("/")[2]
    return Parsed("POST", f"/{target}", parts=tuple(parts))


def as_text(found: Sequence[Found], exchanges: Sequence[Exchange], base: str) -> str:
    """Messages for people."""
    made = []
    for one in found:
        message = one.message
        head = [f"{_iso(message.made)} {message.channel} to {message.phone}"]
        head += [f"from {message.sender}"] if message.sender else []
        head.append(f"status {one.status}, error {one.err}, cost {message.cost:f}, id {message.id}")
        made.append(f"{', '.join(head)}\n{message.text}\n")
    return "\n".join(made)


def _values(one: Found) -> dict[str, Any]:
    made: dict[str, Any] = msgspec.to_builtins(one.message)
    marks: dict[str, Any] = structs.asdict(one.marks)
    return made | {"status": one.status, "err": one.err, "since": one.since} | marks


def as_json(found: Sequence[Found], exchanges: Sequence[Exchange], base: str) -> str:
    """Messages with their requests."""
    made = {"messages": [_values(one) for one in found], "requests": exchanges}
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"


_COLUMNS = (
    "key", "id", "login", "phone", "channel", "sender", "status", "err", "cnt", "cost", "made", "subj", "text",
    "comment", "tags",
)  # fmt: skip


def as_csv(found: Sequence[Found], exchanges: Sequence[Exchange], base: str) -> str:
    """Messages for spreadsheets: no cell is a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(_COLUMNS)
    for one in found:
        values = _values(one) | {"made": _iso(one.message.made), "tags": " ".join(one.marks.tags)}
        writer.writerow([cell(values[name]) for name in _COLUMNS])
    return file.getvalue()


def cell(value: object) -> str:
    """A value that no spreadsheet takes for a formula; numbers stay numbers."""
    text = str(value)
    if re.fullmatch(r"-\d+(\.\d+)?", text):
        return text
    # Some spreadsheets part cells at semicolons and tabs, too.
    return _BEGINS.sub("'", text)


def as_har(found: Sequence[Found], exchanges: Sequence[Exchange], base: str) -> str:
    """Requests with their replies, as browsers' tools read them (HAR 1.2)."""
    entries = [_entry(one, said, base) for one in exchanges if (said := parsed(one)) is not None]
    log = {
        "version": "1.2",
        "creator": {"name": "smsc-codec-sandbox", "version": "0.1.0"},
        "entries": entries,
    }
    return msgspec.json.format(msgspec.json.encode({"log": log}), indent=2).decode() + "\n"


def _entry(exchange: Exchange, said: Parsed, base: str) -> dict[str, Any]:
    query = said.target.partition("?")[2]
    request: dict[str, Any] = {
        "method": said.method,
        "url": base + said.target,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [{"name": "Content-Type", "value": said.media}] if said.media else [],
        "queryString": _pairs(query, exchange.charset),
        "headersSize": -1,
        "bodySize": len(said.body.encode()) if not said.parts else -1,
    }
    if said.media:
        data: dict[str, Any] = {"mimeType": said.media, "params": [], "text": said.body}
        if said.parts:
            data["params"] = [
                {"name": name, "fileName": value} if is_file else {"name": name, "value": value}
                for name, value, is_file in said.parts
            ]
        elif "form" in said.media:
            data["params"] = _pairs(said.body, exchange.charset)
        request["postData"] = data
    status = 404 if exchange.reply == "HTTP status 404" else 200
    content = {"size": len(exchange.reply.encode()), "mimeType": "text/plain", "text": exchange.reply}
    return {
        "startedDateTime": _iso(exchange.at),
        "time": 0,
        "request": request,
        "response": {
            "status": status, "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [], "headers": [],
            "content": content, "redirectURL": "", "headersSize": -1, "bodySize": -1,
        },
        "cache": {},
        "timings": {"send": 0, "wait": 0, "receive": 0},
        "comment": f"request {exchange.key}; secrets are blotted out",
    }  # fmt: skip


def _pairs(text: str, charset: str) -> list[dict[str, str]]:
    pairs = parse_qsl(text.strip(), keep_blank_values=True, encoding=charset, errors="replace")
    return [{"name": name, "value": value} for name, value in pairs]


def as_curl(found: Sequence[Found], exchanges: Sequence[Exchange], base: str) -> str:
    """Requests as commands for a POSIX shell; each word is quoted, so that none of it is the shell's."""
    made = []
    for one in exchanges:
        said = parsed(one)
        if said is None:
            made.append(f"# request {one.key} is not kept as a whole, or came by mail\n")
            continue
        words = ["curl", "-g"]  # braces and brackets are text
        for name, value, is_file in said.parts:
            told = f"@./{_file_name(value)}" if is_file else value
            words += ["-F" if is_file else "--form-string", quoted(f"{name}={told}")]
        if said.media == "application/json":
            words += ["-H", quoted("Content-Type: application/json")]
        if said.body:
            words += ["--data-raw", quoted(said.body)]
        elif said.method == "POST" and not said.parts:
            words += ["-X", "POST"]
        command = " ".join([*words, quoted(base + said.target)])
        note = f"# put your password or key in the place of {STARS}\n" if STARS in command else ""
        made.append(f"{note}{command}\n")
    return "\n".join(made)


def _file_name(path: str) -> str:
    """The name of a file that a stranger named: no path of this machine, no option of a form."""
    return re.sub(r"[^\w. -]", "_", path.replace("\\", "/").rpartition("/")[2])


def quoted(word: str) -> str:
    """A word for a shell; one with control characters in the form that shows them."""
    if not _CONTROL.search(word):
        return shlex.quote(word)
    shown = word.replace("\\", "\\\\").replace("'", "\\047").replace("\n", "\\n").replace("\t", "\\t")
    escaped = _CONTROL.sub(lambda one: "".join(f"\\x{octet:02x}" for octet in one[0].encode()), shown)
    return f"$'{escaped}'"


def as_python(found: Sequence[Found], exchanges: Sequence[Exchange], base: str) -> str:
    """A program that makes the requests by this project's client."""
    names: dict[str, set[str]] = {}
    blocks = []
    for one in exchanges:
        if one.operation is None:
            blocks.append(f"    # request {one.key} was not understood")
            continue
        try:
            operation = msgspec.convert(one.operation, Operation)
        except msgspec.ValidationError:  # kept by another version
            blocks.append(f"    # request {one.key} is not understood any more")
            continue
        method = "send" if isinstance(operation, Send) and operation.cost != 1 else "ask"
        lost = "  # with its files, which the page has for download" if one.files else ""
        blocks.append(f"    print(client.{method}({source(operation, names)})){lost}")
    login = next((one.login for one in exchanges if one.login), "")
    is_key = login.startswith("key-")
    access = 'Key(os.environ["SMSC_APIKEY"])' if is_key else f'Login({login!r}, os.environ["SMSC_PSW"])'
    names.setdefault("smsc_codec.api", set()).add("Key" if is_key else "Login")
    names.setdefault("smsc_codec_httpx", set()).add("Client")
    imports = "\n".join(
        f"from {module} import {', '.join(sorted(names[module]))}" for module in sorted(names)
    )
    head = f"import os\n\n{imports}\n\nwith Client({access}, hosts=[{base!r}]) as client:\n"
    return head + "\n".join(blocks or ["    pass"]) + "\n"


def source(value: object, names: dict[str, set[str]]) -> str:
    """A value as Python; the classes that it needs are noted by their modules."""
    if isinstance(value, Struct):
        kind = type(value)
        names.setdefault(kind.__module__, set()).add(kind.__name__)
        said = [
            f"{field.name}={source(getattr(value, field.name), names)}"
            for field in structs.fields(kind)
            if field.required or getattr(value, field.name) != _default(field)
        ]
        return f"{kind.__name__}({', '.join(said)})"
    if isinstance(value, tuple):
        inside = ", ".join(source(one, names) for one in value)
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, datetime):
        names.setdefault("datetime", set()).add("datetime")
        return repr(value).removeprefix("datetime.")
    return repr(value)


def _default(field: structs.FieldInfo) -> object:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


EXPORTS = {
    "text": Export("txt", "text/plain", as_text),
    "json": Export("json", "application/json", as_json),
    "csv": Export("csv", "text/csv", as_csv),
    "har": Export("har", "application/json", as_har),
    "curl": Export("sh", "text/plain", as_curl),
    "python": Export("py", "text/plain", as_python),
}
#: More requests are not written at once.
MOST = 10_000


def requests_of(found: Iterable[Found]) -> list[int]:
    """The keys of the requests that brought messages."""
    return sorted({one.message.request for one in found})
