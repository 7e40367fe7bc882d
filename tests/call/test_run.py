"""Transcripts played against menus: what fits, what does not and why, what an update makes of it, what was covered."""

from __future__ import annotations

from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.payloads.call import build, parse, read
from smsc_codec.payloads.call.events import first_misfit, fits, sayable
from smsc_codec.payloads.call.model import (
    Anything,
    Call,
    Given,
    Happens,
    Hear,
    Leave,
    Notify,
    Record,
    Sms,
    Transcript,
    Unread,
)
from smsc_codec.payloads.call.playing import covered, run
from smsc_codec.payloads.call.update import updated
from smsc_codec.payloads.menu import Menu
from smsc_codec.payloads.menu import parse as menu_of
from smsc_codec.payloads.menu import read as read_menu
from smsc_codec.payloads.menu.caller.explore import explore, policies
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.player import NotPossible, Player, play
from tests.menu.walker import Walk, random_menu

MENU = menu_of(
    """Hello,
dear caller!

{menu: Press 1 for sales, 2 for news, 3 to leave a message, 4 for an SMS, 9 to leave.
*: back
#: start
0: repeat
1: url
1: call:79990000000,79990000001 wait=10 ok:end err:sorry record
2: News. Press 1 for more
21: <file 1> More news
3: Speak now
3: record
4: sms:$phone,Shop,Your number: $phone
9: end
sorry: Nobody is "free"}

Goodbye!"""
)

#: A transcript without headers, and how it fits: the words of each misfit with its line, from 1.
PLAYED: list[tuple[str, list[tuple[int, str]]]] = [
    ("< 9", []),  # nothing is looked at
    ('> hear "Hello, dear caller!"\n> hear "Press 1" ...\n< 9\n> leave "Goodbye!"', []),
    ('> hear ... "dear" ...\n> ...\n< 9\n> leave', []),
    ("> hear\n< 9\n> leave", [(1, "more happens after this")]),
    ("> ...\n< 9\n> ...", []),
    ('< 1\n> notify\n> call 79990000000, 79990000001 wait 10 record\n< no answer\n> hear "Nobody is \\"free\\""', []),
    ("< 1\n> notify\n> call\n< answered\n> leave", []),
    ("< 1\n> ...\n> call wait 10\n< answered\n> leave", []),
    ("< 1\n> ...\n> call 79990000001, 79990000000\n< answered", [(3, "something else happens here")]),
    ("< 1\n> ...\n> call 79990000000", [(3, "something else happens here")]),
    ("< 1\n> ...\n> call wait 11", [(3, "something else happens here")]),
    ("< 1\n> notify https://a.b", [(2, "something else happens here")]),
    ("< 1\n> notify", [(2, "more happens after this")]),
    ("< 1\n> call", [(2, "something else happens here")]),
    ("< 1\n> notify\n> call\n> hear", [(4, "nothing happens here")]),
    ("< 1\n< 2", [(2, "'2' cannot come now: the call waits for 'answered', 'no answer', 'hung up'")]),
    ("< 1\n< silence", [(2, "'silence' cannot come now: the call waits for 'answered', 'no answer', 'hung up'")]),
    ("< answered", [(1, "'answered' cannot come now: the call waits for '1', '2', '3', '4', '9', '*', '#', '0', "
                        "'wrong key', 'silence', 'hung up'")]),
    ("< 9\n< 1", [(2, "'1' cannot come: the call is over")]),
    ("< hung up\n< 1", [(2, "'1' cannot come: the call is over")]),
    ("< 1\n< hung up", []),
    ('< 2\n> hear "News." ...\n< 1\n> hear "<file 1> More news"', []),
    ('< 3\n> hear "Speak now"\n> record 30\n< recorded', []),
    ("< 3\n> hear\n> record 29", [(3, "something else happens here")]),
    ('< 4\n> sms $phone from "Shop" "Your number: $phone"', []),
    ('< 4\n> sms 79990000000', [(2, "something else happens here")]),
    ('< 4\n> sms from "shop"', [(2, "something else happens here")]),
    ('< 4\n> sms "Your" ...', []),
    ('< 7\n> hear "Press 1" ...', []),  # a wrong key: the prompt again
    ("< 5\n> leave", [(2, "something else happens here")]),
    ("< silence\n> leave", [(2, "nothing happens here")]),
    ("< silence\n> nothing", []),
    ("< 9\n> nothing", [(2, "something happens here")]),
    ('< 2\n> hear "news." ...', [(2, "something else happens here")]),
    ("< 9\n> leave \"Good\"", [(2, "something else happens here")]),
    ("< 9\n> hear\n< 5\n> leave", [(2, "something else happens here"), (3, "'5' cannot come: the call is over")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "misfits"), PLAYED, ids=[text for text, _ in PLAYED])
def test_transcripts_are_played(text: str, misfits: list[tuple[int, str]]) -> None:
    """What is told must be all that happens, in order; what is not told is not looked at (IVR-1 .. IVR-11)."""
    played = run(parse(text), MENU)
    assert [(misfit.step + 1, misfit.told) for misfit in played.misfits] == misfits


def test_a_key_that_is_not_there_is_a_wrong_key() -> None:
    """Any key that does nothing of its own covers the same edge, as pressing a wrong key does."""
    for key in ("7", "8", "wrong key"):
        ((state, given),) = run(parse(f"< {key}"), MENU).been
        assert (state.at, given) == ("menu", "wrong key")


def test_misfit_tells_what_came() -> None:
    """A misfit has what happens there instead, up to where the call waits."""
    (misfit,) = run(parse("< 1\n> hear"), MENU).misfits
    assert misfit.came == (Notify(), Call(("79990000000", "79990000001"), 10, True))
    (misfit,) = run(parse("> hear\n< 9"), MENU).misfits
    assert [type(one) for one in misfit.came] == [Hear]


#: A policy line, keys, and what the last of them brings under it (the page is silent).
POLICIES = [
    ("silence: leave", ["silence"], "> leave"),
    ("silence: wait", ["silence"], ""),
    ("wrong-key: leave", ["7"], "> leave"),
    ("after-leaf: leave", ["4"], '> sms $phone from "Shop" "Your number: $phone"\n> leave'),
    ("after-call: leave", ["1", "answered"], "> leave"),
]


@pytest.mark.parametrize(("policy", "keys", "wanted"), POLICIES)
def test_policies_of_a_transcript_go_before_the_configuration(
    policy: str, keys: list[str], wanted: str
) -> None:
    """A transcript says under which reading of the page's silence it holds; else the configuration does."""
    said = "\n".join(f"< {key}" for key in keys) + "\n" + (wanted or "")
    others = MenuOptions(silence="leave" if "wait" in policy else "wait")
    assert run(parse(f"{policy}\n\n{said}"), MENU, others).misfits == ()


def test_unread_items_are_played_too() -> None:
    """What could not be read in a menu happens as such, and both ways on can be told."""
    menu = read_menu("Hi {menu: Press 1\n1: call:bob\n2: end}").value
    assert run(parse("< 1\n> call wait 120\n< no answer"), menu).misfits == ()
    assert read(updated("< 1\n", menu)[0]).problems == ()


# -- matching, against a search of every way ------------------------------------------------------------

_ALPHABET: list[Happens] = [Hear(("a",)), Hear(("b",)), Hear()]
_CAME: list[Happens] = [Hear(("a",)), Hear(("b",))]


def _any_way(wanted: list[Happens], came: list[Happens]) -> bool:
    if not wanted:
        return not came
    if isinstance(wanted[0], Anything):
        return any(_any_way(wanted[1:], came[skip:]) for skip in range(len(came) + 1))
    return bool(came) and fits(wanted[0], came[0]) and _any_way(wanted[1:], came[1:])


def test_matching_agrees_with_trying_every_way() -> None:
    """`...` takes what it must: every short list of lines and events, against a search of all ways."""
    seen = {True: 0, False: 0}
    for size in range(5):
        for wanted in product([*_ALPHABET, Anything()], repeat=size):
            for length in range(5):
                for came in product(_CAME, repeat=length):
                    misfit = first_misfit(wanted, came)
                    assert (misfit is None) == _any_way([*wanted], [*came]), (wanted, came, misfit)
                    seen[misfit is None] += 1
                    if misfit:
                        assert 0 <= misfit[0] <= size
                        assert 0 <= misfit[1] <= length
    assert min(seen.values()) > 500


A, B, C, D = (Hear((letter,)) for letter in "abcd")
#: Lines, what comes, and the line that is told of with what comes there instead.
MISFITS: list[tuple[list[Happens], list[Happens], tuple[int, int]]] = [
    ([Anything(), A, B, Anything(), D], [C, A, D], (2, 2)),  # of the lines between, as many as fit somewhere
    ([Anything(), A, B, Anything(), D], [A, C, A, B], (4, 4)),
    ([Anything(), A, B, Anything()], [A, C, A], (2, 1)),  # the first of the longest
    ([Anything(), A, B, C, Anything()], [A, A, B, D], (3, 3)),
    ([Anything(), A, B], [C, A], (1, 0)),  # the last lines are the last that come
    ([A, Anything(), B], [A, C], (2, 1)), ([A, B, Anything()], [A, C], (1, 1)), ([A], [A, B], (1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "came", "misfit"), MISFITS)
def test_the_line_that_does_not_fit(
    wanted: list[Happens], came: list[Happens], misfit: tuple[int, int]
) -> None:
    """What is told of is the first line that has nothing to fit, behind as many as do."""
    assert first_misfit(wanted, came) == misfit


PATTERNS = ["", "a", "ab", "b a", "..."]


def test_texts_agree_with_trying_every_way() -> None:
    """A text in parts fits where some way to lay out the parts does; white space is one blank."""

    def any_way(pattern: tuple[str | None, ...], text: str) -> bool:
        if not pattern:
            return not text
        if pattern[0] is None:
            return any(any_way(pattern[1:], text[skip:]) for skip in range(len(text) + 1))
        return text.startswith(pattern[0]) and any_way(pattern[1:], text[len(pattern[0]) :])

    parts: list[str | None] = ["a", "b", "ab", None]
    for size in range(1, 5):
        for pattern in product(parts, repeat=size):
            if any((x is None) == (y is None) for x, y in pairwise(pattern)):
                continue  # parts and what is between take turns
            for text in ("", "a", "b", "ab", "aab", "abab", "ba", "abba"):
                assert fits(Hear(pattern), Hear((text,))) == any_way(pattern, text), (pattern, text)
    assert fits(Hear((" a \u00a0 b",)), Hear(("a b",)))
    assert not fits(Hear(("a",)), Leave(("a",)))
    assert not fits(Record(1), Record(2))
    assert not fits(Call(record=True), Call(("79990000000",), 10))
    assert fits(Unread(), Unread())
    assert fits(Sms("8 (999) 000-00-00"), Sms("79990000000", "S", ("x",)))


# -- against the walk -------------------------------------------------------------------------------------


def _random_way(random: Random, menu: Menu, options: MenuOptions) -> list[str]:
    player = Player(menu, options)
    way: list[str] = []
    while not player.over and len(way) < 8:
        way.append(random.choice(player.possible[:-1]))
        player.give(way[-1])
    return way


@pytest.mark.parametrize("seed", range(6))
def test_player_agrees_with_the_walk(seed: int) -> None:
    """A call that is played comes where the brute-force walk comes, in the same time, under every policy."""
    random = Random(seed)
    every = list(policies(MenuOptions()))
    for _ in range(60):
        menu, options = random_menu(random), random.choice(every)
        way = _random_way(random, menu, options)
        player, walk = Player(menu, options), Walk(menu, options)
        for one in way:
            player.give(one)
            walk.given(one)
        assert player.seconds == pytest.approx((walk.low, walk.high))
        assert player.over == (walk.where[0] == "left")
        if not player.over:
            assert set(player.possible[:-1]) == set(walk.takes())


def _blank(way: list[str]) -> str:
    return build(Transcript(steps=tuple(map(Given, way)))) + "\n"


@pytest.mark.parametrize("seed", range(6))
def test_update_makes_every_transcript_fit(seed: int) -> None:
    """What is recorded fits its menu; brought up to another menu it fits that one, or says what cannot come."""
    random = Random(seed)
    every = list(policies(MenuOptions()))
    changed = stuck = 0
    for _ in range(60):
        menu, options = random_menu(random), random.choice(every)
        text, left = updated(_blank(_random_way(random, menu, options)), menu, options)
        assert left is None
        assert run(parse(text), menu, options).misfits == ()
        loose = _loosened(random, text)
        other = random_menu(random)
        fresh, left = updated(loose, other, options)
        misfits = run(parse(fresh), other, options).misfits
        told = [left.told] if left else []
        assert [misfit.told for misfit in misfits] == told
        again, still = updated(fresh, other, options)
        assert (again, [still.told] if still else []) == (fresh, told)
        changed += fresh != loose
        stuck += left is not None
    assert changed > 10
    assert stuck > 5


def _loosened(random: Random, text: str) -> str:
    """Some lines of it are anything, a comment, or gone."""
    made = []
    for row in text.splitlines():
        pick = random.random() if row.startswith(">") else 1
        made += ["> ..."] if pick < 0.15 else ["# " + row] if pick < 0.3 else [] if pick < 0.4 else [row]
    return "\n".join(made) + random.choice(["", "\n"])


#: What the menu says before any key.
GREETING = """> hear "Hello, dear caller!"
> hear "Press 1 for sales, 2 for news, 3 to leave a message, 4 for an SMS, 9 to leave."
"""
UPDATED = [
    ("# greeting\n< 9\n", f'# greeting\n{GREETING}< 9\n> leave "Goodbye!"\n'),
    ("< 1\r\n# why\r\n> call 7999 wait 5 # no\r\n", None),  # a text with problems stays
    ('< 1\r\n> hear "x"\r\n# why\r\n> call wait 10\r\n\r\n< hung up',
     "< 1\r\n# why\r\n> notify\r\n> call wait 10\r\n\r\n< hung up"),
    ("< silence\n> hear\n# x", "< silence\n> nothing\n# x"),
    ("< 9\n> leave\n\n# silence\n", None),
    ("< 9\n> leave ... # x", None),
    ("< 1\n> ...\n> call wait 11", "< 1\n> ...\n> call 79990000000, 79990000001 wait 10 record\n"),
    ("< 1\n> notify", "< 1\n> notify\n> call 79990000000, 79990000001 wait 10 record\n"),
    ("< 9\n> leave\n", None),
    ("< 1\n> notify\n> call\n# a\n> hear\n# b\n", "< 1\n> notify\n> call\n# a\n# b\n"),
    ("menu: a.menu\n", f"menu: a.menu\n{GREETING}"),
    ("# a\n\n# b", f"# a\n\n# b\n{GREETING}"),
    ("", GREETING),
    ("# a\n< 9\n# b\n< 9", f'# a\n{GREETING}< 9\n> leave "Goodbye!"\n# b\n< 9'),  # nothing comes after the end
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), UPDATED)
def test_update_writes_only_what_does_not_fit(text: str, wanted: str | None) -> None:
    """Comments, line ends, blank lines and every line that fits stay as they are."""
    assert updated(text, MENU)[0] == (text if wanted is None else wanted)


@pytest.mark.parametrize(("menu", "text", "wanted"), [
    ("Hi {menu: Press 9\n9: end}", "< 9\n", '> hear "Hi"\n> hear "Press 9"\n< 9\n> leave\n'),
    ("{menu:\n9: end} Bye", "< silence\n< 9", '> nothing\n< silence\n> nothing\n< 9\n> leave "Bye"\n'),
    ("{menu:\n9: end}", "# x", "# x\n> nothing\n"),
])  # fmt: skip
def test_update_says_when_nothing_is_heard(menu: str, text: str, wanted: str) -> None:
    """Where a menu has no text, nothing happens at the pick-up, and leaving it says nothing (IVR-1)."""
    assert updated(text, menu_of(menu))[0] == wanted


@pytest.mark.parametrize(("step", "said"), [
    (Sms("bob", "S", ("x",)), Sms(text=("x",))),
    (Sms("79990000000", "S", ("x",)), Sms("79990000000", "S", ("x",))),
    (Sms("79990000000", "S", ("psw=secret1234",)), Sms()),
    (Sms("bob", "S", ("a", "b")), Sms()),
    (Call(("bob",), 10, True), Call((), 10, True)),
    (Call(("79990000000",), 10), Call(("79990000000",), 10)),
    (Notify("https://a.example/?psw=secret1234"), Notify()),
    (Notify("https://a.example/"), Notify("https://a.example/")),
    (Hear(("psw=secret1234",)), Hear()),
])  # fmt: skip
def test_what_cannot_be_said_is_left_out(step: Happens, said: Happens) -> None:
    """A line that would not read back, or would show a password, says no more than what happens."""
    assert sayable(step) == said


def test_coverage_counts_what_callers_can_come_to() -> None:
    """The ways of explore cover everything they go through; nothing covers nothing; what is missing is named."""
    none = covered(MENU, [run(parse("> ..."), MENU)])
    assert (none.items, none.edges) == (0, 0)
    assert none.percent == 0
    found = explore(MENU, MenuOptions())
    assert none.all_edges == len(found.edges)
    assert none.all_items == len(MENU.items)
    every = [*found.states]
    calls = [
        run(parse(_blank([*place.keys, way])), MENU) for place in every for way in _ways(found, place.name)
    ]
    whole = covered(MENU, calls)
    assert (whole.items, whole.edges, whole.percent) == (whole.all_items, whole.all_edges, 100)
    assert whole.missing_items == whole.missing_edges == ()
    assert covered(Menu(), []).percent == 100
    some = covered(MENU, calls[:-1])
    assert (some.edges, len(some.missing_edges)) == (whole.all_edges - 1, 1)


def _ways(found, name: str) -> list[str]:
    return [edge.given for edge in found.edges if edge.from_ == name]


@settings(max_examples=100, deadline=None)
@given(
    st.integers(),
    st.lists(st.sampled_from([*"0123456789*#", "answered", "no answer", "recorded", "silence"])),
)
def test_any_transcript_ends(seed: int, way: list[str]) -> None:
    """Nothing that is told of any menu raises: what cannot come is a misfit."""
    menu = random_menu(Random(seed))
    played = run(Transcript(steps=tuple(map(Given, way))), menu)
    try:
        play(menu, way)
    except NotPossible as error:
        (misfit,) = played.misfits
        assert misfit.told == str(error)
        assert way[misfit.step] == error.given
    else:
        assert played.misfits == ()


def test_public_names() -> None:
    """A menu is played, and a transcript run, from `import smsc_codec` alone."""
    import smsc_codec as sms

    menu = sms.menu.parse("Hi {menu: Press 1\n1: end} Bye")
    player = sms.menu.play(menu, ["1"])
    assert [(one.kind, one.text) for one in player.happened] == [
        ("say", "Hi "), ("say", "Press 1"), ("leave", " Bye")
    ]  # fmt: skip
    assert player.over
    assert player.possible == ()
    with pytest.raises(sms.menu.NotPossible, match="the call is over"):
        player.give("1")
    assert sms.transcript.run(sms.transcript.parse("< 1\n> leave"), menu).misfits == ()
