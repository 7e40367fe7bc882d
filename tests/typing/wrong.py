"""Mistakes that a type checker tells: each line has one."""

import smsc_codec as sms

sms.say("79990000000", "Hello!", sendr="Shop")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
sms.say(79990000000, "Hello!")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
sms.menu.parse(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
sms.menu.Item("1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
sms.call("79990000000", "Hello!", voice="bass")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
sms.nothing_of_the_kind  # type: ignore[attr-defined]  # pyright: ignore  # noqa: B018
