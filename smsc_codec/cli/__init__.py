"""The command line: the only part of the package that reads files and prints."""

from __future__ import annotations

import sys
from types import ModuleType

#: Exit codes, the same for every command and format.
CLEAN, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3


def main(arguments: list[str] | None = None) -> None:
    """The program `smsc-codec`: runs a command and exits with its code."""
    import gc

    gc.set_threshold(
        20_000
    )  # a run is short and makes hardly any garbage in circles: looking for it costs 5 %
    _load_msgspec()
    from smsc_codec.cli import beside

    beside.use()
    from smsc_codec.cli import programs

    programs.use()
    code = run(sys.argv[1:] if arguments is None else arguments)
    programs.keep()
    gc.freeze()  # what is left goes with the process: looking through it once more costs another 10 %
    sys.exit(code)


class _Later(ModuleType):
    """Stands for a module that is loaded when something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        from importlib import import_module

        return getattr(import_module(self.__name__), name)


class _Accepted:
    """Stands for typing.ForwardRef while msgspec tries which arguments that takes."""

    def __init__(self, name: str, is_class: bool = False) -> None: ...


def _load_msgspec() -> None:
    """Load msgspec without what it asks for and hardly ever needs, which would take longer than msgspec itself.

    typing_extensions adds nothing to our Pythons; textwrap is for schemas, and so are modules of msgspec. uuid asks
    platform which system this is, before Python 3.13, and platform compiles a dozen patterns to know. datetime has all
    its classes twice, before 3.12: what msgspec takes are those of _datetime. What it tries typing.ForwardRef with is
    compiled, for which Python makes all its classes of syntax trees: a twentieth of a lint.
    """
    stand_ins: dict[str, ModuleType | None] = {
        "typing_extensions": None, "_uuid": None, "textwrap": _Later("textwrap"),
    }  # fmt: skip
    for name in ("msgspec.inspect", "msgspec.toml", "msgspec.yaml"):
        stand_ins[name] = _Later(name)
    if sys.platform == "linux":
        stand_ins["platform"] = system = _Later("platform")
        system.__dict__["system"] = lambda: "Linux"
    if sys.version_info < (3, 12):
        from importlib import import_module

        stand_ins["datetime"] = import_module("_datetime")
    import typing

    missing = [name for name in stand_ins if name not in sys.modules]
    reference = typing.ForwardRef
    for name in missing:
        sys.modules[name] = stand_ins[name]  # type: ignore[assignment]  # None: importing it fails, and is not missed
    try:
        typing.ForwardRef = _Accepted  # type: ignore[misc,assignment]
        import msgspec  # noqa: F401
    finally:
        typing.ForwardRef = reference  # type: ignore[misc]
        for name in missing:
            del sys.modules[name]


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code; never a traceback unless SMSC_CODEC_DEBUG asks for one."""
    import os

    from smsc_codec.cli import terminal

    terminal.prepare()
    try:
        code = _command(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader has gone (`| head`): nothing is left to say, and nobody to say it to.
        terminal.mute(1, 2)
        return FINDINGS
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        terminal.mute(1)
        terminal.say(f"{error.filename or 'the output cannot be written'}: {error.strerror}")
        return INTERNAL
    except Exception as error:
        from smsc_codec.plugins import PluginError

        if isinstance(error, PluginError):
            terminal.say(str(error))
            return USAGE
        if os.environ.get("SMSC_CODEC_DEBUG"):
            import traceback

            traceback.print_exc()
        from smsc_codec.secrets import blotted

        text = blotted(" ".join(f"{type(error).__name__}: {error}".split()))[:300]
        terminal.say(f"internal error: {text}; please report it (SMSC_CODEC_DEBUG=1 shows the traceback)")
        return INTERNAL


def _command(arguments: list[str]) -> int:
    # `lint` without options is what editors and pre-commit run on every save. There is nothing to parse in
    # it, so it goes without click, which takes as long to load as everything else together.
    if arguments[:1] == ["lint"] and not any(a[:1] == "-" for a in arguments[1:]):
        from smsc_codec.cli.asked import Request
        from smsc_codec.cli.linting import lint

        return lint(Request(paths=tuple(arguments[1:])))
    from smsc_codec.cli.app import app

    return app(arguments)
