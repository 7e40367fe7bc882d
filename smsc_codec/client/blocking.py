"""The client that blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Self

from smsc_codec.api.access import Access
from smsc_codec.api.hosts import addresses
from smsc_codec.api.operations import (
    AddOperatorTemplate,
    AddTemplate,
    ChangeTemplate,
    DeleteTemplate,
    GetOperatorTemplates,
    GetStatus,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.replies.model import Balance, OperatorTemplate, Price, Reply, Sent, Status, Template
from smsc_codec.client.drive import run
from smsc_codec.client.flow import Flow, T
from smsc_codec.client.journal import Journal
from smsc_codec.client.mailing import MOST_BYTES, MOST_LINES, Plan, Unclear
from smsc_codec.client.methods import Methods
from smsc_codec.client.results import Mailed, Progress
from smsc_codec.client.transport import Transport
from smsc_codec.ids import fresh_id
from smsc_codec.payloads.mailing.model import Line


class Client:
    """Asks the service over a transport. Every method raises the errors of `smsc_codec.client`, or BuildError.

    `clock` gives seconds, such as `time.monotonic`; `sleep` lets seconds pass, such as `time.sleep`. The
    addresses of `hosts` are tried in turn where one cannot be reached. `new_id` gives each message that has none an id
    that no other message has. One is for one thread at a time.
    """

    def __init__(
        self,
        access: Access,
        transport: Transport,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], object],
        hosts: Sequence[str] = addresses(),
        new_id: Callable[[], int | str] = fresh_id,
    ) -> None:
        self._flows = Methods(access, hosts, clock, new_id)
        self._transport = transport
        self._sleep = sleep

    def close(self) -> None:
        """Close the transport's connections, where it has any."""
        close = getattr(self._transport, "close", None)
        if close is not None:
            close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _run(self, flow: Flow[T]) -> T:
        return run(flow, self._transport, self._sleep)

    def ask(self, operation: Operation, *, again: bool = False) -> Reply:
        """Ask anything; the reply as it is read."""
        return self._run(self._flows.ask(operation, again))

    def send(self, operation: Send, *, again: bool = False) -> Sent:
        """Send a message. One without an id gets one, so that its status can be asked for whatever happens.

        `again` sends what was sent within the last minute (LIM-1).
        """
        return self._run(self._flows.send(operation, again))

    def cost(self, operation: Send) -> Price:
        """What sending it would cost; nothing is sent."""
        return self._run(self._flows.cost(operation))

    def mailing(
        self,
        lines: Iterable[Line],
        how: Send = Send(),  # noqa: B008
        *,
        journal: Journal | None = None,
        unclear: Unclear = "stop",
        progress: Callable[[Progress], object] | None = None,
        total: int | None = None,
        most_lines: int = MOST_LINES,
        most_bytes: int = MOST_BYTES,
    ) -> Mailed:
        """Send any number of messages, in requests of up to `most_lines` lines and about `most_bytes` bytes.

        `how` is what goes with each request: sender, schedule, channel and so on. With a `journal` it goes on where an
        earlier run stopped, given the same lines: `unclear` says what becomes of a request that was begun and whose
        outcome nobody knows. `progress` is told of each request that is done, with its id; `total` is for it alone.
        """
        plan = Plan(
            how=how,
            journal=journal,
            unclear=unclear,
            progress=progress,
            total=total,
            most_lines=most_lines,
            most_bytes=most_bytes,
        )
        source = iter(lines)
        return run(self._flows.mailing(plan), self._transport, self._sleep, source)

    def status(self, question: GetStatus, *, again: bool = False) -> tuple[Status, ...]:
        """What became of messages, of any number of them, in the order of the question."""
        return self._run(self._flows.status(question, again))

    def balance(self, *, currency: bool = False) -> Balance:
        """How much money is left, and in what currency if that is asked for."""
        return self._run(self._flows.balance(currency))

    def templates(self) -> tuple[Template, ...]:
        """The templates of the account."""
        return self._run(self._flows.templates())

    def add_template(self, operation: AddTemplate) -> int:
        """Make a template; gives its id."""
        return self._run(self._flows.add_template(operation))

    def change_template(self, operation: ChangeTemplate) -> None:
        """Change what is not None of a template."""
        self._run(self._flows.do(operation))

    def delete_template(self, id: int) -> None:
        """Delete a template."""
        self._run(self._flows.do(DeleteTemplate(id)))

    def add_operator_template(self, operation: AddOperatorTemplate) -> tuple[OperatorTemplate, ...]:
        """Offer a text to mobile operators; gives what each says."""
        return self._run(self._flows.operator_templates(operation))

    def operator_templates(self, sender: str, msg: str) -> tuple[OperatorTemplate, ...]:
        """What became of a text at each operator."""
        return self._run(self._flows.operator_templates(GetOperatorTemplates(sender, msg)))

    def notify(self, operation: Notify) -> None:
        """Tell a task group of an event."""
        self._run(self._flows.do(operation))
