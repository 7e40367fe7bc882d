"""What a client can be asked to do, each as a flow that either client runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs

from smsc_codec.api.access import Access
from smsc_codec.api.operations import (
    AddOperatorTemplate,
    AddTemplate,
    ChangeTemplate,
    DeleteTemplate,
    GetBalance,
    GetOperatorTemplates,
    GetStatus,
    GetTemplates,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.operations.status import Asked
from smsc_codec.api.replies.meanings import NOT_FOUND
from smsc_codec.api.replies.model import (
    Balance,
    OperatorTemplate,
    Price,
    Reply,
    Sent,
    Status,
    Statuses,
    Template,
)
from smsc_codec.client.errors import NotFound
from smsc_codec.client.flow import Asking, Flow, ask
from smsc_codec.client.gate import Gate
from smsc_codec.client.mailing import Plan, mail
from smsc_codec.client.results import Mailed
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads import recipients
from smsc_codec.payloads.recipients.model import Phone

#: Of one question for statuses. The page names no bound.
MOST_STATUSES = 500


def asked(phone: str, id: int | str) -> GetStatus:
    """The question for the status of one message to one number. Raises ParseError for what is no number."""
    first = recipients.parse(phone).items[0]
    if not isinstance(first, Phone):
        raise BuildError("phone", "only messages to phone numbers have a status")
    return GetStatus((Asked(first, id),))


class Methods:
    """The flows of one client."""

    def __init__(
        self,
        access: Access,
        hosts: Sequence[str],
        clock: Callable[[], float],
        new_id: Callable[[], int | str],
    ) -> None:
        self.asking = Asking(access, tuple(hosts), Gate(clock), new_id)

    def ask(self, operation: Operation, again: bool = False) -> Flow[Reply]:
        """Ask anything."""
        return ask(self.asking, operation, again)

    def send(self, operation: Send, again: bool) -> Flow[Sent]:
        """Send a message. Raises BuildError for a question about the price."""
        if operation.cost == 1:
            raise BuildError("cost", "'cost=1' asks for the price and sends nothing: use `cost`")
        return self._reply(operation, again)

    def cost(self, operation: Send) -> Flow[Price]:
        """Ask for the price."""
        return self._reply(structs.replace(operation, cost=1, id=None))

    def mailing(self, plan: Plan) -> Flow[Mailed]:
        """Send a mailing."""
        return mail(self.asking, plan)

    def status(self, question: GetStatus, again: bool) -> Flow[tuple[Status, ...]]:
        """Ask for statuses, so many at a time."""
        rows: list[Status] = []
        for start in range(0, len(question.messages), MOST_STATUSES):
            some = question.messages[start : start + MOST_STATUSES]
            try:
                reply = yield from self.ask(structs.replace(question, messages=some, many=False), again)
            except NotFound:
                if len(some) > 1 or question.delete:
                    raise
                reply = Status(status=NOT_FOUND, id=some[0].id, phone=some[0].phone.number)  # as of several
            rows += reply.items if isinstance(reply, Statuses) else [reply]  # type: ignore[list-item]
        return tuple(rows)

    def balance(self, currency: bool) -> Flow[Balance]:
        """Ask for the balance."""
        return self._reply(GetBalance(currency))

    def templates(self) -> Flow[tuple[Template, ...]]:
        """Ask for the templates."""
        return self._part(GetTemplates(), "items")

    def add_template(self, operation: AddTemplate) -> Flow[int]:
        """Make a template."""
        return self._part(operation, "id")

    def do(self, operation: ChangeTemplate | DeleteTemplate | Notify) -> Flow[None]:
        """Ask what is answered by `OK` alone."""
        yield from self.ask(operation)

    def operator_templates(
        self, operation: AddOperatorTemplate | GetOperatorTemplates
    ) -> Flow[tuple[OperatorTemplate, ...]]:
        """Offer a text to operators, or ask what became of it."""
        return self._part(operation, "items")

    def _reply(self, operation: Operation, again: bool = False) -> Flow[Any]:
        """The reply that is due: `read_reply` gives no other."""
        return (yield from self.ask(operation, again))

    def _part(self, operation: Operation, name: str) -> Flow[Any]:
        return getattr((yield from self.ask(operation)), name)
