"""Speaks what a caller hears, by a speech program of the system."""

from __future__ import annotations

import shutil
import subprocess

#: Each program with the arguments that make it read a text from standard input; `{}` is the language.
PROGRAMS: dict[str, tuple[str, ...]] = {
    "espeak-ng": ("-v", "{}", "--stdin"),
    "espeak": ("-v", "{}", "--stdin"),
    "spd-say": ("--wait", "--pipe-mode", "--language", "{}"),
    "say": ("-f", "-"),
}
#: So long a text may take to be spoken before its program is ended.
_MOST_SECONDS = 300


class Speaker:
    """One voice: a new text ends the one before. A text goes to the program as data, never as an argument."""

    def __init__(self) -> None:
        """Raises LookupError where there is no speech program."""
        found = next(((name, path) for name in PROGRAMS if (path := shutil.which(name))), None)
        if found is None:
            raise LookupError(f"no speech program found; install one of {', '.join(PROGRAMS)}")
        self.program, self._path = found
        self._speaking: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> None:
        """Begin to speak, and come back at once."""
        self.stop()
        language = "ru" if any("\u0400" <= character <= "\u04ff" for character in text) else "en"
        arguments = [argument.format(language) for argument in PROGRAMS[self.program]]
        self._speaking = subprocess.Popen(
            [self._path, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._speaking.stdin is not None
        try:
            self._speaking.stdin.write(text.encode())
            self._speaking.stdin.close()
        except OSError:  # it has gone: there is nothing to hear, and the call goes on
            self.stop()

    def wait(self) -> None:
        """Let it speak to the end."""
        if self._speaking is not None:
            try:
                self._speaking.wait(_MOST_SECONDS)
            except subprocess.TimeoutExpired:
                self.stop()

    def stop(self) -> None:
        """Be silent."""
        if self._speaking is not None:
            self._speaking.kill()
            self._speaking.wait()
            self._speaking = None
