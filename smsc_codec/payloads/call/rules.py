"""CAL001 .. CAL006: a call to a voice menu, told line by line."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.payloads.call.model import Anything, Given, Hear, Leave, Nothing, Sms, Transcript
from smsc_codec.payloads.context import Context
from smsc_codec.rules import Ruleset

RULES = Ruleset()


class CallContext(Context):
    """A call as the rules see it."""

    @property
    def structure(self) -> list[Span]:
        """The lines that hold no text: what is heard or sent may have any sign."""
        steps = self.value.steps
        return [
            span
            for path, span in self.reading.spans.items()
            if path[0] != "steps" or not isinstance(steps[path[1]], Hear | Leave | Sms)
        ]


@RULES.rule("CAL001", "call-line", "error", fix="sometimes safe")
def call_line(call: Context) -> Iterator[Problem]:
    """A line does not belong in a call, or has extra text after it.

    `<` is what comes from outside, `>` is what happens then, `#` a comment. Texts stand in quotes, `...` outside them
    is anything in between. Nothing of such a line is played, so it tests nothing.

    Bad::

        < 1
        > hear Nobody is free

    Good::

        < 1
        > hear "Nobody is free"

    Fix: safe where only the mark or the form of a word is wrong; unsafe where a text is put into quotes.
    Since: 0.1
    """
    yield from call.problems("call-line")


@RULES.rule("CAL002", "call-event", "error", fix="sometimes safe")
def call_event(call: Context) -> Iterator[Problem]:
    """The event after `>` does not exist.

    A menu speaks (`hear`), dials (`call`), sends (`sms`), tells a handler (`notify`), records (`record`) and is left
    (`leave`) (IVR-6 .. IVR-10). `unread` is what could not be read in it.

    Bad::

        < 5
        > dial 79990000000 wait 10

    Good::

        < 5
        > call 79990000000 wait 10

    Fix: safe where only capitals differ; unsafe where another word is guessed.
    Since: 0.1
    """
    yield from call.problems("call-event")


@RULES.rule("CAL003", "call-key", "error", fix="sometimes safe")
def call_key(call: Context) -> Iterator[Problem]:
    """What follows `<` is neither a key nor an outcome of a call.

    A phone has the keys 0 to 9, `*` and `#`, pressed one after the other: a sub-item such as 11 is two keys (IVR-2 ..
    IVR-4).

    Bad::

        < 11
        > hear "Sub-item one"

    Good::

        < 1
        < 1
        > hear "Sub-item one"

    Fix: safe where only the form differs; unsafe where several keys are taken apart or a word is guessed.
    Since: 0.1
    """
    yield from call.problems("call-key")


@RULES.rule("CAL004", "call-over", "error")
def call_over(call: Context) -> Iterator[Problem]:
    """A step comes after the end of the call.

    When the menu is left, or the caller has hung up, nothing more can come or happen (IVR-10); what is spoken at the
    end stands behind `leave` itself.

    Bad::

        < 9
        > leave
        > hear "Goodbye!"

    Good::

        < 9
        > leave "Goodbye!"

    Fix: none.
    Since: 0.1
    """
    steps = call.value.steps
    for number, step in enumerate(steps[:-1]):
        if isinstance(step, Leave) or step == Given("hung up"):
            yield Problem(
                "nothing can happen after the end of the call",
                call.span("steps", number + 1),
                expected=("the end of the call",),
                labels=(Label(call.span("steps", number), "the call ends here"),),
            )
            return


@RULES.rule("CAL005", "call-header", "error", fix="unsafe")
def call_header(call: Context) -> Iterator[Problem]:
    """A setting at the top of a call has a wrong value, is given twice or comes too late.

    `menu:` is the file of the menu; without it the one beside the transcript that has its name is meant. `wrong-key:`,
    `silence:`, `after-leaf:` and `after-call:` say what the service does where its page is silent. They count for the
    whole call, so they stand before its first step.

    Bad::

        silence: leaves
        < silence
        > leave

    Good::

        silence: leave
        < silence
        > leave

    Fix: unsafe: writes the nearest word that can stand there.
    Since: 0.1
    """
    yield from call.problems("call-header")
    yield from call.problems("call-late-header")


@RULES.rule("CAL006", "call-idle", "warning", fix="sometimes safe")
def call_idle(call: Context) -> Iterator[Problem]:
    """A line or the whole call checks nothing.

    Where nothing stands behind what comes from outside, nothing is looked at there; a call without any `>` passes
    whatever the menu does. `> ...` twice is the same as once, and `> nothing` beside what happens says nothing.

    Bad::

        < 5
        < no answer

    Good::

        < 5
        > call 79990000000
        < no answer
        > hear "Nobody" ...

    Fix: safe: takes the second `> ...` out.
    Since: 0.1
    """
    value: Transcript = call.value
    steps = value.steps
    if call.problems("call-line") or call.problems("call-event"):
        return
    if not any(not isinstance(step, Given | Anything) for step in steps):
        told = "this call checks nothing" if steps else "this file has no call"
        first = call.span("steps", 0) if steps else Span(0, 0)
        yield Problem(told, first, expected=("a line such as '> leave'",))
        return
    for number, step in enumerate(steps):
        beside = [one for one in steps[max(number - 1, 0) : number + 2] if not isinstance(one, Given)]
        if isinstance(step, Nothing) and len(beside) > 1:
            told = "'nothing' cannot be combined with other events"
            yield Problem(told, call.span("steps", number), expected=("'nothing' alone, or not at all",))
    for number, step in enumerate(steps[1:], 1):
        if isinstance(step, Anything) and isinstance(steps[number - 1], Anything):
            span = call.span("steps", number)
            before = call.span("steps", number - 1)
            between = call.source[before.end : span.start]
            fix = Fix("remove it", (Edit(Span(before.end, span.end), ""),), safe=True)
            yield Problem(
                "a second '...' has no effect",
                span,
                labels=(Label(before, "the first one"),),
                fixes=() if between.strip() else (fix,),
            )
