"""The codec of everything one says to the SMSC messaging service: text to typed values and back.

Everything a user needs is here, and each name is loaded when it is first used::

    import smsc_codec as sms

    value = sms.menu.parse(text)                 # a Menu, or ParseError with every problem and its place
    text = sms.menu.build(value)                 # text that reads back equal, or BuildError that names the field
    findings = sms.lint(text)                    # what the linter finds, with lines and columns
    operation = sms.say("79990000000", "Hello!") # a Send: for a client, or for `sms.request.build`

The mini-languages, each with `parse`, `read`, `build` and its values: `menu`, `mailing`, `message`, `viber`,
`schedule`, `recipients`, `voice`, `binary`, `transcript` (a call to a menu, as `.call` files have it). The protocol:
`request`, `reply`, `callback`. Texts: `text`.
Whatever is not named in `__all__` of this module and of these is private.
"""

TYPE_CHECKING = False  # as type checkers know it: importing `typing` would take as long as all else here
if TYPE_CHECKING:
    from smsc_codec import text as text
    from smsc_codec.api import callback as callback
    from smsc_codec.api import replies as reply  # noqa: F401  # public under another name
    from smsc_codec.api import request as request
    from smsc_codec.api.access import Key as Key
    from smsc_codec.api.access import Login as Login
    from smsc_codec.api.limits import Limits as Limits
    from smsc_codec.api.operations import AddOperatorTemplate as AddOperatorTemplate
    from smsc_codec.api.operations import AddTemplate as AddTemplate
    from smsc_codec.api.operations import ChangeTemplate as ChangeTemplate
    from smsc_codec.api.operations import DeleteTemplate as DeleteTemplate
    from smsc_codec.api.operations import GetBalance as GetBalance
    from smsc_codec.api.operations import GetOperatorTemplates as GetOperatorTemplates
    from smsc_codec.api.operations import GetStatus as GetStatus
    from smsc_codec.api.operations import GetTemplates as GetTemplates
    from smsc_codec.api.operations import Notify as Notify
    from smsc_codec.api.operations import Send as Send
    from smsc_codec.api.operations.send import Link as Link
    from smsc_codec.api.operations.send import Upload as Upload
    from smsc_codec.api.replies import ReplyError as ReplyError
    from smsc_codec.client import AddressBlocked as AddressBlocked
    from smsc_codec.client import AsyncClient as AsyncClient
    from smsc_codec.client import AsyncTransport as AsyncTransport
    from smsc_codec.client import BadReply as BadReply
    from smsc_codec.client import Client as Client
    from smsc_codec.client import ClientError as ClientError
    from smsc_codec.client import Entry as Entry
    from smsc_codec.client import Forbidden as Forbidden
    from smsc_codec.client import HeldBack as HeldBack
    from smsc_codec.client import Journal as Journal
    from smsc_codec.client import JournalError as JournalError
    from smsc_codec.client import JournalMismatch as JournalMismatch
    from smsc_codec.client import Mailed as Mailed
    from smsc_codec.client import MemoryJournal as MemoryJournal
    from smsc_codec.client import NotEnoughMoney as NotEnoughMoney
    from smsc_codec.client import NotFound as NotFound
    from smsc_codec.client import NotSaved as NotSaved
    from smsc_codec.client import NotSent as NotSent
    from smsc_codec.client import OutcomeUnknown as OutcomeUnknown
    from smsc_codec.client import Progress as Progress
    from smsc_codec.client import Record as Record
    from smsc_codec.client import Repeated as Repeated
    from smsc_codec.client import Response as Response
    from smsc_codec.client import ServiceError as ServiceError
    from smsc_codec.client import Transport as Transport
    from smsc_codec.client import TransportError as TransportError
    from smsc_codec.client import Unclear as Unclear
    from smsc_codec.client import UnclearLines as UnclearLines
    from smsc_codec.client import Undeliverable as Undeliverable
    from smsc_codec.client import Unreachable as Unreachable
    from smsc_codec.client import WrongAccess as WrongAccess
    from smsc_codec.client import WrongLine as WrongLine
    from smsc_codec.client import WrongParameters as WrongParameters
    from smsc_codec.client import WrongPhone as WrongPhone
    from smsc_codec.client import WrongTime as WrongTime
    from smsc_codec.client import asked as asked
    from smsc_codec.client import connect as connect
    from smsc_codec.compose import MailingFrom as MailingFrom
    from smsc_codec.compose import call as call
    from smsc_codec.compose import mail as mail
    from smsc_codec.compose import mailing_from as mailing_from
    from smsc_codec.compose import say as say
    from smsc_codec.compose import viber as viber
    from smsc_codec.diagnostics import BuildError as BuildError
    from smsc_codec.diagnostics import CodecError as CodecError
    from smsc_codec.diagnostics import Edit as Edit
    from smsc_codec.diagnostics import Finding as Finding
    from smsc_codec.diagnostics import Fix as Fix
    from smsc_codec.diagnostics import Label as Label
    from smsc_codec.diagnostics import ParseError as ParseError
    from smsc_codec.diagnostics import Problem as Problem
    from smsc_codec.diagnostics import Span as Span
    from smsc_codec.diagnostics import WrongArgument as WrongArgument
    from smsc_codec.linter.config import Settings as Settings
    from smsc_codec.linter.fixes import Fixed as Fixed
    from smsc_codec.linter.gate import fix as fix
    from smsc_codec.linter.gate import lint as lint
    from smsc_codec.linter.gate import render as render
    from smsc_codec.linter.registry import ConfigError as ConfigError
    from smsc_codec.payloads import binary as binary
    from smsc_codec.payloads import call as transcript  # noqa: F401  # public under another name
    from smsc_codec.payloads import codec as codec
    from smsc_codec.payloads import mailing as mailing
    from smsc_codec.payloads import menu as menu
    from smsc_codec.payloads import message as message
    from smsc_codec.payloads import recipients as recipients
    from smsc_codec.payloads import schedule as schedule
    from smsc_codec.payloads import voice as voice
    from smsc_codec.plugins import PluginError as PluginError

__version__ = "0.1.0"

#: Where each public name lives; a name behind a colon is called otherwise there.
_HOMES = {
    "": "text",
    "api": "callback replies:reply request",
    "api.access": "Key Login",
    "api.limits": "Limits",
    "api.operations": "AddOperatorTemplate AddTemplate ChangeTemplate DeleteTemplate GetBalance GetOperatorTemplates "
    "GetStatus GetTemplates Notify Send",
    "api.operations.send": "Link Upload",
    "api.replies": "ReplyError",
    "client": "AddressBlocked AsyncClient AsyncTransport BadReply Client ClientError Entry Forbidden HeldBack Journal "
    "JournalError JournalMismatch Mailed MemoryJournal NotEnoughMoney NotFound NotSaved NotSent OutcomeUnknown "
    "Progress Record Repeated Response ServiceError Transport TransportError Unclear UnclearLines Undeliverable "
    "Unreachable WrongAccess WrongLine WrongParameters WrongPhone WrongTime asked connect",
    "compose": "MailingFrom call mail mailing_from say viber",
    "diagnostics": "BuildError CodecError Edit Finding Fix Label ParseError Problem Span WrongArgument",
    "linter.config": "Settings",
    "linter.fixes": "Fixed",
    "linter.gate": "fix lint render",
    "linter.registry": "ConfigError",
    "payloads": "binary call:transcript codec mailing menu message recipients schedule voice",
    "plugins": "PluginError",
}
_HOME_OF = {
    entry.rpartition(":")[2]: (home, entry.partition(":")[0])
    for home, names in _HOMES.items()
    for entry in names.split()
}
__all__ = sorted(_HOME_OF)  # pyright: ignore[reportUnsupportedDunderAll]


if not TYPE_CHECKING:  # a type checker knows the names above, and tells of any other

    def __getattr__(name):
        from importlib import import_module

        if name == "check":
            from warnings import warn

            warn("smsc_codec.check is called smsc_codec.lint now", DeprecationWarning, stacklevel=2)
            return import_module("smsc_codec.linter.engine").check
        if name not in _HOME_OF:
            raise AttributeError(f"module 'smsc_codec' has no attribute {name!r}")
        home, there = _HOME_OF[name]
        module = import_module(f"smsc_codec.{home}" if home else "smsc_codec")
        value = getattr(module, there, None) if home else None
        if value is None:
            value = import_module(f"{module.__name__}.{there}")
        globals()[name] = value
        return value


def __dir__() -> "list[str]":
    return [*__all__, "__version__"]
