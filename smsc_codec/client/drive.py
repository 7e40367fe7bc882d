"""Running flows: what they ask for is done here, with or without blocking."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

from smsc_codec.client.flow import END, Effect, Exchange, Flow, T, Wait
from smsc_codec.client.transport import AsyncTransport, Transport


def run(
    flow: Flow[T],
    transport: Transport,
    sleep: Callable[[float], object],
    source: Iterator[Any] | None = None,
) -> T:
    """Run a flow to its end.

    The flow decides what an error means, and tidies up. It is told of it when it is no longer being handled: what the
    flow raises must carry nothing of what a transport raised, where the request may be.
    """

    def perform(effect: Effect) -> Any:
        match effect:
            case Exchange(request, base):
                return transport.exchange(request, base)
            case Wait(seconds):
                return sleep(seconds)
        assert source is not None  # a flow that pulls is given one
        return next(source, END)

    try:
        effect = next(flow)
        while True:
            failed: BaseException | None = None
            try:
                result = perform(effect)
            except BaseException as error:
                failed = error
            effect = flow.send(result) if failed is None else flow.throw(failed)
    except StopIteration as end:
        done: T = end.value
        return done


async def run_async(
    flow: Flow[T],
    transport: AsyncTransport,
    sleep: Callable[[float], Awaitable[object]],
    source: AsyncIterator[Any] | None = None,
) -> T:
    """Run a flow to its end without blocking."""

    async def perform(effect: Effect) -> Any:
        match effect:
            case Exchange(request, base):
                return await transport.exchange(request, base)
            case Wait(seconds):
                return await sleep(seconds)
        assert source is not None
        return await anext(source, END)

    try:
        effect = next(flow)
        while True:
            failed: BaseException | None = None
            try:
                result = await perform(effect)
            except BaseException as error:
                failed = error
            effect = flow.send(result) if failed is None else flow.throw(failed)
    except StopIteration as end:
        done: T = end.value
        return done
