"""Commands with all that they print, compared in full."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli
from tests.cli.sessions import COMMANDS, kept, lines


@pytest.mark.parametrize("heading", COMMANDS)
def test_all_that_is_printed(cli: Cli, heading: str) -> None:
    """Codes, reports, messages and written files are as they were when they were last read.

    `python -m tests.cli.sessions` writes sessions.txt anew; read the difference.
    """
    assert [*lines(heading, cli)] == kept()[heading]


def test_every_session_is_kept() -> None:
    """No section is left in sessions.txt that nothing is compared with."""
    assert [*kept()] == [*COMMANDS]
