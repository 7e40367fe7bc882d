"""IVR201 .. IVR208: putting the caller through."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.payloads.menu.model import Call
from smsc_codec.payloads.menu.read import read
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR201", "call-too-many-numbers", "error", about=("call-too-many-numbers",))
def call_too_many_numbers(menu: MenuContext) -> Iterator[Problem]:
    """One call has more than nine numbers.

    A call takes up to nine (IVR-7). More can be tried one call after another: `err:` goes on where nobody answers.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000001,79990000002,79990000003,79990000004,79990000005,79990000006,79990000007,79990000008,79990000009,79990000010 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000001,79990000002,79990000003,79990000004,79990000005 wait=20 ok:end err:more
        more: call:79990000006,79990000007,79990000008,79990000009,79990000010 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """  # noqa: E501
    yield from menu.problems("call-too-many-numbers")


@RULES.rule("IVR202", "call-missing-phone", "error", about=("call-missing-phone",))
def call_missing_phone(menu: MenuContext) -> Iterator[Problem]:
    """A call has no number to dial.

    The phone number, or a list of them, is the one thing that a call must have (IVR-7).

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call: wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    yield from menu.problems("call-missing-phone")


@RULES.rule("IVR203", "call-wait-range", "error", fix="sometimes safe", about=("call-wait-range",))
def call_wait_range(menu: MenuContext) -> Iterator[Problem]:
    """`wait=` is not a whole number from 0 to 120.

    It is the time to wait for the pick-up, in seconds; the page gives its range (IVR-7).

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=180 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=120 ok:end err:sorry
        sorry: Nobody is free}

    Fix: safe where the seconds are plain, as in `30s`; unsafe for a number above 120, which becomes 120.
    Since: 0.1
    """
    yield from menu.problems("call-wait-range")


@RULES.rule("IVR204", "call-wait-default", "info", profile="pedantic", about=(Call,))
def call_wait_default(menu: MenuContext) -> Iterator[Problem]:
    """A call does not set how long to wait for an answer.

    The service then waits 120 seconds (IVR-7), and the caller hears two minutes of ringing.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    for number, call in _calls_without(menu, "wait=", "call-wait-range"):
        if call.wait is None:
            yield Problem(
                "callers may listen to 120 seconds of ringing",
                menu.item_span(number, "action"),
                expected=("a shorter 'wait=', such as 'wait=20'",),
            )


@RULES.rule("IVR205", "call-record-not-last", "error", fix="safe", about=("call-record-not-last",))
def call_record_not_last(menu: MenuContext) -> Iterator[Problem]:
    """`record` comes before other parameters of its call.

    The page says that it comes last (IVR-7); what the service makes of the others is not described.

    Bad::

        Hello!

        {menu: Press 1 for sales; the talk is recorded.
        1: call:79990000000 record wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales; the talk is recorded.
        1: call:79990000000 wait=20 ok:end err:sorry record
        sorry: Nobody is free}

    Fix: safe: moves `record` to the end.
    Since: 0.1
    """
    for problem in menu.problems("call-record-not-last"):
        yield _checked(menu, problem)


@RULES.rule(
    "IVR206", "call-unknown-parameter", "error", fix="sometimes safe", about=("call-unknown-parameter",)
)
def call_unknown_parameter(menu: MenuContext) -> Iterator[Problem]:
    """A call has a parameter that does not exist.

    A call has `wait=n`, `ok:end`, `err:n` and `record`, and no others (IVR-7).

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wiat=20 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: safe where one letter makes it a parameter that reads well.
    Since: 0.1
    """
    for problem in menu.problems("call-unknown-parameter"):
        yield _checked(menu, problem)


@RULES.rule("IVR207", "call-duplicate-parameter", "error", about=("call-duplicate-parameter",))
def call_duplicate_parameter(menu: MenuContext) -> Iterator[Problem]:
    """A call has the same parameter twice.

    The page shows each once (IVR-7); which of two the service takes is not described.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 wait=60 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    yield from menu.problems("call-duplicate-parameter")


@RULES.rule("IVR208", "call-without-err", "info", fix="unsafe", about=(Call,))
def call_without_err(menu: MenuContext) -> Iterator[Problem]:
    """A call has no `err:` for when nobody answers.

    That is what `err:` is for (IVR-7). Without it, what the caller hears is left to the service.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: unsafe: goes to a label that the menu has and that calls nobody.
    Since: 0.1
    """
    apology = next((key for key in menu.labels if key != "err" and _calls_nobody(menu, key)), None)
    for number, call in _calls_without(menu, "err:", "invalid-label"):
        if call.err is not None:
            continue
        span = menu.item_span(number, "action")
        fixes: tuple[Fix, ...] = ()
        if apology and not _wrong_in(menu, span):
            if call.record:
                at = menu.item_span(number, "action", "record").start
                edit = Edit(Span(at, at), f"err:{apology} ")
            else:
                edit = Edit(Span(span.end, span.end), f" err:{apology}")
            fixes = (Fix(f"go to '{apology}' when nobody answers", (edit,)),)
        yield Problem(
            "this call has no 'err:' for when nobody answers",
            span,
            expected=("'err:' with a key or label",),
            fixes=fixes,
        )


def _checked(menu: MenuContext, problem: Problem) -> Problem:
    """The problem with its fixes safe only if the mended call reads well and goes on at a key that there is."""
    calls = _calls(menu)
    from bisect import bisect_right

    index = bisect_right(calls, problem.span.start, key=lambda call: call[0].start) - 1
    action, old = calls[index]
    before = [p.kind for p in _wrong_in(menu, action)]
    fixes = []
    for fix in problem.fixes:
        text = menu.words(action)
        for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
            start, end = edit.span.start - action.start, edit.span.end - action.start
            text = text[:start] + edit.text + text[end:]
        trial = read(f"{{menu:\n1: {text}}}")
        after = [p.kind for p in trial.problems]
        if after.count(problem.kind) < before.count(problem.kind):
            new = trial.value.items[0].action
            sound = type(new) is Call and (new.err in (None, old.err) or new.err in menu.groups)
            fixes.append(replace(fix, safe=fix.safe and sound and set(after) <= set(before)))
    return replace(problem, fixes=tuple(fixes))


def _calls(menu: MenuContext) -> list[tuple[Span, Call]]:
    if "calls" not in menu.memo:
        menu.memo["calls"] = [(menu.item_span(number, "action"), call) for number, call in menu.actions(Call)]
    found: list[tuple[Span, Call]] = menu.memo["calls"]
    return found


def _wrong_in(menu: MenuContext, span: Span) -> tuple[Problem, ...]:
    """What the reader found in a place; it gives its problems in order."""
    from bisect import bisect_left, bisect_right

    problems = menu.reading.problems
    first = bisect_left(problems, span.start, key=_start)
    return problems[first : bisect_right(problems, span.end, key=_start)]


def _start(problem: Problem) -> int:
    return problem.span.start


def _calls_without(menu: MenuContext, parameter: str, kind: str) -> Iterator[tuple[int, Call]]:
    """The calls in which a parameter is neither mistyped nor given a wrong value (problems of `kind`)."""
    if kind not in menu.has and "call-unknown-parameter" not in menu.has:
        yield from menu.actions(Call)
        return
    hint = f"did you mean '{parameter}'?"
    wrong = [problem.span.start for problem in menu.problems(kind)]
    wrong += [p.span.start for p in menu.problems("call-unknown-parameter") if hint in p.notes]
    from bisect import bisect_left, bisect_right

    wrong.sort()
    for number, call in menu.actions(Call):
        span = menu.item_span(number, "action")
        if bisect_left(wrong, span.start) == bisect_right(wrong, span.end):
            yield number, call


def _calls_nobody(menu: MenuContext, key: str) -> bool:
    return all(type(menu.items[number].action) is not Call for number in menu.groups[key])
