"""The client that does not block."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Sequence

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
from smsc_codec.client.drive import run_async
from smsc_codec.client.flow import Flow, T
from smsc_codec.client.journal import Journal
from smsc_codec.client.mailing import MOST_BYTES, MOST_LINES, Plan, Unclear
from smsc_codec.client.methods import Methods
from smsc_codec.client.results import Mailed, Progress
from smsc_codec.client.transport import AsyncTransport
from smsc_codec.ids import fresh_id
from smsc_codec.payloads.mailing.model import Line


class AsyncClient:
    """Asks the service over a transport. Every method raises the errors of `smsc_codec.client`, or BuildError.

    `clock` gives seconds, such as `time.monotonic`; `sleep` lets seconds pass, such as `asyncio.sleep`. The
    addresses of `hosts` are tried in turn where one cannot be reached. `new_id` gives each message that has none an
    id that no other message has. Any number of tasks of one loop may use one.
    """

    def __init__(
        self,
        access: Access,
        transport: AsyncTransport,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[object]],
        hosts: Sequence[str] = addresses(),
        new_id: Callable[[], int | str] = fresh_id,
    ) -> None:
        self._flows = Methods(access, hosts, clock, new_id)
        self._transport = transport
        self._sleep = sleep

    async def _run(self, flow: Flow[T]) -> T:
        return await run_async(flow, self._transport, self._sleep)

    async def ask(self, operation: Operation, *, again: bool = False) -> Reply:
        """Ask anything; the reply as it is read."""
        return await self._run(self._flows.ask(operation, again))

    async def send(self, operation: Send, *, again: bool = False) -> Sent:
        """Send a message. One without an id gets one, so that its status can be asked for whatever happens.

        `again` sends what was sent within the last minute (LIM-1).
        """
        return await self._run(self._flows.send(operation, again))

    async def cost(self, operation: Send) -> Price:
        """What sending it would cost; nothing is sent."""
        return await self._run(self._flows.cost(operation))

    async def mailing(
        self,
        lines: Iterable[Line] | AsyncIterable[Line],
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
        source = aiter(lines) if isinstance(lines, AsyncIterable) else _each(lines)
        return await run_async(self._flows.mailing(plan), self._transport, self._sleep, source)

    async def status(self, question: GetStatus, *, again: bool = False) -> tuple[Status, ...]:
        """What became of messages, of any number of them, in the order of the question."""
        return await self._run(self._flows.status(question, again))

    async def balance(self, *, currency: bool = False) -> Balance:
        """How much money is left, and in what currency if that is asked for."""
        return await self._run(self._flows.balance(currency))

    async def templates(self) -> tuple[Template, ...]:
        """The templates of the account."""
        return await self._run(self._flows.templates())

    async def add_template(self, operation: AddTemplate) -> int:
        """Make a template; gives its id."""
        return await self._run(self._flows.add_template(operation))

    async def change_template(self, operation: ChangeTemplate) -> None:
        """Change what is not None of a template."""
        await self._run(self._flows.do(operation))

    async def delete_template(self, id: int) -> None:
        """Delete a template."""
        await self._run(self._flows.do(DeleteTemplate(id)))

    async def add_operator_template(self, operation: AddOperatorTemplate) -> tuple[OperatorTemplate, ...]:
        """Offer a text to mobile operators; gives what each says."""
        return await self._run(self._flows.operator_templates(operation))

    async def operator_templates(self, sender: str, msg: str) -> tuple[OperatorTemplate, ...]:
        """What became of a text at each operator."""
        return await self._run(self._flows.operator_templates(GetOperatorTemplates(sender, msg)))

    async def notify(self, operation: Notify) -> None:
        """Tell a task group of an event."""
        await self._run(self._flows.do(operation))


async def _each(lines: Iterable[Line]) -> AsyncIterator[Line]:
    for line in lines:
        yield line
