"""The parameters of a call after its text: set apart by the mark, both ways (CMT-2, PFX-1)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.voice.model import Param
from smsc_codec.payloads.voice.trailer import join, split
from tests.menu.test_build import ATTACKS
from tests.voice.strategies import hostile, params

PARAM = Param(20, 10, 3)
#: A call's text, and what is split off it.
TEXTS: list[tuple[str, tuple[str, Param | None]]] = [
    ("__CALL__: Privet\n~~~\nparam=20,10,3", ("__CALL__: Privet", PARAM)),
    ("Hello\n~~~\n20,10,3", ("Hello", PARAM)),
    ("Hello\r\n~~~\r\nparam=20,10,3\r\n", ("Hello", PARAM)),
    ("Hello", ("Hello", None)),
    ("Hello\n~~~\nfor the history", ("Hello\n~~~\nfor the history", None)),
    ("Hello\n~~~\nm3,en", ("Hello\n~~~\nm3,en", None)),
    ("Hello ~~~ param=20,10,3", ("Hello ~~~ param=20,10,3", None)),
    (
        "a\n~~~\nnote\n~~~\nparam=20,10,3",
        ("a\n~~~\nnote\n~~~\nparam=20,10,3", None),
    ),  # CMT-1: the first mark counts
    ("", ("", None)),
]


@pytest.mark.parametrize(("text", "parts"), TEXTS)
def test_parameters_are_split_off(text: str, parts: tuple[str, Param | None]) -> None:
    """Only parameters after the first mark are taken off; a comment stays where it is (CMT-1, CMT-2, PFX-1)."""
    assert split(text) == parts


@settings(max_examples=200, deadline=None)
@given(st.text() | hostile, st.none() | params)
def test_joined_text_splits_again(text: str, param: Param | None) -> None:
    """What is joined splits into the same two parts, or is not joined."""
    try:
        joined = join(text, param)
    except BuildError as error:
        assert error.field == "text"
        return
    assert split(joined) == (text, param)


@pytest.mark.parametrize("attack", [*ATTACKS, "x\n~~~\nparam=35,10,9", "x\n~~~\n", "x\r"])
def test_text_never_becomes_parameters(attack: str) -> None:
    """A stranger's text neither adds parameters to a call nor makes those it has a comment."""
    for param in (None, PARAM):
        try:
            joined = join(attack, param)
        except BuildError as error:
            assert error.field == "text"
            continue
        assert split(joined) == (attack, param)


def test_parameters_that_cannot_be_said() -> None:
    """Parameters that the service would change are refused here too, by their own field (PAR-13)."""
    with pytest.raises(BuildError) as caught:
        join("Hello", Param(120, 10, 3))
    assert caught.value.field == "wait"
