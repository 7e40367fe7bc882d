"""`smsc-codec menu play`: a menu in the terminal, key by key."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, terminal
from smsc_codec.cli.menu.keys import LETTERS, KeySource, LineSource, Source, raw
from smsc_codec.cli.menu.source import policy_options
from smsc_codec.cli.options import encoding_option
from smsc_codec.cli.settings import load
from smsc_codec.diagnostics import BuildError
from smsc_codec.linter.registry import ConfigError

if TYPE_CHECKING:
    from smsc_codec.cli.menu.speaker import Speaker
    from smsc_codec.payloads.call.model import Step
    from smsc_codec.payloads.menu.player import Happened, Player


@click.command("play")
@click.argument("path", type=click.Path(), metavar="FILE")
@policy_options
@click.option("--speak", is_flag=True, help="Speak what the caller hears, with the system's speech program.")
@click.option("--record", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write the call into a new file as a transcript.")  # fmt: skip
@click.option(
    "--config", type=click.Path(), metavar="FILE", help="The configuration to use instead of the nearest one."
)
@encoding_option("The file's encoding.")
def command(
    path: str,
    speak: bool,
    record: str | None,
    config: str | None,
    encoding: str | None,
    **policies: str | None,
) -> int:
    """Play a menu key by key: what the caller hears, and what happens.

    On a terminal press the keys of a phone, or a letter for other events, such as `a` for answered and `n` for no
    answer. Otherwise each line of the input is a key or such a word. The clock shows the least and the most seconds
    of speech and ringing.

    \b
    Examples:
      smsc-codec menu play shop.menu
      smsc-codec menu play --speak --record calls/nobody.call shop.menu
      printf '5\\nno answer\\n' | smsc-codec menu play shop.menu

    Exit codes: 0 played; 1 the file cannot be played, or a line was not possible; 2 usage or configuration.
    """
    from msgspec import structs

    from smsc_codec.cli.menu.calls import Trouble, find_menu, menu_options, partly_read
    from smsc_codec.payloads.menu.player import Player

    if record is not None and os.path.lexists(record):
        terminal.say(f"{record}: this file already exists; record the call in a new one")
        return USAGE
    if path == "-":
        terminal.say("give a menu file: standard input is for the keys")
        return USAGE
    said = {name: value for name, value in policies.items() if value is not None}
    try:
        options = menu_options(load(config))
        menu, whole = find_menu(path, encoding)
        speaker = _speaker() if speak else None
    except Trouble as error:
        terminal.say(str(error))
        return FINDINGS
    except (ConfigError, LookupError) as error:
        terminal.say(str(error))
        return USAGE
    if not whole:
        terminal.say(partly_read(path))
    session = Session(Player(menu, structs.replace(options, **said)), speaker)
    code = session.play()
    if record is not None:
        from smsc_codec.cli.menu.recording import record_call

        try:
            record_call(record, path, said, session.steps)
            terminal.say(f"{record}: written")
        except (OSError, BuildError) as error:
            terminal.say(f"{record}: not written: {getattr(error, 'strerror', None) or error}")
            return USAGE
    return code


def _speaker() -> Speaker:
    from smsc_codec.cli.menu.speaker import Speaker

    return Speaker()


class Session:
    """One call: what is shown and spoken of it, and the steps it took."""

    def __init__(self, player: Player, speaker: Speaker | None) -> None:
        self.player = player
        self.speaker = speaker
        self.steps: list[Step] = []
        self._interactive = sys.stdin is not None and sys.stdin.isatty()
        self._refused = False
        self._clock = (0.0, 0.0)

    def play(self) -> int:
        """Play until the call is over or nothing more comes; gives the exit code."""
        source: Source = KeySource() if self._interactive else LineSource(iter(sys.stdin or ()))
        interrupted = False
        with raw() if self._interactive else nullcontext():
            try:
                self._happens(self.player.began)
                while not self.player.over:
                    self._ask()
                    given = source.next(self.player.possible)
                    self._give("hung up" if given is None else given)
                if self.speaker:
                    self.speaker.wait()
            except KeyboardInterrupt:
                interrupted = True
                if not self.player.over:
                    self._give("hung up")
            finally:
                if self.speaker:
                    self.speaker.stop()
        print(f"{self._time()}  {terminal.spoken('the call is over')}")
        if interrupted:
            return 130
        return FINDINGS if self._refused else CLEAN

    def _ask(self) -> None:
        """Say what can come now, on a terminal."""
        if not self._interactive:
            return
        letters = {outcome: letter for letter, outcome in LETTERS.items()}
        keys = [one for one in self.player.possible if one not in letters]
        words = [f"{letters[one]}: {one}" for one in self.player.possible if one in letters]
        print("  ".join([" ".join(keys), *words] if keys else words), flush=True)

    def _give(self, given: str) -> None:
        from smsc_codec.payloads.call.model import Given, Nothing
        from smsc_codec.payloads.menu.player import NotPossible

        try:
            came = self.player.give(given)
        except NotPossible as error:
            self._refused = self._refused or not self._interactive
            terminal.say(str(error))
            return
        print(f"{'':{len(self._time())}}  < {given}")
        self.steps.append(Given(given))
        self._happens(came)
        if not came and given != "hung up":
            self.steps.append(Nothing())

    def _happens(self, came: tuple[Happened, ...]) -> None:
        """Show what happens, each thing at the time when it begins, and speak what is heard."""
        from smsc_codec.payloads.call.events import sayable, step_of
        from smsc_codec.payloads.call.write import line
        from smsc_codec.payloads.files import plain

        spoken = []
        for one in came:
            step = step_of(one)
            if step is not None:
                said = sayable(step)
                self.steps.append(said)
                print(f"{self._time()}  {terminal.plain(line(said))}")
            self._clock = self._clock[0] + one.seconds[0], self._clock[1] + one.seconds[1]
            spoken.append(plain(one.text).strip())
        sys.stdout.flush()
        words = " ".join(filter(None, spoken))
        if self.speaker and words:
            self.speaker.say(words)
            if not self._interactive:
                self.speaker.wait()

    def _time(self) -> str:
        """The clock, as a range where nobody knows how fast the service speaks."""
        low, high = (f"{int(seconds) // 60}:{int(seconds) % 60:02}" for seconds in self._clock)
        return f"{low if low == high else f'{low}-{high}':>11}"
