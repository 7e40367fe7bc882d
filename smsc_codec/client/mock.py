"""A transport for tests that need no network: it records what it is given, and answers what it is told to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from smsc_codec.api.building import Request
from smsc_codec.api.received import Received, read_request
from smsc_codec.api.replies import build_reply
from smsc_codec.api.replies.model import Reply
from smsc_codec.client.transport import Response, TransportError

#: What comes back: a typed reply, octets with status 200, a whole response, or an error to raise.
Answer = Reply | bytes | Response | TransportError


class MockTransport:
    """Answers each request by the next of `answers`, or by a function of what was understood of the request.

    ::

        transport = MockTransport([Sent(id=1, cnt=1)])
        client = Client(Login("alex", "123"), transport, clock=lambda: 0, sleep=lambda seconds: None)
        client.send(say("79990000000", "Hello!"))
        assert transport.operations[0].message.text == "Hello!"
    """

    def __init__(self, answers: Iterable[Answer] | Callable[[Received], Answer] = ()) -> None:
        self._function = answers if callable(answers) else None
        self._answers = deque(() if callable(answers) else answers)
        #: Every request with the address it went to, and what a server understands of it.
        self.requests: list[tuple[str, Request]] = []
        self.received: list[Received] = []

    @property
    def operations(self) -> list[object]:
        """What was asked, in order."""
        return [one.operation for one in self.received]

    def exchange(self, request: Request, base: str) -> Response:
        """Record a request and answer it. Raises AssertionError when there is no answer left."""
        received = read_request(request.method, request.target, request.headers, request.body)
        self.requests.append((base, request))
        self.received.append(received)
        if self._function is not None:
            answer = self._function(received)
        elif self._answers:
            answer = self._answers.popleft()
        else:
            raise AssertionError(f"no answer is left for {request!r}")
        if isinstance(answer, TransportError):
            raise answer
        if isinstance(answer, Response):
            return answer
        if isinstance(answer, bytes):
            return Response(200, answer)
        assert received.operation is not None
        return Response(
            200, build_reply(answer, received.operation, fmt=received.fmt, charset=received.charset)
        )


class AsyncMockTransport:
    """The same for AsyncClient; `mock` is the MockTransport that it asks."""

    def __init__(self, answers: Iterable[Answer] | Callable[[Received], Answer] = ()) -> None:
        self.mock = MockTransport(answers)

    async def exchange(self, request: Request, base: str) -> Response:
        """Record a request and answer it."""
        return self.mock.exchange(request, base)
