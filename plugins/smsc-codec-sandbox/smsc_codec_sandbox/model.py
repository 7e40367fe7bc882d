"""What the sandbox keeps: the messages it caught, and the requests that brought them. Frozen; money is exact."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import Severity
from smsc_codec_sandbox.config import Fate


class File(Struct, frozen=True):
    """A file that came with a request. `media` is what the client said of it; `picture` is the type of a picture that
    its octets are, which may be shown, and empty for anything else.
    """

    name: str
    size: int
    media: str
    sha256: str
    picture: str = ""


class Message(Struct, frozen=True, kw_only=True):
    """One message to one recipient.

    `key` numbers the messages, `request` is the key of the request that brought it. `text` is what the recipient gets,
    `said` what the request says. `channel` is a channel of the page, or `bin` or `push`. `cnt` is in parts, for a call
    in seconds. `made` and `due` are Unix times: when it came, and from when on it is sent. `code` is BEY-6's.
    A call that rings until somebody picks it up has `rings`, in seconds; `talking` says that somebody has, `over` is
    the Unix time at which it was over.
    """

    key: int
    request: int
    login: str
    id: int | str
    phone: str
    channel: str
    text: str
    said: str
    cnt: int
    cost: Decimal
    made: float
    due: float
    fate: Fate
    tz: int = 0
    sender: str = ""
    comment: str = ""
    subj: str = ""
    code: str = ""
    files: tuple[File, ...] = ()
    rings: float | None = None
    talking: bool = False
    over: float | None = None


class Answered(Struct, frozen=True, kw_only=True):
    """What somebody answered to a message; `to` is the number of the account that it went to."""

    key: int
    message: int
    login: str
    phone: str
    to: str
    text: str
    at: float


class Marks(Struct, frozen=True, omit_defaults=True):
    """What somebody has marked a message with."""

    seen: bool = False
    pinned: bool = False
    tags: tuple[str, ...] = ()


class Change(Struct, frozen=True):
    """What a fix writes in the place of something of a request's `text`."""

    start: int
    end: int
    text: str


class Mend(Struct, frozen=True):
    """A fix of a finding. `safe`: the meaning stays."""

    title: str
    safe: bool
    changes: tuple[Change, ...]


class Noted(Struct, frozen=True, kw_only=True):
    """What the linter found in a request, with its place in the request's `text`."""

    code: str
    name: str
    severity: Severity
    message: str
    start: int
    end: int
    line: int
    column: int
    expected: tuple[str, ...] = ()
    fixes: tuple[Mend, ...] = ()


class Exchange(Struct, frozen=True, kw_only=True):
    """A request with its reply.

    `text` is the request as `smsc-codec lint --as request` takes it, every secret blotted out; it is cut where it is
    long. `operation` is what was understood. `odd` is what was odd about it, by parameter. `error` is the code that it
    was refused with, `fault` what a test had ordered. `unlinted` says why there are no findings.
    """

    key: int
    at: float
    method: str
    endpoint: str
    login: str
    text: str
    reply: str
    fmt: int
    charset: str
    operation: Any = None
    odd: tuple[tuple[str, str], ...] = ()
    findings: tuple[Noted, ...] = ()
    unlinted: str = ""
    files: tuple[File, ...] = ()
    error: int | None = None
    fault: str = ""


class BriefFinding(Struct, frozen=True):
    """A finding without its words."""

    code: str
    name: str
    severity: Severity


class Brief(Struct, frozen=True):
    """What lists show and search of a request: the rest of an `Exchange` is passed over as it is read."""

    key: int
    findings: tuple[BriefFinding, ...] = ()
    unlinted: str = ""
    error: int | None = None
    fault: str = ""
