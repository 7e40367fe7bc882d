"""How the client asks, written once: generators that yield what is to be done and are given what came of it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Any, TypeVar

from msgspec import Struct, structs

from smsc_codec.api.access import Access
from smsc_codec.api.building import Request, build_request, endpoint
from smsc_codec.api.limits import Outcome
from smsc_codec.api.operations import (
    GetBalance,
    GetOperatorTemplates,
    GetStatus,
    GetTemplates,
    Operation,
    Send,
)
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.replies import Reply, ReplyError, meanings, read_reply
from smsc_codec.api.replies.model import Failure, Sent
from smsc_codec.client.errors import BadReply, OutcomeUnknown, Unreachable, service_error
from smsc_codec.client.gate import Gate
from smsc_codec.client.masked import masked, masked_octets, masked_value
from smsc_codec.client.transport import NotSent, Response, Unclear
from smsc_codec.payloads import recipients
from smsc_codec.payloads.recipients.model import Phone


class Exchange(Struct, frozen=True, gc=False):
    """To be done: send a request to an address. Gives the Response, or raises NotSent or Unclear."""

    request: Request
    base: str


class Wait(Struct, frozen=True, gc=False):
    """To be done: let so many seconds pass."""

    seconds: float


class Pull(Struct, frozen=True, gc=False):
    """To be done: take the next line of the source. Gives the line, or END."""


#: What a source gives that has no more: nothing that could come from it.
END = object()


Effect = Exchange | Wait | Pull
T = TypeVar("T")
#: Yields effects, is sent what came of them, returns a result.
Flow = Generator[Effect, Any, T]


class Asking(Struct):
    """What every question needs: who asks, where, and the limits of the account."""

    access: Access
    hosts: tuple[str, ...]
    gate: Gate
    new_id: Callable[[], int | str]


def ask(
    asking: Asking, operation: Operation, again: bool = False, begin: Callable[[], object] = lambda: None
) -> Flow[Reply]:
    """Ask the service, on the next host where one could not be reached (BEY-3). Raises the errors of `errors`.

    POST, so that the password is in no address; JSON and UTF-8. What may have been carried out is never repeated.
    `begin` is called when all is ready and nothing has gone out. Of an operation that changes something, only
    Unreachable and ServiceError say afterwards that nothing was done; everything else leaves that open.
    """
    asked = operation  # the same message under another id is the same to who pays for it
    if isinstance(operation, Send) and operation.cost != 1 and operation.id is None:
        operation = structs.replace(operation, id=asking.new_id())  # so that one can ask what became of it
    request = build_request(operation, asking.access)
    while (token := asking.gate.enter(asked, again)) is None:
        yield Wait(BREATH)
    outcome: Outcome = "unsent"
    try:
        begin()
        outcome = "sent"
        return (yield from _anywhere(asking, operation, request))
    except Unreachable:
        outcome = "unsent"
        raise
    finally:
        asking.gate.leave(token, outcome)


#: In seconds: how long a request waits for a place before it looks again, with as many under way as there may be.
BREATH = 0.05


def _anywhere(asking: Asking, operation: Operation, request: Request) -> Flow[Reply]:
    tried: list[tuple[str, str]] = []
    for base in asking.hosts:
        try:
            response: Response = yield Exchange(request, base)
        except NotSent as error:
            sent, reason = False, masked(str(error), asking.access)
        except Exception as error:  # whatever else a transport says, or how it fails, proves nothing
            kind = "" if isinstance(error, Unclear) else f"{type(error).__name__}: "
            sent, reason = True, masked(f"{kind}{error}", asking.access)
        except BaseException as error:  # given up, with the request under way
            if changes(operation):
                error.add_note(str(unknown(operation, "it was under way")))
            raise
        else:
            return _understood(asking, operation, response)
        # Out here, so that it carries nothing of what the transport raised: the request may be in there.
        if sent and changes(operation):
            raise unknown(operation, reason)
        tried.append((base, reason))
    raise Unreachable(tuple(tried))


def _understood(asking: Asking, operation: Operation, response: Response) -> Reply:
    """The reply that a response holds; every other response is an error."""
    text = ""
    if response.status == 200:  # BEY-4: errors of the service come with 200, too
        try:
            reply = read_reply(response.body, operation)
        except ReplyError as error:
            text = error.text
            reason = error.reason
        else:
            if not isinstance(reply, Failure):
                # Of a call the seconds may not be known; of what is sent otherwise there is at least one (RSP-7).
                if isinstance(reply, Sent) and reply.cnt < (getattr(operation, "channel", "") != "call"):
                    reason = f"the reply says that {reply.cnt} SMS were sent"
                    raise unknown(operation, reason, _masked_response(response, asking.access))
                return reply
            reply = masked_value(reply, asking.access)
            if not changes(operation) or refuses(operation, reply):
                raise service_error(endpoint(operation), reply)
            reason = (
                f"error {reply.code} ({reply.text}), which is not a refusal by {endpoint(operation)}.php's"
            )
    else:
        text = response.body[:10_000].decode("utf-8", "replace")
        reason = f"HTTP status {response.status}"
    text = masked(text, asking.access)
    response = _masked_response(response, asking.access)
    if changes(operation):
        raise unknown(operation, f"{reason}: {text[:200]!r}" if text else reason, response)
    raise BadReply(reason, response, text)


def _masked_response(response: Response, access: Access) -> Response:
    return Response(response.status, masked_octets(response.body, access))


#: ERR-1: the refusals of send.php that name the message; no others do.
_NAMING = (3, 6, 7, 8)


def refuses(operation: Operation, failure: Failure) -> bool:
    """Whether a failure proves that nothing was done: the endpoint has its code, and says it so (ERR-1 .. ERR-5).

    What comes from elsewhere, a proxy's own error among it, may follow a request that the service has carried out.
    """
    where = endpoint(operation)
    if failure.code not in meanings.FAILURES[where]:
        return False
    return failure.id is None or (where == "send" and failure.code in _NAMING)


def changes(operation: Operation) -> bool:
    """Whether carrying it out twice is not the same as once: it sends, or changes something."""
    match operation:
        case Send():
            return operation.cost != 1
        case GetStatus():
            return operation.delete
    return not isinstance(operation, GetBalance | GetTemplates | GetOperatorTemplates)


def unknown(operation: Operation, reason: str, response: Response | None = None) -> OutcomeUnknown:
    """The error for what may have been carried out."""
    if not isinstance(operation, Send):
        return OutcomeUnknown(reason, response=response)
    return OutcomeUnknown(reason, id=operation.id, ask=question(operation), response=response)


def question(operation: Send) -> GetStatus | None:
    """The question for the status of the first message to a number; None where there is none or no id."""
    to: Iterable[Any]
    if operation.phones is not None:
        to = operation.phones.items
    else:
        assert operation.list is not None  # what was sent has one of them
        to = (
            one for line in operation.list.lines for one in recipients.read(",".join(line.phones)).value.items
        )
    phone = next((one for one in to if isinstance(one, Phone)), None)
    if phone is None or operation.id is None:
        return None
    return GetStatus((Asked(phone, operation.id),))
