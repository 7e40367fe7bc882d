"""What can come of asking the service, besides a reply. Nothing here holds a password or a key."""

from __future__ import annotations

from smsc_codec.api.operations.status import GetStatus
from smsc_codec.api.replies import meanings
from smsc_codec.api.replies.model import Failure
from smsc_codec.client.results import Mailed
from smsc_codec.client.transport import Response
from smsc_codec.diagnostics import BuildError, CodecError


class ClientError(CodecError):
    """The base of these errors. A request that cannot be built is a BuildError: nothing was sent.

    One that ends a mailing has in `mailed` what became of the mailing so far: each request, its lines, its id.
    """

    mailed: Mailed | None = None


class Unreachable(ClientError):
    """No host of the service could be reached, or none answered a mere question. Nothing was sent, nothing is paid.

    `tried` has each address with the reason.
    """

    def __init__(self, tried: tuple[tuple[str, str], ...]) -> None:
        self.tried = tried
        super().__init__(tried)

    def __str__(self) -> str:
        return "nothing was sent or changed: " + "; ".join(f"{base}: {reason}" for base, reason in self.tried)


class OutcomeUnknown(ClientError):
    """The request was sent, and no reply tells whether the service has carried it out.

    It was not repeated: that might send twice. `id` is the id of the message; `ask` is the question for its status,
    for `client.status(error.ask)`, or None where there is no number to ask about. A status of -3 says that
    the service does not know the message. `response` is what came instead of a reply, if anything did.
    """

    def __init__(
        self,
        reason: str,
        *,
        id: int | str | None = None,
        ask: GetStatus | None = None,
        response: Response | None = None,
    ) -> None:
        self.reason = reason
        self.id = id
        self.ask = ask
        self.response = response
        super().__init__(reason)

    def __str__(self) -> str:
        told = f"it is not known whether this was carried out: {self.reason}"
        if self.ask is None:
            return f"{told}; look before you repeat it"
        phone = self.ask.messages[0].phone.number
        message = f"message {self.id} to {phone}"
        return f"{told}; before you repeat it, ask for the status of {message}: client.status(error.ask)"


class BadReply(ClientError):
    """A question was answered by what is no reply of the service: a redirect, a page of some proxy. Nothing changed.

    `response` has it whole; its text is `text`. Of what sends or changes something it is an OutcomeUnknown.
    """

    def __init__(self, reason: str, response: Response, text: str) -> None:
        self.reason = reason
        self.response = response
        self.text = text
        super().__init__(reason)

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= 200 else self.text[:197] + "..."
        return f"{self.reason}: {shown!r}" if shown else self.reason


class HeldBack(ClientError):
    """The service would refuse the request for its limits, so it was not sent (LIM-1 .. LIM-4).

    `wait`: in so many seconds it may go. `again=True` sends it nevertheless.
    """

    def __init__(self, reason: str, wait: float) -> None:
        self.reason = reason
        self.wait = wait
        super().__init__(reason, wait)

    def __str__(self) -> str:
        return f"not sent: {self.reason}; it may go in {self.wait:.0f} s"


class ServiceError(ClientError):
    """The service has refused the request (ERR-1 .. ERR-5), and done nothing: `code`, its meaning, what to do about it.

    `failure` is the reply, with the service's own words, the id and the rows of wrong numbers where there are any.
    """

    def __init__(self, endpoint: str, failure: Failure) -> None:
        self.endpoint = endpoint
        self.failure = failure
        self.code = failure.code
        meaning = meanings.failure(endpoint, failure.code)
        self.meaning = meaning.text
        self.advice = meaning.advice
        super().__init__(endpoint, failure)

    def __str__(self) -> str:
        said = f" ({self.failure.text})" if self.failure.text else ""
        return f"error {self.code}{said}: {self.meaning}; {self.advice}"


class WrongParameters(ServiceError):
    """Error 1: a parameter is missing or wrong."""


class WrongAccess(ServiceError):
    """Error 2: login, password or key are wrong, or this IP address is not allowed."""


class NotEnoughMoney(ServiceError):
    """Error 3 of send.php: there is not enough money on the account."""


class NotFound(ServiceError):
    """Error 3 of templates.php, ping.php and status.php: there is no such template, task group or message."""


class AddressBlocked(ServiceError):
    """Error 4: the IP address is blocked for a time."""


class WrongTime(ServiceError):
    """Error 5 of send.php: the time of sending is none."""


class NotSaved(ServiceError):
    """Error 5 of templates.php: the template could not be saved or deleted."""


class Forbidden(ServiceError):
    """Error 6: the message is forbidden, for its text or its sender."""


class WrongPhone(ServiceError):
    """Error 7: a phone number is none."""


class Undeliverable(ServiceError):
    """Error 8: the message cannot be delivered to this number."""


class Repeated(ServiceError):
    """Error 9: the same request too soon again, or too many at once."""


#: ERR-4, ERR-5. The endpoint is empty where a code means the same at all of them.
ERRORS: dict[tuple[str, int], type[ServiceError]] = {
    ("", 1): WrongParameters,
    ("", 2): WrongAccess,
    ("send", 3): NotEnoughMoney,
    ("templates", 3): NotFound,
    ("ping", 3): NotFound,
    ("status", 3): NotFound,
    ("", 4): AddressBlocked,
    ("send", 5): WrongTime,
    ("templates", 5): NotSaved,
    ("send", 6): Forbidden,
    ("send", 7): WrongPhone,
    ("send", 8): Undeliverable,
    ("", 9): Repeated,
}


def service_error(endpoint: str, failure: Failure) -> ServiceError:
    """The error for a refusal."""
    kind = ERRORS.get((endpoint, failure.code)) or ERRORS.get(("", failure.code)) or ServiceError
    return kind(endpoint, failure)


class WrongLine(ClientError):
    """A line of a mailing cannot be sent. `number` counts from 1; `sent` lines before it are on their way."""

    def __init__(self, number: int, sent: int, error: BuildError) -> None:
        self.number = number
        self.sent = sent
        self.error = error
        super().__init__(number, sent, error)

    def __str__(self) -> str:
        before = f"; the first {self.sent} lines are sent" if self.sent else "; nothing is sent"
        return f"line {self.number}: {self.error}{before}"


class JournalMismatch(ClientError):
    """A journal is of another mailing, or of other settings; nothing more was sent."""

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        super().__init__(first, last)

    def __str__(self) -> str:
        return (
            f"lines {self.first} to {self.last} are not those that the journal says were sent: "
            "the list or how it is sent has changed"
        )


class UnclearLines(ClientError):
    """A request of a mailing was begun, and what became of it is not known; it was not repeated.

    `first` and `last` are its lines, from 1, `id` its id, `ask` the question for the status of its first message.
    `unclear="repeat"` sends it again, `"sent"` takes it for sent, `"ask"` asks for its status first.
    """

    def __init__(self, first: int, last: int, id: int | str, ask: GetStatus | None) -> None:
        self.first = first
        self.last = last
        self.id = id
        self.ask = ask
        super().__init__(first, last, id)

    def __str__(self) -> str:
        return (
            f"whether lines {self.first} to {self.last} (id {self.id}) were sent is not known, and they were not "
            "repeated; 'ask' asks for their status first, 'repeat' sends them again, 'sent' takes them for sent"
        )


class JournalError(ClientError):
    """A journal cannot be used: it is none, says what no mailing does, is in use, or cannot be written.

    Nothing more was sent.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)

    def __str__(self) -> str:
        return self.reason


class JournalInUse(JournalError):
    """Another run has the journal just now. When that one is over or dead, this one may go on."""
